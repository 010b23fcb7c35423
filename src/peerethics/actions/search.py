"""Answers a question in anybody's words with the provisions that govern it."""

from collections.abc import Sequence
from pathlib import Path

from peerethics.actions.form import Form
from peerethics.errors import WRONG_USAGE, PeerEthicsError
from peerethics.library.library import open_library
from peerethics.library.places import find_places
from peerethics.library.vocabulary import Vocabulary, open_vocabulary
from peerethics.models import Code
from peerethics.screen import output
from peerethics.screen.terminal import look
from peerethics.search.answer import Answer, Hit
from peerethics.search.answer import search as find
from peerethics.search.index import Index
from peerethics.search.store import open_index
from peerethics.views import finding

LIMIT = 10  # provisions


def search(
    words: Sequence[str],
    form: Form = Form(),  # noqa: B008
    data: Sequence[Path] = (),
    codes: Sequence[str] = (),
    topic: str = "",
    limit: int = LIMIT,
    exact: bool = False,
) -> None:
    """Search and show what is found.

    Args:
        words: the question.
        form: how to show it.
        data: further data folders.
        codes: names of the codes to search; all where empty.
        topic: the topic or duty to search; all where empty.
        limit: how many provisions at most.
        exact: whether only the codes' own words count.

    Raises:
        PeerEthicsError: nothing is found, or a code or topic is unknown (exit code 1).
    """
    if exact and topic:
        raise PeerEthicsError("--exact and --topic exclude each other.", "Give one of them.", WRONG_USAGE)
    places = find_places(data)
    library = open_library(places)
    vocabulary = open_vocabulary(places, library)
    names = [library.named(name).id for name in codes]
    chosen = [code for code in library.codes if not names or code.id in names]
    typed = " ".join(words)
    index = open_index(places, vocabulary)
    answer = find(typed, vocabulary, index, names, _id_named(vocabulary, topic), limit)
    if exact:
        from peerethics.search.exact import search_exactly

        answer = search_exactly(typed, vocabulary, names, limit, answer.danger)
    _give(answer, typed, chosen, vocabulary, index, form)


def _give(answer: Answer, typed: str, chosen: Sequence[Code], vocabulary: Vocabulary, index: Index, form: Form) -> None:
    """Show what was found, or say that nothing was.

    Raises:
        PeerEthicsError: nothing was found (exit code 1).
    """
    if form.as_json:
        labels = {duty.id: duty.label for duty in vocabulary.duties.values()}
        output.show_json([finding.as_json(hit, labels, _silent(vocabulary, hit, chosen)) for hit in answer.hits])
    found = answer.hits or (answer.groups and not form.as_json)  # that a code is silent is an answer, too
    if answer.danger and (form.as_json or form.markdown or not found):
        output.note(finding.DANGER)
    if not found:
        from peerethics.search.nearest import nearest_words

        raise PeerEthicsError(*finding.nothing(typed, nearest_words(answer.query, vocabulary, index)))
    if form.markdown:
        from peerethics.views.finding_markdown import as_markdown

        output.write(output.safe(as_markdown(answer, chosen)))
    elif not form.as_json:
        output.show_page(finding.page(answer, chosen), look(form.plain), paged=form.paged)


def _id_named(vocabulary: Vocabulary, topic: str) -> str:
    """The id of a topic, or of a duty, that was asked for by any of its names; "" for none."""
    if not topic:
        return ""
    wanted, duty = vocabulary.topic_named(topic)
    return duty.id if duty else wanted.id if wanted else ""


def _silent(vocabulary: Vocabulary, hit: Hit, codes: Sequence[Code]) -> list[str]:
    """The codes that do not name the first duty which led to a hit."""
    if not hit.duties:
        return []
    duty = vocabulary.duties[hit.duties[0]]
    return [code.id for code in codes if vocabulary.answers(duty, code).silent]
