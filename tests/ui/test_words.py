"""The words for how fresh a record is (DESIGN section 2: freshness)."""

from __future__ import annotations

from datetime import datetime

import pytest

from feltperm.catalogue.freshness import freshness
from feltperm.catalogue.records import Service, Source
from feltperm.desk.terms import Terms
from feltperm.ui.words import Words

NOW = datetime(2026, 11, 25, 12)


def said(read_on: str, verified_on: str = "", valid_until: str = "") -> tuple[str, str]:
    record = Service(
        id="svc-a",
        title={"nb": "Prøve"},
        sources=(Source(publisher="Prøve", title="Side", read_on=read_on),),
        verified_on=verified_on,
        valid_until=valid_until,
    )
    words = Words(offers={}, categories={}, terms=Terms(()), now=lambda: NOW)
    return words.freshness(freshness(record, NOW.date()), record)


@pytest.mark.parametrize(
    ("facts", "wording"),
    [
        (("2026-11-22", "2026-11-20"), ("Sjekket 20. november 2026", "green")),
        (("2026-11-22",), ("Ikke bekreftet etter 22. november 2026", "plain")),
        (("2025-09-01",), ("Bør sjekkes", "amber")),
        (("2024-06-01",), ("Ikke sjekket på 29 måneder", "amber")),
        # read the other day, but past its own end
        (("2026-11-22", "", "2026-11-01"), ("Gjelder ikke etter 1. november 2026", "amber")),
        (("2024-06-01", "", "2027-06-01"), ("Ikke sjekket på 29 måneder", "amber")),
    ],
)
def test_each_state_is_said_in_its_own_words(
    facts: tuple[str, ...], wording: tuple[str, str]
) -> None:
    assert said(*facts) == wording
