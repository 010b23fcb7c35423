"""Proposes pairs between two codes by likeness of words and shared duties: a draft to edit, never a verdict."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from peerethics.library.crosswalks import fingerprint
from peerethics.library.vocabulary import Vocabulary
from peerethics.models import Code, Provision
from peerethics.search.words import features

EACH = 3  # proposals for a provision
LEAST = 0.18  # likeness below which two texts have little more than common words in common
SHARED = 0.25  # what a duty that both state adds to the likeness of their words


class Proposal(NamedTuple):
    """Two provisions that may ask for something together."""

    source: Provision
    target: Provision
    likeness: float  #: from 0 to 1, cosine of their words weighed by rarity, plus what shared duties add
    duties: tuple[str, ...]  #: labels of the duties that both state


def propose(source: Code, target: Code, vocabulary: Vocabulary) -> list[Proposal]:
    """The likeliest counterparts of each provision of one code in another, the likest first."""
    ours, theirs = list(source.provisions()), list(target.provisions())
    vectors = _vectors([*ours, *theirs])
    stated = _duties_by_provision(vocabulary)
    found = []
    for one in ours:
        rows = []
        for other in theirs:
            shared = tuple(d for d in stated.get(one.id, ()) if d in stated.get(other.id, ()))
            likeness = min(1.0, _cosine(vectors[one.id], vectors[other.id]) + SHARED * bool(shared))
            if likeness >= LEAST:
                rows.append(Proposal(one, other, likeness, shared))
        found += sorted(rows, key=lambda row: -row.likeness)[:EACH]
    return found


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
        because = f"likeness {one.likeness:.2f}" + (f"; both state: {', '.join(one.duties)}" if one.duties else "")
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


def _duties_by_provision(vocabulary: Vocabulary) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for duty in vocabulary.duties.values():
        for place in vocabulary.links(duty)[0]:
            found.setdefault(place.partition("/")[0], []).append(duty.label)
    return {provision: tuple(labels) for provision, labels in found.items()}


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
