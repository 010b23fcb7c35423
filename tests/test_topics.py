"""The shipped vocabulary is whole: each provision answers to a duty, each duty has the words people use for it."""

import json
from collections import Counter

import pytest
from libraries import shipped
from vocabularies import shipped_duties, shipped_search, shipped_topics

from peerethics.library.places import shipped_data
from peerethics.search.words import features

FEWEST_WORDS, FEWEST_ASKS = 40, 15
DANGER = ("suicide", "kill himself", "overdosed", "child abuse", "beat her", "threatened to shoot")


def each_duty():
    return pytest.mark.parametrize("duty", shipped_duties(), ids=lambda duty: duty.id)


def test_there_are_about_twenty_topics_and_some_duties_in_each():
    assert 15 <= len(shipped_topics()) <= 25
    assert 60 <= len(shipped_duties()) <= 130
    assert [topic.id for topic in shipped_topics() if not topic.duties] == []


def test_every_provision_of_both_codes_answers_to_a_duty():
    """Stated or covered: what no duty leads to, no question in other words finds."""
    reached = {place.partition("/")[0] for duty in shipped_duties() for level in duty.levels()[:2] for place in level}
    provisions = [provision.id for code in shipped().codes for provision in code.provisions()]
    assert len(provisions) == 96
    assert [one for one in provisions if one not in reached] == []


def test_every_place_that_a_duty_points_to_exists_and_is_named_once():
    for duty in shipped_duties():
        places = [place for level in duty.levels() for place in level]
        assert [place for place in places if shipped().entry(place) is None] == [], duty.id
        assert len(places) == len({place.partition("/")[0] for place in places}), duty.id
        assert duty.states or duty.covers, f"{duty.id} is in neither code"


@each_duty()
def test_a_duty_has_a_label_a_question_and_the_words_of_people(duty):
    assert duty.label
    assert len(duty.label) <= 60
    assert duty.question.endswith("?")
    assert len(duty.words) >= FEWEST_WORDS
    assert len(duty.asks) >= FEWEST_ASKS
    assert all(len(phrase.split()) <= 12 for phrase in duty.words), "a whole question belongs to the asks"


@each_duty()
def test_no_phrase_of_a_duty_is_empty_or_stands_there_twice(duty):
    """A phrase of stop words only is never found, and one that stands there twice counts twice."""
    assert [phrase for phrase in (*duty.words, *duty.asks) if not features(phrase)] == []
    for phrases in (duty.words, duty.asks):
        assert [phrase for phrase, count in Counter(map(str.lower, phrases)).items() if count > 1] == []


def test_labels_and_ids_are_unique():
    for names in (
        [topic.id for topic in shipped_topics()],
        [topic.label for topic in shipped_topics()],
        [duty.id for duty in shipped_duties()],
        [duty.label for duty in shipped_duties()],
    ):
        assert [name for name, count in Counter(names).items() if count > 1] == []


def test_phrases_do_not_copy_the_codes():
    """The words are those that people use; a sentence of a code would only find what `--exact` finds anyway."""
    sentences = {text.text for code in shipped().codes for text in code.provisions()}
    assert not sentences & {phrase for duty in shipped_duties() for phrase in (*duty.words, *duty.asks)}


@pytest.mark.parametrize("words", DANGER)
def test_what_endangers_somebody_is_marked(words):
    vocabulary, index = shipped_search()
    from peerethics.search.answer import search

    answer = search(words, vocabulary, index)
    assert answer.danger
    assert answer.groups[0].duty.danger


def test_only_a_few_duties_are_marked_as_danger():
    """A warning that always stands there is read by nobody."""
    marked = [duty.id for duty in shipped_duties() if duty.danger]
    assert 2 <= len(marked) <= 12, marked


def test_all_topics_with_their_duties(peerethics):
    done = peerethics("topics")
    assert (done.code, done.err) == (0, "")
    for topic in shipped_topics():
        assert f"{topic.id}  {topic.label}" in done.out
    assert [duty.label for duty in shipped_duties() if duty.label not in done.words] == []


def test_one_topic_shows_each_duty_with_what_every_code_says(peerethics):
    (topic,) = [one for one in shipped_topics() if any(duty.id == "loans" for duty in one.duties)]
    done = peerethics("topics", topic.id)
    assert done.code == 0
    for duty in topic.duties:
        assert f"{duty.label}  ({duty.id})  {duty.question}" in done.words.replace(
            f"{duty.label} (", f"{duty.label}  ("
        ).replace(f") {duty.question}", f")  {duty.question}")
    assert "Mississippi 13 (core)" in done.out
    assert "Silence is not permission" in done.out


def test_one_duty_shows_only_itself_and_says_which_code_is_silent(peerethics):
    done = peerethics("topics", "loans")
    assert done.code == 0
    assert "Do not loan money" in done.words
    assert "Missouri: not named in the code. Nearest: " in done.words
    others = [
        duty.label for duty in shipped_duties() if duty.id != "loans" and f"{duty.label} ({duty.id})" in done.words
    ]
    assert others == []


def test_topics_as_json_hold_the_same(peerethics):
    topics = json.loads(peerethics("topics", "--json").out)
    assert [topic["id"] for topic in topics] == [topic.id for topic in shipped_topics()]
    (loans,) = json.loads(peerethics("topics", "loans", "--json").out)[0]["duties"]
    assert loans["codes"]["ms"] == {
        "states": ["ms-13"],
        "covers": [],
        "near": loans["codes"]["ms"]["near"],
        "silent": False,
    }
    assert loans["codes"]["mo"]["silent"] is True


@pytest.mark.parametrize(
    ("name", "hint"), [("lones", "Did you mean loans"), ("zzz", "All topics: peerethics topics"), ("gfits", "gifts")]
)
def test_an_unknown_topic_is_refused_with_the_nearest(peerethics, name, hint):
    done = peerethics("topics", name)
    assert (done.code, done.out) == (1, "")
    assert f"There is no topic '{name}'." in done.err
    assert hint in done.err


def test_the_file_says_whose_words_it_holds():
    head = (shipped_data() / "topics.yaml").read_text("utf-8")[:2000]
    assert "ours, not the codes'" in head
