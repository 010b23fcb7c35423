"""No key ever stands on a participants' sheet: looked for in the finished files of every format."""

import re

import papers
import pytest
from papers import FORMATS, bare, everything_in, file_of, text_of

from peerethics.handouts.document import Document
from peerethics.handouts.facilitator import facilitator
from peerethics.handouts.key import key
from peerethics.handouts.sheet import sheet
from peerethics.quizzing.tally import keyed
from peerethics.scenario import Cite, Scenario
from peerethics.text import without_emphasis
from peerethics.views.feedback import RATINGS

CITED = re.compile(r"(Missouri|Mississippi) ?[0-9IVX]+\b")


@pytest.fixture(scope="module")
def shipped():
    return papers.shipped()


def hidden(one: Scenario) -> list[str]:
    """Everything of a scenario that belongs to its key."""
    rest = [one.title, one.hint, one.compare.note, one.beyond_code, *one.discussion]
    for option in one.options:
        rest += [option.misconception, *option.rationale.values()]
    return [text for text in rest if text]


def shown(one: Scenario) -> str:
    """Everything of a scenario that may stand on a sheet; a title can be words of the story."""
    options = " ".join(option.text for option in one.options)
    return bare(" ".join([one.setting, one.stem, one.prompt, options, one.roles.person, one.roles.specialist]))


def sheets(scenarios, library) -> dict[str, Document]:
    """The sheet in every dress in which it is handed out."""
    return {
        "plain": sheet(papers.hand(scenarios, library)),
        "version B, everything": sheet(papers.hand(scenarios, library, "B"), roles=True, steps=True),
        "large": sheet(papers.hand(scenarios, library, large=True)),
    }


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("dress", ["plain", "version B, everything", "large"])
def test_no_sheet_of_any_shipped_scenario_says_anything_of_its_key(ending, dress, shipped):
    scenarios, library = shipped
    text = text_of(file_of(sheets(scenarios, library)[dress], ending), ending)
    squeezed = bare(text)
    leaks = [
        (one.id, piece)
        for one in scenarios
        for piece in hidden(one)
        if bare(piece) in squeezed and bare(piece) not in shown(one)
    ]
    assert leaks == []
    assert not [words for words in RATINGS.values() if bare(words) in squeezed]
    assert not CITED.findall(text)
    assert "silence" not in text.casefold()


@pytest.mark.parametrize("ending", FORMATS)
def test_what_is_looked_for_is_found_where_it_belongs(ending, shipped):
    """The searches above see through each format: in key and facilitator's sheet they find everything."""
    scenarios, library = shipped
    handed = papers.hand(scenarios, library)
    both = "".join(bare(text_of(file_of(made, ending), ending)) for made in (key(handed), facilitator([handed])))
    missing = [
        (one.id, piece) for one in scenarios for piece in hidden(one) if piece != one.hint and bare(piece) not in both
    ]
    assert missing == []
    words = [
        bare(without_emphasis(library.entry(place).text))
        for one in scenarios
        for code in ("mo", "ms")
        for place in keyed(one, code)
    ]
    assert [text for text in words if text not in both] == []
    assert CITED.findall(both)
    for rating in {option.rating[code] for one in scenarios for option in one.options for code in option.rating}:
        assert bare(RATINGS[rating]) in both


def with_canaries(one: Scenario) -> Scenario:
    """The scenario with a word of ours in everything that belongs to its key, ids of options included."""
    options = tuple(
        option._replace(
            id=f"canary-option-{number}",
            misconception=f"canary misconception {number}",
            rationale={code: f"canary reason {code} {number}" for code in option.rationale},
            cites={code: (Cite(f"canary-{code}-{number}", "explicit"),) for code in option.cites},
            short="canary short",
        )
        for number, option in enumerate(one.options)
    )
    return one._replace(
        options=options,
        title="canary title",
        short_prompt="canary short prompt",
        hint="canary hint",
        compare=one.compare._replace(note="canary note", differences=("canary-difference",)),
        cite={code: held._replace(distractors=("canary-distractor",)) for code, held in one.cite.items()},
        beyond_code="canary beyond",
        discussion=("canary discussion",),
        author="canary author",
        topics=("canary-topic",),
    )


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("large", [False, True])
def test_not_even_a_program_finds_the_key_in_the_file_of_a_sheet(ending, large, shipped):
    """Not in attributes, names, comments or what the file says of itself."""
    scenarios, library = shipped
    handed = papers.hand([with_canaries(one) for one in scenarios[:5]], library, large=large)
    assert "canary" not in everything_in(file_of(sheet(handed, roles=True, steps=True), ending), ending)
    assert "canary reason mo 0" in " ".join(everything_in(file_of(key(handed), ending), ending).split())


@pytest.mark.parametrize("ending", FORMATS)
def test_the_questions_to_talk_about_come_only_when_wanted_and_on_a_page_of_their_own(ending, shipped):
    """They take the key for granted ("What do you say while you hand the money back?")."""
    scenarios, library = shipped
    handed = papers.hand(scenarios[:3], library)
    text = text_of(file_of(sheet(handed, talk=True), ending), ending)
    before, _, after = text.partition("To talk about, after the key was shown")
    for one in scenarios[:3]:
        assert all(bare(question) in bare(after) and bare(question) not in bare(before) for question in one.discussion)
    if ending == ".pdf":
        assert "\f" in before[-1:]
