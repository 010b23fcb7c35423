"""Writes a document as a Word file that trainers can edit."""

from collections.abc import Sequence
from io import BytesIO

import docx
from docx.shared import Inches, Pt
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph

from peerethics.handouts import docx_style as style
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

_TAB = Run("\t")  # ours; in the words of others a tab becomes a space


def write(document: Document) -> bytes:
    """The file's contents."""
    made = _Writer(document)
    file = BytesIO()
    made.word.save(file)
    return file.getvalue()


class _Writer:
    """Puts parts into a Word document, one after the other."""

    def __init__(self, document: Document) -> None:
        self.large = document.large
        self.word = docx.Document()
        self.written: list[WordParagraph] = []
        self.new_page = False  #: whether the next paragraph begins a page
        style.prepare(self.word, plain(document.title), document.large)
        self.part(Heading(document.title, 1))
        for part in document.parts:
            self.part(part)
        if not document.footer_is_whole:
            self.together([Paragraph((Run(line),), "small") for line in document.colophon])
        style.footer(self.word, [plain(line) for line in document.page_footer])

    def part(self, part: Part) -> None:
        """Write one part."""
        match part:
            case Together():
                self.together(part.parts)
            case Heading():
                self.new([Run(part.text)], f"Heading {part.level}")
            case Paragraph(runs, "quotation"):
                style.bar(self.new(runs, "Quotation"))
            case Paragraph():
                self.new(part.runs, part.style.capitalize() or "Normal")
            case Card():
                self.card(part)
            case NewPage():
                self.new_page = True
            case _:
                self.rows(part)

    def rows(self, part: Choices | Blank | Bullets | Numbered | Table) -> None:
        """Write what has several lines."""
        match part:
            case Choices():
                for letter, text in part.rows:
                    self.new([Run("\u2610"), _TAB, Run(letter, "strong"), _TAB, Run(text)], "Choice")
            case Blank():
                for label in (part.label, *[""] * (part.lines - 1)):
                    self.new([Run(f"{label} "), _TAB], "Blank")
                self.written[-1].paragraph_format.space_after = Pt(5)
            case Bullets():
                for item in part.items:
                    self.new(item, "List Bullet")
            case Numbered():
                for text in part.items:
                    self.new([Run(text)], "List Number")
            case Table():
                self.table(part)

    def card(self, part: Card) -> None:
        """Write a card in its frame."""
        title, words = self.new([Run(part.title, "strong")], "Card"), self.new([Run(part.text)], "Card")
        title.paragraph_format.keep_with_next = True
        style.frame(title)
        style.frame(words)
        self.new([], "Normal")  # or the frames of two cards grow together

    def together(self, parts: Sequence[Part]) -> None:
        """Write parts so that each paragraph but the last stays on the page of the next."""
        first = len(self.written)
        for part in parts:
            self.part(part)
        for one in self.written[first:-1]:
            one.paragraph_format.keep_with_next = True

    def new(self, runs: Sequence[Run], name: str) -> WordParagraph:
        """Write a paragraph; its own lines stay together."""
        made = self.word.add_paragraph(style=name)
        self.fill(made, runs)
        made.paragraph_format.keep_together = True
        made.paragraph_format.page_break_before = True if self.new_page else None
        self.new_page = False
        self.written.append(made)
        return made

    def fill(self, made: WordParagraph, runs: Sequence[Run]) -> None:
        for run in runs:
            if run is _TAB:
                made.add_run().add_tab()
                continue
            words = made.add_run(plain(run.text))
            words.bold = True if run.style == "strong" or (self.large and run.style == "italic") else None
            words.italic = True if run.style == "italic" and not self.large else None

    def table(self, part: Table) -> None:
        """Write a table whose head comes again on every page."""
        made: WordTable = self.word.add_table(rows=0, cols=len(part.heads), style="Table Grid")
        made.autofit = False
        widths = [style.column(part, column, self.large) for column in range(len(part.heads))]
        for column, width in zip(made.columns, widths, strict=True):
            column.width = width
        for number, row in enumerate([part.heads, *part.rows]):
            cells = made.add_row().cells  # type: ignore[no-untyped-call]
            for cell, text, width in zip(cells, row, widths, strict=True):
                self.fill(cell.paragraphs[0], [Run(text, "" if number else "strong")])
                cell.paragraphs[0].paragraph_format.space_after = Pt(1)
                cell.width = width
        style.repeat_head(made)
        self.new([], "Normal").paragraph_format.line_spacing = Inches(0.1)
