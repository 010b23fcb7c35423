"""The bank's compiled list only saves time: what changes is seen, what is broken is made anew, bodies stay unread."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from banks import bank

from peerethics.errors import BAD_DATA, NOTHING_FOUND, PeerEthicsError
from peerethics.library.bank import Bank, compile_bank, no_scenario, open_bank
from peerethics.library.places import Places


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """A folder with three scenarios, and a cache that is not there yet."""
    return Places((bank(tmp_path / "data", 3),), tmp_path / "cache")


def file_of(places: Places, number: int) -> Path:
    return places.data[0] / "scenarios" / f"item-{number}.yaml"


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
    file.write_text(text.replace(old, new), "utf-8")


def ids(found: Bank) -> list[str]:
    return [one.id for one in found.listings]


def kept(places: Places) -> list[Path]:
    return sorted(places.cache.glob("scenarios-*")) if places.cache else []


def without_yaml(places: Places, act: str, only: Path | None = None) -> dict[str, object]:
    """What a fresh process prints after `act` on the bank, and whether it had to parse YAML."""
    code = f"""
import json, sys
from pathlib import Path
from peerethics.library.bank import open_bank
from peerethics.library.places import Places
data, cache, only = json.loads(sys.argv[1])
bank = open_bank(Places(tuple(map(Path, data)), Path(cache)), Path(only) if only else None)
print(json.dumps({{"found": {act}, "yaml": "yaml" in sys.modules}}))
"""
    where = json.dumps([list(map(str, places.data)), str(places.cache), str(only) if only else None])
    done = subprocess.run([sys.executable, "-c", code, where], capture_output=True, text=True, check=True, timeout=30)
    return json.loads(done.stdout)


def test_what_comes_out_of_the_cache_is_what_came_out_of_the_files(places: Places) -> None:
    fresh = open_bank(places)
    again = open_bank(places)
    bare = open_bank(places._replace(cache=None))
    assert ids(fresh) == ids(again) == ids(bare) == ["item-1", "item-2", "item-3"]
    for name in ids(fresh):
        assert fresh.scenario(name) == again.scenario(name) == bare.scenario(name)
        assert fresh.scenario(name)
    assert json.dumps(fresh.listings) == json.dumps(again.listings) == json.dumps(bare.listings)


def test_a_listing_says_what_the_scenario_says(places: Places) -> None:
    for found in (open_bank(places), open_bank(places)):
        one, scenario = found.listing("item-2"), found.scenario("item-2")
        assert one
        assert scenario
        assert (one.id, one.rev, one.title, one.level, one.status) == ("item-2", 1, "Story 2", "judge", "draft")
        assert tuple(one.topics) == scenario.topics == ("danger",)
        assert tuple(one.codes) == scenario.codes == ("mo", "ms")
        assert list(one.keys) == [*scenario.cite["mo"].key, *scenario.cite["ms"].key]
        assert tuple(one.content_notes) == scenario.content_notes


def test_three_hundred_scenarios_are_listed_and_one_is_read_without_any_yaml(tmp_path: Path) -> None:
    places = Places((bank(tmp_path / "data", 300),), tmp_path / "cache")
    assert len(open_bank(places).listings) == 300
    shown = without_yaml(places, "[len(bank.listings), bank.scenario('item-277').title]")
    assert shown == {"found": [300, "Story 277"], "yaml": False}


def test_listing_reads_no_scenario(places: Places) -> None:
    """Shown by bodies that are no JSON any more: the list is whole, and the scenario asked for comes from its file."""
    open_bank(places)
    (file,) = kept(places)
    raw = file.read_bytes()
    body = raw.index(b'["item-1",1,"draft"')
    file.write_bytes(raw[:body] + b"#" * (len(raw) - body))
    found = open_bank(places)
    assert ids(found) == ["item-1", "item-2", "item-3"]
    (places.data[0] / "scenarios" / "item-1.yaml").unlink()
    with pytest.raises(PeerEthicsError, match="damaged") as caught:
        found.scenario("item-1")
    assert caught.value.exit_code == BAD_DATA
    two = found.scenario("item-2")
    assert two
    assert two.id == "item-2"


def test_a_changed_file_is_seen(places: Places) -> None:
    open_bank(places)
    change(file_of(places, 2), "title: Story 2", "title: Another")
    found = open_bank(places).scenario("item-2")
    assert found
    assert found.title == "Another"


def test_a_change_that_keeps_size_and_time_of_change_is_seen(places: Places) -> None:
    """Nobody can set back the time of the inode."""
    file = file_of(places, 2)
    open_bank(places)
    before = file.stat()
    change(file, "title: Story 2", "title: Tales 2")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (file.stat().st_size, file.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    assert [one.title for one in open_bank(places).listings] == ["Story 1", "Tales 2", "Story 3"]


def test_a_file_that_is_added_renamed_or_removed_is_seen(places: Places) -> None:
    open_bank(places)
    loose = places.data[0] / "fourth.yml"
    loose.write_text(file_of(places, 1).read_text("utf-8").replace("id: item-1", "id: item-4"), "utf-8")
    assert ids(open_bank(places)) == ["item-1", "item-2", "item-3", "item-4"]
    loose.rename(loose.with_suffix(".txt"))
    assert ids(open_bank(places)) == ["item-1", "item-2", "item-3"]
    file_of(places, 1).unlink()
    assert ids(open_bank(places)) == ["item-2", "item-3"]


SPOILT = {
    "empty": lambda raw: raw[:0],
    "a byte short": lambda raw: raw[:-1],
    "half": lambda raw: raw[: len(raw) // 2],
    "a byte long": lambda raw: raw + b" ",
    "a head before the head": lambda raw: b"[]\n" + raw,
    "a short head": lambda raw: b'["", 1, 2]\n' + raw,
    "a word changed": lambda raw: raw.replace(b"Story 1", b"Storx 1", 1),
    "deep": lambda raw: b"[" * 200_000 + raw,
    "no text": lambda raw: b"\xff\xfe" + raw,
}


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_a_broken_cache_is_made_anew(places: Places, spoil) -> None:
    open_bank(places)
    (file,) = kept(places)
    whole = file.read_bytes()
    file.write_bytes(spoil(whole))
    assert [one.title for one in open_bank(places).listings] == ["Story 1", "Story 2", "Story 3"]
    assert file.read_bytes() == whole
    assert without_yaml(places, "len(bank.listings)") == {"found": 3, "yaml": False}


def test_a_cache_that_cannot_be_written_costs_time_only(places: Places, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where a folder should be")
    assert len(open_bank(places).listings) == 3
    found = open_bank(places).scenario("item-3")
    assert found
    assert found.id == "item-3"


def test_two_files_with_one_id_are_refused_and_both_can_be_found(places: Places) -> None:
    open_bank(places)
    change(file_of(places, 2), "id: item-2", "id: item-1")
    for _ in range(2):  # and it is not kept
        with pytest.raises(PeerEthicsError, match="the scenario 'item-1' is held already") as caught:
            open_bank(places)
        assert caught.value.exit_code == BAD_DATA
        assert "item-2.yaml" in caught.value.message


def test_a_wrong_file_is_named_with_its_line_and_nothing_is_kept(places: Places) -> None:
    change(file_of(places, 3), "level: judge", "level: hard")
    with pytest.raises(PeerEthicsError) as caught:
        open_bank(places)
    assert caught.value.exit_code == BAD_DATA
    line = file_of(places, 3).read_text("utf-8").splitlines().index("level: hard") + 1
    assert f"item-3.yaml:{line}:" in caught.value.message
    assert kept(places) == []


def test_a_folder_of_ones_own_is_used_instead_of_all_others(places: Places, tmp_path: Path) -> None:
    own = bank(tmp_path / "own", 1)
    change(own / "scenarios" / "item-1.yaml", "title: Story 1", "title: My own")
    open_bank(places)
    assert [one.title for one in open_bank(places, own).listings] == ["My own"]
    assert [one.title for one in open_bank(places, own / "scenarios").listings] == ["My own"]
    assert len(open_bank(places).listings) == 3
    assert without_yaml(places, "len(bank.listings)", own) == {"found": 1, "yaml": False}


@pytest.mark.parametrize("name", ["nowhere", "a-file"])
def test_a_folder_that_is_none_is_said_to_be_none(places: Places, tmp_path: Path, name: str) -> None:
    (tmp_path / "a-file").write_text("")
    with pytest.raises(PeerEthicsError, match="There is no folder"):
        open_bank(places, tmp_path / name)


def test_what_is_retired_is_held_for_its_history_and_not_asked_any_more(places: Places) -> None:
    change(file_of(places, 2), "status: draft", "status: retired")
    for found in (open_bank(places), open_bank(places)):
        assert ids(found) == ["item-1", "item-2", "item-3"]
        assert [one.id for one in found.live()] == ["item-1", "item-3"]
        assert found.scenario("item-2")


def test_what_the_program_was_built_with_is_used_while_the_files_are_the_same(places: Places, tmp_path: Path) -> None:
    compile_bank(places, tmp_path / "built")
    elsewhere = Places((bank(tmp_path / "elsewhere", 3),), None, tmp_path / "built")
    (built,) = (tmp_path / "built").iterdir()
    marked = built.read_bytes().replace(b"Hand him four dollars", b"Lend him four dollars")
    built.write_bytes(marked)
    found = open_bank(elsewhere).scenario("item-1")
    assert found
    assert found.options[0].text.startswith("Lend him")  # so it came from there, wherever the files lie
    change(file_of(elsewhere, 2), "title: Story 2", "title: Another")
    changed = open_bank(elsewhere)
    assert changed.listing("item-2") != open_bank(places).listing("item-2")
    own = changed.scenario("item-1")
    assert own
    assert own.options[0].text.startswith("Hand him")


def test_an_empty_bank_is_a_bank(tmp_path: Path) -> None:
    for _ in range(2):
        found = open_bank(Places((tmp_path,), tmp_path / "cache"))
        assert (list(found.listings), found.scenario("x"), found.listing("x"), found.live()) == ([], None, None, [])


@pytest.mark.parametrize(("name", "hint"), [("itme-2", "item-2"), ("zzz", "peerethics scenarios")])
def test_an_unknown_id_is_answered_with_the_nearest_ones(places: Places, name: str, hint: str) -> None:
    error = no_scenario(name, open_bank(places))
    assert (error.message, error.exit_code) == (f"There is no scenario {name!r}.", NOTHING_FOUND)
    assert hint in error.hint


def test_a_link_that_leads_nowhere_is_no_scenario(places: Places) -> None:
    (places.data[0] / "scenarios" / ".#item-1.yaml").symlink_to("somebody@host.1")  # as Emacs marks an open file
    assert ids(open_bank(places)) == ["item-1", "item-2", "item-3"]


def test_old_cache_files_that_cannot_be_removed_stay(places: Places) -> None:
    assert places.cache
    for number in range(10):
        folder = places.cache / f"scenarios-0000000{number}"
        folder.mkdir(parents=True)
        os.utime(folder, (0, 0))
    assert ids(open_bank(places)) == ["item-1", "item-2", "item-3"]


def test_a_folder_name_that_no_disk_takes_is_a_message(places: Places) -> None:
    with pytest.raises(PeerEthicsError, match="There is no folder") as caught:
        open_bank(places, Path("x" * 5000))
    assert caught.value.exit_code == BAD_DATA


def test_a_cache_that_another_run_clears_away_in_the_middle_is_not_missed(places: Places) -> None:
    open_bank(places)
    bank = open_bank(places)  # from the cache
    assert places.cache
    for file in places.cache.glob("scenarios-*"):
        file.unlink()
    found = bank.scenario("item-2")
    assert found
    assert found.id == "item-2"
