"""`compare` as a process: whole at every width, beside each other where there is room, plain without colour."""

import json
import re
from collections import Counter

import process
import pytest
from lands import LANDS, shipped_crosswalk
from libraries import EXLAND, shipped

from peerethics.errors import NOTHING_FOUND, WRONG_USAGE
from peerethics.pages.layout import columns
from peerethics.views.finding import SILENCE

WIDTHS = (40, 80, 120, 200)
PAGES = {
    "overview": "compare",
    "a duty": "compare gifts",
    "a silent code": "compare loans",
    "two provisions": "compare mo 12 ms 9",
    "differences": "compare --differences",
    "gaps": "compare --gaps",
    "strength": "compare --duty-strength",
}
GUTTER = 4  # columns that are always free between two texts
MARKS = re.compile(r"\[-|-\]|\{\+|\+\}")


@pytest.fixture(scope="module")
def piped(home, tmp_path_factory) -> dict[str, process.Done]:
    """Every page as it goes into a pipe."""
    folder, env = tmp_path_factory.mktemp("piped"), process.clean_env(home)
    return {name: process.run([*process.PEERETHICS, *line.split()], env, folder) for name, line in PAGES.items()}


def words(done: process.Done) -> Counter[str]:
    return Counter(done.words.split())


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("page", PAGES)
def test_at_every_width_nothing_is_cut_and_no_line_is_wider_than_the_screen(piped, on_terminal, page, width):
    done = on_terminal(*PAGES[page].split(), "--no-pager", columns=width, rows=40)
    assert done.code == 0
    assert words(done) == words(piped[page])
    assert max(columns(process.unstyled(line)) for line in done.lines) <= width


def rows_of(done: process.Done) -> list[str]:
    return [process.unstyled(line) for line in done.lines]


@pytest.mark.parametrize("width", [120, 200])
def test_two_texts_stand_beside_each_other_where_there_is_room(piped, on_terminal, width):
    """Read column by column they are the same words as one below the other, and nothing runs into the gutter."""
    shown = rows_of(on_terminal("compare", "mo", "12", "ms", "9", columns=width))
    half = (min(width, 160) - GUTTER) // 2
    block = shown[next(n for n, line in enumerate(shown) if line.startswith("Missouri 12")) :]
    block = block[: block.index("")]
    assert block[0].split("  ")[0] == "Missouri 12"
    assert block[0][half + GUTTER :] == "Mississippi 9 (core), sentence 2"
    assert all(not line[half : half + GUTTER].strip() for line in block)
    left, right = (" ".join(line[cut].strip() for line in block).split() for cut in (slice(half), slice(half, None)))
    stacked = piped["two provisions"].words.partition("as a difference. ")[2].split()
    assert [*left, *right] == stacked[: len(left) + len(right)]


STACKED = {
    "narrow": ({"columns": 80}, ()),
    "very narrow": ({"columns": 40}, ()),
    "--plain on a wide terminal": ({"columns": 200}, ("--plain",)),
}


@pytest.mark.parametrize(("how", "options"), STACKED.values(), ids=list(STACKED))
def test_where_there_is_no_room_they_stand_below_each_other_each_under_its_citation(on_terminal, how, options):
    shown = rows_of(on_terminal("compare", "mo", "12", "ms", "9", *options, **how))
    assert "Missouri 12" in shown
    assert "Mississippi 9 (core), sentence 2" in shown
    assert shown.index("Missouri 12") < shown.index("Mississippi 9 (core), sentence 2")


@pytest.mark.parametrize("page", PAGES)
def test_in_a_pipe_every_page_is_linear_text_with_each_paragraph_on_a_line(piped, page):
    done = piped[page]
    assert (done.code, done.err) == (0, "")
    assert done.out.isascii()
    assert "\x1b" not in done.out
    assert not re.search("[|\u2500-\u257f]", done.out)
    edition = [line for line in done.lines if line.startswith("Edition not stated")]
    assert edition == [done.lines[-1]]


def test_the_marks_tell_in_letters_what_colour_only_repeats(piped, on_terminal):
    """The same marks stand there in colour, without it and in a pipe; without it there is no colour at all."""
    coloured = on_terminal("compare", "mo", "12", "ms", "9")
    bare = on_terminal("compare", "mo", "12", "ms", "9", NO_COLOR="1")
    assert re.search(r"\x1b\[[0-9;]*3[12]m", coloured.out)
    assert not re.search(r"\x1b\[[0-9;]*[34][0-7]m", bare.out)
    for done in (coloured, bare, piped["two provisions"]):
        assert "[-commitments-]" in done.words
        assert "{+a relationship or commitment+}" in done.words
        assert "[-only in the first text-], {+only in the second text+}" in done.words
    assert "In practice" in piped["two provisions"].lines


def test_a_page_without_a_difference_has_no_marks_but_those_that_it_explains(peerethics):
    done = peerethics("compare", "aa", "1", "bb", "1", "--data", str(LANDS))
    assert MARKS.findall(done.out) == MARKS.findall("[-only in the first text-], {+only in the second text+}")


@pytest.mark.parametrize("page", ["overview", "a duty", "a silent code", "differences", "gaps"])
def test_wherever_a_code_is_silent_the_screen_says_that_silence_is_not_permission(piped, page):
    assert SILENCE in piped[page].words
    if page in ("a duty", "a silent code", "differences"):
        assert "not named in the code; nearest: mo 13, mo 12." in piped[page].words


def test_where_both_codes_speak_nothing_is_said_of_silence(peerethics):
    assert SILENCE not in peerethics("compare", "mo", "11", "ms", "2").words


def test_the_overview_counts_topics_relations_and_differences(piped):
    done = piped["overview"]
    money = next(line for line in done.lines if line.startswith("money "))
    assert re.search(
        r"Missouri names \d of \d, Mississippi names \d of \d duties; .*\d subset.*; differences in practice: 3", money
    )
    pairs, alone = len(shipped_crosswalk().pairs), len(shipped_crosswalk().unmatched)
    assert f"{pairs} pairs of provisions; without counterpart: 0 of Missouri, {alone} of Mississippi" in done.words
    assert "Status of the crosswalk: draft" in done.words


def test_all_differences_are_there_by_topic_with_what_each_code_says_so_and_an_example(piped):
    done = piped["differences"]
    assert done.lines.count(f"{'':4}{'So:':14}" + shipped_crosswalk().differences[0].acts) == 1
    for one in shipped_crosswalk().differences:
        assert f"  {one.title}  ({one.id})" in done.lines
        assert f"{'':4}{'Example:':14}{one.example}" in done.lines


def test_the_differences_of_a_topic_or_a_provision_can_be_had_alone(peerethics):
    loans = peerethics("compare", "--differences", "loans")
    assert "A person asks to borrow five dollars" in loans.words
    assert "Own recovery or wellness" not in loans.words
    assert "Own recovery or wellness" in peerethics("compare", "--differences", "ms", "I.10").words


def test_all_gaps_are_there_both_ways_with_the_nearest_text_and_a_note(piped):
    done = piped["gaps"]
    assert "Missouri: 0 of 18 provisions without counterpart in Mississippi" in done.lines
    alone = len(shipped_crosswalk().unmatched)
    assert f"Mississippi: {alone} of 78 provisions without counterpart in Missouri" in done.lines
    for one in shipped_crosswalk().unmatched:
        place, nearest = (i.replace("-", " ", 1) for i in (one.id, one.nearest))
        label = shipped().entry(one.id).label
        assert f"  {place}  {label}. {one.note} Nearest: {nearest}." in done.lines


def test_for_programs_every_pair_gap_and_difference_has_its_fields(peerethics):
    done = peerethics("compare", "--json")
    found = json.loads(done.raw)
    crosswalk = shipped_crosswalk()
    keys = ("source", "target", "relation", "confidence", "rationale")
    assert sorted(tuple(pair[key] for key in keys) for pair in found["pairs"]) == sorted(
        tuple(getattr(pair, key) for key in keys) for pair in crosswalk.pairs
    )
    assert found["unmatched"] == {"mo": [], "ms": [one.id for one in crosswalk.unmatched]}
    assert [list(one)[:4] for one in found["differences"]] == [["id", "title", "topic", "cites"]] * len(
        crosswalk.differences
    )
    assert {"says", "example"} <= set(found["differences"][0])
    loans = next(one for one in found["differences"] if one["id"] == "loans")
    assert (loans["cites"], loans["says"]["mo"]) == ({"mo": [], "ms": ["ms-13"]}, "silent")
    assert found["silence"] == SILENCE


def test_for_programs_each_side_of_a_pair_has_its_exact_text_and_source(peerethics):
    done = peerethics("compare", "mo 13", "ms 13", "--json")
    (pair,) = json.loads(done.raw)["pairs"]
    assert [side["text"] for side in pair["texts"]] == [shipped().entry(place).text for place in ("mo-13", "ms-13")]
    assert [side["source"]["lines"] for side in pair["texts"]] == [[24, 24], [20, 20]]
    assert "".join(run["text"] for run in pair["aligned"][0]["left"]) == shipped().entry("mo-13").text
    assert pair["suspect"] == []


def test_for_programs_the_answer_is_the_same_at_any_width(peerethics, on_terminal):
    for words_ in (
        ("compare", "loans", "--json"),
        ("compare", "--gaps", "--json"),
        ("compare", "--duty-strength", "--json"),
    ):
        assert json.loads(peerethics(*words_).raw) == json.loads(on_terminal(*words_, columns=40).out)


def test_a_duty_that_one_code_does_not_name_is_told_to_programs_too(peerethics):
    (duty,) = json.loads(peerethics("compare", "loans", "--json").raw)["duties"]
    assert duty["codes"]["mo"]["level"] == "silent"
    assert duty["codes"]["ms"] == {"level": "states", "ids": ["ms-13"]}


def test_two_of_three_codes_can_be_chosen(peerethics):
    done = peerethics("compare", "--code", "bb", "--code", "aa", "--gaps", "--data", str(LANDS))
    assert done.lines[0] == "Bland: 1 of 5 provisions without counterpart in Aland"


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("nonsense", NOTHING_FOUND, "There is no topic 'nonsense'."),
        ("lonas", NOTHING_FOUND, "Did you mean loans"),
        ("mo 19", NOTHING_FOUND, "Missouri's principles are 1 to 18"),
        ("--differences mo 11", NOTHING_FOUND, "No practical difference is recorded there."),
        ("--code mo --code nowhere", NOTHING_FOUND, "No code is called 'nowhere'."),
        ("--html nowhere/page.html", NOTHING_FOUND, "cannot be written"),
        (f"--format oscal --code mo --code xx --data {EXLAND}", NOTHING_FOUND, "nobody has judged"),
        ("--code mo", WRONG_USAGE, "Two codes are compared at a time."),
        ("--code mo --code Missouri", WRONG_USAGE, "Two codes are compared at a time."),
        ("--differences --gaps", WRONG_USAGE, "--differences and --gaps exclude each other."),
        ("--gaps money", WRONG_USAGE, "--gaps is about the whole of both codes."),
        ("--html page.html money", WRONG_USAGE, "--html is about the whole of both codes."),
        ("--format sssom", WRONG_USAGE, "There is no format 'sssom'."),
        ("--widths 80", WRONG_USAGE, "No such option"),
    ],
)
def test_a_refusal_says_why_and_leaves_standard_output_empty(peerethics, line, code, said):
    done = peerethics("compare", *line.split())
    assert (done.code, done.raw) == (code, b"")
    assert said in done.err
    assert "Traceback" not in done.err
