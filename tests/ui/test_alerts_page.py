"""«Varsler»: the three groups, what stands on a row, what is read, and what is said of nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from test_alert_banner import CLOSED, PILLS, TRONDHEIM, at, badge, on_banner, settle_in

from feltperm.app import install_samples
from feltperm.packs.schedule import CheckLog, CheckState
from feltperm.paths import find_paths
from feltperm.ui.alerts.alerts_page import AlertsPage
from real_window import House, opened

Key = Qt.Key
POWDER = "trondheim/al-tk-pulver"
OSLO = "0301"


@pytest.fixture
def local(tmp_path: Path, qapp: QApplication) -> Iterator[House]:
    """The real window in Trondheim, with the sample pack beside the national one."""
    install_samples(find_paths(tmp_path / "profile"))
    with opened(tmp_path / "profile") as house:
        house.skip_first_start()
        settle_in(house, TRONDHEIM)
        yield house


@pytest.fixture
def page(local: House) -> AlertsPage:
    return show(local)


def show(house: House) -> AlertsPage:
    """Open the page from the navigation and wait until it is read."""
    house.shell.rail._buttons["alerts"].click()
    page = house.shell.pages.alerts()
    house.driver.wait(lambda: page.board)
    house.driver.wait(lambda: page.detail.page is not None or not page.list.rows.cards())
    return page


def titles(page: AlertsPage) -> list[str]:
    """Headings and titles, from top to bottom."""
    model = page.list.rows
    return [str(model.index(number).data()) for number in range(model.rowCount())]


def heard(page: AlertsPage, ref: str) -> str:
    """What a screen reader says of a row."""
    model = page.list.rows
    for number in model.cards():
        row = model.row(model.index(number))
        if row and row.ref == ref:
            return str(model.index(number).data(Qt.ItemDataRole.AccessibleTextRole))
    raise AssertionError(ref)


def names(root: QWidget) -> list[str]:
    made = root.findChildren(QPushButton)
    return [one.accessibleName() for one in made if one.isVisibleTo(root)]


def press(house: House, page: AlertsPage, name: str) -> None:
    buttons = page.findChildren(QPushButton)
    (one,) = (b for b in buttons if b.accessibleName() == name and b.isVisibleTo(page))
    one.click()
    house.driver.settle()


# --- the list -----------------------------------------------------------------------------------


def test_ours_stand_before_the_earlier_ones_and_the_newest_is_open(page: AlertsPage) -> None:
    assert titles(page) == [
        "For deg",
        "Eksempel: Fontenehuset er stengt (eksempel)",
        "Eksempel: falske piller (eksempel)",
        "Tidligere",
        "Eksempel: ukjent pulver (eksempel)",
    ]
    assert page.detail.ref() == CLOSED
    assert page.nothing.isHidden()
    assert page.check_button.isHidden()


def test_a_row_says_how_serious_whether_new_for_whom_and_until_when(page: AlertsPage) -> None:
    words = heard(page, PILLS)
    assert words.startswith("For deg. Eksempel: falske piller")
    assert words.endswith("Akutt fare. Ny. Trondheim. gjelder til 31.12.2040")
    signs = {}
    for number in page.list.rows.cards():
        row = page.list.rows.row(page.list.rows.index(number))
        assert row is not None
        signs[row.ref] = (row.chips[0].sign, row.chips[0].tone)
    assert signs == {
        CLOSED: ("clock", "amber"),
        PILLS: ("triangle-alert", "red"),
        POWDER: ("triangle-alert", "plain"),
    }


def test_a_withdrawn_alert_says_to_take_the_posters_down(house_page: AlertsPage) -> None:
    words = heard(house_page, POWDER)
    assert "Trukket tilbake 18. november 2026. Ta ned plakatene." in words
    assert words.startswith("Tidligere. ")
    assert "gjelder til" not in words


@pytest.fixture
def house_page(local: House) -> AlertsPage:
    page = show(local)
    page.choose(POWDER)
    local.driver.wait(lambda: page.detail.ref() == POWDER)
    return page


def test_its_page_says_so_too_and_offers_neither_poster_nor_mark(house_page: AlertsPage) -> None:
    detail = house_page.detail
    said = [one.text() for one in detail.findChildren(QLabel) if one.isVisibleTo(detail)]
    assert "Trukket tilbake 18. november 2026. Ta ned plakatene." in said
    assert "Skriv ut plakat" not in names(detail)
    assert "Merk som lest" not in names(detail)


def test_an_alert_that_is_not_national_says_at_once_who_sent_it(house_page: AlertsPage) -> None:
    detail = house_page.detail
    said = [one.text() for one in detail.findChildren(QLabel) if one.isVisibleTo(detail)]
    sender = "Sendt ut av Trondheim kommune (eksempeldata)."
    assert said.index(sender) < said.index("Hvem sier det")


def test_elsewhere_the_same_alerts_are_for_others(local: House) -> None:
    settle_in(local, OSLO)
    page = show(local)
    assert titles(page)[0] == "Andre steder"
    assert "Ny" not in heard(page, PILLS).split(". ")
    assert "Merk som lest" not in names(page.detail)


def test_the_keyboard_passes_the_headings_and_goes_into_the_alert_and_back(
    local: House, page: AlertsPage
) -> None:
    page.list.setFocus()
    local.keys(Key.Key_Down, Key.Key_Down)
    local.driver.wait(lambda: page.detail.ref() == POWDER)
    local.keys(Key.Key_Return)
    assert page.detail.hasFocus()
    local.keys(Key.Key_Escape)
    assert page.list.hasFocus()


def test_on_a_narrow_window_the_alert_takes_the_place_of_the_list(local: House) -> None:
    local.shell.resize(720, 700)
    page = show(local)
    assert page.list.isVisible()
    page.choose(PILLS)
    local.driver.wait(lambda: page.detail.ref() == PILLS)
    assert page.detail.isVisible()
    assert not page.list.isVisible()
    page.panes.leave()
    assert page.list.isVisible()


def test_an_alert_that_is_asked_for_before_the_list_is_there_is_opened(local: House) -> None:
    local.shell.go("alerts")
    page = local.shell.pages.alerts()
    assert page.board is None
    page.choose(POWDER)
    local.driver.wait(lambda: page.detail.ref() == POWDER)
    assert page.list.current_ref() == POWDER


def test_an_alert_that_is_not_there_opens_the_first(local: House, page: AlertsPage) -> None:
    page.choose("trondheim/al-finnes-ikke")
    local.driver.wait(lambda: page.detail.ref() == CLOSED)
    assert page.list.current_ref() == CLOSED


# --- reading ------------------------------------------------------------------------------------


def test_marked_here_is_marked_on_the_banner_and_in_the_menu(
    local: House, page: AlertsPage
) -> None:
    page.choose(PILLS)
    local.driver.wait(lambda: page.detail.ref() == PILLS)
    assert names(page.detail)[1:4] == ["Skriv ut plakat", "Kopier som tekst", "Merk som lest"]
    press(local, page, "Merk som lest")
    local.driver.wait(lambda: on_banner(local) == CLOSED)
    local.driver.wait(lambda: "Merk som lest" not in names(page.detail))
    assert badge(local) == "Varsler, 1 nytt"
    assert "Ny" not in heard(page, PILLS).split(". ")
    assert page.list.current_ref() == page.detail.ref() == PILLS


def test_marked_on_the_banner_is_marked_here_and_nothing_is_drawn_anew(
    local: House, page: AlertsPage
) -> None:
    page.choose(PILLS)
    local.driver.wait(lambda: page.detail.ref() == PILLS)
    drawn = page.detail.page
    watch = local.window.alerts
    assert watch is not None
    assert watch.banner is not None
    watch.banner.mark_button.click()
    local.driver.wait(lambda: "Merk som lest" not in names(page.detail))
    assert page.detail.page is drawn


def test_the_poster_of_an_alert_is_three_presses_away(local: House, page: AlertsPage) -> None:
    page.choose(PILLS)
    local.driver.wait(lambda: page.detail.ref() == PILLS)
    press(local, page, "Skriv ut plakat")
    studio = local.shell.pages.studio()
    local.driver.wait(lambda: studio.job is not None and studio.job.record == PILLS)
    assert studio.print_button.isEnabled()


def test_a_star_is_set_on_the_alert_that_is_seen(local: House, page: AlertsPage) -> None:
    local.control(Key.Key_D)
    local.driver.wait(lambda: local.favourites() == [CLOSED])
    local.driver.wait(lambda: "favoritt" in heard(page, CLOSED))


# --- the days and the content go on -------------------------------------------------------------


def test_the_day_after_its_last_an_alert_is_among_the_earlier_ones(
    tmp_path: Path, qapp: QApplication
) -> None:
    install_samples(find_paths(tmp_path))
    moment = [datetime(2040, 12, 31, 23, 59)]
    with opened(tmp_path, changed=at(lambda: moment[0], tmp_path)) as house:
        house.skip_first_start()
        settle_in(house, TRONDHEIM)
        page = show(house)
        page.choose(PILLS)
        house.driver.wait(lambda: page.detail.ref() == PILLS)
        moment[0] += timedelta(minutes=1)
        watch = house.window.alerts
        assert watch is not None
        watch.look()
        house.driver.wait(lambda: titles(page)[0] == "Tidligere")
        assert heard(page, PILLS).endswith("gjaldt til 31.12.2040")
        house.driver.wait(lambda: "Skriv ut plakat" not in names(page.detail))
        assert page.nothing.text().startswith("Ingen varsler for Trondheim.")


def test_nothing_for_us_is_said_with_the_age_of_the_content(local: House) -> None:
    settle_in(local, OSLO)
    page = show(local)
    assert page.board is not None
    assert page.nothing.text() == "Ingen varsler for Oslo. Innholdet er fra 26. november 2026."
    assert page.check_button.isVisible()
    course = local.context.updating().course
    checked: list[bool] = []
    course.checked.connect(lambda: checked.append(True))
    page.check_button.click()
    assert local.shell.rail._buttons["update"].isChecked()
    local.driver.wait(lambda: checked)


@pytest.mark.parametrize(
    ("ago", "words"), [(timedelta(), "kl. "), (timedelta(days=40), " 20")], ids=["today", "older"]
)
def test_nothing_for_us_says_when_it_was_last_asked_for(
    local: House, tmp_path: Path, ago: timedelta, words: str
) -> None:
    moment = datetime.now() - ago
    log = CheckLog(find_paths(tmp_path / "profile").updates_file)
    assert log.write(CheckState(last_attempt=moment, last_success=moment))
    settle_in(local, OSLO)
    page = show(local)
    assert page.nothing.text().startswith("Ingen varsler for Oslo. Sist sett etter ")
    assert words in page.nothing.text()
    assert page.nothing.text().endswith(f"{moment.hour}.{moment.minute:02}.".replace(".00.", "."))


def test_without_a_municipality_one_is_asked_for(tmp_path: Path, qapp: QApplication) -> None:
    with opened(tmp_path) as house:
        house.skip_first_start()
        page = show(house)
        assert page.nothing.text().startswith("Velg kommune, så ser du varsler for deg.")
        assert titles(page) == []
        assert page.detail.ref() == ""
