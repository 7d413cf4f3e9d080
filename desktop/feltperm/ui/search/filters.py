"""The row of filters above the results: a chip each, and one menu for those that do not fit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QIcon,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QFrame, QWidget

from feltperm.ui.search.filter_chip import FilterChip
from feltperm.ui.search.filter_state import (
    FLAGS,
    KINDS,
    NAMES,
    Chosen,
    Counts,
    Name,
    When,
    is_facet,
)
from feltperm.ui.toolkit.flow import FlowLayout
from feltperm.ui.toolkit.icons import Icons
from feltperm.ui.toolkit.parts import button, column
from feltperm.ui.toolkit.theme import Theme

if TYPE_CHECKING:  # loaded after the first paint
    from feltperm.catalogue.areas import Geography
    from feltperm.catalogue.facets import Facet
    from feltperm.catalogue.records import Kind
    from feltperm.ui.words import Words

__all__ = ["FilterBar"]


class FilterBar(QWidget):
    """Reports ``changed`` whenever a filter does; holds what is chosen.

    Signals:
        kind_chosen, municipality_chosen: a person chose it here, in the bar.
        counts_asked: the menu of this name waits for :meth:`open_menu` and what it counts.
    """

    changed = Signal()
    kind_chosen = Signal(str)
    municipality_chosen = Signal(str)
    emergency_asked = Signal()
    counts_asked = Signal(str)

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        geography: Callable[[], Geography],
        words: Callable[[], Words] | None = None,
    ) -> None:
        super().__init__()
        self._theme, self._icons, self._geography, self._words = theme, icons, geography, words
        self.chosen = Chosen()
        self._popup: QFrame | None = None
        self._chips: dict[Name, FilterChip] = {}
        line = FlowLayout()
        for name in NAMES:
            chip = self._chips[name] = FilterChip(theme)
            chip.clicked.connect(lambda _checked=False, name=name: self._pressed(name))
            chip.cleared.connect(lambda name=name: self.clear(name))
            line.addWidget(chip)
        self._more = FilterChip(theme)
        self._more.set_sign(icons.icon("sliders-horizontal", "text", checked="accent", size=14))
        self._more.clicked.connect(self._more_pressed)
        self._reset = button(self.tr("Nullstill filtre"), self.reset, "quiet")
        line.addWidget(self._more)
        line.addWidget(self._reset)
        self.setLayout(line)
        self._more.hide()
        self._reset.hide()
        self._show()

    # --- what is chosen -------------------------------------------------------------------------

    @property
    def municipality(self) -> str:
        """The number of the chosen municipality; empty for everywhere."""
        return self.chosen.place

    def kinds(self) -> tuple[Kind, ...]:
        """Return the kinds to search among; empty is all."""
        return KINDS[self.chosen.kind]

    def kind_name(self) -> str:
        """Return the name of the chosen kind."""
        return self.chosen.kind

    def place(self) -> str:
        """Return what the chosen municipality is called; empty for everywhere."""
        known = self._geography().get(self.municipality) if self.municipality else None
        return known.label if known else ""

    def request(self, now: datetime) -> dict[str, Any]:
        """Return the filters as a search request takes them."""
        return self.chosen.request(now)

    def narrowing(self) -> bool:
        """Say whether something is filtered by that a record may not state."""
        return any(self.chosen.is_on(name) for name in NAMES if name not in ("place", "kind"))

    def active(self) -> bool:
        """Say whether anything is filtered away."""
        return any(map(self.chosen.is_on, NAMES))

    # --- choosing -------------------------------------------------------------------------------

    def take(self, chosen: Chosen) -> None:
        """Choose all this without a word; whoever asks, searches."""
        self.chosen = chosen
        self._show()

    def set_kind(self, name: str) -> None:
        """Choose a kind by its name."""
        if name != self.chosen.kind:
            self.chosen.kind = name
            self._changed()

    def choose_kind(self, name: str) -> None:
        """Choose a kind here, which the rest of the window follows."""
        self.set_kind(name)
        self.kind_chosen.emit(name)

    def set_municipality(self, number: str) -> None:
        """Choose a municipality by number; an empty string is everywhere."""
        self._close_popup()
        if number != self.municipality:
            self.chosen.place = number
            self._changed()

    def set_open_at(self, when: When) -> None:
        """Choose when places must be open; None is whenever."""
        self._close_popup()
        if when != self.chosen.open_at:
            self.chosen.open_at = when
            self._changed()

    def set_flag(self, name: Name, on: bool) -> None:
        """Turn a filter on or off that is either."""
        (self.chosen.flags.add if on else self.chosen.flags.discard)(name)
        self._changed()

    def set_values(self, facet: Facet, values: Iterable[str]) -> None:
        """Choose from a list; nothing is everything."""
        self.chosen.values[facet] = tuple(values)
        self._changed()

    def clear(self, name: Name) -> None:
        """Take one filter away."""
        if name == "place":
            self.set_municipality("")
        elif name == "kind":
            self.choose_kind("all")
        elif name == "open_at":
            self.set_open_at(None)
        elif is_facet(name):
            self.set_values(name, ())
        else:
            self.set_flag(name, on=False)

    def reset(self) -> None:
        """Take every filter away, and report it once."""
        was_active = self.active()
        self.chosen = Chosen()
        if was_active:
            self._changed()
        self.kind_chosen.emit("all")

    def _changed(self) -> None:
        self._show()
        self.changed.emit()

    # --- menus ----------------------------------------------------------------------------------

    def _pressed(self, name: Name) -> None:
        if name == "place":
            self.place_pressed()
        elif name in FLAGS:
            self.set_flag(name, not self.chosen.is_on(name))
        else:
            self.counts_asked.emit(name)
        self._show()  # a press has turned the chip over, whatever is chosen

    def _more_pressed(self) -> None:
        self.counts_asked.emit("more")
        self._show()

    def open_menu(self, name: str, counts: Counts) -> None:
        """Open the menu of a chip, or with ``more`` that of the chips that are not seen."""
        from feltperm.ui.search.filter_menus import FilterMenus  # noqa: PLC0415  after the first paint
        from feltperm.ui.search.filter_words import FilterWords  # noqa: PLC0415

        if self._words is None or not self.isVisible():
            return
        menus = FilterMenus(self, FilterWords(self._words()), counts)
        if name == "more":
            menus.open_more(self._more, self._hidden())
        else:
            for one, chip in self._chips.items():
                if one == name:
                    menus.open_for(self._more if chip.isHidden() else chip, one)

    def place_pressed(self) -> None:
        """Take the municipality away, or ask for one."""
        if self.municipality:
            self.set_municipality("")
            return
        from feltperm.ui.toolkit.picker import MunicipalityPicker  # noqa: PLC0415  after the first paint

        picker = MunicipalityPicker(self._geography())
        picker.chosen.connect(self._choose_municipality)
        self.open_popup(picker, "place")
        picker.field.setFocus()

    def open_popup(self, inner: QWidget, name: Name) -> None:
        """Open a card below a chip; it closes when something is chosen."""
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setObjectName("card")
        popup.setLayout(column(inner, margins=(12, 12, 12, 12)))
        QShortcut(QKeySequence(Qt.Key.Key_F2), popup, self.leave_for_emergency)
        popup.setFixedWidth(self._theme.px(320))
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.destroyed.connect(lambda: setattr(self, "_popup", None))
        chip = self._more if self._chips[name].isHidden() else self._chips[name]
        popup.move(chip.mapToGlobal(QPoint(0, chip.height() + 4)))
        self._popup = popup
        popup.show()

    def leave_for_emergency(self) -> None:
        """An open popup takes every key; F2 is not lost in it."""
        self._close_popup()
        self.emergency_asked.emit()

    def _close_popup(self) -> None:
        if self._popup is not None:
            self._popup.close()

    def _choose_municipality(self, number: str) -> None:
        self.set_municipality(number)
        self.municipality_chosen.emit(number)

    # --- what is seen ---------------------------------------------------------------------------

    def _hidden(self) -> list[Name]:
        """Return the filters whose chips have no room."""
        return [name for name, chip in self._chips.items() if chip.isHidden()]

    def _show(self) -> None:
        """Show what is chosen on the chips."""
        for name, chip in self._chips.items():
            on = bool(self.place()) if name == "place" else self.chosen.is_on(name)
            chip.setChecked(on)
            chip.say(*self._wording(name, on))
            chip.set_sign(self._sign(name, on))
        self._fit()

    def _sign(self, name: Name, on: bool) -> QIcon:
        if name in FLAGS or name == "place":
            sign = "x" if on else "map-pin" if name == "place" else ""
        else:
            sign = "chevron-down"
        return self._icons.icon(sign, "text", checked="accent", size=14) if sign else QIcon()

    def _wording(self, name: Name, on: bool) -> tuple[str, str]:
        """Return what stands on a chip, and what a press on it does."""
        if name == "place":
            every, choose = self.tr("Alle kommuner"), self.tr("Velg kommune")
            return (self.place(), self.tr("Vis alle kommuner igjen")) if on else (every, choose)
        off = self.tr("Ta bort filteret")
        keep = self.tr("Vis ikke det som er kjent for noe annet")
        wording, hint = {
            "open_at": (self.tr("Åpent nå"), self.tr("Velg når det skal være åpent")),
            "no_referral": (self.tr("Uten henvisning"), off if on else keep),
            "free": (self.tr("Gratis"), off if on else keep),
            "may_come_while_using": (self.tr("Kan komme ruset"), off if on else keep),
            "offer": (self.tr("Tilbud"), self.tr("Velg hva en kan få der")),
            "language": (self.tr("Språk"), self.tr("Velg språk")),
            "topic": (self.tr("Tema"), self.tr("Velg tema")),
            "audience": (self.tr("For hvem"), self.tr("Velg hvem det skal være for")),
            "kind": (self.kind_wording(self.chosen.kind), self.tr("Velg hva slags oppføringer")),
        }[name]
        if on and name not in (*FLAGS, "kind") and self._words is not None:
            from feltperm.ui.search.filter_words import FilterWords  # noqa: PLC0415  once it is chosen

            wording = FilterWords(self._words()).chip(self.chosen, name) or wording
        return wording, hint

    def kind_wording(self, name: str) -> str:
        """Return what a kind is called."""
        return {
            "all": self.tr("Alle typer"),
            "services": self.tr("Tjenester"),
            "guidance": self.tr("Veiledning"),
            "posters": self.tr("Plakater"),
        }[name]

    def _fit(self) -> None:
        """Show what has room on one line: what is on before what is not; a menu has the rest."""
        if not self.isVisible():  # it is asked for again when it is
            return
        sizes = {name: self._width(chip) for name, chip in self._chips.items()}
        on = [name for name in NAMES if self.chosen.is_on(name)]
        several = len([name for name in on if name != "place"]) > 1
        tail = self._width(self._reset) if several else 0
        self._more.say(self._more_wording(len(on)), self.tr("Vis filtrene som ikke har plass her"))
        shown = set(NAMES)
        if sum(sizes.values()) + tail > self.width():
            room = self.width() - self._width(self._more)
            shown = self._fitting(sizes, on, room)
            tail = tail if sum(sizes[one] for one in shown) + tail <= room else 0
        for name, chip in self._chips.items():
            chip.setVisible(name in shown)
        hidden = [name for name in on if name not in shown]
        self._more.say(self._more_wording(len(hidden)), self._more.toolTip())
        self._more.setChecked(bool(hidden))
        self._more.setVisible(len(shown) < len(NAMES))
        self._reset.setVisible(bool(tail))

    def _fitting(self, sizes: dict[Name, int], on: Sequence[Name], room: int) -> set[Name]:
        """Return the chips that have room: the municipality, what is on, then the first others."""
        shown: set[Name] = {"place"}
        room -= sizes["place"]
        for name in (*on, *(one for one in NAMES if one not in on)):
            if name not in shown and sizes[name] <= room:
                shown.add(name)
                room -= sizes[name]
        return shown

    def _width(self, widget: QWidget) -> int:
        """Return the width a widget wants, and the space after it."""
        widget.ensurePolished()
        layout = self.layout()
        return widget.sizeHint().width() + (layout.spacing() if layout else 0)

    def _more_wording(self, hidden: int) -> str:
        return self.tr("Flere filtre ({n})").format(n=hidden) if hidden else self.tr("Flere filtre")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find room for the chips anew."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Find room for the chips once their size is known."""
        super().showEvent(event)
        self._fit()
