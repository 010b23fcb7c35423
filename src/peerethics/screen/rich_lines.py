"""Puts styled lines on a terminal with Rich; the only user of Rich."""

import os
from collections.abc import Iterable, Mapping

from rich.color import ColorSystem
from rich.style import Style

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
    "again": Style(color="red", bold=True),
    "warn": Style(bold=True, color="yellow"),
}


def to_ansi(lines: Iterable[Line]) -> str:
    """Lines with the escape sequences of their styles, each ended by a newline.

    Styles alone are loaded: Rich's console takes a fifth of the time of a whole look-up, and lines are laid out
    already. The 16 colours that every terminal lets people choose for themselves are all that is used.
    """
    plain = bool(os.environ.get("NO_COLOR"))
    styles = {name: style.without_color if plain else style for name, style in _STYLES.items()}
    return "".join(_drawn(line, styles) + "\n" for line in lines)


def _drawn(line: Line, styles: Mapping[str, Style]) -> str:
    return "".join(
        styles[span.style].render(span.text, color_system=ColorSystem.STANDARD) if span.style in styles else span.text
        for span in line
    )
