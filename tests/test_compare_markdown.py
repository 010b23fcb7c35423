"""A comparison as Markdown is what it says: tables keep their cells, and no word becomes markup."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from lands import HOSTILE, LANDS, changed, crosswalks_in, hostile, shipped_crosswalk, vocabulary_in
from libraries import shipped
from markdown_it import MarkdownIt

from peerethics.actions.compare import Held, find_matter
from peerethics.comparing.compare import crosswalk_of
from peerethics.library.crosswalks import Crosswalks
from peerethics.views import comparison_markdown as view
from peerethics.views.finding import SILENCE


def held(folder: Path, walks: Crosswalks | None = None) -> Held:
    vocabulary, walks = vocabulary_in(folder), crosswalks_in(folder) if walks is None else walks
    source, target = vocabulary.library.codes
    return Held(
        vocabulary.library, vocabulary, walks, crosswalk_of(vocabulary, walks, source, target), (source, target)
    )


def forms(one: Held) -> dict[str, str]:
    """Everything that can be had as Markdown."""
    return {
        "topic": view.as_markdown(find_matter(["paper"], one)),
        "provisions": view.as_markdown(find_matter(["aa", "1-5"], one)),
        "differences": view.differences(one.crosswalk.differences, one.codes, True),
        "gaps": view.gaps(one.crosswalk, one.library),
        "whole": view.whole(one.crosswalk, one.library),
    }


FORMS = list(forms(held(LANDS)))


def rows(markdown: str) -> list[list[str]]:
    """The cells of its table, as a reader of Markdown splits them."""
    tables = [line for line in markdown.splitlines() if line.startswith("|")]
    return [re.split(r"(?<!\\)\|", line.strip().strip("|")) for line in tables]


@pytest.mark.parametrize("form", FORMS)
def test_hostile_words_are_shown_and_become_no_markup(tmp_path: Path, form: str) -> None:
    """Rendered with HTML switched on, the page holds the words as they are and no element of theirs."""
    markdown = forms(held(hostile(tmp_path)))[form]
    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(markdown)
    assert not re.search(r"<(script|img|/section|!--|a |em>|code>)", html)
    assert "alert(1)" in html
    shown = re.sub(r"<[^>]*>", "", html).replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"')
    assert " ".join(HOSTILE.split()) in " ".join(shown.replace("&amp;", "&").split())


@pytest.mark.parametrize("form", ["differences", "whole"])
def test_every_row_of_a_table_has_the_cells_of_its_head(tmp_path: Path, form: str) -> None:
    folder = hostile(tmp_path)
    for markdown in (forms(held(folder))[form], forms(held(LANDS))[form]):
        table = rows(markdown)
        assert len(table) >= 4
        assert {len(row) for row in table} <= {4, 5}
        heads = [row for row, below in pairwise(table) if set("".join(below)) <= set("- ")]
        assert len(heads) == (2 if form == "whole" else 1)


def test_the_table_of_differences_has_all_of_them_and_says_what_silence_is() -> None:
    crosswalk, codes = shipped_crosswalk(), shipped().codes
    markdown = view.differences(crosswalk.differences, codes, True)
    assert len(rows(markdown)) == 2 + len(crosswalk.differences)
    assert rows(markdown)[0] == [" In practice ", " Missouri ", " Mississippi ", " So ", " Example "]
    assert "| Loans | not named in the code | Do not loan money. (ms 13) |" in markdown
    assert SILENCE in markdown


def test_a_matter_quotes_both_texts_and_tells_relation_and_reason() -> None:
    markdown = view.as_markdown(find_matter(["aa", "1", "bb", "5"], held(LANDS)))
    assert "**Aland 1**\n\n> Helpers will take no gifts." in markdown
    assert "**Bland 5**\n\n> Take no gifts from the council of harm." in markdown
    assert "What Bland 5 asks lies inside what Aland 1 asks; Aland 1 asks more (superset; confidence high)." in markdown


@pytest.mark.parametrize("form", FORMS)
def test_every_form_says_that_silence_is_not_permission_and_asks_for_the_current_edition(form: str) -> None:
    markdown = forms(held(LANDS))[form]
    assert SILENCE in markdown
    assert "Check that these editions are the current ones" in markdown


def test_a_code_that_is_silent_on_a_duty_is_said_not_to_name_it() -> None:
    markdown = view.as_markdown(find_matter(["write-nothing"], held(LANDS)))
    assert "**Bland**: not named in the code (Writing nothing down)." in markdown


def test_a_gap_without_a_nearest_text_names_none() -> None:
    markdown = view.as_markdown(find_matter(["bb", "3"], held(LANDS)))
    assert "- **bb 3** Aland says nothing of song.\n" in markdown
    assert "Nearest: ." not in markdown


def test_a_pair_whose_text_changed_is_called_suspect(tmp_path: Path) -> None:
    one = held(changed(tmp_path, ("codes/bb.yaml", "wait for its answer", "wait a week")))
    markdown = view.as_markdown(find_matter(["aa", "4"], one))
    assert "**Suspect**: the text of bb 4 has changed since this was judged." in markdown


def test_a_code_whose_name_has_two_words_keeps_its_citations(tmp_path: Path) -> None:
    one = held(changed(tmp_path, ("codes/bb.yaml", "name: Bland", "name: New Bland")))
    assert rows(view.whole(one.crosswalk, one.library))[2][:3] == [" 1 ", " 1 ", " equal "]


@pytest.mark.parametrize("form", ["topic", "provisions", "gaps", "whole"])
def test_codes_that_nobody_judged_say_so(form: str) -> None:
    assert "By topic only: nobody has judged Aland and Bland" in forms(held(LANDS, Crosswalks([])))[form]


def test_the_command_writes_nothing_but_markdown(peerethics) -> None:
    for words in (("gifts",), (), ("--differences",), ("--gaps",)):
        done = peerethics("compare", *words, "--markdown")
        assert (done.code, done.err) == (0, "")
        assert SILENCE in done.words
        assert re.match(r"#|\| In practice", done.out)
