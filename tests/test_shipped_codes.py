"""The two shipped codes are whole, verbatim with their oddities, and what is ours in them keeps its own rules."""

import re

import pytest
from libraries import shipped

from peerethics.models import Code, Provision
from peerethics.text import emphasis_runs, sentences

MO, MS = shipped().codes
PROVISIONS = {p.id: p for code in (MO, MS) for p in code.provisions()}
CORE = [p for p in MS.provisions() if "." not in p.id]


def words_of(code: Code, entry_id: str) -> str:
    """The issuer's words of a part or a provision; for a part with its heading."""
    for part in code.parts:
        if part.id == entry_id:
            return f"{part.heading}\n{part.text}"
    return PROVISIONS[entry_id].text


def test_there_are_96_provisions_18_and_16_and_62() -> None:
    assert len(list(MO.provisions())) == 18
    assert {part.name: len(part.provisions) for part in MS.lists()} == {
        "core": 16, "I": 17, "II": 17, "III": 7, "IV": 7, "V": 3, "VI": 4, "VII": 7,
    }  # fmt: skip
    assert len(PROVISIONS) == 96


def test_every_provision_is_numbered_without_a_gap() -> None:
    for part in (*MO.lists(), *MS.lists()):
        assert [p.number for p in part.provisions] == list(range(1, len(part.provisions) + 1)), part.id


def test_the_unnumbered_parts_are_there_with_ids_and_words() -> None:
    assert [part.id for part in MO.parts] == ["mo-title", "mo-preamble", "mo-principles"]
    numerals = ["I", "II", "III", "IV", "V", "VI", "VII"]
    assert [part.id.removeprefix("ms-") for part in MS.parts] == [
        "title", "preamble", "core", "bridge", *numerals, "acknowledgement", "form",
    ]  # fmt: skip
    for part in (*MO.parts, *MS.parts):
        assert bool(part.text) != bool(part.provisions), part.id


def test_the_ten_lettered_items_of_ms_iv_2_are_there() -> None:
    items = PROVISIONS["ms-IV.2"].items
    assert "".join(item.letter for item in items) == "abcdefghij"
    assert items[3].text == "has been informed of the requirements of a third-party payer and relevant costs;"
    assert [p.id for p in PROVISIONS.values() if p.items] == ["ms-IV.2"]


def test_the_texts_split_into_130_sentences_that_give_them_back() -> None:
    assert sum(len(sentences(p.text)) for p in PROVISIONS.values()) == 130
    for provision in PROVISIONS.values():
        assert " ".join(sentences(provision.text)) == provision.text


# The 43 oddities of the design notes: where, the printed words, what was probably meant ("" where nothing was).
ODDITIES = [
    ("mo-13", "with those they serve", "with those they serve."),
    ("mo-5", "MPSs will at all times, respect", "MPSs will, at all times, respect"),
    ("mo-12", "MPSs will not enter into commitments", ""),
    ("mo-8", "exploitive", "exploitative"),
    ("mo-3", "recovery stories from mental illness", "stories of recovery from mental illness"),
    ("mo-preamble", "will maintain high standards", ""),
    (
        "ms-preamble",
        "Professional Principles of Ethical in addition",
        "Professional Principles of Ethical and Professional Conduct in addition",
    ),
    ("ms-preamble", "Chapter 14, Rule 14.3 \u2013 Ethical Conduct", ""),
    ("ms-core", "Are guided", ""),
    ("ms-2", "Certified Peer Support Specialist Professionals will be directed", ""),
    ("ms-4", "OPENLY share", "Openly share"),
    ("ms-6", "Peer Support Specialist Professional will refrain", "Peer Support Specialist Professionals will refrain"),
    ("ms-9", "a relationship or commitment that conflict with", "a relationship or commitment that conflicts with"),
    ("ms-9", "exploitive", "exploitative"),
    ("ms-10", "Will not practice", ""),
    ("ms-13", "Do not loan money", ""),
    ("ms-13", "receive money or payment for services to, or from, individuals", ""),
    ("ms-15", "through words and action.", "through words and actions"),
    ("ms-bridge", "seven general principals of", "principles"),
    ("ms-bridge", "Certified Peer Support Specialists who", ""),
    ("ms-bridge", "ethical judgements", "judgments"),
    ("ms-I", "### **Principle I:", ""),
    ("ms-I.11", "DMH credentialed-individuals", "DMH-credentialed individuals"),
    ("ms-I.13", "evidenced-based", "evidence-based"),
    ("ms-I.14", "'Glossary' section of this document", ""),
    ("ms-I.17", "*DMH Operational Standards for Mental Health", ""),
    ("ms-I.17", "*Operational Standards'*", ""),
    ("ms-II.2", "legally authorized to consent", ""),
    ("ms-II.9", "information shared by others, as well as agency policy", ""),
    ("ms-II.13", "oneself or other identifiable person", "oneself or another identifiable person"),
    ("ms-III", "Respect for Individual's Rights", "Respect for Individuals' Rights"),
    ("ms-IV.2", "receiving services: a) has the capacity", ""),
    ("ms-IV.2", "documented; and, j)", "documented; and j)"),
    ("ms-IV.6", "minimize any conflict of interest", ""),
    ("ms-V.2", "**personal**", ""),
    ("ms-V.2", "**purposeful**", ""),
    ("ms-V.2", "with regards to", "with regard to"),
    ("ms-VI.4", "PLACE Review Board", ""),
    ("ms-VII.5", "Section 71-7-1 through 71-7-31", "Sections 71-7-1 through 71-7-31"),
    ("ms-VII.5", "funded/certified/administered", ""),
    ("ms-acknowledgement", "**ACKNOWLEDGEMENT OF DMH CERTIFIED", ""),
    ("ms-acknowledgement", "each principle and provision", ""),
    ("ms-acknowledgement", "responsible for obtaining all future amendments", ""),
    ("ms-form", "Print Full Name Date", ""),
]


@pytest.mark.parametrize(("where", "printed", "meant"), ODDITIES, ids=[f"{o[0]} {o[1][:30]}" for o in ODDITIES])
def test_an_oddity_stands_as_printed_and_is_noted_beside_the_text(where: str, printed: str, meant: str) -> None:
    code = MO if where.startswith("mo") else MS
    remarks = PROVISIONS[where].sic if where in PROVISIONS else next(p.sic for p in code.parts if p.id == where)
    core = " ".join(p.text for p in CORE)
    assert printed in (core if where == "ms-core" else words_of(code, where))
    noted = [remark for remark in remarks if printed in remark.quote or remark.quote in printed]
    assert noted, f"no remark on {printed!r}; there are {[remark.quote for remark in remarks]}"
    assert meant in noted[0].reading


def test_the_seven_headings_keep_their_uneven_marks_and_are_siblings_all_the_same() -> None:
    headings = [part.heading for part in MS.parts if part.numeral]
    assert [heading.partition(" ")[0] for heading in headings] == ["###", "##", "###", "####", "##", "##", "##"]
    assert all(re.fullmatch(r"#+ \*\*Principle [IV]+: .+\*\*", heading) for heading in headings)


def test_every_remark_quotes_its_own_text_and_says_something() -> None:
    for code in (MO, MS):
        for part in code.parts:
            inside = " ".join([part.heading, part.text.replace("\n", " "), *(p.text for p in part.provisions)])
            for text, remarks in [(inside, part.sic), *((p.text, p.sic) for p in part.provisions)]:
                for remark in remarks:
                    assert remark.quote in text, remark
                    assert remark.reading or remark.note, remark
                    assert remark.reading != remark.quote


def test_only_mo_13_ends_without_a_full_stop() -> None:
    assert [p.id for p in PROVISIONS.values() if not p.text.endswith(".")] == ["mo-13"]


def test_bold_and_italics_that_carry_meaning_survive() -> None:
    runs = {p.id: [run for run in emphasis_runs(p.text) if run[1]] for p in PROVISIONS.values()}
    assert runs["ms-V.2"] == [("personal", "**"), ("purposeful", "**")]
    assert {key: len(value) for key, value in runs.items() if value} == {
        "ms-I.17": 2, "ms-II.16": 1, "ms-V.2": 2, "ms-VII.5": 1,
    }  # fmt: skip


def test_the_core_gets_its_subject_in_brackets_and_not_in_its_words() -> None:
    core = next(part for part in MS.parts if part.id == "ms-core")
    assert core.subject == "Peer Support Specialist Professionals"
    assert CORE[0].text.startswith("Are guided by")
    assert all(not p.text.startswith(core.subject) for p in CORE)
    assert all(not part.subject for part in (*MO.parts, *MS.parts) if part is not core)


def test_the_unstated_editions_are_said_and_warned_about() -> None:
    for code in (MO, MS):
        assert code.edition.stated == "not stated in the source"
    assert "2018" in MO.edition.warning
    assert "Missouri Credentialing Board" in MO.edition.warning
    assert "14.5" in MS.edition.warning


def test_issuer_and_title_are_as_printed() -> None:
    assert MO.title == "Missouri Department of Mental Health Peer Specialist Certification Code of Ethics"
    assert MS.title == "DMH PEER SUPPORT SPECIALIST PROFESSIONAL PRINCIPLES OF ETHICAL AND PROFESSIONAL CONDUCT"
    assert MO.issuer in MO.title
    assert MS.issuer == "Mississippi Department of Mental Health"


def ours() -> list[tuple[str, str, str]]:
    """Id, label and gist of everything that has them: parts, provisions, items."""
    found = [(part.id, part.label, part.gist) for code in (MO, MS) for part in code.parts]
    for provision in PROVISIONS.values():
        found += [(provision.id, provision.label, provision.gist)]
        found += [(item.id, item.label, item.gist) for item in provision.items]
    return found


@pytest.mark.parametrize("provision", PROVISIONS.values(), ids=list(PROVISIONS))
def test_every_provision_has_a_label_and_a_short_plain_gist(provision: Provision) -> None:
    assert 3 <= len(provision.label) <= 45
    assert 10 <= len(provision.gist) <= 75
    assert provision.gist.endswith(".")
    assert provision.gist.isascii()


def test_items_have_labels_and_no_two_gists_are_alike() -> None:
    assert [item.id for item in PROVISIONS["ms-IV.2"].items if not item.label] == []
    gists = [gist for _, _, gist in ours() if gist]
    assert len(set(gists)) == len(gists)
    assert max(map(len, gists)) <= 75


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    words = re.findall(r"[a-z0-9']+", text.lower())
    return {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}


def test_no_gist_repeats_six_words_of_a_source_in_a_row() -> None:
    """A gist is in our own words: whoever reads it must not take it for the issuer's."""
    sources = [" ".join([p.heading, p.text, *(q.text for q in p.provisions)]) for c in (MO, MS) for p in c.parts]
    printed = set().union(*(runs(text, 6) for text in sources))
    assert [(one, gist) for one, _, gist in ours() if runs(gist, 6) & printed] == []


def test_no_label_or_gist_turns_a_may_or_should_into_a_must() -> None:
    """Where the source does not oblige, ours must not either."""
    for provision in PROVISIONS.values():
        if not re.search(r"\b(must|shall|required|obligated|obligation|duty)\b", provision.text):
            assert not re.search(r"\bmust\b", provision.gist.lower()), provision.id


def test_both_codes_name_their_source_so_that_they_can_be_proven() -> None:
    assert (MO.source.file, MO.source.bytes) == ("sources/missouri.txt", 2_935)
    assert (MS.source.file, MS.source.bytes) == ("sources/mississippi.txt", 22_628)
    assert MO.source.sha256.startswith("6768bd4a")
    assert MS.source.sha256.startswith("ff0b1b5b")
