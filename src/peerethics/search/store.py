"""Opens the search index: from the cache where nothing changed, else built anew."""

from collections.abc import Sequence
from contextlib import suppress

from peerethics.errors import bad_data
from peerethics.library import cache
from peerethics.library.files import DataFile, data_files, unknown_format
from peerethics.library.load import too_many
from peerethics.library.places import Places
from peerethics.library.vocabulary import Vocabulary, read_topics_file
from peerethics.models import Duty, Kind
from peerethics.search.index import MOST, Index


def open_index(places: Places, vocabulary: Vocabulary) -> Index:
    """The index over the topics, kinds of words and codes of a vocabulary that was opened in these places.

    Raises:
        PeerEthicsError: a file of kinds is unreadable or wrong, or there is too much of something (exit code 3).
    """
    kinds = _files(places, "kinds")
    sign = f"{vocabulary.library.sign}\n{vocabulary.sign}\n{_sign(kinds)}"
    kept = cache.cache_file(places.cache, "index", sign)
    for file in (kept, cache.cache_file(places.compiled, "index", sign)):
        raw = cache.recall_bytes(file, sign)
        if raw is not None:
            with suppress(ValueError, KeyError, TypeError, RecursionError):  # a broken index is built anew
                return Index(raw)
    from peerethics.search.build import build

    topics = _files(places, "topics")
    duties, words = duties_in_full(topics), kinds_of_words(kinds)
    for what, count in (("duties", len(duties)), ("kinds of words", len(words))):
        if count > MOST:
            raise bad_data([f"There are {count} {what}; at most {MOST} can be searched."], "Leave some out.")
    raw = build(duties, vocabulary.library.codes, words)
    if _sign(topics) == vocabulary.sign:  # not edited meanwhile
        cache.keep_bytes(kept, sign, raw)
    return Index(raw)


def duties_in_full(files: Sequence[DataFile]) -> list[Duty]:
    """The duties of topics files with the words and stories that only the index needs."""
    read = [read_topics_file(file)[0] for file in files]
    return [duty for one in read if one for topic in one for duty in topic.duties]


def kinds_of_words(files: Sequence[DataFile]) -> list[Kind]:
    """The kinds in files of kinds.

    Raises:
        PeerEthicsError: a file is wrong (exit code 3).
    """
    from peerethics.reading.kinds_file import open_kinds

    read = [open_kinds(file.raw, file.shown) for file in files if file.kind]
    problems = [unknown_format(file) for file in files if not file.kind]
    problems += [problem for _, sheet in read for problem in sheet.problems]
    if problems:
        raise too_many(problems)
    return [kind for kinds, _ in read for kind in kinds or ()]


def _files(places: Places, kind: str) -> list[DataFile]:
    try:
        return list(data_files(places.data, kind))
    except OSError as error:
        raise bad_data([f"{error.filename}: cannot be read: {error.strerror}"]) from error


def _sign(files: Sequence[DataFile]) -> str:
    return cache.signature((file.path.name, file.raw) for file in files)
