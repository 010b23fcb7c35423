"""What is said when a citation cannot be answered: why, what is near, what to type instead."""

import difflib
import re
from collections.abc import Sequence

from peerethics.citations.refs import NotACitation
from peerethics.errors import PeerEthicsError
from peerethics.library.library import Library
from peerethics.text import sentence_list

LOOKALIKES = (("l", "i"), ("l", "1"), ("o", "0"))  # letters that fonts and scans confuse with others
SHOWN = 60  # characters of the typed text that a message repeats
REASONS = 6  # places whose refusal is explained; after more, only how many
_NUMERAL_LIKE = re.compile(r"(?<![a-z0-9])[0-9ilovx]+(?![a-z0-9])")
_WORDS = re.compile(r"[\w ,.'-]*[^\W\d_]{3}[\w ,.'-]*")


def typed_form(entry_id: str) -> str:
    """An id as people type it: "ms IV.5" for "ms-IV.5"."""
    return entry_id.replace("-", " ", 1)


def did_you_mean(ids: Sequence[str], library: Library) -> str:
    """ "Did you mean ms I.17 (DMH Operational Standards)?", with our labels; "" for no ids."""
    named = []
    for one in dict.fromkeys(ids):
        entry = library.entry(one)
        if entry:
            named.append(f"{typed_form(one)} ({entry.label})" if entry.label else typed_form(one))
    return f"Did you mean {sentence_list(named, 'or')}?" if named else ""


def without_lookalikes(typed: str, mistaken: str, meant: str) -> str:
    """The text with a letter replaced where it stands in what looks like a number or a numeral."""
    return _NUMERAL_LIKE.sub(lambda found: found[0].replace(mistaken, meant), typed)


def impossible(why: Sequence[str], near: Sequence[str], library: Library) -> PeerEthicsError:
    """The refusal of citations that are well formed but name nothing that exists."""
    reasons = list(dict.fromkeys(why))
    rest = [f"... and {len(reasons) - REASONS} more"] if len(reasons) > REASONS else []
    return PeerEthicsError(
        "\n".join(reasons[:REASONS] + rest), did_you_mean(list(dict.fromkeys(near))[:REASONS], library)
    )


def not_a_citation(written: str, error: NotACitation, library: Library, lookalike: str = "") -> PeerEthicsError:
    """The refusal of a text that does not read as a citation."""
    word = error.word
    shown = " ".join(written.split())
    shown = shown if len(shown) <= SHOWN else shown[:SHOWN] + "..."
    if lookalike:
        return PeerEthicsError(f"{shown!r} is not a citation.", did_you_mean([lookalike], library))
    names = {alias: code.name for code in library.codes for alias in (code.id, code.name.lower(), *code.aliases)}
    close = difflib.get_close_matches(word, [name for name in names if len(name) > 3], n=1, cutoff=0.75)
    if close:
        return PeerEthicsError(f"No code is called {word!r}.", f"Did you mean {names[close[0]]}?")
    stopped = f": {word[:SHOWN]!r} was not understood" if word and word != shown.lower() else ""
    if error.why:
        stopped = f": {error.why}"
    known = sentence_list([code.name for code in library.codes], "or")
    search = f"\nTo find words: peerethics search {shown}" if _WORDS.fullmatch(shown) and not error.why else ""
    return PeerEthicsError(
        f"{shown!r} is not a citation{stopped}.",
        f"Write a code ({known}) and a number, such as mo 13 or ms IV.5.{search}",
    )
