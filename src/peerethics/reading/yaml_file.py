"""Turns a YAML file that nobody vouches for into nodes that are safe to walk; the only user of PyYAML.

Nothing is ever constructed from YAML tags: the file is composed into nodes, which carry their line
and column. What could explode, hide or deceive is refused: aliases, tags, merge keys, repeated keys,
control characters (terminal escapes, right-to-left overrides), files too large to be ours.
"""

import re
from collections.abc import Callable

import yaml

from peerethics.models import Problem

MAX_BYTES = 8_000_000  # the largest file of ours, the topics, has a quarter of it
MOST_EVENTS = 600_000  # nodes and their ends; the topics have a sixth of it
DEEPEST = 40  # levels of nesting; our own files have 7
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C loader is 7 times faster
_PLAIN_TAGS = frozenset(
    f"tag:yaml.org,2002:{name}" for name in ("map", "seq", "str", "int", "float", "bool", "null", "timestamp")
)
# C0 except tab and newline, DEL, C1, bidirectional overrides and isolates, line separators, lone surrogates
_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060\u2066-\u2069\ud800-\udfff\ufeff]"
)


def read_tree(raw: bytes, shown: str) -> tuple[yaml.Node | None, list[Problem]]:
    """The root node of a YAML file, or None, and every problem found on the way.

    Args:
        raw: the file's contents; of a file above MAX_BYTES the beginning is enough.
        shown: how problems name the file.
    """
    text, problem = _decode(raw, shown)
    if problem:
        return None, [problem]
    try:
        if _depth(text) > DEEPEST:
            return None, [Problem(shown, 0, 0, "this YAML is nested too deeply", f"keep it below {DEEPEST} levels")]
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        return None, [_syntax_problem(error, shown)]
    except (RecursionError, ValueError) as error:
        return None, [Problem(shown, 0, 0, f"this YAML cannot be read ({error})", "nest it less deeply")]
    if root is None:
        return None, [Problem(shown, 1, 1, "the file is empty", "start it with a `format:` line")]
    problems = _inspect(root, shown)
    return (None if problems else root), problems


def _depth(text: str) -> int:
    """How deeply a YAML text is nested, or just more than DEEPEST.

    Composing recurses once a level, and the C loader does so on the C stack, which a hostile file could
    overflow; events come one after another.
    """
    depth = deepest = 0
    for number, event in enumerate(yaml.parse(text, Loader=_LOADER)):
        if number > MOST_EVENTS:
            raise ValueError("too many entries")
        if isinstance(event, (yaml.SequenceStartEvent, yaml.MappingStartEvent)):
            depth += 1
            deepest = max(deepest, depth)
            if deepest > DEEPEST:
                break
        elif isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            depth -= 1
    return deepest


def _decode(raw: bytes, shown: str) -> tuple[str, Problem | None]:
    if len(raw) > MAX_BYTES:
        return "", Problem(shown, 0, 0, "the file is too large", f"keep a data file below {MAX_BYTES:,} bytes")
    try:
        return raw.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - (raw.rfind(b"\n", 0, error.start) + 1) + 1
        return "", Problem(shown, line, column, "this is not UTF-8 text", "save the file as UTF-8")


def _syntax_problem(error: yaml.YAMLError, shown: str) -> Problem:
    what = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error).splitlines()[0]
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
    return Problem(shown, line, column, f"not valid YAML: {what}", "check indentation, quotes and colons there")


def _inspect(root: yaml.Node, shown: str) -> list[Problem]:
    """Everything in the tree that no data file of ours may hold."""
    problems: list[Problem] = []
    seen: set[int] = set()
    waiting = [root]
    aliased = False

    def report(node: yaml.Node, what: str, remedy: str) -> None:
        problems.append(Problem(shown, node.start_mark.line + 1, node.start_mark.column + 1, what, remedy))

    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            if not aliased:
                report(node, "an alias (*name) is used on this", "write the value out where it is needed")
            aliased = True
            continue
        seen.add(id(node))
        if node.tag not in _PLAIN_TAGS:
            report(node, f"the tag {node.tag!r} is not used here", "remove the tag or merge key")
        elif isinstance(node, yaml.ScalarNode):
            if found := _CONTROL.search(node.value):
                report(node, f"a control character (U+{ord(found[0]):04X}) stands in this text", "remove it")
        elif isinstance(node, yaml.SequenceNode):
            waiting.extend(reversed(node.value))
        elif isinstance(node, yaml.MappingNode):
            _inspect_keys(node, report)
            waiting.extend(child for pair in reversed(node.value) for child in reversed(pair))
    return sorted(problems, key=lambda p: (p.line, p.column))


def _inspect_keys(node: yaml.MappingNode, report: Callable[[yaml.Node, str, str], None]) -> None:
    first: dict[str, int] = {}
    for key, _value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            report(key, "a key must be a word", "use a plain word as the key")
        elif key.value in first:
            report(key, f"the key {key.value[:60]!r} stands here twice (first in line {first[key.value]})", "keep one")
        else:
            first[key.value] = key.start_mark.line + 1
