"""From a query to an answer: ranked provisions, and the duties that they answer to, code by code."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from peerethics.library.library import Entry, Library
from peerethics.library.vocabulary import Vocabulary
from peerethics.models import Code, Duty
from peerethics.search.index import Index
from peerethics.search.query import Query, read_query
from peerethics.search.rank import DEFAULT, Evidence, gather, spread_scores, words_for
from peerethics.search.words import features, stem
from peerethics.text import sentences

GROUPS = 3  # duties that are shown; who asks one question gets one answer, not a list
CLOSE = 0.62  # share of the best duty's score from which another duty is shown beside it
DANGER = 0.55  # the same for saying what to do if somebody is in danger: once too often is better than once too seldom
SHORT = 8  # words up to which a query is no story
ENOUGH, ENOUGH_OF_STORY = 0.6, 0.3  # share of the words that must be known for an answer to be about them
BY_WORDS = 4  # words that say why something was found


class Hit(NamedTuple):
    """A provision that was found."""

    entry: Entry  #: with the sentence that answers, where one does
    score: float
    duties: tuple[str, ...]  #: ids of the duties that led to it, the best first
    by: tuple[str, ...]  #: words of the query that led there


class CodeAnswer(NamedTuple):
    """What one code says on a duty."""

    duty: Duty
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
    evidence = gather(index, query.features, query.whole)
    wanted = [code for code in vocabulary.library.codes if not codes or code.id in codes]
    scores = {
        duty: score
        for duty, score in evidence.duties.items()
        if duty in vocabulary.duties and (not topic or vocabulary.duties[duty].topic == topic)
    }
    if not scores or not _about(query, evidence):
        return Answer(query, (), (), False)
    hits = _hits(index, query, evidence._replace(duties=scores), vocabulary, wanted, bool(topic), limit)
    best = max(scores.values())
    top = sorted(scores, key=lambda duty: -scores[duty])[:GROUPS]
    shown = [duty for duty in top if scores[duty] >= CLOSE * best]
    # Where somebody may be in danger, what to do about that comes first.
    shown.sort(key=lambda duty: not vocabulary.duties[duty].danger)
    groups = tuple(_group(vocabulary, index, vocabulary.duties[d], scores[d], query, evidence, wanted) for d in shown)
    danger = any(vocabulary.duties[d].danger and score >= DANGER * best for d, score in scores.items())
    return Answer(query, hits, groups, danger)


def _about(query: Query, evidence: Evidence) -> bool:
    """Whether what was found is about the query, and not about one word that happens to stand in it.

    Of a keyword or short question most words must be known, and something that people say must stand in it
    whole; of a story, which is long and told sideways, a part must be known.
    """
    asked = set(query.features)
    known = len(asked & evidence.known)
    if len(asked) > SHORT:
        return known >= ENOUGH_OF_STORY * len(asked)
    said = evidence.phrases or (len(asked) == 1 and evidence.texts)
    return bool(asked) and known >= ENOUGH * len(asked) and bool(said)


def _hits(
    index: Index,
    query: Query,
    evidence: Evidence,
    vocabulary: Vocabulary,
    codes: Sequence[Code],
    narrowed: bool,
    limit: int,
) -> tuple[Hit, ...]:
    names = {code.id for code in codes}
    top = sorted(evidence.duties, key=lambda duty: -evidence.duties[duty])[: DEFAULT.duties]
    links = {duty: vocabulary.links(vocabulary.duties[duty]) for duty in top}
    plain = {duty: [[_base(one) for one in level] for level in links[duty]] for duty in top}
    texts = {} if narrowed else evidence.texts
    ranked = spread_scores({d: evidence.duties[d] for d in top}, plain, texts)
    hits: list[Hit] = []
    for provision, score in ranked:
        if len(hits) == limit:
            break
        leading = _leading(provision, plain)
        entry = _entry(vocabulary.library, links, leading, provision)
        if entry and entry.code.id in names:
            reasons = _reasons(index, query, evidence, leading[0]) if leading else ()
            hits.append(Hit(with_sentence(entry, query), score, leading[:GROUPS], reasons))
    return tuple(hits)


def _leading(provision: str, links: dict[str, list[list[str]]]) -> tuple[str, ...]:
    """The duties that led to a provision, those that it answers before those that it is only near to."""
    answering = [duty for duty, levels in links.items() if any(provision in level for level in levels[:2])]
    return tuple(answering or (duty for duty, levels in links.items() if any(provision in level for level in levels)))


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


def with_sentence(entry: Entry, query: Query) -> Entry:
    """The entry narrowed to the sentence with most of the query's words; as it is where none has any."""
    if entry.sentence or entry.item or not entry.provision:
        return entry
    asked = set(query.features)
    shared = [len(asked.intersection(features(sentence))) for sentence in sentences(entry.text)]
    if len(shared) < 2 or not any(shared):
        return entry
    best = shared.index(max(shared)) + 1
    return entry._replace(id=f"{entry.id}/s{best}", sentence=best)


def _reasons(index: Index, query: Query, evidence: Evidence, duty: str) -> tuple[str, ...]:
    """The words of the query that led to a duty: whole phrases first, then single words."""
    by_stem = {stem(word): word for word in reversed(query.typed)}
    reasons: dict[str, None] = {}
    covered: set[str] = set()
    for phrase in evidence.phrases.get(duty, []):
        if not covered.issuperset(phrase):
            reasons[" ".join(by_stem.get(word, word) for word in phrase)] = None
            covered.update(phrase)
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
    narrowed = [one._replace(entries=tuple(with_sentence(e, query) for e in one.entries)) for one in answers]
    return Group(duty, score, _reasons(index, query, evidence, duty.id), tuple(narrowed))


def code_answer(vocabulary: Vocabulary, duty: Duty, code: Code) -> CodeAnswer:
    """What one code says on a duty, with the places that say it."""
    answers = vocabulary.answers(duty, code)
    level = "states" if answers.states else "covers" if answers.covers else "silent"
    links = answers.states or answers.covers or answers.near
    return CodeAnswer(duty, code, level, tuple(entry for entry in map(vocabulary.library.entry, links) if entry))
