"""Skeletons of data files: every key with a remark, empty where a person must write."""

import re

from peerethics.errors import WRONG_USAGE, PeerEthicsError
from peerethics.scenario import CONTENT_NOTES

_OPTION = """\
  - id: {id}                     # names the act, never its worth; answers are kept by it
    text: ""                  # as long as the others, in the same form, with a period
    short: ""                 # at most 75 characters
    rating: {{mo: {rating}, ms: {rating}}}     # 3 best (one option), 2 acceptable, 1 poor, 0 against the code's words
    misconception: {misconception}        # the idea that makes it tempting; null for the best option
    rationale:                # what decides, in the code's own words, and what to do next
      mo: ""
      ms: ""
    cites:                    # explicit: the words say it; inferred: a trainer reads it so
      mo: [{{id: "", basis: explicit}}]
      ms: [{{id: "", basis: explicit}}]
"""
_SCENARIO = """\
format: peerethics/scenario@1
id: {id}
rev: 1                        # raise it with every change of meaning
status: draft                 # draft | in-review | reviewed | retired; only a person's name makes it reviewed
author: ""
title: ""                     # must not give the answer away
setting: ""                   # place and moment
topics: [""]                  # the main one first; see: peerethics topics
level: apply                  # recall | apply | judge
difficulty: medium            # easy | medium | hard
content_notes: []             # {notes}
stem: ""                      # 15 to 120 words, to "you", grade 8: a place, a moment, something said
prompt: ""                    # a question with "should" or "best"
short_prompt: ""              # stem and prompt for a projector, at most 120 characters
hint: ""                      # a way of looking, not the option
options:                      # 3 or 4; the order here is not the order shown
{options}\
cite:                         # which provisions the best response rests on
  mo: {{key: [""], accept: [], distractors: ["", "", ""]}}
  ms: {{key: [""], accept: [], distractors: ["", "", ""]}}
compare:
  verdict: same               # same | partly-differs | differs | mo-silent | ms-silent; silence is never permission
  note: ""
  differences: []             # practical differences that it turns on; see: peerethics compare
beyond_code: null             # what law or agency policy may add
discussion: [""]              # questions that a class will argue about
roles:                        # two cards for role play: a want and a feeling
  person: ""
  specialist: ""
"""


def skeleton(what: str, name: str) -> str:
    """The skeleton of a scenario.

    Args:
        what: "scenario".
        name: its id.

    Raises:
        PeerEthicsError: the id cannot be one (exit code 2).
    """
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]{1,38}[a-z0-9]", name):
        raise PeerEthicsError(
            f"{name!r} cannot be the id of a {what}.",
            "Write it like 'loans-bus-fare', 3 to 40 characters.",
            WRONG_USAGE,
        )
    ratings = (("first", 2, '""'), ("second", 3, "null"), ("third", 1, '""'))
    options = "".join(_OPTION.format(id=own, rating=rating, misconception=why) for own, rating, why in ratings)
    return _SCENARIO.format(id=name, options=options, notes=", ".join(CONTENT_NOTES))
