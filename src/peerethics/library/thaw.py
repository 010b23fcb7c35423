"""Turns cached JSON back into values; the reverse of `json.dumps` on named tuples."""

from collections.abc import Sequence
from typing import Any

from peerethics.models import (
    Code,
    Crosswalk,
    Difference,
    Duty,
    Edition,
    Item,
    Pair,
    Part,
    Provision,
    Sic,
    Source,
    Topic,
    Unmatched,
)
from peerethics.scenario import Cite, Key, Option, Review, Roles, Scenario, Verdict

Row = Sequence[Any]


def code(row: Row) -> Code:
    """A Code from its cached row."""
    raw = Code(*row)
    return raw._replace(
        aliases=tuple(raw.aliases),
        edition=Edition(*raw.edition),
        source=Source(*raw.source),
        workers=tuple(raw.workers),
        served=tuple(raw.served),
        parts=tuple(_part(p) for p in raw.parts),
    )


def _part(row: Row) -> Part:
    raw = Part(*row)
    return raw._replace(
        lines=_pair(raw.lines), sic=_sics(raw.sic), provisions=tuple(_provision(p) for p in raw.provisions)
    )


def _provision(row: Row) -> Provision:
    raw = Provision(*row)
    return raw._replace(
        lines=_pair(raw.lines),
        items=tuple(Item(*i) for i in raw.items),
        sic=_sics(raw.sic),
        duties=tuple(raw.duties),
    )


def _pair(row: Row) -> tuple[int, int]:
    return (row[0], row[1])


def _sics(rows: Row) -> tuple[Sic, ...]:
    return tuple(Sic(*s) for s in rows)


def topic(row: Row) -> Topic:
    """A Topic from its cached row."""
    raw = Topic(*row)
    return raw._replace(duties=tuple(_duty(duty) for duty in raw.duties))


def _duty(row: Row) -> Duty:
    raw = Duty(*row)
    return raw._replace(
        states=tuple(raw.states),
        covers=tuple(raw.covers),
        near=tuple(raw.near),
        words=tuple(raw.words),
        asks=tuple(raw.asks),
    )


def crosswalk(row: Row) -> Crosswalk:
    """A Crosswalk from its cached row."""
    raw = Crosswalk(*row)
    return raw._replace(
        pairs=tuple(Pair(*p[:5], (p[5][0], p[5][1])) for p in raw.pairs),
        unmatched=tuple(Unmatched(*u) for u in raw.unmatched),
        differences=tuple(_difference(d) for d in raw.differences),
    )


def _difference(row: Row) -> Difference:
    raw = Difference(*row)
    return raw._replace(
        cites=tuple((code, tuple(places)) for code, places in raw.cites),
        near=tuple((code, tuple(places)) for code, places in raw.near),
        says=tuple((code, said) for code, said in raw.says),
    )


def scenario(row: Row) -> Scenario:
    """A Scenario from its cached row."""
    raw = Scenario(*row)
    return raw._replace(
        topics=tuple(raw.topics),
        content_notes=tuple(raw.content_notes),
        options=tuple(_option(one) for one in raw.options),
        cite={code: Key(*(tuple(places) for places in lists)) for code, lists in raw.cite.items()},
        compare=Verdict(raw.compare[0], raw.compare[1], tuple(raw.compare[2])),
        discussion=tuple(raw.discussion),
        roles=Roles(*raw.roles),
        reviews=tuple(Review(*one) for one in raw.reviews),
        panel={code: {name: tuple(given) for name, given in own.items()} for code, own in raw.panel.items()},
    )


def _option(row: Row) -> Option:
    raw = Option(*row)
    return raw._replace(cites={code: tuple(Cite(*cite) for cite in cites) for code, cites in raw.cites.items()})
