"""The search index gives back what was put in; bytes that are damaged are refused, and made anew."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from libraries import EXLAND_FILE
from vocabularies import DUTIES, EXLAND, WHYLAND, invented

from peerethics.library.library import open_library
from peerethics.library.places import Places
from peerethics.library.vocabulary import open_vocabulary
from peerethics.search.build import PER_WORD, build
from peerethics.search.index import NOTHING, Column, Index, Phrase, Postings, write_index
from peerethics.search.spelling import letters
from peerethics.search.store import open_index

WORD = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), min_size=1, max_size=8)
PAIRS = st.lists(st.tuples(st.integers(0, 2**32 - 1), st.floats(0, 60, width=32)), max_size=5)
WEIGHED = st.lists(st.tuples(st.integers(0, 2**16 - 1), st.integers(0, 65_000)), max_size=5)
USES = st.integers(0, 2**32 - 1)


def column(pairs) -> Column:
    return Column([number for number, _ in pairs], [weight for _, weight in pairs])


def written(postings=(), words=(), phrases=(), texts=(), duties=(), said=0) -> bytes:
    return write_index(duties, phrases, said, texts, dict(words), postings)


@given(
    st.dictionaries(
        WORD, st.tuples(WEIGHED, PAIRS, st.lists(st.integers(0, 2**16 - 1), max_size=3), USES), max_size=12
    ),
    st.lists(WORD, max_size=4),
)
def test_postings_come_out_as_they_went_in(stems, others):
    """Whatever letters the words have; of a word that is not there, nothing."""
    postings = [(stem, Postings(*map(column, stems[stem][:2]), *stems[stem][2:])) for stem in sorted(stems)]
    index = Index(written(postings))
    for stem, expected in postings:
        found = index.postings(stem)
        assert (list(found.kinds), found.uses) == (list(expected.kinds), expected.uses)
        for found, put in zip(index.postings(stem)[:2], expected[:2], strict=True):
            assert list(found.numbers) == list(put.numbers)
            assert list(found.weights) == pytest.approx(list(put.weights), abs=1e-3)
    for word in {*others, "", *(stem[:-1] for stem in stems), *(stem + "x" for stem in stems)} - set(stems):
        assert index.postings(word) == NOTHING


def test_words_with_one_checksum_are_told_apart():
    """The slots are few, so that some words share theirs."""
    stems = [f"word{number}" for number in range(2000)]
    index = Index(written([(stem, Postings(column([(n, 1)]), column([]))) for n, stem in enumerate(stems)]))
    assert [list(index.postings(stem).duties.numbers) for stem in stems] == [[n] for n in range(2000)]


@given(st.dictionaries(WORD, st.integers(1, 2**31), max_size=20), WORD)
def test_words_as_they_are_written_come_out_with_their_counts_by_first_letter(words, other):
    index = Index(written(words=words))
    for letter in {word[0] for word in words} | {other[0]}:
        expected = [(word, words[word], letters(word)) for word in sorted(words) if word[0] == letter]
        assert list(index.words_from(letter)) == expected
    assert {word: index.count(word) for word in words} == words
    assert index.count(other) == words.get(other, 0)


STEMS = st.lists(st.sampled_from(["boat", "red", "old", "row", "a"]), min_size=1, max_size=4).map(" ".join)
ROWS = st.lists(st.builds(Phrase, STEMS, STEMS, st.integers(0, 2**16 - 1)), unique=True, max_size=12).map(sorted)


@given(ROWS, STEMS)
def test_phrases_are_found_by_their_features_and_longer_ones_are_announced(rows, other):
    index = Index(written(phrases=rows))
    for asked in {*(row.features for row in rows), other}:
        found, longer = index.phrases(asked)
        assert found == [row for row in rows if row.features == asked]
        assert longer == any(row.features.startswith(f"{asked} ") for row in rows)


@given(st.lists(st.integers(0, 2**16 - 1), max_size=6))
def test_texts_and_duties_come_out_as_they_went_in(numbers):
    names = [f"xx-{number}" for number in numbers]
    index = Index(written(texts=names, duties=names, said=7))
    assert [index.text_id(number) for number in range(len(names))] == names
    assert (index.duties, index.said) == (names, 7)


def test_an_index_over_nothing_knows_nothing():
    index = Index(build((), ()))
    assert index.duties == []
    assert index.postings("gift").duties.numbers == []
    assert index.count("gift") == 0
    assert list(index.words_from("g")) == []


def test_a_word_speaks_for_the_duties_that_use_it_and_points_to_the_texts_that_have_it():
    _, index = invented()
    found = index.postings("gift")
    assert [index.duties[number] for number in found.duties.numbers] == ["gifts"]
    assert [index.text_id(number) for number in found.texts.numbers] == ["yy-1", "xx-1"], "the shorter text first"
    assert index.postings("cake").uses == 2, "a phrase and a story, however often it stands in them"
    assert [index.duties[phrase.duty] for phrase in index.phrases("birthdai cake")[0]] == ["gifts"]
    assert (index.count("gift"), index.count("gifts")) == (2, 2), "as written: in two texts; in label and question"
    assert min(found.duties.weights) > 0


def test_a_word_that_every_text_has_points_to_the_best_few_only():
    """So that a query takes bounded time however many codes there are."""
    many = [EXLAND._replace(id=f"x{number}") for number in range(PER_WORD)]
    index = Index(build(DUTIES, many))
    assert len(index.postings("gift").texts.numbers) == PER_WORD
    assert len(index.postings("boat").texts.numbers) == PER_WORD


def test_the_same_data_gives_the_same_bytes():
    assert build(DUTIES, [EXLAND, WHYLAND]) == build(DUTIES, [EXLAND, WHYLAND])


def test_bytes_that_are_cut_short_are_refused_wherever_the_cut_is():
    raw = build(DUTIES, [EXLAND])
    head = raw.index(b"\n")
    for end in {0, 1, head - 1, head, head + 1, *range(0, len(raw), 97), len(raw) - 1}:
        with pytest.raises(ValueError, match=r"cut short|Expecting|Unterminated|delimiter|Extra data"):
            Index(raw[:end])
    with pytest.raises(ValueError, match="cut short"):
        Index(raw + b"x")


def test_bytes_from_a_machine_with_another_order_of_bytes_are_refused():
    raw = build(DUTIES, [EXLAND])
    head, _, body = raw.partition(b"\n")
    layout = json.loads(head)
    layout["order"] = {"little": "big", "big": "little"}[layout["order"]]
    with pytest.raises(ValueError, match="another kind of machine"):
        Index(json.dumps(layout).encode() + b"\n" + body)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """A data folder with Exland and a topic of one duty, and a cache folder that is not there yet."""
    data = tmp_path / "data"
    data.mkdir()
    (data / "xx.yaml").write_bytes(EXLAND_FILE.read_bytes())
    (data / "topics.yaml").write_text(
        "format: peerethics/topics@1\ntopics:\n"
        "  - {id: giving, label: Giving, about: presents, duties: [{id: gifts, label: Gifts, question: May I take it?,"
        " states: [xx-3], words: [present, birthday cake], asks: [May I keep the cake?]}]}\n"
    )
    return Places((data,), tmp_path / "cache")


def opened(places: Places) -> Index:
    return open_index(places, open_vocabulary(places, open_library(places)))


def kept(places: Places) -> Path:
    assert places.cache
    (file,) = places.cache.glob("index-*")
    return file


def test_the_kept_index_is_used_where_nothing_changed(places):
    opened(places)
    before = kept(places).stat()
    assert opened(places).count("cake") == 2
    after = kept(places).stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


def test_the_index_is_made_anew_when_the_topics_or_the_codes_change(places):
    opened(places)
    for name, old, new in (("topics.yaml", "birthday cake", "birthday pie"), ("xx.yaml", "cup of tea", "tub of tea")):
        file = places.data[0] / name
        file.write_text(file.read_text().replace(old, new))
        index = opened(places)
        assert index.count(new.split()[0 if name == "xx.yaml" else 1]) > 0, name
    assert index.count("cup") == 0


@pytest.mark.parametrize("share", [0.0, 0.1, 0.35, 0.5, 0.9, 0.999])
@pytest.mark.parametrize("damage", ["cut", "flip", "empty"])
def test_a_damaged_kept_index_is_made_anew(places, share, damage):
    fresh = opened(places).postings("cake")
    whole = kept(places).read_bytes()
    at = int(share * len(whole))
    raw = {"cut": whole[:at], "flip": whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :], "empty": b""}[damage]
    kept(places).write_bytes(raw)
    assert opened(places).postings("cake") == fresh
    assert kept(places).read_bytes() == whole


def test_without_a_cache_the_index_is_built_and_nothing_is_written(places, tmp_path):
    assert opened(places._replace(cache=None)).count("cake") == 2
    assert sorted(file.name for file in tmp_path.iterdir()) == ["data"]
