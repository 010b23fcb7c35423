"""Where a presentation stands after each command: a table over a pure function."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerethics.quizzing.presenting import FIRST, OPTIONS, REVEAL, SECOND, STEM, TALK, Place, step

SIZES = (4, 3, 4)
START = Place()


def after(*commands: str, start: Place = START, pages: int = 1) -> Place:
    place = start
    for command in commands:
        place = step(place, command, SIZES, pages)
    return place


@pytest.mark.parametrize(
    ("commands", "item", "stage"),
    [
        ((), 0, STEM),
        (("",), 0, OPTIONS),
        (("", ""), 0, FIRST),
        (("", "", ""), 0, TALK),
        (("", "", "3 9 7 1"), 0, TALK),
        (("", "", "3 9 7 1", "", "0,17,2,1"), 0, REVEAL),
        ((*[""] * 6,), 1, STEM),
        (("b",), 0, STEM),
        (("", "b"), 0, STEM),
        (("n",), 1, STEM),
        (("n", "b"), 0, STEM),
        (("s", "b"), 1, STEM),
        (("n", "s", "p"), 0, STEM),
        (("n", "s", "b", "n"), 2, STEM),
        (("", "3 9 7 1"), 0, TALK),
        (("", "", "3 9 7 1", "0 17 2 1"), 0, REVEAL),
        (("", "n", "p"), 0, STEM),
        (("s",), 1, STEM),
        (("g 3",), 2, STEM),
        (("g2",), 1, STEM),
        (("G 2",), 1, STEM),
        (("g 4",), 0, STEM),
        (("g 0",), 0, STEM),
        (("n", "n", "n"), 2, STEM),
        (("p",), 0, STEM),
        (("zebra",), 0, STEM),
        (("g" + "1" * 5000,), 0, STEM),
        (("", "", "1" * 5000 + " 2 3 4"), 0, FIRST),
    ],
)
def test_a_command_leads_there(commands, item, stage):
    place = after(*commands)
    assert (place.item, place.stage, place.left) == (item, stage, False)


def test_hands_are_kept_for_each_round_and_a_recount_takes_their_place():
    place = after("", "", "3 9 7 1", "", "0 17 2 1")
    assert place.counts == {(0, 1): (3, 9, 7, 1), (0, 2): (0, 17, 2, 1)}
    again = after("b", "b", "b", "4 8 7 1", start=place)
    assert again.counts == {(0, 1): (4, 8, 7, 1), (0, 2): (0, 17, 2, 1)}


@pytest.mark.parametrize(
    ("typed", "said"), [("3 9 7", "Type 4 numbers"), ("3 9 7 1 2", "Type 4"), ("3 9 7 10000", "Type 4")]
)
def test_hands_that_do_not_fit_are_not_kept(typed, said):
    place = after("", "", typed)
    assert place.said.startswith(said)
    assert (place.stage, place.counts) == (FIRST, {})


def test_numbers_where_nothing_is_counted_change_nothing():
    place = after("3 9 7 1")
    assert (place.stage, place.counts) == (STEM, {})
    assert "once the options are shown" in place.said


def test_a_blank_or_help_screen_goes_away_with_any_key_and_stays_where_it_was():
    for key in (".", "?"):
        hidden = after("", key)
        assert hidden.blank or hidden.help
        back = after("n", start=hidden)
        assert (back.item, back.stage, back.blank, back.help) == (0, OPTIONS, False, False)


def test_a_long_stage_is_read_page_by_page_before_the_next():
    place = after("", pages=3)
    assert (place.stage, place.page) == (STEM, 1)
    assert after("", "", start=place, pages=3).stage == OPTIONS
    assert after("b", start=place, pages=3).page == 0


def test_the_ends_are_said():
    assert "This is the end" in after("g 3", "n").said
    assert "none before the first" in after("p").said
    assert "none before the first" in after("b").said
    assert after("zebra").said == "'zebra' is no command; ? shows all."


@given(
    st.lists(
        st.one_of(
            st.sampled_from(["", "b", "n", "p", ".", "?", "f", "t", "3 9 7 1", "1 2 3", "g 2"]), st.text(max_size=12)
        ),
        max_size=40,
    )
)
def test_no_commands_lead_out_of_the_set(commands):
    place = Place()
    for command in commands:
        place = step(place, command, SIZES, 2)
        assert 0 <= place.item < len(SIZES)
        assert STEM <= place.stage <= REVEAL
        assert place.page in (0, 1)
        assert all(len(counts) == SIZES[item] for (item, _), counts in place.counts.items())
    assert SECOND == TALK + 1
