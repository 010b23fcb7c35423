"""A code's YAML file becomes a Code word for word, or a problem for each thing that is wrong with it."""

from pathlib import Path

import pytest
from libraries import EXLAND, EXLAND_FILE, TESTS

from peerethics.checking.check import Context, check
from peerethics.models import Code, Edition, Sic
from peerethics.reading.code_file import open_code, paragraphs

BAD = sorted((TESTS / "bad").glob("*.yaml"))
EXPECT = "# expect: "


def read(text: str) -> tuple[Code | None, list[str]]:
    code, sheet = open_code(text.encode(), "f.yaml", "/x/f.yaml")
    return code, [str(problem) for problem in sheet.problems]


@pytest.mark.parametrize("path", BAD, ids=[path.stem for path in BAD])
def test_each_wrong_file_gives_exactly_the_problems_that_it_expects(path: Path) -> None:
    """A file dropped into tests/bad/ is a test: its first lines say `# expect: ` and the message."""
    lines = path.read_text("utf-8").splitlines()
    expected = [line.removeprefix(EXPECT) for line in lines if line.startswith(EXPECT)]
    assert expected, "say in the first line what is expected"
    found = check([path], Context(()))
    assert [str(problem).removeprefix(problem.file).removeprefix(":").strip() for problem in found.problems] == expected


def test_there_is_a_wrong_file_for_many_a_rule() -> None:
    assert len(BAD) >= 50


def test_the_rules_are_not_broken_by_a_good_file() -> None:
    assert check([EXLAND_FILE], Context((EXLAND,))).problems == ()


@pytest.fixture(scope="module")
def exland() -> Code:
    code, problems = read(EXLAND_FILE.read_text("utf-8"))
    assert problems == []
    assert code is not None
    return code


def test_a_code_knows_its_names_issuer_edition_and_source(exland: Code) -> None:
    assert (exland.id, exland.name, exland.aliases) == ("xx", "Exland", ("exland", "x-land"))
    assert exland.title == "EXLAND CODE FOR PEER HELPERS"
    assert exland.issuer == "Exland House of Helpers"
    assert exland.edition == Edition("1 May 2031", "")
    assert (exland.source.file, exland.source.bytes) == ("sources/exland.txt", 655)
    assert (exland.workers, exland.served) == (("Helpers",), ("people",))
    assert exland.path == "/x/f.yaml"


def test_its_parts_stand_in_printed_order_with_what_people_call_them(exland: Code) -> None:
    assert [(part.id, part.kind, part.name, part.numeral) for part in exland.parts] == [
        ("xx-title", "title", "title", ""),
        ("xx-preamble", "preamble", "preamble", ""),
        ("xx-rules", "provisions", "rules", ""),
        ("xx-A", "provisions", "A", "A"),
        ("xx-7", "provisions", "7", "7"),
        ("xx-form", "form", "form", ""),
    ]
    assert [part.value for part in exland.parts] == [0, 0, 0, 0, 7, 0]
    assert [p.id for p in exland.provisions()][-3:] == ["xx-7.1", "xx-7.2", "xx-7.3"]


def test_the_words_are_the_issuers_with_emphasis_and_without_line_breaks(exland: Code) -> None:
    words = {p.id: p.text for p in exland.provisions()}
    assert words["xx-1"] == "Tell people what you can and cannot do. Say it first."
    assert words["xx-3"] == "Take no gift worth more than a *cup of tea*."
    assert words["xx-A.2"] == "Do not argue in the caf\u00e9."


def test_lettered_items_are_kept_once_and_the_whole_text_is_made_from_them(exland: Code) -> None:
    sharing = next(p for p in exland.provisions() if p.id == "xx-4")
    assert sharing.chapeau == "Before you share a secret, make sure that:"
    assert [(item.id, item.letter, item.text) for item in sharing.items] == [
        ("xx-4.a", "a", "the person agrees;"),
        ("xx-4.b", "b", "the person knows why; and"),
        ("xx-4.c", "c", "nobody else is named."),
    ]
    assert sharing.text == (
        "Before you share a secret, make sure that: "
        "a) the person agrees; b) the person knows why; and c) nobody else is named."
    )


def test_what_is_ours_is_kept_apart_from_the_words(exland: Code) -> None:
    rest = next(p for p in exland.provisions() if p.id == "xx-5")
    assert (rest.text, rest.label, rest.gist) == ("Rest when you are tired", "Rest", "Stop before you drop.")
    assert rest.sic == (Sic("are tired", "are tired.", "punctuation", ""),)


def test_an_edition_that_nobody_states_is_said_to_be_unstated() -> None:
    code, problems = read(EXLAND_FILE.read_text("utf-8").replace('edition:\n  stated: "1 May 2031"\n', ""))
    assert problems == []
    assert code
    assert code.edition == Edition("not stated in the source", "")


def test_all_problems_of_a_file_are_found_at_once() -> None:
    text = EXLAND_FILE.read_text("utf-8")
    for right, wrong in (
        ("id: xx-2\n", "id: xx-two\n"), ("kind: preamble", "kind: preface"),
        ("gist: ", "gits: "), ("bytes: 655", "bytes: x"),
    ):  # fmt: skip
        text = text.replace(right, wrong, 1)
    _, problems = read(text)
    assert len(problems) == 4
    assert all(problem.startswith("f.yaml:") for problem in problems)


def test_paragraphs_stay_apart_and_their_lines_are_joined() -> None:
    assert paragraphs("a\n") == "a"
    assert paragraphs("  a   b \n\n\n c\td\n") == "a b\nc d"
    assert paragraphs(" \n ") == ""
