"""Measures what a look-up costs, as ratios to bare Python and to a Typer application that does nothing.

Whole processes, all in one run: in every round each command runs once, in random order, so that a
machine that slows down slows all of them. A ratio is the median of the ratios of each round. The
bars are those of the project: a look-up may cost 1.15 times an empty Typer application when piped
and 1.6 times on a terminal, a comparison 1.5 times. This is a benchmark and not a test: it always ends with 0.
"""

import argparse
import compileall
import os
import pty
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import peerethics

EMPTY_TYPER = """\
import typer

app = typer.Typer()


@app.command()
def main(words: list[str]) -> None:
    pass


if __name__ == "__main__":
    app()
"""
BARE = "python -c pass"
TYPER = "empty Typer application"
PIPED_BAR, TERMINAL_BAR, COMPARE_BAR = 1.15, 1.6, 1.5  # times the empty Typer application


class Command(NamedTuple):
    """A command to measure."""

    name: str
    words: tuple[str, ...]
    terminal: bool = False
    bar: float | None = None  #: what it may cost, in empty Typer applications


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure start-up times, as ratios within one run.")
    parser.add_argument("--rounds", type=int, default=30, help="how often each command runs (30)")
    parser.add_argument("--seed", type=int, default=1, help="for the order within the rounds (1)")
    args = parser.parse_args()
    compileall.compile_dir(Path(peerethics.__file__).parent, quiet=1)
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder, "empty.py")
        script.write_text(EMPTY_TYPER, encoding="utf-8")
        commands = _commands(script)
        times = measure(commands, environment(folder), max(1, args.rounds), random.Random(args.seed), time_command)
    for line in table(commands, times):
        print(line)


def measure(
    commands: Sequence[Command],
    env: Mapping[str, str],
    rounds: int,
    order: random.Random,
    clock: Callable[[Command, Mapping[str, str]], float],
) -> dict[str, list[float]]:
    """Milliseconds of every command in every round, as `clock` takes them."""
    times: dict[str, list[float]] = {command.name: [] for command in commands}
    for number in range(rounds + 1):
        for command in order.sample(commands, len(commands)):
            took = clock(command, env)
            if number:  # the first round only warms caches
                times[command.name].append(took)
    return times


def table(commands: Sequence[Command], times: Mapping[str, Sequence[float]]) -> list[str]:
    """The results as lines of text."""
    lines = [f"{'command':38}{'ms':>7}{'min':>7}{'x python':>10}{'x Typer':>9}   bar"]
    for command in commands:
        own = times[command.name]
        to_bare, to_typer = _ratio(own, times[BARE]), _ratio(own, times[TYPER])
        row = f"{command.name:38}{statistics.median(own):7.1f}{min(own):7.1f}{to_bare:10.2f}{to_typer:9.2f}"
        if command.bar:
            row += f"   {command.bar} {'ok' if to_typer <= command.bar else 'over'}"
        lines.append(row)
    return [*lines, f"({len(times[BARE])} rounds, Python {sys.version.split()[0]}, {os.cpu_count()} processors)"]


def _ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    return statistics.median(a / b for a, b in zip(ours, theirs, strict=True))


def _commands(script: Path) -> list[Command]:
    installed = Path(sys.executable).parent / "peerethics"
    program = (str(installed),) if installed.exists() else (sys.executable, "-m", "peerethics")
    return [
        Command(BARE, (sys.executable, "-c", "pass")),
        Command(TYPER, (sys.executable, str(script), "show", "ms", "IV.5")),
        Command("peerethics show ms IV.5, piped", (*program, "show", "ms", "IV.5"), bar=PIPED_BAR),
        Command("peerethics show ms IV.5, on a terminal", (*program, "show", "ms", "IV.5"), True, TERMINAL_BAR),
        Command("peerethics ms IV.5, piped", (*program, "ms", "IV.5")),
        Command("peerethics search venmo, piped", (*program, "search", "venmo")),
        Command("peerethics search venmo, on a terminal", (*program, "search", "venmo"), True),
        Command("peerethics compare gifts, piped", (*program, "compare", "gifts"), bar=COMPARE_BAR),
        Command("peerethics compare gifts, on a terminal", (*program, "compare", "gifts"), True),
        Command("peerethics codes", (*program, "codes")),
        Command("peerethics --help", (*program, "--help")),
    ]


def environment(home: str) -> dict[str, str]:
    """An environment without anything that changes what Python compiles or what we print."""
    quiet = {"LANG": "C.UTF-8", "TERM": "xterm-256color", "PAGER": "cat"}  # a pager would wait for somebody
    return {"PATH": os.environ.get("PATH", ""), "HOME": home, **quiet}


def time_command(command: Command, env: Mapping[str, str]) -> float:
    """Milliseconds from start to end of one run."""
    start = time.perf_counter()
    if command.terminal:
        _run_on_terminal(command.words, env)
    else:
        subprocess.run(command.words, env=env, stdin=subprocess.DEVNULL, capture_output=True, check=True, timeout=60)
    return (time.perf_counter() - start) * 1000


def _run_on_terminal(words: Sequence[str], env: Mapping[str, str]) -> None:
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        words, env=env, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
    ) as running:
        os.close(theirs)
        try:
            while os.read(ours, 65536):
                pass
        except OSError:  # so does Linux say that nobody writes to the terminal any more
            pass
        finally:
            os.close(ours)
    if running.returncode:
        raise subprocess.CalledProcessError(running.returncode, words)


if __name__ == "__main__":
    main()
