"""Makes "how do the two codes stand here?": the same, different, or one of them silent."""

import re
from collections.abc import Iterator

from peerethics.library.crosswalks import base
from peerethics.models import Code, Crosswalk, Difference, Pair
from peerethics.quizzing.makers.making import SAME, Choice, Sources, question
from peerethics.scenario import Scenario

KIND = "place-pair"
_PROMPT = "How do the two codes stand here?"
_UNNAMED = re.compile(r"\bnot named\b|\b(?:is|are) named\b")
_HINT = "First ask whether each code names it at all, then whether the words draw the same line."


def make(sources: Sources) -> Iterator[Scenario]:
    """A question for every practical difference, and for every pair that says the same."""
    compared = sources.compared()
    if compared is None:
        return
    walk, codes = compared
    for difference in walk.differences:
        if not _doubtful(difference, walk):
            yield _of_difference(difference, codes, sources)
    cited = [{base(place) for _, places in one.cites for place in places} for one in walk.differences]
    for pair in walk.pairs:
        own = {base(pair.source), base(pair.target)}
        if pair.relation in SAME and base(pair.source) == pair.source and not any(own <= places for places in cited):
            yield _of_pair(pair, codes, sources)


def _doubtful(one: Difference, walk: Crosswalk) -> bool:
    """Whether two answers can be defended.

    A code that has a general provision without naming the matter both speaks of it and does not; and two provisions
    may say the same while a third makes the difference.
    """
    cited = {base(place) for _, places in one.cites for place in places}
    same = any({base(p.source), base(p.target)} <= cited for p in walk.pairs if p.relation in SAME)
    return not cited or same or any(_UNNAMED.search(said) for _, said in one.says)


def _of_difference(one: Difference, codes: list[Code], sources: Sources) -> Scenario:
    cites = dict(one.cites)
    naming = [code.id for code in codes if cites.get(code.id)]
    right = "differ" if len(naming) == len(codes) else naming[0]
    about = [base(place) for places in cites.values() for place in places]
    return _question(one.id, f"{one.title}. {one.example}", right, one.acts, about, codes, sources)


def _of_pair(pair: Pair, codes: list[Code], sources: Sources) -> Scenario:
    entry = sources.library.entry(pair.source)
    label, words = (entry.label, entry.text) if entry else (pair.source, "")
    about = [base(pair.source), base(pair.target)]
    name = f"{about[0]}-{about[1]}".lower()
    stem = f"{label}. {sources.name(about[0])} says:"
    return _question(name, stem, "same", pair.rationale, about, codes, sources, words)


def _question(
    name: str,
    stem: str,
    right: str,
    why: str,
    about: list[str],
    codes: list[Code],
    sources: Sources,
    quoted: str = "",
) -> Scenario:
    choices = [
        Choice("same", "Both say the same in nearly the same words", why, right == "same"),
        Choice("differ", "Both speak of it, and draw the line differently", why, right == "differ"),
    ]
    choices += [Choice(code.id, f"Only {code.name} names it", why, right == code.id) for code in codes]
    return question(KIND, name, _PROMPT, choices, about, sources, quoted, stem, _HINT)
