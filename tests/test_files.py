"""A data file is known by its `format:` line, wherever in the file that stands; files of other kinds are not read."""

from pathlib import Path

import pytest

from peerethics.library.files import HEAD, data_files, sniff


def write(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("format: peerethics/code@1\n", "codes"),
        ("# remarks\nformat: 'peerethics/topics@1' # and more\n", "topics"),
        ("\ufeffformat: peerethics/kinds@1\n", "kinds"),
        ("format: peerethics/kinds@2\n", ""),
        ("  format: peerethics/kinds@1\n", ""),
        ("", ""),
    ],
)
def test_the_format_line_names_the_kind(text, kind):
    assert sniff(text.encode()) == kind


@pytest.mark.parametrize("remarks", [0, HEAD - 3, HEAD, 5 * HEAD])
def test_a_format_line_behind_long_remarks_is_found(tmp_path, remarks):
    text = "#" * remarks + "\nformat: peerethics/kinds@1\nkinds: []\n"
    write(tmp_path, "mine.yaml", text)
    (found,) = data_files([tmp_path], "kinds")
    assert (found.kind, found.raw) == ("kinds", text.encode())
    assert list(data_files([tmp_path], "topics")) == []


def test_loose_files_and_those_in_the_folder_of_their_kind_are_found_and_no_others(tmp_path):
    write(tmp_path, "a.yaml", "format: peerethics/kinds@1\n")
    write(tmp_path, "kinds/b.yml", "format: peerethics/kinds@1\n")
    write(tmp_path, "kinds/c.txt", "format: peerethics/kinds@1\n")
    write(tmp_path, "other/d.yaml", "format: peerethics/kinds@1\n")
    write(tmp_path, "codes.yaml", "format: peerethics/code@1\n")
    assert [file.path.name for file in data_files([tmp_path], "kinds")] == ["a.yaml", "b.yml"]


def test_a_file_that_does_not_say_is_given_to_whoever_reads_so_that_it_is_named(tmp_path):
    write(tmp_path, "mine.yaml", "id: xx\n")
    assert [file.kind for kind in ("codes", "kinds") for file in data_files([tmp_path], kind)] == ["", ""]
