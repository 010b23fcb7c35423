"""Finds out who answers a quiz: a person with menus, a person with numbered lines, or a text with answers."""

import sys
from pathlib import Path

from peerethics.actions.form import Form
from peerethics.errors import WRONG_USAGE, PeerEthicsError
from peerethics.screen import lines
from peerethics.screen.mouth import Mouth
from peerethics.screen.terminal import look


def who_answers(answers: str, form: Form) -> tuple[Mouth, bool]:
    """Whom to ask, and whether all answers were given before.

    Args:
        answers: a file with answers, "-" for standard input, "" for whoever is there.
        form: how the quiz is shown.

    Raises:
        PeerEthicsError: nobody can answer (exit code 2).
    """
    terminal = look(form.plain)
    at_keyboard = sys.stdin is not None and sys.stdin.isatty()
    if answers or not at_keyboard:
        name = answers if answers not in ("", "-") else "standard input"
        given = _given(answers)
        if not given:
            raise PeerEthicsError(
                "A quiz needs somebody to answer: this is no terminal, and no answers were given.",
                "Give them with --answers FILE (or - for standard input), one line for each prompt.",
                WRONG_USAGE,
            )
        return lines.Lines(terminal, lines.from_text(given, name, form.as_json), form.as_json), True
    if not terminal.is_tty or form.as_json:
        raise PeerEthicsError(
            "The questions would not be seen: standard output is no terminal, or --json was given.",
            "Leave that out, or give the answers with --answers FILE.",
            WRONG_USAGE,
        )
    if terminal.can_page:  # a terminal with moving cursor, and no --plain
        from peerethics.screen.menus import Menus

        return Menus(terminal), False
    return lines.Lines(terminal, lines.from_terminal, waits=True), False


def who_reads(form: Form) -> Mouth:
    """Whoever reads along, where nothing is asked."""
    terminal = look(form.plain)
    seated = sys.stdin is not None and sys.stdin.isatty() and terminal.is_tty
    if seated and terminal.can_page:
        from peerethics.screen.menus import Menus

        return Menus(terminal)
    return lines.Lines(terminal, lines.from_terminal, waits=seated)


def _given(name: str) -> list[str]:
    if name == "-":
        return sys.stdin.read().splitlines() if sys.stdin else []
    if not name:
        return lines.waiting_on_stdin()
    try:
        return Path(name).read_text("utf-8-sig").splitlines()
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "it is not UTF-8 text"
        raise PeerEthicsError(f"{name!r} cannot be read: {why}.", "Name a text file.", WRONG_USAGE) from error
