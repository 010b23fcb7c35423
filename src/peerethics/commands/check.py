"""`check`: proves data files, or lists everything that is wrong with them."""

from pathlib import Path
from typing import Annotated

import typer

from peerethics.checking.check import check as run_checks
from peerethics.checking.check import find_files
from peerethics.commands.options import Data, Json
from peerethics.errors import BAD_DATA
from peerethics.library.library import open_library
from peerethics.library.places import find_places, shipped_data
from peerethics.screen import output
from peerethics.screen.terminal import look
from peerethics.views import report


def check(
    target: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[FILE_OR_FOLDER]...", help="YAML files, or folders with them; all data if left out."),
    ] = None,
    as_json: Json = False,
    data: Data = None,
) -> None:
    """Prove the data: word for word against the sources, and in itself.

    Lists all problems at once, each as file:line:column: what is wrong; what to do.

    \b
    Examples:
      peerethics check                 everything that is held
      peerethics check my-codes/       your own files
    """
    places = find_places(data or ())
    files = find_files(target or [folder for folder in places.data if any(folder.rglob("*.y*ml"))])
    context = open_library(find_places(())._replace(data=(shipped_data(),))).codes if target else []
    found = run_checks(files, places.data, context)
    if as_json:
        output.show_json(report.as_json(found))
    else:
        output.show_page(report.page(found), look())
    if found.problems:
        raise typer.Exit(BAD_DATA)
