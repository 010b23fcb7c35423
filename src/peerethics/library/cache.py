"""Keeps compiled data between runs, as JSON that is trusted only if it was made from these very files.

Parsing YAML at every start would cost more than the rest of a look-up. A cache file carries the
signature of what it was made from: the program's version, and for each file its path, size and
CRC-32. The contents are read each time, so a changed file is seen whatever its time stamps say.
A cache that is missing, broken or cannot be written only costs time.
"""

import json
import os
import zlib
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from peerethics import __version__

LAYOUT = 1  # raise when the shape of the cached values changes
KEPT = 8  # cache files of one kind: one for each set of data folders in use


def signature(files: Iterable[tuple[str, bytes]]) -> str:
    """What the compiled form of these files (path, contents) depends on."""
    marks = [f"{path}:{len(raw)}:{zlib.crc32(raw):08x}" for path, raw in files]
    return "\n".join([f"{__version__}/{LAYOUT}", *marks])


def cache_file(folder: Path | None, kind: str, sign: str) -> Path | None:
    """The file that holds what has this signature."""
    return folder / f"{kind}-{zlib.crc32(sign.encode()):08x}.json" if folder else None


def recall(file: Path | None, sign: str) -> Any:
    """What was kept under this signature, or None."""
    if file is None:
        return None
    try:
        held_sign, value = json.loads(file.read_bytes())
    except (OSError, ValueError, TypeError, RecursionError):
        return None
    return value if held_sign == sign else None


def keep(file: Path | None, sign: str, value: object) -> None:
    """Keep a value for the next run, if the folder can be written."""
    if file is None:
        return
    unfinished = file.with_name(f"{file.name}.{os.getpid()}")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_text(json.dumps([sign, value], ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
        unfinished.replace(file)
        _prune(file)


def _prune(newest: Path) -> None:
    kind = newest.name.partition("-")[0]
    kept = sorted(newest.parent.glob(f"{kind}-*.json"), key=lambda f: f.stat().st_mtime, reverse=True)
    for old in kept[KEPT:]:
        old.unlink(missing_ok=True)
