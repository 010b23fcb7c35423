"""Whatever is typed, a citation gives what it names or a refusal: never another provision, never a crash."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from libraries import all_ids, cited, shipped, with_exland

from peerethics.citations.printed import citation
from peerethics.citations.resolve import find, uncitable
from peerethics.citations.tokens import tokenize
from peerethics.errors import NOTHING_FOUND, PeerEthicsError
from peerethics.text import from_roman, sentences, to_roman
from peerethics.views import citing

LIBRARY = with_exland()
IDS = all_ids(LIBRARY)
SENTENCES = [
    f"{provision.id}/s{number}"
    for code in LIBRARY.codes
    for provision in code.provisions()
    for number in range(1, len(sentences(provision.text)) + 1)
]
LISTS = [(code, part) for code in LIBRARY.codes for part in code.lists()]
thorough = settings(max_examples=2_000, deadline=None, derandomize=True)
usual = settings(max_examples=400, deadline=None, derandomize=True)


def given_or_refused(written: str) -> list[str] | None:
    """The ids that a citation stands for, or None where it is refused."""
    try:
        return cited(written, LIBRARY)
    except PeerEthicsError as error:
        if error.exit_code != NOTHING_FOUND or not error.message:
            raise AssertionError(f"{written!r} was refused with {error!r}") from error
        return None


@pytest.mark.parametrize("one", [*IDS, *SENTENCES])
def test_every_id_and_every_printed_citation_cites_exactly_itself(one: str) -> None:
    entry = LIBRARY.entry(one)
    assert entry
    place = one.partition("-")[2]
    typed = [one, one.upper(), one.lower().replace("-", " ", 1), citation(entry), citing.full_citation(entry)]
    if place:  # a code's title and its name, each before every place
        typed += [f"{name} {place}" for name in (entry.code.name, *entry.code.aliases)]
    for written in typed:
        assert cited(written, LIBRARY) == [one], written


def test_the_shipped_codes_and_exland_have_no_id_that_cannot_be_cited() -> None:
    assert uncitable(shipped()) == []
    assert uncitable(with_exland()) == []


@thorough
@given(st.text(max_size=60))
@example("mo \u0661\u0663")
@example("4" * 5_000)
@example("\ud800")
def test_any_text_is_answered_or_refused(written: str) -> None:
    given_or_refused(written)


PIECES = [
    "mo", "ms", "xx", "Missouri", "us-ms", "miss", "IV", "iv", "I", "i", "VII", "VIII", "A", "7", "4", "5", "13", "1",
    "2", "16", "18", "0", "99", "a", "d", "core", "preamble", "principles", "rules", "principle", "section", "item",
    "no.", "#", "s4", "/s2", "sentence", "of", "the", "code", ".", "-", ",", ", ", "and", "to", "(", ")", ":", "/", ";",
    "four", "\u2013", "\u2163", "\u00b2", "letter", "(core)", "form", "bridge", "part", "p",
]  # fmt: skip
RANGE_WORDS = re.compile(r"-|to|\u2013")


@thorough
@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(["", " ", " "])), min_size=1, max_size=9))
def test_an_answer_accounts_for_every_number_letter_and_code_typed(pieces: list[tuple[str, str]]) -> None:
    """Nothing typed is passed over, and nothing is given that was not typed."""
    written = "".join(piece + space for piece, space in pieces)
    ids = given_or_refused(written)
    if ids is None:
        return
    found = find(written, LIBRARY)
    text = " ".join(token.text for token in tokenize(written))
    first = next((code for code in LIBRARY.codes if text.startswith((code.id, code.name.lower(), *code.aliases))), None)
    if first:  # once a code is named, no other one may slip in
        named = [c for c in LIBRARY.codes if any(n in written.lower() for n in (c.id, c.name.lower(), *c.aliases))]
        assert {entry.code.id for entry in found.entries} <= {code.id for code in named}, (written, ids)
    held = " ".join(ids)
    values = {int(n) for n in re.findall(r"\d+", held)} | {from_roman(w.lower()) for w in re.findall(r"[IVX]+", held)}
    for token in tokenize(written):
        if token.is_number:
            assert int(token.text) in values, (written, ids)
    if not RANGE_WORDS.search(written.lower().replace("us-ms", "")):
        typed = {int(t.text) for t in tokenize(written) if t.is_number} | {
            from_roman(run) for run in re.findall(r"[ivx]+", text)
        }
        for entry in found.entries:
            if entry.provision:
                assert entry.provision.number in typed, (written, ids)
            if entry.sentence:
                assert entry.sentence in typed, (written, ids)


def spellings(part: str) -> list[str]:
    """How a part's numeral is written: as printed, small, and in arabic digits where it is roman."""
    value = from_roman(part)
    return [part, part.lower(), *([str(value)] if value else [])]


@st.composite
def triples(draw: st.DrawFn) -> tuple[str, str]:
    """A code, a part, a number and perhaps a letter or a sentence, in some spelling; and the id that it names."""
    code = draw(st.sampled_from(LIBRARY.codes))
    part = draw(st.sampled_from(["", *[to_roman(n) for n in range(1, 10)], "A", "B", "7"]))
    number = draw(st.integers(0, 25))
    name = draw(st.sampled_from([code.id, code.id.upper(), code.name, *code.aliases]))
    after_code = draw(st.sampled_from([" ", "  ", "-", ":", ".", ", ", "_", "/"]))
    if part:
        unit = draw(st.sampled_from(["", "", "part ", "section ", "principle ", "P."]))
        joint = draw(st.sampled_from([".", ":", " . ", "(", ", item ", " no. ", ", #"]))
        place = unit + draw(st.sampled_from(spellings(part))) + joint + str(number)
    else:
        place = draw(st.sampled_from(["", "", "#", "no. ", "item ", "number "])) + str(number)
    value = from_roman(part) or int(part if part.isdecimal() else 0)
    printed = next((p.numeral for p in code.parts if p.numeral == part or (value and p.value == value)), part)
    expected = f"{code.id}-{printed}{'.' if printed else ''}{number}"
    tail, suffix = draw(
        st.sampled_from(
            [("", ""), ("", ""), (".d", ".d"), ("(d)", ".d"), (" k", ".k"), ("/s2", "/s2"), (", sentence 1", "/s1")]
        )
    )
    closing = draw(st.sampled_from(["", ".", ")", " ", ";"]))
    return f"{name}{after_code}{place}{tail}{closing}", expected + suffix


@thorough
@given(triples())
def test_a_place_in_any_spelling_is_that_place_or_refused(case: tuple[str, str]) -> None:
    written, expected = case
    ids = given_or_refused(written)
    if LIBRARY.entry(expected) is None:
        assert ids is None, f"{written!r} gave {ids}, but there is no {expected}"
    else:
        assert ids in (None, [expected]), f"{written!r} gave {ids}, not {expected}"


@usual
@given(st.sampled_from(LISTS), st.data())
def test_a_range_is_exactly_the_provisions_between(place: tuple, data: st.DataObject) -> None:
    code, part = place
    numbers = [p.number for p in part.provisions]
    first, last = data.draw(st.integers(0, len(numbers) + 1)), data.draw(st.integers(0, len(numbers) + 1))
    dash = data.draw(st.sampled_from(["-", " - ", "\u2013", " to ", " through "]))
    inside = f"{part.numeral}." if part.numeral else ""
    again = data.draw(st.sampled_from(["", inside, f"{code.id} {inside}"]))
    written = f"{code.id} {inside}{first}{dash}{again}{last}"
    ids = given_or_refused(written)
    if first in numbers and last in numbers and first <= last:
        assert ids == [p.id for p in part.provisions if first <= p.number <= last], written
    else:
        assert ids is None, written


@usual
@given(st.lists(st.sampled_from([one for one in IDS if "-" in one] + SENTENCES), min_size=1, max_size=6), st.data())
def test_a_list_of_full_citations_is_exactly_these_in_their_order(ids: list[str], data: st.DataObject) -> None:
    marks = [", ", " and ", "; ", " & ", ","]
    unit = ("mo-principles", "xx-rules")  # "mo principles xx 4" would be Principle XX
    separators = [data.draw(st.sampled_from(marks if one in unit else [*marks, " "])) for one in ids]
    written = "".join(one.replace("-", " ", 1) + separator for one, separator in zip(ids, separators, strict=True))
    assert cited(written, LIBRARY) == list(dict.fromkeys(ids)), written
