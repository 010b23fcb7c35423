"""Chooses the questions of a quiz: what was asked for, topics mixed, in the order of the seed."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from peerethics.errors import PeerEthicsError
from peerethics.library.bank import RETIRED
from peerethics.library.bank_file import Listing
from peerethics.seeds import rank, shuffled
from peerethics.text import sentence_list


class Wanted(NamedTuple):
    """Which questions a person wants."""

    codes: tuple[str, ...]
    number: int  #: of questions
    topics: tuple[str, ...] = ()
    provisions: tuple[str, ...] = ()  #: at least one of them in the key
    level: str = ""
    skip: tuple[str, ...] = ()  #: content notes to leave out


def choose(listings: Iterable[Listing], wanted: Wanted, seed: str, known: Collection[str] = ()) -> list[Listing]:
    """The questions of a quiz, in order.

    Args:
        listings: what there is to choose from.
        wanted: what is asked for.
        seed: the same seed gives the same questions in the same order.
        known: ids of questions that come last, since they were answered well.

    Raises:
        PeerEthicsError: nothing fits (exit code 1).
    """
    fitting = [one for one in listings if _fits(one, wanted)]
    if not fitting:
        raise PeerEthicsError(f"No question fits{_asked(wanted)}.", "Ask for less, or see: peerethics scenarios")
    fresh = [one for one in fitting if one.id not in known]
    rest = [one for one in fitting if one.id in known]
    return [*mixed(fresh, seed), *mixed(rest, seed)][: wanted.number]


def _fits(one: Listing, wanted: Wanted) -> bool:
    return (
        one.status != RETIRED
        and any(code in one.codes for code in wanted.codes)
        and (not wanted.topics or bool(set(one.topics) & set(wanted.topics)))
        and (not wanted.provisions or bool(set(one.keys) & set(wanted.provisions)))
        and (not wanted.level or one.level == wanted.level)
        and not set(one.content_notes) & set(wanted.skip)
    )


def _asked(wanted: Wanted) -> str:
    said = []
    if wanted.topics:
        said.append(f"the topic {sentence_list(list(wanted.topics), 'or')}")
    if wanted.provisions:
        said.append(f"the provision {sentence_list(list(wanted.provisions), 'or')}")
    if wanted.level:
        said.append(f"the level {wanted.level}")
    if wanted.skip:
        said.append(f"without {sentence_list(list(wanted.skip), 'or')}")
    return f" {sentence_list(said)}" if said else ""


def mixed(listings: Sequence[Listing], seed: str) -> list[Listing]:
    """The listings by turns from each main topic, so that one topic does not follow itself while others are left.

    Practice that changes between topics that are easily confused holds better (Brunmair & Richter 2019).
    """
    by_topic: dict[str, list[Listing]] = defaultdict(list)
    for one in shuffled(seed, listings, lambda listing: listing.id):
        by_topic[one.topics[0] if one.topics else ""].append(one)
    turns = sorted(by_topic, key=lambda topic: rank(seed, f"topic {topic}"))
    ordered: list[Listing] = []
    for turn in range(max(map(len, by_topic.values()), default=0)):
        ordered += [by_topic[topic][turn] for topic in turns if turn < len(by_topic[topic])]
    return ordered
