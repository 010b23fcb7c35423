"""An answer stands by duty, code by code; it says why, keeps silent on what nobody asked, and warns of danger first."""

import pytest
from vocabularies import DUTIES, EXLAND, WHYLAND, code, duty, invented, searchable, shipped_search

from peerethics.search.answer import Answer, code_answer, search
from peerethics.search.exact import search_exactly


def asked(query: str, **options: object) -> Answer:
    return search(query, *invented(), **options)


def ids(answer: Answer) -> list[str]:
    """The provisions that were found, whole, in rank order."""
    return [hit.entry.id.partition("/")[0] for hit in answer.hits]


def duties(answer: Answer) -> list[str]:
    return [group.duty.id for group in answer.groups]


def levels(answer: Answer) -> list[tuple[str, str, list[str]]]:
    """What each code says on the best duty."""
    return [(one.code.id, one.level, [entry.id for entry in one.entries]) for one in answer.groups[0].codes]


def test_both_codes_answer_a_duty_side_by_side():
    answer = asked("birthday cake")
    assert duties(answer) == ["gifts"]
    assert levels(answer) == [("xx", "states", ["xx-1"]), ("yy", "states", ["yy-1"])]
    assert ids(answer)[:2] == ["xx-1", "yy-1"]


def test_a_code_that_is_silent_says_so_and_gives_the_nearest_text():
    assert levels(asked("canoe")) == [("xx", "states", ["xx-5"]), ("yy", "silent", ["yy-1"])]


def test_a_code_that_is_silent_and_has_nothing_near_says_only_that():
    assert levels(asked("gossip"))[1] == ("yy", "silent", [])


def test_a_general_provision_covers_and_does_not_state():
    assert levels(asked("shouting"))[0] == ("xx", "covers", ["xx-4"])


def test_a_code_may_say_in_its_own_file_that_it_states_a_duty():
    rules = code("zz", "Boats stay in the boat house.", "No cake.", duties=[["boats"], ["gifts", "rest"]])
    vocabulary, index = searchable([EXLAND, rules], DUTIES)
    answer = search("canoe", vocabulary, index)
    assert levels(answer) == [("xx", "states", ["xx-5"]), ("zz", "states", ["zz-1"])]
    assert levels(search("nap", vocabulary, index))[1] == ("zz", "states", ["zz-2"])
    silent = code_answer(vocabulary, vocabulary.duties["flood"], rules)
    assert (silent.level, silent.entries) == ("silent", ())


@pytest.mark.parametrize(
    ("chosen", "shown", "found"),
    [
        ((), ["xx", "yy"], {"xx", "yy"}),
        (("xx",), ["xx"], {"xx"}),
        (("yy",), ["yy"], {"yy"}),
        (("xx", "yy"), None, None),
    ],
)
def test_only_the_codes_that_were_chosen_answer(chosen, shown, found):
    answer = asked("birthday cake", codes=chosen)
    assert [one.code.id for one in answer.groups[0].codes] == (shown or ["xx", "yy"])
    assert {hit.entry.code.id for hit in answer.hits} == (found or {"xx", "yy"})


def test_only_duties_of_the_chosen_topic_answer():
    query = "he told me about the cake and the canoe in private"
    assert set(duties(asked(query, topic="trust"))) <= {"secrets", "kindness"}
    assert set(duties(asked(query, topic="giving"))) <= {"gifts", "boats"}
    assert duties(asked(query, topic="boats")) == ["boats"], "a duty may be chosen as well"
    assert ids(asked("gossip", topic="giving")) == []
    assert all("secrets" in hit.duties for hit in asked("gossip", topic="trust").hits)


@pytest.mark.parametrize("limit", [1, 2, 3, 200])
def test_a_limit_cuts_the_list_and_leaves_its_order(limit):
    query = "birthday cake canoe gossip"
    assert len(asked(query, limit=200).hits) > 3
    assert ids(asked(query, limit=limit)) == ids(asked(query, limit=200))[:limit]
    assert len(asked(query, limit=limit).hits) <= limit


def test_no_provision_is_found_twice():
    found = ids(asked("birthday cake, canoe, gossip, nap and shouting at a flood", limit=200))
    assert len(found) == len(set(found))


def test_scores_fall_from_hit_to_hit():
    scores = [hit.score for hit in asked("birthday cake canoe gossip", limit=200).hits]
    assert scores == sorted(scores, reverse=True)
    assert min(scores) > 0


@pytest.mark.parametrize("query", ["drown", "the water is rising", "he says that he wants to drown"])
def test_a_danger_duty_sets_the_flag(query):
    answer = asked(query)
    assert answer.danger
    assert duties(answer)[0] == "flood"


@pytest.mark.parametrize("query", ["birthday cake", "canoe", "gossip", "nap"])
def test_other_duties_do_not(query):
    assert not asked(query).danger


def test_danger_does_not_depend_on_where_is_searched():
    """Who asks one code, one topic or the exact words is warned all the same."""
    assert asked("drown", codes=["xx"]).danger
    assert asked("drown", topic="giving").danger
    assert search_exactly("drown", invented()[0], (), 10, danger=True).danger


def test_a_danger_duty_comes_first_even_where_another_matches_better():
    answer = asked("who was there and told me in private: water is rising")
    scores = [group.score for group in answer.groups]
    assert duties(answer) == ["flood", "secrets"]
    assert scores[0] < scores[1]
    assert answer.danger


def test_one_word_of_danger_sets_the_flag_whatever_else_is_asked():
    assert asked("gossip, secret, told me in private: flood").danger
    assert not asked("gossip, secret, told me in private: cake").danger


def test_the_sentence_that_answers_is_chosen():
    """The one with most of the query's words, where the duty itself points to none."""
    assert [hit.entry.id for hit in asked("call the watch flood").hits][:1] == ["yy-2/s2"]
    assert [hit.entry.id for hit in asked("stay calm flood drown").hits][:1] == ["yy-2/s1"]
    assert asked("drown").hits[0].entry.id == "yy-2", "and the whole where no sentence has any"


def test_a_duty_that_points_to_a_sentence_gives_that_sentence():
    (first, *_) = asked("gossip").hits
    assert first.entry.id == "xx-2/s1"
    assert first.entry.text == "Keep what you hear to yourself."


@pytest.mark.parametrize(
    ("query", "reasons"),
    [
        ("canoe", ("canoe",)),
        ("Canoes!", ("canoes",)),
        ("may I keep a birthday cake", ("birthday cake",)),
        ("rowing gossip", None),
        ("gosip about the canoo", None),
    ],
)
def test_reasons_name_words_that_were_typed(query, reasons):
    """Corrected where they were misspelt; never a word of the vocabulary that nobody typed."""
    answer = asked(query)
    if reasons:
        assert answer.groups[0].by == reasons
    assert answer.hits
    for by in (*(hit.by for hit in answer.hits), *(group.by for group in answer.groups)):
        assert {word for reason in by for word in reason.split()} <= set(answer.query.typed)


def test_each_hit_names_the_duties_that_led_to_it_the_best_first():
    answer = asked("canoe on the ferry")
    found = {hit.entry.id: hit.duties for hit in answer.hits}
    assert found["xx-5"] == ("boats",)
    assert found["yy-1"][0] == "boats", "near to boats; that it states the duty of gifts nobody asked"


@pytest.mark.parametrize(
    "query",
    ["", " ", "zzz qqq", "!?", "\U0001f600", "xylophone quarterback", "x" * 5000, "\x00\x07", "9999"],
)
def test_nonsense_finds_nothing(query):
    answer = asked(query)
    assert answer[1:] == ((), (), False)


@pytest.mark.parametrize("query", ["the of and", "is it", "what about that", "and then"])
def test_words_that_stand_in_every_question_answer_none(query):
    assert search(query, *shipped_search())[1:] == ((), (), False)


@pytest.mark.parametrize(
    "query",
    ["best pizza in chicago", "python list comprehension", "weather tomorrow", "how tall is the eiffel tower",
     "banana bread recipe", "mount everest height", "nearest star to earth",
     "guitar chords for beginners", "who wrote hamlet", "pizza dough recipe", "how do i bake bread"],
)  # fmt: skip
def test_what_has_nothing_to_do_with_the_work_finds_nothing(query):
    """Although people have told stories with bread, weather and a guitar in them."""
    answer = search(query, *shipped_search())
    assert answer.hits == answer.groups == ()
    assert not answer.danger, "nor is anybody in danger"


def test_one_known_word_in_a_heap_of_unknown_ones_is_no_answer():
    assert asked("quantum chromodynamics canoe lattice renormalization zyx").hits == ()


def test_a_word_that_only_the_codes_use_finds_its_provision():
    """No duty has it; the text itself does."""
    answer = asked("harbour")
    assert [hit.entry.id for hit in answer.hits] == ["xx-2/s2"]
    assert answer.hits[0].duties == ()
    assert answer.groups == ()
    assert asked("harbour", codes=["yy"]).hits == ()
    assert asked("harbour", topic="trust").hits == (), "a topic is asked for its duties"


def test_with_many_codes_all_answer():
    """What is said of one code does not depend on how many others are held."""
    others = [code(f"z{number}", "No boats. No canoe here.", duties=[["boats"]]) for number in range(60)]
    vocabulary, index = searchable([EXLAND, WHYLAND, *others], DUTIES)
    answer = search("canoe", vocabulary, index, limit=200)
    assert levels(answer)[:2] == [("xx", "states", ["xx-5"]), ("yy", "silent", ["yy-1"])]
    assert len(levels(answer)) == 62
    assert {level for name, level, _ in levels(answer) if name.startswith("z")} == {"states"}
    assert levels(answer)[2] == ("z0", "states", ["z0-1/s2"])
    assert [duty_answer.level for duty_answer in answer.groups[0].codes] == [
        code_answer(vocabulary, vocabulary.duties["boats"], one).level for one in vocabulary.library.codes
    ]


def test_a_duty_without_any_provision_still_answers_that_all_codes_are_silent():
    vocabulary, index = searchable([EXLAND], [*DUTIES, duty("hats", words=["bowler"])])
    answer = search("bowler", vocabulary, index)
    assert [(one.code.id, one.level) for one in answer.groups[0].codes] == [("xx", "silent")]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("gift", ["yy-1", "xx-1"]),
        ("cup of tea", ["xx-1"]),
        ("worth gift", ["xx-1"]),
        ("canoe", []),
        ("gift canoe", []),
        ("", []),
        ("?", []),
        ("boats", ["xx-5"]),
    ],
)
def test_an_exact_search_knows_only_the_words_of_the_codes_and_wants_all_of_them(query, expected):
    assert ids(search_exactly(query, invented()[0], (), 10, danger=False)) == expected


def test_an_exact_search_puts_words_in_their_order_first_and_keeps_to_limit_and_codes():
    vocabulary, _ = invented()
    both = searchable([code("aa", "A well of joy and of woe.", "Of joy well told and much more.")], ())[0]
    assert ids(search_exactly("joy well", both, (), 10, danger=False)) == ["aa-2", "aa-1"]
    assert ids(search_exactly("gift", vocabulary, (), 1, danger=False)) == ["yy-1"]
    assert ids(search_exactly("gift", vocabulary, ["xx"], 10, danger=False)) == ["xx-1"]
