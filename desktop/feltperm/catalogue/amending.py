"""What a team has corrected of a record: values laid over those of the pack, for this laptop alone.

Everything that reads records reads them through the library, so search, pages, sheets and the walls
follow a correction at once (SCREENS J8).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple, TypeAlias, get_args

import msgspec

from feltperm.catalogue.phones import bare_number, grouped
from feltperm.catalogue.records import Address, Organisation, Phone, Record, Service, pick

__all__ = ["FIELDS", "Amendment", "Field", "address_line", "amended", "values_of"]

#: What can be corrected: how to reach a place, and when.
Field: TypeAlias = Literal["phone", "address", "hours", "email", "url"]
FIELDS: tuple[Field, ...] = get_args(Field)


class Amendment(NamedTuple):
    """One value in place of another.

    Attributes:
        old: the value of the pack, as :func:`values_of` gives it; empty where there was none.
        new: what the team says.
    """

    field: Field
    old: str
    new: str


def address_line(address: Address) -> str:
    """Return an address on one line."""
    where = " ".join(part for part in (address.postcode, address.city) if part)
    return ", ".join(part for part in (address.line, where) if part)


def values_of(record: Record, field: Field) -> tuple[str, ...]:
    """Return what a record says of a field, as a person reads it; nothing where it says nothing."""
    if not isinstance(record, Service | Organisation):
        return ()
    if field == "phone":
        return tuple(phone.display or grouped(phone.number) for phone in record.phones)
    if field == "address":
        return tuple(map(address_line, record.addresses))
    if field == "hours":
        said = pick(record.hours)[1] if isinstance(record, Service) else ""
        return (said,) if said else ()
    value = record.email if field == "email" else record.url
    return (value,) if value else ()


def amended(record: Record, amendments: Iterable[Amendment]) -> Record:
    """Return the record with these values in place of its own.

    One whose old value is not there any more changes nothing: new content says something else, and
    somebody has to be asked.
    """
    for one in amendments:
        known = values_of(record, one.field)
        if isinstance(record, Service | Organisation) and (
            one.old in known or not (one.old or known)
        ):
            record = _replaced(record, one, known)
    return record


def _replaced(
    record: Service | Organisation, one: Amendment, known: tuple[str, ...]
) -> Service | Organisation:
    change = msgspec.structs.replace
    place = known.index(one.old) if one.old else 0
    if one.field == "phone":
        number = bare_number(one.new) or one.new
        before = record.phones[place].note if record.phones else {}
        phone = Phone(number=number, display=grouped(number), note=before)
        return change(record, phones=(*record.phones[:place], phone, *record.phones[place + 1 :]))
    if one.field == "address":
        rest = record.addresses
        made = (*rest[:place], Address(line=one.new), *rest[place + 1 :])
        return change(record, addresses=made)
    if one.field == "hours":
        return change(record, hours={"nb": one.new}, schedules=())
    return change(record, **{one.field: one.new})
