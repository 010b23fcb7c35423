"""Writes a document as one HTML page that needs nothing else, prints on US Letter, and reads without colour."""

from collections.abc import Iterator, Sequence
from html import escape

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
from peerethics.handouts.html_style import style

_TAGS = {"strong": "strong", "italic": "em"}


def write(document: Document) -> bytes:
    """The file's contents."""
    title = _words(document.title)
    body = [f"<h1>{title}</h1>", *(line for part in document.parts for line in _part(part))]
    foot = "".join(f"<p>{_words(line)}</p>" for line in document.colophon)
    kind = "everywhere" if document.footer_is_whole else "closing"
    head = (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{style(document)}</style>\n</head>\n"
    )
    lines = [*body, f'<footer class="{kind}">{foot}</footer>']
    return (head + "<body>\n" + "\n".join(lines) + "\n</body>\n</html>\n").encode("utf-8")


def _part(part: Part) -> Iterator[str]:
    match part:
        case Together():
            yield '<div class="together">'
            for inner in part.parts:
                yield from _part(inner)
            yield "</div>"
        case Heading():
            yield f"<h{part.level}>{_words(part.text)}</h{part.level}>"
        case Paragraph(runs, "quotation"):
            yield f"<blockquote><p>{_runs(runs)}</p></blockquote>"
        case Paragraph(runs, kind):
            yield f'<p class="{kind}">{_runs(runs)}</p>' if kind else f"<p>{_runs(runs)}</p>"
        case Card():
            yield f'<section class="card"><h3>{_words(part.title)}</h3><p>{_words(part.text)}</p></section>'
        case NewPage():
            yield '<div class="new-page"></div>'
        case _:
            yield from _rows(part)


def _rows(part: Choices | Blank | Bullets | Numbered | Table) -> Iterator[str]:
    """What has several lines."""
    match part:
        case Choices():
            lines = (
                f'<li><span class="box"></span><b>{_words(letter)}</b> <span>{_words(text)}</span></li>'
                for letter, text in part.rows
            )
            yield f'<ul class="choices">{"".join(lines)}</ul>'
        case Blank():
            yield f'<p class="blank"><span>{_words(part.label)}</span></p>'
            yield '<p class="blank"></p>' * (part.lines - 1)
        case Bullets():
            yield "<ul>" + "".join(f"<li>{_runs(item)}</li>" for item in part.items) + "</ul>"
        case Numbered():
            yield "<ol>" + "".join(f"<li>{_words(text)}</li>" for text in part.items) + "</ol>"
        case Table():
            yield from _table(part)


def _table(table: Table) -> Iterator[str]:
    yield "<table><thead><tr>"
    for number, head in enumerate(table.heads):
        wide = ' class="wide"' if number == table.wide else ""
        yield f'<th scope="col"{wide}>{_words(head)}</th>'
    yield "</tr></thead><tbody>"
    for row in table.rows:
        cells = (_cell(text, number == table.wide) for number, text in enumerate(row))
        yield "<tr>" + "".join(cells) + "</tr>"
    yield "</tbody></table>"


def _cell(text: str, wide: bool) -> str:
    return f'<th scope="row">{_words(text)}</th>' if wide else f"<td>{_words(text)}</td>"


def _runs(runs: Sequence[Run]) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    tag = _TAGS.get(run.style, "")
    return f"<{tag}>{_words(run.text)}</{tag}>" if tag else _words(run.text)


def _words(text: str) -> str:
    return escape(plain(text))
