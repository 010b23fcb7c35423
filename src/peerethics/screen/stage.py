"""A wall to show pages on: a whole terminal screen with keys, or text line by line where there is none."""

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from peerethics.errors import WRONG_USAGE, PeerEthicsError
from peerethics.pages.blocks import Block, Span
from peerethics.pages.layout import Line, layout
from peerethics.screen import output
from peerethics.screen.menus import in_screens
from peerethics.screen.terminal import Terminal

_WIDEST = 92  # columns of text; the rest of a wide wall stays free
_FRAME = 3  # rows at the top and bottom that stay free
_ENTER, _LEAVE = "\x1b[?1049h\x1b[?25l", "\x1b[?25h\x1b[?1049l"  # the alternate screen, without a cursor
_CLEAR = "\x1b[2J\x1b[H"
_TICK = 0.2  # seconds between looks at the keyboard
_KEYS = {"c-m": "\n", "c-j": "\n", "right": "\n", "pagedown": "\n", "left": "b", "pageup": "b", "c-h": "\x7f"}


class Wall:
    """The whole screen of a terminal.

    Args:
        terminal: what it can do.
        size: its columns and rows now; asked again for every page, since windows change.
    """

    def __init__(self, terminal: Terminal, size: Callable[[], tuple[int, int]]) -> None:
        self.terminal, self.size = terminal, size

    def split(self, pages: Sequence[Sequence[Block]]) -> list[list[Line]]:
        """The pages as screens, longer ones broken."""
        columns, rows = self.size()
        width = min(columns - 2, _WIDEST)
        return [one for page in pages for one in in_screens(layout(page, width), max(rows - _FRAME, 3))]

    def show(self, lines: Sequence[Line], footer: str) -> None:
        """Put one screen on the wall."""
        columns, rows = self.size()
        left = " " * max((columns - min(columns - 2, _WIDEST)) // 2, 1)
        above = max((rows - _FRAME - len(lines)) // 3, 0)
        drawn: list[Line] = [[] for _ in range(above + 1)] + [[Span(left), *line] for line in lines]
        output.write(_CLEAR + output.draw(drawn[: rows - 1], self.terminal))
        self.note(footer)

    def note(self, footer: str) -> None:
        """Write the line at the bottom anew, and nothing else."""
        columns, rows = self.size()
        left = " " * max((columns - min(columns - 2, _WIDEST)) // 2, 1)
        bottom = output.draw([[Span(left), Span(footer[: columns - 4], "quiet")]], self.terminal).rstrip("\n")
        output.write(f"\x1b[{rows};1H\x1b[2K{bottom}")

    @contextmanager
    def on(self) -> Iterator[None]:
        """Take the screen over, and give it back whatever happens."""
        output.write(_ENTER)
        try:
            yield
        finally:
            output.write(_LEAVE)

    def read(self, footer: Callable[[str], str], ticking: bool) -> str:
        """The next command: a letter at once, numbers with Enter.

        Args:
            footer: the line at the bottom with what is typed so far; written anew when that changes.
            ticking: whether to write it anew each second as well.

        Raises:
            KeyboardInterrupt: Ctrl-C was pressed.
        """
        from prompt_toolkit.input import create_input

        typed, shown = "", int(time.monotonic())
        keyboard = create_input()
        with keyboard.raw_mode():
            while True:
                for press in keyboard.read_keys() or keyboard.flush_keys():
                    key = _KEYS.get(str(getattr(press.key, "value", press.key)), press.data)
                    if key == "\x03":
                        raise KeyboardInterrupt
                    typed, command = pressed(typed, key)
                    if command is not None:
                        return command
                    self.note(footer(typed))
                if ticking and int(time.monotonic()) != shown:
                    shown = int(time.monotonic())
                    self.note(footer(typed))
                time.sleep(_TICK / 10)


def pressed(typed: str, key: str) -> tuple[str, str | None]:
    """What stands on the line after a key was pressed, and the command that it gives; None for none yet."""
    if key == "\n":
        return "", typed
    if key == " " and not typed:
        return "", ""
    if key == "\x1b":
        return "", None
    if key in ("\x7f", "\x08"):
        return typed[:-1], None
    if key.isdigit() or (typed and key in " ,") or (key == "g" and not typed):
        return typed + key, None
    return ("", key) if len(key) == 1 and key.isprintable() else (typed, None)


class Roll:
    """Pages as text one after another: for screen readers, simple terminals and commands from a pipe.

    Args:
        terminal: where they are shown.
        read: the next command; raises Stopped at the end.
    """

    def __init__(self, terminal: Terminal, read: Callable[[str], str]) -> None:
        self.terminal, self._read = terminal, read

    def split(self, pages: Sequence[Sequence[Block]]) -> list[list[Line]]:
        """The pages as they are."""
        return [layout(page, self.terminal.prose) for page in pages]

    def show(self, lines: Sequence[Line], footer: str) -> None:
        """Write one page."""
        output.write("\n" + output.draw([*lines, [], [Span(footer)]], self.terminal))

    @contextmanager
    def on(self) -> Iterator[None]:
        """Nothing is taken over."""
        yield

    def note(self, footer: str) -> None:
        """Nothing: what was written stays."""

    def read(self, footer: Callable[[str], str], ticking: bool) -> str:  # noqa: ARG002
        """The next line."""
        return self._read("> ")


def nobody() -> PeerEthicsError:
    """The error where nobody can give commands."""
    return PeerEthicsError(
        "A presentation needs somebody who goes on: this is no terminal, and no commands were given.",
        "Run it on a terminal, or write commands to standard input, one a line; an empty line goes on.",
        WRONG_USAGE,
    )


def at_keyboard() -> bool:
    """Whether a person sits at both ends."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()
