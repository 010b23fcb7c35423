"""Every rule for the wording of a scenario has one that breaks it and one that only looks as if it did."""

from collections.abc import Callable

import pytest
from scenarios import findings, read, with_option

from peerethics.checking import item_rules
from peerethics.scenario import Scenario

Change = Callable[[Scenario], Scenario]
EVENING = "You walk home from the well in the evening"  # how the stem begins


def texts(**by_option: str) -> Change:
    """Other words for some options."""

    def change(one: Scenario) -> Scenario:
        for name, text in by_option.items():
            one = with_option(one, name, text=text)
        return one

    return change


def put(**fields: object) -> Change:
    return lambda one: one._replace(**fields)


def stem(old: str, new: str) -> Change:
    def change(one: Scenario) -> Scenario:
        assert old in one.stem
        return one._replace(stem=one.stem.replace(old, new))

    return change


def options(count: int) -> Change:
    """As many options, of which the first three are those that were there."""

    def change(one: Scenario) -> Scenario:
        more = [
            one.options[2]._replace(id=f"more{n}", text=f"{start} and see who else will help you there.")
            for n, start in enumerate(("Run back to the fields", "Knock at a friendly door"))
        ]
        return one._replace(options=(*one.options, *more)[:count], panel={})

    return change


def short(option: str, length: int) -> Change:
    return lambda one: with_option(one, option, short="a" * length)


def label(word: str, where: str = "stem") -> list[str]:
    return [f"warning L1 {where}: {word!r} labels a person"]


HUB = texts(
    walk="Walk with her to the council now.",
    letter="Walk with her to a friend's farm.",
    uncle="Write to the council now.",
)
WALKS, LONG_WORDS = "You walk home. ", "You consider organizational responsibilities. "
VAGUE = "Write the council a letter at home and {} send it in the morning."
F1 = ["error F1 option uncle: option uncle speaks of other options"]

BROKEN: dict[str, tuple[Change, list[str]]] = {
    "K2: two options": (
        options(2),
        ["error K3 options: no option is rated 0 or 1 for bb", "warning K2 options: there are 2 options"],
    ),
    "K2: five options": (options(5), ["warning K2 options: there are 5 options"]),
    "R8: a wrong option without its idea": (
        lambda one: with_option(one, "letter", misconception=""),
        ["warning R8 option letter: option letter names no misconception"],
    ),
    "R8: best for one code only": (
        lambda one: with_option(one, "walk", rating={"bb": 2}),
        ["error K1 options: no options are rated 3 for bb",
         "warning R8 option walk: option walk names no misconception"],
    ),
    "S1: a negative": (
        put(prompt="What should you not do?"), ["warning S1 prompt: the prompt asks by a negative"],
    ),
    "S1: a short negative": (
        put(prompt="What is best if you can't stay?"), ["warning S1 prompt: the prompt asks by a negative"],
    ),
    "S2: needs the options": (
        put(prompt="Which of the following is true of what you should do?"),
        ["warning S2 prompt: the prompt cannot be answered without the options"],
    ),
    "S3: no question": (put(prompt="Say what you should do."), ["warning S3 prompt: the prompt is no question"]),
    "S4: would": (
        put(prompt="What would you do at best?"), ["warning S4 prompt: the prompt does not ask what is right"],
    ),
    "S4: neither should nor best": (
        put(prompt="What now?"), ["warning S4 prompt: the prompt does not ask what is right"],
    ),
    "S5: a stem of 14 words": (
        put(stem="You walk home from the well. A girl shows you a bruise there now."),
        ["error S5 stem: the stem has 14 words"],
    ),
    "S5: a stem of 121 words": (put(stem="You go. " * 60 + "Go."), ["error S5 stem: the stem has 121 words"]),
    "S5: hard to read": (
        put(stem=WALKS * 4 + LONG_WORDS * 6), ["warning S5 stem: stem and options read at grade 10.5"],
    ),
    "S8: tells of somebody": (
        put(stem="Ann walks home from the well. A girl whom she helps shows a bruise on her arm. It is late."),
        ["warning S8 stem: the stem does not speak to the reader"],
    ),
    "S8: only somebody in it says you": (
        put(stem='Ann walks home from the well. A girl shows her a bruise. "Will you help?" she asks. It is late.'),
        ["warning S8 stem: the stem does not speak to the reader"],
    ),
    "C1: the key is the longest": (
        texts(walk="Walk to the council with her and say what you saw and that it must not wait till she is in."),
        ["warning C1 option walk: the key has 21 words, the others 12"],
    ),
    "C2: one option is twice as long": (
        texts(uncle="Ask her uncle first."), ["warning C2 options: options run from 4 to 13 words"],
    ),
    "C3: a word of the stem in the key alone": (
        texts(walk="Walk with her this evening and say what you saw there.",
              letter="Write a letter at home and send it in a day or two.",
              uncle="Go to the man and ask him about this in private."),
        ["warning C3 option walk: the key alone repeats 'evening' from the stem"],
    ),
    "C4: absolute distractors": (
        texts(letter="Never go there, but write a letter at home and send it.",
              uncle="Always go to her uncle and ask him about the bruise."),
        ["warning C4 option walk: distractors are absolute, and the key is not"],
    ),
    "C5: the key is in the middle": (HUB, ["warning C5 option walk: the key shares most words with the others"]),
    "C6: different last marks": (
        texts(uncle="Go to her uncle and ask him about the bruise in private"),
        ["warning C6 options: the options end in different marks"],
    ),
    "C6: a small letter": (
        texts(uncle="go to her uncle and ask him about the bruise in private."),
        ["warning C6 options: the options begin with and without a capital"],
    ),
    "C6: doing": (
        texts(uncle="Asking her uncle about the bruise when nobody is near."),
        ["warning C6 options: the options mix 'do' and 'doing'"],
    ),
    "C7: runs on": (
        put(prompt="You should take the"),
        ["warning S3 prompt: the prompt is no question", "warning C7 prompt: the prompt runs on into the options"],
    ),
    "C7: a colon": (
        put(prompt="It is best to:"),
        ["warning S3 prompt: the prompt is no question", "warning C7 prompt: the prompt runs on into the options"],
    ),
    "C8: one contains the other": (
        texts(uncle="Write the council a letter at home and send it, and tell nobody else about it in the morning."),
        ["warning C8 option uncle: one of letter and uncle contains the other"],
    ),
    "C8: a thing and not the thing": (
        texts(letter="Ask her uncle.", uncle="Say that you will not ask her uncle.", walk="Walk there with her now."),
        ["warning C8 option uncle: one of letter and uncle contains the other",
         "warning C2 options: options run from 3 to 8 words"],
    ),
    "F1: all of the above": (texts(uncle="All of the above, and in the order in which they stand."), F1),
    "F1: none of these": (texts(uncle="Stay where you are and wait, for she needs none of these."), F1),
    "F1: both by letter": (texts(uncle="Both A and B, one after the other and before it is nine."), F1),
    "F1: letters alone": (texts(uncle="A and C, one after the other and before it is nine."), F1),
    "F1: an option by letter": (texts(uncle="Begin as in Option B, and then go and see her uncle."), F1),
    "F2: often": (
        texts(letter=VAGUE.format("sometimes")), ["warning F2 option letter: 'sometimes' is vague"],
    ),
    "F3: the same but for a mark": (
        texts(uncle="Write the council a letter at home, and send it in the morning."),
        ["error F3 option uncle: options letter and uncle are the same"],
    ),
    "F3: nearly the same": (
        texts(uncle="Write the council a letter at home and send it in the evening."),
        ["warning F3 option uncle: options letter and uncle are nearly the same"],
    ),
    "F3: one id for two": (
        lambda one: with_option(one, "uncle", id="letter")._replace(panel={}),
        ["error F3 option letter: two options have the id 'letter'"],
    ),
    "L1: in the stem": (stem("A girl", "A client"), label("client")),
    "L1: in an option": (
        texts(uncle="Go to the addict and ask him about the bruise in private."), label("addict", "option uncle"),
    ),
    "L1: in a rationale": (
        lambda one: with_option(one, "walk", rationale={"aa": "Your patient needs you."}),
        label("Your patient", "option walk"),
    ),
    "L1: on the projector": (
        lambda one: with_option(one, "walk", short="Walk with the client"), label("client", "option walk"),
    ),
    "L1: in the title": (put(title="The client at the well"), label("client", "title")),
    "L1: in the hint": (put(hint="What do clients want?"), label("clients", "hint")),
    "L1: in the class": (put(discussion=("Does she suffer from it?",)), label("suffer from", "discussion")),
    "X1: a short prompt of 121 characters": (
        put(short_prompt="a" * 121), ["error X1 short_prompt: `short_prompt` has 121 characters"],
    ),
    "X1: a short option of 76 characters": (
        short("walk", 76), ["error X1 option walk: `short` of option walk has 76 characters"],
    ),
    "X2: initials first": (
        stem(EVENING, "T. J. walks home from the well with you"),
        ["warning X2 stem: the text begins like an option's letter: 'T. J. walks '"],
    ),
    "X2: a letter first": (
        texts(uncle="A) Go to her uncle and ask him about the bruise in private."),
        ["warning X2 option uncle: the text begins like an option's letter: 'A) Go to her'"],
    ),
}  # fmt: skip

KEPT: dict[str, Change] = {
    "K2: four options": options(4),
    "R8: the best option has none": lambda one: with_option(one, "walk", misconception=""),
    "S1: NOT in capitals": put(prompt="What should you NOT do?"),
    "S1: nothing is no negative": put(prompt="Nothing is known; what should you do?"),
    "S2: which is best": put(prompt="Which of these is best?"),
    "S3: somebody's question": put(prompt='What is best to say to "Will you tell?"'),
    "S4: best, in capitals": put(prompt="What is the BEST thing to do?"),
    "S5: a stem of 15 words": put(stem="You walk home from the well. A girl there shows you a bruise there now."),
    "S5: a stem of 120 words": put(stem="You go. " * 60),
    "S5: a few long words": put(stem=WALKS * 5 + LONG_WORDS * 5),
    "S8: your": put(stem="A girl walks home from the well. A bruise is on her arm. This is your friend's daughter."),
    "C1: longer by one word": texts(walk="Walk to the council with her and say what you saw and heard there now."),
    "C2: twice as long is not more": texts(
        uncle="Ask her uncle about it.", letter="Write to the council and send it to them today.",
        walk="Walk to the council now."
    ),
    "C3: in a distractor as well": texts(walk="Walk to the council with her this evening, and say what you saw."),
    "C4: one absolute distractor": texts(uncle="Always go to her uncle and ask him about the bruise."),
    "C4: an absolute key": texts(
        walk="Walk to the council with her, and never wait to do so.",
        letter="Never go there, but write a letter at home and send it.",
        uncle="Always go to her uncle and ask him about the bruise.",
    ),
    "C5: the distractors are alike as well": texts(
        walk="Walk with her to the council now.", letter="Walk with her to the council farm.",
        uncle="Walk with her to a friend now.",
    ),
    "C6: somebody's words at the end": texts(uncle='Go to her uncle in private and ask, "What did you do to her?"'),
    "C6: somebody's words at the beginning": texts(uncle='"What did you do to her?" you go and ask her uncle.'),
    "C6: bring is no doing": texts(uncle="Bring her uncle to the well and ask him about the bruise."),
    "C7: a colon before the question": put(prompt="It is late: what should you do?"),
    "C8: another number": texts(
        letter="Wait 10 days and write.", uncle="Wait 100 more days and then write.", walk="Walk there with her."
    ),
    "F1: all of a group": texts(uncle="Tell all of the people at the well, and both of the guards."),
    "F1: these people": texts(uncle="Ask none of these people, but go to her uncle in private."),
    "F1: hepatitis A and B": texts(uncle="Ask her uncle about shots for hepatitis A and B in private."),
    "F2: vague in the stem": stem("she says", "she sometimes says"),
    "F3: the same beginning": texts(uncle="Write the council a letter at home and then go and see her uncle."),
    "L1: who says it is quoted": stem("My uncle did it", "My uncle is an addict"),
    "L1: a patient answer": stem("she says", "she says to you, who are patient"),
    "L1: the name of a fellowship": put(setting="Alcoholics Anonymous, in the evening"),
    "X1: 120 and 75 characters": lambda one: short("walk", 75)(one)._replace(short_prompt="a" * 120),
    "X2: the article": stem(EVENING, "A girl walks home from the well with you"),
}  # fmt: skip


@pytest.mark.parametrize(("change", "expected"), BROKEN.values(), ids=list(BROKEN))
def test_a_broken_rule_is_found_and_nothing_else(change: Change, expected: list[str]) -> None:
    assert findings(change(read())) == expected


@pytest.mark.parametrize("change", KEPT.values(), ids=list(KEPT))
def test_what_only_looks_like_a_breach_is_none(change: Change) -> None:
    assert findings(change(read())) == []


def test_each_row_says_which_rule_it_breaks() -> None:
    for name, (_, expected) in BROKEN.items():
        assert any(f" {name.partition(':')[0]} " in one for one in expected), name


@pytest.mark.parametrize(
    "text", ["\u201c" * 100_000, "!" * 100_000 + "x", "a" * 100_000, "ab" * 50_000], ids=["quotes", "marks", "a", "ab"]
)
def test_a_hostile_text_is_checked_in_no_time(text: str) -> None:
    import time

    one = read()
    first, second, *rest = one.options
    hostile = one._replace(
        stem=text, options=(first._replace(text=text), second._replace(text=f"{text[1:]}c"), *rest)
    )  # fmt: skip
    start = time.monotonic()
    list(item_rules.broken_rules(hostile))
    assert time.monotonic() - start < 2
