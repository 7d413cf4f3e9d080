"""The facts that a sheet prints, in words as the list shows them and as an answer states them.

An answer states all that holds from now on. What it repeats stays as it is in the source, and what
would go without having been mentioned is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from feltperm.catalogue.areas import Geography
from feltperm.catalogue.confirming import Place
from feltperm.catalogue.dates import short_date
from feltperm.catalogue.freshness import Freshness, freshness
from feltperm.catalogue.records import Address, Organisation, Phone, Text, pick
from feltperm_publish import phones
from feltperm_publish.worklist.hours import NotUnderstood, hours_in_words, parse_hours

__all__ = [
    "STATES", "Facts", "addresses_in_words", "all_hours", "apart", "facts_of", "new_addresses",
    "new_hours", "new_phones", "phones_in_words", "tight",
]  # fmt: skip

#: The states that bring a record onto the list, the most urgent first, in words.
STATES: dict[Freshness, str] = {
    "overdue": "må sjekkes", "due": "bør sjekkes", "unconfirmed": "ikke bekreftet",
}  # fmt: skip

#: Between two facts in a cell; what stands in parentheses is a note.
_BETWEEN = re.compile(r"[;\n](?![^()]*\))")
_PHONE = re.compile(r"(\+?\d[\d .\-]*)(?:\((.+)\))?")
_ADDRESS = re.compile(r"(.+?),\s*(\d{4})\s+(\D+)")


@dataclass(frozen=True, slots=True)
class Facts:
    """One line of the list, each fact in words; what is not stated is empty."""

    id: str
    name: str
    area: str
    phones: str
    addresses: str
    hours: str
    source: str
    read_on: str
    state: str


def facts_of(record: Place, geography: Geography, today: date) -> Facts:
    """Return a record's line; ``state`` is empty for what need not be confirmed.

    The source is the one that was read last, with «m.fl.» when other publishers say it too.
    """
    newest = max(record.sources, key=lambda source: source.read_on, default=None)
    others = newest and any(one.publisher != newest.publisher for one in record.sources)
    return Facts(
        id=record.id,
        name=pick(record.title)[1],
        area=geography.label(record.area),
        phones=phones_in_words(record.phones),
        addresses=addresses_in_words(record.addresses),
        hours=all_hours(record),
        source=newest.publisher + " m.fl." * bool(others) if newest else "",
        read_on=short_date(newest.read_on) if newest else "",
        state=STATES.get(freshness(record, today), ""),
    )


def apart(cell: str) -> Iterator[str]:
    """Yield the facts of one cell; a semicolon in parentheses belongs to a note."""
    for piece in _BETWEEN.split(cell):
        if plain := " ".join(piece.split()):
            yield plain


def tight(text: str) -> str:
    """Return a cell for comparing: without space and leading zeros, which a spreadsheet changes."""
    plain = re.sub(r"[\s\u200b]+", "", text)
    return re.sub(r"[‐‑–—−]", "-", plain).lstrip("0")


def phones_in_words(numbers: Sequence[Phone]) -> str:
    """Return «22 40 00 40; 02800 (kveld)»."""
    return "; ".join(map(_phone_in_words, numbers))


def addresses_in_words(addresses: Sequence[Address]) -> str:
    """Return «Storgata 1, 0155 Oslo»; what is not stated is left out."""
    return "; ".join(map(_address_in_words, addresses))


def new_phones(text: str, known: Sequence[Phone]) -> tuple[Phone, ...]:
    """Return the numbers that an answer states.

    Raises:
        NotUnderstood: a number is not in use, or one that stood there has not been mentioned.
    """
    said = {tight(_phone_in_words(one)): one for one in known}
    found = [said.get(tight(piece)) or _phone(piece) for piece in apart(text)]
    _refuse_fewer(found, known, "telefonnumre")
    if len({one.number for one in found}) < len(found):
        raise NotUnderstood("Samme nummer står to ganger.")
    return tuple(_with_note(one, place, found, known) for place, one in enumerate(found))


def new_addresses(text: str, known: Sequence[Address]) -> tuple[Address, ...]:
    """Return the addresses that an answer states.

    Raises:
        NotUnderstood: no street, postcode and place, or an address has not been mentioned.
    """
    said = {tight(_address_in_words(one)): one for one in known}
    found = [said.get(tight(piece)) or _address(piece) for piece in apart(text)]
    _refuse_fewer(found, known, "adresser")
    return tuple(found)


def new_hours(text: str, record: Place) -> dict[str, Any]:
    """Return the fields of a record that new hours change.

    What all the known hours share (what they are, and where) is kept.

    Raises:
        NotUnderstood: the notation is not understood, or the record says more than it can express.
    """
    if isinstance(record, Organisation):
        raise NotUnderstood("En organisasjon har ikke åpningstid i Feltperm.")
    known = record.schedules
    if any(s.dates or s.valid_from or s.valid_to or s.exceptions for s in known):
        raise NotUnderstood("Posten har datoer eller perioder. Rett tidene i kildefilen.")
    if known and record.hours:
        raise NotUnderstood("Posten har også åpningstid i ord. Rett tidene i kildefilen.")
    shared = {(s.place, *s.description.items()): s for s in known}
    if len(shared) > 1:
        raise NotUnderstood("Posten har tider for flere tilbud. Rett tidene i kildefilen.")
    schedules = parse_hours(text)
    for one in shared.values():
        schedules = tuple(
            msgspec.structs.replace(new, place=one.place, description=one.description)
            for new in schedules
        )
    return {"schedules": schedules, "hours": {}}


def all_hours(record: Place) -> str:
    """Return the weekly hours and those in words; empty for an organisation."""
    if isinstance(record, Organisation):
        return ""
    return "; ".join(filter(None, (hours_in_words(record.schedules), pick(record.hours)[1])))


def _phone_in_words(phone: Phone) -> str:
    note = pick(phone.note)[1]
    return phones.display(phone.number) + (f" ({note})" if note else "")


def _address_in_words(address: Address) -> str:
    town = " ".join(filter(None, (address.postcode, address.city)))
    return ", ".join(filter(None, (address.line, town)))


def _phone(piece: str) -> Phone:
    found = _PHONE.fullmatch(piece)
    if found is None:
        example = "22 40 00 40; 02800 (kveld)"
        raise NotUnderstood(f"«{piece}» er ikke forstått. Skriv som «{example}».")
    number = re.sub(r"[ .\-]", "", found[1])
    number = re.sub(r"^00", "+", number)
    # the country code of Norway is never printed for people in Norway
    number = re.sub(r"^\+47(?=\d{8}$)", "", number)
    if phones.problem(number):
        raise NotUnderstood(f"«{piece}» er ikke et telefonnummer i bruk i Norge.")
    note: Text = {"nb": found[2].strip()} if found[2] else {}
    return Phone(number=number, note=note)


def _with_note(phone: Phone, place: int, found: Sequence[Phone], known: Sequence[Phone]) -> Phone:
    """Return a number that stays with its note; a new one says itself what it is for."""
    if phone.note:
        return phone
    numbers = {one.number for one in found}
    for one in known:
        if one.number == phone.number:
            return one
    for one in known[place : place + 1]:
        if one.note and one.number not in numbers:
            example = f"«{phones.display(phone.number)} ({pick(one.note)[1]})»"
            raise NotUnderstood(f"Skriv i parentes hva nummeret er til, som {example}.")
    return phone


def _address(piece: str) -> Address:
    found = _ADDRESS.fullmatch(piece)
    if found is None or "?" in piece or not piece.isprintable():
        example = "Storgata 1, 0155 Oslo"
        raise NotUnderstood(f"«{piece}» er ikke forstått. Skriv som «{example}».")
    return Address(line=found[1].strip(), postcode=found[2], city=found[3].strip())


def _refuse_fewer(found: Sequence[object], known: Sequence[object], what: str) -> None:
    if len(found) < max(1, len(known)):
        advice = "Skriv alle som gjelder, med semikolon mellom. Skal ett bort, rett kildefilen."
        raise NotUnderstood(f"Posten har {len(known)} {what}. {advice}")
