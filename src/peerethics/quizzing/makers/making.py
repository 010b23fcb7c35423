"""What all makers share: what they make questions from, and the scenario that every question is."""

from collections.abc import Sequence
from typing import NamedTuple

from peerethics.citations.printed import citation
from peerethics.library.crosswalks import Crosswalks
from peerethics.library.library import Library
from peerethics.library.vocabulary import Vocabulary
from peerethics.models import Code, Crosswalk, Provision
from peerethics.scenario import BEST, Cite, Option, Roles, Scenario, Verdict

SAME = ("equal", "equivalent")  #: relations of the crosswalk that say the same in nearly the same words


class Sources(NamedTuple):
    """What makers make questions from."""

    library: Library
    vocabulary: Vocabulary
    crosswalks: Crosswalks
    codes: tuple[str, ...]  #: ids of the codes that questions may be about

    def provisions(self, code_id: str) -> list[Provision]:
        """The provisions of a code in printed order."""
        code = self.library.code(code_id)
        return list(code.provisions()) if code else []

    def name(self, place: str) -> str:
        """A provision's citation in print; its id where it is not held."""
        entry = self.library.entry(place)
        return citation(entry) if entry else place

    def compared(self) -> tuple[Crosswalk, list[Code]] | None:
        """The crosswalk between the first two codes, and the codes; None where there are no two, or none is held."""
        codes = [code for code in map(self.library.code, self.codes[:2]) if code]
        walk = self.crosswalks.between(codes[0].id, codes[1].id) if len(codes) == 2 else None
        return (walk, codes) if walk else None

    def topics_of(self, places: Sequence[str]) -> tuple[str, ...]:
        """The topics whose duties are stated by these provisions."""
        wanted = set(places)
        found = [
            topic.id
            for topic in self.vocabulary.topics
            if any(wanted & {p.partition("/")[0] for p in self.vocabulary.links(duty)[0]} for duty in topic.duties)
        ]
        return tuple(found)


class Choice(NamedTuple):
    """One option of a made question."""

    id: str
    text: str
    why: str  #: shown as feedback
    right: bool = False


def question(
    kind: str, name: str, prompt: str, choices: Sequence[Choice], about: Sequence[str], sources: Sources,
    quoted: str = "", stem: str = "", hint: str = "",
) -> Scenario:  # fmt: skip
    """A made question as a scenario with one right option, under every code that it is about.

    Args:
        kind: the maker's name.
        name: what the question is about; with the kind it makes the id.
        prompt: the question.
        choices: the options.
        about: the provisions it rests on.
        sources: what it is made from.
        quoted: the issuer's words that it shows.
        stem: our words before them.
        hint: where to look.
    """
    held = tuple(place for place in about if sources.library.entry(place))
    by_code: dict[str, tuple[Cite, ...]] = {}
    for place in held:
        code = place.partition("-")[0]
        by_code[code] = (*by_code.get(code, ()), Cite(place, "explicit"))
    options = tuple(
        Option(
            one.id, one.text, one.text, dict.fromkeys(by_code, BEST if one.right else 0), "",
            dict.fromkeys(by_code, one.why), by_code,
        )
        for one in choices
    )  # fmt: skip
    return Scenario(
        id=f"{kind}/{name}", rev=1, status="draft", author="", title=name, setting="", topics=sources.topics_of(held),
        level="recall", difficulty="medium", content_notes=(), stem=stem, prompt=prompt, short_prompt=prompt,
        hint=hint, options=options, cite={}, compare=Verdict("same", "", ()), beyond_code="", discussion=(),
        roles=Roles("", ""), kind=kind, quoted=quoted,
    )  # fmt: skip
