"""A draft crosswalk proposes the right counterparts first, and nothing in it counts until a person has judged it."""

import re
from collections import Counter
from pathlib import Path

import pytest
from lands import HOSTILE, LANDS, hostile, shipped_crosswalk, vocabulary_in
from libraries import shipped

from peerethics.checking.check import Context, check, find_files
from peerethics.comparing.suggest import EACH, LEAST, Proposal, as_yaml, propose
from peerethics.library.crosswalks import base, fingerprint
from peerethics.library.library import open_library
from peerethics.library.places import Places, shipped_data
from peerethics.library.vocabulary import Vocabulary, open_vocabulary
from peerethics.reading.crosswalk_file import open_crosswalk

#: An invented third code: texts that come near Missouri's, with the provision each is near to ("" for none).
NEARLY = {
    "Workers will not exchange gifts of significant value with the people they serve.": "mo-13",
    "Workers respect the privacy and the confidentiality of people they serve.": "mo-4",
    "Workers will never intimidate, threaten or harass people, or use physical force or verbal abuse.": "mo-7",
    "Workers keep current with emerging knowledge about recovery and share it with colleagues.": "mo-6",
    "Workers maintain a safe and healthy workplace.": "mo-17",
    "Workers advocate for the integration of individuals into the communities of their choice.": "mo-11",
    "Workers do not practice or condone discrimination by race, gender, age, religion or disability.": "mo-9",
    "Bees shall be kept behind the greenhouse.": "",
}
RIGHT = {f"yy-{n}": place for n, place in enumerate(NEARLY.values(), 1)}


def third_code(folder: Path, duties: bool = False) -> Path:
    """The third code's one file in a folder of its own."""
    lines = ["format: peerethics/code@1", "id: yy", "name: Yland", "issuer: Yland Council", "document:",
             "  - id: yy-list", "    kind: provisions", "    provisions:"]  # fmt: skip
    for number, text in enumerate(NEARLY, 1):
        named = ", duties: [gifts]" if duties and number == 8 else ""
        lines += [f"      - id: yy-{number}", f'        text: "{text}"', f"        editorial: {{label: Rule{named}}}"]
    (folder / "yy.yaml").write_text("\n".join(lines) + "\n", "utf-8")
    return folder


def vocabulary_with(folder: Path) -> Vocabulary:
    places = Places((shipped_data(), folder), None)
    return open_vocabulary(places, open_library(places))


def proposals(vocabulary: Vocabulary, source: str, target: str) -> list[Proposal]:
    return propose(vocabulary.library.named(source), vocabulary.library.named(target), vocabulary)


def best(found: list[Proposal], own: str) -> dict[str, str]:
    """For each provision on one side its likest counterpart."""
    first: dict[str, Proposal] = {}
    for row in found:
        mine = getattr(row, own).id
        if mine not in first or row.likeness > first[mine].likeness:
            first[mine] = row
    other = {"source": "target", "target": "source"}[own]
    return {mine: getattr(row, other).id for mine, row in first.items()}


@pytest.mark.parametrize(("source", "target", "own"), [("yy", "mo", "source"), ("mo", "yy", "target")])
def test_a_nearly_verbatim_provision_finds_its_counterpart_first(tmp_path, source, target, own) -> None:
    found = best(proposals(vocabulary_with(third_code(tmp_path)), source, target), own)
    assert {mine: found.get(mine, "") for mine in RIGHT} == RIGHT


def test_a_duty_that_both_state_is_proposed_though_no_word_is_shared(tmp_path: Path) -> None:
    found = proposals(vocabulary_with(third_code(tmp_path, duties=True)), "yy", "mo")
    (bees,) = [row for row in found if row.source.id == "yy-8"]
    assert (bees.target.id, bees.duties) == ("mo-13", ("Gifts",))


def test_nothing_is_proposed_twice_or_below_the_least_likeness() -> None:
    found = proposals(vocabulary_in(shipped_data()), "mo", "ms")
    assert all(LEAST <= row.likeness <= 1 for row in found)
    assert len({(row.source.id, row.target.id) for row in found}) == len(found)


def test_where_everything_is_alike_each_provision_has_some_proposals_and_not_all() -> None:
    vocabulary = vocabulary_in(LANDS)
    code = vocabulary.library.named("bb")
    part = next(one for one in code.parts if one.provisions)
    same = [part.provisions[0]._replace(text="Keep bees.") for _ in range(20)]
    ours, theirs = (
        code._replace(parts=(part._replace(provisions=tuple(p._replace(id=f"{c}-{n}") for n, p in enumerate(same))),))
        for c in ("yy", "zz")
    )
    # A word that every text has tells nothing, so one text without it is put beside them.
    other = part.provisions[1]._replace(id="zz-x", text="Sing.")
    theirs = theirs._replace(parts=(*theirs.parts, part._replace(provisions=(other,))))
    found = propose(ours, theirs, vocabulary)
    for side in ("source", "target"):
        counts = Counter(getattr(row, side).id for row in found)
        assert min(counts.values()) >= EACH
        assert len(counts) == 20
    assert len(found) < 20 * 2 * EACH + 1


def test_of_the_pairs_made_by_hand_more_than_half_are_proposed_and_most_proposals_are_right() -> None:
    """Recall and precision against Missouri and Mississippi, sentences counted as their provisions."""
    by_hand = {(base(pair.source), base(pair.target)) for pair in shipped_crosswalk().pairs}
    vocabulary = vocabulary_in(shipped_data())
    found = {(row.source.id, row.target.id) for row in proposals(vocabulary, "mo", "ms")}
    assert len(found & by_hand) / len(by_hand) >= 0.6
    assert len(found & by_hand) / len(found) >= 0.6
    back = {(row.target.id, row.source.id) for row in proposals(vocabulary, "ms", "mo")}
    assert back == found


def test_most_provisions_of_missouri_have_a_right_proposal_first() -> None:
    by_hand = {(base(pair.source), base(pair.target)) for pair in shipped_crosswalk().pairs}
    first = best(proposals(vocabulary_in(shipped_data()), "mo", "ms"), "source")
    assert sum(pair in by_hand for pair in first.items()) >= 15


def written(vocabulary: Vocabulary, source: str, target: str) -> str:
    codes = vocabulary.library.named(source), vocabulary.library.named(target)
    return as_yaml(*codes, propose(*codes, vocabulary))


def test_the_draft_accounts_for_every_provision_of_both_codes_and_marks_their_texts(tmp_path: Path) -> None:
    text = written(vocabulary_with(third_code(tmp_path)), "mo", "yy")
    places = {*re.findall(r"(?:source|target|id): ((?:mo|yy)-\d+)", text)}
    assert places == {f"mo-{n}" for n in range(1, 19)} | set(RIGHT)
    entry = shipped().entry("mo-13")
    assert entry
    assert f'fingerprints: ["{fingerprint(entry.text)}", "' in text
    assert text.count("relation: TODO") == text.count("confidence: TODO") == text.count('rationale: ""')


def test_the_draft_says_that_it_is_one_and_why_each_pair_is_in_it(tmp_path: Path) -> None:
    text = written(vocabulary_with(third_code(tmp_path, duties=True)), "yy", "mo")
    assert text.startswith("# Draft: Yland and Missouri, proposed by likeness of words and shared duties.\n")
    assert "# Nobody has judged it." in text
    assert "status: draft\n" in text
    assert "; shared duties: Gifts\n  - source: yy-8\n    target: mo-13\n" in text
    reasons = re.findall(r"  # likeness [01]\.\d\d.*\n  - source: ", text)
    assert len(reasons) == text.count("  - source: ")


def problems_of(folder: Path) -> list[str]:
    """What `check` says of a person's folder, beside the shipped codes."""
    context = Context((folder,), tuple(shipped().codes))
    return [problem.what for problem in check(find_files([folder]), context).problems]


def test_check_refuses_the_draft_until_every_line_of_it_was_judged_and_takes_it_then(tmp_path: Path) -> None:
    draft = written(vocabulary_with(third_code(tmp_path)), "mo", "yy")
    (tmp_path / "mo--yy.yaml").write_text(draft, "utf-8")
    waiting = problems_of(tmp_path)
    pairs, alone = draft.count("  - source: "), draft.count('note: ""')
    assert waiting.count("'TODO' is no relation") == pairs
    assert waiting.count("'TODO' is no confidence") == pairs
    assert waiting.count("`rationale` is empty") == pairs
    assert waiting.count("`note` is empty") == alone
    assert len(waiting) == 3 * pairs + alone
    steps = (
        ("relation: TODO", "relation: intersects"), ("confidence: TODO", "confidence: low"),
        ('rationale: ""', "rationale: Both ask for a part of it."), ('note: ""', "note: Nothing comes near."),
    )  # fmt: skip
    for old, new in steps:
        assert problems_of(tmp_path) != []
        draft = draft.replace(old, new)
        (tmp_path / "mo--yy.yaml").write_text(draft, "utf-8")
    assert problems_of(tmp_path) == []


def test_a_draft_can_be_read_where_nothing_is_alike_and_where_names_are_hostile(tmp_path: Path) -> None:
    vocabulary = vocabulary_in(hostile(tmp_path))
    for text in (
        written(vocabulary, "aa", "bb"),
        as_yaml(vocabulary.library.named("aa"), vocabulary.library.named("bb"), []),
        as_yaml(vocabulary.library.named("aa"), vocabulary.library.named("bb")._replace(name="a\nb\u2028c: [d"), []),
    ):
        _, sheet = open_crosswalk(text.encode(), "draft.yaml")
        assert {problem.what for problem in sheet.problems} <= {
            "'TODO' is no relation", "'TODO' is no confidence", "`rationale` is empty", "`note` is empty",
        }  # fmt: skip
    assert " ".join(HOSTILE.split()) in written(vocabulary, "aa", "bb").partition("\n")[0]


def test_the_command_writes_the_draft_alone_to_standard_output(peerethics) -> None:
    done = peerethics("suggest", "aa", "bb", "--data", str(LANDS))
    assert done.code == 0
    assert done.out == written(vocabulary_in(LANDS), "aa", "bb")
    assert "judge every pair, then run peerethics check" in done.err


@pytest.mark.parametrize(("line", "code"), [("mo mo", 2), ("mo", 2), ("mo nowhere", 1), ("mo ms aa", 2)])
def test_what_is_not_two_codes_is_refused(peerethics, line: str, code: int) -> None:
    done = peerethics("suggest", *line.split())
    assert (done.code, done.raw) == (code, b"")
