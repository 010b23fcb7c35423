"""`scenarios` lists and shows; without --key nothing gives the answer away; --json gives everything."""

import json

import pytest
from banks import bank


def test_the_list_has_every_scenario_under_its_topic(peerethics):
    done = peerethics("scenarios")
    assert done.code == 0
    everything = json.loads(peerethics("scenarios", "--json").out)
    assert len(everything) == len({one["id"] for one in everything})
    assert [one["id"] for one in everything if f"  {one['id']} " not in done.out] == []
    assert f"{len(everything)} scenarios." in done.words


def test_json_has_the_field_names_of_the_format(peerethics):
    (one,) = json.loads(peerethics("scenarios", "loans-bus-fare", "--json").out)
    assert {"id", "stem", "prompt", "options", "cite", "compare", "topics"} <= set(one)
    assert set(one["options"][0]) >= {"id", "text", "rating", "rationale", "cites"}
    assert one["options"][0]["rating"] == {"mo": 2, "ms": 0}
    assert one["options"][0]["cites"]["ms"] == [{"id": "ms-13", "basis": "explicit"}]
    assert set(one["cite"]["mo"]) == {"key", "accept", "distractors"}
    assert one["compare"]["verdict"] == "mo-silent"


def test_without_key_nothing_gives_the_answer_away(peerethics):
    shown = peerethics("scenarios", "loans-bus-fare").words
    (one,) = json.loads(peerethics("scenarios", "loans-bus-fare", "--json").out)
    assert one["stem"] in shown
    for option in one["options"]:
        assert option["text"] in shown
        assert option["misconception"] is None or not option["misconception"] or option["misconception"] not in shown
        assert all(reason not in shown for reason in option["rationale"].values())
    assert one["compare"]["note"] not in shown


def test_with_key_everything_is_shown_with_the_exact_words(peerethics):
    shown = peerethics("scenarios", "loans-bus-fare", "--key").words
    (one,) = json.loads(peerethics("scenarios", "loans-bus-fare", "--json").out)
    for option in one["options"]:
        assert all(" ".join(reason.split()) in shown for reason in option["rationale"].values())
    assert "Do not loan money; receive money or payment" in shown
    assert one["roles"]["person"] in shown
    assert "Rated Missouri 2, Mississippi 0" in shown
    assert "not yet reviewed by a named person" in shown


def test_filters_choose(peerethics):
    money = json.loads(peerethics("scenarios", "--topic", "money", "--json").out)
    assert money
    assert all("money" in one["topics"] for one in money)
    rest = json.loads(peerethics("scenarios", "--provision", "ms 13", "--json").out)
    assert rest
    assert all("ms-13" in one["cite"]["ms"]["key"] for one in rest)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("loans-bus-far",), "Did you mean loans-bus-fare"),
        (("qqqqqqqq",), "peerethics scenarios"),
        (("--bank", "nowhere"), "There is no folder 'nowhere'."),
    ],
)
def test_what_is_not_there_is_said(peerethics, words, said):
    done = peerethics("scenarios", *words)
    assert done.code in (1, 3)
    assert said in done.err
    assert done.raw == b""


def test_one_on_a_narrow_terminal(on_terminal):
    done = on_terminal("scenarios", "loans-bus-fare", columns=40, PAGER="cat")
    assert done.code == 0
    assert max(len(line) for line in done.lines if "\x1b" not in line) <= 40


def test_a_topic_that_is_not_held_is_listed_by_its_own_name(peerethics, tmp_path):
    bank(tmp_path / "own", 1, topics="topics: [nowhere]")
    done = peerethics("scenarios", "--bank", str(tmp_path / "own"))
    assert (done.code, "nowhere" in done.out, "item-1 " in done.out) == (0, True, True)


def test_two_levels_at_once_are_refused_and_not_found_empty(peerethics):
    done = peerethics("scenarios", "--level", "apply,judge")
    assert (done.code, "Use recall, apply or judge" in done.err) == (2, True)
