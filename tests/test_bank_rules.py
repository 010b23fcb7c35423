"""Every rule for scenarios together has a bank that breaks it and one that only looks as if it did."""

from collections.abc import Callable

import pytest
from scenarios import bank, differences, library, said

from peerethics.checking.bank_rules import LEAST_ITEMS, broken_rules, near_duplicates
from peerethics.scenario import Key, Option, Scenario, Verdict

Change = Callable[[int, Scenario], Scenario]


def found(some: list[Scenario]) -> list[str]:
    """What the rules say of a bank, each as: owner severity rule entry: what."""
    return [f"{owner} {said(one)}".lstrip() for owner, one in broken_rules(some, library(), differences())]


def each_option(change: Callable[[int, Scenario, Option], str]) -> Change:
    """Another text for every option."""

    def changed(number: int, one: Scenario) -> Scenario:
        return one._replace(options=tuple(o._replace(text=change(number, one, o)) for o in one.options))

    return changed


def of_key(text: Callable[[int, str], str]) -> Change:
    """Another text for the best option."""
    return each_option(lambda number, one, o: text(number, o.text) if o == one.best("aa") else o.text)


def key_first(_: int, one: Scenario) -> Scenario:
    best = one.best("aa")
    assert best
    return one._replace(options=(best, *(o for o in one.options if o != best)))


def up_to(last: int, change: Change) -> Change:
    """Only the first scenarios are changed."""
    return lambda number, one: change(number, one) if number <= last else one


def keyed(code: str, gone: str) -> Change:
    """Another key wherever `gone` was one."""

    def change(_: int, one: Scenario) -> Scenario:
        key = one.cite[code]
        other = f"{code}-1" if gone != f"{code}-1" else f"{code}-2"
        return one._replace(cite={**one.cite, code: Key((other,), (), key.distractors)}) if gone in key.key else one

    return change


def wrong(text: str) -> Change:
    return each_option(lambda _number, _one, option: text if option.id == "uncle" else option.text)


def stem(text: str) -> Change:
    return lambda _, one: one._replace(stem=text)


def rationale(option_id: str, **by_code: str) -> Change:
    def change(_: int, one: Scenario) -> Scenario:
        options = (o._replace(rationale={**o.rationale, **by_code}) if o.id == option_id else o for o in one.options)
        return one._replace(options=tuple(options))

    return change


def says(word: str) -> Change:
    return lambda _, one: one._replace(stem=f"{one.stem} So {word} says.")


def no_words(_: int, one: Scenario) -> Scenario:
    return one._replace(compare=Verdict("partly-differs", "Why.", ("waiting",)))


SAME = "It is night at the well, and you see a bruise on the arm of a girl whom you help."
NEARLY = SAME.replace("girl", "boy")
OTHER = "It is noon at the mill, and you hear a shout in the yard of a man whom you do not know."
LONG = "responsibility considerations communication opportunity"

BROKEN: dict[str, tuple[Change, list[str]]] = {
    "S6: one stem for two": (
        up_to(2, stem(SAME)), ["s2 warning S6 stem: a stem of s2 is nearly that of s1"],
    ),
    "S6: nearly one stem": (
        lambda n, one: stem(NEARLY if n == 1 else SAME if n == 2 else one.stem)(n, one),
        ["s2 warning S6 stem: a stem of s2 is nearly that of s1"],
    ),
    "S7: he, and hardly anybody else": (
        lambda n, one: says("she" if n <= 10 else "he")(n, one), ["warning S7 the bank: nearly every stem says 'he'"],
    ),
    "S9: all are rather hard": (
        each_option(lambda _n, _one, option: f"{option.text[:-1]} {LONG}."),
        ["warning S9 the bank: stems and options read at grade 12.9 on average"],
    ),
    "C9: the supervisor is the key": (
        up_to(26, of_key(lambda _, text: text.replace("Say", "Supervision"))),
        ["warning C9 the bank: 62% of the keys send to a supervisor or to the file"],
    ),
    "B1: the key is first in the files": (
        key_first, ["warning B1 the bank: the key's place is uneven in the files: 42, 0, 0"],
    ),
    "B2: the key is the longest": (
        up_to(21, of_key(lambda _, text: f"{text[:-1]} so so so.")),
        ["warning B2 the bank: the key is the longest option in 50% of the scenarios"],
    ),
    "B3: in no key": (
        keyed("bb", "bb-3"), ["warning B3 the bank: bb-3 is in no key"],
    ),
    "B3: in one key": (
        lambda n, one: keyed("aa", "aa-2")(n, one) if n > 1 else one,
        ["warning B3 the bank: aa-2 is in 1 key"],
    ),
    "B3: only a distractor": (
        lambda n, one: keyed("bb", "bb-3")(n, one._replace(
            cite={**one.cite, "bb": one.cite["bb"]._replace(distractors=("bb-3",))}
        )),
        ["warning B3 the bank: bb-3 is only a distractor"],
    ),
    "B4: one distractor in four": (
        up_to(4, wrong("Say what you like and go on.")),
        [f"s{n} warning B4 option uncle: this distractor stands in 4 scenarios" for n in range(1, 5)],
    ),
    "B4: one rationale in two": (
        up_to(2, rationale("walk", aa=SAME)), ["s2 warning B4 options: a rationale of s2 is nearly that of s1"],
    ),
    "B4: one rationale twice in one": (
        up_to(1, rationale("walk", aa=SAME, bb=SAME)),
        ["s1 warning B4 options: a rationale of s1 is nearly another rationale of it"],
    ),
    "B5: a difference that none turns on": (
        no_words, ["warning B5 the bank: no scenario turns on the practical difference 'notes'"],
    ),
}  # fmt: skip

KEPT: dict[str, Change] = {
    "S6: another story": lambda n, one: stem(SAME if n == 1 else OTHER if n == 2 else one.stem)(n, one),
    "S7: she is told of as well": lambda n, one: says("she" if n <= 11 else "he")(n, one),
    "S7: nobody is a he or a she": lambda n, one: says("it")(n, one),
    "S9: half are rather hard": up_to(21, each_option(lambda _n, _one, option: f"{option.text[:-1]} {LONG}.")),
    "C9: 60 % are few enough": up_to(25, of_key(lambda _, text: text.replace("Say", "Supervision"))),
    "C9: distractors may": each_option(
        lambda _n, one, o: o.text if o == one.best("aa") else o.text.replace("Say", "Supervision")
    ),
    "B1: the key is first, but not too often": up_to(12, key_first),
    "B2: the key is the longest, but not too often": up_to(19, of_key(lambda _, text: f"{text[:-1]} so so so.")),
    "B3: in two keys": lambda n, one: keyed("aa", "aa-2")(n, one) if n > 6 else one,
    "B4: one distractor in three": up_to(3, wrong("Say what you like and go on.")),
    "B5: one is enough": lambda n, one: no_words(n, one) if n > 2 else one,
}


def test_nothing_is_wrong_with_the_bank_that_the_tables_change() -> None:
    assert found(bank()) == []


@pytest.mark.parametrize(("change", "expected"), BROKEN.values(), ids=list(BROKEN))
def test_a_broken_rule_is_found_and_nothing_else(change: Change, expected: list[str]) -> None:
    assert found(bank(change=change)) == expected


@pytest.mark.parametrize("change", KEPT.values(), ids=list(KEPT))
def test_what_only_looks_like_a_breach_is_none(change: Change) -> None:
    assert found(bank(change=change)) == []


def test_each_row_says_which_rule_it_breaks() -> None:
    for name, (_, expected) in BROKEN.items():
        assert all(f" {name.partition(':')[0]} " in f" {one}" for one in expected), name


def test_a_worksheet_is_no_bank() -> None:
    """Of a few scenarios nobody expects that they cover a code; only what is told twice is said."""
    few = bank(LEAST_ITEMS - 1, key_first)
    assert found(few) == []
    assert found([*few, few[0]._replace(id="again", options=bank(60)[59].options)]) == [
        "again warning S6 stem: a stem of again is nearly that of s1",
        "warning B1 the bank: the key's place is uneven in the files: 40, 0, 0",
    ]
    assert found([]) == []


def test_what_is_retired_does_not_count() -> None:
    twins = bank(change=up_to(2, stem(SAME)))
    assert found([twins[0]._replace(status="retired"), *twins[1:]]) == []
    assert found([one._replace(status="retired") for one in bank(change=key_first)]) == []


def test_the_order_people_are_shown_is_held_against_chance_too() -> None:
    """Ids for which the shuffled order of the whole bank puts the key first."""
    from peerethics.checking.bank_rules import _as_shown

    some = [one._replace(id=f"t{n}") for n in range(8) for one in bank()]
    lucky = [one for one in some if _as_shown(one)[0] == one.best("aa")][:42]
    assert len(lucky) == 42
    assert "warning B1 the bank: the key's place is uneven shuffled: 42, 0, 0" in found(lucky)


def test_the_place_of_the_key_is_counted_among_options_of_equal_number() -> None:
    """Four options have four places; a bank in which all keys are last of four is uneven, and says so."""
    some = bank()
    for number, one in enumerate(some):
        best = one.best("aa")
        assert best
        others = [o for o in one.options if o != best]
        more = others[0]._replace(id="more", text=others[0].text.replace("Say", "Tell"), rationale={})
        some[number] = one._replace(options=(*others, more, best))
    assert [one for one in found(some) if "in the files" in one] == [
        "warning B1 the bank: the key's place is uneven in the files: 0, 0, 0, 42"
    ]


def test_near_duplicates_share_most_of_their_word_triples() -> None:
    texts = [("a", SAME), ("b", OTHER), ("c", NEARLY), ("d", "Two words"), ("e", "Two words"), ("f", "")]
    assert list(near_duplicates(texts)) == [("c", "a")]
    assert list(near_duplicates([("a", SAME), ("b", SAME.upper()), ("c", SAME)])) == [("b", "a"), ("c", "a")]
