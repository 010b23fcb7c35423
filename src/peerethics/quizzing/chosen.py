"""Counts how often each option was chosen, over the answers of people and the hands of classes."""

from collections import Counter
from collections.abc import Iterable, Mapping

from peerethics.history.records import PRESENT, Everything
from peerethics.quizzing.plan import Plan, from_json
from peerethics.scenario import Scenario

FIRST = 1  # the count before people talked; after it they follow each other


class Choices:
    """What people and classes chose.

    Of a history only the first answer to a question counts, for who answers again has seen the key. Of a class the
    last count of its first round is taken. Only answers and hands to the present wording count.

    Args:
        histories: one for each person or trainer.
    """

    def __init__(self, histories: Iterable[Everything]) -> None:
        self._answers: dict[tuple[str, int], list[str]] = {}  # question and revision -> options
        self._hands: dict[str, list[tuple[Plan, tuple[int, ...]]]] = {}  # question -> counts in the order of a plan
        classes: set[str] = set()  # whose hands are counted; two trainers may have kept one class
        for held in histories:
            first: dict[tuple[str, int], str] = {}
            for one in held.answers:
                if one.option:
                    first.setdefault((one.item, one.rev), one.option)
            for question, option in first.items():
                self._answers.setdefault(question, []).append(option)
            counts = {(one.run, one.position): one.counts for one in held.tallies if one.round == FIRST}
            for run in held.runs:
                if run.plan.get("mode") == PRESENT and run.id not in classes:
                    classes.add(run.id)
                    self._keep(from_json(run.plan), run.id, counts)

    def _keep(self, plan: Plan, run: str, counts: Mapping[tuple[str, int], tuple[int, ...]]) -> None:
        for number, item in enumerate(plan.items):
            if (run, number + 1) in counts:
                self._hands.setdefault(item, []).append((plan, counts[run, number + 1]))

    def of(self, scenario: Scenario) -> Counter[str]:
        """How many people chose each option of a scenario, by option id."""
        found = Counter(self._answers.get((scenario.id, scenario.rev), []))
        for plan, counts in self._hands.get(scenario.id, []):
            options = plan.question(scenario).options
            if _revision(plan, scenario.id) == scenario.rev and len(counts) == len(options):
                found.update({option.id: count for option, count in zip(options, counts, strict=True)})
        return found


def _revision(plan: Plan, item: str) -> int:
    """The revision of a question that a class was shown; the first where the plan kept none."""
    return plan.revs[plan.items.index(item)] if len(plan.revs) == len(plan.items) else 1
