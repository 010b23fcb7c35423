"""`codes`: which codes are held, from where, which edition, and whether they are intact."""

import typer

from peerethics.checking.verbatim import verify
from peerethics.commands.options import Data, Json, NoPager, Plain
from peerethics.errors import BAD_DATA
from peerethics.library.library import open_library
from peerethics.library.places import find_places
from peerethics.library.sources import find_source
from peerethics.screen import output
from peerethics.screen.terminal import look
from peerethics.views import holdings


def codes(as_json: Json = False, plain: Plain = False, no_pager: NoPager = False, data: Data = None) -> None:
    """Show which codes are held, and whether they are intact."""
    places = find_places(data or ())
    held = []
    for code in open_library(places).codes:
        source = find_source(code, places.data)
        held.append(holdings.Holding(code, source, tuple(d.what for d in verify(code, source))))
    if as_json:
        output.show_json([holdings.as_json(one) for one in held])
    else:
        output.show_page(holdings.page(held), look(plain), paged=not no_pager)
    if any(one.differences for one in held):
        raise typer.Exit(BAD_DATA)
