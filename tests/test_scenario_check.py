"""`peerethics check` finds what is wrong with scenarios, says where, and only errors make it fail."""

import ast
import json
import shutil
from pathlib import Path

import pytest
import test_answer_rules
import test_bank_rules
import test_item_rules
import test_key_rules
from lands import LANDS
from scenarios import ID, TEXT, problems, with_words

from peerethics.checking import answer_rules, bank_rules, item_rules, key_rules, scenario_rules
from peerethics.errors import BAD_DATA
from peerethics.reading.scenario_file import open_scenario

OTHER = with_words(
    (f"id: {ID}", "id: cake-for-the-clerk"),
    (TEXT[TEXT.index("  You walk home") : TEXT.index("prompt:")],
     "  You wait at the clerk's door with a cake. He has never met you. He opens, and says that he is hungry today.\n"),
    *[(line.partition(": ")[2], f"{word} is what counts, and this is said of number {word} alone.")
      for word, line in zip(["one", "two", "three", "four", "five", "six"],
                            [line for line in TEXT.splitlines() if line.startswith(("      aa: ", "      bb: "))
                             and "[" not in line], strict=True)],
)  # fmt: skip
TWICE = "1.yaml:2:1: T1: 0.yaml has the id 'bruise-at-the-well' as well; rename one"
BROKEN = {  # the texts of some files, and what is said
    "T1: two with one id": ((TEXT, OTHER.replace("cake-for-the-clerk", ID)), [TWICE]),
    "T2: no such topic": ((with_words(("[health, paper]", "[health, papers]")),),
                          ["0.yaml:8:1: T2: there is no topic 'papers'; see: peerethics topics"]),
}  # fmt: skip
KEPT = {"T1: two ids": (TEXT, OTHER), "T2: every topic there is": (with_words(("paper]", "paper, presents]")),)}
MODULES = (key_rules, item_rules, answer_rules, bank_rules, scenario_rules)
TABLES = (test_key_rules, test_item_rules, test_answer_rules, test_bank_rules)
DESIGNED = """K1 K2 K3 K4 R1 R2 R3 R4 R5 R6 R7 R8 R9 V1 C1 C2 C3 C4 C5 C6 C7 C8 C9 F1 F2 F3 F4 S1 S2 S3 S4 S5 S6 S7 S8
    S9 L1 X1 X2 T1 T2 B1 B2 B3 B4 B5"""


@pytest.mark.parametrize(("texts", "expected"), BROKEN.values(), ids=list(BROKEN))
def test_a_broken_rule_is_found_and_nothing_else(tmp_path: Path, texts: tuple[str, ...], expected: list[str]) -> None:
    assert problems(tmp_path, *texts) == expected


@pytest.mark.parametrize("texts", KEPT.values(), ids=list(KEPT))
def test_what_only_looks_like_a_breach_is_none(tmp_path: Path, texts: tuple[str, ...]) -> None:
    assert problems(tmp_path, *texts) == []


def test_each_rule_in_the_sources_has_a_scenario_that_breaks_it_and_one_that_does_not() -> None:
    """Who adds a rule is told here to show it."""
    rules = set()
    for module in MODULES:
        for node in ast.walk(ast.parse(Path(module.__file__ or "").read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                one = node.value
                rules |= {one} if len(one) == 2 and one[0].isupper() and one[1].isdigit() else set()
    broken = {name[:2] for table in (BROKEN, *(t.BROKEN for t in TABLES)) for name in table}
    kept = {name[:2] for table in (KEPT, *(t.KEPT for t in TABLES)) for name in table}
    assert rules == set(DESIGNED.split())
    assert rules - broken == set()
    assert rules - kept == set()


def test_each_finding_is_said_at_an_entry_that_has_a_place() -> None:
    """A finding whose entry no sheet knows would be said of the file, without a line."""
    places = open_scenario(TEXT.encode(), "s.yaml")[1].places
    for table in (test_key_rules.BROKEN, test_item_rules.BROKEN):
        for _, expected in table.values():
            for said in expected:
                assert said.split(" ", 2)[2].partition(":")[0] in places, said


def test_findings_come_in_the_order_of_the_lines(tmp_path: Path) -> None:
    text = with_words(
        ("rating: {aa: 0, bb: 2}", "rating: {aa: 0, bb: 3}"),
        ("accept: [aa-5]", "accept: [aa-9]"),
        ("A girl you help shows you a bruise on her arm.", "A client shows you a bruise on her arm."),
        ("specialist: You are tired", "specialist: You are a client"),
    )
    assert problems(tmp_path, text) == [
        "0.yaml:12:1: warning: L1: 'client' labels a person; say who the person is, or quote who says it",
        "0.yaml:18:1: K1: 2 options are rated 3 for bb; rate exactly one option 3, the best",
        "0.yaml:52:1: R2: aa-9 is no provision; correct the id; see: peerethics show",
        "0.yaml:63:1: warning: L1: 'client' labels a person; say who the person is, or quote who says it",
    ]


def test_a_file_that_is_not_in_form_is_only_told_so(tmp_path: Path) -> None:
    """Rules about a key that could not be read would only add noise."""
    text = with_words(
        ("rating: {aa: 0, bb: 2}", "rating: {aa: 0, bb: 9}"), ("What should you do first?\ns", "What?\ns")
    )
    assert problems(tmp_path, text) == [
        "0.yaml:33:25: `rating` of bb is 9; rate from 0 (breaks the code) to 3 (best), or null"
    ]


def _folder(tmp_path: Path, *changes: tuple[str, str]) -> Path:
    """Aland and Bland with the scenario in which words were replaced."""
    folder = tmp_path / "lands"
    shutil.copytree(LANDS, folder)
    (folder / "scenarios").mkdir()
    (folder / "scenarios" / "well.yaml").write_text(with_words(*changes), "utf-8")
    return folder


WARNED = ("prompt: What should you do first?\ns", "prompt: What now?\ns")
WRONG = ("accept: [aa-5]", "accept: [aa-9]")


def test_without_a_finding_the_command_says_that_all_holds(peerethics, tmp_path: Path) -> None:
    done = peerethics("check", str(_folder(tmp_path)))
    assert (done.code, done.err) == (0, "")
    assert "Scenarios: 1, every key, citation and verdict holds." in done.words
    assert done.words.endswith("Everything is in order. 5 files checked.")


def test_warnings_alone_are_listed_and_are_no_failure(peerethics, tmp_path: Path) -> None:
    done = peerethics("check", str(_folder(tmp_path, WARNED)))
    assert (done.code, done.err) == (0, "")
    assert (
        "lands/scenarios/well.yaml:15:1: warning: S4: the prompt does not ask what is right; "
        'ask with "should" or "best"' in done.words
    )
    assert done.words.endswith("No error; 1 warning to judge. 5 files checked.")


def test_an_error_beside_a_warning_is_a_failure(peerethics, tmp_path: Path) -> None:
    done = peerethics("check", str(_folder(tmp_path, WARNED, WRONG)))
    assert done.code == BAD_DATA
    assert ": warning: S4: " in done.words
    assert "lands/scenarios/well.yaml:52:1: R2: aa-9 is no provision; " in done.words
    assert done.words.endswith("1 problem and 1 warning in 5 files.")
    assert "every key, citation and verdict holds" not in done.words


@pytest.mark.parametrize(("changes", "code"), [((WARNED,), 0), ((WARNED, WRONG), BAD_DATA)], ids=["warning", "both"])
def test_programs_are_told_how_bad_it_is(peerethics, tmp_path: Path, changes, code: int) -> None:
    done = peerethics("check", "--json", str(_folder(tmp_path, *changes)))
    found = json.loads(done.out)
    assert (done.code, found["ok"], found["scenarios"]) == (code, code == 0, [ID])
    severities = {one["what"][:2]: (one["severity"], one["line"]) for one in found["problems"]}
    assert severities == {"S4": ("warning", 15), **({"R2": ("error", 52)} if code else {})}
