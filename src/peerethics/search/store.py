"""Opens the search index: from the cache where nothing changed, else built anew."""

from contextlib import suppress

from peerethics.library import cache
from peerethics.library.files import data_files
from peerethics.library.places import Places
from peerethics.library.vocabulary import Vocabulary, read_topics_file
from peerethics.search.index import Index


def open_index(places: Places, vocabulary: Vocabulary) -> Index:
    """The index over the topics and codes of a vocabulary that was opened in these places."""
    sign = f"{vocabulary.library.sign}\n{vocabulary.sign}"
    kept = cache.cache_file(places.cache, "index", sign)
    for file in (kept, cache.cache_file(places.compiled, "index", sign)):
        raw = cache.recall_bytes(file, sign)
        if raw is not None:
            with suppress(ValueError, KeyError, TypeError):  # a broken index is built anew
                return Index(raw)
    from peerethics.search.build import build

    files = [file for file in data_files(places.data, "topics") if file.kind == "topics"]
    read = [read_topics_file(file)[0] for file in files]
    duties = [duty for one in read if one for topic in one for duty in topic.duties]
    raw = build(duties, vocabulary.library.codes)
    if cache.signature((file.path.name, file.raw) for file in files) == vocabulary.sign:  # not edited meanwhile
        cache.keep_bytes(kept, sign, raw)
    return Index(raw)
