"""All kinds of questions by name."""

from collections.abc import Callable, Iterable, Mapping

from peerethics.quizzing.makers import about, missing, place_pair, which_code
from peerethics.quizzing.makers.making import Sources
from peerethics.scenario import SCENARIO, Scenario

MAKERS: Mapping[str, Callable[[Sources], Iterable[Scenario]]] = {
    which_code.KIND: which_code.make,
    about.KIND: about.make,
    missing.KIND: missing.make,
    place_pair.KIND: place_pair.make,
}
KINDS = (SCENARIO, *MAKERS)


def make(kinds: Iterable[str], sources: Sources) -> dict[str, Scenario]:
    """Every made question of these kinds, by id."""
    return {one.id: one for kind in kinds if kind in MAKERS for one in MAKERS[kind](sources)}
