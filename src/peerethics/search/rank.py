"""Ranks duties, and through them provisions, for the words of a query.

Two views are taken and added:

    spoken      how much all that is said speaks for a duty, word by word and by two words side by side
    contained   phrases of a duty that stand in the query whole and in order

A keyword is answered by the phrase that is that word. In a story many words stand by chance, and so do phrases:
there the first view decides.
"""

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from peerethics.search.index import Index
from peerethics.search.words import kind_name, kinds_in, speech

MOST_LOST = 0.7  # share that the last provisions of a long list lose
TELLING = 0.3  # share of the most telling word's weight from which a word is named as a reason
BRIEF = 8  # words up to which a query is no story
EXACT, WHOLE = 1.5, 2.0  # how much more a phrase counts that stands there to the letter, or is all that was asked


class Weights(NamedTuple):
    """How much each view counts, and how scores spread from duties to provisions."""

    spoken: float = 2.0
    contained: tuple[float, float] = (0.85, 0.15)  #: for a keyword, for a story
    keyword: int = 2  #: words up to which a query is all keyword; it becomes a story as it grows longer
    contrast: float = 3.5  #: exponent that lets the best duty stand out before scores are spread
    duties: int = 8  #: duties that hand their score on
    levels: tuple[float, float, float] = (1.0, 0.6, 0.2)  #: shares for states, covers, near
    order: float = 0.2  #: what each later provision of a duty's list loses
    own_words: float = 0.1  #: share of the provisions' own text
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
    strength: float = 0.0  #: what speaks for the best duty; 1 is a word that was said once, and for this duty alone
    single: frozenset[str] = frozenset()  #: duties for which one word of a keyword or question speaks above all
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
    stems = whole or query
    kinds = [kind_name(kind) for _, alike in _kinds(index, stems) for kind in alike]
    for said, count in Counter([*speech(stems), *kinds]).items():
        often = 1 + math.log(count)
        for number, weight in zip(*index.postings(said).duties, strict=True):
            spoken[number] += weight * often
    unit = math.log(1 + (len(index.duties) - 0.5) / 1.5)  # what a word weighs that one duty alone has, once
    texts: dict[int, float] = defaultdict(float)
    known: dict[str, float] = {}
    single: set[str] = set()
    for word in dict.fromkeys(query):
        found = index.postings(word)
        if found.uses or found.texts.numbers:
            known[word] = math.log(index.said / found.uses) if found.uses else 1.0
        most = max(found.duties.weights, default=0.0)
        if most >= unit and len(query) <= BRIEF:
            single.add(index.duties[found.duties.numbers[found.duties.weights.index(most)]])
        for number, weight in zip(*found.texts, strict=True):
            texts[number] += weight
    contained, standing = _contained(index, query, stems, known)
    brief = min(1.0, weights.keyword / max(len(query), 1))
    scores: Scores = defaultdict(float)
    for share, view in ((weights.spoken, spoken), (_between(weights.contained, brief), contained)):
        best = max(view.values(), default=0.0)
        for number, score in view.items():
            scores[index.duties[number]] += share * score / best
    own = {index.text_id(number): score for number, score in texts.items()}
    strength = max(spoken.values(), default=0.0) / unit
    return Evidence(dict(scores), own, standing, frozenset(known), strength, frozenset(single), brief)


def _kinds(index: Index, stems: Sequence[str]) -> Iterator[tuple[Sequence[str], Sequence[int]]]:
    """The words of a query that are of some kind; not those that only the codes themselves say, who know best."""

    def kinds_of(word: str) -> Sequence[int]:
        found = index.postings(word)
        return () if found.texts.numbers and not found.duties.numbers else found.kinds

    return kinds_in(stems, kinds_of)


def _between(ends: tuple[float, float], brief: float) -> float:
    """A share for a query that is `brief` parts keyword, and a story for the rest."""
    return ends[0] * brief + ends[1] * (1 - brief)


def _contained(
    index: Index, query: Sequence[str], spoken: Sequence[str], known: Mapping[str, float]
) -> tuple[dict[int, float], dict[str, list[tuple[str, ...]]]]:
    """The phrases that stand in the query whole and in order: their weight by duty, and their words."""
    whole = f" {' '.join(spoken)} "
    weight: dict[int, float] = defaultdict(float)
    standing: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for cut, stems in sorted(_phrases(index, query).items(), key=lambda pair: -len(pair[0])):
        said = {f" {one} " for ones in stems.values() for one in ones}
        exact = WHOLE if whole in said else EXACT if any(one in whole for one in said) else 1.0
        for duty in stems:
            telling = sum(known.get(word, 1.0) for word in cut) * exact
            weight[duty] += telling / math.sqrt(len(stems))
            standing[index.duties[duty]].append(cut)
    return weight, standing


def _phrases(index: Index, query: Sequence[str]) -> dict[tuple[str, ...], dict[int, list[str]]]:
    """Every run of features that is a phrase: by duty, the stems of all its words.

    In a story a single word is no phrase: nearly every word of it would be one, for many duties.
    """
    found: dict[tuple[str, ...], dict[int, list[str]]] = {}
    shortest = 1 if len(query) <= BRIEF else 2
    for start in range(len(query)):
        for end in range(start + shortest, len(query) + 1):
            cut = tuple(query[start:end])
            phrases, longer = index.phrases(" ".join(cut))
            for phrase in phrases:
                found.setdefault(cut, {}).setdefault(phrase.duty, []).append(phrase.stems)
            if not longer:
                break
    return found


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
    """For each of these duties, the words of a query that speak for it, themselves or by their kind, best first."""
    names = {index.duties.index(duty): duty for duty in duties}
    query = list(query)
    speaking: dict[str, Counter[int]] = {word: Counter() for word in query}
    said: list[tuple[tuple[str, ...], str]] = [((word,), word) for word in speaking]
    said += [(tuple(words), kind_name(kind)) for words, kinds in _kinds(index, query) for kind in kinds]
    for words, name in said:
        for number, weight in zip(*index.postings(name).duties, strict=True):
            if number in names:
                for word in words:
                    speaking[word][number] += weight  # type: ignore[assignment]
    return {duty: _telling({word: found[number] for word, found in speaking.items()}) for number, duty in names.items()}


def _telling(weights: Mapping[str, float]) -> list[str]:
    """The words that say most, and those that say not much less."""
    least = TELLING * max(weights.values(), default=0.0)
    return sorted((word for word, weight in weights.items() if weight > least), key=lambda word: (-weights[word], word))
