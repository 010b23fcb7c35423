"""Shows where somebody stands: a wall of provisions, bars of topics, days of practice; or the same in words."""

from collections import Counter
from collections.abc import Iterator, Mapping

from peerethics.citations.printed import citation
from peerethics.library.vocabulary import Vocabulary
from peerethics.models import Code, Part
from peerethics.pages.blocks import Block, Span, block
from peerethics.quizzing.progress import AGAIN, COMING, NEVER, SOLID, STATES, Progress
from peerethics.quizzing.tally import Score
from peerethics.views import citing
from peerethics.views.result import score_json

BLOCKS = "\u2588\u2593\u2592\u2591\u00b7\u2581\u2582\u2583\u2584\u2585\u2586\u2587"
_NAMES = {SOLID: "solid", COMING: "coming", AGAIN: "read again", NEVER: "never met"}
_STYLES = {SOLID: "solid", COMING: "coming", AGAIN: "again", NEVER: "quiet"}
_FINE = {SOLID: "\u2588", COMING: "\u2592", AGAIN: "!", NEVER: "\u00b7"}
_COARSE = {SOLID: "#", COMING: "+", AGAIN: "!", NEVER: "."}
_STEPS = "\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588"
_BAR = 14  # columns; with the longest topic it fits a screen of 80
_DAYS = 14  # days of practice that are drawn
_CELL = 4  # columns of a provision on the wall; the longest row fits a screen of 80
_HEAD = 5  # columns of what a row of the wall is called
_LISTED = 5  # provisions named in a list


def picture(found: Progress, vocabulary: Vocabulary, fine: bool) -> list[Block]:
    """Where somebody stands, drawn.

    Args:
        found: what the answers say.
        vocabulary: topics and codes.
        fine: whether block characters can be shown.
    """
    marks = _FINE if fine else _COARSE
    counts = Counter(found.states.values())
    blocks = [block(Span("Your practice", "title"), f"   {_amount(found)}")]
    legend: list[Span | str] = []
    for state in STATES:
        legend += [Span(f"{marks[state]} {_NAMES[state]} {counts[state]}", _STYLES[state]), "   "]
    blocks.append(block(*legend, gap=True))
    for code in vocabulary.library.codes:
        blocks.append(block(Span(code.name, "strong"), gap=True))
        blocks += [_row(part, code, found.states, marks) for part in code.lists()]
    blocks += list(_topic_bars(found, vocabulary, fine))
    if len(found.days) > 1:
        blocks.append(block(Span("Best responses, day by day   ", "strong"), _spark(found, fine), gap=True))
    return [*blocks, *_closing(found, vocabulary)]


def _amount(found: Progress) -> str:
    days = len(found.days)
    return f"{found.answers} answer{'' if found.answers == 1 else 's'} on {days} day{'' if days == 1 else 's'}"


def _row(part: Part, code: Code, states: Mapping[str, str], marks: Mapping[str, str]) -> Block:
    name = part.numeral or (part.name if len(code.lists()) > 1 else "all")
    spans: list[Span | str] = [Span(name, "quiet")]
    room = _HEAD - len(name)
    for provision in part.provisions:
        state = states.get(provision.id, NEVER)
        cell = f"{provision.number}{marks[state]}"
        spans += [" " * (room + _CELL - len(cell)), Span(cell, _STYLES[state])]  # one run of spaces: layout keeps one
        room = 0
    return block(*spans, indent=2, hang=_HEAD + _CELL - 3)  # rows are broken after 9, before cells of three columns


def _topic_bars(found: Progress, vocabulary: Vocabulary, fine: bool) -> Iterator[Block]:
    full, empty = ("\u2588", "\u2591") if fine else ("#", ".")
    width = max((len(topic.label) for topic in vocabulary.topics), default=0) + 2
    first = True
    for topic in vocabulary.topics:
        score = found.topics.get(topic.id)
        if not score or not score.scored:
            continue
        if first:
            yield block(Span("Topics: best responses, scenarios met", "strong"), gap=True)
        first = False
        length = round(_BAR * score.best / score.scored)
        met, there = found.met.get(topic.id, (0, 0))
        yield block(
            topic.label.ljust(width), Span(full * length, "solid"), Span(empty * (_BAR - length), "quiet"),
            f"  {score.best} of {score.scored}, met {met} of {there}", indent=2, hang=width,
        )  # fmt: skip


def _spark(found: Progress, fine: bool) -> str:
    shares = [(day.best / day.scored if day.scored else 0.0) for day in found.days[-_DAYS:]]
    if not fine:
        return " ".join(f"{share:.0%}" for share in shares)
    return "".join(_STEPS[min(int(share * len(_STEPS)), len(_STEPS) - 1)] for share in shares)


def _closing(found: Progress, vocabulary: Vocabulary) -> Iterator[Block]:
    library = vocabulary.library
    again = [place for place, state in found.states.items() if state == AGAIN]
    if again:
        named = [citation(entry) for entry in map(library.entry, again[:_LISTED]) if entry]
        yield block(Span("Read again: ", "strong"), _list(named, len(again)), gap=True)
        yield block("Practise just these:")
        yield block(Span(f"peerethics quiz --provision {','.join(again[:_LISTED])}", "cite"), indent=2)
    sure = [one.title or one.item for one in found.surely]
    told = (("Sure, and not the best fit: ", sure), ("The wording changed since you learned it: ", found.changed))
    for label, names in told:
        if names:
            yield block(Span(label, "strong"), _list(list(names[:_LISTED]), len(names)), gap=True)
    if found.gone:
        yield block(f"Answers to questions that are not held here, and not counted: {found.gone}.", gap=True)
    unmet = sum(there - met for met, there in found.met.values())
    yield block(f"Scenarios not met yet: {unmet}. A plain `peerethics quiz` begins with those.", gap=True)
    yield block(Span("A score here measures practice, not ethics. " + citing.edition_line(library.codes), "quiet"))


def _list(names: list[str], total: int) -> str:
    rest = total - len(names)
    return ", ".join(names) + (f", and {rest} more" if rest > 0 else "")


def in_words(found: Progress, vocabulary: Vocabulary) -> list[Block]:
    """The same in words, one thing a line."""
    blocks = [block(Span("Your practice: ", "title"), f"{_amount(found)}.")]
    for code in vocabulary.library.codes:
        for state in STATES:
            own = [p.id for p in code.provisions() if found.states.get(p.id) == state]
            names = ", ".join(place.partition("-")[2] for place in own) or "none"
            blocks.append(
                block(f"{code.name}, {_NAMES[state]}: {names if state != NEVER else f'{len(own)} provisions'}.")
            )
    for topic in vocabulary.topics:
        score = found.topics.get(topic.id)
        if score and score.scored:
            met, there = found.met.get(topic.id, (0, 0))
            said = f"{topic.label}: {_shares(score)}; scenarios met {met} of {there}."
            blocks.append(block(said))
    blocks += [block(f"{day.date}: {day.best} of {day.scored} best.") for day in found.days[-_DAYS:]]
    return [*blocks, *_closing(found, vocabulary)]


def _shares(score: Score) -> str:
    said = f"best response {score.best} of {score.scored}"
    return said + (f", provisions {score.citation / score.asked:.0%}" if score.asked else "")


def as_json(found: Progress) -> dict[str, object]:
    """Where somebody stands, for programs."""
    return {
        "answers": found.answers,
        "provisions": dict(found.states),
        "counts": {state: list(found.states.values()).count(state) for state in STATES},
        "topics": {topic: score_json(score) for topic, score in found.topics.items()},
        "scenarios": {topic: {"met": met, "held": there} for topic, (met, there) in found.met.items()},
        "days": [day._asdict() for day in found.days],
        "sure_but_not_best": [one._asdict() for one in found.surely],
        "changed": list(found.changed),
        "gone": found.gone,
    }
