"""Makes "how do the two codes stand here?": the same, different, or one of them silent."""

from collections.abc import Iterator

from peerethics.library.crosswalks import base
from peerethics.models import Code, Crosswalk, Difference, Pair
from peerethics.quizzing.makers.making import Choice, Sources, question
from peerethics.scenario import Scenario

KIND = "place-pair"
_PROMPT = "How do the two codes stand here?"
_HINT = "First ask whether each code names it at all, then whether the words draw the same line."


def make(sources: Sources) -> Iterator[Scenario]:
    """A question for every practical difference, and for every pair that says the same."""
    if len(sources.codes) != 2:
        return
    walk = sources.crosswalks.between(*sources.codes)
    codes = [code for code in map(sources.library.code, sources.codes) if code]
    if walk is None or len(codes) != 2:
        return
    for difference in walk.differences:
        yield _of_difference(difference, codes, sources)
    yield from _of_pairs(walk, codes, sources)


def _of_difference(one: Difference, codes: list[Code], sources: Sources) -> Scenario:
    cites = dict(one.cites)
    naming = [code.id for code in codes if cites.get(code.id)]
    right = "differ" if len(naming) == 2 else naming[0] if naming else "neither"
    about = [base(place) for places in cites.values() for place in places]
    return _question(one.id, f"{one.title}. {one.example}", right, one.acts, about, codes, sources)


def _of_pairs(walk: Crosswalk, codes: list[Code], sources: Sources) -> Iterator[Scenario]:
    for pair in walk.pairs:
        if pair.relation in ("equal", "equivalent") and base(pair.source) == pair.source:
            yield _of_pair(pair, codes, sources)


def _of_pair(pair: Pair, codes: list[Code], sources: Sources) -> Scenario:
    entry = sources.library.entry(pair.source)
    label = entry.label if entry else pair.source
    about = [base(pair.source), base(pair.target)]
    name = f"{about[0]}-{about[1]}".lower()
    return _question(name, f"{label}.", "same", pair.rationale, about, codes, sources)


def _question(
    name: str, stem: str, right: str, why: str, about: list[str], codes: list[Code], sources: Sources
) -> Scenario:
    choices = [
        Choice("same", "Both say the same in nearly the same words", why, right == "same"),
        Choice("differ", "Both speak of it, and draw the line differently", why, right == "differ"),
    ]
    choices += [Choice(code.id, f"Only {code.name} names it", why, right == code.id) for code in codes]
    return question(KIND, name, _PROMPT, choices, about, sources, stem=stem, hint=_HINT)
