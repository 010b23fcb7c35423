"""Shows what a check found."""

from typing import TYPE_CHECKING

from peerethics.models import Code
from peerethics.pages.blocks import Block, Span, block
from peerethics.views.citing import counted

if TYPE_CHECKING:  # the checks load PyYAML, which nothing that only shows must
    from peerethics.checking.check import Report


def page(found: "Report") -> list[Block]:
    """Every problem on a line of its own, then what was proven."""
    blocks = [block(str(problem)) for problem in found.problems]
    if found.problems:
        count = len(found.problems)
        summary = f"{count} problem{'s' if count > 1 else ''} in {found.files} file{'s' if found.files > 1 else ''}."
        return [*blocks, block(Span(summary, "warn"), gap=True)]
    proofs = [block(f"{code.name}: {counted(code)}, {_proof(code, found)}.") for code in found.codes]
    if found.duties:
        proofs.append(block(f"Topics: {found.duties} duties, every provision they name exists."))
    proofs += [
        block(f"Crosswalk {one.id}: {len(one.pairs)} pairs, {len(one.differences)} practical differences, consistent.")
        for one in found.crosswalks
    ]
    return [*proofs, block(Span("Everything is in order.", "strong"), f" {found.files} files checked.")]


def _proof(code: Code, found: "Report") -> str:
    if code in found.unproven:
        return "not compared, for it names no source document"
    return f"word for word as in {code.source.file} (sha256 {code.source.sha256[:12]}...)"


def as_json(found: "Report") -> dict[str, object]:
    """What was found, for programs."""
    return {
        "ok": not found.problems,
        "files": found.files,
        "unproven": [code.id for code in found.unproven],
        "codes": [{"id": c.id, "provisions": sum(1 for _ in c.provisions())} for c in found.codes],
        "problems": [p._asdict() for p in found.problems],
    }
