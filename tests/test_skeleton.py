"""`peerethics new scenario` writes a file that says what to fill in, and that is in order once it is."""

import os
import re
import sys
from pathlib import Path

import pytest
from scenarios import TEXT

from peerethics.actions.skeleton import skeleton
from peerethics.checking.check import Context, check
from peerethics.errors import BAD_DATA, WRONG_USAGE, PeerEthicsError
from peerethics.library.library import open_library
from peerethics.library.places import Places, shipped_data
from peerethics.reading.scenario_file import open_scenario
from peerethics.scenario import CONTENT_NOTES

NAME = "bus-fare-again"
#: What a person writes between the first pair of quotes that is left behind these words, in this order.
WRITTEN = [
    ("author:", "A. Writer"), ("title:", "At the gate"), ("setting:", "The gate, at noon"), ("topics:", "money"),
    ("stem:", "You stand at the gate at noon. A man you help asks you for four dollars. His bus leaves at one."),
    ("prompt:", "What should you do?"), ("short_prompt:", "A man you help asks for four dollars. What should you do?"),
    ("hint:", "Who pays?"),
    ("text:", "Ask the driver at the bus stop to wait for him."), ("short:", "Ask the driver to wait"),
    ("misconception:", "The bus is the trouble."),
    ("mo:", "He still cannot pay."), ("ms:", "It wins a minute, and no fare."), ("mo: [", "mo-1"), ("ms: [", "ms-1"),
    ("text:", "Walk with him to the desk and sign out a pass."), ("short:", "Sign out a pass"),
    ("mo:", "Nobody owes anybody."), ("ms:", "Your wallet stays shut."), ("mo: [", "mo-1"), ("ms: [", "ms-13"),
    ("text:", "Go with him to the street and beg for a coin."), ("short:", "Beg with him"),
    ("misconception:", "It is all for him."),
    ("mo:", "He came to you for help and dignity."), ("ms:", "He loses face in the street."), ("mo: [", "mo-1"),
    ("ms: [", "ms-1"),
    ("key: [", "mo-1"), ('["', ""), ("key: [", "ms-13"), ('["', ""),
    ("note:", "Only one of them names loans."), ("discussion:", "What if the desk is shut?"),
    ("person:", "You are late."), ("specialist:", "You are in a hurry too."),
]  # fmt: skip
DISTRACTORS = {"mo": '"mo-4", "mo-9", "mo-17"', "ms": '"ms-2", "ms-5", "ms-14"'}


def filled_in() -> str:
    """The skeleton as a person leaves it who has filled in each pair of empty quotes, from top to bottom."""
    text, done = skeleton("scenario", NAME), ""
    for code, places in DISTRACTORS.items():
        text = re.sub(rf'(  {code}: .*distractors: \[)"", "", ""', rf"\1{places}", text)
    for label, words in WRITTEN:
        if words:
            before, empty, text = text.partition('""')
            assert empty, f"nothing is left to fill in for {label}"
            assert label in before.splitlines()[-1], f"{label} is not where it was: {before.splitlines()[-1]!r}"
            done += f'{before}"{words}"'
    assert '""' not in text, "something is left to fill in"
    return done + text


def problems(path: Path) -> list[str]:
    """What is said of a file where the shipped codes are held."""
    codes = tuple(open_library(Places((shipped_data(),), None)).codes)
    return [f"{p.severity} {p.line}: {p.what}" for p in check([path], Context((), codes)).problems]


def test_the_skeleton_has_every_key_that_the_format_asks_for_and_no_other() -> None:
    """What is wrong with it is only that it is empty."""
    text = skeleton("scenario", NAME)
    _, sheet = open_scenario(text.encode(), "s.yaml")
    empty = [number for number, line in enumerate(text.splitlines(), start=1) if '""' in line]
    assert {problem.what.rpartition(" is ")[2] for problem in sheet.problems} <= {"empty", "a citation has no `id`"}
    assert sorted({problem.line for problem in sheet.problems}) == empty
    keys = {line.partition(":")[0] for line in TEXT.splitlines() if line[0].isalpha()}
    assert {line.partition(":")[0] for line in text.splitlines() if line[0].isalpha()} == (
        keys - {"reviews", "text_checked", "panel"}
    )


def test_each_key_has_a_remark_or_speaks_for_itself() -> None:
    for line in skeleton("scenario", NAME).splitlines():
        key = line.strip(" -").partition(":")[0]
        plain = {"format", "id", "author", "cites", "mo", "ms", "compare", "note", "person", "specialist"}
        assert "# " in line or key in plain, line
    assert all(note in skeleton("scenario", NAME) for note in CONTENT_NOTES)


def test_once_filled_in_it_is_in_order(tmp_path: Path) -> None:
    path = tmp_path / f"{NAME}.yaml"
    path.write_text(filled_in(), "utf-8")
    assert problems(path) == []


def test_the_command_writes_it_and_check_names_what_is_missing(peerethics, tmp_path: Path) -> None:
    """From the first command to a file that passes, as a trainer goes the way."""
    done = peerethics("new", "scenario", NAME, "--into", "mine/new")
    path = tmp_path / "mine" / "new" / f"{NAME}.yaml"
    assert (done.code, done.err) == (0, "")
    assert done.out == f"Written: mine/new/{NAME}.yaml\nThen: peerethics check mine/new/{NAME}.yaml\n".replace(
        "/", os.sep
    )
    assert path.read_bytes() == skeleton("scenario", NAME).encode()

    done = peerethics("check", str(path))
    assert done.code == BAD_DATA
    for key in ("author", "title", "stem", "prompt", "hint", "text", "rationale` of mo", "note", "person"):
        assert f"`{key}`" in done.words or f"`{key} is empty" in done.words, key
    assert "an entry of `topics` is empty" in done.words
    assert "an entry of `key` is empty" in done.words

    path.write_text(filled_in(), "utf-8")
    done = peerethics("check", str(path))
    assert (done.code, done.lines[-1]) == (0, "Everything is in order. 1 file checked.")
    shown = peerethics("scenarios", NAME, "--key", "--data", str(path.parent))
    assert shown.code == 0
    assert "Walk with him to the desk and sign out a pass." in shown.words


def test_without_a_folder_it_is_written_where_one_is(peerethics, tmp_path: Path) -> None:
    assert peerethics("new", "scenario", NAME).code == 0
    assert (tmp_path / f"{NAME}.yaml").is_file()


def test_a_file_that_is_there_is_never_overwritten(peerethics, tmp_path: Path) -> None:
    path = tmp_path / f"{NAME}.yaml"
    path.write_text("hours of work\n")
    done = peerethics("new", "scenario", NAME)
    assert (done.code, done.out) == (WRONG_USAGE, "")
    assert f"{NAME}.yaml is there already." in done.err
    assert path.read_text() == "hours of work\n"


@pytest.mark.parametrize(
    "name",
    ["", "ab", "Bus-Fare", "bus fare", "bus:fare", "-bus", "bus-", "../bus", "/bus", "bus.yaml", "bus\n", "b" * 41,
     "b\u00fcs", "\u0661\u0662\u0663"],
)  # fmt: skip
def test_what_cannot_be_an_id_is_refused(name: str) -> None:
    with pytest.raises(PeerEthicsError, match="cannot be the id of a scenario") as caught:
        skeleton("scenario", name)
    assert caught.value.exit_code == WRONG_USAGE


@pytest.mark.parametrize("name", ["bus", "b" * 40, "2nd-bus", "a--b"])
def test_what_can_be_an_id_is_one_for_the_format_too(name: str) -> None:
    assert not any(p.line == 2 for p in open_scenario(skeleton("scenario", name).encode(), "s.yaml")[1].problems)


def test_the_command_refuses_a_bad_id_and_another_kind_and_writes_nothing(peerethics, tmp_path: Path) -> None:
    for words, why in ((("scenario", "../out"), "'../out' cannot be the id"), (("code", "xx"), "code")):
        done = peerethics("new", *words)
        assert (done.code, done.out) == (WRONG_USAGE, "")
        assert why in done.err
        assert "Traceback" not in done.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="permissions do not bind the superuser")
def test_a_folder_without_permission_is_said(peerethics, tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    done = peerethics("new", "scenario", NAME, "--into", str(locked))
    assert (done.code, done.out) == (WRONG_USAGE, "")
    assert "Permission denied" in done.err


def test_a_folder_that_cannot_be_made_is_said(peerethics, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for folder in ("file", "file/below", "b" * 300):
        done = peerethics("new", "scenario", NAME, "--into", folder)
        assert (done.code, done.out) == (WRONG_USAGE, "")
        assert NAME in done.err
        assert "Choose another" in done.err
        assert "Traceback" not in done.err
