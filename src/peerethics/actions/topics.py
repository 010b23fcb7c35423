"""Browses topics: all of them, or one across the codes."""

from collections.abc import Sequence
from pathlib import Path

from peerethics.actions.form import Form
from peerethics.library.library import open_library
from peerethics.library.places import find_places
from peerethics.library.vocabulary import open_vocabulary
from peerethics.screen import output
from peerethics.screen.terminal import look
from peerethics.views import topics as view


def topics(name: Sequence[str], form: Form = Form(), data: Sequence[Path] = ()) -> None:  # noqa: B008
    """Show all topics, or the topic or duty of this name.

    Raises:
        PeerEthicsError: there is no such topic (exit code 1).
    """
    places = find_places(data)
    vocabulary = open_vocabulary(places, open_library(places))
    if name:
        topic, duty = vocabulary.topic_named(" ".join(name))
        chosen = [topic._replace(duties=(duty,)) if duty else topic]
    else:
        chosen = vocabulary.topics
    if form.as_json:
        output.show_json([view.topic_json(topic, vocabulary) for topic in chosen])
    else:
        blocks = view.page(chosen[0], vocabulary) if name else view.overview(vocabulary)
        output.show_page(blocks, look(form.plain), paged=form.paged)
