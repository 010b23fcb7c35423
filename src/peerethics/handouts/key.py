"""The answer key: for every item the best letters, every option's rating and reason, and the codes' exact words."""

from peerethics.citations.printed import citation
from peerethics.handouts.common import DRAFT, Handed, drafts, footers, page_title
from peerethics.handouts.document import Document, Heading, Paragraph, Part, Run, Table, paragraph, strong, together
from peerethics.library.library import Entry
from peerethics.models import Code
from peerethics.pages.blocks import Span
from peerethics.quizzing.question import Question
from peerethics.quizzing.tally import keyed
from peerethics.scenario import Option
from peerethics.text import sentence_list
from peerethics.views.feedback import RATINGS, SILENT
from peerethics.views.provision import words

TITLE = "Answer key"
_STYLES = {"strong": "strong", "italic": "italic", "quiet": "quiet"}


def key(handed: Handed) -> Document:
    """The answer key, a document of its own.

    Args:
        handed: what is handed out; the letters are those of its sheet.
    """
    parts: list[Part] = [paragraph("For the trainer. Indented with a bar: the issuer's exact words.")]
    parts += [paragraph(strong(DRAFT))] if drafts(handed) else []
    parts.append(_overview(handed))
    for number, question in enumerate(handed.questions, 1):
        parts += _item(number, question, handed)
    page_footer, colophon = footers(handed, TITLE)
    return Document(page_title(TITLE, handed.version), tuple(parts), page_footer, colophon, handed.large)


def best_letter(question: Question, code: str) -> str:
    """The letter of the best option under a code, or "no key" where nobody wrote one."""
    best = question.scenario.best(code) if code in question.codes else None
    return question.label(best.id) if best else "no key"


def _overview(handed: Handed) -> Part:
    rows = tuple(
        (str(number), question.id, *(best_letter(question, code.id) for code in handed.codes))
        for number, question in enumerate(handed.questions, 1)
    )
    return Table(("No.", "Item", *(f"Best: {code.name}" for code in handed.codes)), rows, wide=1)


def _item(number: int, question: Question, handed: Handed) -> list[Part]:
    one = question.scenario
    codes = [code for code in handed.codes if code.id in question.codes]
    best = "; ".join(f"{code.name} {best_letter(question, code.id)}" for code in codes)
    first, *rest = [_option(question, option, codes) for option in question.options]
    head = together([Heading(f"{number}. {one.title} ({one.id})"), paragraph(strong("Best: "), best), first])
    parts: list[Part] = [head, *rest]
    for code in codes:
        parts += _words(question, code, handed)
    if len(codes) > 1 and one.compare.note:
        parts.append(paragraph(strong("How the codes stand here: "), one.compare.note))
    parts += [paragraph(strong("Beyond the code: "), one.beyond_code)] if one.beyond_code else []
    by = "; ".join(f"{review.by}, {review.role}" for review in one.reviews if review.verdict == "approve")
    if one.status == "reviewed" and by:
        parts.append(paragraph(f"Key reviewed by {by}.", style="small"))
    return parts


def _option(question: Question, option: Option, codes: list[Code]) -> Part:
    """An option with its rating and the reason under each code."""
    lines: list[Part] = [paragraph(strong(f"{question.label(option.id)}  {option.text}"))]
    for code in codes:
        rating = RATINGS[option.rating.get(code.id)]
        lines.append(paragraph(strong(f"{code.name}: {rating}. "), option.rationale.get(code.id, ""), style="indented"))
    return together(lines)


def _words(question: Question, code: Code, handed: Handed) -> list[Part]:
    """The provisions of one code that the key rests on, word for word; silence is said to be silence."""
    entries = [entry for entry in map(handed.library.entry, keyed(question.scenario, code.id)) if entry]
    held = question.scenario.cite.get(code.id)
    accepted = [citation(entry) for entry in map(handed.library.entry, held.accept if held else ()) if entry]
    silent = [paragraph(strong(f"{code.name} {SILENT}"))] if question.scenario.silent(code.id) else []
    closing = [paragraph(f"Also defensible: {sentence_list(accepted)}.", style="small")] if accepted else []
    shown = [[paragraph(strong(citation(entry))), *_quoted(entry)] for entry in entries] or [[]]
    shown[0] = [*silent, *shown[0]]
    shown[-1] = [*shown[-1], *closing]
    return [together(parts) for parts in shown if parts]


def _quoted(entry: Entry) -> list[Paragraph]:
    return [Paragraph(tuple(map(_run, block.spans)), "quotation") for block in words(entry, indent=0)]


def _run(span: Span) -> Run:
    return Run(span.text, _STYLES.get(span.style, ""))
