"""The looks of a handout in a browser and on its paper."""

from peerethics.handouts.document import Document, plain

_STYLE = """
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { font: BODY Arial, "Helvetica Neue", Helvetica, "Liberation Sans", sans-serif; color: #000; background: #fff;
  max-width: 7.2in; margin: 0 auto; padding: 1.2rem; overflow-wrap: break-word; }
h1 { font-size: 1.5em; line-height: 1.2; margin: 0 0 .4em; }
h2 { font-size: 1.12em; line-height: 1.25; margin: 1.1em 0 .35em; border-top: 1.5pt solid; padding-top: .4em; }
h3 { font-size: 1em; margin: 0 0 .2em; }
h1, h2, h3 { break-after: avoid; }
p { margin: 0 0 .5em; orphans: 2; widows: 2; }
.small { font-size: SMALL; }
.indented { margin-left: 1.6em; }
.together, .card, .choices li, .blank, tr, li { break-inside: avoid; }
ul, ol { margin: 0 0 .5em; padding-left: 1.4em; }
.choices { list-style: none; padding-left: .3em; }
.choices li { display: grid; grid-template-columns: 1.5em 1.2em minmax(0, 1fr); margin: 0 0 .3em; }
.box { width: .85em; height: .85em; border: 1pt solid; margin-top: .18em; }
.blank { display: flex; align-items: end; gap: .5em; height: BLANK; margin: 0; border-bottom: .75pt solid; }
.blank span { background: #fff; padding: 0 .4em 0 0; margin-bottom: -.35em; }
.blank + .blank { break-before: avoid; }
.blank + p:not(.blank) { margin-top: .7em; }
blockquote { margin: 0 0 .5em 1.6em; padding-left: .7em; border-left: 2.5pt solid; }
blockquote p { margin: 0; }
EM
table { border-collapse: collapse; width: 100%; margin: 0 0 .6em; }
thead { display: table-header-group; }
th, td { border: .75pt solid; padding: .15em .4em; text-align: left; font-weight: normal; overflow-wrap: anywhere; }
td, thead th { width: 1%; overflow-wrap: normal; }
thead th { font-weight: bold; white-space: nowrap; }
thead th.wide, tbody th { width: auto; }
.card { border: 1pt dashed; padding: .6em .8em; margin: 0 0 .7em; }
.new-page { break-after: page; }
footer { border-top: .75pt solid; margin-top: 1.2em; padding-top: .4em; font-size: SMALL; break-inside: avoid; }
footer p { margin: 0 0 .2em; }
@page { size: letter; margin: .6in .7in FOOT; @bottom-left { content: "LINES"; width: 88%; white-space: pre-line;
  font: FOOTFONT Arial, "Liberation Sans", sans-serif; text-align: left; vertical-align: top; padding-top: .12in; }
  @bottom-right { content: counter(page) " / " counter(pages); width: 12%; text-align: right; vertical-align: top;
  padding-top: .12in; font: FOOTFONT Arial, "Liberation Sans", sans-serif; } }
@media print { body { max-width: none; padding: 0; } h1 + p { margin-bottom: 0; } }
/* Only browsers that draw page margins, which are known by this pair, may leave the closing lines out. */
@supports (font-variant-emoji: text) and (-webkit-app-region: drag) {
  @media print { footer.everywhere { display: none; } } }
"""


def style(document: Document) -> str:
    """The style sheet of a document; its footer stands in it, since only there can it come on every page."""
    size, small, blank, foot = ("18pt/1.5", "1em", "2.4em", "18pt/1.2") if document.large else (
        "10.5pt/1.35", ".86em", "2em", "7.5pt/1.3"
    )  # fmt: skip
    lines = "\\a ".join(_css(line) for line in document.page_footer)
    values = {
        "BODY": size, "SMALL": small, "BLANK": blank, "FOOTFONT": foot,
        "FOOT": f"{document.foot}in",
        "EM": "em { font-style: normal; font-weight: bold; }" if document.large else "",
        "LINES": lines,
    }  # fmt: skip
    text = _STYLE
    for name, value in values.items():
        text = text.replace(name, value)
    return text


def _css(text: str) -> str:
    """Words inside a string of a style sheet, all but letters, digits and spaces as numbers."""
    return "".join(
        one if one.isascii() and (one.isalnum() or one == " ") else f"\\{ord(one):x} " for one in plain(text)
    )
