"""Made questions have one right answer that nothing on the screen gives away: over the shipped codes and two more."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from lands import LANDS, changed, crosswalks_in, library_in, vocabulary_in

from peerethics.library.crosswalks import base
from peerethics.library.places import shipped_data
from peerethics.quizzing.makers.kinds import KINDS, MAKERS, SCENARIO, make
from peerethics.quizzing.makers.making import Sources
from peerethics.quizzing.makers.missing import GAP
from peerethics.scenario import Option, Scenario

SAME = ("equal", "equivalent")
LETTERS = re.compile(r"[a-z]+")


def sources_in(folder: Path, *codes: str) -> Sources:
    return Sources(library_in(folder), vocabulary_in(folder), crosswalks_in(folder), codes)


@cache
def held() -> dict[str, Sources]:
    """Missouri and Mississippi, and Aland and Bland."""
    return {"shipped": sources_in(shipped_data(), "mo", "ms"), "lands": sources_in(LANDS, "aa", "bb")}


@cache
def made(where: str) -> dict[str, tuple[Scenario, ...]]:
    """What each maker makes, before a question could hide another of the same id."""
    return {kind: tuple(maker(held()[where])) for kind, maker in MAKERS.items()}


def every(kind: str = "") -> Iterator[tuple[Sources, Scenario]]:
    """Every made question of a kind, with what it was made from."""
    for where, sources in held().items():
        for own, questions in made(where).items():
            for one in questions if kind in ("", own) else ():
                yield sources, one


def right(one: Scenario) -> Option:
    """The one option that is right under every code of the question."""
    (found,) = [option for option in one.options if option.rating and set(option.rating.values()) == {3}]
    return found


def text_of(sources: Sources, place: str) -> str:
    entry = sources.library.entry(place)
    assert entry, place
    return entry.text


def in_folder(folder: Path, kind: str) -> list[Scenario]:
    return list(MAKERS[kind](sources_in(folder, "aa", "bb")))


def test_there_is_plenty_of_every_kind() -> None:
    counts = {kind: len(questions) for kind, questions in made("shipped").items()}
    assert counts["about"] > 80
    assert counts["missing"] > 70
    assert counts["which-code"] > 30
    assert counts["place-pair"] > 25


def test_every_question_has_exactly_one_right_option_and_the_rest_are_wrong() -> None:
    for _, one in every():
        wrong = [option for option in one.options if option is not right(one)]
        assert len(wrong) == len(one.options) - 1 >= 2, one.id
        assert all(set(option.rating.values()) == {0} for option in wrong), one.id


def test_ids_are_unique_and_name_their_kind() -> None:
    for where in held():
        ids = [one.id for questions in made(where).values() for one in questions]
        assert len(ids) == len(set(ids))
        assert all(re.fullmatch(f"{one.kind}/[A-Za-z0-9.-]+", one.id) for _, one in every())


def test_options_differ_in_id_and_in_words() -> None:
    for _, one in every():
        assert len({option.id for option in one.options}) == len(one.options), one.id
        assert len({option.text.casefold() for option in one.options}) == len(one.options), one.id


def test_every_option_says_why_under_every_code_and_cites_what_is_held() -> None:
    for sources, one in every():
        assert one.codes, one.id
        for option in one.options:
            assert tuple(option.rationale) == tuple(option.cites) == one.codes
            assert all(option.rationale.values()), one.id
            for code, cites in option.cites.items():
                assert all(cite.id.startswith(f"{code}-") and sources.library.entry(cite.id) for cite in cites)


def test_what_is_asked_is_one_question_and_the_stem_does_not_say_the_answer() -> None:
    for _, one in every():
        assert one.prompt.endswith("?"), one.id
        assert right(one).text.lower() not in one.stem.lower(), one.id


@pytest.mark.parametrize("kind", ["about", "place-pair"])
def test_quoted_words_are_the_issuers(kind: str) -> None:
    for sources, one in every(kind):
        if one.quoted:
            cites = right(one).cites[one.codes[0]]
            assert one.quoted == text_of(sources, cites[0].id), one.id


def test_a_gap_takes_one_word_out_of_the_words_and_leaves_the_rest() -> None:
    for sources, one in every("missing"):
        assert GAP in one.quoted, one.id
        assert one.quoted.replace(GAP, right(one).text) == text_of(sources, one.id.partition("/")[2]), one.id


def test_the_missing_word_and_its_relatives_stand_nowhere_on_the_screen() -> None:
    """Neither in the rest of the words nor in the stem or the hint, in whatever form."""
    for _, one in every("missing"):
        stem = right(one).text[:5]
        assert stem not in f"{one.quoted} {one.stem} {one.hint}".lower(), one.id


def test_no_wrong_word_stands_in_the_text_and_all_words_are_of_one_kind() -> None:
    for sources, one in every("missing"):
        words = LETTERS.findall(text_of(sources, one.id.partition("/")[2]).lower())
        wrong = [option.text for option in one.options if option is not right(one)]
        assert not set(wrong) & set(words), one.id
        for ending in ("ing", "ed", "ly"):
            assert len({option.text.endswith(ending) for option in one.options}) == 1, one.id


def test_nothing_beside_a_gap_says_what_fits() -> None:
    """No "an", no half of a compound, no ending."""
    for _, one in every("missing"):
        assert not re.search(rf"(\b[Aa]n? |[\w/'-]){GAP}|{GAP}[\w/'-]", one.quoted.replace("**", "")), one.id


def test_whose_words_are_masked_and_otherwise_verbatim() -> None:
    for sources, one in every("which-code"):
        parts = [re.escape(part) for part in one.quoted.split("[...]")]
        assert re.search(".+?".join(parts), text_of(sources, one.id.partition("/")[2])), one.id


def test_whose_words_never_show_the_name_of_a_code_or_of_its_workers() -> None:
    for sources, one in every("which-code"):
        codes = [sources.library.code(code) for code in sources.codes]
        names = [name for code in codes if code for name in (code.name, code.issuer, *code.workers)]
        names += [name.removesuffix("s") for name in names] + ["DMH", "PLACE", "Licensure"]
        shown = f"{one.quoted} {one.stem} {one.hint}"
        assert [name for name in names if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", shown)] == [], one.id


def test_whose_words_agrees_with_the_crosswalk() -> None:
    for sources, one in every("which-code"):
        walk = sources.crosswalks.between(*sources.codes)
        assert walk
        place = one.id.partition("/")[2]
        twins = {p.target if base(p.source) == place else p.source
                 for p in walk.pairs if p.relation in SAME and place in (base(p.source), base(p.target))}  # fmt: skip
        if twins:
            assert right(one).id == "both"
        else:
            assert right(one).id == place.partition("-")[0]
            assert place in {unmatched.id for unmatched in walk.unmatched}


def test_of_a_provision_that_only_a_sentence_of_is_shared_only_that_sentence_is_shown() -> None:
    """Aland 2 also says what Bland does not, so "both" would be half true of it."""
    (one,) = [one for one in made("lands")["which-code"] if one.id.endswith("/aa-2")]
    assert one.quoted == "[...] will keep every secret."
    assert right(one).id == "both"


def test_both_codes_names_are_masked_in_the_words_of_either() -> None:
    """Bland 1 speaks of Helpers, which is what Aland calls its workers."""
    (one,) = [one for one in made("lands")["which-code"] if one.id.endswith("/bb-1")]
    assert one.quoted == "[...] will take no gifts."


def test_placing_a_pair_agrees_with_the_crosswalk() -> None:
    for sources, one in every("place-pair"):
        walk = sources.crosswalks.between(*sources.codes)
        assert walk
        found = {difference.id: difference for difference in walk.differences}
        difference = found.get(one.id.partition("/")[2])
        if difference:
            naming = [code for code, places in difference.cites if places]
            assert right(one).id == ("differ" if len(naming) == 2 else naming[0]), one.id
            assert difference.example in one.stem
        else:
            assert right(one).id == "same", one.id
            places = {cite.id for cites in right(one).cites.values() for cite in cites}
            assert places in [{base(p.source), base(p.target)} for p in walk.pairs if p.relation in SAME], one.id


def test_no_difference_is_asked_about_where_two_answers_can_be_defended() -> None:
    """A code that "does not name" the matter speaks of it to one reader and is silent to another."""
    for sources, one in every("place-pair"):
        walk = sources.crosswalks.between(*sources.codes)
        assert walk
        for difference in walk.differences:
            if one.id == f"place-pair/{difference.id}":
                assert not any(re.search(r"\b(not|is|are) named\b", said) for _, said in difference.says), one.id


def test_a_difference_that_cites_a_pair_of_the_same_words_is_not_asked_about(tmp_path: Path) -> None:
    """Nor is the pair: the same and different would both be right."""
    walk = "crosswalks/aa--bb.yaml"
    ids = [one.id for one in in_folder(LANDS, "place-pair")]
    assert ids == ["place-pair/notes", "place-pair/waiting", "place-pair/aa-1-bb-1"]
    folder = changed(tmp_path, (walk, "cites: {aa: [aa-4], bb: [bb-4]}", "cites: {aa: [aa-1], bb: [bb-1, bb-4]}"))
    assert [one.id for one in in_folder(folder, "place-pair")] == ["place-pair/notes"]


def test_plain_words_that_could_be_meant_as_well_are_not_offered() -> None:
    """Nothing that a duty names beside the provision, and nothing of its topics."""
    for sources, one in every("about"):
        place = one.id.partition("/")[2]
        others = {option.id for option in one.options} - {place}
        for duty in sources.vocabulary.duties.values():
            together = {base(linked) for level in sources.vocabulary.links(duty) for linked in level}
            assert place not in together or not others & together, (one.id, duty.id)


def test_without_a_crosswalk_or_a_second_code_nothing_is_compared() -> None:
    lonely = held()["shipped"]._replace(codes=("mo",))
    assert [list(MAKERS[kind](lonely)) for kind in ("which-code", "place-pair")] == [[], []]
    strangers = held()["shipped"]._replace(crosswalks=type(lonely.crosswalks)([]))
    assert [list(MAKERS[kind](strangers)) for kind in ("which-code", "place-pair")] == [[], []]
    assert {one.codes for one in MAKERS["about"](lonely)} == {("mo",)}


def test_kinds_are_made_by_name_and_twice_alike() -> None:
    sources = held()["lands"]
    assert KINDS[0] == SCENARIO
    assert make([SCENARIO], sources) == {}
    assert make(KINDS, sources) == make(KINDS, sources_in(LANDS, "aa", "bb"))
    assert {one.kind for one in make(["place-pair"], sources).values()} == {"place-pair"}


def test_a_third_code_has_questions_of_its_own_and_takes_none_away() -> None:
    shipped = held()["shipped"]
    three = shipped._replace(codes=("mo", "ms", "mo"))  # where the third stands, it is asked about; two are compared
    assert set(make(KINDS, three)) == set(make(KINDS, shipped))
    last = shipped._replace(codes=("zz", "yy", "mo"))
    assert {one.codes for one in make(["about", "missing"], last).values()} == {("mo",)}
