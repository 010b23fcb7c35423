"""What Tab offers for topics, duties and codes."""

from pathlib import Path

import typer

from peerethics.errors import PeerEthicsError


def complete_topic(ctx: typer.Context, incomplete: str) -> list[str]:
    """Topics and duties that continue what is typed."""
    from peerethics.library.library import open_library
    from peerethics.library.places import find_places
    from peerethics.library.vocabulary import open_vocabulary

    try:
        places = find_places([Path(folder) for folder in ctx.params.get("data") or ()])
        vocabulary = open_vocabulary(places, open_library(places))
    except PeerEthicsError:
        return []
    names = [*(topic.id for topic in vocabulary.topics), *vocabulary.duties]
    return [name for name in dict.fromkeys(names) if name.startswith(incomplete.lower())]


def complete_code(ctx: typer.Context, incomplete: str) -> list[str]:
    """Codes that continue what is typed."""
    from peerethics.library.library import open_library
    from peerethics.library.places import find_places

    try:
        codes = open_library(find_places([Path(folder) for folder in ctx.params.get("data") or ()])).codes
    except PeerEthicsError:
        return []
    return [code.id for code in codes if code.id.startswith(incomplete.lower())]
