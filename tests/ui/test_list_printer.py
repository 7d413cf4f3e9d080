"""«Skriv ut liste …»: what the search page has found, in the print dialog."""

from __future__ import annotations

import pytest

from feltperm.desk.sheets.posters import Proof
from feltperm.paper.directory_job import DirectoryJob
from feltperm.paper.press import Sheet
from feltperm.ui.posters.outlet import Outlet
from real_window import House


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Sheet, Proof]]:
    """What would have come into the print dialog."""
    asked: list[tuple[Sheet, Proof]] = []
    monkeypatch.setattr(
        Outlet, "print", lambda _self, sheet, proof, _name: asked.append((sheet, proof))
    )
    return asked


def test_the_list_is_what_is_filtered_by(house: House, printed: list[tuple[Sheet, Proof]]) -> None:
    house.search.filters.set_municipality("3301")
    house.driver.settle()
    house.search.directory.click()
    house.driver.wait(lambda: printed)
    sheet, proof = printed[0]
    assert isinstance(proof.job, DirectoryJob)
    assert proof.job.title == {"nb": "Tilbud i Drammen"}
    assert len(sheet.pages) > 2


def test_a_search_gives_the_services_that_it_finds(
    house: House, printed: list[tuple[Sheet, Proof]]
) -> None:
    house.find("nalokson")
    house.search.directory.click()
    house.driver.wait(lambda: printed)
    job = printed[0][1].job
    assert 0 < len(job.items) < 60
    assert "nalokson" not in job.subtitle["nb"]


def test_nothing_found_is_said(house: House, printed: list[tuple[Sheet, Proof]]) -> None:
    house.find("zzgatehjelpa")
    house.search.directory.click()
    house.driver.wait(lambda: "Lista har ingen tilbud" in house.shell.strip.text())
    assert printed == []
