"""`progress` shows, moves and forgets a person's answers: on a pipe in words, on a terminal as a picture, as JSON."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import process
import pytest
from banks import bank
from practice import answer, run

from peerethics.history import exchange
from peerethics.history.records import Everything, Mark, Tally
from peerethics.history.store import History

BEST, POOR = Mark(3, 1.0, True), Mark(1, 0.0, False)
ANSWERS = [
    answer("item-1", {"mo": BEST, "ms": BEST}, position=1, option="desk", rev=1),
    answer("item-2", {"mo": Mark(2, 0.5, False), "ms": POOR}, position=2, option="lend", rev=1, sure=3),
    answer("about/mo-9", {"mo": BEST}, position=3, rev=1, at="2031-05-02T08:00:00Z"),
    answer("about/mo-9", {"mo": BEST}, position=4, rev=1, at="2031-05-02T08:01:00Z"),
    answer("about/ms-VI.1", {"ms": Mark(0, None, None)}, position=5, rev=1, at="2031-05-03T08:00:00Z"),
    answer("item-3", position=6, rev=1, at="2031-05-03T08:00:01Z"),
    answer("gone-since", {"mo": BEST}, position=7, at="2031-05-03T08:00:02Z"),
]
TALLIES = [Tally("r1", 1, 0, (), "2031-05-01T10:00:00Z"), Tally("r1", 1, 1, (3, 9), "2031-05-01T10:01:00Z")]
BLOCKS = "\u2588\u2591\u2592\u00b7\u2581\u2582\u2583\u2584\u2585\u2586\u2587"


@pytest.fixture
def own(tmp_path: Path) -> dict[str, str]:
    """The environment of somebody without any answers, who has four scenarios of their own."""
    folder = bank(tmp_path / "bank", 4)
    return {"PEERETHICS_HISTORY": str(tmp_path / "mine" / "history.db"), "PEERETHICS_DATA": str(folder)}


@pytest.fixture
def practised(own: dict[str, str]) -> dict[str, str]:
    """The same for somebody who has practised on three days."""
    History(Path(own["PEERETHICS_HISTORY"])).merge(Everything([run(items=("item-1", "item-2"))], ANSWERS, TALLIES))
    return own


Command = Callable[..., process.Done]


def test_without_answers_it_says_how_to_begin_and_creates_nothing(peerethics: Command, own, tmp_path: Path) -> None:
    for words in ([], ["--json"], ["--plain"]):
        done = peerethics("progress", *words, **own)
        assert (done.code, done.raw) == (1, b"")
        assert "Nothing was answered yet." in done.err
        assert "peerethics quiz" in done.err
    assert not (tmp_path / "mine").exists()


def test_json_says_everything(peerethics: Command, practised) -> None:
    done = peerethics("progress", "--json", **practised)
    assert (done.code, done.err) == (0, "")
    found = json.loads(done.out)
    assert found["answers"] == 6  # what was answered of a scenario that is gone cannot be placed
    assert found["provisions"]["mo-9"] == "solid"
    assert found["provisions"]["mo-1"] == "again"  # the key of both scenarios; the latest was not the best
    assert found["provisions"]["ms-VI.1"] == "again"
    assert found["provisions"]["mo-2"] == "never"
    assert sum(found["counts"].values()) == len(found["provisions"]) == 96
    assert found["counts"] == {"solid": 1, "coming": 0, "again": 3, "never": 92}
    assert [day["date"] for day in found["days"]] == ["2031-05-01", "2031-05-02", "2031-05-03"]
    assert [(day["scored"], day["best"]) for day in found["days"]] == [(2, 1), (2, 2), (1, 0)]
    assert found["sure_but_not_best"] == [{"item": "item-2", "title": "Story 2"}]
    assert (found["changed"], found["gone"]) == ([], 1)
    assert done.raw.isascii()


def test_an_edited_scenario_keeps_its_history_and_says_that_it_changed(peerethics: Command, practised) -> None:
    file = Path(practised["PEERETHICS_DATA"]) / "scenarios" / "item-1.yaml"
    file.write_text(file.read_text("utf-8").replace("rev: 1", "rev: 2", 1), "utf-8")
    assert json.loads(peerethics("progress", "--json", **practised).out)["changed"] == ["item-1"]
    done = peerethics("progress", **practised)
    assert "The wording changed since you learned it: " in done.words
    assert "item-1" in done.words or "Story 1" in done.words


@pytest.mark.parametrize("words", [[], ["--plain"]], ids=["pipe", "plain"])
def test_words_say_it_one_thing_a_line_without_a_picture(peerethics: Command, practised, words) -> None:
    done = peerethics("progress", *words, **practised)
    assert done.code == 0
    assert done.lines[0] == "Your practice: 6 answers on 3 days."
    assert "Missouri, solid: 9." in done.lines
    assert "Missouri, read again: 1." in done.lines
    assert "Missouri, never met: 16 provisions." in done.lines
    assert "Mississippi, solid: none." in done.lines
    assert "Mississippi, read again: 13, VI.1." in done.lines
    assert "2031-05-02: 2 of 2 best." in done.lines
    assert "Practise just these: peerethics quiz --provision mo-1,ms-13,ms-VI.1" in done.words
    assert "Sure, and not the best fit: Story 2" in done.lines
    assert "A score here measures practice, not ethics." in done.words
    assert "\x1b" not in done.out
    assert not set(BLOCKS) & set(done.out)


def test_the_way_to_practise_what_was_missed_is_one_that_works(peerethics: Command, practised, tmp_path: Path) -> None:
    command = re.search(
        r"Practise just these: peerethics (quiz --provision \S+)", peerethics("progress", **practised).words
    )
    assert command
    (tmp_path / "answers").write_text("p\n")
    done = peerethics(*command[1].split(), "--answers", "answers", "--count", "1", "--json", **practised)
    assert (done.code, done.err) == (0, "")


@pytest.mark.parametrize("columns", [80, 44, 120])
def test_on_a_terminal_it_is_a_picture_that_fits(on_terminal: Command, practised, columns: int) -> None:
    done = on_terminal("progress", columns=columns, **practised)
    assert done.code == 0
    lines = process.unstyled(done.out).splitlines()
    assert max(map(len, lines)) <= columns
    assert "9\u2588" in done.words
    assert "1!" in done.words
    assert "2\u00b7" in done.words
    assert "\u2588 solid 1 \u2592 coming 0 ! read again 3 \u00b7 never met 92" in done.words
    assert "Best responses, day by day \u2585\u2588\u2581" in done.words
    for numeral in ("I", "II", "III", "IV", "V", "VI", "VII"):
        assert any(re.match(rf" +{numeral} +1", line) for line in lines), numeral


def test_where_blocks_cannot_be_shown_the_picture_is_made_of_letters(on_terminal: Command, practised) -> None:
    done = on_terminal("progress", PYTHONIOENCODING="ascii", **practised)
    assert done.code == 0
    assert done.raw.isascii()
    assert "# solid 1 + coming 0 ! read again 3 . never met 92" in done.words
    assert "9#" in done.words
    assert "Best responses, day by day 50% 100% 0%" in done.words


def test_plain_on_a_terminal_is_words(on_terminal: Command, practised) -> None:
    done = on_terminal("progress", "--plain", **practised)
    assert "Missouri, solid: 9." in done.out
    assert "\x1b" not in done.out


def test_export_import_and_erase_bring_everything_back(peerethics: Command, practised, tmp_path: Path) -> None:
    before = peerethics("progress", "--json", **practised).out
    assert peerethics("progress", "export", "copy.json", **practised).code == 0
    copy = (tmp_path / "copy.json").read_bytes()
    assert peerethics("progress", "export", **practised).raw == peerethics("progress", "export", "-", **practised).raw
    assert peerethics("progress", "export", **practised).raw == copy
    again = peerethics("progress", "export", "copy.json", **practised)
    assert again.code == 2
    assert "is there already" in again.err
    assert (tmp_path / "copy.json").read_bytes() == copy

    unsure = peerethics("progress", "erase", **practised)
    assert unsure.code == 2
    assert "erase --yes" in unsure.err
    assert peerethics("progress", "erase", "--yes", **practised).out == "Forgotten: 7 answers.\n"
    assert peerethics("progress", **practised).code == 1
    for file in (tmp_path / "mine").iterdir():
        assert b"item-1" not in file.read_bytes()

    assert peerethics("progress", "import", "copy.json", **practised).out == "7 new answers, 1 new count of hands.\n"
    assert peerethics("progress", "import", "copy.json", **practised).out == "0 new answers.\n"
    assert peerethics("progress", "--json", **practised).out == before


def test_an_import_adds_to_what_is_there(peerethics: Command, practised, tmp_path: Path) -> None:
    other = [ANSWERS[0], answer("item-4", {"mo": BEST}, run="r9")]
    (tmp_path / "other.json").write_text(json.dumps(exchange.as_json(Everything([run("r9")], other))))
    assert peerethics("progress", "import", "other.json", **practised).out == "1 new answer.\n"
    assert json.loads(peerethics("progress", "--json", **practised).out)["answers"] == 7


GOOD = exchange.as_json(Everything([run()], ANSWERS[:1], TALLIES[:1]))
ONE = GOOD["answers"][0]  # type: ignore[index]


@pytest.mark.parametrize(
    "text",
    [
        "", "no JSON", "[]", "{}", json.dumps({**GOOD, "format": "peerethics/history@2"}),
        json.dumps({**GOOD, "answers": 7}), json.dumps({**GOOD, "runs": [{"id": "r"}]}), "[" * 100_000,
        *(json.dumps({**GOOD, "tallies": [{**TALLIES[0]._asdict(), **wrong}]}) for wrong in (
            {"counts": 3}, {"counts": [-1]}, {"counts": ["3"]}, {"round": True}, {"run": 7},
        )),
        json.dumps({**GOOD, "runs": [{"id": "r", "started": "2031", "plan": {"items": ["one"]}}]}),
        *(json.dumps({**GOOD, "answers": [{**ONE, **wrong}]}) for wrong in (
            {"position": "1"}, {"position": 10**30}, {"rev": True}, {"sure": 4}, {"mode": "cram"}, {"hint": 1},
            {"item": "\ud800"}, {"cited": "mo-13"}, {"cited": ["mo-13 mo-14"]}, {"cited": [""]}, {"marks": [3]},
            {"marks": {"mo": {"rating": 4, "citation": None, "justified": None}}},
            {"marks": {"mo": {"rating": 3.0, "citation": None, "justified": None}}},
            {"marks": {"mo": {"rating": 3, "citation": 1.5, "justified": None}}},
            {"marks": {"mo": {"rating": 3, "citation": 1, "justified": 1}}},
        )),
    ],
)  # fmt: skip
def test_what_is_no_export_is_refused_in_whole(text: str) -> None:
    from peerethics.errors import BAD_DATA, PeerEthicsError

    with pytest.raises(PeerEthicsError, match="is no export of a history") as caught:
        exchange.from_json(text, "x.json")
    assert caught.value.exit_code == BAD_DATA


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["import", "bad.json"], 3, "bad.json is no export of a history"),
        (["import", "nowhere.json"], 2, "cannot be read"),
        (["import"], 2, "Which file?"),
    ],
    ids=["no export", "no file", "no name"],
)
def test_a_wrong_import_is_one_message_and_changes_nothing(peerethics, practised, tmp_path, words, code, said) -> None:
    (tmp_path / "bad.json").write_text("{}")
    done = peerethics("progress", *words, **practised)
    assert (done.code, done.raw) == (code, b"")
    assert said in done.err
    assert "Traceback" not in done.err
    assert len(History(Path(practised["PEERETHICS_HISTORY"])).answers()) == 7


def test_a_damaged_history_is_a_message_with_a_way_out(peerethics: Command, own, tmp_path: Path) -> None:
    file = tmp_path / "mine" / "history.db"
    file.parent.mkdir()
    file.write_bytes(b"no database at all " * 100)
    done = peerethics("progress", **own)
    assert (done.code, done.raw) == (3, b"")
    assert "Your history is damaged" in done.err
    assert "peerethics progress import FILE" in done.err
    assert file.read_bytes() == b"no database at all " * 100
