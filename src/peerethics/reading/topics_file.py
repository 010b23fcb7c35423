"""Reads the shared vocabulary (`format: peerethics/topics@1`): topics, duties, and the words for them."""

from peerethics.models import Duty, Topic
from peerethics.reading.sheet import Map, Shape, Sheet, open_list

ID = Shape(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", "gifts")
PLACE = Shape(r"[a-z][a-z0-9]{0,11}-[A-Za-z0-9.]+(/s[1-9])?", "mo-13")


def open_topics(raw: bytes, shown: str) -> tuple[tuple[Topic, ...] | None, Sheet]:
    """The topics in a file's contents, and the sheet with its problems and places."""
    return open_list(raw, shown, "topics", _topic, "a topic")


def _topic(entry: Map) -> Topic:
    topic_id = entry.text("id", required=True, shape=ID)
    entry.place(f"topic {topic_id}")
    return Topic(
        topic_id,
        entry.prose("label", required=True),
        entry.prose("about", required=True),
        entry.each("duties", lambda m: _duty(m, topic_id), "a duty", required=True),
        entry.prose("primer"),
    )


def _duty(entry: Map, topic_id: str) -> Duty:
    duty_id = entry.text("id", required=True, shape=ID)
    entry.place(f"duty {duty_id}")
    return Duty(
        duty_id,
        topic_id,
        entry.prose("label", required=True),
        entry.prose("question", required=True),
        entry.texts("states", shape=PLACE),
        entry.texts("covers", shape=PLACE),
        entry.texts("near", shape=PLACE),
        entry.choice("danger", ("yes", "no"), required=False) == "yes",
        entry.texts("words"),
        entry.texts("asks"),
    )
