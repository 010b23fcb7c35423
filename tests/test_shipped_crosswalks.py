"""The shipped crosswalks account for all 96 provisions both ways, and what they say is ours, short and in order."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from lands import inner_crosswalk, shipped_crosswalk
from libraries import shipped

from peerethics.checking.check import Context, check
from peerethics.comparing.strength import strengths
from peerethics.library.crosswalks import base, fingerprint, turned
from peerethics.library.library import open_library
from peerethics.library.places import Places, shipped_data
from peerethics.library.vocabulary import open_vocabulary
from peerethics.models import Crosswalk, Pair
from peerethics.text import sentences

DATA = shipped_data()
BOTH = (shipped_crosswalk, inner_crosswalk)
EVERY = {p.id for code in shipped().codes for p in code.provisions()}
IN_A_ROW = 8  # words of a source in a row that would make our words a copy of them


def pairs() -> list[Pair]:
    return [pair for crosswalk in BOTH for pair in crosswalk().pairs]


def ours() -> Iterator[tuple[str, str]]:
    """Everything that the crosswalks say in our words, with a name for it."""
    for pair in pairs():
        yield f"{pair.source} {pair.target}", pair.rationale
    for one in shipped_crosswalk().unmatched:
        yield one.id, one.note
    for difference in shipped_crosswalk().differences:
        for code, said in difference.says:
            yield f"{difference.id} {code}", said
        yield f"{difference.id} acts", difference.acts
        yield f"{difference.id} example", difference.example


def test_they_keep_every_rule() -> None:
    context = Context((DATA,), tuple(shipped().codes))
    report = check([*sorted((DATA / "crosswalks").glob("*.yaml")), DATA / "topics.yaml"], context)
    assert report.problems == ()
    assert len(report.crosswalks) == 2


def accounted(crosswalk: Crosswalk) -> tuple[set[str], set[str]]:
    """The provisions in pairs, and those listed as without counterpart."""
    paired = {base(place) for pair in crosswalk.pairs for place in (pair.source, pair.target)}
    return paired, {one.id for one in crosswalk.unmatched}


@pytest.mark.parametrize("way", [lambda one: one, turned], ids=["from Missouri", "from Mississippi"])
def test_96_of_96_provisions_are_either_paired_or_without_counterpart(way) -> None:
    paired, alone = accounted(way(shipped_crosswalk()))
    assert len(EVERY) == 96
    assert paired | alone == EVERY
    assert not paired & alone
    assert len(shipped_crosswalk().unmatched) == len(alone)


def test_each_provision_without_counterpart_names_the_nearest_text_of_the_other_code_and_why() -> None:
    for one in shipped_crosswalk().unmatched:
        assert one.nearest.partition("-")[0] == {"mo": "ms", "ms": "mo"}[one.id.partition("-")[0]]
        assert len(one.note.split()) >= 8, one.id


def test_no_situation_is_forgotten_of_a_provision_that_only_one_code_has() -> None:
    cited = {base(place) for one in shipped_crosswalk().differences for _, places in one.cites for place in places}
    assert {one.id for one in shipped_crosswalk().unmatched} <= cited


@pytest.mark.parametrize("crosswalk", BOTH, ids=["mo--ms", "ms--ms"])
def test_every_pair_was_judged_on_the_texts_that_are_shipped(crosswalk) -> None:
    for pair in crosswalk().pairs:
        texts = [shipped().entry(base(place)).text for place in (pair.source, pair.target)]
        assert pair.fingerprints == tuple(map(fingerprint, texts))


def test_the_rule_by_which_relations_were_chosen_is_written_in_the_files() -> None:
    for crosswalk in BOTH:
        assert (
            "A general duty is a superset of a specific rule only where the rule adds no act, person, record or "
            "condition that the general text does not name."
        ) in crosswalk().rule


@pytest.mark.parametrize(
    ("source", "target", "relation"),
    [
        ("mo-11", "ms-2", "equal"), ("mo-9", "ms-10", "equivalent"), ("mo-13", "ms-13", "subset"),
        ("mo-10", "ms-3", "superset"), ("mo-15", "ms-15", "subset"), ("mo-17", "ms-15", "subset"),
        ("mo-7", "ms-8", "subset"), ("mo-12", "ms-9/s2", "intersects"), ("mo-4", "ms-11", "subset"),
    ],
)  # fmt: skip
def test_pairs_that_anyone_can_judge_are_judged_so(source: str, target: str, relation: str) -> None:
    found = {(pair.source, pair.target): pair.relation for pair in shipped_crosswalk().pairs}
    assert found[source, target] == relation


@pytest.mark.parametrize(("core", "principle"), [(10, "III.3"), (9, "IV.5"), (11, "II.13"), (14, "VII.6"), (6, "I.5")])
def test_mississippis_two_layers_are_compared_where_they_differ(core: int, principle: str) -> None:
    wanted = (f"ms-{core}", f"ms-{principle}")
    (pair,) = [p for p in inner_crosswalk().pairs if (base(p.source), base(p.target)) == wanted]
    assert pair.confidence == "high"


def test_inside_mississippi_the_core_is_always_the_source() -> None:
    for pair in inner_crosswalk().pairs:
        assert re.fullmatch(r"ms-\d+(/s\d)?", pair.source)
        assert re.fullmatch(r"ms-[IV]+\.\d+(/s\d)?", pair.target)


def test_a_relation_is_called_equal_only_where_the_words_are() -> None:
    """Bar the worker's name, the form of the verb and the punctuation."""
    for pair in pairs():
        texts = [shipped().entry(place).text for place in (pair.source, pair.target)]
        bare = [
            re.sub(r"\b(MPSs|(Certified )?Peer Support Specialist Professionals|will)\b|\W", "", text).lower()
            for text in texts
        ]
        assert (bare[0] == bare[1]) == (pair.relation == "equal"), pair


def test_every_rationale_is_one_or_two_sentences_and_no_two_are_alike() -> None:
    for pair in pairs():
        assert 1 <= len(sentences(pair.rationale)) <= 2
        assert pair.rationale.endswith(".")
        assert len(pair.rationale) <= 300
    assert [one for one, count in Counter(pair.rationale for pair in pairs()).items() if count > 1] == []


def test_there_are_30_practical_differences_at_least_and_each_is_one_of_a_kind() -> None:
    differences = shipped_crosswalk().differences
    assert len(differences) >= 30
    for field in ("id", "title", "acts", "example"):
        assert len({getattr(one, field) for one in differences}) == len(differences), field


def test_every_practical_difference_has_a_topic_that_exists() -> None:
    topics = {topic.id for topic in open_vocabulary(Places((DATA,), None), open_library(Places((DATA,), None))).topics}
    assert {one.topic for one in shipped_crosswalk().differences} <= topics


def test_every_practical_difference_cites_provisions_that_exist_in_the_right_code() -> None:
    for one in shipped_crosswalk().differences:
        for code, places in (*one.cites, *one.near):
            for place in places:
                entry = shipped().entry(place)
                assert entry, f"{one.id}: {place}"
                assert (entry.code.id, bool(entry.provision)) == (code, True)


def test_a_code_is_silent_exactly_where_nothing_is_cited_and_then_its_nearest_text_is_named() -> None:
    for one in shipped_crosswalk().differences:
        cites, near = dict(one.cites), dict(one.near)
        assert any(cites.values()), one.id
        for code, said in one.says:
            assert (said == "silent") == (not cites[code]), one.id
            assert said != "silent" or near[code], one.id


def test_what_a_code_says_is_told_in_140_characters_and_an_example_in_one_line() -> None:
    for one in shipped_crosswalk().differences:
        assert all(len(said) <= 140 for _, said in one.says), one.id
        assert len(one.example) <= 140, one.id
        assert len(sentences(one.acts)) == 1, one.id


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower())


def _rows(text: str) -> set[tuple[str, ...]]:
    words = _words(text)
    return {tuple(words[at : at + IN_A_ROW]) for at in range(len(words) - IN_A_ROW + 1)}


def test_our_words_are_not_the_sources_words_but_in_quotes() -> None:
    sources: set[tuple[str, ...]] = set()
    for code in shipped().codes:
        for part in code.parts:
            for text in (part.text, *(p.text for p in part.provisions)):
                sources |= _rows(text)
    unquoted = {name: re.sub(r"(?<!\w)'[^']*'(?!\w)", "\n", text).split("\n") for name, text in ours()}
    copied = {name: row for name, pieces in unquoted.items() for piece in pieces for row in _rows(piece) & sources}
    assert copied == {}


@pytest.mark.parametrize("word", ["allow", "permit", "free to", "lets", "legal to"])
def test_silence_is_never_told_as_permission(word: str) -> None:
    """In what one would do differently, a silent code is said not to name something; never to allow it."""
    for one in shipped_crosswalk().differences:
        silent = [shipped().named(code).name for code, said in one.says if said == "silent"]
        for name in silent:
            told = re.findall(rf"{name}[^.;]*\b{word}[^.;]*", one.acts)
            assert [row for row in told if not re.search(r"\bnot\b", row)] == [], one.id


def test_a_text_that_says_never_is_not_told_as_softer() -> None:
    """Of two provisions whose strength differs between flat and soft, the rationale does not call them the same."""
    for pair in pairs():
        flat, soft = (strengths(shipped().entry(place).text)[0] for place in (pair.source, pair.target))
        if "never" in (flat, soft) and {"should", "strive"} & {flat, soft}:
            assert pair.relation not in ("equal", "equivalent")
            assert re.search(r"never|bars|flat|firmer|softer|should|any time", pair.rationale), pair
