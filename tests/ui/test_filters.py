"""The filters in the window: chips, their menus, and the headings among the hits."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDateTimeEdit, QFrame, QMenu, QPushButton, QWidget

from feltperm.catalogue.records import Service
from feltperm.desk.desk import Desk
from feltperm.ui.search.filter_chip import FilterChip
from feltperm.ui.search.filter_words import evening
from feltperm.ui.search.filters import FilterBar
from feltperm.ui.search.result_row import ResultRow
from real_window import House, opened

Key = Qt.Key
TRONDHEIM, TYDAL = "5001", "5033"


def chip(house: House, text: str) -> FilterChip:
    chips = house.search.filters.findChildren(FilterChip)
    return next(made for made in chips if made.text() == text and not made.isHidden())


def shown(house: House) -> list[str]:
    """Return what stands on the chips that are seen, from left to right."""
    chips = [one for one in house.search.filters.findChildren(FilterChip) if one.isVisible()]
    return [one.text() for one in sorted(chips, key=lambda one: one.x())]


def menu_of(house: House, name: str) -> QMenu:
    """Open a menu as a press on its chip does, and wait for it."""
    filters = house.search.filters
    filters.counts_asked.emit(name)
    house.driver.wait(lambda: [one for one in filters.findChildren(QMenu) if one.isVisible()])
    return next(one for one in filters.findChildren(QMenu) if one.isVisible())


def entries(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.text()]


def pick(menu: QMenu, text: str) -> None:
    next(one for one in menu.actions() if one.text().partition("  (")[0] == text).trigger()


def answered(house: House, act: object) -> None:
    """Do something that asks again, and wait for the answer."""
    answers: list[bool] = []
    connection = house.search.searched.connect(lambda: answers.append(True))
    act()  # type: ignore[operator]
    house.driver.wait(lambda: answers)
    house.search.searched.disconnect(connection)


def rows(house: House) -> list[ResultRow]:
    model = house.search.results.rows
    found = (model.row(model.index(number)) for number in range(model.rowCount()))
    return [row for row in found if row is not None]


def notes(house: House) -> str:
    made = house.search._notes
    if made is None or not made.isVisible():
        return ""
    return " ".join(one.text() for one in made.findChildren(QWidget) if hasattr(one, "text"))


# --- the chips ----------------------------------------------------------------------------------


def test_a_chip_is_turned_on_and_off_and_the_list_follows(house: House) -> None:
    house.find("rus")
    before = house.search.count.text()
    answered(house, chip(house, "Uten henvisning").click)
    assert chip(house, "Uten henvisning").isChecked()
    assert house.search.count.text() != before
    assert house.search.filters.active()
    answered(house, chip(house, "Uten henvisning").click)
    assert not chip(house, "Uten henvisning").isChecked()
    assert house.search.count.text() == before


@pytest.mark.parametrize("key", [Key.Key_Delete, Key.Key_Backspace])
def test_a_filter_is_taken_away_from_the_keyboard(house: House, key: Key) -> None:
    house.find("rus")
    answered(house, lambda: house.search.filters.set_open_at("now"))
    QTest.keyClick(chip(house, "Åpent nå"), key)
    assert not house.search.filters.narrowing()
    assert not chip(house, "Åpent nå").isChecked()


def test_the_space_bar_turns_a_chip_on(house: House) -> None:
    made = chip(house, "Uten henvisning")
    made.setFocus()
    QTest.keyClick(made, Key.Key_Space)
    assert house.search.filters.chosen.flags == {"no_referral"}


def test_every_chip_says_what_it_is_and_what_a_press_does(house: House) -> None:
    for made in house.search.filters.findChildren(FilterChip):
        assert made.accessibleName().startswith(made.text())
        assert made.accessibleName().endswith(made.toolTip())
        assert len(made.toolTip()) > 5


@pytest.mark.parametrize("size", [(1366, 768), (832, 700), (720, 700)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_chips_stand_on_one_line_and_what_is_on_is_seen_first(
    tmp_path: Path, qapp: QApplication, size: tuple[int, int], scale: float
) -> None:
    from feltperm.ui.application import Look  # noqa: PLC0415

    with opened(tmp_path, size=size, look=Look("light", round(scale * 100))) as house:
        house.skip_first_start()
        filters = house.search.filters
        one_line = filters.findChildren(FilterChip)[0].height()
        assert filters.height() <= one_line + 4
        filters.set_kind("posters")
        house.driver.settle()
        assert "Plakater" in shown(house) or "Flere filtre (1)" in shown(house)
        for made in filters.findChildren(QPushButton):
            if made.isVisible():
                assert made.geometry().right() <= filters.width(), made.text()
                assert made.width() >= made.sizeHint().width(), made.text()
        assert filters.height() <= one_line + 4


def test_what_has_no_room_is_in_one_menu_and_counted_on_it(
    tmp_path: Path, qapp: QApplication
) -> None:
    with opened(tmp_path, size=(720, 700)) as house:
        house.skip_first_start()
        house.find("rus")
        assert "Kan komme ruset" not in shown(house)
        menu = menu_of(house, "more")
        texts = [text.partition("  (")[0] for text in entries(menu)]
        assert texts == ["Kan komme ruset", "Tilbud", "Språk", "Tema", "For hvem", "Type"]
        pick(menu, "Kan komme ruset")
        menu.close()
        assert "Kan komme ruset" in shown(house), "what is on is seen"
        for name in ("no_referral", "free"):
            house.search.filters.set_flag(name, on=True)
        house.search.filters.set_values("offer", ("food",))
        hidden = [text for text in shown(house) if text.startswith("Flere filtre (")]
        assert hidden, "what is on and has no room is counted"
        reset = menu_of(house, "more")
        pick(reset, "Nullstill filtre")
        assert not house.search.filters.active()


# --- the menus ----------------------------------------------------------------------------------


def test_a_menu_counts_what_each_value_leaves_and_what_is_not_stated(house: House) -> None:
    house.find("rus")
    menu = menu_of(house, "offer")
    counts = house.desk(lambda desk: desk.find.counts(request("rus")))["offer"]  # type: ignore[attr-defined,index]
    assert f"Naloksonspray  ({counts['naloxone']})" in entries(menu)
    assert f"{counts['not_stated']} har ikke oppgitt tilbudet" in entries(menu)
    names = [text.partition("  (")[0] for text in entries(menu)[:-1]]
    assert names.index("Avrusning") < names.index("Økonomisk rådgivning"), "Norwegian order"
    menu.close()


def request(text: str) -> object:
    from feltperm.search import Request  # noqa: PLC0415

    return Request(text, typing=True)


def test_the_menu_of_audiences_counts_what_is_for_everyone_in_each(house: House) -> None:
    house.find("rus")
    counts = house.desk(lambda desk: desk.find.counts(request("rus")))["audience"]  # type: ignore[attr-defined,index]
    menu = menu_of(house, "audience")
    assert f"Pårørende  ({counts['relatives']})" in entries(menu)
    assert f"{counts['not_stated']} har ikke oppgitt hvem det er for" in entries(menu)
    menu.close()


def test_who_is_chosen_stands_on_the_chip_and_what_states_none_below(house: House) -> None:
    house.find("feltpleie")
    answered(house, lambda: house.search.filters.set_values("audience", ("relatives",)))
    assert house.search.filters.narrowing()
    titles = [row.title for row in rows(house) if row.heading]
    assert any(title.endswith("ikke oppgitt om det er for dem du har valgt") for title in titles)
    assert "Pårørende" in shown(house)
    house.search.filters.clear("audience")
    assert not house.search.filters.narrowing()


def test_several_values_are_ticked_before_the_menu_closes(house: House) -> None:
    house.find("rus")
    menu = menu_of(house, "offer")
    for text in ("Mat", "Naloksonspray"):
        action = next(one for one in menu.actions() if one.text().startswith(f"{text}  ("))
        menu.setActiveAction(action)
        QTest.keyClick(menu, Key.Key_Space)
        assert menu.isVisible()
        assert action.isChecked()
    assert house.search.filters.chosen.values["offer"] == ("food", "naloxone")
    area = menu.actionGeometry(action)
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=area.center())
    assert menu.isVisible()
    assert house.search.filters.chosen.values["offer"] == ("food",)
    menu.close()
    assert "Mat" in shown(house)
    again = menu_of(house, "offer")
    pick(again, "Ta bort filteret")
    again.close()
    assert not house.search.filters.narrowing()


def test_open_is_now_or_on_saturday_night_or_when_one_likes(house: House) -> None:
    menu = menu_of(house, "open_at")
    pick(menu, "Lørdag kl. 23")
    menu.close()
    chosen = house.search.filters.chosen.open_at
    assert isinstance(chosen, datetime)
    assert (chosen.weekday(), chosen.hour) == (5, 23)
    assert any(text.startswith("Åpent lør. ") and "kl. 23" in text for text in shown(house))
    menu = menu_of(house, "open_at")
    pick(menu, "Velg tid …")
    menu.close()
    popup = next(
        one for one in house.search.filters.findChildren(QFrame)
        if one.isWindow() and not isinstance(one, QMenu)
    )  # fmt: skip
    field = popup.findChild(QDateTimeEdit)
    assert isinstance(field, QDateTimeEdit)
    field.setDateTime(datetime(2027, 1, 4, 8, 30))  # type: ignore[arg-type]
    popup.findChild(QPushButton).click()  # type: ignore[union-attr]
    assert house.search.filters.chosen.open_at == datetime(2027, 1, 4, 8, 30)
    assert "Åpent man. 4.1. kl. 8.30" in shown(house)


def test_f2_in_a_menu_is_not_lost(house: House) -> None:
    asked: list[bool] = []
    house.search.filters.emergency_asked.connect(lambda: asked.append(True))
    menu = menu_of(house, "topic")
    QTest.keyClick(menu, Key.Key_F2)
    assert asked
    assert not menu.isVisible()
    house.shell.emergency().close()


@pytest.mark.parametrize(
    ("now", "then"),
    [
        (datetime(2026, 11, 25, 12), datetime(2026, 11, 28, 23)),
        (datetime(2026, 11, 28, 12), datetime(2026, 11, 28, 23)),
        (datetime(2026, 11, 28, 23, 30), datetime(2026, 12, 5, 23)),
        (datetime(2026, 11, 29, 1), datetime(2026, 12, 5, 23)),
    ],
)
def test_saturday_is_the_next_one(now: datetime, then: datetime) -> None:
    assert evening(now) == then


# --- headings -----------------------------------------------------------------------------------


def test_what_is_not_stated_stands_under_its_own_heading(house: House) -> None:
    house.find("feltpleie")
    answered(house, lambda: house.search.filters.set_flag("may_come_while_using", on=True))
    headings = [row.title for row in rows(house) if row.heading]
    assert headings[0].endswith(" har ikke oppgitt om du kan komme ruset")
    first = next(number for number, row in enumerate(rows(house)) if row.heading)
    assert first > 0, "what fits comes first and needs no heading"
    count = int(headings[0].split()[0])
    total = int(house.search.count.text().split()[0])
    assert first + count == total


def test_the_keys_go_past_headings_and_a_reader_hears_them(house: House) -> None:
    house.search.filters.set_municipality(TRONDHEIM)
    house.find("feltpleie")
    answered(house, lambda: house.search.filters.set_flag("no_referral", on=True))
    listed = rows(house)
    results, model = house.search.results, house.search.results.rows
    heading = next(number for number, row in enumerate(listed) if row.heading)
    index = model.index(heading)
    assert not index.flags() & (Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)
    below = model.index(heading + 1)
    spoken = below.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith(listed[heading].title)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == listed[heading].title
    face = QAccessible.queryAccessibleInterface(results)
    assert face.child(heading).text(QAccessible.Text.Name) == listed[heading].title
    seen = []
    for _ in range(len(listed) + 2):  # from the search field
        results.step(1)
        seen.append(results.current_ref())
    assert "" not in seen
    assert len(set(seen)) == len([row for row in listed if not row.heading])
    results.setCurrentIndex(model.index(model.cards()[0]))
    results.setFocus()
    for _ in range(4):  # in the list itself
        QTest.keyClick(results, Key.Key_Down)
        assert results.current_ref()


def test_a_click_on_a_heading_opens_and_chooses_nothing(house: House) -> None:
    house.search.filters.set_municipality(TRONDHEIM)
    house.find("feltpleie")
    answered(house, lambda: house.search.filters.set_flag("no_referral", on=True))
    heading = next(number for number, row in enumerate(rows(house)) if row.heading)
    results = house.search.results
    area = results.visualRect(results.rows.index(heading))
    assert area.height() < results.visualRect(results.rows.index(heading + 1)).height()
    QTest.mouseClick(
        results.viewport(), Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier, area.center() - QPoint(30, 0),
    )  # fmt: skip
    assert results.current_ref() == ""


def test_other_places_have_a_heading(house: House) -> None:
    house.search.filters.set_municipality(TRONDHEIM)
    house.find("feltpleie")
    headings = [row.title for row in rows(house) if row.heading]
    assert headings[:1] == ["Andre steder"]
    assert headings in (["Andre steder"], ["Andre steder", "Flere treff"])


def test_the_next_page_goes_on_where_the_first_one_ended(house: House) -> None:
    house.find("rus")
    answered(house, lambda: house.search.filters.set_flag("no_referral", on=True))
    model = house.search.results.rows
    first = len(model.cards())
    answered(house, lambda: model.fetchMore(model.index(-1)))
    refs = [row.ref for row in rows(house) if not row.heading]
    assert len(refs) > first
    assert len(set(refs)) == len(refs)
    headings = [row.title for row in rows(house) if row.heading]
    assert len(set(headings)) == len(headings), "no heading is said twice"


# --- notes --------------------------------------------------------------------------------------


def test_where_nobody_is_known_to_fit_it_says_how_many_do_not_state_it(house: House) -> None:
    house.find("pårørende")
    answered(house, lambda: house.search.filters.set_flag("may_come_while_using", on=True))
    count = int(house.search.count.text().split()[0])
    assert f"Ingen er bekreftet åpne for den som er ruset. {count} har ikke oppgitt det." in (
        notes(house)
    )
    made = house.search._notes
    assert made is not None
    next(one for one in made.findChildren(QPushButton)).click()
    assert house.search.results.current_ref()
    answered(house, house.search.filters.reset)
    assert notes(house) == ""


def test_where_no_place_is_open_the_emergency_doctor_is_named(house: House) -> None:
    at_night = datetime(2026, 11, 29, 3)
    house.search.filters.set_municipality(TRONDHEIM)
    house.find("varmestue")
    answered(house, lambda: house.search.filters.set_open_at(at_night))
    assert (
        "Ingen steder i Trondheim er bekreftet åpne søndag 29. november kl. 3."
        " Legevakt 116 117 svarer hele døgnet."
    ) in notes(house)
    chips = [one.text for row in rows(house) for one in row.chips]
    assert "Åpent nå" not in chips, "it is said of another time"


def test_a_place_that_is_open_at_a_chosen_hour_says_so_of_that_hour(house: House) -> None:
    house.find("prindsen")
    answered(house, lambda: house.search.filters.set_open_at(datetime(2026, 11, 29, 3)))
    assert "Åpent da" in [one.text for one in rows(house)[0].chips]
    answered(house, lambda: house.search.filters.set_open_at("now"))
    assert "Åpent da" not in [one.text for row in rows(house) for one in row.chips]


def test_a_municipality_without_content_is_told(house: House) -> None:
    def own(desk: Desk) -> bool:
        return desk.find.has_local(TYDAL)

    assert house.desk(own) is False  # type: ignore[arg-type]
    told = "Vi har ikke lokalt innhold for Tydal. Her er nasjonale tilbud og det nærmeste."
    answered(house, lambda: house.search.filters.set_municipality(TYDAL))
    assert told in notes(house)
    house.find("rus")
    assert told in notes(house)
    answered(house, lambda: house.search.filters.set_municipality(TRONDHEIM))
    assert notes(house) == ""


def test_with_filters_and_no_words_the_list_is_filtered_too(house: House) -> None:
    answered(house, lambda: house.search.filters.set_flag("may_come_while_using", on=True))
    assert house.search.count.text().endswith(" oppføringer")
    first = rows(house)[0].ref
    record = house.desk(lambda desk: desk.find.show(first).entry.record)  # type: ignore[attr-defined]
    assert isinstance(record, Service)
    assert record.may_come_while_using
    menu = menu_of(house, "kind")
    assert any(text.startswith("Tjenester  (") for text in entries(menu))
    menu.close()


def test_the_bar_without_words_still_works(qapp: QApplication, house: House) -> None:
    bar = FilterBar(house.context.theme, house.context.icons, house.context.geography)
    bar.set_values("offer", ("food",))
    bar.set_open_at(datetime(2026, 11, 28, 23))
    bar.open_menu("offer", {})
    assert bar.active()
