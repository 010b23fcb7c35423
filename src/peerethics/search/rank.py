"""Spreads the scores of duties to provisions, and puts answers to several readings of a query first."""

import heapq
import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from peerethics.search.evidence import Scores

MOST_LOST = 0.7  # share that the last provisions of a long list lose


class Weights(NamedTuple):
    """How scores spread from duties to provisions."""

    contrast: float = 3.5  #: exponent that lets the best duty stand out before scores are spread
    duties: int = 8  #: duties that hand their score on
    levels: tuple[float, float, float] = (1.0, 0.6, 0.2)  #: shares for states, covers, near
    order: float = 0.2  #: what each later provision of a duty's list loses
    own_words: float = 0.1  #: share of the provisions' own text
    varied: int = 3  #: first places in which a duty that was answered counts less
    again: tuple[float, float] = (0.2, 0.5)  #: what it still counts there, for a keyword and for a story
    direct: float = 0.5  #: what a provision must be worth to a duty to answer it


DEFAULT = Weights()


def spread_scores(
    duties: Scores,
    links: Mapping[str, Sequence[Sequence[str]]],
    texts: Scores,
    brief: float = 0.0,
    weights: Weights = DEFAULT,
) -> list[tuple[str, float]]:
    """Provisions with their scores, the best first; the first few answer different readings of the query.

    Args:
        duties: duty id -> score.
        links: duty id -> its provisions by level: states, covers, near.
        texts: provision id -> score of its own text.
        brief: how far the query is a keyword, from 0 to 1.
        weights: how scores spread.
    """
    total: Scores = defaultdict(float)
    parts: dict[str, dict[str, float]] = defaultdict(dict)  # provision -> duty -> what it adds
    direct: dict[str, list[str]] = defaultdict(list)  # provision -> duties that it answers in so many words
    top = heapq.nlargest(weights.duties, duties.items(), key=lambda pair: pair[1])
    best = top[0][1] if top else 1.0
    for duty, score in top:
        share = (score / best) ** weights.contrast if best else 0.0
        for level, part in zip(links[duty], weights.levels, strict=True):
            for place, provision in enumerate(level):
                worth = part * (1 - min(weights.order * place, MOST_LOST))
                parts[provision][duty] = share * worth
                total[provision] += share * worth
                if worth >= weights.direct:
                    direct[provision].append(duty)
    strongest = max(texts.values(), default=0.0)
    for provision, score in texts.items():
        total[provision] += weights.own_words * score / strongest
    again = weights.again[0] * brief + weights.again[1] * (1 - brief)
    return _varied(total, parts, direct, again, weights.varied)


def _varied(
    total: Scores, parts: Mapping[str, Scores], direct: Mapping[str, Sequence[str]], again: float, first: int
) -> list[tuple[str, float]]:
    """The provisions by score; for the first few places a duty that was answered already counts less.

    A word such as "boundaries" has several meanings. Answers to the likeliest one alone leave out who meant another;
    see maximal marginal relevance (Carbonell & Goldstein 1998).
    """
    left: dict[str, float] = defaultdict(lambda: 1.0)  # duty -> what it still counts
    rest = sorted(total.items(), key=lambda pair: (-pair[1], pair[0]))
    chosen: list[tuple[str, float]] = []
    for _ in range(min(first, len(rest))):
        best, at = -math.inf, 0
        for number, (provision, score) in enumerate(rest):
            if score <= best:
                break  # what follows has no more to lose from
            now = score - sum(part * (1 - left[duty]) for duty, part in parts.get(provision, {}).items())
            if now > best:
                best, at = now, number
        provision, _ = rest.pop(at)
        chosen.append((provision, best))
        for duty in direct.get(provision, ()):
            left[duty] *= again
    least = chosen[-1][1] if chosen else math.inf
    return [*chosen, *((provision, min(score, least)) for provision, score in rest)]
