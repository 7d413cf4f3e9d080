"""Freshness is calm, and speaks up beside a number or an hour that is about to be used."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import msgspec
import pytest

from catalogue.samples import GEOGRAPHY, RECORDS, built, pack, searcher
from feltperm.catalogue.records import Phone, Record, Source
from feltperm.desk.doubt import doubt
from feltperm.desk.find import Finder
from feltperm.desk.text import record_text

NAME = "svc-feltpleien-trondheim"
PHONES = (Phone(number="73000000", display="73 00 00 00"),)
READ = (Source(publisher="Kommunen", title="Side", read_on="2026-11-22"),)


def changed(**changes: object) -> tuple[Record, ...]:
    def with_changes(record: Record) -> Record:
        if record.id != NAME:
            return record
        return msgspec.structs.replace(record, sources=READ, phones=PHONES, **changes)

    return tuple(map(with_changes, RECORDS))


@pytest.fixture
def finder(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Finder]:
    changes, now = request.param
    with built(tmp_path, pack(changed(**changes))) as library:
        when = datetime.fromisoformat(now)
        yield Finder(library, searcher(library), GEOGRAPHY, lambda: when)


@pytest.mark.parametrize(
    ("finder", "said"),
    [
        (({"needs_check": False}, "2026-11-25T12:00"), ""),
        (({"needs_check": True}, "2026-11-25T12:00"), "Ikke bekreftet etter 22. november 2026"),
        (({"needs_check": False}, "2027-12-01T12:00"), "Ikke bekreftet etter 22. november 2026"),
        (({"verified_on": "2026-12-24"}, "2027-12-01T12:00"), ""),
        (
            ({"verified_on": "2026-12-24"}, "2028-01-01T12:00"),
            "Ikke bekreftet etter 24. desember 2026",
        ),
    ],
    indirect=["finder"],
)
def test_doubt_stands_beside_the_number_when_it_matters(finder: Finder, said: str) -> None:
    page = finder.show(NAME)
    assert doubt(page.entry.record, page.freshness) == said
    (phone,) = (line for line in record_text(page).splitlines() if line.startswith("Telefon"))
    (hours,) = (line for line in record_text(page).splitlines() if line.startswith("Åpningstid"))
    assert phone.endswith(f"({said})") is bool(said)
    assert hours.endswith(f"({said})") is bool(said)


@pytest.mark.parametrize(
    "finder", [({"needs_check": True, "schedules": ()}, "2026-11-25T12:00")], indirect=True
)
def test_hours_that_are_not_stated_need_no_doubt(finder: Finder) -> None:
    assert "Åpningstid: ikke oppgitt" in record_text(finder.show(NAME)).splitlines()
