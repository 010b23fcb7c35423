"""What reading a citation gives: places as they were written, before anybody looked whether they exist."""

from collections.abc import Mapping
from typing import NamedTuple


class NotACitation(ValueError):  # noqa: N818  (it says what the text is, not what went wrong)
    """The text does not read as a citation; `word` is where reading stopped, `why` what was wrong with it."""

    def __init__(self, word: str, why: str = "") -> None:
        super().__init__(word)
        self.word = word
        self.why = why


class Ref(NamedTuple):
    """One place as written, before anybody looked whether it exists."""

    codes: tuple[str, ...] = ()  #: code ids; () where none was named
    unit: str = ""  #: "principle", "number"... where such a word was written
    part: str = ""  #: "iv", "4", "core", "preamble"; "" for a number that stands alone
    number: int = -1  #: -1 where none was written
    letter: str = ""
    sentence: int = -1
    last: str = ""  #: the end of a range: a number, a letter or a part
    inherited: bool = False  #: whether the part was taken from the place before it in a list
    loose: bool = False  #: whether it may as well belong to the place before it

    @property
    def whole_code(self) -> bool:
        return not self.part and self.number < 0


class Names(NamedTuple):
    """The names that a citation may use."""

    codes: Mapping[tuple[str, ...], str]  #: the tokens of a name -> code id
    parts: frozenset[str]  #: names of parts without a numeral: "core", "preamble"
    letters: frozenset[str]  #: parts that are named by a letter, "a"
