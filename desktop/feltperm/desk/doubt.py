"""When a fact needs a word of warning beside it (DESIGN section 2, "Freshness").

Calm and grey elsewhere, freshness speaks up where a number or an hour is about to be used.
"""

from __future__ import annotations

from feltperm.catalogue.dates import told_day
from feltperm.catalogue.freshness import Freshness, last_seen
from feltperm.catalogue.records import Record
from feltperm.wording import say

__all__ = ["doubt", "not_confirmed"]


def doubt(record: Record, state: Freshness) -> str:
    """Return what stands beside a number or an hour; empty when nothing has to."""
    unsure = record.needs_check or state in ("due", "overdue")
    return not_confirmed(record) if unsure else ""


def not_confirmed(record: Record) -> str:
    """Return what stands beside a fact that nobody has confirmed (SCREENS section 0, rule 9)."""
    seen = last_seen(record)
    if not seen:
        return say("Ikke bekreftet")
    return say("Ikke bekreftet etter {date}", date=told_day(seen))
