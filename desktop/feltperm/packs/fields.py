"""How the fields of a record are called and read where it is told that one changed.

A key stands for one thing in a person's mind, and may cover several fields of a record: «hours»
are the schedules and what is told of them in words. Keys are stable: they lie in files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from feltperm.catalogue.dates import short_date
from feltperm.catalogue.hours_text import weekly_lines
from feltperm.catalogue.phones import grouped
from feltperm.catalogue.records import Address, Phone, Schedule, Text, pick

__all__ = ["KEYS", "LABELS", "LONGEST", "one_line", "shown"]

#: The longest text that is shown of a field, in letters.
LONGEST = 120

#: What each key is called on screen, in the order in which changes are told.
LABELS: Mapping[str, str] = {
    "kind": "Slag",
    "title": "Navn",
    "status": "Tilstand",
    "withdrawn_on": "Trukket tilbake",
    "level": "Alvor",
    "phone": "Telefon",
    "hours": "Åpningstid",
    "address": "Adresse",
    "email": "E-post",
    "url": "Nettside",
    "referral": "Henvisning kreves",
    "free": "Gratis",
    "drop_in": "Uten time",
    "may_come_while_using": "Kan komme ruset",
    "anonymous": "Anonymt",
    "staff_only": "Bare for fagfolk",
    "urgency": "Når det haster",
    "steps": "Trinn",
    "who_to_call": "Hvem kan hjelpe",
    "changes": "Endret drift",
    "picture": "Bilde",
    "eligibility": "Hvem det er for",
    "application_process": "Slik kommer du inn",
    "fees": "Pris",
    "wait_time": "Ventetid",
    "accessibility": "Tilgjengelighet",
    "offers": "Hva du får",
    "audience": "For hvem",
    "area": "Område",
    "languages": "Språk",
    "provider": "Hvem som driver",
    "category": "Type",
    "text": "Tekst",
    "valid": "Gjelder",
    "verified_on": "Bekreftet",
    "needs_check": "Må bekreftes",
    "reviewed": "Fagkontroll",
    "sources": "Kilder",
    "look": "Utseende på plakaten",
    "other": "Annet",
}

#: The key of each field of a record. A field without one is a bug that a test finds.
KEYS: Mapping[str, str] = {
    **{name: name for name in LABELS},
    "phones": "phone",
    "schedules": "hours",
    "addresses": "address",
    "items": "steps",
    "steps_from": "steps",
    "valid_from": "valid",
    "valid_until": "valid",
    "organisation": "provider",
    "layout": "look",
    "forms": "look",
    "signs": "steps",
    "colour": "look",
    **dict.fromkeys(
        (
            "summary", "body", "note", "facts", "conversation", "subtitle",
            "box_heading", "certainty", "said_by", "appearance", "seen", "seen_place", "seen_on",
            "danger_signs", "for_clients", "for_staff", "phrases",
        ),
        "text",
    ),
    **dict.fromkeys(
        ("alternate_names", "topics", "about", "related", "clinical", "critical"), "other"
    ),
}  # fmt: skip

_STATUS = {
    "current": "Gjeldende",
    "historical": "Historisk",
    "withdrawn": "Trukket tilbake",
    "temporarily_closed": "Midlertidig stengt",
    "changed_operation": "Endret drift",
}
_LEVEL = {"acute": "Akutt fare", "changed": "Endret drift", "info": "Til orientering"}
_ANSWER = {True: "ja", False: "nei", None: "ikke oppgitt"}
_ANSWERS = (
    "referral", "free", "drop_in", "may_come_while_using", "anonymous", "staff_only", "needs_check",
)  # fmt: skip


def shown(name: str, old: Any, new: Any) -> tuple[str, str]:
    """Return what two values of a field look like, each on one line.

    Of several things in one field only those that differ. Both are empty for fields whose change
    is only told, and where the two look the same.

    Args:
        name: the field's name in the record.
        old: what stood in it.
        new: what stands in it.
    """
    parts = _PARTS.get(name)
    if parts is None:
        return "", ""
    before, after = parts(old), parts(new)
    return (
        one_line("; ".join(part for part in before if part not in after)),
        one_line("; ".join(part for part in after if part not in before)),
    )


def one_line(text: str) -> str:
    """Return a text on one line, and not too long."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"


def _phones(phones: Iterable[Phone]) -> list[str]:
    return [
        (phone.display or grouped(phone.number))
        + (f" ({note})" if (note := pick(phone.note)[1]) else "")
        for phone in phones
    ]


def _addresses(addresses: Iterable[Address]) -> list[str]:
    return [
        ", ".join(filter(None, (one.line, f"{one.postcode} {one.city}".strip())))
        for one in addresses
    ]


def _hours(schedules: Iterable[Schedule]) -> list[str]:
    return [f"{days} {hours}" for days, hours in weekly_lines(schedules)]


def _words(text: Text) -> list[str]:
    return [pick(text)[1]]


def _day(day: str) -> list[str]:
    return [short_date(day)]


def _plain(text: str) -> list[str]:
    return [text]


#: The parts of a field that are shown one by one; fields without an entry are long or technical.
_PARTS: Mapping[str, Callable[[Any], list[str]]] = {
    "title": _words,
    "status": lambda value: [_STATUS[value]],
    "level": lambda value: [_LEVEL[value]],
    "withdrawn_on": _day,
    "verified_on": _day,
    "valid_until": _day,
    "phones": _phones,
    "addresses": _addresses,
    "schedules": _hours,
    "hours": _words,
    "email": _plain,
    "url": _plain,
    "provider": _plain,
    **dict.fromkeys(_ANSWERS, lambda value: [_ANSWER[value]]),
}
