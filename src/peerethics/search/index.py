"""The search index as bytes: opened without reading it all, looked up by word."""

import json
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from peerethics.search.spelling import Known, letters


class Column(NamedTuple):
    """Numbers of what a word points to, and how much it weighs there, in single precision."""

    numbers: Sequence[int]
    weights: Sequence[float]


class Postings(NamedTuple):
    """What a word points to."""

    duties: Column
    phrases: Column  #: single words and short phrases
    stories: Column  #: questions and stories
    texts: Column  #: provisions and unnumbered parts


VIEWS = len(Postings._fields)
NOTHING = Postings(*(Column([], []) for _ in range(VIEWS)))


class Phrase(NamedTuple):
    """A word or short phrase, and what of it is compared with a query."""

    text: str
    features: str  #: the stems of the words that carry the situation, in order, with spaces between
    stems: str  #: the stems of all its words


class Index:
    """An opened index.

    Its bytes are one line of JSON that says where each section begins, then the sections. Words are
    sorted lines, so that one is found by halving, without parsing the others; what they point to lies in
    two arrays, numbers and weights, in which each word has its stretches. Only what a query needs is copied.

    Raises:
        ValueError: the bytes are damaged, or were written on a machine with another order of bytes.
    """

    def __init__(self, raw: bytes) -> None:
        at = raw.find(b"\n") + 1
        layout = json.loads(raw[:at])
        sections: dict[str, memoryview] = {}
        self._raw, self._starts = raw, dict[str, int]()
        for name, size in layout["sections"]:
            sections[name] = memoryview(raw)[at : at + size]
            self._starts[name] = at
            at += size
        if at != len(raw) or layout["order"] != sys.byteorder:
            raise ValueError("the index is cut short, or from another kind of machine")
        self.duties: list[str] = layout["duties"]
        self.phrase_duties, self.story_duties = (
            array("H", sections[name].tobytes()) for name in ("phrase-duties", "story-duties")
        )
        self._numbers, self._weights = sections["numbers"].cast("I"), sections["weights"].cast("f")
        self._bounds, self._counts = sections["bounds"].cast("I"), sections["counts"].cast("I")
        self._letters = sections["letters"].cast("Q")
        self._opened: dict[str, Postings] = {}
        self._lines = {name: sections[f"{name}-lines"].cast("I") for name in ("phrases", "texts", "words", "surface")}

    def phrase(self, number: int) -> Phrase:
        """The word or short phrase of this number."""
        return Phrase(*self._line("phrases", number).split("\t"))

    def text_id(self, number: int) -> str:
        """The id of a provision or part."""
        return self._line("texts", number)

    def postings(self, word: str) -> Postings:
        """What a stem points to; empty lists where it is unknown."""
        if word not in self._opened:
            number = self._find("words", word)
            self._opened[word] = NOTHING if number is None else Postings(*self._stretches(number))
        return self._opened[word]

    def _stretches(self, word: int) -> Iterator[Column]:
        bounds = self._bounds[VIEWS * word : VIEWS * (word + 1) + 1].tolist()
        for start, end in pairwise(bounds):
            yield Column(self._numbers[start:end].tolist(), self._weights[start:end].tolist())

    def count(self, word: str) -> int:
        """How often a word stands in the phrases and texts as it is written; 0 where it never does."""
        number = self._find("surface", word)
        return 0 if number is None else self._counts[number]

    def words_from(self, letter: str) -> Iterator[Known]:
        """The words, as they are written, that begin with a letter, with how often they stand."""
        first, last = (self._at("surface", end) for end in (letter, f"{letter}\U0010ffff"))
        words = self._raw[self._start("surface", first) : self._start("surface", last)].decode().split("\n")
        # Behind the last line end stands one more "", which `zip` leaves out.
        return zip(words, self._counts[first:last].tolist(), self._letters[first:last].tolist(), strict=False)

    def _start(self, name: str, number: int) -> int:
        """Where a line begins; where the section ends for the number behind the last."""
        lines = self._lines[name]
        return self._starts[name] + lines[number] if number < len(lines) else self._starts[f"{name}-lines"]

    def _line(self, name: str, number: int) -> str:
        return self._raw[self._start(name, number) : self._start(name, number + 1) - 1].decode()

    def _find(self, name: str, word: str) -> int | None:
        """The number of the line that is this word."""
        number = self._at(name, word)
        return number if number < len(self._lines[name]) and self._line(name, number) == word else None

    def _at(self, name: str, word: str) -> int:
        """The number of the first line that does not come before this word, by halving."""
        raw, first = self._raw, self._starts[name]

        def line_at(start: int) -> bytes:
            return raw[first + start : raw.index(b"\n", first + start)]

        return bisect_left(self._lines[name], word.encode(), key=line_at)


def write_index(
    duties: Sequence[str],
    phrase_duties: Sequence[int],
    story_duties: Sequence[int],
    phrases: Sequence[Phrase],
    texts: Sequence[str],
    words: Mapping[str, int],
    postings: Iterable[tuple[str, Postings]],
) -> bytes:
    """The bytes of an index; see `Index`."""
    bounds, numbers, weights, stems = array("I", [0]), array("I"), array("f"), []
    for stem, found in postings:
        stems.append(stem)
        for column in found:
            numbers.extend(column.numbers)
            weights.extend(column.weights)
            bounds.append(len(numbers))
    surface = sorted(words)
    arrays: dict[str, array[int] | array[float]] = {
        "bounds": bounds,
        "numbers": numbers,
        "weights": weights,
        "counts": array("I", [words[word] for word in surface]),
        "letters": array("Q", map(letters, surface)),
        "phrase-duties": array("H", phrase_duties),
        "story-duties": array("H", story_duties),
    }
    sections = [(name, values.tobytes()) for name, values in arrays.items()]
    lines = {
        "phrases": ["\t".join(" ".join(words.split()) for words in phrase) for phrase in phrases],
        "texts": list(texts),
        "words": stems,
        "surface": surface,
    }
    for name, rows in lines.items():
        raw = [row.encode() + b"\n" for row in rows]
        starts = array("I")
        at = 0
        for row in raw:
            starts.append(at)
            at += len(row)
        sections += [(name, b"".join(raw)), (f"{name}-lines", starts.tobytes())]
    layout = {"order": sys.byteorder, "duties": list(duties), "sections": [(name, len(raw)) for name, raw in sections]}
    head = json.dumps(layout)
    return head.encode() + b"\n" + b"".join(raw for _, raw in sections)
