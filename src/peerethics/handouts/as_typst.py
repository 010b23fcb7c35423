"""Writes a document as a PDF by way of Typst: words go into strings of its source, where nothing is markup."""

import re
from collections.abc import Iterable, Sequence

import typst

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
from peerethics.handouts.typst_style import PREAMBLE

_ENDLESS = re.compile(r"\S{40,}")  # Typst lets such a word run off the paper, unless it is told where to break it


def write(document: Document) -> bytes:
    """The file's contents."""
    made: bytes = typst.compile(source(document).encode("utf-8"), format="pdf")
    return made


def source(document: Document) -> str:
    """The document in Typst's language."""
    lines = [
        PREAMBLE,
        f"#show: sheet.with(title: {_text(document.title)}, foot: {_array(map(_text, document.page_footer))}, "
        f"room: {document.foot}in, large: {'true' if document.large else 'false'})",
        f"#heading(level: 1, {_text(document.title)})",
        *(f"#{_call(part)}" for part in document.parts),
    ]
    if not document.footer_is_whole:
        lines.append(f"#colophon({_array(map(_text, document.colophon))})")
    return "\n".join(lines) + "\n"


def _call(part: Part) -> str:
    """The call of Typst's or of our own functions that a part becomes."""
    match part:
        case Together():
            return "together({\n" + "\n".join(map(_call, part.parts)) + "\n})"
        case Heading():
            return f"heading(level: {part.level}, {_text(part.text)})"
        case Paragraph():
            return f"para({_text(part.style)}, {_runs(part.runs)})"
        case Blank():
            return f"blank({_text(part.label)}, {part.lines})"
        case Card():
            return f"card({_text(part.title)}, {_text(part.text)})"
        case NewPage():
            return "pagebreak(weak: true)"
        case _:
            return _rows(part)


def _rows(part: Choices | Bullets | Numbered | Table) -> str:
    """What has several lines."""
    match part:
        case Choices():
            return f"choices({_array(_array(map(_text, row)) for row in part.rows)})"
        case Bullets():
            return f"list({', '.join(map(_runs, part.items))})"
        case Numbered():
            return f"enum({', '.join(map(_text, part.items))})"
        case Table():
            cells = _array(_text(cell) for row in part.rows for cell in row)
            return f"rows({_array(map(_text, part.heads))}, {part.wide}, {cells})"


def _runs(runs: Sequence[Run]) -> str:
    return "{ " + "; ".join(f"run({_text(run.style)}, {_text(run.text)})" for run in runs) + " }"


def _array(values: Iterable[str]) -> str:
    return "(" + "".join(f"{value}, " for value in values) + ")"


def _text(text: str) -> str:
    """Words as a string of Typst; a string is shown as it is, so only its own two marks need a backslash."""
    breakable = _ENDLESS.sub(lambda word: "\u200b".join(re.findall(".{1,20}", word[0])), plain(text))
    escaped = breakable.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
