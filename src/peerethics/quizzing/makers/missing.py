"""Makes "which word is missing?": a provision with its most telling word left out."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from peerethics.models import Provision
from peerethics.quizzing.makers.making import Choice, Sources, question
from peerethics.scenario import Scenario
from peerethics.seeds import shuffled

KIND = "missing"
OTHERS = 3
GAP = "_____"
SHORTEST = 6  # letters of a telling word
STEM = 5  # letters by which words of one family are known
_WORD = re.compile(r"[A-Za-z]{3,}")
_ALONE = re.compile(r"(?<![\w/'-])(?<!\ba )(?<!\ban )[a-z]{3,}(?![\w/'-])")  # where nothing beside it says what fits
#: Endings of words that can stand in the same place of a sentence; the first that fits counts.
_KINDS = (
    ("ing",), ("ed",), ("ly",), ("ness", "tion", "sion", "ment", "ance", "ence", "ty", "cy"),
    ("able", "ible", "ful", "ent", "ant", "ous", "ive", "al", "ary"), ("s",),
)  # fmt: skip


def make(sources: Sources) -> Iterator[Scenario]:
    """A question for every provision that has a word which few others have, and three words of its kind elsewhere."""
    for code_id in sources.codes:
        code = sources.library.code(code_id)
        provisions = sources.provisions(code_id)
        counts = Counter(word for one in provisions for word in {w.lower() for w in _WORD.findall(one.text)})
        telling = {one.id: _telling(one, counts) for one in provisions}
        for provision in provisions if code else ():
            word = telling[provision.id]
            others = _alike(word, provision, telling)
            if code is None or not word or len(others) < OTHERS:
                continue
            name = sources.name(provision.id)
            choices = [Choice(word, word, f"{name} says: {word!r}.", True)]
            choices += [Choice(one, one, f"{one!r} stands elsewhere in the code, not here.") for one in others]
            yield question(
                KIND, provision.id, "Which word stands in the gap?", choices, [provision.id], sources,
                quoted=re.sub(rf"\b{word}\b", GAP, provision.text, flags=re.I), stem=f"{name} says:",
                hint=_hint(provision.gist, word),
            )  # fmt: skip


def _telling(provision: Provision, counts: Mapping[str, int]) -> str:
    """The rarest long word of a provision, the longest of the rarest; "" where it has none.

    A word of which the text holds a relative ("recommend" beside "recommendation") would give itself away.
    """
    words = [word.lower() for word in _WORD.findall(provision.text)]
    lone = [word.lower() for word in _ALONE.findall(provision.text)]
    found = [
        word
        for word in words[2:]
        if len(word) >= SHORTEST
        and _kind(word) is not None
        and lone.count(word) == words.count(word)
        and not any(word[:STEM] in other for other in words if other != word)
    ]
    return min(found, key=lambda word: (counts[word], -len(word), word), default="")


def _kind(word: str) -> int | None:
    """Which of `_KINDS` a word is of; None where its ending does not tell."""
    return next((kind for kind, endings in enumerate(_KINDS) if word.endswith(endings)), None)


def _alike(word: str, provision: Provision, telling: Mapping[str, str]) -> Sequence[str]:
    """Telling words of other provisions that could stand in the same place, and do not stand in this provision."""
    text = provision.text.lower()
    found = {other for other in telling.values() if other and other not in text and _kind(other) == _kind(word)}
    return shuffled(provision.id, sorted(found), lambda one: one)[:OTHERS]


def _hint(gist: str, word: str) -> str:
    """The plain line, unless it says the word."""
    return "" if word[:STEM] in gist.lower() else gist
