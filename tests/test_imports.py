"""A look-up starts fast because it imports little: what is heavy is imported only where it is used."""

import re
import sys
from collections.abc import Callable

import process
import pytest

NEVER = {"questionary", "prompt_toolkit", "pydantic", "rich.markdown", "markdown_it", "sqlite3", "asyncio"}
_ROW = re.compile(r"^import time:\s+\d+ \|\s+\d+ \|\s+(\S+)\s*$", re.MULTILINE)
TRACED = (sys.executable, "-X", "importtime", "-m", "peerethics")


@pytest.fixture(scope="module")
def imported(home, tmp_path_factory) -> Callable[..., set[str]]:
    """The modules that a command imports, as the interpreter itself reports them; the cache is warm."""
    folder, env = tmp_path_factory.mktemp("imports"), process.clean_env(home, TERM="xterm-256color")
    process.run([*process.PEERETHICS, "search", "venmo"], env, folder)

    def modules(*words: str, terminal: bool = False) -> set[str]:
        if terminal:
            with process.OnTerminal([*TRACED, *words], env, folder, (80, 400)) as screen:
                done = screen.finish()
        else:
            done = process.run([*TRACED, *words], env, folder)
        assert done.code == 0
        found = set(_ROW.findall(done.out + done.err))
        assert "peerethics.errors" in found, "the report was not understood"
        return found

    return modules


def below(modules: set[str], heavy: set[str]) -> set[str]:
    """Those modules that are heavy ones or lie inside one."""
    return {m for m in modules if any(m == name or m.startswith(f"{name}.") for name in heavy)}


@pytest.mark.parametrize(
    "words",
    [
        "show ms IV.5",
        "mo 13",
        "show ms IV.5 --json",
        "show mo 13 --markdown",
        "search venmo",
        "codes",
    ],
)
def test_a_piped_command_imports_nothing_heavy(imported, words):
    """No Rich, no YAML, no prompts, no validation framework."""
    assert not below(imported(*words.split()), NEVER | {"rich", "yaml"})


@pytest.mark.parametrize("words", ["show ms IV.5", "search venmo", "codes"])
def test_a_terminal_costs_rich_and_nothing_else(imported, words):
    modules = imported(*words.split(), terminal=True)
    assert "rich.style" in modules
    assert not below(modules, NEVER | {"yaml"})
    assert not below(
        modules, {"rich.console", "rich.table", "rich.panel", "rich.syntax", "rich.traceback", "typer.rich_utils"}
    )


def test_help_is_drawn_without_rich(imported):
    assert not below(imported("--help"), NEVER | {"rich", "typer.rich_utils"})


def test_a_look_up_does_not_import_what_other_commands_need(imported):
    """The commonest call needs no command-line library, and refusals are written by modules of their own."""
    modules = imported("show", "ms", "IV.5")
    assert "peerethics.actions.show" in modules
    assert not below(
        modules,
        {
            "typer",
            "peerethics.cli",
            "peerethics.commands",
            "peerethics.checking",
            "peerethics.search",
            "peerethics.reading",
            "peerethics.citations.nearest",
            "peerethics.citations.refusal",
            "peerethics.screen.pager",
            "peerethics.screen.clipboard",
            "unicodedata",
        },
    )
