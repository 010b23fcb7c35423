"""Rules that kinds of words must keep: ids are unique, search can find each entry, no word means everything."""

from collections import Counter
from collections.abc import Iterator, Sequence

from peerethics.checking.verbatim import Difference
from peerethics.models import Kind
from peerethics.search.words import entry_forms

MOST_WORDS = 2  # of an entry: search looks up no more at a time
MOST_KINDS = 2  # of one word, in whatever form


def broken_rules(kinds: Sequence[Kind]) -> Iterator[Difference]:
    """Everything wrong with the kinds of one file."""
    for one, count in Counter(kind.id for kind in kinds).items():
        if count > 1:
            yield Difference(f"kind {one}", f"the kind {one!r} stands here {count} times", "give each its own id")
    uses = Counter(form for kind in kinds for form in {entry_forms(word)[0] for word in kind.words})
    for kind in kinds:
        for word in kind.words:
            form = entry_forms(word)[0]
            if not 1 <= len(form.split()) <= MOST_WORDS:
                yield Difference(f"kind {kind.id}", f"{word!r} is not one word or two", "write it as search reads it")
            elif uses[form] > MOST_KINDS:
                what = f"{word!r} stands in {uses[form]} kinds, and so says little"
                yield Difference(f"kind {kind.id}", what, f"keep it in {MOST_KINDS} at most")
