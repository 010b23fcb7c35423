"""Reads kinds of words (`format: peerethics/kinds@1`): words that could stand for each other in a story."""

from peerethics.models import Kind
from peerethics.reading.sheet import Map, Sheet, open_sheet
from peerethics.reading.topics_file import ID


def open_kinds(raw: bytes, shown: str) -> tuple[tuple[Kind, ...] | None, Sheet]:
    """The kinds in a file's contents, and the sheet with its problems and places."""
    root, sheet = open_sheet(raw, shown)
    if root is None:
        return None, sheet
    top = Map(sheet, root, "a file of kinds")
    top.text("format", required=True)
    kinds = top.each("kinds", _kind, "a kind", required=True)
    top.close()
    return kinds, sheet


def _kind(entry: Map) -> Kind:
    kind_id = entry.text("id", required=True, shape=ID)
    entry.place(f"kind {kind_id}")
    return Kind(kind_id, entry.texts("words", required=True))
