"""From a query to an answer: ranked provisions, and the duties that they answer to, code by code."""

from collections.abc import Collection, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from peerethics.library.library import Entry, Library
from peerethics.library.vocabulary import Vocabulary
from peerethics.models import Code, Duty
from peerethics.search.index import Index
from peerethics.search.query import Query, read_query
from peerethics.search.rank import DEFAULT, Evidence, gather, spread_scores, words_for
from peerethics.search.words import features, stem, tokens
from peerethics.text import sentences, without_emphasis

GROUPS = 3  # duties that are shown; who asks one question gets one answer, not a list
CLOSE = 0.62  # share of the best duty's score from which another duty is shown beside it
ENOUGH = 0.3  # share of the query's words that must be known for an answer to be about it
CLOSEST = 3  # near words that are offered where nothing was found
BY_WORDS = 4  # words that say why something was found


class Hit(NamedTuple):
    """A provision that was found."""

    entry: Entry  #: with the sentence that answers, where one does
    score: float
    duties: tuple[str, ...]  #: ids of the duties that led to it, the best first
    by: tuple[str, ...]  #: words of the query that led there


class CodeAnswer(NamedTuple):
    """What one code says on a duty."""

    code: Code
    level: str  #: "states", "covers" or "silent"
    entries: tuple[Entry, ...]  #: for a silent code the nearest text


class Group(NamedTuple):
    """A duty that answers the query, code by code."""

    duty: Duty
    score: float
    by: tuple[str, ...]
    codes: tuple[CodeAnswer, ...]


class Answer(NamedTuple):
    """Everything that was found."""

    query: Query
    hits: tuple[Hit, ...]
    groups: tuple[Group, ...]
    danger: bool  #: whether somebody may be in danger now


def search(
    text: str, vocabulary: Vocabulary, index: Index, codes: Collection[str] = (), topic: str = "", limit: int = 10
) -> Answer:
    """Answer a question.

    Args:
        text: the question, in any words.
        vocabulary: topics, duties and codes.
        index: the index over them.
        codes: ids of the codes to search; () for all.
        topic: id of the topic to search; "" for all.
        limit: how many provisions to give at most.
    """
    query = read_query(index, text)
    evidence = gather(index, query.features)
    wanted = [code for code in vocabulary.library.codes if not codes or code.id in codes]
    scores = {
        duty: score
        for duty, score in evidence.duties.items()
        if duty in vocabulary.duties and (not topic or vocabulary.duties[duty].topic == topic)
    }
    if not scores or not _about(query, evidence):
        return Answer(query, (), (), False)
    hits = _hits(index, query, evidence._replace(duties=scores), vocabulary, wanted, bool(topic))[:limit]
    best = max(scores.values())
    top = sorted(scores, key=lambda duty: -scores[duty])[:GROUPS]
    shown = [duty for duty in top if scores[duty] >= CLOSE * best]
    # Where somebody may be in danger, what to do about that comes first.
    shown.sort(key=lambda duty: not vocabulary.duties[duty].danger)
    groups = tuple(_group(vocabulary, index, vocabulary.duties[d], scores[d], query, evidence, wanted) for d in shown)
    danger = any(group.duty.danger for group in groups)
    return Answer(query, tuple(hits), groups, danger)


def _about(query: Query, evidence: Evidence) -> bool:
    """Whether enough of the query is known to answer it, and not something else."""
    asked = set(query.features)
    return bool(asked) and len(asked & evidence.known) >= ENOUGH * len(asked)


def _hits(
    index: Index, query: Query, evidence: Evidence, vocabulary: Vocabulary, codes: Sequence[Code], narrowed: bool
) -> list[Hit]:
    names = {code.id for code in codes}
    top = sorted(evidence.duties, key=lambda duty: -evidence.duties[duty])[: DEFAULT.duties]
    links = {duty: vocabulary.links(vocabulary.duties[duty]) for duty in top}
    plain = {duty: [[_base(one) for one in level] for level in links[duty]] for duty in top}
    texts = {} if narrowed else evidence.texts
    hits = []
    for provision, score in spread_scores({d: evidence.duties[d] for d in top}, plain, texts):
        if provision.partition("-")[0] not in names:
            continue
        leading = tuple(d for d in top if any(provision in level for level in plain[d][:2])) or tuple(
            d for d in top if any(provision in level for level in plain[d])
        )
        entry = _entry(vocabulary.library, links, leading, provision)
        if entry is None:
            continue
        entry = _with_sentence(entry, index, query, leading[0] if leading else "")
        hits.append(Hit(entry, score, leading[:GROUPS], _reasons(index, query, evidence, leading[:1])))
    return hits


def _base(link: str) -> str:
    return link.partition("/")[0]


def _entry(
    library: Library, links: dict[str, tuple[tuple[str, ...], ...]], leading: Sequence[str], provision: str
) -> Entry | None:
    """The provision, with the sentence that its leading duty points to."""
    for duty in leading[:1]:
        for level in links[duty]:
            for link in level:
                if _base(link) == provision:
                    return library.entry(link)
    return library.entry(provision)


def _with_sentence(entry: Entry, index: Index, query: Query, duty: str) -> Entry:
    """The entry narrowed to the sentence that answers, where it has several."""
    cut = [] if entry.sentence or entry.item or not entry.provision else sentences(entry.text)
    if len(cut) < 2:
        return entry
    number = index.duties.index(duty) if duty in index.duties else -1
    asked = set(query.features)

    def answers(sentence: str) -> float:
        words = set(features(sentence))
        spoken = sum(dict(index.postings(word).duties).get(number, 0.0) for word in words)
        return spoken / (len(words) + 5) + 3 * len(words & asked)

    best = max(range(len(cut)), key=lambda n: answers(cut[n]))
    return entry._replace(id=f"{entry.id}/s{best + 1}", sentence=best + 1)


def _reasons(index: Index, query: Query, evidence: Evidence, duties: Sequence[str]) -> tuple[str, ...]:
    """The words of the query that led to a duty: whole phrases first, then single words."""
    reasons: dict[str, None] = {}
    for duty in duties:
        reasons.update(dict.fromkeys(evidence.phrases.get(duty, [])))
        covered = {word for phrase in reasons for word in features(phrase)}
        by_stem = {stem(word): word for word in reversed(query.typed)}
        for word in words_for(index, query.features, duty):
            if word not in covered:
                reasons[by_stem.get(word, word)] = None
    return tuple(reasons)[:BY_WORDS]


def _group(
    vocabulary: Vocabulary,
    index: Index,
    duty: Duty,
    score: float,
    query: Query,
    evidence: Evidence,
    codes: Sequence[Code],
) -> Group:
    answers = [code_answer(vocabulary, duty, code) for code in codes]
    narrowed = tuple(
        one._replace(entries=tuple(_with_sentence(entry, index, query, duty.id) for entry in one.entries))
        for one in answers
    )
    return Group(duty, score, _reasons(index, query, evidence, [duty.id]), narrowed)


def code_answer(vocabulary: Vocabulary, duty: Duty, code: Code) -> CodeAnswer:
    """What one code says on a duty, with the places that say it."""
    answers = vocabulary.answers(duty, code)
    level = "states" if answers.states else "covers" if answers.covers else "silent"
    links = answers.states or answers.covers or answers.near
    return CodeAnswer(code, level, tuple(entry for entry in map(vocabulary.library.entry, links) if entry))


def search_exactly(text: str, vocabulary: Vocabulary, index: Index, codes: Collection[str], limit: int) -> Answer:
    """The provisions and parts whose own words hold every word of the query, the closest first."""
    asked = [stem(word) for word in tokens(text)]
    query = Query(tuple(tokens(text)), tuple(asked), (), ())
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
    number = index.duties[0] if index.duties else ""
    narrowed = [hit._replace(entry=_with_sentence(hit.entry, index, query, number)) for hit in hits]
    return Answer(query, tuple(narrowed), (), False)


def nearest_words(query: Query, vocabulary: Vocabulary, index: Index) -> list[tuple[str, str]]:
    """Known words close to the unknown ones of a query, each with the topic it speaks for."""
    near = []
    for word in (*query.unknown, *query.typed)[:CLOSEST]:
        known = [one for one, _ in index.words_from(word[0])]
        for close in get_close_matches(word, known, n=CLOSEST, cutoff=0.7):
            duties = index.postings(stem(close)).duties
            if duties:
                duty = vocabulary.duties[index.duties[max(duties, key=lambda pair: pair[1])[0]]]
                near.append((close, duty.topic))
    return list(dict.fromkeys(near))[:CLOSEST]
