"""The values that everything here speaks of: codes, their parts, provisions, topics and duties.

Named tuples rather than dataclasses: they are frozen and typed as well, and defining one costs a
fifth of the time, which every single start of the command pays.
"""

from collections.abc import Iterator
from typing import NamedTuple

from peerethics.text import from_roman


class Sic(NamedTuple):
    """An oddity of the printed text: noted beside it, never repaired in it."""

    quote: str  #: the words as printed; they occur in the text they stand beside
    reading: str  #: what was probably meant, or ""
    kind: str  #: grammar, layout, punctuation, reference or spelling
    note: str  #: our remark, or ""


class Item(NamedTuple):
    """A lettered item inside a provision, such as ms-IV.2.d."""

    id: str
    letter: str
    text: str  #: the issuer's words, without the letter
    label: str
    gist: str


class Provision(NamedTuple):
    """One numbered provision: the issuer's words, and ours kept apart in `label` and `gist`."""

    id: str  #: "ms-IV.5"; the citation, with a hyphen after the code
    number: int  #: 5
    lines: tuple[int, int]  #: first and last line in the source file, from 1
    text: str  #: the issuer's words, white space collapsed, Markdown emphasis kept
    chapeau: str  #: the words before the lettered items, or ""
    items: tuple[Item, ...]
    sic: tuple[Sic, ...]
    label: str  #: our name for it
    gist: str  #: our one line in plain language
    duties: tuple[str, ...]  #: duties that the code's own file says it states


class Part(NamedTuple):
    """A stretch of the document: a heading with its provisions, or an unnumbered text."""

    id: str  #: "ms-IV", "mo-preamble"
    kind: str  #: title, preamble, provisions, bridge, acknowledgement, form or note
    name: str  #: what people call it in a citation: "IV", "core", "preamble"
    numeral: str  #: "IV", or "" where the part has no number of its own
    unit: str  #: what the document calls its numbered thing, "principle", or ""
    heading: str  #: the printed heading with its Markdown, or ""
    lines: tuple[int, int]  #: of the heading or the text; (0, 0) where neither is printed
    text: str  #: the words of an unnumbered part; "" for a list of provisions
    subject: str  #: the subject that the provisions leave out, shown in brackets, or ""
    marker: str  #: how the source prints a number, "- {n})"
    sic: tuple[Sic, ...]
    label: str
    gist: str
    provisions: tuple[Provision, ...]

    @property
    def value(self) -> int:
        """The number that the numeral stands for: 4 for "IV"; 0 where there is none."""
        return from_roman(self.numeral) or (int(self.numeral) if self.numeral.isdecimal() else 0)


class Source(NamedTuple):
    """The document that a code was taken from."""

    file: str  #: path below the data folder, or "" where no document is held
    sha256: str
    bytes: int


class Edition(NamedTuple):
    """Which edition of the code this is, as far as anybody can tell."""

    stated: str  #: "not stated in the source", or the printed date
    warning: str  #: what is known against it, or ""
    brief: str = ""  #: the same in a few words, for the one quiet line under every answer


class Code(NamedTuple):
    """A whole code of ethics in its printed order."""

    id: str  #: "mo"
    name: str  #: "Missouri"
    aliases: tuple[str, ...]  #: other ways to name it in a citation, lower case
    issuer: str
    edition: Edition
    source: Source
    workers: tuple[str, ...]  #: what the text calls the worker
    served: tuple[str, ...]  #: what the text calls the person served
    parts: tuple[Part, ...]
    path: str  #: the file it was read from, for messages

    @property
    def title(self) -> str:
        """The title as printed, without Markdown marks; the name where none is printed."""
        for part in self.parts:
            if part.kind == "title":
                return part.text.strip("#* ")
        return self.name

    def lists(self) -> list[Part]:
        """The parts that hold numbered provisions."""
        return [part for part in self.parts if part.provisions]

    def provisions(self) -> Iterator[Provision]:
        """Every numbered provision in printed order."""
        for part in self.parts:
            yield from part.provisions


ERROR, WARNING = "error", "warning"


class Problem(NamedTuple):
    """Something wrong in a data file: where, what, and what to do."""

    file: str
    line: int  #: from 1; 0 where the whole file is meant
    column: int
    what: str
    remedy: str = ""
    severity: str = ERROR  #: a warning is for a person to judge; data with warnings can be used

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        kind = "" if self.severity == ERROR else f"{self.severity}: "
        return f"{place}: {kind}{self.what}" + (f"; {self.remedy}" if self.remedy else "")


class Duty(NamedTuple):
    """One thing that codes ask of a worker, and the words people use for it."""

    id: str  #: "loans"
    topic: str  #: id of the topic it belongs to
    label: str
    question: str  #: what a person wants to know, in one line
    states: tuple[str, ...]  #: provisions that name the duty, the closest first
    covers: tuple[str, ...]  #: general provisions that reach it without naming it
    near: tuple[str, ...]  #: the nearest text where a code is silent, and related provisions
    danger: bool  #: whether somebody may be in danger now
    words: tuple[str, ...]  #: everyday words and short phrases
    asks: tuple[str, ...]  #: questions and stories in full

    def levels(self) -> tuple[tuple[str, ...], ...]:
        """The provisions by how directly they answer: states, covers, near."""
        return (self.states, self.covers, self.near)


class Topic(NamedTuple):
    """A field of ethics to browse, with its duties."""

    id: str
    label: str
    about: str
    duties: tuple[Duty, ...]
    primer: str = ""  #: what to know before a quiz on it, in our words


class Kind(NamedTuple):
    """Words that could stand for each other in a story without changing what it is about."""

    id: str  #: "furniture"
    words: tuple[str, ...]  #: single words, and some of two


class Pair(NamedTuple):
    """Two places that ask for something together, and how, read from the source's side."""

    source: str  #: "mo-13", or a sentence of it, "mo-2/s1"
    target: str
    relation: str  #: equal, equivalent, subset, superset or intersects
    confidence: str  #: high, medium or low
    rationale: str  #: one sentence in our words
    fingerprints: tuple[str, str]  #: of both texts when they were judged; "" where not kept


class Unmatched(NamedTuple):
    """A provision that has no counterpart in the other code."""

    id: str
    nearest: str  #: the nearest text of the other code, or ""
    note: str


class Difference(NamedTuple):
    """A situation in which who knows only one code acts differently, or misses a duty."""

    id: str
    title: str
    topic: str
    cites: tuple[tuple[str, tuple[str, ...]], ...]  #: (code, provisions that say it)
    near: tuple[tuple[str, tuple[str, ...]], ...]  #: (code, nearest text where it is silent)
    says: tuple[tuple[str, str], ...]  #: (code, what it says in our words, or "silent")
    acts: str
    example: str


class Crosswalk(NamedTuple):
    """Everything judged between two codes, or between two layers of one."""

    id: str
    source: str
    target: str
    status: str
    rule: str  #: the rule by which relations were chosen
    pairs: tuple[Pair, ...]
    unmatched: tuple[Unmatched, ...]
    differences: tuple[Difference, ...]
    method: str = "human"  #: human, automation or hybrid
    matching: str = "semantic"  #: syntactic, semantic or functional
