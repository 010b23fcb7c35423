"""Rules that only answers can decide: a distractor that nobody takes is none (F4).

After Haladyna, Downing & Rodriguez 2002 (rules 29 and 31) and Tarrant, Ware & Mohammed 2009: a distractor works
if at least one wrong answer in twenty falls on it.
"""

from collections.abc import Iterator, Mapping

from peerethics.checking.findings import Finding, warning
from peerethics.scenario import BEST, Scenario

LEAST_WRONG = 30  #: wrong answers; fewer say too little of any option
LEAST_SHARE = 0.05


def broken_rules(one: Scenario, chosen: Mapping[str, int]) -> Iterator[Finding]:
    """The distractors of a scenario that hardly anybody chose.

    Args:
        one: the scenario.
        chosen: option id -> how many people chose it.
    """
    distractors = [option for option in one.options if BEST not in option.rating.values()]
    wrong = sum(chosen.get(option.id, 0) for option in distractors)
    for option in distractors if wrong >= LEAST_WRONG else ():
        count = chosen.get(option.id, 0)
        if count < LEAST_SHARE * wrong:
            what = f"option {option.id} took {count} of {wrong} answers that were not the best"
            yield warning("F4", f"option {option.id}", what, "replace it by what people really do")
