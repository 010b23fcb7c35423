"""Aland and Bland, two invented codes with a crosswalk, so that no comparison is tested on the shipped data alone."""

import json
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


#: Words that would be markup, a table cell, a link or a program, if anybody let them.
HOSTILE = (
    "<script>alert(1)</script> <img src=x onerror=alert(2)> </p></section></table> &lt; & \"q\" 'a' | `c` *e* **f** "
    "[l](https://evil.example/) <!-- {+x+} [-y-] Longwordwithoutanyspace" + "o" * 120
)


def hostile(tmp_path: Path) -> Path:
    """Aland and Bland with hostile words wherever a file may hold free text."""
    quoted = json.dumps(HOSTILE)
    walk = "crosswalks/aa--bb.yaml"
    free = {
        "codes/bb.yaml": (
            "name: Bland", "issuer: Council of Bland", "text: Bland Workers keep every secret.", "label: Singing",
            'stated: "2032"',
        ),
        walk: (
            "rationale: Both keep every secret.", "note: Bland says nothing of rest.", "title: Notes",
            "acts: In Aland nothing is written; Bland does not say.", "example: A person tells you a phone number.",
            "aa: Write nothing down.",
        ),
        "topics.yaml": ('label: "Paper"', 'label: "Keeping secrets"'),
    }  # fmt: skip
    changes = [
        (file, old, f"{old.partition(':')[0]}: {quoted}") for file, olds in free.items() for old in olds
    ]  # fmt: skip
    return changed(tmp_path, *changes)
