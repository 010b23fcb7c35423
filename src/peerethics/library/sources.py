"""Finds the document that a code was taken from."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from peerethics.models import Code


class Held(NamedTuple):
    """A source document that is held."""

    path: Path
    raw: bytes

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.raw).hexdigest()


def find_source(code: Code, folders: Sequence[Path]) -> Held | None:
    """The source document of a code: beside its file, one folder up, or in a data folder."""
    if not code.source.file:
        return None
    own = Path(code.path).resolve().parent
    for folder in (own, own.parent, *folders):
        path = folder / code.source.file
        try:
            return Held(path, path.read_bytes())
        except OSError:
            continue
    return None
