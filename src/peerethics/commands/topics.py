"""`topics`: browse the fields of ethics, and what each code says in one of them."""

from typing import Annotated

import typer

from peerethics.actions.form import Form
from peerethics.actions.topics import topics as run
from peerethics.commands.options import Data, Json, NoPager, Plain
from peerethics.commands.topic_completion import complete_topic


def topics(
    name: Annotated[
        list[str] | None,
        typer.Argument(
            help="A topic or duty, such as money or loans; all topics if left out.", autocompletion=complete_topic
        ),
    ] = None,
    as_json: Json = False,
    plain: Plain = False,
    no_pager: NoPager = False,
    data: Data = None,
) -> None:
    """Browse by topic, code by code.

    \b
    Examples:
      peerethics topics             all topics with their duties
      peerethics topics money       one topic across the codes
      peerethics topics loans       one duty
    """
    run(name or (), Form(as_json=as_json, plain=plain, paged=not no_pager), data or ())
