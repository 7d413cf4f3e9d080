"""What an answer does to a source record, whichever way it came.

A filled-in list and a file of corrections say the same things; they are judged and written here.
"""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

from feltperm.catalogue.confirming import CONFIRMED, Place
from feltperm.catalogue.dates import short_date
from feltperm_publish.worklist.facts import (
    addresses_in_words,
    all_hours,
    new_addresses,
    new_hours,
    new_phones,
    phones_in_words,
)
from feltperm_publish.worklist.hours import NotUnderstood

__all__ = ["Cell", "closed", "confirmed", "ended_before", "looked_at_later", "stated", "stood"]

#: The facts that an answer can state anew, each with all that holds of it.
Cell: TypeAlias = Literal["phones", "addresses", "schedules"]


def confirmed(day: str) -> dict[str, Any]:
    """Return the fields of a record that somebody confirmed on an ISO day."""
    return {CONFIRMED: day, "needs_check": False}


def closed(day: str) -> dict[str, Any]:
    """Return the fields of a record whose place has closed, as was said on an ISO day."""
    return {"status": "historical", "valid_until": day}


def stated(cell: Cell, text: str, record: Place) -> dict[str, Any]:
    """Return the fields of a record that an answer states.

    Raises:
        NotUnderstood: it cannot be read, or something that stood there has not been mentioned.
    """
    if not "".join(text.split()).isprintable():
        raise NotUnderstood("Her står det tegn som ikke kan skrives ut.")
    if cell == "phones":
        return {cell: new_phones(text, record.phones)}
    if cell == "addresses":
        return {cell: new_addresses(text, record.addresses)}
    return new_hours(text, record)


def stood(cell: Cell, record: Place) -> str:
    """Return what a list shows of a fact before it is stated anew."""
    if cell == "phones":
        return phones_in_words(record.phones)
    return addresses_in_words(record.addresses) if cell == "addresses" else all_hours(record)


def looked_at_later(record: Place, day: str) -> str:
    """Return why an answer of an ISO day is out of date; empty where it is not."""
    seen = max((record.verified_on, *(one.read_on for one in record.sources)))
    if day < seen:
        return f"Posten er lest eller bekreftet senere, {short_date(seen)}. Ring på nytt."
    return ""


def ended_before(record: Place, day: str) -> str:
    """Return why a record did not hold any more on an ISO day; empty where it did."""
    if "" < (end := record.valid_until) < day:
        return f"Posten gjelder bare til {short_date(end)}. Rett det i kildefilen først."
    return ""
