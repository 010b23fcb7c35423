"""Builds the search index from the vocabulary and the codes; run again only when one of them changed.

What people say of a duty is one document: every word, and every two words that stand side by side, speaks for a
duty by how much more it is said there than elsewhere (BM25, Robertson & Zaragoza 2009). "Give him my couch" and
"he gave me a couch" share all words that carry the situation; only "give him" and "gave me" tell them apart, so
no word is left out. Words that could stand for each other, as couch and recliner, also count as one word, their
kind, so that a story is found that nobody has told here in these words. The codes' own texts are weighed in the
same way, by single words.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from peerethics.models import Code, Duty, Kind
from peerethics.search.index import PRECISION, Column, Phrase, Postings, write_index
from peerethics.search.words import entry_forms, features, kind_name, kinds_in, rarity, speech, stem, tokens

K1_SAID, K1_WRITTEN = 10.0, 2.0  # BM25's k1 for duties and for texts: how late repetition stops counting
B = 0.5  # BM25: how much length counts
TWICE = 2  # times that two words must stand side by side to be kept: once may be chance
LEAST = 0.12  # share of what a word weighs that one duty alone has, once; what most duties say says nothing for any
PER_WORD = 300  # provisions kept for a word, the best first: enough for any answer, and bounded for many codes
Weights = Mapping[str, Sequence[tuple[int, float]]]  # word -> what it points to, with a weight


def build(duties: Sequence[Duty], codes: Sequence[Code], kinds: Sequence[Kind] = ()) -> bytes:
    """The index over these duties and codes, as `Index` opens it.

    Args:
        duties: with all their words and stories.
        codes: whose texts can be found.
        kinds: words that could stand for each other.
    """
    phrases = [(number, text) for number, duty in enumerate(duties) for text in (duty.label, *duty.words)]
    stories = [(number, text) for number, duty in enumerate(duties) for text in (duty.question, *duty.asks)]
    said = [(number, tokens(text)) for number, text in (*phrases, *stories)]
    texts = list(_texts(codes))
    surface = Counter(word for _, words in said for word in words)
    surface.update(word for _, text in texts for word in tokens(text))
    like = [tokens(text) for kind in kinds for text in kind.words]
    surface.update({word for words in like for word in words} - surface.keys())
    rows = sorted({_phrase(number, text) for number, text in phrases})
    return write_index(
        duties=[duty.id for duty in duties],
        # Stories are only counted, never compared whole: their text would double what every search must read.
        phrases=rows,
        said=len(said) + len(like),
        texts=[name for name, _ in texts],
        words=surface,
        postings=_merge(
            _duty_weights(duties, said, alike := _alike(kinds)),
            _text_weights(texts),
            alike,
            Counter(word for words in (*(w for _, w in said), *like) for word in set(map(stem, words))),
        ),
    )


def _phrase(duty: int, text: str) -> Phrase:
    return Phrase(" ".join(features(text)), " ".join(map(stem, tokens(text))), duty)


def _texts(codes: Sequence[Code]) -> Iterator[tuple[str, str]]:
    """Every text of the codes that can be found: provisions, and the unnumbered parts."""
    for code in codes:
        for part in code.parts:
            if part.text and part.kind != "title":
                yield part.id, part.text
            for provision in part.provisions:
                likely = " ".join(remark.reading for remark in provision.sic)
                yield provision.id, f"{provision.text} {provision.label} {provision.gist} {likely}"


def _alike(kinds: Sequence[Kind]) -> Mapping[str, Sequence[int]]:
    """The kinds of each stem, and of each two side by side, by their numbers."""
    found: dict[str, dict[int, None]] = defaultdict(dict)
    for number, kind in enumerate(kinds):
        for text in kind.words:
            for form in entry_forms(text):
                found[form][number] = None
    return {word: list(numbers) for word, numbers in found.items()}


def _duty_weights(
    duties: Sequence[Duty], said: Iterable[tuple[int, Sequence[str]]], alike: Mapping[str, Sequence[int]]
) -> Weights:
    documents: list[Counter[str]] = [Counter() for _ in duties]
    for number, words in said:
        stems = [stem(word) for word in words]
        documents[number].update(speech(stems))
        for _, numbers in kinds_in(stems, lambda one: alike.get(one, ())):
            documents[number].update(map(kind_name, numbers))
    total: Counter[str] = Counter()
    for document in documents:
        total.update(document)
    once = {one for one, count in total.items() if count < TWICE and " " in one}
    kept = [Counter({one: n for one, n in document.items() if one not in once}) for document in documents]
    weights = _bm25(kept, K1_SAID)
    least = LEAST * rarity(1, len(duties))
    strong = {word: [one for one in found if one[1] >= least] for word, found in weights.items()}
    return {word: [(n, round(weight * PRECISION)) for n, weight in found] for word, found in strong.items() if found}


def _text_weights(texts: Sequence[tuple[str, str]]) -> Weights:
    weights = _bm25([Counter(features(text)) for _, text in texts], K1_WRITTEN)
    return {word: sorted(found, key=lambda pair: -pair[1])[:PER_WORD] for word, found in weights.items()}


def _bm25(documents: Sequence[Counter[str]], k1: float) -> Weights:
    lengths = [sum(document.values()) for document in documents]
    usual = sum(lengths) / max(len(lengths), 1) or 1.0
    having = Counter(word for document in documents for word in document)
    weights: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, document in enumerate(documents):
        damp = k1 * (1 - B + B * lengths[number] / usual)
        for word, count in document.items():
            rare = rarity(having[word], len(documents))
            weights[word].append((number, rare * count * (k1 + 1) / (count + damp)))
    return weights


def _merge(
    duties: Weights, texts: Weights, alike: Mapping[str, Sequence[int]], uses: Mapping[str, int]
) -> Iterator[tuple[str, Postings]]:
    for word in sorted({*duties, *texts, *alike, *uses}):
        kinds = tuple(alike.get(word, ()))
        yield word, Postings(_column(duties.get(word)), _column(texts.get(word)), kinds, uses.get(word, 0))


def _column(found: Sequence[tuple[int, float]] | None) -> Column:
    return Column([number for number, _ in found or ()], [weight for _, weight in found or ()])
