"""Dates as people type them."""

from __future__ import annotations

from datetime import date

import pytest

from feltperm.catalogue.dates import typed_date

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    "text",
    ["1.12.2026", "01.12.2026", "1.12.26", "1. 12. 2026", " 1/12/2026 ", "1-12-26", "2026-12-01"],
)
def test_a_day_is_understood_however_it_is_separated(text: str) -> None:
    assert typed_date(text, TODAY) == date(2026, 12, 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1.12.", date(2026, 12, 1)),
        ("25.11", date(2026, 11, 25)),
        ("24.11", date(2027, 11, 24)),
        ("3.1.", date(2027, 1, 3)),
    ],
)
def test_without_a_year_it_is_the_next_such_day(text: str, day: date) -> None:
    assert typed_date(text, TODAY) == day


def test_a_day_that_is_past_is_past_when_its_year_is_named() -> None:
    assert typed_date("3.1.2026", TODAY) == date(2026, 1, 3)


@pytest.mark.parametrize(
    "text", ["", "snart", "31.2.2026", "1.13.2026", "29.2.", "12", "1.12.202", "1.12.2026 kl. 9"]
)
def test_what_is_no_day_is_not_guessed(text: str) -> None:
    assert typed_date(text, TODAY) is None
