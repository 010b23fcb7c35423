"""Lists and shows scenarios."""

from collections.abc import Sequence
from pathlib import Path

from peerethics.actions.form import Form
from peerethics.citations.resolve import provisions_named
from peerethics.library.bank import no_scenario, open_bank
from peerethics.library.bank_file import Listing
from peerethics.library.library import open_library
from peerethics.library.places import find_places
from peerethics.library.vocabulary import open_vocabulary
from peerethics.quizzing.choose import Wanted, choose
from peerethics.screen import output
from peerethics.screen.terminal import look
from peerethics.views import scenario as view


def scenarios(
    ids: Sequence[str],
    wanted: Wanted,
    form: Form = Form(),  # noqa: B008
    with_key: bool = False,
    bank_folder: Path | None = None,
    data: Sequence[Path] = (),
) -> None:
    """Show these scenarios, or list all that fit.

    Args:
        ids: scenarios to show; none for a list.
        wanted: what to list; topics by any name.
        form: how to show it.
        with_key: whether to show ratings, reasons and provisions as well.
        bank_folder: a folder to use instead of the shipped scenarios.
        data: further data folders.

    Raises:
        PeerEthicsError: there is no such scenario, or none fits (exit code 1).
    """
    places = find_places(data)
    vocabulary = open_vocabulary(places, open_library(places))
    bank = open_bank(places, bank_folder)
    library = vocabulary.library
    wanted = wanted._replace(
        codes=wanted.codes or tuple(code.id for code in library.codes),
        provisions=tuple(provisions_named(wanted.provisions, library)),
        topics=tuple(vocabulary.topic_named(name)[0].id for name in wanted.topics),
    )
    listed: list[Listing] = []
    for name in ids:
        found = bank.listing(name)
        if found is None:
            raise no_scenario(name, bank)
        listed.append(found)
    if not ids:
        listed = sorted(choose(bank.listings, wanted._replace(number=len(bank.listings)), ""), key=lambda one: one.id)
    if form.as_json:
        output.show_json([view.as_json(one) for one in map(bank.scenario, (x.id for x in listed)) if one])
        return
    if ids:
        blocks = [b for one in map(bank.scenario, ids) if one for b in view.page(one, library, with_key)]
    else:
        blocks = view.overview(listed, vocabulary)
    output.show_page(blocks, look(form.plain), paged=form.paged)
