"""The built wheel works where nothing else is: elsewhere, offline, without a writable home or any variable."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import process
import pytest

ROOT = Path(__file__).parents[1]
FOLDER_NAME = "a folder \u00e9"  # nobody promised that paths are plain


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """The wheel, built from this checkout without a network."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def program(wheel, tmp_path_factory) -> list[str]:
    """The installed command."""
    target = tmp_path_factory.mktemp("installed") / FOLDER_NAME
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(target)]
    subprocess.run([*command, "--disable-pip-version-check", str(wheel)], check=True, timeout=120)
    (script,) = (target / "bin").iterdir()
    return ["env", "-i", f"PYTHONPATH={target}", sys.executable, str(script)]


def test_the_wheel_holds_the_program_and_its_data_and_nothing_else(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    package = sorted(str(p.relative_to(ROOT / "src")) for p in (ROOT / "src").rglob("*.py"))
    data = sorted(f"peerethics/{p.relative_to(ROOT)}" for p in (ROOT / "data").rglob("*") if p.is_file())
    rest = set(names) - set(package) - set(data)
    assert {*package, *data} <= set(names)
    assert "peerethics/data/codes/mo.yaml" in data
    assert "peerethics/data/sources/mississippi.txt" in data
    own = {n for n in rest if ".dist-info/" not in n}
    compiled = {n for n in own if n.startswith("peerethics/compiled/")}
    assert own - compiled == {"peerethics/py.typed"}
    assert sorted(n.rpartition("/")[2].partition("-")[0] for n in compiled) == [
        "codes",
        "crosswalks",
        "index",
        "scenarios",
        "topics",
    ]
    assert any(n.endswith("/licenses/LICENSE") for n in rest)


def test_metadata_says_what_it_needs(wheel):
    archive = zipfile.ZipFile(wheel)
    metadata = archive.read(next(n for n in archive.namelist() if n.endswith("/METADATA"))).decode()
    assert "Requires-Python: >=3.10" in metadata
    assert "Requires-Dist: typer<0.29,>=0.20" in metadata
    assert "License-Expression: MIT" in metadata


@pytest.fixture(scope="module")
def answers(program, tmp_path_factory) -> dict[str, process.Done]:
    """What the installed command answers from a folder of its own, with no variable set."""
    folder = tmp_path_factory.mktemp("elsewhere")
    commands = ("show mo 13 --json", "check", "codes --json", "show ms preamble")
    return {words: process.run([*program, *words.split()], {"PATH": os.environ["PATH"]}, folder) for words in commands}


def test_it_shows_checks_and_names_its_codes(answers):
    """Every answer comes from the wheel's own data, proven against the wheel's own sources."""
    assert [(done.code, done.err) for done in answers.values()] == [(0, "")] * len(answers)
    (entry,) = json.loads(answers["show mo 13 --json"].raw)
    assert entry["text"] == "MPSs will not exchange gifts of significant monetary value with those they serve"
    assert "Everything is in order." in answers["check"].out
    held = json.loads(answers["codes --json"].raw)
    assert [(code["id"], code["provisions"], code["intact"]) for code in held] == [("mo", 18, True), ("ms", 78, True)]
    assert all(f"{FOLDER_NAME}/peerethics/data/codes" in code["read_from"] for code in held)
    assert "Rule 14.3 \u2013 Ethical Conduct." in answers["show ms preamble"].out


def test_it_works_where_nothing_can_be_written(program, tmp_path):
    """A home that cannot be written costs the cache and nothing else; a file as home stops even root."""
    home = tmp_path / "home"
    home.write_text("this is no folder")
    done = process.run([*program[:2], f"HOME={home}", *program[2:], "show", "mo", "13"], dict(os.environ), tmp_path)
    assert (done.code, done.err) == (0, "")
    assert "gifts of significant monetary value" in done.out
    assert [p.name for p in tmp_path.iterdir()] == ["home"]


def test_nothing_is_parsed_or_indexed_at_the_first_start(program, tmp_path):
    """What was compiled into the wheel serves in a home where nothing can be kept."""
    home = tmp_path / "home"
    home.write_text("this is no folder")
    traced = ["env", "-i", f"HOME={home}", program[2], sys.executable, "-X", "importtime", program[4]]
    for words in ("search venmo", "compare loans"):
        done = process.run([*traced, *words.split()], dict(os.environ), tmp_path)
        assert done.code == 0
        assert "peerethics.models" in done.err
        assert "yaml" not in done.err
        assert "peerethics.search.build" not in done.err
