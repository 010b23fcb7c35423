"""`quiz`: scenarios to practise on, scored against the principles."""

from typing import Annotated

import typer

from peerethics.actions.form import Form
from peerethics.actions.quiz_request import Request
from peerethics.commands.options import Data, Json, Plain
from peerethics.commands.quiz_options import (
    Bank,
    Code,
    Kind,
    Level,
    Number,
    Provision,
    Seed,
    Skip,
    TopicNames,
    split,
)
from peerethics.commands.topic_completion import complete_topic
from peerethics.scenario import SCENARIO

Names = Annotated[
    list[str] | None,
    typer.Argument(metavar="[TOPIC]...", help="Only these topics, as with --topic.", autocompletion=complete_topic),
]
Answers = Annotated[
    str, typer.Option("--answers", metavar="FILE", help="Answers, a line for each prompt; - for standard input.")
]


def quiz(
    names: Names = None,
    code: Code = "both",
    topic: TopicNames = None,
    provision: Provision = None,
    count: Number = 0,
    level: Level = "",
    kind: Kind = None,
    seed: Seed = "",
    skip: Skip = None,
    exam: Annotated[bool, typer.Option("--exam", help="25 questions, untimed, feedback at the end.")] = False,
    no_cite: Annotated[bool, typer.Option("--no-cite", help="Do not ask for the provisions.")] = False,
    sure: Annotated[bool, typer.Option("--sure", help="Ask how sure you are; it never enters a score.")] = False,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with the quiz you left.")] = False,
    review: Annotated[bool, typer.Option("--review", help="Read the reasons for what you missed last time.")] = False,
    answers: Answers = "",
    no_history: Annotated[bool, typer.Option("--no-history", help="Keep nothing of this quiz.")] = False,
    as_json: Json = False,
    plain: Plain = False,
    bank: Bank = None,
    data: Data = None,
) -> None:
    """Practise on situations from the work.

    Choose the best response, say which provisions it rests on, and read why, with the exact words.
    Judgement and citation are two scores. Every answer is kept on this machine at once; no name is.

    \b
    Examples:
      peerethics quiz                            10 questions, both codes
      peerethics quiz money --count 5            one topic
      peerethics quiz --exam --code mo           25 questions, feedback at the end
      peerethics quiz --kind missing             find the word that is left out
      peerethics quiz --resume                   go on where you stopped

    \b
    Kinds of questions:
      scenario    a situation from the work (the usual)
      about       what does a provision ask, in plain words?
      missing     which word stands in the gap?
      which-code  whose words are these?
      place-pair  do the codes say the same, differ, or is one silent?
    """
    from peerethics.actions.quiz import quiz as run  # SQLite, which --help does without

    request = Request(
        code, (*split(names), *split(topic)), split(provision), count, level, seed, split(skip),
        split(kind) or (SCENARIO,), exam,
        cite=not no_cite, certainty=sure, resume=resume, review=review, answers=answers, keep=not no_history, bank=bank,
        data=data or (),
    )  # fmt: skip
    run(request, Form(as_json, plain))
