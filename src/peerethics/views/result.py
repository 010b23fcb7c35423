"""Shows the result of a quiz: each code, each topic, what to read again, and how to practise just that."""

import shlex
from collections.abc import Mapping
from typing import NamedTuple

from peerethics.citations.printed import citation
from peerethics.library.library import Library
from peerethics.library.vocabulary import Vocabulary
from peerethics.pages.blocks import Block, Span, block, labelled
from peerethics.quizzing.marking import PASS_LINE, wilson
from peerethics.quizzing.plan import EXAM, Plan
from peerethics.quizzing.tally import Done, Score, Tally
from peerethics.views import citing

SHOWN = 5  # provisions to read again
NO_EXAM = (
    "A practice line only: no exam is mirrored here, your board sets its own pass mark, and this is no certificate."
)


CARE = "If today's situations touched something of your own: your supervisor, or 988 at any hour."


class Result(NamedTuple):
    """A quiz that has ended, or was left."""

    plan: Plan
    tally: Tally
    answered: int  #: answers and passes
    heavy: bool  #: whether a question touched danger, abuse or self-harm


def page(result: Result, vocabulary: Vocabulary, resumable: bool) -> list[Block]:
    """The last page of a quiz."""
    library = vocabulary.library
    tally, plan = result.tally, result.plan
    blocks = [block(Span("Your practice exam" if plan.mode == EXAM else "This round", "title"), gap=True)]
    if not tally.codes:
        blocks.append(block("No question was answered, so nothing is scored."))
    for code, score in tally.codes.items():
        blocks += _code(code, score, plan, library)
    if tally.passed:
        blocks.append(block(f"Passed on: {tally.passed}. A pass costs nothing."))
    blocks += _topics(tally.topics, vocabulary)
    blocks += _again(tally, library)
    blocks += _next(result, resumable)
    if result.heavy:
        blocks.append(block(Span(CARE, "strong"), gap=True))
    codes = [code for code in library.codes if code.id in plan.codes]
    return [*blocks, block(Span(citing.edition_line(codes), "quiet"), gap=True)]


def _code(code: str, score: Score, plan: Plan, library: Library) -> list[Block]:
    held = library.code(code)
    name = held.name if held else code
    points = f"{score.graded * 3:.0f} of {score.scored * 3} points"
    said = [f"best response {score.best} of {score.scored}" + (f" ({points})" if plan.mode != EXAM else "")]
    if score.asked:
        said.append(f"provisions {score.citation / score.asked:.0%}")
        said.append(f"right for the right reason {score.justified}")
    blocks = [labelled(f"{name}:", "; ".join(said) + ".", column=13, gap=True)]
    if plan.mode == EXAM and score.scored:
        low, high = wilson(score.best, score.scored)
        share = score.best / score.scored
        side = "at or above" if share >= PASS_LINE else "below"
        blocks.append(
            block(
                f"That is {share:.0%}, {side} a practice line of {PASS_LINE:.0%}. {score.scored} questions measure"
                f" coarsely: they say no more than that you stand between {low:.0%} and {high:.0%}. {NO_EXAM}",
                indent=13,
            )
        )
    return blocks


def _topics(topics: Mapping[str, Score], vocabulary: Vocabulary) -> list[Block]:
    labels = {topic.id: topic.label for topic in vocabulary.topics}
    scored = {topic: score for topic, score in topics.items() if score.scored}
    if not scored:
        return []
    width = max(len(labels.get(topic, topic)) for topic in scored) + 2
    blocks = [block(Span("By topic", "strong"), gap=True)]
    for topic, score in sorted(scored.items(), key=lambda pair: pair[1].graded / pair[1].scored):
        label = labels.get(topic, topic or "other")
        blocks.append(block(Span(label.ljust(width)), f"{score.best} of {score.scored} best", indent=2, hang=width))
    return blocks


def _again(tally: Tally, library: Library) -> list[Block]:
    if not tally.again:
        return []
    blocks = [block(Span("Worth reading again", "strong"), gap=True)]
    for place in tally.again[:SHOWN]:
        entry = library.entry(place)
        if entry:
            blocks.append(block(Span(citation(entry), "cite"), f"  {entry.gist or entry.label}", indent=2, hang=2))
    rest = len(tally.again) - SHOWN
    return [*blocks, *([block(f"... and {rest} more", indent=2)] if rest > 0 else [])]


def _next(result: Result, resumable: bool) -> list[Block]:
    left = len(result.plan.items) - result.answered
    lines = []
    if left and resumable:
        lines += [block(f"Go on, {left} left:"), block(Span("peerethics quiz --resume", "cite"), indent=2)]
    if result.tally.again:
        places = ",".join(result.tally.again[:SHOWN])
        code = f" --code {result.plan.codes[0]}" if len(result.plan.codes) == 1 else ""
        lines += [
            block("Practise these:"),
            block(Span(f"peerethics quiz --provision {places}{code}", "cite"), indent=2),
        ]
    same = shlex.join(["peerethics", "quiz", "--seed", result.plan.seed, *result.plan.words])
    lines += [block("The same questions again:"), block(Span(same, "cite"), indent=2)]
    return [one._replace(gap=not number) for number, one in enumerate(lines)]


def as_json(result: Result, answers: list[dict[str, object]]) -> dict[str, object]:
    """The result for programs."""
    plan, tally = result.plan, result.tally
    return {
        "mode": plan.mode,
        "seed": plan.seed,
        "codes": list(plan.codes),
        "asked": len(plan.items),
        "answered": result.answered,
        "passed": tally.passed,
        "scores": {code: score_json(score, plan.mode == EXAM) for code, score in tally.codes.items()},
        "topics": {topic: score_json(score) for topic, score in tally.topics.items()},
        "provisions": {place: score_json(score) for place, score in tally.provisions.items()},
        "read_again": list(tally.again),
        "answers": answers,
        "note": NO_EXAM,
    }


def answer_json(done: Done) -> dict[str, object]:
    """One answer for programs."""
    one = done.answer
    return {
        "position": one.position,
        "item": one.item,
        "rev": one.rev,
        "option": one.option or None,
        "cited": None if one.cited is None else list(one.cited),
        "sure": one.sure or None,
        "hint": one.hint,
        "marks": {code: mark._asdict() for code, mark in one.marks.items()},
    }


def score_json(score: Score, exam: bool = False) -> dict[str, object]:
    """A score for programs; shares are from 0 to 1."""
    one: dict[str, object] = {
        "scored": score.scored,
        "best": score.best,
        "judgement": round(score.graded / score.scored, 4) if score.scored else None,
        "citation": round(score.citation / score.asked, 4) if score.asked else None,
        "justified": score.justified,
    }
    if exam:
        low, high = wilson(score.best, score.scored)
        one |= {"practice_line": PASS_LINE, "interval": [round(low, 4), round(high, 4)]}
    return one
