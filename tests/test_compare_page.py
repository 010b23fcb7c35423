"""A comparison reads without colour: both texts whole, what only one has marked, silence never passed over."""

import re

import pytest
from lands import LANDS, changed, crosswalks_in, vocabulary_in
from libraries import EXLAND

from peerethics.citations.printed import citation
from peerethics.comparing.compare import Comparison, crosswalk_of, on_places, on_topic
from peerethics.library.crosswalks import Crosswalks
from peerethics.library.places import shipped_data
from peerethics.pages.layout import layout
from peerethics.text import without_emphasis
from peerethics.views import comparison as view
from peerethics.views.finding import SILENCE

SHIPPED = vocabulary_in(shipped_data())
WALKS = crosswalks_in(shipped_data())
WALK = crosswalk_of(SHIPPED, WALKS, *SHIPPED.library.codes)
DUTIES = [(topic, duty) for topic in SHIPPED.topics for duty in topic.duties]


def lines(one: Comparison) -> list[str]:
    """The page as it stands in a pipe."""
    return ["".join(span.text for span in line) for line in layout(view.page(one), None)]


def on_pair(source: str, target: str) -> Comparison:
    entries = [entry for entry in (SHIPPED.library.entry(source), SHIPPED.library.entry(target)) if entry]
    return on_places(entries, WALK, WALKS, SHIPPED.library)


ALL = on_places([e for p in WALK.pairs if (e := SHIPPED.library.entry(p.source))], WALK, WALKS, SHIPPED.library)
INNER = on_places([e for p in WALK.pairs if (e := SHIPPED.library.entry(p.target))], WALK, WALKS, SHIPPED.library)


def test_every_pair_shows_both_texts_whole_and_in_order_between_its_marks() -> None:
    """With the marks taken away, the lines below the citations are the two texts, word for word."""
    shown = lines(INNER)
    assert len(INNER.pairs) > 80
    for one in INNER.pairs:
        at = next(
            n for n, line in enumerate(shown)
            if line == citation(one.left) and shown[n + 2] == citation(one.right)
        )  # fmt: skip
        for entry, line, marks in ((one.left, shown[at + 1], r"\[-|-\]"), (one.right, shown[at + 3], r"\{\+|\+\}")):
            assert re.sub(marks, "", line).strip() == without_emphasis(entry.text)


def test_every_mark_that_is_opened_is_closed_before_the_next() -> None:
    marks = re.compile(r"\[-|-\]|\{\+|\+\}")
    for line in lines(INNER):
        found = marks.findall(line)
        assert found[::2] == [mark for mark in found[::2] if mark in ("[-", "{+")]
        assert [{"[-": "-]", "{+": "+}"}[mark] for mark in found[::2]] == found[1::2]


@pytest.mark.parametrize(
    ("source", "target", "left", "right"),
    [
        ("mo-13", "ms-13", "[-monetary-]", "{+loan money;"),
        ("mo-2", "ms-5", "own [-recovery-].", "own {+wellness+}."),
        ("mo-6", "ms-6", "[-their colleagues and those they serve-].", "{+openly+} share this knowledge"),
    ],
)
def test_what_only_one_of_them_has_is_marked_in_letters(source: str, target: str, left: str, right: str) -> None:
    shown = lines(on_pair(source, target))
    start = next(n for n, line in enumerate(shown) if line.startswith("Missouri "))
    assert left in shown[start + 1]
    assert right in shown[start + 3]


def test_the_workers_name_is_dimmed_and_never_marked() -> None:
    for page in (view.page(ALL), view.page(INNER)):
        spans = [span for line in layout(page, None) for span in line]
        assert {span.style for span in spans if span.text.startswith("MPSs will")} == {"quiet"}
        assert not [span for span in spans if re.match(r"(\[-|\{\+)(MPSs|DMH-credentialed individuals) ", span.text)]


def test_every_pair_tells_its_relation_in_words_how_sure_it_is_and_why() -> None:
    shown = lines(ALL)
    for one in ALL.pairs:
        told = next(line for line in shown if view.relation(one) in line)
        assert f"({one.pair.relation}; confidence {one.pair.confidence})" in told
        assert f"  Why:        {one.pair.rationale}" in shown


RELATIONS = {
    ("mo-11", "ms-2"): "Missouri 11 and Mississippi 2 (core) say the same",
    ("mo-9", "ms-10"): "Missouri 9 and Mississippi 10 (core) ask for the same in other words",
    ("mo-13", "ms-13"): "What Missouri 13 asks lies inside what Mississippi 13 (core) asks; Mississippi 13 (core) asks",
    ("mo-10", "ms-3"): "What Mississippi 3 (core) asks lies inside what Missouri 10 asks; Missouri 10 asks more",
    ("mo-12", "ms-9"): "Missouri 12 and Mississippi 9 (core), sentence 2 share a part",
    ("mo-13", "ms-16"): "Missouri 13 and Mississippi 16 (core) have not been judged against each other",
}  # fmt: skip


@pytest.mark.parametrize(("pair", "said"), RELATIONS.items(), ids=[" ".join(pair) for pair in RELATIONS])
def test_a_relation_is_told_the_right_way_round(pair: tuple[str, str], said: str) -> None:
    assert said in "\n".join(lines(on_pair(*pair)))


@pytest.mark.parametrize("duty", [duty.id for _, duty in DUTIES])
def test_a_code_that_does_not_name_a_duty_says_so_and_silence_is_told_not_to_be_permission(duty: str) -> None:
    topic, found = SHIPPED.topic_named(duty)
    one = on_topic(topic, [found or topic.duties[0]], WALK, SHIPPED)
    shown = "\n".join(lines(one))
    silent = {both[n].code.name for both in one.apart for n in (0, 1) if both[n].level == "silent"}
    for name in silent:
        assert f"{name}: not named in the code." in shown
    told = bool(one.apart or one.unmatched or [said for d in one.differences for _, said in d.says if said == "silent"])
    assert (SILENCE in shown) == told
    assert one.pairs or one.apart
    assert "Nothing is paired" not in shown


def test_many_duties_are_named_by_one_of_the_codes_only() -> None:
    """Lest the test above passes because nothing is ever silent."""
    pages = [on_topic(topic, [duty], WALK, SHIPPED) for topic, duty in DUTIES]
    assert sum("silent" in [side.level for both in page.apart for side in both] for page in pages) >= 20


def test_a_crosswalk_is_called_a_draft_until_somebody_has_reviewed_it() -> None:
    lands, walks = vocabulary_in(LANDS), crosswalks_in(LANDS)
    entries = [entry for entry in [lands.library.entry("aa-1")] if entry]
    reviewed = on_places(entries, walks.crosswalks[0], walks, lands.library)
    assert (WALK.status, walks.crosswalks[0].status) == ("draft", "complete")
    assert view.DRAFT in lines(on_pair("mo-13", "ms-13"))
    assert view.DRAFT not in lines(reviewed)


def test_a_whole_topic_names_each_duty_that_one_code_leaves_out() -> None:
    topic, _ = SHIPPED.topic_named("money")
    shown = lines(on_topic(topic, topic.duties, WALK, SHIPPED))
    assert shown[0] == topic.label
    assert "Loans" in shown
    assert "In practice" in shown


def test_a_pair_whose_text_changed_is_shown_as_suspect(tmp_path) -> None:
    folder = changed(tmp_path, ("codes/bb.yaml", "wait for its answer", "wait a week"))
    vocabulary, walks = vocabulary_in(folder), crosswalks_in(folder)
    walk = crosswalk_of(vocabulary, walks, *vocabulary.library.codes)
    entries = [entry for entry in (vocabulary.library.entry("aa-4"), vocabulary.library.entry("aa-1")) if entry]
    suspects = [
        line.strip() for line in lines(on_places(entries, walk, walks, vocabulary.library)) if "Suspect" in line
    ]
    assert suspects == ["Suspect:    the text of bb 4 has changed since this was judged."]


@pytest.mark.parametrize("words", ["presents", "write-nothing", "morning-song"])
def test_codes_that_nobody_judged_against_each_other_say_so_first(words: str) -> None:
    vocabulary = vocabulary_in(LANDS)
    walk = crosswalk_of(vocabulary, Crosswalks([]), *vocabulary.library.codes)
    topic, duty = vocabulary.topic_named(words)
    shown = lines(on_topic(topic, [duty] if duty else topic.duties, walk, vocabulary))
    assert shown[1].startswith("By topic only: nobody has judged Aland and Bland against each other.")
    assert shown[1].endswith("peerethics suggest aa bb")


def test_an_overview_and_a_list_of_gaps_that_nobody_judged_say_so_too() -> None:
    vocabulary = vocabulary_in(EXLAND)
    library = vocabulary_in(LANDS)
    walk = crosswalk_of(library, Crosswalks([]), *library.library.codes)
    for page in (view.overview(walk, library), view.gaps_page(walk, library.library)):
        assert "By topic only: nobody has judged" in "\n".join(
            "".join(span.text for span in line) for line in layout(page, None)
        )
    assert vocabulary.topics == []
