"""Questions and answers for tests of marking, adding up and keeping: the worked example, and short ways to more."""

from collections.abc import Mapping

from peerethics.history.records import Answer, Mark, Run
from peerethics.quizzing.tally import Done
from peerethics.scenario import Key, Option, Roles, Scenario, Verdict

MO = Key(("mo-13",), ("mo-5", "mo-12"), ("mo-9", "mo-17", "mo-3", "mo-6"))
MS = Key(("ms-13",), ("ms-16", "ms-IV.4"), ("ms-10", "ms-II.12", "ms-12", "ms-5"))
RATINGS: Mapping[str, Mapping[str, int | None]] = {
    "a": {"mo": 0, "ms": 0}, "b": {"mo": 3, "ms": 3}, "c": {"mo": 2, "ms": 1}, "d": {"mo": 1, "ms": 0},
}  # fmt: skip


def question(
    name: str = "gifts-loan-cash", topics: tuple[str, ...] = ("money",), ratings: Mapping = RATINGS, **changes: object
) -> Scenario:
    """The worked example of the scoring model, or one like it."""
    one = Scenario(
        id=name, rev=3, status="draft", author="", title=f"About {name}", setting="", topics=topics, level="apply",
        difficulty="medium", content_notes=(), stem="", prompt="", short_prompt="", hint="",
        options=tuple(Option(i, f"Do {i}.", i, own, "", {}, {}) for i, own in ratings.items()),
        cite={"mo": MO, "ms": MS}, compare=Verdict("partly-differs", "", ()), beyond_code="", discussion=(),
        roles=Roles("", ""),
    )  # fmt: skip
    return one._replace(**changes)


def marked(rating: int | None, citation: float | None = None, justified: bool | None = None, code: str = "mo"):
    """The marks of an answer under one code."""
    return {code: Mark(rating, citation, justified)}


def answer(item: str = "gifts-loan-cash", marks: Mapping[str, Mark] | None = None, **changes: object) -> Answer:
    """An answer; without marks a pass."""
    one = Answer(
        "r1", 1, item, 3, "b" if marks else "", ("mo-13",), 0, False, "practice", "2031-05-01T10:00:00Z", marks or {}
    )
    return one._replace(**changes)


def done(scenario: Scenario, marks: Mapping[str, Mark] | None = None, **changes: object) -> Done:
    """A question with its answer."""
    return Done(scenario, answer(scenario.id, marks, **changes))


def run(name: str = "r1", items: tuple[str, ...] = ("one", "two"), started: str = "2031-05-01T10:00:00Z") -> Run:
    """A quiz that was begun."""
    return Run(name, started, {"items": list(items), "codes": ["mo"], "seed": "x"})


def given_at(position: int, minute: int = 0, **changes: object) -> Answer:
    """The best answer to a question of a run, one of many that differ in place and time."""
    one = answer(f"item-{position}", marked(3, 1.0, True), position=position, at=f"2031-05-01T10:{minute:02}:00Z")
    return one._replace(**changes)
