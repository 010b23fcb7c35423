"""The codes that tests ask: the shipped two, and Exland, which is invented so that no mechanism needs the two."""

from functools import cache
from pathlib import Path

from peerethics.checking.verbatim import Difference, verify
from peerethics.citations.resolve import find
from peerethics.library.library import Library, open_library
from peerethics.library.places import Places, shipped_data
from peerethics.library.sources import find_source
from peerethics.models import Code
from peerethics.reading.code_file import open_code

TESTS = Path(__file__).parent
EXLAND = TESTS / "data"
EXLAND_FILE = EXLAND / "codes" / "xx.yaml"


@cache
def shipped() -> Library:
    """Missouri and Mississippi, read from their YAML files."""
    return open_library(Places((shipped_data(),), None))


@cache
def with_exland() -> Library:
    """The shipped codes and Exland."""
    return open_library(Places((shipped_data(), EXLAND), None))


def cited(written: str, library: Library | None = None) -> list[str]:
    """The ids that a citation stands for."""
    return [entry.id for entry in find(written, library or shipped()).entries]


def all_ids(library: Library) -> list[str]:
    """Every id there is but those of sentences: codes, parts, provisions, items."""
    ids = []
    for code in library.codes:
        ids += [code.id, *(part.id for part in code.parts)]
        for provision in code.provisions():
            ids += [provision.id, *(item.id for item in provision.items)]
    return ids


def read_code(path: Path, raw: str) -> tuple[Code | None, list[str]]:
    """The code in the contents of the file at `path`, and the problems of reading it."""
    code, sheet = open_code(raw.encode(), path.name, str(path))
    return code, [str(problem) for problem in sheet.problems]


def proof(path: Path, raw: str | None = None) -> list[Difference]:
    """Every difference between a code's file, perhaps with other contents, and its source."""
    code, problems = read_code(path, raw or path.read_text("utf-8"))
    if code is None or problems:
        return [Difference("", problem, "") for problem in problems]
    return verify(code, find_source(code, [path.parent.parent]))
