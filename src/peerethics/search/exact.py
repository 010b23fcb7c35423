"""Searches the codes' own words only: every word of the query must stand in the text."""

from collections.abc import Collection

from peerethics.library.vocabulary import Vocabulary
from peerethics.search.answer import Answer, Hit, with_sentence
from peerethics.search.query import Query
from peerethics.search.words import stem, tokens
from peerethics.text import without_emphasis


def search_exactly(
    text: str, vocabulary: Vocabulary, codes: Collection[str], limit: int, danger: bool = False
) -> Answer:
    """The provisions and parts whose own words hold every word of the query, the closest first."""
    asked = [stem(word) for word in tokens(text)]
    query = Query(tuple(tokens(text)), tuple(asked), tuple(asked), (), ())
    found = []
    for code in vocabulary.library.codes:
        for part in code.parts if not codes or code.id in codes else ():
            named = [part.id] if part.text and part.kind != "title" else []
            for entry_id in [*named, *(provision.id for provision in part.provisions)]:
                entry = vocabulary.library.entry(entry_id)
                words = [stem(word) for word in tokens(without_emphasis(entry.text))] if entry else []
                if entry and asked and set(asked) <= set(words):
                    in_order = f" {' '.join(asked)} " in f" {' '.join(words)} "
                    found.append(Hit(entry, in_order + sum(map(words.count, asked)) / len(words), (), ()))
    hits = sorted(found, key=lambda hit: -hit.score)[:limit]
    narrowed = [hit._replace(entry=with_sentence(hit.entry, query)) for hit in hits]
    return Answer(query, tuple(narrowed), (), danger)
