"""What a rule may look at beside the record it judges."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from feltperm.catalogue.records import Organisation, Record, Service
from feltperm_publish import phones
from feltperm_publish.vocabulary import Vocabulary

__all__ = ["Complaint", "Context", "Rule"]

#: (field, what is wrong and what to do).
Complaint: TypeAlias = tuple[str, str]
Rule: TypeAlias = Callable[[Record, "Context"], Iterator[Complaint]]


@dataclass(frozen=True, slots=True)
class Context:
    """The lists, the pack's id, the other records, and the day.

    Attributes:
        pack: the id of the pack that is judged.
        records: its records by id.
        national: those of the national pack by id, when another pack is judged.
        numbers: every number of a service or organisation, grouped as it is shown.
    """

    vocabulary: Vocabulary
    pack: str
    records: Mapping[str, Record]
    national: Mapping[str, Record]
    today: date
    numbers: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Group the numbers once for all rules."""
        shown = {
            phones.display(phone.number)
            for record in (*self.records.values(), *self.national.values())
            if isinstance(record, Service | Organisation)
            for phone in record.phones
            if not phones.problem(phone.number)
        }
        object.__setattr__(self, "numbers", frozenset(shown))
