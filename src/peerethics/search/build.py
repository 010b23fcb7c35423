"""Builds the search index from the vocabulary and the codes; run again only when one of them changed.

Three views of every word, each a list of what it points to, with a weight:

    duties      how much the word speaks for a duty, over all that people say of it (BM25, Robertson & Zaragoza 2009)
    phrases     the single words, questions and stories that have it (tf-idf with soft length normalization)
    provisions  the provisions that have it in their own text (BM25)
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from peerethics.models import Code, Duty
from peerethics.search.index import Column, Phrase, Postings, write_index
from peerethics.search.words import features, stem, tokens

K1, B = 2.0, 0.5  # BM25: how soon repetition stops counting, how much length counts
SHORTER = 0.75  # exponent of length normalization of phrases: 1 would favour the shortest too much
COMMON = 2000  # phrases; a word in more of them says too little of any one to be worth following
PER_WORD = 300  # provisions kept for a word, the best first: enough for any answer, and bounded for many codes
LABEL, QUESTION = 4, 2  # how often our label and our question count in a duty
Weights = dict[str, list[tuple[int, float]]]  # word -> what it points to, with a weight


def build(duties: Sequence[Duty], codes: Sequence[Code]) -> bytes:
    """The index over these duties and codes, as `Index` opens it."""
    phrases = [(number, text) for number, duty in enumerate(duties) for text in (duty.label, *duty.words)]
    stories = [(number, text) for number, duty in enumerate(duties) for text in (duty.question, *duty.asks)]
    texts = list(_texts(codes))
    surface = Counter(word for _, text in (*phrases, *stories) for word in tokens(text))
    surface.update(word for _, text in texts for word in tokens(text))
    return write_index(
        duties=[duty.id for duty in duties],
        phrase_duties=[duty for duty, _ in phrases],
        story_duties=[duty for duty, _ in stories],
        # Stories are only counted, never compared whole: their text would double what every search must read.
        phrases=[_phrase(text) for _, text in phrases],
        texts=[name for name, _ in texts],
        words=surface,
        postings=_merge(_duty_weights(duties), *_phrase_weights(phrases, stories), _text_weights(texts)),
    )


def _phrase(text: str) -> Phrase:
    return Phrase(text, " ".join(features(text)), " ".join(map(stem, tokens(text))))


def _texts(codes: Sequence[Code]) -> Iterator[tuple[str, str]]:
    """Every text of the codes that can be found: provisions, and the unnumbered parts."""
    for code in codes:
        for part in code.parts:
            if part.text and part.kind != "title":
                yield part.id, part.text
            for provision in part.provisions:
                likely = " ".join(remark.reading for remark in provision.sic)
                yield provision.id, f"{provision.text} {provision.label} {provision.gist} {likely}"


def _duty_weights(duties: Sequence[Duty]) -> Weights:
    counted = []
    for duty in duties:
        own = [duty.label] * LABEL + [duty.question] * QUESTION
        counted.append(Counter(word for text in (*own, *duty.words, *duty.asks) for word in features(text)))
    return _bm25(counted)


def _text_weights(texts: Sequence[tuple[str, str]]) -> Weights:
    weights = _bm25([Counter(features(text)) for _, text in texts])
    return {word: sorted(found, key=lambda pair: -pair[1])[:PER_WORD] for word, found in weights.items()}


def _bm25(documents: Sequence[Counter[str]]) -> Weights:
    lengths = [sum(document.values()) for document in documents]
    usual = sum(lengths) / max(len(lengths), 1) or 1.0
    having = Counter(word for document in documents for word in document)
    weights: Weights = defaultdict(list)
    for number, document in enumerate(documents):
        damp = K1 * (1 - B + B * lengths[number] / usual)
        for word, count in document.items():
            rare = math.log(1 + (len(documents) - having[word] + 0.5) / (having[word] + 0.5))
            weights[word].append((number, rare * count * (K1 + 1) / (count + damp)))
    return weights


def _phrase_weights(phrases: Sequence[tuple[int, str]], stories: Sequence[tuple[int, str]]) -> tuple[Weights, Weights]:
    """The weights of words in phrases and in stories; how rare a word is counts over both."""
    cut = [Counter(features(text)) for _, text in (*phrases, *stories)]
    having = Counter(word for counted in cut for word in counted)
    rare = {word: math.log(len(cut) / count) for word, count in having.items()}
    in_phrases: Weights = defaultdict(list)
    in_stories: Weights = defaultdict(list)
    for number, counted in enumerate(cut):
        raw = {word: (1 + math.log(count)) * rare[word] for word, count in counted.items()}
        length = math.sqrt(sum(weight * weight for weight in raw.values())) ** SHORTER or 1.0
        for word, weight in raw.items():
            if having[word] > COMMON:
                continue
            if number < len(phrases):
                in_phrases[word].append((number, weight / length))
            else:
                in_stories[word].append((number - len(phrases), weight / length))
    return in_phrases, in_stories


def _merge(*views: Weights) -> Iterator[tuple[str, Postings]]:
    for word in sorted(set().union(*views)):
        found = (view.get(word, ()) for view in views)
        yield word, Postings(*(Column([n for n, _ in pairs], [w for _, w in pairs]) for pairs in found))
