"""Plans a quiz from what a person asks for, or takes up one that was left."""

import os
from collections.abc import Sequence
from datetime import datetime, timezone

from peerethics.actions.pool import Pool
from peerethics.actions.quiz_request import Request
from peerethics.citations.resolve import provisions_named
from peerethics.errors import PeerEthicsError
from peerethics.history.records import PRESENT, Answer, Run
from peerethics.history.store import History
from peerethics.library.library import Library
from peerethics.library.vocabulary import Vocabulary
from peerethics.quizzing.choose import Wanted, choose
from peerethics.quizzing.marking import EXAM_LENGTH
from peerethics.quizzing.plan import EXAM, PRACTICE, Plan, from_json
from peerethics.seeds import new_seed

ROUND = 10  # questions


def resumed(history: History | None) -> tuple[str, Plan]:
    """The quiz that was left last: the id of its run, and its plan.

    Raises:
        PeerEthicsError: none waits (exit code 1).
    """
    run = history.unfinished() if history else None
    if run is None:
        raise PeerEthicsError("No quiz waits to be finished.", "Begin one with: peerethics quiz")
    return run.id, from_json(run.plan)


def begun(
    request: Request, pool: Pool, vocabulary: Vocabulary, history: History | None, before: Sequence[Answer]
) -> tuple[str, Plan]:
    """A new quiz: the id of its run, and its plan.

    Args:
        request: what is asked for.
        pool: the questions there are.
        vocabulary: topics and codes.
        history: where the run is kept, or None.
        before: every answer until now.

    Raises:
        PeerEthicsError: nothing fits, or a name is unknown (exit code 1).
    """
    codes = _codes(request.codes, vocabulary.library)
    wanted = Wanted(
        codes=codes,
        number=request.number or (EXAM_LENGTH if request.exam else ROUND),
        topics=tuple(vocabulary.topic_named(name)[0].id for name in request.topics),
        provisions=tuple(provisions_named(request.provisions, vocabulary.library)),
        level=request.level,
        skip=tuple(request.skip),
    )
    seed = request.seed or new_seed(os.urandom(4))
    # With a seed, the questions are the same for everybody; without, what is known well comes last.
    known = set() if request.seed else {item for item, best in _last(before).items() if best}
    chosen = choose(pool.listings(request.kinds), wanted, seed, known)
    mode = EXAM if request.exam else PRESENT if request.present else PRACTICE
    ids = tuple(one.id for one in chosen)
    plan = Plan(
        ids, codes, seed, mode, request.cite and not request.exam, request.certainty, request.selection(),
        str(request.bank.resolve()) if request.bank else "", tuple(one.rev for one in chosen),
    )  # fmt: skip
    run = Run(os.urandom(8).hex(), now(), plan.as_json())
    if history:
        history.begin(run)
    return run.id, plan


def _last(answers: Sequence[Answer]) -> dict[str, bool]:
    """Whether the last answer to each question chose the best option."""
    return {answer.item: answer.best for answer in answers if not answer.passed}


def _codes(name: str, library: Library) -> tuple[str, ...]:
    if name == "both":
        return tuple(code.id for code in library.codes)[:2]
    return tuple(dict.fromkeys(library.named(one).id for one in name.split(",")))


def now() -> str:
    """The time, UTC, ISO 8601."""
    return datetime.now(timezone.utc).isoformat(timespec="milliseconds")
