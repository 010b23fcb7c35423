"""Shows scenarios to a class: story, options, hands, talk, hands, key; counts are kept without names."""

import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from string import ascii_uppercase
from typing import NamedTuple

from peerethics.actions.form import Form
from peerethics.actions.pool import Pool
from peerethics.actions.quiz_plan import begun, now
from peerethics.actions.quiz_request import Request
from peerethics.errors import PeerEthicsError
from peerethics.history.days import day_of
from peerethics.history.records import Tally
from peerethics.history.store import History
from peerethics.library.library import open_library
from peerethics.library.places import find_places, history_file
from peerethics.library.vocabulary import Vocabulary, open_vocabulary
from peerethics.quizzing.plan import Plan, from_json
from peerethics.quizzing.presenting import Place, step
from peerethics.quizzing.question import Question
from peerethics.scenario import Scenario
from peerethics.screen import lines, output
from peerethics.screen.mouth import Stopped
from peerethics.screen.stage import Roll, Wall, at_keyboard, nobody
from peerethics.screen.terminal import look
from peerethics.views import presenting as view
from peerethics.views.record import record_text


class Show(NamedTuple):
    """A presentation that is under way."""

    plan: Plan
    run: str
    questions: list[Question]
    vocabulary: Vocabulary
    history: History | None
    wall: Wall | Roll


def present(request: Request, form: Form = Form(), record: Path | None = None, initials: str = "") -> None:  # noqa: B008
    """Show scenarios to a class.

    Args:
        request: which scenarios; `resume` goes on with the last presentation.
        form: `plain` for text line by line.
        record: a file to write a record of the session to, or None.
        initials: what the trainer typed for those who took part; kept only in that record.

    Raises:
        PeerEthicsError: nobody can give commands, nothing fits, or data or history cannot be used.
    """
    wall = _wall(form)
    if record and os.path.lexists(record):  # said before a class is counted, and not after
        raise output.there_already(record)
    places = find_places(request.data)
    vocabulary = open_vocabulary(places, open_library(places))
    file = history_file() if request.keep else None
    history = History(file) if file else None
    if request.resume:
        run, plan = _resumed(history)
        pool = Pool(places, vocabulary, request.bank or (Path(plan.bank) if plan.bank else None))
    else:
        pool = Pool(places, vocabulary, request.bank)
        run, plan = begun(request, pool, vocabulary, history, ())
    questions = [plan.question(one)._replace(labels=ascii_uppercase) for one in _held(plan, pool)]
    show = Show(plan, run, questions, vocabulary, history, wall)
    started = time.monotonic()
    place = _start(show) if request.resume else Place()
    try:
        with wall.on():
            for now_at in _run(show, place):
                place = now_at
    finally:  # also when the trainer leaves with Ctrl-C
        counted = [item + 1 for item, _ in place.counts]
        output.show_page(
            view.closing(counted, len(questions), plan, history is not None), look(form.plain), paged=False
        )
        if record:
            minutes = round((time.monotonic() - started) / 60)
            output.write_new_file(
                record, record_text(plan, questions, place, vocabulary, day_of(now()), minutes, initials)
            )
            output.note(f"Written: {record}")


def _wall(form: Form) -> Wall | Roll:
    terminal = look(form.plain)
    if at_keyboard() and terminal.can_page:
        return Wall(terminal, lambda: (shutil.get_terminal_size().columns, shutil.get_terminal_size().lines))
    if at_keyboard():
        return Roll(terminal, lambda prompt: lines.from_terminal(prompt).text)
    given = lines.waiting_on_stdin()
    if not given:
        raise nobody()
    waiting = iter(given)

    def read(prompt: str) -> str:  # noqa: ARG001
        try:
            return next(waiting)
        except StopIteration:
            raise Stopped from None

    return Roll(terminal, read)


def _resumed(history: History | None) -> tuple[str, Plan]:
    run = history.shown_last() if history else None
    if run is None:
        raise PeerEthicsError("No presentation was begun here.", "Begin one with: peerethics present")
    return run.id, from_json(run.plan)


def _held(plan: Plan, pool: Pool) -> list[Scenario]:
    """The scenarios of a plan. All of them: what was counted is known by the place in the row.

    Raises:
        PeerEthicsError: one is not held any more (exit code 1).
    """
    found = [(item, pool.scenario(item)) for item in plan.items]
    gone = [item for item, scenario in found if scenario is None]
    if gone or not found:
        raise PeerEthicsError(
            f"This presentation shows what is not held here: {', '.join(gone) or 'nothing'}.",
            "Name the folder that it was begun with, by --bank or --data, or begin another.",
        )
    return [scenario for _, scenario in found if scenario]


def _start(show: Show) -> Place:
    """Where a presentation was left: its last scenario, with all that was counted and still fits the options."""
    tallies = show.history.tallies(show.run) if show.history else []
    sizes = dict(enumerate(len(question.options) for question in show.questions))
    counts = {(one.position - 1, one.round): one.counts for one in tallies if one.round}
    fitting = {place: count for place, count in counts.items() if sizes.get(place[0]) == len(count)}
    item = min(tallies[-1].position, len(show.questions)) - 1 if tallies else 0
    return Place(item=item, counts=fitting)


def _run(show: Show, place: Place) -> Iterator[Place]:
    """Where the presentation stands after each command, which is kept by then."""
    sizes = [len(question.options) for question in show.questions]
    _keep(show, place, None)
    begun_at = time.monotonic()
    while not place.left:
        question = show.questions[place.item]
        screens = show.wall.split(view.pages(place, question, show.vocabulary.library))
        place = place._replace(page=min(place.page, len(screens) - 1))
        footer = _footer(show, place, begun_at)
        show.wall.show([] if place.blank else screens[place.page], footer(""))
        try:
            command = show.wall.read(footer, place.timer)
        except Stopped:
            break
        before, place = place, step(place, command, sizes, len(screens))
        if (before.item, before.stage) != (place.item, place.stage):
            begun_at = time.monotonic()
        _keep(show, place, before)
        yield place


def _footer(show: Show, place: Place, begun_at: float) -> Callable[[str], str]:
    """What the line at the bottom says, with what is typed so far."""

    def said(typed: str) -> str:
        elapsed = int(time.monotonic() - begun_at)
        question = show.questions[place.item]
        return "" if place.blank else view.footer(place, question, len(show.questions), show.plan.seed, elapsed, typed)

    return said


def _keep(show: Show, place: Place, before: Place | None) -> None:
    """Keep what is new: the scenario that is on the wall, and what was counted."""
    if show.history is None:
        return
    if before is None or before.item != place.item:
        show.history.count(Tally(show.run, place.item + 1, 0, (), now()))
    for (item, number), counts in place.counts.items():
        if before is not None and before.counts.get((item, number)) != counts:
            show.history.count(Tally(show.run, item + 1, number, counts, now()))
