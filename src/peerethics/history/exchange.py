"""The history as one JSON text, to move it to another machine or to keep it safe."""

import json
from collections.abc import Mapping
from typing import Any

from peerethics.errors import BAD_DATA, PeerEthicsError
from peerethics.history.records import MODES, Answer, Everything, Mark, Run, Tally

FORMAT = "peerethics/history@1"
LARGEST = 2**31 - 1


def as_json(held: Everything) -> dict[str, object]:
    """All that a history holds as one JSON value."""
    return {
        "format": FORMAT,
        "runs": [run._asdict() for run in held.runs],
        "answers": [
            {**answer._asdict(), "marks": {code: mark._asdict() for code, mark in answer.marks.items()}}
            for answer in held.answers
        ],
        "tallies": [tally._asdict() for tally in held.tallies],
    }


def from_json(text: str, shown: str) -> Everything:
    """What an export holds; one from before hands were counted has no tallies.

    Args:
        text: the export.
        shown: how a message names it.

    Raises:
        PeerEthicsError: it is none, or something in it is not what it should be (exit code 3).
    """
    try:
        raw = json.loads(text)
        if not isinstance(raw, dict) or raw.get("format") != FORMAT:
            raise ValueError(f"it does not say {FORMAT!r}")
        return Everything(
            [_run(one) for one in raw["runs"]],
            [_answer(one) for one in raw["answers"]],
            [_tally(one) for one in raw.get("tallies") or ()],
        )
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        what = f"{shown} is no export of a history: {error}."
        raise PeerEthicsError(what, "Make one with: peerethics progress export FILE", BAD_DATA) from error


def _run(raw: Mapping[str, Any]) -> Run:
    plan = raw["plan"]
    if not isinstance(plan, dict) or not all(isinstance(plan.get(key), list) for key in ("items", "codes")):
        raise ValueError("a run has no plan")
    return Run(_text(raw, "id"), _text(raw, "started"), plan)


def _answer(raw: Mapping[str, Any]) -> Answer:
    mode, sure, cited = _text(raw, "mode"), _number(raw, "sure"), raw["cited"]
    if mode not in MODES or not 0 <= sure <= 3 or not isinstance(raw["hint"], bool):
        raise ValueError("an answer has a value that is none of ours")
    if cited is not None and not (isinstance(cited, list) and all(map(_is_id, cited))):
        raise ValueError("`cited` is no list of provisions")
    return Answer(
        _text(raw, "run"), _number(raw, "position"), _text(raw, "item"), _number(raw, "rev"), _text(raw, "option"),
        None if cited is None else tuple(cited), sure, raw["hint"], mode, _text(raw, "at"),
        {str(code): _mark(mark) for code, mark in raw["marks"].items()},
    )  # fmt: skip


def _tally(raw: Mapping[str, Any]) -> Tally:
    counts = [_number({"counts": count}, "counts") for count in raw["counts"]]
    return Tally(_text(raw, "run"), _number(raw, "position"), _number(raw, "round"), tuple(counts), _text(raw, "at"))


def _mark(raw: Mapping[str, Any]) -> Mark:
    rating, citation, justified = raw["rating"], raw["citation"], raw["justified"]
    if rating not in (None, 0, 1, 2, 3) or isinstance(rating, (bool, float)):
        raise ValueError("a rating is not from 0 to 3")
    if citation is not None and not (isinstance(citation, (int, float)) and 0 <= citation <= 1):
        raise ValueError("a citation score is not from 0 to 1")
    if justified is not None and not isinstance(justified, bool):
        raise ValueError("`justified` is neither true nor false")
    return Mark(rating, None if citation is None else float(citation), justified)


def _is_id(value: object) -> bool:
    """Whether a value can be the id of a provision, which has no space in it."""
    return isinstance(value, str) and value.split() == [value]


def _text(raw: Mapping[str, Any], key: str) -> str:
    if not isinstance(raw[key], str):
        raise TypeError(f"{key!r} is no text")
    raw[key].encode()  # half a character cannot be kept
    return str(raw[key])


def _number(raw: Mapping[str, Any], key: str) -> int:
    if isinstance(raw[key], bool) or not isinstance(raw[key], int) or not 0 <= raw[key] <= LARGEST:
        raise TypeError(f"{key!r} is no whole number that can be kept")
    return int(raw[key])
