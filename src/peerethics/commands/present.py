"""`present`: scenarios on the wall of a classroom."""

from pathlib import Path
from typing import Annotated

import typer

from peerethics.actions.form import Form
from peerethics.actions.quiz_request import Request
from peerethics.commands.options import Data, Plain
from peerethics.commands.quiz_options import Bank, Code, Level, Number, Provision, Seed, Skip, TopicNames, split


def present(
    code: Code = "both",
    topic: TopicNames = None,
    provision: Provision = None,
    count: Number = 0,
    level: Level = "",
    seed: Seed = "",
    skip: Skip = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with the last presentation.")] = False,
    record: Annotated[
        Path | None, typer.Option("--record", metavar="FILE", help="Write a record of the session, as Markdown.")
    ] = None,
    initials: Annotated[
        str, typer.Option("--initials", metavar="TEXT", help="For the record only: who took part, as you write it.")
    ] = "",
    no_history: Annotated[bool, typer.Option("--no-history", help="Keep no counts.")] = False,
    plain: Plain = False,
    bank: Bank = None,
    data: Data = None,
) -> None:
    """Show scenarios to a class: one at a time, large and calm.

    The story first, then the options, hands, talk, hands again, and the key with the exact words.
    Press ? for the keys. Counts are kept on this machine at once, without names.

    \b
    Examples:
      peerethics present --topic money --count 4 --seed tuesday
      peerethics present --resume
    """
    from peerethics.actions.present import present as run  # SQLite, which --help does without

    request = Request(
        code, split(topic), split(provision), count, level, seed, split(skip), resume=resume, present=True,
        keep=not no_history, bank=bank, data=data or (),
    )  # fmt: skip
    run(request, Form(plain=plain), record, initials)
