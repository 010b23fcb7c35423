"""Any single word changed, lost or added in the issuer's words of a shipped file is caught: a thousand are tried."""

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from libraries import proof, read_code

from peerethics.checking.verbatim import rebuild
from peerethics.library.places import shipped_data
from peerethics.library.sources import find_source

SHIPPED = [shipped_data() / "codes" / "mo.yaml", shipped_data() / "codes" / "ms.yaml"]
ISSUERS_KEYS = {"text", "heading", "chapeau"}
CHANGES = 500  # in each of the two shipped files


class Word(NamedTuple):
    """A word of the issuer's in the raw text of a YAML file."""

    start: int
    end: int
    owner: str  #: the id of the part, provision or item whose word it is


def issuers_words(raw: str) -> list[Word]:
    """Where the issuer's words stand in a YAML file, found by YAML's own marks and not by our reader."""
    top = {key.value: value for key, value in yaml.compose(raw, Loader=yaml.SafeLoader).value}
    return [
        Word(word.start(), word.end(), owner)
        for node, owner in issuers_nodes(top["document"], "")
        for word in re.compile(r"\S+").finditer(raw, *content(node, raw))
    ]


def issuers_nodes(node: yaml.Node, owner: str) -> Iterator[tuple[yaml.ScalarNode, str]]:
    """The nodes that hold the issuer's words, each with the id of the entry that it belongs to."""
    if isinstance(node, yaml.SequenceNode):
        for child in node.value:
            yield from issuers_nodes(child, owner)
    elif isinstance(node, yaml.MappingNode):
        values = {key.value: value for key, value in node.value if key.value not in ("editorial", "sic")}
        own = values["id"].value
        for key, value in values.items():
            if key in ISSUERS_KEYS:
                yield value, own
            else:
                yield from issuers_nodes(value, own)


def content(node: yaml.ScalarNode, raw: str) -> tuple[int, int]:
    """Where a node's words begin and end in the raw text, without its quotation or block marks."""
    start, end = node.start_mark.index, node.end_mark.index
    if node.style in ("'", '"'):
        return start + 1, end - 1
    return (raw.index("\n", start) if node.style in ("|", ">") else start), end


def one_change(rng: random.Random, raw: str, words: list[Word]) -> tuple[str, str, Word]:
    """A file with one word changed, deleted or inserted; the kind of change, and where it was made."""
    at = rng.randrange(len(words))
    word = words[at]
    text = raw[word.start : word.end]
    kind = rng.choice(
        ["another word", "a letter", "capitals", "lost", "added", "doubled", "swapped", "joined", "a mark"]
    )
    other = words[rng.randrange(len(words))]
    new = {
        "another word": raw[other.start : other.end],
        "a letter": text[:-1] + rng.choice("aeiou") + text[-1:],
        "capitals": text.swapcase(),
        "lost": "",
        "added": text + " not",
        "doubled": f"{text} {text}",
        "joined": text + "x",
        "a mark": text.rstrip(".,;:") if text[-1] in ".,;:" else text + ",",
    }.get(kind, text)
    end = word.end
    if kind == "swapped" and at + 1 < len(words) and words[at + 1].owner == word.owner:
        following = words[at + 1]
        gap = raw[word.end : following.start]
        new, end = raw[following.start : following.end] + gap + text, following.end
    return raw[: word.start] + new + raw[end:], kind, word


def belongs(entry: str, owner: str) -> bool:
    """Whether a difference placed at an entry is at this owner; an item's words belong to its provision."""
    return entry == owner or owner.startswith(f"{entry}.")


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_any_single_word_changed_lost_or_added_is_caught_and_placed(path: Path) -> None:
    raw = path.read_text("utf-8")
    words = issuers_words(raw)
    rng = random.Random(f"peerethics {path.name}")
    tried: dict[str, int] = {}
    missed, misplaced, unread = [], [], 0
    while sum(tried.values()) < CHANGES:
        changed, kind, word = one_change(rng, raw, words)
        if " ".join(changed.split()) == " ".join(raw.split()):
            continue  # such as a word replaced by itself
        tried[kind] = tried.get(kind, 0) + 1
        found = proof(path, changed)
        about = f"{kind} at {raw[word.start : word.end]!r} of {word.owner}"
        unread += any(not one.entry for one in found)
        if not found:
            missed.append(about)
        elif not any(belongs(one.entry, word.owner) or not one.entry for one in found):
            misplaced.append(f"{about}: {[one.what for one in found]}")
    assert missed == []
    assert misplaced == []
    assert len(tried) >= 8
    assert unread < CHANGES / 20, "most must be caught by the comparison, not as broken YAML"


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_single_issuers_word_is_watched(path: Path) -> None:
    """Not a sample: all words, many at once, each must be named by its own entry."""
    raw = path.read_text("utf-8")
    words = issuers_words(raw)
    owners = {re.sub(r"\.[a-z]$", "", word.owner) for word in words}
    pieces, at = [], 0
    for word in words:
        pieces += [raw[at : word.start], "@" + raw[word.start : word.end]]
        at = word.end
    code, problems = read_code(path, "".join([*pieces, raw[at:]]))
    assert problems == []
    assert code
    rebuilt = [word.text for word in rebuild(code)]
    assert sum(word.startswith("@") for word in rebuilt) == len(words)
    assert {str(word.where) for word in rebuild(code) if word.text.startswith("@")} == owners


def test_the_words_that_are_tried_are_all_words_of_the_sources() -> None:
    """Only numbers, their bullets and the letters of items are not in the YAML as words: they come from the ids."""
    for path in SHIPPED:
        code, _ = read_code(path, path.read_text("utf-8"))
        assert code
        source = find_source(code, [])
        assert source
        marks = sum(len(part.marker.split()) * len(part.provisions) for part in code.parts)
        letters = sum(len(provision.items) for provision in code.provisions())
        assert len(issuers_words(path.read_text("utf-8"))) == len(source.raw.split()) - marks - letters
