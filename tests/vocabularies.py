"""What tests of search ask: the shipped vocabulary, and a small invented one that mechanisms are shown on."""

from collections.abc import Sequence
from functools import cache

from libraries import shipped

from peerethics.library.files import data_files
from peerethics.library.library import Library
from peerethics.library.places import Places, shipped_data
from peerethics.library.vocabulary import Vocabulary, open_vocabulary, read_topics_file
from peerethics.models import Code, Duty, Edition, Kind, Part, Provision, Source, Topic
from peerethics.search.build import build
from peerethics.search.index import Index
from peerethics.search.store import kinds_of_words


@cache
def shipped_topics() -> tuple[Topic, ...]:
    """The shipped topics with all words and questions."""
    (file,) = data_files([shipped_data()], "topics")
    topics, problems = read_topics_file(file)
    assert topics
    assert not problems
    return topics


@cache
def shipped_duties() -> tuple[Duty, ...]:
    return tuple(duty for topic in shipped_topics() for duty in topic.duties)


@cache
def shipped_kinds() -> tuple[Kind, ...]:
    """The shipped kinds of words."""
    return tuple(kinds_of_words(list(data_files([shipped_data()], "kinds"))))


@cache
def shipped_search() -> tuple[Vocabulary, Index]:
    """The shipped vocabulary and the index over it."""
    vocabulary = open_vocabulary(Places((shipped_data(),), None), shipped())
    return vocabulary, Index(build(shipped_duties(), shipped().codes, shipped_kinds()))


def code(name: str, *texts: str, duties: Sequence[Sequence[str]] = ()) -> Code:
    """A code of the provisions 1, 2, ... with these texts, which may name duties."""
    provisions = tuple(
        Provision(f"{name}-{n}", n, (0, 0), text, "", (), (), f"Rule {n}", "", tuple(duties[n - 1]) if duties else ())
        for n, text in enumerate(texts, 1)
    )
    empty = Part(f"{name}-rules", "provisions", "", "", "rule", "", (0, 0), "", "", "{n}.", (), "", "", ())
    return Code(
        name,
        {"xx": "Exland", "yy": "Whyland"}.get(name, name),
        (),
        "nobody",
        Edition("1", ""),
        Source("", "", 0),
        (),
        (),
        (empty._replace(provisions=provisions),),
        f"{name}.yaml",
    )


def duty(name: str, topic: str = "all", **kept: object) -> Duty:
    """A duty whose label and question say nothing but its name."""
    plain = Duty(name, topic, name, f"{name}?", (), (), (), False, (), ())
    return plain._replace(**{key: tuple(value) if isinstance(value, list) else value for key, value in kept.items()})


EXLAND = code(
    "xx",
    "Take no gift that is worth more than a cup of tea.",
    "Keep what you hear to yourself. Tell nobody who was here at the harbour.",
    "Rest when you are tired.",
    "Treat everyone well.",
    "Do not borrow a boat.",
)
WHYLAND = code("yy", "Give every gift back.", "Stay calm in a flood. Call the watch at once.")
DUTIES = (
    duty(
        "gifts",
        "giving",
        states=["xx-1", "yy-1"],
        words=["present", "birthday cake", "home-made jam", "flowers", "card", "wrapped in paper"],
        asks=["She baked a cake for me and I like cake.", "May I keep the flowers that he picked?"],
    ),
    duty(
        "boats",
        "giving",
        states=["xx-5"],
        near=["yy-1"],
        words=["canoe", "rowing", "oar", "row across the lake", "borrow", "ferry", "present owner"],
        asks=["He took my canoe across the lake and lost an oar.", "Can I row with somebody I help?"],
    ),
    duty(
        "secrets",
        "trust",
        states=["xx-2/s1"],
        words=["gossip", "secret", "told me in private", "who was there"],
        asks=["My neighbour asked who was there and what he told me.", "Do I keep a secret from my boss?"],
    ),
    duty("kindness", "trust", covers=["xx-4"], words=["rude", "name-calling", "shouting"], asks=["He shouted at her."]),
    duty("rest", "self", states=["xx-3"], words=["nap", "tired", "burned out"], asks=["I cannot sleep and work on."]),
    duty(
        "flood",
        "peril",
        danger=True,
        states=["yy-2"],
        near=["xx-3"],
        words=["water is rising", "drown", "flood", "sinking"],
        asks=["The water is rising and she will not leave the house.", "He said he wants to drown tonight."],
    ),
)


@cache
def invented() -> tuple[Vocabulary, Index]:
    """Exland and Whyland with six duties."""
    return searchable([EXLAND, WHYLAND], DUTIES)


def searchable(codes: Sequence[Code], duties: Sequence[Duty], kinds: Sequence[Kind] = ()) -> tuple[Vocabulary, Index]:
    """The vocabulary of these codes and duties, and the index over it."""
    names = dict.fromkeys(one.topic for one in duties)
    topics = [Topic(name, name, "", tuple(one for one in duties if one.topic == name)) for name in names]
    return Vocabulary(topics, Library(list(codes))), Index(build(duties, codes, kinds))
