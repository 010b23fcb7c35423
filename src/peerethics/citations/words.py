"""The words and marks that citations are written with, beside the names of codes."""

UNITS = {
    "principle": "principle", "principles": "principle", "princ": "principle", "prin": "principle",
    "pr": "principle", "p": "principle", "pp": "principle",
    "section": "section", "sections": "section", "sec": "section", "sect": "section", "\u00a7": "section",
    "article": "article", "articles": "article", "art": "article", "chapter": "chapter", "ch": "chapter",
    "part": "part", "parts": "part", "standard": "standard", "standards": "standard", "rule": "rule",
    "provision": "number", "provisions": "number", "prov": "number", "item": "number", "items": "number",
    "number": "number", "numbers": "number", "num": "number", "no": "number", "nos": "number", "nr": "number",
    "#": "number", "paragraph": "number", "para": "number", "clause": "number", "point": "number",
    "letter": "number", "lit": "number",
}  # fmt: skip
INNER = {word for word, unit in UNITS.items() if unit == "number"}  # may stand between part and number
LISTING = {",", ";", "and", "&", "+", "plus"}
TO = {"-", "to", "through", "thru", "until"}
BEFORE_CODE = {"of", "the", "in", "from", "under"}
AFTER_CODE = {
    "code", "codes", "of", "ethics", "peer", "support", "specialist", "specialists", "certification",
    "professional", "professionals", "state", "dmh", "the",
}  # fmt: skip
AFTER_CODE_MARKS = {":", "-", ".", ",", "_", "/", "(", ")", "[", "]"}
INNER_MARKS = {".", "-", ":", "(", "/", "_"}
LETTER_MARKS = {".", "-", ":", "/"}
SENTENCE_MARKS = {"/", ",", ".", "("}
SENTENCE = {"s", "sentence"}
OPENING = {"(", "["}
CLOSING = {")", "]", "."}


def is_reserved(word: str) -> bool:
    """Whether a word has its own meaning in citations, so that no code can be called so."""
    known = (UNITS, LISTING, TO, SENTENCE, AFTER_CODE)
    return len(word) == 1 or any(word in words for words in known)
