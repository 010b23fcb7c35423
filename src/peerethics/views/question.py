"""Shows a question: the situation, what is asked, the options, the provisions to choose from."""

from collections.abc import Sequence

from peerethics.citations.printed import citation
from peerethics.library.library import Library
from peerethics.pages.blocks import Block, Span, block, issuer_words
from peerethics.quizzing.plan import EXAM, Plan
from peerethics.quizzing.question import Question
from peerethics.text import sentence_list
from peerethics.views.finding import DANGER

SURE = ((1, "a guess"), (2, "fairly sure"), (3, "sure"))
CITE_PROMPT = "Which provisions does the best response rest on?"


def opening(plan: Plan, names: Sequence[str], answered: int, drafts: int) -> list[Block]:
    """What begins: how many questions, under which codes, and how far their keys can be trusted.

    Args:
        plan: the quiz.
        names: of its codes.
        answered: how many of its questions were answered before.
        drafts: how many of its scenarios no named person has reviewed.
    """
    count = len(plan.items)
    what = f"{count} question{'' if count == 1 else 's'}, {sentence_list(list(names))}"
    going = f"Going on: {answered} of {count} answered ({sentence_list(list(names))})."
    lines = [Span(going if answered else f"{what}.", "strong")]
    if plan.mode == EXAM:
        lines.append(Span(" Untimed; feedback comes at the end."))
    blocks = [block(*lines, gap=True)]
    if drafts:
        which = "The answers are drafts" if drafts == count else f"{drafts} of the answers are drafts"
        note = f"{which}: no named person has reviewed them yet. Where you doubt one, ask your trainer."
        blocks.append(block(Span(note, "quiet")))
    return blocks


def waits(earlier: bool) -> list[Block]:
    """That an earlier quiz was not finished, where one was not."""
    if not earlier:
        return []
    return [block(Span("An earlier quiz waits to be finished: peerethics quiz --resume", "quiet"))]


def situation(question: Question, number: int, of: int, changed: bool = False) -> list[Block]:
    """Where and what: the head, content notes, the stem, the words that are quoted, the question.

    Args:
        question: the question.
        number: its place in the quiz.
        of: how many questions the quiz has.
        changed: whether its wording changed since the person last answered it.
    """
    one = question.scenario
    head = [Span(f"{number} of {of}   ", "cite")] if of else []
    blocks = [block(*head, Span(one.setting, "quiet"), gap=bool(of))]
    if changed:
        blocks.append(block(Span("The wording changed since you learned it.", "quiet")))
    if one.content_notes:
        blocks.append(block(Span(f"Content note: {', '.join(one.content_notes)}. You may pass.", "quiet")))
    if one.heavy:
        blocks.append(block(Span(DANGER, "warn")))
    if one.stem:
        blocks.append(block(one.stem, indent=2, gap=True))
    if one.quoted:
        blocks.append(block(*issuer_words(one.quoted), indent=6, gap=True))
    return [*blocks, block(Span(one.prompt, "strong"), indent=2, gap=True)]


def provision_line(place: str, library: Library, brief: bool = False) -> str:
    """A provision in a list to choose from: citation and our plain line, or only our name for it."""
    entry = library.entry(place)
    if entry is None:
        return place
    return f"{citation(entry)}: {entry.label if brief and entry.label else entry.gist or entry.label}"


def chosen_page(question: Question, option_id: str) -> list[Block]:
    """What was chosen, said back."""
    option = question.scenario.option(option_id)
    text = option.text if option else ""
    return [block(Span(f"{question.label(option_id)}  ", "cite"), text, indent=2, hang=3)]


def hint_page(question: Question) -> list[Block]:
    """The hint."""
    return [block(Span("Hint: ", "strong"), question.scenario.hint, indent=2)]


def how_sure() -> list[Block]:
    """The question that never counts."""
    return [block(Span("How sure are you?", "strong"), " It never enters a score.", indent=2, gap=True)]
