"""Rules for the keys of a scenario: ratings, citations, verdict and review hold together (K, R, V).

The ids are those of the item-writing checklist that this project follows; K is for ratings, R for rationales
and citations, V for validity.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from peerethics.checking.findings import Finding, warning
from peerethics.library.crosswalks import base, fingerprint
from peerethics.library.library import Library
from peerethics.models import Difference
from peerethics.scenario import BEST, Key, Option, Scenario

LEAST_AGREEMENT = 0.6  # share of a panel that must give the same rating
MOST_KEYS = 3


def broken_rules(one: Scenario, library: Library, differences: Mapping[str, Difference]) -> Iterator[Finding]:
    """Everything in a scenario's keys that does not hold.

    Args:
        one: the scenario.
        library: the codes that are held.
        differences: practical differences by id; empty to leave them unchecked.
    """
    codes = tuple(dict.fromkeys([*one.cite, *(code for option in one.options for code in option.rating)]))
    if not codes:
        yield Finding("K1", "options", "no option is rated for any code", "write {mo: 3, ms: 3} under `rating`")
    yield from _codes_missing(one, codes, library)
    for code in codes:
        yield from _ratings(one, code)
        if code in one.cite:
            yield from _key(one.cite[code], code)
    yield from _panel(one)
    for option in one.options:
        yield from _rests_on(option, codes, library)
    yield from _places(one, library)
    yield from _verdict(one, codes, differences)
    yield from _review(one, library)


def _codes_missing(one: Scenario, codes: tuple[str, ...], library: Library) -> Iterator[Finding]:
    for code in codes:
        if library.code(code) is None:
            yield Finding("R2", "cite", f"no code {code!r} is held", "correct the id; see: peerethics codes")
        if code not in one.cite:
            yield Finding("R2", "cite", f"`cite` has no key for {code}", "add it")
    for option in one.options:
        for name, by_code in (("rating", option.rating), ("rationale", option.rationale), ("cites", option.cites)):
            for code in codes:
                if code not in by_code:
                    rule = "R1" if name == "rationale" else "R2" if name == "cites" else "K1"
                    yield Finding(rule, f"option {option.id}", f"option {option.id} has no {name} for {code}", "add it")


def _ratings(one: Scenario, code: str) -> Iterator[Finding]:
    ratings = [option.rating.get(code) for option in one.options]
    best = ratings.count(BEST)
    if best != 1:
        what = f"{best or 'no'} options are rated 3 for {code}"
        yield Finding("K1", "options", what, "rate exactly one option 3, the best")
    scored = [rating for rating in ratings if rating is not None]
    if scored and (len(set(scored)) == 1 or min(scored) > 1):
        what = f"no option is rated 0 or 1 for {code}" if min(scored) > 1 else f"all options are rated alike for {code}"
        yield Finding("K3", "options", what, "a question needs an answer that is poor")
    for option in one.options:
        rests = option.cites.get(code, ())
        if option.rating.get(code) == 0 and not any(cite.basis == "explicit" for cite in rests):
            yield warning("R6", f"option {option.id}", f"option {option.id} breaks {code}, but nothing is explicit",
                          "name the provision whose words say so, or rate it 1")  # fmt: skip


def _panel(one: Scenario) -> Iterator[Finding]:
    for code, by_option in one.panel.items():
        for name, given in by_option.items():
            option = one.option(name)
            if option is None or code not in option.rating:
                yield Finding("K4", "panel", f"the panel rates {name} for {code}, but it has no rating", "correct it")
                continue
            rating = option.rating[code]
            mode, votes = Counter(given).most_common(1)[0] if given else (None, 0)
            if not given or votes / len(given) < LEAST_AGREEMENT:
                if rating is not None:
                    what = f"the panel does not agree on {name} for {code}"
                    yield warning(
                        "K4", "panel", what, "talk it over, or rate it null, which is discussed and not scored"
                    )
            elif mode != rating:
                what = f"the panel rates {name} {mode} for {code}; its rating is {'null' if rating is None else rating}"
                yield warning("K4", "panel", what, "change the rating, or say in its rationale why not")


def _key(key: Key, code: str) -> Iterator[Finding]:
    for place, count in Counter(key.all).items():
        if count > 1:
            yield Finding("R3", "cite", f"{place} stands {count} times in the lists of {code}", "keep it in one")
    if not 1 <= len(key.key) <= MOST_KEYS:
        yield Finding("R4", "cite", f"{len(key.key) or 'no'} key provisions for {code}", f"name 1 to {MOST_KEYS}")
    if len(key.distractors) < len(key.key) + 2:
        what = f"{len(key.distractors)} distractors beside {len(key.key)} key provisions for {code}"
        yield warning("R4", "cite", what, "name two more distractors than keys")
    for place in key.all:
        if not place.startswith(f"{code}-"):
            yield Finding("R2", "cite", f"{place} stands under {code}", "move it to its own code")


def _rests_on(option: Option, codes: tuple[str, ...], library: Library) -> Iterator[Finding]:
    where = f"option {option.id}"
    for code in codes:
        cites = option.cites.get(code, ())
        if code in option.cites and not cites:
            yield Finding("R2", where, f"option {option.id} cites nothing for {code}", "name the provision it rests on")
        for cite in cites:
            if not cite.id.startswith(f"{code}-"):
                yield Finding("R2", where, f"{cite.id} stands under {code}", "move it to its own code")
        held = library.code(code)
        if held:
            named = _named_in(option.rationale.get(code, ""), held.name, code)
            own = {cite.id for cite in cites}
            whole = {base_of(place) for place in own}  # a rationale may name the provision of an item, or the reverse
            for place in sorted(place for place in named - own - whole if base_of(place) not in own):
                what = f"the rationale for {code} names {place}, which is not among its `cites`"
                yield Finding("R5", where, what, "add it there, or leave it out of the rationale")


def _named_in(text: str, name: str, code: str) -> set[str]:
    """Ids of the provisions that a text names: "Missouri 13", "Mississippi IV.5 and IV.6"."""
    number = r"(?:[IVX]+\.)?\d+(?:\.[a-z](?![a-z]))?"
    found: set[str] = set()
    for run in re.finditer(rf"\b{re.escape(name)} ({number}(?:(?:,| and| or|, and) {number})*)", text):
        found.update(f"{code}-{place}" for place in re.findall(number, run[1]))
    return found


def base_of(place: str) -> str:
    """The provision of a lettered item: "ms-IV.2" for "ms-IV.2.d"."""
    return re.sub(r"\.[a-z]$", "", base(place))


def _places(one: Scenario, library: Library) -> Iterator[Finding]:
    for place in one.cited():
        entry = library.entry(place)
        if library.code(place.partition("-")[0]) and (entry is None or entry.provision is None):
            yield Finding("R2", "cite", f"{place} is no provision", "correct the id; see: peerethics show")


def _verdict(one: Scenario, codes: tuple[str, ...], differences: Mapping[str, Difference]) -> Iterator[Finding]:
    alike = all(len({option.rating.get(code) for code in codes}) == 1 for option in one.options)
    verdict = one.compare.verdict
    if verdict.endswith("-silent") and verdict.removesuffix("-silent") not in codes:
        yield Finding("R7", "compare", f"{verdict!r} names no code of this scenario", f"use one of {', '.join(codes)}")
    if verdict == "same" and not alike:
        yield warning("R7", "compare", "the verdict is `same`, but the ratings differ", "change one of them")
    if verdict == "differs" and alike:
        yield warning("R7", "compare", "the verdict is `differs`, but the ratings are the same", "change one of them")
    for name in one.compare.differences if differences else ():
        if name not in differences:
            yield Finding(
                "R9", "compare", f"there is no practical difference {name!r}", "see: peerethics compare --json"
            )
            continue
        silent = {f"{code}-silent" for code, places in differences[name].cites if not places}
        if verdict == "same" or (silent and verdict.endswith("-silent") and verdict not in silent):
            yield Finding("R9", "compare", f"the verdict {verdict!r} contradicts the difference {name!r}",
                          "the crosswalk says where a code is silent")  # fmt: skip


def _review(one: Scenario, library: Library) -> Iterator[Finding]:
    if one.status != "reviewed":
        return
    if not any(review.verdict == "approve" and review.by != one.author for review in one.reviews):
        yield Finding("V1", "status", "reviewed, but nobody other than its author approved it", "set it to in-review")
    for code in one.cite:
        now = cited_fingerprint(one, code, library)
        if one.text_checked.get(code) != now:
            yield Finding("V1", "status", f"the words of {code} that it cites are not those that were reviewed",
                          f"review it again, then write {now} under `text_checked`")  # fmt: skip


def cited_fingerprint(one: Scenario, code: str, library: Library) -> str:
    """The mark of all words of a code that a scenario cites."""
    cited = sorted(place for place in one.cited() if place.startswith(f"{code}-"))
    entries = [library.entry(place) for place in cited]
    return fingerprint(" ".join(entry.text for entry in entries if entry))
