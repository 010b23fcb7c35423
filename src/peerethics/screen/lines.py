"""Asks with numbered lines: for screen readers, simple terminals, and answers from a file or a pipe."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from string import ascii_lowercase, digits
from typing import NamedTuple

from peerethics.errors import WRONG_USAGE, PeerEthicsError
from peerethics.pages.blocks import Piece, block
from peerethics.screen import output
from peerethics.screen.mouth import Entry, Stopped
from peerethics.screen.terminal import Terminal

_NOTHING = ("none", "-", "0")


class Given(NamedTuple):
    """A line with an answer, and where it stands."""

    text: str
    place: str  #: "answers.txt:3", or "" for a person who can be asked again


class Lines:
    """Questions as numbered lines; answers from wherever `read` takes them.

    Args:
        terminal: where pages are shown.
        read: the next line for a prompt; raises Stopped at the end.
        quiet: whether to say nothing, because only the result is wanted.
        waits: whether a person reads along, and wants to be waited for.
    """

    def __init__(
        self, terminal: Terminal, read: Callable[[str], Given], quiet: bool = False, waits: bool = False
    ) -> None:
        self.terminal, self.read, self.quiet, self.waits = terminal, read, quiet, waits
        self.labels = digits[1:]
        self._rest: Given | None = None  # what stands behind the choice on one line answers the next prompt

    def fresh(self) -> None:
        """See `Mouth.fresh`; nothing goes away, but what is left of a line must not answer the next question."""
        given, self._rest = self._rest, None
        if given and given.place:
            self._refuse(given, given.text.strip(), "write one line for each question that asks for no provisions")

    def say(self, blocks: Sequence[Piece]) -> None:
        """Show a page."""
        if not self.quiet:
            if blocks and blocks[0].gap:
                output.write("\n")
            output.show_page(blocks, self.terminal, paged=False)

    def choose(self, entries: Sequence[Entry], extras: Sequence[Entry]) -> str:
        """See `Mouth.choose`."""
        self._list(entries)
        keys = "; ".join(f"{one.label} {one.text[0].lower()}{one.text[1:]}" for one in extras)
        while True:
            if keys and not self.quiet:
                output.show_page([block(f"Or: {keys}.")], self.terminal, paged=False)
            given = self._next(f"Your choice, 1 to {len(entries)}: ")
            first, _, rest = given.text.strip().partition(" ")
            if not first and given.place:
                continue  # a blank line in a file stands between two questions
            found = _find(first, entries, extras)
            if found is not None:
                self._rest = Given(rest, given.place) if rest.strip() else None
                return found
            self._refuse(given, first, f"write a number from 1 to {len(entries)}")

    def pick(self, message: str, entries: Sequence[Entry]) -> tuple[str, ...]:
        """See `Mouth.pick`."""
        self.say([block(message, gap=True)])
        self._list(entries)
        while True:
            given = self._next("Their numbers, with spaces, or Enter for none: ")
            words = given.text.replace(",", " ").split()
            if words in (["q"], ["Q"]) and not given.place:
                raise Stopped
            if len(words) == 1 and words[0].lower() in _NOTHING:
                return ()
            picked = [_find(word, entries, (), letters=False) for word in words]
            if None not in picked:
                return tuple(dict.fromkeys(one for one in picked if one))
            self._refuse(given, words[picked.index(None)], "write numbers from the list above")

    def pause(self, extras: Sequence[Entry], go_on: str = "Go on") -> str:
        """See `Mouth.pause`; answers that were given before do not wait."""
        if not self.waits:
            return ""
        keys = "; ".join(f"{one.label} {one.text[0].lower()}{one.text[1:]}" for one in extras)
        while True:
            given = self._next(f"Enter: {go_on[0].lower()}{go_on[1:]}; {keys}: ")
            found = _find(given.text.strip(), (), extras)
            if found or not given.text.strip():
                return found or ""

    def _list(self, entries: Sequence[Entry]) -> None:
        if not self.quiet:
            listed = [
                block(f"{number}. ", one.text, hang=len(str(number)) + 2) for number, one in enumerate(entries, 1)
            ]
            output.show_page(listed, self.terminal, paged=False)

    def _next(self, prompt: str) -> Given:
        if self._rest is not None:
            given, self._rest = self._rest, None
            return given
        return self.read(prompt)

    @staticmethod
    def _refuse(given: Given, word: str, remedy: str) -> None:
        if given.place:
            raise PeerEthicsError(
                f"{given.place}: {word[:60]!r} answers nothing here.", f"Please {remedy}.", WRONG_USAGE
            )
        said = f"{output.safe(word[:60])!r} is not in the list: please {remedy}." if word else f"Please {remedy}."
        output.write(f"{said}\n")


def _find(word: str, entries: Sequence[Entry], extras: Sequence[Entry], letters: bool = True) -> str | None:
    """The entry that a word means: its number, else the key of an extra, else its own id, else its letter."""
    lower = word.lower().rstrip(".)")
    names = {one.id.lstrip("/"): one.id for one in extras}
    names |= dict(zip(ascii_lowercase, (one.id for one in entries), strict=False)) if letters else {}
    names |= {one.id.lower(): one.id for one in reversed(entries)}
    names |= {one.label: one.id for one in extras}
    names |= {str(number): one.id for number, one in enumerate(entries, 1)}
    return names.get(lower) if lower else None


def from_terminal(prompt: str) -> Given:
    """A line that a person types."""
    try:
        return Given(input(prompt), "")
    except EOFError:
        raise Stopped from None


def from_text(lines: Iterable[str], name: str, quiet: bool) -> Callable[[str], Given]:
    """Lines that were given before the quiz began; those that begin with # are remarks."""
    waiting: Iterator[tuple[int, str]] = (
        (number, line) for number, line in enumerate(lines, 1) if not line.lstrip().startswith("#")
    )

    def read(prompt: str) -> Given:
        try:
            number, line = next(waiting)
        except StopIteration:
            raise Stopped from None
        line = line.rstrip("\n")
        if not quiet:
            output.write(f"{prompt}{output.safe(line)}\n")
        return Given(line, f"{name}:{number}")

    return read


def waiting_on_stdin(seconds: float = 0.5) -> list[str]:
    """The lines that stand on standard input already; none where nobody has written anything."""
    if sys.stdin is None or sys.stdin.closed:
        return []
    if sys.platform != "win32":
        import select

        if not select.select([sys.stdin], [], [], seconds)[0]:
            return []
    return sys.stdin.read().splitlines()
