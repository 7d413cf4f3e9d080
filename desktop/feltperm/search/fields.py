"""Which texts of a record are searched, and in which order a snippet is looked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from feltperm.catalogue.records import (
    Alert,
    Guidance,
    Organisation,
    Poster,
    Record,
    Service,
    Step,
    Text,
    pick,
)
from feltperm.search.text import plain

__all__ = [
    "MAIN", "bodies", "names", "others", "phone_digits", "readable", "shown", "whole_names",
]  # fmt: skip


#: How many texts come first and say what the record is about.
MAIN = 2


def names(record: Record) -> list[str]:
    """Return what the record is called: titles in every language, other names."""
    return [*record.title.values(), *record.alternate_names]


def whole_names(record: Record) -> list[str]:
    """Return what may be typed to mean exactly this record.

    Beside its names that is what stands before the colon of a title: `LAR` for «LAR: hva det er».
    """
    heads = (title.partition(":")[0] for title in record.title.values() if ":" in title)
    return [*names(record), *heads]


def bodies(record: Record) -> Iterator[str]:
    """Give every other text of the record in every language, as plain text."""
    for text in _texts(record):
        yield from filter(None, map(plain, text.values()))
    yield from _strings(record)


def readable(record: Record) -> Iterator[str]:
    """Give all texts of a record, first those that a reader of bokmål is shown."""
    yield from shown(record)
    yield from others(record)


def shown(record: Record, language: str = "nb") -> Iterator[str]:
    """Give the texts a snippet may come from, each in one language, the best place first.

    That is ``language`` where there is a wording in it, else bokmål. The first :data:`MAIN` are
    summary and body, empty or not.
    """
    for text in _texts(record):
        yield plain(pick(text, language)[1])
    yield from _strings(record)


def others(record: Record, language: str = "nb") -> Iterator[str]:
    """Give the wordings of these texts in the languages that are not shown."""
    for text in _texts(record):
        one = pick(text, language)[1]
        yield from (plain(other) for other in text.values() if other != one)


def phone_digits(number: str) -> str:
    """Return a number as its digits, without the country code of Norway."""
    digits = "".join(c for c in number if c.isascii() and c.isdigit())
    for code in ("0047", "47"):
        if digits.startswith(code) and len(digits) == len(code) + 8:
            return digits[len(code) :]
    return digits


def _texts(record: Record) -> Iterator[Text]:
    yield record.summary
    yield record.body
    if isinstance(record, Service):
        yield from (record.eligibility, record.application_process, record.fees)
        yield from (record.hours, record.wait_time, record.accessibility)
        yield from (schedule.description for schedule in record.schedules)
    elif isinstance(record, Guidance):
        yield from _steps(record.steps)
        yield from (sign for urgency in record.urgency for sign in urgency.signs)
        talk = record.conversation
        yield from (*talk.say, *talk.needs_consent, *talk.ask)
        yield from record.facts
    elif isinstance(record, Poster):
        yield record.subtitle
        yield from _steps(record.items)
        yield record.box_heading
        yield from (sign.words for sign in record.signs)
    elif isinstance(record, Alert):
        yield from (record.appearance, record.seen)
        yield from (*record.danger_signs, *record.for_clients, *record.for_staff)
        yield from (change.description for change in record.changes)
    if isinstance(record, Service | Organisation):
        yield from (phone.note for phone in record.phones)
    yield record.note


def _steps(steps: Iterable[Step]) -> Iterator[Text]:
    for step in steps:
        yield step.title
        yield step.detail


def _strings(record: Record) -> Iterator[str]:
    """Give what has no language: who runs it and where it is."""
    if isinstance(record, Service):
        yield from filter(None, (record.provider, *(s.place for s in record.schedules)))
    if isinstance(record, Service | Organisation):
        for address in record.addresses:
            yield " ".join(filter(None, (address.line, address.city)))
