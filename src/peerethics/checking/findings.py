"""What a rule finds: which rule, how bad, where, and what to do."""

from typing import NamedTuple

from peerethics.models import ERROR, WARNING


class Finding(NamedTuple):
    """One breach of a rule."""

    rule: str  #: "K1"
    entry: str  #: the place in the file, as the sheet knows it; "" for the file
    what: str
    remedy: str
    severity: str = ERROR


def warning(rule: str, entry: str, what: str, remedy: str) -> Finding:
    """A finding that a person may overrule."""
    return Finding(rule, entry, what, remedy, WARNING)
