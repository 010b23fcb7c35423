"""Offers known words near to those of a query that found nothing."""

from difflib import get_close_matches

from peerethics.library.vocabulary import Vocabulary
from peerethics.search.index import Index
from peerethics.search.query import Query
from peerethics.search.words import stem

CLOSEST = 3  # words


def nearest_words(query: Query, vocabulary: Vocabulary, index: Index) -> list[tuple[str, str]]:
    """Known words close to the unknown ones of a query, each with the topic it speaks for."""
    near = []
    for word in (*query.unknown, *query.typed)[:CLOSEST]:
        known = [one for one, *_ in index.words_from(word[0]) if one not in query.typed]
        for close in get_close_matches(word, known, n=CLOSEST, cutoff=0.7):
            numbers, weights = index.postings(stem(close)).duties
            if numbers:
                duty = vocabulary.duties[index.duties[numbers[weights.index(max(weights))]]]
                near.append((close, duty.topic))
    return list(dict.fromkeys(near))[:CLOSEST]
