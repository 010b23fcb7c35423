"""Mark answers: judgement and citation are two scores and are never blended.

No study validates one weight for "response and cited principle", so none is used. Ratings are 0 to 3, scores 0 to
1. Sources: ratings and rating all options follow the situational judgement tests of UCAT and UKFPO; the step at the
middle of the scale answers Weng et al. 2018, who found that distance to the key rewards hedging; citation is a balanced
form of NCLEX plus/minus scoring, justification the NCLEX rationale rule; the interval is Wilson's (1927).
"""

from collections.abc import Collection, Mapping
from math import sqrt

from peerethics.history.records import Mark
from peerethics.scenario import BEST, Key

PASS_LINE = 0.75  # a practice line; a board sets its own
EXAM_LENGTH = 25  # questions
_Z = 1.959964  # of the normal distribution, for 95 in 100


def strict(rating: int) -> int:
    """1 for the best option, else 0: for exams."""
    return int(rating == BEST)


def graded(rating: int) -> float:
    """The rating as a share of the best: for practice."""
    return rating / BEST


def rate_all(key: Mapping[str, int], given: Mapping[str, int]) -> float:
    """The score of rating every option: 1 for the key's rating, half for one step off on the same side of the middle.

    Nothing is given for hedging: 1 and 2 lie one step apart, but on both sides of the line between poor and acceptable.
    """
    return sum(_rated(key[option], given[option]) for option in key) / len(key)


def _rated(key: int, given: int) -> float:
    if key == given:
        return 1.0
    return 0.5 if abs(key - given) == 1 and (key > 1) == (given > 1) else 0.0


def citation(cited: Collection[str], key: Collection[str], distractors: Collection[str]) -> float:
    """The score of the provisions that were cited: the share of the key found less the share of distractors taken.

    Provisions in neither list are defensible: no credit, no loss.
    """
    found, taken = len(set(cited) & set(key)), len(set(cited) & set(distractors))
    return max(0.0, found / len(key) - (taken / len(distractors) if distractors else 0.0))


def justified(rating: int, cited: Collection[str], key: Collection[str], distractors: Collection[str]) -> bool:
    """Whether the best option was chosen for a reason that the key names, and for none that it does not."""
    return bool(strict(rating) and set(cited) & set(key) and not set(cited) & set(distractors))


def mark(rating: int | None, cited: Collection[str] | None, key: Key | None) -> Mark:
    """The marks of an answer under one code.

    Args:
        rating: of the chosen option; None where it is only discussed.
        cited: the provisions of that code that were cited; None where none were asked for.
        key: which provisions count, as far as they were shown.
    """
    if cited is None or key is None or not key.key:
        return Mark(rating, None, None)
    score = citation(cited, key.key, key.distractors)
    right = rating is not None and justified(rating, cited, key.key, key.distractors)
    return Mark(rating, score, right)


def wilson(right: int, of: int) -> tuple[float, float]:
    """The interval that holds the true share in 95 of 100 cases, when `right` of `of` answers were best."""
    if not of:
        return (0.0, 1.0)
    share = right / of
    middle = share + _Z**2 / (2 * of)
    reach = _Z * sqrt(share * (1 - share) / of + _Z**2 / (4 * of**2))
    low, high = ((middle + sign * reach) / (1 + _Z**2 / of) for sign in (-1, 1))
    return max(0.0, low), min(1.0, high)
