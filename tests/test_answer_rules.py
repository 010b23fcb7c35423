"""A distractor that hardly anybody takes is said to be one, once enough people have answered."""

import json
from pathlib import Path

import pytest
from banks import bank
from practice import answer, marked, question
from scenarios import said

from peerethics.checking import answer_rules
from peerethics.history import exchange
from peerethics.history.records import PRESENT, Everything, Run, Tally
from peerethics.quizzing.chosen import Choices
from peerethics.quizzing.question import put

ITEM = question()  # b is the best; a, c and d are the distractors
BROKEN = {
    "F4: one of thirty-one": ({"b": 5, "a": 15, "c": 15, "d": 1}, ["warning F4 option d: option d took 1 of 31"]),
    "F4: nobody": ({"a": 15, "c": 15}, ["warning F4 option d: option d took 0 of 30"]),
    "F4: two of them": ({"a": 30}, ["warning F4 option c: option c took 0 of 30", "warning F4 option d"]),
}
KEPT = {
    "F4: too few wrong answers": {"b": 900, "a": 14, "c": 15},
    "F4: just enough take it": {"a": 19, "c": 19, "d": 2},
    "F4: nobody takes the best": {"a": 20, "c": 20, "d": 20},
    "F4: no answers": {},
}


@pytest.mark.parametrize(("counts", "expected"), BROKEN.values(), ids=list(BROKEN))
def test_what_nobody_takes_is_found(counts, expected):
    found = [said(one) for one in answer_rules.broken_rules(ITEM, counts)]
    assert len(found) == len(expected)
    assert all(one.startswith(start) for one, start in zip(found, expected, strict=True)), found


@pytest.mark.parametrize("counts", KEPT.values(), ids=list(KEPT))
def test_what_works_or_is_not_known_yet_is_left_alone(counts):
    assert list(answer_rules.broken_rules(ITEM, counts)) == []


def given(option: str, run: str = "r1", **changes: object):
    return answer(ITEM.id, marked(0), option=option, run=run, **changes)


def a_class(name: str, *tallies: tuple[int, tuple[int, ...]], **plan: object) -> Everything:
    """A class that was shown another scenario and then this one, with its counts by round."""
    shown = {"items": ["other", ITEM.id], "codes": ["mo", "ms"], "seed": "x", "mode": PRESENT, "revs": [1, ITEM.rev]}
    run = Run(name, "2031", {**shown, **plan})
    return Everything([run], [], [Tally(name, 2, number, counts, "2031") for number, counts in tallies])


def test_of_each_person_the_first_answer_to_these_words_counts():
    one = Everything(answers=[given("d", rev=2), given("", "r2"), given("a", "r3"), given("b", "r4")])
    two = Everything(answers=[given("a"), answer("another", marked(0), option="c")])
    assert Choices([one, two]).of(ITEM) == {"a": 2}


def test_hands_are_counted_for_the_option_that_stood_there():
    shown = [option.id for option in put(ITEM, ("mo", "ms"), "x").options]
    assert shown != [option.id for option in ITEM.options], "else nothing is tested here"
    held = a_class("r1", (1, (1, 1, 1, 1)), (0, ()), (1, (3, 9, 7, 1)), (2, (0, 20, 0, 0)))
    assert Choices([held]).of(ITEM) == dict(zip(shown, (3, 9, 7, 1), strict=True))


def test_a_class_that_two_trainers_kept_counts_once_and_another_number_of_options_not_at_all():
    held = a_class("r1", (1, (3, 9, 7, 1)))
    assert Choices([held, held]).of(ITEM).total() == 20
    assert Choices([a_class("r1", (1, (3, 9, 7)))]).of(ITEM) == {}


def test_hands_for_other_words_than_there_are_now_do_not_count():
    """Who reworded a distractor that nobody took need not be told of it again."""
    hands = (1, (3, 9, 7, 1))
    assert Choices([a_class("r1", hands, revs=[1, ITEM.rev - 1])]).of(ITEM) == {}
    assert Choices([a_class("r1", hands, revs=[])]).of(ITEM._replace(rev=1)).total() == 20, "plans kept none at first"
    assert Choices([a_class("r1", hands, revs=[])]).of(ITEM) == {}
    assert Choices([a_class("r1", hands, revs="odd")]).of(ITEM) == {}


def test_check_names_the_line_of_a_distractor_that_a_class_did_not_take(peerethics, tmp_path: Path):
    folder = bank(tmp_path / "bank", 1)
    run = Run("r1", "2031", {"items": ["item-1"], "codes": ["mo", "ms"], "seed": "x", "mode": PRESENT})
    hands = Everything([run], [], [Tally("r1", 1, 1, (20, 20, 20, 0), "2031")])
    (tmp_path / "class.json").write_text(json.dumps(exchange.as_json(hands)))
    assert "F4" not in peerethics("check", "bank").out
    done = peerethics("check", "bank", "--answers", "class.json")
    (line,) = [line for line in done.lines if "F4" in line]
    name = line.partition("option ")[2].partition(" ")[0]
    text = (folder / "scenarios" / "item-1.yaml").read_text("utf-8").splitlines()
    assert text[int(line.split(":")[1]) - 1] == f"  - id: {name}"
    assert done.code == 0, "a warning"


@pytest.mark.parametrize(("name", "code"), [("nowhere.json", 2), ("no-export.json", 3)])
def test_answers_that_are_none_are_a_message(peerethics, tmp_path: Path, name: str, code: int):
    (tmp_path / "no-export.json").write_text("{}")
    done = peerethics("check", "--answers", name)
    assert (done.code, done.raw) == (code, b"")
    assert name in done.err
