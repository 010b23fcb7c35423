"""Two texts side by side lose no word, gain no word, and are torn apart no more than they differ."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from libraries import shipped

from peerethics.comparing.align import NAME, ONLY, SAME, Aligned, Sentence, align
from peerethics.text import without_emphasis

WORKERS = ("Helpers", "Peer Helpers", "DMH-credentialed individuals")


def text_of(sentence: Sentence) -> str:
    return "".join(run.text for run in sentence)


def side(rows: list[Aligned], which: str) -> str:
    """One text as the rows give it back."""
    return " ".join(text_of(getattr(row, which)) for row in rows if getattr(row, which))


def marked(sentence: Sentence) -> str:
    """A sentence with [only-here] and <name> shown, the rest being shared."""
    around = {SAME: "{}", NAME: "<{}>", ONLY: "[{}]"}
    return "".join(around[run.kind].format(run.text.rstrip()) + run.text[len(run.text.rstrip()) :] for run in sentence)


def shown(left: str, right: str, names: tuple[str, ...] = WORKERS) -> list[tuple[str, str]]:
    return [(marked(row.left), marked(row.right)) for row in align(left, right, names)]


# Words that make sentences alike, different and named, and anything at all that a file could hold.
_WORDS = st.sampled_from(
    [*WORKERS, "will", "Will also", "do not", "the", "a", "lend", "money.", "Money", "gifts;", "and/or", "(all)",
     "caf\u00e9.", "person's", "person\u2019s", "**bold**", "*", "\u4e2d\u6587\u3002", "1.5", '"Yes."', "?", "No!"]
)  # fmt: skip
_TEXTS = st.one_of(st.lists(_WORDS, max_size=25).map(" ".join), st.text(max_size=80)).map(
    lambda text: " ".join(text.split())  # as every text of a code is
)


@given(_TEXTS, _TEXTS)
def test_both_texts_come_back_exactly_and_in_their_order(left: str, right: str) -> None:
    rows = align(left, right, WORKERS)
    assert side(rows, "left") == without_emphasis(left)
    assert side(rows, "right") == without_emphasis(right)


@given(_TEXTS, _TEXTS)
def test_no_row_is_empty_and_no_run_is(left: str, right: str) -> None:
    for row in align(left, right, WORKERS):
        assert row.left or row.right
        assert all(run.text and run.kind in (SAME, NAME, ONLY) for one in row for run in one)
        for one in row:
            assert all(first.kind != second.kind for first, second in pairwise(one))


@given(_TEXTS, _TEXTS)
def test_a_row_shares_the_same_words_on_both_sides(left: str, right: str) -> None:
    """What is called shared is there in both, in the same order, but for capitals and spaces."""
    for row in align(left, right, WORKERS):
        ours, theirs = ("".join(r.text for r in one if r.kind == SAME).lower().split() for one in row)
        assert "".join(ours) == "".join(theirs)


@given(_TEXTS, _TEXTS)
def test_a_name_is_only_ever_the_beginning_of_a_sentence(left: str, right: str) -> None:
    for row in align(left, right, WORKERS):
        for one in row:
            assert all(run.kind != NAME for run in one[1:])


@given(_TEXTS)
def test_a_text_beside_itself_shows_no_difference(text: str) -> None:
    for row in align(text, text, ()):
        assert all(run.kind == SAME for one in row for run in one if any(c.isalnum() for c in run.text))


NAMES = {
    "the name": ("Helpers lend money.", "<Helpers> [lend money.]"),
    "its verb with it": ("Helpers will lend money.", "<Helpers will> [lend money.]"),
    "also": ("Helpers will also lend money.", "<Helpers will also> [lend money.]"),
    "do": ("Helpers do not lend money.", "<Helpers do> [not lend money.]"),
    "the longest name": ("Peer Helpers lend money.", "<Peer Helpers> [lend money.]"),
    "any capitals": ("HELPERS Will lend money.", "<HELPERS Will> [lend money.]"),
    "a hyphen inside": ("DMH-credentialed individuals lend.", "<DMH-credentialed individuals> [lend.]"),
    "every sentence": ("Lend money. Helpers lend.", "[Lend money.] <Helpers> [lend.]"),
    "not in the middle": ("All Helpers will lend.", "[All Helpers will lend.]"),
    "not a longer word": ("Helpership is good.", "[Helpership is good.]"),
    "not a hyphened word": ("Helpers-to-be wait.", "[Helpers-to-be wait.]"),
    "not a possessive": ("Helpers\u2019s rules.", "[Helpers\u2019s rules.]"),
    "nothing but the name": ("Helpers", "<Helpers>"),
    "not a later verb": ("Helpers who will lend.", "<Helpers> [who will lend.]"),
}


@pytest.mark.parametrize(("text", "expected"), NAMES.values(), ids=list(NAMES))
def test_the_workers_name_is_set_apart_where_a_sentence_begins_with_it(text: str, expected: str) -> None:
    assert " ".join(left for left, _ in shown(text, "") if left) == expected


TORN = {
    "a lone small word": ("Lend the book to a friend.", "Take the bus.", "[Lend the book to a friend.]"),
    "a lone comma": ("Wait, then go.", "Sing, dance, eat.", "[Wait, then go.]"),
    "small words side by side": ("Walk to the end of it.", "Pay to the bank at noon.", "[Walk to the end of it.]"),
    "not has a meaning": ("Do not lend.", "Helpers will not swim far away.", "[Do] not [lend.]"),
    "never has a meaning": ("Never lend.", "Never swim or run or hide.", "Never [lend.]"),
    "close sentences keep them": ("Take the small gift.", "Take the large gift.", "Take the [small] gift."),
}


@pytest.mark.parametrize(("left", "right", "expected"), TORN.values(), ids=list(TORN))
def test_only_words_that_mean_something_are_shown_as_shared(left: str, right: str, expected: str) -> None:
    """A lone "the" that two different sentences share would only tear them into pieces."""
    assert [one for one, _ in shown(left, right)] == [expected]


GOLDEN = {
    ("mo-6", "ms-6"): [
        (
            "<MPSs will> keep current with emerging knowledge relevant to recovery and share this knowledge with "
            "[their colleagues and those they serve].",
            "Keep current with emerging knowledge relevant to recovery[,] and [openly] share this knowledge with "
            "[other Peer Support Specialist Professionals].",
        ),
        (
            "",
            "<Peer Support Specialist Professional will> [refrain from sharing advice or opinions outside their "
            "scope of practice with individuals receiving services.]",
        ),
    ],
    ("mo-12", "ms-9"): [
        ("", "[Never engage in exploitive and/or sexual/intimate activities with the individuals they serve.]"),
        (
            "<MPSs will> not enter into [commitments] that conflict with the [interests] of [those] they serve.",
            "<Peer Support Specialist Professionals will> not enter into [a relationship or commitment] that conflict "
            "with the [support needs] of [the individuals] they serve.",
        ),
    ],
    ("mo-2", "ms-5"): [
        ("<MPSs will> [maintain high standards of personal conduct.]", ""),
        (
            "<MPSs will also> conduct themselves in a manner that fosters their own [recovery].",
            "Conduct themselves in a manner that fosters their own [wellness].",
        ),
    ],
    ("mo-13", "ms-13"): [
        (
            "<MPSs will> not exchange gifts of significant [monetary] value [with those they serve]",
            "[Do] not [loan money; receive money or payment for services to, or from, individuals receiving services; "
            "or] exchange gifts of significant value[.]",
        ),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("left", "right"), GOLDEN, ids=[f"{left} {right}" for left, right in GOLDEN])
def test_sentences_of_the_two_codes_stand_beside_their_versions(left: str, right: str) -> None:
    ours, theirs = shipped().entry(left), shipped().entry(right)
    assert ours
    assert theirs
    names = (*ours.code.workers, *theirs.code.workers)
    assert shown(ours.text, theirs.text, names) == GOLDEN[left, right]


def test_sentences_in_another_order_stay_in_the_order_of_their_own_text() -> None:
    """Nobody's words are shown in an order that they do not have, even where both say the same twice over."""
    left, right = (
        "Lend no money at all. Keep every secret you hear.",
        "Keep every secret you hear. Lend no money at all.",
    )
    rows = align(left, right, ())
    assert (side(rows, "left"), side(rows, "right")) == (left, right)
    assert len(rows) == 3
    assert any(row.left and row.right for row in rows)


def test_a_text_without_words_is_nothing_beside_another() -> None:
    assert align("", "", WORKERS) == []
    assert shown("", "Lend.") == [("", "[Lend.]")]
