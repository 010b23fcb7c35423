"""Gathers what speaks for a duty: everything that a query says, and the phrases of the vocabulary in it.

Two views are taken and added:

    spoken      how much all that is said speaks for a duty, word by word and by two words side by side
    contained   phrases of a duty that stand in the query whole and in order

A keyword is answered by the phrase that is that word. In a story many words stand by chance, and so do phrases:
there the first view decides.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from peerethics.search.index import PRECISION, Index
from peerethics.search.words import kind_name, kinds_in, rarity, speech

SPOKEN = 2.0  # share of the first view
CONTAINED = (0.85, 0.15)  # share of the second, for a keyword and for a story
KEYWORD = 2  # words up to which a query is all keyword; it becomes a story as it grows longer
BRIEF = 8  # words up to which it is no story yet
LOUD = 1.5  # how clearly one word must speak to be heard beside all others
EXACT, WHOLE = 1.5, 2.0  # how much more a phrase counts that stands there to the letter, or is all that was asked
TELLING = 0.3  # share of the most telling word's weight from which a word is named as a reason
Scores = dict[str, float]


class Evidence(NamedTuple):
    """What a query found in the index."""

    duties: Scores  #: duty id -> score; the best is about the sum of the shares
    texts: Scores  #: provision id -> score of its own text
    phrases: dict[str, list[tuple[str, ...]]]  #: duty id -> features of phrases in the query, the longest first
    known: frozenset[str]  #: features of the query that the index has
    together: int = 0  #: features of the query that stand in one provision
    strength: float = 0.0  #: what speaks for the best duty; 1 is a word that was said once, and for this duty alone
    single: frozenset[str] = frozenset()  #: duties for which one word of a keyword or question speaks above all
    brief: float = 0.0  #: how far the query is a keyword, from 0 (a story) to 1


def gather(index: Index, query: Sequence[str], whole: Sequence[str] = ()) -> Evidence:
    """Everything that speaks for a duty or provision.

    Args:
        index: the search index.
        query: features of the query, in order.
        whole: stems of all words of the query, in order; the features where left out.
    """
    stems = whole or query
    words = list(dict.fromkeys(query))
    known = {word: _rarity(index, word) for word in words if _is_known(index, word)}
    spoken = _spoken(index, stems)
    contained, standing = _contained(index, query, stems, known)
    brief = min(1.0, KEYWORD / max(len(query), 1))
    share = CONTAINED[0] * brief + CONTAINED[1] * (1 - brief)
    duties: Scores = defaultdict(float)
    for part, view in ((SPOKEN, spoken), (share, contained)):
        best = max(view.values(), default=0.0) or 1.0
        for number, score in view.items():
            duties[index.duties[number]] += part * score / best
    texts: dict[int, float] = defaultdict(float)
    together: dict[int, int] = defaultdict(int)
    for word in words:
        for number, weight in zip(*index.postings(word).texts, strict=True):
            texts[number] += weight
            together[number] += 1
    own = {index.text_id(number): score for number, score in texts.items()}
    strength = max(spoken.values(), default=0.0) / _clear(index)
    single = _single(index, words) if len(query) <= BRIEF else frozenset[str]()
    most = max(together.values(), default=0)
    return Evidence(dict(duties), own, standing, frozenset(known), most, strength, single, brief)


def _spoken(index: Index, stems: Sequence[str]) -> dict[int, float]:
    """By duty, how much everything that is said speaks for it."""
    kinds = [kind_name(kind) for _, alike in _kinds(index, stems) for kind in alike]
    spoken = [0.0] * len(index.duties)  # a long story adds thousands of weights, and a list is quicker than a mapping
    for said, count in Counter([*speech(stems), *kinds]).items():
        found = index.postings(said).duties
        often = 1 + math.log(count)
        for number, weight in zip(found.numbers, found.weights, strict=True):
            spoken[number] += weight * often
    return {number: score for number, score in enumerate(spoken) if score}


def _is_known(index: Index, word: str) -> bool:
    found = index.postings(word)
    return bool(found.uses or found.texts.numbers)


def _rarity(index: Index, word: str) -> float:
    uses = index.postings(word).uses
    return math.log(index.said / uses) if uses else 1.0


def _clear(index: Index) -> float:
    """What a word weighs that one duty alone has, once."""
    return rarity(1, len(index.duties)) * PRECISION


def _single(index: Index, words: Iterable[str]) -> frozenset[str]:
    """The duties for which one of these words speaks above all, if it speaks clearly."""
    found = [index.postings(word).duties for word in words]
    clear = [(max(one.weights), one) for one in found if one.weights and max(one.weights) >= LOUD * _clear(index)]
    return frozenset(index.duties[one.numbers[one.weights.index(most)]] for most, one in clear)


def _kinds(index: Index, stems: Sequence[str]) -> Iterator[tuple[Sequence[str], Sequence[int]]]:
    """The words of a query that are of some kind; not those that only the codes themselves say, who know best."""

    def kinds_of(word: str) -> Sequence[int]:
        found = index.postings(word)
        return () if found.texts.numbers and not found.duties.numbers else found.kinds

    return kinds_in(stems, kinds_of)


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


def words_for(index: Index, query: Iterable[str], duties: Iterable[str]) -> dict[str, list[str]]:
    """For each of these duties, the words of a query that speak for it, themselves or by their kind, best first."""
    names = {index.duties.index(duty): duty for duty in duties}
    query = list(query)
    speaking: dict[str, dict[int, float]] = {word: defaultdict(float) for word in query}
    said: list[tuple[tuple[str, ...], str]] = [((word,), word) for word in speaking]
    said += [(tuple(words), kind_name(kind)) for words, kinds in _kinds(index, query) for kind in kinds]
    for words, name in said:
        for number, weight in zip(*index.postings(name).duties, strict=True):
            if number in names:
                for word in words:
                    speaking[word][number] += weight
    return {
        duty: _telling({word: found.get(number, 0.0) for word, found in speaking.items()})
        for number, duty in names.items()
    }


def _telling(weights: Mapping[str, float]) -> list[str]:
    """The words that say most, and those that say not much less."""
    least = TELLING * max(weights.values(), default=0.0)
    return sorted((word for word, weight in weights.items() if weight > least), key=lambda word: (-weights[word], word))
