"""What filters ask of a record beside its own columns: lists it may name, and how urgent it is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, TypeAlias

from feltperm.catalogue.records import Guidance, Organisation, Record, Service

__all__ = ["FACETS", "Facet", "facets", "is_acute"]

Facet: TypeAlias = Literal["offer", "language", "topic", "audience"]
FACETS: tuple[Facet, ...] = ("offer", "language", "topic", "audience")


def facets(row: int, record: Record) -> list[tuple[Facet, str, int]]:
    """Return the rows of table ``facet``: one for each value that the record names."""
    named: dict[Facet, Iterable[str]] = {
        "offer": record.offers if isinstance(record, Service) else (),
        "language": _languages(record),
        "topic": record.topics,
        "audience": record.audience,
    }
    return [(name, value, row) for name in FACETS for value in sorted(set(named[name])) if value]


def is_acute(record: Record) -> bool:
    """Whether a guidance names signs to call 113 or the emergency doctor for."""
    return isinstance(record, Guidance) and any(
        one.level in ("call_113", "call_legevakt") for one in record.urgency
    )


def _languages(record: Record) -> Iterable[str]:
    """Return the languages one is met in there; of what is read, those it is written in."""
    if isinstance(record, Service | Organisation):
        return record.languages
    return (language for language, wording in record.title.items() if wording)
