"""Measures how long it takes until the first question of a quiz stands on a terminal, with few scenarios and with many.

The time from start until the last option is on the screen, as ratios to a Typer application that does nothing, in
the same run and in random order. The bar is 2.5. This is a benchmark and not a test: it always ends with 0.
"""

import argparse
import os
import pty
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from startup import EMPTY_TYPER, TYPER, Command, environment, measure, table, time_command

from peerethics.library.places import shipped_data

BAR = 2.5
SMALL, LARGE = 24, 5000
SHOWN = b"nothing is lost"  # the last words of the last line of a question


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the first question of a quiz, as ratios within one run.")
    parser.add_argument("--rounds", type=int, default=20, help="how often each command runs (20)")
    parser.add_argument("--seed", type=int, default=1, help="for the order within the rounds (1)")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder, "empty.py")
        script.write_text(EMPTY_TYPER, encoding="utf-8")
        commands = [
            Command("python -c pass", (sys.executable, "-c", "pass")),
            Command(TYPER, (sys.executable, str(script), "show", "ms", "IV.5")),
        ]
        for size in (SMALL, LARGE):
            bank = make_bank(Path(folder, f"bank{size}"), size)
            words = (program(), "quiz", "--bank", str(bank))
            commands.append(Command(f"first question, {size} scenarios", words, terminal=True, bar=BAR))
        commands.append(Command("first question, shipped", (program(), "quiz"), terminal=True, bar=BAR))
        times = measure(commands, environment(folder), args.rounds, random.Random(args.seed), time_one)
    for line in table(commands, times):
        print(line)


def program() -> str:
    """The installed command."""
    return str(Path(sys.executable).parent / "peerethics")


def make_bank(folder: Path, size: int) -> Path:
    """A folder with this many scenarios: the shipped ones, again and again under other names."""
    shipped = sorted((shipped_data() / "scenarios").glob("*.yaml"))
    inner = folder / "scenarios"
    inner.mkdir(parents=True)
    for number in range(size):
        text = shipped[number % len(shipped)].read_text("utf-8")
        name = f"copy-{number}"
        (inner / f"{name}.yaml").write_text(re.sub(r"^id: .*", f"id: {name}", text, count=1, flags=re.M), "utf-8")
    return folder


def time_one(command: Command, env: Mapping[str, str]) -> float:
    """Milliseconds until the question is there; for a command without a terminal, until its end."""
    if not command.terminal:
        return time_command(command, env)
    start = time.perf_counter()
    until_shown(command.words, {**env, "PEERETHICS_HISTORY": f"{env['HOME']}/history.db"})
    return (time.perf_counter() - start) * 1000


def until_shown(words: Sequence[str], env: Mapping[str, str]) -> None:
    """Run a command on a terminal until the question is shown, and end it."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(words, env=env, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True) as one:
        os.close(theirs)
        seen = b""
        while SHOWN not in seen:
            seen += os.read(ours, 65536)
        one.kill()
    os.close(ours)


if __name__ == "__main__":
    main()
