"""A quiz that is killed at any moment loses at most the question on screen, and never counts an answer twice."""

import os
import random
import re
import signal
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import process
import pytest
from banks import bank

pytest.importorskip("pty", reason="this system has no pseudo-terminals")
KILLS = 200
ANSWERS = 4  # that are waiting for each start
SIZE = KILLS * ANSWERS + 1  # questions; more than are ever answered
_SHOWN = re.compile(rf"(\d+) of {SIZE}\b")


def positions(file: Path) -> list[int]:
    """What the history holds, read as any other program would."""
    if not file.exists():
        return []
    with closing(sqlite3.connect(file)) as base:
        assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return [row[0] for row in base.execute("SELECT position FROM answers ORDER BY position")]


def killed_once(env: dict[str, str], cwd: Path, words: list[str], seconds: float) -> int:
    """Answer as fast as the terminal takes it, kill the quiz after some seconds; the last question that was shown."""
    with process.OnTerminal([*process.PEERETHICS, "quiz", "--plain", *words], env, cwd, (80, 24)) as terminal:
        os.write(terminal.master, b"desk\n1\n\n" * ANSWERS)
        terminal.wait_for(f" of {SIZE}")
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            terminal.read_some(end - time.monotonic())
        os.killpg(terminal.process.pid, signal.SIGKILL)
        terminal.process.wait()
        return max(int(number) for number in _SHOWN.findall(terminal.seen.decode()))


def test_200_kills_lose_no_answer_and_double_none(tmp_path):
    chance = random.Random(5)
    folder = bank(tmp_path / "bank", SIZE)
    file = tmp_path / "home" / "data" / "peerethics" / "history.db"
    env = process.clean_env(tmp_path / "home", TERM="xterm")
    known: list[int] = []
    for number in range(KILLS):
        words = ["--resume"] if number else ["--count", str(SIZE), "--seed", "x"]
        shown = killed_once(env, tmp_path, [*words, "--bank", str(folder)], chance.uniform(0.0, 0.04))
        now = positions(file)
        assert now == list(range(1, len(now) + 1)), "an answer is missing, or was counted twice"
        assert now[: len(known)] == known, "an answer that was kept is gone"
        assert len(now) >= shown - 1, f"question {shown} was on screen, but only {len(now)} answers are kept"
        known = now
    assert KILLS / 2 < len(known) < KILLS * ANSWERS, "the kills came at no telling moments"
