"""Scores of duties spread to provisions: what states before what covers, and several readings before one twice."""

from peerethics.search.rank import Weights, spread_scores

PLAIN = Weights(varied=0)  # every place by score alone
LINKS = {"one": (["a", "b"], ["c"], ["d"]), "other": (["e"], [], ["a"])}


def test_scores_spread_to_those_that_state_before_those_that_cover_before_those_that_are_near():
    ranked = spread_scores({"one": 1.0}, LINKS, {}, weights=PLAIN)
    assert [name for name, _ in ranked] in (["a", "b", "c", "d"], ["a", "c", "b", "d"])
    scores = dict(ranked)
    assert scores["a"] > scores["c"] > scores["d"] > 0
    assert scores["a"] > scores["b"], "and the closest of one level first"


MEANINGS = {"first": (["a", "b", "c"], [], []), "second": (["x", "y"], [], []), "third": (["z"], [], [])}


def test_a_word_with_several_meanings_gets_an_answer_to_each_before_a_second_one_to_any():
    ranked = [name for name, _ in spread_scores({"first": 1.0, "second": 0.9, "third": 0.8}, MEANINGS, {}, brief=1.0)]
    assert ranked[:3] == ["a", "x", "z"]
    assert ranked[3:] == ["b", "c", "y"], "after that, the scores alone decide"


def test_a_meaning_far_behind_does_not_push_a_good_answer_away():
    ranked = [name for name, _ in spread_scores({"first": 1.0, "second": 0.4}, MEANINGS, {}, brief=1.0)]
    assert ranked[:2] == ["a", "b"]


def test_scores_never_rise_down_the_list_and_nothing_is_lost_or_doubled():
    ranked = spread_scores({"first": 1.0, "second": 0.9, "third": 0.8}, MEANINGS, {"q": 3.0}, brief=0.5)
    assert [score for _, score in ranked] == sorted((score for _, score in ranked), reverse=True)
    assert sorted(name for name, _ in ranked) == ["a", "b", "c", "q", "x", "y", "z"]


def test_the_stronger_duty_hands_on_more_and_a_provision_of_two_adds_up():
    scores = dict(spread_scores({"one": 1.0, "other": 0.9}, LINKS, {}))
    alone = dict(spread_scores({"one": 1.0}, LINKS, {}))
    assert scores["a"] > scores["e"] > 0
    assert scores["a"] > alone["a"]


def test_a_duty_far_behind_the_best_hands_on_far_less_than_its_share():
    scores = dict(spread_scores({"one": 1.0, "other": 0.5}, LINKS, {}))
    assert scores["e"] < 0.25 * scores["a"]


def test_own_words_lift_a_provision_but_not_over_the_one_that_states_the_duty():
    scores = dict(spread_scores({"one": 1.0}, LINKS, {"z": 9.0, "d": 9.0, "b": 0.1}, weights=PLAIN))
    plain = dict(spread_scores({"one": 1.0}, LINKS, {}, weights=PLAIN))
    assert 0 < scores["z"] < scores["a"]
    assert scores["d"] > plain["d"]
    assert scores["d"] < scores["a"]


def test_own_words_alone_are_ranked_too():
    assert [name for name, _ in spread_scores({}, {}, {"a": 1.0, "b": 2.0})] == ["b", "a"]
    assert spread_scores({}, {}, {}) == []


def test_equal_scores_come_in_the_order_of_their_ids():
    """So that the same question has the same answer on every machine."""
    links = {"one": (["q"], [], []), "other": (["p"], [], [])}
    assert [name for name, _ in spread_scores({"one": 1.0, "other": 1.0}, links, {})] == ["p", "q"]


def test_a_sentence_of_a_long_list_never_falls_to_nothing():
    many = [f"p{number:02}" for number in range(60)]
    ranked = spread_scores({"one": 1.0}, {"one": (many, [], [])}, {})
    assert [name for name, _ in ranked][:3] == many[:3]
    assert min(score for _, score in ranked) > 0
