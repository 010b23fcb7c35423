"""`search` as a person or a program calls it: the answer says why, danger comes first, nothing is built twice."""

import json
import os
import re
import stat
from collections.abc import Callable
from pathlib import Path

import process
import pytest

DANGER = "If this is happening now: stop, and contact your supervisor or emergency services (911; 988 for a crisis)."
KEYS = ("id", "code", "citation", "text", "score", "why")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ((), 2, "WORDS"),
        (("--limit", "0", "gift"), 2, "--limit"),
        (("--limit", "x", "gift"), 2, "--limit"),
        (("--nonsense", "gift"), 2, "--nonsense"),
        (("--topic", "zzz", "gift"), 1, "There is no topic 'zzz'."),
        (("--code", "zz", "gift"), 1, "No code is called 'zz'."),
        (("--data", "no-such-folder", "gift"), 3, "no-such-folder"),
        (("zxqvy", "blorf"), 1, "Nothing found for 'zxqvy blorf'."),
        (("--exact", "venmo"), 1, "Nothing found for 'venmo'."),
        (("",), 1, "There is nothing to search for."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_what_cannot_be_answered_is_refused_with_its_exit_code(peerethics, words, code, said):
    done = peerethics("search", *words)
    assert (done.code, done.out) == (code, "")
    assert said in done.err


def test_json_is_a_list_in_rank_order_with_everything_a_program_needs(peerethics):
    done = peerethics("search", "venmo", "a", "client", "twenty", "dollars", "--json")
    hits = json.loads(done.out)
    assert (done.code, done.err) == (0, "")
    assert 1 < len(hits) <= 10
    assert all(key in hit and hit[key] not in (None, "") for hit in hits for key in KEYS)
    assert [hit["score"] for hit in hits] == sorted((hit["score"] for hit in hits), reverse=True)
    assert (hits[0]["id"], hits[0]["code"], hits[0]["citation"]) == ("ms-13", "ms", "Mississippi 13 (core)")
    assert hits[0]["text"].startswith("Do not loan money;")
    assert "venmo" in hits[0]["why"].partition(" -> ")[0]
    assert len({hit["id"] for hit in hits}) == len(hits)


def test_json_of_nothing_is_an_empty_list_and_the_message_stands_beside_it(peerethics):
    done = peerethics("search", "zxqvy", "--json")
    assert (done.code, json.loads(done.out)) == (1, [])
    assert "Nothing found" in done.err


def test_the_limit_the_codes_and_the_topic_narrow_the_list(peerethics):
    def found(*words: str) -> list[str]:
        return [hit["id"] for hit in json.loads(peerethics("search", *words, "--json", "gift card").out)]

    everything = found("--limit", "200")
    assert found("-n", "2") == everything[:2]
    assert found("--code", "mo", "--limit", "200") == [one for one in everything if one.startswith("mo-")]
    narrowed = found("--topic", "money")
    assert {"mo-13", "ms-13"} <= set(narrowed)
    assert set(narrowed) <= set(everything)


def test_an_exact_search_finds_only_the_codes_own_words(peerethics):
    hits = json.loads(peerethics("search", "--exact", "--json", "least", "restrictive").out)
    assert sorted(hit["id"] for hit in hits) == ["mo-11", "ms-2"]
    assert all("least restrictive" in hit["text"] for hit in hits)
    page = peerethics("search", "--exact", "least", "restrictive")
    assert "found by" not in page.out
    assert "Missouri 11" in page.out


def test_both_codes_stand_together_and_the_silent_one_says_so(peerethics):
    done = peerethics("search", "venmo")
    assert done.code == 0
    assert "found by: venmo" in done.words
    assert "Do not loan money" in done.words
    assert "Missouri: not named in the code. Nearest: Missouri 13" in done.words
    assert "Silence is not permission" in done.words


def test_danger_is_the_first_line_of_a_page(peerethics):
    done = peerethics("search", "he says that he wants to kill himself")
    assert done.lines[0] == DANGER
    assert "Mississippi 11 (core)" in done.out
    assert DANGER not in peerethics("search", "gift card").out


@pytest.mark.parametrize("form", ["--json", "--markdown"])
def test_for_programs_and_notes_danger_stands_beside_the_answer(peerethics, form):
    done = peerethics("search", "suicide", form)
    assert done.code == 0
    assert DANGER in done.err
    assert DANGER not in done.out
    assert form == "--markdown" or json.loads(done.out)


def test_a_corrected_slip_is_shown(peerethics):
    done = peerethics("search", "confidentialty")
    assert done.code == 0
    assert 'Searched for "confidentiality" (typed: "confidentialty").' in done.words


def test_for_what_is_not_found_the_nearest_words_are_offered_with_their_topics(peerethics):
    done = peerethics("search", "[/foo]")
    assert (done.code, done.out) == (1, "")
    nearest = re.findall(r"'(\w+)' \(([a-z-]+)\)", done.err.partition("Nearest: ")[2])
    assert 1 <= len(nearest) <= 3
    assert all(word.startswith("fo") for word, _ in nearest)
    topics = {topic["id"] for topic in json.loads(peerethics("topics", "--json").out)}
    assert {topic for _, topic in nearest} <= topics


def test_the_words_that_answer_are_marked_on_a_terminal_and_nowhere_else(on_terminal, peerethics):
    shown = on_terminal("search", "loan")
    piped, plain = peerethics("search", "loan"), on_terminal("search", "loan", "--plain")
    assert re.search(r"\x1b\[[0-9;]*1[0-9;]*mloan\x1b\[0m money", shown.out)
    assert shown.words == plain.words == piped.words
    for done in (piped, plain):
        assert "\x1b" not in done.out
        assert "*" not in done.out
    assert not re.search(r"\x1b\[[0-9;]*1[0-9;]*m(?:not|money|from)\x1b", shown.out), "what nobody asked is not marked"


@pytest.fixture
def own(tmp_path: Path) -> Callable[..., process.Done]:
    """Runs `search` with a cache of its own, and with an own topics file."""
    (tmp_path / "mine").mkdir()

    def run(word: str, *words: str, **variables: str) -> process.Done:
        (tmp_path / "mine" / "topics.yaml").write_text(
            "format: peerethics/topics@1\ntopics:\n  - {id: mine, label: Mine, about: a try, duties: ["
            f"{{id: wombats, label: Wombats, question: May I?, states: [mo-13], words: [{word}], asks: []}}]}}\n"
        )
        env = process.clean_env(tmp_path / "home", **{"XDG_CACHE_HOME": str(tmp_path / "cache"), **variables})
        return process.run([*process.PEERETHICS, "search", *words, "--data", "mine"], env, tmp_path)

    return run


def test_the_index_is_built_once_and_anew_only_when_something_changed(own, tmp_path):
    def kept() -> dict[str, tuple[int, int]]:
        files = (tmp_path / "cache").rglob("index-*")
        return {file.name: (file.stat().st_mtime_ns, file.stat().st_ino) for file in files}

    first = own("wombatting", "wombatting", "--json")
    assert json.loads(first.out)[0]["id"] == "mo-13"
    before = kept()
    assert len(before) == 1
    assert own("wombatting", "wombatting", "--json").raw == first.raw
    assert own("wombatting", "lend", "money").code == 0
    assert kept() == before, "nothing changed, nothing is built"
    assert own("quollishness", "quollishness").code == 0
    assert len(kept()) == 2
    assert own("quollishness", "zxwombattingzx").code == 1
    assert own("wombatting", "wombatting", "--json").raw == first.raw, "the other way back"
    assert {name: kept()[name] for name in before} == before


@pytest.mark.parametrize(
    "kind", ["a folder that cannot be made", "a folder that cannot be written", "no folder at all"]
)
def test_search_works_without_a_cache(own, tmp_path, kind):
    locked = tmp_path / "locked"
    locked.mkdir()
    locked.chmod(stat.S_IRUSR | stat.S_IXUSR)
    (tmp_path / "file").write_text("in the way")
    if kind == "a folder that cannot be written" and os.access(locked, os.W_OK):
        pytest.skip("permissions do not bind the superuser")
    variables: dict[str, dict[str, str | None]] = {
        "a folder that cannot be made": {"XDG_CACHE_HOME": str(tmp_path / "file")},
        "a folder that cannot be written": {"XDG_CACHE_HOME": str(locked)},
        "no folder at all": {"XDG_CACHE_HOME": None, "HOME": None, "XDG_DATA_HOME": None},
    }
    done = own("wombatting", "wombatting", "--json", **variables[kind])
    assert (done.code, done.err) == (0, "")
    assert json.loads(done.out)[0]["id"] == "mo-13"
    assert not list(tmp_path.rglob("index-*"))
