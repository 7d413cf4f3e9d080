"""What the records state, by kind and field: nothing is filled by inference, so gaps show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from feltperm.catalogue.canonical import encode_record
from feltperm.catalogue.records import KINDS, Record, Service, kind_of

__all__ = ["counts", "filled"]


def counts(records: Iterable[Record]) -> dict[str, int]:
    """Return what there is to count, in the order it is shown."""
    known = list(records)
    services = [record for record in known if isinstance(record, Service)]
    kinds = Counter(map(kind_of, known))
    places = {number for record in known for number in record.area.municipalities}
    return {
        **{kind: kinds[kind] for kind in KINDS},
        "municipalities": len(places),
        "services with phone": sum(bool(service.phones) for service in services),
        "services with address": sum(bool(service.addresses) for service in services),
        "services with hours": sum(bool(one.schedules or one.hours) for one in services),
        "to be checked": sum(record.needs_check for record in known),
        "reviewed in bokmål": sum("nb" in record.reviewed for record in known),
        "historical": sum(record.status == "historical" for record in known),
    }


def filled(records: Iterable[Record]) -> Iterator[tuple[str, str, int, int]]:
    """Give (kind, field, records that state it, records of the kind), in the order of the types."""
    of_kind: dict[str, list[dict[str, object]]] = {kind: [] for kind in KINDS}
    types: dict[str, type[Record]] = {}
    for record in records:
        of_kind[kind_of(record)].append(msgspec.json.decode(encode_record(record)))
        types[kind_of(record)] = type(record)
    for kind, known in of_kind.items():
        for field in types[kind].__struct_fields__ if known else ():
            yield kind, field, sum(field in one for one in known), len(known)
