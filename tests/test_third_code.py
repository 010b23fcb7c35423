"""A third code is one YAML file in a folder, and no Python: it is listed, shown and cited like the first two."""

import json
import shutil
from pathlib import Path

import pytest
from libraries import EXLAND, EXLAND_FILE, all_ids, cited, with_exland

from peerethics.citations.names import names_of
from peerethics.citations.resolve import find, uncitable
from peerethics.errors import BAD_DATA, NOTHING_FOUND, PeerEthicsError
from peerethics.library.library import open_library
from peerethics.library.places import Places, shipped_data

EXLAND_TEXT = EXLAND_FILE.read_text("utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with nothing in it but Exland's one file."""
    own = tmp_path / "my codes"
    own.mkdir()
    shutil.copy(EXLAND_FILE, own)
    return own


def renamed(tmp_path: Path, code_id: str, name: str = "Otherland", aliases: str = "") -> Path:
    """A folder with Exland under other names."""
    text = EXLAND_TEXT.replace("id: xx", f"id: {code_id}").replace("name: Exland", f"name: {name}")
    (tmp_path / "other.yaml").write_text(text.replace("[exland, x-land]", f"[{aliases}]"), "utf-8")
    return tmp_path


def refused(data: Path) -> PeerEthicsError:
    """The error of looking anything up with one more folder of data."""
    with pytest.raises(PeerEthicsError) as caught:
        names_of(open_library(Places((shipped_data(), data), None)))
    assert caught.value.exit_code == BAD_DATA
    return caught.value


@pytest.mark.parametrize("way", ["--data", "PEERETHICS_DATA", "the person's own folder"])
def test_it_is_found_in_any_folder_that_is_named(peerethics, folder: Path, tmp_path: Path, way: str) -> None:
    words, variables = ["show", "xx", "4", "--json"], {}
    if way == "--data":
        words += ["--data", str(folder)]
    elif way == "PEERETHICS_DATA":
        variables["PEERETHICS_DATA"] = str(folder)
    else:
        folder.rename(tmp_path / "peerethics")
        variables["XDG_DATA_HOME"] = str(tmp_path)
    done = peerethics(*words, **variables)
    assert (done.code, done.err) == (0, "")
    (shown,) = json.loads(done.out)
    assert (shown["id"], shown["citation"], shown["label"]) == ("xx-4", "Exland 4 (rules)", "Sharing secrets")
    assert shown["text"].startswith("Before you share a secret, make sure that: a) the person agrees;")
    assert shown["source"]["document"] == "EXLAND CODE FOR PEER HELPERS"
    assert shown["source"]["lines"] == [8, 8]


def test_without_the_folder_it_is_not_there(peerethics) -> None:
    done = peerethics("show", "xx", "4")
    assert (done.code, done.out) == (NOTHING_FOUND, "")


def test_it_is_listed_with_what_is_known_about_it(peerethics) -> None:
    done = peerethics("codes", "--json", "--data", str(EXLAND))
    listed = {code["id"]: code for code in json.loads(done.out)}
    assert list(listed) == ["mo", "ms", "xx"]
    assert listed["xx"]["provisions"] == 10
    assert listed["xx"]["edition"] == "1 May 2031"
    assert listed["xx"]["intact"] is True


def test_without_its_source_it_is_listed_as_not_intact(peerethics, folder: Path) -> None:
    done = peerethics("codes", "--json", "--data", str(folder))
    exland = json.loads(done.out)[2]
    assert exland["intact"] is False
    assert exland["differences"] == ["the source 'sources/exland.txt' is not there"]


def test_it_is_shown_whole_beside_the_others(peerethics) -> None:
    done = peerethics("show", "xx 7", "mo 4", "--plain", "--data", str(EXLAND))
    assert done.code == 0
    assert "Whoever stays helps in the morning." in done.words
    assert "MPSs will respect the privacy" in done.words


CITATIONS = {
    "xx 4": "xx-4", "Exland 4": "xx-4", "x-land 4": "xx-4", "XX-4": "xx-4", "xx 4.b": "xx-4.b", "xx 4(b)": "xx-4.b",
    "xx 4.a-c": "xx-4.a xx-4.b xx-4.c", "xx rule 3": "xx-3", "xx rules": "xx-rules", "xx rules 3": "xx-3",
    "Exland 3 (rules)": "xx-3", "Exland 4.a (rules)": "xx-4.a", "xx 1/s2": "xx-1/s2", "xx 1-3": "xx-1 xx-2 xx-3",
    "xx A": "xx-A", "xx part A": "xx-A", "Exland Part A": "xx-A", "xx A.2": "xx-A.2", "xx A2": "xx-A.2",
    "A.2": "xx-A.2", "xx A.1-2": "xx-A.1 xx-A.2", "xx 7": "xx-7", "xx-7": "xx-7", "xx part 7": "xx-7",
    "xx 7.2": "xx-7.2", "xx 7.2-3": "xx-7.2 xx-7.3", "xx 7.2/s2": "xx-7.2/s2",
    "xx form": "xx-form", "3": "mo-3 ms-3 xx-3", "7": "mo-7 ms-7 xx-7", "part 7": "mo-7 xx-7",
    "preamble": "mo-preamble ms-preamble xx-preamble",
    "mo 4 xx 5 ms IV.5": "mo-4 xx-5 ms-IV.5", "Exland House of Helpers, EXLAND CODE FOR PEER HELPERS, 7.2": "xx-7.2",
}  # fmt: skip


@pytest.mark.parametrize(("written", "ids"), CITATIONS.items(), ids=list(CITATIONS))
def test_it_is_cited_by_its_own_names_letters_and_numbers(written: str, ids: str) -> None:
    assert cited(written, with_exland()) == ids.split()


REFUSED = {
    "xx 6": "Exland's rules are 1 to 5", "xx 7.4": "xx 7.4: the provisions of Exland 7 are 1 to 3",
    "xx A.3": "xx A.3: the provisions of Exland A are 1 to 2", "xx IV": "Exland's Parts are A to 7",
    "xx 4.d": "its items are a to c", "xx 7/s1": "letters and sentences belong to a number",
    "xx A, 1": "may mean two things", "ms XX": "Mississippi's Principles are I to VII", "mo xx": "mo XX: Missouri",
    "xx 4.a, A": "may mean two things",
}  # fmt: skip


@pytest.mark.parametrize(("written", "why"), REFUSED.items(), ids=list(REFUSED))
def test_what_it_does_not_have_is_refused_in_its_own_terms(written: str, why: str) -> None:
    with pytest.raises(PeerEthicsError) as caught:
        find(written, with_exland())
    assert why in caught.value.message


def test_every_citation_of_the_shipped_codes_means_the_same_with_it() -> None:
    for one in all_ids(with_exland()):
        if not one.startswith("xx"):
            assert cited(one, with_exland()) == [one]


CLASHES = {
    "an id": ({"code_id": "mo"}, "'mo' already belongs to Missouri"),
    "a name": ({"code_id": "yy", "name": "Missouri"}, "'missouri' already belongs to Missouri"),
    "a name in capitals": ({"code_id": "yy", "name": "MISSISSIPPI"}, "'mississippi' already belongs to Mississippi"),
    "an alias": ({"code_id": "yy", "aliases": "us-ms"}, "'us-ms' already belongs to Mississippi"),
    "an alias in capitals": ({"code_id": "yy", "aliases": "Mo"}, "'mo' already belongs to Missouri"),
    "a numeral": ({"code_id": "ii"}, "cannot be called 'ii': that is how people cite Mississippi II"),
    "the Virgin Islands": ({"code_id": "vi"}, "cannot be called 'vi': that is how people cite Mississippi VI"),
    "a number behind a name": ({"code_id": "mo2"}, "cannot be called 'mo 2': that is how people cite Missouri 2"),
    "a numeral behind a name": ({"code_id": "msiv"}, "cannot be called 'msiv': that is how people cite Mississippi IV"),
    "a unit": ({"code_id": "pr"}, "cannot be called 'pr': that word means something else in a citation"),
    "a joining word": ({"code_id": "yy", "aliases": "and"}, "cannot be called 'and'"),
    "a range word": ({"code_id": "to"}, "cannot be called 'to'"),
    "a single letter": ({"code_id": "d"}, "cannot be called 'd'"),
    "a word behind codes": ({"code_id": "ethics"}, "cannot be called 'ethics'"),
}


@pytest.mark.parametrize(("names", "why"), CLASHES.values(), ids=list(CLASHES))
def test_names_that_would_change_what_citations_mean_are_refused(tmp_path: Path, names: dict, why: str) -> None:
    error = refused(renamed(tmp_path, **names))
    assert why in error.message
    assert "other.yaml" in error.message


@pytest.mark.parametrize(("code_id", "name"), [("in", "Indiana"), ("or", "Oregon"), ("me", "Maine")])
def test_states_whose_letters_are_a_word_can_be_cited(tmp_path: Path, code_id: str, name: str) -> None:
    library = open_library(Places((shipped_data(), renamed(tmp_path, code_id, name)), None))
    assert cited(f"{code_id} 4", library) == [f"{code_id}-4"]
    assert cited(f"4 of {name}", library) == [f"{code_id}-4"]
    assert cited("4 in Missouri", library) == ["mo-4"]


def test_a_clash_is_exit_code_3_on_the_command_line(peerethics, tmp_path: Path) -> None:
    done = peerethics("show", "mo", "4", "--data", str(renamed(tmp_path, "mo2")))
    assert (done.code, done.out) == (BAD_DATA, "")
    assert "Traceback" not in done.err


def test_two_files_of_one_code_are_refused(tmp_path: Path) -> None:
    for name in ("one.yaml", "two.yaml"):
        shutil.copy(EXLAND_FILE, tmp_path / name)
    assert "already belongs to Exland" in refused(tmp_path).message


def test_a_wrong_file_names_its_place_and_stops_every_look_up(peerethics, tmp_path: Path) -> None:
    (tmp_path / "xx.yaml").write_text(EXLAND_TEXT.replace("kind: preamble", "kind: preambel"), "utf-8")
    done = peerethics("show", "mo", "4", "--data", str(tmp_path))
    assert (done.code, done.out) == (BAD_DATA, "")
    assert "xx.yaml:24:11: 'preambel' is no kind; did you mean 'preamble'?" in done.err


@pytest.mark.parametrize("name", ["and", "note1", "ethics"])
def test_a_part_whose_name_is_no_name_in_citations_is_found_out(tmp_path: Path, name: str) -> None:
    text = EXLAND_TEXT.replace("id: xx-form", f"id: xx-{name}")
    (tmp_path / "xx.yaml").write_text(text, "utf-8")
    library = open_library(Places((shipped_data(), tmp_path), None))
    assert {one for one, _ in uncitable(library)} == {f"xx-{name}"}
