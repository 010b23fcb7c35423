"""Hands long text to the person's pager."""

import os
import shlex
import signal
import subprocess
from collections.abc import Mapping

#: As git and gh have it (quit if one screen, keep colours, leave the text), and a prompt that says the way out.
LESS = "FRXPs(space for more, q to leave)$"


def pager_command(env: Mapping[str, str] = os.environ) -> list[str]:
    """The pager to run: PEERETHICS_PAGER, else PAGER, else less; [] where it is switched off.

    An empty value and `cat` switch it off, as with `gh`.
    """
    wanted = env.get("PEERETHICS_PAGER", env.get("PAGER", "less"))
    try:
        command = shlex.split(wanted)
    except ValueError:
        return []
    return [] if command in ([], ["cat"]) else command


def page(text: str) -> bool:
    """Show text in the pager; False where there is none, and the text must be written plainly."""
    command = pager_command()
    if not command:
        return False
    env = {"LESS": LESS, "LV": "-c", **os.environ}
    try:
        running = subprocess.Popen(command, stdin=subprocess.PIPE, env=env, encoding="utf-8", errors="replace")
    except OSError:
        return False
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C belongs to the pager while it runs
    try:
        running.communicate(text)
    finally:
        signal.signal(signal.SIGINT, before)
    return True
