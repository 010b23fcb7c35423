"""Keeps runs and answers in SQLite: an answer is on the disk before the next question is asked.

The tables are only ever added to. WAL lets two terminals write side by side. A file that is damaged, or not
ours, is refused and never written to.
"""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

from peerethics.errors import BAD_DATA, PeerEthicsError
from peerethics.history.records import PRESENT, Answer, Everything, Mark, Run, Tally

Value = TypeVar("Value")
VERSION = 2  # of the tables
_APPLICATION = 0x70656572  # "peer", so that no other program's file is taken for ours
_PATIENCE = 10.0  # seconds to wait for the other terminal
_TABLES = {
    "runs": "id TEXT PRIMARY KEY, started TEXT NOT NULL, plan TEXT NOT NULL",
    "answers": "run TEXT NOT NULL, position INTEGER NOT NULL, item TEXT NOT NULL, rev INTEGER NOT NULL,"
    " option TEXT NOT NULL, cited TEXT, sure INTEGER NOT NULL, hint INTEGER NOT NULL, mode TEXT NOT NULL,"
    " at TEXT NOT NULL, marks TEXT NOT NULL, PRIMARY KEY (run, position)",
    "tallies": "run TEXT NOT NULL, position INTEGER NOT NULL, round INTEGER NOT NULL, counts TEXT NOT NULL,"
    " at TEXT NOT NULL",
}


class _NotOursError(Exception):
    """The file is whole, and this program must not write to it."""


class History:
    """The history in one file; nothing is created before something is to be kept.

    Args:
        file: the database.
    """

    def __init__(self, file: Path) -> None:
        self.file = file

    def begin(self, run: Run) -> None:
        """Keep a run that begins.

        Raises:
            PeerEthicsError: the file is damaged or cannot be written (exit code 3), as in all methods.
        """
        with self._open(write=True) as base:
            base.execute("INSERT INTO runs VALUES (?, ?, ?)", (run.id, run.started, json.dumps(run.plan)))

    def record(self, answer: Answer) -> bool:
        """Keep an answer; False where this question of the run was answered already, in another terminal."""
        with self._open(write=True) as base:
            return self._add(base, answer)

    def merge(self, new: Everything) -> tuple[int, int]:
        """Add what is not yet held, all of it or nothing; how many answers, and how many counts of hands, are new."""
        with self._open(write=True) as base:
            for run in new.runs:
                base.execute("INSERT OR IGNORE INTO runs VALUES (?, ?, ?)", (run.id, run.started, json.dumps(run.plan)))
            answers = sum(self._add(base, answer) for answer in new.answers)
            held = set(base.execute("SELECT * FROM tallies").fetchall())
            counts = dict.fromkeys(_tally_row(one) for one in new.tallies if _tally_row(one) not in held)
            base.executemany("INSERT INTO tallies VALUES (?, ?, ?, ?, ?)", counts)
            return answers, sum(number > 0 for _, _, number, *_ in counts)

    def everything(self) -> Everything:
        """All that is held."""
        return Everything(self.runs(), self.answers(), self.tallies())

    def runs(self) -> list[Run]:
        """Every run, the earliest first."""
        with self._open() as base:
            rows = base.execute("SELECT id, started, plan FROM runs ORDER BY started, rowid").fetchall()
            return [Run(str(own), str(started), dict(json.loads(plan))) for own, started, plan in rows]

    def answers(self, run: str = "") -> list[Answer]:
        """Every answer, or those of one run, the earliest first."""
        return self._read("answers", run, _answer)

    def unfinished(self) -> Run | None:
        """The latest quiz with questions that are not answered yet."""
        with self._open() as base:
            counts = dict(base.execute("SELECT run, COUNT(*) FROM answers GROUP BY run").fetchall())
        quizzes = [run for run in self.runs() if run.plan.get("mode") != PRESENT]
        return next((run for run in reversed(quizzes) if counts.get(run.id, 0) < len(run.items)), None)

    def shown_last(self) -> Run | None:
        """The latest run that was shown to a class."""
        return next((run for run in reversed(self.runs()) if run.plan.get("mode") == PRESENT), None)

    def count(self, tally: Tally) -> None:
        """Keep what was counted; a later count of the same round takes its place."""
        with self._open(write=True) as base:
            base.execute("INSERT INTO tallies VALUES (?, ?, ?, ?, ?)", _tally_row(tally))

    def tallies(self, run: str = "") -> list[Tally]:
        """Everything that was counted, or that was in one run, the earliest first."""
        return self._read("tallies", run, _tally)

    def _read(self, table: str, run: str, value: Callable[[tuple[Any, ...]], Value]) -> list[Value]:
        """The values of a table, or those of one run, the earliest first; a row that is none of ours is damage."""
        where = "WHERE run = ?" if run else ""
        with self._open() as base:
            rows = base.execute(
                f"SELECT * FROM {table} {where} ORDER BY at, rowid",  # noqa: S608 - no text of anybody's in it
                (run,) if run else (),
            ).fetchall()
            return [value(row) for row in rows]

    def erase(self) -> int:
        """Forget everything; how many answers there were."""
        if not self.runs() and not self.answers():
            return 0
        with self._open(write=True) as base:
            count = int(base.execute("SELECT COUNT(*) FROM answers").fetchone()[0])
            base.execute("DELETE FROM answers")
            base.execute("DELETE FROM tallies")
            base.execute("DELETE FROM runs")
        with self._open(write=True, commit=False) as base:
            base.execute("VACUUM")  # what was deleted must not stay readable in the file
            base.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # nor beside it while another terminal has it open
        return count

    @staticmethod
    def _add(base: sqlite3.Connection, one: Answer) -> bool:
        row = (
            one.run, one.position, one.item, one.rev, one.option,
            None if one.cited is None else " ".join(one.cited), one.sure, one.hint, one.mode, one.at,
            json.dumps(one.marks),
        )  # fmt: skip
        return bool(base.execute(f"INSERT OR IGNORE INTO answers VALUES ({','.join('?' * 11)})", row).rowcount)  # noqa: S608

    @contextmanager
    def _open(self, write: bool = False, commit: bool = True) -> Iterator[sqlite3.Connection]:
        """The database, in a transaction that ends with the block; what goes wrong becomes a message."""
        try:
            if write:
                self.file.parent.mkdir(parents=True, exist_ok=True)
            held = write or self.file.exists()
            with closing(
                sqlite3.connect(self.file if held else ":memory:", timeout=_PATIENCE, isolation_level=None)
            ) as base:
                self._prepare(base, write)
                if write and commit:
                    base.execute("BEGIN IMMEDIATE")
                yield base
                if write and commit:
                    base.execute("COMMIT")
        except (sqlite3.Error, OSError, ValueError, TypeError, LookupError, AttributeError, _NotOursError) as error:
            raise self._failure(error) from error

    def _prepare(self, base: sqlite3.Connection, write: bool) -> None:
        tables = {name for (name,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        owner = base.execute("PRAGMA application_id").fetchone()[0]
        version = base.execute("PRAGMA user_version").fetchone()[0]
        if tables and owner != _APPLICATION:
            raise _NotOursError("it belongs to another program")
        if version > VERSION:
            raise _NotOursError("a newer peerethics wrote it, so use that one")
        if write:
            with suppress(
                sqlite3.OperationalError
            ):  # SQLite does not wait here for another terminal that does the same
                base.execute("PRAGMA journal_mode = WAL")
            base.execute("PRAGMA synchronous = FULL")
            if version < VERSION:
                made = " ".join(f"CREATE TABLE IF NOT EXISTS {name} ({columns});" for name, columns in _TABLES.items())
                base.executescript(
                    f"BEGIN IMMEDIATE; {made} PRAGMA application_id = {_APPLICATION};"
                    f" PRAGMA user_version = {VERSION}; COMMIT;"
                )
        else:  # a start that was cut off leaves a file with nothing in it, and the first version kept no tallies
            for name in _TABLES.keys() - tables:
                base.execute(f"CREATE TEMP TABLE {name} ({_TABLES[name]})")

    def _failure(self, error: Exception) -> PeerEthicsError:
        if isinstance(error, _NotOursError):
            what = f"Your history cannot be used here: {error} ({self.file}). Nothing was written to it."
            way = "Name another file in PEERETHICS_HISTORY, or practise without keeping answers: --no-history"
        elif isinstance(error, (OSError, sqlite3.OperationalError)):
            what = f"Your history cannot be used here: {error} ({self.file})."
            way = "Check that the folder can be written, or practise without keeping answers: --no-history"
        else:
            what = f"Your history is damaged: {error} ({self.file}). Nothing was written to it."
            way = (
                "Move the file away to begin anew, then bring back an export with: peerethics progress import FILE\n"
                "To practise meanwhile without keeping answers: --no-history"
            )
        return PeerEthicsError(what, way, BAD_DATA)


def _tally_row(one: Tally) -> tuple[str, int, int, str, str]:
    return one.run, one.position, one.round, json.dumps(one.counts), one.at


def _tally(row: tuple[object, ...]) -> Tally:
    run, position, number, counts, at = row
    return Tally(str(run), int(str(position)), int(str(number)), tuple(map(int, json.loads(str(counts)))), str(at))


def _answer(row: tuple[object, ...]) -> Answer:
    run, position, item, rev, option, cited, sure, hint, mode, at, marks = row
    return Answer(
        str(run), int(str(position)), str(item), int(str(rev)), str(option),
        None if cited is None else tuple(str(cited).split()), int(str(sure)), bool(hint), str(mode), str(at),
        {code: Mark(*mark) for code, mark in json.loads(str(marks)).items()},
    )  # fmt: skip
