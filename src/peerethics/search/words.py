"""Words as search sees them: cut, stemmed, without those that carry no situation."""

import math
import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

RARE = 0.75  # below 1: of a story that nobody has told so before, the usual words must tell as well
_WORD = re.compile(r"[a-z0-9]+(?:['\u2019][a-z]+)*(?:-[a-z0-9]+)*")

#: Words that say nothing of a situation. "Not", "no" and the like are here too: "may I not tell" and
#: "may I tell" ask for the same provision. So are the worker's title and the two states: who asks names them,
#: and asks about something else.
_STOP_LINES = """
    a about after all also always am an and another any anyone are arent as at be because been before being but by
    came can cant come could couldnt d did didnt do does doesnt doing done dont even ever every for from gets get
    getting give go goes going gonna got gotta had has hasnt have havent having he hed her here hers hes him his how
    i id if ill im in into is isnt it its ive just keep kind know let lets like ll lot m made make many may maybe me
    might more most much must my need never no not now of off ok okay on one only or other our ours out over own
    please put quite re really right s said same say says see seem shall she shed shes should shouldnt so some
    someone something somebody still such sure t take than thank thanks that thats the their theirs them then there
    theres these they theyd theyll theyre theyve thing things think this those though to too under until up upon us
    use ve very wanna want wants was wasnt way we well went were weve what whats when where which while who whom
    whose why will with wont would wouldnt yes yet you your youre yours
    mississippi missouri mo ms peer specialist specialists
    """
STOP = frozenset(_STOP_LINES.split())
_LONG_ENDINGS = (("ational", "ate"), ("ization", "ize"), ("fulness", "ful"), ("iveness", "ive"), ("ousness", "ous"))
#: Forms and spellings that no rule about endings brings together, each with the form that stands for it.
_SAME_LINES = """
    ate eaten:eat bought:buy broke broken:break brought:bring caught:catch chose chosen:choose dealt:deal did:do
    died dying:die drank drunk:drink drew drawn:draw drove driven:drive fed:feed felt:feel fought:fight
    forgave:forgive forgot forgotten:forget froze frozen:freeze gave given:give grew grown:grow held:hold
    hid hidden:hide
    knew known:know laid:lay led:lead left:leave lent:lend lied lying:lie lost:lose met:meet paid:pay ran:run
    rode ridden:ride rang:ring sat:sit saw seen:see sent:send shook shaken:shake shown:show slept:sleep sold:sell
    spent:spend spoke spoken:speak stole stolen:steal stood:stand stuck:stick swore sworn:swear taught:teach
    thought:think threw thrown:throw told:tell took taken:take tore torn:tear went:go woke:wake won:win wore:wear
    wrote written:write children:child men:man women:woman wives:wife lives:life
    judgement:judgment exploitative:exploitive cellphone:phone mom mama momma:mother dad daddy:father
    grandma granny:grandmother grandpa:grandfather kid kids:child cops cop:police
"""


def _same() -> dict[str, str]:
    table: dict[str, str] = {}
    waiting: list[str] = []
    for entry in _SAME_LINES.split():
        form, _, stands = entry.partition(":")
        waiting.append(form)
        if stands:
            table.update(dict.fromkeys(waiting, stands))
            waiting = []
    return table


_SAME = _same()


def tokens(text: str) -> list[str]:
    """The words of a text in order, lower case; "co-worker" gives co, worker and coworker."""
    found: list[str] = []
    for word in _WORD.findall((text if text.isascii() else _without_accents(text)).lower()):
        plain = word.replace("\u2019", "'").replace("s's", "s").replace("'", "")
        if "-" in plain:
            found += plain.split("-")
            plain = plain.replace("-", "")
        found.append(plain)
    return found


def _without_accents(text: str) -> str:
    """The text with the plain letters of "fianc\u00e9"; the table for it is opened only where it is needed."""
    from unicodedata import combining, normalize

    return "".join(letter for letter in normalize("NFKD", text) if not combining(letter))


def features(text: str) -> list[str]:
    """The stems of the words that carry the situation, in order."""
    return [stem(word) for word in carrying(tokens(text))]


def speech(stems: Sequence[str]) -> list[str]:
    """What a text says: its stems, and each two that stand side by side, with a space between."""
    return [*stems, *(f"{one} {other}" for one, other in pairwise(stems))]


def kinds_in(
    stems: Sequence[str], kinds_of: Callable[[str], Sequence[int]]
) -> Iterator[tuple[Sequence[str], Sequence[int]]]:
    """The words of a text that are of some kind, each with its kinds; two words that are one entry count as one.

    Args:
        stems: its stems.
        kinds_of: the numbers of the kinds of a stem, or of two with a space between.
    """
    at = 0
    while at < len(stems):
        both = kinds_of(" ".join(stems[at : at + 2])) if at + 1 < len(stems) else ()
        words = stems[at : at + (2 if both else 1)]
        kinds = both or kinds_of(stems[at])
        if kinds:
            yield words, kinds
        at += len(words)


def entry_forms(entry: str) -> list[str]:
    """The stems of an entry of a kind; of one with a hyphen both as one word and as two."""
    forms = (entry.replace("-", " "), entry.replace("-", ""))
    return list(dict.fromkeys(" ".join(map(stem, tokens(form))) for form in forms))


def kind_name(number: int) -> str:
    """What a kind is called where words are counted; no word is called so."""
    return f"#{number}"


def rarity(having: int, of: int) -> float:
    """How much it says that only so many of all documents have a word (BM25, its idf to the power RARE).

    It is also what a word weighs in the one document that has it, and has it once.
    """
    return float(math.log(1 + max(0.0, of - having + 0.5) / (having + 0.5)) ** RARE)


def carrying(words: list[str]) -> list[str]:
    """Those words that carry the situation; all where none does, as in "can't go on"."""
    return [word for word in words if word not in STOP] or words


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The word without the endings of plural, tense and manner; a light form of Porter's method (1980)."""
    word = _SAME.get(word, word)
    if len(word) < 4 or word.isdigit():
        return word
    word = _without_plural(word)
    word = _SAME.get(word, word)
    for ending, shorter in _LONG_ENDINGS:
        if word.endswith(ending):
            word = word[: -len(ending)] + shorter
    if word.endswith("ied") and len(word) > 4:
        word = word[:-3] + "y"
    for ending in ("ingly", "edly", "ing", "ed"):
        rest = word[: -len(ending)]
        if word.endswith(ending) and len(rest) >= 3 and re.search("[aeiouy]", rest):
            word = _mended(rest)
            break
    if word.endswith("e") and len(word) > 4:
        word = word[:-1]
    return word[:-1] + "i" if word.endswith("y") and len(word) > 3 else word


def _without_plural(word: str) -> str:
    if word.endswith("sses"):
        return word[:-2]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _mended(rest: str) -> str:
    """What is left of "lending", "planned", "rated" after its ending."""
    if rest.endswith(("at", "bl", "iz")):
        return rest + "e"
    doubled = len(rest) > 3 and rest[-1] == rest[-2] and rest[-1] not in "lsz"
    return rest[:-1] if doubled else rest
