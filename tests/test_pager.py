"""Long output on a terminal goes through the pager that was asked for; nothing else ever does."""

import functools
import shutil
import sys

import process
import pytest

from peerethics.screen.pager import pager_command

MARKING = "sh -c 'echo PAGED BY $0 WITH $LESS; cat' {}"
LONG = ("show", "ms", "IV")
SHORT = ("show", "mo", "13")


@pytest.fixture(scope="module")
def unpaged(home, tmp_path_factory):
    """What a terminal that is long enough shows; each command is run once."""
    folder = tmp_path_factory.mktemp("unpaged")

    @functools.cache
    def run(words: tuple[str, ...], term: str) -> process.Done:
        command = [*process.PEERETHICS, *words]
        with process.OnTerminal(command, process.clean_env(home, TERM=term), folder, (80, 400)) as terminal:
            return terminal.finish()

    return run


@pytest.mark.parametrize(
    ("env", "command"),
    [
        ({}, ["less"]),
        ({"PAGER": "more"}, ["more"]),
        ({"PAGER": "less -S"}, ["less", "-S"]),
        ({"PAGER": "more", "PEERETHICS_PAGER": "most -w"}, ["most", "-w"]),
        ({"PAGER": "'/a b/less' -R"}, ["/a b/less", "-R"]),
        ({"PAGER": ""}, []),
        ({"PAGER": " "}, []),
        ({"PAGER": "cat"}, []),
        ({"PAGER": "more", "PEERETHICS_PAGER": ""}, []),
        ({"PAGER": "more", "PEERETHICS_PAGER": "cat"}, []),
        ({"PAGER": "cat", "PEERETHICS_PAGER": "more"}, ["more"]),
        ({"PAGER": "less 'unclosed"}, []),
    ],
    ids=str,
)
def test_which_pager_is_meant(env, command):
    """Our own variable before PAGER before less; an empty value and cat switch it off."""
    assert pager_command(env) == command


@pytest.mark.parametrize(
    ("variables", "by"),
    [
        ({"PAGER": MARKING.format("one")}, "PAGED BY one WITH FRXPs(space for more, q to leave)$"),
        (
            {"PAGER": MARKING.format("one"), "PEERETHICS_PAGER": MARKING.format("two")},
            "PAGED BY two WITH FRXPs(space for more, q to leave)$",
        ),
        ({"PAGER": MARKING.format("one"), "LESS": "-S"}, "PAGED BY one WITH -S"),
    ],
    ids=["PAGER", "PEERETHICS_PAGER first", "LESS is the person's own"],
)
def test_long_output_on_a_terminal_is_paged(on_terminal, variables, by):
    done = on_terminal(*LONG, rows=24, **variables)
    assert (done.code, done.lines[0]) == (0, by)
    assert "Mississippi IV.7" in done.out
    assert "\x1b[1;36mMississippi IV.1" in done.out, "the pager gets styled text"


@pytest.mark.parametrize(
    ("words", "variables"),
    [
        (SHORT, {}),
        ((*LONG, "--no-pager"), {}),
        ((*LONG, "--json"), {}),
        (LONG, {"PEERETHICS_PAGER": "cat"}),
        (LONG, {"PEERETHICS_PAGER": ""}),
        (LONG, {"PEERETHICS_PAGER": "no-such-pager -R"}),
        (LONG, {"TERM": "dumb"}),
        (("show", "mo", "19"), {}),
    ],
    ids=["short", "--no-pager", "--json", "cat", "empty", "missing", "dumb", "refusal"],
)
def test_what_is_not_paged_is_written_whole(on_terminal, unpaged, words, variables):
    """Short output, output for programs, a pager that is off or missing, a terminal that no pager can use."""
    with_pager = on_terminal(*words, rows=24, **{"PAGER": MARKING.format("one"), **variables})
    assert "PAGED" not in with_pager.out
    assert with_pager == unpaged(words, variables.get("TERM", "xterm-256color"))


def test_a_pipe_is_never_paged(peerethics):
    assert "PAGED" not in peerethics(*LONG, PAGER=MARKING.format("one"), LINES="5").out


def test_paging_starts_where_the_prompt_would_push_the_first_line_off(on_terminal):
    """Output that leaves a row for the prompt is short; one row less, and it is long."""
    count = len(on_terminal(*LONG).lines)
    marking = MARKING.format("one")
    assert "PAGED" not in on_terminal(*LONG, rows=count + 1, PAGER=marking).out
    assert "PAGED" in on_terminal(*LONG, rows=count, PAGER=marking).out


def test_interrupts_belong_to_the_pager(home, tmp_path):
    """Ctrl-C in a pager that uses it, as less does, neither kills the command nor leaves the pager behind."""
    script = tmp_path / "pager.py"
    script.write_text(
        "import signal, sys\n"
        # Blocked and waited for: a handler would run late if the signal came just before a read blocks.
        "signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])\n"
        "print('PAGED', len(sys.stdin.read()) > 1000, flush=True)\n"
        "signal.sigwait([signal.SIGINT])\n"
        "print('INTERRUPTED', flush=True)\n"
        "print('LEFT BY', open('/dev/tty').readline().strip(), flush=True)\n"
    )
    env = process.clean_env(home, TERM="xterm", PAGER=f"{sys.executable} {script}")
    with process.OnTerminal([*process.PEERETHICS, *LONG], env, tmp_path, (80, 24)) as terminal:
        terminal.wait_for("PAGED True")
        terminal.type("\x03")
        terminal.wait_for("INTERRUPTED")
        assert terminal.process.poll() is None
        terminal.type("q\n")
        done = terminal.finish()
    assert done.code == 0
    assert "LEFT BY q" in done.out
    assert "Traceback" not in done.out


def test_a_pager_that_is_left_early_is_no_error(on_terminal):
    """A pager may stop reading long before the end, as `q` makes less do."""
    done = on_terminal("show", "ms", "mo", rows=24, PAGER="head -n 1")
    assert (done.code, done.words) == (0, "Mississippi title")


@pytest.mark.skipif(not shutil.which("less"), reason="less is not installed")
def test_less_shows_the_first_page_and_waits(home, tmp_path):
    """Without any variable less is used, in colour and without clearing the screen; q ends it."""
    env = process.clean_env(home, TERM="xterm-256color")
    with process.OnTerminal([*process.PEERETHICS, *LONG], env, tmp_path, (80, 24)) as terminal:
        terminal.wait_for("Mississippi IV.1", quiet=0.5)
        first = terminal.seen.decode()
        assert "\x1b[1;36mMississippi IV.1" in first
        assert "Mississippi IV.7" not in first
        assert "\x1b[?1049h" not in first
        terminal.type("q")
        assert terminal.finish().code == 0
