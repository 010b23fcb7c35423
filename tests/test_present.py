"""A presentation as it is really held: on terminals of several sizes, from a pipe, with resume and a record."""

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import process
import pyte
import pytest
from banks import bank

ENTER = "\r"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    bank(tmp_path / "bank", 4)
    return tmp_path / "home"


@pytest.fixture
def piped(tmp_path: Path, home: Path):
    """Runs `present` on four scenarios with commands from a pipe."""

    def run(*words: str, stdin: str = "") -> process.Done:
        command = [*process.PEERETHICS, "present", "--bank", str(tmp_path / "bank"), *words]
        return process.run(command, process.clean_env(home), tmp_path, stdin.encode())

    return run


@pytest.fixture
def wall(tmp_path: Path, home: Path):
    """Runs `present` on a terminal, seen as the screen that people see."""
    pytest.importorskip("pty", reason="this system has no pseudo-terminals")

    @contextmanager
    def hold(*words: str, columns: int = 80, rows: int = 24, **variables: str) -> Iterator["Seen"]:
        env = process.clean_env(home, TERM="xterm-256color", **variables)
        command = [*process.PEERETHICS, "present", "--bank", str(tmp_path / "bank"), "--seed", "x", *words]
        with process.OnTerminal(command, env, tmp_path, (columns, rows)) as terminal:
            yield Seen(terminal, columns, rows)

    return hold


class Seen:
    """A terminal and what stands on it."""

    def __init__(self, terminal: process.OnTerminal, columns: int, rows: int) -> None:
        self.terminal, self.raw = terminal, b""
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)

    def press(self, keys: str, wait_for: str) -> str:
        """Press keys and wait until words stand on the screen; the screen as lines."""
        if keys:
            self.terminal.type(keys)
        self.terminal.wait_for(wait_for, quiet=0.3)
        self.raw += self.terminal.seen
        self.screen.reset()
        self.stream.feed(self.terminal.seen[max(self.terminal.seen.rfind(b"\x1b[2J"), 0) :])
        return "\n".join(line.rstrip() for line in self.screen.display)


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (200, 60)])
@pytest.mark.parametrize("variables", [{}, {"NO_COLOR": "1"}])
def test_from_first_screen_to_last(wall, home, columns, rows, variables):
    with wall("--count", "2", columns=columns, rows=rows, **variables) as seen:
        stem = seen.press("", "1 of 2")
        assert "last bus" in " ".join(stem.split())
        assert "Hand him four dollars" not in stem, "the story stands alone first"
        options = seen.press(" ", "past nine.")
        assert [line.strip()[0] for line in options.splitlines() if re.match(r" *[A-D]  ", line)] == list("ABCD")
        assert "best" not in options
        assert "Hands up" in seen.press(ENTER, "Hands up")
        talk = seen.press(f"3 9 7 1{ENTER}", "Talk with your neighbour")
        assert all(f"({hands})" in talk for hands in (3, 9, 7, 1))
        assert "best" not in talk
        assert "Hands again" in seen.press(ENTER, "Hands again")
        key = seen.press(f"0 17 2 1{ENTER}", "best fit")
        assert key.count("best fit") == 1
        rows_shown = [line.strip() for line in key.splitlines()]
        assert "Open the desk again" in rows_shown[rows_shown.index("best fit") - 1]
        assert "His need is real" in seen.press(ENTER, "His need is real")
        assert "Do not loan money; receive money or payment" in " ".join(seen.press(ENTER, "Do not loan").split())
        tempting = " ".join(seen.press(ENTER, "Why it tempts").split())
        assert "against the words in Mississippi" in tempting or "a poor fit" in tempting
        assert "2 of 2" in seen.press("n", "2 of 2")
        seen.terminal.type("q")
        done = seen.terminal.finish()
    assert done.code == 0
    assert "1 of 2 scenarios counted." in done.words
    if variables:
        assert not re.search(rb"\x1b\[(?:\d+;)*3[1-7]m", seen.raw)
    with closing(sqlite3.connect(home / "data" / "peerethics" / "history.db")) as base:
        rounds = base.execute("SELECT position, round, counts FROM tallies WHERE round > 0").fetchall()
    assert rounds == [(1, 1, "[3, 9, 7, 1]"), (1, 2, "[0, 17, 2, 1]")]


def test_blank_hides_everything_and_help_shows_the_keys(wall):
    with wall("--count", "1") as seen:
        seen.press("", "1 of 1")
        seen.terminal.type(".")
        seen.terminal.wait_for("\x1b[24;1H", quiet=0.3)
        seen.screen.reset()
        seen.stream.feed(seen.terminal.seen)
        assert "".join(seen.screen.display).strip() == ""
        seen.press("x", "1 of 1")
        assert "next, previous scenario" in seen.press("?", "next, previous")
        seen.press("x", "1 of 1")
        seen.terminal.type("\x03")
        done = seen.terminal.finish()
    assert done.code == 130
    assert "\x1b[?1049l" in done.out, "the terminal is given back"


def test_resume_goes_on_at_the_scenario_that_was_shown_with_its_counts(wall):
    with wall("--count", "3") as seen:
        seen.press("", "1 of 3")
        seen.press("g2" + ENTER, "2 of 3")
        seen.press(ENTER, "past nine.")
        seen.press(ENTER, "Hands up")
        seen.press(f"1 2 3 4{ENTER}", "Talk with")
        seen.terminal.type("q")
        assert seen.terminal.finish().code == 0
    with wall("--resume") as seen:
        assert "2 of 3" in seen.press("", "2 of 3")
        assert "(4)" in seen.press(ENTER, "(4)")


def test_a_content_note_is_said_before_its_story(wall, tmp_path, home):
    bank(tmp_path / "bank", 4, content_notes="content_notes: [suicide]")
    with wall("--count", "2") as seen:
        first = seen.press("", "Content note")
        assert "Suicide" in first
        assert "last bus" not in first
        assert "last bus" in " ".join(seen.press(ENTER, "last bus").split())


def test_from_a_pipe_it_is_text_and_the_same_set_as_the_quiz(piped, tmp_path, home):
    done = piped("--seed", "tuesday", stdin="\n\nn\nn\nn\nq\n")
    assert done.code == 0
    assert "\x1b" not in done.out
    shown = list(dict.fromkeys(re.findall(r"of 4   (item-\d)", done.out)))
    command = [
        *process.PEERETHICS,
        "quiz",
        "--bank",
        str(tmp_path / "bank"),
        "--seed",
        "tuesday",
        "--answers",
        "-",
        "--json",
    ]
    quiz = process.run(command, process.clean_env(home), tmp_path, b"p\n" * 4)
    assert shown == [one["item"] for one in json.loads(quiz.out)["answers"]]


def test_without_a_terminal_and_commands_it_says_what_to_do(piped):
    done = piped()
    assert (done.code, done.raw) == (2, b"")
    assert "standard input" in done.err


def test_a_presentation_is_no_quiz_and_a_quiz_is_no_presentation(piped, tmp_path, home):
    assert piped("--resume", stdin="q\n").code == 1
    piped("--count", "2", stdin="q\n")
    command = [*process.PEERETHICS, "quiz", "--bank", str(tmp_path / "bank"), "--resume", "--answers", "-"]
    done = process.run(command, process.clean_env(home), tmp_path, b"p\n")
    assert (done.code, "No quiz waits" in done.err) == (1, True)


def test_a_record_is_written_only_when_asked_for_and_names_nobody(piped, tmp_path):
    commands = "\n\n3 9 7 1\n\n0 17 2 1\nq\n"
    piped("--count", "2", stdin=commands)
    assert not list(tmp_path.glob("*.md"))
    done = piped("--count", "2", "--seed", "x", "--record", "tuesday.md", "--initials", "AB, CD", stdin=commands)
    assert done.code == 0
    text = (tmp_path / "tuesday.md").read_text("utf-8")
    assert "| 3 9 7 1 | 0 17 2 1 |" in text
    assert "- Seed: x" in text
    assert "- Took part: AB, CD" in text
    assert "Edition" in text
    assert "certificate" not in text.lower()
    again = piped("--count", "2", "--record", "tuesday.md", stdin=commands)
    assert (again.code, "is there already" in again.err) == (2, True)


def test_no_history_keeps_nothing(piped, home):
    assert piped("--no-history", stdin="\nq\n").code == 0
    assert not (home / "data").exists()


def test_a_record_that_is_there_already_is_said_before_a_class_is_counted(piped, tmp_path):
    (tmp_path / "tuesday.md").write_text("kept", "utf-8")
    done = piped("--record", "tuesday.md", stdin="\n\n3 9 7 1\nq\n")
    assert (done.code, done.raw) == (2, b"")
    assert (tmp_path / "tuesday.md").read_text("utf-8") == "kept"


def test_resume_finds_its_folder_again_and_says_what_is_missing_from_it(piped, home, tmp_path):
    piped("--seed", "x", stdin="\n\n3 9 7 1\nq\n")
    command = [*process.PEERETHICS, "present", "--resume"]
    assert process.run(command, process.clean_env(home), tmp_path, b"q\n").code == 0
    (tmp_path / "bank" / "scenarios" / "item-1.yaml").unlink()
    done = process.run(command, process.clean_env(home), tmp_path, b"\n")
    assert (done.code, "item-1" in done.err, "--bank" in done.err) == (1, True, True)


def test_ctrl_c_still_writes_the_record_and_says_how_to_go_on(wall, tmp_path):
    with wall("--count", "2", "--record", "cut.md") as seen:
        seen.press("", "1 of 2")
        seen.press(ENTER, "past nine.")
        seen.press(f"3 9 7 1{ENTER}", "Talk with your neighbour")
        seen.terminal.type("\x03")
        done = seen.terminal.finish()
    assert done.code == 130
    assert "peerethics present --resume" in done.words
    assert "| 3 9 7 1 | - |" in (tmp_path / "cut.md").read_text("utf-8")


def test_the_same_set_on_paper_is_named_with_all_its_options(piped, tmp_path):
    done = piped("--topic", "money,choice", "--count", "2", "--seed", "x", stdin="q\n")
    assert (
        f"peerethics handout --seed x --topic money,choice --count 2 --bank {tmp_path / 'bank'} --out FILE"
        in done.words
    )


def test_counts_of_other_options_than_there_are_now_are_left_out(piped, tmp_path):
    piped("--count", "1", "--seed", "x", stdin="\n\n3 9 7 1\nq\n")
    for file in (tmp_path / "bank" / "scenarios").iterdir():
        text = file.read_text("utf-8")
        first, second = text.index("  - id: lend\n"), text.index("  - id: desk\n")
        file.write_text(text[:first] + text[second:], "utf-8")
    done = piped("--resume", stdin="\n\n")
    assert (done.code, done.err) == (0, "")
    assert "(3" not in done.out
