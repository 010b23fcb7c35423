"""Measures what a search costs: a query's own work inside the process, and the whole command.

The first table times 50 varied queries, keywords, questions, misspelt words and long stories, with the
shipped codes and with 1,000 invented codes of 100 provisions each, whose texts are random and whose
provisions name duties. The index is built once and not timed; every query opens it anew, as a process
does. A query's time is the median of its rounds; the bars of the project are held against the slowest
query. The second table is the whole command as a ratio to an empty Typer application, taken as in
`startup.py`. This is a benchmark and not a test: it always ends with 0.
"""

import argparse
import gc
import math
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import startup

from peerethics.library.files import data_files
from peerethics.library.library import Library, open_library
from peerethics.library.places import Places, shipped_data
from peerethics.library.vocabulary import Vocabulary, open_vocabulary
from peerethics.models import Code, Edition, Part, Provision, Source
from peerethics.search.answer import search
from peerethics.search.build import build
from peerethics.search.index import Index
from peerethics.search.store import duties_in_full, kinds_of_words

SHIPPED_BAR, MANY_BAR = 5.0, 50.0  # milliseconds
COMMAND_BAR = 1.3  # times an empty Typer application
SEARCH = ("search", "lend", "bus", "fare")

KEYWORDS = """
    venmo; hipaa; gifts; loan; dating a client; drunk; subpoena; maiden name; ceu; burnout; facebook friend request;
    informed consent; least restrictive; suicide; whistleblower; research; lend bus fare; group home; wedding present
"""
QUESTIONS = """
    Can I lend a client money for the bus?; Do I have to report my coworker?; May I tell the mother how her son is?;
    Is it okay to accept a home-made cake from somebody I support?; What do I do when a peer says he wants to die?;
    Can I call myself a counselor?; How much of my own story should I tell?; Do I need permission to record a session?;
    Who decides what the goals are?; May I smoke with the people in my group after work when nobody is there?
"""
SLIPS = """
    confidentialty; supervison requirments; discrimnation becuase of relgion; boundries with former cleints;
    informd consnet; harrasment by a coleague; exploting somebodys trust; sucidal freind; recieve a giftcrad;
    zxqvyt blorfing wumpusly
"""
STORIES = (
    "A man I support told me he has a plan and pills at home, and he made me swear not to tell anybody.",
    "My coworker posted a client photo on instagram and now everybody in town knows where he lives and what he takes.",
    "Her brother is my landlord and now she is on my caseload, and at church we sit in the same row every Sunday.",
    "I relapsed on Saturday and have not slept, and I have three people to see on Monday morning before staff meeting.",
    "He paid me forty dollars for driving him to the hearing although I told him that it is part of my job.",
    "My supervisor wants me to run the trauma group alone, but nobody has ever trained me for that and I am afraid.",
    "He asked me to help him find his own apartment but the team says he should stay in the residential program.",
    "We went for coffee twice after he was discharged and now he texts me good night, and I do not know what to say.",
)
LONG = 3  # stories that are all of these told one after the other


class Figures(NamedTuple):
    """Milliseconds of a set of queries."""

    name: str
    times: Sequence[float]
    bar: float

    def __str__(self) -> str:
        ordered = sorted(self.times)
        late = ordered[math.ceil(0.95 * len(ordered)) - 1]
        verdict = "ok" if ordered[-1] <= self.bar else "over"
        return f"{self.name:38}{statistics.median(ordered):8.2f}{late:8.2f}{ordered[-1]:8.2f}   {self.bar:g} {verdict}"


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure search: queries in the process, and the whole command.")
    parser.add_argument("--rounds", type=int, default=5, help="how often each query runs (5)")
    parser.add_argument("--runs", type=int, default=30, help="how often the whole command runs (30)")
    parser.add_argument("--codes", type=int, default=1000, help="how many codes are invented (1000)")
    parser.add_argument("--seed", type=int, default=1, help="for the invented codes (1)")
    parser.add_argument("--queries", action="store_true", help="also list the slowest queries")
    args = parser.parse_args()
    chance = random.Random(args.seed)
    gc.disable()  # as the program does
    places = Places((shipped_data(),), None)
    shipped = open_vocabulary(places, open_library(places))
    duties = duties_in_full(list(data_files(places.data, "topics")))
    kinds = kinds_of_words(list(data_files(places.data, "kinds")))
    many = Vocabulary(shipped.topics, Library([*shipped.library.codes, *invent(args.codes, shipped, chance)]))
    print(f"{'a query in the process, ms':38}{'median':>8}{'p95':>8}{'max':>8}   bar")
    for name, vocabulary, bar in (
        ("the shipped codes", shipped, SHIPPED_BAR),
        (f"and {args.codes} codes of {PROVISIONS} provisions", many, MANY_BAR),
    ):
        raw = build(duties, vocabulary.library.codes, kinds)
        first = timed(lambda: search("lend bus fare", vocabulary, Index(raw)))  # noqa: B023
        slow = [(median_time(text, vocabulary, raw, args.rounds), text) for text in queries()]
        print(Figures(name, [took for took, _ in slow], bar))
        for took, text in sorted(slow, reverse=True)[: 5 if args.queries else 0]:
            print(f"    {took:8.2f}  {text[:80]}")
        print(f"    (the first query of a process {first:.2f}; index {len(raw) / 1e6:.1f} MB)")
    print(f"({len(queries())} queries, {args.rounds} rounds)\n")
    print("\n".join(whole_command(args.runs, chance)))


def queries() -> list[str]:
    """The queries that are measured."""
    short = [query.strip() for lines in (KEYWORDS, QUESTIONS, SLIPS) for query in " ".join(lines.split()).split(";")]
    told = " ".join(STORIES)
    return [*short, *STORIES, *(f"{told} {STORIES[number]}" for number in range(LONG))]


def timed(work: Callable[[], object]) -> float:
    """Milliseconds that a piece of work takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def median_time(text: str, vocabulary: Vocabulary, raw: bytes, rounds: int) -> float:
    """Milliseconds to open the index and answer, in the median of some rounds."""
    return statistics.median(timed(lambda: search(text, vocabulary, Index(raw))) for _ in range(max(1, rounds)))


PROVISIONS = 100  # of an invented code
WORDS = 40  # of an invented provision


def invent(count: int, shipped: Vocabulary, chance: random.Random) -> list[Code]:
    """Codes whose provisions are random words, half of them the codes' own, in a sentence or two; each names a duty."""
    own = [word for code in shipped.library.codes for one in code.provisions() for word in one.text.split()]
    others = ["".join(chance.choices("abcdefghilmnoprstuw", k=chance.randint(4, 10))) for _ in range(20_000)]
    duties = list(shipped.duties)
    return [_code(f"x{number:04}", own, others, duties, chance) for number in range(count)]


def _code(name: str, own: Sequence[str], others: Sequence[str], duties: Sequence[str], chance: random.Random) -> Code:
    provisions = []
    for number in range(1, PROVISIONS + 1):
        words = [*chance.choices(own, k=WORDS // 2), *chance.choices(others, k=WORDS // 2)]
        chance.shuffle(words)
        if number % 3 == 0:
            words[WORDS // 2] = f"end. {words[WORDS // 2].title()}"
        text = " ".join(words) + "."
        duty = (chance.choice(duties),)
        provisions.append(Provision(f"{name}-{number}", number, (0, 0), text, "", (), (), "", "", duty))
    part = Part(
        f"{name}-rules", "provisions", "", "", "rule", "", (0, 0), "", "", "{n}.", (), "", "", tuple(provisions)
    )
    return Code(name, name, (), "nobody", Edition("", ""), Source("", "", 0), (), (), (part,), "")


def whole_command(rounds: int, order: random.Random) -> list[str]:
    """The table of the whole command against an empty Typer application."""
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder, "empty.py")
        script.write_text(startup.EMPTY_TYPER, encoding="utf-8")
        program = next(c.words for c in startup._commands(script) if c.words[-2:] == ("search", "venmo"))[:-2]
        known = [command for command in startup._commands(script) if command.name in (startup.BARE, startup.TYPER)]
        name = f"peerethics {' '.join(SEARCH)}, piped"
        measured = [*known, startup.Command(name, (*program, *SEARCH), bar=COMMAND_BAR)]
        times = startup.measure(measured, startup.environment(folder), max(1, rounds), order, startup.time_command)
    return startup.table(measured, times)


if __name__ == "__main__":
    sys.exit(main())
