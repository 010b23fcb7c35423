"""A trainer's own scenarios that would mark people wrongly are not used; the file, the line and the rule are said."""

from pathlib import Path

import process
import pytest
from banks import bank

from peerethics.errors import BAD_DATA, PeerEthicsError
from peerethics.library.bank import Vetting, open_bank
from peerethics.library.places import Places
from peerethics.models import Problem

QUIZ, WALL, SHEET = ("quiz", "--answers", "-"), ("present",), ("handout", "--out", "sheet.md")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return bank(tmp_path / "bank", 2) / "scenarios" / "item-2.yaml"


def change(file: Path, old: str, new: str) -> int:
    """Put words instead of others; the number of the line where they stand."""
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    return text[: text.index(old)].count("\n") + 1


@pytest.mark.parametrize("command", [QUIZ, WALL, SHEET], ids=lambda words: words[0])
@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("rating: {mo: 2, ms: 2}", "rating: {mo: 3, ms: 2}", "K1: 2 options are rated 3 for mo"),
        ("topics: [danger]", "topics: [cash]", "T2: there is no topic 'cash'"),
    ],
    ids=["two best options", "no such topic"],
)
def test_no_command_uses_a_scenario_with_a_broken_key(home, tmp_path, file, command, old, new, said):
    change(file, old, new)
    for _ in range(2):  # and nothing of it is kept
        done = process.run(
            [*process.PEERETHICS, *command, "--bank", "bank"], process.clean_env(home), tmp_path, b"desk\n1\n\nq\n"
        )
        assert (done.code, done.raw) == (BAD_DATA, b"")
        assert said in done.err
    assert not (tmp_path / "sheet.md").exists()


def test_the_file_and_line_of_a_provision_that_is_not_there_are_said(home, tmp_path, file):
    line = change(file, "key: [mo-1]", "key: [mo-99]")
    command = [*process.PEERETHICS, *QUIZ, "--bank", "bank"]
    done = process.run(command, process.clean_env(home), tmp_path, b"desk\n")
    assert done.code == BAD_DATA
    place, _, rest = done.err.partition(" ")
    assert place.startswith("bank/scenarios/item-2.yaml:"), done.err
    assert int(place.split(":")[1]) <= line
    assert rest.startswith("R2: mo-99 is no provision")


def test_a_mere_warning_keeps_nobody_from_the_quiz(home, tmp_path, file):
    change(file, "prompt: What should you do?", "prompt: What would you do?")
    command = [*process.PEERETHICS, *QUIZ, "--bank", "bank", "--count", "1"]
    done = process.run(command, process.clean_env(home), tmp_path, b"desk\n1\n\n")
    assert (done.code, done.err) == (0, "")


def test_scenarios_pass_once_and_again_only_when_what_they_are_held_against_changed(tmp_path):
    places = Places((bank(tmp_path / "own", 2),), tmp_path / "cache")
    asked: list[int] = []

    def none(sheets: object) -> list[Problem]:
        asked.append(len(list(sheets)))  # type: ignore[call-overload]
        return []

    for sign in ("one", "one", "two"):
        assert len(open_bank(places, None, Vetting(sign, none)).listings) == 2
    assert asked == [2, 2]
    with pytest.raises(PeerEthicsError, match="no good"):
        open_bank(places, None, Vetting("three", lambda _: [Problem("f", 1, 1, "no good", "")]))
