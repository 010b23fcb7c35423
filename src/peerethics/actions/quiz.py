"""Holds a quiz: chooses the questions, puts them, shows the result."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from peerethics.actions.form import Form
from peerethics.actions.pool import Pool
from peerethics.actions.quiz_plan import begun, now, resumed
from peerethics.actions.quiz_request import Request
from peerethics.actions.quiz_review import review
from peerethics.actions.quiz_round import Round, go_through, put_all
from peerethics.actions.who_answers import who_answers
from peerethics.errors import WRONG_USAGE, PeerEthicsError
from peerethics.history.store import History
from peerethics.library.bank import REVIEWED
from peerethics.library.library import open_library
from peerethics.library.places import find_places, history_file
from peerethics.library.vocabulary import Vocabulary, open_vocabulary
from peerethics.pages.blocks import Block, Span, block
from peerethics.quizzing.plan import EXAM, Plan
from peerethics.quizzing.tally import Done, tally
from peerethics.scenario import Scenario
from peerethics.screen import output
from peerethics.views import result as view
from peerethics.views.question import opening, waits
from peerethics.views.topics import primer


def quiz(request: Request, form: Form = Form()) -> None:  # noqa: B008
    """Hold a quiz.

    Raises:
        PeerEthicsError: nobody can answer, nothing fits, or data or history cannot be used.
    """
    if request.review:
        review(request, form)
        return
    mouth, given = who_answers(request.answers, form)
    places = find_places(request.data)
    vocabulary = open_vocabulary(places, open_library(places))
    history = _history(request.keep)
    before = history.answers() if history else []
    earlier = history.unfinished() if history and not request.resume and not given else None
    if request.resume:
        run, plan = resumed(history)
        pool = Pool(places, vocabulary, request.bank or (Path(plan.bank) if plan.bank else None))
    else:
        pool = Pool(places, vocabulary, request.bank)
        run, plan = begun(request, pool, vocabulary, history, before)
    revisions = {answer.item: answer.rev for answer in before}
    one = Round(
        plan, run, mouth, vocabulary.library, history, now,
        lambda scenario: revisions.get(scenario.id, scenario.rev) != scenario.rev,
    )  # fmt: skip
    done = [Done(s, a) for a in before if a.run == run for s in [pool.scenario(a.item)] if s]
    mouth.say([*_opening(plan, pool, vocabulary, request, len(done)), *waits(earlier is not None)])
    try:
        done += put_all(one, _waiting(plan, pool, {d.answer.position for d in done}))
    except KeyboardInterrupt:
        if history:
            output.note("\nYour answers are kept; the question on screen comes again. Go on with:")
            output.note("  peerethics quiz --resume")
        raise
    _show(one, done, vocabulary, form)
    if given and len(done) < len(plan.items):
        left = len(plan.items) - len(done)
        raise PeerEthicsError(
            f"The answers ended with {left} question{'' if left == 1 else 's'} left.", "", WRONG_USAGE
        )


def _show(one: Round, done: Sequence[Done], vocabulary: Vocabulary, form: Form) -> None:
    result = view.Result(one.plan, tally(done), len(done), any(finished.scenario.heavy for finished in done))
    if form.as_json:
        output.show_json(view.as_json(result, [view.answer_json(finished) for finished in done]))
        return
    one.mouth.say(view.page(result, vocabulary, one.history is not None))
    if one.plan.mode == EXAM:
        go_through(one, done)


def _opening(plan: Plan, pool: Pool, vocabulary: Vocabulary, request: Request, answered: int) -> list[Block]:
    """The first page: what begins, and for a quiz on topics what to know about them."""
    listings = [pool.bank.listing(item) for item in plan.items if "/" not in item]
    drafts = sum(one is not None and one.status != REVIEWED for one in listings)
    names = [code.name for code in vocabulary.library.codes if code.id in plan.codes]
    blocks = opening(plan, names, answered, drafts)
    topics = {vocabulary.topic_named(name)[0].id for name in request.topics}
    for topic in vocabulary.topics:
        if topic.id in topics and topic.primer and plan.mode != EXAM:
            blocks += [block(Span(f"{topic.label}: before you begin", "title"), gap=True), *primer(topic)]
    return blocks


def _history(keep: bool) -> History | None:
    file = history_file() if keep else None
    return History(file) if file else None


def _waiting(plan: Plan, pool: Pool, answered: set[int]) -> Iterator[tuple[int, Scenario]]:
    for position, item in enumerate(plan.items, 1):
        if position in answered:
            continue
        scenario = pool.scenario(item)
        if scenario is None:
            output.note(f"The question {item!r} is no longer held, and is left out.")
            continue
        yield position, scenario
