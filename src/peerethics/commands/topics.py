"""`topics`: browse the fields of ethics, and what each code says in one of them."""

from typing import Annotated

import typer

from peerethics.commands.options import Data, Json, NoPager, Plain
from peerethics.commands.topic_completion import complete_topic
from peerethics.library.library import open_library
from peerethics.library.places import find_places
from peerethics.library.vocabulary import open_vocabulary
from peerethics.screen import output
from peerethics.screen.terminal import look
from peerethics.views import topics as view


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
    """Browse by topic: what each code says on it, and where a code is silent.

    \b
    Examples:
      peerethics topics             all topics with their duties
      peerethics topics money       one topic across the codes
      peerethics topics loans       one duty
    """
    places = find_places(data or ())
    vocabulary = open_vocabulary(places, open_library(places))
    if not name:
        blocks, value = view.overview(vocabulary), [view.topic_json(t, vocabulary) for t in vocabulary.topics]
    else:
        topic, duty = vocabulary.topic_named(" ".join(name))
        chosen = topic._replace(duties=(duty,)) if duty else topic
        blocks, value = view.page(chosen, vocabulary), [view.topic_json(chosen, vocabulary)]
    if as_json:
        output.show_json(value)
    else:
        output.show_page(blocks, look(plain), paged=not no_pager)
