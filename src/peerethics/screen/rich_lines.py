"""Puts styled lines on a terminal with Rich; the only user of Rich."""

import io
import os
from collections.abc import Iterable

from rich.console import Console
from rich.style import Style
from rich.text import Text

from peerethics.pages.layout import Line

# Readable on dark and light grounds: bold and dim carry the meaning, colour only helps.
_STYLES = {
    "title": Style(bold=True),
    "cite": Style(bold=True, color="cyan"),
    "strong": Style(bold=True),
    "italic": Style(italic=True),
    "quiet": Style(dim=True),
    "ours": Style(italic=True),
    "hit": Style(bold=True, underline=True),
    "only-here": Style(color="red", bold=True),
    "only-there": Style(color="green", bold=True),
    "solid": Style(color="green", bold=True),
    "coming": Style(color="cyan"),
    "again": Style(color="red", bold=True, underline=True),
    "warn": Style(bold=True, color="yellow"),
}


def to_ansi(lines: Iterable[Line]) -> str:
    """Lines with the escape sequences that this terminal understands."""
    stream = io.StringIO()
    console = Console(file=stream, force_terminal=True, width=10_000, legacy_windows=False, no_color=_no_color())
    for line in lines:
        text = Text(no_wrap=True, end="\n")
        for span in line:
            text.append(span.text, _STYLES.get(span.style))
        console.print(text, markup=False, emoji=False, highlight=False, crop=False, overflow="ignore")
    return stream.getvalue()


def _no_color() -> bool:
    return bool(os.environ.get("NO_COLOR"))
