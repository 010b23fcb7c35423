"""Rules that a code's file must keep beyond its structure: what it says about the words must be true."""

from collections.abc import Iterator

from peerethics.checking.verbatim import Difference
from peerethics.models import Code, Part, Sic


def broken_rules(code: Code) -> Iterator[Difference]:
    """Every remark and term of a code that its own words do not bear out."""
    whole = " ".join(_part_words(part) for part in code.parts)
    for part in code.parts:
        yield from _misquoted(part.id, part.sic, _part_words(part))
        for provision in part.provisions:
            yield from _misquoted(provision.id, provision.sic, provision.text)
    for term in (*code.workers, *code.served):
        if term.lower() not in whole.lower():
            yield Difference("", f"the term {term!r} is nowhere in the text", "remove it from `terms`")


def _part_words(part: Part) -> str:
    return " ".join([part.heading, " ".join(part.text.split()), *(p.text for p in part.provisions)])


def _misquoted(entry: str, remarks: tuple[Sic, ...], text: str) -> Iterator[Difference]:
    for remark in remarks:
        if remark.quote not in text:
            what = f"{entry} has a `sic` quote that is not in its text: {remark.quote[:60]!r}"
            yield Difference(entry, what, "quote the printed words exactly")
