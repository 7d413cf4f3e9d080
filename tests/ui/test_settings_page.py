"""«Innstillinger»: what is chosen holds at once and for the next start (SCREENS 2.6)."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from feltperm.binder.settings import Settings
from feltperm.desk.sheets.printers import Printer
from feltperm.errors import PrinterFailed, ReadOnly
from feltperm.paths import find_paths
from feltperm.ui.posters.spooler import Spooler
from feltperm.ui.settings.settings_page import SettingsPage
from feltperm.ui.settings.wipe_dialog import WipeDialog
from real_window import House, answering, opened

STARRED = "national/gd-overdose"


@pytest.fixture
def house(tmp_path: Path, qapp: QApplication) -> Iterator[House]:
    with opened(tmp_path) as house:
        house.skip_first_start()
        yield house


def page_of(house: House) -> SettingsPage:
    house.shell.go("settings")
    page = house.shell.pages.settings()
    house.driver.wait(lambda: page.content.checks.chosen())
    return page


def again(house: House, act: object) -> House:
    """Do what makes the window's contents anew, and wait for them."""
    before = house.shell.centre
    act()  # type: ignore[operator]
    house.driver.wait(lambda: house.shell.centre is not before)
    house.driver.wait(lambda: house.window.greeting is not None)
    house.driver.settle()
    return House(house.window, house.driver)


def test_language_colours_and_size_change_at_once(house: House) -> None:
    house = again(house, lambda: page_of(house).place.language.press("en"))
    assert house.shell.pages.name() == "settings"
    house = again(house, lambda: page_of(house).look.colours.press("contrast"))
    house = again(house, lambda: page_of(house).look.text.press("150"))
    look = house.context.look
    assert (look.language, look.scheme, look.text) == ("en", "contrast", 150)
    assert page_of(house).look.text.chosen() == "150"


def test_less_motion_stops_the_blinking(house: House, qapp: QApplication) -> None:
    before = qapp.cursorFlashTime()
    try:
        house = again(house, lambda: page_of(house).look.still.click())
        assert house.context.theme.reduced
        assert qapp.cursorFlashTime() == 0
    finally:
        qapp.setCursorFlashTime(before)


def test_how_often_is_asked_holds_now_and_later(house: House) -> None:
    page = page_of(house)
    page.content.checks.press("never")
    page.content.limit.press("20")
    page.content.only_wifi.click()
    updating = house.context.updating()
    house.driver.wait(lambda: updating.only_wifi and updating.month_limit == 20_000_000)
    kept = house.desk(lambda desk: desk.preferences())  # type: ignore[attr-defined]
    assert (kept.checks, kept.month_limit, kept.only_wifi) == ("never", 20_000_000, True)


def test_the_place_can_be_changed_and_left_out(house: House) -> None:
    page = page_of(house)
    page.place.change.click()
    picker = page.place._picker
    assert picker is not None
    picker.field.setText("Drammen")
    picker.chosen.emit(picker.number())
    assert page.place.municipality.text() == "Drammen"
    assert house.search.filters.municipality == house.desk(lambda desk: desk.municipality())  # type: ignore[attr-defined]
    page.place.everywhere.click()
    assert house.search.filters.municipality == ""


OSLO = "0301"


def test_neighbours_so_near_are_listed_at_once_and_the_next_time_too(
    tmp_path: Path, qapp: QApplication
) -> None:
    with opened(tmp_path) as house:
        house.skip_first_start()
        place = page_of(house).place
        assert not place.near.isEnabled(), "there is no place to be near to"
        house.context.reports.place_chosen.emit("3205")  # Lillestrøm, with Oslo beside it
        place.show_place("3205")
        house.driver.wait(lambda: house.search.filters.municipality == "3205")
        house.desk(lambda _desk: None)
        house.driver.settle()
        alone = int(house.search.count.text().split()[0])
        place.near.press("50")
        house.driver.wait(lambda: int(house.search.count.text().split()[0]) > alone)
        assert "Oslo" in place.neighbours.text()
        near = house.search.results.rows.rowCount()
    with opened(tmp_path) as house:
        house.driver.wait(lambda: house.search.results.rows.rowCount() == near)
        place = page_of(house).place
        assert place.near.chosen() == "50"
        place.near.press("0")
        house.driver.wait(lambda: house.search.results.rows.rowCount() == alone)


def test_a_distance_that_cannot_be_kept_holds_for_this_time(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_settings: Settings, _key: str, _value: str) -> None:
        raise ReadOnly("Kan ikke lagre her.")

    house.search.filters.set_municipality(OSLO)
    page = page_of(house)
    page.place.show_place(OSLO)
    monkeypatch.setattr(Settings, "set", refuse)
    page.place.near.press("50")
    house.driver.wait(lambda: house.shell.strip.text() == "Kan ikke lagre her.")
    assert house.desk(lambda desk: desk.find.neighbours(OSLO))  # type: ignore[attr-defined]


def test_a_choice_that_cannot_be_read_leaves_nobody_without_search(
    tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(_settings: Settings) -> None:
        raise ReadOnly("Permen kan ikke leses.")

    monkeypatch.setattr("feltperm.desk.preferences.load_preferences", unreadable)
    with opened(tmp_path) as house:
        house.skip_first_start()
        house.find("nalokson")
        assert house.search.results.rows.rowCount() > 0
        assert house.desk(lambda desk: desk.find.near_km) == 0  # type: ignore[attr-defined]


OFFICE = Printer("office", "Kontoret", grey=True, default=True, papers=("a4",))
HALL = Printer("hall", "Gangen", grey=False, default=False, papers=("a4",))


def test_the_standard_printer_is_looked_for_when_asked_and_kept_at_once(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []

    def find(_spooler: Spooler) -> list[Printer]:
        asked.append(threading.current_thread() is threading.main_thread())
        return [OFFICE, HALL]

    monkeypatch.setattr(Spooler, "find", find)
    printing = page_of(house).printing
    assert printing.printer.text() == "Den maskinen har valgt"
    assert printing.forget.isHidden()
    assert asked == [], "the page does not look for printers by itself"
    printing.look.click()
    assert printing.state.text() == "Leter etter skrivere …"
    house.driver.wait(lambda: printing.choice is not None)
    assert asked == [False], "never on the window's own thread"
    assert printing.choice.chosen() == ""  # type: ignore[union-attr]
    printing.choice.press("hall")  # type: ignore[union-attr]
    house.driver.wait(lambda: printing.printer.text() == "Gangen")
    kept = house.desk(lambda desk: desk.preferences())  # type: ignore[attr-defined]
    assert (kept.printer, kept.printer_title) == ("hall", "Gangen")
    printing.forget.click()
    house.driver.wait(lambda: printing.printer.text() == "Den maskinen har valgt")


@pytest.mark.parametrize("there", [True, False], ids=["others are there", "none is there"])
def test_a_standard_printer_that_is_not_there_any_more_is_told(
    house: House, monkeypatch: pytest.MonkeyPatch, there: bool
) -> None:
    house.desk(lambda desk: desk.prefer(printer="hall", printer_title="Gangen"))  # type: ignore[attr-defined]
    monkeypatch.setattr(Spooler, "find", lambda _spooler: [OFFICE] * there)
    printing = page_of(house).printing
    house.driver.wait(lambda: printing.printer.text() == "Gangen")
    printing.look.click()
    said = "Fant ikke «Gangen». Den maskinen har valgt, brukes så lenge."
    house.driver.wait(lambda: printing.state.text() in (said, "Fant ingen skriver."))
    assert printing.state.text() == (said if there else "Fant ingen skriver.")
    assert printing.printer.text() == "Gangen", "it may come back"


def test_printers_that_do_not_answer_are_told(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def find(_spooler: Spooler) -> list[Printer]:
        raise PrinterFailed("Skriverne svarer ikke.")

    monkeypatch.setattr(Spooler, "find", find)
    printing = page_of(house).printing
    printing.look.click()
    house.driver.wait(lambda: printing.state.text() == "Skriverne svarer ikke.")
    assert printing.choice is None


def test_wiping_needs_the_word(house: House) -> None:
    dialog = WipeDialog(house.context.theme, "2 steder", house.shell)
    assert not dialog.sure.isEnabled()
    for word in ("slet", "slette", "ja"):
        dialog.field.setText(word)
        assert not dialog.sure.isEnabled()
    dialog.field.setText(" Slett ")
    assert dialog.sure.isEnabled()
    dialog.deleteLater()


def test_wiping_takes_everything_away_and_a_copy_brings_it_back(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.desk(lambda desk: desk.keep.star(STARRED))  # type: ignore[attr-defined]
    copy = tmp_path / "kopi.sqlite"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(copy), ""))
    page = page_of(house)
    house.driver.wait(lambda: "1 favoritt" in page.privacy.kept.text())

    def wipe(dialog: QDialog) -> None:
        assert isinstance(dialog, WipeDialog)
        dialog.copy.click()
        dialog.field.setText(dialog.word)
        dialog.sure.click()

    house = again(house, lambda: answering(house, page.privacy.wipe.click, wipe))
    house.driver.wait(lambda: house.favourites() == [])
    paths = find_paths(tmp_path)
    assert not list(paths.backups.glob("*.sqlite"))
    assert STARRED.partition("/")[2].encode() not in paths.binder.read_bytes()
    assert STARRED.partition("/")[2].encode() in copy.read_bytes()
    house.desk(lambda desk: desk.restore(copy))  # type: ignore[attr-defined]
    assert house.favourites() == [STARRED]


def test_searches_without_hits_are_kept_only_when_asked_for(house: House) -> None:
    page = page_of(house)
    assert not page.privacy.failed.isChecked()
    page.privacy.failed.click()
    assert house.desk(lambda desk: desk.failed.keeping()) is True  # type: ignore[attr-defined]
    house.desk(lambda desk: desk.failed.note("zxqv"))  # type: ignore[attr-defined]
    page.refresh()
    house.driver.wait(lambda: page.privacy.forget.isVisible())
    page.privacy.forget.click()
    house.driver.wait(lambda: not page.privacy.forget.isVisible())


def test_a_dated_copy_can_be_fetched_back(house: House, tmp_path: Path) -> None:
    house.desk(lambda desk: desk.keep.star(STARRED))  # type: ignore[attr-defined]
    backup = find_paths(tmp_path).backups / "binder-2026-11-01.sqlite"
    house.desk(lambda desk: desk.belongings.save_copy(backup))  # type: ignore[attr-defined]
    house.desk(lambda desk: desk.keep.unstar(STARRED))  # type: ignore[attr-defined]
    page = page_of(house)
    house.driver.wait(lambda: page.privacy.copies.restore_button.isEnabled())

    def fetch(dialog: QDialog) -> None:
        dialog.list.setCurrentRow(dialog.list.count() - 1)  # type: ignore[attr-defined]
        dialog.fetch.click()  # type: ignore[attr-defined]

    house = again(house, lambda: answering(house, page.privacy.copies.restore_button.click, fetch))
    assert house.favourites() == [STARRED]
