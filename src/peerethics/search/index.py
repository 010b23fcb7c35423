"""The search index as bytes: opened without reading it all, looked up by word."""

import json
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import ClassVar, NamedTuple

SCALE = 1000  # weights are kept as whole thousandths


class Postings(NamedTuple):
    """What a word points to, as (number, weight) pairs."""

    duties: Sequence[tuple[int, float]] = ()
    phrases: Sequence[tuple[int, float]] = ()
    texts: Sequence[tuple[int, float]] = ()


class Index:
    """An opened index.

    Its bytes are one line of JSON that says where each section begins, then the sections. Words and
    trigrams are sorted lines, so that one is found by halving, without parsing the others.
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
        if at != len(body):
            raise ValueError("the index is cut short")
        self.duties: list[str] = layout["duties"]
        self._phrases, self._texts = bytes(sections["phrases"]), bytes(sections["texts"])
        self._words, self._surface = bytes(sections["words"]), bytes(sections["surface"])
        self.owners = array("H", bytes(sections["owners"]))
        self.kinds = bytes(sections["kinds"])
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
            self._opened[word] = Postings(*map(_pairs, line.split("\t")[1:4])) if line else Postings()
        return self._opened[word]

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
    sections: list[tuple[str, bytes]] = [("owners", array("H", owners).tobytes()), ("kinds", bytes(kinds))]
    lines = {
        "phrases": [" ".join(phrase.split()) for phrase in phrases],
        "texts": list(texts),
        "words": ["\t".join([word, *map(_packed, found)]) for word, found in postings],
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
    head = json.dumps({"duties": list(duties), "sections": [(name, len(raw)) for name, raw in sections]})
    return head.encode() + b"\n" + b"".join(raw for _, raw in sections)


def _packed(pairs: Sequence[tuple[int, float]]) -> str:
    return " ".join(f"{number}:{round(weight * SCALE)}" for number, weight in pairs)


def _pairs(packed: str) -> list[tuple[int, float]]:
    values = packed.replace(":", " ").split()
    return [(int(number), int(weight) / SCALE) for number, weight in zip(values[::2], values[1::2], strict=True)]
