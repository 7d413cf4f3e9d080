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
from feltperm.wording import say

__all__ = ["KEYS", "LABELS", "LONGEST", "one_line", "shown"]

#: The longest text that is shown of a field, in letters.
LONGEST = 120

#: What each key is called on screen, in the order in which changes are told.
LABELS: Mapping[str, str] = {
    "kind": say("Slag"),
    "title": say("Navn"),
    "status": say("Tilstand"),
    "withdrawn_on": say("Trukket tilbake"),
    "level": say("Alvor"),
    "phone": say("Telefon"),
    "hours": say("Åpningstid"),
    "address": say("Adresse"),
    "email": say("E-post"),
    "url": say("Nettside"),
    "referral": say("Henvisning kreves"),
    "free": say("Gratis"),
    "drop_in": say("Uten time"),
    "may_come_while_using": say("Kan komme ruset"),
    "anonymous": say("Anonymt"),
    "staff_only": say("Bare for fagfolk"),
    "urgency": say("Når det haster"),
    "steps": say("Trinn"),
    "who_to_call": say("Hvem kan hjelpe"),
    "changes": say("Endret drift"),
    "picture": say("Bilde"),
    "eligibility": say("Hvem det er for"),
    "application_process": say("Slik kommer du inn"),
    "fees": say("Pris"),
    "wait_time": say("Ventetid"),
    "accessibility": say("Tilgjengelighet"),
    "offers": say("Hva du får"),
    "audience": say("For hvem"),
    "area": say("Område"),
    "languages": say("Språk"),
    "provider": say("Hvem som driver"),
    "category": say("Type"),
    "text": say("Tekst"),
    "valid": say("Gjelder"),
    "verified_on": say("Bekreftet"),
    "needs_check": say("Må bekreftes"),
    "reviewed": say("Fagkontroll"),
    "sources": say("Kilder"),
    "look": say("Utseende på plakaten"),
    "other": say("Annet"),
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
    "current": say("Gjeldende"),
    "historical": say("Historisk"),
    "withdrawn": say("Trukket tilbake"),
    "temporarily_closed": say("Midlertidig stengt"),
    "changed_operation": say("Endret drift"),
}
_LEVEL = {
    "acute": say("Akutt fare"),
    "changed": say("Endret drift"),
    "info": say("Til orientering"),
}
_ANSWER = {True: say("ja"), False: say("nei"), None: say("ikke oppgitt")}
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
