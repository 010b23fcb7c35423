"""What stands on the papers: every word as it is, however hostile, and everything that a trainer needs."""

import re
from pathlib import Path

import papers
import pytest
import scenarios
from lands import HOSTILE
from papers import FORMATS, bare, file_of, text_of

from peerethics.handouts.common import STEPS
from peerethics.handouts.facilitator import facilitator
from peerethics.handouts.key import key
from peerethics.handouts.sheet import CARE, sheet
from peerethics.scenario import Roles
from peerethics.text import without_emphasis
from peerethics.views.feedback import SILENT
from peerethics.views.finding import DANGER

GOLDEN = Path(__file__).parent / "golden"
TYPST = '#[x] #{1+1} $x^2$ @ref <label> // no /* no */ \\u{41} = h \\ "q" ~ -- --- ... #panic("no") `raw`'
ODD = {
    "markup": HOSTILE,
    "typst": TYPST,
    "other scripts": "\u05e9\u05dc\u05d5\u05dd, caf\u00e9 \u2013 \u201cso\u201d",
    "long": "word and word " * 215 + "end",
    "one endless word": "w" * 3000,
    "a list, a heading": "- one # two 1. three > four | five",
    "entities": "&lt;b&gt; &amp; &#65; \\a \\22 content: 'x'; } </style>",
}


def odd(text: str):
    """A scenario whose every word is this text."""
    one = scenarios.read()
    options = tuple(
        option._replace(
            text=f"{number} {text}",
            misconception=text,
            rationale=dict.fromkeys(option.rationale, text),
        )
        for number, option in enumerate(one.options)
    )
    return one._replace(
        title=text, setting=text, stem=text, prompt=text, options=options, beyond_code=text, discussion=(text,),
        compare=one.compare._replace(note=text), roles=Roles(text, text),
    )  # fmt: skip


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("large", [False, True])
def test_odd_words_are_shown_as_they_are(ending, name, large):
    handed = papers.hand([odd(ODD[name])], scenarios.library(), large=large)
    times = {"sheet": 8, "key": 12, "facilitator": 8}  # where the scenario's words stand in each
    made = {"sheet": sheet(handed, roles=True), "key": key(handed), "facilitator": facilitator([handed])}
    for what, document in made.items():
        raw = file_of(document, ending)
        words = bare(text_of(raw, ending))
        for line in document.page_footer if ending == ".pdf" else ():  # it stands in the middle of a long text
            words = re.sub(rf"{re.escape(bare(line))}(\d+/\d+)?", "", words)
        assert words.count(bare(ODD[name])) >= times[what], what
        if ending == ".html":
            assert b"<script" not in raw.lower()
            assert raw.count(b"</style>") == 1


@pytest.mark.parametrize("ending", FORMATS)
def test_control_characters_become_question_marks(ending):
    """None of them can stand in XML, and an override would turn the words around it."""
    one = scenarios.read()._replace(stem="a\x00b\x1b[2Jc\u202ed\ue000 e\ufffff\tg")
    text = text_of(file_of(sheet(papers.hand([one], scenarios.library())), ending), ending)
    assert bare("a?b?[2Jc?d") in bare(text)
    assert bare("e?f g") in bare(text)


@pytest.mark.parametrize("ending", FORMATS)
def test_a_seed_of_any_words_stands_at_the_foot_of_the_page(ending):
    handed = papers.hand([scenarios.read()], scenarios.library())._replace(seed='a"b\\c</style>#x')
    assert bare('Seed a"b\\c</style>#x') in bare(text_of(file_of(sheet(handed), ending), ending))


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("large", [False, True])
def test_every_paper_says_where_it_comes_from_and_what_it_is_not(ending, large):
    handed = papers.hand([scenarios.read()], scenarios.library(), "B", large)
    for document in (sheet(handed), key(handed), facilitator([handed])):
        text = bare(text_of(file_of(document, ending), ending))
        for said in ("Seed s", "1 bruise-at-the-well", "Study aid: not law, not an exam, not a certificate.", "dition"):
            assert bare(said) in text, said
        assert bare("Version B") in text or bare("version B") in text
        assert (bare("not yet reviewed") in text) == (document.title != sheet(handed).title)


def test_content_notes_are_announced_and_help_is_named():
    handed = papers.hand([scenarios.read()], scenarios.library())
    paper = text_of(file_of(sheet(handed), ".md"), ".md")
    assert "Content note: abuse. You may pass." in paper
    assert CARE in paper
    trainer = text_of(file_of(facilitator([handed]), ".md"), ".md")
    assert "Announce first: item 1 (abuse)." in trainer
    assert DANGER in trainer
    assert "| | The session | 1 | 3 | 5 | 3 | 12 | 0-12 |" in " ".join(trainer.split())
    calm = papers.hand([scenarios.read()._replace(content_notes=())], scenarios.library())
    assert CARE not in text_of(file_of(sheet(calm), ".md"), ".md")
    assert DANGER not in text_of(file_of(facilitator([calm]), ".md"), ".md")


def test_a_code_that_is_silent_is_said_to_be_and_that_this_is_no_permission():
    every, library = papers.shipped()
    one = next(one for one in every if one.silent("mo"))
    text = text_of(file_of(key(papers.hand([one], library)), ".md"), ".md")
    assert f"Missouri {SILENT}" in text
    assert f"Mississippi {SILENT}" not in text
    assert without_emphasis(library.entry(one.cite["ms"].key[0]).text) in text


def test_steps_and_cards_come_only_when_wanted():
    handed = papers.hand([scenarios.read()], scenarios.library())
    bald, full = (text_of(file_of(sheet(handed, roles=w, steps=w), ".md"), ".md") for w in (False, True))
    person = scenarios.read().roles.person
    assert all(step in full and step not in bald for step in STEPS)
    assert person in full
    assert person not in bald


def test_the_reviewer_of_a_key_is_named_and_no_draft_is_mentioned():
    one = scenarios.read()._replace(status="reviewed")
    text = text_of(file_of(key(papers.hand([one], scenarios.library())), ".md"), ".md")
    assert "Key reviewed by B. Reader, council clerk." in text
    assert "not yet reviewed" not in text


@pytest.mark.parametrize("what", ["sheet", "key", "facilitator"])
def test_markdown_is_what_it_was(what):
    """To change it on purpose: delete the file in tests/golden, run this, and look at what it wrote."""
    handed = papers.hand([scenarios.read()], scenarios.library(), "A")
    made = {"sheet": sheet(handed, roles=True, steps=True), "key": key(handed), "facilitator": facilitator([handed])}
    raw = file_of(made[what], ".md")
    file = GOLDEN / f"handout-{what}.md"
    if not file.exists():
        file.write_bytes(raw)
        pytest.fail(f"{file.name} was not there and is written now")
    assert raw.decode("utf-8") == file.read_text("utf-8")
