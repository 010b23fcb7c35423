"""Reads what a person typed: the words that carry it, and those that were misspelt."""

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from peerethics.search.index import Index
from peerethics.search.spelling import Known, correct
from peerethics.search.words import STOP, carrying, stem, tokens

LONGEST = 2_000  # characters of a query that are read; more says nothing more of the situation
CORRECTED = 3  # unknown words that are looked up
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
        if not index.postings(stem(word)).duties.numbers and not index.count(word):
            if word not in corrections and word not in unknown and len(corrections) + len(unknown) < corrected:
                meant = correct(word, _candidates(index, word))
                if meant:
                    corrections[word] = meant
            if word not in corrections:
                unknown[word] = None
        meant = corrections.get(word, word)
        whole.append(stem(meant))
        if meant not in left_out:
            typed.append(meant)
    return Query(tuple(typed), tuple(map(stem, typed)), tuple(whole), tuple(corrections.items()), tuple(unknown))


def _candidates(index: Index, word: str) -> Iterator[Known]:
    """Known words that a slip may have turned into this one: those that begin like it."""
    return chain.from_iterable(map(index.words_from, dict.fromkeys(word[:2])))
