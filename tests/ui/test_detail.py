"""The page of a record: its language, whom to call, what belongs to it, what an alert says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

import real_window
from feltperm.app import install_samples
from feltperm.paths import find_paths
from feltperm.ui.record.detail import DetailView

SAMPLE = "trondheim/al-tk-falske-piller"


def texts(detail: DetailView) -> list[str]:
    return [one.text() for one in detail.findChildren(QLabel) if one.isVisibleTo(detail)]


def press(house: real_window.House, words: str) -> None:
    detail = house.search.detail()
    shown = [one for one in detail.findChildren(QPushButton) if one.isVisibleTo(detail)]
    (found,) = (one for one in shown if one.text().strip() == words)
    found.click()
    house.driver.settle()


@pytest.fixture
def local(tmp_path: Path, qapp: QApplication) -> Iterator[real_window.House]:
    """The real window with the sample pack of a municipality beside the national one."""
    install_samples(find_paths(tmp_path / "profile"))
    with real_window.opened(tmp_path / "profile") as house:
        house.skip_first_start()
        yield house


def test_a_critical_page_can_be_read_in_english_and_nynorsk(house: real_window.House) -> None:
    house.read("national/gd-overdose")
    detail = house.search.detail()
    assert "Overdose: det du gjør" in texts(detail)
    press(house, "English")
    assert "Overdose: what to do" in texts(detail)
    assert "Overdose: det du gjør" not in texts(detail)
    press(house, "Kopier")
    assert QGuiApplication.clipboard().text().startswith("Overdose: what to do\n")
    press(house, "Nynorsk")
    assert "Overdose: det du gjer" in texts(detail)
    press(house, "Bokmål")
    assert "Overdose: det du gjør" in texts(detail)


def test_the_next_page_begins_in_bokmal_again(house: real_window.House) -> None:
    house.read("national/gd-overdose")
    detail = house.search.detail()
    press(house, "English")
    house.read("national/gd-selvmord")
    assert detail.page is not None
    assert detail.page.entry.record.title["nb"] in texts(detail)


def test_a_page_that_is_only_norwegian_offers_no_other_language(house: real_window.House) -> None:
    house.read("national/gd-tannhelse")
    words = [one.text().strip() for one in house.search.detail().findChildren(QPushButton)]
    assert "English" not in words


def test_the_call_has_its_blocks_and_the_numbers_to_ring(house: real_window.House) -> None:
    house.read("national/gd-parorende")
    said = texts(house.search.detail())
    order = [said.index(words) for words in ("I samtalen", "Dette kan du si", "Spør om")]
    assert order == sorted(order)
    detail = house.search.detail()
    assert detail.page is not None
    assert detail.page.call
    assert {called.row.phone for called in detail.page.call} <= set(said)
    hours = [line for called in detail.page.call for line in called.hours]
    assert hours
    assert set(hours) <= set(said)


def test_an_organisation_lists_what_it_runs_and_the_service_leads_back(
    house: real_window.House,
) -> None:
    house.read("national/org-bla-kors")
    detail = house.search.detail()
    assert detail.page is not None
    runs = detail.page.runs
    assert len(runs) >= 3
    assert not set(runs) & set(detail.page.related), "each is named once"
    house.read(str(runs[0].ref))
    assert detail.page is not None
    assert "national/org-bla-kors" in [str(row.ref) for row in detail.page.related]


def test_an_alert_is_read_in_its_order_and_can_be_printed(local: real_window.House) -> None:
    local.read(SAMPLE)
    detail = local.search.detail()
    said = texts(detail)
    assert "Akutt fare" in said
    order = ["Slik ser det ut", "Hvor og når", "Faretegn", "Dette kan du gjøre", "For ansatte",
             "Hvem sier det", "Gjelder"]  # fmt: skip
    assert [words for words in said if words in order] == order
    asked: list[str] = []
    detail.poster_asked.connect(asked.append)
    press(local, "Skriv ut plakat")
    assert asked == [SAMPLE]


def test_a_withdrawn_alert_says_so_and_cannot_be_printed(local: real_window.House) -> None:
    local.read("trondheim/al-tk-pulver")
    detail = local.search.detail()
    said = texts(detail)
    assert "Trukket tilbake" in said
    assert "Trukket tilbake 18. november 2026. Ta ned plakatene." in said
    assert not [words for words in said if words.startswith("Gjelder")]
    words = [one.text().strip() for one in detail.findChildren(QPushButton)]
    assert "Skriv ut plakat" not in words


def test_an_alert_leads_to_the_services_that_it_closes(local: real_window.House) -> None:
    local.read("trondheim/al-tk-fontenehuset")
    detail = local.search.detail()
    name = "Tjeneste: Fontenehuset i Trondheim"
    (found,) = (one for one in detail.findChildren(QPushButton) if one.accessibleName() == name)
    found.click()
    local.driver.wait(lambda: local.search.detail().ref() == "national/svc-trondheim-fontenehuset")


def test_a_closed_service_says_who_says_so_and_leads_to_the_alert(
    local: real_window.House,
) -> None:
    local.read("national/svc-trondheim-fontenehuset")
    detail = local.search.detail()
    assert detail.page is not None
    assert any(words.startswith("Midlertidig stengt til") for words in texts(detail))
    opened: list[str] = []
    detail.opened.connect(opened.append)
    press(local, "Les varselet")
    assert opened == ["trondheim/al-tk-fontenehuset"]


def test_a_local_record_stands_beside_the_national_one(local: real_window.House) -> None:
    local.read("national/svc-trondheim-uteteam")
    detail = local.search.detail()
    assert detail.page is not None
    (own,) = detail.page.own
    assert "Lokalt om dette" in texts(detail)
    local.read(str(own.ref))
    assert any("Den erstatter ikke den nasjonale" in words for words in texts(detail))


def test_a_long_page_names_what_is_cut(house: real_window.House) -> None:
    house.read("national/gd-overdose")
    detail = house.search.detail()
    assert detail.page is not None
    row = detail.page.related[0]
    rows = tuple(row._replace(title=f"Rad {number}") for number in range(300))
    detail.show_page(replace(detail.page, runs=rows), starred=False)
    house.driver.settle()
    assert "(Innholdet er for langt og er kuttet.)" in texts(detail)


def test_the_words_of_the_services_are_explained_in_the_language_of_the_page(
    house: real_window.House,
) -> None:
    house.read("national/gd-abstinens-alkohol")
    detail = house.search.detail()
    said = texts(detail)
    assert "Ord på siden" in said
    explained = said[said.index("Ord på siden") + 1]
    term, _, words = explained.partition(": ")
    press(house, "English")
    assert f"{term}: {words}" not in texts(detail)
    assert any(one.startswith(f"{term}: ") for one in texts(detail))


def test_a_guidance_leads_to_the_poster_about_it(house: real_window.House) -> None:
    house.read("national/gd-overdose")
    detail = house.search.detail()
    said = texts(detail)
    assert said.index("Plakater om dette") < said.index("Kilde")
    press(house, "Skriv ut plakat")
    studio = house.shell.pages.studio()
    house.driver.wait(lambda: studio.isVisible() and studio.job is not None)
    job = studio.job
    assert job is not None
    assert "ps-overdose" in str(job)


def test_what_nobody_has_stated_of_a_place_is_said_and_never_left_out(
    house: real_window.House,
) -> None:
    def facts(ref: str) -> list[tuple[str, str]]:
        house.read(ref)
        said = texts(house.search.detail())
        return [pair for pair in pairwise(said) if pair[0] in ("Telefon", "Adresse", "Åpningstid")]

    stated = facts("national/svc-drammen-akutteam")
    assert ("Telefon", "Ikke oppgitt") in stated
    assert ("Adresse", "Ikke oppgitt") in stated
    assert not any(name == "Adresse" for name, _ in facts("national/svc-113")), "one rings it"
