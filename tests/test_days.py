"""A day is the person's own day, whatever the clock of the file says."""

from datetime import timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerethics.history.days import day_of

CENTRAL = timezone(timedelta(hours=-6))
ISLANDS = timezone(timedelta(hours=14))


@pytest.mark.parametrize(
    ("at", "zone", "day"),
    [
        ("2031-05-02T03:30:00Z", CENTRAL, "2031-05-01"),
        ("2031-05-02T03:30:00.123+00:00", CENTRAL, "2031-05-01"),
        ("2031-05-02T06:00:00Z", CENTRAL, "2031-05-02"),
        ("2031-12-31T23:00:00Z", ISLANDS, "2032-01-01"),
        ("2031-05-02T03:30:00Z", timezone.utc, "2031-05-02"),
        ("0001-01-01T00:00:00+00:00", CENTRAL, "0001-01-01"),
        ("yesterday evening", CENTRAL, "yesterday "),
        ("", CENTRAL, ""),
    ],
)
def test_the_day_is_the_one_where_the_person_is(at, zone, day):
    assert day_of(at, zone) == day


@given(st.text())
def test_any_text_that_an_export_brings_has_some_day(text):
    assert len(day_of(text, CENTRAL)) <= 10


def test_progress_counts_by_the_day_of_the_machine(peerethics, tmp_path):
    """An answer of ten in the evening in Jackson is not tomorrow's."""
    script = tmp_path / "day.json"
    script.write_text(EXPORT)
    variables = {"PEERETHICS_HISTORY": str(tmp_path / "history.db")}
    assert peerethics("progress", "import", "day.json", **variables).code == 0
    for zone, day in (("UTC", "2031-05-02"), ("CST6CDT", "2031-05-01")):
        assert f"{day}: 1 of 1 best." in peerethics("progress", "--plain", TZ=zone, **variables).out


EXPORT = """{"format": "peerethics/history@1",
"runs": [{"id": "r", "started": "2031-05-02T03:00:00Z", "plan": {"items": ["market-wave"], "codes": ["mo"]}}],
"answers": [{"run": "r", "position": 1, "item": "market-wave", "rev": 1, "option": "x", "cited": null, "sure": 0,
"hint": false, "mode": "practice", "at": "2031-05-02T03:00:00Z",
"marks": {"mo": {"rating": 3, "citation": null, "justified": null}}}]}"""
