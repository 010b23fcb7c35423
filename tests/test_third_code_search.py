"""A new code is found through the shared words: one YAML file that names duties, and not a line of Python."""

import json
from pathlib import Path

import process
import pytest

THIRD = """\
format: peerethics/code@1
id: tt
name: Thirdland
aliases: [thirdland]
issuer: Thirdland Peer Alliance
edition: {stated: "2030"}
terms: {worker: [Companions], served: [neighbours]}
document:
  - id: tt-title
    kind: title
    text: THE THIRDLAND CODE
    editorial: {label: Title}
  - id: tt-rules
    kind: provisions
    unit: rule
    marker: "{n}."
    provisions:
      - id: tt-1
        text: Companions keep their own purse closed to neighbours. They say so kindly.
        editorial: {label: The purse, gist: "Neither lend nor borrow.", duties: [loans]}
      - id: tt-2
        text: What comes in a ribbon goes back.
        editorial: {label: Ribbons, gist: "Take nothing.", duties: [gifts]}
      - id: tt-3
        text: A companion who hears the owl fetches the warden at once.
        editorial: {label: The owl, duties: [harm-and-suicide]}
      - id: tt-4
        text: Hedgehogs are left alone.
        editorial: {label: Hedgehogs}
"""


@pytest.fixture(scope="module")
def third(tmp_path_factory):
    """Runs the command with the third code in an own data folder; the cache lives as long as these tests."""
    folder = tmp_path_factory.mktemp("third")
    (folder / "mine").mkdir()
    (folder / "mine" / "tt.yaml").write_text(THIRD)

    def run(*words: str, data: str = "mine") -> process.Done:
        return process.run([*process.PEERETHICS, *words, "--data", data], process.clean_env(folder), folder)

    return run


def found(done: process.Done) -> list[str]:
    return [hit["id"] for hit in json.loads(done.out)]


def test_the_file_is_a_whole_code(third):
    done = third("codes")
    assert (done.code, "Thirdland" in done.out) == (0, True)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("venmo", "tt-1"),
        ("lend him bus fare until friday", "tt-1"),
        ("birthday present", "tt-2"),
        ("he wants to kill himself", "tt-3"),
    ],
)
def test_words_that_stand_nowhere_in_it_find_its_provisions(third, query, expected):
    """Among all codes, and first where only this one is asked."""
    assert expected in found(third("search", query, "--json"))
    assert found(third("search", query, "--code", "tt", "--json"))[0] == expected


def test_it_answers_beside_the_others_with_its_reason(third):
    done = third("search", "venmo")
    assert "found by: venmo" in done.words
    assert "Mississippi 13 (core)" in done.out
    assert "Thirdland 1" in done.out
    assert "Companions keep their own purse closed to neighbours." in done.words
    assert "Missouri: not named in the code." in done.words


def test_a_duty_that_it_does_not_name_is_said_to_be_not_named(third):
    done = third("search", "facebook friend request")
    assert done.code == 0
    assert "Thirdland: not named in the code." in done.words


def test_its_own_words_find_it_where_no_duty_has_them(third):
    assert found(third("search", "hedgehogs", "--json")) == ["tt-4"]
    assert found(third("search", "--exact", "hedgehogs", "--json")) == ["tt-4"]
    page = third("search", "hedgehogs")
    assert (page.code, "Thirdland 4" in page.out) == (0, True)


@pytest.mark.parametrize(
    ("name", "said"), [("loans", "Thirdland 1"), ("gifts", "Thirdland 2"), ("money", "Thirdland 2")]
)
def test_it_shows_in_the_topics(third, name, said):
    assert said in third("topics", name).out


def test_a_duty_that_does_not_exist_is_named_with_its_place_by_check(third, tmp_path: Path):
    (tmp_path / "tt.yaml").write_text(THIRD.replace("[loans]", "[lones]"))
    done = third("check", str(tmp_path / "tt.yaml"), data=str(tmp_path))
    assert done.code == 3
    assert "lones" in done.out + done.err
