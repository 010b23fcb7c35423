"""What can ask a person: menus on a terminal, or numbered lines for screen readers, files and pipes."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from peerethics.pages.blocks import Piece


class Stopped(Exception):  # noqa: N818 - nothing is wrong
    """The person, or the file with the answers, has come to an end."""


class Entry(NamedTuple):
    """Something to choose."""

    id: str
    text: str
    label: str = ""  #: the key that chooses it, one character; "" for none
    brief: str = ""  #: what to show where the text takes more than one line, or ""


class Mouth(Protocol):
    """Asks, and says pages in between."""

    labels: str  #: what options are called, one character each

    def fresh(self) -> None:
        """Begin a new screen, where there is one."""

    def say(self, blocks: Sequence[Piece]) -> None:
        """Show a page."""

    def choose(self, entries: Sequence[Entry], extras: Sequence[Entry]) -> str:
        """The id of the one entry that is chosen; extras are what may be done instead.

        Raises:
            Stopped: there is nobody to answer any more.
        """

    def pick(self, message: str, entries: Sequence[Entry]) -> tuple[str, ...]:
        """The ids of any number of entries.

        Raises:
            Stopped: the person wants to stop.
        """

    def pause(self, extras: Sequence[Entry], go_on: str = "Go on") -> str:
        """Wait until the person wants to go on: "", or the id of an extra."""
