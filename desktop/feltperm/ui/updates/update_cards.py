"""The cards beside an update: what is in use, who sends it, and the way without a network."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLayout, QMenu, QPushButton, QWidget

from feltperm.desk.updates.senders import KnownSource
from feltperm.desk.updates.update_values import Overview, PackState
from feltperm.ui.toolkit.flow import FlowLayout
from feltperm.ui.toolkit.languages import long_date, short_date
from feltperm.ui.toolkit.parts import band, button, chip, clear, column, frame, label, row
from feltperm.ui.updates.update_words import age

__all__ = ["ContentCard", "OfflineCard", "SourcesCard", "card", "grouped"]


def card(*parts: QWidget | QLayout) -> QFrame:
    """Return a card with the parts below each other."""
    return frame("card", column(*parts, margins=(16, 14, 16, 16), spacing=10))


def grouped(number: int) -> str:
    """Return «1 212», never broken over two lines."""
    return f"{number:,}".replace(",", "\N{NO-BREAK SPACE}")


def rule() -> QFrame:
    """Return a thin line between two rows."""
    return frame("rule")


def _in_row(*widgets: QWidget) -> QWidget:
    made = QWidget()
    made.setLayout(FlowLayout(*widgets))
    return made


class ContentCard(QWidget):
    """«Innhold»: each pack with its date, count and age.

    Signals:
        check_asked: ask the senders now.
        back_asked: go one step back with this pack.
        newer_asked: leave the older version of this pack that the user went back to.
    """

    check_asked = Signal()
    back_asked = Signal(str)
    newer_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._packs: Sequence[PackState] = ()
        self._shown: object = None
        self._rows = QGridLayout()
        self._rows.setColumnStretch(0, 1)
        self._rows.setHorizontalSpacing(16)
        self._rows.setVerticalSpacing(6)
        self._notes = column(spacing=8)
        self.check = button(self.tr("Se etter nå"), self.check_asked.emit, "primary")
        self.back = button(self.tr("Gå tilbake …"), self._choose)
        self.setLayout(
            column(
                card(
                    label(self.tr("Innhold"), "h3"),
                    self._rows,
                    self._notes,
                    _in_row(self.check, self.back),
                )
            )
        )
        self.show_busy(True)

    def show_overview(self, overview: Overview, today: date) -> None:
        """Show what is in use; what is shown already stays, and the keyboard with it."""
        if self._shown == (overview.packs, overview.damaged, today):
            return
        self._shown = overview.packs, overview.damaged, today
        self._packs = overview.packs
        clear(self._rows)
        clear(self._notes)
        for number, pack in enumerate(overview.packs):
            if number:
                self._rows.addWidget(rule(), number * 2 - 1, 0, 1, 2)
            self._rows.addLayout(self._what(pack), number * 2, 0)
            self._rows.addLayout(self._when(pack, today), number * 2, 1, Qt.AlignmentFlag.AlignTop)
        for pack in overview.packs:
            if pack.pinned:
                self._notes.addWidget(self._pinned(pack))
        for sentence in overview.damaged:
            self._notes.addWidget(band("amber", label(sentence)))
        self._allow(
            self.back,
            any(pack.previous for pack in overview.packs),
            self.tr("Det finnes ikke noe tidligere innhold å gå tilbake til."),
        )

    def show_busy(self, busy: bool, sources: bool = True) -> None:
        """Say whether it can be checked now, and why not."""
        why = self.tr("Vent til det som pågår, er ferdig.")
        self._allow(
            self.check,
            sources and not busy,
            why if sources else self.tr("Legg til en kilde først."),
        )

    def _allow(self, made: QPushButton, allowed: bool, why_not: str) -> None:
        made.setEnabled(allowed)
        made.setToolTip("" if allowed else why_not)
        made.setAccessibleDescription("" if allowed else why_not)

    def _what(self, pack: PackState) -> QLayout:
        name = label(pack.name)
        font = name.font()
        font.setBold(True)
        name.setFont(font)
        count = self.tr("{n} oppføringer") if pack.count != 1 else self.tr("{n} oppføring")
        said = count.format(n=grouped(pack.count))
        sender = pack.source or (self.tr("fulgte med programmet") if pack.bundled else "")
        return column(name, label(f"{said}  ·  {sender}" if sender else said, "muted"), spacing=2)

    def _when(self, pack: PackState, today: date) -> QLayout:
        day = label(short_date(pack.published), wrap=False)
        old, tone = age(pack.published, today)
        old_chip = chip(old, tone)
        old_chip.setAccessibleName(self.tr("Alder: {age}").format(age=old))
        return column(day, row(old_chip, None), spacing=2)

    def _pinned(self, pack: PackState) -> QFrame:
        """The standing notice of a pack that the user went back with."""
        said = self.tr("Du gikk tilbake til {date}. {name} fornyes ikke av seg selv.").format(
            date=long_date(pack.published), name=pack.name
        )
        if pack.newest:
            newer = self.tr("Ta i bruk {date}").format(date=long_date(pack.newest))
        else:
            newer = self.tr("Ta i bruk det nyeste")
        take = button(newer, lambda: self.newer_asked.emit(pack.pack))
        return band("amber", label(said), _in_row(take))

    def _choose(self) -> None:
        """Offer the packs that have something to go back to."""
        menu = QMenu(self)
        menu.setAccessibleName(self.back.accessibleName())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for pack in self._packs:
            if pack.previous:
                words = self.tr("{name}: tilbake til {date}").format(
                    name=pack.name, date=long_date(pack.previous)
                )
                act = menu.addAction(words.replace("&", "&&"))
                act.triggered.connect(
                    lambda _checked=False, pack=pack.pack: self.back_asked.emit(pack)
                )
        menu.popup(self.back.mapToGlobal(QPoint(0, self.back.height())))


class SourcesCard(QWidget):
    """«Kilder»: who sends content to this machine.

    Signals:
        add_asked: another is to be added.
        removal_asked: this one (:class:`~feltperm.desk.updates.senders.KnownSource`) is to go.
    """

    add_asked = Signal()
    removal_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: Sequence[KnownSource] | None = None
        self._rows = column(spacing=8)
        self.add = button(self.tr("Legg til kilde …"), self.add_asked.emit)
        self.setLayout(column(card(label(self.tr("Kilder"), "h3"), self._rows, _in_row(self.add))))
        self.hide()

    def show_sources(self, sources: Sequence[KnownSource]) -> None:
        """Show the senders; those that are shown already stay."""
        if self._shown == sources:
            return
        self._shown = sources
        self.setVisible(bool(sources))  # the card beside says so, and has the button too
        clear(self._rows)
        for number, source in enumerate(sources):
            if number:
                self._rows.addWidget(rule())
            self._rows.addLayout(self._row(source))

    def _row(self, source: KnownSource) -> QLayout:
        where = source.source.url or source.folder or self.tr("Bare fra minnepinne")
        away = button(self.tr("Fjern"), lambda: self.removal_asked.emit(source), "quiet")
        away.setAccessibleName(self.tr("Fjern {name}").format(name=source.name))
        code = label(source.fingerprint, "caption", selectable=True)
        code.setAccessibleName(self.tr("Kode: {code}").format(code=source.fingerprint))
        said = column(label(source.name), label(where, "caption", selectable=True), code, spacing=2)
        made = row(spacing=8)
        made.addLayout(said, 1)
        made.addWidget(away, 0, Qt.AlignmentFlag.AlignTop)
        return made


class OfflineCard(QWidget):
    """«Uten nett»: the stick, both ways.

    Signals:
        take_asked, give_asked: from a stick, or onto one.
    """

    take_asked = Signal()
    give_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.take = button(self.tr("Fra minnepinne …"), self.take_asked.emit)
        self.give = button(self.tr("Lag minnepinne …"), self.give_asked.emit)
        self.setLayout(
            column(
                card(
                    label(self.tr("Uten nett"), "h3"),
                    label(
                        self.tr(
                            "Hent fra minnepinne, eller lag en til neste maskin. "
                            "Avsenderen kan kontrolleres på neste maskin."
                        )
                    ),
                    _in_row(self.take, self.give),
                )
            )
        )
