"""Makes "whose words are these?": one code's, the other's, or both's, as the crosswalk has judged."""

import re
from collections.abc import Iterator

from peerethics.library.crosswalks import base
from peerethics.models import Code, Provision
from peerethics.quizzing.makers.making import Choice, Sources, question
from peerethics.scenario import Scenario

KIND = "which-code"
_SAME = ("equal", "equivalent")  # a sentence of a provision stands for it here


def make(sources: Sources) -> Iterator[Scenario]:
    """A question for every provision that stands in one code alone, or nearly word for word in both."""
    if len(sources.codes) != 2:
        return
    walk = sources.crosswalks.between(*sources.codes)
    codes = [code for code in map(sources.library.code, sources.codes) if code]
    if walk is None or len(codes) != 2:
        return
    both = {base(pair.source): base(pair.target) for pair in walk.pairs if pair.relation in _SAME}
    both |= {target: source for source, target in both.items()}
    alone = {one.id for one in walk.unmatched}
    for code in codes:
        other = next(one for one in codes if one is not code)
        for provision in code.provisions():
            if provision.id in both or provision.id in alone:
                yield _question(provision, code, other, both.get(provision.id, ""), sources)


def _question(provision: Provision, code: Code, other: Code, twin: str, sources: Sources) -> Scenario:
    own = provision.id.partition("-")[2]
    where = f"These are the words of {code.name} {own}"
    if twin:
        where += f"; {other.name} {twin.partition('-')[2]} says the same in nearly the same words."
    else:
        where += f"; no provision of {other.name} answers to them. That is silence and not permission."
    choices = [Choice(one.id, f"{one.name} only", where, not twin and one is code) for one in (code, other)]
    choices.append(Choice("both", "Both, in nearly the same words", where, bool(twin)))
    return question(
        KIND, provision.id, "Whose words are these?", choices, [provision.id, *filter(None, [twin])], sources,
        quoted=masked(provision.text, code),
        hint="Think of what one code names and the other leaves to law, policy or supervision.",
    )  # fmt: skip


def masked(text: str, code: Code) -> str:
    """The words of a provision with what names the code or its workers left out, as [...]."""
    names = [*code.workers, code.name, "DMH-credentialed individuals", "DMH-credentialed", "DMH"]
    pattern = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.sub(rf"(?<!\w)(?:{pattern})(?!\w)", "[...]", text)
