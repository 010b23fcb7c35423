"""Choosing finds exactly what was asked for, mixes topics, and gives the same questions for the same seed anywhere."""

import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerethics.errors import NOTHING_FOUND, PeerEthicsError
from peerethics.library.bank_file import Listing
from peerethics.quizzing.choose import Wanted, choose, mixed

BOTH = ("mo", "ms")
TOPICS = ("money", "danger", "choice")


def listing(name: str, **changes: object) -> Listing:
    """What choosing knows of a scenario."""
    one = Listing(name, 1, name, ("money",), "apply", (), ("mo-13",), BOTH, "draft")
    return one._replace(**changes)


BANK = [
    listing("gift"),
    listing("loan", topics=("money", "boundaries"), keys=("ms-13",), level="judge"),
    listing("dark", topics=("danger",), keys=("ms-11", "mo-4"), content_notes=("suicide", "death")),
    listing("fist", topics=("danger",), keys=("mo-7",), content_notes=("violence",), level="recall"),
    listing("vote", topics=("choice",), keys=("mo-10",), codes=("mo",)),
    listing("gone", status="retired"),
]


def ids(found: list[Listing]) -> list[str]:
    return [one.id for one in found]


@pytest.mark.parametrize(
    ("wanted", "fitting"),
    [
        pytest.param({}, {"gift", "loan", "dark", "fist", "vote"}, id="everything but what is retired"),
        pytest.param({"codes": ("ms",)}, {"gift", "loan", "dark", "fist"}, id="one code"),
        pytest.param({"topics": ("boundaries",)}, {"loan"}, id="a topic that is not the main one"),
        pytest.param({"topics": ("choice", "danger")}, {"dark", "fist", "vote"}, id="either topic"),
        pytest.param({"provisions": ("ms-13", "mo-10")}, {"loan", "vote"}, id="either provision"),
        pytest.param({"level": "judge"}, {"loan"}, id="a level"),
        pytest.param({"skip": ("suicide",)}, {"gift", "loan", "fist", "vote"}, id="without one note"),
        pytest.param({"skip": ("death", "violence")}, {"gift", "loan", "vote"}, id="without two notes"),
        pytest.param({"topics": ("danger",), "level": "recall"}, {"fist"}, id="all of it at once"),
    ],
)
def test_only_what_was_asked_for_is_chosen(wanted: dict, fitting: set[str]) -> None:
    found = choose(BANK, Wanted(**{"codes": BOTH, "number": 99, **wanted}), "x")
    assert set(ids(found)) == fitting
    assert len(found) == len(fitting)


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ({"topics": ("nothing",)}, "No question fits the topic nothing."),
        ({"topics": ("money",), "level": "recall"}, "No question fits the topic money and the level recall."),
        ({"provisions": ("mo-1", "mo-2")}, "No question fits the provision mo-1 or mo-2."),
        ({"codes": ("xx",)}, "No question fits."),
    ],
    ids=lambda value: "" if isinstance(value, str) else "+".join(value),
)
def test_where_nothing_fits_the_message_says_what_was_asked_for(wanted: dict, message: str) -> None:
    with pytest.raises(PeerEthicsError) as caught:
        choose(BANK, Wanted(**{"codes": BOTH, "number": 5, **wanted}), "x")
    assert caught.value.message == message
    assert caught.value.exit_code == NOTHING_FOUND
    assert "peerethics scenarios" in caught.value.hint


@pytest.mark.parametrize(("number", "got"), [(1, 1), (3, 3), (5, 5), (25, 5)])
def test_never_more_than_was_asked_for_and_never_one_twice(number: int, got: int) -> None:
    found = ids(choose(BANK, Wanted(BOTH, number), "x"))
    assert len(found) == len(set(found)) == got


MANY = [listing(f"item-{number}", topics=(TOPICS[number % 3],)) for number in range(30)]
GOLDEN = {
    "abcd": ["item-3", "item-28", "item-5", "item-15", "item-25", "item-2"],
    "": ["item-15", "item-17", "item-28", "item-24", "item-23", "item-13"],
    "Zoë": ["item-22", "item-11", "item-27", "item-16", "item-5", "item-12"],
}


@pytest.mark.parametrize("seed", GOLDEN)
def test_a_seed_gives_these_questions_for_ever(seed: str) -> None:
    """Written down, so that no version of Python and no change here shuffles a class's questions anew."""
    assert ids(choose(MANY, Wanted(BOTH, 6), seed)) == GOLDEN[seed]


def test_the_order_of_the_bank_and_the_hash_seed_of_python_do_not_matter() -> None:
    wanted = Wanted(BOTH, 9)
    assert choose(MANY[::-1], wanted, "abcd") == choose(MANY, wanted, "abcd")
    code = "from peerethics.seeds import shuffled; print(shuffled('abcd', list('abcdefgh'), str))"
    runs = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


def test_seeds_give_different_orders() -> None:
    assert len({tuple(ids(choose(MANY, Wanted(BOTH, 30), str(seed)))) for seed in range(20)}) == 20


def test_a_larger_bank_keeps_the_order_of_what_was_there() -> None:
    """Within a topic: what is added is put in between, and nothing else moves."""
    money = [one for one in MANY if one.topics == ("money",)]
    before = ids(mixed(money, "abcd"))
    after = ids(mixed([*money, listing("new")], "abcd"))
    assert [name for name in after if name != "new"] == before


@st.composite
def banks(draw: st.DrawFn) -> list[Listing]:
    """Listings with topics of any number."""
    topics = draw(st.lists(st.sampled_from([(), *((topic,) for topic in TOPICS)]), max_size=40))
    return [listing(f"i{number}", topics=topic) for number, topic in enumerate(topics)]


@given(banks(), st.text(max_size=4))
def test_a_topic_follows_itself_only_when_no_other_is_left(bank: list[Listing], seed: str) -> None:
    ordered = mixed(bank, seed)
    assert sorted(ids(ordered)) == sorted(ids(bank))
    for place, (one, following) in enumerate(pairwise(ordered)):
        if one.topics == following.topics:
            assert {later.topics for later in ordered[place + 1 :]} == {one.topics}


@given(banks(), st.data())
def test_what_is_known_comes_last(bank: list[Listing], data: st.DataObject) -> None:
    known = data.draw(st.sets(st.sampled_from(ids(bank)))) if bank else set()
    if not bank:
        return
    found = ids(choose(bank, Wanted(BOTH, len(bank)), "x", known))
    assert [name in known for name in found] == sorted(name in known for name in found)


def test_what_is_known_is_asked_when_nothing_else_is_left() -> None:
    found = ids(choose(BANK, Wanted(BOTH, 5), "x", known=["gift", "loan", "dark", "fist", "vote"]))
    assert len(found) == 5
    assert ids(choose(BANK, Wanted(BOTH, 1), "x", known=["gift", "loan", "dark", "fist"])) == ["vote"]
