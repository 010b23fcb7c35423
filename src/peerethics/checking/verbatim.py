"""Proves a code word for word: rebuilds the whole document from the data and compares it with the source."""

import difflib
from collections.abc import Iterator
from typing import NamedTuple

from peerethics.library.sources import Held
from peerethics.models import Code

SHOWN = 8  # words of a difference that are shown


class Difference(NamedTuple):
    """A place where a code and its source differ."""

    entry: str  #: the id of the part or provision; "" for the code as a whole
    what: str
    remedy: str


class _Word(NamedTuple):
    text: str
    where: str | int  #: the entry's id, or the line in the source


def verify(code: Code, source: Held | None) -> list[Difference]:
    """Every difference between a code and its source; [] proves that no word is lost, added or changed.

    White space does not count; everything else does, numbers and Markdown marks included.
    """
    if not code.source.file:
        return []
    if source is None:
        return [Difference("", f"the source {code.source.file!r} is not there", "put it beside the code's file")]
    found = []
    if len(source.raw) != code.source.bytes:
        what = f"the source has {len(source.raw)} bytes, not {code.source.bytes}"
        found.append(Difference("", what, "restore the source, or correct `bytes`"))
    if source.sha256 != code.source.sha256:
        what = f"the source's sha256 is {source.sha256}"
        found.append(Difference("", what, "restore the source, or correct `sha256`"))
    try:
        text = source.raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return [*found, Difference("", "the source is not UTF-8 text", "save it as UTF-8")]
    rebuilt, printed = list(rebuild(code)), list(_source_words(text))
    return found + (_word_differences(rebuilt, printed) or _line_differences(code, rebuilt, printed))


def rebuild(code: Code) -> Iterator[_Word]:
    """The words of the whole document in printed order, each with the entry that it belongs to."""
    for part in code.parts:
        for word in f"{part.heading} {part.text}".split():
            yield _Word(word, part.id)
        for provision in part.provisions:
            marker = part.marker.replace("{n}", str(provision.number))
            for word in f"{marker} {provision.text}".split():
                yield _Word(word, provision.id)


def _source_words(text: str) -> Iterator[_Word]:
    for number, line in enumerate(text.split("\n"), 1):
        for word in line.split():
            yield _Word(word, number)


def _word_differences(rebuilt: list[_Word], printed: list[_Word]) -> list[Difference]:
    ours, theirs = [w.text for w in rebuilt], [w.text for w in printed]
    if ours == theirs:
        return []
    start, end = _common_ends(ours, theirs)
    a, b = rebuilt[start : len(rebuilt) - end], printed[start : len(printed) - end]
    matcher = difflib.SequenceMatcher(None, [w.text for w in a], [w.text for w in b], autojunk=False)
    found = []
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind != "equal":
            entry, line = _place(rebuilt, start + i1, printed, start + j1, lost=kind == "insert")
            found.append(_difference(entry, line, _quote(a[i1:i2]), _quote(b[j1:j2])))
    return found


def _place(rebuilt: list[_Word], ours: int, printed: list[_Word], theirs: int, lost: bool) -> tuple[str, int]:
    """The entry and the line of a difference; lost words belong to the entry that holds the rest of their line."""
    line = printed[min(theirs, len(printed) - 1)].where if printed else 0
    if lost and 0 < theirs < len(printed) and printed[theirs - 1].where == line:
        ours -= 1
    entry = rebuilt[max(0, min(ours, len(rebuilt) - 1))].where if rebuilt else ""
    return str(entry), int(line)


def _common_ends(ours: list[str], theirs: list[str]) -> tuple[int, int]:
    """How many words are the same at the beginning, and at the end."""
    most = min(len(ours), len(theirs))
    start = next((i for i in range(most) if ours[i] != theirs[i]), most)
    end = next((i for i in range(most - start) if ours[-1 - i] != theirs[-1 - i]), most - start)
    return start, end


def _difference(entry: str, line: int, ours: str, theirs: str) -> Difference:
    if ours and theirs:
        what = f"{entry} has {ours} where line {line} of the source has {theirs}"
    elif theirs:
        what = f"{entry} lacks {theirs} of line {line} of the source"
    else:
        what = f"{entry} has {ours}, which is not in the source at line {line}"
    return Difference(entry, what, "copy the source's words exactly")


def _quote(words: list[_Word]) -> str:
    shown = [word.text for word in words[:SHOWN]] + (["..."] if len(words) > SHOWN else [])
    return f'"{" ".join(shown)}"' if shown else ""


def _line_differences(code: Code, rebuilt: list[_Word], printed: list[_Word]) -> list[Difference]:
    """Line numbers that do not say where an entry stands; asked only where all words agree."""
    lines: dict[str, tuple[int, int]] = {}
    for ours, theirs in zip(rebuilt, printed, strict=True):
        first, _ = lines.get(str(ours.where), (int(theirs.where), 0))
        lines[str(ours.where)] = (first, int(theirs.where))
    stated = {part.id: part.lines for part in code.parts if part.id in lines}
    stated |= {p.id: p.lines for p in code.provisions()}
    return [
        Difference(
            entry, f"{entry} stands in lines {list(lines[entry])} of the source, not {list(said)}", "correct `lines`"
        )
        for entry, said in stated.items()
        if said != lines[entry]
    ]
