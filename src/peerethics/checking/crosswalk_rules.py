"""Rules that a crosswalk must keep: places exist, every provision is accounted for, nothing contradicts."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator

from peerethics.checking.verbatim import Difference
from peerethics.library.crosswalks import base, fingerprint
from peerethics.library.library import Library
from peerethics.models import Crosswalk, Pair


def broken_rules(crosswalk: Crosswalk, library: Library, topics: Collection[str]) -> Iterator[Difference]:
    """Everything wrong with a crosswalk; the entry of each is the place as the sheet knows it.

    Args:
        crosswalk: the crosswalk.
        library: the codes that are held.
        topics: ids of the topics; () to leave them unchecked.
    """
    for code in (crosswalk.source, crosswalk.target):
        if library.code(code) is None:
            yield Difference("", f"no code {code!r} is held", "put its file beside the others, or correct the id")
            return
    yield from _missing_places(crosswalk, library)
    yield from _stale(crosswalk, library)
    yield from _twice(crosswalk)
    yield from _contradictions(crosswalk)
    if crosswalk.source != crosswalk.target:
        yield from _unaccounted(crosswalk, library)
    for one in crosswalk.differences:
        if topics and one.topic not in topics:
            yield Difference(f"difference {one.id}", f"{one.id}: no topic {one.topic!r}", "see: peerethics topics")


def _named_places(crosswalk: Crosswalk) -> Iterator[tuple[str, str, str]]:
    """Every place that is named: where, the code it must belong to ("" for any), the place."""
    for pair in crosswalk.pairs:
        yield _where(pair), crosswalk.source, pair.source
        yield _where(pair), crosswalk.target, pair.target
    for one in crosswalk.unmatched:
        ours, theirs = crosswalk.source, crosswalk.target
        if one.id.startswith(f"{theirs}-"):
            ours, theirs = theirs, ours
        yield f"unmatched {one.id}", ours, one.id
        if one.nearest:
            yield f"unmatched {one.id}", theirs, one.nearest
    for difference in crosswalk.differences:
        for code, places in (*difference.cites, *difference.near):
            for place in places:
                yield f"difference {difference.id}", code, place


def _missing_places(crosswalk: Crosswalk, library: Library) -> Iterator[Difference]:
    for where, code, place in _named_places(crosswalk):
        entry = library.entry(place)
        if entry is None:
            yield Difference(where, f"{place} does not exist", "correct the id; see: peerethics show")
        elif code and entry.code.id != code:
            yield Difference(
                where, f"{place} belongs to {entry.code.id}, not to {code}", "swap the sides or correct the id"
            )
        elif entry.item or not entry.text:
            yield Difference(where, f"{place} is no provision", "name the whole provision, or a sentence of it")


def _stale(crosswalk: Crosswalk, library: Library) -> Iterator[Difference]:
    for pair in crosswalk.pairs:
        for place, mark in zip((pair.source, pair.target), pair.fingerprints, strict=True):
            entry = library.entry(base(place))
            if entry and mark and mark != fingerprint(entry.text):
                what = f"the text of {entry.id} has changed since this pair was judged"
                yield Difference(_where(pair), what, f"judge the pair again, then write {fingerprint(entry.text)}")
            elif entry and not mark:
                yield Difference(_where(pair), f"no fingerprint of {entry.id}", f"write {fingerprint(entry.text)}")


def _twice(crosswalk: Crosswalk) -> Iterator[Difference]:
    seen: set[frozenset[str]] = set()
    for pair in crosswalk.pairs:
        both = frozenset((pair.source, pair.target))
        if both in seen:
            yield Difference(_where(pair), f"the pair {pair.source}, {pair.target} stands here twice", "keep one")
        seen.add(both)
    for one, count in Counter(u.id for u in crosswalk.unmatched).items():
        if count > 1:
            yield Difference(f"unmatched {one}", f"{one} is listed as unmatched twice", "keep one")
    for one, count in Counter(d.id for d in crosswalk.differences).items():
        if count > 1:
            yield Difference(f"difference {one}", f"the difference {one!r} stands here twice", "rename one")


def _contradictions(crosswalk: Crosswalk) -> Iterator[Difference]:
    """Equality with two places, and two places that each lie inside the other."""
    equal: dict[str, list[Pair]] = defaultdict(list)
    inside: set[tuple[str, str]] = set()
    for pair in crosswalk.pairs:
        if pair.relation == "equal":
            equal[pair.source].append(pair)
            equal[pair.target].append(pair)
        if pair.relation in ("subset", "superset"):
            small, large = (pair.source, pair.target) if pair.relation == "subset" else (pair.target, pair.source)
            if (large, small) in inside:
                what = f"{small} lies in {large} and {large} in {small}"
                yield Difference(_where(pair), what, "call them equivalent, or correct one relation")
            inside.add((small, large))
    for place, pairs in equal.items():
        if len(pairs) > 1 and not _same_text(place, pairs):
            what = f"{place} is equal to {len(pairs)} places that are not equal to each other"
            yield Difference(_where(pairs[1]), what, "only one can be equal; call the others by what they share")


def _same_text(place: str, pairs: list[Pair]) -> bool:
    others = {
        (mark, side.partition("/")[2])  # the mark is that of the whole provision
        for p in pairs
        for side, mark in zip((p.source, p.target), p.fingerprints, strict=True)
        if side != place
    }
    return len(others) == 1 and all(mark for mark, _ in others)


def _unaccounted(crosswalk: Crosswalk, library: Library) -> Iterator[Difference]:
    """Every provision of both codes must be paired, or listed as without counterpart, and not both."""
    paired = {base(place) for pair in crosswalk.pairs for place in (pair.source, pair.target)}
    listed = {one.id for one in crosswalk.unmatched}
    for one in sorted(listed & paired):
        yield Difference(
            f"unmatched {one}", f"{one} is listed as unmatched and stands in a pair", "remove one of the two"
        )
    for code_id in (crosswalk.source, crosswalk.target):
        code = library.code(code_id)
        for provision in code.provisions() if code else ():
            if provision.id not in paired | listed:
                what = f"{provision.id} is neither paired nor listed as unmatched"
                yield Difference("", what, "pair it, or list it under `unmatched` with its nearest")


def _where(pair: Pair) -> str:
    return f"{pair.source} {pair.target}"
