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
    warnings = len(found.problems) - found.errors
    if found.errors:
        said = [number("problem", found.errors), *([number("warning", warnings)] if warnings else [])]
        summary = f"{' and '.join(said)} in {number('file', found.files)}."
        return [*blocks, block(Span(summary, "warn"), gap=True)]
    proofs = [block(f"{code.name}: {counted(code)}, {_proof(code, found)}.") for code in found.codes]
    if found.duties:
        proofs.append(block(f"Topics: {found.duties} duties, every provision they name exists."))
    if found.kinds:
        proofs.append(block(f"Words: {found.kinds} kinds, each word in two at most."))
    proofs += [
        block(f"Crosswalk {one.id}: {len(one.pairs)} pairs, {len(one.differences)} practical differences, consistent.")
        for one in found.crosswalks
    ]
    if found.scenarios:
        proofs.append(block(f"Scenarios: {len(found.scenarios)}, every key, citation and verdict holds."))
    order = f"No error; {number('warning', warnings)} to judge." if warnings else "Everything is in order."
    return [*blocks, *proofs, block(Span(order, "strong"), f" {number('file', found.files)} checked.")]


def number(noun: str, count: int) -> str:
    """ "1 file", "2 files"."""
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _proof(code: Code, found: "Report") -> str:
    if code in found.unproven:
        return "not compared, for it names no source document"
    return f"word for word as in {code.source.file} (sha256 {code.source.sha256[:12]}...)"


def as_json(found: "Report") -> dict[str, object]:
    """What was found, for programs."""
    return {
        "ok": not found.errors,
        "files": found.files,
        "unproven": [code.id for code in found.unproven],
        "codes": [{"id": c.id, "provisions": sum(1 for _ in c.provisions())} for c in found.codes],
        "duties": found.duties,
        "kinds": found.kinds,
        "scenarios": [one.id for one in found.scenarios],
        "problems": [p._asdict() for p in found.problems],
    }
