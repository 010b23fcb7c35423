"""`suggest`: a draft crosswalk between two codes, to edit."""

from typing import Annotated

import typer

from peerethics.actions.compare import open_held
from peerethics.commands.options import Data
from peerethics.commands.topic_completion import complete_code
from peerethics.comparing.suggest import as_yaml, propose
from peerethics.screen import output


def suggest(
    source: Annotated[str, typer.Argument(metavar="CODE", help="Such as mo.", autocompletion=complete_code)],
    target: Annotated[str, typer.Argument(metavar="CODE", help="Such as ms.", autocompletion=complete_code)],
    data: Data = None,
) -> None:
    """Draft a crosswalk: likely pairs to judge, never a verdict.

    \b
    Example:
      peerethics suggest mo ms > draft.yaml
    """
    held = open_held(data or (), (source, target))
    output.write(as_yaml(*held.codes, propose(*held.codes, held.vocabulary)))
    output.note("A draft by likeness of words and shared duties: judge every pair, then run peerethics check.")
