"""What sheet, key and facilitator's sheet share: the questions handed out, footers, role cards, steps."""

from typing import NamedTuple

from peerethics.handouts.document import Card, Heading, NewPage, Numbered, Part, paragraph, together
from peerethics.library.library import Library
from peerethics.models import Code
from peerethics.quizzing.question import Question
from peerethics.scenario import Scenario
from peerethics.text import sentence_list
from peerethics.views import citing

STUDY_AID = "Study aid: not law, not an exam, not a certificate."
SHORT_DRAFT = "Draft key, not yet reviewed."
DRAFT = "Draft key: written and machine-checked, not yet reviewed by a named person."
ROOM = 12  # items whose ids fit into the foot of a page
STEPS = (
    "Pause. Is anyone in danger now? If so, get help and tell a supervisor.",
    "Name the facts, not the guesses.",
    "Whose need is being met: theirs or mine?",
    "Which provisions apply? Does the law or agency policy add anything?",
    "List two or three options. Who could be hurt by each?",
    "Ask your supervisor.",
    "Act, write it down, look back.",
)


class Handed(NamedTuple):
    """What is handed out in one version."""

    questions: tuple[Question, ...]
    codes: tuple[Code, ...]  #: those that are asked under
    library: Library
    seed: str
    version: str = ""  #: a letter, or "" where there is one version only
    large: bool = False

    @property
    def scenarios(self) -> list[Scenario]:
        """The scenarios, in order."""
        return [question.scenario for question in self.questions]

    @property
    def names(self) -> str:
        """ "Missouri and Mississippi"."""
        return sentence_list([code.name for code in self.codes])


def page_title(what: str, version: str) -> str:
    """A title with the letter of the version."""
    return f"{what}, version {version}" if version else what


def footers(handed: Handed, what: str = "") -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The foot of every page and the colophon: which items, which seed, and what this is not.

    Args:
        handed: what is handed out.
        what: what the document is, such as "Answer key"; "" for the participants' sheet, which has no key.
    """
    count = len(handed.questions)
    ids = "Items: " + ", ".join(f"{number} {one.id}" for number, one in enumerate(handed.questions, 1))
    counted = f"{count} item{'' if count == 1 else 's'}, listed at the end"
    letters = "Versions" if len(handed.version) > 1 else "Version"
    version = f"{letters} {handed.version}" if handed.version else ""
    draft = bool(what) and drafts(handed)

    def line(*pieces: str) -> str:
        return " \u00b7 ".join(filter(None, pieces))

    whole = (line(what, f"Seed {handed.seed}", version, ids), " ".join([STUDY_AID, *[DRAFT] * draft, edition(handed)]))
    if handed.large or count > ROOM:
        return (
            line(what, f"Seed {handed.seed}", version, counted),
            " ".join([STUDY_AID, *[SHORT_DRAFT] * draft]),
        ), whole
    return whole, whole


def edition(handed: Handed) -> str:
    """The edition line as it reads on paper, where no command can be typed."""
    return citing.edition_line(list(handed.codes)).replace(" (peerethics codes)", " with the issuer")


def drafts(handed: Handed) -> bool:
    """Whether the key of a scenario waits for its review."""
    return any(one.status != "reviewed" for one in handed.scenarios)


def content_note(one: Scenario) -> str:
    """ "Content note: death. You may pass." for those who read; "" where nothing is heavy."""
    return f"Content note: {', '.join(one.content_notes)}. You may pass." if one.content_notes else ""


def decision_steps() -> list[Part]:
    """A short way to decide, to print."""
    note = paragraph("In our words, to think with; not part of any code.", style="small")
    return [together([Heading("Seven steps when you are not sure"), Numbered(STEPS), note])]


def role_cards(handed: Handed) -> list[Part]:
    """The cards for role play, to cut out, on pages of their own."""
    parts: list[Part] = [NewPage(), Heading("Role cards")]
    parts.append(
        paragraph("One card each; do not show it. In the debrief, the one who played the worker speaks first.")
    )
    for number, one in enumerate(handed.scenarios, 1):
        parts.append(Card(f"{number}: the person", one.roles.person))
        parts.append(Card(f"{number}: the peer specialist", one.roles.specialist))
    return parts
