"""Values come out of YAML nodes typed, or with a problem that says where, what, and what to do."""

import pytest
import yaml

from peerethics.reading.sheet import Map, Shape, Sheet, nearest


def open_map(text: str) -> tuple[Map, Sheet]:
    sheet = Sheet("f.yaml")
    return Map(sheet, yaml.compose(text, Loader=yaml.SafeLoader), "an entry"), sheet


def problems(sheet: Sheet) -> list[str]:
    return [str(problem) for problem in sheet.problems]


WORD = Shape(r"[a-z]+", "gifts")
READS = {  # what is asked for, of which text: the value, the problems
    "a text": (lambda m: m.text("a"), "a: hello", "hello", []),
    "a text in quotes that looks like a number": (lambda m: m.text("a"), 'a: "4"', "4", []),
    "white space at the ends goes": (lambda m: m.text("a"), 'a: "  b  "', "b", []),
    "prose is collapsed": (lambda m: m.prose("a"), "a: |\n  b\n   c\n", "b c", []),
    "a missing text": (lambda m: m.text("b"), "a: 1", "", []),
    "a null is missing": (lambda m: m.text("a"), "a:", "", []),
    "a missing text that must be": (
        lambda m: m.text("b", required=True), "a: 1", "", ["f.yaml:1:1: an entry has no `b`; add it"],
    ),
    "a null that must be": (
        lambda m: m.text("a", required=True), "a: ~", "", ["f.yaml:1:1: an entry has no `a`; add it"],
    ),
    "a number for a text": (
        lambda m: m.text("a"), "a: 13", "", ['f.yaml:1:4: `a` is read as a number (13); put it in quotes: "13"'],
    ),
    "a decimal for a text": (
        lambda m: m.text("a"), "a: 4.5", "", ['f.yaml:1:4: `a` is read as a number (4.5); put it in quotes: "4.5"'],
    ),
    "Norway for a text": (
        lambda m: m.text("a"), "a: no", "", ['f.yaml:1:4: `a` is read as true or false (no); put it in quotes: "no"'],
    ),
    "a date for a text": (
        lambda m: m.text("a"), "a: 2024-12-10", "",
        ['f.yaml:1:4: `a` is read as a date (2024-12-10); put it in quotes: "2024-12-10"'],
    ),
    "a list for a text": (
        lambda m: m.text("a"), "a: [b]", "", ["f.yaml:1:4: `a` must be text; write it as one string"],
    ),
    "an empty text": (lambda m: m.text("a"), 'a: " "', "", ["f.yaml:1:4: `a` is empty; fill it in or remove the key"]),
    "a text of the wrong shape": (
        lambda m: m.text("a", shape=WORD), "a: Gifts!", "",
        ["f.yaml:1:4: 'Gifts!' cannot be `a`; write it like 'gifts'"],
    ),
    "a text of the right shape": (lambda m: m.text("a", shape=WORD), "a: gifts", "gifts", []),
    "a choice": (lambda m: m.choice("a", ("red", "blue")), "a: red", "red", []),
    "a choice that is none": (
        lambda m: m.choice("a", ("red", "blue")), "a: blu", "", ["f.yaml:1:4: 'blu' is no a; did you mean 'blue'?"],
    ),
    "a whole number": (lambda m: m.number("a"), "a: 55", 55, []),
    "a number in words": (
        lambda m: m.number("a"), "a: five", 0, ["f.yaml:1:4: `a` must be a whole number; write digits only"],
    ),
    "a number that is octal in YAML": (
        lambda m: m.number("a"), "a: 010", 0, ["f.yaml:1:4: `a` must be a whole number; write digits only"],
    ),
    "a number below nothing": (
        lambda m: m.number("a"), "a: -1", 0, ["f.yaml:1:4: `a` must be a whole number; write digits only"],
    ),
    "a huge number": (
        lambda m: m.number("a"), f"a: {'9' * 5000}", 0, ["f.yaml:1:4: `a` must be a whole number; write digits only"],
    ),
    "lines": (lambda m: m.lines("a"), "a: [3, 4]", (3, 4), []),
    "missing lines": (lambda m: m.lines("a"), "b: 1", (0, 0), []),
    "lines that are one": (
        lambda m: m.lines("a"), "a: 3", (0, 0), ["f.yaml:1:4: `a` must be [first, last]; write two line numbers"],
    ),
    "lines backwards": (
        lambda m: m.lines("a"), "a: [4, 3]", (4, 3),
        ["f.yaml:1:4: `a` runs from 4 to 3; the first line comes first, from 1 on"],
    ),
    "line nought": (
        lambda m: m.lines("a"), "a: [0, 1]", (0, 1),
        ["f.yaml:1:4: `a` runs from 0 to 1; the first line comes first, from 1 on"],
    ),
    "texts": (lambda m: m.texts("a"), "a: [b, c]", ("b", "c"), []),
    "texts that are one": (
        lambda m: m.texts("a"), "a: b", (), ["f.yaml:1:4: `a` must be a list; start each entry with a dash"],
    ),
    "a text twice": (
        lambda m: m.texts("a"), "a: [b, c, b]", ("b", "c"), ["f.yaml:1:11: 'b' stands twice in `a`; keep one"],
    ),
    "a text among texts that is none": (
        lambda m: m.texts("a"), "a: [b, 3]", ("b",),
        ['f.yaml:1:8: an entry of `a` is read as a number (3); put it in quotes: "3"'],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("read", "text", "value", "expected"), READS.values(), ids=list(READS))
def test_a_value_is_taken_or_its_problem_named(read, text, value, expected) -> None:
    entry, sheet = open_map(text)
    assert read(entry) == value
    assert problems(sheet) == expected


def test_a_key_that_nobody_asked_for_is_reported_with_the_nearest_one() -> None:
    entry, sheet = open_map("lable: x\ntopics: y\n")
    entry.text("label")
    entry.text("gist")
    entry.close()
    assert problems(sheet) == [
        "f.yaml:1:1: an entry knows no key 'lable'; did you mean 'label'?",
        "f.yaml:2:1: an entry knows no key 'topics'; use one of: gist, label",
    ]


def test_entries_of_a_list_are_each_read_and_closed() -> None:
    entry, sheet = open_map("a:\n  - b: one\n  - b: two\n    c: 3\n  - word\n")
    assert entry.each("a", lambda m: m.text("b"), "a thing") == ("one", "two", "")
    assert problems(sheet) == [
        "f.yaml:4:5: a thing knows no key 'c'; use one of: b",
        "f.yaml:5:5: a thing must be a list of `key: value` lines; see CONTRIBUTING.md for an example",
    ]


def test_a_missing_list_is_empty_and_a_required_one_is_reported() -> None:
    entry, sheet = open_map("a: 1\n")
    assert entry.each("b", lambda m: m.text("c"), "a thing") == ()
    assert problems(sheet) == []
    assert entry.each("b", lambda m: m.text("c"), "a thing", required=True) == ()
    assert problems(sheet) == ["f.yaml:1:1: an entry has no `b`; add it"]


def test_a_single_mapping_is_read_and_a_list_in_its_place_reported() -> None:
    entry, sheet = open_map("a: {b: one}\nc: [b]\n")
    assert entry.one("a", lambda m: m.text("b"), "`a`") == "one"
    assert entry.one("missing", lambda m: m.text("b"), "`a`") is None
    assert entry.one("c", lambda m: m.text("b"), "`c`") == ""
    assert problems(sheet) == [
        "f.yaml:2:4: `c` must be a list of `key: value` lines; see CONTRIBUTING.md for an example"
    ]


def test_a_problem_found_later_is_reported_where_its_entry_stands() -> None:
    entry, sheet = open_map("x: 1\n")
    entry.place("mo-1")
    sheet.report_at("mo-1", "is wrong")
    sheet.report_at("mo-2", "is nowhere", "look again")
    assert problems(sheet) == ["f.yaml:1:1: is wrong", "f.yaml: is nowhere; look again"]


def test_the_nearest_word_is_offered_or_all_when_they_are_few() -> None:
    assert nearest("grammer", ("grammar", "layout")) == "did you mean 'grammar'?"
    assert nearest("xyz", ("grammar", "layout")) == "use one of: grammar, layout"
    assert nearest("xyz", [str(n) for n in range(20)]) == "check the spelling"
