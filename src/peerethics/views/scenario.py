"""Shows scenarios: a list by topic, one with or without its key, and everything for programs."""

from collections.abc import Mapping, Sequence

from peerethics.library.bank_file import Listing
from peerethics.library.library import Library
from peerethics.library.vocabulary import Vocabulary
from peerethics.pages.blocks import Block, Span, block, labelled
from peerethics.quizzing.question import LETTERS, Question
from peerethics.scenario import Scenario
from peerethics.views import citing
from peerethics.views.feedback import exact_words, option_reasons
from peerethics.views.question import situation

DRAFT = "A draft: written and machine-checked, its key not yet reviewed by a named person."


def overview(listed: Sequence[Listing], vocabulary: Vocabulary) -> list[Block]:
    """Scenarios by main topic, a line each."""
    blocks: list[Block] = []
    width = max(len(one.id) for one in listed) + 2
    labels = {topic.id: topic.label for topic in vocabulary.topics}
    labels |= {one.topics[0]: one.topics[0] for one in listed if one.topics[0] not in labels}
    for topic, label in labels.items():
        own = [one for one in listed if one.topics[0] == topic]
        if own:
            blocks.append(block(Span(label, "title"), f"  {len(own)}", gap=True))
        for one in own:
            notes = f"  ({', '.join(one.content_notes)})" if one.content_notes else ""
            listed_as: list[Span | str] = [
                Span(one.id.ljust(width), "cite"),
                f"{one.title}  ",
                Span(f"{one.level}{notes}", "quiet"),
            ]
            blocks.append(block(*listed_as, indent=2, hang=width))
    count = f"{len(listed)} scenario{'' if len(listed) == 1 else 's'}."
    return [*blocks, block(f"{count} One of them: peerethics scenarios {listed[0].id}", gap=True)]


def page(one: Scenario, library: Library, with_key: bool) -> list[Block]:
    """One scenario as people read it; with its key only where that is wanted."""
    codes = tuple(code.id for code in library.codes if code.id in one.codes)
    question = Question(one, codes, one.options, {}, ())
    blocks = [block(Span(one.title, "title"), Span(f"  ({one.id}, revision {one.rev})", "quiet"), gap=True)]
    blocks += situation(question, 0, 0)
    if not with_key:
        blocks += [
            block(Span(f"{letter}  ", "cite"), option.text, indent=4, hang=3)
            for letter, option in zip(LETTERS, one.options, strict=False)
        ]
        blocks += [labelled("Hint:", one.hint, gap=True)] if one.hint else []
        blocks.append(block(Span(f"With the key: peerethics scenarios {one.id} --key", "quiet"), gap=True))
    else:
        blocks += _key(question, library)
    held = [code for code in library.codes if code.id in codes]
    return [*blocks, block(Span(citing.edition_line(held), "quiet"))]


def _key(question: Question, library: Library) -> list[Block]:
    one = question.scenario
    names = {code.id: code.name for code in library.codes}
    blocks: list[Block] = []
    for option in one.options:
        blocks += option_reasons(question, option, names)
        said = ", ".join(f"{names.get(c, c)} {'-' if r is None else r}" for c, r in option.rating.items())
        blocks.append(block(Span(f"Rated {said} (3 best, 0 against the code's words).", "quiet"), indent=3))
    blocks += exact_words(question, library)
    blocks.append(block(Span("How the codes stand here: ", "strong"), one.compare.note, gap=True))
    blocks += [block(Span("Beyond the code: ", "strong"), one.beyond_code, gap=True)] if one.beyond_code else []
    blocks.append(block(Span("To talk about", "strong"), gap=True))
    blocks += [block(f"- {text}", indent=2, hang=2) for text in one.discussion]
    blocks.append(block(Span("For role play", "strong"), gap=True))
    blocks.append(labelled("The person:", one.roles.person, indent=2, column=18))
    blocks.append(labelled("The specialist:", one.roles.specialist, indent=2, column=18))
    reviewed = "; ".join(f"{r.by}, {r.role}, {r.date}" for r in one.reviews if r.verdict == "approve")
    status = f"Reviewed: {reviewed}." if one.status == "reviewed" else DRAFT
    return [*blocks, block(Span(status, "quiet"), gap=True)]


def as_json(one: Scenario) -> dict[str, object]:
    """Everything about a scenario, with the field names of its file."""
    options: list[Mapping[str, object]] = [
        {
            **option._asdict(),
            "rating": dict(option.rating),
            "rationale": dict(option.rationale),
            "cites": {code: [cite._asdict() for cite in cites] for code, cites in option.cites.items()},
        }
        for option in one.options
    ]
    whole = {
        **one._asdict(),
        "options": options,
        "cite": {code: key._asdict() for code, key in one.cite.items()},
        "compare": one.compare._asdict(),
        "roles": one.roles._asdict(),
        "reviews": [review._asdict() for review in one.reviews],
        "text_checked": dict(one.text_checked),
    }
    del whole["kind"], whole["quoted"]
    return whole
