"""A typed citation is cut into words, numbers and marks, whatever keyboard or document it came from."""

import pytest

from peerethics.citations.tokens import Token, normalize, tokenize


def words(written: str) -> list[str]:
    return [token.text for token in tokenize(written)]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("ms IV.5", ["ms", "iv", ".", "5"]),
        ("MO-13", ["mo", "-", "13"]),
        ("mo13", ["mo", "13"]),
        ("ms4.5", ["ms", "4", ".", "5"]),
        ("ms IV.2(d)", ["ms", "iv", ".", "2", "(", "d", ")"]),
        ("US-MS 14", ["us", "-", "ms", "14"]),
        ("", []),
        (" \t\n ", []),
        ("mo\u00a013", ["mo", "13"]),
        ("mo 1\u20133", ["mo", "1", "-", "3"]),
        ("mo 1\u20143", ["mo", "1", "-", "3"]),
        ("mo 1\u22123", ["mo", "1", "-", "3"]),
        ("\uff2d\uff2f\uff11\uff13", ["mo", "13"]),
        ("ms \u2163", ["ms", "iv"]),
        ("mo \u0661\u0663", ["mo", "13"]),
        ("mo \u0967\u0969", ["mo", "13"]),
        ("mo \u2116 4", ["mo", "no", "4"]),
        ('"mo 13"', ["mo", "13"]),
        ("\u201cmo 13\u201d", ["mo", "13"]),
        ("\u2018mo 13\u2019", ["mo", "13"]),
        ("Missouri's 13", ["missouri", "13"]),
        ("Missouri\u2019s 13", ["missouri", "13"]),
        ("Mississippi's 13", ["mississippi", "13"]),
        ("mo thirteen", ["mo", "13"]),
        ("the fourth", ["the", "4"]),
        ("4th 1st 2nd 3rd 11th", ["4", "1", "2", "3", "11"]),
        ("mo 1\u200b3", ["mo", "13"]),
        ("\ufeffmo 13", ["mo", "13"]),
        ("m\u00ado 13", ["mo", "13"]),
    ],
)
def test_spellings_of_one_thing_become_the_same_tokens(written: str, expected: list[str]) -> None:
    assert words(written) == expected


@pytest.mark.parametrize("mark", ["\u00b2", "\u00bd", "\u2462", "\u2074", "\u2083"], ids=ascii)
def test_a_footnote_mark_or_fraction_never_becomes_a_digit(mark: str) -> None:
    """ "Missouri 1" with a footnote 2 behind it is not Missouri 12."""
    assert words(f"mo 1{mark}") == ["mo", "1", mark]


def test_number_words_stop_where_half_of_one_would_be_another_number() -> None:
    """ "twenty-one" must not be read as a range from 20 to 1, or as 20 and 1."""
    assert words("nineteen") == ["19"]
    assert words("twenty-one") == ["twenty", "-", "1"]


@pytest.mark.parametrize("hostile", ["\x00", "\x1b", "\u202e", "\ud800", "\U0001f600", "\u0307", "\\"], ids=ascii)
def test_what_no_citation_holds_stays_a_token_of_its_own(hostile: str) -> None:
    """So that the grammar meets it and refuses, instead of reading on as if it were not there."""
    assert words(f"mo 1{hostile}3") == ["mo", "1", hostile, "3"]


def test_a_token_knows_whether_a_space_stands_before_it() -> None:
    assert tokenize("ms 4 5") == [Token("ms", False), Token("4", True), Token("5", True)]
    assert [token.spaced for token in tokenize("ms4.5")] == [False, False, False, False]


def test_a_token_is_a_number_a_word_or_a_mark() -> None:
    assert [(t.is_word, t.is_number) for t in tokenize("mo 13 .")] == [(True, False), (False, True), (False, False)]


def test_ordinal_endings_go_only_behind_digits() -> None:
    assert normalize("4th standard") == "4 standard"


def test_a_long_text_is_cut_in_a_moment() -> None:
    assert len(tokenize("mo 4, " * 5_000)) == 15_000
    assert len(tokenize("a" * 1_000_000)) == 1
