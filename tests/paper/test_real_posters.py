"""The posters as they stand in the sources; the compiled ones: test_quality_sheets.py."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import cast

import pytest
import yaml

from feltperm.catalogue.library import Entry, Ref
from feltperm.catalogue.records import Poster, Text
from feltperm.desk.sheets.print import poster_job
from feltperm.paper.job import SiteBox
from feltperm.paper.press import Press
from feltperm_publish.lint import check
from feltperm_publish.place import Place

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
SITE = SiteBox(
    name="Feltpleien ved brygga",
    address="Eksempelgata 12, 7010 Trondheim",
    phone="73 00 00 00",
    hours="mandag–fredag kl. 9–15, lørdag kl. 11–14",
)


@pytest.fixture(scope="module")
def content() -> dict[str, Entry]:
    sources, _, _ = check(Place(RESOURCES, RESOURCES), date(2026, 11, 26))
    assert sources.header is not None
    return {
        f"national/{record.id}": Entry(Ref("national", record.id), record, sources.header)
        for record in sources.records
    }


@pytest.fixture(scope="module")
def labels() -> dict[str, Text]:
    text = (RESOURCES / "vocabulary" / "labels.yaml").read_text(encoding="utf-8")
    found = cast("dict[str, dict[str, dict[str, Text]]]", yaml.safe_load(text))["labels"]
    return {name: label["text"] for name, label in found.items()}


def test_every_poster_fits_a5_in_bokmaal(
    press: Press, content: dict[str, Entry], labels: dict[str, Text]
) -> None:
    for poster in content.values():
        if isinstance(poster.record, Poster):
            job = poster_job(
                poster, content.get, SITE, ["nb"], "a5", "colour", date(2026, 11, 26), labels
            )
            press.set(job)
