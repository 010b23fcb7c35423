"""The form that an answer is wanted in."""

from typing import NamedTuple


class Form(NamedTuple):
    """How to give an answer: as a page unless one of the others is set."""

    as_json: bool = False
    plain: bool = False
    markdown: bool = False
    paged: bool = True
