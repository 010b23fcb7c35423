"""All crosswalks that are held: pairs and differences between codes, read from either side."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from peerethics.library import thaw
from peerethics.library.files import DataFile, show
from peerethics.library.library import Library
from peerethics.library.load import load, too_many
from peerethics.library.places import Places
from peerethics.models import Crosswalk, Difference, Pair, Problem

#: How a relation reads from the other side.
INVERSE = {"subset": "superset", "superset": "subset"}
FINGERPRINT_LENGTH = 12  # hexadecimal digits of the sha256 of a text


class Crosswalks:
    """Every crosswalk between the codes that are held."""

    def __init__(self, crosswalks: Iterable[Crosswalk]) -> None:
        self.crosswalks = list(crosswalks)

    def between(self, source: str, target: str) -> Crosswalk | None:
        """The crosswalk between two codes, turned so that it reads from `source`."""
        for one in self.crosswalks:
            if (one.source, one.target) == (source, target):
                return one
            if (one.source, one.target) == (target, source):
                return turned(one)
        return None


def base(place: str) -> str:
    """The provision that a place is in: "ms-9" for "ms-9/s2"."""
    return place.partition("/")[0]


def turned(crosswalk: Crosswalk) -> Crosswalk:
    """The same crosswalk read from the other side."""
    pairs = tuple(
        Pair(p.target, p.source, INVERSE.get(p.relation, p.relation), p.confidence, p.rationale, p.fingerprints[::-1])
        for p in crosswalk.pairs
    )
    return crosswalk._replace(source=crosswalk.target, target=crosswalk.source, pairs=pairs)


def fingerprint(text: str) -> str:
    """The mark of a text by which a later change to it is noticed."""
    return sha256(" ".join(text.split()).encode()).hexdigest()[:FINGERPRINT_LENGTH]


def suspect(pair: Pair, library: Library) -> list[str]:
    """The provisions of a pair whose text has changed since the pair was judged."""
    changed = []
    for place, mark in zip((pair.source, pair.target), pair.fingerprints, strict=True):
        entry = library.entry(base(place))
        if mark and entry and fingerprint(entry.text) != mark:
            changed.append(entry.id)
    return changed


def open_crosswalks(places: Places) -> Crosswalks:
    """The crosswalks in these places.

    Raises:
        PeerEthicsError: a file is unreadable or wrong, or two are between the same codes (exit code 3).
    """
    crosswalks, paths, _ = load(places, "crosswalks", _read, thaw.crosswalk)
    clashes = crosswalk_clashes(crosswalks, paths)
    if clashes:
        raise too_many(clashes)
    return Crosswalks(crosswalks)


def crosswalk_clashes(crosswalks: Iterable[Crosswalk], paths: Iterable[Path]) -> list[Problem]:
    """Crosswalks between codes that an earlier one is between: nobody would know which of them holds."""
    first: dict[frozenset[str], Path] = {}
    problems = []
    for one, path in zip(crosswalks, paths, strict=True):
        earlier = first.setdefault(frozenset((one.source, one.target)), path)
        if earlier is not path:
            what = f"a crosswalk between {one.source} and {one.target} is held already ({show(earlier)})"
            problems.append(Problem(show(path), 0, 0, what, "keep one of the two files"))
    return problems


def differences_on(crosswalk: Crosswalk, topic: str, provisions: Iterable[str]) -> list[Difference]:
    """The practical differences of a topic, or that cite one of these provisions."""
    wanted = set(provisions)
    found = []
    for one in crosswalk.differences:
        cited = {base(place) for _, places in one.cites for place in places}
        if (topic and one.topic == topic) or cited & wanted:
            found.append(one)
    return found


def _read(file: DataFile) -> tuple[Crosswalk | None, list[Problem]]:
    from peerethics.reading.crosswalk_file import open_crosswalk

    crosswalk, sheet = open_crosswalk(file.raw, file.shown)
    return crosswalk, sheet.problems
