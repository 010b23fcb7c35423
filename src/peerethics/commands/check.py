"""`check`: proves data files, or lists everything that is wrong with them."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from peerethics.checking.check import Context, find_files
from peerethics.checking.check import check as run_checks
from peerethics.commands.options import Data, Json, NoPager, Plain
from peerethics.errors import BAD_DATA
from peerethics.library.bank import open_bank
from peerethics.library.crosswalks import open_crosswalks
from peerethics.library.library import open_library
from peerethics.library.places import Places, find_places, shipped_data
from peerethics.library.vocabulary import open_vocabulary
from peerethics.scenario import Scenario
from peerethics.screen import output
from peerethics.screen.terminal import look
from peerethics.views import report


def check(
    target: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[FILE_OR_FOLDER]...", help="YAML files, or folders with them; all data if left out."),
    ] = None,
    answers: Annotated[
        list[str] | None,
        typer.Option(
            "--answers",
            metavar="FILE",
            help="What people answered, as `progress export` writes it; one for each person.",
        ),
    ] = None,
    as_json: Json = False,
    plain: Plain = False,
    no_pager: NoPager = False,
    data: Data = None,
) -> None:
    """Prove the data, or list all that is wrong with it.

    Lists all problems at once, each as file:line:column: what is wrong; what to do.

    \b
    Examples:
      peerethics check                       everything that is held
      peerethics check my-codes/             your own files
      peerethics check --answers class.json  distractors that nobody takes
    """
    places = find_places(data or ())
    files = find_files(target or [folder for folder in places.data if any(folder.rglob("*.y*ml"))])
    context = _held(places, files) if target else Context(places.data)
    found = run_checks(files, context._replace(chosen=_chosen(answers)) if answers else context)
    if as_json:
        output.show_json(report.as_json(found))
    else:
        output.show_page(report.page(found), look(plain), paged=not no_pager)
    if found.errors:
        raise typer.Exit(BAD_DATA)


def _chosen(sources: Sequence[str]) -> Callable[[Scenario], Mapping[str, int]]:
    """What counts the choices in these exports."""
    from peerethics.actions.progress import read_export  # SQLite, which most checks do without
    from peerethics.quizzing.chosen import Choices

    return Choices([read_export(source) for source in sources]).of


def _held(places: Places, files: Sequence[Path]) -> Context:
    """What comes with the program, which a person's own files may refer to, and must not name again."""
    shipped = places._replace(data=(shipped_data(),))
    library = open_library(shipped)
    checked = {file.resolve() for file in files}
    folder = shipped_data() / "scenarios"
    ids = (one.id for one in open_bank(shipped).listings)
    scenarios = frozenset(own for own in ids if (folder / f"{own}.yaml").resolve() not in checked)
    topics = tuple(open_vocabulary(shipped, library).topics)
    return Context(places.data, tuple(library.codes), topics, tuple(open_crosswalks(shipped).crosswalks), scenarios)
