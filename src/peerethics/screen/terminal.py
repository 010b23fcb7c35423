"""What the other end of standard output can do: width, height, styles, characters."""

import codecs
import os
import shutil
import sys
from collections.abc import Mapping
from typing import NamedTuple

PROSE_WIDTH = 100  # columns; longer lines are hard to read
_DUMB = ("dumb", "unknown")  # what TERM says where escape sequences mean nothing
_PLAIN_FORMS = str.maketrans(
    {"\u2013": "-", "\u2014": "-", "\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2026": "..."}
)


class Terminal(NamedTuple):
    """What standard output can do."""

    is_tty: bool
    columns: int | None  #: of the whole screen; None where lines are not broken
    rows: int
    styled: bool  #: whether bold, dim and colour may be used
    can_page: bool  #: whether a pager can be opened
    linear: bool = False  #: whether everything must stand below each other, for screen readers

    @property
    def prose(self) -> int | None:
        """The width for running text."""
        return min(self.columns, PROSE_WIDTH) if self.columns else None

    @property
    def beside(self) -> int | None:
        """The width for texts that stand beside each other; None where they must not."""
        return None if self.linear else self.columns


def look(plain: bool = False, env: Mapping[str, str] = os.environ) -> Terminal:
    """What standard output can do now.

    Styles need a terminal that knows them (or FORCE_COLOR); `plain` and TERM=dumb switch them off.
    NO_COLOR takes away colours only, as no-color.org has it: bold and dim stay.
    """
    is_tty = sys.stdout.isatty()
    size = shutil.get_terminal_size()
    dumb = env.get("TERM", "").lower() in _DUMB
    styled = (is_tty or bool(env.get("FORCE_COLOR"))) and not plain and not dumb
    return Terminal(
        is_tty, size.columns if is_tty else None, size.lines, styled, is_tty and not dumb and not plain, plain
    )


def can_show(characters: str) -> bool:
    """Whether the encoding of standard output has all these characters."""
    try:
        characters.encode(sys.stdout.encoding or "ascii")
    except (UnicodeError, LookupError):
        return False
    return True


def prepare_streams() -> None:
    """Let nothing about the streams end the program.

    A character that the encoding lacks is shown as a plainer one; a stream that was closed before
    the start leads nowhere, instead of into the other one.
    """
    codecs.register_error("peerethics", _plainer)
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123
        reconfigure = getattr(getattr(sys, name), "reconfigure", None)
        if reconfigure:
            reconfigure(errors="peerethics")
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(errors="surrogateescape")  # bytes that are no text answer nothing, and end nothing


def _plainer(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    import unicodedata

    lost = error.object[error.start : error.end].translate(_PLAIN_FORMS)
    plain = (unicodedata.normalize("NFKD", c).encode("ascii", "ignore").decode() for c in lost)
    return "".join(form or "?" for form in plain), error.end
