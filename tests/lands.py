"""Aland and Bland, two invented codes with a crosswalk, so that no comparison is tested on the shipped data alone."""

import shutil
from functools import cache
from pathlib import Path

from peerethics.library.crosswalks import Crosswalks, open_crosswalks
from peerethics.library.library import Library, open_library
from peerethics.library.places import Places, shipped_data
from peerethics.library.vocabulary import Vocabulary, open_vocabulary
from peerethics.models import Crosswalk

LANDS = Path(__file__).parent / "two_lands"
CROSSWALK = LANDS / "crosswalks" / "aa--bb.yaml"


def library_in(folder: Path) -> Library:
    """The codes in a folder."""
    return open_library(Places((folder,), None))


def crosswalks_in(folder: Path) -> Crosswalks:
    """The crosswalks in a folder."""
    return open_crosswalks(Places((folder,), None))


def vocabulary_in(folder: Path) -> Vocabulary:
    """The topics in a folder, and its codes."""
    return open_vocabulary(Places((folder,), None), library_in(folder))


@cache
def shipped_crosswalk() -> Crosswalk:
    """Missouri and Mississippi."""
    found = crosswalks_in(shipped_data()).between("mo", "ms")
    assert found
    return found


@cache
def inner_crosswalk() -> Crosswalk:
    """Mississippi's core and its Principles."""
    found = crosswalks_in(shipped_data()).between("ms", "ms")
    assert found
    return found


def changed(tmp_path: Path, *changes: tuple[str, str, str]) -> Path:
    """A copy of Aland and Bland in which words of files were replaced.

    Args:
        tmp_path: where to put it.
        changes: (file below the folder, words that stand in it exactly once, what to put for them).
    """
    folder = tmp_path / "lands"
    shutil.copytree(LANDS, folder)
    for name, old, new in changes:
        text = (folder / name).read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        (folder / name).write_text(text.replace(old, new), "utf-8")
    return folder
