"""Sentences, emphasis marks and roman numerals are taken apart without losing a character."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peerethics.text import (
    emphasis_runs,
    from_roman,
    heading_words,
    sentence_list,
    sentences,
    to_roman,
    without_emphasis,
)

NUMERALS = [
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X",
    "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX",
]  # fmt: skip
marked = st.text(alphabet="ab *.\n(\"", max_size=30)  # fmt: skip
quiet = settings(deadline=None, derandomize=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.", ["One."]),
        ("One. Two.", ["One.", "Two."]),
        ("One? Two! Three.", ["One?", "Two!", "Three."]),
        ('One. "Two." (Three.)', ["One.", '"Two." (Three.)']),
        ("As in 14.3 or e.g. this one.", ["As in 14.3 or e.g. this one."]),
        ("No full stop", ["No full stop"]),
        ("a) first; and b) second.", ["a) first; and b) second."]),
        ("", [""]),
    ],
)
def test_a_text_is_split_where_a_reader_would(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@quiet
@given(st.lists(st.text(alphabet='AB ab.!?("', max_size=8), max_size=6))
def test_the_sentences_of_a_collapsed_text_give_it_back(words: list[str]) -> None:
    text = " ".join(" ".join(words).split())
    assert " ".join(sentences(text)) == text


@pytest.mark.parametrize(
    ("text", "plain", "runs"),
    [
        ("a **personal** view", "a personal view", [("a ", ""), ("personal", "**"), (" view", "")]),
        ("*All of it*", "All of it", [("All of it", "*")]),
        ("*a* and **b**", "a and b", [("a", "*"), (" and ", ""), ("b", "**")]),
        ("*Standards'* part", "Standards' part", [("Standards'", "*"), (" part", "")]),
        ("2 * 3 * 4", "2 * 3 * 4", [("2 * 3 * 4", "")]),
        ("a * b", "a * b", [("a * b", "")]),
        ("**open", "**open", [("**open", "")]),
        ("*a\nb*", "*a\nb*", [("*a\nb*", "")]),
        ("", "", []),
    ],
)
def test_emphasis_is_seen_where_it_is_meant(text: str, plain: str, runs: list[tuple[str, str]]) -> None:
    assert without_emphasis(text) == plain
    assert emphasis_runs(text) == runs


@quiet
@given(marked)
def test_the_runs_between_their_marks_give_the_text_back(text: str) -> None:
    assert "".join(f"{mark}{words}{mark}" for words, mark in emphasis_runs(text)) == text


@quiet
@given(marked)
def test_without_emphasis_nothing_but_asterisks_is_gone(text: str) -> None:
    assert without_emphasis(text).replace("*", "") == text.replace("*", "")


@pytest.mark.parametrize(
    "text", ["*a " * 40_000, "**a " * 40_000, "*" * 100_000, "* a *" * 20_000, "*" + "a " * 100_000]
)
def test_unpaired_asterisks_take_no_time(text: str) -> None:
    """A hostile file could hold the program up for minutes otherwise."""
    start = time.perf_counter()
    emphasis_runs(text)
    sentences(text)
    assert time.perf_counter() - start < 2


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("### **Principle I: Professional Responsibilities**", "Principle I: Professional Responsibilities"),
        ("# TITLE", "TITLE"),
        ("Part 7 - At the **big** house", "Part 7 - At the big house"),
        ("", ""),
    ],
)
def test_a_heading_is_shown_without_its_marks(heading: str, words: str) -> None:
    assert heading_words(heading) == words


def test_roman_numerals_go_both_ways() -> None:
    assert [to_roman(number) for number in range(1, 21)] == NUMERALS
    assert [from_roman(numeral) for numeral in NUMERALS] == list(range(1, 21))
    for number in range(1, 40):
        assert from_roman(to_roman(number)) == from_roman(to_roman(number).lower()) == number


@pytest.mark.parametrize(
    "word", ["", "iiii", "vv", "iiv", "ic", "l", "xl", "xxxx", "a", "i v", "i\n", "1", "vx", "\u2163"]
)
def test_what_is_no_roman_numeral_in_its_usual_form_is_none(word: str) -> None:
    assert from_roman(word) == 0


@quiet
@given(st.text())
def test_no_word_makes_a_numeral_above_39(word: str) -> None:
    assert 0 <= from_roman(word) < 40


@pytest.mark.parametrize(
    ("names", "joint", "said"),
    [([], "and", ""), (["a"], "and", "a"), (["a", "b"], "and", "a and b"), (["a", "b", "c"], "or", "a, b or c")],
)
def test_names_are_listed_as_people_say_them(names: list[str], joint: str, said: str) -> None:
    assert sentence_list(names, joint) == said
