"""Asks with menus on a terminal: arrow keys or letters; the only user of Questionary."""

import sys
import textwrap
from collections.abc import Sequence
from string import ascii_lowercase
from typing import Any

from peerethics.pages.blocks import Piece, Span, block
from peerethics.pages.layout import Line, layout
from peerethics.screen import output
from peerethics.screen.mouth import Entry, Stopped
from peerethics.screen.terminal import Terminal

_POINTER = ">"
_CLEAR = "\x1b[2J\x1b[H"  # terminals keep what was there for scrolling back
_CHOOSE = "Arrow keys or a letter, then Enter"
_PICK = "Space to mark, Enter when done"
_SELECT_MARGIN, _CHECKBOX_MARGIN = 6, 5  # columns before the text of an entry
_MARK = "mark"
_NOTHING_MARKED = (Entry(_MARK, "Nothing is marked yet: back to the list (Space marks a line)", "m"),
                   Entry("none", "Go on without naming any; that costs nothing", "n"))  # fmt: skip
_STOP = Entry("stop", "Stop here, nothing is lost", "q")
_MENU_ROWS = 7  # what a menu to go on takes below a page
_STYLE = (
    ("qmark", ""), ("question", "bold"), ("instruction", "italic"), ("pointer", "bold"), ("highlighted", "bold"),
    ("selected", "bold"), ("text", ""), ("answer", ""), ("separator", ""),
)  # fmt: skip


class Menus:
    """Menus on this terminal.

    Args:
        terminal: what it can do.
    """

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self.width = (terminal.prose or 80) - 1
        self.labels = ascii_lowercase

    def fresh(self) -> None:
        """See `Mouth.fresh`."""
        output.write(_CLEAR)

    def say(self, blocks: Sequence[Piece]) -> None:
        """Show a page; one that is longer than the screen is shown a screen at a time."""
        lines = layout(blocks, self.terminal.prose, self.terminal.beside)
        if blocks and blocks[0].gap:
            lines.insert(0, [])
        screens = in_screens(lines, self.terminal.rows - _MENU_ROWS)
        for number, one in enumerate(screens):
            output.show_lines(one, self.terminal, paged=False)
            if number < len(screens) - 1:
                self._run("press_any_key_to_continue", "-- any key to read on --")

    def choose(self, entries: Sequence[Entry], extras: Sequence[Entry]) -> str:
        """See `Mouth.choose`."""
        if "questionary" not in sys.modules:
            self._load_behind(self._frame(entries, extras))
        from questionary import Choice, Separator

        choices: list[Any] = [self._choice(Choice, one) for one in entries]
        if extras:
            choices += [Separator(" "), *(self._choice(Choice, one) for one in extras)]
        return str(self._run("select", "", choices=choices, instruction=_CHOOSE, use_shortcuts=True, pointer=_POINTER))

    def pick(self, message: str, entries: Sequence[Entry]) -> tuple[str, ...]:
        """See `Mouth.pick`."""
        from questionary import Choice

        self.say([block(Span(message, "strong"), indent=2, gap=True)])
        room = self.width - _CHECKBOX_MARGIN
        brief = any(len(one.text) > room for one in entries)  # all alike: a single long line would stand out
        texts = {one.id: (one.brief if brief else "") or one.text for one in entries}
        while True:
            choices = [Choice(self._wrapped(text, _CHECKBOX_MARGIN), value=own) for own, text in texts.items()]
            picked = self._run("checkbox", "", choices=choices, instruction=_PICK, pointer=_POINTER)
            # Enter chooses in other menus; here it ends, and nothing may be marked yet.
            wanted = "" if picked else self.choose(_NOTHING_MARKED, [_STOP])
            if wanted == _STOP.id:
                raise Stopped
            if wanted != _MARK:
                return tuple(picked)

    def pause(self, extras: Sequence[Entry], go_on: str = "Go on") -> str:
        """See `Mouth.pause`."""
        return self.choose([Entry("", go_on, "n")], extras)

    def _frame(self, entries: Sequence[Entry], extras: Sequence[Entry]) -> str:
        """The menu as it will look at first, as text."""
        rows = [f"   {one.label}) {self._wrapped(one.text, _SELECT_MARGIN)}" for one in (*entries, *extras)]
        if extras:
            rows.insert(len(entries), "")
        return "\n".join([f"  {_CHOOSE}", f" {_POINTER}{rows[0][2:]}", *rows[1:]])

    def _load_behind(self, frame: str) -> None:
        """Show the first menu at once and load Questionary while it is read, which takes longer than all else.

        What is typed meanwhile waits in the terminal; then the menu itself takes the place of the picture.
        """
        height = frame.count("\n") + 1
        if height >= self.terminal.rows:
            return
        output.write(f"{frame}\n")
        import questionary  # noqa: F401

        output.write(f"\x1b[{height}A\r\x1b[J")

    def _choice(self, kind: Any, one: Entry) -> Any:
        return kind(self._wrapped(one.text, _SELECT_MARGIN), value=one.id, shortcut_key=one.label)

    def _wrapped(self, text: str, margin: int) -> str:
        room = max(self.width - margin, 12)
        return ("\n" + " " * margin).join(textwrap.wrap(output.safe(text), room)) or " "

    @staticmethod
    def _run(kind: str, message: str, **options: Any) -> Any:
        """Ask, and take the menu off the screen again.

        Raises:
            KeyboardInterrupt: the person pressed Ctrl-C.
        """
        import questionary

        sys.stdout.flush()
        style = questionary.Style(list(_STYLE))
        ask = getattr(questionary, kind)
        extra = {"qmark": ""} if kind != "press_any_key_to_continue" else {}
        return ask(message, style=style, erase_when_done=True, **extra, **options).unsafe_ask()


def in_screens(lines: Sequence[Line], rows: int) -> list[list[Line]]:
    """The lines in runs of at most `rows`, broken where a blank line stands if there is one in the lower half."""
    screens: list[list[Line]] = []
    rest = list(lines)
    while len(rest) > rows > 0:
        blank = [number for number in range(rows // 2, rows) if not any(span.text.strip() for span in rest[number])]
        cut = blank[-1] if blank else rows
        screens.append(rest[:cut])
        rest = rest[cut:]
    return [*screens, rest]
