"""The values of a scenario: a situation, its options, and a key for every code.

Ratings, rationales and citations are mappings from the id of a code, such as "mo", since each code has a
key of its own. All of them come from JSON and go to JSON as they are.
"""

from collections.abc import Mapping
from typing import NamedTuple

BEST = 3  #: the rating of the best option; 2 acceptable, 1 poor, 0 breaks the code; None is discussed, not scored
SCENARIO = "scenario"  #: the kind of a question that a person has written
LEVELS = ("recall", "apply", "judge")
DIFFICULTIES = ("easy", "medium", "hard")
STATUSES = ("draft", "in-review", "reviewed", "retired")
#: What may weigh on a reader; people can leave such scenarios out.
CONTENT_NOTES = (
    "suicide", "violence", "abuse", "harassment", "coercion", "trauma", "substance use", "discrimination", "death",
)  # fmt: skip

HEAVY_NOTES = {"suicide", "violence", "abuse"}  #: somebody may be in danger


class Cite(NamedTuple):
    """A provision that a rating rests on."""

    id: str
    basis: str  #: "explicit" where the code's words say it, "inferred" where a trainer reads it so


class Option(NamedTuple):
    """One possible response."""

    id: str  #: stable; answers are stored by it and never by a letter
    text: str
    short: str  #: for a projector, at most 75 characters
    rating: Mapping[str, int | None]
    misconception: str  #: the idea that makes it tempting, or ""
    rationale: Mapping[str, str]
    cites: Mapping[str, tuple[Cite, ...]]


class Key(NamedTuple):
    """Which provisions of one code the best response rests on."""

    key: tuple[str, ...]
    accept: tuple[str, ...]  #: defensible: no credit, no loss
    distractors: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        """Every provision that may be shown to choose from."""
        return (*self.key, *self.accept, *self.distractors)


class Verdict(NamedTuple):
    """How the codes stand to each other on this situation."""

    verdict: str  #: same, partly-differs, differs, or the id of the silent code and "-silent"
    note: str
    differences: tuple[str, ...]  #: practical differences of the crosswalk that it turns on


class Roles(NamedTuple):
    """Two cards for role play."""

    person: str
    specialist: str


class Review(NamedTuple):
    """A named person's judgement of the key."""

    by: str
    role: str
    date: str
    verdict: str  #: approve or change


class Scenario(NamedTuple):
    """A situation from the work, with a key for every code."""

    id: str  #: permanent, never used again
    rev: int  #: raised with every change of meaning
    status: str  #: one of STATUSES; a machine never makes it "reviewed"
    author: str
    title: str
    setting: str
    topics: tuple[str, ...]  #: the main one first
    level: str  #: one of LEVELS
    difficulty: str  #: one of DIFFICULTIES
    content_notes: tuple[str, ...]
    stem: str
    prompt: str
    short_prompt: str  #: stem and prompt for a projector, at most 120 characters
    hint: str
    options: tuple[Option, ...]
    cite: Mapping[str, Key]
    compare: Verdict
    beyond_code: str  #: what law or agency policy may add, or ""
    discussion: tuple[str, ...]
    roles: Roles
    reviews: tuple[Review, ...] = ()
    text_checked: Mapping[str, str] = {}  #: code -> fingerprint of the cited texts when they were reviewed
    kind: str = SCENARIO  #: SCENARIO, or the name of the maker that made the question from the codes
    quoted: str = ""  #: the issuer's words that the question is about, or ""
    panel: Mapping[str, Mapping[str, tuple[int, ...]]] = {}  #: code -> option -> the rating of each of several people

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that it has a key for."""
        return tuple(self.options[0].rating) if self.options else ()

    def option(self, option_id: str) -> Option | None:
        """The option with this id."""
        return next((one for one in self.options if one.id == option_id), None)

    def best(self, code: str) -> Option | None:
        """The option that is best under a code."""
        return next((one for one in self.options if one.rating.get(code) == BEST), None)

    def silent(self, code: str) -> bool:
        """Whether the code does not name the matter."""
        return self.compare.verdict == f"{code}-silent"

    @property
    def heavy(self) -> bool:
        """Whether it touches danger, abuse or self-harm, so that help is named beside it."""
        return bool(HEAVY_NOTES & set(self.content_notes))

    def cited(self) -> list[str]:
        """Every provision that it names, each once."""
        options = [cite.id for one in self.options for cites in one.cites.values() for cite in cites]
        return list(dict.fromkeys([*options, *(i for key in self.cite.values() for i in key.all)]))
