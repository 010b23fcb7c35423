"""The OSCAL export is a mapping collection that other tools accept, and it claims nothing that nobody judged."""

import json
import re
from collections.abc import Iterator
from datetime import datetime, timezone
from uuid import UUID

import pytest
from lands import LANDS, crosswalks_in, inner_crosswalk, library_in, shipped_crosswalk
from libraries import shipped

from peerethics.library.crosswalks import turned
from peerethics.models import Crosswalk
from peerethics.views.oscal import OSCAL_VERSION, mapping_collection

NOON = datetime(2031, 5, 1, 12, 0, 0, 123456, tzinfo=timezone.utc)
#: NIST's tokens for relationships, from the OSCAL 1.2 control mapping metaschema.
NIST = {"equal-to", "equivalent-to", "subset-of", "superset-of", "intersects-with", "no-relationship"}
TOKEN = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")  # the ASCII part of OSCAL's token
LAND_WALK = crosswalks_in(LANDS).crosswalks[0]
WALKS = {
    "Missouri to Mississippi": (shipped_crosswalk(), shipped()),
    "Mississippi to Missouri": (turned(shipped_crosswalk()), shipped()),
    "inside Mississippi": (inner_crosswalk(), shipped()),
    "invented": (LAND_WALK, library_in(LANDS)),
}


@pytest.fixture(params=WALKS, scope="module")
def exported(request: pytest.FixtureRequest) -> tuple[Crosswalk, dict]:
    crosswalk, library = WALKS[request.param]
    return crosswalk, json.loads(json.dumps(mapping_collection(crosswalk, library, NOON)))


def mapping(document: dict) -> dict:
    (one,) = document["mapping-collection"]["mappings"]
    return one


def everything(value: object, key: str) -> Iterator[str]:
    """Every value that stands under a key, however deep."""
    if isinstance(value, dict):
        for name, below in value.items():
            if name == key:
                yield from below if isinstance(below, list) else [below]
            else:
                yield from everything(below, key)
    elif isinstance(value, list):
        for below in value:
            yield from everything(below, key)


def test_compliance_trestle_reads_it_whole(exported) -> None:
    """Its models are made from NIST's schema and refuse what they do not know."""
    trestle = pytest.importorskip("trestle.oscal.mapping", reason="compliance-trestle is not installed")
    crosswalk, document = exported
    read = trestle.MappingCollection.model_validate(document["mapping-collection"])
    assert len(read.mappings[0].maps) == len(crosswalk.pairs)
    assert read.mappings[0].maps[0].sources[0].id_ref == crosswalk.pairs[0].source.replace("/", "_")


def test_compliance_trestle_refuses_what_is_wrong() -> None:
    """Lest the test above passes because anything is read."""
    trestle = pytest.importorskip("trestle.oscal.mapping", reason="compliance-trestle is not installed")
    for wrong in ("uuid", "provenance", "metadata"):
        document = mapping_collection(*WALKS["invented"], NOON)["mapping-collection"]
        assert isinstance(document, dict)
        document[wrong] = "no"
        with pytest.raises(ValueError, match=wrong):
            trestle.MappingCollection.model_validate(document)


def test_every_relationship_is_one_of_nists_and_the_right_one(exported) -> None:
    crosswalk, document = exported
    tokens = {
        "equal": "equal-to", "equivalent": "equivalent-to", "subset": "subset-of", "superset": "superset-of",
        "intersects": "intersects-with",
    }  # fmt: skip
    assert set(tokens.values()) < NIST
    assert [one["relationship"] for one in mapping(document)["maps"]] == [tokens[p.relation] for p in crosswalk.pairs]


def test_every_pair_keeps_its_sides_confidence_and_reason(exported) -> None:
    crosswalk, document = exported
    for pair, one in zip(crosswalk.pairs, mapping(document)["maps"], strict=True):
        assert (one["confidence-score"]["category"], one["remarks"]) == (pair.confidence, pair.rationale)
        for place, (side,) in ((pair.source, one["sources"]), (pair.target, one["targets"])):
            assert side["id-ref"] == place.replace("/", "_")
            assert side["type"] == ("statement" if "/" in place else "control")


def test_every_reference_is_a_valid_token_and_leads_back_to_one_place(exported) -> None:
    crosswalk, document = exported
    places = {place for pair in crosswalk.pairs for place in (pair.source, pair.target)}
    refs = set(everything(document, "id-ref"))
    assert all(TOKEN.fullmatch(ref) for ref in (*refs, *everything(document, "with-ids")))
    assert {ref.replace("_", "/") for ref in refs} == places


def test_every_side_is_labelled_with_its_citation(exported) -> None:
    labels = [prop["value"] for prop in everything(exported[1], "props")]
    assert len(labels) == 2 * len(exported[0].pairs)
    if exported[0].id == "mo--ms":
        assert {"Missouri 13", "Mississippi 13 (core)", "Mississippi IV.5"} <= set(labels)


def test_the_gaps_of_each_side_are_listed_and_a_side_without_gaps_has_no_list(exported) -> None:
    crosswalk, document = exported
    for side, code in (("source", crosswalk.source), ("target", crosswalk.target)):
        alone = [one.id for one in crosswalk.unmatched if one.id.startswith(f"{code}-")]
        summary = mapping(document).get(f"{side}-gap-summary")
        assert (summary["unmapped-controls"] if summary else []) == ([{"with-ids": alone}] if alone else [])


def test_every_uuid_is_one_of_its_own_and_the_same_in_every_export(exported) -> None:
    crosswalk, document = exported
    library = next(library for walk, library in WALKS.values() if walk is crosswalk)
    found = list(everything(document, "uuid"))
    assert all(UUID(one).version == 5 for one in found)
    codes = 2 if crosswalk.source != crosswalk.target else 1
    assert len(set(found)) == 2 + len(crosswalk.pairs) + codes + str(mapping(document).keys()).count("gap-summary")
    again = mapping_collection(crosswalk, library, datetime(2032, 1, 1, tzinfo=timezone.utc))
    assert list(everything(again, "uuid")) == found


def test_both_codes_are_among_the_resources_with_the_hash_of_their_source(exported) -> None:
    crosswalk, document = exported
    resources = {one["uuid"]: one for one in document["mapping-collection"]["back-matter"]["resources"]}
    for side, code_id in (("source", crosswalk.source), ("target", crosswalk.target)):
        library = next(library for walk, library in WALKS.values() if walk is crosswalk)
        code, href = library.named(code_id), mapping(document)[f"{side}-resource"]["href"]
        resource = resources[href.removeprefix("#")]
        assert resource["title"] == code.title
        hashes = [one["value"] for link in resource.get("rlinks", []) for one in link["hashes"]]
        assert hashes == ([code.source.sha256] if code.source.file else [])
    assert len(resources) == len(document["mapping-collection"]["back-matter"]["resources"])


def test_its_head_says_what_it_is_how_it_was_made_and_that_it_is_no_law(exported) -> None:
    crosswalk, document = exported
    head = document["mapping-collection"]
    assert head["metadata"]["oscal-version"] == OSCAL_VERSION
    assert head["metadata"]["last-modified"] == "2031-05-01T12:00:00+00:00"
    assert "not law" in head["metadata"]["remarks"]
    assert head["provenance"]["status"] == crosswalk.status
    assert head["provenance"]["mapping-description"] == crosswalk.rule


def test_the_command_writes_it_to_standard_output(peerethics) -> None:
    done = peerethics("compare", "--format", "oscal")
    assert (done.code, done.err) == (0, "")
    document = json.loads(done.raw)
    assert list(document) == ["mapping-collection"]
    assert len(mapping(document)["maps"]) == len(shipped_crosswalk().pairs)
    stamp = datetime.fromisoformat(document["mapping-collection"]["metadata"]["last-modified"])
    assert abs((datetime.now(timezone.utc) - stamp).total_seconds()) < 300


def test_what_nobody_judged_is_not_exported_as_a_relation(peerethics, tmp_path) -> None:
    (tmp_path / "xx.yaml").write_text((LANDS / "codes" / "aa.yaml").read_text("utf-8"), "utf-8")
    done = peerethics("compare", "--format", "oscal", "--code", "mo", "--code", "aa", "--data", ".")
    assert (done.code, done.raw) == (1, b"")
    assert "nobody has judged Missouri and Aland against each other" in done.err
