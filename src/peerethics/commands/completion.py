"""What Tab offers: citations, with our label as the description."""

import re
from collections.abc import Sequence

import typer

from peerethics.errors import PeerEthicsError

_MARKS = re.compile(r"[^\w .,;'/()-]")


def complete_citation(ctx: typer.Context, args: list[str], incomplete: str) -> list[tuple[str, str]]:
    """The ids that continue what is typed; after a code's name, the places of that code.

    Nothing is offered where the data cannot be read: Tab is no place for messages.
    """
    from pathlib import Path

    from peerethics.library.library import open_library
    from peerethics.library.places import find_places

    try:
        library = open_library(find_places([Path(folder) for folder in ctx.params.get("data") or ()]))
    except PeerEthicsError:
        return []
    typed = incomplete.lower()
    before = (_before(ctx, args) or [""])[-1].lower()
    inside = next((code for code in library.codes if before in (code.id, *code.aliases)), None)
    offered = []
    for code in [inside] if inside else library.codes:
        start = len(code.id) + 1 if inside else 0
        for part in code.parts:
            if not part.provisions or part.numeral:
                offered.append((part.id[start:], part.label))
            for provision in part.provisions:
                offered.append((provision.id[start:], provision.label))
                offered += [
                    (item.id[start:], item.label)
                    for item in provision.items
                    if typed.startswith(provision.id[start:].lower())
                ]
    return [
        (incomplete + name[len(typed) :], _described(label))
        for name, label in offered
        if name.lower().startswith(typed)
    ]


def _described(label: str) -> str:
    """A label without the marks that a shell, or the Rich markup that Typer reads it as, could act on."""
    return " ".join(_MARKS.sub(" ", label).split())


def _before(ctx: typer.Context, args: Sequence[str]) -> Sequence[str]:
    """The words typed before the one at hand."""
    return list(args) or list(ctx.params.get("citation") or ())
