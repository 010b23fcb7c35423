"""`new`: writes a commented skeleton to fill in."""

from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from peerethics.actions.skeleton import skeleton
from peerethics.screen import output


class What(str, Enum):
    """What there are skeletons of."""

    SCENARIO = "scenario"


def new(
    what: Annotated[What, typer.Argument(metavar="scenario")],
    name: Annotated[str, typer.Argument(metavar="ID", help="Its id, such as loans-bus-fare.")],
    folder: Annotated[Path, typer.Option("--into", metavar="DIR", help="The folder to write to.")] = Path(),
) -> None:
    """Write a commented skeleton of a scenario, to be filled in.

    `peerethics check my-scenarios` then says, line by line, what is still missing.

    \b
    Example:
      peerethics new scenario bus-fare-again --into my-scenarios
    """
    path = folder / f"{name}.yaml"
    output.write_new_file(path, skeleton(what.value, name))
    output.write(f"Written: {path}\nThen: peerethics check {path}\n")
