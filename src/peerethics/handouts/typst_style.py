"""The looks of a PDF, in Typst's language."""

PREAMBLE = r"""
#let small = state("small", 8pt)
#let gap = state("gap", 22pt)
#let sheet(title: "", foot: (), room: 1in, large: false, body) = {
  let size = if large { 18pt } else { 10.5pt }
  let foot-size = if large { 18pt } else { 7.5pt }
  let leading = if large { 0.95em } else { 0.6em }
  set document(title: title)
  set text(font: "Libertinus Serif", size: if large { 18pt } else { 11pt }, lang: "en", hyphenate: false,
    ligatures: false)
  set par(leading: leading, spacing: if large { 1.2em } else { 0.85em }, justify: false)
  set page(paper: "us-letter", margin: (x: 0.7in, top: 0.6in, bottom: room),
    footer-descent: 0.12in, footer: context {
      set text(size: foot-size)
      set par(leading: 0.4em, spacing: 0.4em)
      line(length: 100%, stroke: 0.5pt)
      grid(columns: (1fr, auto), column-gutter: 1em, foot.map(one => text(one)).join(linebreak()),
        counter(page).display("1 / 1", both: true))
    })
  set list(indent: 0.3em, spacing: if large { 1em } else { 0.6em })
  set enum(indent: 0.3em, spacing: if large { 1em } else { 0.6em })
  show heading.where(level: 1): it => block(below: 0.9em, text(size: 1.3em, it.body))
  show heading.where(level: 2): it => block(width: 100%, below: 0.8em, sticky: true, inset: (top: 0.6em), block(
    width: 100%, stroke: (top: 1.2pt), inset: (top: 0.5em), text(size: if large { 1em } else { 0.95em }, it.body)))
  small.update(if large { 18pt } else { 9.5pt })
  gap.update(if large { 40pt } else { 23pt })
  show emph: it => if large { strong(it.body) } else { text(style: "italic", it.body) }
  body
}
#let run(style, words) = if style == "strong" { strong(words) } else if style == "italic" { emph(words) } else {
  text(words) }
#let quoted(body) = block(inset: (left: 1.9em), block(stroke: (left: 2pt), inset: (left: 0.7em, y: 0.15em), body))
#let para(style, body) = (
  if style == "small" { context block(text(size: small.get(), body)) }
  else if style == "indented" { block(inset: (left: 1.4em), body) }
  else if style == "quotation" { quoted(body) } else { par(body) })
#let together(body) = layout(size => {
  let high = measure(block(width: size.width, body)).height
  block(width: 100%, breakable: high > size.height, body) })
#let box-to-mark = box(width: 0.75em, height: 0.75em, stroke: 0.8pt, baseline: 0.05em)
#let choices(rows) = for (letter, words) in rows {
  block(above: 0.75em, below: 0.75em, together(grid(columns: (1.5em, 1.3em, 1fr), box-to-mark, strong(letter),
    text(words)))) }
#let blank(label, lines) = context block(breakable: false, above: 0.4em, below: 0.9em, width: 100%, {
  set par(spacing: 0pt)
  for number in range(lines) {
    block(above: 0pt, below: 0pt, width: 100%, height: gap.get(), align(bottom, grid(columns: (auto, 1fr),
      column-gutter: if number == 0 { 0.5em } else { 0pt }, if number == 0 { text(label) },
      align(bottom, line(length: 100%, stroke: 0.6pt)))))
  } })
#let rows(heads, wide, cells) = table(columns: range(heads.len()).map(n => if n == wide { 1fr } else { auto }),
  stroke: 0.6pt, inset: (x: 0.4em, y: 0.35em), table.header(..heads.map(strong)), ..cells.map(text))
#let card(title, words) = block(above: 0.8em, below: 0.8em, together(block(width: 100%, inset: 0.8em,
  stroke: (paint: black, thickness: 0.8pt, dash: "dashed"), { strong(title); parbreak(); text(words) })))
#let colophon(lines) = context block(breakable: false, above: 1.5em, width: 100%, inset: (top: 0.5em),
  stroke: (top: 0.5pt), { set text(size: small.get()); for one in lines { par(text(one)) } })
"""
