"""The bank: every scenario that is held. Its list is read at each start, a scenario itself when it is needed.

With thousands of scenarios, reading all of them would cost more than showing one. What was compiled is one file:
a head, the list as JSON, then each scenario as JSON, found by its place. It is trusted while names, sizes and
times of the scenario files are those it was made from, or, for what the program was built with, while their
contents are.
"""

import json
import os
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from peerethics.errors import PeerEthicsError, bad_data
from peerethics.library import cache, thaw
from peerethics.library.files import DataFile, data_files, open_file, unknown_format, yaml_files
from peerethics.library.load import too_many
from peerethics.library.places import Places
from peerethics.models import Problem
from peerethics.scenario import Scenario

KIND = "scenarios"
RETIRED = "retired"


class Listing(NamedTuple):
    """What choosing needs to know of a scenario."""

    id: str
    rev: int
    title: str
    topics: tuple[str, ...]
    level: str
    content_notes: tuple[str, ...]
    keys: tuple[str, ...]  #: provisions in the key of any code
    codes: tuple[str, ...]
    status: str


class Bank:
    """All scenarios.

    Args:
        listings: one for each scenario, in the order of their ids.
        bodies: the scenario of each listing as JSON.
    """

    def __init__(self, listings: Sequence[Listing], bodies: Sequence[bytes]) -> None:
        self.listings = listings
        self._bodies = bodies

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {one.id: number for number, one in enumerate(self.listings)}

    def listing(self, scenario_id: str) -> Listing | None:
        """The listing of a scenario."""
        number = self._numbers.get(scenario_id)
        return None if number is None else self.listings[number]

    def scenario(self, scenario_id: str) -> Scenario | None:
        """The scenario with this id."""
        number = self._numbers.get(scenario_id)
        return None if number is None else thaw.scenario(json.loads(self._bodies[number]))

    def live(self) -> list[Listing]:
        """Every scenario that is not retired."""
        return [one for one in self.listings if one.status != RETIRED]


def open_bank(places: Places, only: Path | None = None) -> Bank:
    """The scenarios in these places.

    Args:
        places: the folders.
        only: a folder whose scenarios are used instead of all others, or None.

    Raises:
        PeerEthicsError: a file is unreadable or wrong, or two have one id (exit code 3).
    """
    folders = [only] if only else list(places.data)
    try:
        quick = f"{cache.signature(())}\n" + "\n".join(_marks(folders))
        kept = cache.cache_file(places.cache, KIND, quick)
        bank = _unpack(cache.recall_bytes(kept, quick))
        if bank:
            return bank
        files = list(data_files(folders, KIND))
    except OSError as error:
        raise bad_data([f"{error.filename}: cannot be read: {error.strerror}"]) from error
    sign = cache.signature((file.path.name, file.raw) for file in files)
    compiled = cache.recall_bytes(cache.cache_file(places.compiled, KIND, sign), sign)
    packed = compiled if _unpack(compiled) else pack(_read(files))
    cache.keep_bytes(kept, quick, packed or b"")
    return _unpack(packed) or Bank((), ())


def compile_bank(places: Places, into: Path) -> None:
    """Keep the bank of these places for `Places.compiled`, under the signature of the files' contents."""
    files = list(data_files(places.data, KIND))
    sign = cache.signature((file.path.name, file.raw) for file in files)
    cache.keep_bytes(cache.cache_file(into, KIND, sign), sign, pack(_read(files)))


def _marks(folders: Iterable[Path]) -> list[str]:
    """Name, size and times of every file that may hold a scenario."""
    marks = []
    for folder in folders:
        loose = [path for path in yaml_files(folder) if open_file(path).kind in (KIND, "")]
        marks += [_mark(str(path), path.stat()) for path in loose]
        inner = folder / KIND
        if inner.is_dir():
            with os.scandir(inner) as entries:
                marks += sorted(_mark(e.path, e.stat()) for e in entries if e.name.endswith((".yaml", ".yml")))
    return marks


def _mark(name: str, stat: os.stat_result) -> str:
    return f"{name}:{stat.st_size}:{stat.st_mtime_ns}:{stat.st_ctime_ns}"


def pack(scenarios: Sequence[Scenario]) -> bytes:
    """Scenarios as one run of bytes: the length of the list, the list, the scenarios."""
    ordered = sorted(scenarios, key=lambda one: one.id)
    bodies = [json.dumps(one, ensure_ascii=False, separators=(",", ":")).encode() for one in ordered]
    rows = [(*_listing(one), len(body)) for one, body in zip(ordered, bodies, strict=True)]
    index = json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()
    return b"\n".join([str(len(index)).encode(), index + b"".join(bodies)])


def _unpack(packed: bytes | None) -> Bank | None:
    """The bank in a run of bytes, or None where it is broken."""
    if not packed:
        return None
    try:
        length, _, rest = packed.partition(b"\n")
        rows = json.loads(rest[: int(length)])
        at = int(length)
        listings, bodies = [], []
        for row in rows:
            listings.append(
                Listing(
                    row[0], row[1], row[2], tuple(row[3]), row[4], tuple(row[5]), tuple(row[6]), tuple(row[7]), row[8]
                )
            )
            bodies.append(rest[at : at + row[9]])
            at += row[9]
    except (ValueError, TypeError, LookupError):
        return None
    return Bank(listings, bodies)


def _listing(one: Scenario) -> Listing:
    keys = dict.fromkeys(place for key in one.cite.values() for place in key.key)
    return Listing(
        one.id, one.rev, one.title, one.topics, one.level, one.content_notes, tuple(keys), one.codes,
        one.status,
    )  # fmt: skip


def _read(files: Sequence[DataFile]) -> list[Scenario]:
    from peerethics.reading.scenario_file import open_scenario

    scenarios: dict[str, Scenario] = {}
    problems: list[Problem] = []
    for file in files:
        if not file.kind:
            problems.append(unknown_format(file))
            continue
        one, sheet = open_scenario(file.raw, file.shown)
        problems += sheet.problems
        if one is None:
            continue
        if one.id in scenarios:
            problems.append(Problem(file.shown, 0, 0, f"the scenario {one.id!r} is held already", "rename one"))
        scenarios[one.id] = one
    if problems:
        raise too_many(problems)
    return list(scenarios.values())


def no_scenario(name: str, bank: Bank) -> PeerEthicsError:
    """The error for an id that no scenario has."""
    from difflib import get_close_matches

    near = get_close_matches(name, [one.id for one in bank.listings], n=3, cutoff=0.5)
    hint = f"Did you mean {' or '.join(near)}?" if near else "All scenarios: peerethics scenarios"
    return PeerEthicsError(f"There is no scenario {name!r}.", hint)
