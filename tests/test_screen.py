"""What reaches a pipe and a terminal: whole, in lines that fit, styled only where styles are understood."""

import re

import process
import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerethics.library.library import open_library
from peerethics.library.places import Places, shipped_data
from peerethics.pages.blocks import STYLES, Span
from peerethics.pages.layout import columns, layout
from peerethics.screen.output import with_marks
from peerethics.screen.rich_lines import to_ansi
from peerethics.views import provision

PROSE_WIDTH = 100  # columns; longer lines of running text are hard to read
SHOWN = ("show", "mo", "13", "ms", "preamble", "ms", "IV.2", "ms", "V.2", "ms", "I.17")
COLOUR = re.compile(r"\x1b\[(?:\d+;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;\d+)*m")
STYLE = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture(scope="module")
def library():
    return open_library(Places((shipped_data(),), None))


@pytest.fixture(scope="module")
def piped(home, tmp_path_factory) -> process.Done:
    return process.run([*process.PEERETHICS, *SHOWN], process.clean_env(home), tmp_path_factory.mktemp("piped"))


def test_a_pipe_gets_whole_paragraphs_without_escape_codes(piped, library):
    """Each paragraph is one line, so that grep finds a sentence and nothing is cut."""
    assert piped.code == 0
    assert "\x1b" not in piped.out
    assert not [line for line in piped.lines if line != line.rstrip()]
    for entry in ("mo-13", "ms-preamble", "ms-IV.2", "ms-V.2", "ms-I.17"):
        assert [line for line in piped.lines if library.entry(entry).text in line], entry


@pytest.mark.parametrize(
    "variables",
    [{"COLUMNS": "30", "LINES": "3"}, {"NO_COLOR": "1", "TERM": "dumb"}],
    ids=lambda v: " ".join(f"{name}={value}" for name, value in v.items()),
)
def test_a_pipe_gets_the_same_bytes_whatever_the_terminal_is(peerethics, piped, variables):
    assert peerethics(*SHOWN, **variables).raw == piped.raw


def test_json_is_the_same_bytes_everywhere(peerethics, on_terminal):
    """No width, colour, terminal or encoding changes what programs read."""
    words = ("show", "ms", "preamble", "ms", "V.2", "--json")
    first = peerethics(*words)
    others = [
        peerethics(*words, COLUMNS="20", FORCE_COLOR="1", TERM="xterm-256color"),
        peerethics(*words, COLUMNS="200", NO_COLOR="1", TERM="dumb", PYTHONIOENCODING="cp437"),
        on_terminal(*words, columns=40, rows=10, PAGER="cat"),
    ]
    assert first.raw.isascii()
    assert [other.out for other in others] == [first.out] * 3


@pytest.mark.parametrize("width", [40, 80, 120, 200])
def test_a_terminal_shows_every_word_in_lines_that_fit(on_terminal, piped, width):
    """The screen's picture is what was written: nothing is cut, nothing runs over the edge, prose stays readable."""
    done = on_terminal(*SHOWN, columns=width)
    assert done.code == 0
    lines = process.unstyled(done.out).splitlines()
    assert max(map(columns, lines)) < min(width, PROSE_WIDTH + 1)
    assert _picture(done.raw, width) == "\n".join(lines).rstrip()
    assert done.words == process.unstyled(piped.words).replace("**", "").replace("*", "")


@pytest.mark.parametrize("width", [40, 80, 200])
def test_paths_and_checksums_that_are_wider_than_the_screen_are_whole(on_terminal, width):
    """A word that fits on no line is broken, not cut off."""
    done = on_terminal("codes", columns=width)
    lines = process.unstyled(done.out).splitlines()
    assert max(map(len, lines)) < width
    assert "ff0b1b5bf7d053dfb8e027dc23a9ba144f4c014ba260555debcb4f693829f213" in done.words.replace(" ", "")
    assert _picture(done.raw, width) == "\n".join(lines).rstrip()


@pytest.mark.parametrize("width", [40, 80, 120, 200])
def test_every_entry_of_both_codes_fits_at_any_width(library, width):
    """Here for all 96 provisions and all other parts, without a terminal."""
    for entry in provision.expand([library.entry("mo"), library.entry("ms")]):
        blocks = [with_marks(block) for block in provision.words(entry)]
        lines = ["".join(span.text for span in line) for line in layout(blocks, min(width, PROSE_WIDTH))]
        assert max(map(columns, lines)) < width, entry.id
        shown = " ".join(" ".join(lines).split())
        expected = " ".join(entry.text.split())
        assert shown.removeprefix("[Peer Support Specialist Professionals] ") == expected.strip("# "), entry.id


def test_no_color_takes_the_colours_and_leaves_bold(on_terminal):
    plain, coloured = on_terminal(*SHOWN, NO_COLOR="1"), on_terminal(*SHOWN, NO_COLOR="")
    assert not COLOUR.search(plain.out)
    assert "\x1b[1mMississippi V.2" in plain.out
    assert "\x1b[1mpersonal\x1b[0m" in plain.out
    assert COLOUR.search(coloured.out), "an empty NO_COLOR is none"
    assert plain.words == coloured.words


@pytest.mark.parametrize("term", ["dumb", "unknown"])
def test_a_dumb_terminal_gets_text_with_the_printed_emphasis(on_terminal, piped, term):
    """No escape codes at all; the issuer's emphasis is shown by its asterisks, for it carries meaning."""
    done = on_terminal(*SHOWN, TERM=term, FORCE_COLOR="1")
    assert "\x1b" not in done.out
    assert "**personal**" in done.out
    assert done.words == piped.words


def test_force_color_styles_a_pipe_without_breaking_lines(peerethics, piped):
    done = peerethics(*SHOWN, FORCE_COLOR="1", COLUMNS="40")
    assert COLOUR.search(done.out)
    assert STYLE.sub("", done.out) == piped.out.replace("**", "").replace("*", "")


def test_an_empty_force_color_is_none(peerethics, piped):
    assert peerethics(*SHOWN, FORCE_COLOR="").raw == piped.raw


@pytest.mark.parametrize(("encoding", "dash"), [("cp1252", "\u2013"), ("cp437", "-"), ("ascii", "-")])
def test_no_encoding_ends_the_program(peerethics, encoding, dash):
    """What an encoding lacks is shown as a plainer character: the one en dash of both codes as a hyphen."""
    done = peerethics("show", "ms", "preamble", PYTHONIOENCODING=encoding)
    assert (done.code, done.err) == (0, "")
    assert f"Rule 14.3 {dash} Ethical Conduct." in done.raw.decode(encoding)


def test_messages_survive_a_poor_encoding(peerethics):
    """What a person typed comes back in a message, whatever the encoding of the stream can hold."""
    done = peerethics("show", "caf\u00e9 \u4f60\u2013\u201cx\u201d", PYTHONIOENCODING="ascii")
    assert done.code == 1
    assert "'cafe ?-\"x\"' is not a citation" in done.err


def test_messages_do_not_steer_the_terminal(peerethics):
    """Escape codes and marks that turn the reading direction, typed or pasted, come back as question marks."""
    done = peerethics("show", "mo \x1b]0;title\x07\x1b[31m\u202e13\x9b", PYTHONIOENCODING="utf-8")
    assert done.code == 1
    assert "is not a citation" in done.err
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", done.err)


@pytest.mark.parametrize("words", [SHOWN, ("codes",)], ids=["show", "codes"])
def test_plain_is_linear(on_terminal, words):
    """--plain on a terminal has no escape codes, boxes or glyphs: only letters and common marks."""
    done = on_terminal(*words, "--plain", columns=60)
    assert done.code == 0
    assert done.out.replace("\u2013", "-").isascii()
    assert not re.search(r"[^\n\x20-\x7e\u2013]", done.out)
    assert not re.search(r"[|+]--|---|===", done.out)


@given(
    st.lists(st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), max_size=30)),
    st.sampled_from(STYLES),
    st.text("[]/\\\\:#@abold ", max_size=20),
)
def test_rich_adds_styles_and_changes_no_character(texts, style, markup):
    """Whatever a text holds - markup, emoji names, links - Rich only puts styles around it."""
    line = [Span(text, style) for text in [*texts, markup, "[bold]:smile:[/nonsense] https://x.org 42"]]
    assert process.unstyled(to_ansi([line, line])) == 2 * ("".join(span.text for span in line) + "\n")


def test_rich_does_not_break_a_paragraph_however_long():
    assert process.unstyled(to_ansi([[Span("word " * 20_000 + "x" * 20_000, "quiet")]])).count("\n") == 1


def _picture(raw: bytes, width: int) -> str:
    """What stands on the screen of a terminal after this was written to it."""
    screen = pyte.Screen(width, 400)
    pyte.ByteStream(screen).feed(raw)
    return "\n".join(line.rstrip() for line in screen.display).rstrip()
