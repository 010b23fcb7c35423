"""The Library: every code that is held, and what stands behind an id."""

from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import peerethics.library.thaw as thaw
from peerethics.errors import PeerEthicsError
from peerethics.library.files import DataFile, show
from peerethics.library.load import load, too_many
from peerethics.library.places import Places
from peerethics.models import Code, Item, Part, Problem, Provision
from peerethics.text import sentence_list, sentences


class Entry(NamedTuple):
    """What an id stands for: a whole code, a part, a provision, one of its items or sentences."""

    id: str
    code: Code
    part: Part | None = None
    provision: Provision | None = None
    item: Item | None = None
    sentence: int = 0  #: from 1; 0 for the whole provision

    @property
    def text(self) -> str:
        """The issuer's words that stand under this id; "" for a code or a list of provisions."""
        if self.item:
            return self.item.text
        if self.provision:
            return sentences(self.provision.text)[self.sentence - 1] if self.sentence else self.provision.text
        return self.part.text if self.part else ""

    @property
    def label(self) -> str:
        """Our name for it."""
        named = self.item or self.provision or self.part
        return named.label if named else self.code.title

    @property
    def gist(self) -> str:
        """Our one line in plain language; a single sentence has none of its own."""
        if self.sentence:
            return ""
        named = self.item or self.provision or self.part
        return named.gist if named else ""

    @property
    def lines(self) -> tuple[int, int]:
        """First and last line in the source file; (0, 0) where nothing is known."""
        named = self.provision or self.part
        return named.lines if named else (0, 0)


class Library:
    """Every code that is held."""

    def __init__(self, codes: list[Code], sign: str = "") -> None:
        self.codes = codes
        self.sign = sign  #: what the codes were made from; see `library.cache`

    def code(self, code_id: str) -> Code | None:
        """The code with this id."""
        return next((code for code in self.codes if code.id == code_id), None)

    def named(self, name: str) -> Code:
        """The code with this id, name or alias.

        Raises:
            PeerEthicsError: there is none (exit code 1).
        """
        for code in self.codes:
            if name.lower() in (code.id, code.name.lower(), *code.aliases):
                return code
        held = sentence_list([f"{code.id} ({code.name})" for code in self.codes], "or")
        raise PeerEthicsError(f"No code is called {name!r}.", f"Write {held}.")

    def entry(self, entry_id: str) -> Entry | None:
        """What stands behind an id such as "ms-IV.2.d", "mo-preamble" or "ms-11/s4"."""
        base, _, sentence = entry_id.partition("/s")
        found = self._entries.get(base)
        if found is None or not sentence:
            return found
        if found.provision is None or found.item or not sentence.isdecimal():
            return None
        number = int(sentence)
        if not 1 <= number <= len(sentences(found.provision.text)):
            return None
        return found._replace(id=entry_id, sentence=number)

    @cached_property
    def _entries(self) -> dict[str, Entry]:
        entries: dict[str, Entry] = {}
        for code in self.codes:
            entries[code.id] = Entry(code.id, code)
            for part in code.parts:
                entries[part.id] = Entry(part.id, code, part)
                for provision in part.provisions:
                    entries[provision.id] = Entry(provision.id, code, part, provision)
                    for item in provision.items:
                        entries[item.id] = Entry(item.id, code, part, provision, item)
        return entries


def open_library(places: Places) -> Library:
    """The library of all codes in these places.

    Raises:
        PeerEthicsError: a file is unreadable or wrong, or two codes claim one name (exit code 3).
    """
    codes, paths, sign = load(places, "codes", read_code_file, thaw.code)
    # Where a file lies is not kept: what was compiled in one place must serve in another.
    codes = [code._replace(path=str(path)) for code, path in zip(codes, paths, strict=True)]
    clashes = name_clashes(codes)
    if clashes:
        raise too_many(clashes)
    return Library(codes, sign)


def read_code_file(file: DataFile) -> tuple[Code | None, list[Problem]]:
    """A code from its YAML file, with its problems; PyYAML is imported only when this is called."""
    from peerethics.reading.code_file import open_code

    code, sheet = open_code(file.raw, file.shown, "")
    return code, sheet.problems


def name_clashes(codes: list[Code]) -> list[Problem]:
    """Names that two codes claim: a citation would not know which one is meant."""
    owner: dict[str, Code] = {}
    problems = []
    for code in codes:
        for name in dict.fromkeys((code.id, code.name.lower(), *code.aliases)):
            first = owner.setdefault(name, code)
            if first is not code:
                what = f"the name {name!r} already belongs to {first.name} ({show(Path(first.path))})"
                problems.append(
                    Problem(show(Path(code.path)), 1, 1, what, "give this code another `id`, `name` or alias")
                )
    return problems
