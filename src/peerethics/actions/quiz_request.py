"""What a person asks for who wants a quiz."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from peerethics.scenario import SCENARIO


class Request(NamedTuple):
    """What a person asks for."""

    codes: str = "both"
    topics: Sequence[str] = ()
    provisions: Sequence[str] = ()
    number: int = 0  #: of questions; 0 for the usual
    level: str = ""
    seed: str = ""
    skip: Sequence[str] = ()
    kinds: Sequence[str] = (SCENARIO,)
    exam: bool = False
    present: bool = False  #: whether it is shown to a class
    cite: bool = True
    certainty: bool = False
    resume: bool = False
    review: bool = False  #: whether only the reasons of the last quiz are wanted
    answers: str = ""  #: a file with answers, "-" for standard input, "" for a person
    keep: bool = True  #: whether answers go into the history
    bank: Path | None = None
    data: Sequence[Path] = ()

    def selection(self) -> tuple[str, ...]:
        """The options that give the same questions again, together with the seed."""
        words = ["--code", self.codes] if self.codes != "both" else []
        for option, values in (("--topic", self.topics), ("--provision", self.provisions), ("--skip", self.skip)):
            words += [option, ",".join(values)] if values else []
        words += ["--kind", ",".join(self.kinds)] if tuple(self.kinds) != (SCENARIO,) else []
        words += ["--count", str(self.number)] if self.number else []
        words += ["--level", self.level] if self.level else []
        words += ["--bank", str(self.bank)] if self.bank else []
        return (*words, *(word for folder in self.data for word in ("--data", str(folder))))
