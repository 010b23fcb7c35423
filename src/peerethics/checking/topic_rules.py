"""Rules that the shared vocabulary must keep: ids are unique, and what it points to exists."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from peerethics.checking.verbatim import Difference
from peerethics.library.library import Library
from peerethics.models import Code, Topic


def broken_rules(topics: Sequence[Topic], library: Library) -> Iterator[Difference]:
    """Everything wrong with the topics of one file."""
    for kind, ids in (
        ("topic", [topic.id for topic in topics]),
        ("duty", [duty.id for topic in topics for duty in topic.duties]),
    ):
        for one, count in Counter(ids).items():
            if count > 1:
                yield Difference(
                    f"{kind} {one}", f"the {kind} {one!r} stands here {count} times", "give each its own id"
                )
    held = {code.id for code in library.codes}
    for topic in topics:
        for duty in topic.duties:
            where = f"duty {duty.id}"
            for place in (*duty.states, *duty.covers, *duty.near):
                if place.partition("-")[0] in held and library.entry(place) is None:
                    yield Difference(where, f"{duty.id} points to {place}, which does not exist", "correct the id")
            levels = Counter(p.partition("/")[0] for level in duty.levels() for p in level)
            for place, count in levels.items():
                if count > 1:
                    yield Difference(where, f"{duty.id} names {place} twice", "keep it where it says most")


def unknown_duties(code: Code, duties: Mapping[str, object]) -> Iterator[Difference]:
    """Duties that a code's own file names and that no topics file has."""
    for provision in code.provisions():
        for duty in provision.duties:
            if duty not in duties:
                yield Difference(provision.id, f"{provision.id} names the duty {duty!r}, which does not exist",
                                 "see the ids in: peerethics topics --json")  # fmt: skip
