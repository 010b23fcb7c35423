"""The reading grade is Flesch and Kincaid's, and no text is too odd to have one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerethics.checking.readability import grade, syllables, words

SYLLABLES = {
    "a": 1, "the": 1, "time": 1, "times": 1, "called": 1, "wanted": 2, "needed": 2, "houses": 2, "boxes": 2, "table": 2,
    "people": 2, "money": 2, "council": 2, "letter": 2, "doing": 1, "peer": 1, "support": 2, "recovery": 4, "agency": 3,
    "supervisor": 4, "confidential": 4, "responsibility": 6, "fire": 1, "year": 1, "rhythm": 1, "you're": 1, "isn't": 1,
    "drop-in": 2, "TUESDAY": 2, "'": 1, "": 1, "42": 1, "xyz": 1, "caf\u00e9": 1,
}  # fmt: skip
#: 0.39 * words / sentences + 11.8 * syllables / words - 15.59, reckoned by hand from the three numbers.
GRADES = {
    "The cat sat on the mat.": (1, 6, 6),
    "The cat sat. The dog ran!": (2, 6, 6),
    "The cat sat on the mat": (1, 6, 6),
    'He says, "Stop." You go.': (2, 5, 5),
    "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.": (1, 13, 24),
    "You may keep $40, or 4.50 in coins.": (1, 6, 6),
    "Wait... what?!": (2, 2, 2),
}
ODD = st.text(max_size=300)
PLAIN = st.lists(st.sampled_from(["you", "council", "recovery", "walk", "morning", "responsibility"]), min_size=1)


@pytest.mark.parametrize(("word", "count"), SYLLABLES.items(), ids=list(SYLLABLES))
def test_syllables_are_groups_of_vowels_without_a_silent_end(word: str, count: int) -> None:
    """Also where the rule of thumb errs, such as "doing": a changed count would change every grade."""
    assert syllables(word) == count


@pytest.mark.parametrize(("text", "counts"), GRADES.items(), ids=list(GRADES))
def test_a_known_text_has_its_grade(text: str, counts: tuple[int, int, int]) -> None:
    sentences, count, parts = counts
    assert grade(text) == pytest.approx(0.39 * count / sentences + 11.8 * parts / count - 15.59)


def test_published_grades_are_met() -> None:
    """The first is the lowest that a sentence of six words can have; the second is the handbooks' hard example."""
    assert grade("The cat sat on the mat.") == pytest.approx(-1.45, abs=0.01)
    assert grade("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.") == pytest.approx(
        11.3, abs=0.1
    )


@pytest.mark.parametrize("text", ["", " ", "...", "42 1/2", "\u65e5\u672c\u8a9e", "\x00", "?!"])
def test_a_text_without_words_has_the_grade_nought(text: str) -> None:
    assert grade(text) == 0.0
    assert words(text) == []


@given(ODD)
def test_no_text_is_refused(text: str) -> None:
    assert isinstance(grade(text), float)
    assert all(word == word.lower() and word for word in words(text))
    assert syllables(text) >= 1


@given(PLAIN)
def test_two_sentences_are_never_harder_than_one(some: list[str]) -> None:
    text = " ".join(some)
    assert grade(f"{text}. {text}.") < grade(f"{text} {text}.")
    assert grade(f"{text}. {text}.") == pytest.approx(grade(f"{text}."))


@given(PLAIN)
def test_case_and_line_breaks_do_not_matter(some: list[str]) -> None:
    assert grade("\n".join(some).upper()) == grade(" ".join(some))
