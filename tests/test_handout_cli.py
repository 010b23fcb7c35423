"""`handout` writes the files that were asked for, and nothing over a file that is there."""

import re
import shlex
import sys
from pathlib import Path

import pytest
from banks import bank

from peerethics.errors import WRONG_USAGE, PeerEthicsError
from peerethics.handouts.formats import writer


@pytest.fixture
def handout(peerethics, tmp_path):
    bank(tmp_path / "own", 6)

    def run(*words: str):
        return peerethics("handout", *words, "--bank", "own", "--seed", "s")

    return run


def files(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if path.is_file()}


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("--out x.md", {"x.md"}),
        ("--out x.md --with-key", {"x.md", "x-key.md"}),
        ("--out x.md --versions A,B", {"x-A.md", "x-B.md"}),
        ("--out x.md --versions a --versions B --with-key", {"x-A.md", "x-A-key.md", "x-B.md", "x-B-key.md"}),
        ("--out x.md --versions A,B --what key", {"x-A.md", "x-B.md"}),
        ("--out x.md --versions A,B --what facilitator", {"x.md"}),
        ("--out X.HTML --what key", {"X.HTML"}),
    ],
)
def test_each_thing_is_a_file_of_its_own(handout, tmp_path, words, names):
    done = handout(*words.split())
    assert (done.code, done.raw) == (0, b"")
    assert files(tmp_path) == names
    assert all(f"Written: {name} (6 items, seed s)" in done.err for name in names)
    for name in names:
        is_key = "Answer key" in (tmp_path / name).read_text("utf-8")
        assert is_key == ("key" in name or "--what key" in words)


def test_the_commands_named_at_the_end_write_what_belongs_to_the_sheet(handout, peerethics, tmp_path):
    done = handout(
        "--out", "my sheet.md", "--topic", "money,danger", "--skip", "suicide", "--versions", "A,B", "-n", "2"
    )
    lines = {line[:8]: shlex.split(line.partition("peerethics")[2]) for line in done.err.splitlines()[2:]}
    assert set(lines) == {"The key:", "For you:"}
    for words in lines.values():
        assert peerethics(*words).code == 0
    assert files(tmp_path) >= {"my sheet-key-A.md", "my sheet-key-B.md", "my sheet-facilitator.md"}
    items = re.compile(r"Items: .*")
    assert len({items.search((tmp_path / name).read_text("utf-8"))[0] for name in files(tmp_path)}) == 1


def test_named_scenarios_keep_their_order(handout, tmp_path):
    assert handout("item-5", "item-1", "item-3", "item-5", "--out", "x.md").code == 0
    assert "1 item-5, 2 item-1, 3 item-3\n" in (tmp_path / "x.md").read_text("utf-8")


def test_without_a_seed_one_is_drawn_and_said(peerethics, tmp_path):
    done = peerethics("handout", "--out", "x.md")
    seed = re.search(r"seed (\w{4})\)", done.err)[1]
    assert f"Seed {seed}" in (tmp_path / "x.md").read_text("utf-8")
    first = (tmp_path / "x.md").read_bytes()
    assert peerethics("handout", "--out", "x.md", "--seed", seed, "--force").code == 0
    assert (tmp_path / "x.md").read_bytes() == first


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ("", 2, "Say where to write it.\nFor instance: --out sheet.html"),
        ("--out x.txt", 2, "'x.txt' does not say which format it is.\nEnd it in .html, .docx, .pdf or .md."),
        ("--out x", 2, "does not say which format"),
        ("--out x.md --versions A,A", 2, "'A,A' are no versions."),
        ("--out x.md --versions AB", 2, "'AB' are no versions."),
        ("--out x.md --what answers", 2, "'answers' is not one of"),
        ("--out x.md --level hard", 2, "There is no level 'hard'."),
        ("item-1 --topic money --out x.md", 2, "Scenarios are named, so there is nothing to choose."),
        ("item-9 --out x.md", 1, "There is no scenario 'item-9'.\nDid you mean item-"),
        ("--level recall --out x.md", 1, "No question fits the level recall."),
        ("--out there.md", 2, "there.md is there already.\nChoose another name, or replace with --force."),
        ("--out there.md/x.md", 2, "cannot be written"),
    ],
)
def test_a_refusal_says_why_and_writes_nothing(handout, tmp_path, words, code, said):
    (tmp_path / "there.md").write_text("mine", "utf-8")
    done = handout(*words.split())
    assert (done.code, done.raw) == (code, b"")
    assert said in done.err
    assert "Traceback" not in done.err
    assert files(tmp_path) == {"there.md"}
    assert (tmp_path / "there.md").read_text("utf-8") == "mine"


def test_where_one_of_several_files_is_there_none_is_written(handout, tmp_path):
    (tmp_path / "x-B-key.md").write_text("mine", "utf-8")
    assert handout("--out", "x.md", "--versions", "A,B", "--with-key").code == 2
    assert files(tmp_path) == {"x-B-key.md"}
    done = handout("--out", "x.md", "--versions", "A,B", "--with-key", "--force")
    assert done.code == 0
    assert files(tmp_path) == {"x-A.md", "x-B.md", "x-A-key.md", "x-B-key.md"}
    assert (tmp_path / "x-B-key.md").read_text("utf-8") != "mine"


def test_a_dangling_link_is_not_followed(handout, tmp_path):
    (tmp_path / "x.md").symlink_to(tmp_path / "elsewhere.md")
    assert handout("--out", "x.md").code == 2
    assert not (tmp_path / "elsewhere.md").exists()


@pytest.mark.parametrize(
    ("ending", "package", "module", "extra"),
    [(".docx", "docx", "as_docx", "docx"), (".pdf", "typst", "as_typst", "pdf")],
)
def test_a_missing_extra_is_named_with_the_command_that_installs_it(monkeypatch, ending, package, module, extra):
    monkeypatch.setitem(sys.modules, package, None)
    for name in [
        name for name in sys.modules if name.startswith(("peerethics.handouts.as_", "peerethics.handouts.docx"))
    ]:
        monkeypatch.delitem(sys.modules, name)
    with pytest.raises(PeerEthicsError) as refused:
        writer(Path(f"x{ending}"))
    assert refused.value.exit_code == WRONG_USAGE
    assert f"pip install 'peerethics[{extra}]'" in refused.value.hint
    assert package in refused.value.message
    assert callable(writer(Path("x.html")))


def test_the_help_of_other_commands_needs_no_extra(peerethics):
    done = peerethics("handout", "--help")
    assert done.code == 0
    assert "--large" in done.out
