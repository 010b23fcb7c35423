"""A quiz on a real terminal: menus with arrows and letters, numbered lines for screen readers, Ctrl-C, sizes."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import process
import pyte
import pytest
from banks import bank

pytest.importorskip("pty", reason="this system has no pseudo-terminals")
STOP = "Stop here, nothing is lost"  # the last line of a menu


@pytest.fixture
def quiz(tmp_path: Path):
    """Holds a quiz of a bank of four on a terminal of a given size."""
    folder = bank(tmp_path / "bank", 4)

    @contextmanager
    def hold(*words: str, columns: int = 80, rows: int = 40, **variables: str | None) -> Iterator[process.OnTerminal]:
        more = {"TERM": "xterm-256color", "PROMPT_TOOLKIT_NO_CPR": "1", **variables}
        env = process.clean_env(tmp_path / "home", **more)
        command = [*process.PEERETHICS, "quiz", "--bank", str(folder), "--seed", "x", *words]
        with process.OnTerminal(command, env, tmp_path, (columns, rows)) as terminal:
            yield terminal

    return hold


def stored(tmp_path: Path) -> list[tuple[str, str | None, int]]:
    """Option, provisions and hint of every answer in the history."""
    with closing(sqlite3.connect(tmp_path / "home" / "data" / "peerethics" / "history.db")) as base:
        return base.execute("SELECT option, cited, hint FROM answers ORDER BY position").fetchall()


def letter(text: str, words: str) -> str:
    """The letter that stands before these words in a menu."""
    at = text.index(words)
    return text[:at].rstrip().removesuffix(")")[-1]


def seen(terminal: process.OnTerminal) -> str:
    return process.unstyled(terminal.seen.decode())


def menu(terminal: process.OnTerminal, last: str = STOP) -> str:
    """Wait for a menu; what stands on the terminal."""
    terminal.wait_for(last, quiet=0.4)
    return seen(terminal)


def test_a_letter_and_enter_choose_space_marks_and_everything_is_kept(quiz, tmp_path):
    with quiz("--count", "1", rows=24) as terminal:
        terminal.type(letter(menu(terminal), "Open the desk again"))
        terminal.read_some(0.3)
        terminal.type("\r")
        menu(terminal, "Space to mark")
        terminal.type(" \r")
        menu(terminal, "any key to read on")
        assert "Judgement: 3 of 3 in both codes: the best fit." in seen(terminal)
        assert "Go on" not in seen(terminal), "what is longer than the screen comes in parts"
        terminal.type("x")
        menu(terminal, "any key to read on")
        terminal.type("x")
        menu(terminal)
        terminal.type("\r")
        menu(terminal, "any key to read on")  # the result
        assert "best response 1 of 1 (3 of 3 points)" in " ".join(seen(terminal).split())
        terminal.type("x")
        done = terminal.finish()
    assert done.code == 0
    (option, cited, hint) = stored(tmp_path)[0]
    assert (option, hint) == ("desk", 0)
    assert len((cited or "").split()) == 1


def test_arrow_keys_move_and_a_hint_is_noted(quiz, tmp_path):
    with quiz("--count", "1", "--no-cite") as terminal:
        menu(terminal)
        terminal.type("h\r")
        menu(terminal)
        assert "Hint: Who helps him in each option" in seen(terminal)
        terminal.type("\x1b[B\x1b[B\r")
        terminal.wait_for("Judgement:", quiet=0.3)
    assert stored(tmp_path)[0][2] == 1


def test_a_pass_costs_nothing_and_shows_no_answer(quiz, tmp_path):
    with quiz("--count", "2") as terminal:
        menu(terminal)
        terminal.type("p\r")
        menu(terminal)
        assert "Judgement" not in seen(terminal)
        assert "2 of 2" in seen(terminal)
        terminal.type("q\r")
        done = terminal.finish()
    assert done.code == 0
    assert "Passed on: 1. A pass costs nothing." in done.words
    assert "Go on, 1 left: peerethics quiz --resume" in done.words
    assert stored(tmp_path) == [("", None, 0)]


@pytest.mark.parametrize("words", [(), ("--plain",)])
def test_ctrl_c_ends_with_130_keeps_what_was_answered_and_says_how_to_go_on(quiz, tmp_path, words):
    last = "nothing is lost"
    with quiz("--count", "3", *words) as terminal:
        menu(terminal, last)
        terminal.type("p\r")
        menu(terminal, last)
        terminal.type("\x03")
        done = terminal.finish()
    assert done.code == 130
    assert "Go on with: peerethics quiz --resume" in done.words
    assert "Traceback" not in done.out
    assert len(stored(tmp_path)) == 1


def test_plain_has_numbered_lines_without_menus_colours_or_symbols(quiz, tmp_path):
    with quiz("--count", "1", "--plain") as terminal:
        text = menu(terminal, "Your choice, 1 to 4")
        number = next(line[0] for line in text.splitlines() if "Open the desk again" in line)
        terminal.type("seven\r")
        terminal.wait_for("is not in the list", quiet=0.2)
        terminal.type(f"{number}\r")
        terminal.wait_for("Enter for none", quiet=0.2)
        listed = seen(terminal)
        terminal.type("1 2\r")
        terminal.wait_for("Enter: go on", quiet=0.2)
        whole = text + listed + seen(terminal)
        terminal.type("o\r")
        terminal.wait_for("Hand him four dollars", quiet=0.2)
        terminal.type("\r")
        done = terminal.finish()
    assert done.code == 0
    whole += done.out
    assert "\x1b" not in whole
    assert whole.isascii()
    assert "1. Missouri" in listed
    assert f"{number} Open the desk again" in " ".join(whole.split()), "feedback calls options as the list did"


@pytest.mark.parametrize("variables", [{"TERM": "dumb"}, {"TERM": "unknown"}])
def test_a_simple_terminal_gets_numbered_lines(quiz, variables):
    with quiz("--count", "1", **variables) as terminal:
        assert "\x1b" not in menu(terminal, "Your choice, 1 to 4").replace("\x1b[?2004", "")


def test_end_of_input_ends_the_quiz_with_its_result(quiz):
    with quiz("--count", "2", "--plain") as terminal:
        menu(terminal, "Your choice")
        terminal.type("\x04")
        done = terminal.finish()
    assert done.code == 0
    assert "No question was answered" in done.words


def test_no_color_leaves_no_colour_in_pages_or_menus(quiz):
    with quiz("--count", "1", "--no-cite", NO_COLOR="1") as terminal:
        menu(terminal)
        terminal.type("\r")
        terminal.wait_for("Judgement:", quiet=0.3)
        raw = terminal.seen.decode()
    assert not [code for code in ("[31m", "[32m", "[33m", "[36m", "38;", ";36m") if code in raw]


@pytest.mark.parametrize(("columns", "rows"), [(40, 30), (80, 24), (200, 60)])
def test_a_question_fits_every_screen_and_no_word_is_cut(quiz, columns, rows):
    with quiz("--count", "1", columns=columns, rows=rows) as terminal:
        menu(terminal)
        screen = pyte.Screen(columns, rows)
        pyte.Stream(screen).feed(terminal.seen.decode())
    shown = [line.rstrip() for line in screen.display]
    assert any(line.startswith(" > a) ") for line in shown)
    assert shown[[bool(line.strip()) for line in shown].index(True, 1)]
    together = " ".join(" ".join(shown).split())
    assert "Hand him four dollars and agree that he pays you back on Friday." in together
    assert together.count("a) ") == 1, "the picture that is shown while loading is gone"


def test_what_is_typed_while_the_menu_loads_is_not_lost(quiz, tmp_path):
    with quiz("--count", "1") as terminal:
        terminal.type("p\r")
        done = terminal.finish()
    assert done.code == 0
    assert stored(tmp_path) == [("", None, 0)]


def test_enter_in_the_list_of_provisions_never_answers_by_mistake(quiz, tmp_path):
    with quiz("--count", "1") as terminal:
        menu(terminal)
        terminal.type("\r")
        menu(terminal, "Space to mark")
        terminal.type("\r")
        assert "Nothing is marked yet" in menu(terminal)
        terminal.type("m\r")
        menu(terminal, "Space to mark")
        terminal.type("\r")
        menu(terminal)
        terminal.type("n\r")
        assert "none given, which costs nothing" in " ".join(menu(terminal, "Citation:").split())
    assert stored(tmp_path)[0][1] == ""


def test_what_was_missed_can_be_read_again(quiz, tmp_path):
    with quiz("--count", "1", "--exam") as terminal:
        terminal.type(letter(menu(terminal), "Hand him four dollars"))
        terminal.read_some(0.3)
        terminal.type("\r")
        assert "Judgement" not in menu(terminal, "Read the reasons, 1 left")
        terminal.type("q\r")
        assert terminal.finish().code == 0
    with quiz("--review", rows=70) as terminal:
        menu(terminal, "Read the reasons, 1 left")
        terminal.type("\r")
        done = terminal.finish()
    assert "Judgement: Missouri 2 of 3" in " ".join(process.unstyled(done.out).split())


def test_an_earlier_quiz_that_waits_is_said(quiz):
    for _ in range(2):
        with quiz("--count", "2") as terminal:
            text = menu(terminal)
            terminal.type("q\r")
            terminal.finish()
    assert "An earlier quiz waits to be finished" in text
