"""Shows how strongly provisions bind, by the words they use."""

from collections.abc import Collection, Sequence

from peerethics.comparing.strength import ORDER, strengths
from peerethics.models import Code
from peerethics.pages.blocks import Block, Span, block, labelled
from peerethics.views import citing

NOTE = (
    "Read off the words of each text; each provision stands under its strongest. Must counts also shall, required, "
    'obligation and "have a duty"; will counts "do not"; should counts "responsibility"; strive counts "make every '
    'effort"; plain is a bare verb, such as "Respect". '
    "How strongly a duty binds in practice is not for this program to say."
)


def _by_strength(code: Code, wanted: Collection[str] | None) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {name: [] for name in ORDER}
    for provision in code.provisions():
        if wanted is None or provision.id in wanted:
            found[strengths(provision.text)[0]].append(provision.id)
    return found


def page(codes: Sequence[Code], wanted: Collection[str] | None) -> list[Block]:
    """For each code and strength the provisions whose strongest word it is."""
    blocks: list[Block] = []
    for code in codes:
        blocks.append(block(Span(code.name, "title"), gap=True))
        for name, ids in _by_strength(code, wanted).items():
            listed = ", ".join(one.partition("-")[2] for one in ids)
            blocks.append(labelled(f"{name}:", f"{len(ids)}" + (f"  ({listed})" if ids else ""), indent=2, column=9))
    blocks.append(block(Span(NOTE, "quiet"), gap=True))
    return [*blocks, block(Span(citing.edition_line(list(codes)), "quiet"))]


def as_json(codes: Sequence[Code], wanted: Collection[str] | None) -> dict[str, object]:
    """The same for programs, with every strength that a provision uses."""
    return {
        code.id: {p.id: list(strengths(p.text)) for p in code.provisions() if wanted is None or p.id in wanted}
        for code in codes
    }
