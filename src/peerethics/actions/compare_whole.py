"""Compares two codes as a whole: practical differences, gaps, strength of duty, pages and exports."""

from collections.abc import Sequence
from pathlib import Path

from peerethics.actions.compare import Held, find_matter, open_held
from peerethics.actions.form import Form
from peerethics.comparing import compare as comparing
from peerethics.errors import WRONG_USAGE, PeerEthicsError
from peerethics.models import Difference
from peerethics.screen import output
from peerethics.screen.terminal import look
from peerethics.views import comparison, comparison_markdown, strength


def differences(what: Sequence[str], form: Form, data: Sequence[Path], codes: Sequence[str]) -> None:
    """Show the practical differences, all or those of a topic or provision."""
    held = open_held(data, codes, what)
    found: Sequence[Difference] = find_matter(what, held).differences if what else held.crosswalk.differences
    if not found:
        raise PeerEthicsError(
            "No practical difference is recorded there.", "All of them: peerethics compare --differences"
        )
    if form.as_json:
        output.show_json(comparison.as_json(held.codes, (), (), found, status=held.crosswalk.status))
    elif form.markdown:
        output.write(output.safe(comparison_markdown.differences(found, held.codes, held.crosswalk.status == "draft")))
    else:
        output.show_page(
            comparison.differences_page(found, held.codes, held.crosswalk.status == "draft"),
            look(form.plain),
            paged=form.paged,
        )


def gaps(form: Form, data: Sequence[Path], codes: Sequence[str]) -> None:
    """Show the provisions without counterpart, both ways."""
    held = open_held(data, codes)
    if form.as_json:
        output.show_json(comparison.as_json(held.codes, (), held.crosswalk.unmatched, (), status=held.crosswalk.status))
    elif form.markdown:
        output.write(output.safe(comparison_markdown.gaps(held.crosswalk, held.library)))
    else:
        output.show_page(comparison.gaps_page(held.crosswalk, held.library), look(form.plain), paged=form.paged)


def duty_strength(what: Sequence[str], form: Form, data: Sequence[Path], codes: Sequence[str]) -> None:
    """Show how strongly each provision binds, by its own words."""
    held = open_held(data, codes, what)
    wanted = _provisions_of(what, held) if what else None
    if form.as_json:
        output.show_json(strength.as_json(held.codes, wanted))
    else:
        output.show_page(strength.page(held.codes, wanted), look(form.plain), paged=form.paged)


def _provisions_of(what: Sequence[str], held: Held) -> set[str]:
    matter = find_matter(what, held)
    paired = {entry.id.partition("/")[0] for pair in matter.pairs for entry in (pair.left, pair.right)}
    apart = {
        entry.id.partition("/")[0]
        for both in matter.apart
        for one in both
        if one.level != "silent"
        for entry in one.entries
    }
    return paired | apart | {one.id for one in matter.unmatched}


def write_html(file: Path, data: Sequence[Path], codes: Sequence[str]) -> None:
    """Write the whole comparison as one page that needs nothing else.

    Raises:
        PeerEthicsError: the file cannot be written.
    """
    from peerethics.views.comparison_html import page

    held = open_held(data, codes)
    pairs = comparing.compared(held.crosswalk.pairs, held.library)
    text = page(held.crosswalk, pairs, held.vocabulary)
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise PeerEthicsError(f"{file} cannot be written: {error.strerror}.", "Choose another name.") from error
    output.note(f"Written: {file}")


def export(name: str, data: Sequence[Path], codes: Sequence[str]) -> None:
    """Write the crosswalk in a format of other tools to standard output.

    Raises:
        PeerEthicsError: the format is unknown, or nobody has judged the two codes against each other.
    """
    from peerethics.views.oscal import mapping_collection

    if name != "oscal":
        raise PeerEthicsError(f"There is no format {name!r}.", "Known formats: oscal", WRONG_USAGE)
    held = open_held(data, codes)
    if not comparing.judged(held.crosswalk):
        raise PeerEthicsError("There is nothing to export.", comparison.unjudged(held.codes))
    output.show_json(mapping_collection(held.crosswalk, held.library))
