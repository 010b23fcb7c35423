"""Takes typed values out of YAML nodes and collects every problem on the way, with its place."""

import difflib
import re
from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple, TypeVar

import yaml

from peerethics.models import ERROR, Problem
from peerethics.reading.yaml_file import read_tree

Value = TypeVar("Value")
LONGEST = 300  # characters of what a problem says
_NUMBER_TAGS = {"int": "a number", "float": "a number", "bool": "true or false", "timestamp": "a date"}


class Shape(NamedTuple):
    """What a string must look like: a regular expression, and an example to show people."""

    regex: str
    example: str


def nearest(word: str, known: Collection[str]) -> str:
    """A "did you mean" for `word` among `known`, or what is known where nothing is near."""
    close = difflib.get_close_matches(word.lower(), list(known), n=1, cutoff=0.6)
    if close:
        return f"did you mean {close[0]!r}?"
    return "use one of: " + ", ".join(sorted(known)) if len(known) <= 12 else "check the spelling"


def shorten(text: str) -> str:
    """A message that stays readable whatever the file put into it."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}..."


class Sheet:
    """One data file while it is read: its name, its problems, and where each id stands."""

    def __init__(self, shown: str) -> None:
        self.shown = shown
        self.problems: list[Problem] = []
        self.places: dict[str, tuple[int, int]] = {}  #: id -> line and column of its entry

    def report(self, node: yaml.Node, what: str, remedy: str = "") -> None:
        """Note a problem at a node."""
        mark = node.start_mark
        self.problems.append(Problem(self.shown, mark.line + 1, mark.column + 1, shorten(what), shorten(remedy)))

    def report_at(self, name: str, what: str, remedy: str = "", severity: str = ERROR) -> None:
        """Note a problem at the entry called `name`; at the file where no such entry was placed."""
        self.problems.append(Problem(self.shown, *self.places.get(name, (0, 0)), what, remedy, severity))

    def text(self, node: yaml.Node, name: str, shape: Shape | None = None) -> str:
        """The string in a node, white space at its ends removed; "" where it is none."""
        if not isinstance(node, yaml.ScalarNode):
            self.report(node, f"{name} must be text", "write it as one string")
            return ""
        kind = _NUMBER_TAGS.get(node.tag.rpartition(":")[2])
        if kind:
            self.report(node, f"{name} is read as {kind} ({node.value})", f'put it in quotes: "{node.value}"')
            return ""
        value = str(node.value).strip()
        if not value:
            self.report(node, f"{name} is empty", "fill it in or remove the key")
        elif shape and not re.fullmatch(shape.regex, value):
            self.report(node, f"{value!r} cannot be {name}", f"write it like {shape.example!r}")
            return ""
        return value

    def whole_number(self, node: yaml.Node, name: str) -> int:
        """The integer in a node, from 0 on; 0 where it is none."""
        if isinstance(node, yaml.ScalarNode) and re.fullmatch(r"0|[1-9][0-9]{0,8}", node.value):
            return int(node.value)
        self.report(node, f"{name} must be a whole number", "write digits only")
        return 0


def open_sheet(raw: bytes, shown: str) -> tuple[yaml.Node | None, Sheet]:
    """The tree in a file's contents, or None, and the sheet that holds what is wrong with it.

    Args:
        raw: the contents.
        shown: how problems name the file.
    """
    sheet = Sheet(shown)
    root, problems = read_tree(raw, shown)
    sheet.problems += problems
    return root, sheet


def open_list(
    raw: bytes, shown: str, key: str, read: Callable[["Map"], Value], one: str
) -> tuple[tuple[Value, ...] | None, Sheet]:
    """The entries of a file that is one list beside its format, or None, and the sheet with its problems and places.

    Args:
        raw: the contents.
        shown: how problems name the file.
        key: where the list stands.
        read: an entry to its value.
        one: what an entry is, such as "a topic".
    """
    root, sheet = open_sheet(raw, shown)
    if root is None:
        return None, sheet
    top = Map(sheet, root, f"a file of {key}")
    top.text("format", required=True)
    entries = top.each(key, read, one, required=True)
    top.close()
    return entries, sheet


class Map:
    """A mapping node: ask for its keys by name; `close()` reports the keys nobody asked for."""

    def __init__(self, sheet: Sheet, node: yaml.Node, what: str) -> None:
        self.sheet, self.node, self.what = sheet, node, what
        self._asked: list[str] = []
        self._nodes: dict[str, yaml.Node] = {}
        self._keys: dict[str, yaml.Node] = {}
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                self._nodes[key.value], self._keys[key.value] = value, key
        else:
            sheet.report(node, f"{what} must be a list of `key: value` lines", "see CONTRIBUTING.md for an example")

    def node_of(self, key: str, required: bool = False) -> yaml.Node | None:
        """The node under a key; None where it is missing or null."""
        self._asked.append(key)
        node = self._nodes.get(key)
        if node is not None and node.tag.endswith(":null"):
            node = None
        if node is None and required and isinstance(self.node, yaml.MappingNode):
            self.sheet.report(self.node, f"{self.what} has no `{key}`", "add it")
        return node

    def text(self, key: str, required: bool = False, shape: Shape | None = None) -> str:
        node = self.node_of(key, required)
        return "" if node is None else self.sheet.text(node, f"`{key}`", shape)

    def prose(self, key: str, required: bool = False) -> str:
        """Text with its white space collapsed."""
        return " ".join(self.text(key, required).split())

    def choice(self, key: str, allowed: Sequence[str], required: bool = True) -> str:
        node = self.node_of(key, required)
        value = "" if node is None else self.sheet.text(node, f"`{key}`")
        if node is not None and value and value not in allowed:
            self.sheet.report(node, f"{value!r} is no {key}", nearest(value, allowed))
            return ""
        return value

    def number(self, key: str, required: bool = False) -> int:
        node = self.node_of(key, required)
        return 0 if node is None else self.sheet.whole_number(node, f"`{key}`")

    def lines(self, key: str) -> tuple[int, int]:
        """A pair of line numbers, `[first, last]`; (0, 0) where the key is missing."""
        node = self.node_of(key)
        if node is None:
            return (0, 0)
        if not isinstance(node, yaml.SequenceNode) or len(node.value) != 2:
            self.sheet.report(node, f"`{key}` must be [first, last]", "write two line numbers")
            return (0, 0)
        first, last = (self.sheet.whole_number(n, f"`{key}`") for n in node.value)
        if not 1 <= first <= last:
            self.sheet.report(node, f"`{key}` runs from {first} to {last}", "the first line comes first, from 1 on")
        return (first, last)

    def texts(self, key: str, required: bool = False, shape: Shape | None = None) -> tuple[str, ...]:
        """A list of strings, no two alike."""
        found: dict[str, None] = {}
        nodes = self._sequence(key, required)
        if required and not nodes and isinstance(self._nodes.get(key), yaml.SequenceNode):
            self.sheet.report(self._nodes[key], f"`{key}` is empty", "fill it in")
        for node in nodes:
            value = self.sheet.text(node, f"an entry of `{key}`", shape)
            if value in found:
                self.sheet.report(node, f"{value!r} stands twice in `{key}`", "keep one")
            if value:
                found[value] = None
        return tuple(found)

    def each(self, key: str, read: Callable[["Map"], Value], what: str, required: bool = False) -> tuple[Value, ...]:
        """A list of mappings, each read by `read` and then closed."""
        values = []
        for node in self._sequence(key, required):
            entry = Map(self.sheet, node, what)
            values.append(read(entry))
            entry.close()
        return tuple(values)

    def one(self, key: str, read: Callable[["Map"], Value], what: str, required: bool = False) -> Value | None:
        """A single mapping under a key, read by `read` and then closed."""
        node = self.node_of(key, required)
        if node is None:
            return None
        entry = Map(self.sheet, node, what)
        value = read(entry)
        entry.close()
        return value

    def place(self, name: str) -> None:
        """Remember where the entry called `name` stands."""
        mark = self.node.start_mark
        self.sheet.places.setdefault(name, (mark.line + 1, mark.column + 1))

    def place_keys(self) -> None:
        """Remember where each key stands, under its own name."""
        for name, node in self._keys.items():
            self.sheet.places.setdefault(name, (node.start_mark.line + 1, node.start_mark.column + 1))

    def close(self) -> None:
        """Report every key that was not asked for, with the nearest one that exists."""
        for name, node in self._keys.items():
            if name not in self._asked:
                self.sheet.report(node, f"{self.what} knows no key {name!r}", nearest(name, self._asked))

    def _sequence(self, key: str, required: bool) -> list[yaml.Node]:
        node = self.node_of(key, required)
        if node is None:
            return []
        if not isinstance(node, yaml.SequenceNode):
            self.sheet.report(node, f"`{key}` must be a list", "start each entry with a dash")
            return []
        return list(node.value)
