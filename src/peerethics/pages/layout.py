"""Breaks blocks into lines of a given width."""

import re
from collections.abc import Iterable, Iterator

from peerethics.pages.blocks import Block, Span

Line = list[Span]
_PIECE = re.compile(r"\n|[^\S\n]+|\S+")
NARROW = 60  # columns; below, blocks are moved in by half as much


def layout(blocks: Iterable[Block], width: int | None) -> list[Line]:
    """The lines of a page.

    Args:
        blocks: the page.
        width: columns, or None to leave every paragraph on one line, for pipes and programs.
    """
    lines: list[Line] = []
    for number, one in enumerate(blocks):
        if one.gap and number:
            lines.append([])
        indent, hang = one.indent, one.hang
        if width is not None and width < NARROW:
            indent, hang = indent // 2, min(hang, 4)
        lines += _wrap(one.spans, width, indent, hang)
    return lines


def columns(text: str) -> int:
    """How many terminal columns a text takes: wide East Asian characters take two, combining ones none."""
    if text.isascii():
        return len(text)
    import unicodedata

    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return len(text) + wide - sum(bool(unicodedata.combining(c)) for c in text)


def _wrap(spans: Iterable[Span], width: int | None, indent: int, hang: int) -> list[Line]:
    lines: list[Line] = []
    line: Line = [Span(" " * indent)] if indent else []
    used, room = indent, max(width - 1, indent + hang + 8) if width else None
    space = ""

    def start_line() -> None:
        nonlocal line, used, space
        lines.append(line)
        line, used, space = [Span(" " * (indent + hang))] if indent + hang else [], indent + hang, ""

    for word in _words(spans):
        text = "".join(piece.text for piece in word)
        if text == "\n":
            start_line()
        elif text.isspace():
            space = text
        else:
            size = columns(text)
            if room and used + len(space) + size > room and used > indent + hang:
                start_line()
            if space and used > (indent + hang if lines else indent):
                line.append(Span(space, word[0].style if line and line[-1].style == word[0].style else ""))
                used += len(space)
            space = ""
            for piece in _chopped(word, room - used if room and size > room - used else None):
                if piece is None:
                    start_line()
                else:
                    line.append(piece)
                    used += columns(piece.text)
    lines.append(line)
    return lines


def _words(spans: Iterable[Span]) -> Iterator[Line]:
    """Runs without a space between them, each as its pieces; spaces and newlines stand alone."""
    word: Line = []
    for span in spans:
        pieces = _PIECE.findall(span.text)
        for number, text in enumerate(pieces):
            opening = span.mark if number == 0 else ""
            closing = span.mark if number == len(pieces) - 1 else ""
            if text.isspace():
                if word:
                    yield word
                word = []
                yield [Span(text)]
            else:
                word.append(Span(f"{opening}{text}{closing}", span.style))
    if word:
        yield word


def _chopped(word: Line, room: int | None) -> Iterator[Span | None]:
    """The pieces of a word; one that is wider than a line is cut, with None where a line ends."""
    if room is None:
        yield from word
        return
    left = room
    for piece in word:
        text = piece.text
        while len(text) > left:
            if left > 0:
                yield piece._replace(text=text[:left])
            yield None
            text, left = text[max(left, 0) :], max(room, 8)
        yield piece._replace(text=text)
        left -= len(text)
