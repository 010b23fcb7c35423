"""A citation of what does not exist, or of two things at once, is refused with what does exist near it."""

import time

import pytest
from libraries import cited, shipped

from peerethics.citations.resolve import find
from peerethics.errors import NOTHING_FOUND, PeerEthicsError


def refusal(written: str) -> PeerEthicsError:
    with pytest.raises(PeerEthicsError) as caught:
        cited(written)
    assert caught.value.exit_code == NOTHING_FOUND
    return caught.value


IMPOSSIBLE = [  # written, the range that is named, the nearest that exist
    ("mo 19", "Missouri's principles are 1 to 18", ["mo 18 ("]),
    ("mo 0", "Missouri's principles are 1 to 18", ["mo 1 ("]),
    ("mo 1-19", "Missouri's principles are 1 to 18", ["mo 18 ("]),
    ("mo 4, 19", "Missouri's principles are 1 to 18", ["mo 18 ("]),
    ("ms 17", "Mississippi's core provisions are 1 to 16", ["ms I.17 (", "ms II.17 (", "ms 16 ("]),
    ("ms core 17", "Mississippi's core provisions are 1 to 16", ["ms I.17 (", "ms 16 ("]),
    ("ms 99", "Mississippi's core provisions are 1 to 16", ["ms 16 ("]),
    ("ms 4.8", "ms IV.8: the provisions of Mississippi IV are 1 to 7", ["ms IV.7 ("]),
    ("ms IV.0", "ms IV.0: the provisions of Mississippi IV are 1 to 7", ["ms IV.1 ("]),
    ("ms VI.5", "the provisions of Mississippi VI are 1 to 4", ["ms VI.4 ("]),
    ("ms VIII", "Mississippi's Principles are I to VII", ["ms VII (", "ms 8 ("]),
    ("ms principle 8", "ms VIII: Mississippi's Principles are I to VII", ["ms VII ("]),
    ("ms XX", "Mississippi's Principles are I to VII", ["ms VII ("]),
    ("ms 8.1", "ms VIII.1: Mississippi's Principles are I to VII", ["ms VII.1 ("]),
    ("ms 0.1", "its parts are title, preamble, core", []),
    ("mo IV.5", "Missouri's principles are 1 to 18, without parts", ["ms IV.5 (", "mo 5 (", "mo 4 ("]),
    ("mo 4.5", "Missouri's principles are 1 to 18, without parts", ["ms IV.5 (", "mo 5 ("]),
    ("mo IV", "Missouri's principles are 1 to 18, without parts", ["ms IV (", "mo 4 ("]),
    ("mo 4, IV", "Missouri's principles are 1 to 18, without parts", ["ms IV ("]),
    ("mo 13 (core)", "Missouri has no 'core'; its parts are title, preamble, principles", ["mo 13 ("]),
    ("mo acknowledgement", "its parts are title, preamble, principles", []),
    ("ms IV.2.k", "its items are a to j", ["ms IV.2.j (", "ms IV.2 ("]),
    ("ms IV.2.a-k", "its items are a to j", ["ms IV.2.j ("]),
    ("mo 4.d", "it has no lettered items", ["mo 4 ("]),
    ("ms 11/s5", "it has 4 sentences", ["ms 11/s4 ("]),
    ("ms 11/s0", "it has 4 sentences", ["ms 11/s"]),
    ("mo 4/s2", "it has 1 sentence.", ["mo 4/s1 ("]),
    ("ms IV.2.a/s1", "no sentences of its own", ["ms IV.2 ("]),
    ("ms principle 4/s1", "letters and sentences belong to a number", ["ms IV ("]),
    ("ms principle 4(d)", "letters and sentences belong to a number", ["ms IV ("]),
    ("ms preamble 4", "Mississippi preamble has no numbered provisions", ["ms preamble ("]),
    ("mo 3-1", "a range runs upwards", ["mo 1 (", "mo 3 ("]),
    ("ms V-I", "a range runs upwards", ["ms I (", "ms V ("]),
    ("ms IV.2.d-a", "a range runs upwards", ["ms IV.2 ("]),
    ("19", "mo 19: Missouri's principles are 1 to 18.\nms 19: Mississippi's core provisions are 1 to 16.", ["mo 18 ("]),
    ("I.18", "ms I.18: the provisions of Mississippi I are 1 to 17", ["ms I.17 ("]),
]


@pytest.mark.parametrize(("written", "why", "near"), IMPOSSIBLE, ids=[row[0] for row in IMPOSSIBLE])
def test_the_refusal_names_the_range_and_the_nearest_that_exist(written: str, why: str, near: list[str]) -> None:
    error = refusal(written)
    assert why in error.message
    assert [one for one in near if one not in error.hint] == []


AMBIGUOUS = {  # each could mean any of several places, so it gets none of them
    "ms 4 5": ["ms IV.5", "ms 5"], "4 5": ["ms IV.5", "ms 5"], "ms IV.5 6": ["ms IV.6", "ms 6"],
    "ms IV, 5": ["ms IV.5", "ms 5"], "ms Principle IV, 5": ["ms IV.5", "ms 5"], "ms IV and item 5": ["ms IV.5", "ms 5"],
    "ms 4, item 5": ["ms IV.5", "ms 5"], "ms item 4 item 5": ["ms IV.5", "ms 5"], "ms 7 8": ["ms 8"],
    "ms IV.2.d, 5": ["ms IV.5", "ms 5"], "ms IV.2.a, i": ["ms IV.2.i", "ms I ("], "ms IV.2, i": ["ms IV.2.i", "ms I ("],
    "ms 11/s1, 2": ["ms 11/s2", "ms 2"], "ms core IV": ["ms 4", "ms IV"], "ms core principle 4": ["ms 4", "ms IV"],
    "ms section 4": ["ms IV", "ms 4"], "ms part 4": ["ms IV", "ms 4"], "mo and ms 4": ["mo 4", "ms 4"],
    "mo, ms IV.5": ["ms IV.5"], "13 of missouri and mississippi": ["mo 13", "ms 13"], "ms 4 of mo": ["mo 4", "ms 4"],
    "mo and 4": ["mo 4"], "mississippi mississippi 4": ["ms 4"],
}  # fmt: skip


@pytest.mark.parametrize(("written", "near"), AMBIGUOUS.items(), ids=list(AMBIGUOUS))
def test_two_meanings_are_refused_with_both(written: str, near: list[str]) -> None:
    hint = refusal(written).hint
    assert [one for one in near if one not in hint] == []


LOOKALIKES = {
    "ms ll": "ms II", "ms l": "ms I", "ms II.l": "ms II.1", "ms lV.5": "ms IV.5", "ms lI.3": "ms II.3",
    "mo l3": "mo 13", "ms 1O": "ms 10", "missisippi 4": "Mississippi", "misouri 4": "Missouri",
    "mississipi IV.5": "Mississippi",
}  # fmt: skip


@pytest.mark.parametrize(("written", "meant"), LOOKALIKES.items(), ids=list(LOOKALIKES))
def test_a_slip_of_the_eye_is_refused_with_what_was_meant(written: str, meant: str) -> None:
    assert f"Did you mean {meant}" in refusal(written).hint


@pytest.mark.parametrize(
    "written",
    [
        "mo 4/5", "ms 4/5", "ms 11/4", "mo 1.2.3.4", "ms 4.5.2", "ms IV.5.5", "ms IV.2.dd", "ms IV.2.d.3", "ms IV.2d1",
        "mo 1..3", "mo 1~3", "mo 1>3", "mo 4-", "mo 1 to", "to 3", "mo 1-3-5", "mo 1e3", "mo 0x4", "mo=13", "mo|13",
        "mo 13!", "mo 13?", "mo 4 ms", "mo 1-ms 3", "ms IV.1-V.2", "ms 4-4.5", "ms IIII", "ms VV", "ms iiv", "ms XL",
        "mo principle", "mo twenty-one", "mo canon 4", "see mo 13", "ct 4", "mo-ms", "ms principle 4 d", "mo 1,000",
    ],
)  # fmt: skip
def test_nothing_is_read_into_what_is_not_a_citation(written: str) -> None:
    assert refusal(written).message


HOSTILE = {
    "nothing": "", "a space": " ", "line ends": "\r\n\n", "a null byte": "\x00", "a null byte inside": "mo\x004",
    "a null byte behind": "mo 4\x00", "an emoji": "\U0001f600", "an emoji behind": "mo 4\U0001f600",
    "a flag": "\U0001f1f2\U0001f1f4 4", "a joined family": "mo 1\u200d3", "right to left": "\u0645\u0648 4",
    "an override": "mo \u202e31", "an isolate": "mo \u206731", "a right-to-left mark": "mo 1\u200f3",
    "a lone surrogate": "mo \ud800", "an escape sequence": "mo 4\x1b[31m", "a bell": "mo 4\x07", "only dots": "...",
    "only marks": "()[]{}<>|\\/!?*~^%$", "only commas": ",,,", "quotes": "\"\"''", "an umbrella": "mo \u2602",
    "a combining dot": "ms \u0130V", "a footnote": "mo 1\u00b2", "a half": "mo \u00bd", "a circled number": "mo \u246c",
    "5,000 digits": "4" * 5_000, "5,000 digits behind": "mo " + "9" * 5_000, "huge end": "mo 1-" + "9" * 5_000,
    "huge sentence": "ms 11/s" + "9" * 5_000, "huge item": "ms IV." + "9" * 5_000, "ten digits": "mo 4000000000",
    "10,000 letters": "a" * 10_000, "10,000 numerals": "ms " + "i" * 10_000, "10,000 brackets": "(" * 10_000,
    "10,000 dashes": "-" * 10_000, "10,000 ranges": "1-" * 5_000, "10,000 parts": "IV." * 3_300,
    "10,000 wrong places": ",".join(f"mo {n}" for n in range(19, 1_700)), "markup": "[bold]mo 4[/bold]",
    "a path": "../../etc/passwd", "a shell": "mo $(reboot)", "SQL": "mo 4' OR 1=1 --", "HTML": "<script>mo 4</script>",
}  # fmt: skip


@pytest.mark.parametrize("written", HOSTILE.values(), ids=list(HOSTILE))
def test_odd_and_hostile_text_gets_a_short_message_at_once(written: str) -> None:
    start = time.perf_counter()
    error = refusal(written)
    assert time.perf_counter() - start < 2
    assert len(str(error)) < 1_000
    assert error.message.count("\n") < 10


@pytest.mark.parametrize("written", ["mo 4, " * 2_000, "mo 4" + ")" * 10_000, "mo " * 3_000, " " * 10_000 + "mo 4"])
def test_a_long_citation_of_few_things_is_answered_at_once(written: str) -> None:
    start = time.perf_counter()
    assert cited(written)[0] in ("mo", "mo-4")
    assert time.perf_counter() - start < 2


def test_a_refusal_offers_a_search_only_for_words() -> None:
    """What is typed must not come back as a command to paste: `peerethics search $(reboot)`."""
    assert "peerethics search can I take a gift" in refusal("can I take a gift").hint
    assert "search" not in refusal("mo $(reboot)").hint
    assert "search" not in refusal("...").hint


def test_one_wrong_place_refuses_the_whole_request() -> None:
    """Half an answer would look like a whole one."""
    for written in ("mo 4, mo 19", "mo 19, mo 4", "mo 4 ms IV.2.k mo 5"):
        assert refusal(written)


def test_without_a_code_the_codes_that_have_it_answer() -> None:
    found = find("17", shipped())
    assert [entry.id for entry in found.entries] == ["mo-17"]
    assert found.notes == ("ms 17: Mississippi's core provisions are 1 to 16.",)
