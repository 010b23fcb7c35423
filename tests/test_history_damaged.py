"""A history that is damaged or not ours is refused with a clear message, and not one byte of it changes."""

import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest
from practice import given_at, run

from peerethics.errors import BAD_DATA, PeerEthicsError
from peerethics.history.records import Everything, Tally
from peerethics.history.store import History

not_root = pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="permissions do not bind the superuser, nor Windows"
)


@pytest.fixture
def history(tmp_path: Path) -> History:
    """A history in a folder that is not there yet."""
    return History(tmp_path / "own" / "history.db")


def refused(history: History, act: str) -> PeerEthicsError:
    """The error that comes of doing something with a history."""
    acts = {
        "answers": history.answers, "runs": history.runs, "unfinished": history.unfinished, "erase": history.erase,
        "record": lambda: history.record(given_at(1)), "begin": lambda: history.begin(run()),
        "merge": lambda: history.merge(Everything([run()], [given_at(1)])),
    }  # fmt: skip
    with pytest.raises(PeerEthicsError) as caught:
        acts[act]()
    assert caught.value.exit_code == BAD_DATA
    assert str(history.file) in caught.value.message
    return caught.value


READS, WRITES = ["answers", "runs", "unfinished"], ["record", "begin", "merge"]


def garbage(file: Path) -> None:
    file.write_bytes(b"This is no database. " * 400)


def cut(file: Path) -> None:
    filled = History(file)
    filled.merge(Everything([run()], [given_at(position) for position in range(200)]))
    file.write_bytes(file.read_bytes()[:9000])


def torn(file: Path) -> None:
    cut(file)
    file.write_bytes(file.read_bytes()[:60])


def foreign(file: Path) -> None:
    with sqlite3.connect(file) as base:
        base.execute("CREATE TABLE answers (question TEXT, answer INTEGER)")
    base.close()


def newer(file: Path) -> None:
    History(file).record(given_at(1))
    with sqlite3.connect(file) as base:
        base.execute("PRAGMA user_version = 99")
    base.close()


@pytest.mark.parametrize("act", [*READS, *WRITES, "erase"])
@pytest.mark.parametrize(
    ("spoil", "words", "way"),
    [
        (garbage, "is damaged: file is not a database", "Move the file away to begin anew"),
        (torn, "is damaged", "Move the file away to begin anew"),
        (cut, "is damaged: database disk image is malformed", "peerethics progress import FILE"),
        (foreign, "belongs to another program", "PEERETHICS_HISTORY"),
        (newer, "a newer peerethics wrote it", "--no-history"),
    ],
    ids=["garbage", "torn off in the head", "cut off", "another program's", "a newer version's"],
)
def test_what_is_damaged_or_not_ours_is_refused_and_stays_as_it_is(tmp_path, spoil, words, way, act) -> None:
    file = tmp_path / "history.db"
    spoil(file)
    before = file.read_bytes()
    error = refused(History(file), act)
    assert words in error.message
    assert "Nothing was written to it." in error.message
    assert way in error.hint
    assert file.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["history.db"]


@pytest.mark.parametrize("act", ["answers", "record", "erase"])
@pytest.mark.parametrize("name", ["folder", "a-file/history.db", "x" * 5000], ids=["a folder", "below a file", "long"])
def test_where_no_file_can_be_the_message_says_so(tmp_path: Path, name: str, act: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "a-file").write_text("")
    history = History(tmp_path / name)
    if name == "a-file/history.db" and act != "record":
        assert not getattr(history, act)()  # there is nothing, so nothing is found
        return
    error = refused(history, act)
    assert "cannot be used here" in error.message
    assert "--no-history" in error.hint


@not_root
@pytest.mark.parametrize("act", WRITES)
def test_a_folder_that_cannot_be_written_is_said_to_be_one(history: History, act: str) -> None:
    history.file.parent.mkdir()
    history.file.parent.chmod(0o500)
    assert "Check that the folder can be written" in refused(history, act).hint
    history.file.parent.chmod(0o700)


@pytest.mark.parametrize("sql", [
    "UPDATE runs SET plan = 'no json'", "UPDATE runs SET plan = '7'", "UPDATE answers SET marks = '[1, 2'",
    "UPDATE answers SET marks = '[]'", "UPDATE answers SET marks = '{\"mo\": [1]}'", "UPDATE answers SET rev = 'x'",
])  # fmt: skip
def test_a_row_that_nobody_here_wrote_is_a_message_and_no_traceback(history: History, sql: str) -> None:
    history.merge(Everything([run()], [given_at(1)]))
    with sqlite3.connect(history.file) as base:
        base.execute(sql)
    base.close()
    assert "is damaged" in refused(history, "runs" if "runs" in sql else "answers").message


@pytest.mark.parametrize("raw", [b"", None], ids=["no byte", "a head and no tables"])
def test_a_file_that_a_killed_first_start_left_is_empty_and_can_be_used(history: History, raw: bytes | None) -> None:
    history.file.parent.mkdir()
    if raw is None:
        with sqlite3.connect(history.file) as base:
            base.execute("PRAGMA journal_mode = WAL")
        base.close()
    else:
        history.file.write_bytes(raw)
    assert (history.answers(), history.runs(), history.unfinished()) == ([], [], None)
    assert history.record(given_at(1))
    assert len(history.answers()) == 1


def test_a_transaction_that_was_cut_off_leaves_all_or_nothing(history: History) -> None:
    history.record(given_at(1))
    with pytest.raises(PeerEthicsError):
        history.merge(Everything([run()], [given_at(2), given_at(3, item="\ud800")]))
    assert [one.position for one in history.answers()] == [1]
    assert history.runs() == []


def test_a_history_from_before_classes_were_counted_is_read_as_it_is(tmp_path: Path) -> None:
    """Looking changes nothing in the file; the first answer that is kept adds what is missing."""
    history = History(tmp_path / "old.db")
    history.merge(Everything([run()], [given_at(1)]))
    with closing(sqlite3.connect(history.file)) as base:
        base.executescript("DROP TABLE tallies; PRAGMA user_version = 1;")
    before = history.file.read_bytes()
    held = history.everything()
    assert (len(held.runs), len(held.answers), held.tallies) == (1, 1, [])
    assert history.shown_last() is None
    assert history.file.read_bytes() == before
    assert history.record(given_at(2))
    history.count(Tally("r1", 1, 1, (3, 9), "2031"))
    assert len(history.everything().tallies) == 1
