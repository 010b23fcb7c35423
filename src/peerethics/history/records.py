"""The values of the history: a run is one quiz, an answer is one question of it."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from peerethics.scenario import BEST

MODES = ("practice", "exam")
PRESENT = "present"  #: the mode of a run that is shown to a class; it has tallies and no answers


class Run(NamedTuple):
    """A quiz that was begun."""

    id: str
    started: str  #: UTC, ISO 8601
    plan: Mapping[str, object]  #: what `quizzing.plan` needs to go on

    @property
    def items(self) -> list[str]:
        """The ids of its questions, in order."""
        items = self.plan.get("items")
        return [str(one) for one in items] if isinstance(items, list) else []


class Mark(NamedTuple):
    """What an answer was worth under one code when it was given."""

    rating: int | None  #: of the option, 0 to 3; None where it is only discussed
    citation: float | None  #: 0 to 1; None where no provisions were asked for
    justified: bool | None  #: right for the right reason; None where no provisions were asked for


class Tally(NamedTuple):
    """Hands that were counted in a class, without names; or, as round 0, that a question was on the wall."""

    run: str
    position: int  #: of the question in the run, from 1
    round: int  #: 1 before people talked with each other, 2 after; 0 where nothing was counted
    counts: tuple[int, ...]  #: of each option, in the order shown
    at: str  #: UTC, ISO 8601


class Answer(NamedTuple):
    """One answer; everything that is shown about learning is derived from these."""

    run: str  #: id of the run
    position: int  #: in the run, from 1
    item: str  #: id of the question
    rev: int  #: its revision when it was answered
    option: str  #: id of the option; "" for a pass
    cited: tuple[str, ...] | None  #: None where no provisions were asked for
    sure: int  #: 1 a guess, 2 fairly, 3 sure; 0 where nobody asked
    hint: bool
    mode: str  #: one of MODES
    at: str  #: UTC, ISO 8601
    marks: Mapping[str, "Mark"]  #: by code; empty for a pass

    @property
    def passed(self) -> bool:
        """Whether the question was passed on."""
        return not self.option

    @property
    def best(self) -> bool:
        """Whether the option was the best under every code that scores it."""
        return not self.missed and any(mark.rating is not None for mark in self.marks.values())

    @property
    def missed(self) -> bool:
        """Whether a code scores the option and has a better one; what is only discussed cannot be missed."""
        return any(mark.rating not in (None, BEST) for mark in self.marks.values())


class Everything(NamedTuple):
    """All that a history holds."""

    runs: Sequence[Run] = ()
    answers: Sequence[Answer] = ()
    tallies: Sequence[Tally] = ()
