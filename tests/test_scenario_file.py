"""A scenario's YAML file becomes a Scenario with every field, or a problem for each thing that is wrong with it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from libraries import TESTS
from scenarios import TEXT, read, with_words

from peerethics.library import thaw
from peerethics.reading.scenario_file import open_scenario
from peerethics.scenario import CONTENT_NOTES, DIFFICULTIES, LEVELS, STATUSES, Cite, Key, Review, Roles, Scenario
from peerethics.scenario import Verdict as Compared
from peerethics.views.scenario import as_json

BAD = sorted((TESTS / "bad").glob("scenario-*.yaml"))  # what they expect is tested with the files of all kinds
WALK_AA = "      aa: [{id: aa-4, basis: explicit}, {id: aa-5, basis: inferred}]\n"


def problems(text: str) -> list[str]:
    return [str(problem) for problem in open_scenario(text.encode(), "s.yaml")[1].problems]


@pytest.fixture(scope="module")
def one() -> Scenario:
    return read()


def test_what_a_scenario_is_about_is_read(one: Scenario) -> None:
    assert (one.id, one.rev, one.status, one.author) == ("bruise-at-the-well", 2, "in-review", "A. Writer")
    assert (one.title, one.setting) == ("At the well", "The well, in the evening")
    assert (one.topics, one.level, one.difficulty) == (("health", "paper"), "apply", "easy")
    assert one.content_notes == ("abuse",)
    assert one.prompt == "What should you do first?"
    assert one.short_prompt == "A girl you help shows you a bruise from her uncle. What should you do first?"
    assert one.hint == "What does each code say about time?"


def test_lines_of_the_stem_become_one_line(one: Scenario) -> None:
    assert one.stem.startswith("You walk home from the well in the evening. A girl you help shows you a bruise on her ")
    assert 'bruise on her arm. "My uncle did it," she says. The council' in one.stem
    assert "\n" not in one.stem


def test_options_keep_the_order_of_the_file_and_what_each_code_makes_of_them(one: Scenario) -> None:
    assert [option.id for option in one.options] == ["walk", "letter", "uncle"]
    walk, letter, _ = one.options
    assert (walk.text, walk.short, walk.misconception) == (
        "Walk to the council with her and say what you saw.", "Walk to the council with her", "",
    )  # fmt: skip
    assert letter.misconception == "What stands on paper is safe."
    assert [dict(option.rating) for option in one.options] == [
        {"aa": 3, "bb": 3},
        {"aa": 0, "bb": 2},
        {"aa": 1, "bb": 1},
    ]
    assert letter.rationale["aa"] == "A letter waits for the morning, which Aland 4 forbids."
    assert walk.cites == {
        "aa": (Cite("aa-4", "explicit"), Cite("aa-5", "inferred")),
        "bb": (Cite("bb-4", "explicit"),),
    }


def test_keys_verdict_class_and_review_are_read(one: Scenario) -> None:
    assert one.cite == {
        "aa": Key(("aa-4",), ("aa-5",), ("aa-1", "aa-2", "aa-3")),
        "bb": Key(("bb-4",), ("bb-2",), ("bb-1", "bb-3", "bb-5")),
    }
    assert one.compare == Compared("partly-differs", "Aland never waits, and Bland waits for an answer.", ("waiting",))
    assert one.beyond_code == "The law of the land may ask for more."
    assert one.discussion == ("What if she begs you to tell nobody?", "Who goes with her when you cannot?")
    assert one.roles == Roles(
        "Your arm hurts, and you are afraid to go home.", "You are tired, and you like her uncle."
    )
    assert one.reviews == (Review("B. Reader", "council clerk", "2031-05-01", "approve"),)
    assert one.text_checked == {"aa": "22df8b70e7e8", "bb": "8901e790d3a0"}
    assert one.panel == {"aa": {"walk": (3, 3, 2), "letter": (0, 0, 0)}}


def test_every_field_of_a_scenario_is_in_the_example_so_that_none_is_forgotten_here(one: Scenario) -> None:
    made_by_the_program = {"kind", "quoted"}
    empty = [name for name, value in one._asdict().items() if not value and name not in made_by_the_program]
    assert empty == []
    assert (one.kind, one.quoted) == ("scenario", "")


def test_a_scenario_answers_what_is_asked_of_it(one: Scenario) -> None:
    assert one.codes == ("aa", "bb")
    assert one.option("uncle") == one.options[2]
    assert one.option("aunt") is None
    assert one.best("aa") == one.best("bb") == one.options[0]
    assert one.best("cc") is None
    assert not one.silent("aa")
    assert read(with_words(("verdict: partly-differs", "verdict: aa-silent"))).silent("aa")
    assert one.cite["aa"].all == ("aa-4", "aa-5", "aa-1", "aa-2", "aa-3")
    assert one.cited() == ["aa-4", "aa-5", "bb-4", "bb-2", "aa-1", "aa-2", "aa-3", "bb-1", "bb-3", "bb-5"]
    assert one._replace(options=()).codes == ()


@pytest.mark.parametrize(
    "line",
    ["content_notes: [abuse]\n", "    misconception: What stands on paper is safe.\n", "  differences: [waiting]\n",
     "beyond_code: The law of the land may ask for more.\n",
     'text_checked: {aa: "22df8b70e7e8", bb: "8901e790d3a0"}\n', "panel: {aa: {walk: [3, 3, 2], letter: [0, 0, 0]}}\n"],
)  # fmt: skip
def test_what_may_be_left_out_may_be_left_out_or_null(line: str) -> None:
    assert problems(with_words((line, ""))) == []
    name = line.partition(":")[0]
    assert problems(with_words((line, f"{name}: null\n"))) == []


def test_null_is_no_rating_but_a_rating_is_not_left_out(one: Scenario) -> None:
    unscored = read(with_words(("rating: {aa: 0, bb: 2}", "rating: {aa: null, bb: 2}")))
    assert unscored.options[1].rating == {"aa": None, "bb": 2}
    assert problems(with_words(("    rating: {aa: 0, bb: 2}\n", ""))) == [
        "s.yaml:30:5: an option has no `rating`; add it"
    ]


def test_a_rater_may_give_nothing() -> None:
    assert read(with_words(("[3, 3, 2]", "[3, null, 2]"))).panel["aa"]["walk"] == (3, 2)


@pytest.mark.parametrize(
    ("old", "values"),
    [("status: in-review", STATUSES), ("level: apply", LEVELS), ("difficulty: easy", DIFFICULTIES),
     ("[abuse]", [f"[{note}]" for note in CONTENT_NOTES]),
     ("verdict: partly-differs", ("same", "differs", "bb-silent")),
     ("verdict: approve", ("change",)), ("rating: {aa: 0, bb: 2}", [f"{{aa: {n}, bb: 2}}" for n in range(4)])],
)  # fmt: skip
def test_each_value_of_a_closed_list_is_taken(old: str, values: tuple[str, ...]) -> None:
    key = old.partition(": ")[0] + ": " if ": " in old else ""
    for value in values:
        assert problems(with_words((old, key + value))) == [], value


def test_each_entry_knows_its_place() -> None:
    _, sheet = open_scenario(TEXT.encode(), "s.yaml")
    lines = TEXT.splitlines()
    for name, start in (("id", "id:"), ("stem", "stem:"), ("options", "options:"), ("cite", "cite:"),
                        ("compare", "compare:"), ("status", "status:"), ("panel", "panel:")):  # fmt: skip
        line, column = sheet.places[name]
        assert (lines[line - 1][: len(start)], column) == (start, 1)
    assert lines[sheet.places["option letter"][0] - 1] == "  - id: letter"


def test_there_is_a_wrong_file_for_each_rule_of_the_format_and_each_names_a_place() -> None:
    assert len(BAD) >= 60
    for path in BAD:
        _, sheet = open_scenario(path.read_bytes(), path.name)
        assert all(problem.line and problem.column and problem.remedy for problem in sheet.problems), path.name


def test_what_is_read_survives_the_cache_and_is_shown_whole(one: Scenario) -> None:
    assert thaw.scenario(json.loads(json.dumps(one))) == one
    shown = json.loads(json.dumps(as_json(one)))
    assert set(shown) == set(one._asdict()) - {"kind", "quoted"}
    assert shown["options"][0]["cites"]["aa"][0] == {"id": "aa-4", "basis": "explicit"}
    assert shown["cite"]["bb"] == {"key": ["bb-4"], "accept": ["bb-2"], "distractors": ["bb-1", "bb-3", "bb-5"]}
    assert shown["panel"] == {"aa": {"walk": [3, 3, 2], "letter": [0, 0, 0]}}
    assert shown["reviews"][0]["by"] == "B. Reader"


@given(st.data())
def test_no_loss_of_lines_is_a_crash(data: st.DataObject) -> None:
    """A file from which any lines were lost is a scenario or a list of problems with places."""
    lines = TEXT.splitlines(keepends=True)
    kept = data.draw(st.lists(st.sampled_from(range(len(lines))), unique=True, max_size=12).map(set))
    scenario, sheet = open_scenario("".join(line for n, line in enumerate(lines) if n not in kept).encode(), "s.yaml")
    assert scenario or sheet.problems
    assert all(problem.line for problem in sheet.problems)


@given(st.integers(0, len(TEXT)), st.sampled_from(["", "[", "{", "-", ": ", "\n", "  ", '"', "5", "~", "&a ", "no"]))
def test_no_slip_of_the_pen_is_a_crash(place: int, slip: str) -> None:
    scenario, sheet = open_scenario((TEXT[:place] + slip + TEXT[place + 1 :]).encode(), "s.yaml")
    assert scenario or sheet.problems


@pytest.mark.parametrize("count", [8, 30])
def test_there_are_no_more_options_than_letters(count: int) -> None:
    start, end = TEXT.index("  - id: walk\n"), TEXT.index("  - id: letter\n")
    rest = TEXT.index("\ncite:") + 1
    many = "".join(TEXT[start:end].replace("walk", f"o{number}", 1) for number in range(count))
    text = TEXT[:start] + many + TEXT[rest:]
    assert [one for one in problems(text) if f"`options` has {count} entries" in one]
