"""All questions there are for a quiz: scenarios of the bank, and what the makers make."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from peerethics.library.bank import Bank, Vetting, open_bank
from peerethics.library.bank_file import Listing
from peerethics.library.crosswalks import open_crosswalks
from peerethics.library.places import Places
from peerethics.library.vocabulary import Vocabulary
from peerethics.models import Problem
from peerethics.quizzing.makers.kinds import KINDS, make
from peerethics.quizzing.makers.making import Sources
from peerethics.quizzing.tally import keyed
from peerethics.scenario import BEST, SCENARIO, Scenario

if TYPE_CHECKING:
    from peerethics.reading.sheet import Sheet


class Pool:
    """Questions by id.

    Args:
        places: the data folders.
        vocabulary: topics and codes.
        own: a folder whose scenarios are used instead of all others, or None.
    """

    def __init__(self, places: Places, vocabulary: Vocabulary, own: Path | None = None) -> None:
        self.places, self.vocabulary, self.own = places, vocabulary, own

    @cached_property
    def bank(self) -> Bank:
        """The scenarios.

        Raises:
            PeerEthicsError: a scenario is wrong, or would mark people wrongly (exit code 3).
        """
        held = f"{self.vocabulary.library.sign} {self.vocabulary.sign}"
        return open_bank(self.places, self.own, Vetting(held, self._unusable))

    def _unusable(self, sheets: Sequence[tuple[Scenario, "Sheet"]]) -> list[Problem]:
        from peerethics.checking.scenario_rules import unusable  # only files that changed need it

        return unusable(sheets, self.vocabulary.library, {topic.id for topic in self.vocabulary.topics})

    @cached_property
    def made(self) -> dict[str, Scenario]:
        """Every question that the makers make."""
        codes = tuple(code.id for code in self.vocabulary.library.codes)
        sources = Sources(self.vocabulary.library, self.vocabulary, open_crosswalks(self.places), codes)
        return make(KINDS, sources)

    def listings(self, kinds: Sequence[str]) -> list[Listing]:
        """What there is to choose from, of these kinds."""
        found = self.bank.live() if SCENARIO in kinds else []
        if set(kinds) - {SCENARIO}:
            found = [*found, *(_listing(one) for one in self.made.values() if one.kind in kinds)]
        return found

    def scenario(self, item: str) -> Scenario | None:
        """The question with this id."""
        return self.made.get(item) if "/" in item else self.bank.scenario(item)


def _listing(one: Scenario) -> Listing:
    """The listing of a made question; questions with the same right answer take turns with others, as topics do.

    Else naming the longer code each time would be right in five questions of six.
    """
    keys = tuple(place for code in one.codes for place in keyed(one, code))
    right = next((option.id for option in one.options if BEST in option.rating.values()), "")
    topics = (f"answer {right}", *one.topics)
    return Listing(one.id, one.rev, one.title, topics, one.level, one.content_notes, keys, one.codes, one.status)
