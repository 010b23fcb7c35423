"""Runs every check over data files and gathers all problems at once."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from peerethics.checking.code_rules import broken_rules
from peerethics.checking.verbatim import verify
from peerethics.errors import BAD_DATA, PeerEthicsError
from peerethics.library.files import DataFile, open_file, show, unknown_format
from peerethics.library.library import name_clashes
from peerethics.library.sources import find_source
from peerethics.models import Code, Problem
from peerethics.reading.code_file import open_code


class Report(NamedTuple):
    """What a check found."""

    files: int
    codes: tuple[Code, ...]
    unproven: tuple[Code, ...]  #: codes that name no source, so that their words could not be compared
    problems: tuple[Problem, ...]


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


def check(paths: Iterable[Path], folders: Sequence[Path], context: Sequence[Code] = ()) -> Report:
    """Check data files.

    Args:
        paths: the files.
        folders: data folders, where source documents may lie.
        context: codes that are held anyway; one with an id that is checked gives way to it.
    """
    problems: list[Problem] = []
    codes: list[Code] = []
    count = 0
    for path in paths:
        count += 1
        try:
            file = open_file(path)
        except OSError as error:
            problems.append(Problem(show(path), 0, 0, f"cannot be read: {error.strerror}", "check its permissions"))
            continue
        if file.kind == "codes":
            code, found = _check_code(file, folders)
            problems += found
            codes += [code] if code else []
        elif not file.kind:
            problems.append(unknown_format(file))
    ids = {code.id for code in codes}
    problems += name_clashes([*(c for c in context if c.id not in ids), *codes])
    unproven = tuple(code for code in codes if not code.source.file)
    return Report(count, tuple(codes), unproven, tuple(problems))


def _check_code(file: DataFile, folders: Sequence[Path]) -> tuple[Code | None, list[Problem]]:
    code, sheet = open_code(file.raw, file.shown, str(file.path))
    if code is None or sheet.problems:
        return None, sorted(sheet.problems, key=lambda p: (p.line, p.column))
    for difference in [*verify(code, find_source(code, folders)), *broken_rules(code)]:
        sheet.report_at(difference.entry, difference.what, difference.remedy)
    return code, sheet.problems
