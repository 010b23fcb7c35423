"""Shows the exact words behind citations."""

from collections.abc import Sequence
from pathlib import Path

from peerethics.actions.form import Form
from peerethics.citations.resolve import find
from peerethics.library.library import open_library
from peerethics.library.places import find_places
from peerethics.screen import output
from peerethics.screen.terminal import look
from peerethics.views import provision


def show(citation: Sequence[str], form: Form = Form(), data: Sequence[Path] = (), copy: bool = False) -> None:  # noqa: B008
    """Show what a citation stands for.

    Args:
        citation: its words.
        form: how to show it.
        data: further data folders.
        copy: whether to put it on the clipboard as well.

    Raises:
        PeerEthicsError: it is no citation, or names nothing that exists; nothing is shown then.
    """
    found = find(" ".join(citation), open_library(find_places(data)))
    for line in found.notes:
        output.note(line)
    if form.as_json:
        output.show_json([provision.as_json(entry) for entry in provision.expand(found.entries)])
    elif form.markdown:
        output.write(output.safe(provision.as_markdown(found.entries)))
    else:
        output.show_page(provision.page(found.entries), look(form.plain), paged=form.paged)
    if copy:
        from peerethics.screen import clipboard

        clipboard.copy(provision.as_markdown(found.entries))
