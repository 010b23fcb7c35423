"""Walks along the tokens of a citation and takes the small things off it: a code, a unit, a letter, a sentence."""

from collections.abc import Sequence

from peerethics.citations.refs import Names
from peerethics.citations.tokens import Token
from peerethics.citations.words import INNER, LETTER_MARKS, OPENING, SENTENCE, SENTENCE_MARKS, UNITS
from peerethics.text import from_roman


class Cursor:
    """A place in the tokens; what is read moves it on, what is not there leaves it where it was."""

    def __init__(self, tokens: Sequence[Token], names: Names) -> None:
        self.tokens = tokens
        self.names = names
        self.at = 0
        self.longest = max((len(name) for name in names.codes), default=1)

    def peek(self, ahead: int = 0) -> str:
        at = self.at + ahead
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def match_code(self) -> str:
        for length in range(min(self.longest, len(self.tokens) - self.at), 0, -1):
            name = tuple(t.text for t in self.tokens[self.at : self.at + length])
            if name in self.names.codes:
                self.at += length
                return self.names.codes[name]
        return self.split_glued()

    def split_glued(self) -> str:
        """The code of "msiv": a one-word name with a roman numeral written right behind it."""
        word = self.peek()
        for (name, *rest), code in self.names.codes.items():
            if not rest and word.startswith(name) and from_roman(word[len(name) :]):
                spaced = self.tokens[self.at].spaced
                self.tokens = [
                    *self.tokens[: self.at],
                    Token(name, spaced),
                    Token(word[len(name) :], False),
                    *self.tokens[self.at + 1 :],
                ]
                self.at += 1
                return code
        return ""

    def place_follows(self) -> bool:
        word = self.peek()
        return bool(word) and (word in UNITS or word.isdecimal() or bool(self.as_part(word)))

    def as_part(self, word: str) -> str:
        """The word if it can name a part: a name, a roman numeral, a letter that is one."""
        known = word in self.names.parts or word in self.names.letters or from_roman(word)
        return word if known else ""

    def read_unit(self) -> str:
        unit = ""
        while self.peek() in UNITS:
            found = UNITS[self.peek()]
            unit = unit if found == "number" and unit else found
            self.at += 1
            while self.peek() in {".", ":", "-"}:
                self.at += 1
        return unit

    def read_sentence(self) -> int:
        """The sentence of "/s4", ", sentence 4" or "(sentence 4)"; -1 where none follows."""
        start = self.at
        self.at += self.peek() in SENTENCE_MARKS
        if self.peek() in SENTENCE:
            self.at += 2 if self.peek(1) == "." else 1
            if self.peek().isdecimal():
                self.at += 1
                number = int(self.peek(-1))
                self.skip_closing()
                return number
        self.at = start
        return -1

    def skip_closing(self) -> None:
        while self.peek() in {")", "]"}:
            self.at += 1

    def read_letter(self) -> str:
        """A lettered item: ".d", "(d)", " d", ", letter d", but not the start of another place such as "I.3"."""
        start = self.at
        self.at += self.peek() in LETTER_MARKS or (self.peek() == "," and self.peek(1) in INNER)
        self.at += self.peek() in OPENING
        while self.peek() in INNER:
            self.at += 2 if self.peek(1) == "." else 1
        self.at += self.peek() in OPENING
        word = self.peek()
        ends_here = not (self.peek(1) == "." and self.peek(2).isdecimal()) and not self.peek(1).isdecimal()
        if len(word) == 1 and word.isalpha() and ends_here:
            self.at += 1
            return word
        self.at = start
        return ""
