"""`peerethics check` finds broken crosswalks with file, line and column; a look-up never uses one of two that clash."""

import json
import shutil
from pathlib import Path

import pytest
from lands import CROSSWALK, LANDS, changed, crosswalks_in

from peerethics.checking.check import Context, check, find_files
from peerethics.errors import BAD_DATA, PeerEthicsError
from peerethics.library.crosswalks import fingerprint

WALK = "crosswalks/aa--bb.yaml"
ONE, TWO, THREE = (
    "Helpers will take no gifts.",
    "Bland Workers keep every secret.",
    "Take no gifts from the council of harm.",
)
INNER = f"""\
format: peerethics/crosswalk@1
id: bb--bb
source: bb
target: bb
status: draft
rule: A rule.
pairs:
  - source: bb-1
    target: bb-5
    relation: superset
    confidence: high
    rationale: All gifts, and those of the council.
    fingerprints: ["{fingerprint(ONE)}", "{fingerprint(THREE)}"]
"""


def inner(tmp_path: Path, more: str = "") -> list[str]:
    """The problems of a crosswalk inside one code."""
    folder = changed(tmp_path)
    (folder / "inner.yaml").write_text(INNER + more, "utf-8")
    found = check(find_files([folder]), Context((folder,))).problems
    return [f"{problem.line}:{problem.column}: {problem.what}" for problem in found]


def _pair(source: str, target: str, relation: str, texts: tuple[str, str]) -> str:
    marks = ", ".join(f'"{fingerprint(text)}"' for text in texts)
    return (
        f"  - source: {source}\n    target: {target}\n    relation: {relation}\n    confidence: low\n"
        f"    rationale: Why.\n    fingerprints: [{marks}]\n"
    )


def test_inside_one_code_nothing_must_be_accounted_for(tmp_path: Path) -> None:
    assert inner(tmp_path) == []


def test_inside_one_code_a_pair_is_the_same_pair_from_either_side(tmp_path: Path) -> None:
    assert inner(tmp_path, _pair("bb-5", "bb-1", "subset", (THREE, ONE))) == [
        "14:5: the pair bb-5, bb-1 stands here twice"
    ]


def test_inside_one_code_two_places_cannot_lie_in_each_other(tmp_path: Path) -> None:
    assert inner(tmp_path, _pair("bb-5", "bb-1", "superset", (THREE, ONE))) == [
        "14:5: the pair bb-5, bb-1 stands here twice",
        "14:5: bb-1 lies in bb-5 and bb-5 in bb-1",
    ]


def test_inside_one_code_the_other_rules_hold_too(tmp_path: Path) -> None:
    more = _pair("bb-1", "bb-2", "equal", (ONE, TWO)) + _pair("bb-1", "bb-3", "equal", (ONE, "Something else."))
    assert [one.split(": ")[1][:40] for one in inner(tmp_path, more)] == [
        "the text of bb-3 has changed since this ",
        "bb-1 is equal to 2 places that are not e",
    ]


def test_the_command_lists_every_broken_rule_with_its_line(peerethics, tmp_path: Path) -> None:
    folder = changed(
        tmp_path,
        (WALK, "target: bb-5", "target: bb-7"),
        (WALK, "topic: health", "topic: wealth"),
        ("codes/aa.yaml", "keep every secret", "keep some secrets"),
    )
    done = peerethics("check", "lands")
    assert done.code == BAD_DATA
    for line in (
        f"lands/{WALK}:20:5: the text of aa-2 has changed since this pair was judged; judge the pair again, then write "
        + fingerprint("Helpers will keep some secrets. Helpers will also write nothing down."),
        f"lands/{WALK}:32:5: bb-7 does not exist; correct the id; see: peerethics show",
        f"lands/{WALK}:56:5: waiting: no topic 'wealth'; see: peerethics topics",
    ):
        assert line in done.words
    assert done.out.index(":20:5:") < done.out.index(":32:5:") < done.out.index(":56:5:")
    assert folder == tmp_path / "lands"


def test_the_command_counts_what_is_in_order(peerethics) -> None:
    done = peerethics("check", str(LANDS))
    assert done.code == 0
    assert "Crosswalk aa--bb: 4 pairs, 2 practical differences, consistent." in done.words


def test_for_programs_a_broken_rule_has_its_place_too(peerethics, tmp_path: Path) -> None:
    changed(tmp_path, (WALK, "target: bb-4", "target: bb-4/s3"))
    done = peerethics("check", "lands", "--json")
    assert done.code == BAD_DATA
    (problem,) = json.loads(done.raw)["problems"]
    assert (problem["line"], problem["column"]) == (26, 5)


def test_a_look_up_stops_at_a_file_that_cannot_be_read(peerethics, tmp_path: Path) -> None:
    changed(tmp_path, (WALK, "relation: superset", "relation: larger"))
    done = peerethics("compare", "aa", "1", "--data", "lands")
    assert (done.code, done.raw) == (BAD_DATA, b"")
    assert f"lands/{WALK}:34:15: 'larger' is no relation" in done.err


@pytest.mark.parametrize("turned", [False, True], ids=["as it is", "from the other side"])
def test_two_crosswalks_between_the_same_codes_are_refused(tmp_path: Path, turned: bool) -> None:
    """Otherwise nobody would know which of the two a comparison comes from."""
    folder = changed(tmp_path)
    text = CROSSWALK.read_text("utf-8")
    if turned:
        text = text.replace("source: aa\ntarget: bb", "source: bb\ntarget: aa")
    (folder / "mine.yaml").write_text(text, "utf-8")
    with pytest.raises(PeerEthicsError) as caught:
        crosswalks_in(folder)
    assert caught.value.exit_code == BAD_DATA
    assert f"a crosswalk between aa and bb is held already ({folder / 'mine.yaml'})" in caught.value.message


def test_a_crosswalk_inside_a_code_does_not_clash_with_one_between_two(tmp_path: Path) -> None:
    folder = changed(tmp_path)
    (folder / "inner.yaml").write_text(INNER, "utf-8")
    assert {one.id for one in crosswalks_in(folder).crosswalks} == {"aa--bb", "bb--bb"}


def test_a_crosswalk_can_lie_loose_in_a_folder(tmp_path: Path) -> None:
    shutil.copy(CROSSWALK, tmp_path)
    assert [one.id for one in crosswalks_in(tmp_path).crosswalks] == ["aa--bb"]
