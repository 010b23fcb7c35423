"""From a query to an answer: ranked provisions, and the duties that they answer to, code by code."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from peerethics.library.library import Entry, Library
from peerethics.library.vocabulary import Answers, Vocabulary
from peerethics.models import Code, Duty
from peerethics.search.evidence import BRIEF, Evidence, Scores, gather, words_for
from peerethics.search.index import Index
from peerethics.search.query import Query, read_query
from peerethics.search.rank import DEFAULT, spread_scores
from peerethics.search.words import features, stem
from peerethics.text import sentences

GROUPS = 3  # duties that are shown; who asks one question gets one answer, not a list
CLOSE = 0.65  # share of the best duty's score from which another duty is shown beside it
FAR = 0.2  # share below which a duty has nothing to say: nearly every duty has some word of any question
DANGER = 0.55  # the same for saying what to do if somebody is in danger: once too often is better than once too seldom
ENOUGH, ENOUGH_OF_STORY = 0.6, 0.3  # share of the words that must be known for an answer to be about them
CLEAR, SEVERAL = 1.5, 3  # how clearly each word must speak for the duty that answers, and words that must do so
OFTEN = 1.2  # the same for a query that is one word
NARROWED = 20  # codes whose texts are narrowed to the sentence that answers; nobody reads more side by side
BY_WORDS = 4  # words that say why something was found


class Hit(NamedTuple):
    """A provision that was found."""

    entry: Entry  #: with the sentence that answers, where one does
    score: float
    duties: tuple[str, ...]  #: ids of the duties that led to it, the best first
    by: tuple[str, ...]  #: words of the query that led there
    level: str = "words"  #: how directly it answers its first duty: states, covers, near; or by its own words


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
        topic: id of the topic or duty to search; "" for all.
        limit: how many provisions to give at most.
    """
    query = read_query(index, text)
    evidence = gather(index, query.features, query.whole)
    wanted = [code for code in vocabulary.library.codes if not codes or code.id in codes]
    scores = {
        duty: score
        for duty, score in evidence.duties.items()
        if duty in vocabulary.duties and (not topic or topic in (duty, vocabulary.duties[duty].topic))
    }
    danger = in_danger(query, evidence, vocabulary)
    texts = {} if topic else evidence.texts
    if not (scores or texts) or not _about(query, evidence):
        return Answer(query, (), (), danger)
    best = max(scores.values(), default=0.0)
    ranked = sorted(scores, key=lambda duty: -scores[duty])[: DEFAULT.duties]
    top = [duty for duty in ranked if scores[duty] >= FAR * best]
    reasons = _reasons(index, query, evidence, top)
    hits = _hits(query, {duty: scores[duty] for duty in top}, texts, reasons, vocabulary, wanted, limit, evidence.brief)
    shown = [duty for duty in top[:GROUPS] if scores[duty] >= CLOSE * best]
    # Where somebody may be in danger, what to do about that comes first.
    shown.sort(key=lambda duty: not vocabulary.duties[duty].danger)
    groups = []
    for duty in shown:
        answers = _code_answers(vocabulary, vocabulary.duties[duty], wanted)
        for place, one in enumerate(answers[:NARROWED]):
            answers[place] = one._replace(entries=tuple(with_sentence(entry, query) for entry in one.entries))
        groups.append(Group(vocabulary.duties[duty], scores[duty], reasons[duty], tuple(answers)))
    return Answer(query, hits, tuple(groups), danger)


def in_danger(query: Query, evidence: Evidence, vocabulary: Vocabulary) -> bool:
    """Whether a query comes near a duty about danger, whatever else it is about and wherever it is asked."""
    best = max(evidence.duties.values(), default=0.0)
    said = _about(query, evidence)
    near = {duty for duty, score in evidence.duties.items() if said and score >= DANGER * best}
    near |= evidence.single
    near |= {duty for duty, phrases in evidence.phrases.items() if any(len(phrase) > 1 for phrase in phrases)}
    return any(duty in vocabulary.duties and vocabulary.duties[duty].danger for duty in near)


def _about(query: Query, evidence: Evidence) -> bool:
    """Whether what was found is about the query, and not about one word that happens to stand in it.

    A single word must be a phrase of its own, stand in the codes, or be said often of one duty. Of a question most
    words must be known, and also be phrases, or stand in one provision, or one duty must be spoken for more clearly
    than by as many words of its own. Of a story, which is long and told sideways, a part must be known.
    """
    asked = set(query.features)
    known = len(asked & evidence.known)
    if len(asked) > BRIEF:
        return known >= ENOUGH_OF_STORY * len(asked)
    if len(asked) == 1:
        return bool(known and (evidence.phrases or evidence.texts or evidence.strength >= OFTEN))
    said = {phrase for phrases in evidence.phrases.values() for phrase in phrases}
    phrased = any(len(phrase) > 1 for phrase in said) or asked <= {word for phrase in said for word in phrase}
    written = evidence.together >= ENOUGH * len(asked)
    clear = evidence.strength >= CLEAR * min(len(asked), SEVERAL)
    return bool(asked) and known >= ENOUGH * len(asked) and (phrased or written or clear)


def _hits(
    query: Query,
    duties: Scores,
    texts: Scores,
    reasons: Mapping[str, tuple[str, ...]],
    vocabulary: Vocabulary,
    codes: Sequence[Code],
    limit: int,
    brief: float,
) -> tuple[Hit, ...]:
    names = {code.id for code in codes}
    links = {duty: vocabulary.links(vocabulary.duties[duty]) for duty in duties}
    plain = {duty: [[_base(one) for one in level] for level in links[duty]] for duty in duties}
    hits: list[Hit] = []
    for provision, score in spread_scores(duties, plain, texts, brief):
        if len(hits) == limit:
            break
        if provision.partition("-")[0] not in names:
            continue
        leading = _leading(provision, plain)
        entry = _entry(vocabulary.library, links, leading, provision)
        if entry:
            by = reasons[leading[0]] if leading else ()
            level = _level(provision, plain[leading[0]]) if leading else "words"
            hits.append(Hit(with_sentence(entry, query), score, leading[:GROUPS], by, level))
    return tuple(hits)


def _level(provision: str, levels: Sequence[Sequence[str]]) -> str:
    """How directly a provision answers a duty."""
    return next(name for name, places in zip(("states", "covers", "near"), levels, strict=True) if provision in places)


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
    apart = sentences(entry.text)
    if len(apart) < 2:
        return entry
    asked = set(query.features)
    shared = [len(asked.intersection(features(sentence))) for sentence in apart]
    if not any(shared):
        return entry
    best = shared.index(max(shared)) + 1
    return entry._replace(id=f"{entry.id}/s{best}", sentence=best)


def _reasons(index: Index, query: Query, evidence: Evidence, duties: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The words of the query that led to each of these duties: whole phrases first, then single words."""
    by_stem = {stem(word): word for word in reversed(query.typed)}
    found = {}
    for duty, words in words_for(index, query.features, duties).items():
        reasons: dict[str, None] = {}
        covered: set[str] = set()
        for phrase in evidence.phrases.get(duty, []):
            if not covered.issuperset(phrase):
                reasons[" ".join(by_stem.get(word, word) for word in phrase)] = None
                covered.update(phrase)
        reasons.update((by_stem.get(word, word), None) for word in words if word not in covered)
        found[duty] = tuple(reasons)[:BY_WORDS]
    return found


def code_answer(vocabulary: Vocabulary, duty: Duty, code: Code) -> CodeAnswer:
    """What one code says on a duty, with the places that say it."""
    return _told(vocabulary.library, duty, code, vocabulary.answers(duty, code))


def _code_answers(vocabulary: Vocabulary, duty: Duty, codes: Sequence[Code]) -> list[CodeAnswer]:
    """What each code says on a duty; with many codes far cheaper than one after the other."""
    places: dict[str, tuple[list[str], ...]] = {code.id: ([], [], []) for code in codes}
    for number, level in enumerate(vocabulary.links(duty)):
        for place in level:
            if own := places.get(place.partition("-")[0]):
                own[number].append(place)
    return [_told(vocabulary.library, duty, code, Answers(*map(tuple, places[code.id]))) for code in codes]


def _told(library: Library, duty: Duty, code: Code, answers: Answers) -> CodeAnswer:
    level = "states" if answers.states else "covers" if answers.covers else "silent"
    links = answers.states or answers.covers or answers.near
    return CodeAnswer(duty, code, level, tuple(entry for entry in map(library.entry, links) if entry))
