"""Reads what a person typed: the words that carry it, and those that were misspelt."""

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from peerethics.search.index import Index
from peerethics.search.spelling import Known, correct, distance
from peerethics.search.words import STOP, carrying, stem, tokens

LONGEST = 2_000  # characters of a query that are read; more says nothing more of the situation
CORRECTED = 3  # unknown words that are looked up
SHORTEST_PART = 3  # letters of a word that may have run into another
USUAL = 8  # times that both must be used for that: rarer ones make words out of anything
SHORT = 14  # words of a query whose slips are corrected: in a longer story the known ones are enough


class Query(NamedTuple):
    """A query as search uses it."""

    typed: tuple[str, ...]  #: the words as they are meant, corrections made, in order
    features: tuple[str, ...]  #: stems of the words that carry the situation, in order
    whole: tuple[str, ...]  #: stems of all its words, in order
    corrections: tuple[tuple[str, str], ...]  #: (typed, meant)
    unknown: tuple[str, ...]  #: words that nobody has used for anything here


def read_query(index: Index, text: str) -> Query:
    """The query in a text of any kind and length."""
    typed: list[str] = []
    whole: list[str] = []
    corrections: dict[str, str] = {}
    unknown: dict[str, None] = {}
    cut = tokens(text[:LONGEST])
    corrected = CORRECTED if len(cut) <= SHORT else 0
    left_out = STOP - set(carrying(cut))
    for word in cut:
        if word in left_out:
            whole.append(stem(word))
            continue
        meant = corrections.get(word, word)
        if not _known(index, word) and word not in (*corrections, *unknown):
            looked_up = len(corrections) + len(unknown) < corrected
            meant = _meant(index, word) if looked_up else word
            if meant == word:
                unknown[word] = None
            else:
                corrections[word] = meant
        for part in meant.split():
            whole.append(stem(part))
            if part not in left_out:
                typed.append(part)
    return Query(tuple(typed), tuple(map(stem, typed)), tuple(whole), tuple(corrections.items()), tuple(unknown))


def _known(index: Index, word: str) -> bool:
    found = index.postings(stem(word))
    return bool(found.duties.numbers or found.uses) or bool(index.count(word))


def _meant(index: Index, word: str) -> str:
    """What an unknown word stands for: a known one but for one slip, two run into one, or the nearest known."""
    near = correct(word, _candidates(index, word))
    if near and distance(word, near, 1) <= 1:
        return near
    return _apart(index, word) or near or word


def _apart(index: Index, word: str) -> str:
    """Two words that were written as one, "giftcard"; "" where it is not so."""
    splits = [(word[:at], word[at:]) for at in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1)]
    both = [(min(map(index.count, split)), split) for split in splits]
    usual, split = max(both, default=(0, ("", "")))
    return " ".join(split) if usual >= USUAL else ""


def _candidates(index: Index, word: str) -> Iterator[Known]:
    """Known words that a slip may have turned into this one: those that begin like it."""
    return chain.from_iterable(map(index.words_from, dict.fromkeys(word[:2])))
