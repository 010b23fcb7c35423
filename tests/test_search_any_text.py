"""Any text may be searched for: it is answered or politely not, in little time, whatever stands in it."""

import re
import time

import pytest
from vocabularies import shipped_search

from peerethics.search.answer import search
from peerethics.search.exact import search_exactly
from peerethics.search.nearest import nearest_words
from peerethics.search.query import LONGEST, read_query
from peerethics.views import finding

CONTROLS = "".join(map(chr, [*range(1, 9), 11, 12, *range(14, 32), 127, 0x9B]))
HOSTILE = {
    "a closing tag": "[/foo]",
    "a quote": '"',
    "a bracket": "(",
    "a word with an apostrophe": "don't",
    "an asterisk": "a*b",
    "10,000 characters of words": ("lend money gift " * 700)[:10_000],
    "emoji": "\U0001f600\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "nothing": "",
    "white space": " \t \n ",
    "from right to left": "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 \u202egift\u202c",
    "control characters": f"gift {CONTROLS} \x1b[31m\x1b]0;title\x07",
}
ODD = {
    "a pattern": "^(a+)+$ .* [a-z] \\d",
    "a query language": 'NEAR("a" b) OR -c : text:gift AND (',
    "10,000 letters": "x" * 10_000,
    "10,000 brackets": "[" * 5_000 + "]" * 5_000,
    "10,000 asterisks": "*" * 10_000,
    "10,000 hyphens": "a-" * 5_000,
    "10,000 apostrophes": "a'" * 5_000,
    "10,000 marks": "?!.,;:-_/\\|~`@#$%^&+=<>{}" * 400,
    "10,000 words": "\u0130 \u1e9e \ufb01 \u00bd " * 1_300,
    "a line end inside": "lend\nmoney\r\nto a peer",
    "what looks like an option": "gift --json=5 -x",
    "a lone surrogate": "gift \udcff",
}


@pytest.mark.parametrize("query", HOSTILE.values(), ids=list(HOSTILE))
def test_any_text_is_answered_or_politely_not(peerethics, query):
    """No traceback, no control characters, and the exit code says whether there is an answer."""
    done = peerethics("search", "--", query)
    assert done.code == (0 if done.out else 1), done.err
    assert "Traceback" not in done.err
    assert not re.search(f"[{re.escape(CONTROLS)}\u202a-\u202e]", done.out + done.err)
    if done.code:
        assert "Nothing found for" in done.err or "There is nothing to search for." in done.err
        assert "peerethics topics" in done.err
        assert len(done.err) < 500


@pytest.mark.parametrize("query", (HOSTILE | ODD).values(), ids=list(HOSTILE | ODD))
def test_any_text_is_searched_in_little_time(query):
    """Found or not, also in the codes' own words, and what is offered in its place: nothing grows with odd texts."""
    vocabulary, index = shipped_search()
    start = time.perf_counter()
    for answer in (search(query, vocabulary, index), search_exactly(query, vocabulary, (), 10, danger=False)):
        if answer.hits:
            assert finding.page(answer, vocabulary.library.codes)
        else:
            message, hint = finding.nothing(query, nearest_words(answer.query, vocabulary, index))
            assert message
            assert hint
    assert time.perf_counter() - start < 1.0


def test_of_an_endless_text_only_the_beginning_is_read():
    _, index = shipped_search()
    assert len(read_query(index, "gift " * 100_000).typed) == LONGEST // len("gift ")


@pytest.mark.parametrize(
    "query",
    [
        "lend\nmoney\r\nto a peer",
        "\U0001f381 gift card \U0001f381",
        "\uff47\uff49\uff46\uff54",
        HOSTILE["from right to left"],
        HOSTILE["10,000 characters of words"],
    ],
    ids=["line ends", "emoji", "full width", "right to left", "10,000"],
)
def test_what_can_be_understood_in_it_is(query):
    assert "ms-13" in {hit.entry.id for hit in search(query, *shipped_search()).hits}
