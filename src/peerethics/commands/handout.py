"""`handout`: participants' sheet, answer key and facilitator's sheet, for paper."""

from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from peerethics.actions.quiz_request import Request
from peerethics.commands.options import Data
from peerethics.commands.quiz_options import Bank, Code, Level, Provision, Seed, Skip, TopicNames, split
from peerethics.errors import WRONG_USAGE, PeerEthicsError


class What(str, Enum):
    """What there is for paper."""

    SHEET = "sheet"
    KEY = "key"
    FACILITATOR = "facilitator"


def _letters(values: list[str] | None) -> list[str] | None:
    """The letters of versions, each once, in capitals."""
    letters = [one.upper() for one in split(values)]
    if any(len(one) != 1 or not "A" <= one <= "Z" for one in letters) or len(set(letters)) < len(letters):
        said = ",".join(values or ())
        raise PeerEthicsError(f"{said!r} are no versions.", "Use different letters, such as A,B.", WRONG_USAGE)
    return letters


Versions = Annotated[
    list[str] | None,
    typer.Option("--versions", metavar="A,B", help="Versions with options in other orders.", callback=_letters),
]


def handout(
    ids: Annotated[list[str] | None, typer.Argument(metavar="[ID]...", help="Just these, in this order.")] = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="The file: .html, .docx, .pdf or .md.")
    ] = None,
    what: Annotated[What, typer.Option("--what", metavar="sheet|key|facilitator", help="What to write.")] = What.SHEET,
    with_key: Annotated[bool, typer.Option("--with-key", help="Also write the key, into a file beside it.")] = False,
    versions: Versions = None,
    large: Annotated[bool, typer.Option("--large", help="Large print, 18 points.")] = False,
    roles: Annotated[bool, typer.Option("--roles", help="Add the role cards.")] = False,
    steps: Annotated[bool, typer.Option("--steps", help="Add seven steps to decide by.")] = False,
    talk: Annotated[
        bool, typer.Option("--talk", help="Add the discussion questions; many of them give the key away.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace files that are there.")] = False,
    code: Code = "both",
    topic: TopicNames = None,
    provision: Provision = None,
    count: Annotated[
        int, typer.Option("--count", "-n", metavar="N", min=0, max=10_000, show_default=False, help="How many: 10.")
    ] = 0,
    level: Level = "",
    seed: Seed = "",
    skip: Skip = None,
    bank: Bank = None,
    data: Data = None,
) -> None:
    """Write a handout for a class: situations to read, mark and talk about.

    The same --seed gives the same situations as `quiz` and `present`. The key is never in the
    participants' file: it is a file of its own. Word and PDF need an extra: pip install 'peerethics[docx,pdf]'.

    \b
    Examples:
      peerethics handout --count 4 --seed tuesday --out sheet.html
      peerethics handout --topic money --seed tuesday --with-key --versions A,B --out money.md
      peerethics handout loans-bus-fare --what key --out key.html
      peerethics handout --seed tuesday --what facilitator --out for-me.html
    """
    from peerethics.actions.handout import Paper
    from peerethics.actions.handout import handout as run

    if out is None:
        raise PeerEthicsError("Say where to write it.", "For instance: --out sheet.html", WRONG_USAGE)
    request = Request(
        code, split(topic), split(provision), count, level, seed, split(skip), bank=bank, data=data or ()
    )  # fmt: skip
    run(ids or (), request, Paper(out, what.value, with_key, versions or (), large, roles, steps, talk, force))
