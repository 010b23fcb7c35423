"""Answers the commonest calls without loading the command-line library, which costs more than the answer.

A call is common when its only options say in which form, and how much of it, the answer is wanted; every
other goes the long way. Both ways end in the same actions, so that they say the same.
"""

import os
import re
from collections.abc import Sequence
from typing import NamedTuple

from peerethics.actions.form import Form
from peerethics.actions.verbs import COMMANDS

_FLAGS = {"--json": "as_json", "--plain": "plain", "--markdown": "markdown"}
_LIMITS = ("--limit", "-n")
_LIMIT = re.compile("[1-9][0-9]{0,2}", re.ASCII)


class _Call(NamedTuple):
    words: tuple[str, ...]
    form: Form
    limit: int  #: 0 where none was given


def answer(words: Sequence[str]) -> bool:
    """Answer a call, if it is a common one; False where the command line must take it.

    Args:
        words: what stands behind the program's name.

    Raises:
        PeerEthicsError: as the actions do.
    """
    call = None if "_PEERETHICS_COMPLETE" in os.environ else _read(words)
    if call is None or not call.words:
        return False
    verb, rest = call.words[0], call.words[1:]
    if verb in COMMANDS:
        return bool(rest) and _run(verb, rest, call)
    return _cites(call.words) and _run("show", call.words, call)


def _read(words: Sequence[str]) -> _Call | None:
    """The call in these words; None where an option stands among them that is not of the common ones."""
    plain: list[str] = []
    flags: dict[str, bool] = {}
    limit = 0
    waiting = list(words)
    while waiting:
        word = waiting.pop(0)
        if word == "--":
            plain += waiting
            break
        if word in _FLAGS:
            flags[_FLAGS[word]] = True
        elif word in _LIMITS and waiting and _LIMIT.fullmatch(waiting[0]) and int(waiting[0]) <= 200:
            limit = int(waiting.pop(0))
        elif word.startswith("-"):
            return None  # an option that is not common
        else:
            plain.append(word)
    return _Call(tuple(plain), Form(**flags), limit)


def _run(verb: str, rest: Sequence[str], call: _Call) -> bool:
    if verb == "search":
        from peerethics.actions.search import LIMIT, search

        search(rest, call.form, limit=call.limit or LIMIT)
    elif call.limit:
        return False
    elif verb == "show":
        from peerethics.actions.show import show

        show(rest, call.form)
    elif verb == "compare":
        from peerethics.actions.compare import compare

        compare(rest, call.form)
    elif verb == "topics" and not call.form.markdown:
        from peerethics.actions.topics import topics

        topics(rest, call.form)
    else:
        return False
    return True


def _cites(words: Sequence[str]) -> bool:
    """Whether the words read as a citation, so that `show` can be left out."""
    from peerethics.citations.resolve import is_citation
    from peerethics.library.library import open_library
    from peerethics.library.places import find_places

    return is_citation(" ".join(words), open_library(find_places()))
