"""Adds up the marks of a quiz: by code, by topic, by provision, and what to read again."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from peerethics.history.records import Answer, Mark
from peerethics.quizzing.marking import graded
from peerethics.scenario import BEST, Scenario


class Done(NamedTuple):
    """A question that was answered or passed on."""

    scenario: Scenario
    answer: Answer


class Score(NamedTuple):
    """What several marks come to. Judgement and citation stand apart."""

    scored: int = 0  #: answers with a rating
    best: int = 0  #: answers that chose the best option
    graded: float = 0.0  #: sum of ratings as shares of the best
    asked: int = 0  #: answers for which provisions were asked
    citation: float = 0.0  #: sum of citation scores
    justified: int = 0  #: right for the right reason

    def plus(self, mark: Mark) -> "Score":
        """The score with one more mark."""
        rated = mark.rating is not None
        cited = mark.citation is not None
        return Score(
            self.scored + rated,
            self.best + (mark.rating == BEST),
            self.graded + (graded(mark.rating) if mark.rating is not None else 0.0),
            self.asked + cited,
            self.citation + (mark.citation or 0.0),
            self.justified + bool(mark.justified),
        )


class Tally(NamedTuple):
    """The result of a quiz."""

    codes: Mapping[str, Score]
    topics: Mapping[str, Score]  #: by main topic, each answer once
    provisions: Mapping[str, Score]  #: those in the key, each under its own code
    passed: int
    again: Sequence[str]  #: provisions to read again, the most missed first


def tally(done: Iterable[Done]) -> Tally:
    """The result of these answers; a pass counts nowhere but among the passes."""
    codes: dict[str, Score] = {}
    topics: dict[str, Score] = {}
    provisions: dict[str, Score] = {}
    missed: Counter[str] = Counter()
    passed = 0
    for scenario, answer in done:
        passed += answer.passed
        topic = scenario.topics[0] if scenario.topics else ""
        if answer.marks:
            topics[topic] = topics.get(topic, Score()).plus(overall(answer))
        for code, mark in answer.marks.items():
            codes[code] = codes.get(code, Score()).plus(mark)
            for place in keyed(scenario, code):
                provisions[place] = provisions.get(place, Score()).plus(mark)
                missed[place] += mark.rating not in (None, BEST)
    again = [place for place, count in missed.most_common() if count]
    return Tally(codes, topics, provisions, passed, again)


def overall(answer: Answer) -> Mark:
    """One mark for an answer under all codes: the least of the ratings, the mean of the citations."""
    marks = answer.marks.values()
    ratings = [mark.rating for mark in marks if mark.rating is not None]
    citations = [mark.citation for mark in marks if mark.citation is not None]
    justified = all(mark.justified for mark in marks) if citations else None
    mean = sum(citations) / len(citations) if citations else None
    return Mark(min(ratings, default=None), mean, justified)


def keyed(scenario: Scenario, code: str) -> tuple[str, ...]:
    """The provisions of a code that a question is about."""
    if code in scenario.cite:
        return scenario.cite[code].key
    return tuple(dict.fromkeys(cite.id for option in scenario.options[:1] for cite in option.cites.get(code, ())))
