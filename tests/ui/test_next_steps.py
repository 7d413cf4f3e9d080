"""What is empty says what to do next, and offers it (SCREENS 2.11)."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from feltperm.binder import Site
from feltperm.ui.binder.site_dialog import SiteDialog
from feltperm.ui.search.first_steps import FirstSteps
from real_window import House, answering, opened


def buttons(made: QWidget) -> dict[str, QPushButton]:
    """Return the buttons that are seen on a page, by what they say."""
    every = made.findChildren(QPushButton)
    return {one.text().strip(): one for one in every if one.isVisibleTo(made)}


def test_no_favourites_leads_to_the_search(house: House) -> None:
    house.shell.go("binder")
    binder = house.shell.pages.binder()
    house.driver.wait(lambda: binder.search.isVisible())
    tab = binder.tabs.currentWidget()
    assert not buttons(tab)["Åpne"].isEnabled()
    assert not buttons(tab)["Fjern"].isEnabled()
    binder.search.click()
    assert house.page is house.search
    assert house.shell.focusWidget() is house.field


def test_the_first_favourite_is_marked_and_can_be_opened(house: House) -> None:
    house.desk(lambda desk: desk.keep.star("national/svc-113"))  # type: ignore[attr-defined]
    house.shell.go("binder")
    binder = house.shell.pages.binder()
    house.driver.wait(lambda: binder.favourites.current_ref() == "national/svc-113")
    assert not binder.search.isVisible()
    assert buttons(binder.tabs.currentWidget())["Åpne"].isEnabled()
    assert house.page is binder, "to mark is not to open"


def test_what_needs_a_place_or_a_record_is_live_only_with_one(house: House) -> None:
    house.shell.go("binder")
    binder = house.shell.pages.binder()
    binder.show_sites()
    house.driver.settle()
    places = buttons(binder.tabs.currentWidget())
    assert [places[words].isEnabled() for words in ("Nytt sted …", "Endre …", "Fjern")] == [
        True, False, False,
    ]  # fmt: skip
    house.desk(lambda desk: desk.keep.add_site(Site(name="Bussen")))  # type: ignore[attr-defined]
    binder.refresh()
    house.driver.wait(lambda: binder.sites.currentRow() == 0)
    assert places["Endre …"].isEnabled()
    binder.tabs.setCurrentWidget(binder.collections)
    house.driver.settle()
    lists = buttons(binder.collections)
    assert not lists["Åpne"].isEnabled()
    assert not lists["Ta ut"].isEnabled()


def test_the_place_of_the_first_day_is_shown_and_said(tmp_path: Path, qapp: QApplication) -> None:
    with opened(tmp_path / "profile") as house:
        house.skip_first_start()
        binder = house.shell.pages.binder()
        house.desk(lambda desk: desk.keep.add_site(Site(name="Aa først", address="Veien 2")))  # type: ignore[attr-defined]

        def fill(form: SiteDialog) -> None:
            form.name.setText("Varmestua")
            form.address.setText("Gata 1")
            form.default.setChecked(False)
            form.save.click()

        steps = house.shell.findChild(FirstSteps)
        assert steps is not None
        answering(house, steps.site.click, fill)
        house.driver.wait(lambda: binder.sites.count() == 2)
        assert binder.tabs.currentWidget() is binder._places
        marked = binder._current_site()
        assert marked is not None
        assert marked.name == "Varmestua"
        assert house.shell.strip.text() == "Varmestua er lagret. Det kan stå på plakater."


def test_the_first_place_is_on_the_emergency_card_too(tmp_path: Path, qapp: QApplication) -> None:
    with opened(tmp_path / "profile") as house:
        house.skip_first_start()

        def fill(form: SiteDialog) -> None:
            form.name.setText("Varmestua")
            form.address.setText("Gata 1")
            form.save.click()

        steps = house.shell.findChild(FirstSteps)
        assert steps is not None
        answering(house, steps.site.click, fill)
        said = "Varmestua er lagret. Det står på plakater og på akuttkortet."
        house.driver.wait(lambda: house.shell.strip.text() == said)


def test_an_empty_tray_leads_to_the_search(house: House) -> None:
    house.shell.show_tray()
    tray = house.shell.pages.tray()
    assert tray is not None
    house.driver.wait(lambda: tray.services.search.isVisible())
    tray.services.search.click()
    assert house.page is house.search
    house.desk(lambda desk: desk.tray.add("national/svc-113"))  # type: ignore[attr-defined]
    house.shell.show_tray()
    house.driver.wait(lambda: tray.services.refs() == ["national/svc-113"])
    assert not tray.services.search.isVisible()


def test_alerts_ask_for_a_municipality_where_there_is_none(house: House) -> None:
    house.shell.go("alerts")
    page = house.shell.pages.alerts()
    house.driver.wait(lambda: page.place_button.isVisible())
    page.place_button.click()
    assert page._picker is not None
    assert QApplication.focusWidget() is page._picker.field
    house.driver.type(page._picker.field, "Trondheim")
    house.keys(Qt.Key.Key_Return)
    house.driver.wait(lambda: not page.place_button.isVisible())
    assert not page._picker.isVisible()
    assert "Trondheim" in page.nothing.text()
    assert house.search.filters.place() == "Trondheim"
