"""`search`: from a question in anybody's words to the provisions that govern it."""

from typing import Annotated

import typer

from peerethics.actions.form import Form
from peerethics.actions.search import LIMIT
from peerethics.actions.search import search as run
from peerethics.commands.options import Data, Json, Markdown, NoPager, Plain
from peerethics.commands.topic_completion import complete_code, complete_topic


def search(
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS...", help="A word, a question, or what happened, in your own words.")
    ],
    code: Annotated[
        list[str] | None, typer.Option("--code", help="Only this code, such as mo or ms.", autocompletion=complete_code)
    ] = None,
    topic: Annotated[
        str, typer.Option("--topic", help="Only duties of this topic (see: topics).", autocompletion=complete_topic)
    ] = "",
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, max=200, help="At most so many provisions.")] = LIMIT,
    exact: Annotated[bool, typer.Option("--exact", help="Only the codes' own words, all of them.")] = False,
    as_json: Json = False,
    plain: Plain = False,
    markdown: Markdown = False,
    no_pager: NoPager = False,
    data: Data = None,
) -> None:
    """Find what governs a situation, in your own words.

    \b
    Examples:
      peerethics search venmo
      peerethics search lend bus fare
      peerethics search my coworker posted a client photo on instagram
      peerethics search --exact least restrictive
    """
    run(words, Form(as_json, plain, markdown, not no_pager), data or (), code or (), topic, limit, exact)
