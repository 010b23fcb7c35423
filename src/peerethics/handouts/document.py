"""A document for paper, before anybody knows whether it becomes a web page, a Word file, a PDF or Markdown."""

import re
from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

# What no format can hold or what would turn the words around it: control characters, line separators,
# bidirectional overrides and isolates, lone surrogates, and the two that XML forbids.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


class Run(NamedTuple):
    """Words in one style."""

    text: str
    style: str = ""  #: "", "strong", "italic" or "quiet"


class Heading(NamedTuple):
    """A heading; the title of the document is the only one of level 1."""

    text: str
    level: int = 2


class Paragraph(NamedTuple):
    """A paragraph."""

    runs: tuple[Run, ...]
    style: str = ""  #: "", "small", "indented", or "quotation" for an issuer's exact words


class Choices(NamedTuple):
    """Options to mark."""

    rows: tuple[tuple[str, str], ...]  #: letter and text


class Blank(NamedTuple):
    """Lines to write on."""

    label: str
    lines: int = 1


class Bullets(NamedTuple):
    """A list."""

    items: tuple[tuple[Run, ...], ...]


class Numbered(NamedTuple):
    """Steps that follow each other."""

    items: tuple[str, ...]


class Table(NamedTuple):
    """Rows below a row of heads."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    wide: int  #: the number of the column that takes the room that is left


class Card(NamedTuple):
    """A card to cut out."""

    title: str
    text: str


class NewPage(NamedTuple):
    """What follows begins on a new page."""


class Together(NamedTuple):
    """Parts that stand on one page where they fit on one."""

    parts: tuple["Part", ...]


Part: TypeAlias = Heading | Paragraph | Choices | Blank | Bullets | Numbered | Table | Card | NewPage | Together


class Document(NamedTuple):
    """A whole document, US Letter."""

    title: str
    parts: tuple[Part, ...]
    page_footer: tuple[str, ...]  #: lines at the foot of every page
    colophon: tuple[str, ...]  #: lines at the end of a document that has no pages, or too little room on them
    large: bool = False  #: large print: 18 points, wide lines, nothing slanted

    @property
    def footer_is_whole(self) -> bool:
        """Whether every page says all that the colophon says."""
        return self.page_footer == self.colophon

    @property
    def foot(self) -> float:
        """How much room the foot of a page needs, in inches; a long seed or many ids need more."""
        width, line, rest = (46, 0.31, 0.45) if self.large else (120, 0.14, 0.5)
        lines = sum(-(-len(one) // width) for one in self.page_footer)
        return round(min(rest + line * lines, 4.0), 2)


def paragraph(*words: Run | str, style: str = "") -> Paragraph:
    """A paragraph of runs; a plain string is a run without style."""
    return Paragraph(tuple(Run(one) if isinstance(one, str) else one for one in words), style)


def strong(text: str) -> Run:
    """Words that stand out."""
    return Run(text, "strong")


def together(parts: Sequence[Part]) -> Together:
    """Parts that stand on one page where they fit on one."""
    return Together(tuple(parts))


def plain(text: str) -> str:
    """The text as every format can hold it: on one line, without control characters."""
    return _CONTROL.sub("?", " ".join(re.split("[\t\n\r]+", text)))
