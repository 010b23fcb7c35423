"""Shows two codes side by side: texts, relation, why, and what one would do differently."""

from collections.abc import Iterator, Sequence

from peerethics.citations.printed import citation
from peerethics.comparing.align import NAME, ONLY, Run
from peerethics.comparing.compare import BY_TOPIC, Compared, Comparison, judged
from peerethics.library.crosswalks import base
from peerethics.library.library import Entry, Library
from peerethics.library.vocabulary import Vocabulary
from peerethics.models import Code, Crosswalk, Difference, Topic, Unmatched
from peerethics.pages.blocks import Block, Columns, Piece, Span, block, labelled
from peerethics.search.answer import CodeAnswer
from peerethics.views import citing
from peerethics.views.finding import SILENCE, code_answer

LEGEND = (
    "Marks: [-only in the first text-], {+only in the second text+}. The worker's name does not count as a difference."
)
DRAFT = "Relations, reasons and practical differences are ours, and a draft: no named person has reviewed them yet."
_RELATIONS = {
    "equal": "{a} and {b} say the same, word for word but for the worker's name and the form of the verb",
    "equivalent": "{a} and {b} ask for the same in other words",
    "subset": "What {a} asks lies inside what {b} asks; {b} asks more",
    "superset": "What {b} asks lies inside what {a} asks; {a} asks more",
    "intersects": "{a} and {b} share a part, and each asks for something of its own",
    BY_TOPIC: "{a} and {b} have not been judged against each other",
}
_COLUMN = 12


def page(one: Comparison) -> list[Piece]:
    """The page for `compare` on a matter."""
    blocks: list[Piece] = [block(Span(one.title, "title"))] if one.title else []
    if not one.judged:
        blocks.append(block(unjudged(one.codes)))
    if not (one.pairs or one.apart or one.unmatched):
        blocks.append(block("Nothing is paired here, and nothing is listed as without counterpart."))
    if one.pairs:
        blocks.append(block(Span(LEGEND, "quiet")))
    for compared in one.pairs:
        blocks += _pair(compared)
    for both in one.apart:
        if both[0].duty.label != one.title:
            blocks.append(block(Span(both[0].duty.label, "strong"), gap=True))
        left, right = (tuple(code_answer(side)) for side in both)
        blocks.append(Columns(left, right))
    if one.unmatched:
        blocks.append(block(Span("Without counterpart", "title"), gap=True))
        blocks += [line for unmatched in one.unmatched for line in _unmatched(unmatched)]
    if one.differences:
        blocks.append(block(Span("In practice", "title"), gap=True))
        blocks += [line for difference in one.differences for line in _difference(difference, one.codes)]
    silent = one.apart or one.unmatched or any("silent" in dict(d.says).values() for d in one.differences)
    return [*blocks, *closing(one.codes, draft=one.draft, silent=bool(silent))]


def closing(codes: Sequence[Code], draft: bool, silent: bool = True) -> list[Block]:
    """The quiet lines under every comparison: on silence, on who has reviewed it, on the editions."""
    said = [SILENCE] * silent + [DRAFT] * draft + [citing.edition_line(list(codes))]
    return [block(Span(line, "quiet"), gap=number == 0) for number, line in enumerate(said)]


def unjudged(codes: Sequence[Code]) -> str:
    """What is said where two codes can be compared only by the duties that they share."""
    a, b = codes
    return (
        f"By topic only: nobody has judged {a.name} and {b.name} against each other. "
        f"To draft a crosswalk: peerethics suggest {a.id} {b.id}"
    )


def _pair(one: Compared) -> Iterator[Piece]:
    sides = ((one.left, "left", "[-", "-]", "only-here"), (one.right, "right", "{+", "+}", "only-there"))
    columns = []
    for entry, side, opening, closing, style in sides:
        spans = [span for row in one.rows for span in _runs(getattr(row, side), opening, closing, style)]
        columns.append((block(Span(citation(entry), "cite")), block(*spans, indent=2)))
    yield Columns(columns[0], columns[1], gap=True)
    yield labelled("Relation:", relation(one), indent=2, column=_COLUMN, gap=True)
    yield labelled("Why:", Span(one.pair.rationale, "ours"), indent=2, column=_COLUMN)
    for changed in one.suspect:
        yield labelled("Suspect:", suspicion(changed), indent=2, column=_COLUMN)


def relation(one: Compared) -> str:
    """The relation of two places in words, with its name and how sure the judgement is."""
    a, b = citation(one.left), citation(one.right)
    said = _RELATIONS[one.pair.relation].format(a=a, b=b)
    return f"{said} ({one.pair.relation}; confidence {one.pair.confidence})."


def suspicion(changed: str) -> str:
    """What is said of a pair when one of its texts is no longer the one that was judged."""
    return f"the text of {_typed(changed)} has changed since this was judged."


def _runs(runs: Sequence[Run], opening: str, closing: str, style: str) -> Iterator[Span]:
    """A sentence with what is only in it between marks; the marks stay where there is no colour."""
    for run in runs:
        words = run.text.rstrip()
        space = run.text[len(words) :]
        if run.kind == ONLY and any(c.isalnum() for c in words):
            yield Span(f"{opening}{words}{closing}", style)
        else:
            yield Span(words, "quiet" if run.kind == NAME else "")
        if space:
            yield Span(space)
    if runs:
        yield Span(" ")


def _unmatched(one: Unmatched) -> list[Block]:
    nearest = f" Nearest: {_typed(one.nearest)}." if one.nearest else ""
    return [block(Span(_typed(one.id), "cite"), f"  {one.note}{nearest}", indent=2, hang=4)]


def _difference(one: Difference, codes: Sequence[Code]) -> list[Block]:
    says, cites, near = dict(one.says), dict(one.cites), dict(one.near)
    blocks = [block(Span(one.title, "strong"), Span(f"  ({one.id})", "quiet"), indent=2, gap=True)]
    for code in codes:
        places = ", ".join(map(_typed, cites.get(code.id, ())))
        said = says.get(code.id, "silent")
        if said == "silent":
            nearest = ", ".join(map(_typed, near.get(code.id, ())))
            text = "not named in the code" + (f"; nearest: {nearest}." if nearest else ".")
        else:
            text = f"{said} ({places})"
        blocks.append(labelled(f"{code.name}:", text, indent=4, column=14))
    blocks.append(labelled("So:", one.acts, indent=4, column=14))
    blocks.append(labelled("Example:", Span(one.example, "ours"), indent=4, column=14))
    return blocks


def _typed(place: str) -> str:
    return place.replace("-", " ", 1)


def differences_page(differences: Sequence[Difference], codes: Sequence[Code], draft: bool) -> list[Piece]:
    """Every practical difference, by topic."""
    title = f"What somebody who knows only {' or only '.join(code.name for code in codes)} would do differently"
    blocks: list[Piece] = [block(Span(title, "title"))]
    topic = ""
    for one in sorted(differences, key=lambda d: d.topic):
        if one.topic != topic:
            blocks.append(block(Span(one.topic, "title"), gap=True))
            topic = one.topic
        blocks += _difference(one, codes)
    return [*blocks, *closing(codes, draft)]


def gaps_page(crosswalk: Crosswalk, library: Library) -> list[Piece]:
    """Every provision without counterpart, code by code."""
    codes = [library.named(code) for code in (crosswalk.source, crosswalk.target)]
    blocks: list[Piece] = [] if judged(crosswalk) else [block(unjudged(codes))]
    for code, other in (codes, codes[::-1]):
        alone = [one for one in crosswalk.unmatched if one.id.startswith(f"{code.id}-")]
        total = sum(1 for _ in code.provisions())
        words = f"{code.name}: {len(alone)} of {total} provisions without counterpart in {other.name}"
        waiting = unaccounted(crosswalk, code)
        words += f"; {waiting} not judged yet" if waiting else ""
        blocks.append(block(Span(words, "title"), gap=True))
        for one in alone:
            entry = library.entry(one.id)
            nearest = f" Nearest: {_typed(one.nearest)}." if one.nearest else ""
            label = entry.label if entry else ""
            blocks.append(block(Span(_typed(one.id), "cite"), f"  {label}. {one.note}{nearest}", indent=2, hang=4))
    note = "A provision counts as paired when any sentence of it is; what the others add stands in --differences."
    blocks.append(block(Span(note, "quiet"), gap=True))
    return [*blocks, *closing(codes, crosswalk.status == "draft")]


def unaccounted(crosswalk: Crosswalk, code: Code) -> int:
    """How many provisions of a code a crosswalk neither pairs nor lists: those that nobody has judged."""
    paired = {base(place) for pair in crosswalk.pairs for place in (pair.source, pair.target)}
    listed = {one.id for one in crosswalk.unmatched}
    return sum(1 for provision in code.provisions() if provision.id not in paired | listed)


def overview(crosswalk: Crosswalk, vocabulary: Vocabulary) -> list[Piece]:
    """Topics with what each code names, how the provisions relate, and how many practical differences."""
    codes = [vocabulary.library.named(code) for code in (crosswalk.source, crosswalk.target)]
    width = max((len(topic.id) for topic in vocabulary.topics), default=0) + 2
    blocks: list[Piece] = [block(Span(f"{codes[0].name} and {codes[1].name}, topic by topic", "title"))]
    blocks += [
        block(Span(topic.id.ljust(width), "cite"), _counts(topic, crosswalk, codes, vocabulary), hang=width)
        for topic in vocabulary.topics
    ]
    blocks.append(block(_totals(crosswalk, codes) if judged(crosswalk) else unjudged(codes), gap=True))
    more = "One topic: peerethics compare money. All practical differences: peerethics compare --differences."
    blocks.append(block(Span(more, "quiet"), gap=True))
    return [*blocks, *closing(codes, crosswalk.status == "draft")]


def _counts(topic: Topic, crosswalk: Crosswalk, codes: Sequence[Code], vocabulary: Vocabulary) -> str:
    total = len(topic.duties)
    named = [sum(1 for d in topic.duties if vocabulary.answers(d, code).states) for code in codes]
    told = ", ".join(f"{code.name} names {n} of {total}" for code, n in zip(codes, named, strict=True))
    differ = sum(1 for d in crosswalk.differences if d.topic == topic.id)
    return f"{told} duties; {relations_on(topic, crosswalk, vocabulary)}; differences in practice: {differ}"


def relations_on(topic: Topic, crosswalk: Crosswalk, vocabulary: Vocabulary) -> str:
    """How the provisions of a topic relate, counted: "1 subset, 2 intersects"."""
    from peerethics.comparing.compare import on_topic

    counts: dict[str, int] = {}
    for one in on_topic(topic, topic.duties, crosswalk, vocabulary).pairs:
        counts[one.pair.relation] = counts.get(one.pair.relation, 0) + 1
    return ", ".join(f"{n} {name}" for name, n in counts.items()) or "no pairs"


def _totals(crosswalk: Crosswalk, codes: Sequence[Code]) -> str:
    alone = ", ".join(
        f"{sum(1 for one in crosswalk.unmatched if one.id.startswith(code.id + '-'))} of {code.name}" for code in codes
    )
    return (
        f"{len(crosswalk.pairs)} pairs of provisions; without counterpart: {alone}; "
        f"{len(crosswalk.differences)} practical differences. Status of the crosswalk: {crosswalk.status}."
    )


def entry_json(entry: Entry) -> dict[str, object]:
    """A side of a pair, for programs."""
    return {"id": entry.id, "citation": citation(entry), "text": entry.text, "source": citing.json_source(entry)}


def pair_json(one: Compared) -> dict[str, object]:
    """A pair, for programs."""
    marked = [{side: [run._asdict() for run in getattr(row, side)] for side in ("left", "right")} for row in one.rows]
    fields = {k: v for k, v in one.pair._asdict().items() if k != "fingerprints"}
    return {
        **fields,
        "suspect": list(one.suspect),
        "texts": [entry_json(one.left), entry_json(one.right)],
        "aligned": marked,
    }


def difference_json(one: Difference) -> dict[str, object]:
    """A practical difference, for programs."""
    return {
        "id": one.id,
        "title": one.title,
        "topic": one.topic,
        "cites": {code: list(places) for code, places in one.cites},
        "near": {code: list(places) for code, places in one.near},
        "says": dict(one.says),
        "acts": one.acts,
        "example": one.example,
    }


def apart_json(both: Sequence[CodeAnswer]) -> dict[str, object]:
    """A duty on which nothing is paired, for programs: how directly each code answers to it, and where."""
    duty = both[0].duty
    says = {one.code.id: {"level": one.level, "ids": [entry.id for entry in one.entries]} for one in both}
    return {"id": duty.id, "label": duty.label, "codes": says}


def as_json(
    codes: Sequence[Code],
    pairs: Sequence[Compared],
    unmatched: Sequence[Unmatched],
    differences: Sequence[Difference],
    apart: Sequence[Sequence[CodeAnswer]] = (),
    status: str = "",
) -> dict[str, object]:
    """A comparison, for programs."""
    return {
        "codes": [code.id for code in codes],
        "pairs": [pair_json(one) for one in pairs],
        "unmatched": {code.id: [u.id for u in unmatched if u.id.startswith(f"{code.id}-")] for code in codes},
        "nearest": {u.id: {"id": u.nearest, "note": u.note} for u in unmatched},
        "differences": [difference_json(one) for one in differences],
        "duties": [apart_json(both) for both in apart],
        "silence": SILENCE,
        "status": status,
        "note": DRAFT if status == "draft" else "",
    }
