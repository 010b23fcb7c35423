"""The cache only saves time: a changed file is always seen, a broken cache is made anew, a lost one is no matter."""

import json
import os
import stat
import sys
import zlib
from pathlib import Path

import pytest
from libraries import EXLAND_FILE

from peerethics.errors import PeerEthicsError
from peerethics.library import cache
from peerethics.library.library import Library, open_library
from peerethics.library.places import Places

not_root = pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="permissions do not bind the superuser, nor Windows"
)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """A data folder with Exland in it, and a cache folder that is not there yet."""
    data = tmp_path / "data"
    data.mkdir()
    (data / "xx.yaml").write_bytes(EXLAND_FILE.read_bytes())
    return Places((data,), tmp_path / "cache")


def opened(places: Places) -> Library:
    return open_library(places)


def first_words(library: Library) -> str:
    return library.codes[0].parts[1].text


def kept(places: Places) -> Path:
    """The one cache file."""
    assert places.cache
    (file,) = places.cache.glob("codes-*")
    return file


def change(places: Places, old: str, new: str) -> None:
    """Change the data file's words, and give it back its size and its time stamps."""
    file = places.data[0] / "xx.yaml"
    before = file.stat()
    text = file.read_text("utf-8")
    assert text.count(old) == 1
    assert len(old) == len(new)
    file.write_text(text.replace(old, new), "utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert file.stat().st_size == before.st_size
    assert file.stat().st_mtime_ns == before.st_mtime_ns


def test_what_comes_out_of_the_cache_is_what_came_out_of_the_file(places: Places) -> None:
    fresh = opened(places)
    kept(places)
    assert opened(places).codes == fresh.codes
    assert opened(places._replace(cache=None)).codes == fresh.codes


def test_the_cache_is_used_where_nothing_changed(places: Places) -> None:
    """Shown by a cache file with other words and a right checksum: only from there can they come."""
    opened(places)
    head, _, raw = kept(places).read_bytes().partition(b"\n")
    raw = raw.replace(b"Helpers in Exland keep", b"Helpers in Exland sing")
    kept(places).write_bytes(json.dumps([json.loads(head)[0], len(raw), zlib.crc32(raw)]).encode() + b"\n" + raw)
    assert first_words(opened(places)).startswith("Helpers in Exland sing")


def test_a_changed_file_is_seen_even_with_its_old_size_and_time(places: Places) -> None:
    assert first_words(opened(places)).startswith("Helpers in Exland keep")
    change(places, "Helpers in Exland keep", "Helpers in Exland sing")
    assert first_words(opened(places)).startswith("Helpers in Exland sing")
    change(places, "Helpers in Exland sing", "Helpers in Exland keep")
    assert first_words(opened(places)).startswith("Helpers in Exland keep")


def test_a_file_that_became_wrong_is_seen(places: Places) -> None:
    opened(places)
    change(places, "kind: preamble", "kind: preambel")
    with pytest.raises(PeerEthicsError, match="did you mean 'preamble'"):
        opened(places)


def test_a_file_added_or_taken_away_is_seen(places: Places) -> None:
    assert [code.id for code in opened(places).codes] == ["xx"]
    other = places.data[0] / "yy.yaml"
    text = EXLAND_FILE.read_text("utf-8").replace("xx", "yy").replace("Exland", "Whyland")
    other.write_text(text.replace("[exland, x-land]", "[whyland]"), "utf-8")
    assert [code.id for code in opened(places).codes] == ["xx", "yy"]
    other.unlink()
    assert [code.id for code in opened(places).codes] == ["xx"]


def test_the_same_file_in_another_folder_keeps_its_own_path(places: Places, tmp_path: Path) -> None:
    """Both share what is kept, but messages and sources are found by the path."""
    other = tmp_path / "other"
    other.mkdir()
    (other / "xx.yaml").write_bytes(EXLAND_FILE.read_bytes())
    for folder in (*places.data, other, *places.data):
        assert Path(opened(places._replace(data=(folder,))).codes[0].path).parent == folder


def test_another_version_of_the_program_does_not_use_it(places: Places) -> None:
    opened(places)
    head, _, raw = kept(places).read_bytes().partition(b"\n")
    sign, *rest = json.loads(head)
    kept(places).write_bytes(json.dumps([sign.replace("/", "x/", 1), *rest]).encode() + b"\n" + raw)
    assert cache.recall(kept(places), sign) is None
    assert opened(places).codes


def rows(file: Path) -> bytes:
    """What a cache file holds, without its head."""
    return file.read_bytes().partition(b"\n")[2]


def sealed(file: Path, raw: bytes) -> bytes:
    """A cache file with other contents that looks whole: as a hostile neighbour would make it."""
    head = json.loads(file.read_bytes().partition(b"\n")[0])
    return json.dumps([head[0], len(raw), zlib.crc32(raw)]).encode() + b"\n" + raw


BROKEN = {
    "empty": lambda _: b"",
    "cut in half": lambda file: file.read_bytes()[: file.stat().st_size // 2],
    "cut in the head": lambda file: file.read_bytes()[:20],
    "one byte short": lambda file: file.read_bytes()[:-1],
    "one byte long": lambda file: file.read_bytes() + b" ",
    "a letter changed": lambda file: file.read_bytes().replace(b"Exland keep", b"Exland weep"),
    "zeros": lambda file: b"\0" * file.stat().st_size,
    "random bytes": lambda _: bytes(range(256)) * 20,
    "not JSON": lambda _: b"hello\nworld",
    "other JSON": lambda _: b'{"a": 1}\n[]',
    "deep JSON": lambda _: b"[" * 100_000,
    "deep JSON inside": lambda file: sealed(file, b"[" * 100_000),
    "a pickle": lambda _: b"\x80\x04\x95\x00cos\nsystem\n(S'id'\ntR.",
    "a huge number": lambda _: b"[" + b"9" * 10_000 + b", 1, 2]\n[]",
    "the wrong shape": lambda file: sealed(file, b"[[1, 2, 3]]"),
    "rows that are words": lambda file: sealed(file, b'["abc"]'),
    "rows of nulls": lambda file: sealed(file, b"[" + json.dumps([[None] * 11]).encode()[1:]),
    "a mapping": lambda file: sealed(file, b'{"a": [1]}'),
    "no rows": lambda file: sealed(file, b"[]"),
    "a word": lambda file: sealed(file, b'""'),
    "a number": lambda file: sealed(file, b"0"),
    "null": lambda file: sealed(file, b"null"),
    "lines that are a mapping": lambda file: sealed(file, rows(file).replace(b"[3,3]", b'{"a":3}')),
    "lines that are a number": lambda file: sealed(file, rows(file).replace(b"[3,3]", b"3")),
}  # fmt: skip


@pytest.mark.parametrize("damage", BROKEN.values(), ids=list(BROKEN))
def test_a_broken_cache_is_made_anew(places: Places, damage) -> None:
    fresh = opened(places).codes
    kept(places).write_bytes(damage(kept(places)))
    assert opened(places).codes == fresh
    assert opened(places).codes == fresh, "and what was made anew is good"


def test_a_folder_in_the_place_of_the_cache_file_is_no_matter(places: Places) -> None:
    fresh = opened(places).codes
    file = kept(places)
    file.unlink()
    file.mkdir()
    assert opened(places).codes == fresh


def test_a_file_in_the_place_of_the_cache_folder_is_no_matter(places: Places) -> None:
    assert places.cache
    places.cache.write_text("in the way")
    assert first_words(opened(places))
    assert places.cache.read_text() == "in the way"


def test_without_a_cache_folder_nothing_is_written(places: Places, tmp_path: Path) -> None:
    opened(places._replace(cache=None))
    assert sorted(p.name for p in tmp_path.iterdir()) == ["data"]


@not_root
def test_a_read_only_cache_folder_is_no_matter(places: Places) -> None:
    assert places.cache
    places.cache.mkdir()
    places.cache.chmod(stat.S_IRUSR | stat.S_IXUSR)
    assert first_words(opened(places))
    assert list(places.cache.iterdir()) == []


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="a folder that not even the superuser can write")
def test_a_cache_folder_that_nobody_can_write_is_no_matter(places: Places) -> None:
    assert first_words(opened(places._replace(cache=Path("/proc/self/peerethics"))))


def test_a_cache_path_that_is_too_long_is_no_matter(places: Places) -> None:
    assert first_words(opened(places._replace(cache=Path("/" + "x" * 300))))


@pytest.mark.skipif(sys.platform != "linux", reason="only there may a file name be any bytes")
def test_a_data_folder_whose_name_is_not_text_is_read(places: Places, tmp_path: Path) -> None:
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9"))
    places.data[0].rename(odd)
    assert first_words(opened(Places((odd,), places.cache)))


def test_old_cache_files_are_cleared_and_those_of_other_kinds_left(places: Places) -> None:
    assert places.cache
    places.cache.mkdir()
    for number in range(20):
        for kind in ("codes", "topics"):
            file = places.cache / f"{kind}-{number:08x}"
            file.write_text("old")
            os.utime(file, (number, number))
    opened(places)
    left = sorted(p.name for p in places.cache.glob("codes-*"))
    assert len(left) == cache.KEPT
    assert kept_newest(places) in left
    assert "codes-00000013" in left
    assert "codes-00000000" not in left
    assert len(list(places.cache.glob("topics-*"))) == 20


def kept_newest(places: Places) -> str:
    assert places.cache
    return max(places.cache.glob("codes-*"), key=lambda p: p.stat().st_mtime).name


def test_nothing_half_written_stays(places: Places) -> None:
    opened(places)
    assert places.cache
    assert [p.name for p in places.cache.iterdir()] == [kept(places).name]
