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
    line: Line = []
    used, margin = 0, indent
    room = max(width - 1, indent + hang + 8) if width else None
    space = ""

    def add(text: str, style: str = "") -> None:
        nonlocal used
        if line and line[-1].style == style:
            line[-1] = Span(line[-1].text + text, style)
        elif text:
            line.append(Span(text, style))
        used += columns(text)

    def start_line() -> None:
        nonlocal line, used, margin, space
        lines.append(line)
        line, used, margin, space = [], 0, indent + hang, ""
        add(" " * margin)

    add(" " * indent)
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
            if used > margin:
                add(space, word[0].style if line[-1].style == word[0].style else "")
            space = ""
            wider = room if room and size > room - used else 0  # than what is left of this line
            for piece in word:
                cut = _cut(piece.text, wider - used, wider - indent - hang) if wider else [piece.text]
                for number, part in enumerate(cut):
                    if number:
                        start_line()
                    add(part, piece.style)
    lines.append(line)
    return lines


def _words(spans: Iterable[Span]) -> Iterator[Line]:
    """Runs without a space between them, each as its pieces; spaces and newlines stand alone."""
    word: Line = []
    for span in spans:
        for text in _PIECE.findall(span.text):
            if text.isspace():
                if word:
                    yield word
                word = []
                yield [Span(text)]
            else:
                word.append(Span(text, span.style))
    if word:
        yield word


def _cut(text: str, room: int, full: int) -> list[str]:
    """A text in parts, the first at most `room` columns wide and each after it at most `full`."""
    parts: list[str] = []
    start = used = 0
    for at, character in enumerate(text):
        size = columns(character)
        if used + size > room:
            parts.append(text[start:at])
            start, used, room = at, 0, full
        used += size
    return [*parts, text[start:]]
