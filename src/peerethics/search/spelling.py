"""Corrects words that nobody has ever used for anything here, to the nearest word that somebody has."""

from collections.abc import Iterable

SHORTEST = 4  # letters; shorter words have too many neighbours


def allowed(word: str) -> int:
    """How many slips a word of this length may have."""
    return 1 if len(word) < 6 else 2 if len(word) < 10 else 3


def correct(word: str, vocabulary: Iterable[tuple[str, int]]) -> str:
    """The known word that was probably meant, or "".

    Args:
        word: an unknown word, lower case.
        vocabulary: known words with how often they are used; those with the same first letters are enough.
    """
    if len(word) < SHORTEST or not word.isalpha():
        return ""
    most = allowed(word)
    letters = set(word)
    best: tuple[float, int, str] | None = None
    for known, count in vocabulary:
        if abs(len(known) - len(word)) > most or len(known) < SHORTEST or len(letters ^ set(known)) > 2 * most:
            continue
        slips = distance(word, known, most)
        if slips > most:
            continue
        # People rarely get the first letter wrong, and among equals they mean the usual word.
        candidate = (slips + (word[0] != known[0]), -count, known)
        if best is None or candidate < best:
            best = candidate
    return best[2] if best and best[0] <= most else ""


def distance(one: str, other: str, most: int) -> int:
    """Letters to add, drop, change or swap with their neighbour (optimal string alignment); `most` + 1 if more."""
    before_last: list[int] = []
    last = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, before_last[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
        before_last, last = last, row
    return last[-1]
