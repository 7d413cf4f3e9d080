"""What only the national pack may say (DESIGN section 2, "Records").

Emergency numbers and critical guidance come from the program's or the national pack. A record of
any other pack stands beside them at most where its title puts it: it cannot speak about them,
call itself critical or an emergency service, or close what serves the whole country. It is kept,
without the claim.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from feltperm.catalogue.records import Alert, Guidance, Record, Service, ServiceChange

__all__ = ["NATIONAL", "bounded", "is_protected", "serves_everybody", "spoken_of"]

#: The pack that the program itself ships with.
NATIONAL = "national"


def is_protected(record: Record) -> bool:
    """Whether no other pack may speak for this record of the national pack."""
    if isinstance(record, Service):
        return record.category == "emergency"
    return isinstance(record, Guidance) and record.critical


def serves_everybody(record: Record) -> bool:
    """Whether only the national pack may say that this is closed or run otherwise."""
    return is_protected(record) or record.area.country


def bounded(pack: str, record: Record, national: Mapping[str, Record]) -> Record:
    """Return a record as its pack may say it.

    Args:
        pack: the pack that the record comes from.
        national: the records of the national pack by id.
    """
    if pack == NATIONAL:
        return record
    owner, _, name = record.about.partition("/")
    spoken_of = national.get(name) if owner == NATIONAL else None
    if spoken_of is not None and is_protected(spoken_of):
        record = msgspec.structs.replace(record, about="")
    if isinstance(record, Guidance) and record.critical:
        return msgspec.structs.replace(record, critical=False)
    if isinstance(record, Service) and record.category == "emergency":
        return msgspec.structs.replace(record, category="")
    if isinstance(record, Alert):
        return msgspec.structs.replace(record, changes=tuple(_allowed(record.changes, national)))
    return record


def _allowed(
    changes: Iterable[ServiceChange], national: Mapping[str, Record]
) -> Iterable[ServiceChange]:
    """Leave out what is no local service of the national pack."""
    for change in changes:
        owner, slash, name = change.service.partition("/")
        target = national.get(name) if slash and owner == NATIONAL else None
        if target is None or (isinstance(target, Service) and not serves_everybody(target)):
            yield change


def spoken_of(record: Record) -> Iterator[str]:
    """Yield the ids of the national records that decide how :func:`bounded` bounds this one."""
    said = [record.about]
    if isinstance(record, Alert):
        said += [change.service for change in record.changes]
    for reference in said:
        owner, _, name = reference.partition("/")
        if owner == NATIONAL and name:
            yield name
