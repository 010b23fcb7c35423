"""Loads every file of one kind: from the cache where nothing changed, else from the YAML itself."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from peerethics.errors import PeerEthicsError, bad_data
from peerethics.library import cache
from peerethics.library.files import DataFile, data_files, unknown_format
from peerethics.library.places import Places
from peerethics.models import Problem

Value = TypeVar("Value")
SHOWN = 12  # problems listed when a look-up fails; `check` lists all


def load(
    places: Places,
    kind: str,
    read: Callable[[DataFile], tuple[Value | None, list[Problem]]],
    thaw: Callable[[Any], Value],
) -> tuple[list[Value], list[Path], str]:
    """Every value of one kind, the files they stand in, and the signature of those files.

    Args:
        places: the folders.
        kind: a value of `files.KINDS`.
        read: a file to its value and its problems; called only where the cache does not serve.
        thaw: a cached row to its value.

    Raises:
        PeerEthicsError: a file is unreadable or wrong (exit code 3).
    """
    try:
        files = list(data_files(places.data, kind))
    except OSError as error:
        raise bad_data([f"{error.filename}: cannot be read: {error.strerror}"]) from error
    paths = [file.path for file in files]
    sign = cache.signature((file.path.name, file.raw) for file in files)
    kept = cache.cache_file(places.cache, kind, sign)
    for file in (kept, cache.cache_file(places.compiled, kind, sign)):
        rows = cache.recall(file, sign)
        if isinstance(rows, list) and len(rows) == len(files):
            try:
                return [thaw(row) for row in rows], paths, sign
            except (TypeError, ValueError, LookupError, AttributeError):
                pass  # a broken cache is made anew
    values = _read_all(files, read)
    cache.keep(kept, sign, values)
    return values, paths, sign


def _read_all(files: Sequence[DataFile], read: Callable[[DataFile], tuple[Value | None, list[Problem]]]) -> list[Value]:
    values: list[Value] = []
    problems: list[Problem] = []
    for file in files:
        if not file.kind:
            problems.append(unknown_format(file))
            continue
        value, found = read(file)
        problems += found
        if value is not None:
            values.append(value)
    if problems:
        raise too_many(problems)
    return values


def too_many(problems: Sequence[Problem]) -> PeerEthicsError:
    """The error for bad data, with the first problems and the way to see all."""
    rest = len(problems) - SHOWN
    lines: list[object] = list(problems[:SHOWN])
    if rest > 0:
        lines.append(f"... and {rest} more")
    return bad_data(lines, "See all problems: peerethics check FOLDER")
