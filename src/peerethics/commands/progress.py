"""`progress`: what you know, what you do not know yet, and your answers themselves."""

from enum import Enum
from typing import Annotated

import typer

from peerethics.actions.form import Form
from peerethics.commands.options import Data, Json, NoPager, Plain
from peerethics.commands.quiz_options import Bank
from peerethics.errors import WRONG_USAGE, PeerEthicsError


class Act(str, Enum):
    """What to do with the answers."""

    EXPORT = "export"
    IMPORT = "import"
    ERASE = "erase"


def progress(
    act: Annotated[Act | None, typer.Argument(metavar="[export|import|erase]", show_default=False)] = None,
    file: Annotated[str, typer.Argument(metavar="[FILE]", help="The file to write or to read, or -.")] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Erase without asking.")] = False,
    as_json: Json = False,
    plain: Plain = False,
    no_pager: NoPager = False,
    bank: Bank = None,
    data: Data = None,
) -> None:
    """See what you know and what you do not know yet.

    All of it comes from your answers, which are kept on this machine only and without a name.

    \b
    Examples:
      peerethics progress                      provisions, topics, days
      peerethics progress export answers.json  a copy, for another machine
      peerethics progress import answers.json  add a copy to what is here
      peerethics progress erase --yes          forget everything
    """
    from peerethics.actions import progress as run  # SQLite, which --help does without

    if act is Act.EXPORT:
        run.export(file)
    elif act is Act.IMPORT:
        if not file:
            raise PeerEthicsError("Which file?", "Write: peerethics progress import FILE", WRONG_USAGE)
        run.bring_in(file)
    elif act is Act.ERASE:
        run.erase(yes)
    else:
        run.progress(Form(as_json, plain, paged=not no_pager), data or (), bank)
