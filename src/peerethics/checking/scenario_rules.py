"""Runs every rule for scenarios: on each alone, and on all of them together."""

from collections.abc import Collection, Iterable, Sequence

from peerethics.checking import bank_rules, item_rules, key_rules
from peerethics.checking.findings import Finding
from peerethics.library.library import Library
from peerethics.models import Crosswalk, Problem, Topic
from peerethics.reading.sheet import Sheet
from peerethics.scenario import Scenario


def note_all(
    sheets: Sequence[tuple[Scenario, Sheet]],
    library: Library,
    topics: Sequence[Topic],
    walks: Iterable[Crosswalk],
    held: Collection[str] = (),
) -> list[Problem]:
    """Note on each scenario's sheet what is wrong with it; what is wrong with all together comes back.

    Args:
        sheets: the scenarios, each with the sheet of its file.
        library: the codes that are held.
        topics: the topics that are held; () to leave topics unchecked.
        walks: the crosswalks that are held.
        held: ids of scenarios that are held elsewhere.
    """
    differences = {one.id: one for walk in walks for one in walk.differences}
    known = {topic.id for topic in topics}
    by_id: dict[str, Sheet] = {}
    for one, sheet in sheets:
        if one.id in by_id:
            _note(sheet, Finding("T1", "id", f"{by_id[one.id].shown} has the id {one.id!r} as well", "rename one"))
        by_id.setdefault(one.id, sheet)
        if one.id in held:
            _note(sheet, Finding("T1", "id", f"the program has a scenario {one.id!r} already", "rename yours"))
        for topic in one.topics if known else ():
            if topic not in known:
                _note(sheet, Finding("T2", "topics", f"there is no topic {topic!r}", "see: peerethics topics"))
        for finding in key_rules.broken_rules(one, library, differences):
            _note(sheet, finding)
        for finding in item_rules.broken_rules(one):
            _note(sheet, finding)
    problems = []
    for owner, finding in bank_rules.broken_rules([one for one, _ in sheets], library, differences):
        if owner:
            _note(by_id[owner], finding)
        else:
            said = f"{finding.rule}: {finding.what}"
            problems.append(Problem("the bank", 0, 0, said, finding.remedy, finding.severity))
    return problems


def _note(sheet: Sheet, finding: Finding) -> None:
    sheet.report_at(finding.entry, f"{finding.rule}: {finding.what}", finding.remedy, finding.severity)
