"""Makes "what does this provision ask, in plain words?": the exact words against four plain ones."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from peerethics.library.crosswalks import base
from peerethics.quizzing.makers.making import Choice, Sources, question
from peerethics.scenario import Scenario
from peerethics.seeds import shuffled

KIND = "about"
OTHERS = 3


def make(sources: Sources) -> Iterator[Scenario]:
    """A question for every provision that has a plain line of ours."""
    kin = _kin(sources)
    for code_id in sources.codes:
        code = sources.library.code(code_id)
        plain = [one for one in sources.provisions(code_id) if one.gist]
        for provision in plain if code else ():
            others = [one for one in plain if one.id != provision.id and not set(one.duties) & set(provision.duties)]
            others = [one for one in others if one.id not in kin[provision.id] and one.gist != provision.gist]
            chosen = shuffled(provision.id, others, lambda one: one.id)[:OTHERS]
            if len(chosen) < OTHERS or code is None:
                continue
            choices = [Choice(provision.id, provision.gist, f"That is what {sources.name(provision.id)} asks.", True)]
            choices += [Choice(one.id, one.gist, f"That is {sources.name(one.id)}.") for one in chosen]
            yield question(
                KIND, provision.id, "What does it ask, in plain words?", choices, [provision.id], sources,
                quoted=provision.text, stem=f"{sources.name(provision.id)} says:",
                hint="Read the verb first: what must a worker do, or leave?",
            )  # fmt: skip


def _kin(sources: Sources) -> Mapping[str, set[str]]:
    """For each provision those of its topics, and those that a duty names beside it: they might be meant as well."""
    kin: dict[str, set[str]] = defaultdict(set)
    for topic in sources.vocabulary.topics:
        links = [sources.vocabulary.links(duty) for duty in topic.duties]
        groups = [{base(place) for states, *_ in links for place in states}]
        groups += [{base(place) for level in levels for place in level} for levels in links]
        for group in groups:
            for place in group:
                kin[place] |= group
    return kin
