"""The looks of a Word file: styles, paper, footer, and the few things that only its XML can say."""

from collections.abc import Sequence

from docx.document import Document as WordDocument
from docx.enum.text import WD_LINE_SPACING, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches, Length, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph

from peerethics.handouts.document import Table

_WIDTH = Inches(7.1)
_FONT = "Arial"


def prepare(word: WordDocument, title: str, large: bool) -> None:
    """Set paper and styles."""
    word.core_properties.title = title
    word.core_properties.author = "peerethics"
    word.core_properties.comments = ""
    section = word.sections[0]
    section.page_width, section.page_height = Inches(8.5), Inches(11)
    section.left_margin = section.right_margin = Inches(0.7)
    section.top_margin, section.bottom_margin = Inches(0.6), Inches(0.6)
    section.footer_distance = Inches(0.35)
    size = 18.0 if large else 10.5
    normal = _style(word, "Normal", size, after=6 if large else 4)
    normal.paragraph_format.line_spacing = 1.5 if large else 1.1
    normal.paragraph_format.widow_control = True
    for name, factor, before in (("Heading 1", 1.4, 0), ("Heading 2", 1.1, 12), ("Heading 3", 1.0, 6)):
        heading = _style(word, name, size * factor, after=4)
        heading.font.bold, heading.font.color.rgb = True, RGBColor(0, 0, 0)
        heading.paragraph_format.space_before = Pt(before)
        heading.paragraph_format.keep_with_next = True
    _style(word, "Small", size if large else 9, after=4)
    _style(word, "Indented", size, after=3).paragraph_format.left_indent = Inches(0.25)
    _style(word, "Quotation", size, after=4).paragraph_format.left_indent = Inches(0.4)
    _style(word, "Card", size, after=0)
    _style(word, "Footer", 18 if large else 7.5, after=0).paragraph_format.line_spacing = 1.0
    for name in ("List Bullet", "List Number"):
        _style(word, name, size, after=2)
    choice = _style(word, "Choice", size, after=3).paragraph_format
    step = Inches(0.4 if large else 0.25)
    choice.left_indent, choice.first_line_indent, choice.keep_together = Length(2 * step), Length(-2 * step), True
    for stop in (step, Length(2 * step)):
        choice.tab_stops.add_tab_stop(stop)
    blank = _style(word, "Blank", size, after=0).paragraph_format
    blank.tab_stops.add_tab_stop(_WIDTH, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)
    blank.line_spacing_rule, blank.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(40 if large else 23)


def _style(word: WordDocument, name: str, size: float, after: float) -> ParagraphStyle:
    """The style of this name, made where Word has none, in our font."""
    known = [one.name for one in word.styles]
    made = word.styles[name] if name in known else word.styles.add_style(name, 1)
    assert isinstance(made, ParagraphStyle)  # noqa: S101  # for the type checker: 1 asks for a paragraph style
    made.font.name, made.font.size = _FONT, Pt(size)
    fonts = made.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):  # a theme's font would win over ours
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    made.paragraph_format.space_after = Pt(after)
    return made


def footer(word: WordDocument, lines: Sequence[str]) -> None:
    """Write the foot of every page, with its number."""
    foot = word.sections[0].footer
    for number, text in enumerate(lines):
        line = foot.paragraphs[0] if number == 0 else foot.add_paragraph()
        line.style = word.styles["Footer"]
        line.add_run(text)
        if number == 0:
            _border(line, "top", "single")
    last = foot.paragraphs[-1]
    last.add_run("  Page ")
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = last.add_run()
        field = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            field.set(qn("w:fldCharType"), kind)
        else:
            field.text = text
        run._r.append(field)


def bar(words: WordParagraph) -> None:
    """A bar at the left of an issuer's exact words."""
    _border(words, "left", "single", 18, 8)


def frame(words: WordParagraph) -> None:
    """A frame to cut along."""
    words.paragraph_format.left_indent = words.paragraph_format.right_indent = Inches(0.12)
    words.paragraph_format.keep_together = True
    _border(words, "top", "dashed", 8, 6)
    for side in ("left", "bottom", "right"):
        _border(words, side, "dashed", 8, 6)


def repeat_head(table: WordTable) -> None:
    """Let the first row come again on every page, and no row be split."""
    for number, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if number == 0:
            properties.append(OxmlElement("w:tblHeader"))


def column(table: Table, number: int, large: bool) -> Length:
    """How wide a column is: as its head needs, and one of them takes what is left."""
    needs = [(0.2 + 0.075 * len(head)) * (1.7 if large else 1.0) for head in table.heads]
    needs[table.wide] = 0
    fitting = min(1.0, (_WIDTH.inches - 1) / sum(needs))
    needs = [need * fitting for need in needs]
    return Inches(needs[number] or _WIDTH.inches - sum(needs))


def _border(words: WordParagraph, side: str, kind: str, eighths: int = 4, space: int = 4) -> None:
    """A border at one side of a paragraph."""
    properties = words._p.get_or_add_pPr()
    borders = properties.find(qn("w:pBdr"))
    if borders is None:
        borders = OxmlElement("w:pBdr")
        properties.insert_element_before(
            borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
        )
    border = OxmlElement(f"w:{side}")
    for name, value in (("val", kind), ("sz", str(eighths)), ("space", str(space)), ("color", "000000")):
        border.set(qn(f"w:{name}"), value)
    borders.append(border)
