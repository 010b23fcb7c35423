"""The parts of a page: spans of styled words, and blocks of spans."""

from collections.abc import Iterable
from typing import NamedTuple

from peerethics.text import emphasis_runs

#: Every style a span may have; the screen decides how each looks. Nothing may depend on a style alone.
STYLES = (
    "", "title", "cite", "strong", "italic", "quiet", "ours", "hit", "only-here", "only-there", "warn",
    "solid", "coming", "again",
)  # fmt: skip
_EMPHASIS_STYLES = {"": "", "*": "italic", "**": "strong"}


class Span(NamedTuple):
    """Words in one style."""

    text: str
    style: str = ""
    mark: str = ""  #: what stands around the words where styles cannot be shown, "**"


class Block(NamedTuple):
    """A paragraph: spans, how far it is moved in, and whether a blank line stands before it."""

    spans: tuple[Span, ...]
    indent: int = 0
    hang: int = 0  #: how much further all lines after the first are moved in
    gap: bool = False


class Columns(NamedTuple):
    """Blocks that stand beside each other where there is room, and below each other where there is not."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]
    gap: bool = False


Piece = Block | Columns  #: what a page is made of


def block(*spans: Span | str, indent: int = 0, hang: int = 0, gap: bool = False) -> Block:
    """A block of spans; a plain string is a span without style."""
    return Block(tuple(Span(s) if isinstance(s, str) else s for s in spans), indent, hang, gap)


def labelled(label: str, *spans: Span | str, indent: int = 0, column: int = 0, gap: bool = False) -> Block:
    """A block with a quiet label before it, its lines set below each other behind the label."""
    width = max(column, len(label) + 1)
    return block(Span(label.ljust(width), "quiet"), *spans, indent=indent, hang=width, gap=gap)


def issuer_words(text: str) -> list[Span]:
    """The issuer's words with the emphasis that they have in print."""
    return [Span(words, _EMPHASIS_STYLES[mark], mark) for words, mark in emphasis_runs(text)]


def plain_text(spans: Iterable[Span]) -> str:
    """The words of spans, with marks for what styles would show."""
    return "".join(f"{span.mark}{span.text}{span.mark}" for span in spans)
