"""Asks with numbered lines: for screen readers, simple terminals, and answers from a file or a pipe."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from string import digits
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
    """

    def __init__(self, terminal: Terminal, read: Callable[[str], Given], quiet: bool = False) -> None:
        self.terminal, self.read, self.quiet = terminal, read, quiet
        self.labels = digits[1:]
        self._rest: Given | None = None  # what stands behind the choice on one line answers the next prompt

    def fresh(self) -> None:
        """See `Mouth.fresh`; whoever reads line by line wants nothing to go away."""

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
            given = self._next(f"Your choice, 1 to {len(entries)}" + (f" ({keys}): " if keys else ": "))
            first, _, rest = given.text.strip().partition(" ")
            if not first and given.place:
                continue  # a blank line in a file stands between two questions
            found = _find(first, entries, extras)
            if found is not None:
                self._rest = Given(rest, given.place) if rest.strip() else None
                return found
            self._refuse(given, first, f"write a number from 1 to {len(entries)}, a letter, or an option's id")

    def pick(self, message: str, entries: Sequence[Entry]) -> tuple[str, ...]:
        """See `Mouth.pick`."""
        self.say([block(message, gap=True)])
        self._list(entries)
        while True:
            given = self._next("Their numbers with spaces between them, or Enter for none: ")
            words = given.text.replace(",", " ").split()
            if len(words) == 1 and words[0].lower() in _NOTHING:
                return ()
            picked = [_find(word, entries, (), letters=False) for word in words]
            if None not in picked:
                return tuple(dict.fromkeys(one for one in picked if one))
            self._refuse(given, words[picked.index(None)], "write numbers of the list, or ids such as mo-13")

    def pause(self, extras: Sequence[Entry]) -> str:  # noqa: ARG002
        """Go on at once: whoever reads line by line can read back."""
        return ""

    def _list(self, entries: Sequence[Entry]) -> None:
        if not self.quiet:
            output.write("".join(f"{n}. {output.safe(one.text)}\n" for n, one in enumerate(entries, 1)))

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
        output.write(f"{output.safe(word[:60])!r} is not in the list: {remedy}.\n")


def _find(word: str, entries: Sequence[Entry], extras: Sequence[Entry], letters: bool = True) -> str | None:
    """The entry that a word means: its number, its letter, its id."""
    lower = word.lower().rstrip(".)")
    for one in extras:
        if lower and lower in (one.label, one.id):
            return one.id
    for number, one in enumerate(entries, 1):
        letter = "abcdefghijklmnopqrstuvwxyz"[number - 1 : number] if letters else ""
        if lower and lower in (str(number), letter, one.id.lower()):
            return one.id
    return None


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
