"""Sources, dates and telephone numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from feltperm.catalogue.records import Alert, Phone, Picture, Record, Source
from feltperm_publish import phones
from feltperm_publish.rules.context import Complaint, Context
from feltperm_publish.walk import strings, structs

__all__ = [
    "alert_says_enough", "dates_are_iso", "has_not_ended", "is_date", "nothing_from_the_future",
    "phones_are_valid", "pictures_are_described", "sources_are_dated", "sources_are_given",
    "urls_are_web_addresses",
]  # fmt: skip


def sources_are_given(record: Record, context: Context) -> Iterator[Complaint]:
    """Every record says where its facts were read, and when."""
    if not record.sources:
        yield "sources", "are missing"
    for path, source in structs(record, Source):
        if not source.publisher or not source.title:
            yield path, "publisher and title say where it was read"


def sources_are_dated(record: Record, context: Context) -> Iterator[Complaint]:
    """Without the day it was read, a fact counts as unconfirmed until somebody looks."""
    for path, source in structs(record, Source):
        if not source.read_on:
            yield f"{path}.read_on", "give the day it was read; until then it is unconfirmed"


def urls_are_web_addresses(record: Record, context: Context) -> Iterator[Complaint]:
    """An address opens in a browser and nowhere else."""
    for path, url in strings(record):
        if path.rpartition(".")[2] != "url":
            continue
        try:
            parts = urlsplit(url)
        except ValueError:
            yield path, f"{url!r} is not an address"
            continue
        if parts.scheme not in ("https", "http") or not parts.hostname or re.search(r"\s", url):
            yield path, f"{url!r} is not an https or http address"


def dates_are_iso(record: Record, context: Context) -> Iterator[Complaint]:
    """Dates are ``YYYY-MM-DD`` and exist in the calendar."""
    dated = {"read_on", "verified_on", "valid_from", "valid_until", "valid_to", "on", "date"}
    dated |= {"until", "seen_on", "withdrawn_on"}
    for path, text in strings(record):
        name = path.rpartition(".")[2]
        if (name in dated or re.fullmatch(r"dates\[\d+\]", name)) and not is_date(text):
            yield path, f"{text!r} is not a date; write 2026-11-22"
        # Some sources give only the year or the month of publication.
        if name == "published" and not re.fullmatch(r"\d{4}(-\d\d)?", text) and not is_date(text):
            yield path, f"{text!r} is not a date; write 2026-11-22, 2026-11 or 2026"
    if record.valid_from and record.valid_until and record.valid_from > record.valid_until:
        yield "valid_until", "ends before valid_from"


def is_date(text: str) -> bool:
    """Whether a text is a day of the calendar, written ``YYYY-MM-DD``."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def phones_are_valid(record: Record, context: Context) -> Iterator[Complaint]:
    """Numbers exist in the Norwegian numbering plan, short numbers included."""
    for path, phone in structs(record, Phone):
        if problem := phones.problem(phone.number):
            yield f"{path}.number", problem
        if phone.number.startswith("+47") and not phone.note:
            yield f"{path}.note", "say that it is for calls from abroad, or leave out +47"
        if phone.display:
            yield f"{path}.display", "leave it out; it is made from the number"


def pictures_are_described(record: Record, context: Context) -> Iterator[Complaint]:
    """Whoever does not see a picture, or has not got its file, is told what it shows."""
    for path, picture in structs(record, Picture):
        if not picture.alt.get("nb"):
            yield f"{path}.alt.nb", "say in bokmål what the picture shows"


def nothing_from_the_future(record: Record, context: Context) -> Iterator[Complaint]:
    """What somebody read, confirmed or reviewed lies behind us: a later day is a slip."""
    today = context.today.isoformat()
    for path, text in strings(record):
        name = path.rpartition(".")[2]
        if (
            name in ("read_on", "verified_on", "on", "published", "seen_on", "withdrawn_on")
            and is_date(text)
            and text > today
        ):
            yield path, f"{text!r} lies after today; write the day it happened"


def has_not_ended(record: Record, context: Context) -> Iterator[Complaint]:
    """A record past its own end is marked as such, or gets a new end."""
    ended = record.valid_until and record.valid_until < context.today.isoformat()
    if ended and record.status not in ("historical", "withdrawn"):
        yield "valid_until", "has passed: mark it historical or withdrawn, or give a new end"


def alert_says_enough(record: Record, context: Context) -> Iterator[Complaint]:
    """A warning names its days, its sender and how sure it is, or walls keep it for ever."""
    if not isinstance(record, Alert):
        return
    if not record.valid_from:
        yield "valid_from", "give the first day it holds; it stands on its sheets"
    if not record.valid_until:
        yield "valid_until", "give the last day it holds, so that its sheets come down"
    if not record.said_by:
        yield "said_by", "say who says so"
    if record.level == "acute" and record.certainty is None:
        yield "certainty", "write confirmed or suspected"
    if bool(record.withdrawn_on) != (record.status == "withdrawn"):
        yield "withdrawn_on", "give both: status: withdrawn, and the day"
