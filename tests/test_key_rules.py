"""Every rule for ratings, citations, verdict and review has a scenario that breaks it and one that only looks so."""

from collections.abc import Callable

import pytest
from lands import library_in
from scenarios import differences, findings, library, read, said, with_key, with_option

from peerethics.checking.key_rules import base_of, broken_rules, cited_fingerprint
from peerethics.library.library import Library
from peerethics.scenario import Cite, Review, Scenario, Verdict

Change = Callable[[Scenario], Scenario]


def rated(name: str, **rating: int | None) -> Change:
    return lambda one: with_option(one, name, rating=rating)


def panel(**given: tuple[int, ...]) -> Change:
    return lambda one: one._replace(panel={"bb": given})


def judged(verdict: str, *turns_on: str) -> Change:
    return lambda one: one._replace(compare=Verdict(verdict, "Why.", turns_on))


def says(name: str, **rationale: str) -> Change:
    return lambda one: with_option(one, name, rationale=rationale)


def alike(one: Scenario) -> Scenario:
    """Letter rated for both codes as the second rates it."""
    return with_option(one, "letter", rating={"aa": 2})._replace(panel={})


def without(name: str, field: str) -> Change:
    """An option that says nothing for Bland in one of its mappings."""

    def change(one: Scenario) -> Scenario:
        options = []
        for option in one.options:
            own = {code: value for code, value in getattr(option, field).items() if code != "bb"}
            options.append(option._replace(**{field: own}) if option.id == name else option)
        return one._replace(options=tuple(options))

    return change


def reviewed(*reviews: Review, author: str = "A. Writer", **marks: str) -> Change:
    def change(one: Scenario) -> Scenario:
        return one._replace(
            status="reviewed", author=author, reviews=reviews or one.reviews, text_checked={**one.text_checked, **marks}
        )

    return change


LATER = Review("C. Reader", "clerk", "2031-06-01", "change")
NOT_REVIEWED = "error V1 status: reviewed, but nobody other than its author approved it"

BROKEN: dict[str, tuple[Change, list[str]]] = {
    "K1: two are best": (rated("letter", bb=3), ["error K1 options: 2 options are rated 3 for bb"]),
    "K1: none is best": (
        lambda one: with_option(rated("walk", bb=2)(one), "walk", misconception="Two are more than one."),
        ["error K1 options: no options are rated 3 for bb"],
    ),
    "K1: no rating for one code": (
        without("uncle", "rating"),
        ["error K1 option uncle: option uncle has no rating for bb",
         "error K3 options: no option is rated 0 or 1 for bb"],
    ),
    "K1: no options and no codes": (
        lambda one: one._replace(options=(), cite={}, panel={}),
        ["error K1 options: no option is rated for any code", "warning K2 options: there are 0 options"],
    ),
    "K3: nothing is poor": (rated("uncle", bb=2), ["error K3 options: no option is rated 0 or 1 for bb"]),
    "K3: what is not scored is not poor": (
        rated("uncle", bb=None), ["error K3 options: no option is rated 0 or 1 for bb"],
    ),
    "K3: all alike": (
        lambda one: rated("letter", bb=1)(with_option(one, "walk", rating={"bb": 1}, misconception="Two are more.")),
        ["error K1 options: no options are rated 3 for bb", "error K3 options: all options are rated alike for bb"],
    ),
    "K4: no mode": (panel(walk=(3, 3, 2, 2)), ["warning K4 panel: the panel does not agree on walk for bb"]),
    "K4: a mode below 60 %": (
        panel(letter=(2, 2, 2, 1, 1, 0)), ["warning K4 panel: the panel does not agree on letter for bb"],
    ),
    "K4: a mode of 57 %": (
        panel(letter=(2, 2, 2, 2, 1, 1, 0)), ["warning K4 panel: the panel does not agree on letter for bb"],
    ),
    "K4: nobody gave a rating": (panel(letter=()), ["warning K4 panel: the panel does not agree on letter for bb"]),
    "K4: another mode": (
        panel(letter=(1, 1, 2)), ["warning K4 panel: the panel rates letter 1 for bb; its rating is 2"],
    ),
    "K4: a mode, and not scored": (
        lambda one: panel(letter=(1, 1, 1))(rated("letter", bb=None)(one)),
        ["warning K4 panel: the panel rates letter 1 for bb; its rating is null"],
    ),
    "K4: no such option": (
        panel(later=(1, 1, 1)), ["error K4 panel: the panel rates later for bb, but it has no rating"],
    ),
    "K4: no such code": (
        lambda one: one._replace(panel={"cc": {"walk": (3,)}}),
        ["error K4 panel: the panel rates walk for cc, but it has no rating"],
    ),
    "R1: no rationale": (without("walk", "rationale"), ["error R1 option walk: option walk has no rationale for bb"]),
    "R2: no citations": (
        lambda one: without("walk", "cites")(says("walk", bb="She is not alone.")(one)),
        ["error R2 option walk: option walk has no cites for bb"],
    ),
    "R2: cites nothing": (
        lambda one: with_option(one, "walk", cites={"bb": ()}),
        ["error R2 option walk: option walk cites nothing for bb",
         "error R5 option walk: the rationale for bb names bb-4, which is not among its `cites`"],
    ),
    "R2: no key for a code": (
        lambda one: one._replace(cite={"aa": one.cite["aa"]}), ["error R2 cite: `cite` has no key for bb"],
    ),
    "R2: a code that is not held": (
        lambda one: one._replace(options=tuple(
            o._replace(**{f: {"aa": getattr(o, f)["aa"], "cc": getattr(o, f)["bb"]} for f in ("rating", "rationale")},
                       cites={"aa": o.cites["aa"], "cc": (Cite("cc-4", "inferred"),)}) for o in one.options
        ), cite={"aa": one.cite["aa"], "cc": one.cite["bb"]._replace(key=("cc-1",), accept=(), distractors=(
            "cc-2", "cc-3", "cc-5"))}),
        ["error R2 cite: no code 'cc' is held"],
    ),
    "R2: the other code's provision, in an option": (
        lambda one: with_option(one, "uncle", cites={"bb": (Cite("bb-2", "inferred"), Cite("aa-2", "inferred"))}),
        ["error R2 option uncle: aa-2 stands under bb"],
    ),
    "R2: the other code's provision, in the key": (
        lambda one: with_key(one, "bb", accept=("aa-4",)), ["error R2 cite: aa-4 stands under bb"],
    ),
    "R2: no such provision": (
        lambda one: with_key(one, "bb", accept=("bb-9",)), ["error R2 cite: bb-9 is no provision"],
    ),
    "R2: a part is no provision": (
        lambda one: with_key(one, "aa", accept=("aa-rules",)), ["error R2 cite: aa-rules is no provision"],
    ),
    "R3: in two lists": (
        lambda one: with_key(one, "aa", accept=("aa-4",)), ["error R3 cite: aa-4 stands 2 times in the lists of aa"],
    ),
    "R4: no key": (
        lambda one: with_key(one, "bb", key=(), accept=()), ["error R4 cite: no key provisions for bb"],
    ),
    "R4: four keys": (
        lambda one: with_key(one, "aa", key=("aa-4", "aa-1", "aa-2", "aa-3"), distractors=()),
        ["error R4 cite: 4 key provisions for aa", "warning R4 cite: 0 distractors beside 4 key provisions for aa"],
    ),
    "R4: too few distractors": (
        lambda one: with_key(one, "bb", distractors=("bb-1", "bb-3")),
        ["warning R4 cite: 2 distractors beside 1 key provisions for bb"],
    ),
    "R5: names what it does not cite": (
        says("uncle", bb="Bland 2 has you keep her secret, and Bland 4 has you tell."),
        ["error R5 option uncle: the rationale for bb names bb-4, which is not among its `cites`"],
    ),
    "R5: the last of several": (
        says("uncle", bb="Read Bland 2, 3 and 4."),
        ["error R5 option uncle: the rationale for bb names bb-3, which is not among its `cites`",
         "error R5 option uncle: the rationale for bb names bb-4, which is not among its `cites`"],
    ),
    "R5: another item of the provision": (
        lambda one: says("uncle", aa="Aland 5.b is broken.")(
            with_option(one, "uncle", cites={"aa": (Cite("aa-5.a", "explicit"),)})
        ),
        ["error R5 option uncle: the rationale for aa names aa-5.b, which is not among its `cites`"],
    ),
    "R6: against the code, but nothing explicit": (
        lambda one: with_option(one, "letter", cites={"aa": (Cite("aa-4", "inferred"),)}),
        ["warning R6 option letter: option letter breaks aa, but nothing is explicit"],
    ),
    "R7: same, but rated differently": (
        judged("same"), ["warning R7 compare: the verdict is `same`, but the ratings differ"],
    ),
    "R7: differs, but rated the same": (
        lambda one: judged("differs")(alike(one)),
        ["warning R7 compare: the verdict is `differs`, but the ratings are the same"],
    ),
    "R7: silence of nobody": (
        judged("cc-silent"), ["error R7 compare: 'cc-silent' names no code of this scenario"],
    ),
    "R9: no such difference": (
        judged("differs", "weighting"), ["error R9 compare: there is no practical difference 'weighting'"],
    ),
    "R9: the same, and yet a difference": (
        lambda one: judged("same", "waiting")(alike(one)),
        ["error R9 compare: the verdict 'same' contradicts the difference 'waiting'"],
    ),
    "R9: the wrong code is silent": (
        judged("aa-silent", "notes"), ["error R9 compare: the verdict 'aa-silent' contradicts the difference 'notes'"],
    ),
    "V1: reviewed by its author alone": (reviewed(author="B. Reader"), [NOT_REVIEWED]),
    "V1: reviewed, and to be changed": (reviewed(LATER), [NOT_REVIEWED]),
    "V1: the words have changed since": (
        reviewed(bb="0123456789ab"),
        ["error V1 status: the words of bb that it cites are not those that were reviewed"],
    ),
}  # fmt: skip

KEPT: dict[str, Change] = {
    "K1: another is best under the other code": lambda one: with_option(
        rated("letter", bb=3)(rated("walk", bb=2)(one)), "walk", misconception="Two are more than one."
    )._replace(compare=Verdict("differs", "Why.", ())),
    "K3: one poor option is enough": rated("letter", bb=None),
    "K4: 60 % are enough": panel(letter=(2, 2, 2, 1, 0)),
    "K4: one person": panel(letter=(2,)),
    "K4: no agreement, and so not scored": lambda one: panel(letter=(2, 2, 1, 1))(rated("letter", bb=None)(one)),
    "R1: a rationale may name no provision": says("walk", bb="She is not alone."),
    "R2: a lettered item is a place": lambda one: with_key(one, "aa", accept=("aa-5.a",)),
    "R3: what an option rests on may be a distractor": lambda one: with_option(
        one, "letter", cites={"bb": (Cite("bb-4", "inferred"), Cite("bb-1", "inferred"))}
    ),
    "R4: two keys and four distractors": lambda one: with_key(
        one, "aa", key=("aa-4", "aa-5.a"), accept=(), distractors=("aa-1", "aa-2", "aa-3", "aa-5.b")
    ),
    "R5: the provision of an item that is cited": lambda one: with_option(
        one, "uncle", cites={"aa": (Cite("aa-5.a", "explicit"),)}
    ),
    "R5: an item of a provision that is cited": says("uncle", aa="Aland 5.a asks for her word first."),
    "R5: the other code's provision": says("uncle", bb="Aland 2 is like Bland 2."),
    "R5: a number that cites nothing": says("uncle", bb="She is 14, and 4 people in Bland know."),
    "R6: one explicit citation among others": lambda one: with_option(
        one, "letter", cites={"aa": (Cite("aa-5", "inferred"), Cite("aa-4", "explicit"))}
    ),
    "R6: poor, but not against the code": rated("letter", bb=1),
    "R7: partly different, though rated the same": alike,
    "R7: same": lambda one: judged("same")(alike(one)),
    "R7: silent, though rated the same": lambda one: judged("bb-silent")(alike(one)),
    "R9: the silent code of the difference": judged("bb-silent", "notes"),
    "R9: silent here, where the difference knows of no silence": judged("bb-silent", "waiting"),
    "V1: approved by another person": reviewed(),
    "V1: approved by one, changed by another": reviewed(LATER, LATER._replace(by="D. Reader", verdict="approve")),
    "V1: a draft may be out of date": lambda one: one._replace(text_checked={"aa": "0123456789ab"}, reviews=()),
}


def test_nothing_is_wrong_with_the_scenario_that_the_tables_change() -> None:
    assert findings(read()) == []


@pytest.mark.parametrize(("change", "expected"), BROKEN.values(), ids=list(BROKEN))
def test_a_broken_rule_is_found_and_nothing_else(change: Change, expected: list[str]) -> None:
    assert findings(change(read())) == expected


@pytest.mark.parametrize("change", KEPT.values(), ids=list(KEPT))
def test_what_only_looks_like_a_breach_is_none(change: Change) -> None:
    assert findings(change(read())) == []


def test_each_row_says_which_rule_it_breaks() -> None:
    for name, (_, expected) in BROKEN.items():
        assert any(f" {name.partition(':')[0]} " in one for one in expected), name


@pytest.mark.parametrize(
    ("place", "provision"),
    [("aa-5.a", "aa-5"), ("aa-5", "aa-5"), ("ms-IV.2.d", "ms-IV.2"), ("ms-IV.2", "ms-IV.2"), ("ms-9/s2", "ms-9")],
)
def test_an_item_belongs_to_its_provision(place: str, provision: str) -> None:
    assert base_of(place) == provision


def test_the_mark_of_a_review_covers_every_text_that_is_cited_and_no_other(tmp_path) -> None:
    """A changed word in a cited provision asks for a new review; one in a provision nobody cites does not."""
    one = read()
    for code, old, new, kept in (
        ("bb", "wait for its answer", "wait for an answer", False),
        ("bb", "should sing", "may sing", False),
        ("aa", "Old Helpers wrote this.", "Helpers wrote this.", True),
    ):
        changed = _held(tmp_path / f"{code}-{len(new)}", code, old, new)
        assert (cited_fingerprint(one, code, changed) == one.text_checked[code]) is kept
        found = [said(f) for f in broken_rules(reviewed()(one), changed, differences())]
        assert bool(found) is not kept


def test_differences_are_not_looked_for_where_no_crosswalk_is_held() -> None:
    one = judged("differs", "anything")(read())
    assert list(broken_rules(one, library(), {})) == []


def _held(folder, code: str, old: str, new: str) -> Library:
    from lands import changed

    folder.mkdir()
    return library_in(changed(folder, (f"codes/{code}.yaml", old, new)))
