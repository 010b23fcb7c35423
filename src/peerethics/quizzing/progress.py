"""What many answers say about learning: by provision, by topic, over time, sure and mistaken, never met."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import tzinfo
from typing import NamedTuple

from peerethics.history.days import day_of
from peerethics.quizzing.tally import Done, Score, keyed, overall
from peerethics.scenario import BEST

SOLID, COMING, AGAIN, NEVER = "solid", "coming", "again", "never"
STATES = (SOLID, COMING, AGAIN, NEVER)
SURE = 3  #: the level of certainty that is called sure
IN_A_ROW = 2  #: best answers in a row that make a provision solid


class Day(NamedTuple):
    """One day of practice."""

    date: str  #: ISO 8601, where the person is
    scored: int
    best: int


class Surely(NamedTuple):
    """A question that was answered with certainty, and not with the best option."""

    item: str
    title: str


class Progress(NamedTuple):
    """Where somebody stands."""

    answers: int
    states: Mapping[str, str]  #: provision -> one of STATES
    topics: Mapping[str, Score]
    met: Mapping[str, tuple[int, int]]  #: topic -> scenarios met, and scenarios there are
    days: Sequence[Day]
    surely: Sequence[Surely]  #: whose last answer was sure and not the best
    changed: Sequence[str]  #: ids of questions whose wording changed since they were answered
    gone: int = 0  #: answers to questions that are not held any more


def progress(
    done: Iterable[Done],
    provisions: Iterable[str],
    bank: Mapping[str, str],
    revisions: Mapping[str, int],
    zone: tzinfo | None = None,
) -> Progress:
    """Where somebody stands.

    Args:
        done: every answer with its question, the earliest first.
        provisions: every provision that can be practised.
        bank: every scenario there is -> its main topic.
        revisions: question -> its revision now.
        zone: where the person is, for the days of practice; None for where this machine is.
    """
    known: dict[str, list[bool]] = defaultdict(list)
    topics: dict[str, Score] = {}
    last: dict[str, Done] = {}
    days: dict[str, Day] = {}
    count = 0
    for one in done:
        count += 1
        if one.answer.passed:
            continue
        last[one.scenario.id] = one
        _add(one, known, topics)
        date = day_of(one.answer.at, zone)
        before = days.get(date, Day(date, 0, 0))
        days[date] = Day(date, before.scored + (one.answer.best or one.answer.missed), before.best + one.answer.best)
    states = {place: _state(known.get(place, ())) for place in provisions}
    met = {topic: (sum(bank[i] == topic for i in bank if i in last), list(bank.values()).count(topic))
           for topic in dict.fromkeys(bank.values())}  # fmt: skip
    surely = [Surely(i, one.scenario.title) for i, one in last.items() if one.answer.sure == SURE and one.answer.missed]
    changed = [item for item, one in last.items() if revisions.get(item, one.answer.rev) != one.answer.rev]
    return Progress(count, states, topics, met, sorted(days.values()), surely, changed)


def _add(one: Done, known: dict[str, list[bool]], topics: dict[str, Score]) -> None:
    answer, topic = one.answer, one.scenario.topics[0] if one.scenario.topics else ""
    topics[topic] = topics.get(topic, Score()).plus(overall(answer))
    for code, mark in answer.marks.items():
        if mark.rating is None:
            continue
        for place in keyed(one.scenario, code):
            known[place].append(mark.rating == BEST)


def _state(outcomes: Sequence[bool]) -> str:
    if not outcomes:
        return NEVER
    if not outcomes[-1]:
        return AGAIN
    return SOLID if len(outcomes) >= IN_A_ROW and all(outcomes[-IN_A_ROW:]) else COMING
