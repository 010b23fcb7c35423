"""A crosswalk as an OSCAL mapping collection (NIST OSCAL 1.2, control mapping model)."""

from datetime import datetime, timezone
from uuid import NAMESPACE_URL, uuid5

from peerethics import __version__
from peerethics.citations.printed import citation
from peerethics.library.library import Library
from peerethics.models import Code, Crosswalk, Pair

OSCAL_VERSION = "1.2.1"
_RELATIONS = {
    "equal": "equal-to",
    "equivalent": "equivalent-to",
    "subset": "subset-of",
    "superset": "superset-of",
    "intersects": "intersects-with",
}


def mapping_collection(crosswalk: Crosswalk, library: Library, now: datetime | None = None) -> dict[str, object]:
    """The crosswalk as an OSCAL document.

    Args:
        crosswalk: the crosswalk.
        library: the codes that it maps.
        now: the time to state as last modified; the present where left out.
    """
    codes = [library.named(code) for code in (crosswalk.source, crosswalk.target)]
    stamp = (now or datetime.now(timezone.utc)).replace(microsecond=0).isoformat()
    mapping: dict[str, object] = {
        "uuid": _uuid(crosswalk.id, "mapping"),
        "source-resource": _resource(codes[0]),
        "target-resource": _resource(codes[1]),
        "maps": [_map(pair, crosswalk, library) for pair in crosswalk.pairs],
    }
    for name, code in zip(("source-gap-summary", "target-gap-summary"), codes, strict=True):
        alone = [_token(one.id) for one in crosswalk.unmatched if one.id.startswith(f"{code.id}-")]
        if alone:
            mapping[name] = {"uuid": _uuid(crosswalk.id, name), "unmapped-controls": [{"with-ids": alone}]}
    return {
        "mapping-collection": {
            "uuid": _uuid(crosswalk.id, "collection"),
            "metadata": {
                "title": f"{codes[0].name} to {codes[1].name}: codes of ethics for peer support specialists",
                "last-modified": stamp,
                "version": __version__,
                "oscal-version": OSCAL_VERSION,
                "remarks": "A study aid, not law. Silence is not permission. Check that the editions are current.",
            },
            "provenance": {
                "method": crosswalk.method,
                "matching-rationale": crosswalk.matching,
                "status": crosswalk.status,
                "mapping-description": crosswalk.rule,
            },
            "mappings": [mapping],
            "back-matter": {"resources": [_back_matter(code) for code in dict.fromkeys(codes)]},
        }
    }


def _map(pair: Pair, crosswalk: Crosswalk, library: Library) -> dict[str, object]:
    return {
        "uuid": _uuid(crosswalk.id, pair.source, pair.target),
        "relationship": _RELATIONS[pair.relation],
        "sources": [_item(pair.source, library)],
        "targets": [_item(pair.target, library)],
        "confidence-score": {"category": pair.confidence},
        "remarks": pair.rationale,
    }


def _item(place: str, library: Library) -> dict[str, object]:
    entry = library.entry(place)
    label = citation(entry) if entry else place
    kind = "statement" if "/" in place else "control"
    return {"type": kind, "id-ref": _token(place), "props": [{"name": "label", "value": label}]}


def _resource(code: Code) -> dict[str, object]:
    return {"type": "catalog", "href": f"#{_uuid('code', code.id)}"}


def _back_matter(code: Code) -> dict[str, object]:
    resource: dict[str, object] = {"uuid": _uuid("code", code.id), "title": code.title}
    if code.source.file:
        hashes = [{"algorithm": "SHA-256", "value": code.source.sha256}]
        resource["rlinks"] = [{"href": code.source.file, "media-type": "text/plain", "hashes": hashes}]
    return resource


def _token(place: str) -> str:
    """An id that OSCAL accepts: it knows no slash."""
    return place.replace("/", "_")


def _uuid(*names: str) -> str:
    """The same identifier for the same thing, whoever exports it."""
    return str(uuid5(NAMESPACE_URL, "https://peerethics.example/" + "/".join(names)))
