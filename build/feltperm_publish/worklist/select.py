"""What goes on the list, and in which order it should be called."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from feltperm.catalogue.areas import Geography, Municipality
from feltperm.catalogue.confirming import RUNNING, Place
from feltperm.catalogue.fold import sort_key
from feltperm.catalogue.hours_text import weekly_lines
from feltperm.catalogue.records import Service
from feltperm_publish.worklist.facts import STATES, Facts, facts_of

__all__ = ["lines_of"]


def lines_of(
    records: Iterable[Place],
    geography: Geography,
    today: date,
    municipality: Municipality | None = None,
) -> list[Facts]:
    """Return the lines of what runs and nobody has confirmed, the most urgent first.

    First what has a telephone number or hours, since sheets print those, and then the oldest;
    within that by place and name.

    Args:
        municipality: only the records that name this one as theirs.
    """
    urgency = list(STATES.values())

    def order(line: tuple[Place, Facts]) -> tuple[bool, int, str, str, str]:
        record, facts = line
        urgent = (not _is_printed(record, today), urgency.index(facts.state))
        return (*urgent, sort_key(facts.area), sort_key(facts.name), facts.id)

    lines = [
        (record, facts)
        for record in records
        if record.status in RUNNING
        and (municipality is None or municipality.number in record.area.municipalities)
        and (facts := facts_of(record, geography, today)).state
    ]
    return [facts for _, facts in sorted(lines, key=order)]


def _is_printed(record: Place, today: date) -> bool:
    """Whether a sheet would print a number or an hour of it today."""
    if record.phones:
        return True
    return isinstance(record, Service) and bool(
        record.hours or weekly_lines(record.schedules, today)
    )
