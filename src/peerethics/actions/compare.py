"""Compares two codes: on a topic, on provisions, or as a whole."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from peerethics.actions.form import Form
from peerethics.citations.resolve import find, is_citation
from peerethics.comparing import compare as comparing
from peerethics.comparing.compare import Comparison
from peerethics.errors import WRONG_USAGE, PeerEthicsError
from peerethics.library.crosswalks import Crosswalks, open_crosswalks
from peerethics.library.library import Entry, Library, open_library
from peerethics.library.places import find_places
from peerethics.library.vocabulary import Vocabulary, open_vocabulary
from peerethics.models import Code, Crosswalk
from peerethics.screen import output
from peerethics.screen.terminal import look


class Held(NamedTuple):
    """Everything that a comparison draws on."""

    library: Library
    vocabulary: Vocabulary
    crosswalks: Crosswalks
    crosswalk: Crosswalk  #: between the two codes that are compared
    codes: tuple[Code, Code]


def open_held(data: Sequence[Path] = (), codes: Sequence[str] = (), what: Sequence[str] = ()) -> Held:
    """Open what is held between two codes.

    Args:
        data: further data folders.
        codes: names of the two codes; where left out, those that are cited, or the first two that are held.
        what: words that may cite provisions.

    Raises:
        PeerEthicsError: a code is unknown, or there are not two.
    """
    places = find_places(data)
    library = open_library(places)
    vocabulary = open_vocabulary(places, library)
    crosswalks = open_crosswalks(places)
    chosen = [library.named(name) for name in codes] or _cited_codes(" ".join(what), library)
    if len(chosen) != 2 or chosen[0] is chosen[1]:
        raise PeerEthicsError("Two codes are compared at a time.", "Name two: --code mo --code ms", WRONG_USAGE)
    source, target = chosen
    crosswalk = comparing.crosswalk_of(vocabulary, crosswalks, source, target)
    return Held(library, vocabulary, crosswalks, crosswalk, (source, target))


def _cited_codes(words: str, library: Library) -> list[Code]:
    """The two codes that are cited, or the one and the first other; the first two where that says nothing."""
    if len(library.codes) > 2 and is_citation(words, library):
        named = {entry.code.id for entry in find(words, library).entries}
        chosen = [code for code in library.codes if code.id in named]
        if len(chosen) == 1:
            chosen.append(next(code for code in library.codes if code.id not in named))
        if len(chosen) == 2:
            return sorted(chosen, key=library.codes.index)
    return library.codes[:2]


def compare(what: Sequence[str], form: Form = Form(), data: Sequence[Path] = (), codes: Sequence[str] = ()) -> None:  # noqa: B008
    """Compare two codes on a matter; without one, give the overview.

    Args:
        what: words of a topic, a duty or citations; none for the overview.
        form: how to show it.
        data: further data folders.
        codes: names of the two codes.

    Raises:
        PeerEthicsError: nothing is called so (exit code 1).
    """
    from peerethics.views import comparison as view

    held = open_held(data, codes, what)
    if not what:
        if form.as_json:
            pairs = comparing.compared(held.crosswalk.pairs, held.library)
            walk = held.crosswalk
            output.show_json(view.as_json(held.codes, pairs, walk.unmatched, walk.differences, status=walk.status))
        elif form.markdown:
            from peerethics.views.comparison_markdown import whole

            output.write(output.safe(whole(held.crosswalk, held.library)))
        else:
            output.show_page(view.overview(held.crosswalk, held.vocabulary), look(form.plain), paged=form.paged)
        return
    matter = find_matter(what, held)
    if form.as_json:
        status = "draft" if matter.draft else ""
        output.show_json(
            view.as_json(matter.codes, matter.pairs, matter.unmatched, matter.differences, matter.apart, status)
        )
    elif form.markdown:
        from peerethics.views.comparison_markdown import as_markdown

        output.write(output.safe(as_markdown(matter)))
    else:
        output.show_page(view.page(matter), look(form.plain), paged=form.paged)


def find_matter(what: Sequence[str], held: Held) -> Comparison:
    """The comparison on a citation, a topic or a duty.

    Raises:
        PeerEthicsError: nothing is called so.
    """
    words = " ".join(what)
    if is_citation(words, held.library):
        found = find(words, held.library)
        for line in found.notes:
            output.note(line)
        places = [one for entry in found.entries for one in _provisions(entry.id, held.library)]
        return comparing.on_places(places, held.crosswalk, held.crosswalks, held.library)
    topic, duty = held.vocabulary.topic_named(words)
    return comparing.on_topic(topic, [duty] if duty else topic.duties, held.crosswalk, held.vocabulary)


def _provisions(entry_id: str, library: Library) -> list[Entry]:
    from peerethics.views.provision import expand

    entry = library.entry(entry_id)
    return [one for one in expand([entry]) if one.provision] if entry else []
