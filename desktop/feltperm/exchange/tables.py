"""Records as a table that Norwegian Excel opens: semicolons, UTF-8 with its mark, one row each."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from feltperm.catalogue.amending import address_line
from feltperm.catalogue.library import Entry
from feltperm.catalogue.records import Organisation, Service, kind_of, pick

__all__ = ["COLUMNS", "table"]

COLUMNS = (
    "id", "type", "navn", "sammendrag", "drives av", "telefon", "e-post", "nettside", "adresse",
    "koster", "henvisning", "kilde", "lest", "ikke bekreftet", "utgiver", "utgave",
)  # fmt: skip
#: What a spreadsheet would take for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table(entries: Iterable[Entry]) -> bytes:
    """Return one row for each record, with where its facts come from."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for entry in entries:
        writer.writerow([_plain(value) for value in _row(entry)])
    return text.getvalue().encode("utf-8-sig")


def _row(entry: Entry) -> list[str]:
    record = entry.record
    place = record if isinstance(record, Service | Organisation) else None
    service = record if isinstance(record, Service) else None
    source = record.sources[0] if record.sources else None
    return [
        str(entry.ref),
        kind_of(record),
        pick(record.title)[1],
        pick(record.summary)[1],
        service.provider if service else "",
        ", ".join(one.display or one.number for one in place.phones) if place else "",
        place.email if place else "",
        place.url if place else "",
        "; ".join(map(address_line, place.addresses)) if place else "",
        _three(service.free, "gratis", "koster") if service else "",
        _three(service.referral, "ja", "nei") if service else "",
        f"{source.publisher}, {source.title}" if source else "",
        source.read_on if source else "",
        "ja" if record.needs_check else "",
        entry.header.publisher,
        entry.header.published[:10],
    ]


def _three(value: bool | None, yes: str, no: str) -> str:
    """Return one of three answers: what nobody has stated stays empty."""
    return "" if value is None else yes if value else no


def _plain(value: str) -> str:
    return f"'{value}" if value.startswith(_FORMULA) else value
