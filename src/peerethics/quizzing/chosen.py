"""Counts how often each option was chosen, over the answers of people and the hands of classes."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from peerethics.history.records import PRESENT, Everything
from peerethics.quizzing.plan import from_json
from peerethics.scenario import Scenario

FIRST = 1  # the count before people talked; after it they follow each other


def chosen(scenario: Scenario, histories: Iterable[Everything]) -> Counter[str]:
    """How many people chose each option of a scenario, by option id.

    Of a history only the first answer counts, and only to the wording as it is now: who answers again has seen the
    key. Of a class the last count of its first round is taken, where it has a number for each option.

    Args:
        scenario: the scenario.
        histories: one for each person or trainer.
    """
    counts: Counter[str] = Counter()
    classes: set[str] = set()  # whose hands are counted; two trainers may have kept one class
    for held in histories:
        answers = (one.option for one in held.answers if (one.item, one.rev) == (scenario.id, scenario.rev))
        counts.update([option for option in answers if option][:1])
        for run, hands in _hands(scenario, held):
            if run not in classes:
                counts.update(hands)
            classes.add(run)
    return counts


def _hands(scenario: Scenario, held: Everything) -> Iterator[tuple[str, dict[str, int]]]:
    """For each class, its run and its hands by option."""
    for run in held.runs:
        if run.plan.get("mode") != PRESENT or scenario.id not in run.items:
            continue
        position = run.items.index(scenario.id) + 1
        rounds: Sequence[tuple[int, ...]] = [
            one.counts for one in held.tallies if (one.run, one.position, one.round) == (run.id, position, FIRST)
        ]
        shown = from_json(run.plan).question(scenario).options
        if rounds and len(rounds[-1]) == len(shown):
            yield run.id, {option.id: count for option, count in zip(shown, rounds[-1], strict=True)}
