"""The tray in the window: picked up, ordered, seen as a sheet, printed, and emptied again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QPushButton

from feltperm.binder import Site
from feltperm.paper.job import Job
from feltperm.ui.posters.print_dialog import PrintDialog
from feltperm.ui.tray.tray_page import TrayPage
from real_window import House, opened

Key = Qt.Key
SEVEN = [f"national/svc-{name}" for name in (
    "feltpleien-oslo", "prindsen", "113", "116117", "giftinfo", "aa", "nav",
)]  # fmt: skip


def lying(house: House) -> list[str]:
    items = house.desk(lambda desk: desk.tray.items())  # type: ignore[attr-defined]
    return [str(item.kept.ref) for item in items]  # type: ignore[attr-defined]


def bar(house: House) -> str:
    shown = house.shell.handouts().bar
    return shown.count.text() if shown.isVisible() else ""


def fill(house: House, count: int) -> None:
    house.desk(lambda desk: [desk.tray.add(ref, True) for ref in SEVEN[:count]])  # type: ignore[attr-defined]
    house.shell.handouts()._changed()


def open_tray(house: House) -> TrayPage:
    house.shell.show_tray()
    page = house.shell.pages.tray()
    assert page is not None
    house.driver.wait(lambda: page.options.languages.buttons() and page.proofing.sheet is not None)
    return page


def job(page: TrayPage) -> Job | None:
    return page.proofing.proof.job if page.proofing.proof and page.proofing.sheet else None


def pressed(page: TrayPage, words: str) -> None:
    next(one for one in page.findChildren(QPushButton) if one.text() == words).click()


@pytest.fixture
def tray(house: House) -> TrayPage:
    """The open tray with three services in it."""
    fill(house, 3)
    return open_tray(house)


# --- the bar --------------------------------------------------------------------------------------


def test_ctrl_l_picks_up_the_open_record_and_can_be_undone(house: House) -> None:
    house.read(SEVEN[0])
    house.control(Key.Key_L)
    house.driver.wait(lambda: bar(house) == "Utdelingsark: 1 sted")
    assert house.shell.strip.text() == "Lagt på utdelingsarket. Angre (Ctrl+Z)"
    house.control(Key.Key_Z)
    house.driver.wait(lambda: bar(house) == "")
    assert lying(house) == []


def test_ctrl_l_takes_the_marked_hit_though_another_is_still_shown(house: House) -> None:
    """The keys go on faster than records are read."""
    house.find("feltpleien oslo")
    house.control(Key.Key_L)
    house.driver.wait(lambda: bar(house) == "Utdelingsark: 1 sted")
    house.keys(Key.Key_Down)
    house.control(Key.Key_L)
    house.driver.wait(lambda: bar(house) == "Utdelingsark: 2 steder")
    rows = house.search.results.rows
    assert lying(house) == [rows.row(rows.index(n)).ref for n in (0, 1)]  # type: ignore[union-attr]


def test_with_nothing_to_pick_up_it_is_said_what_to_do(house: House) -> None:
    house.shell.go("posters")
    house.control(Key.Key_L)
    assert house.shell.strip.text() == "Velg et tilbud først."


def test_guidance_is_refused_in_words(house: House) -> None:
    house.read("national/gd-overdose")
    house.control(Key.Key_L)
    house.driver.wait(lambda: house.shell.strip.text() == "Bare tilbud kan stå på utdelingsarket.")
    assert bar(house) == ""


def test_a_service_has_a_button_for_it_and_guidance_has_none(house: House) -> None:
    def buttons() -> list[QPushButton]:
        return [
            one
            for one in house.search.detail().findChildren(QPushButton)
            if one.text().strip() == "Legg på utdelingsark"
        ]

    house.read("national/gd-overdose")
    assert not buttons()
    house.read(SEVEN[0])
    buttons()[0].click()
    house.driver.wait(lambda: bar(house) == "Utdelingsark: 1 sted")


def test_a_full_sheet_asks_and_the_answer_makes_a_second_one(house: House) -> None:
    fill(house, 6)
    house.driver.wait(lambda: bar(house) == "Utdelingsark: 6 steder")
    house.shell.handouts().add(SEVEN[6])
    house.driver.wait(
        lambda: house.shell.strip.text() == "Arket har plass til seks. Lag et ark til?"
    )
    assert len(lying(house)) == 6
    next(one for one in house.shell.strip.findChildren(QPushButton)
         if one.text() == "Lag ark 2").click()  # fmt: skip
    house.driver.wait(lambda: bar(house) == "Utdelingsark: 7 steder")
    page = open_tray(house)
    assert page.services.refs() == SEVEN[:6]
    pressed(page, "Ark 2")
    house.driver.wait(lambda: (made := job(page)) and made.record == SEVEN[6])
    assert page.services.refs() == SEVEN[6:]


def test_emptying_can_be_undone_and_takes_the_note_along(house: House, tray: TrayPage) -> None:
    tray.options.note.setText("Møt opp klokka ti")
    house.shell.handouts().bar.clear_button.click()
    house.driver.wait(lambda: bar(house) == "")
    assert tray.options.note.text() == "", "the next sheet is another person's"
    assert tray.services.refs() == []
    assert not tray.print_button.isEnabled()
    house.control(Key.Key_Z)
    house.driver.wait(lambda: bar(house) == "Utdelingsark: 3 steder")
    assert lying(house) == SEVEN[:3]


def test_the_services_are_there_again_the_next_day_and_the_note_is_not(
    tmp_path: Path, qapp: QApplication
) -> None:
    with opened(tmp_path) as house:
        house.skip_first_start()
        fill(house, 2)
        open_tray(house).options.note.setText("Møt opp klokka ti")
    with opened(tmp_path) as house:
        assert bar(house) == "Utdelingsark: 2 steder"
        assert open_tray(house).options.note.text() == ""


# --- the sheet ------------------------------------------------------------------------------------


def test_the_sheet_follows_every_choice(house: House, tray: TrayPage) -> None:
    options = tray.options
    assert job(tray).languages == ("nb",)  # type: ignore[union-attr]
    options.choose(options.languages, "so")
    house.driver.wait(lambda: (made := job(tray)) and made.languages == ("so", "nb"))
    options.large.click()
    house.driver.wait(lambda: (made := job(tray)) and not made.large)
    options.note.setText("Spør i luka")
    house.driver.wait(lambda: (made := job(tray)) and made.site and made.site.note == "Spør i luka")
    options.choose(options.inks, "save")
    house.driver.wait(lambda: (made := job(tray)) and made.ink == "save")
    assert tray.preview.pixmap() is not None


def test_drafts_are_marked_where_the_language_is_chosen(tray: TrayPage) -> None:
    shown = [one.text() for one in tray.options.languages.buttons()]
    assert shown[:3] == ["Bokmål", "Nynorsk", "English"]
    assert shown[3:] == [
        "Davvisámegiella · kladd", "Polski · kladd", "Українська · kladd", "العربية · kladd",
        "Soomaali · kladd",
    ]  # fmt: skip


def test_the_note_field_says_what_must_not_stand_there(tray: TrayPage) -> None:
    from PySide6.QtWidgets import QLabel  # noqa: PLC0415

    words = [one.text() for one in tray.findChildren(QLabel)]
    assert "Beskjed på arket (lagres ikke)" in words
    assert "Ikke skriv navn eller opplysninger om pasienter." in words


def test_dragging_orders_the_sheet(house: House, tray: TrayPage) -> None:
    tray.services.list.model().moveRow(QModelIndex(), 2, QModelIndex(), 0)
    wanted = [SEVEN[2], SEVEN[0], SEVEN[1]]
    house.driver.wait(lambda: (made := job(tray)) and made.record == " ".join(wanted))
    assert lying(house) == wanted


def test_the_keys_order_and_take_out_too(house: House, tray: TrayPage) -> None:
    tray.services.list.setFocus()
    tray.services.list.setCurrentRow(0)
    house.keys(Key.Key_Down, modifier=Qt.KeyboardModifier.AltModifier)
    house.driver.wait(lambda: lying(house) == [SEVEN[1], SEVEN[0], SEVEN[2]])
    house.keys(Key.Key_Delete)
    house.driver.wait(lambda: lying(house) == [SEVEN[1], SEVEN[2]])
    house.control(Key.Key_Z)
    house.driver.wait(lambda: lying(house) == [SEVEN[1], SEVEN[0], SEVEN[2]])


def test_what_a_service_lacks_is_asked_about_once(house: House) -> None:
    house.desk(lambda desk: desk.tray.add("national/svc-arken"))  # type: ignore[attr-defined]
    page = open_tray(house)
    house.driver.wait(lambda: page.services.lacking.count() == 1)
    pressed(page, "Ta med likevel")
    assert page.services.lacking.count() == 0
    page.refresh()
    house.driver.settle()
    assert page.services.lacking.count() == 0
    assert lying(house) == ["national/svc-arken"]


def test_what_lacks_too_much_can_be_taken_out_there(house: House) -> None:
    house.desk(lambda desk: desk.tray.add("national/svc-arken"))  # type: ignore[attr-defined]
    page = open_tray(house)
    house.driver.wait(lambda: page.services.lacking.count() == 1)
    asked = page.services.lacking.itemAt(0).widget()
    next(one for one in asked.findChildren(QPushButton) if one.text() == "Fjern").click()
    house.driver.wait(lambda: lying(house) == [])


def test_an_empty_tray_says_so_where_the_sheet_would_be(house: House) -> None:
    house.shell.show_tray()
    page = house.shell.pages.tray()
    assert page is not None
    empty = "Arket er tomt. Legg til minst ett tilbud."
    house.driver.wait(lambda: page.preview.accessibleDescription() == empty)
    assert not page.print_button.isEnabled()


def test_a_pocket_sheet_is_made_of_the_tray_or_of_a_collection(
    house: House, tray: TrayPage
) -> None:
    def work(desk: object) -> int:
        number: int = desk.collect.create("Natt").number  # type: ignore[attr-defined]
        desk.collect.add(number, SEVEN[5])  # type: ignore[attr-defined]
        return number

    number = house.desk(work)
    tray.refresh()
    options = tray.options
    options.choose(options.kinds, "pocket")
    house.driver.wait(lambda: (made := job(tray)) and made.layout == "pocket")
    assert job(tray).record == " ".join(SEVEN[:3])  # type: ignore[union-attr]
    house.driver.wait(lambda: options.collection.findData(number) > 0)
    options.collection.setCurrentIndex(options.collection.findData(number))
    house.driver.wait(lambda: (made := job(tray)) and made.record == SEVEN[5])
    options.evening.setCurrentIndex(1)
    tomorrow = str(options.evening.currentData())
    house.driver.wait(lambda: (made := job(tray)) and made.day == tomorrow)


def test_a_changed_place_is_on_the_sheet_at_once(house: House, tray: TrayPage) -> None:
    house.desk(lambda desk: desk.keep.add_site(Site(name="Bussen", phone="73 00 00 00")))  # type: ignore[attr-defined]
    house.context.reports.sites_changed.emit()
    house.driver.wait(lambda: tray.options.site.findData("Bussen") >= 0)
    tray.options.site.setCurrentIndex(tray.options.site.findData("Bussen"))
    house.driver.wait(lambda: (made := job(tray)) and made.site and made.site.name == "Bussen")


def test_printing_goes_the_way_of_every_sheet(
    house: House, tray: TrayPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(
        "feltperm.ui.context.Context.ask", lambda _context, dialog: asked.append(dialog) or False
    )
    tray.print_button.click()
    assert [type(one) for one in asked] == [PrintDialog]
    tray.save_button.click()
    assert len(asked) == 2
