"""Lays two texts beside each other: sentence by sentence, then word by word.

Sentences are paired first, so that a difference in one does not run into the next; the name of the
worker ("MPSs will") is set apart, being the commonest difference and the one that means least.
"""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from peerethics.search.words import STOP
from peerethics.text import sentences, without_emphasis

ALIKE = 0.35  # ratio of equal words from which two sentences are versions of each other
CLOSE = 0.6  # ratio from which even a lone "the" is shown as shared; below, it would only tear the text apart
ALONE = 0.28  # the same where each text has but one sentence, so that no other can be meant
_EMPTY = STOP - {"not", "no", "never"}  # words that mean nothing by themselves
SAME, NAME, ONLY = "same", "name", "only"
_PIECE = re.compile(r"\w+(?:['\u2019-]\w+)*|[^\w\s]")
_GOES_ON = re.compile(r"['\u2019-]?\w")  # behind a name: it was only the beginning of a longer word
_AFTER_NAME = re.compile(r"\s+(?:will also|will|do|are)\b", re.IGNORECASE)


class Run(NamedTuple):
    """Words of one text that are of one kind, with the space that follows them; joined, runs give the text."""

    text: str
    kind: str  #: SAME, NAME (of the worker) or ONLY (in this text)


Sentence = tuple[Run, ...]


class Aligned(NamedTuple):
    """A sentence beside its version in the other text; () where it has none."""

    left: Sentence
    right: Sentence


class _Word(NamedTuple):
    text: str
    space: str  #: what stands between this word and the next
    is_name: bool


def align(left: str, right: str, names: Sequence[str]) -> list[Aligned]:
    """Two texts side by side.

    Args:
        left: one text.
        right: the other.
        names: what the texts call the worker.

    Returns:
        Sentences of both texts, each beside its version, in the order of both.
    """
    ours, theirs = ([_cut(one, names) for one in sentences(without_emphasis(text)) if one] for text in (left, right))
    partner = _partners(ours, theirs)
    rows: list[Aligned] = []
    placed: set[int] = set()
    for number, words in enumerate(ours):
        other = partner.get(number)
        if other is None:
            rows.append(Aligned(_alone(words), ()))
            continue
        # Sentences of the right text that come before this one and have no version stand in their place.
        for between in range(other):
            if between not in placed and between not in partner.values():
                rows.append(Aligned((), _alone(theirs[between])))
                placed.add(between)
        rows.append(_compare(words, theirs[other]))
        placed.add(other)
    rows += [Aligned((), _alone(words)) for number, words in enumerate(theirs) if number not in placed]
    return rows


def _cut(sentence: str, names: Sequence[str]) -> list[_Word]:
    """The words and marks of a sentence; the worker's name at its beginning is marked as one."""
    start = 0
    for name in sorted(names, key=len, reverse=True):
        if sentence.lower().startswith(name.lower()) and not _GOES_ON.match(sentence, len(name)):
            start = len(name)
            if after := _AFTER_NAME.match(sentence, start):
                start = after.end()
            break
    found = list(_PIECE.finditer(sentence))
    ends = [*(piece.start() for piece in found[1:]), len(sentence)]
    return [_Word(p[0], sentence[p.end() : end], p.start() < start) for p, end in zip(found, ends, strict=True)]


def _keys(words: Sequence[_Word]) -> list[str]:
    return [word.text.lower() for word in words if not word.is_name]


def _partners(ours: Sequence[list[_Word]], theirs: Sequence[list[_Word]]) -> dict[int, int]:
    """Left sentence -> its version on the right; the most alike first, each used once, none out of its order."""
    alike = [
        (SequenceMatcher(None, _keys(one), _keys(other), autojunk=False).ratio(), i, j)
        for i, one in enumerate(ours)
        for j, other in enumerate(theirs)
    ]
    least = ALONE if len(ours) == len(theirs) == 1 else ALIKE
    partner: dict[int, int] = {}
    for ratio, i, j in sorted(alike, key=lambda row: (-row[0], row[1], row[2])):
        free = i not in partner and j not in partner.values()
        if ratio >= least and free and all((i < other) == (j < partner[other]) for other in partner):
            partner[i] = j
    return partner


def _compare(ours: list[_Word], theirs: list[_Word]) -> Aligned:
    matcher = SequenceMatcher(None, _keys(ours), _keys(theirs), autojunk=False)
    left, right = [False] * len(_keys(ours)), [False] * len(_keys(theirs))
    close = matcher.ratio() >= CLOSE
    for i, j, size in matcher.get_matching_blocks():
        if not (close or any(word.isalnum() and word not in _EMPTY for word in _keys(ours)[i : i + size])):
            continue
        left[i : i + size] = [True] * size
        right[j : j + size] = [True] * size
    return Aligned(_runs(ours, left), _runs(theirs, right))


def _alone(words: list[_Word]) -> Sentence:
    return _runs(words, [False] * len(_keys(words)))


def _runs(words: list[_Word], shared: Sequence[bool]) -> Sentence:
    """Words joined to runs of one kind; `shared` says for each word but the name whether both texts have it."""
    runs: list[Run] = []
    marks = iter(shared)
    for word in words:
        kind = NAME if word.is_name else SAME if next(marks) else ONLY
        if runs and runs[-1].kind == kind:
            runs[-1] = Run(runs[-1].text + word.text + word.space, kind)
        else:
            runs.append(Run(word.text + word.space, kind))
    return tuple(runs)
