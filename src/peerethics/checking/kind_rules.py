"""Rules that kinds of words must keep: ids are unique, and no word means everything."""

from collections import Counter
from collections.abc import Iterator, Sequence

from peerethics.checking.verbatim import Difference
from peerethics.models import Kind

MOST_KINDS, MOST_WORDS = 2, 2  # kinds of one word, and words of one entry: search looks no further


def broken_rules(kinds: Sequence[Kind]) -> Iterator[Difference]:
    """Everything wrong with the kinds of one file."""
    for one, count in Counter(kind.id for kind in kinds).items():
        if count > 1:
            yield Difference(f"kind {one}", f"the kind {one!r} stands here {count} times", "give each its own id")
    uses = Counter(word.lower() for kind in kinds for word in kind.words)
    for kind in kinds:
        for word in kind.words:
            if uses[word.lower()] > MOST_KINDS:
                what = f"{word!r} stands in {uses[word.lower()]} kinds, and so says nothing"
                yield Difference(f"kind {kind.id}", what, f"keep it in {MOST_KINDS} at most")
            if len(word.split()) > MOST_WORDS:
                yield Difference(f"kind {kind.id}", f"{word!r} is too long for a kind", "use one word or two")
