"""Slips of the finger are mended: an unknown word becomes the known one it is nearest to, a known one stays itself."""

from functools import cache

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from vocabularies import shipped_search

from peerethics.search.query import read_query
from peerethics.search.spelling import allowed, correct, distance, letters
from peerethics.search.words import STOP

KNOWN = {
    "confidential": 40, "confidentiality": 90, "relationship": 30, "relationships": 12, "boundary": 20,
    "boundaries": 50, "supervisor": 60, "supervision": 30, "harassment": 25, "gossip": 9, "money": 80, "loan": 70,
    "gift": 66, "suicide": 44, "friend": 33, "receive": 8, "coworker": 31, "counselor": 14, "phone": 30, "photo": 22,
    "photos": 5, "text": 18, "test": 21, "cell": 3, "sell": 4,
}  # fmt: skip
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@pytest.fixture(scope="module", autouse=True)
def built() -> None:
    """The shipped index is there before Hypothesis begins to look at the clock."""
    usual()


@cache
def usual() -> list[str]:
    """Words of seven letters and more that people use for the shipped duties."""
    _, index = shipped_search()
    found = {word for letter in LETTERS for word, _, _ in index.words_from(letter)}
    return sorted(word for word in found if len(word) >= 7 and word.isalpha() and word not in STOP)


def known(counts: dict[str, int]) -> list[tuple[str, int, int]]:
    return [(word, count, letters(word)) for word, count in sorted(counts.items())]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("confidentialty", "confidentiality"),
        ("confidental", "confidential"),
        ("boundry", "boundary"),
        ("boundries", "boundaries"),
        ("supervisr", "supervisor"),
        ("harrasment", "harassment"),
        ("sucidie", "suicide"),
        ("sucide", "suicide"),
        ("freind", "friend"),
        ("recieve", "receive"),
        ("cowroker", "coworker"),
        ("counsler", "counselor"),
        ("relationshpis", "relationships"),
        ("onfidentiality", "confidentiality"),
        ("mony", "money"),
        ("laon", "loan"),
        ("fone", ""),
        ("zzzzzz", ""),
        ("loa", ""),
        ("gif", ""),
        ("l0an", ""),
        ("confidentiality2", ""),
        ("", ""),
    ],
)
def test_a_slip_is_corrected_and_what_is_too_far_or_too_short_is_not(typed, meant):
    assert correct(typed, known(KNOWN)) == meant


def test_among_equally_near_words_the_usual_one_is_meant():
    assert correct("texst", known({"text": 5, "test": 1})) == "text"
    assert correct("texst", known({"text": 1, "test": 5})) == "test"
    assert correct("texst", known({"text": 5, "test": 5})) == "test", "and among equals always the same"


def test_a_nearer_word_comes_before_a_usual_one():
    assert correct("supervision", known({"supervisor": 1000, "supervisions": 1})) == "supervisions"


def test_the_first_letter_is_rarely_wrong():
    """Of two words one slip away, the one with another first letter is not meant, however usual."""
    assert correct("ceell", known({"cell": 1})) == "cell"
    assert correct("gello", known({"hello": 1000, "gelly": 1})) == "gelly"


@pytest.mark.parametrize(("length", "slips"), [(4, 1), (5, 1), (6, 2), (9, 2), (10, 3), (25, 3)])
def test_longer_words_may_have_more_slips(length, slips):
    assert allowed("x" * length) == slips


@given(st.sampled_from([word for word in KNOWN if len(word) >= 6]), st.data())
def test_one_random_slip_in_a_known_word_leads_to_a_word_that_is_no_farther(word, data):
    """A letter dropped, doubled, changed or swapped behind the first comes back to that word or one as near."""
    typed = _with_a_slip(word, data, first=1)
    assume(typed not in KNOWN)
    meant = correct(typed, known(KNOWN))
    assert meant, typed
    assert reference(typed, meant) <= reference(typed, word) == 1


@given(st.data())
def test_one_slip_in_a_word_of_the_shipped_vocabulary_is_corrected(data):
    """Through the index, as a person's query goes: the words it holds are found by their first letters."""
    _, index = shipped_search()
    word = data.draw(st.sampled_from(usual()))
    typed = _with_a_slip(word, data, first=1)
    assume(typed not in STOP and typed.isascii() and not index.count(typed) and len(typed) >= 6)
    query = read_query(index, f"the {typed}")
    if query.corrections:
        ((given_word, meant),) = query.corrections
        assert given_word == typed
        assert index.count(meant)
        assert reference(typed, meant) == 1
        assert query.typed == (meant,)
    else:  # a form of a known word, such as a plural that nobody wrote yet
        assert query.unknown == ()
        assert query.typed == (typed,)


@given(st.data())
def test_known_words_are_never_touched(data):
    _, index = shipped_search()
    words = data.draw(st.lists(st.sampled_from(usual()), min_size=1, max_size=10))
    query = read_query(index, " ".join(words))
    assert query.corrections == ()
    assert query.unknown == ()
    assert list(query.typed) == words


WORDS = st.text("abc", max_size=6)


@given(WORDS, WORDS)
def test_distance_is_that_of_the_definition(one, other):
    """Against the recursive definition, on words of few letters, where swaps and repeats abound."""
    assert distance(one, other, 12) == reference(one, other)


@given(WORDS, WORDS, st.integers(0, 5))
def test_distance_stops_counting_one_above_the_most(one, other, most):
    assert distance(one, other, most) == min(reference(one, other), most + 1)


@given(WORDS, WORDS)
def test_distance_is_the_same_from_both_sides_and_nought_only_for_the_same_word(one, other):
    assert distance(one, other, 12) == distance(other, one, 12)
    assert (distance(one, other, 12) == 0) == (one == other)


@given(st.text("abc'9\u00e9\u4f60", max_size=8), st.text("abc'9\u00e9\u4f60", max_size=8))
def test_words_are_never_nearer_than_the_letters_that_only_one_of_them_has(one, other):
    """What rules out most known words at once must not rule out one that is near enough."""
    own, others = letters(one), letters(other)
    apart = max((own & ~others).bit_count(), (others & ~own).bit_count())
    assert apart <= reference(one, other)


def reference(one: str, other: str) -> int:
    """Optimal string alignment by its recursive definition, with nothing that makes it fast but a memory."""
    memory: dict[tuple[int, int], int] = {}

    def cost(i: int, j: int) -> int:
        if min(i, j) == 0:
            return max(i, j)
        if (i, j) not in memory:
            best = min(cost(i - 1, j) + 1, cost(i, j - 1) + 1, cost(i - 1, j - 1) + (one[i - 1] != other[j - 1]))
            if i > 1 and j > 1 and one[i - 1] == other[j - 2] and one[i - 2] == other[j - 1]:
                best = min(best, cost(i - 2, j - 2) + 1)
            memory[i, j] = best
        return memory[i, j]

    return cost(len(one), len(other))


def _with_a_slip(word: str, data: st.DataObject, first: int) -> str:
    """The word with one letter dropped, added, changed or swapped with the next, from place `first` on."""
    at = data.draw(st.integers(first, len(word) - 2))
    letter = data.draw(st.sampled_from(LETTERS))
    slips = {
        "drop": word[:at] + word[at + 1 :],
        "add": word[:at] + letter + word[at:],
        "change": word[:at] + letter + word[at + 1 :],
        "swap": word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    }
    typed = slips[data.draw(st.sampled_from(sorted(slips)))]
    assume(typed != word)
    return typed


@pytest.mark.parametrize(
    ("typed", "meant"), [("giftmoney", "gift money"), ("lottry", "lottery"), ("zebragift", "zebragift")]
)
def test_two_usual_words_that_ran_together_are_taken_apart_unless_one_slip_explains_them(typed, meant):
    """Two rare ones are left together: rare words make words out of anything."""
    _, index = shipped_search()
    assert " ".join(read_query(index, f"my {typed}").typed) == meant


def test_of_equally_near_words_the_one_is_meant_that_the_slip_left_letters_out_of():
    known = [("supervisor", 900, letters("supervisor")), ("supervision", 300, letters("supervision"))]
    assert correct("supervison", known) == "supervision"
    assert correct("supervisoor", known) == "supervisor", "a letter too many"
