"""Cuts a typed citation into words, numbers and marks."""

import re
from typing import NamedTuple

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))  # what pasting from web pages brings along
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-")
_QUOTES = dict.fromkeys(map(ord, "\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb"), "'")
_PLAIN = {**_INVISIBLE, **_DASHES, **_QUOTES}
_TOKEN = re.compile(r"(\s*)([a-z]+|[0-9]+|[^\s])")
_NUMBERS = (
    ("zero", "zeroth"), ("one", "first"), ("two", "second"), ("three", "third"), ("four", "fourth"),
    ("five", "fifth"), ("six", "sixth"), ("seven", "seventh"), ("eight", "eighth"), ("nine", "ninth"),
    ("ten", "tenth"), ("eleven", "eleventh"), ("twelve", "twelfth"), ("thirteen", "thirteenth"),
    ("fourteen", "fourteenth"), ("fifteen", "fifteenth"), ("sixteen", "sixteenth"), ("seventeen", "seventeenth"),
    ("eighteen", "eighteenth"), ("nineteen", "nineteenth"),
)  # fmt: skip  # no "twenty": half of "twenty-one" would be another number
_SPOKEN = {word: str(value) for value, words in enumerate(_NUMBERS) for word in words}
_ORDINAL_ENDING = re.compile(r"(?<=[0-9])(st|nd|rd|th)\b")


class Token(NamedTuple):
    """A lower-case word, a run of digits, or a single mark."""

    text: str
    spaced: bool  #: whether white space stands before it

    @property
    def is_number(self) -> bool:
        return self.text.isdecimal()

    @property
    def is_word(self) -> bool:
        return self.text.isalpha()


def normalize(written: str) -> str:
    """Lower case, one kind of hyphen and apostrophe, compatibility forms (Ⅳ, full width) made plain."""
    plain = (written if written.isascii() else _in_ascii(written)).lower()
    return _ORDINAL_ENDING.sub("", plain.replace("'s ", " ").replace("s' ", "s "))


def _in_ascii(written: str) -> str:
    """The text with plain forms for what has one; a footnote mark (1²) or ½ is left, for it is no digit."""
    import unicodedata

    plain = []
    for letter in unicodedata.normalize("NFC", written).translate(_PLAIN):
        if letter.isdecimal():
            plain.append(str(unicodedata.decimal(letter)))
        else:
            keep = unicodedata.category(letter) == "No"
            plain.append(letter if keep else unicodedata.normalize("NFKC", letter).translate(_PLAIN))
    return "".join(plain)


def tokenize(written: str) -> list[Token]:
    """The tokens of a citation; numbers in words become digits, quotation marks vanish."""
    tokens = []
    for space, text in _TOKEN.findall(normalize(written)):
        if text not in "\"'`":
            tokens.append(Token(_SPOKEN.get(text, text), bool(space)))
    return tokens
