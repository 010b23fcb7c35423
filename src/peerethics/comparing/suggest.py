"""Proposes pairs between two codes by likeness of words and shared duties: a draft to edit, never a verdict."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from peerethics.library.crosswalks import base, fingerprint
from peerethics.library.vocabulary import Vocabulary
from peerethics.models import Code, Provision
from peerethics.search.words import features

EACH = 3  # proposals for a provision of either code
LEAST = 0.18  # likeness below which two texts have little more than common words in common
STATED = 0.25  # what a duty that both state adds to the likeness of their words
REACHED = 0.15  # the same for a duty that one of them states and the other reaches as a general provision


class Proposal(NamedTuple):
    """Two provisions that may ask for something together."""

    source: Provision
    target: Provision
    likeness: float  #: from 0 to 1, cosine of their words weighed by rarity, plus what shared duties add
    duties: tuple[str, ...]  #: labels of the duties that both answer to


def propose(source: Code, target: Code, vocabulary: Vocabulary) -> list[Proposal]:
    """The likeliest counterparts of each provision of both codes, in the order of the source, the likest first."""
    ours, theirs = list(source.provisions()), list(target.provisions())
    vectors = _vectors([*ours, *theirs])
    stated, reached = (_duties_by_provision(vocabulary, level) for level in (0, 1))
    likely = []
    for one in ours:
        for other in theirs:
            both = _in_both(stated, stated, one, other)
            half = _in_both(stated, reached, one, other) + _in_both(reached, stated, one, other)
            added = STATED if both else REACHED if half else 0.0
            likeness = min(1.0, _cosine(vectors[one.id], vectors[other.id]) + added)
            if likeness >= LEAST:
                likely.append(Proposal(one, other, likeness, both + half))
    rank: Counter[str] = Counter()
    best = []
    for row in sorted(likely, key=lambda row: -row.likeness):
        if min(rank[row.source.id], rank[row.target.id]) < EACH:
            best.append(row)
        rank.update((row.source.id, row.target.id))
    order = {provision.id: number for number, provision in enumerate(ours)}
    return sorted(best, key=lambda row: order[row.source.id])


def as_yaml(source: Code, target: Code, proposals: Sequence[Proposal]) -> str:
    """A crosswalk file to edit; `check` refuses it until every line has been judged."""
    lines = [
        f"# Draft: {source.name} and {target.name}, proposed by likeness of words and shared duties.",
        "# Nobody has judged it. Read both texts of each pair, then write its relation (equal, equivalent, subset,",
        "# superset or intersects, read from the source's side), confidence and rationale, or remove the pair; list",
        "# what is left over under `unmatched`. `peerethics check` names every line that still waits.",
        "format: peerethics/crosswalk@1",
        f"id: {source.id}--{target.id}",
        f"source: {source.id}",
        f"target: {target.id}",
        "method: hybrid",
        "status: draft",
        "rule: >-",
        "  A general duty is a superset of a specific rule only where the rule adds no act, person, record or",
        "  condition that the general text does not name.",
        "pairs:" if proposals else "pairs: []",
    ]
    for one in proposals:
        because = f"likeness {one.likeness:.2f}" + (f"; shared duties: {', '.join(one.duties)}" if one.duties else "")
        lines += [
            f"  # {because}",
            f"  - source: {one.source.id}",
            f"    target: {one.target.id}",
            "    relation: TODO",
            "    confidence: TODO",
            '    rationale: ""',
            f'    fingerprints: ["{fingerprint(one.source.text)}", "{fingerprint(one.target.text)}"]',
        ]
    paired = {p.id for one in proposals for p in (one.source, one.target)}
    alone = [p.id for code in (source, target) for p in code.provisions() if p.id not in paired]
    lines += ["unmatched:" if alone else "unmatched: []"]
    for provision_id in alone:
        lines += [f"  - id: {provision_id}", '    note: ""']
    return "\n".join(" ".join(line.splitlines()) for line in lines) + "\n"


def _duties_by_provision(vocabulary: Vocabulary, level: int) -> dict[str, list[str]]:
    """Labels of the duties that each provision states (level 0), or reaches as a general one (level 1)."""
    found: dict[str, list[str]] = {}
    for duty in vocabulary.duties.values():
        for provision in dict.fromkeys(base(place) for place in vocabulary.links(duty)[level]):
            found.setdefault(provision, []).append(duty.label)
    return found


def _in_both(
    left: Mapping[str, Sequence[str]], right: Mapping[str, Sequence[str]], one: Provision, other: Provision
) -> tuple[str, ...]:
    return tuple(label for label in left.get(one.id, ()) if label in right.get(other.id, ()))


def _vectors(provisions: Sequence[Provision]) -> dict[str, dict[str, float]]:
    """Each text as its words weighed by rarity (tf-idf), of length 1."""
    counted = {p.id: Counter(features(p.text)) for p in provisions}
    having = Counter(word for words in counted.values() for word in words)
    vectors = {}
    for provision, words in counted.items():
        raw = {word: count * math.log(len(counted) / having[word]) for word, count in words.items()}
        length = math.sqrt(sum(weight * weight for weight in raw.values())) or 1.0
        vectors[provision] = {word: weight / length for word, weight in raw.items()}
    return vectors


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    return sum(weight * other.get(word, 0.0) for word, weight in one.items())
