"""Rules for the wording of one scenario: no cue to the key, clear stem and prompt, kind language (C, F, S, L, X).

Sources: Haladyna, Downing & Rodriguez 2002 (numbers with H) and the NBME item-writing guide; what is left is
this project's own for ethics items. Cues are warnings, for the data and not the rule must decide.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations
from statistics import mean

from peerethics.checking.findings import Finding, warning
from peerethics.checking.readability import grade, words
from peerethics.scenario import BEST, Option, Scenario

STEM_WORDS = (15, 120)
SHORT_PROMPT, SHORT_OPTION = 120, 75  # characters: what a projector and class quizzes take
HIGHEST_GRADE = 9.0
LONGEST = 1000  # characters of an option that are compared with another's
_ABSOLUTE = re.compile(r"\b(always|never|all|none|only|every|must|completely|absolutely)\b", re.I)
_VAGUE = re.compile(r"\b(often|usually|rarely|sometimes|frequently|occasionally|generally)\b", re.I)
_OTHERS = re.compile(  # "all of the above", "option B", "A and C"; not "all of the group" or "hepatitis A and B"
    r"\b(?i:(all|none|both|either|neither|one) of (the above|the (other )?(answers|options|choices)|these(?! \w)))\b|"
    r"\b(?i:answers?|options?) [A-D]\b|(^|\b(?i:both|either|neither) )[A-D],? (and|or|nor) [A-D]\b"
)
_NEGATIVE = re.compile(r"\b(not|except|least)\b|n['\u2019]t\b")
_COVER = re.compile(r"which of (the following|these) (is|are) (true|correct|right)", re.I)
_LABELS = re.compile(
    r"\b(addicts?|alcoholics?(?! Anonymous)|abusers?|junkies?|drug users?|relapse[ds]?|clients?|patients|"
    r"(a|the|your|this|that|each|every|another) patient|consumers?|mentally ill|schizophrenics?|"
    r"suffer(s|ed|ing)? from|victims?|commit(s|ted|ting)? suicide|failed suicide|crazy|psycho|noncompliant|"
    r"high.functioning|low.functioning|frequent flyers?|homeless (person|people|man|woman)|felons?|ex-cons?|"
    r"substance abuse|opioid replacement)\b",
    re.I,
)  # fmt: skip
_QUOTED = re.compile(r"\"[^\"]*\"|\u201c[^\u201c\u201d]*\u201d|(?<!\w)'[^']*'(?!\w)")
_COMMON = frozenset(
    ("about", "after", "again", "agency", "before", "being", "could", "doing", "during", "every", "first", "going",
     "group", "having", "people", "person", "right", "says", "should", "start", "still", "support", "tells", "their",
     "them", "there", "these", "thing", "things", "today", "would", "yours")
)  # fmt: skip


def broken_rules(one: Scenario) -> Iterator[Finding]:
    """Everything in a scenario's wording that a careful editor would mark."""
    yield from _stem(one)
    yield from _prompt(one)
    yield from _short_forms(one)
    yield from _language(one)
    yield from _each_option(one.options)
    for option, other in combinations(one.options, 2):
        yield from _too_near(option, other)
    yield from _form(one.options)
    keys = {option.id for option in one.options if BEST in option.rating.values()}
    for key in (option for option in one.options if option.id in keys):
        others = [option for option in one.options if option.id not in keys]
        if others:
            yield from _cues(one, key, others)
    for option in one.options:
        worst_case = [rating for rating in option.rating.values() if rating != BEST]
        if worst_case and not option.misconception:
            yield warning("R8", f"option {option.id}", f"option {option.id} names no misconception", "say what tempts")


def _stem(one: Scenario) -> Iterator[Finding]:
    count = len(one.stem.split())
    if not STEM_WORDS[0] <= count <= STEM_WORDS[1]:
        yield Finding("S5", "stem", f"the stem has {count} words", f"use {STEM_WORDS[0]} to {STEM_WORDS[1]}")
    reading = grade(" ".join([one.stem, one.prompt, *(option.text for option in one.options)]))
    if reading > HIGHEST_GRADE:
        yield warning("S5", "stem", f"stem and options read at grade {reading:.1f}", "use shorter sentences and words")
    if not re.search(r"\byou(r|rs|rself)?\b", _QUOTED.sub("", one.stem), re.I):
        yield warning("S8", "stem", "the stem does not speak to the reader", "write it in the second person")


def _prompt(one: Scenario) -> Iterator[Finding]:
    if _NEGATIVE.search(one.prompt):
        yield warning("S1", "prompt", "the prompt asks by a negative", "ask what is best, or write NOT in capitals")
    if _COVER.search(one.prompt):
        yield warning("S2", "prompt", "the prompt cannot be answered without the options", "ask what to do")
    if not one.prompt.rstrip("\"'\u2019\u201d").endswith("?"):
        yield warning("S3", "prompt", "the prompt is no question", "end it with a question mark")
    if re.search(r"(:|\b(a|an|the))$", one.prompt):
        yield warning("C7", "prompt", "the prompt runs on into the options", "ask a whole question")
    if re.search(r"\bwould you\b", one.prompt, re.I) or not re.search(r"\b(should|best)\b", one.prompt, re.I):
        yield warning("S4", "prompt", "the prompt does not ask what is right", 'ask with "should" or "best"')


def _short_forms(one: Scenario) -> Iterator[Finding]:
    if len(one.short_prompt) > SHORT_PROMPT:
        what = f"`short_prompt` has {len(one.short_prompt)} characters"
        yield Finding("X1", "short_prompt", what, f"use at most {SHORT_PROMPT}")
    for option in one.options:
        if len(option.short) > SHORT_OPTION:
            what = f"`short` of option {option.id} has {len(option.short)} characters"
            yield Finding("X1", f"option {option.id}", what, f"use at most {SHORT_OPTION}")
    for where, text in (("stem", one.stem), *((f"option {o.id}", o.text) for o in one.options)):
        if re.match(r"[A-Z][).]", text):
            yield warning("X2", where, f"the text begins like an option's letter: {text[:12]!r}", "begin with a word")


def _language(one: Scenario) -> Iterator[Finding]:
    names = ("title", "setting", "stem", "prompt", "short_prompt", "hint", "beyond_code")
    texts = [(name, getattr(one, name)) for name in names]
    texts += [("compare", one.compare.note), ("discussion", " ".join(one.discussion)), ("roles", " ".join(one.roles))]
    texts += [
        (f"option {o.id}", " ".join([o.text, o.short, o.misconception, *o.rationale.values()])) for o in one.options
    ]
    for where, text in texts:
        found = _LABELS.search(_QUOTED.sub("", text))
        if found:
            yield warning("L1", where, f"{found[0]!r} labels a person", "say who the person is, or quote who says it")


def _each_option(options: Sequence[Option]) -> Iterator[Finding]:
    if not 3 <= len(options) <= 4:
        yield warning("K2", "options", f"there are {len(options)} options", "give 3 or 4")
    for option in options:
        where = f"option {option.id}"
        if _OTHERS.search(option.text):
            yield Finding(
                "F1", where, f"option {option.id} speaks of other options", "they are shuffled: let it stand alone"
            )
        if found := _VAGUE.search(option.text):
            yield warning("F2", where, f"{found[0]!r} is vague", "say when or how many")


def _too_near(option: Option, other: Option) -> Iterator[Finding]:
    """How two options are no two choices."""
    where, both = f"option {other.id}", f"options {option.id} and {other.id}"
    ours, theirs = _bare(option.text.lower()), _bare(other.text.lower())
    if option.id == other.id:
        yield Finding("F3", where, f"two options have the id {option.id!r}", "answers are kept by it: rename one")
    elif ours == theirs:
        yield Finding("F3", where, f"{both} are the same", "make one of them another choice")
    elif _likeness(option.text.lower(), other.text.lower()) > 0.9:  # perhaps "before" and "after"
        yield warning("F3", where, f"{both} are nearly the same", "make plain where they differ")
    elif set(ours) <= set(theirs) or set(theirs) <= set(ours):
        what = f"one of {option.id} and {other.id} contains the other"
        yield warning("C8", where, what, "let each be a choice of its own")


def _likeness(text: str, other: str) -> float:
    """How like two texts are, by their beginnings: the time it takes grows with the square of what is compared."""
    return SequenceMatcher(None, text[:LONGEST], other[:LONGEST]).ratio()


def _form(options: Sequence[Option]) -> Iterator[Finding]:
    if not options:
        return
    lengths = [len(option.text.split()) for option in options]
    if max(lengths) > 2 * min(lengths):
        yield warning("C2", "options", f"options run from {min(lengths)} to {max(lengths)} words", "make them alike")
    for kind, marks in (
        ("end in different marks", {_last_mark(option.text) for option in options}),
        ("begin with and without a capital", {"".join(_bare(option.text))[:1].islower() for option in options}),
        ("mix 'do' and 'doing'", {_is_doing(option.text) for option in options}),
    ):
        if len(marks) > 1:
            yield warning("C6", "options", f"the options {kind}", "give them one form")


def _is_doing(text: str) -> bool:
    """Whether a text begins with "telling" or the like, and not with "bring"."""
    first = "".join(_bare(text.lower())[:1])
    return first.endswith("ing") and not set("aeiouy").isdisjoint(first[:-3])


def _bare(text: str) -> list[str]:
    """The words and numbers of a text, without punctuation."""
    return re.findall(r"[\w$%]+", text)


def _last_mark(text: str) -> str:
    """The mark that a text ends in; a full stop where it ends in somebody's words, such as: Ask, "May I?"."""
    return "." if text[-1:] in "\"'\u2019\u201d" else text[-1:]


def _cues(one: Scenario, key: Option, others: Sequence[Option]) -> Iterator[Finding]:
    """What gives the key away to somebody who has not read the stem."""
    where = f"option {key.id}"
    length = len(key.text.split())
    lengths = [len(option.text.split()) for option in others]
    if length > max(lengths) and length > 1.25 * mean(lengths):
        yield warning("C1", where, f"the key has {length} words, the others {mean(lengths):.0f}", "make it no longer")
    told = {word for word in words(f"{one.stem} {one.prompt}") if len(word) > 4} - _COMMON
    clang = sorted(told & set(words(key.text)))
    if clang and not any(told & set(words(option.text)) for option in others):
        yield warning(
            "C3", where, f"the key alone repeats {clang[0]!r} from the stem", "use it in a distractor as well"
        )
    absolute = [option.id for option in others if _ABSOLUTE.search(option.text)]
    if len(absolute) >= min(2, len(others)) and not _ABSOLUTE.search(key.text):
        yield warning("C4", where, "distractors are absolute, and the key is not", "take words like 'never' out")
    if len(others) > 1 and _is_hub(key, others):
        yield warning("C5", where, "the key shares most words with the others", "let two distractors be alike instead")


def _is_hub(key: Option, others: Sequence[Option]) -> bool:
    """Whether an option is like each other one, and they are unlike among themselves."""

    def likeness(one: Option, other: Option) -> float:
        ours, theirs = set(words(one.text)), set(words(other.text))
        return len(ours & theirs) / max(1, len(ours | theirs))

    to_key = [likeness(key, option) for option in others]
    among = [likeness(a, b) for n, a in enumerate(others) for b in others[n + 1 :]]
    return min(to_key) >= 0.4 and min(to_key) > 1.5 * mean(among)
