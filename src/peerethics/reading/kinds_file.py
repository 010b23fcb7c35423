"""Reads kinds of words (`format: peerethics/kinds@1`): words that could stand for each other in a story."""

from peerethics.models import Kind
from peerethics.reading.sheet import Map, Sheet, open_list
from peerethics.reading.topics_file import ID


def open_kinds(raw: bytes, shown: str) -> tuple[tuple[Kind, ...] | None, Sheet]:
    """The kinds in a file's contents, and the sheet with its problems and places."""
    return open_list(raw, shown, "kinds", _kind, "a kind")


def _kind(entry: Map) -> Kind:
    kind_id = entry.text("id", required=True, shape=ID)
    entry.place(f"kind {kind_id}")
    return Kind(kind_id, entry.texts("words", required=True))
