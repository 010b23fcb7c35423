"""Tab in real shells: commands, citations and places are offered, and nothing that a data file says is run."""

import os
import re
import shutil
import sys
from pathlib import Path

import process
import pyte
import pytest

HOSTILE = Path(__file__).parent / "hostile"
SIZE = (200, 150)
SHELLS = [
    pytest.param(name, marks=pytest.mark.skipif(not shutil.which(name), reason=f"{name} is not installed"))
    for name in ("bash", "zsh", "fish")
]


@pytest.fixture(scope="module")
def person(tmp_path_factory) -> dict[str, str]:
    """The environment of somebody with an empty home and `peerethics` on the PATH."""
    home = tmp_path_factory.mktemp("person")
    program = home / "bin" / "peerethics"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m peerethics "$@"\n')
    program.chmod(0o755)
    path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
    return process.clean_env(home, PATH=path, TERM="xterm", INPUTRC=os.devnull)


@pytest.fixture
def installed(request, person) -> str:
    """The shell, after `peerethics --install-completion` was typed in it once."""
    shell, home = request.param, Path(person["HOME"])
    if not (home / shell).exists():
        done = process.run([shell, "-c", "peerethics --install-completion; true"], person, home)
        assert f"{shell} completion installed" in done.out, done.err
        (home / shell).touch()
        for file in home.glob(f".{shell}rc"):
            file.write_text(f"{file.read_text()}\nPS1='READY> '\n")
    return shell


def offered(shell: str, line: str, env: dict[str, str], awaited: str) -> set[str]:
    """The words that a shell shows when Tab is pressed at the end of a line; `awaited` is one of them."""
    home = Path(env["HOME"])
    if shell == "fish":  # asks the same way without its prompt
        done = process.run(["fish", "-c", f'complete -C "{line}"'], env, home)
        return {row.partition("\t")[0] for row in done.lines}
    with process.OnTerminal([shell, "-i"], env, home, SIZE) as terminal:
        terminal.wait_for("READY> ", quiet=0.2)
        terminal.type(f"{line}\t\t")
        terminal.wait_for(awaited, quiet=0.3)
        screen = pyte.Screen(*SIZE)
        pyte.ByteStream(screen).feed(terminal.seen)
    return {word for row in screen.display if "READY>" not in row for word in row.split()}


@pytest.mark.parametrize("installed", SHELLS, indirect=True)
@pytest.mark.parametrize(
    ("line", "among"),
    [
        ("peerethics ", {"show", "codes", "check"}),
        ("peerethics show ms-IV.", {f"ms-IV.{number}" for number in range(1, 8)}),
        ("peerethics show ms ", {"preamble", "1", "16", "I", "I.17", "IV", "VII.7", "form"}),
    ],
)
def test_tab_offers_what_continues_the_line(person, installed, line, among):
    """After --install-completion in an empty home, each shell completes commands, ids and places."""
    words = offered(installed, line, person, awaited=max(among, key=len))
    assert among <= words
    assert not words & {"mo-1", "mo-13"}


@pytest.mark.parametrize("installed", SHELLS, indirect=True)
def test_labels_from_data_files_are_never_run(person, installed):
    """Quotes, backslashes, commands and Rich markup in a label neither run nor break Tab."""
    env = {**person, "PEERETHICS_DATA": str(HOSTILE)}
    words = offered(installed, "peerethics show zz-", env, awaited="zz-5")
    assert {"zz-1", "zz-2", "zz-3", "zz-4", "zz-5"} <= words
    assert not list(Path(env["HOME"]).rglob("pwned"))


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("show MS-iv.", [f"MS-iv.{number}" for number in range(1, 8)]),
        ("show ms iv.", [f"iv.{number}" for number in range(1, 8)]),
        ("ms V.", ["V.1", "V.2", "V.3"]),
        ("show --json mo 1 Mississippi V.", ["V.1", "V.2", "V.3"]),
        ("show ms-IV.2.", [f"ms-IV.2.{letter}" for letter in "abcdefghij"]),
        ("show mo pre", ["preamble"]),
        ("show mo 99", []),
        ("show --mark", ["--markdown"]),
        (f"show --data {HOSTILE} zz ", ["title", "1", "2", "3", "4", "5"]),
        ("show --data nowhere mo ", []),
    ],
)
def test_what_is_offered(peerethics, line, answer):
    """The words behind Tab, in the case they are typed in; data that cannot be read offers nothing and says nothing."""
    words = f"peerethics {line}"
    done = peerethics(COMP_WORDS=words, COMP_CWORD=str(len(words.split(" ")) - 1), _PEERETHICS_COMPLETE="complete_bash")
    assert (done.lines if done.out.strip() else [], done.err) == (answer, "")


def test_tab_shows_our_label_as_plain_words(peerethics):
    """Where a shell shows a description it is our label, with no mark that a shell or Rich reads as its own."""
    done = peerethics(
        PEERETHICS_DATA=str(HOSTILE),
        _PEERETHICS_COMPLETE="complete_fish",
        _TYPER_COMPLETE_FISH_ACTION="get-args",
        _TYPER_COMPLETE_ARGS="peerethics show zz-",
    )
    labels = dict(row.split("\t") for row in done.lines)
    assert labels["zz-4"] == "/foo bold label /bold with colons"
    assert not re.search(r"[\[\]\\`$\"<>]", "".join(labels.values()))
