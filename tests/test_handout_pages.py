"""Pages as they leave the printer: US Letter, each with its whole foot, nothing cut, no option torn from its stem."""

import re
import subprocess
from itertools import pairwise
from pathlib import Path

import papers
import pytest
from papers import CHROMIUM, OFFICE, bare, file_of, pdf_text

from peerethics.handouts.document import Document
from peerethics.handouts.facilitator import facilitator
from peerethics.handouts.key import key
from peerethics.handouts.sheet import sheet

PRINTED = (".html", ".docx", ".pdf")
ITEMS = 8


@pytest.fixture(scope="module")
def shipped():
    scenarios, library = papers.shipped()
    return scenarios[-ITEMS:], library


def printed(document: Document, ending: str, folder: Path) -> bytes:
    """The document as a PDF: from a browser, from an office program, or as it is."""
    raw = file_of(document, ending)
    if ending == ".pdf":
        return raw
    file = folder / f"page{ending}"
    file.write_bytes(raw)
    if ending == ".html":
        if not CHROMIUM:
            pytest.skip("no Chromium is installed")
        options = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
        command = [CHROMIUM, *options, f"--user-data-dir={folder / 'user'}", "--no-pdf-header-footer",
                   f"--print-to-pdf={folder / 'page.pdf'}", str(file)]  # fmt: skip
    else:
        if not OFFICE:
            pytest.skip("no LibreOffice is installed")
        profile = f"-env:UserInstallation={(folder / 'user').as_uri()}"
        command = [OFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(file)]
    subprocess.run(command, capture_output=True, timeout=120, check=True)
    return (folder / "page.pdf").read_bytes()


def pages(raw: bytes) -> list[str]:
    return [bare(text) for text in pdf_text(raw).split("\f")[:-1]]


@pytest.mark.parametrize("ending", PRINTED)
@pytest.mark.parametrize("large", [False, True])
def test_every_item_stands_whole_on_one_page(ending, large, shipped, tmp_path):
    scenarios, library = shipped
    handed = papers.hand(scenarios, library, large=large)
    found = pages(printed(sheet(handed), ending, tmp_path))
    for number, question in enumerate(handed.questions, 1):
        one = question.scenario
        pieces = [f"{number}. {one.setting}", one.stem, one.prompt, *(option.text for option in one.options)]
        whole = [n for n, text in enumerate(found) if all(bare(piece) in text for piece in pieces)]
        assert len(whole) == 1, one.id
    assert len(found) <= (2 * ITEMS if large else ITEMS // 2 + 2)


@pytest.mark.parametrize("ending", PRINTED)
@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("what", [sheet, key, lambda handed: facilitator([handed])], ids=["sheet", "key", "trainer"])
def test_every_page_is_letter_and_has_its_whole_foot_inside_of_it(ending, large, what, shipped, tmp_path):
    scenarios, library = shipped
    handed = papers.hand(scenarios, library, "A", large)._replace(seed="a seed of several words, longer than most " * 2)
    document = what(handed)
    raw = printed(document, ending, tmp_path)
    found = pages(raw)
    for number, text in enumerate(found, 1):
        for line in document.page_footer:
            assert bare(line) in text, f"page {number}"
        assert re.search(rf"{number}/{len(found)}|Page{number}(?!\d)", text), f"page {number} has no number"
    boxes = pdf_text(raw, "-bbox")
    assert set(re.findall(r'<page width="([\d.]+)" height="([\d.]+)"', boxes)) == {("612.000000", "792.000000")}
    words = [
        tuple(map(float, one))
        for one in re.findall(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)"', boxes)
    ]
    assert len(words) > 200
    assert min(word[0] for word in words) >= 40
    assert max(word[2] for word in words) <= 612 - 40
    assert max(word[3] for word in words) <= 792 - 10


def test_no_page_needs_colour_or_anything_from_elsewhere(shipped):
    scenarios, library = shipped
    page = file_of(key(papers.hand(scenarios, library)), ".html").decode("utf-8")
    assert page.startswith('<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">')
    assert set(re.findall(r"#[0-9a-f]{3,6}\b", page)) == {"#000", "#fff"}
    assert not re.search(r"url\(|@import|<script|<link|<img|https?:", page)
    levels = [int(level) for level in re.findall(r"<h([1-6])", page)]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("ending", [".html", ".docx", ".pdf"])
def test_large_print_is_large_everywhere_and_nothing_is_slanted(ending, shipped, tmp_path):
    scenarios, library = shipped
    raw = printed(key(papers.hand(scenarios[:3], library, large=True)), ending, tmp_path)
    heights = re.findall(r'<word [^>]*yMin="(.*?)"[^>]*yMax="(.*?)"', pdf_text(raw, "-bbox"))
    assert min(float(bottom) - float(top) for top, bottom in heights) >= 15, "a font of 18 points is at least that high"
    fonts = re.findall(rb"/BaseFont\s*/([^\s/]+)", raw)
    assert not [font for font in fonts if b"Italic" in font or b"Oblique" in font]
