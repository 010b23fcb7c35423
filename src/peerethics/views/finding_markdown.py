"""What a search found as Markdown, for notes and messages: with every code, silence included."""

from collections.abc import Sequence

from peerethics.citations.printed import citation
from peerethics.library.library import Entry
from peerethics.models import Code
from peerethics.search.answer import Answer, CodeAnswer
from peerethics.views import citing
from peerethics.views.finding import SHOWN, SILENCE
from peerethics.views.provision import escape, quotation


def as_markdown(answer: Answer, codes: Sequence[Code]) -> str:
    """The answer duty by duty, each code's words quoted or its silence said."""
    lines: list[str] = []
    for group in answer.groups:
        lines += [f"## {escape(group.duty.label)}", ""]
        for one in group.codes:
            lines += _code(one)
    if not answer.groups:
        lines += [quotation(_whole(hit.entry)) for hit in answer.hits]
    closing = f"{SILENCE} A reference copy, not law. {citing.edition_line(list(codes))}"
    return "\n".join([*lines, escape(closing), ""])


def _code(one: CodeAnswer) -> list[str]:
    if one.level == "silent":
        near = ", ".join(citation(_whole(entry)) for entry in one.entries[:SHOWN])
        return [
            f"**{escape(one.code.name)}**: not named in the code{escape(f'. Nearest: {near}') if near else ''}.",
            "",
        ]
    general = ["A general duty: the code does not name this.", ""] if one.level == "covers" else []
    return [*general, *(quotation(_whole(entry)) for entry in one.entries[:SHOWN])]


def _whole(entry: Entry) -> Entry:
    """The provision that an entry is a sentence of: what is quoted elsewhere is quoted whole."""
    return entry._replace(id=entry.id.partition("/")[0], sentence=0)
