"""Whether an own record and a record of the content are the same place (issue 8, point 5)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from feltperm.catalogue.fold import fold
from feltperm.catalogue.phones import bare_number
from feltperm.catalogue.records import Service, pick

__all__ = ["same_place"]

#: A shorter number, as 113 or 116 117, is nobody's own.
_OWN_NUMBER = 8
Found = TypeVar("Found")


def same_place(own: Service, others: Sequence[tuple[Found, Service]]) -> Found | None:
    """Return which of the others is the same place as an own record, or None.

    The number decides; where several have it, as at a switchboard, the name among those. A record
    without a number of its own is known by its name in its municipality.
    """
    numbers, name = _numbers(own), fold(pick(own.title)[1])
    ringing = [one for one in others if numbers & _numbers(one[1])]
    named = [one for one in ringing if fold(pick(one[1].title)[1]) == name]
    if not ringing:
        there = set(own.area.municipalities)
        named = [
            (found, other)
            for found, other in others
            if fold(pick(other.title)[1]) == name and there & set(other.area.municipalities)
        ]
    for matching in (ringing, named):
        if len(matching) == 1:
            return matching[0][0]
    return None


def _numbers(record: Service) -> set[str]:
    found = {bare_number(phone.number) for phone in record.phones}
    return {number for number in found if len(number) >= _OWN_NUMBER}
