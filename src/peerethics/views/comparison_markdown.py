"""Comparisons as Markdown, for notes and hand-outs."""

from collections.abc import Sequence

from peerethics.citations.printed import citation
from peerethics.comparing.compare import Comparison, compared, judged
from peerethics.library.library import Library
from peerethics.models import Code, Crosswalk, Difference, Unmatched
from peerethics.search.answer import CodeAnswer
from peerethics.views import citing
from peerethics.views.comparison import DRAFT, relation, suspicion, unjudged
from peerethics.views.finding import SILENCE
from peerethics.views.provision import escape


def as_markdown(one: Comparison) -> str:
    """One matter: texts, relation, what differs in practice."""
    lines = [f"## {escape(one.title)}", ""] if one.title else []
    lines += [] if one.judged else [escape(unjudged(one.codes)), ""]
    for pair in one.pairs:
        for entry in (pair.left, pair.right):
            lines += [f"**{escape(citation(entry))}**", "", f"> {escape(entry.text)}", ""]
        lines += [escape(relation(pair)), "", escape(pair.pair.rationale), ""]
        lines += [f"**Suspect**: {escape(suspicion(changed))}\n" for changed in pair.suspect]
    for both in one.apart:
        lines += [line for side in both for line in _answer(side)]
    lines += [_alone(unmatched) for unmatched in one.unmatched]
    if one.differences:
        lines += ["", differences(one.differences, one.codes, one.draft)]
        return "\n".join(lines)
    return "\n".join([*lines, "", _closing(one.codes, one.draft), ""])


def _closing(codes: Sequence[Code], draft: bool) -> str:
    return " ".join([SILENCE, *([DRAFT] if draft else []), citing.edition_line(list(codes))])


def _alone(one: Unmatched) -> str:
    """A provision without counterpart, as an entry of a list."""
    near = f" Nearest: {_typed(one.nearest)}." if one.nearest else ""
    return f"- **{_typed(one.id)}** {escape(one.note)}{near}"


def _answer(one: CodeAnswer) -> list[str]:
    """What a code says on a duty on which nothing is paired, or that it does not name it."""
    if one.level == "silent":
        return [f"**{escape(one.code.name)}**: not named in the code ({escape(one.duty.label)}).", ""]
    general = " (a general duty: the code does not name this)" if one.level == "covers" else ""
    return [f"**{escape(citation(entry))}**{general}\n\n> {escape(entry.text)}\n" for entry in one.entries]


def differences(found: Sequence[Difference], codes: Sequence[Code], draft: bool) -> str:
    """Practical differences as a table."""
    heads = ["In practice", *(escape(code.name) for code in codes), "So", "Example"]
    rows = [heads, ["---"] * len(heads)]
    for one in found:
        cells = [one.title]
        for code in codes:
            cited = ", ".join(map(_typed, dict(one.cites).get(code.id, ())))
            said = dict(one.says).get(code.id, "silent")
            cells.append(f"{said} ({cited})" if cited else "not named in the code")
        rows.append([escape(cell) for cell in (*cells, one.acts, one.example)])
    table = "\n".join("| " + " | ".join(row) + " |" for row in rows)
    return f"{table}\n\n{_closing(codes, draft)}\n"


def gaps(crosswalk: Crosswalk, library: Library) -> str:
    """Provisions without counterpart, as a list."""
    codes = [library.named(code) for code in (crosswalk.source, crosswalk.target)]
    lines = ["## Without counterpart", "", *([] if judged(crosswalk) else [escape(unjudged(codes)), ""])]
    lines += [_alone(one) for one in crosswalk.unmatched]
    return "\n".join([*lines, "", _closing(codes, crosswalk.status == "draft"), ""])


def whole(crosswalk: Crosswalk, library: Library) -> str:
    """The whole crosswalk: pairs as a table, gaps, practical differences."""
    codes = [library.named(code) for code in (crosswalk.source, crosswalk.target)]
    names = [escape(code.name) for code in codes]
    rows = [[*names, "Relation", "Why"], ["---"] * 4]
    for pair in compared(crosswalk.pairs, library):
        sides = [citation(entry).removeprefix(entry.code.name).strip() for entry in (pair.left, pair.right)]
        rows.append([*map(escape, sides), pair.pair.relation, escape(pair.pair.rationale)])
    table = "\n".join("| " + " | ".join(row) + " |" for row in rows)
    title = f"# {names[0]} and {names[1]}"
    return "\n".join(
        [
            title,
            "",
            table,
            "",
            gaps(crosswalk, library),
            "## In practice",
            "",
            differences(crosswalk.differences, codes, crosswalk.status == "draft"),
        ]
    )


def _typed(place: str) -> str:
    return place.replace("-", " ", 1)
