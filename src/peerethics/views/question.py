"""Shows a question: the situation, what is asked, the options, the provisions to choose from."""

from peerethics.citations.printed import citation
from peerethics.library.library import Library
from peerethics.pages.blocks import Block, Span, block, issuer_words
from peerethics.quizzing.question import Question

SURE = ((1, "a guess"), (2, "fairly sure"), (3, "sure"))
CITE_PROMPT = "Which provisions does the best response rest on?"


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
    if one.stem:
        blocks.append(block(one.stem, indent=2, gap=True))
    if one.quoted:
        blocks.append(block(*issuer_words(one.quoted), indent=6, gap=True))
    return [*blocks, block(Span(one.prompt, "strong"), indent=2, gap=True)]


def provision_line(place: str, library: Library) -> str:
    """A provision in a list to choose from: citation and our plain line."""
    entry = library.entry(place)
    return f"{citation(entry)}: {entry.gist or entry.label}" if entry else place


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
