"""Progress says what the answers say: a provision is known by its latest ones, and what was never met is said too."""

from datetime import timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from practice import MO, done, marked, question

from peerethics.history.records import Mark
from peerethics.quizzing.progress import AGAIN, COMING, NEVER, SOLID, STATES, Day, Surely, progress
from peerethics.quizzing.tally import Done, Score
from peerethics.scenario import Cite, Option

GIFT = question("gift")
DARK = question("dark", ("danger",), cite={"mo": MO._replace(key=("mo-4", "mo-5"))})
BANK = {"gift": "money", "loan": "money", "dark": "danger"}
PROVISIONS = ["mo-4", "mo-5", "mo-13", "ms-13"]


def found(*answers: Done, bank=BANK, revisions=None):
    return progress(answers, PROVISIONS, bank, revisions or {}, timezone.utc)


@pytest.mark.parametrize(
    ("ratings", "state"),
    [
        ([], NEVER),
        ([3], COMING),
        ([3, 3], SOLID),
        ([0], AGAIN),
        ([2], AGAIN),
        ([0, 3], COMING),
        ([0, 3, 3], SOLID),
        ([3, 3, 3, 1], AGAIN),
        ([3, 3, 1, 3], COMING),
    ],
    ids=lambda value: value if isinstance(value, str) else "".join(map(str, value)) or "none",
)
def test_the_state_of_a_provision_follows_its_latest_answers(ratings: list[int], state: str) -> None:
    assert found(*(done(GIFT, marked(rating)) for rating in ratings)).states["mo-13"] == state


def test_every_provision_has_a_state_and_none_that_is_not_held() -> None:
    other = question("other", cite={"mo": MO._replace(key=("mo-99",))})
    states = found(done(GIFT, marked(3)), done(other, marked(3))).states
    assert states == {"mo-4": NEVER, "mo-5": NEVER, "mo-13": COMING, "ms-13": NEVER}


def test_one_question_teaches_all_provisions_of_its_key_and_each_under_its_own_code() -> None:
    states = found(done(DARK, marked(3)), done(GIFT, {"mo": Mark(3, None, None), "ms": Mark(0, None, None)})).states
    assert states == {"mo-4": COMING, "mo-5": COMING, "mo-13": COMING, "ms-13": AGAIN}


def test_a_made_question_teaches_the_provision_that_it_is_about() -> None:
    cites = {"mo": (Cite("mo-5", "explicit"),)}
    made = GIFT._replace(id="about/mo-5", options=(Option("x", "", "", {"mo": 3}, "", {}, cites),), cite={})
    assert found(done(made, marked(3)), done(made, marked(3))).states["mo-5"] == SOLID


def test_a_pass_is_counted_as_an_answer_and_changes_nothing_else() -> None:
    with_pass = found(done(GIFT, marked(3)), done(GIFT), done(DARK))
    assert with_pass == found(done(GIFT, marked(3)))._replace(answers=3)


def test_an_option_that_is_only_discussed_says_nothing_about_a_provision() -> None:
    talked = found(done(GIFT, marked(3)), done(GIFT, marked(None), sure=3))
    assert talked.states["mo-13"] == COMING
    assert (talked.surely, talked.days) == ([], [Day("2031-05-01", 1, 1)])


def test_met_counts_scenarios_of_the_bank_by_main_topic_and_each_once() -> None:
    gone = question("gone", ("danger",))
    assert found(*[done(GIFT, marked(0))] * 3, done(gone, marked(3))).met == {"money": (1, 2), "danger": (0, 1)}


def test_topics_add_up_all_answers() -> None:
    topics = found(done(GIFT, marked(3, 1.0, True)), done(GIFT, marked(0, 0.0, False)), done(DARK, marked(2))).topics
    assert topics["money"] == Score(2, 1, 1.0, 2, 1.0, 1)
    assert topics["danger"] == Score(1, 0, pytest.approx(2 / 3))


def test_days_are_in_order_and_count_answers_and_not_codes() -> None:
    two = {"mo": Mark(3, None, None), "ms": Mark(1, None, None)}
    days = found(
        done(GIFT, marked(3), at="2031-05-02T00:00:01Z"),
        done(GIFT, two, at="2031-05-01T23:59:59Z"),
        done(GIFT, marked(3), at="2031-05-02T09:00:00Z"),
        done(GIFT, at="2031-05-03T09:00:00Z"),
    ).days
    assert days == [Day("2031-05-01", 1, 0), Day("2031-05-02", 2, 2)]


@pytest.mark.parametrize(
    ("answers", "listed"),
    [
        ([(3, 3)], False),
        ([(1, 3)], True),
        ([(1, 2)], False),
        ([(1, 3), (3, 1)], False),
        ([(3, 3), (2, 3)], True),
    ],
    ids=["sure and best", "sure and not", "fairly", "learnt since", "forgotten since"],
)
def test_sure_and_not_the_best_is_said_of_the_last_answer(answers, listed: bool) -> None:
    surely = found(*(done(GIFT, marked(rating), sure=sure) for rating, sure in answers)).surely
    assert surely == ([Surely("gift", "About gift")] if listed else [])


def test_a_pass_does_not_take_back_that_somebody_was_sure() -> None:
    assert found(done(GIFT, marked(0), sure=3), done(GIFT)).surely == [Surely("gift", "About gift")]


@pytest.mark.parametrize(
    ("revisions", "changed"),
    [({"gift": 3}, []), ({"gift": 4}, ["gift"]), ({}, [])],
    ids=["as it was", "edited", "no longer held"],
)
def test_a_question_that_was_edited_since_is_named(revisions, changed: list[str]) -> None:
    assert found(done(GIFT, marked(3), rev=2), done(GIFT, marked(3), rev=3), revisions=revisions).changed == changed


def test_with_nothing_answered_everything_is_still_to_be_met() -> None:
    nothing = found()
    assert nothing.answers == 0
    assert set(nothing.states.values()) == {NEVER}
    assert nothing.met == {"money": (0, 2), "danger": (0, 1)}


@given(st.lists(st.tuples(st.sampled_from([GIFT, DARK]), st.sampled_from([None, 0, 1, 2, 3]))))
def test_counts_stay_within_what_there_is(answers) -> None:
    result = found(*(done(one, marked(rating)) for one, rating in answers))
    assert result.answers == len(answers)
    assert set(result.states) == set(PROVISIONS)
    assert set(result.states.values()) <= set(STATES)
    assert all(0 <= met <= there for met, there in result.met.values())
    assert sum(day.scored for day in result.days) <= len(answers)
    assert all(0 <= day.best <= day.scored for day in result.days)
