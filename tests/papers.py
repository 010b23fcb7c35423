"""Handouts made from scenarios, and the words that people and programs find in the finished files."""

import re
import shutil
import subprocess
import unicodedata
import zipfile
from collections.abc import Sequence
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import pytest

from peerethics.handouts.common import Handed
from peerethics.handouts.document import Document
from peerethics.handouts.formats import WRITERS, writer
from peerethics.library.bank import open_bank
from peerethics.library.library import Library, open_library
from peerethics.library.places import Places, shipped_data
from peerethics.quizzing.question import put
from peerethics.scenario import Scenario

FORMATS = tuple(WRITERS)
PDFTOTEXT = shutil.which("pdftotext")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
_NEEDS = {".docx": "docx", ".pdf": "typst"}
_UNSEEN = re.compile("[\\s\u200b\u200e\u200f\u202a-\u202e]")


def shipped() -> tuple[list[Scenario], Library]:
    """Every scenario that we ship, and the codes."""
    places = Places((shipped_data(),), None)
    bank = open_bank(places)
    scenarios = [bank.scenario(one.id) for one in bank.live()]
    return [one for one in scenarios if one], open_library(places)


def hand(scenarios: Sequence[Scenario], library: Library, version: str = "", large: bool = False) -> Handed:
    """These scenarios as they are handed out under both codes with the seed "s"."""
    codes = tuple(library.codes)[:2]
    seed = f"s/{version}" if version else "s"
    questions = tuple(put(one, [code.id for code in codes], seed) for one in scenarios)
    return Handed(questions, codes, library, "s", version, large)


def file_of(document: Document, ending: str) -> bytes:
    """The finished file; the test is skipped where this machine cannot make it or read it."""
    if ending in _NEEDS:
        pytest.importorskip(_NEEDS[ending], reason=f"the extra for {ending} is not installed")
    if ending == ".pdf" and not PDFTOTEXT:
        pytest.skip("pdftotext is not installed")
    return writer(Path(f"x{ending}"))(document)


def text_of(raw: bytes, ending: str) -> str:
    """What a person reads in a finished file, footers included."""
    return {".html": _html, ".docx": _docx, ".pdf": pdf_text, ".md": _markdown}[ending](raw)


def everything_in(raw: bytes, ending: str) -> str:
    """What a program finds in a finished file: also attributes, styles, names of parts and what is told of the file."""
    if ending == ".docx":
        with zipfile.ZipFile(BytesIO(raw)) as packed:
            raw = b"\n".join(packed.read(name) for name in packed.namelist())
    return raw.decode("utf-8", "replace") + text_of_pdf_info(raw, ending)


def text_of_pdf_info(raw: bytes, ending: str) -> str:
    """The words of a PDF, which are packed in its bytes; nothing for other formats."""
    return pdf_text(raw) if ending == ".pdf" else ""


def bare(text: str) -> str:
    """Text without white space, ligatures and marks that nobody sees, to be found however lines were broken."""
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", text))


def pdf_text(raw: bytes, *options: str) -> str:
    """What pdftotext finds in a PDF; pages end with a form feed."""
    if not PDFTOTEXT:
        pytest.skip("pdftotext is not installed")
    done = subprocess.run(
        [PDFTOTEXT, *options, "-raw", "-", "-"], input=raw, capture_output=True, timeout=60, check=True
    )
    return done.stdout.decode("utf-8")


class _Words(HTMLParser):
    """The words of a page, those in its style sheet as well, since the foot of a page stands there."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"</{tag}> at {self.getpos()}"
        if tag in ("h1", "h2", "h3", "p", "li", "td", "th", "tr"):
            self.found.append("\n")

    def handle_data(self, data: str) -> None:
        if self.open[-1:] == ["style"]:
            data = re.sub(r"\\([0-9a-f]+) ", lambda code: chr(int(code[1], 16)), data)
        self.found.append(data)


def _html(raw: bytes) -> str:
    words = _Words()
    words.feed(raw.decode("utf-8"))
    words.close()
    assert words.open == []
    return "".join(words.found)


def _docx(raw: bytes) -> str:
    import docx

    word = docx.Document(BytesIO(raw))
    inside = ["".join(node.text or "" for node in one.iter() if node.tag.endswith("}t")) for one in _paragraphs(word)]
    return "\n".join([*inside, *(one.text for one in word.sections[0].footer.paragraphs)])


def _paragraphs(word: object) -> list:
    return [one for one in word.element.body.iter() if one.tag.endswith("}p")]


def _markdown(raw: bytes) -> str:
    return re.sub(r"\\([^\w\s])", r"\1", re.sub(r"(?<!\\)\*+|^> ?|^- (\[ \] )?", "", raw.decode("utf-8"), flags=re.M))
