"""Opens the search index: from the cache where nothing changed, else built anew."""

from peerethics.library import cache
from peerethics.library.files import data_files
from peerethics.library.library import Library
from peerethics.library.places import Places
from peerethics.library.vocabulary import read_topics_file
from peerethics.search.index import Index


def open_index(places: Places, library: Library) -> Index:
    """The index over all topics and codes in these places."""
    topics = list(data_files(places.data, "topics"))
    codes = list(data_files(places.data, "codes"))
    sign = cache.signature((str(file.path), file.raw) for file in (*topics, *codes))
    kept = cache.cache_file(places.cache, "index", sign)
    raw = cache.recall_bytes(kept, sign)
    if raw is not None:
        return Index(raw)
    from peerethics.search.build import build

    read = [read_topics_file(file)[0] for file in topics if file.kind == "topics"]
    duties = [duty for one in read if one for topic in one for duty in topic.duties]
    raw = build(duties, library.codes)
    cache.keep_bytes(kept, sign, raw)
    return Index(raw)
