"""Options by which a person says which questions are wanted."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from peerethics.commands.topic_completion import complete_code, complete_topic
from peerethics.errors import WRONG_USAGE, PeerEthicsError
from peerethics.quizzing.makers.kinds import KINDS
from peerethics.scenario import CONTENT_NOTES, LEVELS
from peerethics.text import sentence_list


def split(values: Sequence[str] | None) -> tuple[str, ...]:
    """Every value of an option that may be given several times, or once with commas."""
    return tuple(one.strip() for value in values or () for one in value.split(",") if one.strip())


def _one_of(allowed: Sequence[str], name: str, values: Sequence[str]) -> None:
    for one in values:
        if one not in allowed:
            known = sentence_list(list(allowed), "or")
            raise PeerEthicsError(f"There is no {name} {one!r}.", f"Use {known}.", WRONG_USAGE)


def _level(value: str) -> str:
    if value:
        _one_of(LEVELS, "level", [value])
    return value


def _kinds(values: list[str] | None) -> list[str] | None:
    _one_of(KINDS, "kind", split(values))
    return values


def _notes(values: list[str] | None) -> list[str] | None:
    _one_of(CONTENT_NOTES, "content note", split(values))
    return values


Code = Annotated[
    str, typer.Option("--code", metavar="mo|ms|both", help="The code to answer under.", autocompletion=complete_code)
]
TopicNames = Annotated[
    list[str] | None,
    typer.Option("--topic", metavar="TOPIC", help="Only these topics.", autocompletion=complete_topic),
]
Provision = Annotated[
    list[str] | None, typer.Option("--provision", metavar="ms-13", help="Only questions that rest on these.")
]
Number = Annotated[
    int,
    typer.Option(
        "--count", "-n", metavar="N", min=0, max=10_000, show_default=False, help="How many: 10, and 25 in an exam."
    ),
]
Level = Annotated[str, typer.Option("--level", metavar="|".join(LEVELS), help="Only this level.", callback=_level)]
Kind = Annotated[
    list[str] | None, typer.Option("--kind", metavar="|".join(KINDS), help="The kind of question.", callback=_kinds)
]
Seed = Annotated[
    str, typer.Option("--seed", metavar="WORD", help="The same seed gives the same questions in the same order.")
]
Skip = Annotated[
    list[str] | None,
    typer.Option("--skip", metavar="NOTE", help="Leave out a content note, such as suicide.", callback=_notes),
]
Bank = Annotated[
    Path | None, typer.Option("--bank", metavar="DIR", help="Use the scenarios in this folder instead of ours.")
]
