"""`show`: the exact words behind one or more citations."""

from typing import Annotated

import typer

from peerethics.actions.form import Form
from peerethics.actions.show import show as run
from peerethics.commands.completion import complete_citation
from peerethics.commands.options import Data, Json, Markdown, NoPager, Plain


def show(
    citation: Annotated[
        list[str],
        typer.Argument(
            metavar="CITATION...",
            help="Such as: mo 13, ms IV.5, mo 1-3, ms IV, ms preamble.",
            autocompletion=complete_citation,
        ),
    ],
    as_json: Json = False,
    plain: Plain = False,
    markdown: Markdown = False,
    copy: Annotated[bool, typer.Option("--copy", help="Put it on the clipboard as well, as Markdown.")] = False,
    no_pager: NoPager = False,
    data: Data = None,
) -> None:
    """Show the exact words of provisions, with their source.

    \b
    Examples:
      peerethics show ms IV.5              one provision
      peerethics show mo 4,5 ms 11         several, of both codes
      peerethics show ms IV.1-7            a range
      peerethics show ms IV                a whole Principle
      peerethics show mo                   a whole code
      peerethics show 13                   number 13 of every code
      peerethics show ms IV.2.d            a lettered item
      peerethics show ms 11/s4             the fourth sentence

    \b
    Mississippi numbers twice: ms 4 is number 4 of its core list,
    ms IV and ms principle 4 are Principle IV, ms 4.5 is ms IV.5.
    """
    run(citation, Form(as_json, plain, markdown, not no_pager), data or (), copy)
