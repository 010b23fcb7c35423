"""The bank: every scenario that is held. Its list is read at each start, a scenario itself when it is needed.

With thousands of scenarios, reading all of them would cost more than showing one. What was compiled is trusted
while names, sizes and times of the scenario files are those it was made from, or, for what the program was built
with, while their contents are.
"""

import os
import zlib
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from peerethics.errors import PeerEthicsError, bad_data
from peerethics.library import bank_file, cache
from peerethics.library.bank_file import Listing
from peerethics.library.files import DataFile, data_files, unknown_format
from peerethics.library.load import too_many
from peerethics.library.places import Places, is_folder
from peerethics.models import Problem
from peerethics.scenario import Scenario

if TYPE_CHECKING:
    from peerethics.reading.sheet import Sheet

KIND = "scenarios"
REVIEWED, RETIRED = "reviewed", "retired"


class Bank:
    """All scenarios.

    Args:
        listings: one for each scenario, in the order of their ids.
        read: the scenario of the listing with a number.
    """

    def __init__(self, listings: Sequence[Listing], read: Callable[[int], Scenario]) -> None:
        self.listings = listings
        self._read = read

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
        return None if number is None else self._read(number)

    def live(self) -> list[Listing]:
        """Every scenario that is not retired."""
        return [one for one in self.listings if one.status != RETIRED]


class Vetting(NamedTuple):
    """What scenarios must pass before they are used; they pass once, and again when anything changed."""

    sign: str  #: what the outcome depends on besides the scenarios
    problems: Callable[[Sequence[tuple[Scenario, "Sheet"]]], list[Problem]]  #: what keeps them from being used


def open_bank(places: Places, only: Path | None = None, vetting: Vetting | None = None) -> Bank:
    """The scenarios in these places.

    Args:
        places: the folders.
        only: a folder whose scenarios are used instead of all others, or None.
        vetting: what they must pass, besides being whole; None for nothing.

    Raises:
        PeerEthicsError: a file is unreadable or wrong, or two have one id (exit code 3).
    """
    if only and not is_folder(only):
        raise bad_data([f"There is no folder {str(only)!r}."], "Name a folder with scenarios, as YAML files.")
    folders = [only] if only else list(places.data)
    try:
        quick = f"{cache.signature(())}/{vetting.sign if vetting else ''}/{_marks(folders)}"
        kept = cache.cache_file(places.cache, KIND, quick)
        packed = bank_file.read(kept, quick)
        if packed:
            return Bank(packed.listings(), _reader(packed, folders))
        files = list(data_files(folders, KIND))
    except OSError as error:
        raise bad_data([f"{error.filename}: cannot be read: {error.strerror}"]) from error
    sign = cache.signature((file.path.name, file.raw) for file in files)
    packed = bank_file.read(cache.cache_file(places.compiled, KIND, sign), sign)
    if packed:
        return Bank(packed.listings(), _reader(packed, folders))
    scenarios = sorted(_read(files, vetting), key=lambda one: one.id)
    if kept:
        bank_file.write(kept, quick, scenarios)
        with suppress(OSError):  # another terminal removes the same ones
            cache.prune(kept)
    return Bank([bank_file.listing(one) for one in scenarios], scenarios.__getitem__)


def _reader(packed: bank_file.Packed, folders: Sequence[Path]) -> Callable[[int], Scenario]:
    """What reads a scenario: from the compiled file, or from its own where another run has cleared that away."""

    def read(number: int) -> Scenario:
        try:
            return packed.scenario(number)
        except PeerEthicsError:
            own = packed.rows[number][0]
            held = {one.id: one for one in _read(list(data_files(folders, KIND)))}
            if own not in held:
                raise
            return held[str(own)]

    return read


def compile_bank(places: Places, into: Path) -> None:
    """Keep the bank of these places for `Places.compiled`, under the signature of the files' contents."""
    files = list(data_files(places.data, KIND))
    sign = cache.signature((file.path.name, file.raw) for file in files)
    file = cache.cache_file(into, KIND, sign)
    if file:
        bank_file.write(file, sign, _read(files))


def _marks(folders: Iterable[Path]) -> str:
    """A mark of the names, sizes and times of all files that may hold a scenario."""
    found = []
    for folder in folders:
        for inner in (folder, folder / KIND):
            if inner.is_dir():
                with os.scandir(inner) as entries:
                    found += [(e.path, e.stat()) for e in entries if e.name.endswith((".yaml", ".yml")) and e.is_file()]
    marks = sorted((path, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns) for path, stat in found)
    return f"{len(marks)}:{zlib.crc32(repr(marks).encode('utf-8', 'surrogateescape')):08x}"


def _read(files: Sequence[DataFile], vetting: Vetting | None = None) -> list[Scenario]:
    from peerethics.reading.scenario_file import open_scenario

    read: dict[str, tuple[Scenario, Sheet]] = {}
    problems: list[Problem] = []
    for file in files:
        if not file.kind:
            problems.append(unknown_format(file))
            continue
        one, sheet = open_scenario(file.raw, file.shown)
        problems += sheet.problems
        if one is None:
            continue
        if one.id in read:
            problems.append(Problem(file.shown, 0, 0, f"the scenario {one.id!r} is held already", "rename one"))
        read[one.id] = (one, sheet)
    if vetting and not problems:
        problems = vetting.problems(list(read.values()))
    if problems:
        raise too_many(problems)
    return [one for one, _ in read.values()]


def no_scenario(name: str, bank: Bank) -> PeerEthicsError:
    """The error for an id that no scenario has."""
    from difflib import get_close_matches

    near = get_close_matches(name, [one.id for one in bank.listings], n=3, cutoff=0.5)
    hint = f"Did you mean {' or '.join(near)}?" if near else "All scenarios: peerethics scenarios"
    return PeerEthicsError(f"There is no scenario {name!r}.", hint)
