"""Runs the real command: in a process of its own with pipes, or on a real terminal of a given size."""

import os
import re
import select
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

TIMEOUT = 60.0  # seconds; far more than anything here takes on a busy machine: a hang is a failure and not a wait
PEERETHICS = (sys.executable, "-m", "peerethics")
_SGR = re.compile(r"\x1b\[[0-9;]*m")


class Done(NamedTuple):
    """What a process left behind."""

    code: int
    raw: bytes  #: standard output; on a terminal everything that was written to it
    err: str

    @property
    def out(self) -> str:
        """The output as text, with the line ends of files also where a terminal turned them into its own."""
        return self.raw.decode("utf-8", "surrogateescape").replace("\r\n", "\n")

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    @property
    def words(self) -> str:
        """The text as one line without styles: what must be there however lines were broken."""
        return " ".join(unstyled(self.out).split())


def unstyled(text: str) -> str:
    """The text without the sequences that switch styles; any other escape sequence stays and can be found."""
    return _SGR.sub("", text)


def clean_env(home: Path, **extra: str | None) -> dict[str, str]:
    """An environment that holds nothing of the machine's but PATH; None takes a variable away."""
    env: dict[str, str | None] = {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_DATA_HOME": str(home / "data"),
        "LANG": "C.UTF-8",
        "TZ": "UTC",
        **extra,
    }
    return {name: value for name, value in env.items() if value is not None}


def run(command: Sequence[str], env: Mapping[str, str], cwd: Path, stdin: bytes = b"") -> Done:
    """A command with its output in pipes."""
    done = subprocess.run(command, env=env, cwd=cwd, input=stdin, capture_output=True, timeout=TIMEOUT, check=False)
    return Done(done.returncode, done.stdout, done.stderr.decode("utf-8", "surrogateescape"))


class OnTerminal:
    """A command on a terminal of its own, as a person would have it.

    Args:
        command: the command.
        env: its environment.
        cwd: its working directory.
        size: the terminal's columns and rows.
    """

    def __init__(self, command: Sequence[str], env: Mapping[str, str], cwd: Path, size: tuple[int, int]) -> None:
        import fcntl
        import pty
        import termios

        self.seen = b""
        self.master, terminal = pty.openpty()
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self.process = subprocess.Popen(
            command,
            env=env,
            cwd=cwd,
            stdin=terminal,
            stdout=terminal,
            stderr=terminal,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # so that Ctrl-C and /dev/tty reach it
        )
        os.close(terminal)

    def __enter__(self) -> "OnTerminal":
        return self

    def __exit__(self, *exc: object) -> None:
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        os.close(self.master)

    def wait_for(self, text: str, quiet: float = 0.0) -> None:
        """Read until `text` was written, and then until nothing came for `quiet` seconds."""
        end = time.monotonic() + TIMEOUT
        while text.encode() not in self.seen:
            assert self._read(end), f"{text!r} never came; what came: {self.seen!r}"
        while quiet and select.select([self.master], [], [], quiet)[0]:
            assert self._read(end), f"the command ended; what came: {self.seen!r}"

    def read_some(self, seconds: float) -> None:
        """Read what comes within some seconds, if anything does."""
        if select.select([self.master], [], [], max(0.0, seconds))[0]:
            self._read(time.monotonic() + TIMEOUT)

    def type(self, keys: str) -> None:
        """Press keys; what was written until now counts as read."""
        self.seen = b""
        os.write(self.master, keys.encode())

    def finish(self) -> Done:
        """Read until the command ends."""
        end = time.monotonic() + TIMEOUT
        while self._read(end):
            pass
        return Done(self.process.wait(timeout=TIMEOUT), self.seen, "")

    def _read(self, end: float) -> bool:
        """Read once; False when every process has closed the terminal."""
        ready = select.select([self.master], [], [], max(0.0, end - time.monotonic()))[0]
        assert ready, f"the command hangs; what came: {self.seen!r}"
        try:
            some = os.read(self.master, 65536)
        except OSError:  # Linux says so in this way
            return False
        self.seen += some
        return bool(some)
