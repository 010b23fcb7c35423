"""How strongly a provision binds, by the words it uses; derived from the text and never stored."""

import re

#: From the strongest to the weakest, each with the words that show it.
STRENGTHS = (
    ("never", r"never|under any circumstances"),
    ("must", r"must|shall|(?:is|are) required to|requires that|obligated|obligation|have a duty|may (?:only|not)"),
    ("will", r"will(?! strive)|do not|does not|are expected to"),
    ("should", r"should|responsibility"),
    ("strive", r"strive|striv\w+|make every effort|seek to"),
    ("may", r"may(?! (?:only|not))"),
)
_PURPOSE = re.compile(r"\bthat \w+ may\b", re.IGNORECASE)  # "so that individuals may make": an aim and no leave
PLAIN = "plain"  #: a bare verb: "Respect the privacy...", "Provide service..."
_PATTERNS = tuple((name, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for name, words in STRENGTHS)
ORDER = (*(name for name, _ in STRENGTHS), PLAIN)


def strengths(text: str) -> tuple[str, ...]:
    """Every strength that a text uses, the strongest first; (PLAIN,) where it uses none."""
    duties = _PURPOSE.sub("", text)
    return tuple(name for name, pattern in _PATTERNS if pattern.search(duties)) or (PLAIN,)
