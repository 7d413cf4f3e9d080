"""How far a record may be trusted today, and dates as people write them."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from catalogue.samples import service
from feltperm.catalogue.dates import long_date, parse_date, short_date
from feltperm.catalogue.freshness import freshness
from feltperm.catalogue.records import Source

TODAY = date(2026, 11, 25)
RECORD = service("svc-x", "X")


def read(day: str) -> tuple[Source, ...]:
    return (Source(publisher="P", title="T", read_on=day),)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "unconfirmed"),
        ({"verified_on": "2026-11-20"}, "confirmed"),
        ({"verified_on": "2026-11-20", "needs_check": True}, "unconfirmed"),
        ({"sources": read("2025-11-25")}, "unconfirmed"),
        ({"sources": read("2025-11-24")}, "due"),
        ({"sources": read("2025-11-24"), "verified_on": "2026-01-01"}, "confirmed"),
        ({"verified_on": "2025-01-01", "sources": ()}, "due"),
        ({"sources": read("2024-11-24")}, "overdue"),
        ({"valid_until": "2026-12-26", "verified_on": "2026-11-20"}, "confirmed"),
        ({"valid_until": "2026-12-25", "verified_on": "2026-11-20"}, "due"),
        ({"valid_until": "2026-11-25"}, "due"),
        ({"valid_until": "2026-11-24", "verified_on": "2026-11-20"}, "overdue"),
        ({"status": "historical", "valid_until": "2020-01-01"}, "historical"),
        ({"status": "withdrawn"}, "historical"),
        ({"status": "temporarily_closed", "verified_on": "2026-11-20"}, "confirmed"),
        ({"sources": (), "verified_on": "not a date"}, "unconfirmed"),
    ],
)
def test_the_rule(changes: dict[str, object], expected: str) -> None:
    assert freshness(msgspec.structs.replace(RECORD, **changes), TODAY) == expected


def test_dates() -> None:
    assert long_date("2026-11-22") == "22. november 2026"
    assert short_date("2026-11-02") == "02.11.2026"
    assert long_date(TODAY) == "25. november 2026"
    for odd in ("", "2026", "2026-13-01", "20261122", "høsten 2026"):
        assert parse_date(odd) is None
        assert long_date(odd) == odd
        assert short_date(odd) == odd
