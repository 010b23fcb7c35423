"""The command line as a process: help, exit codes, what goes to which stream, what is suggested."""

import json
import os
import re
import shutil
import subprocess
import time
from contextlib import suppress
from pathlib import Path

import process
import pytest
from libraries import EXLAND

from peerethics import __version__
from peerethics.cli import COMMANDS

_EXAMPLE = re.compile(r"^ +(peerethics( \S+)+)( {2,}.*)?$", re.MULTILINE)
TRACEBACK = "Traceback (most recent call last)"


@pytest.fixture(scope="module")
def helps(home, tmp_path_factory) -> dict[str, process.Done]:
    """What `--help` prints at the top ("") and for each command."""
    folder, env = tmp_path_factory.mktemp("helps"), process.clean_env(home)
    return {
        name: process.run([*process.PEERETHICS, *filter(None, [name]), "--help"], env, folder)
        for name in ("", *COMMANDS)
    }


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_is_an_answer_with_examples(helps, name):
    """Asked-for help goes to standard output, ends with 0, and shows by example."""
    done = helps[name]
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"Usage: peerethics {name}")
    assert _EXAMPLE.search(done.out) or name == "codes", "no example in this help"


@pytest.mark.parametrize("name", ["", "show"])
def test_short_help_is_the_same(peerethics, helps, name):
    assert peerethics(*filter(None, [name]), "-h").out == helps[name].out


def test_top_help_names_every_command_exit_code_and_limit(helps):
    listed = re.findall(r"^  ([a-z]+)  ", helps[""].out.partition("Commands:")[2], re.MULTILINE)
    assert listed == list(COMMANDS)
    assert "Exit codes: 0 done, 1 nothing found, 2 wrong usage, 3 bad data, 130 interrupted." in helps[""].words
    assert "not law, not legal advice" in helps[""].words
    assert "Where a code is silent, that is not permission" in helps[""].words


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_is_linear_text(helps, name):
    """Help has no boxes, no glyphs and no escape codes, for people who listen to it."""
    assert helps[name].out.isascii()
    assert "\x1b" not in helps[name].out


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_every_example_in_the_help_works(helps, home, tmp_path, name):
    """Each example line can be typed as it stands, and gives an answer or a file."""
    shutil.copytree(EXLAND, tmp_path / "my-codes")
    if name in ("quiz", "progress"):  # one question is passed on, one is left for --resume
        process.run([*process.PEERETHICS, "quiz", "--count", "2"], process.clean_env(home), tmp_path, b"p\n")
    if name == "check":
        process.run([*process.PEERETHICS, "progress", "export", "class.json"], process.clean_env(home), tmp_path)
    held = len(list(tmp_path.rglob("*")))
    for found in _EXAMPLE.finditer(helps[name].out):
        line = found[1].replace("peerethics", '"$@"', 1)
        done = process.run(
            ["bash", "-c", line, "-", *process.PEERETHICS], process.clean_env(home), tmp_path, b"p\n" * 30
        )
        assert done.code == 0, (found[1], done.err)
        assert TRACEBACK not in done.err, found[1]
        assert done.out.strip() or len(list(tmp_path.rglob("*"))) > held, found[1]


def test_no_words_show_the_help_as_wrong_usage(peerethics, helps):
    """Without words nothing was asked, so that a script sees it: exit code 2, nothing on standard output."""
    done = peerethics()
    assert (done.code, done.raw) == (2, b"")
    assert done.err == helps[""].out


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_the_version_is_one_line(peerethics, option):
    assert peerethics(option)[:3] == (0, f"peerethics {__version__}\n".encode(), "")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ("shw ms 3", 2, "Did you mean 'show'?"),
        ("show mo 13 --jsn", 2, "--json"),
        ("--verson", 2, "--version"),
        ("serach x", 2, "No such command 'serach'."),
        ("show", 2, "Missing argument"),
        ("show mo 13 --data", 2, "requires an argument"),
        ("show mo 19", 1, "Missouri's principles are 1 to 18.\nDid you mean mo 18"),
        ("show ms IV.8", 1, "the provisions of Mississippi IV are 1 to 7."),
        ("show mo 13 ms 17", 1, "Mississippi's core provisions are 1 to 16."),
        ("show mo 19 --json", 1, "1 to 18"),
        ("show something else", 1, "is not a citation"),
        ("show mo 13 --data nowhere", 3, "There is no data folder 'nowhere'."),
        ("check nowhere.yaml", 3, "There is no 'nowhere.yaml'."),
    ],
)
def test_a_refusal_says_why_on_standard_error_only(peerethics, words, code, said):
    """A refusal has its own exit code, leaves standard output empty, and says what is the matter."""
    done = peerethics(*words.split())
    assert (done.code, done.raw) == (code, b"")
    assert said in done.err
    assert TRACEBACK not in done.err


@pytest.mark.parametrize("words", ["MO 13", "Missouri principle 13 --json", "13 --code"])
def test_a_citation_alone_is_shown(peerethics, words):
    """`peerethics MO 13` is short for `peerethics show MO 13`, options and their mistakes included."""
    short, long = peerethics(*words.split()), peerethics("show", *words.split())
    assert short == long
    assert short.code == (2 if "--code" in words else 0)


def test_a_remark_does_not_mix_with_the_answer(peerethics):
    """How a citation was read goes to standard error, so that JSON stays JSON."""
    done = peerethics("show", "ms", "4", "--json")
    assert "Mississippi also has a Principle IV" in done.err
    assert [entry["id"] for entry in json.loads(done.raw)] == ["ms-4"]


@pytest.mark.parametrize(
    ("line", "code", "lines"),
    [
        ("show ms | head -1", 0, 1),
        ("show ms | true", 0, 0),
        ("show mo 13 >&-", 0, 0),
        ("show mo 19 >&-", 1, 0),
        ("show ms 4 --json 2>&-", 0, -1),
        ("show mo 13 <&-", 0, -1),
    ],
)
def test_streams_that_end_early_end_the_command_in_silence(home, tmp_path, line, code, lines):
    """A reader that goes away, and a stream that was never there, cause no traceback."""
    command = ["bash", "-c", f'set -o pipefail; "$@" {line}', "-", *process.PEERETHICS]
    done = process.run(command, process.clean_env(home), tmp_path)
    assert done.code == code
    assert TRACEBACK not in done.err
    assert "Exception ignored" not in done.err
    assert lines < 0 or len(done.lines) == lines
    assert "Mississippi also" not in done.out


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
@pytest.mark.parametrize("words", ["show ms", "show mo 13 --json"])
def test_a_full_disk_is_said_and_is_no_success(home, tmp_path, words):
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*process.PEERETHICS, *words.split()],
            env=process.clean_env(home), cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, text=True, check=False,
            timeout=process.TIMEOUT,
        )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr == "The answer cannot be written: No space left on device.\n"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_an_interrupt_ends_with_130(home, tmp_path):
    """Ctrl-C while the command waits for a file ends it at once, without a traceback."""
    os.mkfifo(tmp_path / "slow.yaml")
    command = [*process.PEERETHICS, "check", "slow.yaml"]
    with process.OnTerminal(command, process.clean_env(home), tmp_path, (80, 24)) as terminal:
        writer = _open_when_read(tmp_path / "slow.yaml")
        time.sleep(0.3)  # the interpreter loses an interrupt that comes just before it waits
        terminal.type("\x03")
        done = terminal.finish()
        os.close(writer)
    assert done.code == 130
    assert done.words in ("^C", "")


def _open_when_read(pipe: Path) -> int:
    """Open the writing end of a named pipe as soon as somebody reads from it."""
    end = time.monotonic() + process.TIMEOUT
    while time.monotonic() < end:
        with suppress(OSError):
            return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        time.sleep(0.01)
    raise AssertionError("the command never opened the file")
