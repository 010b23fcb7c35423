"""Every usual spelling of a citation stands for exactly the provision that it names."""

import pytest
from libraries import cited, shipped

from peerethics.citations.resolve import find, is_citation

FORMS = {  # the 43 of the design notes, and their company
    "mo 13": "mo-13", "MO-13": "mo-13", "mo13": "mo-13", "MO:13": "mo-13", "mo#13": "mo-13", "mo.13": "mo-13",
    "Missouri 13": "mo-13", "missouri principle 13": "mo-13", "ms 13": "ms-13", "MS 13)": "ms-13",
    "ms core 4": "ms-4", "ms principle 4": "ms-IV", "ms p4": "ms-IV", "ms IV": "ms-IV", "ms iv": "ms-IV",
    "ms IV.5": "ms-IV.5", "ms IV-5": "ms-IV.5", "ms IV 5": "ms-IV.5", "ms IV(5)": "ms-IV.5", "ms 4.5": "ms-IV.5",
    "Mississippi Principle IV, item 5": "ms-IV.5", "ms IV.2.d": "ms-IV.2.d", "ms IV.2d": "ms-IV.2.d",
    "ms IV.2(d)": "ms-IV.2.d", "ms 4.2 d": "ms-IV.2.d", "US-MS 14": "ms-14", "ms 1.10": "ms-I.10", "I.10": "ms-I.10",
    "13": "mo-13 ms-13", "MO-4": "mo-4", "Missouri #4": "mo-4", "II.3": "ms-II.3", "ms:ii.3": "ms-II.3",
    "mo 1-3": "mo-1 mo-2 mo-3", "mo 4,5": "mo-4 mo-5", "mo 4,5 ms 11": "mo-4 mo-5 ms-11", "mo": "mo", "ms": "ms",
    "ms IV.1-7": "ms-IV.1 ms-IV.2 ms-IV.3 ms-IV.4 ms-IV.5 ms-IV.6 ms-IV.7",
    "mo preamble": "mo-preamble", "ms acknowledgement": "ms-acknowledgement", "ms-11/s4": "ms-11/s4",
    "ms-preamble": "ms-preamble",
}  # fmt: skip
CODE_NAMES = {
    "MISSOURI 4": "mo-4", "us-mo-4": "mo-4", "Mo. 4": "mo-4", "mo_4": "mo-4", "mo/4": "mo-4", "mo: 4": "mo-4",
    "mo, 4": "mo-4", "mo (4)": "mo-4", "mo [4]": "mo-4", "(mo 4)": "mo-4", "mo -4": "mo-4", "  mo   4  ": "mo-4",
    "mo\t4\n": "mo-4", "mo 4.": "mo-4", "mo 4;": "mo-4", "mo 04": "mo-4", '"mo 4"': "mo-4", "\u201cmo 4\u201d": "mo-4",
    "Miss. 13": "ms-13", "miss iv": "ms-IV", "msiv": "ms-IV", "msIV5": "ms-IV.5", "ms4.5": "ms-IV.5",
    "missiv.5": "ms-IV.5", "the Missouri code 4": "mo-4", "Missouri's principle 4": "mo-4",
    "Missouri\u2019s Principle 4": "mo-4", "Missouri Code of Ethics, Principle 4": "mo-4",
    "Principle 4 of the Missouri Code of Ethics": "mo-4", "principle 4 of missouri": "mo-4", "4 of mo": "mo-4",
    "13 mo": "mo-13", "under mo 4": "mo-4", "in the Mississippi code, IV.5": "ms-IV.5", "preamble of mo": "mo-preamble",
    "mo 4 of the Missouri code": "mo-4", "principle IV of ms": "ms-IV", "the Missouri Code of Ethics": "mo",
    "Missouri Department of Mental Health Peer Specialist Certification Code of Ethics, 13": "mo-13",
}  # fmt: skip
UNITS = {
    "mo Principle 4": "mo-4", "mo prin. 4": "mo-4", "mo princ 4": "mo-4", "mo P. 4": "mo-4", "mo P4": "mo-4",
    "mo no. 4": "mo-4", "mo No 4": "mo-4", "mo number four": "mo-4", "mo # 4": "mo-4", "mo \u00a74": "mo-4",
    "mo item 4": "mo-4", "mo provision 4": "mo-4", "mo standard 4": "mo-4", "mo section 4": "mo-4", "mo 4th": "mo-4",
    "missouri fourth": "mo-4", "mo \u2116 4": "mo-4", "ms section IV": "ms-IV", "ms article IV.5": "ms-IV.5",
    "ms section 4.5": "ms-IV.5", "ms principle IV.5": "ms-IV.5", "ms principle 4.5": "ms-IV.5",
    "ms principle 4 item 5": "ms-IV.5", "ms principle 4, no. 5": "ms-IV.5", "ms prin IV no. 5": "ms-IV.5",
    "ms principle four, item five": "ms-IV.5", "ms four point five": "ms-IV.5", "ms IV, #5": "ms-IV.5",
    "ms item 4": "ms-4", "ms provision 4": "ms-4", "ms core #4": "ms-4", "ms core no. 4": "ms-4",
    "ms core item 4": "ms-4", "ms (core) 4": "ms-4", "Mississippi 13 (core)": "ms-13", "core 4": "ms-4",
    "principle 4": "mo-4 ms-IV", "ms core": "ms-core", "mo principles": "mo-principles",
}  # fmt: skip
PLACES = {
    "ms IV/5": "ms-IV.5", "ms IV:5": "ms-IV.5", "ms IV_5": "ms-IV.5", "ms 4:5": "ms-IV.5", "ms 4(5)": "ms-IV.5",
    "ms iv . 5": "ms-IV.5", "ms IV.05": "ms-IV.5", "ms \u2163.5": "ms-IV.5", "ms-IV-5": "ms-IV.5", "1.5.": "ms-I.5",
    "ms IV.2.D": "ms-IV.2.d", "ms IV(2)(d)": "ms-IV.2.d", "ms IV.2.(d)": "ms-IV.2.d", "ms IV.2[d]": "ms-IV.2.d",
    "ms IV.2-d": "ms-IV.2.d", "ms IV.2/d": "ms-IV.2.d", "ms:IV:2:d": "ms-IV.2.d", "ms IV 2 d": "ms-IV.2.d",
    "ms IV.2 item d": "ms-IV.2.d", "ms IV.2, letter d": "ms-IV.2.d", "ms IV.2 lit. d": "ms-IV.2.d",
    "ms IV.2.i": "ms-IV.2.i", "ms IV.2 i": "ms-IV.2.i", "ms 11/s4": "ms-11/s4", "ms 11 s4": "ms-11/s4",
    "ms 11, sentence 4": "ms-11/s4", "ms 11 (sentence 4)": "ms-11/s4", "ms 11.s4": "ms-11/s4", "ms 11 s.4": "ms-11/s4",
    "ms 11 sentence four": "ms-11/s4", "Mississippi 11 (core), sentence 4": "ms-11/s4", "ms V.1/s5": "ms-V.1/s5",
    "ms title": "ms-title", "ms form": "ms-form", "ms bridge": "ms-bridge", "preamble": "mo-preamble ms-preamble",
    "ms acknowledgment": "ms-acknowledgement", "core": "ms-core", "I": "ms-I", "17": "mo-17",
}  # fmt: skip
LISTS = {
    "mo 1,2 and 3": "mo-1 mo-2 mo-3", "mo 1 & 2": "mo-1 mo-2", "mo 1; 2": "mo-1 mo-2", "mo 1 + 2": "mo-1 mo-2",
    "mo 4 5": "mo-4 mo-5", "mo 13,,14,": "mo-13 mo-14", "mo #1, #2": "mo-1 mo-2", "ms #1, #2": "ms-1 ms-2",
    "ms no. 4, no. 5": "ms-4 ms-5", "ms item 4 and item 5": "ms-4 ms-5", "ms 4, 5": "ms-4 ms-5",
    "mo principle 1, principle 2": "mo-1 mo-2", "ms principles 4 and 5": "ms-IV ms-V",
    "ms principles 4, 5, 7": "ms-IV ms-V ms-VII", "ms I, II and III": "ms-I ms-II ms-III", "ms IV V": "ms-IV ms-V",
    "ms IV.1,2,5": "ms-IV.1 ms-IV.2 ms-IV.5", "ms IV.1, V.2": "ms-IV.1 ms-V.2", "ms IV.5, item 6": "ms-IV.5 ms-IV.6",
    "ms IV.2.a, c": "ms-IV.2.a ms-IV.2.c", "ms IV.2(a),(c)": "ms-IV.2.a ms-IV.2.c",
    "ms IV.2.a, b and d": "ms-IV.2.a ms-IV.2.b ms-IV.2.d", "ms IV.2.a, V": "ms-IV.2.a ms-V",
    "mo 4 ms 5": "mo-4 ms-5", "mo4ms5": "mo-4 ms-5", "ms IV.5 mo 5": "ms-IV.5 mo-5", "mo ms": "mo ms",
    "ms 13 14": "ms-13 ms-14", "ms preamble, 13": "ms-preamble ms-13", "mo 4, 4, mo 4": "mo-4",
    "ms 4, IV": "ms-4 ms-IV", "ms core 4, 5": "ms-4 ms-5", "1,5": "mo-1 ms-1 mo-5 ms-5",
}  # fmt: skip
RANGES = {
    "mo 1 - 3": "mo-1 mo-2 mo-3", "mo 1 to 3": "mo-1 mo-2 mo-3", "mo 1 through 3": "mo-1 mo-2 mo-3",
    "mo 1\u20133": "mo-1 mo-2 mo-3", "mo 1-mo 3": "mo-1 mo-2 mo-3", "mo-1 to mo-3": "mo-1 mo-2 mo-3",
    "mo #1-#3": "mo-1 mo-2 mo-3", "mo nos. 1-3": "mo-1 mo-2 mo-3", "mo pp. 1-3": "mo-1 mo-2 mo-3", "mo 3-3": "mo-3",
    "1-2 of mo": "mo-1 mo-2", "mo 1-2, 4-5": "mo-1 mo-2 mo-4 mo-5", "ms IV.5-6": "ms-IV.5 ms-IV.6",
    "ms IV.5 - IV.6": "ms-IV.5 ms-IV.6", "ms IV.5-ms IV.6": "ms-IV.5 ms-IV.6", "ms IV-5-6": "ms-IV.5 ms-IV.6",
    "ms 4.5-6": "ms-IV.5 ms-IV.6", "ms 4.5-4.6": "ms-IV.5 ms-IV.6", "ms IV.5-4.6": "ms-IV.5 ms-IV.6",
    "ms 4-5": "ms-4 ms-5", "ms-4-5": "ms-4 ms-5", "ms core 4-5": "ms-4 ms-5", "II.3-4": "ms-II.3 ms-II.4",
    "ms I-III": "ms-I ms-II ms-III", "ms I to III": "ms-I ms-II ms-III", "ms I - ms III": "ms-I ms-II ms-III",
    "ms principles 1-3": "ms-I ms-II ms-III", "ms IV.2.a-c": "ms-IV.2.a ms-IV.2.b ms-IV.2.c",
    "ms IV.2 a to c": "ms-IV.2.a ms-IV.2.b ms-IV.2.c", "ms IV.2(a)-(c)": "ms-IV.2.a ms-IV.2.b ms-IV.2.c",
    "ms IV.2.a-b, j": "ms-IV.2.a ms-IV.2.b ms-IV.2.j", "ms preamble to core": "ms-preamble ms-core",
}  # fmt: skip
ALL = {**FORMS, **CODE_NAMES, **UNITS, **PLACES, **LISTS, **RANGES}


@pytest.mark.parametrize(("written", "ids"), ALL.items(), ids=ascii)
def test_it_stands_for_exactly_what_it_names(written: str, ids: str) -> None:
    assert cited(written) == ids.split()


NUMBERINGS = [  # the document numbers twice: core 1-16 in arabic digits, Principles I-VII in roman ones
    ("ms 4", "ms-4", "Mississippi also has a Principle IV: ms IV"),
    ("ms 7", "ms-7", "Mississippi also has a Principle VII: ms VII"),
    ("ms 8", "ms-8", ""),
    ("ms 16", "ms-16", ""),
    ("ms IV", "ms-IV", ""),
    ("ms 4.5", "ms-IV.5", ""),
    ("ms principle 4", "ms-IV", ""),
    ("ms p4", "ms-IV", ""),
    ("ms prin 4", "ms-IV", ""),
    ("ms core 4", "ms-4", ""),
    ("ms provision 4", "ms-4", ""),
    ("13", "mo-13 ms-13", ""),
    ("4", "mo-4 ms-4", "Mississippi also has a Principle IV: ms IV"),
    ("17", "mo-17", "ms 17: Mississippi's core provisions are 1 to 16."),
    ("ms 4-5", "ms-4 ms-5", "Mississippi also has Principle IV, Principle V: ms IV, ms V"),
    ("ms 7-8", "ms-7 ms-8", "Mississippi also has a Principle VII: ms VII"),
    ("ms IV.5, 6", "ms-IV.5 ms-IV.6", "6 after a comma is read as ms IV.6"),
    ("ms core 4, 5", "ms-4 ms-5", ""),
    ("mo 4", "mo-4", ""),
]


@pytest.mark.parametrize(("written", "ids", "note"), NUMBERINGS, ids=[row[0] for row in NUMBERINGS])
def test_the_two_numberings_are_told_apart_and_a_doubt_is_said(written: str, ids: str, note: str) -> None:
    found = find(written, shipped())
    assert [entry.id for entry in found.entries] == ids.split()
    assert "\n".join(found.notes) == note


def test_nothing_is_given_twice_and_the_order_is_the_one_asked_for() -> None:
    assert cited("ms 14, 13, 14 mo 2-3, 1-2") == ["ms-14", "ms-13", "mo-2", "mo-3", "mo-1"]


def test_a_whole_code_is_every_bit_of_it() -> None:
    assert [e.code.name for e in find("mo ms", shipped()).entries] == ["Missouri", "Mississippi"]


@pytest.mark.parametrize("written", ["mo 99", "ms IV.99", "IV", "13", "mo", "core 5", "mo VI"])
def test_what_reads_as_a_citation_is_one_even_where_nothing_stands_there(written: str) -> None:
    """So that `peerethics mo 99` says what Missouri has, and not that there is no command "mo"."""
    assert is_citation(written, shipped())


@pytest.mark.parametrize(
    "written", ["gifts", "serach", "can I take a gift", "codes", "", "--json", "mo gifts", "a", "4" * 5000]
)
def test_other_words_are_no_citation(written: str) -> None:
    assert not is_citation(written, shipped())
