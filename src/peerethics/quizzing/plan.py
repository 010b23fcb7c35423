"""The plan of a quiz: everything that is needed to put the same questions again, or to go on later."""

from collections.abc import Mapping
from typing import NamedTuple

from peerethics.quizzing.question import Question, put
from peerethics.scenario import Scenario

PRACTICE, EXAM = "practice", "exam"


class Plan(NamedTuple):
    """What a quiz asks, and how."""

    items: tuple[str, ...]  #: ids of its questions, in order
    codes: tuple[str, ...]
    seed: str
    mode: str = PRACTICE
    cite: bool = True  #: whether provisions are asked for
    certainty: bool = False  #: whether people are asked how sure they are
    words: tuple[str, ...] = ()  #: the options that give the same questions again, together with the seed
    bank: str = ""  #: the folder of scenarios that was used instead of the shipped ones, or ""
    revs: tuple[int, ...] = ()  #: revision of each question when the plan was made; () in plans that kept none

    def question(self, scenario: Scenario) -> Question:
        """The question that a scenario makes in this quiz."""
        return put(scenario, self.codes, self.seed, self.cite)

    def as_json(self) -> dict[str, object]:
        """The plan as it is kept in the history."""
        return self._asdict()


def from_json(raw: Mapping[str, object]) -> Plan:
    """The plan that was kept.

    Raises:
        ValueError: it is none.
    """
    items, codes = raw.get("items"), raw.get("codes")
    if not isinstance(items, list) or not isinstance(codes, list):
        raise ValueError("this is no plan of a quiz")
    return Plan(
        tuple(map(str, items)),
        tuple(map(str, codes)),
        str(raw.get("seed", "")),
        str(raw.get("mode", PRACTICE)),
        bool(raw.get("cite", True)),
        bool(raw.get("certainty", False)),
        tuple(map(str, words)) if isinstance(words := raw.get("words"), list) else (),
        str(raw.get("bank", "")),
        tuple(rev if isinstance(rev, int) else 0 for rev in revs) if isinstance(revs := raw.get("revs"), list) else (),
    )
