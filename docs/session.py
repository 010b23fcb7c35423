"""Draws docs/session.svg, the picture of a real session in the README; `--check` says whether it is current."""

import io
import re
import sys
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import DIMMED_MONOKAI
from rich.text import Text

from peerethics.citations.resolve import find
from peerethics.errors import PeerEthicsError
from peerethics.library.library import open_library
from peerethics.library.places import Places, shipped_data
from peerethics.library.vocabulary import open_vocabulary
from peerethics.pages.layout import layout
from peerethics.screen.rich_lines import to_ansi
from peerethics.search.answer import search
from peerethics.search.store import open_index
from peerethics.views import finding, provision

PICTURE = Path(__file__).with_name("session.svg")
WIDTH = 92
SHOWN, SEARCHED, REFUSED = "ms IV.5", "lend bus fare", "ms 17"


def session() -> str:
    """The session as text with escape sequences."""
    places = Places((shipped_data(),), None)
    library = open_library(places)
    vocabulary = open_vocabulary(places, library)
    answer = search(SEARCHED, vocabulary, open_index(places, vocabulary))
    steps = [
        (f"show {SHOWN}", to_ansi(layout(provision.page(find(SHOWN, library).entries), WIDTH))),
        (f"search {SEARCHED}", to_ansi(layout(finding.page(answer, library.codes), WIDTH))),
        (f"show {REFUSED}", _refusal(library)),
    ]
    return "\n".join(f"\x1b[1m$ peerethics {words}\x1b[0m\n{said}" for words, said in steps)


def _refusal(library: object) -> str:
    try:
        find(REFUSED, library)
    except PeerEthicsError as error:
        return f"{error}\n"
    raise SystemExit(f"{REFUSED} was not refused")


def draw() -> str:
    """The picture."""
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    console.print(Text.from_ansi(session()))
    svg = console.export_svg(title="peerethics", theme=DIMMED_MONOKAI, unique_id="session")
    return re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL)  # no font from the network


def words(svg: str) -> str:
    """The text in a picture, which must stay current; how it is drawn may differ between versions of Rich."""
    return " ".join(re.sub(r"<[^>]*>", " ", svg.partition("</style>")[2]).split())


if __name__ == "__main__":
    if "--check" not in sys.argv:
        PICTURE.write_text(draw(), encoding="utf-8")
    elif words(PICTURE.read_text(encoding="utf-8")) != words(draw()):
        raise SystemExit(f"{PICTURE} is not current: run `make fix`")
