"""The shipped bank: in order, even, covering every provision and every practical difference, and quoting exactly."""

import re
from collections import Counter
from functools import cache
from statistics import mean

import pytest
from lands import shipped_crosswalk

from peerethics.checking.bank_rules import near_duplicates
from peerethics.checking.check import Context, check, find_files
from peerethics.checking.readability import grade
from peerethics.library.library import Library, open_library
from peerethics.library.places import Places, shipped_data
from peerethics.library.vocabulary import open_vocabulary
from peerethics.scenario import BEST, Scenario

CODES = {"mo": "Missouri", "ms": "Mississippi"}


@cache
def bank() -> tuple[Scenario, ...]:
    """Every shipped scenario."""
    report = check(find_files([shipped_data()]), Context((shipped_data(),)))
    assert [str(problem) for problem in report.problems] == []
    return tuple(sorted(report.scenarios))


@cache
def library() -> Library:
    return open_library(Places((shipped_data(),), None))


def texts(one: Scenario) -> list[str]:
    """Everything that a person reads of a scenario."""
    options = [t for o in one.options for t in (o.text, o.short, o.misconception, *o.rationale.values())]
    return [one.title, one.setting, one.stem, one.prompt, one.short_prompt, one.hint, *options, one.compare.note,
            one.beyond_code, *one.discussion, *one.roles]  # fmt: skip


def test_check_finds_nothing_and_there_are_at_least_150() -> None:
    assert len(bank()) >= 150


def test_all_are_drafts_until_a_person_has_reviewed_them() -> None:
    assert {one.status for one in bank()} == {"draft"}


def test_every_provision_is_in_the_key_of_at_least_two() -> None:
    keyed = Counter(place for one in bank() for place in {p for key in one.cite.values() for p in key.key})
    lacking = {p.id: keyed[p.id] for code in library().codes for p in code.provisions() if keyed[p.id] < 2}
    assert lacking == {}


def test_every_topic_has_scenarios_and_a_primer_of_80_to_150_words() -> None:
    topics = open_vocabulary(Places((shipped_data(),), None), library()).topics
    counts = Counter(one.topics[0] for one in bank())
    assert {topic.id: counts[topic.id] for topic in topics if counts[topic.id] < 4} == {}
    assert {topic.id: len(topic.primer.split()) for topic in topics if not 80 <= len(topic.primer.split()) <= 150} == {}


def test_every_practical_difference_has_a_scenario_and_a_third_turn_on_one() -> None:
    turned_on = Counter(name for one in bank() for name in one.compare.differences)
    assert {one.id for one in shipped_crosswalk().differences} - set(turned_on) == set()
    assert sum(bool(one.compare.differences) for one in bank()) >= len(bank()) / 3


def test_verdicts_agree_with_the_crosswalk() -> None:
    """Where a scenario turns on one difference alone, a silent code of that difference is never said to speak."""
    silent = {d.id: {code for code, cites in d.cites if not cites} for d in shipped_crosswalk().differences}
    for one in bank():
        for name in one.compare.differences:
            assert one.compare.verdict != "same", one.id
            if one.compare.verdict.endswith("-silent"):
                said = one.compare.verdict.removesuffix("-silent")
                assert said in silent[name] or not silent[name], f"{one.id}: {name}"


def test_keys_stand_in_every_place_about_as_often() -> None:
    places = Counter(
        [option.rating["mo"] for option in one.options].index(BEST) for one in bank() if len(one.options) == 4
    )
    expected = places.total() / 4
    assert sum((places[n] - expected) ** 2 / expected for n in range(4)) < 11.34, places


def told(one: Scenario) -> dict[str, list[str]]:
    """The texts of a scenario by what they are for."""
    wrong = [o for o in one.options if BEST not in o.rating.values()]
    return {
        "stem": [one.stem],
        "rationale": [text for o in one.options for text in o.rationale.values()],
        "distractor": [o.text for o in wrong if len(o.text.split()) > 7],
        "misconception": [o.misconception for o in one.options if o.misconception],
        "hint": [one.hint],
        "discussion": list(one.discussion),
    }


@pytest.mark.parametrize("name", ["stem", "rationale", "distractor", "misconception", "hint", "discussion"])
def test_nothing_is_told_twice(name: str) -> None:
    pairs = [(one.id, text) for one in bank() for text in told(one)[name]]
    assert [pair for pair in near_duplicates(pairs) if pair[0] != pair[1]] == []


def test_stems_and_options_are_easy_to_read() -> None:
    grades = {one.id: grade(" ".join([one.stem, *(o.text for o in one.options)])) for one in bank()}
    assert mean(grades.values()) <= 9
    assert {own: round(level, 1) for own, level in grades.items() if level > 11} == {}


def test_whatever_stands_in_double_quotes_in_a_rationale_is_verbatim() -> None:
    """A quotation in a rationale is a code's own words; what people say stands in the stem."""
    whole = {code.id: _loose(" ".join(p.text for p in code.provisions())) for code in library().codes}
    for one in bank():
        said = _loose(" ".join([one.stem, one.prompt, *(o.text for o in one.options)]))
        for option in one.options:
            for code, text in option.rationale.items():
                for quoted in re.findall(r'"([^"]+)"', text):
                    words = _loose(quoted)
                    assert words in whole[code] or words in said, f"{one.id}/{option.id}/{code}: {quoted!r}"


def _loose(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", " ", text.lower()).split())


def test_only_the_codes_own_words_label_people_and_nobody_is_promised_permission() -> None:
    for one in bank():
        for text in texts(one):
            assert not re.search(r"\b(Missouri|Mississippi)('s (list|code))? (allows|permits)\b", text), (
                f"{one.id}: {text}"
            )


def test_danger_never_stands_alone() -> None:
    """A scenario with danger in it says where law or agency policy may ask for more."""
    heavy = [one for one in bank() if {"suicide", "violence", "abuse"} & set(one.content_notes)]
    assert len(heavy) >= 5
    assert [one.id for one in heavy if not one.beyond_code] == []


def test_discussion_and_roles_are_for_use_in_a_room() -> None:
    for one in bank():
        assert len(one.discussion) >= 2, one.id
        assert all(15 <= len(role.split()) <= 45 for role in one.roles), one.id


def test_ids_never_tell_the_answer_and_are_their_file_names() -> None:
    files = {path.stem for path in (shipped_data() / "scenarios").glob("*.yaml")}
    assert files == {one.id for one in bank()}
