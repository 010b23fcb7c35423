"""Shows what an answer was worth and why: marks, reasons, the codes' exact words, and how the codes stand.

Nothing here scolds. The tempting option is taken seriously: people choose it for a reason, and the reason is named.
"""

from collections.abc import Iterator, Mapping, Sequence

from peerethics.citations.printed import citation
from peerethics.history.records import Mark
from peerethics.library.library import Library
from peerethics.pages.blocks import Block, Span, block
from peerethics.quizzing.question import Question, Reply
from peerethics.quizzing.tally import keyed
from peerethics.scenario import BEST, SCENARIO, Option
from peerethics.text import sentence_list
from peerethics.views.provision import words

#: What each rating says, in words.
RATINGS: Mapping[int | None, str] = {
    3: "the best fit",
    2: "acceptable, not the best fit",
    1: "not the best fit, though no line names it",
    0: "not the best fit; the code's words speak against it",
    None: "only for discussion, not scored",
}
SILENT = "does not name this. That is silence, not permission; nearest:"


def feedback(question: Question, reply: Reply, marks: Mapping[str, Mark], library: Library) -> list[Block]:
    """The first page after an answer: marks, your option, the best one, the words, the two codes."""
    one = question.scenario
    names = {code.id: code.name for code in library.codes}
    first, *rest = _marks(question, reply, marks, names)
    blocks = [first._replace(gap=True), *rest]
    for option in _told(question, reply):
        blocks += option_reasons(question, option, names, yours=option.id == reply.option)
    blocks += exact_words(question, library)
    if len(question.codes) > 1 and one.compare.note:
        title = "How the codes stand here: " if one.compare.verdict != "same" else "Both codes: "
        blocks.append(block(Span(title, "strong"), one.compare.note, gap=True))
    if one.beyond_code:
        blocks.append(block(Span("Beyond the code: ", "strong"), one.beyond_code, gap=True))
    if one.discussion:
        blocks.append(block(Span("Talk about it: ", "strong"), one.discussion[0], gap=True))
    return blocks


def _told(question: Question, reply: Reply) -> Sequence[Option]:
    """The options whose reasons come first: the one that was chosen, then the best under any code."""
    chosen = [option for option in question.options if option.id == reply.option]
    best = [o for o in question.options if BEST in (o.rating.get(code) for code in question.codes) and o not in chosen]
    if question.scenario.kind != SCENARIO and chosen and not best:
        return chosen
    return [*chosen, *best] if question.scenario.kind == SCENARIO else best


def others(question: Question, reply: Reply, library: Library) -> list[Block]:
    """The options that the first page left out, each with its reasons."""
    if question.scenario.kind != SCENARIO:
        return []
    told = _told(question, reply)
    names = {code.id: code.name for code in library.codes}
    rest = [option for option in question.options if option not in told]
    return [one for option in rest for one in option_reasons(question, option, names)]


def _marks(question: Question, reply: Reply, marks: Mapping[str, Mark], names: Mapping[str, str]) -> Iterator[Block]:
    if not reply.option:
        yield block(Span("Passed.", "strong"), " That costs nothing.")
        return
    ratings = {code: mark.rating for code, mark in marks.items()}
    if question.scenario.kind != SCENARIO:
        right = BEST in ratings.values()
        yield block(Span("That is it." if right else "Not this one.", "strong"))
        return
    if len(set(ratings.values())) == 1:
        rating = next(iter(ratings.values()))
        where = " in both codes" if len(ratings) == 2 else " in all codes" if len(ratings) > 2 else ""
        yield block(Span("Judgement: ", "strong"), f"{_of_three(rating)}{where}: {RATINGS[rating]}.")
    else:
        said = "; ".join(f"{names.get(c, c)} {_of_three(r)}, {RATINGS[r]}" for c, r in ratings.items())
        yield block(Span("Judgement: ", "strong"), f"{said}.")
    if reply.cited is not None and question.offered:
        lead = "" if reply.cited else "none given, which costs nothing. "
        said = " ".join(f"{names.get(code, code)}: {_cited(question, reply, code)}." for code in question.offered)
        yield block(Span("Citation: ", "strong"), lead + said)
        if marks and all(mark.justified for mark in marks.values()):
            yield block(Span("Right, for the right reason.", "strong"))


def _of_three(rating: int | None) -> str:
    return f"{rating} of 3" if rating is not None else "not scored"


def _cited(question: Question, reply: Reply, code: str) -> str:
    """Which provisions of a code were found, which the key has besides, and which do not carry it."""
    key, cited = question.offered[code], set(reply.cited or ())
    found = [place for place in key.key if place in cited]
    missed = [place for place in key.key if place not in cited]
    besides = [place for place in key.distractors if place in cited]
    said = [f"found {_numbers(found)}"] if found else []
    if missed:
        said.append(f"{'also ' if found else 'it rests on '}{_numbers(missed)}")
    if besides:
        said.append(f"{_numbers(besides)} {'does' if len(besides) == 1 else 'do'} not carry it here")
    return "; ".join(said)


def _numbers(places: Sequence[str]) -> str:
    return sentence_list([place.partition("-")[2] for place in places])


def option_reasons(question: Question, option: Option, names: Mapping[str, str], yours: bool = False) -> list[Block]:
    """An option with what speaks for and against it under each code."""
    best = [names.get(c, c) for c in question.codes if option.rating.get(c) == BEST]
    everywhere = len(best) == len(question.codes)
    tags = ["your choice"] if yours else []
    fit = "best fit" if question.scenario.kind == SCENARIO else "right"
    tags += [fit if everywhere else f"{fit} in {best[0]}"] if best else []
    tags += _worth(question, option, names) if question.scenario.kind == SCENARIO else []
    head = f"{question.label(option.id)}  "
    blocks = [block(Span(head, "cite"), Span(option.text, "strong"), f"  ({', '.join(tags)})" if tags else "",
                    hang=3, gap=True)]  # fmt: skip
    if option.misconception and not everywhere:
        blocks.append(block(Span("Why it tempts: ", "quiet"), option.misconception, indent=3))
    texts = {code: option.rationale.get(code, "") for code in question.codes}
    if len(set(texts.values())) == 1:
        return [*blocks, block(next(iter(texts.values())), indent=3)]
    for code, text in texts.items():
        several = len(texts) > 1
        blocks.append(block(*([Span(f"{names.get(code, code)}: ", "quiet")] if several else []), text, indent=3))
    return blocks


def _worth(question: Question, option: Option, names: Mapping[str, str]) -> list[str]:
    """What an option is worth under the codes in which it is not the best, in a few words."""
    short = {2: "acceptable", 1: "a poor fit", 0: "against the words", None: "not scored"}
    said = {code: short[option.rating.get(code)] for code in question.codes if option.rating.get(code) != BEST}
    if len(said) == len(question.codes) and len(set(said.values())) == 1:
        return list(said.values())[:1]
    return [f"{worth} in {names.get(code, code)}" for code, worth in said.items()]


def exact_words(question: Question, library: Library) -> list[Block]:
    """The provisions of the key, word for word; a code that is silent is said to be."""
    blocks: list[Block] = []
    for code in question.codes:
        for number, place in enumerate(keyed(question.scenario, code)):
            entry = library.entry(place)
            if entry is None:
                continue
            if question.scenario.silent(code) and not number:
                blocks.append(block(Span(f"{entry.code.name} {SILENT}", "warn"), gap=True))
            blocks.append(block(Span(citation(entry), "cite"), gap=True))
            blocks += words(entry)
    return blocks
