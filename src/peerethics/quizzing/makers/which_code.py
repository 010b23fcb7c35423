"""Makes "whose words are these?": one code's, the other's, or both's, as the crosswalk has judged."""

import re
from collections.abc import Iterator, Sequence

from peerethics.library.crosswalks import base
from peerethics.models import Code
from peerethics.quizzing.makers.making import SAME, Choice, Sources, question
from peerethics.scenario import Scenario

KIND = "which-code"
#: What only one of the shipped codes can mean, besides what its file calls its workers.
_OFFICES = ("DMH-credentialed individuals", "DMH-credentialed", "DMH", "PLACE Review Board",
            "Division of Professional Licensure and Certification")  # fmt: skip


def make(sources: Sources) -> Iterator[Scenario]:
    """A question for every provision that stands in one code alone, or nearly word for word in both."""
    compared = sources.compared()
    if compared is None:
        return
    walk, codes = compared
    both = {base(pair.source): (pair.source, pair.target) for pair in walk.pairs if pair.relation in SAME}
    both |= {base(target): (target, source) for source, target in both.values()}
    alone = {one.id for one in walk.unmatched}
    for code in codes:
        for provision in code.provisions():
            if provision.id in both or provision.id in alone:
                yield _question(*both.get(provision.id, (provision.id, "")), code, codes, sources)


def _question(place: str, twin: str, code: Code, codes: list[Code], sources: Sources) -> Scenario:
    """A question on the words at a place: a provision, or that sentence of it which its twin says too."""
    entry = sources.library.entry(place)
    where = f"These are the words of {sources.name(base(place))}"
    if twin:
        where += f"; {sources.name(base(twin))} says the same in nearly the same words."
    else:
        other = next(one for one in codes if one is not code)
        where += f"; no provision of {other.name} answers to them. That is silence and not permission."
    choices = [Choice(one.id, f"{one.name} only", where, not twin and one is code) for one in codes]
    choices.append(Choice("both", "Both, in nearly the same words", where, bool(twin)))
    return question(
        KIND, base(place), "Whose words are these?", choices, [base(one) for one in (place, twin) if one], sources,
        quoted=masked(entry.text if entry else "", codes),
        hint="Think of what one code names and the other leaves to law, policy or supervision.",
    )  # fmt: skip


def masked(text: str, codes: Sequence[Code]) -> str:
    """The words of a provision with what names a code, its workers or its own offices left out, as [...]."""
    names = [*_OFFICES, *(name for code in codes for name in (code.issuer, code.name, *code.workers))]
    pattern = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.sub(rf"(?<!\w)(?:{pattern})(?!\w)", "[...]", text)
