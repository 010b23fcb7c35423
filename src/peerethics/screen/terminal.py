"""What the other end of standard output can do: width, height, styles, characters."""

import codecs
import os
import shutil
import sys
from collections.abc import Mapping
from typing import NamedTuple

PROSE_WIDTH = 100  # columns; longer lines are hard to read
_PLAIN_FORMS = str.maketrans(
    {"\u2013": "-", "\u2014": "-", "\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2026": "..."}
)


class Terminal(NamedTuple):
    """What standard output can do."""

    is_tty: bool
    columns: int | None  #: of the whole screen; None where lines are not broken
    rows: int
    styled: bool  #: whether bold, dim and colour may be used

    @property
    def prose(self) -> int | None:
        """The width for running text."""
        return min(self.columns, PROSE_WIDTH) if self.columns else None


def look(plain: bool = False, env: Mapping[str, str] = os.environ) -> Terminal:
    """What standard output can do now.

    Styles need a terminal that knows them (or FORCE_COLOR); `plain` and TERM=dumb switch them off.
    NO_COLOR takes away colours only, as no-color.org has it: bold and dim stay.
    """
    is_tty = sys.stdout.isatty()
    size = shutil.get_terminal_size()
    wanted = is_tty or bool(env.get("FORCE_COLOR"))
    styled = wanted and not plain and env.get("TERM") != "dumb"
    return Terminal(is_tty, size.columns if is_tty else None, size.lines, styled)


def prepare_streams() -> None:
    """Let no character that the encoding lacks end the program: show a plainer one."""
    codecs.register_error("peerethics", _plainer)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="peerethics")


def _plainer(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    import unicodedata

    lost = error.object[error.start : error.end]
    plain = unicodedata.normalize("NFKD", lost.translate(_PLAIN_FORMS)).encode("ascii", "ignore").decode()
    return plain or "?" * len(lost), error.end
