"""`search`: from a question in anybody's words to the provisions that govern it."""

from typing import Annotated

import typer

from peerethics.commands.options import Data, Json, Markdown, NoPager, Plain
from peerethics.commands.topic_completion import complete_code, complete_topic
from peerethics.errors import NOTHING_FOUND, PeerEthicsError
from peerethics.library.library import open_library
from peerethics.library.places import find_places
from peerethics.library.vocabulary import open_vocabulary
from peerethics.screen import output
from peerethics.screen.terminal import look
from peerethics.search.answer import nearest_words, search_exactly
from peerethics.search.answer import search as find
from peerethics.search.store import open_index
from peerethics.views import finding


def search(
    words: Annotated[list[str], typer.Argument(help="A word, a question, or what happened, in your own words.")],
    code: Annotated[
        list[str] | None, typer.Option("--code", help="Only this code, such as mo or ms.", autocompletion=complete_code)
    ] = None,
    topic: Annotated[
        str, typer.Option("--topic", help="Only duties of this topic (see: topics).", autocompletion=complete_topic)
    ] = "",
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, max=200, help="At most so many provisions.")] = 10,
    exact: Annotated[bool, typer.Option("--exact", help="Only the codes' own words, all of them.")] = False,
    as_json: Json = False,
    plain: Plain = False,
    markdown: Markdown = False,
    no_pager: NoPager = False,
    data: Data = None,
) -> None:
    """Find the provisions that govern a situation, in your own words.

    \b
    Examples:
      peerethics search venmo
      peerethics search lend bus fare
      peerethics search my coworker posted a client photo on instagram
      peerethics search --exact least restrictive
    """
    places = find_places(data or ())
    library = open_library(places)
    vocabulary = open_vocabulary(places, library)
    codes = [library.named(name).id for name in code or ()]
    if topic:
        vocabulary.topic_named(topic)
    typed = " ".join(words)
    index = open_index(places, library)
    if exact:
        answer = search_exactly(typed, vocabulary, index, codes, limit)
    else:
        answer = find(typed, vocabulary, index, codes, topic, limit)
    if as_json:
        labels = {duty.id: duty.label for duty in vocabulary.duties.values()}
        output.show_json([finding.as_json(hit, labels) for hit in answer.hits])
    if not answer.hits:
        near = nearest_words(answer.query, vocabulary, index)
        raise PeerEthicsError(*finding.nothing(typed, near), NOTHING_FOUND)
    if answer.danger and (as_json or markdown):
        output.note(finding.DANGER)
    if markdown:
        output.write(finding.as_markdown(answer))
    elif not as_json:
        shown = [one for one in library.codes if not codes or one.id in codes]
        output.show_page(finding.page(answer, shown), look(plain), paged=not no_pager)
