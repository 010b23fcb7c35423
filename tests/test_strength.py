"""How strongly a text binds is read off its own words, and a way out is not taken for a leave."""

import pytest
from libraries import EXLAND, shipped, with_exland

from peerethics.comparing.strength import ORDER, PLAIN, STRENGTHS, strengths
from peerethics.views.strength import as_json, page

TEXTS = {
    "Helpers will never lend money.": ("never", "will"),
    "Helpers will not lend under any circumstances.": ("never", "will"),
    "Helpers must lend.": ("must",),
    "HELPERS SHALL LEND.": ("must",),
    "Helpers are required to lend.": ("must",),
    "Consent generally requires that the person agrees.": ("must",),
    "Helpers are obligated to report.": ("must",),
    "Helpers have an obligation to report.": ("must",),
    "Helpers have a duty to inform.": ("must",),
    "Secrets may only be told with consent.": ("must",),
    "Helpers may not lend.": ("must",),
    "Helpers will lend.": ("will",),
    "Helpers do not lend.": ("will",),
    "Helpers are expected to abide by it.": ("will",),
    "Helpers should lend.": ("should",),
    "Helpers should make every effort to lend.": ("should", "strive"),
    "Helpers will strive to lend.": ("strive",),
    "Helpers make every effort to lend.": ("strive",),
    "Helpers seek to understand.": ("strive",),
    "Helpers may lend.": ("may",),
    "Secrets may be told to prevent harm.": ("may",),
    "Helpers must lend, and may not borrow, but may give.": ("must", "may"),
    "Speak up so that people may decide.": (PLAIN,),
    "Respect people.": (PLAIN,),
    "Helpers willingly cooperate.": (PLAIN,),
    "Maybe, musty, shallow: none is a duty.": (PLAIN,),
    "When helpers are required by law to serve twice, they explain it.": (PLAIN,),
    "": (PLAIN,),
}


@pytest.mark.parametrize(("text", "expected"), TEXTS.items(), ids=list(TEXTS))
def test_every_strength_that_the_words_show_is_named_the_strongest_first(text: str, expected: tuple[str, ...]) -> None:
    assert strengths(text) == expected


def test_the_six_strengths_of_the_command_are_there_in_their_order() -> None:
    assert [name for name, _ in STRENGTHS] == ["never", "must", "will", "should", "strive", "may"]
    assert (*(name for name, _ in STRENGTHS), PLAIN) == ORDER


#: Read by a person in the two documents: the strongest word of provisions that people compare.
SHIPPED = {
    "mo-7": "never", "mo-8": "never", "mo-13": "will", "mo-15": "strive", "mo-17": "will",
    "ms-3": PLAIN, "ms-4": PLAIN, "ms-5": PLAIN, "ms-7": PLAIN, "ms-8": "never", "ms-9": "never", "ms-11": "must",
    "ms-12": PLAIN, "ms-14": "never", "ms-15": "strive", "ms-16": PLAIN, "ms-I.1": "must", "ms-I.8": "strive",
    "ms-II.2": "should", "ms-II.3": "must", "ms-II.5": "must", "ms-II.10": "must", "ms-II.11": PLAIN,
    "ms-II.13": "may", "ms-II.15": "may", "ms-II.17": "should", "ms-IV.2": "must", "ms-IV.4": "should",
    "ms-IV.5": "should", "ms-V.2": "should", "ms-VI.2": "must", "ms-VII.3": "will", "ms-VII.4": "must",
    "ms-VII.6": "must", "ms-VII.7": "should",
}  # fmt: skip


@pytest.mark.parametrize("place", SHIPPED)
def test_the_shipped_provisions_bind_as_strongly_as_they_read(place: str) -> None:
    entry = shipped().entry(place)
    assert entry
    assert strengths(entry.text)[0] == SHIPPED[place]


def test_missouri_never_says_must_and_only_two_provisions_leave_something_free() -> None:
    found = {p.id: strengths(p.text) for code in shipped().codes for p in code.provisions()}
    assert not [place for place, names in found.items() if place.startswith("mo-") and "must" in names]
    assert [place for place, names in found.items() if names[0] == "may"] == ["ms-II.13", "ms-II.15"]


def test_every_provision_is_listed_once_in_a_code_that_was_invented() -> None:
    exland = with_exland().named("xx")
    lines = ["".join(span.text for span in one.spans) for one in page([exland], None)]
    assert lines[0] == "Exland"
    listed = ", ".join(line.partition("(")[2].rstrip(")") for line in lines[1 : 1 + len(ORDER)] if "(" in line)
    assert sorted(listed.split(", ")) == sorted(p.id.partition("-")[2] for p in exland.provisions())
    assert [line.split(":")[0] for line in lines[1 : 1 + len(ORDER)]] == list(ORDER)
    assert as_json([exland], None)["xx"]["xx-3"] == [PLAIN]


def test_only_what_is_wanted_is_listed() -> None:
    assert as_json(shipped().codes, {"mo-13", "ms-IV.5"}) == {
        "mo": {"mo-13": ["will"]}, "ms": {"ms-IV.5": ["should", "strive"]},
    }  # fmt: skip


def test_the_page_of_the_command_says_that_it_only_reads_words(peerethics) -> None:
    done = peerethics("compare", "--duty-strength", "ms", "II.5", "--data", str(EXLAND))
    assert done.code == 0
    assert "must: 2 (11, II.5)" in done.words
    assert "never: 0" in done.words
    assert "How strongly a duty binds in practice is not for this program to say." in done.words
