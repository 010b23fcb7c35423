"""How a place in a code is named, cited and traced to its source."""

from peerethics.citations.printed import citation
from peerethics.library.library import Entry
from peerethics.models import Code
from peerethics.text import heading_words


def heading(entry: Entry) -> str:
    """The nearest heading that is printed above the entry."""
    if entry.part and entry.part.heading:
        return heading_words(entry.part.heading)
    return entry.code.title


def full_citation(entry: Entry) -> str:
    """The citation as it goes into a note or a paper: issuer, title as printed, place."""
    place = citation(entry).removeprefix(entry.code.name).strip()
    return ", ".join(filter(None, (document(entry.code), place)))


def document(code: Code) -> str:
    """Issuer and title as printed; the issuer only where the title does not start with it."""
    if code.title.lower().startswith(code.issuer.lower()):
        return code.title
    return f"{code.issuer}, {code.title}"


def source_line(entry: Entry) -> str:
    """Where the words stand: "mississippi.txt, line 97"; a code without a source document has no such place."""
    if not entry.code.source.file:
        return "no source document is held"
    file = entry.code.source.file.rpartition("/")[2]
    first, last = entry.lines
    if not first:
        return file
    return f"{file}, line {first}" if first == last else f"{file}, lines {first}-{last}"


def edition_line(codes: list[Code]) -> str:
    """One quiet line on the editions shown: what is known against them, and never that one is current."""
    unstated = [code for code in codes if code.edition.stated.startswith("not stated")]
    if not unstated:
        return "Check that these editions are the current ones (peerethics codes)."
    if len(unstated) < len(codes):
        names = " and ".join(code.name for code in unstated)
        return f"Edition of {names} not stated in the source: check the current ones (peerethics codes)."
    known = "; ".join(f"{code.name}: {code.edition.brief}" for code in codes if code.edition.brief)
    return (
        f"Edition not stated in the source{f' ({known})' if known else ''}: check the current one (peerethics codes)."
    )


def json_source(entry: Entry) -> dict[str, object]:
    """The `source` object of every JSON answer."""
    code = entry.code
    return {
        "document": code.title,
        "issuer": code.issuer,
        "edition": code.edition.stated,
        "edition_warning": code.edition.warning,
        "file": code.source.file,
        "lines": list(entry.lines),
        "sha256": code.source.sha256,
    }


def counted(code: Code) -> str:
    """How many provisions a code has, in its own words for them."""
    numbers = [(len(part.provisions), part) for part in code.parts if part.provisions]
    total = sum(n for n, _ in numbers)
    if len(numbers) == 1:
        return f"{total} {numbers[0][1].unit or 'provision'}s"
    core = [f"{n} {part.name}" for n, part in numbers if not part.numeral]
    inside = sum(n for n, part in numbers if part.numeral)
    units = [part for _, part in numbers if part.numeral]
    named = (
        f"{inside} in {units[0].unit.capitalize() or 'Part'}s {units[0].numeral}-{units[-1].numeral}" if units else ""
    )
    return f"{total} provisions ({', '.join(filter(None, [*core, named]))})"
