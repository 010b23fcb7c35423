"""Corrects words that nobody has ever used for anything here, to the nearest word that somebody has."""

from collections.abc import Iterable

Known = tuple[str, int, int]  # a known word, how often it is used, and its `letters`
SHORTEST = 4  # letters; shorter words have too many neighbours


def allowed(word: str) -> int:
    """How many slips a word of this length may have."""
    return 1 if len(word) < 6 else 2 if len(word) < 10 else 3


def letters(word: str) -> int:
    """A bit for each letter that a word has, and a further one for each that it has twice."""
    once = twice = 0
    for letter in word:
        bit = 1 << ord(letter) % 32
        twice |= once & bit
        once |= bit
    return once | twice << 32


def correct(word: str, vocabulary: Iterable[Known]) -> str:
    """The known word that was probably meant, or "".

    Args:
        word: an unknown word, lower case.
        vocabulary: known words; those with the same first letters are enough.
    """
    if len(word) < SHORTEST or not word.isalpha():
        return ""
    most = allowed(word)
    own = letters(word)
    best = (most + 1, True, 0, "")
    for known, count, others in vocabulary:
        # A letter that only one of the two has takes a slip: this rules out most words at once.
        if (own & ~others).bit_count() > most or (others & ~own).bit_count() > most:
            continue
        if abs(len(known) - len(word)) > most or len(known) < SHORTEST:
            continue
        # People rarely get the first letter wrong. Among equals, letters were left out; else they mean the usual word.
        strange = word[0] != known[0]
        slips = strange + distance(word, known, most - strange)
        if slips <= most:
            best = min(best, (slips, not _left_out(word, known), -count, known))
            most = best[0]
    return best[3]


def _left_out(word: str, known: str) -> bool:
    """Whether the slips only left letters out: "supervison" is sooner "supervision" than "supervisor"."""
    rest = iter(known)
    return all(letter in rest for letter in word)


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
    return min(last[-1], most + 1)
