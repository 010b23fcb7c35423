"""Runs every check over data files and gathers all problems at once."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from peerethics.checking import answer_rules, code_rules, crosswalk_rules, kind_rules, scenario_rules, topic_rules
from peerethics.checking.verbatim import Difference, verify
from peerethics.citations.names import name_problems
from peerethics.citations.resolve import uncitable
from peerethics.errors import BAD_DATA, PeerEthicsError
from peerethics.library.crosswalks import crosswalk_clashes
from peerethics.library.files import DataFile, open_file, show, unknown_format
from peerethics.library.library import Library, name_clashes
from peerethics.library.sources import find_source
from peerethics.models import ERROR, Code, Crosswalk, Kind, Problem, Topic
from peerethics.reading.code_file import open_code
from peerethics.reading.crosswalk_file import open_crosswalk
from peerethics.reading.kinds_file import open_kinds
from peerethics.reading.scenario_file import open_scenario
from peerethics.reading.sheet import Sheet
from peerethics.reading.topics_file import open_topics
from peerethics.scenario import Scenario


class Report(NamedTuple):
    """What a check found."""

    files: int
    codes: tuple[Code, ...]
    unproven: tuple[Code, ...]  #: codes that name no source, so that their words could not be compared
    duties: int
    kinds: int
    crosswalks: tuple[Crosswalk, ...]
    scenarios: tuple[Scenario, ...]
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> int:
        """How many of the problems keep the data from being used."""
        return sum(problem.severity == ERROR for problem in self.problems)


class Context(NamedTuple):
    """What is held anyway; a file that is checked takes the place of what has the same id."""

    folders: tuple[Path, ...]  #: data folders, where source documents may lie
    codes: tuple[Code, ...] = ()
    topics: tuple[Topic, ...] = ()
    crosswalks: tuple[Crosswalk, ...] = ()
    scenarios: frozenset[str] = frozenset()  #: ids of scenarios that come with the program
    chosen: Callable[[Scenario], Mapping[str, int]] = lambda _: {}  #: how many people chose each option


def find_files(targets: Sequence[Path]) -> list[Path]:
    """The YAML files that were named, and those in the folders that were named.

    Raises:
        PeerEthicsError: a target is not there, or holds no YAML file.
    """
    files: dict[Path, None] = {}
    for target in targets:
        if target.is_dir():
            inside = sorted(p for p in target.rglob("*") if p.suffix in (".yaml", ".yml") and p.is_file())
            if not inside:
                raise PeerEthicsError(
                    f"No YAML file is in {str(target)!r}.", "Name a file, or the folder that holds it.", BAD_DATA
                )
            files.update(dict.fromkeys(inside))
        elif target.exists():
            files[target] = None
        else:
            raise PeerEthicsError(f"There is no {str(target)!r}.", "Check the name.", BAD_DATA)
    return list(files)


def check(paths: Iterable[Path], context: Context) -> Report:
    """Check data files, alone and against each other.

    Args:
        paths: the files.
        context: what is held anyway.
    """
    problems: list[Problem] = []
    files = list(_open_all(paths, problems))
    opened = _Opened(files)
    library = Library([*(c for c in context.codes if c.id not in opened.code_ids), *opened.codes])
    topics = [*(t for t in context.topics if t.id not in opened.topic_ids), *opened.topics]
    duties = {duty.id: duty for topic in topics for duty in topic.duties}
    problems += _duties_twice(opened, context)
    for code, sheet in opened.code_sheets:
        found = (verify(code, find_source(code, context.folders)), code_rules.broken_rules(code))
        _note(sheet, [*found[0], *found[1], *topic_rules.unknown_duties(code, duties)])
    clashes = name_clashes(library.codes) or name_problems(library)
    if not clashes:
        _note_uncitable(opened, library)
    for own, sheet in opened.topic_sheets:
        _note(sheet, topic_rules.broken_rules(own, library))
    for kinds, sheet in opened.kind_sheets:
        _note(sheet, kind_rules.broken_rules(kinds))
    for crosswalk, sheet in opened.crosswalk_sheets:
        _note(sheet, crosswalk_rules.broken_rules(crosswalk, library, {topic.id for topic in topics}))
    walks = [*(c for c in context.crosswalks if c.id not in opened.crosswalk_ids), *opened.crosswalks]
    problems += scenario_rules.note_all(opened.scenario_sheets, library, topics, walks, context.scenarios)
    for scenario, sheet in opened.scenario_sheets:
        scenario_rules.note(sheet, answer_rules.broken_rules(scenario, context.chosen(scenario)))
    for sheet in opened.sheets:
        problems += sorted(sheet.problems, key=lambda p: (p.line, p.column))
    problems += clashes
    problems += crosswalk_clashes(opened.crosswalks, opened.crosswalk_paths)
    unproven = tuple(code for code in opened.codes if not code.source.file)
    count = sum(len(topic.duties) for topic in opened.topics)
    return Report(
        len(files),
        tuple(opened.codes),
        unproven,
        count,
        sum(len(kinds) for kinds, _ in opened.kind_sheets),
        tuple(opened.crosswalks),
        tuple(one for one, _ in opened.scenario_sheets),
        tuple(problems),
    )


def _note_uncitable(opened: "_Opened", library: Library) -> None:
    """Note each provision that its own id does not lead to, at its code, or at the code that took its name."""
    sheets = {code.id: sheet for code, sheet in opened.code_sheets}
    for one, answer in uncitable(library) if sheets else ():
        sheet = sheets.get(one.partition("-")[0], opened.code_sheets[0][1])
        sheet.report_at(one, f"{one} does not cite itself: {answer}", "rename it, or the alias that takes its place")


def _open_all(paths: Iterable[Path], problems: list[Problem]) -> Iterator[DataFile]:
    for path in paths:
        try:
            file = open_file(path)
        except OSError as error:
            problems.append(Problem(show(path), 0, 0, f"cannot be read: {error.strerror}", "check its permissions"))
            continue
        if not file.kind:
            problems.append(unknown_format(file))
        yield file


def _duties_twice(opened: "_Opened", context: Context) -> Iterator[Problem]:
    """Duties that a checked file defines and that are held in a topic of another name."""
    held = {duty.id: topic.id for topic in context.topics for duty in topic.duties}
    for topics, sheet in opened.topic_sheets:
        for topic in topics:
            for duty in topic.duties:
                if held.get(duty.id, topic.id) != topic.id:
                    place = sheet.places.get(f"duty {duty.id}", (0, 0))
                    yield Problem(sheet.shown, *place, f"the duty {duty.id!r} is held already", "rename it")


class _Opened:
    """The values in the files; a file with problems gives none, so that one slip is not reported twice."""

    def __init__(self, files: Sequence[DataFile]) -> None:
        self.sheets: list[Sheet] = []
        self.paths = [file.path for file in files if file.kind]  #: of the sheets
        self.code_sheets: list[tuple[Code, Sheet]] = []
        self.topic_sheets: list[tuple[tuple[Topic, ...], Sheet]] = []
        self.kind_sheets: list[tuple[tuple[Kind, ...], Sheet]] = []
        self.crosswalk_sheets: list[tuple[Crosswalk, Sheet]] = []
        self.scenario_sheets: list[tuple[Scenario, Sheet]] = []
        for file in files:
            if file.kind == "codes":
                self._keep(self.code_sheets, *open_code(file.raw, file.shown, str(file.path)))
            elif file.kind == "topics":
                self._keep(self.topic_sheets, *open_topics(file.raw, file.shown))
            elif file.kind == "kinds":
                self._keep(self.kind_sheets, *open_kinds(file.raw, file.shown))
            elif file.kind == "crosswalks":
                self._keep(self.crosswalk_sheets, *open_crosswalk(file.raw, file.shown))
            elif file.kind == "scenarios":
                self._keep(self.scenario_sheets, *open_scenario(file.raw, file.shown))
        held = {id(sheet): path for sheet, path in zip(self.sheets, self.paths, strict=True)}
        self.crosswalk_paths = [held[id(sheet)] for _, sheet in self.crosswalk_sheets]
        self.crosswalks = [crosswalk for crosswalk, _ in self.crosswalk_sheets]
        self.crosswalk_ids = {crosswalk.id for crosswalk in self.crosswalks}
        self.codes = [code for code, _ in self.code_sheets]
        self.code_ids = {code.id for code in self.codes}
        self.topics = [topic for topics, _ in self.topic_sheets for topic in topics]
        self.topic_ids = {topic.id for topic in self.topics}

    def _keep(self, into: list, value: object, sheet: Sheet) -> None:  # type: ignore[type-arg]
        self.sheets.append(sheet)
        if value is not None and not sheet.problems:
            into.append((value, sheet))


def _note(sheet: Sheet, differences: Iterable[Difference]) -> None:
    for one in differences:
        sheet.report_at(one.entry, one.what, one.remedy)
