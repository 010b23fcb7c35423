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
_WORD = re.compile(r"[A-Za-z]{3,}")
_ENDINGS = ("ing", "ed", "tion", "ty", "ly", "ment", "s", "al", "ive")


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
                hint=provision.gist,
            )  # fmt: skip


def _telling(provision: Provision, counts: Mapping[str, int]) -> str:
    """The rarest long word of a provision, the longest of the rarest; "" where it has none."""
    found = [word.lower() for word in _WORD.findall(provision.text)[2:] if word.islower() and len(word) >= SHORTEST]
    return min(found, key=lambda word: (counts[word], -len(word), word), default="")


def _alike(word: str, provision: Provision, telling: Mapping[str, str]) -> Sequence[str]:
    """Telling words of other provisions with the same ending, which the provision does not have."""
    ending = next((one for one in _ENDINGS if word.endswith(one)), "")
    text = provision.text.lower()
    found = {
        other
        for other in telling.values()
        if other and other not in text and next((one for one in _ENDINGS if other.endswith(one)), "") == ending
    }
    return shuffled(provision.id, sorted(found), lambda one: one)[:OTHERS]
