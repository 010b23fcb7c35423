"""`check` reports everything that is wrong with any file at once, by line and column, and survives any file."""

import json
import os
import shutil
import sys
from pathlib import Path

import pytest
from libraries import EXLAND, EXLAND_FILE, TESTS

from peerethics.checking.check import Context, check, find_files
from peerethics.errors import BAD_DATA, PeerEthicsError
from peerethics.library.places import shipped_data

EXLAND_TEXT = EXLAND_FILE.read_text("utf-8")


def problems(*paths: Path) -> list[str]:
    """What is wrong with files, without the names of their folders."""
    return [str(one).replace(one.file, Path(one.file).name, 1) for one in check(paths, Context((EXLAND,))).problems]


def test_what_is_shipped_is_in_order() -> None:
    files = find_files([shipped_data()])
    assert {"mo.yaml", "ms.yaml"} <= {file.name for file in files}
    report = check(files, Context((shipped_data(),)))
    assert [str(one) for one in report.problems] == []
    assert [code.id for code in report.codes] == ["mo", "ms"]
    assert report.unproven == ()
    assert report.files == len(files)


def test_the_command_proves_the_shipped_data_and_says_how(peerethics) -> None:
    done = peerethics("check")
    assert (done.code, done.err) == (0, "")
    assert "18 principles, word for word as in sources/missouri.txt" in done.words
    assert "78 provisions" in done.words
    assert "Everything is in order." in done.words


def test_all_problems_of_all_files_come_at_once_each_with_its_place(tmp_path: Path) -> None:
    one, two, three = tmp_path / "one.yaml", tmp_path / "two.yaml", tmp_path / "three.yaml"
    one.write_text(EXLAND_TEXT.replace("lines: [6, 6]", "lines: [6, 5]").replace("gist: ", "gits: ", 1), "utf-8")
    two.write_text("format: peerethics/code@1\na: &x 1\nb: *x\nb: 2\n")
    three.write_bytes(b"format: peerethics/code@1\nid: caf\xe9\n")
    assert problems(one, two, three) == [
        "one.yaml:38:42: `editorial` knows no key 'gits'; did you mean 'gist'?",
        "one.yaml:40:16: `lines` runs from 6 to 5; the first line comes first, from 1 on",
        "two.yaml:2:4: an alias (*name) is used on this; write the value out where it is needed",
        "two.yaml:4:1: the key 'b' stands here twice (first in line 3); keep one",
        "three.yaml:2:8: this is not UTF-8 text; save the file as UTF-8",
    ]


def test_the_command_lists_them_all_counts_them_and_exits_3(peerethics) -> None:
    """Every file of tests/bad/ in one run: more problems than files."""
    done = peerethics("check", str(TESTS / "bad"))
    files = sorted((TESTS / "bad").glob("*.yaml"))
    assert done.code == BAD_DATA
    assert "Traceback" not in done.err
    listed = [line for line in done.lines if ".yaml:" in line]
    assert {file.name for file in files} == {Path(line.split(".yaml:")[0]).name + ".yaml" for line in listed}
    assert done.lines[-1] == f"{len(listed)} problems in {len(files)} files."


def test_the_problems_are_there_for_programs_too(peerethics, tmp_path: Path) -> None:
    (tmp_path / "xx.yaml").write_text(EXLAND_TEXT.replace("kind: preamble", "kind: preambel"), "utf-8")
    done = peerethics("check", "--json", str(tmp_path))
    found = json.loads(done.out)
    assert (done.code, found["ok"], found["files"]) == (BAD_DATA, False, 1)
    (problem,) = found["problems"]
    assert (problem["line"], problem["column"], problem["what"]) == (24, 11, "'preambel' is no kind")


def test_a_good_file_of_ones_own_is_proven(peerethics, tmp_path: Path) -> None:
    shutil.copytree(EXLAND, tmp_path / "mine")
    done = peerethics("check", str(tmp_path / "mine"))
    assert done.code == 0
    assert "Exland: 10 provisions" in done.words
    assert "word for word as in sources/exland.txt" in done.words


def test_a_code_without_a_source_is_said_to_be_unproven(peerethics, tmp_path: Path) -> None:
    start, end = EXLAND_TEXT.index("source:"), EXLAND_TEXT.index("terms:")
    (tmp_path / "xx.yaml").write_text(EXLAND_TEXT[:start] + EXLAND_TEXT[end:], "utf-8")
    done = peerethics("check", str(tmp_path))
    assert done.code == 0
    assert (
        "Exland: 10 provisions (5 rules, 5 in Parts A-7), not compared, for it names no source document." in done.words
    )


def test_a_file_that_claims_a_shipped_name_is_a_problem_and_one_that_replaces_a_shipped_code_is_not(tmp_path) -> None:
    """To check a new edition of a shipped code, its file is held against the others, not against itself."""
    context = Context((shipped_data(),), check(find_files([shipped_data() / "codes"]), Context(())).codes)
    own = tmp_path / "own.yaml"
    own.write_text(EXLAND_TEXT.replace("[exland, x-land]", "[missouri]"), "utf-8")
    found = [str(one) for one in check([own], context._replace(folders=(EXLAND,))).problems]
    assert len(found) == 1
    assert "the name 'missouri' already belongs to Missouri" in found[0]
    assert check([shipped_data() / "codes" / "mo.yaml"], context).problems == ()


BOMB = [b"k%d: &k%d [%s]\n" % (n, n, b"*k%d, " % (n - 1) * 9) for n in range(1, 30)]  # 9 to the power of 29 words
HOSTILE = {
    "an alias bomb": b"format: peerethics/code@1\nk0: &k0 x\n" + b"".join(BOMB),
    "a million aliases": b"format: peerethics/code@1\na: &a x\nb: [" + b"*a, " * 200_000 + b"]\n",
    "an escape sequence": b'format: peerethics/code@1\nid: "\\e]0;owned\\a"\n',
    "a bare escape sequence": b"format: peerethics/code@1\nid: \x1b[2J\n",
    "an escape in a key": b'format: peerethics/code@1\n"\\e[31mred": 1\n',
    "Rich markup": b"format: peerethics/code@1\n'[bold red]x[/]': 1\n",
    "a tag": b"format: peerethics/code@1\nid: !!python/object/new:os.system [id]\n",
    "over 20 MB": b"format: peerethics/code@1\nid: " + b"x" * 20_000_001,
    "a long line": b"format: peerethics/code@1\nid: " + b"x" * 1_000_000,
    "a long key": b"format: peerethics/code@1\n? " + b"x" * 100_000 + b"\n: 1\n",
    "many keys": b"format: peerethics/code@1\n" + b"".join(b"k%d: 1\n" % n for n in range(2_000)),
    "Latin-1": b"format: peerethics/code@1\nid: caf\xe9\n",
    "UTF-16": "format: peerethics/code@1\n".encode("utf-16"),
    "empty": b"",
    "a null byte": b"\0",
    "only the format": b"format: peerethics/code@1\n",
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(1_000),
    "a list": b"- format: peerethics/code@1\n",
    "nulls everywhere": b"format: peerethics/code@1\nid:\nname:\ndocument:\n  -\n  - provisions: [~, ~]\n",
    "numbers everywhere": b"format: peerethics/code@1\nid: 1\nname: 2\nissuer: 3\ndocument: [4, [5], {6: 7}]\n",
    "lists everywhere": b"format: peerethics/code@1\nid: [[]]\nsource: [x]\nterms: [y]\ndocument: [[], [[]]]\n",
    "mappings everywhere": b"format: peerethics/code@1\nid: {}\nname: {}\naliases: {}\ndocument: {a: {b: {}}}\n",
}  # fmt: skip


@pytest.mark.parametrize("raw", HOSTILE.values(), ids=list(HOSTILE))
def test_a_hostile_file_is_a_short_list_of_problems(tmp_path: Path, raw: bytes) -> None:
    """No traceback, no explosion, no steering of the terminal; and a list that a person can read."""
    file = tmp_path / "bad.yaml"
    file.write_bytes(raw)
    found = problems(file)
    assert found
    assert all(one.startswith("bad.yaml") for one in found)
    assert all(c.isprintable() for one in found for c in one)
    assert max(map(len, found)) < 1_000
    assert len(found) <= 2_010


@pytest.mark.parametrize("name", ["an escape sequence", "an escape in a key", "an alias bomb", "over 20 MB", "UTF-16"])
def test_the_command_survives_a_hostile_file(peerethics, tmp_path: Path, name: str) -> None:
    (tmp_path / "bad.yaml").write_bytes(HOSTILE[name])
    for words in (["check", str(tmp_path)], ["show", "mo", "4", "--data", str(tmp_path)]):
        done = peerethics(*words)
        assert done.code == BAD_DATA
        assert "bad.yaml" in done.words + done.err
        assert "Traceback" not in done.err
        assert "\x1b" not in done.out + done.err


def test_a_file_or_folder_that_is_not_there_or_empty_is_refused(tmp_path: Path) -> None:
    for target, why in ((tmp_path / "none", "There is no"), (tmp_path, "No YAML file is in")):
        with pytest.raises(PeerEthicsError, match=why) as caught:
            find_files([target])
        assert caught.value.exit_code == BAD_DATA


def test_folders_are_searched_to_the_bottom_and_files_taken_once(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    for name in ("a/one.yaml", "a/b/two.yml", "a/b/three.txt"):
        (tmp_path / name).write_text("a: 1\n")
    (tmp_path / "folder.yaml").mkdir()
    assert [file.name for file in find_files([tmp_path, deep / "two.yml"])] == ["two.yml", "one.yaml"]


def test_any_named_file_is_checked_whatever_its_ending(tmp_path: Path) -> None:
    file = tmp_path / "code.txt"
    file.write_text("hello")
    assert problems(*find_files([file]))[0].startswith("code.txt:1:1: no `format:` line")


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="permissions do not bind the superuser")
def test_an_unreadable_file_is_one_problem_among_others(tmp_path: Path) -> None:
    secret, broken = tmp_path / "a.yaml", tmp_path / "b.yaml"
    for file in (secret, broken):
        file.write_text("a: 1\n")
    secret.chmod(0)
    assert problems(secret, broken)[0] == "a.yaml: cannot be read: Permission denied; check its permissions"
    assert len(problems(secret, broken)) == 2


def test_a_file_that_vanishes_is_one_problem_among_others(tmp_path: Path) -> None:
    assert problems(tmp_path / "gone.yaml") == [
        "gone.yaml: cannot be read: No such file or directory; check its permissions"
    ]
