"""Plain work on the issuer's words: sentences, emphasis marks, roman numerals, ordering of ids."""

import re

# Splits all 130 sentences of the two shipped codes where a reader would.
_SENTENCE_END = re.compile(r'(?<=[.!?])\s+(?=[A-Z"(])')
# No asterisk inside: a text full of unpaired ones would take quadratic time.
_EMPHASIS = re.compile(r"(\*\*|\*)([^\s*](?:[^*\n]*[^\s*])?)\1")
_ROMAN = (("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1))


def sentences(text: str) -> list[str]:
    """The sentences of a text, in order; joined by one space they give the text back."""
    return _SENTENCE_END.split(text)


def without_emphasis(text: str) -> str:
    """The words without Markdown asterisks."""
    return _EMPHASIS.sub(r"\2", text)


def emphasis_runs(text: str) -> list[tuple[str, str]]:
    """The text as (words, mark) runs; the mark is "", "*" or "**".

    The runs, each between its marks, give the text back.
    """
    runs: list[tuple[str, str]] = []
    at = 0
    for found in _EMPHASIS.finditer(text):
        if found.start() > at:
            runs.append((text[at : found.start()], ""))
        runs.append((found[2], found[1]))
        at = found.end()
    if at < len(text):
        runs.append((text[at:], ""))
    return runs


def heading_words(heading: str) -> str:
    """A printed heading without its Markdown marks."""
    return without_emphasis(heading.strip("# ")).strip()


def to_roman(number: int) -> str:
    """4 -> "IV"; for the small numbers that parts of a code have (1 to 39)."""
    letters = ""
    for letter, value in _ROMAN:
        while number >= value:
            letters, number = letters + letter, number - value
    return letters.upper()


def from_roman(word: str) -> int:
    """ "iv" -> 4; 0 where the word is no roman numeral in its usual form up to 39."""
    if not re.fullmatch(r"x{0,3}(ix|iv|v?i{0,3})", word.lower()) or not word:
        return 0
    rest, number = word.lower(), 0
    for letter, value in _ROMAN:
        while rest.startswith(letter):
            rest, number = rest[len(letter) :], number + value
    return number


def sentence_list(names: list[str], joint: str = "and") -> str:
    """ "a, b or c" for a list of names."""
    return f"{', '.join(names[:-1])} {joint} {names[-1]}" if len(names) > 1 else "".join(names)
