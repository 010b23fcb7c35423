"""Rules over all scenarios together: coverage, evenness, nothing told twice (B, C9, S6, S7, S9)."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from math import sqrt
from statistics import mean

from peerethics.checking.findings import Finding, warning
from peerethics.checking.key_rules import base_of
from peerethics.checking.readability import grade, words
from peerethics.library.library import Library
from peerethics.scenario import Option, Scenario
from peerethics.seeds import shuffled

LEAST_ITEMS = 40  #: fewer scenarios are a worksheet and no bank; only duplicates are looked for
LEAST_KEYED = 2  #: scenarios that have each provision in the key
MOST_OPTION_USES = 3
MOST_SUPERVISOR = 0.6  #: share of keys that send to a supervisor
MOST_ONE_PRONOUN = 0.75
NEAR = 0.6  #: share of word triples in common from which two texts are one text
AVERAGE_GRADE = 8.0  #: school grade; one scenario may be a little harder
CHI_SQUARE = {2: 9.21, 3: 11.34}  #: critical values at p = .01, by degrees of freedom (Pearson)
_ASKS = re.compile(r"\b(supervis\w+|consult\w*|document\w*)\b", re.I)


def broken_rules(
    bank: Sequence[Scenario], library: Library, differences: Collection[str] = ()
) -> Iterator[tuple[str, Finding]]:
    """Everything wrong with scenarios together: the scenario at which to say so ("" for none), and the finding.

    Args:
        bank: the scenarios; retired ones do not count.
        library: the codes that are held.
        differences: ids of the practical differences that should have a scenario.
    """
    live = [one for one in bank if one.status != "retired"]
    yield from _told_twice(live)
    if len(live) < LEAST_ITEMS:
        return
    yield from (("", finding) for finding in _evenness(live))
    yield from (("", finding) for finding in _coverage(live, library))
    covered = {name for one in live for name in one.compare.differences}
    for name in sorted(set(differences) - covered):
        yield "", warning("B5", "", f"no scenario turns on the practical difference {name!r}", "write one")


def _told_twice(bank: Sequence[Scenario]) -> Iterator[tuple[str, Finding]]:
    """Texts that two scenarios share, word for word or nearly so."""
    kinds: tuple[tuple[str, str, Callable[[Scenario], list[str]]], ...] = (
        ("S6", "stem", lambda one: [one.stem]),
        ("B4", "rationale", lambda one: [text for o in one.options for text in o.rationale.values()]),
    )
    for rule, name, texts in kinds:
        for owner, other in near_duplicates([(s.id, text) for s in bank for text in texts(s)]):
            what = f"a {name} of {owner} is nearly {f'that of {other}' if other != owner else f'another {name} of it'}"
            yield owner, warning(rule, "stem" if name == "stem" else "options", what, "tell it anew")
    wrong = Counter(o.text for one in bank for o in one.options if o not in _keys(one))
    for one in bank:
        for option in one.options:
            if option not in _keys(one) and wrong[option.text] > MOST_OPTION_USES:
                what = f"this distractor stands in {wrong[option.text]} scenarios"
                yield one.id, warning("B4", f"option {option.id}", what, "find another")


def near_duplicates(texts: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Pairs of owners whose texts are nearly the same, by the word triples that they share.

    Args:
        texts: (owner, text).
    """
    triples = [{*zip(w, w[1:], w[2:], strict=False)} for w in (words(text) for _, text in texts)]
    where: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for number, own in enumerate(triples):
        shared = Counter(other for triple in own for other in where[triple])
        for other, count in shared.items():
            if own and count / len(own | triples[other]) > NEAR:
                yield texts[number][0], texts[other][0]
                break
        for triple in own:
            where[triple].append(number)


def _keys(one: Scenario) -> list[Option]:
    return [best for best in (one.best(code) for code in one.codes) if best]


def _evenness(bank: Sequence[Scenario]) -> Iterator[Finding]:
    grades = [grade(" ".join([one.stem, *(o.text for o in one.options)])) for one in bank]
    if mean(grades) > AVERAGE_GRADE:
        yield warning("S9", "", f"stems and options read at grade {mean(grades):.1f} on average", "use shorter words")
    for order, options in (("in the files", lambda one: one.options), ("shuffled", _as_shown)):
        for size in (3, 4):
            yield from _positions([one for one in bank if len(one.options) == size], size, order, options)
    longest = [(_is_longest(one), len(one.options)) for one in bank if _keys(one)]
    if longest:
        chance = mean(1 / size for _, size in longest)
        limit = chance + 2 * sqrt(chance * (1 - chance) / len(longest))
        share = mean(is_longest for is_longest, _ in longest)
        if share > limit:
            what = f"the key is the longest option in {share:.0%} of the scenarios"
            yield warning("B2", "", what, f"keep it below {limit:.0%}")
    asks = mean(any(_ASKS.search(o.text) for o in _keys(one)) for one in bank)
    if asks > MOST_SUPERVISOR:
        what = f"{asks:.0%} of the keys send to a supervisor or to the file"
        yield warning("C9", "", what, f"keep it below {MOST_SUPERVISOR:.0%}")
    told = Counter(word for one in bank for word in {"he", "she"} & set(words(one.stem)))
    if told and max(told.values()) > MOST_ONE_PRONOUN * told.total():
        yield warning("S7", "", f"nearly every stem says {told.most_common(1)[0][0]!r}", "tell of others as well")


def _as_shown(one: Scenario) -> Sequence[Option]:
    return shuffled("bank", one.options, lambda option: f"{one.id}/{option.id}")


def _positions(
    bank: Sequence[Scenario], size: int, order: str, options: Callable[[Scenario], Sequence[Option]]
) -> Iterator[Finding]:
    """Whether the key stands in each place about as often as in the others (Pearson's chi-square)."""
    counts = Counter(options(one).index(_keys(one)[0]) for one in bank if _keys(one))
    expected = counts.total() / size
    if expected and sum((counts[n] - expected) ** 2 / expected for n in range(size)) > CHI_SQUARE[size - 1]:
        found = ", ".join(str(counts[n]) for n in range(size))
        yield warning("B1", "", f"the key's place is uneven {order}: {found}", "shuffle the options")


def _is_longest(one: Scenario) -> bool:
    lengths = {option.id: len(option.text.split()) for option in one.options}
    key = _keys(one)[0].id
    return all(lengths[key] > length for option, length in lengths.items() if option != key)


def _coverage(bank: Sequence[Scenario], library: Library) -> Iterator[Finding]:
    keyed = Counter(place for one in bank for place in {base_of(p) for key in one.cite.values() for p in key.key})
    shown = {base_of(p) for one in bank for key in one.cite.values() for p in key.distractors}
    codes = {code for one in bank for code in one.codes}
    for code in library.codes:
        if code.id not in codes:
            continue
        for provision in code.provisions():
            if keyed[provision.id] < LEAST_KEYED:
                seen = "only a distractor" if provision.id in shown and not keyed[provision.id] else (
                    f"in {keyed[provision.id] or 'no'} key")  # fmt: skip
                yield warning("B3", "", f"{provision.id} is {seen}", f"have it in the key of {LEAST_KEYED}")
