"""`compare`: two codes side by side."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from peerethics.actions import compare_whole
from peerethics.actions.compare import compare as run
from peerethics.actions.form import Form
from peerethics.commands.options import Data, Json, Markdown, NoPager, Plain
from peerethics.commands.topic_completion import complete_code, complete_topic
from peerethics.errors import WRONG_USAGE, PeerEthicsError

View = Callable[..., None]
What = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[TOPIC|CITATION]...",
        help="Such as money, loans, mo 13; left out: all.",
        autocompletion=complete_topic,
    ),
]


def compare(
    what: What = None,
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
    where = (data or (), code or ())
    views = {
        "differences": differences and partial(compare_whole.differences, what or (), form),
        "duty-strength": duty_strength and partial(compare_whole.duty_strength, what or (), form),
        "gaps": gaps and partial(compare_whole.gaps, form),
        "html": html and partial(compare_whole.write_html, html),
        "format": file_format and partial(compare_whole.export, file_format),
    }
    view = _only_one({name: one for name, one in views.items() if one}, about_a_topic=bool(what))
    (view or partial(run, what or (), form))(*where)


def _only_one(views: dict[str, View], about_a_topic: bool) -> View | None:
    """The one view that was asked for, if any.

    Raises:
        PeerEthicsError: several were, or one that is about the whole codes together with a topic.
    """
    names = list(views)
    if len(names) > 1:
        raise PeerEthicsError(f"--{names[0]} and --{names[1]} exclude each other.", "Give one of them.", WRONG_USAGE)
    if about_a_topic and names and names[0] in ("gaps", "html", "format"):
        raise PeerEthicsError(f"--{names[0]} is about the whole of both codes.", "Leave the topic out.", WRONG_USAGE)
    return views[names[0]] if names else None
