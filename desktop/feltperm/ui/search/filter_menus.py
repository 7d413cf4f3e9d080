"""The menus of the filters: what can be chosen, each with how many records it would leave."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QDateTimeEdit, QMenu, QWidget

from feltperm.catalogue.facets import Facet
from feltperm.search import NOT_STATED, FilterName
from feltperm.ui.search.filter_state import FLAGS, KINDS, Counts, Name, is_facet
from feltperm.ui.search.filter_words import FilterWords, evening
from feltperm.ui.toolkit.parts import button, column, label

if TYPE_CHECKING:
    from feltperm.ui.search.filter_chip import FilterChip
    from feltperm.ui.search.filters import FilterBar

__all__ = ["FilterMenu", "FilterMenus"]


def _tr(text: str) -> str:
    return QCoreApplication.translate("FilterMenus", text)


class FilterMenu(QMenu):
    """A menu in which several things can be ticked before it closes; F2 is not lost in it."""

    def __init__(self, title: str, parent: QWidget, leave: Callable[[], None]) -> None:
        super().__init__(title, parent)
        self._leave = leave
        self.setAccessibleName(title)
        self.setToolTipsVisible(True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick without closing."""
        action = self.actionAt(event.position().toPoint())
        if not self._ticked(action):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with the space bar without closing; Enter ticks and closes."""
        if event.key() == Qt.Key.Key_F2:
            top: QWidget | None = self
            while isinstance(top, QMenu):
                top.close()
                top = top.parentWidget()
            self._leave()
        elif not (event.key() == Qt.Key.Key_Space and self._ticked(self.activeAction())):
            super().keyPressEvent(event)

    def _ticked(self, action: QAction | None) -> bool:
        stays = action is not None and action.isEnabled() and action.isCheckable()
        if stays and action is not None and action.actionGroup() is None and action.data():
            action.trigger()
            return True
        return False


class FilterMenus:
    """Makes the menus of one bar.

    Args:
        counts: how many records each value would leave; empty when it is not known.
    """

    def __init__(self, bar: FilterBar, words: FilterWords, counts: Counts) -> None:
        self._bar, self._words, self._counts = bar, words, counts

    def open_for(self, chip: FilterChip, name: Name) -> None:
        """Open the menu of one filter below its chip."""
        menu = FilterMenu(chip.text(), chip, self._bar.leave_for_emergency)
        self._fill(menu, name)
        self._open(menu, chip)

    def open_more(self, chip: FilterChip, hidden: Sequence[Name]) -> None:
        """Open the menu of the filters whose chips have no room."""
        menu = FilterMenu(chip.text(), chip, self._bar.leave_for_emergency)
        for name in hidden:
            if name in FLAGS:
                self._add_flag(menu, name)
                continue
            inner = FilterMenu(self._title(name), menu, self._bar.leave_for_emergency)
            self._fill(inner, name)
            menu.addMenu(inner)
        if self._bar.active():
            menu.addSeparator()
            menu.addAction(_tr("Nullstill filtre"), self._bar.reset)
        self._open(menu, chip)

    def _open(self, menu: QMenu, chip: FilterChip) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setLayoutDirection(self._bar.layoutDirection())  # the chip turns its own
        menu.popup(chip.mapToGlobal(QPoint(0, chip.height() + 4)))
        first = next((one for one in menu.actions() if one.isEnabled()), None)
        if first is not None:
            menu.setActiveAction(first)

    def _title(self, name: Name) -> str:
        on = self._bar.chosen.is_on(name)
        titles = {"open_at": _tr("Åpent nå"), "kind": _tr("Type")}
        if name == "kind" and on:
            return self._bar.kind_wording(self._bar.chosen.kind)
        own = self._words.facet(name) if is_facet(name) else titles[name]
        return (self._words.chip(self._bar.chosen, name) if on else "") or own

    def _fill(self, menu: QMenu, name: Name) -> None:
        if name == "open_at":
            self._fill_open(menu)
        elif name == "kind":
            self._fill_kind(menu)
        elif is_facet(name):
            self._fill_values(menu, name)
        if self._bar.chosen.is_on(name):
            menu.addSeparator()
            clear = partial(self._bar.clear, name)
            menu.addAction(_tr("Ta bort filteret"), clear)

    def _fill_open(self, menu: QMenu) -> None:
        bar, now = self._bar, self._words.words.now()
        counts = self._counts.get("open_at", {}) if bar.chosen.open_at in (None, "now") else {}
        chosen = bar.chosen.open_at
        self._add(menu, _tr("Nå"), counts.get("yes"), chosen == "now",
                  lambda: bar.set_open_at("now"))  # fmt: skip
        saturday = evening(now)
        self._add(menu, _tr("Lørdag kl. 23"), None, chosen == saturday,
                  lambda: bar.set_open_at(saturday))  # fmt: skip
        menu.addAction(_tr("Velg tid …"), lambda: self._choose_time())  # the menu keeps this alive
        self._add_unstated(menu, "open_at", counts.get(NOT_STATED, 0))

    def _choose_time(self) -> None:
        bar, chosen = self._bar, self._bar.chosen.open_at
        field = QDateTimeEdit()
        field.setDisplayFormat("dd.MM.yyyy  HH:mm")
        field.setAccessibleName(_tr("Dag og klokkeslett"))
        begin = chosen if isinstance(chosen, datetime) else evening(self._words.words.now())
        field.setDateTime(QDateTime(begin.date(), begin.time()))  # type: ignore[call-overload]
        field.setCurrentSection(QDateTimeEdit.Section.DaySection)

        def choose() -> None:
            moment = field.dateTime()
            day, clock = moment.date(), moment.time()
            bar.set_open_at(
                datetime(day.year(), day.month(), day.day(), clock.hour(), clock.minute())
            )

        show = button(_tr("Vis det som er åpent da"), choose, "primary")
        show.setAutoDefault(True)
        inner = QWidget()
        inner.setLayout(column(label(_tr("Åpent på dag og klokkeslett")), field, show))
        bar.open_popup(inner, "open_at")
        field.setFocus()

    def _fill_kind(self, menu: QMenu) -> None:
        counts, bar = self._counts.get("kind", {}), self._bar
        for name, kinds in KINDS.items():
            count = sum(counts.get(kind, 0) for kind in kinds or counts) if counts else None
            self._add(menu, bar.kind_wording(name), count, bar.chosen.kind == name,
                      partial(bar.choose_kind, name))  # fmt: skip

    def _fill_values(self, menu: QMenu, facet: Facet) -> None:
        counts = dict(self._counts.get(facet, {}))
        unstated = counts.pop(NOT_STATED, 0)
        for value in self._bar.chosen.values.get(facet, ()):
            counts.setdefault(value, 0)
        for value, name, count in self._words.by_name(facet, counts):
            on = value in self._bar.chosen.values.get(facet, ())
            action = self._add(menu, name, count, on, partial(self._turn, facet, value))
            action.setData("stays")
        if not counts:
            menu.addAction(_tr("Ingen treff oppgir dette")).setEnabled(False)
        self._add_unstated(menu, facet, unstated)

    def _turn(self, facet: Facet, value: str) -> None:
        chosen = self._bar.chosen.values.get(facet, ())
        rest = tuple(one for one in chosen if one != value)
        self._bar.set_values(facet, rest if value in chosen else (*chosen, value))

    def _add_flag(self, menu: QMenu, name: Name) -> None:
        wording = {
            "no_referral": _tr("Uten henvisning"),
            "free": _tr("Gratis"),
            "may_come_while_using": _tr("Kan komme ruset"),
        }[name]
        count = self._counts.get(name, {}).get("yes")
        on = self._bar.chosen.is_on(name)
        action = self._add(menu, wording, count, on, partial(self._turn_flag, name))
        action.setData("stays")

    def _turn_flag(self, name: Name) -> None:
        self._bar.set_flag(name, not self._bar.chosen.is_on(name))

    def _add(
        self, menu: QMenu, wording: str, count: int | None, on: bool, act: Callable[[], object]
    ) -> QAction:
        """Add something that can be ticked, and how many records it leaves."""
        shown = wording.replace("&", "&&")
        action = menu.addAction(shown if count is None else f"{shown}  ({count})")
        action.setCheckable(True)
        action.setChecked(on)
        action.triggered.connect(lambda _checked=False: act())
        return action

    def _add_unstated(self, menu: QMenu, name: FilterName, count: int) -> None:
        """Say below the choices how many records do not state it."""
        if count:
            menu.addSeparator()
            menu.addAction(self._words.unnamed(name, count)).setEnabled(False)
