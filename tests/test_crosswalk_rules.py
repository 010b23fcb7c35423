"""Every rule of logic that a crosswalk must keep has an example that breaks it and one that only looks as if."""

from pathlib import Path

import pytest
from lands import changed

from peerethics.checking.check import Context, check, find_files
from peerethics.library.crosswalks import fingerprint

WALK = "crosswalks/aa--bb.yaml"
AA_1, AA_3, AA_4 = "8e245c94484f", "6b7a2cff6ff3", "b5dfad136678"  # fingerprints
BB_2, BB_4, BB_5 = "d46e0af55b0a", "eb62e997771b", "9242559c8141"


def problems(folder: Path) -> list[str]:
    """What `check` finds in a folder, each as line:column: what; remedy."""
    found = check(find_files([folder]), Context((folder,))).problems
    assert all(problem.file.endswith(WALK) for problem in found)
    return [str(problem).removeprefix(problem.file).lstrip(": ") for problem in found]


def _pair(source: str, target: str, relation: str, marks: tuple[str, str]) -> str:
    return (
        f"  - {{source: {source}, target: {target}, relation: {relation}, confidence: low, "
        f'rationale: Why., fingerprints: ["{marks[0]}", "{marks[1]}"]}}\n'
    )


def _more(*pairs: tuple[str, str, str, tuple[str, str]]) -> tuple[str, str, str]:
    """The change that adds pairs behind the last, in line 38."""
    return (WALK, "unmatched:\n", "".join(_pair(*pair) for pair in pairs) + "unmatched:\n")


BROKEN = {
    "equal to two places": (
        (_more(("aa-1", "bb-2", "equal", (AA_1, BB_2))),),
        ["38:5: aa-1 is equal to 2 places that are not equal to each other; "
         "only one can be equal; call the others by what they share"],
    ),
    "two places equal to one": (
        (_more(("aa-4", "bb-1", "equal", (AA_4, AA_1))),),
        ["38:5: bb-1 is equal to 2 places that are not equal to each other; "
         "only one can be equal; call the others by what they share"],
    ),
    "equal to two sentences of one provision": (
        (_more(("aa-3", "bb-4/s1", "equal", (AA_3, BB_4)), ("aa-3", "bb-4/s2", "equal", (AA_3, BB_4))),
         (WALK, "  - id: aa-3\n    nearest: bb-3\n    note: Bland says nothing of rest.\n", "")),
        ["39:5: aa-3 is equal to 2 places that are not equal to each other; "
         "only one can be equal; call the others by what they share"],
    ),
    "each inside the other": (
        (_more(("aa-4", "bb-5", "subset", (AA_4, BB_5)), ("aa-4", "bb-5", "superset", (AA_4, BB_5))),),
        ["38:5: the pair aa-4, bb-5 stands here twice; keep one",
         "38:5: bb-5 lies in aa-4 and aa-4 in bb-5; call them equivalent, or correct one relation"],
    ),
    "a pair twice": (
        (_more(("aa-4", "bb-4", "intersects", (AA_4, BB_4))),),
        ["26:5: the pair aa-4, bb-4 stands here twice; keep one"],
    ),
    "a provision that does not exist": (
        ((WALK, "target: bb-5", "target: bb-6"),),
        ["32:5: bb-6 does not exist; correct the id; see: peerethics show",
         "bb-5 is neither paired nor listed as unmatched; pair it, or list it under `unmatched` with its nearest"],
    ),
    "a sentence that does not exist": (
        ((WALK, "target: bb-4", "target: bb-4/s3"),),
        ["26:5: bb-4/s3 does not exist; correct the id; see: peerethics show"],
    ),
    "an unmatched id that does not exist": (
        ((WALK, "id: bb-3\n", "id: bb-3\n    nearest: aa-9\n"),),
        ["45:5: aa-9 does not exist; correct the id; see: peerethics show"],
    ),
    "a difference that cites what does not exist": (
        ((WALK, "cites: {aa: [aa-4], bb: [bb-4]}", "cites: {aa: [aa-4, aa-44], bb: [bb-4]}"),),
        ["56:5: aa-44 does not exist; correct the id; see: peerethics show"],
    ),
    "a difference that is near what does not exist": (
        ((WALK, "near: {aa: [], bb: [bb-2]}", "near: {aa: [], bb: [bb-22]}"),),
        ["48:5: bb-22 does not exist; correct the id; see: peerethics show"],
    ),
    "sides swapped": (
        ((WALK, "- source: aa-4\n    target: bb-4", "- source: bb-4\n    target: aa-4"),
         (WALK, f'"{AA_4}", "{BB_4}"', f'"{BB_4}", "{AA_4}"')),
        ["26:5: bb-4 belongs to bb, not to aa; swap the sides or correct the id",
         "26:5: aa-4 belongs to aa, not to bb; swap the sides or correct the id"],
    ),
    "a difference that cites the other code": (
        ((WALK, "cites: {aa: [aa-4], bb: [bb-4]}", "cites: {aa: [bb-4], bb: [aa-4]}"),),
        ["56:5: bb-4 belongs to bb, not to aa; swap the sides or correct the id",
         "56:5: aa-4 belongs to aa, not to bb; swap the sides or correct the id"],
    ),
    "the nearest text is one of its own code": (
        ((WALK, "nearest: bb-3", "nearest: aa-4"),),
        ["39:5: aa-4 belongs to aa, not to bb; swap the sides or correct the id"],
    ),
    "a heading": (
        ((WALK, "nearest: bb-3", "nearest: bb-rules"),),
        ["39:5: bb-rules is no provision; name the whole provision, or a sentence of it"],
    ),
    "a lettered item": (
        ((WALK, "id: aa-5", "id: aa-5.a"),),
        ["42:5: aa-5.a is no provision; name the whole provision, or a sentence of it",
         "aa-5 is neither paired nor listed as unmatched; pair it, or list it under `unmatched` with its nearest"],
    ),
    "unmatched but matched": (
        ((WALK, "id: bb-3\n", "id: bb-3\n    note: Nothing.\n  - id: bb-4\n"),),
        ["47:5: bb-4 is listed as unmatched and stands in a pair; remove one of the two"],
    ),
    "unmatched but a sentence of it is matched": (
        ((WALK, "id: aa-5\n    nearest: bb-2\n", "id: aa-5\n    note: Nothing.\n  - id: aa-2\n"),),
        ["44:5: aa-2 is listed as unmatched and stands in a pair; remove one of the two"],
    ),
    "unmatched twice": (
        ((WALK, "id: bb-3\n", "id: bb-3\n    note: Nothing.\n  - id: bb-3\n"),),
        ["45:5: bb-3 is listed as unmatched twice; keep one"],
    ),
    "neither paired nor unmatched": (
        ((WALK, "  - id: bb-3\n    note: Aland says nothing of song.\n", ""),),
        ["bb-3 is neither paired nor listed as unmatched; pair it, or list it under `unmatched` with its nearest"],
    ),
    "a provision that came later": (
        (("codes/bb.yaml", "      - id: bb-5\n",
          "      - id: bb-5\n        text: Eat.\n        editorial: {label: Food}\n      - id: bb-6\n"),),
        [f"32:5: the text of bb-5 has changed since this pair was judged; "
         f"judge the pair again, then write {fingerprint('Eat.')}",
         "bb-6 is neither paired nor listed as unmatched; pair it, or list it under `unmatched` with its nearest"],
    ),
    "a text that changed": (
        (("codes/aa.yaml", "Helpers will never wait", "Helpers will not wait"),),
        ["26:5: the text of aa-4 has changed since this pair was judged; judge the pair again, then write "
         + fingerprint("Helpers will not wait to tell the council of harm.")],
    ),
    "a sentence that changed beside the one that was judged": (
        (("codes/aa.yaml", "write nothing down", "write little down"),),
        ["20:5: the text of aa-2 has changed since this pair was judged; judge the pair again, then write "
         + fingerprint("Helpers will keep every secret. Helpers will also write little down.")],
    ),
    "no fingerprints": (
        ((WALK, f'    fingerprints: ["{AA_4}", "{BB_4}"]\n', ""),),
        [f"26:5: no fingerprint of aa-4; write {AA_4}", f"26:5: no fingerprint of bb-4; write {BB_4}"],
    ),
    "a topic that nobody knows": (
        ((WALK, "topic: health", "topic: wealth"),),
        ["56:5: waiting: no topic 'wealth'; see: peerethics topics"],
    ),
    "a difference twice": (
        ((WALK, "- id: waiting", "- id: notes"),),
        ["48:5: the difference 'notes' stands here twice; rename one"],
    ),
    "a code that is not held": (
        ((WALK, "source: aa\n", "source: cc\n"), (WALK, "cites: {aa: [aa-2/s2]", "cites: {cc: [aa-2/s2]"),
         (WALK, "near: {aa: []", "near: {cc: []"), (WALK, "says: {aa: Write", "says: {cc: Write"),
         (WALK, "cites: {aa: [aa-4]", "cites: {cc: [aa-4]"), (WALK, "says: {aa: Do", "says: {cc: Do")),
        ["no code 'cc' is held; put its file beside the others, or correct the id"],
    ),
}  # fmt: skip

KEPT = {
    "nothing changed": (),
    "equal to two places with the same words": (
        ("codes/bb.yaml", "Take no gifts from the council of harm.", "Helpers will take no gifts."),
        (WALK, "relation: superset", "relation: equal"), (WALK, f'"{AA_1}", "{BB_5}"', f'"{AA_1}", "{AA_1}"'),
    ),
    "equal to one and inside another": ((WALK, "relation: superset", "relation: subset"),),
    "inside two places": (_more(("aa-4", "bb-5", "subset", (AA_4, BB_5)), ("aa-4", "bb-2", "subset", (AA_4, BB_2))),),
    "a chain of places": (_more(("aa-4", "bb-1", "subset", (AA_4, AA_1)), ("aa-1", "bb-4", "superset", (AA_1, BB_4))),),
    "two sentences of one provision": (
        (WALK, "target: bb-4", "target: bb-4/s1"), _more(("aa-4", "bb-4/s2", "intersects", (AA_4, BB_4))),
    ),
    "the opening text, which has no number": (
        _more(("aa-preamble", "bb-5", "intersects", (fingerprint("Old Helpers wrote this."), BB_5))),
    ),
    "a note on the letter of a text": (("codes/aa.yaml", "label: Harm", "label: Harm and haste"),),
    "new line breaks in a text": (
        ("codes/aa.yaml", "text: Helpers will never wait", "text: >-\n          Helpers  will\n          never wait"),
    ),
    "a difference on a topic of another file": (
        (WALK, "topic: health", "topic: paper"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("changes", "expected"), BROKEN.values(), ids=list(BROKEN))
def test_a_crosswalk_that_breaks_a_rule_is_told_where_and_how(tmp_path: Path, changes: tuple, expected: list) -> None:
    assert sorted(problems(changed(tmp_path, *changes))) == sorted(expected)


@pytest.mark.parametrize("changes", KEPT.values(), ids=list(KEPT))
def test_what_only_looks_like_a_broken_rule_is_let_through(tmp_path: Path, changes: tuple) -> None:
    assert problems(changed(tmp_path, *changes)) == []
