"""Shows topics: all of them with their duties, or one across the codes."""

from peerethics.library.vocabulary import Vocabulary
from peerethics.models import Duty, Topic
from peerethics.pages.blocks import Block, Span, block
from peerethics.search.answer import code_answer as answer_of
from peerethics.views import citing
from peerethics.views.finding import DANGER, SILENCE, code_answer


def overview(vocabulary: Vocabulary) -> list[Block]:
    """All topics, each with its duties on one line."""
    blocks: list[Block] = []
    for topic in vocabulary.topics:
        blocks.append(block(Span(topic.id, "cite"), Span(f"  {topic.label}", "title"), gap=True))
        blocks.append(block("; ".join(duty.label for duty in topic.duties) + ".", indent=4))
    example = vocabulary.topics[0].id if vocabulary.topics else "TOPIC"
    closing = f"One topic across the codes: peerethics topics {example}"
    edition = citing.edition_line(vocabulary.library.codes)
    return [*blocks, block(Span(closing, "quiet"), gap=True), block(Span(edition, "quiet"))]


def page(topic: Topic, vocabulary: Vocabulary) -> list[Block]:
    """One topic: each duty with what every code says on it."""
    blocks = [block(Span(topic.label, "title"), Span(f"  ({topic.id})", "quiet")), block(Span(topic.about, "ours"))]
    blocks += primer(topic)
    if any(duty.danger for duty in topic.duties):
        blocks.append(block(Span(DANGER, "warn")))
    for duty in topic.duties:
        blocks.append(block(Span(duty.label, "title"), Span(f"  ({duty.id})  {duty.question}", "quiet"), gap=True))
        for code in vocabulary.library.codes:
            blocks += code_answer(answer_of(vocabulary, duty, code))
    blocks.append(block(Span(SILENCE, "quiet"), gap=True))
    return [*blocks, block(Span(citing.edition_line(vocabulary.library.codes), "quiet"))]


def primer(topic: Topic) -> list[Block]:
    """What to know about a topic before a quiz on it; nothing where nobody has written it."""
    if not topic.primer:
        return []
    return [block(Span(topic.primer, "ours"), gap=True)]


def topic_json(topic: Topic, vocabulary: Vocabulary) -> dict[str, object]:
    """One topic, for programs."""
    return {
        "id": topic.id,
        "label": topic.label,
        "about": topic.about,
        "primer": topic.primer,
        "duties": [_duty_json(duty, vocabulary) for duty in topic.duties],
    }


def _duty_json(duty: Duty, vocabulary: Vocabulary) -> dict[str, object]:
    codes = {}
    for code in vocabulary.library.codes:
        answers = vocabulary.answers(duty, code)
        codes[code.id] = {**{k: list(v) for k, v in answers._asdict().items()}, "silent": answers.silent}
    return {"id": duty.id, "label": duty.label, "question": duty.question, "codes": codes}
