"""Reads one code of ethics (`format: peerethics/code@1`) into a Code."""

import re

import yaml

from peerethics.models import Code, Edition, Item, Part, Provision, Sic, Source
from peerethics.reading.sheet import Map, Shape, Sheet, open_sheet

GIST_LENGTH = 75  # characters; a gist is one line on an 80-column screen
PART_KINDS = ("title", "preamble", "provisions", "bridge", "acknowledgement", "form", "note")
SIC_KINDS = ("grammar", "layout", "punctuation", "reference", "spelling")
CODE_ID = Shape(r"[a-z][a-z0-9]{0,11}", "mo")
ALIAS = Shape(r"[A-Za-z][A-Za-z0-9 .'-]{0,40}", "us-mo")
SHA256 = Shape(r"[0-9a-f]{64}", "the 64 hexadecimal digits that sha256sum prints")
PLAIN_PATH = Shape(r"[A-Za-z0-9_][A-Za-z0-9_. -]*(/[A-Za-z0-9_][A-Za-z0-9_. -]*)*", "sources/missouri.txt")
NUMERAL = Shape(r"[IVX]{1,6}|[0-9]{1,2}|[A-Z]", "IV")
MARKER = Shape(r"[^{}]*\{n\}[^{}]*", "{n}.")
DUTY_ID = Shape(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", "gifts")


def open_code(raw: bytes, shown: str, path: str) -> tuple[Code | None, Sheet]:
    """A code from the contents of its file, and the sheet with its problems and places.

    Args:
        raw: the contents.
        shown: how problems name the file.
        path: where the file lies.
    """
    root, sheet = open_sheet(raw, shown)
    return (None if root is None else read_code(root, sheet, path)), sheet


def read_code(root: yaml.Node, sheet: Sheet, path: str) -> Code:
    """The code in the tree of the file at `path`; what is wrong with it is reported on the sheet."""
    top = Map(sheet, root, "a code")
    top.text("format", required=True)
    code_id = top.text("id", required=True, shape=CODE_ID)
    top.text("jurisdiction")
    terms = top.one("terms", lambda m: (m.texts("worker"), m.texts("served")), "`terms`") or ((), ())
    code = Code(
        id=code_id,
        name=top.prose("name", required=True),
        aliases=tuple(a.lower() for a in top.texts("aliases", shape=ALIAS)),
        issuer=top.prose("issuer", required=True),
        edition=top.one("edition", _edition, "`edition`") or Edition("not stated in the source", ""),
        source=top.one("source", _source, "`source`") or Source("", "", 0),
        workers=terms[0],
        served=terms[1],
        parts=top.each("document", lambda m: _part(m, code_id), "a part", required=True),
        path=path,
    )
    top.close()
    _check_ids(code, sheet)
    return code


def _edition(entry: Map) -> Edition:
    return Edition(entry.prose("stated") or "not stated in the source", entry.prose("warning"), entry.prose("brief"))


def _source(entry: Map) -> Source:
    entry.text("language")
    return Source(
        entry.text("file", required=True, shape=PLAIN_PATH),
        entry.text("sha256", required=True, shape=SHA256),
        entry.number("bytes", required=True),
    )


def _sic(entry: Map) -> Sic:
    return Sic(
        entry.prose("quote", required=True),
        entry.prose("reading"),
        entry.choice("kind", SIC_KINDS),
        entry.prose("note"),
    )


def _editorial(entry: Map) -> tuple[str, str, tuple[str, ...]]:
    label, gist = entry.prose("label", required=True), entry.prose("gist")
    node = entry.node_of("gist")
    if node is not None and len(gist) > GIST_LENGTH:
        entry.sheet.report(node, f"the gist has {len(gist)} characters", f"say it in {GIST_LENGTH}")
    return label, gist, entry.texts("duties", shape=DUTY_ID)


def _part(entry: Map, code_id: str) -> Part:
    part_id = entry.text("id", required=True, shape=Shape(rf"{code_id}-[A-Za-z0-9]+", f"{code_id or 'mo'}-preamble"))
    kind = entry.choice("kind", PART_KINDS)
    numeral = entry.text("numeral", shape=NUMERAL)
    label, gist, _ = entry.one("editorial", _editorial, "`editorial`") or ("", "", ())
    prefix = f"{code_id}-{numeral}." if numeral else f"{code_id}-"
    is_list = kind == "provisions"
    part = Part(
        id=part_id,
        kind=kind,
        name=numeral or entry.text("name") or part_id.partition("-")[2],
        numeral=numeral,
        unit=entry.text("unit"),
        heading=entry.prose("heading"),
        lines=entry.lines("lines"),
        text=paragraphs(entry.text("text", required=not is_list)),
        subject=entry.prose("subject"),
        marker=entry.text("marker", shape=MARKER) or "{n}.",
        sic=entry.each("sic", _sic, "a `sic` entry"),
        label=label,
        gist=gist,
        provisions=entry.each("provisions", lambda m: _provision(m, prefix), "a provision", required=is_list),
    )
    entry.node_of("name")
    entry.place(part_id)
    if is_list and part.text:
        entry.sheet.report(
            entry.node, "a list of provisions has no `text` of its own", "make that text a part before it"
        )
    return part


def paragraphs(text: str) -> str:
    """White space collapsed inside each paragraph; paragraphs stay apart by one newline."""
    return "\n".join(" ".join(p.split()) for p in text.split("\n") if p.strip())


def _provision(entry: Map, prefix: str) -> Provision:
    own_id = entry.text("id", required=True, shape=Shape(re.escape(prefix) + r"[1-9][0-9]{0,2}", f"{prefix}1"))
    entry.place(own_id)
    items = entry.each("items", lambda m: _item(m, own_id), "an item")
    chapeau = entry.prose("chapeau", required=bool(items))
    text = entry.prose("text", required=not items)
    if items and text:
        entry.sheet.report(entry.node, "`text` and `items` exclude each other", "keep `chapeau` with `items`")
    if items:
        text = " ".join([chapeau, *(f"{item.letter}) {item.text}" for item in items)])
    label, gist, duties = entry.one("editorial", _editorial, "`editorial`") or ("", "", ())
    number = own_id[len(prefix) :]
    return Provision(
        id=own_id,
        number=int(number) if number else 0,
        lines=entry.lines("lines"),
        text=text,
        chapeau=chapeau,
        items=items,
        sic=entry.each("sic", _sic, "a `sic` entry"),
        label=label,
        gist=gist,
        duties=duties,
    )


def _item(entry: Map, parent: str) -> Item:
    own_id = entry.text("id", required=True, shape=Shape(re.escape(parent) + r"\.[a-z]", f"{parent}.a"))
    entry.place(own_id)
    label, gist, _ = entry.one("editorial", _editorial, "`editorial`") or ("", "", ())
    return Item(own_id, own_id[-1:], entry.prose("text", required=True), label, gist)


def _check_ids(code: Code, sheet: Sheet) -> None:
    """No id twice, and numbers that only rise: a lost or doubled entry must not go unseen."""
    seen: set[str] = set()
    for part in code.parts:
        last = 0
        ids = [part.id]
        for provision in part.provisions:
            ids += [provision.id, *(item.id for item in provision.items)]
            if provision.number and provision.number <= last:
                sheet.report_at(provision.id, f"{provision.id} stands after number {last}", "put the numbers in order")
            last = provision.number
        for one in ids:
            if one and one in seen:
                sheet.report_at(one, f"the id {one} stands here twice", "give each entry its own id")
            seen.add(one)
