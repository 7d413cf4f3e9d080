"""What can be asked about on the telephone, and in which words it is known again.

A confirmation holds for what was read aloud and for nothing else: it carries those words with it,
so that nobody takes it for a word about facts that came later.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypeAlias, TypeGuard

import msgspec

from feltperm.catalogue.amending import address_line
from feltperm.catalogue.hours_text import weekly_lines
from feltperm.catalogue.phones import grouped
from feltperm.catalogue.records import Organisation, Phone, Record, Service, Status, pick
from feltperm.wording import joined

__all__ = ["CONFIRMED", "RUNNING", "Place", "can_be_confirmed", "facts_told", "told_facts"]

#: What can be called.
Place: TypeAlias = Service | Organisation
#: The field of a record, and of a correction, that holds the day all of it was right.
CONFIRMED: Final = "verified_on"
#: What runs; nobody calls what is closed.
RUNNING: tuple[Status, ...] = ("current", "changed_operation")


def can_be_confirmed(record: Record) -> TypeGuard[Place]:
    """Whether there is a place that runs, and something of it to be right or wrong."""
    if not isinstance(record, Service | Organisation):
        return False
    return record.status in RUNNING and bool(told_facts(record))


def told_facts(record: Place) -> tuple[str, ...]:
    """Return how to reach a place and when, each fact in words.

    Days that differ are left out: a publisher lays those over a record from a sheet of their own.
    The words are the same for a source record and for what the pack makes of it.
    """
    return tuple(_told(record))


def facts_told(record: Place) -> str:
    """Return those facts in one line of bokmål, to be compared and handed on."""
    return "; ".join(told_facts(record))


def _told(record: Place) -> Iterator[str]:
    yield from map(_phone, record.phones)
    yield from map(address_line, record.addresses)
    if isinstance(record, Service):
        weekly = [msgspec.structs.replace(one, exceptions=()) for one in record.schedules]
        for days, hours in weekly_lines(weekly):
            yield joined(" ", (days, hours))
        yield from filter(None, [pick(record.hours)[1]])
    yield from filter(None, (record.email, record.url))


def _phone(phone: Phone) -> str:
    note = pick(phone.note)[1]
    return grouped(phone.number) + (f" ({note})" if note else "")
