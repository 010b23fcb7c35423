"""From a typed citation to what is held: every place that was meant, or a refusal that helps.

Never a different provision than was asked for: what does not exist is refused, with the valid range
and the nearest that does exist. What could mean two things is refused, or read by the rule that the
document's own print gives and said so in a note.
"""

from typing import NamedTuple

from peerethics.citations.grammar import Names, NotACitation, parse
from peerethics.citations.lookup import Impossible, look_up, spellings
from peerethics.citations.tokens import tokenize
from peerethics.errors import PeerEthicsError
from peerethics.library.library import Entry, Library
from peerethics.text import from_roman


class Found(NamedTuple):
    """What a citation stands for."""

    entries: tuple[Entry, ...]
    notes: tuple[str, ...]  #: how something was read that could have been read otherwise


def names_of(library: Library) -> Names:
    """The names that citations may use with these codes."""
    codes = {}
    for code in library.codes:
        for alias in (code.id, code.name, *code.aliases):
            codes[tuple(token.text for token in tokenize(alias))] = code.id
    parts = [part for code in library.codes for part in code.parts]
    return Names(
        codes,
        frozenset(word for part in parts if not part.numeral for word in spellings(part.name.lower())),
        frozenset(p.numeral.lower() for p in parts if p.numeral.isalpha() and not from_roman(p.numeral)),
    )


def is_citation(written: str, library: Library) -> bool:
    """Whether a text reads as a citation at all, be what it cites held or not."""
    try:
        parse(written, names_of(library))
    except NotACitation:
        return False
    return True


def find(written: str, library: Library) -> Found:
    """Everything that a citation stands for, in the order it was asked for, nothing twice.

    Raises:
        PeerEthicsError: it is no citation, or one of its places does not exist; then nothing is given.
    """
    try:
        refs = parse(written, names_of(library))
    except NotACitation as error:
        raise _no_citation(written, error.word, library) from error
    entries: dict[str, Entry] = {}
    notes: dict[str, None] = {}
    refused: list[Impossible] = []
    for before, ref in zip([None, *refs], refs, strict=False):
        found = look_up(library, ref, before)
        entries.update((entry.id, entry) for entry in found.entries)
        notes.update(dict.fromkeys(found.notes))
        refused += found.refused
    if refused:
        from peerethics.citations.refusal import impossible

        raise impossible([one.why for one in refused], [i for one in refused for i in one.near], library)
    return Found(tuple(entries.values()), tuple(notes))


def _no_citation(written: str, word: str, library: Library) -> PeerEthicsError:
    """The refusal of a text that is no citation, with what it looks like where fonts or scans confuse."""
    from peerethics.citations.refusal import LOOKALIKES, not_a_citation

    typed = written.lower()
    for mistaken, meant in LOOKALIKES if len(typed) < 40 else ():
        try:
            refs = parse(typed.replace(mistaken, meant), names_of(library)) if mistaken in typed else []
        except NotACitation:
            continue
        found = [entry for ref in refs for entry in look_up(library, ref, None).entries]
        if found:
            return not_a_citation(written, word, library, found[0].id)
    return not_a_citation(written, word, library)
