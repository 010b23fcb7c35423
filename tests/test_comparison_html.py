"""The page to hand out is one well-formed file that needs nothing else, runs nothing, and prints whole."""

import re
import shutil
import subprocess
import unicodedata
from html.parser import HTMLParser
from pathlib import Path

import pytest
from lands import HOSTILE, LANDS, changed, crosswalks_in, hostile, shipped_crosswalk, vocabulary_in

from peerethics.citations.printed import citation
from peerethics.comparing.compare import compared, crosswalk_of
from peerethics.library.crosswalks import Crosswalks
from peerethics.library.places import shipped_data
from peerethics.text import without_emphasis
from peerethics.views.comparison import relation
from peerethics.views.comparison_html import page
from peerethics.views.finding import SILENCE

VOID = {"meta", "br"}
TAGS = {
    "html", "head", "meta", "title", "style", "body", "nav", "a", "h1", "h2", "h3", "p", "div", "section", "span", "em",
    "br", "del", "ins", "table", "thead", "tbody", "tr", "th", "td", "footer",
}  # fmt: skip
ATTRIBUTES = {"lang", "charset", "name", "content", "class", "id", "href", "scope"}
BLOCKS = ("h1", "h2", "h3", "p", "th", "td")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
PDFTOTEXT = shutil.which("pdftotext")


class Page(HTMLParser):
    """What a browser finds in a page; any tag that is not closed where it should be is an error."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.blocks: list[str] = []
        self.style = ""
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag in BLOCKS:
            assert not set(self.open) & {"h1", "h2", "h3", "p", "td"}, f"{tag} inside {self.open}"
            self.blocks.append("")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"</{tag}> at {self.getpos()}"

    def handle_data(self, data: str) -> None:
        if "style" in self.open:
            self.style += data
        elif set(self.open) & set(BLOCKS):
            self.blocks[-1] += data
        elif "a" not in self.open and "title" not in self.open:
            assert not data.strip(), f"text outside of any block: {data!r}"

    @property
    def text(self) -> str:
        return "\n".join(" ".join(text.split()) for text in self.blocks)


def html_of(folder: Path, walks: Crosswalks | None = None) -> str:
    vocabulary = vocabulary_in(folder)
    walk = crosswalk_of(vocabulary, crosswalks_in(folder) if walks is None else walks, *vocabulary.library.codes)
    return page(walk, compared(walk.pairs, vocabulary.library), vocabulary)


@pytest.fixture(scope="module")
def shipped_page() -> str:
    return html_of(shipped_data())


@pytest.fixture(scope="module")
def hostile_page(tmp_path_factory: pytest.TempPathFactory) -> str:
    return html_of(hostile(tmp_path_factory.mktemp("hostile")))


@pytest.fixture(params=["shipped", "invented", "hostile", "not judged", "nothing in common"])
def html(request: pytest.FixtureRequest, shipped_page: str, hostile_page: str, tmp_path: Path) -> str:
    made = {"shipped": lambda: shipped_page, "hostile": lambda: hostile_page, "invented": lambda: html_of(LANDS)}
    made["not judged"] = lambda: html_of(LANDS, Crosswalks([]))
    empty = ("topics.yaml", "states: [aa-1, bb-1, bb-5]", "near: [aa-1]"), ("topics.yaml", "[aa-2/s1, bb-2]", "[bb-2]")
    made["nothing in common"] = lambda: html_of(changed(tmp_path, *empty), Crosswalks([]))
    return made[request.param]()


def test_it_is_well_formed_and_uses_only_plain_elements(html: str) -> None:
    assert html.startswith('<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">')
    found = Page(html)
    assert found.tags <= TAGS
    assert {name for name, _ in found.attributes} <= ATTRIBUTES


def test_it_needs_nothing_from_elsewhere_and_runs_nothing(html: str) -> None:
    found = Page(html)
    links = [value for name, value in found.attributes if name == "href"]
    ids = [value for name, value in found.attributes if name == "id"]
    assert links
    assert {link.removeprefix("#") for link in links} <= set(ids)
    assert len(ids) == len(set(ids))
    assert "url(" not in found.style
    assert "@import" not in found.style
    assert "script" not in found.tags


def test_hostile_words_are_shown_and_become_nothing_else(hostile_page: str) -> None:
    found = Page(hostile_page)
    assert found.tags <= TAGS
    shown = " ".join(HOSTILE.split())
    said = {
        "name": f"Aland and {shown}: two codes of ethics side by side", "rationale": f"Why{shown}",
        "title": shown, "acts": f"So{shown}", "example": f"Example{shown}", "topic": shown, "note": shown,
    }  # fmt: skip
    for where, text in said.items():
        assert text in found.text, where
    assert hostile_page.count("<script") == 0


def test_every_pair_has_both_texts_whole_its_relation_and_its_reason(shipped_page: str) -> None:
    text = re.sub(r"\[-|-\]|\{\+|\+\}", "", Page(shipped_page).text)
    vocabulary = vocabulary_in(shipped_data())
    pairs = compared(shipped_crosswalk().pairs, vocabulary.library)
    assert len(pairs) == 61
    for one in pairs:
        for entry in (one.left, one.right):
            assert f"\n{citation(entry)}\n{without_emphasis(entry.text)}\n" in text
        assert f"Relation{relation(one)} Why{one.pair.rationale}" in text


def test_what_only_one_text_has_is_marked_in_letters_too(shipped_page: str) -> None:
    assert "<del>[-monetary-]</del>" in shipped_page
    assert "<ins>{+openly+}</ins>" in shipped_page
    assert re.search(r'<span class="name">MPSs will</span>', shipped_page)
    assert "[-only in the first text-]" in Page(shipped_page).text


def test_every_difference_gap_and_source_is_on_it_and_silence_is_told_not_to_be_permission(shipped_page: str) -> None:
    text = Page(shipped_page).text
    crosswalk = shipped_crosswalk()
    for one in crosswalk.differences:
        assert f"{one.title}\n" in text
        assert f"\nSo{one.acts}\nExample{one.example}\n" in text
    for alone in crosswalk.unmatched:
        assert alone.note in text
    assert text.count("not named in the code (nearest: ") == sum(
        said == "silent" for one in crosswalk.differences for _, said in one.says
    )
    assert SILENCE in text
    assert "Not law, not legal advice, not an exam, not a certificate." in text
    assert "Edition not stated in the source" in text
    for code in vocabulary_in(shipped_data()).library.codes:
        assert code.source.sha256 in text
        assert code.edition.warning in text


def test_codes_that_nobody_judged_say_so(tmp_path: Path) -> None:
    assert "By topic only: nobody has judged Aland and Bland" in Page(html_of(LANDS, Crosswalks([]))).text
    assert "By topic only" not in Page(html_of(LANDS)).text


def test_a_pair_whose_text_changed_is_called_suspect(tmp_path: Path) -> None:
    html = html_of(changed(tmp_path, ("codes/bb.yaml", "wait for its answer", "wait a week")))
    assert Page(html).text.count("Suspectthe text of bb 4 has changed since this was judged.") == 1


def test_the_command_writes_the_file_and_says_so(peerethics, tmp_path: Path) -> None:
    done = peerethics("compare", "--html", "page.html")
    assert (done.code, done.raw, done.err) == (0, b"", "Written: page.html\n")
    assert Page((tmp_path / "page.html").read_text("utf-8")).tags <= TAGS


def printed(html: str, folder: Path) -> Path:
    """The page as Chromium prints it."""
    if not CHROMIUM:
        pytest.skip("no Chromium is installed")
    (folder / "page.html").write_text(html, "utf-8")
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
    command = [CHROMIUM, *options, f"--user-data-dir={folder / 'user'}", "--no-pdf-header-footer",
               f"--print-to-pdf={folder / 'page.pdf'}", str(folder / "page.html")]  # fmt: skip
    subprocess.run(command, capture_output=True, timeout=60, check=True)
    assert (folder / "page.pdf").read_bytes().startswith(b"%PDF")
    return folder / "page.pdf"


def extracted(pdf: Path, *options: str) -> str:
    if not PDFTOTEXT:
        pytest.skip("pdftotext is not installed")
    done = subprocess.run([PDFTOTEXT, *options, str(pdf), "-"], capture_output=True, timeout=60, check=True)
    return done.stdout.decode("utf-8")


def bare(text: str) -> str:
    """Text without spaces and ligatures, to be found however a browser broke its lines."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


@pytest.mark.parametrize("which", ["shipped", "hostile"])
def test_it_prints_whole_and_nothing_leaves_the_paper_or_its_column(
    which, shipped_page, hostile_page, tmp_path
) -> None:
    html = {"shipped": shipped_page, "hostile": hostile_page}[which]
    pdf = printed(html, tmp_path)
    text = bare(extracted(pdf, "-raw"))
    missing = [block for block in Page(html).blocks if bare(block) not in text]
    assert missing == []
    boxes = extracted(pdf, "-bbox")
    width = float(re.findall(r'<page width="([\d.]+)"', boxes)[0])
    right = [float(x) for x in re.findall(r'<word [^>]*xMax="([\d.]+)"', boxes)]
    assert len(right) > 200
    assert max(right) <= width - 14 / 25.4 * 72 + 1, "words stand in the margin or beyond it"
