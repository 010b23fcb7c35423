"""The record of a session, for a trainer's own files: what was shown and counted, and no names."""

from collections.abc import Sequence

from peerethics.library.vocabulary import Vocabulary
from peerethics.quizzing.plan import Plan
from peerethics.quizzing.presenting import Place
from peerethics.quizzing.question import Question
from peerethics.views import citing


def record_text(
    plan: Plan,
    questions: Sequence[Question],
    place: Place,
    vocabulary: Vocabulary,
    day: str,
    minutes: int,
    initials: str,
) -> str:
    """The record as Markdown.

    Args:
        plan: what was shown.
        questions: the scenarios.
        place: where the presentation ended, with its counts.
        vocabulary: topics and codes.
        day: the day it was held, where the trainer is.
        minutes: how long it took.
        initials: what the trainer typed for those who took part, or "".
    """
    codes = [code for code in vocabulary.library.codes if code.id in plan.codes]
    lines = [
        "# Session record",
        "",
        f"- Date: {day}",
        f"- Minutes: {minutes}",
        f"- Codes: {', '.join(code.title for code in codes)}",
        f"- {citing.edition_line(codes)}",
        f"- Seed: {plan.seed}",
        *([f"- Took part: {initials}"] if initials else []),
        "",
        "| scenario | options in order | first count | second count |",
        "| --- | --- | --- | --- |",
    ]
    for number, question in enumerate(questions):
        counts = [place.counts.get((number, half)) for half in (1, 2)]
        cells = [" ".join(map(str, count)) if count else "-" for count in counts]
        options = " ".join(option.id for option in question.options)
        lines.append(f"| {question.id} (revision {question.scenario.rev}) | {options} | {' | '.join(cells)} |")
    return "\n".join([*lines, ""])
