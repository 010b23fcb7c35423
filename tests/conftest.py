"""Fixtures that several test files share."""

from collections.abc import Callable
from pathlib import Path

import process
import pytest


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home that is empty but for the cache that the first run leaves in it."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def peerethics(home: Path, tmp_path: Path) -> Callable[..., process.Done]:
    """Runs the real command in an empty folder with a clean environment; keywords are variables."""

    def run(*words: str, **variables: str | None) -> process.Done:
        return process.run([*process.PEERETHICS, *words], process.clean_env(home, **variables), tmp_path)

    return run


@pytest.fixture
def on_terminal(home: Path, tmp_path: Path) -> Callable[..., process.Done]:
    """Runs the real command on a real terminal until it ends; keywords are variables."""
    pytest.importorskip("pty", reason="this system has no pseudo-terminals")

    def run(*words: str, columns: int = 80, rows: int = 400, **variables: str | None) -> process.Done:
        env = process.clean_env(home, **{"TERM": "xterm-256color", **variables})
        with process.OnTerminal([*process.PEERETHICS, *words], env, tmp_path, (columns, rows)) as terminal:
            return terminal.finish()

    return run
