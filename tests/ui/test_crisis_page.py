"""«Krise»: the measures are ticked off, settled, emptied, put back and printed (SCREENS, J10)."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QStyle, QStyleOptionViewItem, QWidget

from feltperm.binder import Task, connection
from feltperm.catalogue.dates import short_date
from feltperm.desk.crisis import Board
from feltperm.paths import find_paths
from feltperm.ui.context import Context
from feltperm.ui.crisis.crisis_page import CrisisPage
from feltperm.ui.posters.print_dialog import PrintDialog
from feltperm.ui.posters.spooler import Spooler
from real_window import House, opened

Key = Qt.Key
FIRST, SECOND = "national/gd-tiltak-01", "national/gd-tiltak-02"
UNDO = "Fjernet. Angre (Ctrl+Z)"
BUSY = "Permen er i bruk av et annet vindu. Ingenting er endret. Prøv igjen."
NARROW = (720, 700)


def show(house: House) -> CrisisPage:
    """Open the page from the navigation and wait until it is read."""
    button(house.shell.rail, "Krise").click()
    page = house.shell.pages.crisis()
    house.driver.wait(lambda: page.board and page.detail.page)
    return page


@pytest.fixture
def page(house: House) -> CrisisPage:
    return show(house)


def button(root: QWidget, name: str) -> QPushButton:
    buttons = root.findChildren(QPushButton)
    return next(made for made in buttons if made.accessibleName() == name)


def names(root: QWidget) -> list[str]:
    """The buttons of a page that can be seen."""
    made = root.findChildren(QPushButton)
    return [one.accessibleName() for one in made if one.isVisibleTo(root)]


def kept(house: House) -> dict[str, Task]:
    """What the binder holds, by measure."""
    tasks = house.desk(lambda desk: desk.binder.checklist.list())  # type: ignore[attr-defined]
    return {f"{task.pack}/{task.id}": task for task in tasks}  # type: ignore[attr-defined]


def settle(house: House, ref: str, responsible: str = "", due: str = "", done: str = "") -> None:
    """Let something be kept already."""

    def work(desk: object) -> None:
        desk.crisis.settle(ref, responsible, due)  # type: ignore[attr-defined]
        desk.crisis.mark(ref, done)  # type: ignore[attr-defined]

    house.desk(work)


def row(page: CrisisPage, number: int) -> str:
    return page.list.item(number).text()


def spot(page: CrisisPage, number: int, on_box: bool) -> QPoint:
    """The middle of the box of a row, or of its words."""
    area = page.list.visualItemRect(page.list.item(number))
    if not on_box:
        return area.center()
    option = QStyleOptionViewItem()
    page.list.initViewItemOption(option)
    option.rect = area
    page.list.itemDelegate().initStyleOption(option, page.list.model().index(number, 0))
    part = QStyle.SubElement.SE_ItemViewItemCheckIndicator
    return page.list.style().subElementRect(part, option, page.list).center()


def needed(page: CrisisPage, number: int) -> int:
    """The height that the words of a row take beside its box."""
    option = QStyleOptionViewItem()
    page.list.initViewItemOption(option)
    option.rect = page.list.visualItemRect(page.list.item(number))
    page.list.itemDelegate().initStyleOption(option, page.list.model().index(number, 0))
    part = QStyle.SubElement.SE_ItemViewItemText
    room = page.list.style().subElementRect(part, option, page.list).adjusted(3, 0, -3, 0)
    room.setHeight(1000)
    flags = Qt.TextFlag.TextWordWrap
    return option.fontMetrics.boundingRect(room, flags, row(page, number)).height()


def click(house: House, page: CrisisPage, number: int, on_box: bool = False) -> None:
    where = spot(page, number, on_box)
    left, no_key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(page.list.viewport(), left, no_key, where)
    house.driver.settle()


# --- the list -----------------------------------------------------------------------------------


def test_the_thirteen_measures_stand_in_their_order_with_the_first_one_open(
    page: CrisisPage,
) -> None:
    assert page.board is not None
    refs = [measure.ref for measure in page.board.measures]
    assert refs == [f"national/gd-tiltak-{number:02}" for number in range(1, 14)]
    assert page.progress.text() == "0 av 13 gjort"
    assert page.detail.ref() == FIRST
    assert not page.empty.isVisible()
    assert not page.read_only.isVisible()


def test_the_keyboard_walks_through_measures_and_their_texts(
    house: House, page: CrisisPage
) -> None:
    page.list.setFocus()
    house.keys(Key.Key_Down)
    house.driver.wait(lambda: page.detail.ref() == SECOND)
    house.keys(Key.Key_Return)
    assert page.form.responsible.hasFocus()
    house.keys(Key.Key_Escape)
    house.keys(Key.Key_End)
    house.driver.wait(lambda: page.detail.ref() == "national/gd-tiltak-13")


def test_the_marked_row_is_scrolled_into_view(tmp_path: Path, qapp: QApplication) -> None:
    with opened(tmp_path, size=(1024, 500)) as house:
        house.skip_first_start()
        page = show(house)
        page.list.setFocus()
        house.keys(Key.Key_End)
        last = page.list.visualItemRect(page.list.item(12)).center()
        area = page.list.parentWidget().parentWidget()
        assert area.rect().contains(page.list.viewport().mapTo(area, last))


def test_what_is_settled_is_read_out_with_its_row(house: House) -> None:
    settle(house, FIRST, "Teamleder", "2026-12-01", "2026-11-25")
    settle(house, SECOND, "", "2026-12-24")
    page = show(house)
    assert row(page, 0) == "Tiltak 1: Små grupper\nAnsvar: Teamleder  ·  Gjort 25.11.2026"
    assert row(page, 1).endswith("\nFrist 24.12.2026")
    assert page.progress.text() == "1 av 13 gjort"
    face = QAccessible.queryAccessibleInterface(page.list).child(0)
    said = face.text(QAccessible.Text.Name)
    assert said == "Tiltak 1: Små grupper. Ansvar: Teamleder. Gjort 25.11.2026"
    assert face.state().checked


# --- who and when -------------------------------------------------------------------------------


def test_who_and_when_are_kept_as_soon_as_the_field_is_left(house: House, page: CrisisPage) -> None:
    later = date.today() + timedelta(days=9)
    page.form.responsible.setFocus()
    house.keys("Teamleder", Key.Key_Tab)
    house.driver.wait(lambda: "Teamleder" in row(page, 0))
    assert page.form.due.hasFocus()
    house.keys(f"{later.day}.{later.month}.{later.year}", Key.Key_Return)
    house.driver.wait(lambda: "Frist" in row(page, 0))
    task = kept(house)[FIRST]
    assert (task.responsible, task.due, task.done_on) == ("Teamleder", later.isoformat(), "")
    assert page.form.due.text() == short_date(later)


def test_what_was_typed_last_is_kept_also_when_the_window_is_closed(
    tmp_path: Path, qapp: QApplication
) -> None:
    with opened(tmp_path) as house:
        house.skip_first_start()
        page = show(house)
        page.form.responsible.setFocus()
        house.keys("Vaktleder")
    with opened(tmp_path) as house:
        assert kept(house)[FIRST].responsible == "Vaktleder"


def test_what_is_being_typed_is_not_overwritten_by_what_was_kept(
    house: House, page: CrisisPage
) -> None:
    page.form.due.setFocus()
    house.keys("24.12.2030", Key.Key_Backtab)
    house.keys("Fagl")
    house.driver.wait(lambda: "24.12.2030" in row(page, 0))
    assert page.form.responsible.text() == "Fagl"


def test_a_date_that_is_not_understood_is_said_and_nothing_is_lost(
    house: House, page: CrisisPage
) -> None:
    settle(house, FIRST, due="2026-12-24")
    page.refresh()
    house.driver.wait(lambda: page.form.due.text() == "24.12.2026")
    page.form.responsible.setFocus()
    house.keys("Teamleder", Key.Key_Tab)
    page.form.due.selectAll()
    house.keys("etter jul", Key.Key_Return)
    house.driver.wait(lambda: "Teamleder" in row(page, 0))
    assert page.form.misread.isVisible()
    assert page.form.due.text() == "etter jul"
    assert kept(house)[FIRST].due == "2026-12-24"
    page.form.due.selectAll()
    house.keys("31.12.2026", Key.Key_Return)
    house.driver.wait(lambda: "31.12.2026" in row(page, 0))
    assert not page.form.misread.isVisible()


def test_an_emptied_date_is_no_date(house: House) -> None:
    settle(house, FIRST, "Teamleder", "2026-12-24")
    page = show(house)
    page.form.due.setFocus()
    page.form.due.selectAll()
    house.keys(Key.Key_Delete, Key.Key_Return)
    house.driver.wait(lambda: "Frist" not in row(page, 0))
    assert kept(house)[FIRST] == Task(pack="national", id="gd-tiltak-01", responsible="Teamleder")


def test_the_next_measure_begins_with_what_is_kept_of_it(house: House, page: CrisisPage) -> None:
    page.form.due.setFocus()
    house.keys("snart", Key.Key_Return)
    assert page.form.misread.isVisible()
    page.list.setCurrentRow(1)
    assert page.form.due.text() == ""
    assert not page.form.misread.isVisible()
    assert kept(house) == {}


def test_a_field_says_which_measure_it_is_about(page: CrisisPage) -> None:
    for field, name in ((page.form.responsible, "Ansvar"), (page.form.due, "Frist")):
        face = QAccessible.queryAccessibleInterface(field)
        assert face.text(QAccessible.Text.Name) == name
        assert face.text(QAccessible.Text.Description) == "Tiltak 1: Små grupper"


def test_no_patients_is_said_under_the_free_text(page: CrisisPage) -> None:
    said = [made.text() for made in page.form.findChildren(QWidget) if hasattr(made, "text")]
    assert "Ikke skriv navn eller opplysninger om pasienter." in said


# --- done ---------------------------------------------------------------------------------------


def test_space_ticks_a_measure_off_today_and_back(house: House, page: CrisisPage) -> None:
    page.list.setFocus()
    house.keys(Key.Key_Down, Key.Key_Space)
    house.driver.wait(lambda: page.progress.text() == "1 av 13 gjort")
    assert kept(house)[SECOND].done_on == date.today().isoformat()
    assert page.form.done.isChecked()
    house.keys(Key.Key_Space)
    house.driver.wait(lambda: page.progress.text() == "0 av 13 gjort")
    assert kept(house) == {}


def test_a_tick_taken_away_comes_back_with_its_day(house: House) -> None:
    settle(house, FIRST, "Teamleder", done="2026-10-03")
    page = show(house)
    page.form.done.click()
    house.driver.wait(lambda: house.shell.strip.text() == UNDO)
    assert kept(house)[FIRST].done_on == ""
    house.control(Key.Key_Z)
    house.driver.wait(lambda: "Gjort 03.10.2026" in row(page, 0))
    assert kept(house)[FIRST].done_on == "2026-10-03"
    assert page.form.done_on.text() == "3. oktober 2026"


def test_a_click_on_the_box_ticks_and_one_on_the_words_opens(
    tmp_path: Path, qapp: QApplication
) -> None:
    with opened(tmp_path, size=NARROW) as house:  # one pane at a time
        house.skip_first_start()
        page = show(house)
        click(house, page, 2, on_box=True)
        house.driver.wait(lambda: page.progress.text() == "1 av 13 gjort")
        assert page.list.isVisible()
        click(house, page, 3)
        assert page.form.isVisible()
        assert not page.list.isVisible()
        house.driver.wait(lambda: page.detail.ref() == "national/gd-tiltak-04")
        button(page, "Tilbake til lista").click()
        assert page.list.isVisible()
        assert kept(house).keys() == {"national/gd-tiltak-03"}


def test_an_emptied_list_comes_back_whole(house: House) -> None:
    settle(house, FIRST, "Teamleder", "2026-12-01")
    settle(house, SECOND, done="2026-11-25")
    before = kept(house)
    page = show(house)
    button(page, "Tøm lista").click()
    house.driver.wait(lambda: house.shell.strip.text() == UNDO)
    house.driver.wait(lambda: page.progress.text() == "0 av 13 gjort")
    assert kept(house) == {}
    house.control(Key.Key_Z)
    house.driver.wait(lambda: page.progress.text() == "1 av 13 gjort")
    assert kept(house) == before


def test_emptying_an_empty_list_leaves_nothing_to_undo(house: House, page: CrisisPage) -> None:
    button(page, "Tøm lista").click()
    house.desk(lambda _desk: None)
    house.driver.settle()
    assert house.shell.strip.text() == ""


# --- where nothing can be kept ------------------------------------------------------------------


def test_what_could_not_be_kept_is_told_and_the_page_shows_what_is(
    house: House, page: CrisisPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "BUSY_MS", 20)
    house.desk(lambda desk: desk.binder._store.connection.execute("PRAGMA busy_timeout = 20"))  # type: ignore[attr-defined]
    binder = find_paths(tmp_path / "profile").binder
    with closing(sqlite3.connect(binder, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        page.form.responsible.setFocus()
        house.keys("Teamleder", Key.Key_Return)
        house.driver.wait(lambda: house.shell.strip.text() == BUSY)
        house.driver.wait(lambda: page.form.responsible.text() == "")
        page.form.done.click()
        house.driver.wait(lambda: not page.form.done.isChecked())
        other.execute("ROLLBACK")
    assert kept(house) == {}
    assert page.progress.text() == "0 av 13 gjort"


def test_where_nothing_can_be_kept_the_list_is_read_and_printed(
    tmp_path: Path, qapp: QApplication
) -> None:
    find_paths(tmp_path).binder.parent.write_text("in the way")
    with opened(tmp_path) as house:
        page = show(house)
        assert page.read_only.isVisible()
        assert page.print_button.isEnabled()
        assert page.form.responsible.isReadOnly()
        for off in (page.clear_button, page.form.done):
            assert not off.isEnabled()
            assert off.toolTip() == "Kan ikke lagre her."
        page.list.setFocus()
        house.keys(Key.Key_Space)
        click(house, page, 2, on_box=True)
        assert page.list.item(0).checkState() is Qt.CheckState.Unchecked
        assert house.shell.strip.text() != UNDO


def test_content_without_measures_says_so_and_keeps_the_links(house: House) -> None:
    def without(desk: object) -> None:
        board = desk.crisis.board()  # type: ignore[attr-defined]
        less = Board((), board.templates, board.guides, writable=True)
        desk.crisis.board = lambda: less  # type: ignore[attr-defined]

    house.desk(without)
    button(house.shell.rail, "Krise").click()
    page = house.shell.pages.crisis()
    house.driver.wait(lambda: page.board)
    assert page.empty.isVisible()
    assert page.empty.text() == "Innholdet har ingen tiltak for kriser."
    assert not page.list.isVisible()
    assert not page.form.isVisible()
    assert "Skriv ut …" not in names(page)
    assert "Endret åpningstid" in names(page)


# --- ways in and out ----------------------------------------------------------------------------


def test_searching_for_krise_leads_to_the_list(house: House) -> None:
    house.find("krise")
    assert house.search.checklist.isVisible()
    house.search.checklist.click()
    page = house.shell.pages.crisis()
    assert house.page is page
    assert button(house.shell.rail, "Krise").isChecked()
    house.driver.wait(lambda: page.board)


def test_a_search_without_measures_does_not_offer_the_list(house: House) -> None:
    house.find("nalokson")
    assert not house.search.checklist.isVisible()


@pytest.mark.parametrize(("ref", "leads"), [(SECOND, True), ("national/gd-overdose", False)])
def test_the_page_of_a_measure_leads_to_the_list(house: House, ref: str, leads: bool) -> None:
    house.read(ref)
    detail = house.search.detail()
    assert ("Åpne sjekklista" in names(detail)) is leads
    if leads:
        button(detail, "Åpne sjekklista").click()
        assert house.page is house.shell.pages.crisis()


def test_on_the_page_itself_no_button_leads_to_it(page: CrisisPage) -> None:
    assert "Åpne sjekklista" not in names(page.detail)
    assert "Kopier" in names(page.detail)


def test_templates_open_in_the_studio(house: House, page: CrisisPage) -> None:
    assert page.board is not None
    refs = [ref for ref, _ in page.board.templates]
    assert refs == [f"national/ps-{name}" for name in ("apningstid", "utekalender", "smittevern")]
    button(page, "Her finner du oss").click()
    studio = house.shell.pages.studio()
    assert house.page is studio
    house.driver.wait(lambda: studio.job and studio.job.record == "national/ps-utekalender")


def test_the_guides_of_the_last_crisis_are_marked_with_their_year(
    house: House, page: CrisisPage
) -> None:
    name = "Historisk: 2021  ·  Koronaveilederen: rus og psykisk helse"
    button(page, name).click()
    house.driver.wait(lambda: house.search.detail().ref() == "national/gd-koronaveileder")
    assert house.page is house.search


def test_ctrl_d_stars_the_measure_that_is_read(house: House, page: CrisisPage) -> None:
    house.control(Key.Key_D)
    house.driver.wait(lambda: house.favourites() == [FIRST])
    assert "Fjern stjernen (Ctrl+D)" in names(page.detail)


# --- paper --------------------------------------------------------------------------------------


def test_the_list_is_printed_with_what_is_settled(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialogs: list[PrintDialog] = []
    monkeypatch.setattr(Spooler, "find", lambda _spooler: [])
    monkeypatch.setattr(Context, "ask", lambda _context, dialog: dialogs.append(dialog))
    settle(house, FIRST, "Teamleder", "2026-12-01", "2026-11-25")
    page = show(house)
    page.form.responsible.setFocus()
    page.form.responsible.selectAll()
    house.keys("Fagleder")
    button(page, "Skriv ut …").click()
    house.driver.wait(lambda: dialogs and "Leter" not in dialogs[0].state.text())
    target, written = tmp_path / "liste.pdf", list[str]()
    page.outlet.saved.connect(written.append)
    save = page.outlet.save
    monkeypatch.setattr(page.outlet, "ask_where", lambda job, *_asked: save(job, target))
    button(dialogs[0], "Lagre PDF").click()
    house.driver.wait(lambda: written)
    with pypdfium2.PdfDocument(target) as pdf:
        assert len(pdf) == 1
        text = str(pdf[0].get_textpage().get_text_range())
    for part in ("Tiltak 13: Rutiner for nye kriser", "Fagleder", "1.12.2026", "25.11.2026"):
        assert part in text


def test_no_measure_is_cut_where_the_list_is_narrow(house: House) -> None:
    page = show(house)
    for width in range(960, 1100, 10):
        house.shell.resize(width, 700)
        house.driver.settle()
        for number in range(page.list.count()):
            height = page.list.visualItemRect(page.list.item(number)).height()
            assert height >= needed(page, number), (width, row(page, number))
