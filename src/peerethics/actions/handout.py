"""Writes handouts: chooses what a quiz with the same seed would choose, and puts it on paper."""

import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from peerethics.actions.handout_files import write_files
from peerethics.actions.pool import Pool
from peerethics.actions.quiz_plan import begun
from peerethics.actions.quiz_request import Request
from peerethics.errors import WRONG_USAGE, PeerEthicsError, bad_data
from peerethics.handouts.common import Handed
from peerethics.handouts.document import Document
from peerethics.handouts.facilitator import facilitator
from peerethics.handouts.formats import writer
from peerethics.handouts.key import key
from peerethics.handouts.sheet import sheet
from peerethics.library.bank import no_scenario
from peerethics.library.library import open_library
from peerethics.library.places import find_places
from peerethics.library.vocabulary import Vocabulary, open_vocabulary
from peerethics.quizzing.plan import Plan
from peerethics.quizzing.question import put
from peerethics.screen import output

SHEET, KEY, FACILITATOR = KINDS = ("sheet", "key", "facilitator")


class Paper(NamedTuple):
    """How a person wants it on paper."""

    out: Path
    what: str = SHEET
    with_key: bool = False
    versions: Sequence[str] = ()
    large: bool = False
    roles: bool = False
    steps: bool = False
    talk: bool = False  #: whether a sheet has the discussion questions
    force: bool = False


def handout(ids: Sequence[str], request: Request, paper: Paper) -> None:
    """Write the files.

    Args:
        ids: the scenarios, in order; none to have them chosen.
        request: which scenarios are wanted, as for a quiz.
        paper: what to write, and where.

    Raises:
        PeerEthicsError: nothing fits or an id is unknown (exit code 1), a file cannot be written (2).
    """
    write = writer(paper.out)
    places = find_places(request.data)
    vocabulary = open_vocabulary(places, open_library(places))
    pool = Pool(places, vocabulary, request.bank)
    plan = _plan(ids, request, pool, vocabulary)
    versions = [_version(plan, letter, pool, vocabulary, paper.large) for letter in paper.versions or ("",)]
    documents = dict(_documents(versions, paper))
    write_files({file: write(document) for file, document in documents.items()}, paper.force)
    count = len(plan.items)
    for file in documents:
        output.note(f"Written: {file} ({count} item{'' if count == 1 else 's'}, seed {plan.seed})")
    for line in _next(ids, request, paper, plan.seed):
        output.note(line)


def _plan(ids: Sequence[str], request: Request, pool: Pool, vocabulary: Vocabulary) -> Plan:
    """The plan of the quiz that this is on paper; scenarios that are named keep their order."""
    if ids and (request.topics or request.provisions or request.number or request.level or request.skip):
        raise PeerEthicsError(
            "Scenarios are named, so there is nothing to choose.",
            "Leave out the names, or --topic, --provision, --count, --level and --skip.",
            WRONG_USAGE,
        )
    for name in ids:
        if pool.bank.listing(name) is None:
            raise no_scenario(name, pool.bank)
    plan = begun(request, pool, vocabulary, None, ())[1]
    return plan._replace(items=tuple(dict.fromkeys(ids))) if ids else plan


def _version(plan: Plan, letter: str, pool: Pool, vocabulary: Vocabulary, large: bool) -> Handed:
    """The questions with their options in the order of a version; without a letter as the screen has them."""
    seed = f"{plan.seed}/{letter}" if letter else plan.seed
    scenarios = [pool.scenario(item) for item in plan.items]
    if None in scenarios:
        raise bad_data(["A scenario that was listed is not there."], "Try again.")
    questions = tuple(put(one, plan.codes, seed) for one in scenarios if one)
    codes = tuple(code for code in vocabulary.library.codes if code.id in plan.codes)
    return Handed(questions, codes, vocabulary.library, plan.seed, letter, large)


def _documents(versions: Sequence[Handed], paper: Paper) -> Iterator[tuple[Path, Document]]:
    """Every file with what goes into it; a key is never in the file of a sheet."""
    if paper.what == FACILITATOR:
        yield paper.out, facilitator(versions, paper.steps)
    for handed in versions:
        mark = f"-{handed.version}" if handed.version else ""
        if paper.what == SHEET:
            yield _beside(paper.out, mark), sheet(handed, paper.roles, paper.steps, paper.talk)
        if paper.what == KEY:
            yield _beside(paper.out, mark), key(handed)
        elif paper.with_key:
            yield _beside(paper.out, f"{mark}-key"), key(handed)


def _beside(file: Path, mark: str) -> Path:
    return file.with_name(f"{file.stem}{mark}{file.suffix}")


def _next(ids: Sequence[str], request: Request, paper: Paper, seed: str) -> Iterator[str]:
    """The commands that write what belongs to a sheet."""
    if paper.what != SHEET:
        return
    words = ["peerethics", "handout", *ids, "--seed", seed, *request.selection()]
    words += ["--versions", ",".join(paper.versions)] if paper.versions else []
    words += ["--large"] if paper.large else []
    for what, said in ((KEY, "The key:"), (FACILITATOR, "For you:")):
        if what == FACILITATOR or not paper.with_key:
            file = str(_beside(paper.out, f"-{what}"))
            yield f"{said} {shlex.join([*words, '--what', what, '--out', file])}"
