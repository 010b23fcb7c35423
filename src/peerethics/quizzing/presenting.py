"""Where a presentation stands, and what each command of the trainer does to it.

A scenario goes through stages: the stem, the options, a first count of hands, talk, a second count, the key. That
people vote, talk and vote again is Peer Instruction (Vickrey et al. 2015: the vote before the talk matters).
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

STEM, OPTIONS, FIRST, TALK, SECOND, REVEAL = range(6)
COUNTING = {FIRST: 1, SECOND: 2}  #: stages at which hands are counted, and the round that it is
HELP = (
    ("Enter, space", "go on"),
    ("b", "go back"),
    ("n, p", "next, previous scenario"),
    ("g 7", "go to scenario 7"),
    ("3 9 7 1", "hands for each option, at a count"),
    ("s", "leave this scenario out"),
    ("f", "whole story or short form"),
    ("t", "a quiet timer, on or off"),
    (".", "blank screen, on or off"),
    ("q", "stop; nothing is lost"),
)


class Place(NamedTuple):
    """Where a presentation stands."""

    item: int = 0  #: from 0
    stage: int = STEM
    page: int = 0  #: of a stage that is longer than the screen
    blank: bool = False
    short: bool = False  #: whether the short form is shown instead of the whole story
    timer: bool = False
    help: bool = False
    left: bool = False  #: whether the trainer has stopped
    skipped: frozenset[int] = frozenset()  #: scenarios that were left out
    said: str = ""  #: a remark on the last command
    counts: Mapping[tuple[int, int], tuple[int, ...]] = {}  #: (item, round) -> hands for each option


def step(place: Place, command: str, sizes: Sequence[int], pages: int = 1) -> Place:
    """Where a command leads.

    Args:
        place: where the presentation stands.
        command: what was typed, such as "", "b", "g 7" or "3 9 7 1".
        sizes: how many options each scenario has.
        pages: how many screens the stage at hand takes.
    """
    place = place._replace(said="")
    typed = command.strip().lower()
    if place.help or place.blank:  # any key brings the screen back
        return place._replace(help=False, blank=False)
    if re.fullmatch(r"\d{1,9}([ ,]+\d{1,9})*", typed):
        return _numbers(place, [int(one) for one in re.findall(r"\d+", typed)], sizes)
    jump = re.fullmatch(r"g\s*(\d{1,9})", typed)
    if jump:
        return _item(place, int(jump[1]) - 1, len(sizes))
    if typed == "":
        return _forward(place, len(sizes), pages)
    if typed == "s":
        place = place._replace(skipped=place.skipped | {place.item})
    if typed in ("n", "s"):
        return _beside(place, 1, len(sizes))
    if typed in ("p", "b") and (typed == "p" or not (place.stage or place.page)):
        return _beside(place, -1, len(sizes))
    said = f"{command.strip()[:20]!r} is no command; ? shows all."
    if place.stage in COUNTING:
        said = f"Type {sizes[place.item]} numbers, one for each option, or Enter to leave it out."
    return _switched(place, typed) or place._replace(said=said)


def _switched(place: Place, typed: str) -> Place | None:
    """What a single letter does to the screen; None for a letter that does nothing."""
    if typed == "b":
        return _back(place)
    changes = {
        ".": place._replace(blank=True),
        "?": place._replace(help=True, page=0),
        "f": place._replace(short=not place.short, page=0),
        "t": place._replace(timer=not place.timer),
        "q": place._replace(left=True),
    }
    return changes.get(typed)


def _numbers(place: Place, numbers: Sequence[int], sizes: Sequence[int]) -> Place:
    size = sizes[place.item]
    stage = place.stage + 1 if place.stage in (OPTIONS, TALK) else place.stage  # a key press early is meant, too
    if stage not in COUNTING:
        return place._replace(said="Hands are counted once the options are shown; g 7 goes to scenario 7.")
    if len(numbers) != size or max(numbers) > 9999:
        return place._replace(said=f"Type {size} numbers, one for each option.")
    counts = {**place.counts, (place.item, COUNTING[stage]): tuple(numbers)}
    return place._replace(counts=counts, stage=stage + 1, page=0)


def _forward(place: Place, items: int, pages: int) -> Place:
    if place.page < pages - 1:
        return place._replace(page=place.page + 1)
    if place.stage < REVEAL:
        return place._replace(stage=place.stage + 1, page=0)
    return _beside(place, 1, items)


def _back(place: Place) -> Place:
    return place._replace(page=place.page - 1) if place.page else place._replace(stage=place.stage - 1)


def _beside(place: Place, way: int, items: int) -> Place:
    """The next scenario that was not left out, or the one before: its story, for nobody should meet a key by chance."""
    number = place.item + way
    while number in place.skipped:
        number += way
    return _item(place, number, items)


def _item(place: Place, number: int, items: int) -> Place:
    if 0 <= number < items:
        return place._replace(item=number, stage=STEM, page=0)
    said = "This is the end; q stops." if number >= items else "There is none before the first."
    return place._replace(said=said)
