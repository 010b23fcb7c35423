"""The search index as bytes: opened without reading it all, looked up by word."""

import json
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any, NamedTuple
from zlib import crc32

from peerethics.search.spelling import Known, letters


class Column(NamedTuple):
    """Numbers of what a word points to, and how much it weighs there."""

    numbers: Sequence[int]
    weights: Sequence[float]


class Postings(NamedTuple):
    """What a word, or two side by side, point to."""

    duties: Column  #: with weights in thousandths, see PRECISION
    texts: Column  #: provisions and unnumbered parts
    kinds: Sequence[int] = ()  #: numbers of the kinds that the word is of
    uses: int = 0  #: phrases, stories and entries of kinds that have the word


MOST = 2**16 - 1  # duties, and kinds of words; more have no room in the arrays
#: The arrays of an index, with the type of their numbers.
ARRAYS = {
    "bounds": "I", "duty-numbers": "H", "duty-weights": "H", "text-numbers": "I", "text-weights": "f",
    "kind-numbers": "H", "uses": "I", "slots": "I", "counts": "I", "letters": "Q", "phrase-duties": "H",
}  # fmt: skip
PRECISION = 1000  # steps of a duty's weight from 0 to 1; it is never above 65
NOWHERE = Column([], [])
NOTHING = Postings(NOWHERE, NOWHERE)


class Phrase(NamedTuple):
    """A word or short phrase that people use for a duty."""

    features: str  #: the stems of the words that carry the situation, in order, with spaces between
    stems: str  #: the stems of all its words
    duty: int  #: number of the duty


class Index:
    """An opened index.

    Its bytes are one line of JSON that says where each section begins, then the sections. Words are lines,
    found by a table of their checksums; what they point to lies in arrays, in which each word has its stretch.
    There are millions of these numbers and every search reads them: they are as short as they can be. Phrases
    and words as written are sorted lines, found by halving; texts are lines by number. Only what a query needs
    is copied.

    Raises:
        ValueError: the bytes are damaged, or were written on a machine with another order of bytes.
    """

    def __init__(self, raw: bytes) -> None:
        at = raw.find(b"\n") + 1
        layout = json.loads(raw[:at])
        sections: dict[str, Any] = {}
        self._raw, self._starts = raw, dict[str, int]()
        for name, size in layout["sections"]:
            sections[name] = memoryview(raw)[at : at + size]
            self._starts[name] = at
            at += size
        if at != len(raw) or layout["order"] != sys.byteorder:
            raise ValueError("the index is cut short, or from another kind of machine")
        self.duties: list[str] = layout["duties"]
        self.said: int = layout["said"]  #: phrases and stories that it was made from
        self._arrays: dict[str, Any] = {name: sections[name].cast(kind) for name, kind in ARRAYS.items()}
        self._opened: dict[str, Postings] = {}
        self._lines = {name: sections[f"{name}-lines"].cast("I") for name in ("phrases", "texts", "words", "surface")}

    def phrases(self, features: str) -> tuple[list[Phrase], bool]:
        """The phrases that are these features, and whether longer ones begin with them."""
        found: list[Phrase] = []
        number, duties = self._at("phrases", features), self._arrays["phrase-duties"]
        while number < len(duties):
            own, _, stems = self._line("phrases", number).partition("\t")
            if own != features:
                return found, own.startswith(f"{features} ")
            found.append(Phrase(own, stems, duties[number]))
            number += 1
        return found, False

    def text_id(self, number: int) -> str:
        """The id of a provision or part."""
        return self._line("texts", number)

    def postings(self, word: str) -> Postings:
        """What a stem, or two with a space between, point to; empty where that is unknown."""
        if word not in self._opened:
            number = self._hashed(word.encode())
            self._opened[word] = NOTHING if number is None else self._stretches(number)
        return self._opened[word]

    def _stretches(self, word: int) -> Postings:
        duty, text, kind, duties, texts, kinds = self._arrays["bounds"][3 * word : 3 * word + 6].tolist()
        arrays = self._arrays
        return Postings(
            Column(arrays["duty-numbers"][duty:duties].tolist(), arrays["duty-weights"][duty:duties].tolist()),
            # Most words stand in no text and are of no kind.
            Column(arrays["text-numbers"][text:texts].tolist(), arrays["text-weights"][text:texts].tolist())
            if text < texts
            else NOWHERE,
            arrays["kind-numbers"][kind:kinds].tolist() if kind < kinds else (),
            arrays["uses"][word],
        )

    def _hashed(self, word: bytes) -> int | None:
        """The number of a word; its slot holds the number plus one, or the next slot that is free did."""
        lines, first = self._lines["words"], self._starts["words"]
        slots: Sequence[int] = self._arrays["slots"]
        size = len(slots)
        at = crc32(word) % size if size else 0
        while size and (number := slots[at]):
            start = first + lines[number - 1]
            if self._raw.startswith(word, start) and self._raw[start + len(word)] == ord("\n"):
                return number - 1
            at = (at + 1) % size
        return None

    def count(self, word: str) -> int:
        """How often a word stands in the phrases and texts as it is written; 0 where it never does."""
        number = self._at("surface", word)
        found = number < len(self._lines["surface"]) and self._line("surface", number) == word
        return int(self._arrays["counts"][number]) if found else 0

    def words_from(self, letter: str) -> Iterator[Known]:
        """The words, as they are written, that begin with a letter, with how often they stand."""
        first, last = (self._at("surface", end) for end in (letter, f"{letter}\U0010ffff"))
        words = self._raw[self._start("surface", first) : self._start("surface", last)].decode().split("\n")
        # Behind the last line end stands one more "", which `zip` leaves out.
        counts, seen = (self._arrays[name][first:last].tolist() for name in ("counts", "letters"))
        return zip(words, counts, seen, strict=False)

    def _start(self, name: str, number: int) -> int:
        """Where a line begins; where the section ends for the number behind the last."""
        lines = self._lines[name]
        return self._starts[name] + lines[number] if number < len(lines) else self._starts[f"{name}-lines"]

    def _line(self, name: str, number: int) -> str:
        return self._raw[self._start(name, number) : self._start(name, number + 1) - 1].decode()

    def _at(self, name: str, word: str) -> int:
        """The number of the first line that does not come before this word, by halving."""
        raw, first = self._raw, self._starts[name]

        def line_at(start: int) -> bytes:
            return raw[first + start : raw.index(b"\n", first + start)]

        return bisect_left(self._lines[name], word.encode(), key=line_at)


def write_index(
    duties: Sequence[str],
    phrases: Sequence[Phrase],
    said: int,
    texts: Sequence[str],
    words: Mapping[str, int],
    postings: Iterable[tuple[str, Postings]],
) -> bytes:
    """The bytes of an index; see `Index`.

    Args:
        duties: ids of the duties, by their numbers.
        phrases: sorted.
        said: how many phrases and stories there are.
        texts: ids of provisions and parts, by their numbers.
        words: how often each word stands, as it is written.
        postings: what each stem, or two side by side, point to.
    """
    surface = sorted(words)
    stems: list[str] = []
    arrays: dict[str, Any] = {name: array(kind, [0, 0, 0] if name == "bounds" else []) for name, kind in ARRAYS.items()}
    for stem, found in postings:
        stems.append(stem)
        arrays["uses"].append(found.uses)
        arrays["duty-numbers"].extend(found.duties.numbers)
        arrays["duty-weights"].extend(map(int, found.duties.weights))
        arrays["text-numbers"].extend(found.texts.numbers)
        arrays["text-weights"].extend(found.texts.weights)
        arrays["kind-numbers"].extend(found.kinds)
        arrays["bounds"].extend(len(arrays[f"{name}-numbers"]) for name in ("duty", "text", "kind"))
    arrays["slots"] = _slots(stems)
    arrays["counts"].extend(words[word] for word in surface)
    arrays["letters"].extend(map(letters, surface))
    arrays["phrase-duties"].extend(phrase.duty for phrase in phrases)
    sections = [(name, values.tobytes()) for name, values in arrays.items()]
    sections += _lines("phrases", [f"{phrase.features}\t{phrase.stems}" for phrase in phrases])
    sections += [*_lines("texts", texts), *_lines("words", stems), *_lines("surface", surface)]
    sizes = [(name, len(raw)) for name, raw in sections]
    head = json.dumps({"order": sys.byteorder, "duties": list(duties), "said": said, "sections": sizes})
    return head.encode() + b"\n" + b"".join(raw for _, raw in sections)


def _lines(name: str, rows: Sequence[str]) -> list[tuple[str, bytes]]:
    """A section of lines, and the one that says where each begins."""
    raw = [row.encode() + b"\n" for row in rows]
    starts = array("I", [0, *accumulate(map(len, raw))][: len(raw)])
    return [(name, b"".join(raw)), (f"{name}-lines", starts.tobytes())]


def _slots(words: Sequence[str]) -> "array[int]":
    """A table in which each word's number, plus one, stands at its checksum or in the next free slot."""
    slots = array("I", bytes(4 * (2 * len(words) + 1)))
    for number, word in enumerate(words, 1):
        at = crc32(word.encode()) % len(slots)
        while slots[at]:
            at = (at + 1) % len(slots)
        slots[at] = number
    return slots
