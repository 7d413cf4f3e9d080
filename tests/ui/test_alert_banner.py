"""The banner for new alerts: what it shows, what takes it away, and that it is never in the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

import real_window
from feltperm.app import install_samples
from feltperm.app_desk import open_desk
from feltperm.desk.alerts_mine import AlertBoard, AlertLine
from feltperm.errors import ReadOnly
from feltperm.paths import find_paths
from feltperm.ui.alerts import alert_banner
from feltperm.ui.alerts.alert_banner import AlertBanner
from feltperm.ui.application import Parts
from feltperm.ui.rail import Rail
from feltperm.ui.search.first_steps import FirstSteps
from feltperm.ui.toolkit.colours import DARK, LIGHT
from feltperm.ui.toolkit.icons import Icons
from feltperm.ui.toolkit.look import Look
from feltperm.ui.toolkit.theme import Theme, apply_theme
from real_window import House, opened

TRONDHEIM, OSLO = "5001", "0301"
PILLS, CLOSED = "trondheim/al-tk-falske-piller", "trondheim/al-tk-fontenehuset"

ACUTE = AlertLine(
    ref="t/al-piller",
    version="1",
    title="Falske piller",
    summary="To fikk pustestans.",
    level="acute",
    area="Trondheim",
    place="Trondheim",
    mine=True,
    state="now",
    valid_from="2026-11-20",
    valid_until="2026-12-05",
    withdrawn_on="",
    unread=True,
    poster=True,
)
CHANGED = replace(ACUTE, ref="t/al-drift", version="2", title="Stengt", level="changed")
INFO = replace(ACUTE, ref="t/al-info", version="3", title="Nytt kurs", level="info")


def board(*lines: AlertLine) -> AlertBoard:
    return AlertBoard(date(2026, 11, 25), "Trondheim", lines, (), (), None, "2026-11-25")


@pytest.fixture
def banner(qtbot: QtBot, theme: Theme, icons: Icons) -> AlertBanner:
    made = AlertBanner(theme, icons)
    qtbot.addWidget(made)
    made.resize(1178, 48)
    return made


def shown(root: QWidget) -> list[str]:
    """The names of the buttons that can be seen."""
    made = root.findChildren(QPushButton)
    return [one.accessibleName() for one in made if one.isVisibleTo(root)]


# --- what it shows ------------------------------------------------------------------------------


def test_an_acute_danger_is_said_by_word_shape_and_colour(
    banner: AlertBanner, icons: Icons
) -> None:
    banner.show_alerts([ACUTE])
    assert banner.level.text() == "Akutt fare"
    assert banner.words.text() == "Nytt varsel for Trondheim: Falske piller"
    assert banner.property("band") == "red"
    triangle = icons.pixmap("triangle-alert", "text", 20).toImage()
    assert banner._sign.pixmap().toImage() == triangle
    assert not triangle.isNull()
    assert shown(banner) == ["Les", "Skriv ut plakat", "Merk som lest"]


def test_changed_operation_has_another_shape_and_can_be_closed(
    banner: AlertBanner, icons: Icons
) -> None:
    banner.show_alerts([CHANGED])
    assert banner.level.text() == "Endret drift"
    assert banner.property("band") == "yellow"
    clock = icons.pixmap("clock", "text", 20).toImage()
    assert banner._sign.pixmap().toImage() == clock
    assert clock != icons.pixmap("triangle-alert", "text", 20).toImage()
    assert shown(banner)[-1] == "Lukk til neste gang Feltperm åpnes"


def test_what_has_no_poster_offers_none(banner: AlertBanner) -> None:
    banner.show_alerts([replace(ACUTE, poster=False)])
    assert "Skriv ut plakat" not in shown(banner)
    banner.show_alerts([ACUTE])
    assert "Skriv ut plakat" in shown(banner)


def test_several_are_stepped_through_and_after_the_last_comes_the_first(
    banner: AlertBanner,
) -> None:
    banner.show_alerts([ACUTE, CHANGED, replace(CHANGED, ref="t/al-3", title="Flyttet")])
    seen = []
    for _ in range(4):
        seen.append((banner.step_button.text().strip(), banner.words.text().rpartition(" ")[2]))
        banner.step_button.click()
    assert seen == [
        ("1 av 3", "piller"), ("2 av 3", "Stengt"), ("3 av 3", "Flyttet"), ("1 av 3", "piller")
    ]  # fmt: skip
    assert banner.step_button.accessibleName() == "2 av 3. Vis neste varsel"


def test_one_alone_has_nothing_to_step_to(banner: AlertBanner) -> None:
    banner.show_alerts([ACUTE])
    assert banner.step_button.isHidden()


def test_every_button_means_the_alert_that_is_shown(banner: AlertBanner) -> None:
    heard: list[object] = []
    for signal in (banner.read, banner.poster_asked, banner.marked, banner.closed):
        signal.connect(heard.append)
    banner.show_alerts([ACUTE, CHANGED])
    banner.step()
    for one in (
        banner.read_button, banner.poster_button, banner.mark_button, banner.close_button
    ):  # fmt: skip
        one.click()
    assert heard == [CHANGED.ref, CHANGED.ref, CHANGED, CHANGED]


@pytest.mark.parametrize("title", ["Lang " * 4000, "W" * 500, "En\nto\n\ntre " * 40])
def test_a_title_without_end_takes_two_lines_and_is_whole_in_its_hint(
    banner: AlertBanner, title: str
) -> None:
    banner.show_alerts([replace(ACUTE, title=title)])
    banner.adjustSize()
    assert banner.words.text().endswith("…")
    assert len(banner.words.text()) < 130
    assert "\n" not in banner.words.text()
    assert banner.words.toolTip() == title


def test_a_title_is_no_markup(banner: AlertBanner) -> None:
    banner.show_alerts([replace(ACUTE, title="<h1>Piller</h1>")])
    assert banner.words.text().endswith("<h1>Piller</h1>")
    assert banner.words.textFormat() is Qt.TextFormat.PlainText


# --- nothing moves under the hand ---------------------------------------------------------------


def test_a_worse_alert_does_not_take_the_place_of_the_one_that_is_being_answered(
    banner: AlertBanner, qtbot: QtBot
) -> None:
    banner.show_alerts([CHANGED])
    banner.show()
    banner.activateWindow()
    banner.mark_button.setFocus()
    qtbot.waitUntil(banner.mark_button.hasFocus)
    banner.show_alerts([ACUTE, CHANGED])
    assert banner.shown() == CHANGED
    assert banner.step_button.text().strip() == "2 av 2"
    assert banner.mark_button.hasFocus()


def test_a_worse_alert_that_came_under_the_mouse_comes_first_when_the_mouse_has_left(
    banner: AlertBanner, monkeypatch: pytest.MonkeyPatch
) -> None:
    banner.show_alerts([CHANGED])
    with monkeypatch.context() as over:
        over.setattr(AlertBanner, "underMouse", lambda _banner: True)
        banner.show_alerts([ACUTE, CHANGED])
    assert banner.shown() == CHANGED
    QApplication.sendEvent(banner, QEvent(QEvent.Type.Leave))
    assert banner.shown() == ACUTE
    banner.step()
    QApplication.sendEvent(banner, QEvent(QEvent.Type.Leave))
    assert banner.shown() == CHANGED, "who has stepped on stays there"


def test_a_worse_alert_comes_first_where_nobody_is_answering(banner: AlertBanner) -> None:
    banner.show_alerts([CHANGED])
    banner.show_alerts([ACUTE, CHANGED])
    assert banner.shown() == ACUTE


def test_the_keyboard_is_given_back_when_the_last_one_is_answered(
    banner: AlertBanner, qtbot: QtBot
) -> None:
    left: list[bool] = []
    banner.left.connect(lambda: left.append(True))
    banner.show_alerts([ACUTE])
    banner.show_alerts([])
    assert banner.isHidden()
    assert not left
    banner.show_alerts([ACUTE])
    banner.activateWindow()
    banner.mark_button.setFocus()
    qtbot.waitUntil(banner.mark_button.hasFocus)
    banner.show_alerts([])
    assert left == [True]
    assert banner.shown() is None


def test_a_screen_reader_is_told_once_and_at_once_only_of_danger(
    banner: AlertBanner, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = []
    stub = SimpleNamespace(
        AnnouncementPoliteness=QAccessible.AnnouncementPoliteness,
        updateAccessibility=lambda event: told.append((event.message(), event.politeness())),
    )
    monkeypatch.setattr(alert_banner, "QAccessible", stub)
    for lines in ([CHANGED], [CHANGED], [ACUTE, CHANGED], [CHANGED], [ACUTE, CHANGED]):
        banner.show_alerts(lines)
    level = QAccessible.AnnouncementPoliteness
    assert told == [
        ("Endret drift. Nytt varsel for Trondheim: Stengt", level.Polite),
        ("Akutt fare. Nytt varsel for Trondheim: Falske piller", level.Assertive),
    ]


# --- room ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("scale", "width", "beside"),
    [(1.0, 1178, True), (1.0, 660, False), (1.5, 1246, False), (2.0, 1246, False)],
)
@pytest.mark.parametrize("title", ["Falske piller", "Sterke opioider i omløp " * 5])
@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_words_and_buttons_have_room_at_every_size(
    qtbot: QtBot,
    qapp: QApplication,
    scale: float,
    width: int,
    beside: bool,
    title: str,
    colours: object,
) -> None:
    theme = Theme(colours, scale)  # type: ignore[arg-type]
    apply_theme(qapp, theme)
    made = AlertBanner(theme, Icons(real_window.compiled() / "icons", theme))
    holder = QWidget()
    qtbot.addWidget(holder)
    layout = alert_banner.QBoxLayout(alert_banner.QBoxLayout.Direction.TopToBottom, holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(made)
    layout.addStretch(1)
    made.show_alerts([replace(CHANGED, title=title)] * 3)
    holder.resize(width, 700)
    holder.show()
    for _ in range(3):
        QApplication.processEvents()
    buttons = [one for one in made.findChildren(QPushButton) if one.isVisibleTo(made)]
    places = [QRect(one.mapTo(made, QPoint()), one.size()) for one in buttons]
    words = QRect(made.words.mapTo(made, QPoint()), made.words.size())
    assert len(buttons) == 5
    assert all(made.rect().contains(place) for place in (*places, words))
    assert not any(place.intersects(words) for place in places)
    assert words.height() >= made.words.heightForWidth(words.width())
    assert (places[0].top() < words.bottom()) is beside
    assert made.height() <= theme.px(120)


# --- the count in the menu ----------------------------------------------------------------------


@pytest.mark.parametrize("compact", [False, True])
def test_the_count_is_painted_and_read_out_and_is_no_part_of_the_name(
    qtbot: QtBot, theme: Theme, icons: Icons, compact: bool
) -> None:
    rail = Rail(theme, icons)
    qtbot.addWidget(rail)
    rail.set_compact(compact)
    rail.resize(rail.width(), 600)
    button = rail._buttons["alerts"]
    without = button.grab().toImage()
    rail.count("alerts", 2)
    with_two = button.grab().toImage()
    rail.count("alerts", 3)
    assert without != with_two != button.grab().toImage()
    assert red(with_two, theme) > 40 > red(without, theme)
    assert button.accessibleName() == "Varsler, 3 nye"
    rail.set_compact(not compact)
    assert button.text().strip() == ("Varsler" if compact else "")
    rail.count("alerts", 0)
    rail.set_compact(compact)
    assert button.grab().toImage() == without
    assert button.accessibleName() == "Varsler"


def red(image: QImage, theme: Theme) -> int:
    """How many pixels have the colour of the count."""
    wanted = theme.colour("danger").rgb()
    return sum(
        image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height())
    )


# --- in the window ------------------------------------------------------------------------------


@pytest.fixture
def local(tmp_path: Path, qapp: QApplication) -> Iterator[House]:
    """The real window in Trondheim, with the sample pack that has two alerts for it."""
    install_samples(find_paths(tmp_path / "profile"))
    with opened(tmp_path / "profile") as house:
        house.skip_first_start()
        settle_in(house, TRONDHEIM)
        yield house


def settle_in(house: House, number: str) -> None:
    """Choose the municipality as the filter does, and wait until the alerts are its own."""
    house.search.filters._choose_municipality(number)
    place = {TRONDHEIM: "Trondheim", OSLO: "Oslo"}[number]
    watch = house.window.alerts
    house.driver.wait(lambda: watch and watch.board and watch.board.municipality == place)


def banner_of(house: House) -> AlertBanner:
    assert house.window.alerts is not None
    made = house.window.alerts.banner
    assert made is not None
    return made


def on_banner(house: House) -> str:
    """The record on the banner; empty when there is none."""
    watch = house.window.alerts
    line = watch.banner.shown() if watch and watch.banner else None
    return line.ref if line else ""


def badge(house: House) -> str:
    return house.shell.rail._buttons["alerts"].accessibleName()


def show_board(house: House, made: AlertBoard) -> None:
    """Let the desk answer with these alerts."""

    def work(desk: object) -> None:
        desk.alerts.board = lambda _number: made  # type: ignore[attr-defined]

    house.desk(work)
    house.context.reports.alerts_due.emit()
    watch = house.window.alerts
    house.driver.wait(lambda: watch and watch.board is made)


def test_the_worst_stands_on_every_page_and_the_menu_counts_all(local: House) -> None:
    for page in ("search", "services", "guidance", "posters", "binder", "crisis", "alerts"):
        local.shell.go(page)
        local.driver.settle()
        assert on_banner(local) == PILLS
        made = banner_of(local)
        assert made.isVisible()
        assert not made.geometry().intersects(local.shell.pages.geometry())
        assert made.mapTo(local.shell, QPoint()).y() >= local.shell.topbar.height()
    assert badge(local) == "Varsler, 2 nye"


def test_it_comes_without_taking_the_keyboard_or_a_letter(
    tmp_path: Path, qapp: QApplication
) -> None:
    install_samples(find_paths(tmp_path))
    with opened(tmp_path) as house:
        house.skip_first_start()
        house.field.setFocus()
        house.keys("sår")
        assert on_banner(house) == ""
        house.desk(lambda desk: desk.remember_municipality(TRONDHEIM))  # type: ignore[attr-defined]
        house.context.reports.alerts_due.emit()
        house.driver.wait(lambda: on_banner(house) == PILLS)
        assert house.field.hasFocus()
        house.keys(" i foten")
        assert house.field.text() == "sår i foten"


def test_the_keyboard_comes_to_it_right_after_the_top_bar(local: House) -> None:
    made = banner_of(local)
    local.shell.topbar.emergency_button.setFocus()
    for one in (made.read_button, made.poster_button, made.mark_button, made.step_button):
        local.keys(Qt.Key.Key_Tab)
        assert one.hasFocus()
    local.keys(Qt.Key.Key_Tab)
    assert not made.isAncestorOf(QApplication.focusWidget())


def test_another_place_has_no_banner(local: House) -> None:
    settle_in(local, OSLO)
    assert on_banner(local) == ""
    assert badge(local) == "Varsler"


def test_taking_the_place_out_of_a_search_takes_no_alert_away(local: House) -> None:
    local.search.filters.clear("place")
    local.context.reports.alerts_due.emit()
    local.driver.settle()
    assert on_banner(local) == PILLS


def test_marked_as_read_is_read_for_ever(local: House, tmp_path: Path) -> None:
    banner_of(local).mark_button.click()
    local.driver.wait(lambda: on_banner(local) == CLOSED)
    assert badge(local) == "Varsler, 1 nytt"
    banner_of(local).mark_button.click()
    local.driver.wait(lambda: on_banner(local) == "")
    assert badge(local) == "Varsler"
    with opened(tmp_path / "profile") as again:
        watch = again.window.alerts
        again.driver.wait(lambda: watch and watch.board)
        assert on_banner(again) == ""


def test_closed_is_closed_for_this_session_only(local: House, tmp_path: Path) -> None:
    banner_of(local).mark_button.click()
    local.driver.wait(lambda: on_banner(local) == CLOSED)
    banner_of(local).close_button.click()
    assert on_banner(local) == ""
    assert badge(local) == "Varsler, 1 nytt"
    local.context.reports.alerts_due.emit()
    local.driver.settle()
    assert on_banner(local) == ""
    with opened(tmp_path / "profile") as again:
        again.driver.wait(lambda: on_banner(again) == CLOSED)


def test_what_was_closed_comes_back_when_it_says_something_else(local: House) -> None:
    show_board(local, board(CHANGED))
    banner_of(local).close_button.click()
    assert on_banner(local) == ""
    show_board(local, board(replace(CHANGED, version="new")))
    assert on_banner(local) == CHANGED.ref


def test_for_information_is_only_counted(local: House) -> None:
    show_board(local, board(INFO))
    assert on_banner(local) == ""
    assert badge(local) == "Varsler, 1 nytt"


def test_reading_opens_the_alert_and_printing_the_studio(local: House) -> None:
    banner_of(local).read_button.click()
    page = local.shell.pages.alerts()
    local.driver.wait(lambda: page.detail.ref() == PILLS)
    assert local.page is page
    banner_of(local).poster_button.click()
    studio = local.shell.pages.studio()
    local.driver.wait(lambda: studio.job is not None and studio.job.record == PILLS)
    assert local.page is studio


def test_where_nothing_can_be_kept_it_goes_for_this_session_and_says_so(local: House) -> None:
    def refuse(_ref: str, _version: str) -> None:
        raise ReadOnly("Kan ikke lagre her.")

    def work(desk: object) -> None:
        desk.alerts.mark_read = refuse  # type: ignore[attr-defined]

    local.desk(work)
    banner_of(local).mark_button.click()
    local.driver.wait(lambda: on_banner(local) == CLOSED)
    assert local.shell.strip.text() == "Kan ikke lagre her."
    assert badge(local) == "Varsler, 2 nye"


def at(now: Callable[[], datetime], profile: Path) -> Callable[[Parts], Parts]:
    """Give the window and its desk another clock."""
    paths = find_paths(profile)
    return lambda parts: parts._replace(
        now=now,
        open_desk=lambda progress: open_desk(paths, progress, now),
        words=lambda tell: replace(parts.words(tell), now=now),
    )


def test_the_day_after_its_last_it_is_off_the_banner(tmp_path: Path, qapp: QApplication) -> None:
    install_samples(find_paths(tmp_path))
    moment = [datetime(2040, 12, 31, 23, 59)]
    with opened(tmp_path, changed=at(lambda: moment[0], tmp_path)) as house:
        house.skip_first_start()
        settle_in(house, TRONDHEIM)
        watch = house.window.alerts
        assert watch is not None
        assert on_banner(house) == PILLS
        before = watch.board
        watch.look()
        house.driver.settle()
        assert watch.board is before, "the same day is not asked for again"
        moment[0] = datetime(2041, 1, 1, 0, 0)
        watch.look()
        house.driver.wait(lambda: on_banner(house) == "")
        assert badge(house) == "Varsler"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_at_200_percent_the_laptop_has_room_for_bar_banner_and_hits(
    tmp_path: Path, qapp: QApplication, scheme: str
) -> None:
    install_samples(find_paths(tmp_path))
    with opened(tmp_path, look=Look(scheme, 200)) as house:
        house.skip_first_start()
        settle_in(house, TRONDHEIM)
        assert (house.shell.width(), house.shell.height()) == real_window.LAPTOP
        assert house.shell.minimumSizeHint().height() <= real_window.LAPTOP[1]
        assert banner_of(house).height() <= 240
        house.search.findChildren(FirstSteps)[0].end()  # «Ikke nå», and it never comes again
        house.driver.settle()
        assert house.search.results.height() >= 250
        rail = house.shell.rail
        for one in rail._buttons.values():
            assert rail.rect().contains(one.geometry())
            assert one.height() >= 48
