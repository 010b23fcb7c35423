"""Two codes are compared on a topic, a duty or provisions; from either side, with and without a crosswalk."""

from pathlib import Path

import pytest
from lands import LANDS, changed, crosswalks_in, shipped_crosswalk, vocabulary_in
from libraries import EXLAND, shipped, with_exland

from peerethics.actions.compare import Held, find_matter, open_held
from peerethics.comparing.compare import BY_TOPIC, Comparison, compared, crosswalk_of, judged, on_places
from peerethics.errors import NOTHING_FOUND, WRONG_USAGE, PeerEthicsError
from peerethics.library.crosswalks import INVERSE, Crosswalks, base, turned
from peerethics.library.places import Places, shipped_data
from peerethics.library.vocabulary import open_vocabulary
from peerethics.models import Crosswalk


@pytest.fixture(autouse=True)
def empty_home(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the person's own is read, and nothing is left behind."""
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "cache"))


def held(folder: Path = LANDS, codes: tuple[str, str] = ("aa", "bb"), without_crosswalk: bool = False) -> Held:
    """What is held between two codes of a folder."""
    vocabulary = vocabulary_in(folder)
    crosswalks = Crosswalks([]) if without_crosswalk else crosswalks_in(folder)
    source, target = (vocabulary.library.named(code) for code in codes)
    crosswalk = crosswalk_of(vocabulary, crosswalks, source, target)
    return Held(vocabulary.library, vocabulary, crosswalks, crosswalk, (source, target))


def matter(words: str, one: Held | None = None) -> Comparison:
    return find_matter(words.split(), one or held())


def pairs(one: Comparison) -> list[tuple[str, str, str]]:
    return [(found.pair.source, found.pair.target, found.pair.relation) for found in one.pairs]


def test_a_topic_brings_the_pairs_of_all_its_duties_and_what_stands_alone() -> None:
    one = matter("health")
    assert one.title == "Health"
    assert [code.id for code in one.codes] == ["aa", "bb"]
    assert pairs(one) == [("aa-4", "bb-4", "intersects")]
    assert [both[0].duty.id for both in one.apart] == ["rest-when-tired", "morning-song"]
    assert [tuple(side.level for side in both) for both in one.apart] == [("states", "silent"), ("silent", "states")]
    assert [alone.id for alone in one.unmatched] == ["aa-3", "bb-3"]
    assert [difference.id for difference in one.differences] == ["waiting"]
    assert one.judged


def test_a_duty_brings_only_what_belongs_to_it() -> None:
    one = matter("keep-secrets")
    assert one.title == "Keeping secrets"
    assert pairs(one) == [("aa-2/s1", "bb-2", "equivalent")]
    assert (one.apart, one.unmatched) == ((), ())


def test_a_duty_that_one_code_does_not_name_says_so_and_what_is_nearest() -> None:
    one = matter("Writing nothing down")
    assert pairs(one) == []
    ((ours, theirs),) = one.apart
    assert (ours.level, [entry.id for entry in ours.entries]) == ("states", ["aa-2/s2"])
    assert (theirs.level, [entry.id for entry in theirs.entries]) == ("silent", ["bb-2"])
    assert [difference.id for difference in one.differences] == ["notes"]


def test_the_closest_relation_comes_first() -> None:
    assert [relation for _, _, relation in pairs(matter("aa 1-5"))] == ["equal", "equivalent", "superset", "intersects"]


def test_a_difference_that_turns_on_these_provisions_alone_comes_before_one_that_only_touches_them() -> None:
    both = held(shipped_data(), ("mo", "ms"))
    topic, _ = both.vocabulary.topic_named("boundaries")
    named = {base(place) for duty in topic.duties for place in both.vocabulary.links(duty)[0]}
    found = matter("boundaries", both).differences
    outside = [sum(base(place) not in named for _, places in one.cites for place in places) for one in found]
    assert outside == sorted(outside)
    assert outside[0] < outside[-1]


CITED = {
    "aa 1": [("aa-1", "bb-1", "equal"), ("aa-1", "bb-5", "superset")],
    "bb 5": [("aa-1", "bb-5", "superset")],
    "aa 1 bb 5": [("aa-1", "bb-5", "superset")],
    "bb 5 aa 1": [("aa-1", "bb-5", "superset")],
    "aa 2/s2": [("aa-2/s1", "bb-2", "equivalent")],
    "aa 3": [],
    "aa 3 bb 1": [("aa-3", "bb-1", BY_TOPIC)],
    "aa 3-4 bb 1": [("aa-3", "bb-1", BY_TOPIC), ("aa-4", "bb-1", BY_TOPIC)],
    "aa 1, 3 bb 1": [("aa-1", "bb-1", "equal")],
    "aa preamble": [],
}


@pytest.mark.parametrize(("written", "expected"), CITED.items(), ids=list(CITED))
def test_provisions_bring_what_they_are_paired_with_and_two_sides_what_is_between_them(
    written: str, expected: list[tuple[str, str, str]]
) -> None:
    assert pairs(matter(written)) == expected


def test_a_lettered_item_is_compared_as_the_provision_it_stands_in() -> None:
    both = held(shipped_data(), ("mo", "ms"))
    assert pairs(matter("ms IV.2.d", both)) == pairs(matter("ms IV.2", both)) != []
    assert [one.id for one in matter("aa 5.b").unmatched] == ["aa-5"]


def test_a_provision_without_counterpart_says_so() -> None:
    one = matter("bb 3")
    assert [alone.note for alone in one.unmatched] == ["Aland says nothing of song."]


def test_inside_one_code_its_own_crosswalk_is_used_and_two_of_its_provisions_show_what_is_between_them() -> None:
    both = held(shipped_data(), ("mo", "ms"))
    assert pairs(matter("ms 10 ms III.3", both)) == [("ms-10", "ms-III.3", "superset")]
    assert ("ms-14", "ms-VII.6", "intersects") in pairs(matter("ms VII.6", both))
    assert ("mo-9", "ms-10", "equivalent") in pairs(matter("ms 10", both))


@pytest.mark.parametrize("crosswalk", [shipped_crosswalk(), held().crosswalk], ids=["shipped", "invented"])
def test_from_the_other_side_subset_and_superset_change_places_and_nothing_else_does(crosswalk: Crosswalk) -> None:
    other = turned(crosswalk)
    assert (other.source, other.target) == (crosswalk.target, crosswalk.source)
    for ours, theirs in zip(crosswalk.pairs, other.pairs, strict=True):
        assert (theirs.source, theirs.target) == (ours.target, ours.source)
        assert theirs.fingerprints == ours.fingerprints[::-1]
        assert theirs.relation == {"subset": "superset", "superset": "subset"}.get(ours.relation, ours.relation)
        assert (theirs.rationale, theirs.confidence) == (ours.rationale, ours.confidence)
    assert (other.unmatched, other.differences) == (crosswalk.unmatched, crosswalk.differences)
    assert turned(other) == crosswalk
    assert set(INVERSE) == {"subset", "superset"}


def test_a_crosswalk_is_found_from_either_side() -> None:
    crosswalks = crosswalks_in(LANDS)
    assert crosswalks.between("aa", "bb") == held().crosswalk
    assert crosswalks.between("bb", "aa") == turned(held().crosswalk)
    assert crosswalks.between("aa", "aa") is None
    assert pairs(matter("presents", held(codes=("bb", "aa")))) == [
        ("bb-1", "aa-1", "equal"),
        ("bb-5", "aa-1", "subset"),
    ]


def test_without_a_crosswalk_codes_are_compared_by_shared_duties_and_nothing_is_judged() -> None:
    one = held(without_crosswalk=True)
    assert not judged(one.crosswalk)
    assert not matter("presents", one).judged
    assert [(pair.source, pair.target) for pair in one.crosswalk.pairs] == [
        ("aa-2/s1", "bb-2"), ("aa-1", "bb-1"), ("aa-1", "bb-5"),
    ]  # fmt: skip
    assert {(pair.relation, pair.confidence) for pair in one.crosswalk.pairs} == {(BY_TOPIC, "low")}
    assert all("Nobody has judged" in pair.rationale for pair in one.crosswalk.pairs)
    assert [alone.id for alone in one.crosswalk.unmatched] == ["aa-3", "aa-4", "aa-5", "bb-3", "bb-4"]
    assert all("nobody has judged" in alone.note for alone in one.crosswalk.unmatched)
    assert one.crosswalk.differences == ()


def test_a_third_code_without_any_duty_is_not_called_without_counterpart_by_anyones_judgement() -> None:
    vocabulary = open_vocabulary(Places((shipped_data(), EXLAND), None), with_exland())
    mo, xx = vocabulary.library.named("mo"), vocabulary.library.named("xx")
    crosswalk = crosswalk_of(vocabulary, Crosswalks([]), mo, xx)
    assert (crosswalk.pairs, len(crosswalk.unmatched)) == ((), 28)
    assert not judged(crosswalk)


CHOSEN = {
    "gifts": ["mo", "ms"], "ms 13 mo 13": ["mo", "ms"], "xx 3 mo 13": ["mo", "xx"], "xx 3 ms 13": ["ms", "xx"],
    "xx 3": ["mo", "xx"], "ms 13": ["mo", "ms"], "mo 13": ["mo", "ms"], "3": ["mo", "ms"], "": ["mo", "ms"],
}  # fmt: skip


@pytest.mark.parametrize(("written", "codes"), CHOSEN.items(), ids=list(CHOSEN))
def test_of_three_codes_those_are_compared_that_are_cited(written: str, codes: list[str]) -> None:
    assert [code.id for code in open_held((EXLAND,), (), written.split()).codes] == codes


@pytest.mark.parametrize(
    ("codes", "exit_code"), [(("mo",), WRONG_USAGE), (("mo", "MO"), WRONG_USAGE), (("mo", "zz"), NOTHING_FOUND)]
)
def test_what_is_not_two_codes_is_refused(codes: tuple[str, ...], exit_code: int) -> None:
    with pytest.raises(PeerEthicsError) as caught:
        open_held((), codes)
    assert caught.value.exit_code == exit_code


def test_a_pair_is_suspect_once_one_of_its_texts_is_another(tmp_path: Path) -> None:
    one = held(changed(tmp_path, ("codes/bb.yaml", "wait for its answer", "wait a week")))
    suspects = {pair.pair.source: pair.suspect for pair in compared(one.crosswalk.pairs, one.library)}
    assert suspects == {"aa-1": (), "aa-2/s1": (), "aa-4": ("bb-4",)}


def test_a_pair_whose_text_was_never_marked_is_not_suspect() -> None:
    one = held(without_crosswalk=True)
    assert all(pair.suspect == () for pair in compared(one.crosswalk.pairs, one.library))


def test_a_place_that_is_no_longer_there_is_left_out_and_not_guessed(tmp_path: Path) -> None:
    one = held(changed(tmp_path, ("crosswalks/aa--bb.yaml", "target: bb-4", "target: bb-4/s9")))
    assert pairs(matter("aa 4", one)) == []


def test_the_shipped_texts_stand_whole_in_every_pair() -> None:
    library = shipped()
    crosswalks = crosswalks_in(shipped_data())
    entries = [entry for entry in map(library.entry, ("mo-13", "ms-13")) if entry]
    (one,) = on_places(entries, shipped_crosswalk(), crosswalks, library).pairs
    assert (one.left.text, one.right.text) == (entries[0].text, entries[1].text)
