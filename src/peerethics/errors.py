"""The one error that people see, and the exit codes that programs see."""

from collections.abc import Sequence
from typing import Final

DONE: Final = 0
NOTHING_FOUND: Final = 1
WRONG_USAGE: Final = 2
BAD_DATA: Final = 3
INTERRUPTED: Final = 130


class PeerEthicsError(Exception):
    """Something a person can act on: what is the matter, what to do, and the exit code.

    Args:
        message: one or more lines that say what is the matter.
        hint: what to do about it, or an empty string.
        exit_code: one of the constants of this module.
    """

    def __init__(self, message: str, hint: str = "", exit_code: int = NOTHING_FOUND) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.exit_code = exit_code

    def __str__(self) -> str:
        return f"{self.message}\n{self.hint}" if self.hint else self.message


def bad_data(problems: Sequence[object], hint: str = "") -> PeerEthicsError:
    """The error for data files that cannot be used; `problems` are listed one a line."""
    return PeerEthicsError("\n".join(str(p) for p in problems), hint, BAD_DATA)
