"""How hard a text is to read: the Flesch-Kincaid grade.

Grade = 0.39 * words per sentence + 11.8 * syllables per word - 15.59 (Kincaid et al. 1975). Syllables are
counted as groups of vowels, which is right for about nine English words in ten.
"""

import re

_WORD = re.compile(r"[A-Za-z]+(?:['\u2019-][A-Za-z]+)*")
_SENTENCE = re.compile(r"(?<![.!?])[.!?]+[\"'\u201d\u2019)]*(?=\s|$)")
_VOWELS = re.compile(r"[aeiouy]+")


def syllables(word: str) -> int:
    """The syllables of one English word, at least 1."""
    letters = re.sub(r"[^a-z]", "", word.lower())
    count = len(_VOWELS.findall(letters))
    if re.search(r"[^aeiouyl]e$|[^aeiouydt]ed$|[^aeiouyscxzh]es$", letters):  # silent: "time", "called", "times"
        count -= 1
    return max(1, count)


def grade(text: str) -> float:
    """The school grade that a text asks for; 0 for a text without words."""
    words = _WORD.findall(text)
    if not words:
        return 0.0
    sentences = max(1, len(_SENTENCE.findall(text)))
    return 0.39 * len(words) / sentences + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def words(text: str) -> list[str]:
    """The words of a text, in lower case."""
    return [word.lower() for word in _WORD.findall(text)]
