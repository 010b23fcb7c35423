"""Answers the commonest calls without loading the command-line library, which costs more than the answer.

A call is common when its only options say in which form the answer is wanted; every other goes the
long way. Both ways end in the same actions, so that they say the same.
"""

import os
from collections.abc import Sequence

from peerethics.actions.form import Form
from peerethics.actions.verbs import COMMANDS

_FLAGS = {"--json": "as_json", "--plain": "plain", "--markdown": "markdown"}


def answer(words: Sequence[str]) -> bool:
    """Answer a call, if it is a common one; False where the command line must take it.

    Args:
        words: what stands behind the program's name.

    Raises:
        PeerEthicsError: as the actions do.
    """
    flags = [_FLAGS[word] for word in words if word in _FLAGS]
    plain = [word for word in words if word not in _FLAGS]
    if not plain or any(word.startswith("-") for word in plain) or "_PEERETHICS_COMPLETE" in os.environ:
        return False
    form = Form(**dict.fromkeys(flags, True))
    if plain[0] in COMMANDS:
        return len(plain) > 1 and _run(plain[0], plain[1:], form)
    return _cites(plain) and _run("show", plain, form)


def _run(verb: str, rest: Sequence[str], form: Form) -> bool:
    if verb == "show":
        from peerethics.actions.show import show

        show(rest, form)
    elif verb == "search":
        from peerethics.actions.search import search

        search(rest, form)
    elif verb == "compare":
        from peerethics.actions.compare import compare

        compare(rest, form)
    elif verb == "topics" and not form.markdown:
        from peerethics.actions.topics import topics

        topics(rest, form)
    else:
        return False
    return True


def _cites(words: Sequence[str]) -> bool:
    """Whether the words read as a citation, so that `show` can be left out."""
    from peerethics.citations.resolve import is_citation
    from peerethics.library.library import open_library
    from peerethics.library.places import find_places

    return is_citation(" ".join(words), open_library(find_places()))
