"""Evidence is weighed as people mean it: keywords, stories and phrases each find the duty that they speak for."""

import pytest
from vocabularies import EXLAND, WHYLAND, duty, invented, searchable

from peerethics.search.evidence import Evidence, gather, words_for
from peerethics.search.index import Index
from peerethics.search.words import features, stem, tokens


def evidence(query: str, index: Index | None = None) -> Evidence:
    return gather(index or invented()[1], features(query), [stem(word) for word in tokens(query)])


def best(query: str, index: Index | None = None) -> str:
    """The duty that a query speaks for most."""
    scores = evidence(query, index).duties
    ranked = sorted(scores, key=lambda name: -scores[name])
    assert len(ranked) < 2 or scores[ranked[0]] > scores[ranked[1]], f"{query}: {scores}"
    return ranked[0]


def over(**words: list[str]) -> Index:
    """The index over duties that are nothing but some words."""
    return searchable([EXLAND], [duty(name, words=some) for name, some in words.items()])[1]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("canoe", "boats"),
        ("oars", "boats"),
        ("cake", "gifts"),
        ("flowers for me", "gifts"),
        ("gossip", "secrets"),
        ("napping", "rest"),
        ("rude", "kindness"),
        ("drowning", "flood"),
        ("name calling", "kindness"),
        ("home made", "gifts"),
    ],
)
def test_a_keyword_finds_its_duty(query, expected):
    assert best(query) == expected


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        ("On Friday he rowed my canoe over to the island, lost the oar, and brought me a cake to say sorry.", "boats"),
        ("She brought flowers and a birthday cake in wrapped paper after we had been out on the ferry.", "gifts"),
        ("My boss wants to know who was there on the ferry and what he told me in private.", "secrets"),
        ("I was tired and burned out at a secret party and I cannot sleep and work on.", "rest"),
    ],
)
def test_a_story_finds_the_duty_that_most_of_its_words_speak_for(story, expected):
    """Although it has words of other duties in it."""
    assert len(evidence(story).duties) > 1
    assert best(story) == expected


def test_a_phrase_that_stands_whole_beats_the_same_words_scattered_over_others():
    index = over(whole=["red boat"], scattered=["red coat", "old boat", "red hat", "boat house"])
    assert best("the red boat", index) == "whole"
    assert best("red boat", index) == "whole"


def test_a_phrase_counts_only_where_its_words_stand_together_and_in_order():
    index = over(one=["red boat"], other=["boat red"])
    assert best("a red boat", index) == "one"
    assert best("a boat red as blood", index) == "other"
    assert evidence("red old boat", index).phrases == {}


def test_the_phrase_that_is_all_that_was_asked_wins():
    index = over(short=["boat"], long=["boat race"])
    assert best("boat", index) == "short"
    assert best("boat race", index) == "long"
    assert best("the boat race", index) == "long"


def test_a_phrase_to_the_letter_counts_more_than_one_of_the_same_stems():
    index = over(one=["lend boat"], other=["boat racing"])
    exact, loose = evidence("lend boat racing", index), evidence("lend boats raced", index)
    assert exact.phrases.keys() == loose.phrases.keys() == {"one", "other"}


def test_a_word_that_few_duties_use_says_more_than_one_that_many_use():
    common = {f"other{number}": ["visit", f"thing{number}"] for number in range(6)}
    assert best("visit ferret", over(rare=["ferret"], **common)) == "rare"


def test_what_stands_in_no_phrase_is_evidence_for_the_texts_only():
    found = evidence("harbour")
    assert found.duties == {}
    assert list(found.texts) == ["xx-2"]
    assert found.known == {"harbour"}


@pytest.mark.parametrize("query", ["", "zzz", "zzz qqq"])
def test_no_evidence_gives_nothing(query):
    assert evidence(query)._replace(brief=0.0) == Evidence({}, {}, {}, frozenset())


def test_little_words_tell_two_duties_apart_that_share_all_others():
    """Who gives to whom is in words that carry no situation by themselves."""
    index = over(giving=["a boat for him", "mine for him"], taking=["a boat from him", "got it from him"])
    assert features("my boat for him") == features("my boat from him") == ["boat"]
    assert best("my boat for him", index) == "giving"
    assert best("my boat from him", index) == "taking"


def test_two_words_that_met_only_once_say_no_more_than_each_alone():
    index = over(once=["old boat", "house"], apart=["boat", "old house"])
    twice = over(twice=["old boat", "my old boat", "house"], apart=["boat", "old house", "old"])
    assert index.postings("old boat").duties.numbers == []
    assert [twice.duties[number] for number in twice.postings("old boat").duties.numbers] == ["twice"]


def test_strength_grows_with_what_was_said_and_not_with_how_many_words_were_asked():
    """A word that was said once, and of one duty alone, is about 1."""
    index = over(rare=["ferret"], other=["boat", "boat house", "boat race"], more=["canoe"])
    assert evidence("ferret", index).strength == pytest.approx(1.0, abs=0.25)
    assert evidence("boat", index).strength > 1.5
    assert evidence("ferret and some unknown things", index).strength == evidence("ferret", index).strength
    assert evidence("of the", index).strength == 0


def test_repeating_a_word_does_not_let_it_outweigh_all_others():
    assert best("canoe gossip, secret: told in private who was there") == "secrets"
    assert best("canoe " * 30 + "gossip, secret: told in private who was there") == "secrets"


def test_words_that_led_to_a_duty_come_with_the_most_telling_first():
    _, index = invented()
    asked = features("the present owner of an oar has a card")
    found = words_for(index, asked, ["boats", "gifts", "rest"])
    assert found["boats"][0] == "oar"
    assert set(found["boats"]) == {"oar", "present", "owner"}
    assert found["gifts"][0] == "card"
    assert found["rest"] == []


def test_evidence_comes_from_texts_of_all_codes():
    _, index = searchable([EXLAND, WHYLAND], [duty("gifts", words=["present"])])
    assert set(gather(index, ["gift"]).texts) == {"xx-1", "yy-1"}
