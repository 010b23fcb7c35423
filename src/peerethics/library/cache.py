"""Keeps compiled data between runs; it is trusted only if it is whole and was made from these very files.

Parsing YAML at every start would cost more than the rest of a look-up. A cache file carries the
signature of what it was made from (the program's version, and for each file its name, size and
CRC-32) and the size and CRC-32 of what it holds. The contents of the data files are read each time,
so a changed file is seen whatever its time stamps say. A cache that is missing, broken or cannot be
written only costs time.
"""

import json
import os
import zlib
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from peerethics import __version__

LAYOUT = 11  # raise when the shape of the cached values changes
KEPT = 8  # cache files of one kind: one for each set of data folders in use


def signature(files: Iterable[tuple[str, bytes]]) -> str:
    """What the compiled form of these files (name, contents) depends on."""
    marks = [f"{name}:{len(raw)}:{zlib.crc32(raw):08x}" for name, raw in files]
    return "\n".join([f"{__version__}/{LAYOUT}", *marks])


def cache_file(folder: Path | None, kind: str, sign: str) -> Path | None:
    """The file that holds what has this signature."""
    return folder / f"{kind}-{zlib.crc32(sign.encode()):08x}" if folder else None


def recall(file: Path | None, sign: str) -> Any:
    """The JSON value that was kept under this signature, or None."""
    raw = recall_bytes(file, sign)
    if raw is None:
        return None
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        return None


def recall_bytes(file: Path | None, sign: str) -> bytes | None:
    """The bytes that were kept under this signature, or None."""
    if file is None:
        return None
    try:
        with file.open("rb") as stream:  # the head apart: cutting it off would copy megabytes
            head, raw = stream.readline(), stream.read()
        return raw if json.loads(head) == [sign, len(raw), zlib.crc32(raw)] else None
    except (OSError, ValueError, RecursionError):
        return None


def keep(file: Path | None, sign: str, value: object) -> None:
    """Keep a JSON value for the next run, if the folder can be written."""
    keep_bytes(file, sign, json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())


def keep_bytes(file: Path | None, sign: str, raw: bytes) -> None:
    """Keep bytes for the next run, if the folder can be written."""
    if file is None:
        return
    unfinished = file.with_name(f"{file.name}.{os.getpid()}")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_bytes(json.dumps([sign, len(raw), zlib.crc32(raw)]).encode() + b"\n" + raw)
        unfinished.replace(file)
        prune(file)
    with suppress(OSError):
        unfinished.unlink(missing_ok=True)


def prune(newest: Path) -> None:
    """Remove the oldest of all cache files that are of the same kind as this one."""
    kind = newest.name.partition("-")[0]
    kept = sorted(newest.parent.glob(f"{kind}-????????"), key=lambda f: f.stat().st_mtime, reverse=True)
    for old in kept[KEPT:]:
        old.unlink(missing_ok=True)
