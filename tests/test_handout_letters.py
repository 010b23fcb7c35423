"""The letters of sheet, key and facilitator's sheet are those of the same options, in every version and format."""

import json
import re

import papers
import process
import pytest
from papers import FORMATS, bare, file_of, text_of

from peerethics.handouts.facilitator import facilitator
from peerethics.handouts.key import best_letter, key
from peerethics.handouts.sheet import sheet
from peerethics.scenario import BEST

VERSIONS = ("", "A", "B")


@pytest.fixture(scope="module")
def shipped():
    scenarios, library = papers.shipped()
    return scenarios[:16], library


def letters(text: str, scenarios) -> dict[str, dict[str, str]]:
    """The letter before each option, by scenario and option, as the file has them in print."""
    squeezed = bare(text)
    found: dict[str, dict[str, str]] = {}
    for one in scenarios:
        for option in one.options:
            marks = set(re.findall(rf"([a-h]){re.escape(bare(option.text))}", squeezed))
            assert len(marks) == 1, (one.id, option.text, marks)
            found.setdefault(one.id, {})[option.id] = marks.pop()
        assert sorted(found[one.id].values()) == list("abcdefgh"[: len(one.options)])
    return found


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("version", VERSIONS)
def test_sheet_and_key_agree_and_the_best_letter_is_the_best_option(ending, version, shipped):
    scenarios, library = shipped
    handed = papers.hand(scenarios, library, version)
    on_sheet = letters(text_of(file_of(sheet(handed), ending), ending), scenarios)
    key_text = text_of(file_of(key(handed), ending), ending)
    assert letters(key_text, scenarios) == on_sheet
    for one in scenarios:
        best = {code: on_sheet[one.id][one.best(code).id] for code in ("mo", "ms")}
        for code, letter in best.items():
            (marked,) = [name for name, own in on_sheet[one.id].items() if own == letter]
            assert one.option(marked).rating[code] == BEST
        assert bare(f"({one.id}) Best: Missouri {best['mo']}; Mississippi {best['ms']}") in bare(key_text)
        assert bare(f"{one.id}{best['mo']}{best['ms']}") in bare(key_text.replace("|", "")), "the table at the top"


def test_the_versions_differ_and_none_is_as_the_bank_has_it(shipped):
    """Else a version would be no version, and the best option could always have the same letter."""
    scenarios, library = shipped
    made = {version: papers.hand(scenarios, library, version) for version in VERSIONS}
    orders = {v: [tuple(o.id for o in q.options) for q in handed.questions] for v, handed in made.items()}
    orders["bank"] = [tuple(option.id for option in one.options) for one in scenarios]
    names = list(orders)
    for number, one in enumerate(names):
        for other in names[number + 1 :]:
            same = sum(a == b for a, b in zip(orders[one], orders[other], strict=True))
            assert same < len(scenarios) / 3, (one, other)
    for handed in made.values():
        assert {best_letter(question, "mo") for question in handed.questions} == set("abcd")


@pytest.mark.parametrize("ending", FORMATS)
def test_the_facilitators_sheet_has_the_letters_of_all_versions(ending, shipped):
    scenarios, library = shipped
    versions = [papers.hand(scenarios, library, version) for version in ("A", "B")]
    text = bare(text_of(file_of(facilitator(versions), ending), ending))
    for number, one in enumerate(scenarios):
        for option in one.options:
            if option.misconception:
                a, b = (handed.questions[number].label(option.id) for handed in versions)
                assert bare(f"A {a}, B {b} \u201c{option.text}\u201d {option.misconception}") in text


def test_it_is_the_quiz_with_this_seed_in_order_and_letters(home, tmp_path):
    """One seed, one set: what the class has on paper is what the wall and the screen show."""
    env = process.clean_env(home)
    words = ("--seed", "tuesday", "--topic", "gifts,boundaries", "--count", "6")
    quiz = process.run([*process.PEERETHICS, "quiz", *words, "--answers", "-", "--json"], env, tmp_path, b"a -\n" * 6)
    answers = json.loads(quiz.raw)["answers"]
    done = process.run([*process.PEERETHICS, "handout", *words, "--out", "s.md", "--with-key"], env, tmp_path)
    assert done.code == 0, done.err
    paper = (tmp_path / "s.md").read_text("utf-8")
    ids = re.search(r"Items: (.*)", paper.replace("\\", ""))[1].split(", ")
    assert ids == [f"{number} {one['item']}" for number, one in enumerate(answers, 1)]
    everything, _ = papers.shipped()
    by_id = {one.id: one for one in everything}
    for answer in answers:
        assert f"- [ ] **a** {by_id[answer['item']].option(answer['option']).text}" in paper.replace("\\", "")
