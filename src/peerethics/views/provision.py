"""Shows places of a code: the issuer's words first, ours apart from them, the source below."""

import re
from collections.abc import Iterator, Sequence

from peerethics.citations.printed import citation
from peerethics.library.library import Entry
from peerethics.models import Code
from peerethics.pages.blocks import Block, Span, block, issuer_words, labelled
from peerethics.views import citing

DETAILED = 3  # entries that are shown with citation and source each; more share them at the end
_COLUMN = 12
#: What Markdown reads as markup: marks anywhere, and those that begin a list, a rule or a heading.
_MARKS = re.compile(r"[\\`*_\[\]<>#|&~]|^([-+=])|^(\d+)([.)])")


def expand(entries: Sequence[Entry]) -> list[Entry]:
    """The entries with whole codes and lists replaced by what they hold, in printed order."""
    flat: dict[str, Entry] = {}
    for entry in entries:
        for one in _inside(entry):
            flat.setdefault(one.id, one)
    return list(flat.values())


def _inside(entry: Entry) -> Iterator[Entry]:
    if entry.provision or (entry.part and not entry.part.provisions):
        yield entry
    elif entry.part:
        for provision in entry.part.provisions:
            yield entry._replace(id=provision.id, provision=provision)
    else:
        for part in entry.code.parts:
            yield from _inside(Entry(part.id, entry.code, part))


def page(entries: Sequence[Entry]) -> list[Block]:
    """The page for `show`."""
    shown = expand(entries)
    blocks: list[Block] = []
    detailed = len(shown) <= DETAILED
    above = ""
    for entry in shown:
        heading = f"{entry.code.id} {citing.heading(entry)}"
        blocks += card(entry, with_heading=heading != above, detailed=detailed)
        above = heading
    codes = list({entry.code.id: entry.code for entry in shown}.values())
    if not detailed:
        blocks += [_sources(code, [e for e in shown if e.code is code], n == 0) for n, code in enumerate(codes)]
    blocks.append(block(Span(citing.edition_line(codes), "quiet"), gap=True))
    return blocks


def card(entry: Entry, with_heading: bool = True, detailed: bool = True) -> list[Block]:
    """One entry: citation, heading, exact words, our words, and where they come from."""
    blocks = [block(Span(citation(entry), "cite"), gap=True)]
    if with_heading and entry.part and entry.part.kind != "title":
        blocks.append(block(Span(citing.heading(entry), "quiet")))
    blocks += words(entry, indent=4, gap=detailed)
    ours = ". ".join(filter(None, (entry.label, entry.gist)))
    if ours:
        blocks.append(labelled("Our words:", Span(ours, "ours"), indent=4, column=_COLUMN, gap=detailed))
    if detailed:
        blocks.append(labelled("Cite as:", citing.full_citation(entry), indent=4, column=_COLUMN))
        blocks.append(labelled("Source:", citing.source_line(entry), indent=4, column=_COLUMN))
    return blocks


def words(entry: Entry, indent: int = 4, gap: bool = False) -> list[Block]:
    """The issuer's exact words; what they leave out stands before them in square brackets."""
    text = entry.text
    if entry.part and not entry.provision:
        text = entry.part.text.strip("# ") if entry.part.kind == "title" else text
    paragraphs = text.split("\n")
    lead: list[Span] = []
    if entry.item and entry.provision:
        lead = [Span(f"[{entry.provision.chapeau}] ", "quiet"), Span(f"{entry.item.letter}) ")]
    elif entry.part and entry.part.subject and entry.provision and entry.sentence < 2:
        lead = [Span(f"[{entry.part.subject}] ", "quiet")]
    first = block(*lead, *issuer_words(paragraphs[0]), indent=indent, gap=gap)
    return [first, *(block(*issuer_words(p), indent=indent, gap=True) for p in paragraphs[1:])]


def _sources(code: Code, entries: Sequence[Entry], gap: bool) -> Block:
    lines = [line for entry in entries for line in entry.lines if line]
    file = code.source.file.rpartition("/")[2]
    where = f"{file}, lines {min(lines)}-{max(lines)}" if lines and file else file or "no document is held"
    return labelled(f"{code.name}:", f"{citing.document(code)}. Source: {where}.", column=len(code.name) + 2, gap=gap)


def as_json(entry: Entry) -> dict[str, object]:
    """One entry as JSON; `text` holds the issuer's words only."""
    kind = "provision" if entry.provision else entry.part.kind if entry.part else "code"
    return {
        "id": entry.id,
        "code": entry.code.id,
        "citation": citation(entry),
        "kind": "item" if entry.item else "sentence" if entry.sentence else kind,
        "heading": citing.heading(entry),
        "text": entry.text,
        "subject": entry.part.subject if entry.part else "",
        "label": entry.label,
        "gist": entry.gist,
        "items": [_item_json(i.id, i.letter, i.text) for i in entry.provision.items]
        if entry.provision and not entry.item
        else [],
        "sic": [s._asdict() for s in (entry.provision or entry.part or entry.code.parts[0]).sic],
        "cite_as": citing.full_citation(entry),
        "source": citing.json_source(entry),
    }


def _item_json(item_id: str, letter: str, text: str) -> dict[str, str]:
    return {"id": item_id, "letter": letter, "text": text}


def as_markdown(entries: Sequence[Entry]) -> str:
    """Entries for pasting into notes: the exact words as a quotation, with their full citation."""
    return "\n".join(quotation(entry) for entry in expand(entries))


def quotation(entry: Entry) -> str:
    """One entry as a Markdown quotation with its full citation and source."""
    quoted = [
        "> " + "".join(f"{span.mark}{escape(span.text)}{span.mark}" for span in one.spans).strip()
        for one in words(entry, indent=0)
    ]
    known = f" ({entry.code.edition.brief})" if entry.code.edition.brief else ""
    edition = escape(f"Edition {entry.code.edition.stated}{known}; check the current one.")
    cited = f"{escape(citing.full_citation(entry))}. {edition} Source: {escape(citing.source_line(entry))}."
    return "\n".join([f"**{escape(citation(entry))}**", "", "\n>\n".join(quoted), "", cited, ""])


def escape(text: str) -> str:
    """Text that Markdown and HTML will show as it is."""
    return _MARKS.sub(lambda found: f"{found[2]}\\{found[3]}" if found[2] else f"\\{found[0]}", text)
