"""Shows the reasons for what was missed in the last quiz once more."""

from pathlib import Path

from peerethics.actions.form import Form
from peerethics.actions.pool import Pool
from peerethics.actions.quiz_plan import now
from peerethics.actions.quiz_request import Request
from peerethics.actions.quiz_round import Round, go_through
from peerethics.actions.who_answers import who_reads
from peerethics.errors import PeerEthicsError
from peerethics.history.records import PRESENT
from peerethics.history.store import History
from peerethics.library.library import open_library
from peerethics.library.places import find_places, history_file
from peerethics.library.vocabulary import open_vocabulary
from peerethics.quizzing.plan import from_json
from peerethics.quizzing.tally import Done


def review(request: Request, form: Form = Form()) -> None:  # noqa: B008
    """Show every answer of the last quiz that had a better option, with the reasons.

    Raises:
        PeerEthicsError: nothing was missed, or nothing was answered yet (exit code 1).
    """
    file = history_file()
    history = History(file) if file else None
    answers = history.answers() if history else []
    runs = {run.id: run for run in history.runs() if run.plan.get("mode") != PRESENT} if history else {}
    last = next((answer.run for answer in reversed(answers) if answer.run in runs), None)
    if last is None:
        raise PeerEthicsError("Nothing was answered yet.", "Begin with: peerethics quiz")
    places = find_places(request.data)
    vocabulary = open_vocabulary(places, open_library(places))
    plan = from_json(runs[last].plan)
    pool = Pool(places, vocabulary, request.bank or (Path(plan.bank) if plan.bank else None))
    done = [Done(s, a) for a in answers if a.run == last and a.missed for s in [pool.scenario(a.item)] if s]
    if not done:
        raise PeerEthicsError("Nothing was missed in your last quiz.", "Go on with: peerethics quiz")
    one = Round(plan, last, who_reads(form), vocabulary.library, None, now, lambda _: False)
    go_through(one, done)
