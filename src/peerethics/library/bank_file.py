"""The compiled bank as a file: a head, the list of scenarios, then each scenario where the list says it stands."""

import json
import os
import zlib
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from peerethics.errors import bad_data
from peerethics.library import thaw
from peerethics.scenario import Scenario


class Listing(NamedTuple):
    """What choosing needs to know of a scenario."""

    id: str
    rev: int
    title: str
    topics: Sequence[str]  #: the main one first
    level: str
    content_notes: Sequence[str]
    keys: Sequence[str]  #: provisions in the key of any code
    codes: Sequence[str]
    status: str


def listing(one: Scenario) -> Listing:
    """The listing of a scenario."""
    keys = dict.fromkeys(place for key in one.cite.values() for place in key.key)
    return Listing(
        one.id, one.rev, one.title, one.topics, one.level, one.content_notes, list(keys), one.codes, one.status
    )


class Packed(NamedTuple):
    """A compiled bank that was opened: its list, and where its scenarios stand."""

    file: Path
    rows: Sequence[Sequence[object]]  #: a listing's fields, then the place and length of the scenario

    def listings(self) -> list[Listing]:
        """All listings."""
        return [Listing._make(row[:-2]) for row in self.rows]

    def scenario(self, number: int) -> Scenario:
        """The scenario of the row with this number.

        Raises:
            PeerEthicsError: the file was damaged after it was opened (exit code 3).
        """
        start, length = self.rows[number][-2:]
        try:
            with self.file.open("rb") as stream:
                stream.seek(int(str(start)))
                return thaw.scenario(json.loads(stream.read(int(str(length)))))
        except (OSError, ValueError, TypeError, LookupError) as error:
            raise bad_data([f"{self.file}: damaged: {error}"], f"Remove {self.file}; it is made anew.") from error


def write(file: Path, sign: str, scenarios: Sequence[Scenario]) -> None:
    """Write a compiled bank, if the folder can be written.

    Args:
        file: where to.
        sign: what it was made from.
        scenarios: what it holds.
    """
    unfinished = file.with_name(f"{file.name}.{os.getpid()}")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_bytes(pack(sign, scenarios))
        unfinished.replace(file)
    with suppress(OSError):
        unfinished.unlink(missing_ok=True)


def pack(sign: str, scenarios: Sequence[Scenario]) -> bytes:
    """A compiled bank as bytes."""
    ordered = sorted(scenarios, key=lambda one: one.id)
    bodies = [json.dumps(one, ensure_ascii=False, separators=(",", ":")).encode() for one in ordered]
    places, at = [], 0
    for body in bodies:
        places.append((at, len(body)))
        at += len(body)
    rows = [[*listing(one), *place] for one, place in zip(ordered, places, strict=True)]
    index = json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()
    head = json.dumps([sign, len(index), zlib.crc32(index), at]).encode()
    return b"\n".join([head, index]) + b"".join(bodies)


def read(file: Path | None, sign: str) -> Packed | None:
    """The compiled bank in a file; None where it is missing, broken, or made from something else."""
    if file is None:
        return None
    try:
        with file.open("rb") as stream:
            head = stream.readline()
            own, length, check, bodies = json.loads(head)
            index = stream.read(length)
            start = len(head) + length
            if own != sign or zlib.crc32(index) != check or file.stat().st_size != start + bodies:
                return None
            rows = json.loads(index)
            for row in rows:
                row[-2] += start
            return Packed(file, rows)
    except (OSError, ValueError, TypeError, LookupError, RecursionError):
        return None
