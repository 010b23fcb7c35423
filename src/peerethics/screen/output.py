"""Writes: pages and text to standard output, notes and complaints to standard error."""

import json
import os
import re
import sys
from collections.abc import Iterable
from pathlib import Path

from peerethics.errors import WRONG_USAGE, PeerEthicsError
from peerethics.pages.blocks import Block, Columns, Piece, Span, plain_text
from peerethics.pages.layout import Line, layout
from peerethics.screen.terminal import Terminal

# All of C0 but the newline, DEL, C1, line separators, bidirectional overrides and isolates, lone surrogates
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def show_page(blocks: Iterable[Piece], terminal: Terminal, paged: bool = True) -> None:
    """Draw a page: broken to the terminal's width, styled where it can be, paged where it is long."""
    lines = layout(blocks if terminal.styled else map(with_marks, blocks), terminal.prose, terminal.beside)
    show_lines(lines, terminal, paged)


def show_lines(lines: list[Line], terminal: Terminal, paged: bool = True) -> None:
    """Draw lines that are laid out already."""
    text = draw(lines, terminal)
    if paged and terminal.can_page and len(lines) >= terminal.rows:
        from peerethics.screen.pager import page

        if page(text):
            return
    write(text)


def draw(lines: list[Line], terminal: Terminal) -> str:
    """Lines as the text that this terminal shows."""
    lines = [[span._replace(text=safe(span.text)) for span in line] for line in lines]
    if terminal.styled:
        from peerethics.screen.rich_lines import to_ansi

        return to_ansi(lines)
    return "".join(plain_text(line).rstrip() + "\n" for line in lines)


def with_marks(block: Piece) -> Piece:
    """A block whose marks have become letters, for where no style can be shown."""
    if isinstance(block, Columns):
        return block._replace(left=tuple(map(_marked, block.left)), right=tuple(map(_marked, block.right)))
    return _marked(block)


def _marked(block: Block) -> Block:
    return block._replace(spans=tuple(Span(plain_text([span]), span.style) for span in block.spans))


def show_json(value: object) -> None:
    """Write a value as JSON, in ASCII so that it is the same bytes everywhere."""
    write(as_json_text(value))


def as_json_text(value: object) -> str:
    """A value as JSON text."""
    return json.dumps(value, indent=2) + "\n"


def write_new_file(path: Path, text: str) -> None:
    """Write a file that is not there yet.

    Raises:
        PeerEthicsError: it is there, or cannot be written (exit code 2).
    """
    try:
        if not path.parent.is_dir():
            path.parent.mkdir(parents=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except (OSError, ValueError) as error:
        if isinstance(error, FileExistsError) and path.exists():
            raise there_already(path) from error
        why = getattr(error, "strerror", None) or error
        raise PeerEthicsError(f"{path} cannot be written: {why}.", "Choose another place.", WRONG_USAGE) from error


def there_already(path: Path) -> PeerEthicsError:
    """The error for a file that would be written over."""
    return PeerEthicsError(f"{path} is there already.", "Choose another name.", WRONG_USAGE)


def write(text: str) -> None:
    """Write to standard output; a reader that has gone away ends the program in silence.

    Raises:
        PeerEthicsError: it cannot be written, because a disk is full.
    """
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left goes nowhere
        if isinstance(error, BrokenPipeError):
            raise SystemExit(0) from None
        raise PeerEthicsError(f"The answer cannot be written: {error.strerror}.") from error


def note(text: str) -> None:
    """One line for the person, where it does not mix with the answer."""
    print(safe(text), file=sys.stderr)  # noqa: T201


def complain(error: PeerEthicsError) -> None:
    """Say what is the matter, and what to do."""
    print(safe(str(error)), file=sys.stderr)  # noqa: T201


def safe(text: str) -> str:
    """The text without control characters: what people and files give us must not steer the terminal."""
    return _CONTROL.sub("?", text)
