"""Puts the questions of a quiz one after another, and keeps each answer before the next is asked."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from peerethics.history.records import Answer
from peerethics.history.store import History
from peerethics.library.library import Library
from peerethics.pages.blocks import block
from peerethics.quizzing.plan import EXAM, Plan
from peerethics.quizzing.question import Question, Reply, mark_reply
from peerethics.quizzing.tally import Done
from peerethics.scenario import Scenario
from peerethics.screen.mouth import Entry, Mouth, Stopped
from peerethics.views.feedback import feedback, others
from peerethics.views.question import CITE_PROMPT, SURE, chosen_page, hint_page, how_sure, provision_line, situation

# No id of an option has a slash: "stop" and "pass" are acts that options are called by.
_PASS, _HINT, _STOP, _MORE = "/pass", "/hint", "/stop", "/more"

_LEAVE = Entry(_STOP, "Stop here, nothing is lost", "q")
_LATER = Entry(_STOP, "Stop; later with peerethics quiz --review", "q")


class Round(NamedTuple):
    """A quiz that is under way."""

    plan: Plan
    run: str  #: id of the run in the history
    mouth: Mouth
    library: Library
    history: History | None  #: None where nothing is kept
    now: Callable[[], str]  #: the time, UTC, ISO 8601
    changed: Callable[[Scenario], bool]  #: whether the wording changed since it was last answered


def put_all(one: Round, waiting: Iterable[tuple[int, Scenario]]) -> Iterator[Done]:
    """Ask question after question, until all are answered or the person stops.

    Args:
        one: the quiz.
        waiting: the questions that are left, each with its place in the quiz.
    """
    for number, (position, scenario) in enumerate(waiting):
        if number:
            one.mouth.fresh()
        question = one.plan.question(scenario)._replace(labels=one.mouth.labels)
        try:
            reply = _ask(one, question, position)
        except Stopped:
            return
        marks = mark_reply(question, reply)
        answer = Answer(
            one.run, position, scenario.id, scenario.rev, reply.option, reply.cited, reply.sure, reply.hint,
            one.plan.mode, one.now(), marks,
        )  # fmt: skip
        if one.history is None or one.history.record(answer):
            yield Done(scenario, answer)
        if one.plan.mode == EXAM:
            continue
        if not reply.option:
            one.mouth.say([block("Passed. That costs nothing; it comes again another time.", gap=True)])
            continue
        one.mouth.say(feedback(question, reply, marks, one.library))
        if not _go_on(one, question, reply):
            return


def go_through(one: Round, done: Iterable[Done]) -> None:
    """Show the feedback that an exam kept back, for every answer that was not the best."""
    missed = [finished for finished in done if finished.answer.missed]
    left = len(missed)
    for scenario, answer in missed:
        if one.mouth.pause([_LATER], go_on=f"Read the reasons, {left} left") == _STOP:
            return
        left -= 1
        one.mouth.fresh()
        question = one.plan.question(scenario)._replace(labels=one.mouth.labels)
        one.mouth.say(situation(question, answer.position, len(one.plan.items)))
        reply = Reply(answer.option, answer.cited)
        one.mouth.say(feedback(question, reply, answer.marks, one.library))


def _ask(one: Round, question: Question, position: int) -> Reply:
    blocks = situation(question, position, len(one.plan.items), one.changed(question.scenario))
    one.mouth.say(blocks)
    entries = [Entry(o.id, o.text, label) for o, label in zip(question.options, question.labels, strict=False)]
    hint = False
    while True:
        extras = [Entry(_PASS, "Pass on this one", "p"), _LEAVE]
        if question.scenario.hint and not hint and one.plan.mode != EXAM:
            extras.insert(1, Entry(_HINT, "A hint", "h"))
        chosen = one.mouth.choose(entries, extras)
        if chosen != _HINT:
            break
        hint = True
        one.mouth.say(hint_page(question))
    if chosen == _STOP:
        raise Stopped
    if chosen == _PASS:
        return Reply("", hint=hint)
    one.mouth.say(chosen_page(question, chosen))
    sure = _certainty(one) if one.plan.certainty else 0
    if not question.provisions:
        return Reply(chosen, None, sure, hint)
    listed = [
        Entry(place, provision_line(place, one.library), brief=provision_line(place, one.library, brief=True))
        for place in question.provisions
    ]
    return Reply(chosen, one.mouth.pick(CITE_PROMPT, listed), sure, hint)


def _certainty(one: Round) -> int:
    one.mouth.say(how_sure())
    chosen = one.mouth.choose([Entry(str(level), words, str(level)) for level, words in SURE], [_LEAVE])
    if chosen == _STOP:
        raise Stopped
    return int(chosen)


def _go_on(one: Round, question: Question, reply: Reply) -> bool:
    """Wait until the person has read; whether the quiz goes on."""
    rest = others(question, reply, one.library)
    extras = [_LEAVE]
    if rest:
        extras.insert(0, Entry(_MORE, "The other options, and why", "o"))
    while True:
        wanted = one.mouth.pause(extras)
        if wanted != _MORE:
            return wanted != _STOP
        one.mouth.say(rest)
        extras = [extra for extra in extras if extra.id != _MORE]
