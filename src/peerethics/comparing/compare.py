"""Compares two codes on a topic, a duty or a provision, by the crosswalk between them."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from peerethics.comparing.align import Aligned, align
from peerethics.library.crosswalks import Crosswalks, base, differences_on, suspect
from peerethics.library.library import Entry, Library
from peerethics.library.vocabulary import Vocabulary
from peerethics.models import Code, Crosswalk, Difference, Duty, Pair, Topic, Unmatched
from peerethics.search.answer import CodeAnswer, code_answer

BY_TOPIC = "by-topic"  #: the relation of places that share a duty but were never judged against each other
_RANK = ("equal", "equivalent", "subset", "superset", "intersects", BY_TOPIC)


class Compared(NamedTuple):
    """Two places side by side."""

    pair: Pair
    left: Entry
    right: Entry
    rows: tuple[Aligned, ...]
    suspect: tuple[str, ...]  #: provisions whose text has changed since the pair was judged


class Comparison(NamedTuple):
    """What two codes say on one matter."""

    title: str
    codes: tuple[Code, Code]
    pairs: tuple[Compared, ...]
    apart: tuple[tuple[CodeAnswer, ...], ...]  #: duties on which nothing is paired, with what each code has
    unmatched: tuple[Unmatched, ...]
    differences: tuple[Difference, ...]
    judged: bool = True  #: whether somebody made a crosswalk between the two codes
    draft: bool = False  #: whether that crosswalk still waits for a review


def crosswalk_of(vocabulary: Vocabulary, crosswalks: Crosswalks, source: Code, target: Code) -> Crosswalk:
    """The crosswalk between two codes; where none was made, one that knows only which duties they share."""
    held = crosswalks.between(source.id, target.id)
    if held:
        return held
    pairs: dict[tuple[str, str], Pair] = {}
    for duty in vocabulary.duties.values():
        ours, theirs = vocabulary.answers(duty, source), vocabulary.answers(duty, target)
        for one in ours.states:
            for other in theirs.states:
                said = f"Both state the duty: {duty.label}. Nobody has judged the two texts against each other yet."
                pairs.setdefault((one, other), Pair(one, other, BY_TOPIC, "low", said, ("", "")))
    paired = {base(place) for places in pairs for place in places}
    alone = [
        Unmatched(provision.id, "", "No duty in common was found; nobody has judged it yet.")
        for code in (source, target)
        for provision in code.provisions()
        if provision.id not in paired
    ]
    return Crosswalk(
        id=f"{source.id}--{target.id}",
        source=source.id,
        target=target.id,
        status=BY_TOPIC,
        rule="By shared duties only.",
        pairs=tuple(pairs.values()),
        unmatched=tuple(alone),
        differences=(),
    )


def judged(crosswalk: Crosswalk) -> bool:
    """Whether somebody made this crosswalk, or it knows only which duties two codes share."""
    return crosswalk.status != BY_TOPIC


def on_topic(topic: Topic, duties: Sequence[Duty], crosswalk: Crosswalk, vocabulary: Vocabulary) -> Comparison:
    """Two codes on the duties of a topic, or on some of them."""
    library = vocabulary.library
    source, target = _codes(crosswalk, library)
    found: dict[Pair, None] = {}
    named: set[str] = set()
    apart: list[tuple[CodeAnswer, ...]] = []
    for duty in duties:
        ours, theirs = vocabulary.answers(duty, source), vocabulary.answers(duty, target)
        left, right = ({base(i) for i in (*a.states, *a.covers)} for a in (ours, theirs))
        pairs = [
            pair
            for pair in crosswalk.pairs
            if base(pair.source) in left and base(pair.target) in right and _exists(pair, library)
        ]
        found.update(dict.fromkeys(pairs))
        named |= {base(i) for i in (*ours.states, *theirs.states)}
        if not pairs:
            apart.append((code_answer(vocabulary, duty, source), code_answer(vocabulary, duty, target)))
    whole = len(duties) == len(topic.duties)
    return Comparison(
        topic.label if whole else ", ".join(duty.label for duty in duties),
        (source, target),
        compared(found, library),
        tuple(apart),
        tuple(one for one in crosswalk.unmatched if one.id in named),
        _nearest_first(differences_on(crosswalk, topic.id if whole else "", named), named),
        judged(crosswalk),
        crosswalk.status == "draft",
    )


def on_places(entries: Sequence[Entry], crosswalk: Crosswalk, crosswalks: Crosswalks, library: Library) -> Comparison:
    """Everything that provisions are paired with: in the other code, and inside their own."""
    source, target = _codes(crosswalk, library)
    ids = list(dict.fromkeys(entry.provision.id for entry in entries if entry.provision))
    inner = [one for one in crosswalks.crosswalks if one.source == one.target]
    pairs = [p for walk in (crosswalk, *inner) for p in walk.pairs if {base(p.source), base(p.target)} & set(ids)]
    both = [i for i in ids if i.startswith(f"{source.id}-")], [i for i in ids if i.startswith(f"{target.id}-")]
    if all(both):  # both sides were named: what is between them, judged or not
        pairs = [p for p in pairs if base(p.source) in both[0] and base(p.target) in both[1]]
        if not pairs:
            pairs = [
                Pair(i, j, BY_TOPIC, "low", "These two are not paired.", ("", "")) for i in both[0] for j in both[1]
            ]
    elif len(ids) == 2:  # two of one code: what is between them, if anything
        pairs = [p for p in pairs if {base(p.source), base(p.target)} == set(ids)] or pairs
    return Comparison(
        "",
        (source, target),
        compared(pairs, library),
        (),
        tuple(one for one in crosswalk.unmatched if one.id in ids),
        tuple(differences_on(crosswalk, "", ids)),
        judged(crosswalk),
        crosswalk.status == "draft",
    )


def _exists(pair: Pair, library: Library) -> bool:
    """Whether both places of a pair are held; `check` names those that are not."""
    return library.entry(pair.source) is not None and library.entry(pair.target) is not None


def _nearest_first(differences: Iterable[Difference], named: set[str]) -> tuple[Difference, ...]:
    """Differences that turn on nothing but these provisions before those that only touch them."""

    def outside(one: Difference) -> int:
        return sum(base(place) not in named for _, places in one.cites for place in places)

    return tuple(sorted(differences, key=outside))


def _codes(crosswalk: Crosswalk, library: Library) -> tuple[Code, Code]:
    return library.named(crosswalk.source), library.named(crosswalk.target)


def compared(pairs: Iterable[Pair], library: Library) -> tuple[Compared, ...]:
    """Pairs with their texts side by side, the closest relation first."""
    found = []
    for pair in sorted(pairs, key=lambda p: _RANK.index(p.relation)):
        left, right = library.entry(pair.source), library.entry(pair.target)
        if left and right:
            names = (*left.code.workers, *right.code.workers)
            rows = tuple(align(left.text, right.text, names))
            found.append(Compared(pair, left, right, rows, tuple(suspect(pair, library))))
    return tuple(found)
