"""JSON and Markdown carry the issuer's exact words with their source, and nobody's text acts as markup."""

import json
import re
from pathlib import Path

import process
import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from libraries import all_ids, with_exland
from markdown_it import MarkdownIt

from peerethics.library.library import Entry, open_library
from peerethics.library.places import Places, shipped_data
from peerethics.text import without_emphasis
from peerethics.views import provision

HOSTILE = Path(__file__).parent / "hostile"
FIELDS = {"id", "code", "citation", "kind", "heading", "text", "gist", "label", "cite_as", "source"}
SOURCE_FIELDS = {"document", "issuer", "edition", "edition_warning", "file", "lines", "sha256"}
PLAIN_TOKENS = {"text", "softbreak", "strong_open", "strong_close", "em_open", "em_close"}
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


def entries() -> list[Entry]:
    """Everything in the shipped codes, Exland and Zedland that words stand under."""
    library = open_library(Places((shipped_data(), HOSTILE), None))
    found = [library.entry(one) for one in all_ids(library)]
    found += [with_exland().entry(one) for one in all_ids(with_exland()) if one.startswith("xx")]
    found.append(library.entry("ms-11/s4"))
    return [one for one in found if one and one.text]


def rendered(markdown: str) -> list[tuple[str, str]]:
    """What a reader of the Markdown sees: each block as (where it stands, its words).

    Raises:
        AssertionError: something in it became more than words and emphasis.
    """
    blocks, inside = [], ["text"]
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown):
        if token.type == "inline":
            assert {child.type for child in token.children or []} <= PLAIN_TOKENS, token.content
            text = "".join(" " if c.type == "softbreak" else c.content for c in token.children or [])
            blocks.append((inside[-1], " ".join(text.split())))
        elif token.type in ("blockquote_open", "blockquote_close"):
            inside = [*inside, "quote"] if token.nesting > 0 else inside[:-1]
        else:
            assert token.type in ("paragraph_open", "paragraph_close"), token.type
    return blocks


def lead(entry: Entry) -> str:
    """What stands in brackets before the words of an entry that leave it out."""
    if entry.item:
        return f"[{entry.provision.chapeau}] {entry.item.letter}) "
    return f"[{entry.part.subject}] " if entry.part.subject and entry.sentence < 2 else ""


@pytest.mark.parametrize("entry", [pytest.param(e, id=e.id) for e in entries() if e.code.id != "zz"])
def test_json_has_what_a_citation_needs(entry):
    """Every kind of entry carries its place, its exact words, ours apart from them, and where they come from."""
    value = json.loads(json.dumps(provision.as_json(entry)))
    assert set(value) >= FIELDS
    assert set(value["source"]) == SOURCE_FIELDS
    assert (value["id"], value["code"], value["text"]) == (entry.id, entry.code.id, entry.text)
    assert value["citation"].startswith(entry.code.name)
    assert value["source"]["document"] == entry.code.title
    assert value["source"]["edition"] == entry.code.edition.stated
    first, last = value["source"]["lines"]
    assert 1 <= first <= last
    assert re.fullmatch("[0-9a-f]{64}", value["source"]["sha256"])
    assert value["gist"] == entry.gist
    assert value["gist"] or entry.sentence or entry.code.id == "xx"


@pytest.mark.parametrize(
    ("entry_id", "kind", "text"),
    [
        ("mo-title", "title", "Missouri Department of Mental Health Peer Specialist Certification Code of Ethics"),
        ("mo-preamble", "preamble", "Missouri Peer Specialists (MPSs) will maintain high standards"),
        ("mo-13", "provision", "MPSs will not exchange gifts of significant monetary value with those they serve"),
        ("ms-IV.2.d", "item", ""),
        ("ms-11/s4", "sentence", ""),
        ("ms-bridge", "bridge", ""),
        ("ms-acknowledgement", "acknowledgement", "By signing below, you understand"),
        ("ms-form", "form", ""),
    ],
)
def test_json_says_what_kind_of_text_it_is(entry_id, kind, text):
    value = provision.as_json(with_exland().entry(entry_id))
    assert (value["id"], value["kind"]) == (entry_id, kind)
    assert value["text"].startswith(text)


def test_json_of_a_whole_code_lists_what_it_holds(peerethics):
    """A code, a list and a range come as one object for each text, in printed order."""
    ids = [entry["id"] for entry in json.loads(peerethics("show", "mo", "--json").raw)]
    assert ids == ["mo-title", "mo-preamble", *(f"mo-{number}" for number in range(1, 19))]


@pytest.mark.parametrize(
    "entry",
    [pytest.param(e, id=e.id) for e in entries()],
)
def test_markdown_quotes_the_exact_words(entry):
    """Read by a Markdown parser, the quotation is the issuer's words, and all else stands outside it."""
    blocks = rendered(provision.as_markdown([entry]))
    text = without_emphasis(entry.text).strip("# ") if entry.part and entry.part.kind == "title" else entry.text
    quoted = " ".join(words for where, words in blocks if where == "quote")
    assert quoted == lead(entry) + " ".join(without_emphasis(text).split())
    outside = [words for where, words in blocks if where == "text"]
    assert len(outside) == 2
    assert "Edition" in outside[1]
    assert "check the current one" in outside[1]
    assert entry.code.edition.stated in outside[1]


@example("---")
@example("- x")
@example("+ x")
@example("1. x")
@example("12) x")
@example("~~~")
@example("~~x~~")
@example("&amp; &lt;")
@given(st.text(st.characters(exclude_categories=("C", "Z")) | st.sampled_from("\\`*_[]<>#|&;~!-+=.123 :"), min_size=1))
def test_escaped_text_is_read_back_as_it_was(text):
    """Whatever a text holds, a Markdown parser sees those characters and nothing else."""
    words = " ".join(text.split())
    assert rendered(f"> {provision.escape(words)}") == ([("quote", words)] if words else [])


@pytest.mark.parametrize(
    ("words", "variables"),
    [
        (("show", "zz"), {}),
        (("show", "zz"), {"FORCE_COLOR": "1", "TERM": "xterm-256color"}),
        (("show", "zz", "--plain"), {}),
        (("codes",), {"FORCE_COLOR": "1", "TERM": "xterm-256color"}),
    ],
    ids=["piped", "styled", "plain", "codes"],
)
def test_hostile_words_come_out_as_letters(peerethics, words, variables):
    """Rich markup, HTML, emoji codes and written escapes are shown as they stand, and steer nothing."""
    done = peerethics(*words, PEERETHICS_DATA=str(HOSTILE), **variables)
    text = process.unstyled(done.out)
    assert (done.code, done.err) == (0, "")
    assert not CONTROL.search(text)
    data = yaml.safe_load((HOSTILE / "zz.yaml").read_text(encoding="utf-8"))
    expected = [data["issuer"], data["edition"]["stated"], data["document"][0]["text"]]
    if words[0] == "show":
        expected = [data["document"][0]["text"]]
        for one in data["document"][1]["provisions"]:
            expected += [one["text"], one["editorial"]["label"], one["editorial"].get("gist", "")]
    for one in expected:
        shown = " ".join(one.split())
        assert (without_emphasis(shown) if "FORCE_COLOR" in variables and words[0] == "show" else shown) in text


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (rb'name: "Z\e[31med"', "U+001B"),
        (b"name: Z\x1b[31med", "characters are not allowed"),
        (rb'name: "Z\x9bed"', "U+009B"),
        (rb'name: "Z\u202Eed"', "U+202E"),
        (rb'"na\e[31mme": Zed', "U+001B"),
        (b"name: \xff\xfe", "not UTF-8"),
    ],
)
def test_control_characters_in_a_file_are_refused(peerethics, tmp_path, line, said):
    """However they are written, they are refused, and the refusal does not repeat them."""
    text = b"format: peerethics/code@1\nid: qq\n%s\nissuer: x\ndocument:\n  - {id: qq-note, kind: note, text: x}\n"
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "qq.yaml").write_bytes(text % line)
    done = peerethics("show", "mo", "13", "--data", "own")
    assert (done.code, done.raw) == (3, b"")
    assert said in done.err
    assert not CONTROL.search(done.err)


def test_a_folder_with_a_hostile_name_steers_nothing(peerethics, tmp_path):
    """Paths are shown and quoted too; JSON escapes them, and all other forms replace their controls."""
    folder = tmp_path / "own\x1b[31m\u202e"
    folder.mkdir()
    (folder / "zz.yaml").write_bytes((HOSTILE / "zz.yaml").read_bytes())
    for words in (("codes",), ("codes", "--json"), ("show", "zz", "1"), ("show", "zz", "1", "--markdown")):
        done = peerethics(*words, "--data", str(folder), FORCE_COLOR="1", TERM="xterm")
        assert done.code == 0
        assert not CONTROL.search(process.unstyled(done.out)), words
