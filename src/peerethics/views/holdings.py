"""Shows which codes are held."""

from collections.abc import Sequence
from typing import NamedTuple

from peerethics.library.sources import Held
from peerethics.models import Code
from peerethics.pages.blocks import Block, Span, block, labelled
from peerethics.views.citing import counted

_COLUMN = 11
CLOSING = (
    "These are reference copies for study, not the law and not legal advice. Ask each issuer for its current edition. "
    "Where a code is silent, that is not permission: law, agency policy and your supervisor may say more."
)


class Holding(NamedTuple):
    """A code, the document it was taken from, and what is wrong between the two."""

    code: Code
    source: Held | None
    differences: tuple[str, ...]


def state(one: Holding) -> str:
    """Whether the code is intact, in words."""
    if not one.code.source.file:
        return "not proven: the file names no source document"
    if one.differences:
        return f"NOT INTACT: {one.differences[0]}" + (" (see: peerethics check)" if len(one.differences) > 1 else "")
    return "intact: every word as in the source"


def page(held: Sequence[Holding]) -> list[Block]:
    """The page for `codes`."""
    blocks: list[Block] = []
    for one in held:
        code = one.code
        rows = [
            ("Title:", code.title),
            ("Issuer:", code.issuer),
            ("Holds:", counted(code)),
            ("Edition:", code.edition.stated + (f". {code.edition.warning}" if code.edition.warning else "")),
            ("Source:", _source(one)),
            ("Text:", state(one)),
            ("Read from:", str(code.path)),
        ]
        blocks.append(block(Span(code.name, "title"), Span(f"  (cite as {code.id})", "quiet"), gap=True))
        blocks += [labelled(label, text, indent=2, column=_COLUMN) for label, text in rows]
    return [*blocks, block(Span(CLOSING, "quiet"), gap=True)]


def _source(one: Holding) -> str:
    source = one.code.source
    if not source.file:
        return "none held"
    return f"{source.file}, {source.bytes:,} bytes, sha256 {source.sha256}"


def as_json(one: Holding) -> dict[str, object]:
    """One holding, for programs."""
    code = one.code
    return {
        "id": code.id,
        "name": code.name,
        "title": code.title,
        "issuer": code.issuer,
        "edition": code.edition.stated,
        "edition_warning": code.edition.warning,
        "provisions": sum(1 for _ in code.provisions()),
        "parts": [{"id": p.id, "kind": p.kind, "label": p.label, "provisions": len(p.provisions)} for p in code.parts],
        "source": {"file": code.source.file, "bytes": code.source.bytes, "sha256": code.source.sha256},
        "intact": None if not code.source.file else not one.differences,
        "differences": list(one.differences),
        "read_from": code.path,
    }
