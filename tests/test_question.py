"""A question stands in the order of its seed, offers what a screen can hold, and is marked by each code for itself."""

from itertools import permutations

import pytest
from practice import MO, MS, question

from peerethics.history.records import Mark
from peerethics.quizzing.plan import Plan, from_json
from peerethics.quizzing.question import Reply, mark_reply, put
from peerethics.scenario import Scenario

BOTH = ("mo", "ms")


@pytest.fixture
def gift() -> Scenario:
    """The worked example of the scoring model."""
    return question()


def shown(scenario: Scenario, seed: str) -> str:
    return "".join(option.id for option in put(scenario, BOTH, seed).options)


def test_every_order_of_the_options_comes_up_and_none_far_too_often(gift) -> None:
    """A key that is always the same letter would be learnt instead of the code."""
    orders = [shown(gift, str(seed)) for seed in range(2400)]
    counts = [orders.count("".join(one)) for one in permutations("abcd")]
    assert min(counts) > 50
    assert max(counts) < 160


def test_a_seed_gives_one_order_and_other_scenarios_have_their_own(gift) -> None:
    assert shown(gift, "abcd") == shown(gift, "abcd")
    others = {shown(gift._replace(id=f"other-{number}"), "abcd") for number in range(40)}
    assert len(others) > 10


@pytest.mark.parametrize(("seed", "order"), [("abcd", "acbd"), ("k7pm", "cadb")])
def test_the_order_of_a_seed_stays_for_ever(gift, seed: str, order: str) -> None:
    assert shown(gift, seed) == order


def test_an_option_keeps_its_letter_when_a_question_is_put_again(gift) -> None:
    one = put(gift, BOTH, "abcd")
    assert [one.label(option.id) for option in one.options] == ["a", "b", "c", "d"]
    assert [put(gift, ("mo",), "abcd").label(name) for name in "abcd"] == [one.label(name) for name in "abcd"]


@pytest.mark.parametrize(("code", "key"), [("mo", MO), ("ms", MS)])
def test_under_one_code_everything_in_its_list_is_offered(gift, code: str, key) -> None:
    one = put(gift, (code,), "x")
    assert one.codes == (code,)
    assert one.offered == {code: key}
    assert sorted(one.provisions) == sorted(key.all)


def test_under_both_codes_the_lists_are_shorter_and_hold_the_whole_key(gift) -> None:
    one = put(gift, BOTH, "x")
    assert one.offered["mo"] == (("mo-13",), ("mo-5",), ("mo-9", "mo-17", "mo-3"))
    assert one.offered["ms"] == (("ms-13",), ("ms-16",), ("ms-10", "ms-II.12", "ms-12"))
    assert [place[:2] for place in one.provisions] == ["mo"] * 5 + ["ms"] * 5


def test_a_long_key_is_offered_whole_under_both_codes(gift) -> None:
    long = MO._replace(key=("mo-1", "mo-2", "mo-13"))
    one = put(gift._replace(cite={"mo": long, "ms": MS}), BOTH, "x")
    assert one.offered["mo"].key == long.key


def test_the_provision_of_the_key_does_not_always_stand_first(gift) -> None:
    places = {put(gift, ("mo",), str(seed)).provisions.index("mo-13") for seed in range(100)}
    assert places == set(range(7))


def test_a_code_that_the_scenario_has_no_key_for_is_left_out(gift) -> None:
    assert put(gift, ("xx", "ms"), "x").codes == ("ms",)


def test_without_citing_nothing_is_offered(gift) -> None:
    one = put(gift, BOTH, "x", cite=False)
    assert (dict(one.offered), one.provisions) == ({}, ())
    assert mark_reply(one, Reply("b")) == {"mo": Mark(3, None, None), "ms": Mark(3, None, None)}


@pytest.mark.parametrize(
    ("option", "cited", "mo", "ms"),
    [
        pytest.param("b", ("mo-13", "ms-13"), (3, 1.0, True), (3, 1.0, True), id="right under both"),
        pytest.param("b", ("mo-13",), (3, 1.0, True), (3, 0.0, False), id="right for one code's reason only"),
        pytest.param("b", ("mo-13", "mo-5", "ms-12"), (3, 1.0, True), (3, 0.0, False), id="neutral, and a distractor"),
        pytest.param("c", ("mo-13", "ms-13"), (2, 1.0, False), (1, 1.0, False), id="rated differently"),
        pytest.param("d", ("mo-9",), (1, 0.0, False), (0, 0.0, False), id="poor in one, a breach in the other"),
        pytest.param("b", (), (3, None, None), (3, None, None), id="who cites nothing passes on citing"),
        pytest.param("b", ("mo-13", "mo-9"), (3, 2 / 3, False), (3, 0.0, False), id="marked by what was shown"),
    ],
)
def test_each_code_marks_with_its_own_rating_and_its_own_provisions(gift, option, cited, mo, ms) -> None:
    marks = mark_reply(put(gift, BOTH, "x"), Reply(option, cited))
    for code, (rating, citation, justified) in (("mo", mo), ("ms", ms)):
        assert marks[code] == Mark(rating, pytest.approx(citation), justified)


@pytest.mark.parametrize(
    ("cited", "mo"),
    [
        pytest.param(("ms-13",), (3, None, None), id="what is not named need not be found"),
        pytest.param(("ms-13", "mo-5"), (3, None, None), id="nor is a neutral one held against anybody"),
        pytest.param(("ms-13", "mo-13"), (3, 1.0, True), id="the nearest text counts"),
        pytest.param(("ms-13", "mo-9"), (3, 0.0, False), id="and so does what has nothing to do with it"),
    ],
)
def test_a_silent_code_is_marked_leniently(gift, cited, mo) -> None:
    silent = gift._replace(compare=gift.compare._replace(verdict="mo-silent"))
    marks = mark_reply(put(silent, BOTH, "x"), Reply("b", cited))
    assert marks == {"mo": Mark(*mo), "ms": Mark(3, 1.0, True)}


def test_a_distractor_that_was_not_offered_does_not_count_against_anybody(gift) -> None:
    """Under both codes mo-6 is not on the screen."""
    marks = mark_reply(put(gift, BOTH, "x"), Reply("b", ("mo-13", "mo-6", "ms-13")))
    assert marks["mo"] == Mark(3, 1.0, True)


@pytest.mark.parametrize("name", ["", "no-such-option"])
def test_a_pass_has_no_marks(gift, name: str) -> None:
    assert mark_reply(put(gift, BOTH, "x"), Reply(name, ("mo-13",))) == {}


def test_an_option_that_is_only_discussed_is_not_scored(gift) -> None:
    talked = question(ratings={"a": {"mo": None, "ms": 3}, "b": {"mo": 3, "ms": 1}})
    marks = mark_reply(put(talked, BOTH, "x"), Reply("a", ("mo-13", "ms-13")))
    assert (marks["mo"].rating, marks["ms"].rating) == (None, 3)


def test_a_plan_that_was_kept_puts_the_same_question(gift) -> None:
    plan = Plan(("gifts-loan-cash",), ("ms",), "abcd", "exam", cite=False, certainty=True)
    assert from_json({**plan.as_json(), "items": list(plan.items), "codes": list(plan.codes)}) == plan
    assert plan.question(gift) == put(gift, ("ms",), "abcd", cite=False)


@pytest.mark.parametrize("raw", [{}, {"items": ["a"]}, {"codes": ["mo"]}, {"items": "abc", "codes": ["mo"]}])
def test_what_is_no_plan_is_refused(raw) -> None:
    with pytest.raises(ValueError, match="no plan"):
        from_json(raw)
