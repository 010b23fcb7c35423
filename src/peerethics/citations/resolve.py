"""From a typed citation to what is held: every place that was meant, or a refusal that helps.

Never a different provision than was asked for: what does not exist is refused, with the valid range
and the nearest that does exist. What could mean two things is refused, or read by the rule that the
document's own print gives and said so in a note.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from peerethics.citations.grammar import parse
from peerethics.citations.lookup import Impossible, look_up
from peerethics.citations.names import names_of
from peerethics.citations.refs import NotACitation, Ref
from peerethics.errors import PeerEthicsError
from peerethics.library.library import Entry, Library
from peerethics.models import Code


class Found(NamedTuple):
    """What a citation stands for."""

    entries: tuple[Entry, ...]
    notes: tuple[str, ...]  #: how something was read that could have been read otherwise


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
        raise _no_citation(written, error, library) from error
    if doubt := _bare_codes(refs, library):
        raise doubt
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

        near = [one for refusal in refused for one in refusal.near]
        alike = _lookalike(written, library)
        raise impossible([one.why for one in refused], [alike, *near] if alike else near, library)
    return Found(tuple(entries.values()), tuple(notes))


def _bare_codes(refs: Sequence[Ref], library: Library) -> PeerEthicsError | None:
    """The refusal of a code without a place beside places: "mo and ms 4" may mean mo 4, or all of Missouri."""
    places = [ref for ref in refs if not ref.whole_code]
    bare = [ref for ref in refs if ref.whole_code]
    if not places or not bare:
        return None
    from peerethics.citations.refusal import impossible

    meant = [ref._replace(codes=one.codes) for one in bare for ref in places] + places
    near = [entry.id for ref in meant for entry in look_up(library, ref, None).entries[:1]]
    named = sorted({code.name for code in library.codes for ref in bare if code.id in ref.codes})
    why = (
        f"{' and '.join(named)} stands here without a number: give each code its own, or ask for the whole code alone."
    )
    return impossible([why], near, library)


def _no_citation(written: str, error: NotACitation, library: Library) -> PeerEthicsError:
    """The refusal of a text that is no citation."""
    from peerethics.citations.refusal import not_a_citation

    return not_a_citation(written, error, library, _lookalike(written, library))


def _lookalike(written: str, library: Library) -> str:
    """The id that was meant where fonts or scans have confused letters and digits, or ""."""
    from peerethics.citations.refusal import LOOKALIKES, without_lookalikes

    typed = written.lower()
    for mistaken, meant in LOOKALIKES if len(typed) < 40 else ():
        other = without_lookalikes(typed, mistaken, meant)
        try:
            refs = parse(other, names_of(library)) if other != typed else []
        except NotACitation:
            continue
        found = [entry for ref in refs for entry in look_up(library, ref, None).entries]
        if found:
            return found[0].id
    return ""


def uncitable(library: Library) -> list[tuple[str, str]]:
    """The ids that do not cite what they stand for, with what they give; a part called "and" would be one."""
    wrong = []
    for code in library.codes:
        for one in _ids(code):
            for written in (one, f"{code.name} {one.partition('-')[2]}"):
                try:
                    answer = ", ".join(entry.id for entry in find(written, library).entries)
                except PeerEthicsError as error:
                    answer = error.message
                if answer != one:
                    wrong.append((one, answer))
    return wrong


def _ids(code: Code) -> Iterator[str]:
    yield code.id
    yield from (part.id for part in code.parts)
    for provision in code.provisions():
        yield provision.id
        yield from (item.id for item in provision.items)


def provisions_named(names: Sequence[str], library: Library) -> Iterator[str]:
    """The ids of the provisions that people cite, lists and ranges among them.

    Raises:
        PeerEthicsError: something is no citation, or cites nothing (exit code 1).
    """
    for name in names:
        for entry in find(name, library).entries:
            if entry.provision:
                yield entry.item.id if entry.item else entry.provision.id
