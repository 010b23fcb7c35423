"""`compare`: two codes side by side."""

from pathlib import Path
from typing import Annotated

import typer

from peerethics.actions import compare_whole
from peerethics.actions.compare import compare as run
from peerethics.actions.form import Form
from peerethics.commands.options import Data, Json, Markdown, NoPager, Plain
from peerethics.commands.topic_completion import complete_code, complete_topic
from peerethics.errors import WRONG_USAGE, PeerEthicsError


def compare(
    what: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[TOPIC|CITATION]...",
            help="Such as money, loans, mo 13; left out: all.",
            autocompletion=complete_topic,
        ),
    ] = None,
    differences: Annotated[
        bool, typer.Option("--differences", help="What one would do differently in practice.")
    ] = False,
    gaps: Annotated[bool, typer.Option("--gaps", help="Provisions without counterpart, both ways.")] = False,
    duty_strength: Annotated[
        bool, typer.Option("--duty-strength", help="never, must, will, should, strive, may.")
    ] = False,
    code: Annotated[
        list[str] | None, typer.Option("--code", help="Two codes, where more are held.", autocompletion=complete_code)
    ] = None,
    as_json: Json = False,
    plain: Plain = False,
    markdown: Markdown = False,
    html: Annotated[Path | None, typer.Option("--html", metavar="FILE", help="One page to hand out or print.")] = None,
    file_format: Annotated[
        str, typer.Option("--format", metavar="NAME", help="oscal: the crosswalk for other tools.")
    ] = "",
    no_pager: NoPager = False,
    data: Data = None,
) -> None:
    """Put two codes side by side.

    \b
    Examples:
      peerethics compare                   all topics, with counts
      peerethics compare loans             one duty; also: money, a whole topic
      peerethics compare mo 13             what a provision is paired with
      peerethics compare mo 12 ms IV.4     two provisions, word by word
      peerethics compare --differences     every practical difference
      peerethics compare --html both.html  a page to hand out
    """
    form = Form(as_json, plain, markdown, not no_pager)
    views = {
        "differences": differences,
        "gaps": gaps,
        "duty-strength": duty_strength,
        "html": html,
        "format": file_format,
    }
    chosen = [name for name, wanted in views.items() if wanted]
    if len(chosen) > 1:
        raise PeerEthicsError(f"--{chosen[0]} and --{chosen[1]} exclude each other.", "Give one of them.", WRONG_USAGE)
    if what and (gaps or html or file_format):
        raise PeerEthicsError(f"--{chosen[0]} is about the whole of both codes.", "Leave the topic out.", WRONG_USAGE)
    if html:
        compare_whole.write_html(html, data or (), code or ())
    elif file_format:
        compare_whole.export(file_format, data or (), code or ())
    elif differences:
        compare_whole.differences(what or (), form, data or (), code or ())
    elif gaps:
        compare_whole.gaps(form, data or (), code or ())
    elif duty_strength:
        compare_whole.duty_strength(what or (), form, data or (), code or ())
    else:
        run(what or (), form, data or (), code or ())
