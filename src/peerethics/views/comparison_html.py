"""The whole comparison as one HTML page that needs nothing else: to read, to print, to hand out."""

from collections.abc import Iterator, Sequence
from html import escape

from peerethics.citations.printed import citation
from peerethics.comparing.align import NAME, ONLY, Run
from peerethics.comparing.compare import Compared, judged
from peerethics.library.library import Entry
from peerethics.library.vocabulary import Vocabulary
from peerethics.models import Code, Crosswalk, Difference
from peerethics.views import citing
from peerethics.views.comparison import DRAFT, relation, relations_on, suspicion, unjudged
from peerethics.views.finding import SILENCE

NOT_A = "Not law, not legal advice, not an exam, not a certificate."
_STYLE = """
:root { color-scheme: light; --line: #c8ccd2; --quiet: #5a6472; --left: #9c2a10; --right: #0b5d33; }
* { box-sizing: border-box; }
body { font: 16px/1.5 Georgia, "Times New Roman", serif; color: #1a1d21; background: #fff;
  max-width: 68rem; margin: 0 auto; padding: 1.5rem; overflow-wrap: break-word; }
h1, h2, h3, th, .cite, .label { font-family: system-ui, "Segoe UI", Helvetica, Arial, sans-serif; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.25rem; border-bottom: 2px solid; margin: 2.2rem 0 .8rem; padding-bottom: .2rem; }
h3 { font-size: 1rem; margin: 0 0 .3rem; }
p { margin: 0 0 .6rem; }
.quiet, .name { color: var(--quiet); }
.pair, .difference { border: 1px solid var(--line); border-radius: 6px; padding: .8rem 1rem; margin: 0 0 1rem;
  break-inside: avoid; }
.sides { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 1.5rem; }
.cite { font-weight: 600; font-size: .95rem; }
del, ins { text-decoration: none; font-weight: 600; }
del { color: var(--left); } ins { color: var(--right); }
.topic { font: 600 .95rem system-ui, sans-serif; margin: 1rem 0 .4rem; break-after: avoid; }
.why { border-top: 1px solid var(--line); margin-top: .6rem; padding-top: .5rem; font-size: .95rem; }
.label { font-size: .8rem; font-weight: 600; margin-right: .4rem; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
th, td { border: 1px solid var(--line); padding: .35rem .5rem; text-align: left; vertical-align: top; }
thead { display: table-header-group; } tr { break-inside: avoid; }
nav a { margin-right: 1rem; } a { color: #0b4a8f; }
footer { border-top: 1px solid var(--line); margin-top: 2rem; padding-top: .6rem; font-size: .85rem; }
@media (max-width: 44rem) { table { display: block; overflow-x: auto; font-size: .8rem; }
  .sides { grid-template-columns: minmax(0, 1fr); } body { padding: .8rem; }
  table { font-size: .8rem; } th, td { padding: .25rem; } }
@media print { @page { size: letter; margin: 15mm 14mm; } body { font-size: 9.5pt; line-height: 1.35; max-width: none;
  padding: 0; } nav { display: none; } h1 { font-size: 15pt; } h2 { font-size: 12pt; margin: 1rem 0 .5rem;
  break-after: avoid; } h3 { font-size: 10pt; } p { margin: 0 0 .3rem; } table { font-size: 8.5pt; }
  th, td { padding: .15rem .35rem; min-width: 5.5rem; overflow-wrap: anywhere; } th[scope=row] { min-width: 9rem; }
  .pair, .difference { padding: .4rem .6rem; margin: 0 0 .45rem; }
  .why { font-size: 9pt; margin-top: .3rem; padding-top: .3rem; } .new-sheet { break-before: page; }
  a { color: inherit; } }
"""


def page(crosswalk: Crosswalk, pairs: Sequence[Compared], vocabulary: Vocabulary) -> str:
    """The page.

    Args:
        crosswalk: the crosswalk between the two codes.
        pairs: its pairs with their texts side by side.
        vocabulary: topics and codes.
    """
    codes = [vocabulary.library.named(code) for code in (crosswalk.source, crosswalk.target)]
    title = f"{codes[0].name} and {codes[1].name}: two codes of ethics side by side"
    body = "\n".join(
        [
            f"<h1>{escape(title)}</h1>",
            f'<p class="quiet">{escape(" ".join(citing.document(code) + "." for code in codes))}</p>',
            f'<p class="quiet">{escape(_edition(codes))} {escape(SILENCE)} {escape(NOT_A)}</p>',
            *([f'<p class="quiet">{escape(DRAFT)}</p>'] if crosswalk.status == "draft" else []),
            "" if judged(crosswalk) else f"<p>{escape(unjudged(codes))}</p>",
            '<nav><a href="#overview">Overview</a><a href="#practice">In practice</a><a href="#pairs">Side by side</a>'
            '<a href="#gaps">Without counterpart</a></nav>',
            *_overview(crosswalk, codes, vocabulary),
            *_practice(crosswalk, codes, vocabulary),
            *_pairs(pairs),
            *_gaps(crosswalk, codes, vocabulary),
            *_footer(codes),
        ]
    )
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _edition(codes: list[Code]) -> str:
    """The edition line as it reads on paper, where no command can be typed."""
    return citing.edition_line(codes).replace(" (peerethics codes)", " with the issuer")


def _overview(crosswalk: Crosswalk, codes: Sequence[Code], vocabulary: Vocabulary) -> Iterator[str]:
    heads = ["Topic", *(f"{code.name} names" for code in codes), "Pairs", "In practice"]
    yield '<h2 id="overview">Overview</h2>'
    yield _head(heads)
    for topic in vocabulary.topics:
        named = [sum(1 for d in topic.duties if vocabulary.answers(d, code).states) for code in codes]
        differ = sum(1 for d in crosswalk.differences if d.topic == topic.id)
        cells = [f"{n} of {len(topic.duties)} duties" for n in named]
        cells += [relations_on(topic, crosswalk, vocabulary), str(differ)]
        yield (
            f'<tr><th scope="row">{escape(topic.label)}</th>'
            + "".join(f"<td>{escape(c)}</td>" for c in cells)
            + "</tr>"
        )
    yield "</tbody></table>"


def _head(names: Sequence[str]) -> str:
    cells = "".join(f'<th scope="col">{escape(name)}</th>' for name in names)
    return f"<table><thead><tr>{cells}</tr></thead><tbody>"


def _practice(crosswalk: Crosswalk, codes: Sequence[Code], vocabulary: Vocabulary) -> Iterator[str]:
    yield '<h2 id="practice" class="new-sheet">What one would do differently</h2>'
    yield f'<p class="quiet">{escape(SILENCE)}</p>'
    labels = {topic.id: topic.label for topic in vocabulary.topics}
    order = list(labels)
    shown = ""
    for one in sorted(crosswalk.differences, key=lambda d: order.index(d.topic) if d.topic in labels else len(order)):
        if one.topic != shown:
            yield f'<p class="topic">{escape(labels.get(one.topic, one.topic))}</p>'
            shown = one.topic
        yield f'<section class="difference"><h3>{escape(one.title)}</h3><div class="sides">'
        for code in codes:
            yield f'<p><span class="label">{escape(code.name)}</span>{_said(one, code)}</p>'
        yield f'</div><p><span class="label">So</span>{escape(one.acts)}</p>'
        yield f'<p class="quiet"><span class="label">Example</span>{escape(one.example)}</p></section>'


def _said(one: Difference, code: Code) -> str:
    places = ", ".join(_short(place) for place in dict(one.cites).get(code.id, ()))
    said = dict(one.says).get(code.id, "silent")
    if said == "silent":
        near = ", ".join(_short(place) for place in dict(one.near).get(code.id, ()))
        return "<em>not named in the code</em>" + (f" (nearest: {escape(near)})" if near else "")
    return f"{escape(said)} <span class='quiet'>({escape(places)})</span>"


def _pairs(pairs: Sequence[Compared]) -> Iterator[str]:
    yield '<h2 id="pairs" class="new-sheet">Side by side</h2>'
    yield (
        '<p class="quiet"><del>[-only in the first text-]</del>, <ins>{+only in the second text+}</ins>; '
        '<span class="name">the worker\'s name</span> is set back, being no difference that matters.</p>'
    )
    for one in pairs:
        yield '<section class="pair"><div class="sides">'
        yield _side(one.left, [row.left for row in one.rows], "del", "[-", "-]")
        yield _side(one.right, [row.right for row in one.rows], "ins", "{+", "+}")
        yield f'</div><p class="why"><span class="label">Relation</span>{escape(relation(one))}<br>'
        yield f'<span class="label">Why</span>{escape(one.pair.rationale)}'
        for changed in one.suspect:
            yield f'<br><span class="label">Suspect</span>{escape(suspicion(changed))}'
        yield "</p></section>"


def _side(entry: Entry, sentences: Sequence[Sequence[Run]], tag: str, opening: str, closing: str) -> str:
    words = " ".join("".join(_run(run, tag, opening, closing) for run in runs) for runs in sentences if runs)
    return f'<div><p class="cite">{escape(citation(entry))}</p><p>{words}</p></div>'


def _run(run: Run, tag: str, opening: str, closing: str) -> str:
    words = run.text.rstrip()
    space = run.text[len(words) :]
    if run.kind == ONLY and any(c.isalnum() for c in words):
        return f"<{tag}>{escape(opening + words + closing)}</{tag}>{space}"
    return (f'<span class="name">{escape(words)}</span>' if run.kind == NAME else escape(words)) + space


def _gaps(crosswalk: Crosswalk, codes: Sequence[Code], vocabulary: Vocabulary) -> Iterator[str]:
    yield '<h2 id="gaps" class="new-sheet">Without counterpart</h2>'
    yield f'<p class="quiet">{escape(SILENCE)}</p>'
    for code, other in (codes, codes[::-1]):
        alone = [one for one in crosswalk.unmatched if one.id.startswith(f"{code.id}-")]
        total = sum(1 for _ in code.provisions())
        yield f"<h3>{escape(code.name)}: {len(alone)} of {total} provisions have none in {escape(other.name)}</h3>"
        if alone:
            yield _head(["Provision", "Nearest", "Note"])
        for one in alone:
            entry = vocabulary.library.entry(one.id)
            label = entry.label if entry else ""
            cells = f"<td>{escape(_short(one.nearest))}</td><td>{escape(one.note)}</td>"
            yield f'<tr><th scope="row">{escape(_short(one.id))} {escape(label)}</th>{cells}</tr>'
        if alone:
            yield "</tbody></table>"


def _footer(codes: Sequence[Code]) -> Iterator[str]:
    yield "<footer>"
    for code in codes:
        source = f"{code.source.file}, sha256 {code.source.sha256}" if code.source.file else "no source document held"
        stated = f"Edition {code.edition.stated}. {code.edition.warning}".strip()
        yield f"<p>{escape(f'{citing.document(code)}. {stated} {source}.')}</p>"
    yield "<p>Relations, rationales, examples and labels are ours; the quoted words are the issuers'.</p></footer>"


def _short(place: str) -> str:
    return place.replace("-", " ", 1)
