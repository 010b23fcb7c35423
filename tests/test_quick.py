"""The short way past the command-line library says the same, byte for byte, as the long way."""

import sys

import process
import pytest

from peerethics.actions import quick

LONG_WAY = (
    sys.executable,
    "-c",
    "import sys; from peerethics.errors import PeerEthicsError; from peerethics.screen import output\n"
    "from peerethics.screen.terminal import prepare_streams; from peerethics.cli import run; prepare_streams()\n"
    "try: run(sys.argv[1:])\n"
    "except PeerEthicsError as error: output.complain(error); sys.exit(error.exit_code)",
)


@pytest.mark.parametrize(
    "words",
    [
        ("show", "ms", "4"),
        ("show", "mo", "1-3", "--json"),
        ("show", "ms", "17"),
        ("ms", "IV.2.d", "--markdown"),
        ("search", "lend", "bus", "fare", "-n", "4"),
        ("search", "--json", "--limit", "3", "--", "--exact"),
        ("search", "zzzqqq"),
        ("topics", "money", "--plain"),
        ("compare", "mo", "13", "--json"),
        ("serach", "venmo"),
        ("show",),
    ],
    ids=" ".join,
)
def test_both_ways_give_the_same_bytes_and_exit_code(words, home, tmp_path):
    env = process.clean_env(home)
    short = process.run([*process.PEERETHICS, *words], env, tmp_path)
    long = process.run([*LONG_WAY, *words], env, tmp_path)
    assert (short.raw, short.err, short.code) == (long.raw, long.err, long.code)


@pytest.mark.parametrize(
    "words",
    [(), ("show",), ("show", "--help"), ("--version",), ("show", "-n", "3", "mo", "1"), ("search", "-n", "201", "x"),
     ("search", "x", "--limit"), ("topics", "money", "--markdown"), ("codes",), ("check", "x"), ("banana", "bread")],
    ids=" ".join,
)  # fmt: skip
def test_what_is_not_common_is_left_to_the_command_line(words, capsys):
    assert quick.answer(words) is False
    assert capsys.readouterr().out == ""
