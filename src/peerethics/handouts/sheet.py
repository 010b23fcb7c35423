"""The participants' sheet: situations to read, mark and argue about, and nothing that gives a key away."""

from peerethics.handouts.common import Handed, content_note, decision_steps, footers, page_title, role_cards
from peerethics.handouts.document import (
    Blank,
    Bullets,
    Choices,
    Document,
    Heading,
    NewPage,
    Part,
    Run,
    paragraph,
    strong,
    together,
)
from peerethics.quizzing.question import Question

TITLE = "Situations from peer support"
CARE = "If something here stays with you, talk with your trainer, or call or text 988."


def sheet(handed: Handed, roles: bool = False, steps: bool = False, talk: bool = False) -> Document:
    """The participants' sheet.

    Args:
        handed: what is handed out.
        roles: whether role cards are added.
        steps: whether the decision steps are added.
        talk: whether the discussion questions are added, on pages of their own.
    """
    parts: list[Part] = [paragraph(_how(handed))]
    parts += decision_steps() if steps else []
    for number, question in enumerate(handed.questions, 1):
        situation, work = _situation(number, question), _work(2 if handed.large else 3)
        # In large print both are often more than one page holds, so that each item begins a page of its own.
        apart: list[Part] = [NewPage()] if number > 1 else []
        parts += [*apart, situation, work] if handed.large else [together([situation, work])]
    if any(one.heavy for one in handed.scenarios):
        parts.append(paragraph(CARE))
    parts += role_cards(handed) if roles else []
    parts += _talk(handed) if talk else []
    page_footer, colophon = footers(handed)
    return Document(page_title(TITLE, handed.version), tuple(parts), page_footer, colophon, handed.large)


def _how(handed: Handed) -> str:
    return (
        f"Mark the response that fits best under {handed.names}, write which provisions it rests on, and why. "
        "Then talk: think (1 minute), pair (3 minutes), share (5 minutes). You may pass without giving a reason."
    )


def _situation(number: int, question: Question) -> Part:
    """What happened, what is asked, and the options; number and place only, since a title could lead."""
    one = question.scenario
    parts: list[Part] = [Heading(f"{number}. {one.setting}")]
    note = content_note(one)
    parts += [paragraph(note, style="small")] if note else []
    parts += [paragraph(one.stem)] if one.stem else []
    parts.append(paragraph(strong(one.prompt)))
    parts.append(Choices(tuple((question.label(option.id), option.text) for option in question.options)))
    return together(parts)


def _work(lines: int) -> Part:
    """Room to write, and how to talk."""
    talk = paragraph(
        strong("Think"), " 1 min: mark and write. ", strong("Pair"), " 3 min: compare reasons. ",
        strong("Share"), " 5 min: what changed your mind?",
    )  # fmt: skip
    return together([Blank("Which provisions does it rest on?"), Blank("Because", lines), talk])


def _talk(handed: Handed) -> list[Part]:
    """What to talk about once the key is known: many of these questions take it for granted."""
    parts: list[Part] = [NewPage(), Heading("To talk about, after the key was shown")]
    for number, one in enumerate(handed.scenarios, 1):
        if one.discussion:
            questions = Bullets(tuple((Run(text),) for text in one.discussion))
            parts.append(together([Heading(f"{number}. {one.setting}", 3), questions]))
    return parts
