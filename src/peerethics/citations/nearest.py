"""Says why a place does not exist, and what exists near it: by number and numeral, never by letters that look alike.

Imported only when a citation is refused.
"""

from collections.abc import Iterator, Sequence

from peerethics.citations.refs import Ref
from peerethics.models import Code, Part, Provision
from peerethics.text import from_roman, to_roman

MOST = 4  # suggestions; more would be a list to search, not an answer
Refusal = tuple[str, tuple[str, ...]]  #: why, and ids of what does exist


def no_such_part(codes: Sequence[Code], code: Code, ref: Ref, wanted: str) -> Refusal:
    """A part that the code does not have: Mississippi VIII, Missouri IV."""
    value = from_roman(wanted) or (int(wanted) if wanted.isdecimal() else 0)
    numbered = [part for part in code.parts if part.numeral]
    near = [] if numbered else list(_in_other_codes(codes, code, value, ref.number))
    near += _near_part(code, value, ref.number)
    if numbered and value:
        unit = numbered[0].unit.capitalize() or "Part"
        why = f"{code.name}'s {unit}s are {numbered[0].numeral} to {numbered[-1].numeral}."
    elif value and code.lists():
        only = code.lists()[0]
        why = f"{_spoken(code, only)} are {_span(only)}, without parts."
    else:
        why = f"{code.name} has no {wanted!r}; its parts are {', '.join(part.name for part in code.parts)}."
    return f"{written(code, ref)}: {why}", tuple(dict.fromkeys(near))[:MOST]


def no_such_number(code: Code, ref: Ref, part: Part, number: int) -> Refusal:
    """A number that its list does not have: Mississippi 17, Mississippi IV.8."""
    end = min(part.provisions, key=lambda p: abs(p.number - number)).id
    same = [p.id for other in code.lists() if other is not part for p in other.provisions if p.number == number]
    # Where only a few numbers carry on, the same number elsewhere is the likelier slip: ms 17 for ms I.17.
    turned = int(str(number)[::-1])  # 31 for 13
    swapped = [p.id for p in part.provisions if p.number == turned and turned != number]
    near = [*same, *swapped, end] if same and not part.numeral else [*swapped, end, *same]
    return f"{written(code, ref)}: {_spoken(code, part)} are {_span(part)}.", tuple(dict.fromkeys(near))[:MOST]


def no_such_letter(code: Code, ref: Ref, provision: Provision, letter: str) -> Refusal:
    """A lettered item that the provision does not have: Mississippi IV.2.k."""
    items = provision.items
    if not items:
        return f"{written(code, ref)}: it has no lettered items.", (provision.id,)
    near = min(items, key=lambda item: abs(ord(item.letter) - ord(letter[:1])))
    why = f"{written(code, ref)}: its items are {items[0].letter} to {items[-1].letter}."
    return why, (near.id, provision.id)


def no_such_sentence(code: Code, ref: Ref, provision: Provision, count: int) -> Refusal:
    """A sentence that the provision does not have."""
    return f"{written(code, ref)}: it has {count} sentence{'s' * (count > 1)}.", (f"{provision.id}/s{count}",)


def backwards(code: Code, ref: Ref, ids: tuple[str, ...]) -> Refusal:
    """A range whose end comes before its beginning."""
    return f"{written(code, ref)}: a range runs upwards.", ids


def written(code: Code, ref: Ref) -> str:
    """The place as we would write it: "ms 17", "ms IV.2.k"."""
    named = len(ref.part) > 1 and ref.part.isalpha() and not from_roman(ref.part)  # "core"
    part = "" if ref.inherited and named else _as_printed(code, ref.part)
    number = str(ref.number) if ref.number >= 0 else ""
    if number and not part and any(p.numeral and p.unit == ref.unit for p in code.parts):
        part, number = _as_printed(code, number), ""
    place = (" " if named else ".").join(filter(None, (part, number)))
    letter = f".{ref.letter}" if ref.letter else ""
    sentence = f"/s{ref.sentence}" if ref.sentence >= 0 else ""
    last = f"-{ref.last.upper() if from_roman(ref.last) and not ref.letter else ref.last}" if ref.last else ""
    return f"{code.id} {place}{letter}{sentence}{last}"


def _as_printed(code: Code, part: str) -> str:
    """A part's number in the digits that the code itself uses, roman where it has none."""
    value = from_roman(part) or (int(part) if part.isdecimal() else 0)
    arabic = any(one.numeral.isdecimal() for one in code.parts)
    if len(part) == 1 and part.isalpha():
        part = part.upper()
    return part if not 0 < value < 40 else str(value) if arabic else to_roman(value)


def _near_part(code: Code, wanted: int, number: int) -> list[str]:
    numbered = [part for part in code.lists() if part.numeral]
    found: list[str] = []
    if numbered and wanted:
        closest = min(numbered, key=lambda part: abs(part.value - wanted))
        found.append(next((p.id for p in closest.provisions if p.number == number), closest.id))
    plain = [part for part in code.lists() if not part.numeral]
    for value in dict.fromkeys(n for n in (number, wanted) if n > 0):
        found += [p.id for part in plain for p in part.provisions if p.number == value]
    return found


def _in_other_codes(codes: Sequence[Code], code: Code, wanted: int, number: int) -> Iterator[str]:
    """The same part, or the same provision in it, where another code has it."""
    for other in codes:
        for part in other.parts if other is not code else ():
            if part.numeral and part.value == wanted:
                yield next((p.id for p in part.provisions if p.number == number), part.id)


def _span(part: Part) -> str:
    first, last = part.provisions[0].number, part.provisions[-1].number
    return f"{first} to {last}" if first != last else f"only {first}"


def _spoken(code: Code, part: Part) -> str:
    """A list of provisions as the subject of a sentence: "Mississippi's core provisions"."""
    if part.numeral:
        return f"the provisions of {code.name} {part.numeral}"
    kind = f"{part.unit or 'provision'}s"
    several = len(code.lists()) > 1 and part.name != kind
    return f"{code.name}'s {part.name} {kind}" if several else f"{code.name}'s {kind}"
