"""Words that could stand for each other are one kind: a word that nobody used here is found by those like it."""

from collections import Counter

import pytest
from vocabularies import EXLAND, WHYLAND, duty, searchable, shipped_kinds

from peerethics.checking.kind_rules import broken_rules
from peerethics.models import Kind
from peerethics.search.answer import search
from peerethics.search.evidence import gather
from peerethics.search.words import kinds_in, stem, tokens

KINDS = (
    Kind("boats", ("canoe", "raft", "rowing boat", "Zodiac")),
    Kind("sweets", ("cake", "ice cream", "toffee")),
    Kind("weather", ("hail", "ice")),
)
DUTIES = (
    duty("borrowing", states=["xx-5"], words=["took my canoe"], asks=["He took the raft and never brought it back."]),
    duty("gifts", states=["xx-1"], words=["birthday cake"], asks=["She brought me toffee. May I take toffee?"]),
    duty("rest", states=["xx-3"], words=["napping", "in hail"]),
)
ONLY = searchable([EXLAND, WHYLAND], DUTIES)
WITH = searchable([EXLAND, WHYLAND], DUTIES, KINDS)


def stems(text: str) -> list[str]:
    return [stem(word) for word in tokens(text)]


def kinds_of(word: str) -> list[int]:
    return {"canoe": [0], "ice": [2], "ice cream": [1], "raft": [0, 5]}.get(word, [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("my canoe sank", [("canoe", [0])]),
        ("raft", [("raft", [0, 5])]),
        ("ice on the canoe", [("ice", [2]), ("canoe", [0])]),
        ("ice cream in the canoe", [("ice cream", [1]), ("canoe", [0])]),
        ("ice and cream", [("ice", [2])]),
        ("cream ice", [("ice", [2])]),
        ("nothing of it", []),
        ("", []),
    ],
)
def test_two_words_that_are_one_entry_count_as_one(text, expected):
    assert [(" ".join(words), kinds) for words, kinds in kinds_in(text.split(), kinds_of)] == expected


@pytest.mark.parametrize(
    ("query", "expected"), [("zodiac", "borrowing"), ("ice cream", "gifts"), ("cream cake", "gifts")]
)
def test_a_word_that_no_duty_has_speaks_for_those_that_have_its_like(query, expected):
    scores = gather(WITH[1], stems(query)).duties
    assert max(scores, key=lambda name: scores[name]) == expected


def test_who_asks_with_such_a_word_is_answered():
    assert search("zodiac", *WITH).groups[0].duty.id == "borrowing"
    assert search("zodiac", *ONLY).hits == ()


@pytest.mark.parametrize("typed", ["co-owner", "coowner", "co owner"])
def test_an_entry_with_a_hyphen_is_found_in_each_way_to_write_it(typed):
    kinds = (Kind("partners", ("co-owner", "canoe")),)
    _, index = searchable([EXLAND], DUTIES, kinds)
    assert gather(index, stems(typed)).duties.keys() == {"borrowing"}


def test_kinds_say_less_than_nothing_of_no_duty():
    """Where few words are held and kinds have most of them, all is still a number, and nothing is divided by none."""
    _, index = searchable([EXLAND], [duty("gift", words=["gift"])], [Kind("k", ("gift ab", "gift cd", "gift"))])
    assert gather(index, ["gift"]).strength > 0


def test_without_kinds_nobody_would_know_it():
    assert gather(ONLY[1], ["zodiac"]).duties == {}
    assert gather(WITH[1], stems("ice cream")).known == {"ice", "cream"}


def test_the_word_itself_says_more_than_its_kind_alone():
    _, index = WITH
    assert gather(index, ["toffe"]).strength > gather(index, stems("ice cream")).strength > 0
    assert gather(index, ["toffe"]).strength > gather(ONLY[1], ["toffe"]).strength


def test_a_word_of_the_codes_own_is_not_taken_for_its_like():
    """Whoever asks for what stands in a code is shown it there."""
    kinds = (*KINDS, Kind("places", ("harbour", "canoe")))
    vocabulary, index = searchable([EXLAND, WHYLAND], DUTIES, kinds)
    assert [hit.entry.id for hit in search("harbour", vocabulary, index).hits] == ["xx-2/s2"]


def test_the_answer_says_by_which_word_it_was_found():
    answer = search("may I take an ice cream", *WITH)
    assert answer.groups[0].duty.id == "gifts"
    assert set(answer.groups[0].by) & {"ice", "cream"}
    assert answer.query.unknown == ()


def test_a_misspelt_word_of_a_kind_is_corrected():
    vocabulary, index = WITH
    assert search("took my zodaic", vocabulary, index).query.corrections == (("zodaic", "zodiac"),)


@pytest.mark.parametrize(
    ("kinds", "said"),
    [
        ((Kind("a", ("x",)), Kind("a", ("y",))), ["the kind 'a' stands here 2 times"]),
        ((Kind("a", ("x",)), Kind("b", ("X",)), Kind("c", ("x", "y"))), ["'x' stands in 3 kinds, and so says little"]),
        (
            (Kind("a", ("drink",)), Kind("b", ("drinks",)), Kind("c", ("drinking",))),
            [f"{word!r} stands in 3 kinds, and so says little" for word in ("drink", "drinks", "drinking")],
        ),
        ((Kind("a", ("x", "X")), Kind("b", ("x",))), []),
        (
            (Kind("a", ("one two three", "!!!", "h&r block")),),
            [f"{word!r} is not one word or two" for word in ("one two three", "!!!", "h&r block")],
        ),
        ((Kind("a", ("x", "one two")), Kind("b", ("x",))), []),
    ],
    ids=["one id twice", "one word everywhere", "its forms everywhere", "one kind has it twice", "no entry", "sound"],
)
def test_the_rules_for_kinds(kinds, said):
    found = list(broken_rules(kinds))
    assert list(dict.fromkeys(one.what for one in found if "'X'" not in one.what)) == said
    assert all(one.entry.startswith("kind ") and one.remedy for one in found)


def test_check_names_the_line_of_a_broken_kind(peerethics, tmp_path):
    text = "format: peerethics/kinds@1\nkinds:\n  - {id: boats, words: [canoe, raft]}\n  - {id: long, words: [a b c]}\n"
    (tmp_path / "kinds.yaml").write_text(text)
    done = peerethics("check", "kinds.yaml")
    assert (done.code, done.lines[0]) == (
        3,
        "kinds.yaml:4:5: 'a b c' is not one word or two; write it as search reads it",
    )
    (tmp_path / "kinds.yaml").write_text(text.replace("a b c", "a b"))
    assert "Words: 2 kinds, each word in two at most." in peerethics("check", "kinds.yaml").lines


def test_kinds_of_ones_own_are_used(peerethics, tmp_path):
    """And the index is made anew when they change."""
    own = tmp_path / "own" / "kinds.yaml"
    own.parent.mkdir()
    assert peerethics("search", "flibbertock").code == 1
    own.write_text("format: peerethics/kinds@1\nkinds:\n  - {id: presents, words: [gift, present, flibbertock]}\n")
    done = peerethics("search", "flibbertock", "from", "a", "family", PEERETHICS_DATA="own")
    assert (done.code, "found by: flibbertock" in done.out) == (0, True)


def test_kinds_that_are_wrong_are_named_with_their_line_and_nothing_is_searched(peerethics, tmp_path):
    (tmp_path / "kinds.yaml").write_text("format: peerethics/kinds@1\nkinds:\n  - {id: Boats, words: [canoe]}\n")
    done = peerethics("search", "canoe", PEERETHICS_DATA=".")
    assert (done.code, done.raw) == (3, b"")
    assert done.err.startswith("kinds.yaml:3:10: 'Boats' cannot be `id`")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("format: peerethics/kind@1\n", "kinds/own.yaml:1:1: no `format:` line that is known here"),
        ("format: peerethics/kinds@1\nkinds:\n" + "".join(f"  - {{id: a{n}, words: [w{n}]}}\n" for n in range(66_000)),
         "There are 66400 kinds of words; at most 65535 can be searched."),
    ],
    ids=["unknown format", "more than there is room for"],
)  # fmt: skip
def test_kinds_that_cannot_be_used_are_a_message(peerethics, tmp_path, text, said):
    (tmp_path / "kinds").mkdir()
    (tmp_path / "kinds" / "own.yaml").write_text(text)
    done = peerethics("search", "canoe", PEERETHICS_DATA=".")
    assert (done.code, done.raw) == (3, b"")
    assert said in done.err


def test_the_shipped_kinds_are_many_and_each_word_says_something():
    kinds = shipped_kinds()
    assert len(kinds) >= 300
    assert [kind.id for kind in kinds if not 8 <= len(kind.words) <= 125] == []
    uses = Counter(" ".join(stems(word)) for kind in kinds for word in kind.words)
    assert "" not in uses
    assert len(uses) > 12_000
