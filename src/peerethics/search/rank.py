"""Ranks duties, and through them provisions, for the words of a query.

Keywords and stories want different evidence. A keyword is answered by the phrase that is that word; a
story shares single words with many duties, and only the duty that many of its words speak for, or that
has a story much like it, is meant. So four views are taken and added, each as a share of its best:

    spoken      how much all words together speak for a duty (BM25 over all its phrases)
    words       the few phrases most like the query
    stories     the few questions and stories most like the query
    contained   phrases that stand in the query whole and in order
"""

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from peerethics.search.index import Index

FOLLOWED = 40  # different words of a query that are followed
FEW = 8  # words of a query that are tried for standing together
CLOSEST = 50  # phrases that are looked at for being contained in the query
MOST_LOST = 0.7  # share that the last provisions of a long list lose
EXACT, WHOLE = 1.5, 2.0  # how much more a phrase counts that stands there to the letter, or is all that was asked


class Weights(NamedTuple):
    """How much each view counts, and how scores spread from duties to provisions."""

    spoken: float = 1.0
    words: float = 0.5
    stories: tuple[float, float] = (0.25, 0.75)  #: for a keyword, for a story
    contained: tuple[float, float] = (0.85, 0.15)
    keyword: int = 2  #: words up to which a query is all keyword; it becomes a story as it grows longer
    top_words: int = 3  #: phrases of a duty that are added up
    top_stories: int = 20
    contrast: float = 3.5  #: exponent that lets the best duty stand out before scores are spread
    duties: int = 8  #: duties that hand their score on
    levels: tuple[float, float, float] = (1.0, 0.7, 0.3)  #: shares for states, covers, near
    order: float = 0.2  #: what each later provision of a duty's list loses
    own_words: float = 0.15  #: share of the provisions' own text
    varied: int = 3  #: first places in which a duty that was answered counts less
    again: tuple[float, float] = (0.2, 0.5)  #: what it still counts there, for a keyword and for a story
    direct: float = 0.5  #: what a provision must be worth to a duty to answer it


DEFAULT = Weights()
Scores = dict[str, float]


class Evidence(NamedTuple):
    """What a query found in the index."""

    duties: Scores  #: duty id -> score; the best is about the sum of the weights
    texts: Scores  #: provision id -> score of its own text
    phrases: dict[str, list[tuple[str, ...]]]  #: duty id -> features of phrases in the query, the longest first
    known: frozenset[str]  #: features of the query that the index has
    together: bool = False  #: whether one phrase or story has two of the query's words
    brief: float = 0.0  #: how far the query is a keyword, from 0 (a story) to 1


def gather(index: Index, query: Sequence[str], whole: Sequence[str] = (), weights: Weights = DEFAULT) -> Evidence:
    """Everything that speaks for a duty or provision.

    Args:
        index: the search index.
        query: features of the query, in order.
        whole: stems of all words of the query, in order; the features where left out.
        weights: how much each view counts.
    """
    spoken: dict[int, float] = defaultdict(float)
    # Of every phrase and story, how like the query it is: long lists take half the time of mappings.
    phrases, stories = [0.0] * len(index.phrase_duties), [0.0] * len(index.story_duties)
    like_phrases: set[int] = set()  # those that share a word with the query
    like_stories: set[int] = set()
    texts: dict[int, float] = defaultdict(float)
    known: dict[str, float] = {}
    everything = len(phrases) + len(stories)
    for word, count in _followed(index, query).items():
        found = index.postings(word)
        having = len(found.phrases.numbers) + len(found.stories.numbers)
        rare = math.log(everything / having) if having else 1.0
        if found.duties.numbers or found.texts.numbers:
            known[word] = rare
        for number, weight in zip(*found.duties, strict=True):
            spoken[number] += weight
        factor = (1 + math.log(count)) * rare
        for number, weight in zip(*found.phrases, strict=True):
            phrases[number] += weight * factor
        like_phrases.update(found.phrases.numbers)
        for number, weight in zip(*found.stories, strict=True):
            stories[number] += weight * factor
        like_stories.update(found.stories.numbers)
        for number, weight in zip(*found.texts, strict=True):
            texts[number] += weight
    contained, standing = _contained(index, query, whole or query, _closest(phrases, like_phrases), known)
    scores: Scores = defaultdict(float)
    brief = min(1.0, weights.keyword / max(len(query), 1))
    for share, view in (
        (weights.spoken, spoken),
        (weights.words, _best(index.phrase_duties, phrases, like_phrases, weights.top_words)),
        (_between(weights.stories, brief), _best(index.story_duties, stories, like_stories, weights.top_stories)),
        (_between(weights.contained, brief), contained),
    ):
        best = max(view.values(), default=0.0)
        for number, score in view.items():
            scores[index.duties[number]] += share * score / best if best else 0.0
    own = {index.text_id(number): score for number, score in texts.items()}
    return Evidence(dict(scores), own, standing, frozenset(known), _together(index, list(known)[:FEW]), brief)


def _followed(index: Index, query: Sequence[str]) -> Mapping[str, int]:
    """How often each word stands in the query; of a very long story the rarer words say what it is about."""
    counted = Counter(query)
    if len(counted) <= FOLLOWED:
        return counted
    rarest = sorted(counted, key=lambda word: len(index.postings(word).stories.numbers))[:FOLLOWED]
    return {word: counted[word] for word in rarest}


def _together(index: Index, words: Sequence[str]) -> bool:
    """Whether people use two of these words in one breath."""
    seen: set[int] = set()
    for word in words:
        found = index.postings(word)
        here = {*found.phrases.numbers, *(~number for number in found.stories.numbers)}
        if seen & here:
            return True
        seen |= here
    return False


def _between(ends: tuple[float, float], brief: float) -> float:
    """A share for a query that is `brief` parts keyword, and a story for the rest."""
    return ends[0] * brief + ends[1] * (1 - brief)


def _closest(scores: Sequence[float], some: Iterable[int]) -> list[int]:
    """The few phrases most like the query."""
    return [phrase for _, phrase in heapq.nlargest(CLOSEST, ((scores[phrase], phrase) for phrase in some))]


def _best(duties: Sequence[int], scores: Sequence[float], some: Iterable[int], top: int) -> dict[int, float]:
    """For each duty, the sum of its few phrases or stories most like the query."""
    by_duty: dict[int, list[float]] = defaultdict(list)
    for number in some:
        by_duty[duties[number]].append(scores[number])
    return {duty: sum(sorted(found, reverse=True)[:top]) for duty, found in by_duty.items()}


def _contained(
    index: Index,
    query: Sequence[str],
    spoken: Sequence[str],
    phrases: Sequence[int],
    known: Mapping[str, float],
) -> tuple[dict[int, float], dict[str, list[tuple[str, ...]]]]:
    """Which of these phrases stand in the query whole and in order: their weight by duty, and their words."""
    spread: dict[tuple[str, ...], set[int]] = defaultdict(set)
    exact: dict[tuple[str, ...], float] = {}
    line, whole = f" {' '.join(query)} ", f" {' '.join(spoken)} "
    for phrase in phrases:
        _, features, stems = index.phrase(phrase)
        if f" {features} " in line:
            cut = tuple(features.split(" "))
            spread[cut].add(index.phrase_duties[phrase])
            said = f" {stems} "
            if said in whole:
                exact[cut] = WHOLE if said == whole else EXACT
    weight: dict[int, float] = defaultdict(float)
    standing: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for cut, duties in sorted(spread.items(), key=lambda pair: -len(pair[0])):
        for duty in duties:
            telling = sum(known.get(word, 1.0) for word in cut) * exact.get(cut, 1.0)
            weight[duty] += telling / math.sqrt(len(duties))
            standing[index.duties[duty]].append(cut)
    return weight, standing


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
    return _varied(total, parts, direct, _between(weights.again, brief), weights.varied)


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


def words_for(index: Index, query: Iterable[str], duties: Iterable[str]) -> dict[str, list[str]]:
    """For each of these duties, the words of a query that speak for it, the most telling first."""
    weighed: dict[int, list[tuple[float, str]]] = {index.duties.index(duty): [] for duty in duties}
    for word in dict.fromkeys(query):
        for number, weight in zip(*index.postings(word).duties, strict=True):
            if number in weighed and weight:
                weighed[number].append((weight, word))
    return {index.duties[duty]: [word for _, word in sorted(found, reverse=True)] for duty, found in weighed.items()}
