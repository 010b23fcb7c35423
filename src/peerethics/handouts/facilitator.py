"""The facilitator's sheet: minutes, what to announce, what to listen for, what to ask, and the role cards."""

from collections.abc import Sequence

from peerethics.handouts.common import DRAFT, Handed, decision_steps, drafts, footers, role_cards
from peerethics.handouts.document import Bullets, Document, Heading, Part, Run, Table, paragraph, strong, together
from peerethics.quizzing.question import Question
from peerethics.views.finding import DANGER

TITLE = "Facilitator's sheet"
THINK, PAIR, SHARE, REVEAL = 1, 3, 5, 3  # minutes
GROUND_RULES = (
    "speak for yourself; question ideas and not people; what is told here stays here; "
    "anybody may pass or step out without giving a reason."
)


def facilitator(versions: Sequence[Handed], steps: bool = False) -> Document:
    """The facilitator's sheet; one for all versions.

    Args:
        versions: what is handed out, at least one version of it.
        steps: whether the decision steps are added.
    """
    handed = versions[0]._replace(version=", ".join(one.version for one in versions if one.version))
    parts: list[Part] = [_announce(handed)]
    parts += [paragraph(strong(DRAFT))] if drafts(handed) else []
    parts += _plan(handed)
    parts += decision_steps() if steps else []
    for number, question in enumerate(handed.questions, 1):
        parts.append(_item(number, question, versions))
    parts += role_cards(handed)
    page_footer, colophon = footers(handed, TITLE)
    return Document(TITLE, tuple(parts), page_footer, colophon, handed.large)


def _announce(handed: Handed) -> Part:
    """What is said before the first item."""
    noted = [
        f"{number} ({', '.join(one.content_notes)})"
        for number, one in enumerate(handed.scenarios, 1)
        if one.content_notes
    ]
    first = f"item{'s' * (len(noted) > 1)} {', '.join(noted)}." if noted else "no item has a content note."
    lines: list[Part] = [paragraph(strong("Announce first: "), first)]
    lines.append(paragraph(strong("Ground rules: "), GROUND_RULES))
    if any(one.heavy for one in handed.scenarios):
        lines.append(paragraph(strong(DANGER)))
    return together(lines)


def _plan(handed: Handed) -> list[Part]:
    """Minutes for each item, and from when to when; large print has no room for a column for each step."""
    steps = {} if handed.large else {"Think": THINK, "Pair": PAIR, "Share": SHARE, "Reveal": REVEAL}
    each = THINK + PAIR + SHARE + REVEAL
    minutes = (*steps.values(), each)
    rows = [
        (str(number + 1), one.setting, *map(str, minutes), f"{number * each}-{(number + 1) * each}")
        for number, one in enumerate(handed.scenarios)
    ]
    count = len(rows)
    rows.append(("", "The session", *(str(count * one) for one in minutes), f"0-{count * each}"))
    return [Heading("Minutes"), Table(("No.", "Where", *steps, "Minutes", "From-to"), tuple(rows), wide=1)]


def _item(number: int, question: Question, versions: Sequence[Handed]) -> Part:
    one = question.scenario
    head: list[Part] = [Heading(f"{number}. {one.title} ({one.id})")]
    minutes = f"Think {THINK}, pair {PAIR}, share {SHARE}, reveal {REVEAL}."
    head.append(paragraph(minutes, style="small"))
    heard = [
        (
            strong(f"{_letters(number, option.id, versions)} "),
            Run(f"\u201c{option.text}\u201d "),
            Run(option.misconception),
        )
        for option in question.options
        if option.misconception
    ]
    if heard:
        head += [paragraph(strong("Listen for"), " what makes these tempting:"), Bullets(tuple(heard))]
    if one.discussion:
        head += [paragraph(strong("Ask")), Bullets(tuple((Run(text),) for text in one.discussion))]
    return together(head)


def _letters(number: int, option_id: str, versions: Sequence[Handed]) -> str:
    """The letter of an option, or its letter in each version: "A c, B a"."""
    return ", ".join(f"{one.version} {one.questions[number - 1].label(option_id)}".strip() for one in versions)
