"""Which writer a file's ending asks for, and which extra package that writer needs."""

import importlib
from collections.abc import Callable
from pathlib import Path

from peerethics.errors import WRONG_USAGE, PeerEthicsError
from peerethics.handouts.document import Document
from peerethics.text import sentence_list

#: Ending -> the module of `peerethics.handouts` that writes it, and the extra that it needs.
WRITERS = {
    ".html": ("as_html", ""),
    ".docx": ("as_docx", "docx"),
    ".pdf": ("as_typst", "pdf"),
    ".md": ("as_markdown", ""),
}


def writer(file: Path) -> Callable[[Document], bytes]:
    """What turns a document into the contents of such a file.

    Raises:
        PeerEthicsError: nothing writes this ending, or the package for it is not installed (exit code 2).
    """
    name, extra = WRITERS.get(file.suffix.lower(), ("", ""))
    if not name:
        known = sentence_list(list(WRITERS), "or")
        raise PeerEthicsError(f"{file.name!r} does not say which format it is.", f"End it in {known}.", WRONG_USAGE)
    try:
        found = importlib.import_module(f"peerethics.handouts.{name}")
    except ImportError as error:
        if not extra:
            raise
        raise PeerEthicsError(
            f"To write {file.suffix.lower()} files, one more package is needed ({error.name}).",
            f"Install it: pip install 'peerethics[{extra}]'. Without it: .html or .md",
            WRONG_USAGE,
        ) from error
    write: Callable[[Document], bytes] = found.write
    return write
