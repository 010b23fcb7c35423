"""Breaking pages into lines loses no word, exceeds no width, and keeps every style where it was."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerethics.pages.blocks import STYLES, Block, Columns, Span, block, issuer_words, labelled, plain_text
from peerethics.pages.layout import BESIDE, GUTTER, WIDEST, columns, layout
from peerethics.screen.output import with_marks

LETTERS = st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\n")
TEXTS = st.text(st.one_of(st.sampled_from(" ab\n\u4f60\u0301-."), LETTERS), max_size=120)
SPANS = st.builds(Span, TEXTS, st.sampled_from(STYLES))
BLOCKS = st.builds(Block, st.lists(SPANS, max_size=4).map(tuple), st.integers(0, 8), st.integers(0, 14), st.booleans())
WIDTHS = st.integers(1, 140)
TIGHTEST = 8  # columns that stay for the words, however far a block is moved in


def drawn(blocks, width) -> list[str]:
    """The lines as text."""
    return [plain_text(line) for line in layout(blocks, width)]


@pytest.mark.parametrize(
    ("blocks", "width", "lines"),
    [
        ([], 20, []),
        ([block("")], 20, [""]),
        ([block("one two three")], None, ["one two three"]),
        ([block("one two three")], 14, ["one two three"]),
        ([block("one two three")], 13, ["one two", "three"]),
        ([block("one  two   three")], 80, ["one  two   three"]),
        ([block("one\ntwo three")], 80, ["one", "two three"]),
        ([block("one\ntwo three")], None, ["one", "two three"]),
        ([block("one"), block("two", gap=True)], 80, ["one", "", "two"]),
        ([block("one", gap=True)], 80, ["one"]),
        ([block("one two three", indent=2)], 12, [" one two", " three"]),
        ([block("one two three four", indent=4)], 70, ["    one two three four"]),
        ([block("a " * 30 + "b", indent=4)], 62, ["    " + " ".join("a" * 29), "    a b"]),
        ([labelled("Source:", "one two", column=12)], 80, ["Source:     one two"]),
        ([labelled("To:", "abcdefgh " * 7, column=6)], 62, ["To:   " + "abcdefgh " * 5 + "abcdefgh", "      abcdefgh"]),
        ([labelled("Source:", "one two", column=12)], 15, ["Source:", "    one two"]),
        ([labelled("A label longer than its column:", "one", column=4)], 80, ["A label longer than its column: one"]),
        ([block("abcdefghijklmnop")], 11, ["abcdefghij", "klmnop"]),
        ([block("one abcdefghijklmnop")], 11, ["one", "abcdefghij", "klmnop"]),
        ([block(Span("one", "strong"), ", ", Span("two", "italic"), "!")], 80, ["one, two!"]),
        ([block("see ", Span("this", "strong"), ", then")], 10, ["see this,", "then"]),
        ([block("\u4f60\u597d \u4e16\u754c")], 10, ["\u4f60\u597d \u4e16\u754c"]),
        ([block("\u4f60\u597d \u4e16\u754c")], 9, ["\u4f60\u597d", "\u4e16\u754c"]),
        ([block("\u4f60\u597d\u4e16\u754c\u4f60\u597d")], 9, ["\u4f60\u597d\u4e16\u754c", "\u4f60\u597d"]),
        ([block("cafe\u0301 au lait")], 13, ["cafe\u0301 au lait"]),
    ],
)  # fmt: skip
def test_where_lines_break(blocks, width, lines):
    """The last column stays free, for some terminals start a new line when it is filled."""
    assert drawn(blocks, width) == lines


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 0), ("abc", 3), ("caf\u00e9", 4), ("cafe\u0301", 4), ("\u4f60\u597d", 4), ("\uff21", 2), ("\u2013", 1)],
)
def test_how_many_columns_a_text_takes(text, count):
    assert columns(text) == count


@given(st.lists(BLOCKS, max_size=3), WIDTHS | st.none())
def test_no_word_is_lost_changed_or_moved(blocks, width):
    """Without white space, the lines are the spans, each character still in its own style."""
    assert _characters(span for line in layout(blocks, width) for span in line) == _characters(
        span for one in blocks for span in one.spans
    )


@given(st.lists(st.text("abcdefg", min_size=1, max_size=8), min_size=1), st.integers(0, 8), WIDTHS)
def test_words_that_fit_are_not_broken(words, indent, width):
    lines = drawn([block(" ".join(words), indent=indent)], max(width, 20))
    assert " ".join(lines).split() == words


@given(BLOCKS, WIDTHS)
def test_no_line_is_wider_than_the_screen(one, width):
    """Where indentation leaves too little, the words still get some columns."""
    room = max(width - 1, one.indent + one.hang + TIGHTEST)
    assert all(columns(line) <= room for line in drawn([one], width))


@given(st.lists(SPANS, max_size=4), st.integers(0, 8), st.integers(0, 8))
def test_without_a_width_each_paragraph_is_one_line(spans, indent, hang):
    text = "".join(span.text for span in spans)
    assert len(drawn([Block(tuple(spans), indent, hang)], None)) == text.count("\n") + 1


@given(BLOCKS, WIDTHS | st.none())
def test_lines_start_where_the_block_says(one, width):
    """No line but the first begins with more or less space than indent and hang together."""
    for number, line in enumerate(drawn([one], width)):
        if number and line.strip():
            space = len(line) - len(line.lstrip())
            indent, hang = (
                (one.indent, one.hang) if width is None or width >= 60 else (one.indent // 2, min(one.hang, 4))
            )
            assert space == indent + hang


@given(st.lists(SPANS, max_size=4), WIDTHS | st.none())
def test_neighbours_in_one_style_are_one_span(spans, width):
    """A terminal gets one escape sequence for a run of words, not one for each."""
    for line in layout([Block(tuple(spans))], width):
        styles = [span.style for span in line]
        assert all(first != second for first, second in itertools.pairwise(styles))


@pytest.mark.parametrize(
    ("text", "styled", "marked"),
    [
        ("a **personal** one", [("a ", ""), ("personal", "strong"), (" one", "")], "a **personal** one"),
        ("*Rules* 1-2", [("Rules", "italic"), (" 1-2", "")], "*Rules* 1-2"),
        ("**two words** here", [("two words", "strong"), (" here", "")], "**two words** here"),
        ("2 * 3 * 4", [("2 * 3 * 4", "")], "2 * 3 * 4"),
        ("**open", [("**open", "")], "**open"),
    ],
)
def test_printed_emphasis_is_a_style_or_its_asterisks(text, styled, marked):
    """Where styles are shown the asterisks are not; where none can be, they stay."""
    one = block(*issuer_words(text))
    (line,) = layout([one], 80)
    assert [(span.text, span.style) for span in line] == styled
    assert drawn([with_marks(one)], 80) == [marked]


@given(st.lists(BLOCKS, max_size=2), st.lists(BLOCKS, max_size=2), st.integers(BESIDE, 300))
def test_texts_stand_beside_each_other_on_a_wide_screen(left, right, screen):
    """Each side is laid out as if it stood alone on half the screen, and the right one begins in one column."""
    half = (min(screen, WIDEST) - GUTTER) // 2
    lines = [plain_text(line) for line in layout([Columns(tuple(left), tuple(right))], 100, screen)]
    ours, theirs = drawn(left, half), drawn(right, half)
    assert len(lines) == max(len(ours), len(theirs))
    assert all(columns(line) <= screen for line in lines)
    for number, line in enumerate(lines):
        one = ours[number] if number < len(ours) else ""
        other = theirs[number] if number < len(theirs) else ""
        assert line.startswith(one)
        assert line.endswith(other)
        assert not other or columns(line) - columns(other) == half + GUTTER


@given(st.lists(BLOCKS, max_size=2), st.lists(BLOCKS, max_size=2), st.integers(1, BESIDE - 1) | st.none())
def test_texts_stand_below_each_other_elsewhere(left, right, screen):
    """On a narrow screen, in a pipe and for screen readers the left text comes first, then the right one."""
    width = min(screen, 100) if screen else None
    both = layout([Columns(tuple(left), tuple(right))], width, screen)
    assert both == layout([*left, *right], width)


def _characters(spans) -> list[tuple[str, str]]:
    return [(character, span.style) for span in spans for character in span.text if not character.isspace()]
