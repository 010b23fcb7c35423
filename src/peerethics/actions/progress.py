"""Shows what a person's answers say, and moves or forgets them."""

import sys
from collections.abc import Sequence
from pathlib import Path

from peerethics.actions.form import Form
from peerethics.actions.pool import Pool
from peerethics.errors import NOTHING_FOUND, WRONG_USAGE, PeerEthicsError
from peerethics.history import exchange
from peerethics.history.records import Everything
from peerethics.history.store import History
from peerethics.library.library import open_library
from peerethics.library.places import find_places, history_file
from peerethics.library.vocabulary import open_vocabulary
from peerethics.quizzing import progress as work
from peerethics.quizzing.tally import Done
from peerethics.screen import output
from peerethics.screen.terminal import can_show, look
from peerethics.views import progress as view


def own_history() -> History:
    """The history of whoever runs this.

    Raises:
        PeerEthicsError: there is no place for one (exit code 2).
    """
    file = history_file()
    if file is None:
        raise PeerEthicsError("No home folder is known.", "Name a file in PEERETHICS_HISTORY.", WRONG_USAGE)
    return History(file)


def progress(form: Form = Form(), data: Sequence[Path] = (), own: Path | None = None) -> None:  # noqa: B008
    """Show what is known and what is not.

    Args:
        form: how to show it.
        data: further data folders.
        own: a folder whose scenarios are used instead of the shipped ones.

    Raises:
        PeerEthicsError: nothing was answered yet (exit code 1), or the history cannot be used.
    """
    answers = own_history().answers()
    places = find_places(data)
    vocabulary = open_vocabulary(places, open_library(places))
    pool = Pool(places, vocabulary, own)
    if not answers:
        raise PeerEthicsError("Nothing was answered yet.", "Begin with: peerethics quiz", NOTHING_FOUND)
    held = {item: pool.scenario(item) for item in {answer.item for answer in answers}}
    done = [Done(scenario, answer) for answer in answers for scenario in [held[answer.item]] if scenario]
    bank = {one.id: one.topics[0] for one in pool.bank.live() if one.topics}
    provisions = [provision.id for code in vocabulary.library.codes for provision in code.provisions()]
    revisions = {item: scenario.rev for item, scenario in held.items() if scenario}
    gone = sum(held[answer.item] is None for answer in answers)
    found = work.progress(done, provisions, bank, revisions)._replace(gone=gone)
    if form.as_json:
        output.show_json(view.as_json(found))
        return
    terminal = look(form.plain)
    if form.plain or not terminal.is_tty:
        output.show_page(view.in_words(found, vocabulary), terminal, paged=form.paged)
    else:
        output.show_page(view.picture(found, vocabulary, can_show(view.BLOCKS)), terminal, paged=form.paged)


def export(target: str) -> None:
    """Write the history to a file, or to standard output for "-" or "".

    Raises:
        PeerEthicsError: the file is there already, or cannot be written.
    """
    value = exchange.as_json(own_history().everything())
    if target in ("", "-"):
        output.show_json(value)
        return
    output.write_new_file(Path(target), output.as_json_text(value))
    output.note(f"Written: {target}")


def bring_in(source: str) -> None:
    """Add what an export holds to the history; what is held already stays as it is.

    Raises:
        PeerEthicsError: there is no such file, or it is no export.
    """
    answers, counts = own_history().merge(read_export(source))
    classes = f", {counts} new count{'' if counts == 1 else 's'} of hands" if counts else ""
    output.write(f"{answers} new answer{'' if answers == 1 else 's'}{classes}.\n")


def read_export(source: str) -> Everything:
    """What an export holds; "-" reads standard input.

    Raises:
        PeerEthicsError: there is no such file, or it is no export.
    """
    try:
        text = sys.stdin.read() if source == "-" else Path(source).read_text("utf-8")
    except (OSError, ValueError) as error:
        raise PeerEthicsError(f"{source!r} cannot be read: {error}.", "Name an export.", WRONG_USAGE) from error
    return exchange.from_json(text, source)


def erase(sure: bool) -> None:
    """Forget every answer.

    Raises:
        PeerEthicsError: nobody said that this is wanted (exit code 2).
    """
    if not sure:
        raise PeerEthicsError(
            "This forgets every answer, and nothing brings them back.",
            "Keep a copy with `peerethics progress export FILE`; then: peerethics progress erase --yes",
            WRONG_USAGE,
        )
    count = own_history().erase()
    output.write(f"Forgotten: {count} answer{'' if count == 1 else 's'}.\n")
