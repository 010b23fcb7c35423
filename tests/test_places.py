"""Data and cache lie where the platform keeps such things, or where the person says."""

import os
import sys
from pathlib import Path

import pytest

from peerethics.errors import BAD_DATA, PeerEthicsError
from peerethics.library.places import find_places, shipped_data, user_data

unix_only = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the folders of other systems differ")


def test_the_shipped_data_holds_the_codes_and_comes_first() -> None:
    assert (shipped_data() / "codes" / "mo.yaml").is_file()
    assert find_places((), {}).data == (shipped_data().resolve(),)


def test_a_folder_named_on_the_command_line_is_added(tmp_path: Path) -> None:
    assert find_places([tmp_path], {}).data == (shipped_data().resolve(), tmp_path.resolve())


def test_the_environment_may_name_several_folders(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two words"
    one.mkdir()
    two.mkdir()
    env = {"PEERETHICS_DATA": os.pathsep.join([str(one), "", str(two)])}
    assert find_places((), env).data[1:] == (one.resolve(), two.resolve())


def test_the_command_line_wins_over_the_environment(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir()
    two.mkdir()
    assert find_places([one], {"PEERETHICS_DATA": str(two)}).data[1:] == (one.resolve(),)


@unix_only
def test_the_persons_own_folder_is_read_where_it_exists(tmp_path: Path) -> None:
    own = tmp_path / ".local" / "share" / "peerethics"
    assert user_data({"HOME": str(tmp_path)}) == own
    assert own not in find_places((), {"HOME": str(tmp_path)}).data
    own.mkdir(parents=True)
    assert find_places((), {"HOME": str(tmp_path)}).data[1:] == (own.resolve(),)


@unix_only
def test_xdg_folders_win_over_the_usual_ones(tmp_path: Path) -> None:
    own = tmp_path / "data" / "peerethics"
    own.mkdir(parents=True)
    env = {"HOME": "/nowhere", "XDG_DATA_HOME": str(tmp_path / "data"), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    places = find_places((), env)
    assert places.data[1:] == (own.resolve(),)
    assert places.cache == tmp_path / "cache" / "peerethics"


@unix_only
def test_the_cache_has_a_place_of_its_own_when_one_is_named(tmp_path: Path) -> None:
    assert find_places((), {"HOME": "/h"}).cache == Path("/h/.cache/peerethics")
    assert find_places((), {"HOME": "/h", "PEERETHICS_CACHE": str(tmp_path)}).cache == tmp_path


def test_without_a_home_there_is_no_cache_and_no_own_folder() -> None:
    assert user_data({}) is None
    assert find_places((), {}).cache is None


def test_a_folder_named_twice_is_read_once(tmp_path: Path) -> None:
    assert find_places([tmp_path, tmp_path / ".", shipped_data()], {}).data == (
        shipped_data().resolve(),
        tmp_path.resolve(),
    )


def test_a_named_folder_that_is_not_there_is_bad_data(tmp_path: Path) -> None:
    file = tmp_path / "file.yaml"
    file.write_text("a: 1\n")
    for extra, env in (
        ([tmp_path / "none"], {}), ([file], {}), ((), {"PEERETHICS_DATA": str(tmp_path / "none")}),
    ):  # fmt: skip
        with pytest.raises(PeerEthicsError) as caught:
            find_places(extra, env)
        assert caught.value.exit_code == BAD_DATA
        assert "There is no data folder" in caught.value.message
        assert "--data" in caught.value.hint


@pytest.mark.parametrize("variable", ["HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "PEERETHICS_CACHE"])
def test_a_home_that_cannot_be_looked_into_only_costs_what_lies_there(variable: str) -> None:
    """Such as a service that runs with another user's HOME: asking whether a folder is there raises OSError."""
    assert find_places((), {variable: "/" + "x" * 300}).data == (shipped_data().resolve(),)


def test_a_named_folder_that_cannot_be_looked_into_is_bad_data_and_no_traceback() -> None:
    with pytest.raises(PeerEthicsError) as caught:
        find_places([Path("x" * 300)], {})
    assert caught.value.exit_code == BAD_DATA
