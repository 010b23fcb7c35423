"""Shows a presentation: each stage of a scenario as pages for a wall, calm and with room between the lines."""

import shlex
from collections.abc import Mapping, Sequence

from peerethics.library.library import Library
from peerethics.pages.blocks import Block, Span, block
from peerethics.quizzing.plan import Plan
from peerethics.quizzing.presenting import COUNTING, FIRST, HELP, OPTIONS, REVEAL, SECOND, STEM, TALK, Place
from peerethics.quizzing.question import Question
from peerethics.scenario import BEST, Option
from peerethics.views.feedback import exact_words, option_reasons
from peerethics.views.finding import DANGER

_WHEN = {1: "at first", 2: "after the talk"}
_BAR = 24  # columns of the longest bar
DRAFT = "The key is a draft: no named person has reviewed it yet."
_ASKS = {
    OPTIONS: "",
    FIRST: "Hands up: a number for each option, such as 3 9 7 1. Enter leaves it out.",
    TALK: "Talk with your neighbour: what would you do, and which provision says so?",
    SECOND: "Hands again: a number for each option.",
}


def pages(place: Place, question: Question, library: Library) -> list[list[Block]]:
    """The pages of the stage that a presentation stands at.

    Args:
        place: where it stands.
        question: the scenario, its options in the order shown.
        library: the codes.
    """
    if place.help:
        return [_help()]
    one = question.scenario
    if place.stage == STEM:
        story = [*_story(place, question)]
        return [_warning(question), story] if one.content_notes else [story]
    if place.stage < REVEAL:
        asked = [block(Span(_ASKS[place.stage], "quiet"), gap=True)] if _ASKS[place.stage] else []
        return [[*_story(place, question), *_options(place, question), *asked]]
    return _reveal(place, question, library)


def _warning(question: Question) -> list[Block]:
    notes = ", ".join(question.scenario.content_notes)
    return [
        block(Span("Content note", "quiet")),
        block(Span(notes.capitalize(), "title"), gap=True),
        block("Nobody has to stay for this one, or to say why. s leaves it out.", gap=True),
    ]


def _story(place: Place, question: Question) -> list[Block]:
    one = question.scenario
    if place.short:
        return [block(Span(one.setting, "quiet")), block(Span(one.short_prompt, "title"), gap=True)]
    return [
        block(Span(one.setting, "quiet")),
        block(one.stem, gap=True),
        block(Span(one.prompt, "title"), gap=True),
    ]


def _options(place: Place, question: Question, keyed: bool = False) -> list[Block]:
    """The options with the hands that were counted; with the key, the counts are drawn as well."""
    counted = {half: place.counts[place.item, half] for half in COUNTING.values() if (place.item, half) in place.counts}
    top = max((hands for count in counted.values() for hands in count), default=0) or 1
    blocks = []
    for number, option in enumerate(question.options):
        hands = [f"{count[number]} {_WHEN[half]}" for half, count in counted.items()]
        fit = _fit(question, option) if keyed else ""
        brief = [f"{'then ' * (half == 2)}{count[number]}" for half, count in counted.items()]
        tag = f"  ({', '.join(brief)})" if brief and not keyed else ""
        label = Span(f"{question.labels[number]}  ", "cite")
        text = Span(option.short if place.short else option.text, "strong" if fit else "")
        blocks.append(block(label, text, tag, hang=3, gap=True))
        if fit:
            blocks.append(block(Span(fit, "solid"), indent=3))
        if keyed:
            bars = ["#" * round(_BAR * count[number] / top) for count in counted.values()]
            drawn = (f"{bar} {said}".strip() for bar, said in zip(bars, hands, strict=True))
            blocks += [block(Span(one, "quiet"), indent=3) for one in drawn]
    return blocks


def _fit(question: Question, option: Option) -> str:
    best = [code for code in question.codes if option.rating.get(code) == BEST]
    if not best:
        return ""
    return "best fit" if len(best) == len(question.codes) else f"best fit in {best[0].upper()}"


def _reveal(place: Place, question: Question, library: Library) -> list[list[Block]]:
    one = question.scenario
    names: Mapping[str, str] = {code.id: code.name for code in library.codes}
    best = [option for option in question.options if _fit(question, option)]
    tempting = [option for option in question.options if option not in best]
    codes: list[Block] = []
    if one.compare.note:
        codes.append(block(Span("How the codes stand here: ", "strong"), one.compare.note))
    if one.beyond_code:
        codes.append(block(Span("Beyond the code: ", "strong"), one.beyond_code, gap=True))
    codes += [block(Span("Talk about it: ", "strong"), text, gap=True) for text in one.discussion]
    if one.heavy:
        codes.append(block(Span(DANGER, "warn"), gap=True))
    draft = [block(Span(DRAFT, "quiet"), gap=True)] if one.status != "reviewed" else []
    return [
        [block(Span(one.prompt, "title")), *_options(place, question, keyed=True), *draft],
        [b for option in best for b in option_reasons(question, option, names)],
        exact_words(question, library),
        [b for option in tempting for b in option_reasons(question, option, names)],
        codes,
    ]


def _help() -> list[Block]:
    width = max(len(keys) for keys, _ in HELP) + 3
    return [
        block(Span("Keys", "title")),
        *(block(Span(keys.ljust(width), "cite"), what, hang=width) for keys, what in HELP),
    ]


def footer(place: Place, question: Question, of: int, seed: str, elapsed: int, typed: str) -> str:
    """The quiet line at the bottom: where we are, and what was typed.

    Args:
        place: where the presentation stands.
        question: the scenario.
        of: how many scenarios there are.
        seed: the seed.
        elapsed: seconds since the stage began, for the timer.
        typed: what stands on the line until Enter is pressed.
    """
    if typed or place.said:
        return f"> {typed}" if typed else place.said
    timer = f"   {elapsed // 60}:{elapsed % 60:02}" if place.timer else ""
    return f"{place.item + 1} of {of}   {question.id}   seed {seed}   ? keys{timer}"


def closing(counted: Sequence[int], of: int, plan: Plan, kept: bool) -> list[Block]:
    """What is said when a presentation ends.

    Args:
        counted: scenarios for which hands were counted, from 1.
        of: how many scenarios there were.
        plan: what was shown.
        kept: whether it can be gone on with.
    """
    several = f"{of} scenario{'' if of == 1 else 's'}"
    said = f"{len(set(counted))} of {several} counted." if counted else f"{several}; nothing was counted."
    same = shlex.join(["--seed", plan.seed, *plan.words])
    lines = [
        block(Span(said, "strong"), gap=True),
        block("The same set on paper:"),
        block(Span(f"peerethics handout {same} --out FILE", "cite"), indent=2),
    ]
    again = [block("Go on with:"), block(Span("peerethics present --resume", "cite"), indent=2)]
    return [*lines, *again] if kept else lines
