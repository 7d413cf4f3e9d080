"""How far a record may be trusted today: one rule in one place (DESIGN section 2).

- *historical*: the record says itself that it is historical or withdrawn.
- *overdue*: its ``valid_until`` has passed, or nobody has looked at it for two years.
- *due*: it stops being valid within 30 days, or nobody has looked at it for a year.
- *confirmed*: a person confirmed it (``verified_on``) and nothing marks it for checking.
- *unconfirmed*: everything else. Calm and grey; it speaks up where a number or an hour is used.

"Looked at" is the later of ``verified_on`` and the newest ``read_on`` of its sources.
"""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeAlias

from feltperm.catalogue.dates import parse_date
from feltperm.catalogue.records import Alert, Record

__all__ = ["DUE_AFTER", "ENDS_SOON", "OVERDUE_AFTER", "Freshness", "freshness", "last_seen"]

Freshness: TypeAlias = Literal["confirmed", "unconfirmed", "due", "overdue", "historical"]

#: Days since somebody looked.
DUE_AFTER = 365
OVERDUE_AFTER = 730
#: Days before ``valid_until``.
ENDS_SOON = 30


def freshness(record: Record, today: date) -> Freshness:
    """Return the record's state on a day; see the module's docstring for the rule."""
    if record.status in ("historical", "withdrawn"):
        return "historical"
    ends = parse_date(record.valid_until)
    left = (ends - today).days if ends else ENDS_SOON + 1
    idle = _days_since_seen(record, today)
    if left < 0 or idle > OVERDUE_AFTER:
        return "overdue"
    # a warning ends soon by its nature
    ends_soon = left <= ENDS_SOON and not isinstance(record, Alert)
    if ends_soon or idle > DUE_AFTER:
        return "due"
    if parse_date(record.verified_on) and not record.needs_check:
        return "confirmed"
    return "unconfirmed"


def last_seen(record: Record) -> date | None:
    """Return the day it was last confirmed or a source of it read; None when none is stated."""
    stated = (record.verified_on, *(source.read_on for source in record.sources))
    return max((day for text in stated if (day := parse_date(text))), default=None)


def _days_since_seen(record: Record, today: date) -> int:
    """Days since somebody looked; 0 when that is not stated."""
    seen = last_seen(record)
    return (today - seen).days if seen else 0
