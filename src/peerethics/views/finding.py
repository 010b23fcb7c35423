"""Shows what a search found: the answer first, code by code, with the words that answer."""

import re
from collections.abc import Iterator, Sequence

from peerethics.citations.printed import citation
from peerethics.library.library import Entry
from peerethics.models import Code
from peerethics.pages.blocks import Block, Span, block, issuer_words, labelled
from peerethics.search.answer import Answer, CodeAnswer, Group, Hit
from peerethics.search.words import STOP, features, stem, tokens
from peerethics.text import sentence_list, without_emphasis
from peerethics.views import citing

DANGER = "If this is happening now: stop, and contact your supervisor or emergency services (911; 988 for a crisis)."
SILENCE = "Silence is not permission: law, agency policy and your supervisor may say more."
SHOWN = 3  # provisions of one code that are shown in full for a duty; others are named
SEE_ALSO = 0.12  # share of the best score below which a provision is not worth naming
_WORD = re.compile(r"[\w'\u2019-]+|[^\w]+")


def page(answer: Answer, codes: Sequence[Code]) -> list[Block]:
    """The page for `search`."""
    blocks: list[Block] = []
    if answer.danger:
        blocks.append(block(Span(DANGER, "warn")))
    blocks += [
        block(f'Searched for "{meant}" (typed: "{typed}").', gap=True) for typed, meant in answer.query.corrections
    ]
    stems = frozenset(answer.query.features)
    seen: set[str] = set()
    for group in answer.groups:
        blocks += _group(group, stems, seen)
    shown = {_base(entry) for group in answer.groups for one in group.codes for entry in one.entries}
    weakest = SEE_ALSO * answer.hits[0].score if answer.hits else 0.0
    rest = [hit for hit in answer.hits if _base(hit.entry) not in shown and hit.score >= weakest]
    if not answer.groups:
        blocks += [line for hit in answer.hits for line in _provision(hit.entry, stems, gap=True)]
    elif rest:
        named = [_named(hit.entry) for hit in rest]
        blocks.append(labelled("See also:", "; ".join(named) + ".", column=10, gap=True))
    if any(one.level == "silent" for group in answer.groups for one in group.codes):
        blocks.append(block(Span(SILENCE, "quiet"), gap=True))
    more = [f"peerethics topics {group.duty.topic}" for group in answer.groups[:1]]
    blocks.append(
        block(Span(" ".join([citing.edition_line(list(codes)), *(f"More: {m}" for m in more)]), "quiet"), gap=True)
    )
    return blocks


def _group(group: Group, stems: frozenset[str], seen: set[str]) -> list[Block]:
    """A duty with what each code says; what stands further up already is only named."""
    found_by = f"  (found by: {', '.join(group.by)})" if group.by else ""
    blocks = [block(Span(group.duty.label, "title"), Span(found_by, "quiet"), gap=True)]
    # The code that answers comes before the code that is silent.
    for one in sorted(group.codes, key=lambda c: ("states", "covers", "silent").index(c.level)):
        again = one.level != "silent" and all(entry.id in seen for entry in one.entries[:SHOWN])
        if again:
            named = "; ".join(citation(entry) for entry in one.entries[:SHOWN])
            blocks.append(block(Span(named, "cite"), Span("  (as above)", "quiet"), indent=2, gap=True))
        else:
            blocks += code_answer(one, stems | frozenset(features(group.duty.label)))
        seen.update(entry.id for entry in one.entries[:SHOWN])
    return blocks


def code_answer(one: CodeAnswer, stems: frozenset[str] = frozenset()) -> list[Block]:
    """What one code says on a duty; a code that does not name it says so."""
    if one.level == "silent":
        nearest = [_named(entry) for entry in one.entries[:SHOWN]]
        near = f" Nearest: {'; '.join(nearest)}." if nearest else ""
        return [block(Span(f"{one.code.name}: not named in the code.", "strong"), near, indent=2, hang=2, gap=True)]
    blocks: list[Block] = []
    for entry in one.entries[:SHOWN]:
        blocks += _provision(entry, stems, gap=True, general=one.level == "covers")
    if one.entries[SHOWN:]:
        named = [_named(entry) for entry in one.entries[SHOWN:]]
        blocks.append(labelled("Also:", "; ".join(named) + ".", indent=6, column=6))
    return blocks


def _provision(entry: Entry, stems: frozenset[str], gap: bool, general: bool = False) -> list[Block]:
    general_note = Span("  (a general duty: the code does not name this)" if general else "", "quiet")
    subject = entry.part.subject if entry.part and entry.provision and entry.sentence < 2 else ""
    lead = [Span(f"[{subject}] ", "quiet")] if subject else []
    blocks = [
        block(Span(citation(entry), "cite"), general_note, indent=2, gap=gap),
        block(*lead, *marked(entry.text, stems), indent=6),
    ]
    if entry.gist:
        blocks.append(labelled("Our words:", Span(entry.gist, "ours"), indent=6, column=11))
    return blocks


def marked(text: str, stems: frozenset[str]) -> Iterator[Span]:
    """The issuer's words with those of the query marked; what is emphasized in print stays as it is."""
    for span in issuer_words(text):
        if span.mark:
            yield span
            continue
        for piece in _WORD.findall(span.text):
            asked = any(stem(word) in stems for word in tokens(piece) if word not in STOP)
            yield Span(piece, "hit" if asked else "")


def _base(entry: Entry) -> str:
    return entry.id.partition("/")[0]


def _named(entry: Entry) -> str:
    label = f" ({entry.label})" if entry.label else ""
    return f"{citation(entry._replace(sentence=0))}{label}"


def as_json(hit: Hit, labels: dict[str, str], silent: Sequence[str]) -> dict[str, object]:
    """One hit, for programs; `text` is the whole provision, `sentence` the part that answers.

    `level` says how directly it answers its first duty (states, covers, near, or words where no duty led to
    it), `silent` which codes do not name that duty: silence is not permission.
    """
    entry = hit.entry
    whole = entry._replace(id=_base(entry), sentence=0)
    led = [labels[duty] for duty in hit.duties]
    return {
        "id": whole.id,
        "code": entry.code.id,
        "citation": citation(whole),
        "label": whole.label,
        "text": whole.text,
        "sentence": {"number": entry.sentence, "text": entry.text} if entry.sentence else None,
        "score": round(hit.score, 4),
        "why": why(hit, led),
        "duties": list(hit.duties),
        "level": hit.level,
        "silent": list(silent),
        "gist": whole.gist,
        "source": citing.json_source(whole),
    }


def why(hit: Hit, led: Sequence[str]) -> str:
    """Why something was found, in words: "venmo -> Loans, Gifts"."""
    words = ", ".join(hit.by)
    if led:
        return f"{words} -> {', '.join(led)}" if words else ", ".join(led)
    return "its own words"


def nothing(typed: str, near: Sequence[tuple[str, str]]) -> tuple[str, str]:
    """What is said where nothing was found: a message and a hint with the nearest words and topics.

    Args:
        typed: the query.
        near: (word, topic) pairs that are nearest to the query.
    """
    shown = without_emphasis(" ".join(typed.split()))[:60]
    message = f"Nothing found for {shown!r}." if shown else "There is nothing to search for."
    if near:
        words = sentence_list([f"{word!r} ({topic})" for word, topic in near], "or")
        return message, f"Nearest: {words}.\nAll topics: peerethics topics"
    return message, "Try other words for it, or browse: peerethics topics"
