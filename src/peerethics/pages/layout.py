"""Breaks blocks into lines of a given width."""

import re
from collections.abc import Iterable, Iterator

from peerethics.pages.blocks import Columns, Piece, Span

Line = list[Span]
_PIECE = re.compile(r"\n|[^\S\n]+|\S+")
NARROW = 60  # columns; below, blocks are moved in by half as much
BESIDE = 100  # columns of a screen from which two texts stand beside each other
WIDEST = 160  # columns that two texts beside each other use at most
GUTTER = 4  # columns between them


def layout(blocks: Iterable[Piece], width: int | None, screen: int | None = None) -> list[Line]:
    """The lines of a page.

    Args:
        blocks: the page.
        width: columns for running text, or None to leave every paragraph on one line, for pipes and programs.
        screen: columns of the whole screen, which texts that stand beside each other may use.
    """
    lines: list[Line] = []
    for number, one in enumerate(blocks):
        if one.gap and number:
            lines.append([])
        if isinstance(one, Columns):
            lines += _beside(one, width, screen)
            continue
        indent, hang = one.indent, one.hang
        if width is not None and width < NARROW:
            indent, hang = indent // 2, min(hang, 4)
        lines += _wrap(one.spans, width, indent, hang)
    return lines


def _beside(both: Columns, width: int | None, screen: int | None) -> list[Line]:
    """Two texts beside each other where the screen is wide enough, else one below the other."""
    if screen is None or screen < BESIDE:
        return layout((*both.left, *both.right), width)
    half = (min(screen, WIDEST) - GUTTER) // 2
    left, right = layout(both.left, half), layout(both.right, half)
    lines: list[Line] = []
    for number in range(max(len(left), len(right))):
        one = left[number] if number < len(left) else []
        other = right[number] if number < len(right) else []
        used = sum(columns(span.text) for span in one)
        lines.append([*one, Span(" " * (half + GUTTER - used)), *other] if other else one)
    return lines


def columns(text: str) -> int:
    """How many terminal columns a text takes: wide East Asian characters take two, combining ones none."""
    if text.isascii():
        return len(text)
    import unicodedata

    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return len(text) + wide - sum(bool(unicodedata.combining(c)) for c in text)


def _wrap(spans: Iterable[Span], width: int | None, indent: int, hang: int) -> list[Line]:
    room = max(width - 1, indent + hang + 8) if width else None
    paragraph = _Paragraph(room, indent, indent + hang)
    space = ""
    for word in _words(spans):
        text = "".join(piece.text for piece in word)
        if text == "\n":
            paragraph.start_line()
            space = ""
        elif text.isspace():
            space = text
        else:
            paragraph.put(word, columns(text), space)
            space = ""
    return paragraph.lines


class _Paragraph:
    """Lines that are filled word by word."""

    def __init__(self, room: int | None, indent: int, margin: int) -> None:
        self.room = room  #: columns of a line, or None
        self.margin = margin  #: columns that are left free at the beginning of each line after the first
        self.lines: list[Line] = [[]]
        self.start = indent  #: where the words of the line at hand begin
        self.used = 0
        self.add(" " * indent)

    def start_line(self) -> None:
        self.lines.append([])
        self.start, self.used = self.margin, 0
        self.add(" " * self.margin)

    def put(self, word: Line, size: int, space: str) -> None:
        """Add a word of `size` columns, on a new line where this one is full; cut it where no line could hold it."""
        if self.room and self.used + len(space) + size > self.room and self.used > self.margin:
            self.start_line()
        if self.used > self.start:
            same = self.lines[-1][-1].style == word[0].style
            self.add(space, word[0].style if same else "")
        room = self.room if self.room and self.used + size > self.room else 0
        for piece in word:
            cut = _cut(piece.text, room - self.used, room - self.margin) if room else [piece.text]
            for number, part in enumerate(cut):
                if number:
                    self.start_line()
                self.add(part, piece.style)

    def add(self, text: str, style: str = "") -> None:
        line = self.lines[-1]
        if line and line[-1].style == style:
            line[-1] = Span(line[-1].text + text, style)
        elif text:
            line.append(Span(text, style))
        self.used += columns(text)


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
