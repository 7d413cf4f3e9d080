"""The result list: model, painted cards, star, and what a screen reader hears."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QFont, QFontMetrics, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from feltperm.ui.search.cards import ResultDelegate
from feltperm.ui.search.result_row import Chip, ResultRow
from feltperm.ui.search.results import ResultList, ResultModel
from feltperm.ui.toolkit.colours import DARK, LIGHT
from feltperm.ui.toolkit.icons import Icons
from feltperm.ui.toolkit.theme import Theme


def rows(count: int, first: int = 0) -> list[ResultRow]:
    return [
        ResultRow(ref=f"national/svc-{n}", kind="service", title=f"Tilbud {n}")
        for n in range(first, first + count)
    ]


def make_list(qtbot: QtBot, theme: Theme, icons: Icons, count: int = 5) -> ResultList:
    view = ResultList(theme, icons)
    qtbot.addWidget(view)
    view.resize(600, 500)
    view.rows.show(rows(count))
    view.show()
    return view


# --- the model ----------------------------------------------------------------------------------


def test_the_model_keeps_qts_rules_in_every_state(qtmodeltester: ModelTester) -> None:
    model = ResultModel()
    qtmodeltester.check(model)
    model.show(rows(3), more=lambda _offset: None)
    model.star({"national/svc-1"})
    model.extend(rows(4, first=3), None)
    model.show(rows(1))
    model.show([])
    model.show_length(rows(3), 10_000, fill=lambda _wanted: None)
    model.put(9_990, rows(20, first=9_990))
    model.star({"national/svc-9999"})
    model.want(5_000, 5_004)
    for first in range(0, 2_000, 100):
        model.put(first, rows(100, first=first), current=9_999)
    model.show_length([], 0, fill=lambda _wanted: None)


def test_rows_that_are_seen_are_asked_for_once_and_what_lies_beside_them_too() -> None:
    model, asked = ResultModel(), list[range]()
    model.show_length(rows(20), 1000, asked.append)
    model.want(0, 4)
    assert asked == [], "they are here"
    model.want(500, 504)
    model.want(500, 504)
    assert asked == [range(490, 515)]
    model.want(700, 704)
    model.want(500, 504)
    assert asked[1:] == [range(690, 715), range(490, 515)], "the latest is what is waited for"
    model.put(490, rows(25, first=490))
    assert model.row(model.index(504)) == rows(1, first=504)[0]
    assert model.row(model.index(600)) is None
    model.want(996, 999)
    assert asked[-1] == range(988, 1000)
    model.no_more()
    model.want(100, 104)
    assert asked[-1] == range(988, 1000)


def test_more_rows_than_there_are_do_not_make_the_list_longer() -> None:
    model = ResultModel()
    model.show_length(rows(5), 10, lambda _wanted: None)
    model.put(8, rows(5, first=8))
    model.put(10, rows(5, first=10))
    assert model.rowCount() == 10
    assert model.held() == 7


def test_typed_letters_find_the_next_card_that_is_here() -> None:
    model = ResultModel()
    named = [
        ResultRow(f"a/{name}", "service", name) for name in ("Alfa", "Beta", "betong", "Gamma")
    ]
    model.show_length(named, 100_000, lambda _wanted: None)
    role = Qt.ItemDataRole.DisplayRole
    assert [one.row() for one in model.match(model.index(2), role, "be", 1)] == [2]
    assert [one.row() for one in model.match(model.index(3), role, "be", 1)] == [1]
    assert [one.row() for one in model.match(model.index(3), role, "be", -1)] == [1, 2]
    assert model.match(model.index(0), role, "x", 1) == []


def test_the_next_page_is_asked_for_once_until_it_has_come() -> None:
    model, asked = ResultModel(), list[int]()
    model.show(rows(50), asked.append)
    root = QModelIndex()
    assert model.canFetchMore(root)
    model.fetchMore(root)
    assert asked == [50]
    assert not model.canFetchMore(root), "the page is under way"
    model.fetchMore(root)
    assert asked == [50]
    model.extend(rows(50, first=50), asked.append)
    assert model.rowCount() == 100
    model.fetchMore(root)
    assert asked == [50, 100]
    model.extend(rows(7, first=100), None)
    assert not model.canFetchMore(root)


def test_after_another_question_the_older_list_asks_for_nothing() -> None:
    model, asked = ResultModel(), list[int]()
    model.show(rows(50), asked.append)
    model.no_more()
    assert not model.canFetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    assert asked == []
    assert model.rowCount() == 50, "what is shown stays until the answer comes"


def test_rows_have_no_children_and_an_invalid_index_no_row() -> None:
    model = ResultModel()
    model.show(rows(2))
    first = model.index(0)
    assert model.rowCount(first) == 0
    assert not model.canFetchMore(first)
    assert model.row(QModelIndex()) is None
    assert model.data(QModelIndex()) is None


def test_only_rows_whose_star_changed_are_painted_again(qtbot: QtBot) -> None:
    model, changed = ResultModel(), list[int]()
    model.show(rows(4))
    model.dataChanged.connect(lambda top, _bottom, _roles: changed.append(top.row()))
    model.star({"national/svc-2", "local/unknown"})
    assert changed == [2]
    model.star({"national/svc-2"})
    assert changed == [2]
    model.star(set())
    assert changed == [2, 2]


def test_a_screen_reader_hears_the_whole_card() -> None:
    model = ResultModel()
    card = ResultRow(
        ref="national/svc-1",
        kind="service",
        title="Feltpleien",
        snippet="Stell av sår.",
        chips=(Chip("Stengt nå"), Chip("Oslo")),
        reason="saar → sår",
        starred=True,
    )
    model.show([card])
    spoken = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    for part in ("Feltpleien", "Stell av sår", "Stengt nå", "Oslo", "saar → sår", "favoritt"):
        assert part in spoken


def test_qt_gives_the_painted_rows_their_names(qtbot: QtBot, theme: Theme, icons: Icons) -> None:
    view = make_list(qtbot, theme, icons, count=2)
    face = QAccessible.queryAccessibleInterface(view)
    assert face.text(QAccessible.Text.Name) == "Treff"
    assert face.childCount() == 2
    assert face.child(1).text(QAccessible.Text.Name) == "Tilbud 1"


# --- the delegate -------------------------------------------------------------------------------


def option(width: int = 600, height: int = 100) -> QStyleOptionViewItem:
    made = QStyleOptionViewItem()
    made.rect = QRect(0, 0, width, height)  # type: ignore[assignment]
    made.state = QStyle.StateFlag.State_Enabled  # type: ignore[assignment]
    return made


def paint(theme: Theme, icons: Icons, row: ResultRow, width: int) -> QImage:
    model = ResultModel()
    model.show([row])
    delegate = ResultDelegate(theme, icons)
    height = delegate.sizeHint(option(), model.index(0)).height()
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(theme.colour("ground"))
    painter = QPainter(image)
    delegate.paint(painter, option(width, height), model.index(0))
    painter.end()
    return image


def columns_of(image: QImage, colour: QColor) -> list[int]:
    return [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y) == colour for y in range(image.height()))
    ]


def test_every_card_is_as_high_as_any_other(theme: Theme, icons: Icons) -> None:
    model = ResultModel()
    long = ResultRow("a/b", "guidance", "T" * 400, "S\n" * 300, ((0, 3),), (Chip("c"),) * 30)
    model.show([*rows(1), long])
    delegate = ResultDelegate(theme, icons)
    first, second = (delegate.sizeHint(option(), model.index(n)) for n in range(2))
    assert first == second


@pytest.mark.parametrize("scale", [1.5, 2.0])
def test_the_height_of_a_card_follows_the_font(theme: Theme, icons: Icons, scale: float) -> None:
    model = ResultModel()
    model.show(rows(1))
    plain = ResultDelegate(theme, icons).sizeHint(option(), model.index(0)).height()
    large_theme = Theme(LIGHT, scale)
    large = ResultDelegate(large_theme, Icons(icons._folder, large_theme))
    height = large.sizeHint(option(), model.index(0)).height()
    assert scale * 0.95 < height / plain < scale * 1.05


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_marked_words_are_painted_on_the_marks_ground(icons: Icons, colours: object) -> None:
    theme = Theme(colours)  # type: ignore[arg-type]
    row = ResultRow("a/b", "service", "Tittel", "Stell av sår og bytte", marks=((9, 12),))
    marked = columns_of(paint(theme, icons, row, 600), theme.colour("mark"))
    assert marked
    assert marked[-1] < 200
    plain = ResultRow("a/b", "service", "Tittel", "Stell av sår og bytte")
    assert not columns_of(paint(theme, icons, plain, 600), theme.colour("mark"))


def test_matched_words_of_a_title_are_marked(theme: Theme, icons: Icons) -> None:
    row = ResultRow("a/b", "service", "Stell av sår", title_marks=((9, 12),))
    marked = columns_of(paint(theme, icons, row, 600), theme.colour("mark"))
    before = QFontMetrics(theme.font(15, QFont.Weight.DemiBold)).horizontalAdvance("Stell av ")
    left = theme.px(28) + before
    assert abs(marked[0] - left) <= 2
    plain = ResultRow("a/b", "service", "Stell av sår")
    assert not columns_of(paint(theme, icons, plain, 600), theme.colour("mark"))


@pytest.mark.parametrize(
    "before", ["æøå ", "e\u0301a\u030a ", "😀 ", "👩🏽‍⚕️😀 ", "\u202e\u202c "], ids=ascii
)
@pytest.mark.parametrize("place", ["title", "snippet"])
def test_a_mark_stands_at_its_word_whatever_stands_before_it(
    theme: Theme, icons: Icons, before: str, place: str
) -> None:
    text = f"{before}sår og bytte"
    marks = ((len(before), len(before) + 3),)
    row = (
        ResultRow("a/b", "service", text, title_marks=marks)
        if place == "title"
        else ResultRow("a/b", "service", "T", text, marks=marks)
    )
    font = theme.font(15, QFont.Weight.DemiBold) if place == "title" else theme.font(13)
    metrics = QFontMetrics(font)
    marked = columns_of(paint(theme, icons, row, 600), theme.colour("mark"))
    assert abs(marked[0] - theme.px(28) - metrics.horizontalAdvance(before)) <= 2
    assert abs(marked[-1] - marked[0] - metrics.horizontalAdvance("sår")) <= 2


def test_marks_beyond_the_cut_of_a_snippet_are_left_out(theme: Theme, icons: Icons) -> None:
    text = "ord " * 100
    row = ResultRow("a/b", "service", "Tittel", text, marks=((396, 399), (500, 900)))
    assert not columns_of(paint(theme, icons, row, 320), theme.colour("mark"))
    crossing = ResultRow("a/b", "service", "Tittel", text, marks=((0, 399),))
    marked = columns_of(paint(theme, icons, crossing, 320), theme.colour("mark"))
    assert marked
    assert marked[-1] <= 320 - theme.px(28)


def test_a_snippet_with_line_breaks_stays_on_one_line(theme: Theme, icons: Icons) -> None:
    broken = paint(theme, icons, ResultRow("a/b", "service", "T", "en\nto\ntre"), 600)
    straight = paint(theme, icons, ResultRow("a/b", "service", "T", "en to tre"), 600)
    assert broken == straight


def test_chips_that_do_not_fit_are_left_out_whole(theme: Theme, icons: Icons) -> None:
    chips = tuple(Chip(f"Et langt ord {n}", "amber") for n in range(12))
    image = paint(theme, icons, ResultRow("a/b", "service", "T", chips=chips), 320)
    painted = columns_of(image, theme.colour("amber_soft"))
    assert painted
    assert painted[-1] <= 320 - theme.px(28)


@pytest.mark.parametrize("width", [320, 420, 700])
def test_the_reason_is_told_even_where_not_all_chips_fit(
    theme: Theme, icons: Icons, width: int
) -> None:
    chips = (Chip("Stengt nå"), *(Chip(f"Et langt ord {n}", "amber") for n in range(6)))
    bare = paint(theme, icons, ResultRow("a/b", "service", "T", chips=chips), width)
    row = ResultRow("a/b", "service", "T", chips=chips, reason="sprøiter → sprøyter")
    told = paint(theme, icons, row, width)
    fewer = columns_of(told, theme.colour("amber_soft"))
    assert len(fewer) < len(columns_of(bare, theme.colour("amber_soft")))
    ink = columns_of(told, theme.colour("muted"))
    assert ink
    assert min(ink) > max(fewer, default=0)
    assert max(ink) <= width - theme.px(28)


def test_a_long_reason_leaves_room_for_the_first_chip(theme: Theme, icons: Icons) -> None:
    row = ResultRow("a/b", "service", "T", chips=(Chip("Åpen", "amber"),), reason="ord " * 60)
    image = paint(theme, icons, row, 460)
    assert columns_of(image, theme.colour("amber_soft"))
    assert max(columns_of(image, theme.colour("muted"))) <= 460 - theme.px(28)


# --- the list -----------------------------------------------------------------------------------


def star_of(view: ResultList, number: int, theme: Theme) -> QPoint:
    area = view.visualRect(view.rows.index(number))
    return QPoint(area.right() - theme.px(14 + 14 + 10), area.top() + theme.px(11 + 10))


def test_a_click_on_the_star_is_the_stars(qtbot: QtBot, theme: Theme, icons: Icons) -> None:
    view = make_list(qtbot, theme, icons)
    starred: list[str] = []
    view.star_clicked.connect(starred.append)
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(view.viewport(), button, none, star_of(view, 2, theme))
    assert starred == ["national/svc-2"]
    title = view.visualRect(view.rows.index(3)).center() - QPoint(100, 0)
    QTest.mouseClick(view.viewport(), button, none, title)
    assert starred == ["national/svc-2"]
    assert view.current_ref() == "national/svc-3"


def test_stepping_stops_at_both_ends(qtbot: QtBot, theme: Theme, icons: Icons) -> None:
    view = make_list(qtbot, theme, icons, count=3)
    opened: list[str] = []
    view.opened.connect(opened.append)
    for by in (1, 1, 5, 1, -1, -9):
        view.step(by)
    assert opened == ["national/svc-0", "national/svc-1", "national/svc-2", "national/svc-1",
                      "national/svc-0"]  # fmt: skip
    view.rows.show([])
    view.step(1)
    assert view.current_ref() == ""


def with_headings() -> list[ResultRow]:
    """Ten cards, with a heading before the third and one before the seventh."""
    listed = rows(10)
    for number in (6, 2):
        listed.insert(number, ResultRow("", "", f"Del {number}", heading=True))
    return listed


def test_rows_lie_one_below_the_other_with_headings_or_without(
    qtbot: QtBot, theme: Theme, icons: Icons
) -> None:
    view = make_list(qtbot, theme, icons)
    view.rows.show(with_headings())
    areas = [view.visualRect(view.rows.index(number)) for number in range(12)]
    assert areas[0].top() == 0
    assert [one.top() for one in areas[1:]] == [one.bottom() + 1 for one in areas[:-1]]
    low = {one.height() for number, one in enumerate(areas) if number in (2, 7)}
    high = {one.height() for number, one in enumerate(areas) if number not in (2, 7)}
    assert len(low) == len(high) == 1
    assert max(low) < min(high)
    for number, area in enumerate(areas):
        view.verticalScrollBar().setValue(area.top())
        seen = view.visualRect(view.rows.index(number))
        assert view.indexAt(seen.center()).row() == number
    assert not view.indexAt(QPoint(10, areas[-1].bottom() + 500)).isValid()
    assert not view.indexAt(QPoint(-1, 10)).isValid()


@pytest.mark.parametrize("headed", [False, True], ids=["cards alone", "with headings"])
def test_the_keys_of_a_list_go_from_card_to_card(
    qtbot: QtBot, theme: Theme, icons: Icons, headed: bool
) -> None:
    view = make_list(qtbot, theme, icons)
    view.rows.show(with_headings() if headed else rows(10))
    view.setFocus()
    last = view.rows.rowCount() - 1
    went = []
    for key in (
        Qt.Key.Key_End, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_Up, Qt.Key.Key_PageDown,
        Qt.Key.Key_PageUp, *[Qt.Key.Key_Down] * 9,
    ):  # fmt: skip
        QTest.keyClick(view, key)
        assert view.current_ref(), "never at a heading"
        area = view.visualRect(view.currentIndex())
        assert view.viewport().rect().contains(area.adjusted(0, 0, 0, -1)), "seen whole"
        went.append(view.currentIndex().row())
    assert went[:4] == [last, last, 0, 0]
    assert 2 < went[4] < last
    assert went[5] == 0
    assert went[-1] == last


def test_a_screen_reader_is_told_which_row_the_keys_go_to_and_when_it_comes(
    qtbot: QtBot, theme: Theme, icons: Icons, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[str, int]] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(
        QAccessible,
        "updateAccessibility",
        lambda event: told.append((event.type().name, event.child())),
    )
    view = make_list(qtbot, theme, icons)
    view.rows.show_length(rows(5), 100, lambda _wanted: None)
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    told.clear()
    QTest.keyClick(view, Qt.Key.Key_End)
    assert ("Focus", 99) in told
    assert ("Selection", 99) in told
    assert not [one for one in told if one[0] == "NameChanged"]
    view.put(98, rows(2, first=98))
    assert told[-1] == ("NameChanged", 99)
    told.clear()
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert ("SelectionRemove", 99) in told
    assert ("Focus", 98) in told


def test_a_click_marks_one_row_and_the_mouse_lights_one(
    qtbot: QtBot, theme: Theme, icons: Icons
) -> None:
    view = make_list(qtbot, theme, icons)
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for number in (1, 3):
        point = view.visualRect(view.rows.index(number)).center()
        QTest.mouseClick(view.viewport(), button, none, point)
        assert [one.row() for one in view.selectedIndexes()] == [number]
    picture = view.grab().toImage()
    edge = [picture.pixelColor(16, y) for y in range(picture.height())]
    ratio = picture.devicePixelRatio()
    rows_marked = {
        view.indexAt(QPoint(16, int(y / ratio))).row()
        for y, colour in enumerate(edge)
        if colour == theme.colour("accent")
    }
    assert rows_marked == {3}


def test_a_card_that_has_not_come_is_an_empty_card_of_the_same_height(
    qtbot: QtBot, theme: Theme, icons: Icons
) -> None:
    view = make_list(qtbot, theme, icons)
    view.rows.show_length(rows(2), 100_000, lambda _wanted: None)
    QTest.qWaitForWindowExposed(view)
    here, missing = (view.visualRect(view.rows.index(number)) for number in (1, 2))
    assert here.height() == missing.height()
    picture = view.grab().toImage()
    ratio = picture.devicePixelRatio()

    def colours(area: QRect) -> set[str]:
        return {
            picture.pixelColor(int(x * ratio), int(y * ratio)).name()
            for x in range(area.left() + 20, area.right() - 20)
            for y in range(area.top() + 8, area.bottom() - 16)
        }

    assert len(colours(here)) > 5
    assert colours(missing) == {theme.colour("surface").name()}


def test_new_rows_take_the_selection_away(qtbot: QtBot, theme: Theme, icons: Icons) -> None:
    view = make_list(qtbot, theme, icons)
    view.step(1)
    view.rows.show(rows(2, first=10))
    assert view.current_row() is None
