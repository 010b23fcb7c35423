"""How a place in a code is cited in print."""

from peerethics.library.library import Entry
from peerethics.models import Code, Part


def citation(entry: Entry) -> str:
    """The printed citation: "Missouri 13", "Mississippi 13 (core)", "Mississippi IV.2.d"."""
    if entry.part is None:
        return entry.code.name
    if entry.provision is None:
        return part_citation(entry.code, entry.part)
    number = f"{entry.part.numeral}." * bool(entry.part.numeral) + str(entry.provision.number)
    letter = f".{entry.item.letter}" if entry.item else ""
    listed = f" ({entry.part.name})" if not entry.part.numeral and has_several_lists(entry.code) else ""
    sentence = f", sentence {entry.sentence}" if entry.sentence else ""
    return f"{entry.code.name} {number}{letter}{listed}{sentence}"


def part_citation(code: Code, part: Part) -> str:
    """ "Mississippi Principle IV", "Missouri preamble"."""
    unit = f"{part.unit.capitalize()} " if part.numeral and part.unit else ""
    return f"{code.name} {unit}{part.name}"


def has_several_lists(code: Code) -> bool:
    """Whether a number alone does not yet say which list of the code is meant."""
    return sum(bool(part.provisions) for part in code.parts) > 1
