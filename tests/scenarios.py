"""A scenario in which nothing is wrong, for Aland and Bland, and ways to change one thing in it."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from lands import CROSSWALK, LANDS, crosswalks_in, library_in, vocabulary_in

from peerethics.checking import item_rules, key_rules
from peerethics.checking.check import Context, check
from peerethics.checking.findings import Finding
from peerethics.library.library import Library
from peerethics.models import Difference
from peerethics.reading.scenario_file import open_scenario
from peerethics.scenario import Key, Option, Scenario, Verdict

TEXT = """\
format: peerethics/scenario@1
id: bruise-at-the-well
rev: 2
status: in-review
author: A. Writer
title: At the well
setting: The well, in the evening
topics: [health, paper]
level: apply
difficulty: easy
content_notes: [abuse]
stem: >-
  You walk home from the well in the evening. A girl you help shows you a bruise on her arm.
  "My uncle did it," she says. The council sits until nine, and it is a mile from here.
prompt: What should you do first?
short_prompt: A girl you help shows you a bruise from her uncle. What should you do first?
hint: What does each code say about time?
options:
  - id: walk
    text: Walk to the council with her and say what you saw.
    short: Walk to the council with her
    rating: {aa: 3, bb: 3}
    misconception: null
    rationale:
      aa: Aland 4 has you "never wait", and she does not have to go alone.
      bb: Bland 4 wants the council told, and it can answer both of you at once.
    cites:
      aa: [{id: aa-4, basis: explicit}, {id: aa-5, basis: inferred}]
      bb: [{id: bb-4, basis: explicit}]
  - id: letter
    text: Write the council a letter at home and send it in the morning.
    short: Write a letter and send it in the morning
    rating: {aa: 0, bb: 2}
    misconception: What stands on paper is safe.
    rationale:
      aa: A letter waits for the morning, which Aland 4 forbids.
      bb: The council is told, so Bland 4 is kept, but she spends one more night there.
    cites:
      aa: [{id: aa-4, basis: explicit}]
      bb: [{id: bb-4, basis: inferred}]
  - id: uncle
    text: Go to her uncle and ask him about the bruise in private.
    short: Ask her uncle about the bruise in private
    rating: {aa: 1, bb: 1}
    misconception: Both sides must be heard before anybody is told.
    rationale:
      aa: You would share what she told you, and Aland 5 asks for her word first.
      bb: Bland 2 has you keep her secret from him of all people.
    cites:
      aa: [{id: aa-5, basis: inferred}]
      bb: [{id: bb-2, basis: inferred}]
cite:
  aa: {key: [aa-4], accept: [aa-5], distractors: [aa-1, aa-2, aa-3]}
  bb: {key: [bb-4], accept: [bb-2], distractors: [bb-1, bb-3, bb-5]}
compare:
  verdict: partly-differs
  note: Aland never waits, and Bland waits for an answer.
  differences: [waiting]
beyond_code: The law of the land may ask for more.
discussion:
  - What if she begs you to tell nobody?
  - Who goes with her when you cannot?
roles:
  person: Your arm hurts, and you are afraid to go home.
  specialist: You are tired, and you like her uncle.
reviews:
  - {by: B. Reader, role: council clerk, date: "2031-05-01", verdict: approve}
text_checked: {aa: "22df8b70e7e8", bb: "8901e790d3a0"}
panel: {aa: {walk: [3, 3, 2], letter: [0, 0, 0]}}
"""
ID = "bruise-at-the-well"


def read(text: str = TEXT) -> Scenario:
    """The scenario in a text that is well formed."""
    one, sheet = open_scenario(text.encode(), "s.yaml")
    assert one, sheet.problems
    assert sheet.problems == []
    return one


def with_words(*changes: tuple[str, str], text: str = TEXT) -> str:
    """The text of the scenario in which words that stand there exactly once were replaced."""
    for old, new in changes:
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
        text = text.replace(old, new)
    return text


def with_option(one: Scenario, name: str, **changes: object) -> Scenario:
    """The scenario with one option changed; a mapping by code replaces only the codes that it names."""

    def changed(option: Option) -> Option:
        for field, value in changes.items():
            old = getattr(option, field)
            new = {**old, **value} if isinstance(value, Mapping) and isinstance(old, Mapping) else value
            option = option._replace(**{field: new})
        return option

    assert one.option(name)
    return one._replace(options=tuple(changed(o) if o.id == name else o for o in one.options))


def with_key(one: Scenario, code: str, **lists: tuple[str, ...]) -> Scenario:
    """The scenario with one code's key changed."""
    return one._replace(cite={**one.cite, code: one.cite[code]._replace(**lists)})


@cache
def library() -> Library:
    """Aland and Bland."""
    return library_in(LANDS)


@cache
def differences() -> Mapping[str, Difference]:
    """The practical differences of their crosswalk."""
    walk = crosswalks_in(LANDS).between("aa", "bb")
    assert walk, CROSSWALK
    return {one.id: one for one in walk.differences}


def findings(one: Scenario) -> list[str]:
    """What every rule for a single scenario says, each as: severity rule entry: what."""
    found = [*key_rules.broken_rules(one, library(), differences()), *item_rules.broken_rules(one)]
    return [said(finding) for finding in found]


def said(finding: Finding) -> str:
    assert finding.remedy, "say what to do"
    return f"{finding.severity} {finding.rule} {finding.entry or 'the bank'}: {finding.what}"


def lands_context() -> Context:
    """Aland and Bland, held as a program holds what it comes with."""
    return Context(
        (LANDS,), tuple(library().codes), tuple(vocabulary_in(LANDS).topics), tuple(crosswalks_in(LANDS).crosswalks)
    )


def problems(folder: Path, *texts: str) -> list[str]:
    """What `check` says of these texts, written to files called 0.yaml, 1.yaml and so on."""
    paths = [folder / f"{number}.yaml" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, "utf-8")
    return [str(problem).replace(f"{folder}/", "") for problem in check(paths, lands_context()).problems]


def _word(number: int) -> str:
    """A word of one syllable for every number."""
    return "".join("bcdfghjklm"[int(digit)] for digit in str(number)) + "ab"


def _text(number: int, about: str, length: int) -> str:
    """Words that stand together in no other text."""
    return f"{about} {' '.join(_word(number * 100 + place) for place in range(length))}."


def bank(count: int = 42, change: Callable[[int, Scenario], Scenario] | None = None) -> list[Scenario]:
    """Scenarios without anything in common, in which no rule for a bank is broken.

    Args:
        count: how many.
        change: makes of a scenario, by its number, the one that stands in the bank; None keeps all as they are.
    """
    base = read()

    def made(number: int) -> Scenario:
        options = [
            option._replace(
                text=_text(number * 10 + place, "Say", 6 + (place == 1)),
                rationale={
                    "aa": _text(number * 10 + place, "Aland", 8),
                    "bb": _text(number * 10 + place + 5, "Bland", 8),
                },
            )
            for place, option in enumerate(base.options)
        ]
        turn = number % len(options)
        return base._replace(
            id=f"s{number}",
            stem=_text(number, "You meet", 16),
            options=tuple(options[turn:] + options[:turn]),
            cite={code: Key((f"{code}-{number % 5 + 1}",), (), ()) for code in ("aa", "bb")},
            compare=Verdict("partly-differs", "Why.", (("notes", "waiting")[number % 2],)),
        )

    return [change(number, made(number)) if change else made(number) for number in range(1, count + 1)]
