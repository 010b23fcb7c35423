"""Where things lie: the shipped data, a person's own data, the cache."""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from peerethics.errors import BAD_DATA, PeerEthicsError

APP = "peerethics"
_PACKAGE = Path(__file__).resolve().parent.parent


class Places(NamedTuple):
    """The folders that this run reads and writes."""

    data: tuple[Path, ...]  #: folders with data files; the shipped one first
    cache: Path | None  #: where compiled data may be kept, or None
    compiled: Path | None = None  #: data that was compiled when the program was built, or None


def shipped_data() -> Path:
    """The data that comes with the program: inside the wheel, or beside `src/` in a checkout."""
    for folder in (_PACKAGE / "data", _PACKAGE.parent.parent / "data"):
        if (folder / "codes").is_dir():
            return folder
    raise PeerEthicsError(f"The data folder is missing: no {_PACKAGE / 'data'}", "Install peerethics again.", BAD_DATA)


def find_places(extra: Sequence[Path] = (), env: Mapping[str, str] = os.environ) -> Places:
    """The folders to use.

    Args:
        extra: folders named with `--data`; without any, those in PEERETHICS_DATA.
        env: the environment.

    Raises:
        PeerEthicsError: a folder that was named is not there.
    """
    named = list(extra) or [Path(name) for name in env.get("PEERETHICS_DATA", "").split(os.pathsep) if name]
    for folder in named:
        if not is_folder(folder):
            raise PeerEthicsError(
                f"There is no data folder {str(folder)!r}.",
                "Name a folder that holds YAML files, with --data or PEERETHICS_DATA.",
                BAD_DATA,
            )
    own = user_data(env)
    folders = [shipped_data(), *([own] if own and is_folder(own) else []), *named]
    compiled = _PACKAGE / "compiled"
    return Places(tuple(dict.fromkeys(folder.resolve() for folder in folders)), _cache(env), compiled)


def is_folder(path: Path) -> bool:
    """Whether a folder can be looked into; a name that is no name at all is none."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def user_data(env: Mapping[str, str] = os.environ) -> Path | None:
    """The person's own data folder, whether it exists or not; None without a home."""
    return _folder(env, "XDG_DATA_HOME", "APPDATA", "Library/Application Support", ".local/share")


def history_file(env: Mapping[str, str] = os.environ) -> Path | None:
    """The file with a person's answers, whether it exists or not; None without a home."""
    if env.get("PEERETHICS_HISTORY"):
        return Path(env["PEERETHICS_HISTORY"])
    own = user_data(env)
    return own / "history.db" if own else None


def _cache(env: Mapping[str, str]) -> Path | None:
    if env.get("PEERETHICS_CACHE"):
        return Path(env["PEERETHICS_CACHE"])
    return _folder(env, "XDG_CACHE_HOME", "LOCALAPPDATA", "Library/Caches", ".cache")


def _folder(env: Mapping[str, str], xdg: str, windows: str, mac: str, unix: str) -> Path | None:
    """The platform's usual folder of one kind; see the XDG base directory specification for Unix."""
    if env.get(xdg):
        return Path(env[xdg]) / APP
    if sys.platform == "win32":
        return Path(env[windows]) / APP if env.get(windows) else None
    home = env.get("HOME")
    return Path(home) / (mac if sys.platform == "darwin" else unix) / APP if home else None
