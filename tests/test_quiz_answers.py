"""A quiz without a person: answers from a file or a pipe, the result as JSON, and what happens when they do not fit."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import process
import pytest
from banks import bank

BEST = "desk mo-1 ms-13\n"


@pytest.fixture
def quiz(tmp_path: Path):
    """Runs a quiz on six scenarios in a home of its own: words, then what stands on standard input."""
    folder = bank(tmp_path / "bank", 6)

    def run(*words: str, stdin: str = "", **variables: str) -> process.Done:
        env = process.clean_env(tmp_path / "home", **variables)
        command = [*process.PEERETHICS, "quiz", "--bank", str(folder), *words]
        return process.run(command, env, tmp_path, stdin.encode())

    return run


def rows(tmp_path: Path, sql: str) -> list[tuple[object, ...]]:
    """What the history of that home holds."""
    with closing(sqlite3.connect(tmp_path / "home" / "data" / "peerethics" / "history.db")) as base:
        return base.execute(sql).fetchall()


def test_without_terminal_and_answers_it_ends_at_once_and_says_what_to_pass(quiz):
    done = quiz()
    assert (done.code, done.raw) == (2, b"")
    assert "--answers FILE" in done.err


def test_an_open_pipe_that_stays_silent_does_not_hang_it(tmp_path, quiz):
    import os
    import subprocess

    ours, theirs = os.pipe()
    try:
        done = subprocess.run(
            [*process.PEERETHICS, "quiz"], stdin=ours, capture_output=True, timeout=process.TIMEOUT, check=False,
            env=process.clean_env(tmp_path / "home"),
        )  # fmt: skip
    finally:
        os.close(ours)
        os.close(theirs)
    assert done.returncode == 2


def test_the_result_as_json_has_scores_of_both_kinds_and_every_answer(quiz):
    done = quiz("--count", "3", "--seed", "x", "--answers", "-", "--json", stdin=BEST + "lend mo-12 ms-14\np\n")
    assert (done.code, done.err) == (0, "")
    result = json.loads(done.out)
    assert (result["asked"], result["answered"], result["passed"]) == (3, 3, 1)
    assert result["scores"]["mo"] == {"scored": 2, "best": 1, "judgement": 0.8333, "citation": 1.0, "justified": 1}
    assert result["scores"]["ms"]["judgement"] == 0.5
    first, second, third = result["answers"]
    assert first["marks"]["mo"] == {"rating": 3, "citation": 1.0, "justified": True}
    assert (second["option"], second["cited"]) == ("lend", ["mo-12", "ms-14"])
    assert second["marks"]["ms"] == {"rating": 0, "citation": 0.0, "justified": False}
    assert (third["option"], third["marks"]) == (None, {})
    assert "no exam is mirrored" in result["note"]


def test_one_line_answers_one_prompt_or_the_choice_and_its_provisions_at_once(quiz):
    apart = quiz("--count", "2", "--seed", "x", "--answers", "-", "--json", stdin="desk\nmo-1 ms-13\ndesk\n\n")
    at_once = quiz(
        "--count", "2", "--seed", "x", "--answers", "-", "--json", stdin="# ours\n\ndesk mo-1, ms-13\n\ndesk -\n"
    )
    assert json.loads(apart.out)["answers"] == json.loads(at_once.out)["answers"]
    assert [one["cited"] for one in json.loads(apart.out)["answers"]] == [["mo-1", "ms-13"], []]


@pytest.mark.parametrize(
    ("answers", "place"),
    [
        ("zebra\n", "standard input:1: 'zebra'"),
        ("desk mo-1 zebra\n", "standard input:1: 'zebra'"),
        ("\n\n9\n", "standard input:3: '9'"),
        ("[/foo]\n", "standard input:1: '[/foo]'"),
    ],
)
def test_an_answer_that_is_none_is_refused_with_its_place(quiz, answers, place):
    done = quiz("--count", "2", "--answers", "-", stdin=answers)
    assert done.code == 2
    assert place in done.err
    assert "Traceback" not in done.err


def test_escape_sequences_in_answers_never_reach_the_terminal(quiz):
    done = quiz("--count", "1", "--answers", "-", stdin="\x1b]0;owned\x07\n")
    assert "\x1b" not in done.out + done.err


def test_answers_that_end_too_early_are_kept_and_said(quiz, tmp_path):
    done = quiz("--count", "3", "--answers", "-", stdin=BEST)
    assert done.code == 2
    assert "The answers ended with 2 questions left." in done.err
    assert rows(tmp_path, "SELECT position FROM answers") == [(1,)]
    assert "Go on, 2 left: peerethics quiz --resume" in done.words


def test_resume_goes_on_where_it_stopped_and_counts_everything(quiz, tmp_path):
    quiz("--count", "3", "--seed", "x", "--answers", "-", stdin=BEST)
    done = quiz("--resume", "--answers", "-", "--json", stdin="desk -\nlend -\n")
    assert done.code == 0
    result = json.loads(done.out)
    assert [one["position"] for one in result["answers"]] == [1, 2, 3]
    assert result["seed"] == "x"
    assert rows(tmp_path, "SELECT COUNT(*), COUNT(DISTINCT item) FROM answers") == [(3, 3)]
    again = quiz("--resume", "--answers", "-", stdin=BEST)
    assert again.code == 1
    assert "No quiz waits to be finished." in again.err


def test_the_same_seed_gives_the_same_questions_in_the_same_order_anywhere(quiz):
    def shown(seed: str, **variables: str) -> str:
        return quiz("--seed", seed, "--answers", "-", stdin="p\n" * 6, **variables).out

    assert shown("tuesday") == shown("tuesday", PYTHONHASHSEED="7", LANG="de_DE.UTF-8", TZ="Asia/Tokyo")
    assert shown("tuesday") != shown("friday")


def test_a_seed_asks_the_same_whatever_was_answered_before(quiz):
    def items() -> list[str]:
        done = quiz("--seed", "s", "--count", "4", "--answers", "-", "--json", stdin="desk -\n" * 4)
        return [one["item"] for one in json.loads(done.out)["answers"]]

    assert items() == items()


def test_without_a_seed_what_is_known_comes_last(quiz):
    first = quiz("--count", "3", "--answers", "-", "--json", stdin="desk -\n" * 3)
    second = quiz("--count", "3", "--answers", "-", "--json", stdin="desk -\n" * 3)
    met = {one["item"] for one in json.loads(first.out)["answers"]}
    assert not met & {one["item"] for one in json.loads(second.out)["answers"]}


def test_an_exam_asks_no_provisions_and_shows_a_practice_line_with_its_interval(quiz):
    done = quiz("--exam", "--code", "ms", "--answers", "-", stdin="desk\n" * 5 + "lend\n")
    assert done.code == 0
    assert "best response 5 of 6." in done.words
    assert "That is 83%, at or above a practice line of 75%" in done.words
    assert "no exam is mirrored here" in done.words
    assert "between 44% and 97%" in done.words
    before, _, after = done.words.partition("Your practice exam")
    assert "Judgement:" not in before
    assert after.count("Judgement:") == 1, "feedback at the end is for the one that was not best"


def test_an_exam_has_25_questions(quiz, tmp_path):
    bank(tmp_path / "bank", 30)
    done = quiz("--exam", "--answers", "-", "--json", stdin="p\n" * 25)
    assert (done.code, json.loads(done.out)["asked"]) == (0, 25)


def test_one_code_is_asked_and_scored_alone(quiz):
    done = quiz("--code", "Missouri", "--count", "1", "--answers", "-", stdin="lend mo-12\n")
    assert done.code == 0
    assert "Mississippi" not in done.out.partition("Edition")[0].replace("Mississippi 13 is plain", "")


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("--topic", "records"), "No question fits the topic records."),
        (("--topic", "moneyy"), "Did you mean money"),
        (("--provision", "ms 99"), "ms 99"),
        (("--code", "zz"), "No code is called 'zz'."),
    ],
)
def test_what_fits_nothing_is_said_with_exit_1(quiz, words, hint):
    done = quiz(*words, "--answers", "-", stdin="p\n")
    assert done.code == 1
    assert hint in done.err


@pytest.mark.parametrize("words", [("--level", "hard"), ("--kind", "riddle"), ("--skip", "clowns"), ("--count", "x")])
def test_unknown_values_are_wrong_usage(quiz, words):
    done = quiz(*words, "--answers", "-", stdin="p\n")
    assert done.code == 2
    assert "Traceback" not in done.err


def test_a_content_note_can_be_left_out(quiz, tmp_path):
    inner = tmp_path / "bank" / "scenarios" / "item-1.yaml"
    inner.write_text(inner.read_text("utf-8").replace("content_notes: []", "content_notes: [suicide]"), "utf-8")
    every = quiz("--answers", "-", "--json", stdin="p\n" * 6)
    fewer = quiz("--skip", "suicide", "--answers", "-", "--json", stdin="p\n" * 5)
    assert json.loads(every.out)["asked"] == 6
    assert "item-1" not in [one["item"] for one in json.loads(fewer.out)["answers"]]
    assert json.loads(fewer.out)["asked"] == 5


def test_a_topic_can_be_named_without_its_option(quiz):
    def items(*words: str) -> list[str]:
        done = quiz(*words, "--seed", "x", "--answers", "-", "--json", stdin="p\n" * 6)
        return [one["item"] for one in json.loads(done.out)["answers"]]

    assert items("boundaries") == items("--topic", "boundaries")
    assert set(items("boundaries", "choice")) == {"item-1", "item-3", "item-5"}


def test_no_history_keeps_nothing(quiz, tmp_path):
    assert quiz("--no-history", "--count", "1", "--answers", "-", stdin=BEST).code == 0
    assert not (tmp_path / "home" / "data").exists()


def test_a_damaged_history_is_said_and_left_as_it_is(quiz, tmp_path):
    file = tmp_path / "broken.db"
    file.write_bytes(b"SQLite format 3\x00" + b"garbage" * 400)
    before = file.read_bytes()
    done = quiz("--answers", "-", stdin=BEST, PEERETHICS_HISTORY=str(file))
    assert done.code == 3
    assert "Nothing was written to it." in done.err
    assert "--no-history" in done.err
    assert file.read_bytes() == before


def test_wording_that_changed_since_is_said_and_history_stays(quiz, tmp_path):
    quiz("--provision", "mo 1", "--count", "6", "--answers", "-", stdin="lend -\n" * 6)
    inner = tmp_path / "bank" / "scenarios" / "item-2.yaml"
    inner.write_text(inner.read_text("utf-8").replace("rev: 1", "rev: 2", 1), "utf-8")
    done = quiz("--count", "6", "--answers", "-", stdin="p\n" * 6)
    assert done.out.count("The wording changed since you learned it.") == 1
    assert rows(tmp_path, "SELECT COUNT(*) FROM answers WHERE item = 'item-2'") == [(2,)]


@pytest.mark.parametrize("kind", ["which-code", "about", "missing", "place-pair"])
def test_every_other_kind_can_be_asked(quiz, kind):
    done = quiz("--kind", kind, "--count", "3", "--answers", "-", "--json", stdin="1\n2\np\n")
    assert done.code == 0
    assert all(one["item"].startswith(f"{kind}/") for one in json.loads(done.out)["answers"])


def test_certainty_is_asked_only_on_wish_and_kept(quiz, tmp_path):
    assert quiz("--sure", "--count", "1", "--answers", "-", stdin="lend\n3\n-\n").code == 0
    assert rows(tmp_path, "SELECT sure FROM answers") == [(3,)]


def test_feedback_has_the_exact_words_and_calls_silence_silence(quiz):
    done = quiz("--count", "1", "--answers", "-", stdin="lend mo-12 ms-13\n")
    assert "Do not loan money; receive money or payment for services to, or from," in done.words
    assert "Missouri does not name this. That is silence, not permission; nearest:" in done.words
    assert "wrong" not in done.words.lower()
    assert "Judgement: Missouri 2 of 3, acceptable, not the best fit; Mississippi 0 of 3" in done.words
    assert "Why it tempts: So small a loan" in done.words


@pytest.mark.parametrize("name", ["stop", "pass", "hint", "more", "a", "p"])
@pytest.mark.parametrize("by", ["number", "id"])
def test_an_option_may_be_called_like_a_command(tmp_path, name, by):
    folder = bank(tmp_path / "named", 1)
    file = folder / "scenarios" / "item-1.yaml"
    file.write_text(file.read_text("utf-8").replace("  - id: desk\n", f"  - id: {name}\n"), "utf-8")
    env = process.clean_env(tmp_path / "home")
    words = [*process.PEERETHICS, "quiz", "--bank", str(folder), "--seed", "x", "--no-cite", "--no-history", "--json"]
    asked = process.run([*words[:-1]], env, tmp_path, b"p\n").lines
    number = next(line.partition(".")[0] for line in asked if "Open the desk again" in line)
    done = process.run(words, env, tmp_path, f"{number if by == 'number' else name}\n".encode())
    expected = name if by == "number" or name != "p" else None  # one letter is the key that the prompt names
    assert [one["option"] for one in json.loads(done.out)["answers"]] == [expected]


def test_what_is_left_of_a_line_never_answers_the_next_question(quiz):
    done = quiz("--count", "2", "--exam", "--answers", "-", "--json", stdin="1 2\n")
    assert (done.code, done.raw) == (2, b"")
    assert "standard input:1: '2' answers nothing here" in done.err


@pytest.mark.parametrize("words", [("quiz",), ("quiz", "--answers", "-"), ("present",)])
def test_bytes_that_are_no_text_answer_nothing_and_end_nothing(tmp_path, words):
    env = process.clean_env(tmp_path / "home", PYTHONIOENCODING="utf-8:strict")
    done = process.run([*process.PEERETHICS, *words, "--count", "1"], env, tmp_path, b"\xff\n")
    assert "Traceback" not in done.err
    assert "\\udcff" in done.err + done.out


def test_a_code_that_is_named_twice_counts_once(quiz):
    done = quiz("--code", "mo,mo", "--count", "1", "--answers", "-", "--json", stdin="p\n")
    assert json.loads(done.out)["codes"] == ["mo"]
