"""Reads a scenario (`format: peerethics/scenario@1`)."""

from collections.abc import Callable, Mapping
from typing import TypeVar

import yaml

from peerethics import scenario as values
from peerethics.reading.sheet import Map, Shape, Sheet, open_sheet
from peerethics.scenario import Cite, Key, Option, Review, Roles, Scenario, Verdict

Value = TypeVar("Value")
ID = Shape(r"[a-z0-9](?:[a-z0-9-]{1,38})[a-z0-9]", "loans-bus-fare")
OPTION_ID = Shape(r"[a-z0-9](?:[a-z0-9-]{0,19})", "lend")
CODE = Shape(r"[a-z][a-z0-9]{0,11}", "mo")
PLACE = Shape(r"[a-z][a-z0-9]{0,11}-[A-Za-z0-9.]+", "mo-13")
VERDICT = Shape(r"same|partly-differs|differs|[a-z][a-z0-9]{0,11}-silent", "mo-silent")
DATE = Shape(r"20[0-9]{2}-[01][0-9]-[0-3][0-9]", "2026-11-22")
MOST_OPTIONS = 7  # the eighth letter asks for the hint
MARK = Shape(r"[0-9a-f]{12}", "3e98085d57f6")


def open_scenario(raw: bytes, shown: str) -> tuple[Scenario | None, Sheet]:
    """A scenario from its file's contents, and the sheet with its problems and places.

    Args:
        raw: the contents.
        shown: how problems name the file.
    """
    root, sheet = open_sheet(raw, shown)
    if root is None:
        return None, sheet
    top = Map(sheet, root, "a scenario")
    top.text("format", required=True)
    scenario = Scenario(
        id=top.text("id", required=True, shape=ID),
        rev=_revision(top),
        status=top.choice("status", values.STATUSES),
        author=top.prose("author", required=True),
        title=top.prose("title", required=True),
        setting=top.prose("setting", required=True),
        topics=top.texts("topics", required=True),
        level=top.choice("level", values.LEVELS),
        difficulty=top.choice("difficulty", values.DIFFICULTIES),
        content_notes=_notes(top),
        stem=top.prose("stem", required=True),
        prompt=top.prose("prompt", required=True),
        short_prompt=top.prose("short_prompt", required=True),
        hint=top.prose("hint", required=True),
        options=_options(top),
        cite=_by_code(top, "cite", lambda node, name: _inside(top, node, name, _key)),
        compare=top.one("compare", _verdict, "`compare`", required=True) or Verdict("", "", ()),
        beyond_code=top.prose("beyond_code"),
        discussion=top.texts("discussion", required=True),
        roles=top.one("roles", _roles, "`roles`", required=True) or Roles("", ""),
        reviews=top.each("reviews", _review, "a review"),
        text_checked=_by_code(top, "text_checked", lambda node, name: sheet.text(node, name, MARK), required=False),
        panel=_by_code(top, "panel", lambda node, name: _panel(sheet, node, name), required=False),
    )
    top.close()
    top.place_keys()
    return scenario, sheet


def _revision(top: Map) -> int:
    number = top.number("rev", required=True)
    node = top.node_of("rev")
    if node is not None and not number and node.value == "0":
        top.sheet.report(node, "revisions begin with 1", "write `rev: 1`")
    return number


def _notes(top: Map) -> tuple[str, ...]:
    notes = top.texts("content_notes")
    node = top.node_of("content_notes")
    for note in notes:
        if node is not None and note not in values.CONTENT_NOTES:
            top.sheet.report(node, f"{note!r} is no content note", "use: " + ", ".join(values.CONTENT_NOTES))
    return notes


def _options(top: Map) -> tuple[Option, ...]:
    node = top.node_of("options")
    if isinstance(node, yaml.SequenceNode) and len(node.value) > MOST_OPTIONS:
        top.sheet.report(node, f"`options` has {len(node.value)} entries", f"give 3 or 4, and at most {MOST_OPTIONS}")
        return ()
    return top.each("options", _option, "an option", required=True)


def _option(entry: Map) -> Option:
    own = entry.text("id", required=True, shape=OPTION_ID)
    entry.place(f"option {own}")
    return Option(
        own,
        entry.prose("text", required=True),
        entry.prose("short", required=True),
        _by_code(entry, "rating", lambda node, name: _rating(entry.sheet, node, name)),
        entry.prose("misconception"),
        _by_code(entry, "rationale", lambda node, name: " ".join(entry.sheet.text(node, name).split())),
        _by_code(entry, "cites", lambda node, name: _cites(entry.sheet, node, name)),
    )


def _rating(sheet: Sheet, node: yaml.Node, name: str) -> int | None:
    if node.tag.endswith(":null"):
        return None
    number = sheet.whole_number(node, name)
    if number > values.BEST:
        sheet.report(node, f"{name} is {number}", "rate from 0 (breaks the code) to 3 (best), or null")
        return None
    return number


def _cites(sheet: Sheet, node: yaml.Node, name: str) -> tuple[Cite, ...]:
    if not isinstance(node, yaml.SequenceNode):
        sheet.report(node, f"{name} must be a list", "write [{id: mo-13, basis: explicit}]")
        return ()
    found = []
    for one in node.value:
        entry = Map(sheet, one, "a citation")
        found.append(
            Cite(entry.text("id", required=True, shape=PLACE), entry.choice("basis", ("explicit", "inferred")))
        )
        entry.close()
    return tuple(found)


def _key(entry: Map) -> Key:
    return Key(*(entry.texts(name, shape=PLACE) for name in ("key", "accept", "distractors")))


def _verdict(entry: Map) -> Verdict:
    return Verdict(
        entry.text("verdict", required=True, shape=VERDICT),
        entry.prose("note", required=True),
        entry.texts("differences"),
    )


def _roles(entry: Map) -> Roles:
    return Roles(entry.prose("person", required=True), entry.prose("specialist", required=True))


def _review(entry: Map) -> Review:
    return Review(
        entry.prose("by", required=True),
        entry.prose("role", required=True),
        entry.text("date", required=True, shape=DATE),
        entry.choice("verdict", ("approve", "change")),
    )


def _panel(sheet: Sheet, node: yaml.Node, name: str) -> Mapping[str, tuple[int, ...]]:
    """What each person on a panel gave each option; null for who gave nothing."""
    if not isinstance(node, yaml.MappingNode):
        sheet.report(node, f"{name} must say it for each option", "write {lend: [2, 2, 1]}")
        return {}
    found: dict[str, tuple[int, ...]] = {}
    for key, given in node.value:
        option = sheet.text(key, f"an option in {name}", OPTION_ID)
        if not isinstance(given, yaml.SequenceNode):
            sheet.report(
                given, f"the ratings of {option} must be a list", "write one rating for each person: [2, 2, 1]"
            )
            continue
        ratings = (_rating(sheet, one, f"a rating of {option}") for one in given.value)
        found[option] = tuple(rating for rating in ratings if rating is not None)
    return found


def _inside(top: Map, node: yaml.Node, name: str, read: Callable[[Map], Value]) -> Value:
    entry = Map(top.sheet, node, name)
    value = read(entry)
    entry.close()
    return value


def _by_code(
    entry: Map, key: str, read: Callable[[yaml.Node, str], Value], required: bool = True
) -> Mapping[str, Value]:
    """A mapping from codes to what `read` makes of each node."""
    node = entry.node_of(key, required)
    if node is None:
        return {}
    if not isinstance(node, yaml.MappingNode):
        entry.sheet.report(node, f"`{key}` must say it for each code", "write {mo: ..., ms: ...}")
        return {}
    found: dict[str, Value] = {}
    for name, value in node.value:
        code = entry.sheet.text(name, f"a code in `{key}`", CODE)
        if code:
            found[code] = read(value, f"`{key}` of {code}")
    return found
