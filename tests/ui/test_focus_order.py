"""Where the keyboard goes: Tab through every page, seen at each stop, in the order one reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QScrollArea, QSplitter, QTabBar, QWidget

import pseudo_language
from feltperm.ui.toolkit.look import Look
from real_window import House, opened
from views import VIEWS

pytestmark = pytest.mark.slow

#: More stops than any page has: a walk that long does not come round.
_ENDLESS = 300
#: So many pixels at least change where the keyboard comes to a control.
_SEEN = 60
#: Search field, language, F2, filter or rail: on every page.
_BARS_HAVE = 7
_BARS = {"topbar", "rail", "statusline", "traybar", "panel", "sidepanel", "card", "sourcebox"}


@dataclass
class Stop:
    """A control where the keyboard stopped.

    Attributes:
        visible: some of it was seen then.
        marked: how many pixels changed as the keyboard left.
    """

    widget: QWidget
    name: str
    visible: bool
    marked: int = 0


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def changed(one: QImage, other: QImage) -> int:
    if one.size() != other.size():
        return one.width() * one.height()
    a, b = bytes(one.constBits()), bytes(other.constBits())
    return sum(a[at : at + 4] != b[at : at + 4] for at in range(0, len(a), 4))


def said(widget: QWidget) -> str:
    return widget.accessibleName() or f"{type(widget).__name__} {widget.objectName()}"


def walk(key: Qt.Key = Qt.Key.Key_Tab) -> list[Stop]:
    """Press a key until the keyboard is where it began; a text with links is one stop."""
    stops: list[Stop] = []
    before = None
    for _ in range(_ENDLESS):
        now = QApplication.focusWidget()
        assert now is not None, f"nowhere, after {[one.name for one in stops][-2:]}"
        if now is not before:
            if stops and now is stops[0].widget:
                return stops
            assert now not in [one.widget for one in stops], f"back at {said(now)}"
            stops.append(Stop(now, said(now), not now.visibleRegion().isEmpty()))
        focused, before = picture(now), now
        QTest.keyClick(now, key)
        QApplication.processEvents()
        stops[-1].marked = max(stops[-1].marked, changed(focused, picture(now)))
    raise AssertionError(f"it does not come round: {[one.name for one in stops]}")


def pane(widget: QWidget) -> QWidget:
    """The part of the page that is read by itself: a bar, a card, one side of a splitter."""
    above: QWidget = widget
    while (parent := above.parentWidget()) is not None:
        above = parent
        around = above.parentWidget()
        if (isinstance(above, QFrame) and above.objectName() in _BARS) or isinstance(
            around, QSplitter
        ):
            return above
        if around is not None and isinstance(around.parentWidget(), QScrollArea):
            return above
    return above


def place(widget: QWidget, inside: QWidget) -> QRect:
    return QRect(widget.mapTo(inside, QPoint(0, 0)), widget.size())


def backwards(first: QRect, second: QRect) -> bool:
    """Whether one reads the second before the first; columns are read one by one."""
    if second.bottom() <= first.top():
        return second.left() < first.right()
    beside = min(first.bottom(), second.bottom()) - max(first.top(), second.top())
    return beside > min(first.height(), second.height()) / 2 and second.right() <= first.left()


def out_of_order(stops: list[Stop]) -> list[str]:
    """The steps that go up or left within one pane."""
    found = []
    for one, other in pairwise(stops):
        inside = pane(one.widget)
        if inside is pane(other.widget) and backwards(
            place(one.widget, inside), place(other.widget, inside)
        ):
            found.append(f"{one.name} -> {other.name}")
    return found


def come_back_to(stops: list[Stop]) -> list[str]:
    """The steps back to a pane that the keyboard had left, but for those out of an inner one."""
    found, left = [], list[QWidget]()
    for one, other in pairwise(stops):
        before, now = pane(one.widget), pane(other.widget)
        if now is not before:
            left.append(before)
            again = now in left and not now.isAncestorOf(before)
            if again and now is not pane(stops[0].widget):
                found.append(f"{one.name} -> {other.name}")
    return found


def overlapping(root: QWidget) -> list[str]:
    """The visible neighbours that lie over each other."""
    found = []
    for parent in [root, *root.findChildren(QWidget)]:
        if parent.layout() is None or not parent.isVisible():
            continue
        children = [
            one
            for one in parent.children()
            if isinstance(one, QWidget) and one.isVisible() and not one.isWindow()
            and parent.layout().indexOf(one) >= 0
        ]  # fmt: skip
        for one, other in combinations(children, 2):
            both = one.geometry().intersected(other.geometry())
            if both.width() > 1 and both.height() > 1:
                found.append(f"{_shown(one)} over {_shown(other)}: {both.width()}x{both.height()}")
    return found


def _shown(widget: QWidget) -> str:
    return widget.text()[:40] if isinstance(widget, QLabel) else said(widget)


@pytest.fixture(scope="module", params=[100, 150, 200], ids="{} %".format)
def house(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, qapp: QApplication
) -> Iterator[House]:
    profile = tmp_path_factory.mktemp("focus") / "profile"
    with opened(profile, look=Look("light", request.param)) as house:
        house.skip_first_start()
        house.desk(lambda desk: desk.keep.star("national/svc-113"))  # type: ignore[attr-defined]
        yield house


def shown(house: House, view: str) -> QWidget:
    root = VIEWS[view](house)
    house.shell.activateWindow()
    house.field.setFocus()
    house.driver.settle()
    return root


def steady(house: House) -> list[Stop]:
    """Walk until it is twice the same: a list opens its first row as the keyboard comes to it."""
    before: list[QWidget] = []
    for _ in range(5):
        stops = walk()
        if [one.widget for one in stops] == before:
            return stops
        before = [one.widget for one in stops]
        house.desk(lambda _desk: None)
        house.driver.settle()
    raise AssertionError("the page does not come to rest")


@pytest.mark.parametrize("view", VIEWS)
def test_tab_goes_round_a_page_in_the_order_one_reads(house: House, view: str) -> None:
    shown(house, view)
    stops = steady(house)
    assert len(stops) >= _BARS_HAVE
    assert [one.name for one in stops if not one.visible] == []
    assert [one.name for one in stops if one.marked < _SEEN] == [], "no focus is seen"
    assert out_of_order(stops) == []
    assert come_back_to(stops) == []
    back = walk(Qt.Key.Key_Backtab)
    assert [one.widget for one in back[1:]] == [one.widget for one in reversed(stops[1:])]


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_is_cut_and_nothing_lies_over_another(house: House, view: str) -> None:
    root = shown(house, view)
    assert (root.width(), root.height()) == (1366, 768)
    assert [
        one for one in pseudo_language.cut(root) if not one.startswith(("QTabBar", "Tabs"))
    ] == []
    for tabs in root.findChildren(QTabBar):  # where not all fit, its arrows lead to the others
        assert not tabs.isVisible() or tabs.rect().contains(tabs.tabRect(tabs.currentIndex()))
    assert overlapping(root) == []
