"""Runs every rule for scenarios: on each alone, and on all of them together."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from peerethics.checking import bank_rules, item_rules, key_rules
from peerethics.checking.findings import Finding
from peerethics.library.library import Library
from peerethics.models import ERROR, Crosswalk, Difference, Problem, Topic
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
    by_id: dict[str, Sheet] = {}
    for one, sheet in sheets:
        if one.id in by_id:
            note(sheet, [Finding("T1", "id", f"{by_id[one.id].shown} has the id {one.id!r} as well", "rename one")])
        by_id.setdefault(one.id, sheet)
        if one.id in held:
            note(sheet, [Finding("T1", "id", f"the program has a scenario {one.id!r} already", "rename yours")])
    note_each(sheets, library, {topic.id for topic in topics}, differences)
    problems = []
    for owner, finding in bank_rules.broken_rules([one for one, _ in sheets], library, differences):
        if owner:
            note(by_id[owner], [finding])
        else:
            said = f"{finding.rule}: {finding.what}"
            problems.append(Problem("the bank", 0, 0, said, finding.remedy, finding.severity))
    return problems


def unusable(sheets: Sequence[tuple[Scenario, Sheet]], library: Library, topics: Collection[str] = ()) -> list[Problem]:
    """What keeps scenarios out of quizzes and off paper: every error of a rule for one scenario alone.

    A key with two best answers, or one that rests on a provision that is not there, would mark people wrongly.
    Whether a verdict fits the crosswalk (R9) and the rules over a whole bank are left to `check`.

    Args:
        sheets: the scenarios, each with the sheet of its file.
        library: the codes that are held.
        topics: ids of the topics that are held; empty to leave topics unchecked.
    """
    note_each(sheets, library, topics, {})
    return [problem for _, sheet in sheets for problem in sheet.problems if problem.severity == ERROR]


def note_each(
    sheets: Iterable[tuple[Scenario, Sheet]],
    library: Library,
    topics: Collection[str],
    differences: Mapping[str, Difference],
) -> None:
    """Note on each scenario's sheet what is wrong with it alone.

    Args:
        sheets: the scenarios, each with the sheet of its file.
        library: the codes that are held.
        topics: ids of the topics that are held; empty to leave topics unchecked.
        differences: practical differences by id; empty to leave them unchecked.
    """
    for one, sheet in sheets:
        for topic in one.topics if topics else ():
            if topic not in topics:
                note(sheet, [Finding("T2", "topics", f"there is no topic {topic!r}", "see: peerethics topics")])
        note(sheet, key_rules.broken_rules(one, library, differences))
        note(sheet, item_rules.broken_rules(one))


def note(sheet: Sheet, findings: Iterable[Finding]) -> None:
    """Note findings on a scenario's sheet."""
    for finding in findings:
        sheet.report_at(finding.entry, f"{finding.rule}: {finding.what}", finding.remedy, finding.severity)
