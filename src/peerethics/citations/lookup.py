"""Looks one written place up in the codes it may mean: what stands there, or why nothing does."""

from collections.abc import Sequence
from typing import NamedTuple

from peerethics.citations.names import spellings
from peerethics.citations.refs import Ref
from peerethics.library.library import Entry, Library
from peerethics.models import Code, Part, Provision
from peerethics.text import from_roman, sentences


class Impossible(NamedTuple):
    """A place that does not exist: why, and ids of what does."""

    why: str
    near: tuple[str, ...] = ()
    ambiguous: bool = False  #: whether it could be read in two ways, so that no code may answer it


class Answer(NamedTuple):
    """What was found at a place, over all codes that it may mean."""

    entries: tuple[Entry, ...] = ()
    notes: tuple[str, ...] = ()  #: how it was read where it could be read otherwise
    refused: tuple[Impossible, ...] = ()


def look_up(library: Library, ref: Ref, before: Ref | None) -> Answer:
    """What a place stands for.

    Args:
        library: the codes.
        ref: the place.
        before: the place written before it, which may make it ambiguous.
    """
    named = [code for code in library.codes if code.id in ref.codes]
    found: list[Entry] = []
    notes: list[str] = []
    refused: list[Impossible] = []
    for code in named or library.codes:
        lookup = _Lookup(library, code, ref, before)
        result = lookup.run()
        if isinstance(result, Impossible):
            refused.append(result)
        else:
            found += result
            notes += lookup.notes
    if named or not found or any(one.ambiguous for one in refused):
        return Answer(tuple(found), tuple(notes), tuple(refused))
    # No code was named: the codes that have it answer; that others lack a plain number is worth saying.
    lacking = [one.why for one in refused] if ref.number >= 0 and not ref.part else []
    return Answer(tuple(found), (*notes, *lacking))


class _Lookup:
    """One place in one code."""

    def __init__(self, library: Library, code: Code, ref: Ref, before: Ref | None) -> None:
        self.library, self.code, self.ref, self.before = library, code, ref, before
        self.notes: list[str] = []
        #: whether "principle 4" means a part of this code, whose document calls its parts so
        self.unit_is_part = not ref.part and any(p.numeral and p.unit == ref.unit for p in code.parts)

    def run(self) -> list[Entry] | Impossible:
        ref = self.ref
        if ref.whole_code:
            return self.entries([self.code.id])
        if ref.loose and (wrong := self.ambiguous()):
            return wrong
        part = self.part_meant()
        if isinstance(part, Impossible):
            return part
        if ref.number < 0 or self.unit_is_part or (not ref.part and part.numeral):
            return self.parts_from(part)
        return self.numbers(part)

    def part_meant(self) -> Part | Impossible:
        """The part that the place names, or the list that a number alone belongs to."""
        ref = self.ref
        if not ref.part and not self.unit_is_part:
            return self.home()
        wanted = ref.part or str(ref.number)
        return self.part_called(wanted) or self.no_such_part(wanted)

    def part_called(self, word: str) -> Part | None:
        """The part with this name, or with this number in roman or arabic digits."""
        value = from_roman(word) or (int(word) if word.isdecimal() else 0)
        for part in self.code.parts:
            if part.numeral and (part.numeral.lower() == word or (value and part.value == value)):
                return part
            if not part.numeral and word in spellings(part):
                return part
        return None

    def home(self) -> Part | Impossible:
        """The list that a number alone belongs to: the one without a numeral."""
        number = self.ref.number
        plain = [part for part in self.code.lists() if not part.numeral]
        same = [part for part in self.code.parts if part.numeral and part.value == number]
        if same and same[0].numeral.isdecimal() and all(p.number != number for q in plain for p in q.provisions):
            return same[0]  # "xx 7" is Part 7 where the list ends before
        if plain and same and self.ref.unit not in ("", "number"):  # "section 4", where there are Principles
            wrong = self.two_meanings(f"{self.ref.unit} {number}", (same[0].id, f"{self.code.id}-{number}"))
            return wrong._replace(ambiguous=bool(self.ref.codes))
        if len(plain) == 1:
            self.note_double_numbering(plain[0])
            return plain[0]
        if not plain:  # only numbered parts: the number can only be one of theirs
            return same[0] if same else self.no_such_part(str(number))
        listed = " or ".join(f"{self.code.id} {part.name} {number}" for part in plain)
        return Impossible(f"{self.code.name} has several lists with a number {number}: write {listed}.")

    def note_double_numbering(self, home: Part) -> None:
        """Say so where a part has the same number in roman digits."""
        ref = self.ref
        if ref.unit or ref.number > home.provisions[-1].number:
            return
        last = int(ref.last) if ref.last.isdecimal() else ref.number
        doubles = [part for part in self.code.parts if part.numeral and ref.number <= part.value <= last]
        if doubles:
            listed = ", ".join(f"{p.unit.capitalize()} {p.numeral}".strip() for p in doubles)
            ids = ", ".join(f"{self.code.id} {p.numeral}" for p in doubles)
            self.notes.append(f"{self.code.name} also has {'a ' if len(doubles) == 1 else ''}{listed}: {ids}")

    def parts_from(self, first: Part) -> list[Entry] | Impossible:
        """One part, or the run of parts from one to another."""
        ref, parts = self.ref, self.code.parts
        if ref.letter or ref.sentence >= 0:
            return Impossible(f"{first.id} is a part: letters and sentences belong to a number in it.", (first.id,))
        if not ref.last:
            return self.entries([first.id])
        last = self.part_called(ref.last)
        if last is None:
            return self.no_such_part(ref.last)
        run = parts[parts.index(first) : parts.index(last) + 1]
        return self.entries([part.id for part in run]) if run else self.backwards(last.id, first.id)

    def numbers(self, part: Part) -> list[Entry] | Impossible:
        """A provision, a run of them, or a letter or sentence of one."""
        ref = self.ref
        if not part.provisions:
            return Impossible(f"{self.code.name} {part.name} has no numbered provisions.", (part.id,))
        wanted = [ref.number, *([int(ref.last)] if ref.last.isdecimal() else [])]
        found = [next((p for p in part.provisions if p.number == number), None) for number in wanted]
        for number, provision in zip(wanted, found, strict=True):
            if provision is None:
                return self.no_such_number(part, number)
        first, last = found[0], found[-1]
        if first is None or last is None:  # for the type checker: both were found
            return []
        if ref.inherited and part.numeral:
            self.notes.append(f"{ref.number} after a comma is read as {self.code.id} {part.name}.{ref.number}")
        if ref.sentence >= 0 and not ref.letter:
            return self.one_sentence(first)
        if ref.letter:
            return self.letters(first)
        if last.number < first.number:
            return self.backwards(last.id, first.id)
        return self.entries([p.id for p in part.provisions if first.number <= p.number <= last.number])

    def letters(self, provision: Provision) -> list[Entry] | Impossible:
        letters = [item.letter for item in provision.items]
        wanted = [self.ref.letter, *([self.ref.last] if self.ref.last else [])]
        for letter in wanted:
            if letter not in letters:
                return self.no_such_letter(provision, letter)
        if self.ref.sentence >= 0:
            return Impossible(f"{provision.id}.{self.ref.letter} has no sentences of its own.", (provision.id,))
        run = [item.id for item in provision.items if wanted[0] <= item.letter <= wanted[-1]]
        return self.entries(run) if run else self.backwards(provision.id)

    def one_sentence(self, provision: Provision) -> list[Entry] | Impossible:
        count = len(sentences(provision.text))
        if 1 <= self.ref.sentence <= count:
            return self.entries([f"{provision.id}/s{self.ref.sentence}"])
        from peerethics.citations import nearest

        return Impossible(*nearest.no_such_sentence(self.code, self.ref, provision, count))

    def ambiguous(self) -> Impossible | None:
        """The refusal of a place that may as well belong to the one before it."""
        ref, before = self.ref, self.before
        if before is None or not (within := self.within(before)):
            return None
        alone = self.part_called(ref.part or str(ref.number)) if ref.number < 0 or self.unit_is_part else None
        wrong = self.two_meanings(
            _bare(ref), (*within, alone.id if alone else f"{self.code.id}-{ref.number}"), _bare(before)
        )
        return wrong if wrong.near else None

    def within(self, before: Ref) -> list[str]:
        """What the place is where it belongs to the one before it; ids, held or not."""
        ref, code = self.ref, self.code
        part = self.part_called(before.part or str(before.number))
        if part and not part.provisions:
            return []
        listed = f"{part.id}." if part and part.numeral else f"{code.id}-"
        provision = f"{listed if before.part else f'{code.id}-'}{before.number}"
        if ref.number < 0 and before.number < 0:  # "core IV"
            return [f"{listed}{from_roman(ref.part)}"]
        if ref.number < 0:  # "IV.2.a, i"
            return [one for one in [f"{provision}.{ref.part}"] if self.library.entry(one)]
        if before.sentence >= 0 and self.library.entry(f"{provision}/s{ref.number}"):
            return [f"{provision}/s{ref.number}"]
        inside = part and (part.numeral or before.number < 0)
        return [f"{listed}{ref.number}"] if inside or ref.unit != before.unit else []  # "mo 7, item 1"

    def two_meanings(self, what: str, ids: Sequence[str], after: str = "") -> Impossible:
        held = tuple(one for one in dict.fromkeys(ids) if self.library.entry(one))
        after = f" after {after}" if after else ""
        return Impossible(f"{what}{after} may mean two things in {self.code.name}.", held, ambiguous=True)

    def no_such_part(self, wanted: str) -> Impossible:
        from peerethics.citations import nearest

        return Impossible(*nearest.no_such_part(self.library.codes, self.code, self.ref, wanted))

    def no_such_number(self, part: Part, number: int) -> Impossible:
        from peerethics.citations import nearest

        return Impossible(*nearest.no_such_number(self.code, self.ref, part, number))

    def no_such_letter(self, provision: Provision, letter: str) -> Impossible:
        from peerethics.citations import nearest

        return Impossible(*nearest.no_such_letter(self.code, self.ref, provision, letter))

    def backwards(self, *ids: str) -> Impossible:
        from peerethics.citations import nearest

        return Impossible(*nearest.backwards(self.code, self.ref, ids))

    def entries(self, ids: Sequence[str]) -> list[Entry]:
        return [entry for entry in map(self.library.entry, ids) if entry]


def _bare(ref: Ref) -> str:
    """A place without its code: "IV.5", "5"."""
    part = "" if ref.inherited else ref.part.upper() if from_roman(ref.part) or len(ref.part) == 1 else ref.part
    return ".".join(filter(None, [part, str(ref.number) if ref.number >= 0 else ""]))
