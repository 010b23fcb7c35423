"""Writes a document as Markdown, every word escaped so that it is shown as it is."""

from collections.abc import Iterator, Sequence

from peerethics.handouts.document import (
    Blank,
    Bullets,
    Card,
    Choices,
    Document,
    Heading,
    NewPage,
    Numbered,
    Paragraph,
    Part,
    Run,
    Table,
    Together,
    plain,
)
from peerethics.views.provision import escape

_LINE = "_" * 60  # a line to write on in plain text, and a rule where Markdown is drawn
_MARKS = {"strong": "**", "italic": "*"}


def write(document: Document) -> bytes:
    """The file's contents."""
    parts = [f"# {_words(document.title)}", *(text for part in document.parts for text in _part(part, document.large))]
    closing = ["---", *map(_words, document.colophon)]
    return ("\n\n".join([*parts, *closing]) + "\n").encode("utf-8")


def _part(part: Part, large: bool) -> Iterator[str]:
    """The blocks that a part becomes; a blank line will stand between them."""
    match part:
        case Together():
            for inner in part.parts:
                yield from _part(inner, large)
        case Blank():
            yield from (_words(part.label), *[_LINE] * part.lines)
        case Heading():
            yield f"{'#' * part.level} {_words(part.text)}"
        case Paragraph():
            yield ("> " if part.style == "quotation" else "") + _runs(part.runs, large)
        case Card():
            yield f"> **{_words(part.title)}**\n>\n> {_words(part.text)}"
        case NewPage():
            yield "---"
        case _:
            yield "\n".join(_lines(part, large))


def _lines(part: Choices | Bullets | Numbered | Table, large: bool) -> Iterator[str]:
    """The lines of a list or a table."""
    match part:
        case Choices():
            yield from (f"- [ ] **{_words(letter)}** {_words(text)}" for letter, text in part.rows)
        case Bullets():
            yield from (f"- {_runs(item, large)}" for item in part.items)
        case Numbered():
            yield from (f"{number}. {_words(text)}" for number, text in enumerate(part.items, 1))
        case Table():
            yield from (_row(part.heads), "|" + " --- |" * len(part.heads), *map(_row, part.rows))


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(map(_words, cells)) + " |"


def _runs(runs: Sequence[Run], large: bool) -> str:
    """Words with their marks; white space stays outside of them, where Markdown wants it."""
    marked: list[str] = []
    for text, style in ((plain(run.text), run.style) for run in runs):
        mark = "**" if large and style == "italic" else _MARKS.get(style, "")
        inner = text.strip()
        if not mark or not inner:
            marked.append(escape(text) if marked else escape(text.lstrip()))
            continue
        before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        marked.append(f"{before}{mark}{escape(inner)}{mark}{after}")
    return "".join(marked).rstrip()


def _words(text: str) -> str:
    return escape(plain(text).strip())
