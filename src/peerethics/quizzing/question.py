"""A question as it is put to a person: options and provisions in the order of the seed."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from peerethics.history.records import Mark
from peerethics.quizzing.marking import mark
from peerethics.scenario import Key, Option, Scenario
from peerethics.seeds import shuffled

LETTERS = "abcdefgh"
SPARE = 2  # distractors more than keys that are offered where both codes are asked for


class Question(NamedTuple):
    """One question of a quiz."""

    scenario: Scenario
    codes: tuple[str, ...]  #: the codes that it is asked under
    options: tuple[Option, ...]  #: in the order shown
    offered: Mapping[str, Key]  #: code -> the provisions to choose from
    provisions: tuple[str, ...]  #: the same in the order shown, those of one code together
    labels: str = LETTERS  #: what the options are called on the screen, one character each

    @property
    def id(self) -> str:
        return self.scenario.id

    def label(self, option_id: str) -> str:
        """What an option is called on the screen."""
        return self.labels[[option.id for option in self.options].index(option_id)]


class Reply(NamedTuple):
    """What a person answers."""

    option: str  #: id of the option; "" for a pass
    cited: tuple[str, ...] | None = None  #: None where no provisions were asked for
    sure: int = 0  #: 1 a guess, 2 fairly, 3 sure; 0 where nobody asked
    hint: bool = False  #: whether the hint was seen first


def put(scenario: Scenario, codes: Sequence[str], seed: str, cite: bool = True) -> Question:
    """The question that a scenario makes.

    Args:
        scenario: the scenario.
        codes: ids of the codes to ask under; those it has no key for are left out.
        seed: for the order of options and provisions.
        cite: whether to ask for the provisions.
    """
    asked = tuple(code for code in codes if code in scenario.codes)
    options = shuffled(seed, scenario.options, lambda option: f"{scenario.id}/{option.id}")
    several = len(asked) > 1
    offered = {code: _offer(scenario.cite[code], several) for code in asked if cite and code in scenario.cite}
    provisions = [
        place for code in offered for place in shuffled(seed, offered[code].all, lambda place: f"{scenario.id}/{place}")
    ]
    return Question(scenario, asked, tuple(options), offered, tuple(provisions))


def _offer(key: Key, several: bool) -> Key:
    """What is offered of a key: all of it, or a shorter list where two codes share the screen."""
    if not several:
        return key
    return Key(key.key, key.accept[:1], key.distractors[: len(key.key) + SPARE])


def mark_reply(question: Question, reply: Reply) -> dict[str, Mark]:
    """The marks of a reply under each code; nothing for a pass."""
    option = question.scenario.option(reply.option)
    if option is None:
        return {}
    marks = {}
    for code in question.codes:
        key = question.offered.get(code)
        cited = reply.cited or None  # who cites nothing passes on citing, and a pass costs nothing
        if key and cited and question.scenario.silent(code) and not set(cited) & {*key.key, *key.distractors}:
            cited = None  # what the code does not name need not be found in it
        marks[code] = mark(option.rating.get(code), cited, key)
    return marks
