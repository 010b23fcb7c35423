"""The shared vocabulary: topics and duties, and which provisions of which code answer to a duty."""

from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from peerethics.errors import PeerEthicsError
from peerethics.library.files import DataFile, show
from peerethics.library.library import Library
from peerethics.library.load import load, too_many
from peerethics.library.places import Places
from peerethics.models import Code, Duty, Problem, Topic
from peerethics.text import sentence_list


class Answers(NamedTuple):
    """What one code says on one duty: provision ids, the closest first."""

    states: tuple[str, ...]
    covers: tuple[str, ...]
    near: tuple[str, ...]

    @property
    def silent(self) -> bool:
        """Whether the code neither names the duty nor reaches it with a general provision."""
        return not self.states and not self.covers


class Vocabulary:
    """All topics and duties, tied to the codes that are held."""

    def __init__(self, topics: list[Topic], library: Library, sign: str = "") -> None:
        self.topics = topics
        self.sign = sign  #: what the topics were made from; see `library.cache`
        self.library = library
        self.duties = {duty.id: duty for topic in topics for duty in topic.duties}

    def topic_named(self, name: str) -> tuple[Topic, Duty | None]:
        """The topic with this id or label; a duty's id or label gives its topic and the duty.

        Raises:
            PeerEthicsError: there is none (exit code 1); the hint names the nearest.
        """
        wanted = name.strip().lower()
        for topic in self.topics:
            if wanted in (topic.id, topic.label.lower()):
                return topic, None
        for topic in self.topics:
            for duty in topic.duties:
                if wanted in (duty.id, duty.label.lower()):
                    return topic, duty
        near = [topic.id for topic in self.topics if wanted in topic.label.lower().replace(",", "").split()]
        near = near or get_close_matches(wanted, [*(t.id for t in self.topics), *self.duties], n=3, cutoff=0.6)
        every = "All topics: peerethics topics"
        hint = f"Did you mean {sentence_list(near, 'or')}? {every}" if near else every
        raise PeerEthicsError(f"There is no topic {name!r}.", hint)

    @cached_property
    def claims(self) -> dict[str, tuple[str, ...]]:
        """Duty -> the provisions whose own code's file says that they state it."""
        found: dict[str, list[str]] = {}
        for code in self.library.codes:
            for provision in code.provisions():
                for duty in provision.duties:
                    found.setdefault(duty, []).append(provision.id)
        return {duty: tuple(ids) for duty, ids in found.items()}

    def links(self, duty: Duty) -> tuple[tuple[str, ...], ...]:
        """The provisions of all codes by how directly they answer: states, covers, near."""
        levels = ((*duty.states, *self.claims.get(duty.id, ())), duty.covers, duty.near)
        # What does not exist must not hide that a code is silent; `check` names it.
        return tuple(tuple(place for place in level if self.library.entry(place)) for level in levels)

    def answers(self, duty: Duty, code: Code) -> Answers:
        """What one code says on a duty."""
        start = f"{code.id}-"
        return Answers(*(tuple(i for i in ids if i.startswith(start)) for ids in self.links(duty)))


def open_vocabulary(places: Places, library: Library) -> Vocabulary:
    """The vocabulary in these places.

    Raises:
        PeerEthicsError: a file is unreadable or wrong, or an id is used twice (exit code 3).
    """
    files, _, sign = load(places, "topics", _read_light, _thaw_topics)
    topics = [topic for one in files for topic in one]
    seen: set[str] = set()
    for name in [f"topic {t.id}" for t in topics] + [f"duty {d.id}" for t in topics for d in t.duties]:
        if name in seen:
            raise too_many([Problem(show(Path("topics")), 0, 0, f"the {name} is defined twice", "rename one")])
        seen.add(name)
    return Vocabulary(topics, library, sign)


def read_topics_file(file: DataFile) -> tuple[tuple[Topic, ...] | None, list[Problem]]:
    """The topics of a file with all their words; PyYAML is imported only when this is called."""
    from peerethics.reading.topics_file import open_topics

    topics, sheet = open_topics(file.raw, file.shown)
    return topics, sheet.problems


def _read_light(file: DataFile) -> tuple[tuple[Topic, ...] | None, list[Problem]]:
    """The topics without words and asks, which only the search index needs."""
    topics, problems = read_topics_file(file)
    if topics is None:
        return None, problems
    light = [t._replace(duties=tuple(d._replace(words=(), asks=()) for d in t.duties)) for t in topics]
    return tuple(light), problems


def _thaw_topics(rows: list[list[object]]) -> tuple[Topic, ...]:
    from peerethics.library import thaw

    return tuple(thaw.topic(row) for row in rows)
