"""The names that citations may use with the codes that are held, and why some names cannot be used."""

from pathlib import Path

from peerethics.citations.refs import Names
from peerethics.citations.tokens import tokenize
from peerethics.citations.words import is_reserved
from peerethics.errors import bad_data
from peerethics.library.files import show
from peerethics.library.library import Library
from peerethics.models import Code, Part, Problem
from peerethics.text import from_roman

Words = tuple[str, ...]


def names_of(library: Library) -> Names:
    """The names that citations may use with these codes.

    Raises:
        PeerEthicsError: a name would change what citations of another code mean (exit code 3).
    """
    problems = name_problems(library)
    if problems:
        raise bad_data(problems)
    owners = {words(name): code for code in library.codes for name in (code.id, code.name, *code.aliases)}
    for code in library.codes:  # as the line "Cite as" has it
        owners.setdefault(words(f"{code.issuer}, {code.title}"), code)
        if code.title.lower().startswith(code.issuer.lower()):
            owners.setdefault(words(code.title), code)
    parts = [part for code in library.codes for part in code.parts]
    return Names(
        {name: code.id for name, code in owners.items()},
        frozenset(word for part in parts if not part.numeral for word in spellings(part)),
        frozenset(p.numeral.lower() for p in parts if p.numeral.isalpha() and not from_roman(p.numeral)),
    )


def name_problems(library: Library) -> list[Problem]:
    """Names that citations read as the name of another code, or as something else altogether."""
    owners: dict[Words, Code] = {}
    problems = []
    for code in library.codes:
        for name in (code.id, code.name, *code.aliases):
            owner = owners.setdefault(words(name), code)
            if owner is not code:
                problems.append(_problem(code, words(name), f"citations read that as {owner.name}"))
    misleading = ((code, name, _misleading(name, code, owners)) for name, code in owners.items())
    return problems + [_problem(code, name, why) for code, name, why in misleading if why]


def spellings(part: Part) -> Words:
    """The ways to write the name of an unnumbered part."""
    name = part.name.lower()
    return (name, "acknowledgment") if name == "acknowledgement" else (name,)


def words(name: str) -> Words:
    """A name as the tokens of a citation."""
    return tuple(token.text for token in tokenize(name))


def _misleading(name: Words, code: Code, owners: dict[Words, Code]) -> str:
    """Why citations would be misread if this were a code's name; "" where they would not."""
    if not name:
        return "no word or number is left of it in a citation"
    if len(name) == 1 and is_reserved(name[0]):
        return "that word means something else in a citation"
    for owner in owners.values():
        if name[0] in {part.numeral.lower() for part in owner.parts if part.numeral}:
            return f"that is how people cite {owner.name} {name[0].upper()}"
    for other, owner in owners.items():
        if owner is not code and len(other) == 1 and name[0].startswith(other[0]):
            rest = words(name[0][len(other[0]) :]) + name[1:]
            if rest and all(word.isdecimal() or from_roman(word) for word in rest):
                return f"that is how people cite {owner.name} {' '.join(rest).upper()}"
    return ""


def _problem(code: Code, name: Words, why: str) -> Problem:
    what = f"{code.name} cannot be called {' '.join(name)!r}: {why}"
    return Problem(show(Path(code.path)), 1, 1, what, "give it another `id`, `name` or alias")
