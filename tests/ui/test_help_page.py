"""«Hjelp»: every page is there without a network, and «Noe er galt» can mend (SCREENS 2.7)."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QShortcut
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from feltperm.desk.doctor.finding import Finding
from feltperm.journal import Journal
from feltperm.paths import find_paths
from feltperm.ui.help.help_page import HelpPage
from feltperm.ui.help.keys import KEYS
from feltperm.ui.help.topics import TASKS, find_topics, key_page, task_topics
from feltperm.ui.toolkit.languages import Language
from real_window import House, opened

PAGES = Path(__file__).resolve().parents[2] / "docs" / "user"


@pytest.fixture
def house(tmp_path: Path, qapp: QApplication) -> Iterator[House]:
    with opened(tmp_path) as house:
        house.skip_first_start()
        yield house


def page_of(house: House) -> HelpPage:
    house.keys(Qt.Key.Key_F1)
    page = house.page
    assert isinstance(page, HelpPage)
    return page


def test_f1_opens_the_eight_tasks_and_the_lists(house: House) -> None:
    page = page_of(house)
    titles = [page.list.item(n).text() for n in range(page.list.count())]
    assert titles[:2] == ["Finne hjelp nå", "Skrive ut en plakat"]
    assert titles[-4:] == ["Hurtigtaster", "Ordliste", "Om Feltperm", "Logg"]
    assert len(titles) == 12


def test_help_can_be_searched(house: House) -> None:
    page = page_of(house)
    page.search.setText("minnepinne")
    titles = [page.list.item(n).text() for n in range(page.list.count())]
    assert "Oppdatere, med og uten nett" in titles
    assert "Bytte språk" not in titles
    page.search.setText("zxqv")
    assert page.none.isVisible()


def test_the_title_goes_before_the_text() -> None:
    found = find_topics(task_topics(PAGES, "nb"), "melde feil")
    assert found[0].name == "melde-feil"


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_every_task_has_a_page_in_every_language(language: Language) -> None:
    topics = task_topics(PAGES, language)
    assert [one.name for one in topics] == list(TASKS)
    assert not any(one.foreign for one in topics)


def test_a_page_of_another_language_says_so(tmp_path: Path) -> None:
    (tmp_path / "nb").mkdir()
    (tmp_path / "nb" / "melde-feil.md").write_text("# Melde feil\n\nSlik.", encoding="utf-8")
    (topic,) = task_topics(tmp_path, "en")
    assert (topic.title, topic.text, topic.foreign) == ("Melde feil", "Slik.", True)


def test_a_missing_page_is_left_out(tmp_path: Path) -> None:
    assert task_topics(tmp_path, "nb") == []


def test_the_list_of_keys_is_that_of_the_window(house: House) -> None:
    told = {keys for keys, _ in KEYS}
    real = {one.key().toString() for one in house.shell.centre.findChildren(
        QShortcut, options=Qt.FindChildOption.FindDirectChildrenOnly)}  # fmt: skip
    assert real <= told, real - told


def test_arrow_keys_are_called_as_on_a_keyboard() -> None:
    text = key_page().text
    assert "| Alt+venstrepil |" in text
    assert "| Alt+høyrepil |" in text
    assert "Left" not in text


def test_the_key_that_finds_on_a_page_is_one_of_the_page(house: House) -> None:
    keys = {one.key().toString() for one in house.search.detail().findChildren(QShortcut)}
    assert {"Ctrl+F", "Shift+F1"} <= keys


def test_wrong_things_are_looked_at_and_can_be_copied(house: House) -> None:
    page = page_of(house)
    page.choose("noe-er-galt")
    house.driver.wait(lambda: page.doctor.status.text() not in ("", "Undersøker …"))
    assert page.doctor.status.text() == "Ingenting er ødelagt. Noe bør du se på."
    page.doctor.copy.click()
    text = QGuiApplication.clipboard().text()
    assert re.search(r"Feltperm \d", text)
    assert "I orden  Permen" in text
    assert re.search(r"I orden  Skjermleser: (En|Ingen) skjermleser er koblet til", text)
    assert str(Path.home()) not in text


def test_a_warning_leads_on_to_where_something_can_be_done(
    house: House, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    page = page_of(house)
    page.choose("noe-er-galt")
    house.driver.wait(lambda: page.doctor.status.text() not in ("", "Undersøker …"))

    def ways() -> dict[str, QPushButton]:
        every = page.doctor.findChildren(QPushButton)
        return {one.text(): one for one in every if one.isVisibleTo(page)}

    again = Finding("printers", "Skrivere", "watch", "Fant ingen skriver.", way="look_again")
    copy = Finding("backups", "Sikkerhetskopier", "watch", "Ingen kopi.", way="save_copy")
    first_day = Finding("backups", "Sikkerhetskopier", "fine", "Ingen kopi.", way="save_copy")
    source = Finding("sources", "Kilder", "watch", "Ingen kilde.", way="add_source")
    page.doctor._show((first_day,))
    house.driver.settle()
    assert "Lagre kopi …" not in ways()
    page.doctor._show((again, copy, source))
    house.driver.settle()
    made = tmp_path / "kopi.sqlite"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(made), ""))
    ways()["Lagre kopi …"].click()
    house.driver.wait(lambda: house.shell.strip.text() == "Kopien er lagret.")
    assert made.exists()
    ways()["Prøv igjen"].click()
    assert page.doctor.status.text() == "Undersøker …"
    ways()["Legg til kilde …"].click()
    assert house.page is house.shell.pages.update_page()


def test_a_damaged_library_is_mended_from_here(tmp_path: Path, house: House) -> None:
    paths = find_paths(tmp_path)
    paths.packs.joinpath("prove").mkdir(parents=True)
    (paths.packs / "prove" / "1-0123456789abcdef.jsonl").write_bytes(b"{}")
    page = page_of(house)
    page.choose("noe-er-galt")
    house.driver.wait(lambda: page.doctor.status.text().startswith("Noe er ødelagt"))
    before = house.shell.centre
    mend = next(
        one for one in page.doctor.findChildren(QPushButton) if one.text() == "Bruk innholdet før"
    )
    mend.click()
    house.driver.wait(lambda: house.shell.centre is not before)
    house.driver.wait(lambda: "lagt til side" in house.shell.strip.text())
    assert (paths.packs / "prove" / "1-0123456789abcdef.damaged").exists()


def test_the_version_text_is_worth_pasting(house: House) -> None:
    page = page_of(house)
    page.choose("om")
    page.refresh()
    house.driver.wait(lambda: "national" in page.text.toPlainText())
    page.copy.click()
    text = QGuiApplication.clipboard().text()
    for name in ("Feltperm", "Python", "Qt", "SQLite", "System", r"national \d+"):
        assert re.search(rf"^{name} \S", text, re.MULTILINE), name


def test_the_log_names_no_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    journal = Journal(lines=3)
    log = logging.getLogger("feltperm.prove")
    log.addHandler(journal)
    try:
        for number in range(5):
            log.warning("file %s in %s", number, tmp_path / "kari")
    finally:
        log.removeHandler(journal)
    assert journal.text().count("\n") == 2
    assert "~/kari" in journal.text()
    assert str(tmp_path) not in journal.text()


def test_the_log_keeps_the_way_of_an_error_and_not_its_words() -> None:
    journal, other = Journal(), io.StringIO()
    log, stream = logging.getLogger("feltperm.prove"), logging.StreamHandler(other)
    log.addHandler(journal)
    log.addHandler(stream)
    try:
        int("".join(("Kari", " ", "Nordmann")))
    except ValueError:
        log.warning("the check failed", exc_info=True)
    finally:
        log.removeHandler(journal)
        log.removeHandler(stream)
    assert "the check failed" in journal.text()
    assert journal.text().endswith("ValueError")
    assert "Kari Nordmann" not in journal.text()
    assert "Kari Nordmann" in other.getvalue()  # who asks for --debug reads it on the spot
