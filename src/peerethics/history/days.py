"""Says on which day something happened, where the person is: an evening's practice is not tomorrow's."""

from datetime import datetime, tzinfo


def day_of(at: str, zone: tzinfo | None = None) -> str:
    """The day of a time, as 2026-11-22; of what is no time, its first ten characters.

    Args:
        at: a time, ISO 8601 with its zone.
        zone: where the person is; None for where this machine is.
    """
    try:
        return datetime.fromisoformat(at.replace("Z", "+00:00")).astimezone(zone).date().isoformat()
    except (ValueError, OverflowError, OSError):
        return at[:10]
