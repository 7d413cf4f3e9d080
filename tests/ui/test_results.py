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


def test_new_rows_take_the_selection_away(qtbot: QtBot, theme: Theme, icons: Icons) -> None:
    view = make_list(qtbot, theme, icons)
    view.step(1)
    view.rows.show(rows(2, first=10))
    assert view.current_row() is None
