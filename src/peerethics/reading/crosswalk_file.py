"""Reads a crosswalk between two codes (`format: peerethics/crosswalk@1`)."""

import yaml

from peerethics.models import Crosswalk, Difference, Pair, Unmatched
from peerethics.reading.sheet import Map, Shape, Sheet, open_sheet

RELATIONS = ("equal", "equivalent", "subset", "superset", "intersects")
CONFIDENCES = ("high", "medium", "low")
PLACE = Shape(r"[a-z][a-z0-9]{0,11}-[A-Za-z0-9.]+(/s[1-9][0-9]?)?", "ms-9/s2")
CODE = Shape(r"[a-z][a-z0-9]{0,11}", "mo")
ID = Shape(r"[a-z0-9]+(-[a-z0-9]+)*", "loans")
FINGERPRINT = Shape(r"[0-9a-f]{12}", "3e98085d57f6")
SILENT = "silent"


def open_crosswalk(raw: bytes, shown: str) -> tuple[Crosswalk | None, Sheet]:
    """A crosswalk from its file's contents, and the sheet with its problems and places."""
    root, sheet = open_sheet(raw, shown)
    if root is None:
        return None, sheet
    top = Map(sheet, root, "a crosswalk")
    top.text("format", required=True)
    source, target = (top.text(key, required=True, shape=CODE) for key in ("source", "target"))
    matching = top.choice("matching", ("syntactic", "semantic", "functional"), required=False) or "semantic"
    method = top.choice("method", ("human", "automation", "hybrid"), required=False) or "human"
    top.texts("reviewers")
    crosswalk = Crosswalk(
        id=top.text("id", required=True, shape=Shape(r"[a-z0-9]+--[a-z0-9]+", "mo--ms")),
        source=source,
        target=target,
        status=top.choice("status", ("draft", "complete", "not-complete", "deprecated", "superseded")),
        rule=top.prose("rule", required=True),
        pairs=top.each("pairs", _pair, "a pair", required=True),
        unmatched=top.each("unmatched", _unmatched, "an unmatched entry"),
        differences=_differences(top, (source, target)),
        method=method,
        matching=matching,
    )
    top.close()
    return crosswalk, sheet


def _pair(entry: Map) -> Pair:
    source, target = (entry.text(key, required=True, shape=PLACE) for key in ("source", "target"))
    entry.place(f"{source} {target}")
    return Pair(
        source,
        target,
        entry.choice("relation", RELATIONS),
        entry.choice("confidence", CONFIDENCES),
        entry.prose("rationale", required=True),
        _fingerprints(entry),
    )


def _fingerprints(entry: Map) -> tuple[str, str]:
    """The marks of both texts, which are the same where the two codes have the same words."""
    node = entry.node_of("fingerprints")
    if node is None:
        return ("", "")
    if not isinstance(node, yaml.SequenceNode) or len(node.value) != 2:
        entry.sheet.report(node, "`fingerprints` must be two", "one for the source, one for the target")
        return ("", "")
    first, second = (entry.sheet.text(one, "an entry of `fingerprints`", FINGERPRINT) for one in node.value)
    return (first, second)


def _unmatched(entry: Map) -> Unmatched:
    own = entry.text("id", required=True, shape=PLACE)
    entry.place(f"unmatched {own}")
    return Unmatched(own, entry.text("nearest", shape=PLACE), entry.prose("note", required=True))


def _differences(top: Map, codes: tuple[str, str]) -> tuple[Difference, ...]:
    if not all(codes):  # reported already; nobody knows which keys `cites` and `says` should have
        top.node_of("differences")
        return ()
    return top.each("differences", lambda entry: _difference(entry, codes), "a difference")


def _difference(entry: Map, codes: tuple[str, str]) -> Difference:
    own = entry.text("id", required=True, shape=ID)
    entry.place(f"difference {own}")
    before = len(entry.sheet.problems)

    def places(key: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
        found = entry.one(key, lambda m: tuple((code, m.texts(code, shape=PLACE)) for code in codes), f"`{key}`")
        return found or tuple((code, ()) for code in codes)

    cites = places("cites")
    says = entry.one(
        "says", lambda m: tuple((code, m.prose(code, required=True)) for code in codes), "`says`", required=True
    )
    readable = len(entry.sheet.problems) == before
    for (code, cited), (_, said) in zip(cites, says or (), strict=False):
        if readable and bool(cited) == (said == SILENT):
            entry.sheet.report(
                entry.node,
                f"{own}: {code} "
                + ("cites a provision and is called silent" if cited else "says something but cites nothing"),
                f"write `{SILENT}` exactly where nothing is cited",
            )
    return Difference(
        own,
        entry.prose("title", required=True),
        entry.text("topic", required=True, shape=ID),
        cites,
        places("near"),
        says or (),
        entry.prose("acts", required=True),
        entry.prose("example", required=True),
    )
