"""Writes the files of a handout, and over nothing that is there unless that is wanted."""

import os
from collections.abc import Mapping
from pathlib import Path

from peerethics.errors import WRONG_USAGE, PeerEthicsError


def write_files(files: Mapping[Path, bytes], force: bool) -> None:
    """Write files.

    Args:
        files: what goes into each.
        force: whether files that are there already are replaced.

    Raises:
        PeerEthicsError: one is there already, or cannot be written (exit code 2).
    """
    there = [str(path) for path in files if os.path.lexists(path)]
    if there and not force:
        verb = "is" if len(there) == 1 else "are"
        raise PeerEthicsError(
            f"{', '.join(there)} {verb} there already.", "Choose another name, or replace with --force.", WRONG_USAGE
        )
    for path, raw in files.items():
        _write(path, raw, force)


def _write(path: Path, raw: bytes, force: bool) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if force:
            _replace(path, raw)
        else:
            with path.open("xb") as file:
                file.write(raw)
    except (OSError, ValueError) as error:
        if isinstance(error, FileExistsError) and path.parent.is_dir():
            raise PeerEthicsError(f"{path} is there already.", "Choose another name.", WRONG_USAGE) from None
        why = getattr(error, "strerror", None) or error
        raise PeerEthicsError(f"{path} cannot be written: {why}.", "Choose another place.", WRONG_USAGE) from error


def _replace(path: Path, raw: bytes) -> None:
    """Replace a file; where that fails, what was there stays."""
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(raw)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
