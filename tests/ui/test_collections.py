"""«Samlinger» in «Min perm», and «Legg i samling» on a record's page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QMenu, QPushButton

from feltperm.binder import ListedRecord
from feltperm.ui.binder.collections_tab import CollectionsTab
from feltperm.ui.binder.name_dialog import NameDialog
from real_window import House

Key = Qt.Key
THREE = ["national/svc-113", "national/gd-overdose", "national/svc-prindsen"]


def kept(house: House) -> dict[str, list[str]]:
    """The collections by name, with what is in them."""

    def work(desk: object) -> dict[str, list[str]]:
        all = desk.collect.collections()  # type: ignore[attr-defined]
        return {
            one.name: [str(r.ref) for r in desk.collect.records(one.number)]  # type: ignore[attr-defined]
            for one in all
        }

    return house.desk(work)  # type: ignore[return-value]


def make(house: House, name: str, refs: list[str]) -> int:
    def work(desk: object) -> int:
        number: int = desk.collect.create(name).number  # type: ignore[attr-defined]
        for ref in refs:
            desk.collect.add(number, ref)  # type: ignore[attr-defined]
        return number

    return house.desk(work)  # type: ignore[return-value]


def shown(tab: CollectionsTab) -> list[str]:
    return tab._refs()


@pytest.fixture
def tab(house: House) -> CollectionsTab:
    """The tab with one collection of three records."""
    make(house, "Natt", THREE)
    house.shell.go("binder")
    page = house.shell.pages.binder()
    page.tabs.setCurrentWidget(page.collections)
    house.driver.wait(lambda: shown(page.collections) == THREE)
    return page.collections


def answer(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Answer the next question for a name."""

    def ask(_context: object, dialog: NameDialog) -> bool:
        dialog.name.setText(name)
        return dialog.save.isEnabled()

    monkeypatch.setattr("feltperm.ui.context.Context.ask", ask)


def test_the_tab_counts_them(house: House, tab: CollectionsTab) -> None:
    tabs = house.shell.pages.binder().tabs
    assert tabs.tabText(tabs.indexOf(tab)) == "Samlinger (1)"
    assert tabs.indexOf(tab) == 1


def test_a_new_collection_and_another_name_for_it(
    house: House, tab: CollectionsTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, "Dag")
    tab._new()
    house.driver.wait(lambda: tab.collections.count() == 2)
    tab.collections.setCurrentRow(0)
    answer(monkeypatch, "Ettervern")
    tab._ask_name()
    house.driver.wait(lambda: "Ettervern" in kept(house))
    house.control(Key.Key_Z)
    house.driver.wait(lambda: "Dag" in kept(house))


def test_a_taken_name_is_refused_in_words(
    house: House, tab: CollectionsTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, "NATT")
    tab._new()
    said = "«NATT» finnes allerede. Velg et annet navn."
    house.driver.wait(lambda: house.shell.strip.text() == said)


def test_an_empty_name_cannot_be_saved(house: House) -> None:
    dialog = NameDialog(house.context.theme)
    assert not dialog.save.isEnabled()
    dialog.name.setText("  ")
    assert not dialog.save.isEnabled()
    dialog.name.setText("Natt")
    assert dialog.save.isEnabled()


def test_delete_takes_a_record_out_and_undo_puts_it_at_its_place(
    house: House, tab: CollectionsTab
) -> None:
    tab.records.setFocus()
    tab.records.setCurrentRow(1)
    house.keys(Key.Key_Delete)
    house.driver.wait(lambda: shown(tab) == [THREE[0], THREE[2]])
    house.control(Key.Key_Z)
    house.driver.wait(lambda: shown(tab) == THREE)


def test_delete_takes_a_collection_away_and_undo_brings_it_whole(
    house: House, tab: CollectionsTab
) -> None:
    tab.collections.setFocus()
    house.keys(Key.Key_Delete)
    house.driver.wait(lambda: tab.collections.count() == 0)
    assert kept(house) == {}
    house.control(Key.Key_Z)
    house.driver.wait(lambda: shown(tab) == THREE)


def test_dragging_and_the_keys_order_the_records(house: House, tab: CollectionsTab) -> None:
    tab.records.model().moveRow(QModelIndex(), 2, QModelIndex(), 0)
    wanted = [THREE[2], THREE[0], THREE[1]]
    house.driver.wait(lambda: kept(house)["Natt"] == wanted)
    house.driver.settle()
    tab.records.setFocus()
    tab.records.setCurrentRow(0)
    house.keys(Key.Key_Down, modifier=Qt.KeyboardModifier.AltModifier)
    house.driver.wait(lambda: kept(house)["Natt"] == [THREE[0], THREE[2], THREE[1]])


def test_a_record_that_left_the_content_tells_what_was_last_seen(
    house: House, tab: CollectionsTab
) -> None:
    gone = ListedRecord(
        pack="national", id="svc-natthjemmet", kind="service", title="Natthjemmet", phone="22 0"
    )

    def work(desk: object) -> None:
        number = desk.collect.named("Natt").number  # type: ignore[attr-defined]
        desk.binder.collections.records(number).add(gone)  # type: ignore[attr-defined]

    house.desk(work)
    tab.refresh()
    house.driver.wait(lambda: tab.records.count() == 4)
    tab.records.setCurrentRow(3)
    assert "Natthjemmet" in tab.records.item(3).text()
    tab._open()
    last = "Natthjemmet, 22 0. Står ikke lenger i innholdet. Dette er det du så sist."
    assert house.shell.strip.text() == last


def test_a_record_is_opened_from_its_collection(house: House, tab: CollectionsTab) -> None:
    tab.records.setCurrentRow(1)
    tab._open()
    house.driver.wait(lambda: house.search.detail().ref() == THREE[1])


def test_a_collection_goes_into_the_tray(house: House, tab: CollectionsTab) -> None:
    tab._print.click()
    page = house.shell.pages.tray()
    assert page is not None
    house.driver.wait(lambda: page.services.refs() == [THREE[0], THREE[2]])
    assert house.page is page


# --- a record's page ------------------------------------------------------------------------------


def menu_of(house: House) -> QMenu:
    button = next(
        one
        for one in house.search.detail().findChildren(QPushButton)
        if one.text().strip() == "Legg i samling …"
    )
    button.click()
    house.driver.wait(lambda: button.findChildren(QMenu))
    return button.findChildren(QMenu)[-1]


def choose(house: House, words: str) -> bool:
    """Choose an entry of the menu; return whether it was ticked before."""
    menu = menu_of(house)
    action = next(one for one in menu.actions() if one.text() == words)
    before = action.isChecked()
    action.trigger()
    menu.close()
    house.driver.settle()
    return before


def test_a_record_is_put_in_and_taken_out_again(house: House) -> None:
    make(house, "Natt", [])
    house.read("national/gd-overdose")
    assert choose(house, "Natt") is False
    house.driver.wait(lambda: kept(house) == {"Natt": ["national/gd-overdose"]})
    assert house.shell.strip.text() == "Lagt i «Natt». Angre (Ctrl+Z)"
    assert choose(house, "Natt") is True
    house.driver.wait(lambda: kept(house) == {"Natt": []})
    house.control(Key.Key_Z)
    house.driver.wait(lambda: kept(house) == {"Natt": ["national/gd-overdose"]})


def test_a_new_collection_is_begun_with_the_open_record(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.read("national/svc-113")
    answer(monkeypatch, "Vakt & helg")
    choose(house, "Ny samling …")
    house.driver.wait(lambda: kept(house) == {"Vakt & helg": ["national/svc-113"]})
    house.control(Key.Key_Z)
    house.driver.wait(lambda: kept(house) == {})
