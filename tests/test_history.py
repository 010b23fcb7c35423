"""The history loses no answer, keeps none twice, goes out and in again, and forgets without a trace."""

import json
import multiprocessing
import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from practice import answer, given_at, marked, run

from peerethics.history import exchange
from peerethics.history.records import MODES, Answer, Everything, Mark, Run, Tally
from peerethics.history.store import History

TRACE = "heron-and-lantern"


@pytest.fixture
def history(tmp_path: Path) -> History:
    """A history in a folder that is not there yet."""
    return History(tmp_path / "own" / "history.db")


def test_before_anything_is_kept_it_is_empty_and_creates_nothing(history: History) -> None:
    assert (history.answers(), history.runs(), history.unfinished(), history.erase()) == ([], [], None, 0)
    assert not history.file.parent.exists()


def test_what_was_kept_comes_back_as_it_was(history: History) -> None:
    begun = run(items=("one", "zwei \u2013 drei"))
    answers = [
        given_at(1),
        given_at(2, cited=(), sure=3, hint=True, mode="exam", marks={**marked(2, 0.75, False), **marked(0, code="ms")}),
        answer("item-3", position=3, cited=None),
        given_at(4, marks=marked(None)),
    ]
    history.begin(begun)
    assert all(history.record(one) for one in answers)
    assert history.runs() == [begun]
    assert History(history.file).answers() == answers


def test_answers_come_in_the_order_of_their_time_and_else_as_they_were_given(history: History) -> None:
    for position, minute in ((1, 5), (2, 9), (3, 5), (4, 1)):
        history.record(given_at(position, minute))
    assert [one.position for one in history.answers()] == [4, 1, 3, 2]


def test_answers_of_one_run_can_be_asked_for(history: History) -> None:
    history.record(given_at(1))
    history.record(given_at(1, run="r2"))
    assert [one.run for one in history.answers("r2")] == ["r2"]


def test_a_question_of_a_run_is_answered_once_and_the_first_answer_stays(history: History) -> None:
    assert history.record(given_at(1, option="a"))
    assert not history.record(given_at(1, option="b"))
    assert [one.option for one in history.answers()] == ["a"]


def test_unfinished_is_the_latest_run_with_questions_left(history: History) -> None:
    history.begin(run("old", started="2031-05-01T10:00:00Z"))
    history.begin(run("new", started="2031-05-02T10:00:00Z"))
    history.begin(run("middle", started="2031-05-01T11:00:00Z"))
    assert history.unfinished() == run("new", started="2031-05-02T10:00:00Z")
    history.record(given_at(1, run="new"))
    assert (history.unfinished() or run()).id == "new"
    history.record(given_at(2, run="new"))
    assert (history.unfinished() or run()).id == "middle"
    for name in ("old", "middle"):
        history.merge(Everything(answers=[given_at(1, run=name), given_at(2, run=name)]))
    assert history.unfinished() is None


def _write(file: Path, name: str, count: int, gate: "multiprocessing.synchronize.Barrier") -> None:
    gate.wait()
    history = History(file)
    history.begin(run(name))
    for position in range(1, count + 1):
        history.record(given_at(position, run=name))
        history.record(given_at(position, run="both"))


def at_once(file: Path, count: int) -> None:
    """Let three processes write to one file from the same moment on."""
    context = multiprocessing.get_context("spawn")
    gate = context.Barrier(3)
    workers = [context.Process(target=_write, args=(file, name, count, gate)) for name in ("r1", "r2", "r3")]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert [worker.exitcode for worker in workers] == [0, 0, 0]


@pytest.mark.parametrize("count", [30, 2, 1], ids=["many", "two", "one"])
def test_processes_that_write_at_once_lose_nothing_and_double_nothing(history: History, count: int) -> None:
    """Also when all of them create the file, which is tried several times since chance has a hand in it."""
    at_once(history.file, count)
    for name in ("r1", "r2", "r3", "both"):
        assert sorted(one.position for one in history.answers(name)) == list(range(1, count + 1))
    assert sorted(one.id for one in history.runs()) == ["r1", "r2", "r3"]


@pytest.mark.parametrize("watched", [False, True], ids=["alone", "open in another terminal"])
def test_erasing_leaves_no_trace_in_any_file(history: History, watched: bool) -> None:
    answers = [given_at(place, item=f"{TRACE}-{place}", run=TRACE) for place in range(300)]
    history.merge(Everything([run(TRACE)], answers))
    other = sqlite3.connect(history.file)
    if watched:
        assert other.execute("SELECT COUNT(*) FROM answers").fetchall() == [(300,)]
    assert TRACE.encode() in history.file.read_bytes()
    assert history.erase() == 300
    assert other.execute("PRAGMA freelist_count").fetchone() == (0,)  # no page is left to be read
    files = list(history.file.parent.iterdir())
    assert [one.name for one in files if TRACE.encode() in one.read_bytes()] == []
    other.close()
    assert (history.answers(), history.runs(), history.erase()) == ([], [], 0)
    assert history.record(given_at(1))


#: Any text but half characters, which no file can hold.
TEXT = st.text(st.characters(exclude_categories=["Cs"]))
IDS = st.text(st.characters(exclude_categories=["Cs", "Z", "Cc"]), min_size=1)
NUMBERS = st.integers(0, 2**31 - 1)
MARKS = st.builds(
    Mark, st.sampled_from([None, 0, 1, 2, 3]), st.none() | st.floats(0, 1), st.sampled_from([None, True, False])
)
ANSWERS = st.builds(
    Answer, TEXT, NUMBERS, TEXT, NUMBERS, TEXT, st.none() | st.lists(IDS).map(tuple), st.integers(0, 3), st.booleans(),
    st.sampled_from(MODES), TEXT, st.dictionaries(TEXT, MARKS),
)  # fmt: skip
PLANS = st.fixed_dictionaries({"items": st.lists(TEXT), "codes": st.lists(TEXT), "seed": TEXT})
RUNS = st.builds(Run, TEXT, TEXT, PLANS)


TALLIES = st.builds(Tally, TEXT, NUMBERS, NUMBERS, st.lists(NUMBERS).map(tuple), TEXT)


@given(
    st.lists(RUNS, unique_by=lambda one: one.id),
    st.lists(ANSWERS, unique_by=lambda one: (one.run, one.position)),
    st.lists(TALLIES, unique=True),
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_goes_out_and_comes_in_again_as_it_was(
    tmp_path: Path, runs: list[Run], answers: list[Answer], tallies: list[Tally]
) -> None:
    exported = exchange.from_json(json.dumps(exchange.as_json(Everything(runs, answers, tallies))), "x")
    assert exported == (runs, answers, tallies)
    history = History(tmp_path / "round.db")
    history.file.unlink(missing_ok=True)
    assert history.merge(exported) == (len(answers), sum(one.round > 0 for one in tallies))
    assert history.merge(exported) == (0, 0)
    assert history.tallies() == sorted(tallies, key=lambda one: one.at)
    assert sorted(history.answers(), key=lambda one: (one.run, one.position)) == sorted(
        answers, key=lambda one: (one.run, one.position)
    )
    assert sorted(history.runs(), key=lambda one: one.id) == sorted(runs, key=lambda one: one.id)


def test_a_count_from_an_export_does_not_undo_a_later_one(tmp_path: Path) -> None:
    history = History(tmp_path / "class.db")
    history.count(Tally("r1", 1, 1, (9, 0), "2031-05-01T12:00:00Z"))
    history.merge(Everything([], [], [Tally("r1", 1, 1, (1, 1), "2031-05-01T10:00:00Z")]))
    assert [one.counts for one in history.tallies("r1")] == [(1, 1), (9, 0)]
