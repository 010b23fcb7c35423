"""`scenarios`: lists the scenarios, or shows some of them."""

from typing import Annotated

import typer

from peerethics.actions.form import Form
from peerethics.actions.scenarios import scenarios as run
from peerethics.commands.options import Data, Json, NoPager, Plain
from peerethics.commands.quiz_options import Bank, Level, Provision, Skip, TopicNames, split
from peerethics.quizzing.choose import Wanted


def scenarios(
    ids: Annotated[list[str] | None, typer.Argument(metavar="[ID]...", help="Those to show; all are listed.")] = None,
    topic: TopicNames = None,
    provision: Provision = None,
    level: Level = "",
    skip: Skip = None,
    key: Annotated[bool, typer.Option("--key", help="Show ratings, reasons and provisions too.")] = False,
    as_json: Json = False,
    plain: Plain = False,
    no_pager: NoPager = False,
    bank: Bank = None,
    data: Data = None,
) -> None:
    """List the scenarios, or show some of them.

    A scenario is shown without its key, so that you can still be asked; --key shows everything.

    \b
    Examples:
      peerethics scenarios                          all of them, by topic
      peerethics scenarios --topic money            one topic
      peerethics scenarios loans-bus-fare --key     one, with key and reasons
    """
    wanted = Wanted((), 0, split(topic), split(provision), level, split(skip))
    run(ids or (), wanted, Form(as_json, plain, paged=not no_pager), key, bank, data or ())
