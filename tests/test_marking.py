"""Marking gives the numbers of the worked example and of the tables it was chosen by, and rewards no blind plan."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from practice import MO, RATINGS

from peerethics.history.records import Mark
from peerethics.quizzing.marking import PASS_LINE, citation, graded, justified, mark, rate_all, strict, wilson

LEVELS = range(4)
PLACES = [f"mo-{number}" for number in range(1, 19)]
KEY = {name: own["mo"] or 0 for name, own in RATINGS.items()}
ALL = MO.all


@pytest.mark.parametrize(
    ("option", "cited", "judged", "shared", "score", "right"),
    [
        pytest.param("c", ("mo-13", "mo-9"), 0, 2 / 3, 0.75, False, id="acceptable, one distractor"),
        pytest.param("b", ("mo-13", "mo-5"), 1, 1, 1.0, True, id="best; a neutral provision changes nothing"),
        pytest.param("b", ALL, 1, 1, 0.0, False, id="best, but all seven ticked"),
        pytest.param("c", ("mo-13",), 0, 2 / 3, 1.0, False, id="the right reason for another option"),
        pytest.param("b", ("mo-9",), 1, 1, 0.0, False, id="best for a wrong reason: never below nothing"),
        pytest.param("b", ("mo-5", "mo-12"), 1, 1, 0.0, False, id="defensible provisions alone are no reason"),
        pytest.param("b", (), 1, 1, 0.0, False, id="best without a reason"),
        pytest.param("b", ("mo-13", "mo-13"), 1, 1, 1.0, True, id="citing twice counts once"),
    ],
)
def test_the_worked_example(option, cited, judged, shared, score, right) -> None:
    rating = KEY[option]
    assert strict(rating) == judged
    assert graded(rating) == pytest.approx(shared, abs=0.0005)
    assert mark(rating, cited, MO) == Mark(rating, pytest.approx(score), right)


def test_the_codes_judge_one_option_differently() -> None:
    """Taking the cash is poor in Missouri and breaks Mississippi's words."""
    rating = RATINGS["d"]
    assert (strict(rating["mo"]), strict(rating["ms"])) == (0, 0)
    assert graded(rating["mo"]) == pytest.approx(0.333, abs=0.0005)
    assert graded(rating["ms"]) == 0


@pytest.mark.parametrize(
    ("given_ratings", "score"),
    [
        pytest.param((0, 3, 3, 1), 0.875, id="one step too high for c"),
        pytest.param((1, 2, 2, 2), 0.5, id="hedging in the middle"),
        pytest.param((0, 3, 2, 1), 1.0, id="the key itself"),
        pytest.param((3, 0, 1, 2), 0.0, id="the key turned round"),
    ],
)
def test_rating_every_option_as_in_the_worked_example(given_ratings, score) -> None:
    assert rate_all(KEY, dict(zip("abcd", given_ratings, strict=True))) == pytest.approx(score)


@pytest.mark.parametrize("always", LEVELS)
def test_rating_everything_alike_gains_the_same_wherever_on_the_scale(always: int) -> None:
    """The key is uniform over four levels: neither the middle nor an end of the scale is a better guess."""
    scores = [rate_all({"one": level}, {"one": always}) for level in LEVELS]
    assert sum(scores) / len(scores) == 0.375


def test_rating_by_chance_gains_no_more_than_rating_everything_alike() -> None:
    scores = [rate_all({"one": key}, {"one": own}) for key, own in product(LEVELS, LEVELS)]
    assert sum(scores) / len(scores) == 0.375


@pytest.mark.parametrize(
    ("cited", "score"),
    [("abcdefgh", 0), ("", 0), ("abc", 0.83), ("ab", 1), ("a", 0.5), ("ac", 0.33), ("cdefgh", 0)],
    ids=["all", "none", "both and one wrong", "both", "one of two", "one right, one wrong", "only wrong ones"],
)
def test_citing_from_eight_of_which_two_are_right(cited: str, score: float) -> None:
    assert citation(cited, "ab", "cdefgh") == pytest.approx(score, abs=0.005)


def test_where_a_question_has_no_distractors_only_what_was_found_counts() -> None:
    assert citation(["mo-1", "mo-9"], ["mo-1", "mo-2"], []) == 0.5


@pytest.mark.parametrize("cited", [None, ("mo-13",)], ids=["not asked", "asked"])
def test_an_option_that_is_only_discussed_has_no_rating_and_is_never_justified(cited) -> None:
    found = mark(None, cited, MO)
    assert found.rating is None
    assert not found.justified


@pytest.mark.parametrize(
    ("cited", "key"),
    [(None, MO), (("mo-13",), None), (("mo-13",), MO._replace(key=()))],
    ids=["none asked for", "no list for this code", "a list with an empty key"],
)
def test_where_no_provisions_can_be_marked_nothing_is_said_about_them(cited, key) -> None:
    assert mark(3, cited, key) == Mark(3, None, None)


def test_asked_and_answered_with_none_is_a_zero_and_not_a_gap() -> None:
    assert mark(3, (), MO) == Mark(3, 0.0, False)


@st.composite
def lists(draw: st.DrawFn) -> tuple[list[str], list[str], list[str]]:
    """Key, distractors and what was cited; key and distractors share nothing."""
    order = draw(st.permutations(PLACES))
    keys = draw(st.integers(1, 6))
    distractors = draw(st.integers(0, 8))
    cited = draw(st.lists(st.sampled_from(PLACES)))
    return order[:keys], order[keys : keys + distractors], cited


@given(lists())
def test_citation_lies_between_0_and_1_and_is_whole_only_for_the_whole_key(found) -> None:
    key, distractors, cited = found
    score = citation(cited, key, distractors)
    assert 0 <= score <= 1
    assert (score == 1) == (set(key) <= set(cited) and not set(cited) & set(distractors))


@given(lists())
def test_one_more_provision_of_the_key_never_lowers_and_one_more_distractor_never_raises(found) -> None:
    key, distractors, cited = found
    score = citation(cited, key, distractors)
    assert all(citation([*cited, place], key, distractors) >= score for place in key)
    assert all(citation([*cited, place], key, distractors) <= score for place in distractors)


@given(lists(), st.sampled_from(LEVELS))
def test_justified_needs_the_best_option_and_a_citation_above_nothing(found, rating: int) -> None:
    key, distractors, cited = found
    if justified(rating, cited, key, distractors):
        assert rating == 3
        assert citation(cited, key, distractors) > 0
        assert not set(cited) & set(distractors)


@given(
    st.dictionaries(st.sampled_from("abcde"), st.tuples(st.sampled_from(LEVELS), st.sampled_from(LEVELS)), min_size=1)
)
def test_rating_all_is_between_0_and_1_and_whole_only_for_the_key(pairs) -> None:
    key, own = ({name: pair[side] for name, pair in pairs.items()} for side in (0, 1))
    assert 0 <= rate_all(key, own) <= 1
    assert (rate_all(key, own) == 1) == (key == own)


@pytest.mark.parametrize(
    ("right", "of", "low", "high"),
    [
        (19, 25, 0.57, 0.89),
        (0, 25, 0.0, 0.13),
        (25, 25, 0.87, 1.0),
        (1, 1, 0.21, 1.0),
        (50, 100, 0.40, 0.60),
        (0, 0, 0.0, 1.0),
    ],
)
def test_the_interval_is_wilsons(right: int, of: int, low: float, high: float) -> None:
    assert wilson(right, of) == (pytest.approx(low, abs=0.005), pytest.approx(high, abs=0.005))


@given(st.integers(1, 5000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_the_interval_holds_the_share_and_lies_between_0_and_1(counts: tuple[int, int]) -> None:
    right, of = counts
    low, high = wilson(right, of)
    assert 0 <= low <= right / of + 1e-12
    assert right / of - 1e-12 <= high <= 1
    assert low == pytest.approx(1 - wilson(of - right, of)[1])


def test_nineteen_of_twenty_five_is_the_practice_line() -> None:
    assert 19 / 25 >= PASS_LINE > 18 / 25
