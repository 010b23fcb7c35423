"""Words as search sees them: cut out of any text, brought to one form, without those that carry no situation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerethics.search.words import STOP, features, speech, stem, tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lend BUS fare!", ["lend", "bus", "fare"]),
        ("don't", ["dont"]),
        ("don\u2019t can't", ["dont", "cant"]),
        ("co-worker", ["co", "worker", "coworker"]),
        ("mother-in-law", ["mother", "in", "law", "motherinlaw"]),
        ("-ish non- - --", ["ish", "non"]),
        ('[/foo] a*b "x" (y) c\\d', ["foo", "a", "b", "x", "y", "c", "d"]),
        ("42 CFR part 2, 24/7", ["42", "cfr", "part", "2", "24", "7"]),
        ("**personal** _use_", ["personal", "use"]),
        ("client's clients'", ["clients", "clients"]),
        ("Jos\u00e9's fianc\u00e9e, na\u00efve r\u00e9sum\u00e9", ["joses", "fiancee", "naive", "resume"]),
        ("\U0001f600 \u05e9\u05dc\u05d5\u05dd \u00bf?", []),
        ("", []),
        (" \t\n\x00\x1b[31m", ["31m"]),
    ],
    ids=lambda value: repr(value)[:24],
)
def test_a_text_is_cut_into_plain_words(text, expected):
    assert tokens(text) == expected


@pytest.mark.parametrize(
    "forms",
    [
        "lend lends lending lent",
        "plan plans planned planning",
        "gift gifts gifted gifting",
        "agency agencies agency's",
        "boss bosses boss's",
        "bias bias's",
        "confide confided confiding confides",
        "pay paid paying pays",
        "loan loans loaned loaning",
        "steal stole stolen stealing",
        "child children child's kids",
        "mom mother mama mom's",
        "cop cops police",
        "judgment judgement judgements",
        "organize organization organized",
        "drink drank drunk drinking",
        "try tries tried trying",
        "rate rates rated rating",
        "kiss kisses kissed kissing",
        "wife wives",
        "write wrote written writing",
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms):
    """What somebody types finds what somebody else wrote, whatever the number, tense or spelling."""
    stems = {form: stem(tokens(form)[-1]) for form in forms.split()}
    assert len(set(stems.values())) == 1, stems


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("bus", "but"),
        ("need", "nee"),
        ("ring", "r"),
        ("thing", "th"),
        ("sing", "s"),
        ("bed", "b"),
        ("class", "clas"),
        ("status", "statu"),
        ("crisis", "crisi"),
        ("call", "cal"),
        ("personal", "person"),
        ("user", "used"),
        ("informed", "information"),
    ],
)
def test_different_words_keep_different_stems(one, other):
    """An ending is only taken off where a word is left without it."""
    assert stem(one) != stem(other)


@pytest.mark.parametrize("word", ["ms", "13", "2024s", "a", "", "ied", "ing", "ses", "sss"])
def test_what_is_too_short_or_a_number_is_left_alone_or_at_least_not_emptied(word):
    assert bool(stem(word)) == bool(word)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("may I lend him the money", ["lend", "monei"]),
        ("The co-worker's phone", ["co", "worker", "coworker", "phon"]),
        ("what should I do if he does not want to eat", ["eat"]),
        ("can't go on", ["cant", "go", "on"]),
        ("No, NOT never", ["no", "not", "never"]),
        ("?", []),
    ],
)
def test_words_that_carry_no_situation_are_left_out_unless_there_are_no_others(text, expected):
    assert features(text) == expected


def test_stop_words_are_written_as_texts_are_cut():
    """A stop word with an apostrophe or a capital in it would never match."""
    assert [word for word in STOP if tokens(word) != [word]] == []


@pytest.mark.parametrize(
    "word", ["venmo", "drunk", "police", "suicide", "gun", "kill", "money", "sex", "abuse", "friend", "hug", "lie"]
)
def test_no_word_that_carries_a_situation_is_left_out(word):
    assert features(word) == [stem(word)]


@given(st.text())
def test_any_text_is_cut_into_words_that_cutting_leaves_as_they_are(text):
    """So a word taken out of a text is found again by itself; no text breaks it."""
    for word in tokens(text):
        assert tokens(word) == [word]
        assert stem(word)


@given(st.text(), st.text())
def test_words_do_not_depend_on_what_stands_beside_them(one, other):
    assert tokens(f"{one} \n {other}") == tokens(one) + tokens(other)


@given(st.from_regex(r"[a-z]{1,14}", fullmatch=True))
def test_upper_case_and_a_plural_of_a_known_kind_change_nothing(word):
    assert features(word.upper()) == features(word)
    if len(word) >= 4 and word[-1] in "bcdfgklmnprtv" and not word.endswith(("ed", "ing")):
        assert stem(word + "s") == stem(word)


def test_a_text_says_its_words_and_each_two_side_by_side():
    assert speech(["give", "him", "it"]) == ["give", "him", "it", "give him", "him it"]
    assert (speech(["give"]), speech([])) == (["give"], [])
