"""A crosswalk's YAML file becomes a Crosswalk as it stands there, or a problem for each thing that is wrong with it.

The wrong files are tests/bad/crosswalk-*.yaml; they run with all the others in test_code_file.
"""

import re

import pytest
from lands import CROSSWALK
from libraries import TESTS

from peerethics.models import Crosswalk, Difference, Pair, Unmatched
from peerethics.reading.crosswalk_file import CONFIDENCES, RELATIONS, open_crosswalk

TEXT = CROSSWALK.read_text("utf-8")
BAD = sorted((TESTS / "bad").glob("crosswalk-*.yaml"))


def read(text: str) -> tuple[Crosswalk | None, list[str]]:
    crosswalk, sheet = open_crosswalk(text.encode(), "f.yaml")
    return crosswalk, [str(problem) for problem in sheet.problems]


@pytest.fixture(scope="module")
def crosswalk() -> Crosswalk:
    found, problems = read(TEXT)
    assert problems == []
    assert found
    return found


def test_it_knows_its_codes_its_status_and_the_rule_it_was_made_by(crosswalk: Crosswalk) -> None:
    assert (crosswalk.id, crosswalk.source, crosswalk.target) == ("aa--bb", "aa", "bb")
    assert crosswalk.status == "complete"
    assert crosswalk.rule == "A general duty holds a specific rule that adds nothing."


def test_a_pair_keeps_both_places_how_they_relate_and_why(crosswalk: Crosswalk) -> None:
    why = "Both keep every secret."
    marks = ("845e55805dbf", "d46e0af55b0a")
    assert crosswalk.pairs[1] == Pair("aa-2/s1", "bb-2", "equivalent", "high", why, marks)
    assert [(p.source, p.target, p.relation) for p in crosswalk.pairs] == [
        ("aa-1", "bb-1", "equal"),
        ("aa-2/s1", "bb-2", "equivalent"),
        ("aa-4", "bb-4", "intersects"),
        ("aa-1", "bb-5", "superset"),
    ]


def test_two_codes_with_the_same_words_have_the_same_fingerprint_twice(crosswalk: Crosswalk) -> None:
    assert crosswalk.pairs[0].fingerprints == ("8e245c94484f", "8e245c94484f")


def test_a_provision_without_counterpart_keeps_its_note_and_its_nearest_if_any(crosswalk: Crosswalk) -> None:
    assert crosswalk.unmatched[0] == Unmatched("aa-3", "bb-3", "Bland says nothing of rest.")
    assert crosswalk.unmatched[2] == Unmatched("bb-3", "", "Aland says nothing of song.")


def test_a_difference_keeps_what_each_code_says_and_where(crosswalk: Crosswalk) -> None:
    assert crosswalk.differences[0] == Difference(
        id="notes",
        title="Notes",
        topic="paper",
        cites=(("aa", ("aa-2/s2",)), ("bb", ())),
        near=(("aa", ()), ("bb", ("bb-2",))),
        says=(("aa", "Write nothing down."), ("bb", "silent")),
        acts="In Aland nothing is written; Bland does not say.",
        example="A person tells you a phone number.",
    )
    assert crosswalk.differences[1].near == (("aa", ()), ("bb", ()))


@pytest.mark.parametrize("relation", RELATIONS)
def test_every_relation_of_the_file_format_can_be_written(relation: str) -> None:
    found, problems = read(TEXT.replace("relation: superset", f"relation: {relation}"))
    assert problems == []
    assert found
    assert found.pairs[3].relation == relation


def test_the_words_of_the_file_format_are_those_that_are_promised() -> None:
    assert RELATIONS == ("equal", "equivalent", "subset", "superset", "intersects")
    assert CONFIDENCES == ("high", "medium", "low")


@pytest.mark.parametrize("left_out", ["matching: semantic\n", "method: human\n", "reviewers: [A. Person]\n"])
def test_what_is_only_for_the_record_can_be_left_out(left_out: str) -> None:
    assert read(TEXT.replace(left_out, ""))[1] == []


def test_fingerprints_can_be_left_out_and_are_then_unknown() -> None:
    found, problems = read(re.sub(r" +fingerprints: .*\n", "", TEXT))
    assert problems == []
    assert found
    assert {pair.fingerprints for pair in found.pairs} == {("", "")}


def test_a_crosswalk_may_have_no_pairs_yet() -> None:
    found, problems = read(re.sub(r"pairs:\n.*?(?=unmatched:)", "pairs: []\n", TEXT, flags=re.DOTALL))
    assert problems == []
    assert found
    assert found.pairs == ()


def test_all_problems_of_a_file_are_found_at_once() -> None:
    text = TEXT.replace("relation: equal\n", "relation: same\n").replace("confidence: medium", "confidence: middling")
    text = text.replace("note: Bland says", "nte: Bland says").replace("topic: paper", "topic: 7")
    problems = read(text)[1]
    assert [problem.split(": ")[0] for problem in problems] == [
        "f.yaml:16:15", "f.yaml:29:17", "f.yaml:39:5", "f.yaml:41:5", "f.yaml:50:12",
    ]  # fmt: skip


def test_every_entry_remembers_its_line_for_the_rules_that_come_after() -> None:
    _, sheet = open_crosswalk(TEXT.encode(), "f.yaml")
    assert sheet.places["aa-2/s1 bb-2"] == (20, 5)
    assert sheet.places["unmatched aa-3"] == (39, 5)
    assert sheet.places["difference waiting"] == (56, 5)


def test_there_is_a_wrong_file_for_every_rule_of_reading() -> None:
    said = "\n".join(path.read_text("utf-8") for path in BAD)
    for relation_or_key in (
        *("id", "source", "target", "status", "rule", "pairs", "relation", "rationale", "note", "title", "topic"),
        *("says", "acts", "example"),
    ):
        assert re.search(rf"^# expect: .*(has no|is no) `?{relation_or_key}", said, re.MULTILINE), relation_or_key
    assert len(BAD) >= 50
