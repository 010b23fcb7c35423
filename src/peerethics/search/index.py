"""The search index as bytes: opened without reading it all, looked up by word."""

import json
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import ClassVar, NamedTuple

Pairs = Sequence[tuple[int, float]]


class Postings(NamedTuple):
    """What a word points to, as (number, weight) pairs; weights have single precision."""

    duties: Pairs = ()
    phrases: Pairs = ()
    texts: Pairs = ()


class Index:
    """An opened index.

    Its bytes are one line of JSON that says where each section begins, then the sections. Words are
    sorted lines, so that one is found by halving, without parsing the others; what they point to lies in
    two arrays, numbers and weights, of which a word names its stretch.

    Raises:
        ValueError: the bytes are damaged, or were written on a machine with another order of bytes.
    """

    WORD: ClassVar = 0
    ASK: ClassVar = 1

    def __init__(self, raw: bytes) -> None:
        head, _, body = raw.partition(b"\n")
        layout = json.loads(head)
        at = 0
        sections = {}
        for name, size in layout["sections"]:
            sections[name] = memoryview(body)[at : at + size]
            at += size
        if at != len(body) or layout["order"] != sys.byteorder:
            raise ValueError("the index is cut short, or from another kind of machine")
        self.duties: list[str] = layout["duties"]
        self._phrases, self._texts = bytes(sections["phrases"]), bytes(sections["texts"])
        self._words, self._surface = bytes(sections["words"]), bytes(sections["surface"])
        self.owners = array("H", bytes(sections["owners"]))
        self.kinds = bytes(sections["kinds"])
        self._numbers, self._weights = sections["numbers"].cast("I"), sections["weights"].cast("f")
        self._opened: dict[str, Postings] = {}
        self._lines: dict[str, array[int]] = {
            name: array("I", bytes(sections[f"{name}-lines"])) for name in ("phrases", "texts", "words", "surface")
        }

    def phrase(self, number: int) -> str:
        """The text of a word or short phrase; "" for a question or story."""
        return self._line("phrases", self._phrases, number)

    def text_id(self, number: int) -> str:
        """The id of a provision or part."""
        return self._line("texts", self._texts, number)

    def postings(self, word: str) -> Postings:
        """What a stem points to; empty lists where it is unknown."""
        if word not in self._opened:
            line = self._find("words", self._words, word)
            self._opened[word] = Postings(*self._stretches(line)) if line else Postings()
        return self._opened[word]

    def _stretches(self, line: str) -> Iterator[Pairs]:
        """The pairs that a line of the words names: where they start, and how many there are of each kind."""
        start, *counts = map(int, line.split("\t")[1:])
        for count in counts:
            stretch = slice(start, start + count)
            yield list(zip(self._numbers[stretch].tolist(), self._weights[stretch].tolist(), strict=True))
            start += count

    def count(self, word: str) -> int:
        """How often a word stands in the phrases and texts as it is written; 0 where it never does."""
        line = self._find("surface", self._surface, word)
        return 0 if line is None else int(line.split("\t")[1])

    def words_from(self, letter: str) -> Iterator[tuple[str, int]]:
        """The words, as they are written, that begin with a letter, with how often they stand."""
        first, last = (self._at("surface", self._surface, end) for end in (letter, letter + "\x7f"))
        starts = [*self._lines["surface"], len(self._surface)]
        for line in self._surface[starts[first] : starts[last]].decode().splitlines():
            word, _, count = line.partition("\t")
            yield word, int(count)

    def _line(self, name: str, section: bytes, number: int) -> str:
        start = self._lines[name][number]
        return section[start : section.index(b"\n", start)].decode()

    def _find(self, name: str, section: bytes, word: str) -> str | None:
        """The line that begins with this word."""
        low = self._at(name, section, word)
        if low == len(self._lines[name]):
            return None
        line = self._line(name, section, low)
        return line if line.partition("\t")[0] == word else None

    def _at(self, name: str, section: bytes, word: str) -> int:
        """The number of the first line whose word does not come before this one, by halving."""

        def word_at(start: int) -> bytes:
            return section[start : section.index(b"\t", start)]

        return bisect_left(self._lines[name], word.encode(), key=word_at)


def write_index(
    duties: Sequence[str],
    owners: Sequence[int],
    kinds: Sequence[int],
    phrases: Sequence[str],
    texts: Sequence[str],
    words: Mapping[str, int],
    postings: Iterable[tuple[str, Postings]],
) -> bytes:
    """The bytes of an index; see `Index`."""
    numbers, weights, rows_of_words = array("I"), array("f"), []
    for word, found in postings:
        rows_of_words.append("\t".join([word, str(len(numbers)), *(str(len(pairs)) for pairs in found)]))
        for pairs in found:
            numbers.extend(number for number, _ in pairs)
            weights.extend(weight for _, weight in pairs)
    # The arrays come first: their stretches must lie where a machine can read whole numbers.
    sections = [("numbers", numbers.tobytes()), ("weights", weights.tobytes())]
    sections += [("owners", array("H", owners).tobytes()), ("kinds", bytes(kinds))]
    lines = {
        "phrases": [" ".join(phrase.split()) for phrase in phrases],
        "texts": list(texts),
        "words": rows_of_words,
        "surface": [f"{word}\t{count}" for word, count in sorted(words.items())],
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
