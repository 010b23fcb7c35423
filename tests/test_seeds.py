"""Order by chance is the same on every machine, and one thing more or less leaves all others in their order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerethics.seeds import ALPHABET, new_seed, rank, shuffled

DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
#: Written down once. If a line here fails, every seed that anybody ever wrote on a board gives another quiz.
GOLDEN = {
    "": ["fri", "sat", "thu", "tue", "sun", "mon", "wed"],
    "k7qm": ["tue", "thu", "sun", "wed", "sat", "fri", "mon"],
    "class of 2031": ["fri", "sun", "tue", "sat", "thu", "mon", "wed"],
    "\u00e9\U0001f642": ["fri", "mon", "wed", "thu", "sun", "sat", "tue"],
    "\ud800": ["sat", "tue", "wed", "mon", "sun", "thu", "fri"],
}
NAMES = st.lists(st.text(max_size=5), unique=True, max_size=12)


def own(value: str) -> str:
    return value


@pytest.mark.parametrize(("seed", "order"), GOLDEN.items(), ids=["empty", "usual", "words", "other letters", "broken"])
def test_a_seed_gives_the_order_that_it_always_gave(seed: str, order: list[str]) -> None:
    assert shuffled(seed, DAYS, own) == order
    assert shuffled(seed, DAYS[::-1], own) == order


def test_the_place_of_a_name_is_these_bytes() -> None:
    assert rank("k7qm", "mon").hex() == "d8fcfa4afaae9e53"


@given(st.text(max_size=5), NAMES, st.text(max_size=5))
def test_one_thing_more_keeps_the_order_of_all_others(seed: str, names: list[str], new: str) -> None:
    before = shuffled(seed, names, own)
    after = shuffled(seed, [new, *(name for name in names if name != new)], own)
    assert [name for name in after if name != new] == [name for name in before if name != new]
    assert sorted(after) == sorted({*names, new})


@given(st.text(max_size=5), NAMES)
def test_the_order_things_came_in_does_not_matter(seed: str, names: list[str]) -> None:
    assert shuffled(seed, names, own) == shuffled(seed, sorted(names), own) == shuffled(seed, reversed(names), own)


def test_names_that_no_file_can_hold_are_told_apart() -> None:
    assert rank("k7qm", "\ud800") != rank("k7qm", "?") != rank("k7qm", "\ud801")


def test_things_of_one_name_keep_their_order() -> None:
    pairs = [("a", 1), ("b", 2), ("a", 3), ("b", 4), ("a", 5)]
    given_back = shuffled("k7qm", pairs, lambda pair: pair[0])
    assert [n for name, n in given_back if name == "a"] == [1, 3, 5]
    assert [n for name, n in given_back if name == "b"] == [2, 4]


def test_each_thing_comes_first_about_as_often_as_any_other() -> None:
    firsts = [shuffled(str(number), "abcd", own)[0] for number in range(2000)]
    assert all(430 < firsts.count(letter) < 570 for letter in "abcd")


def test_a_new_seed_can_be_read_out_and_is_made_of_nothing_that_is_misread() -> None:
    """No 0 and o, 1, i and l; nothing that needs the shift key."""
    assert not set("01iloIO") & set(ALPHABET)
    assert ALPHABET.lower() == ALPHABET
    assert len(set(ALPHABET)) == len(ALPHABET) == 31
    seeds = {new_seed(bytes([a, b, 7, 255])) for a in range(256) for b in range(0, 256, 17)}
    assert all(len(seed) == 4 and set(seed) <= set(ALPHABET) for seed in seeds)
    assert {seed[0] for seed in seeds} == set(ALPHABET)


def test_more_bytes_than_four_do_not_change_a_seed() -> None:
    assert new_seed(b"\x00\x01\x1e\x1f") == new_seed(b"\x00\x01\x1e\x1f\xff") == "23z2"
