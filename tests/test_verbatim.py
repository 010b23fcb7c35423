"""A code is proven word for word: what is lost, added, changed or moved in its file is found, placed and named."""

from pathlib import Path

import pytest
from libraries import EXLAND, EXLAND_FILE, proof, read_code

from peerethics.checking.verbatim import rebuild, verify
from peerethics.library.places import shipped_data
from peerethics.library.sources import Held, find_source
from peerethics.models import Code

FILES = [shipped_data() / "codes" / "mo.yaml", shipped_data() / "codes" / "ms.yaml", EXLAND_FILE]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_word_of_the_source_can_be_rebuilt_from_the_file(path: Path) -> None:
    assert proof(path) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_rebuilt_document_is_the_source_but_for_white_space(path: Path) -> None:
    """The proof is checked by other means: split and compared here, without its own code."""
    code, _ = read_code(path, path.read_text("utf-8"))
    assert code
    source = find_source(code, [])
    assert source
    assert [word.text for word in rebuild(code)] == source.raw.decode("utf-8").split()


MOVED = {  # an edit of Exland's file that keeps every single word somewhere
    "a number goes into a text": [("text: Knock.", "text: Knock. 2.")],
    "two texts change places": [("Say it first.", "=#="), ("Knock.", "Say it first."), ("=#=", "Knock.")],
    "a number is skipped": [("xx-7.3", "xx-7.4")],
    "a letter is changed": [("xx-4.c", "xx-4.d")],
    "emphasis is lost": [("*cup of tea*", "cup of tea")],
    "emphasis is added": [("what you hear", "*what* you hear")],
    "a heading loses its mark": [('"**Part A: With each other**"', '"Part A: With each other"')],
    "a mark of numbering is changed": [('marker: "({n})"', 'marker: "{n}."')],
    "a dash becomes another": [("Part 7 - At", "Part 7 \u2013 At")],
    "an accent is lost": [("caf\u00e9", "cafe")],
    "an accent is written in two": [("caf\u00e9", "cafe\u0301")],
    "an invisible space is added": [("what you hear", "what\u200byou hear")],
    "a full stop is mended": [("text: Rest when you are tired\n", "text: Rest when you are tired.\n")],
    "the heading's line": [("lines: [11, 11]", "lines: [12, 12]")],
    "the last line of two": [("lines: [19, 20]", "lines: [19, 19]")],
    "a line beyond the end": [("lines: [23, 23]", "lines: [99, 99]")],
    "a preamble without lines": [("    lines: [3, 3]\n", "")],
}  # fmt: skip


@pytest.mark.parametrize("edits", MOVED.values(), ids=list(MOVED))
def test_words_moved_and_lines_misstated_are_caught(edits: list[tuple[str, str]]) -> None:
    raw = EXLAND_FILE.read_text("utf-8")
    for old, new in edits:
        assert raw.count(old) == 1, old
        raw = raw.replace(old, new)
    assert proof(EXLAND_FILE, raw)


@pytest.mark.parametrize(
    ("old", "new", "entry", "what"),
    [
        ("Leave before", "Leave long before", "xx-7.2", 'xx-7.2 has "long", which is not in the source at line 19'),
        ("Knock.", "Knock twice.", "xx-7.1", 'xx-7.1 has "Knock twice." where line 18 of the source has "Knock."'),
        ("to yourself.", "", "xx-2", 'xx-2 lacks "to yourself." of line 6 of the source'),
        ("Keep what", "what", "xx-2", 'xx-2 lacks "Keep" of line 6 of the source'),
        ("nobody else", "nobody", "xx-4", 'xx-4 lacks "else" of line 8 of the source'),
        ("Two headed", "Three headed", "xx-preamble", 'xx-preamble has "Three" where line 3 of the source has "Two"'),
        ("Whoever stays", "Who stays", "xx-7.2", 'xx-7.2 has "Who" where line 20 of the source has "Whoever"'),
        ("lines: [19, 20]", "lines: [19, 19]", "xx-7.2", "xx-7.2 stands in lines [19, 20] of the source, not [19, 19]"),
    ],
)
def test_a_difference_names_the_entry_the_words_and_the_line(old: str, new: str, entry: str, what: str) -> None:
    raw = EXLAND_FILE.read_text("utf-8").replace(old, new, 1)
    found = [one for one in proof(EXLAND_FILE, raw) if what in one.what]
    assert [one.entry for one in found] == [entry]


def exland() -> tuple[Code, Held]:
    code, _ = read_code(EXLAND_FILE, EXLAND_FILE.read_text("utf-8"))
    assert code
    source = find_source(code, [EXLAND])
    assert source
    return code, source


SOURCES = {
    "a byte more": (lambda raw: raw + b"\n", ["656 bytes, not 655", "sha256 is"]),
    "the same size": (lambda raw: raw.replace(b"Knock", b"Shout"), ["sha256 is", 'has "Knock." where line 18']),
    "not UTF-8": (lambda raw: raw.replace("\u00e9".encode(), b"\xe9"), ["654 bytes", "sha256 is", "not UTF-8 text"]),
    "empty": (lambda _: b"", ["0 bytes", "sha256 is", 'xx-title has "EXLAND CODE']),
    "a byte order mark": (lambda raw: b"\xef\xbb\xbf" + raw, ["658 bytes", "sha256 is"]),
    "Windows lines": (lambda raw: raw.replace(b"\n", b"\r\n"), ["bytes, not 655", "sha256 is"]),
    "a word more at the end": (
        lambda raw: raw + b" today",
        ["661 bytes", "sha256", 'xx-form lacks "today" of line 23'],
    ),
}


@pytest.mark.parametrize(("change", "expected"), SOURCES.values(), ids=list(SOURCES))
def test_a_source_that_is_not_the_pinned_one_is_found(change, expected: list[str]) -> None:
    code, source = exland()
    found = [one.what for one in verify(code, source._replace(raw=change(source.raw)))]
    assert len(found) == len(expected)
    assert all(part in what for part, what in zip(expected, found, strict=True)), found


def test_a_missing_source_is_a_difference_and_no_source_is_none() -> None:
    code, _ = exland()
    assert [one.what for one in verify(code, None)] == ["the source 'sources/exland.txt' is not there"]
    assert verify(code._replace(source=code.source._replace(file="")), None) == []
