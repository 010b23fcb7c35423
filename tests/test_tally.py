"""A tally adds up what was marked, by code, topic and provision; a pass and a talked-about option count nowhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from practice import MO, answer, done, marked, question

from peerethics.history.records import Mark
from peerethics.quizzing.tally import Score, keyed, tally
from peerethics.scenario import Cite, Option

GIFT = question("gift")
DARK = question("dark", ("danger", "confidentiality"), cite={"mo": MO._replace(key=("mo-4", "mo-5"))})
FREE = question("free", ())


def both(mo: Mark, ms: Mark) -> dict[str, Mark]:
    return {"mo": mo, "ms": ms}


def test_nothing_answered_is_an_empty_tally() -> None:
    assert tally([]) == ({}, {}, {}, 0, [])


def test_codes_are_scored_apart_and_judgement_apart_from_citation() -> None:
    found = tally(
        [
            done(GIFT, both(Mark(3, 1.0, True), Mark(3, 0.0, False))),
            done(GIFT, both(Mark(2, 0.75, False), Mark(1, 1.0, False))),
        ]
    )
    assert found.codes["mo"] == Score(2, 1, pytest.approx(5 / 3), 2, 1.75, 1)
    assert found.codes["ms"] == Score(2, 1, pytest.approx(4 / 3), 2, 1.0, 0)


def test_a_topic_is_the_main_one_and_counts_each_answer_once_by_its_least_rating() -> None:
    found = tally([done(DARK, both(Mark(3, None, None), Mark(0, None, None))), done(FREE, marked(3))])
    assert found.topics == {"danger": Score(1, 0, 0.0), "": Score(1, 1, 1.0)}


def test_a_provision_is_scored_under_its_own_code_only() -> None:
    found = tally([done(GIFT, both(Mark(3, 1.0, True), Mark(0, 0.0, False)))])
    assert found.provisions == {"mo-13": Score(1, 1, 1.0, 1, 1.0, 1), "ms-13": Score(1, 0, 0.0, 1, 0.0, 0)}


def test_a_pass_counts_among_the_passes_and_nowhere_else() -> None:
    assert tally([done(GIFT), done(DARK)]) == ({}, {}, {}, 2, [])


def test_where_no_provisions_were_asked_none_were_missed() -> None:
    assert tally([done(GIFT, marked(3))]).codes["mo"] == Score(1, 1, 1.0, 0, 0.0, 0)


def test_an_option_that_is_only_discussed_is_no_miss() -> None:
    """Nobody can choose better where nothing is scored."""
    found = tally([done(GIFT, marked(None)), done(DARK, both(Mark(None, None, None), Mark(3, None, None)))])
    assert found.codes["mo"] == Score()
    assert (found.again, found.passed) == ([], 0)


def test_what_to_read_again_comes_most_missed_first_and_without_what_was_never_missed() -> None:
    found = tally(
        [
            done(GIFT, marked(1)),
            done(DARK, marked(2)),
            done(DARK, marked(0)),
            done(question("vote", cite={"mo": MO._replace(key=("mo-10",))}), marked(3)),
        ]
    )
    assert found.again == ["mo-4", "mo-5", "mo-13"]


def test_what_one_code_missed_is_read_again_in_that_code_alone() -> None:
    found = tally([done(GIFT, both(Mark(3, None, None), Mark(2, None, None))), done(DARK, marked(3))])
    assert found.again == ["ms-13"]


def test_a_made_question_is_about_what_its_options_cite() -> None:
    cites = {"mo": (Cite("mo-9", "explicit"), Cite("mo-9", "explicit"), Cite("mo-7", "explicit"))}
    made = GIFT._replace(options=(Option("right", "", "", {"mo": 3}, "", {}, cites),), cite={})
    assert keyed(made, "mo") == ("mo-9", "mo-7")
    assert keyed(made, "ms") == ()
    assert tally([done(made, marked(0))]).again == ["mo-9", "mo-7"]


@pytest.mark.parametrize(
    ("marks", "best", "passed"),
    [
        ({}, False, True),
        (marked(3), True, False),
        (both(Mark(3, None, None), Mark(3, None, None)), True, False),
        (both(Mark(3, None, None), Mark(2, None, None)), False, False),
        (marked(None), False, False),
        (both(Mark(None, None, None), Mark(3, None, None)), True, False),
    ],
    ids=["pass", "best", "best in both", "best in one", "only discussed", "discussed in one, best in the other"],
)
def test_an_answer_is_best_when_it_is_under_every_code(marks, best: bool, passed: bool) -> None:
    one = answer("gift", marks)
    assert (one.best, one.passed) == (best, passed)


RATED = st.builds(Mark, st.sampled_from([None, 0, 1, 2, 3]), st.sampled_from([None, 0.0, 0.5, 1.0]), st.booleans())


@given(st.lists(st.dictionaries(st.sampled_from(["mo", "ms"]), RATED)))
def test_sums_agree_whichever_way_they_are_cut(answers: list[dict[str, Mark]]) -> None:
    found = tally(done(GIFT, marks) for marks in answers)
    for field in ("scored", "best", "asked", "justified"):
        by_code = sum(getattr(score, field) for score in found.codes.values())
        assert by_code >= sum(getattr(score, field) for score in found.topics.values())
        assert by_code == sum(getattr(score, field) for score in found.provisions.values())
    for score in found.codes.values():
        assert 0 <= score.best <= score.scored
        assert score.best <= score.graded + 1e-9 <= score.scored + 2e-9
        assert 0 <= score.citation <= score.asked
