"""Options that several commands share, and what they open."""

from pathlib import Path
from typing import Annotated

import typer

Json = Annotated[bool, typer.Option("--json", help="For programs: JSON, the same at any width.")]
Plain = Annotated[bool, typer.Option("--plain", help="Linear text without colour, boxes or symbols.")]
Markdown = Annotated[bool, typer.Option("--markdown", help="Markdown, for pasting into notes.")]
NoPager = Annotated[bool, typer.Option("--no-pager", help="Never open a pager for long output.")]
Data = Annotated[
    list[Path] | None,
    typer.Option("--data", metavar="DIR", help="Also read the YAML files in this folder (or PEERETHICS_DATA)."),
]
