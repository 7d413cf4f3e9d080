"""From checked source records to the bytes of a pack.

A pure function of the sources: no clock, no locale, no order of files. Two things are baked in
that the program would otherwise need libraries for: how a number is shown, and the public
holidays (DESIGN section 2).
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from holidays.countries.norway import Norway

from feltperm.catalogue.records import Organisation, PackHeader, Phone, Record, Service
from feltperm.packs.format import encode
from feltperm_publish import phones

__all__ = ["LAST_HOLIDAY_YEAR", "bake", "compile_pack", "public_holidays"]

#: Public holidays are baked in to the end of this year.
LAST_HOLIDAY_YEAR = 2040


def compile_pack(header: PackHeader, records: Iterable[Record]) -> bytes:
    """Return the canonical bytes of the pack.

    Args:
        header: without holidays; they run from the year the pack is published.
        records: as read from the sources, and without findings.
    """
    holidays = public_holidays(int(header.published[:4]))
    full = msgspec.structs.replace(header, holidays=holidays)
    return encode(full, map(bake, records))


def bake(record: Record) -> Record:
    """Return the record with the shown form of each of its numbers."""
    if not isinstance(record, Service | Organisation):
        return record
    return msgspec.structs.replace(record, phones=tuple(map(_shown, record.phones)))


def _shown(phone: Phone) -> Phone:
    return msgspec.structs.replace(phone, display=phones.display(phone.number))


def public_holidays(first_year: int, last_year: int = LAST_HOLIDAY_YEAR) -> dict[str, str]:
    """Return the public holidays of Norway by ISO date, named in bokmål."""
    # The language is named, or the library takes that of the machine.
    days = Norway(years=range(first_year, last_year + 1), language="no")
    return {day.isoformat(): _holiday_name(name) for day, name in sorted(days.items())}


def _holiday_name(name: str) -> str:
    """Join the names of holidays that fall on one day, as in 2027: 17 May and Whit Monday."""
    first, *others = name.split("; ")
    return " og ".join((first, *(other[0].lower() + other[1:] for other in others)))
