"""Finds the data files of one kind in the data folders, and says which kind a file is."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple

from peerethics.models import Problem

_FORMAT_LINE = re.compile(rb"^(?:\xef\xbb\xbf)?format:[ \t]*[\"']?([^\s\"'#]+)", re.MULTILINE)
HEAD = 4096  # bytes in which nearly every file says what it is
TOO_LARGE = 8_000_001  # bytes: one more than reading accepts
KINDS = {
    "peerethics/code@1": "codes",
    "peerethics/topics@1": "topics",
    "peerethics/kinds@1": "kinds",
    "peerethics/crosswalk@1": "crosswalks",
    "peerethics/scenario@1": "scenarios",
}


class DataFile(NamedTuple):
    """A data file and its contents."""

    path: Path
    kind: str  #: a value of KINDS, or "" where the file does not say
    raw: bytes
    shown: str  #: how messages name it


def sniff(raw: bytes) -> str:
    """The kind of data in a file, by its `format:` line; "" where that is missing or unknown."""
    found = _FORMAT_LINE.search(raw)
    return KINDS.get(found[1].decode("utf-8", "replace"), "") if found else ""


def unknown_format(file: DataFile) -> Problem:
    """The problem of a data file whose `format:` line is missing or not one of ours."""
    known = " or ".join(KINDS)
    return Problem(file.shown, 1, 1, "no `format:` line that is known here", f"start the file with `format:` {known}")


def yaml_files(folder: Path) -> list[Path]:
    """The YAML files right inside a folder, in the order of their names."""
    if not folder.is_dir():
        return []
    return sorted(p for p in folder.iterdir() if p.suffix in (".yaml", ".yml") and p.is_file())


def open_file(path: Path) -> DataFile:
    """The file with its contents; of one that is too large, the beginning only."""
    with path.open("rb") as stream:
        return _read(path, stream)


def _read(path: Path, stream: BinaryIO) -> DataFile:
    raw = stream.read(TOO_LARGE)
    return DataFile(path, sniff(raw), raw, show(path))


def show(path: Path) -> str:
    """A path as people would type it: relative where it lies below the working directory."""
    try:
        return str(path.relative_to(Path.cwd()))
    except (ValueError, OSError):
        return str(path)


def data_files(folders: Sequence[Path], kind: str) -> Iterator[DataFile]:
    """The files that may hold one kind of data: those lying loose, and those in the kind's own folder.

    Raises:
        OSError: a file cannot be opened.
    """
    for folder in folders:
        for path in [*yaml_files(folder), *yaml_files(folder / kind)]:
            with path.open("rb") as stream:
                if sniff(stream.read(HEAD)) not in (kind, ""):
                    continue  # the vocabulary is megabytes, and most calls want another kind
                stream.seek(0)
                file = _read(path, stream)
            if file.kind in (kind, ""):
                yield file
