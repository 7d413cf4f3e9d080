"""The emergency card (SCREENS 2.3): in memory from the start, one key away, over everything."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFont, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from feltperm.catalogue.emergency import EmergencyCard, EmergencyTab
from feltperm.catalogue.records import pick
from feltperm.desk.text import URGENCY
from feltperm.ui.dose_clock import ClockLine, DoseClock, seconds_since_start
from feltperm.ui.toolkit.flow import FlowLayout
from feltperm.ui.toolkit.languages import language, long_date
from feltperm.ui.toolkit.parts import button, clear, column, frame, label, row, unbroken
from feltperm.ui.toolkit.theme import Theme

__all__ = ["EmergencyWindow"]

#: The poster that says on paper what a tab says, by the guidance that the tab quotes.
POSTERS = {
    "gd-overdose": "national/ps-overdose",
    "gd-kramper": "national/ps-abstinens",
    "gd-infeksjon-tegn": "national/ps-sar",
    "gd-selvmord": "national/ps-selvmord",
}


class EmergencyWindow(QDialog):
    """113, the address to give, and four tabs of first aid. The computer cannot ring.

    Signals:
        print_asked: the poster of the tab is wanted, by its ``pack/id``.
    """

    print_asked = Signal(str)

    def __init__(
        self,
        theme: Theme,
        card: EmergencyCard,
        clock: Callable[[], float] = seconds_since_start,
        parent: QWidget | None = None,
    ) -> None:
        """Build the card; ``clock`` gives seconds and only ever rises."""
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setModal(True)
        self.setWindowTitle(self.tr("Akuttkort: ring 113"))
        self.setAccessibleName(self.windowTitle())
        self._theme, self._card = theme, card
        self._language: str = language()
        self._clock = DoseClock(clock, self)
        self._address = ""
        self._later: EmergencyCard | None = None
        self._root = row(spacing=0)
        self.setLayout(self._root)
        self._build()

    @property
    def complete(self) -> bool:
        """False when the card's file was damaged and only the numbers are left."""
        return bool(self._card.tabs)

    @property
    def card(self) -> EmergencyCard:
        """What it shows, or will show once it is closed."""
        return self._later or self._card

    def show_card(self, card: EmergencyCard) -> None:
        """Show later words; those that are being read stay until the card is closed."""
        if card == self._card:
            return
        self._later = card
        if not self.isVisible():
            self._take_later()

    def set_address(self, address: str) -> None:
        """Show where «here» is: the default site's address, or what to say instead."""
        self._address = address
        self._show_address()

    def open_over(self, window: QWidget) -> None:
        """Cover ``window``, whatever else is open."""
        self.setGeometry(window.geometry())
        self.show()
        self.raise_()
        self.activateWindow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 to 4 choose the tab, Space starts the clock, PageUp and PageDown scroll, F2 closes."""
        key = event.key()
        if Qt.Key.Key_1 <= key < Qt.Key.Key_1 + len(self._card.tabs):
            self._choose(key - Qt.Key.Key_1)
        elif key == Qt.Key.Key_Space:
            self._space()
        elif key == Qt.Key.Key_F2:
            self.close()
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self._scroll(1 if key == Qt.Key.Key_PageDown else -1)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Space starts the clock also while a tab has the focus, which would take it."""
        space = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        if space and event.type() == QEvent.Type.KeyPress:
            self._space()
            return True
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the later words that came meanwhile."""
        super().hideEvent(event)
        self._take_later()

    def _take_later(self) -> None:
        if self._later is not None:
            self._card, self._later = self._later, None
            self._build_again()

    def showEvent(self, event: QShowEvent) -> None:
        """Start at the first step: that is what is read out first."""
        super().showEvent(event)
        self._choose(0)

    def give_naloxone(self) -> None:
        """Start counting from now. Kept in memory only."""
        self._clock.start()

    def _space(self) -> None:
        """Start the clock where its button is seen."""
        if not self._given_button.isHidden():
            self.give_naloxone()

    def _build(self) -> None:
        self._root.addWidget(self._left(), 1)
        self._root.addWidget(self._right(), 2)
        self._show_address()
        self._choose(0)

    def _text(self, nb: str, en: str, nn: str = "") -> str:
        """Return a text in the card's language, which may be another than the window's."""
        return {"en": en, "nn": nn or nb}.get(self._language, nb)

    def _left(self) -> QWidget:
        theme = self._theme
        self._where = self._white("", 22, bold=True)
        self._confirm = self._white("", 14)
        parts: list[QWidget | None] = [
            self._white(self._text("Ring 113", "Call 113"), 48, bold=True),
            self._white(
                self._text(
                    "Fra telefon. Sett på høyttaler.",
                    "From a phone. Put it on loudspeaker.",
                    "Frå telefon. Set på høgtalar.",
                ),
                18,
            ),
            _gap(theme.px(16)),
            self._white(
                self._text(
                    "Si først hvor du er:", "First say where you are:", "Sei først kvar du er:"
                ),
                16,
            ),
            self._where,
            self._confirm,
            _gap(theme.px(12)),
            self._white(
                self._text(
                    "Si så hva som har skjedd, og nummeret du ringer fra.",
                    "Then say what has happened, and the number you are calling from.",
                    "Sei så kva som har skjedd, og nummeret du ringjer frå.",
                ),
                16,
            ),
            _gap(theme.px(16)),
            _rule(),
            _gap(theme.px(8)),
        ]
        sizes = (28, 22)
        others = [number for number in self._card.numbers if number.display != "113"]
        for number, size in zip(others, sizes, strict=False):
            title, solid = pick(number.title, self._language)[1], unbroken(number.display)
            shown = title.replace(number.display, solid)
            if number.display not in title:
                shown = f"{title} {solid}"
            parts.append(self._white(shown, size, bold=size > 22))
            if number.needs_check:
                doubt = self._text("Ikke bekreftet", "Not confirmed", "Ikkje stadfesta")
                parts.append(self._white(doubt, 14))
        parts.append(None)
        left = frame("danger-side", column(*parts, margins=(34, 34, 34, 24), spacing=4))
        left.setStyleSheet("QFrame#danger-side { background: #B3261E; }")
        area = _scrolled(left, self._text("Ring 113", "Call 113"))
        area.setMinimumWidth(theme.px(300))
        return area

    def _right(self) -> QWidget:
        tabs = FlowLayout()
        self._tabs = QButtonGroup(self)
        self._pages = QStackedWidget()
        if not self._card.tabs:
            least = self._text("Ring 113 ved fare for liv.", "In danger to life, call 113.")
            self._pages.addWidget(self._big(least, 26))
        for number, tab in enumerate(self._card.tabs):
            title = pick(tab.title, self._language)[1]
            made = button(f"{number + 1}  {title}", lambda n=number: self._choose(n), "tab")  # type: ignore[misc]
            made.setCheckable(True)
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            made.installEventFilter(self)
            self._tabs.addButton(made, number)
            tabs.addWidget(made)
            self._pages.addWidget(self._page(tab))
        self._given_button = button(
            self._text(
                "Nalokson gitt (mellomrom)", "Naloxone given (space)", "Nalokson gitt (mellomrom)"
            ),
            self.give_naloxone,
            "primary",
        )
        kept = self._given_button.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # nothing moves under the hand
        self._given_button.setSizePolicy(kept)
        self._clock_line = ClockLine(self._clock, self._text, self._is_overdose)
        dose = row(self._given_button, spacing=16)
        dose.addWidget(self._clock_line, 1)
        ways = row(
            button(self._text("Skriv ut", "Print"), self._print),
            button("Norsk / English", self._swap_language),
            button(self._text("Lukk (Esc)", "Close (Esc)"), self.close),
        )
        foot = row(spacing=16)
        foot.addWidget(label(self._foot(), "caption"), 1)
        foot.addLayout(ways)
        right = frame(
            "panel",
            column(
                tabs,
                self._pages,
                dose,
                foot,
                margins=(34, 26, 34, 18),
                spacing=14,
            ),
        )
        return right

    def _page(self, tab: EmergencyTab) -> QWidget:
        """Return one tab: its steps, or its signs under what to do about them."""
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        line = 0
        for urgency in tab.urgency if not tab.steps else ():
            heading = pick(URGENCY[urgency.level], self._language)[1]
            grid.addWidget(self._big(heading, 22, bold=True), line, 0, 1, 2)
            line += 1
            for sign in urgency.signs:
                grid.addWidget(self._big("•", 20), line, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(self._big(pick(sign, self._language)[1], 20), line, 1)
                line += 1
        for number, step in enumerate(tab.steps, 1):
            numeral = self._big(str(number), 30, bold=True)
            numeral.setStyleSheet(f"color: {self._theme.colours.danger};")
            numeral.setFixedWidth(self._theme.px(40))
            wording = pick(step.title, self._language)[1]
            detail = pick(step.detail, self._language)[1]
            text = column(self._big(wording, 26, bold=True), spacing=0)
            if detail:
                text.addWidget(self._big(detail, 18))
            grid.addWidget(numeral, line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addLayout(text, line, 1)
            rule = QFrame()
            rule.setFixedHeight(1)
            rule.setStyleSheet(f"background: {self._theme.colours.divider};")
            grid.addWidget(rule, line + 1, 0, 1, 2)
            line += 2
        grid.setRowStretch(line, 1)
        return _scrolled(inner, pick(tab.title, self._language)[1])

    def _foot(self) -> str:
        day = long_date(self._card.checked)
        if not self._card.tabs:
            return self._text(
                "Akuttkortet kunne ikke leses.",
                "The card could not be read.",
                "Akuttkortet kunne ikkje lesast.",
            )
        if self._language in self._card.reviewed:
            return self._text("Tekst kontrollert {date}.", "Text checked {date}.").format(date=day)
        return self._text(
            "Ikke fagkontrollert. Kildene er lest {date}. Venter på faglig godkjenning.",
            "Not clinically checked. Sources read {date}. Awaiting clinical approval.",
            "Ikkje fagkontrollert. Kjeldene er lesne {date}. Ventar på fagleg godkjenning.",
        ).format(date=day)

    def _is_overdose(self) -> bool:
        """Tell whether the tab is shown that the clock's order belongs to."""
        return self._pages.currentIndex() == 0

    def _print(self) -> None:
        tabs, number = self._card.tabs, self._pages.currentIndex()
        record = tabs[number].record if tabs else ""
        self.print_asked.emit(POSTERS.get(record, POSTERS["gd-overdose"]))

    def _choose(self, number: int) -> None:
        if tab := self._tabs.button(number):
            self._pages.setCurrentIndex(number)
            tab.setChecked(True)
            tab.setFocus()
        self._given_button.setVisible(self._is_overdose())
        self._clock_line.show_time()

    def _scroll(self, pages: int) -> None:
        for area in self.findChildren(QScrollArea):
            if area.isVisible():
                bar = area.verticalScrollBar()
                bar.setValue(bar.value() + pages * bar.pageStep())

    def _swap_language(self) -> None:
        norwegian = "nb" if language() == "en" else language()
        self._language = norwegian if self._language == "en" else "en"
        self._build_again()

    def _build_again(self) -> None:
        current = self._pages.currentIndex()
        clear(self._root)
        self._build()
        self._choose(current)

    def _show_address(self) -> None:
        fallback = self._text(
            "Gate og nummer, sted, etasje",
            "Street and number, place, floor",
            "Gate og nummer, stad, etasje",
        )
        self._where.setText(self._address or fallback)
        self._confirm.setText(self._text("Stemmer dette?", "Is this right?"))
        self._confirm.setVisible(bool(self._address))

    def _white(self, text: str, size: int, bold: bool = False) -> QLabel:
        made = self._big(text, size, bold)
        made.setStyleSheet("color: #FFFFFF;")
        return made

    def _big(self, text: str, size: int, bold: bool = False) -> QLabel:
        made = label(text)
        made.setFont(self._theme.font(size, QFont.Weight.Bold if bold else QFont.Weight.Normal))
        return made


def _scrolled(inner: QWidget, name: str) -> QScrollArea:
    """Return ``inner`` so that large text on a low screen can be scrolled, and none is cut."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(inner)
    area.viewport().setAutoFillBackground(False)
    inner.setAutoFillBackground(False)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setAccessibleName(name)
    return area


def _gap(height: int) -> QWidget:
    """Return empty room of so many pixels."""
    gap = QWidget()
    gap.setFixedHeight(height)
    return gap


def _rule() -> QFrame:
    """Return a thin line on the red side."""
    rule = QFrame()
    rule.setFixedHeight(1)
    rule.setStyleSheet("background: rgba(255, 255, 255, 120);")
    return rule
