"""The emergency card (SCREENS 2.3): in memory from the start, one key away, over everything."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from feltperm.catalogue.emergency import EmergencyCard
from feltperm.catalogue.records import pick
from feltperm.ui.dose_clock import ClockLine, DoseClock, seconds_since_start
from feltperm.ui.emergency_page import tab_page
from feltperm.ui.toolkit.fitted import FittedArea
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

#: From this text size on the card is arranged so that all steps and numbers are seen at once.
TIGHT = 1.2
#: How large the buttons and the foot are at most then: what they take, the steps lose.
CONTROLS = 1.3
#: The shares of the red side and of the steps, and the margins of both; the second when tight.
SHARES = ((1, 2), (9, 16))
MARGINS = ((34, 22, 34, 16), (20, 12, 20, 12))
#: The red side is never narrower (pixels).
LEAST_RED = 230


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
        self._tight = theme.scale >= TIGHT
        if self._tight:
            self.setStyleSheet(_smaller_controls(theme))
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
        red, steps = SHARES[self._tight]
        self._root.addWidget(self._left(), red)
        self._root.addWidget(self._right(), steps)
        self._show_address()
        self._choose(0)

    def _text(self, nb: str, en: str, nn: str = "") -> str:
        """Return a text in the card's language, which may be another than the window's."""
        return {"en": en, "nn": nn or nb}.get(self._language, nb)

    def _left(self) -> QWidget:
        """Return the red side: what to say on the phone, and the numbers."""
        area = self._red = FittedArea(self._theme, self._text("Ring 113", "Call 113"))

        def white(text: str, size: int, bold: bool = False) -> QLabel:
            made = area.text(text, size, bold)
            made.setStyleSheet("color: #FFFFFF;")
            return made

        self._where = white("", 22, bold=True)
        self._confirm = white("", 14)
        parts: list[QWidget | None] = [
            white(self._text("Ring 113", "Call 113"), 48, bold=True),
            white(
                self._text(
                    "Fra telefon. Sett på høyttaler.",
                    "From a phone. Put it on loudspeaker.",
                    "Frå telefon. Set på høgtalar.",
                ),
                18,
            ),
            _gap(16),
            white(
                self._text(
                    "Si først hvor du er:", "First say where you are:", "Sei først kvar du er:"
                ),
                16,
            ),
            self._where,
            self._confirm,
            _gap(12),
            white(
                self._text(
                    "Si så hva som har skjedd, og nummeret du ringer fra.",
                    "Then say what has happened, and the number you are calling from.",
                    "Sei så kva som har skjedd, og nummeret du ringjer frå.",
                ),
                16,
            ),
            _gap(16),
            _rule(),
            _gap(8),
        ]
        sizes = (28, 22)
        others = [number for number in self._card.numbers if number.display != "113"]
        for number, size in zip(others, sizes, strict=False):
            title, solid = pick(number.title, self._language)[1], unbroken(number.display)
            shown = title.replace(number.display, solid)
            if number.display not in title:
                shown = f"{title} {solid}"
            parts.append(white(shown, size, bold=size > 22))
            if number.needs_check:
                doubt = self._text("Ikke bekreftet", "Not confirmed", "Ikkje stadfesta")
                parts.append(white(doubt, 14))
        parts.append(None)
        area.fill(column(*parts, spacing=4))
        area.setMinimumWidth(LEAST_RED)
        inside = column(area, margins=MARGINS[self._tight], spacing=12)
        if self._tight:  # the steps get the room
            foot = label(self._foot(), "caption")
            foot.setStyleSheet("color: #FFFFFF;")
            inside.addLayout(FlowLayout(*self._ways()))
            inside.addWidget(foot)
        left = frame("danger-side", inside)
        left.setStyleSheet("QFrame#danger-side { background: #B3261E; }")
        return left

    def _right(self) -> QWidget:
        tabs = FlowLayout()
        self._tabs = QButtonGroup(self)
        self._pages = QStackedWidget()
        if not self._card.tabs:
            least = self._text("Ring 113 ved fare for liv.", "In danger to life, call 113.")
            area = FittedArea(self._theme, least)
            area.fill(column(area.text(least, 26), None))
            self._pages.addWidget(area)
        for number, tab in enumerate(self._card.tabs):
            title = pick(tab.title, self._language)[1]
            made = button(f"{number + 1}  {title}", lambda n=number: self._choose(n), "tab")  # type: ignore[misc]
            made.setCheckable(True)
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            made.installEventFilter(self)
            self._tabs.addButton(made, number)
            tabs.addWidget(made)
            self._pages.addWidget(tab_page(self._theme, tab, self._language, self._tight))
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
        inside = column(tabs, self._pages, dose, margins=MARGINS[self._tight], spacing=10)
        if not self._tight:
            foot = row(spacing=16)
            foot.addWidget(label(self._foot(), "caption"), 1)
            foot.addLayout(row(*self._ways()))
            inside.addLayout(foot)
        return frame("panel", inside)

    def _ways(self) -> list[QPushButton]:
        """Return the quiet buttons."""
        return [
            button(self._text("Skriv ut", "Print"), self._print),
            button("Norsk / English", self._swap_language),
            button(self._text("Lukk (Esc)", "Close (Esc)"), self.close),
        ]

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
        self._red.fit()


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


def _smaller_controls(theme: Theme) -> str:
    """Return the style of buttons, foot and clock on a card that has little room."""
    px = theme._replace(scale=min(theme.scale, CONTROLS)).px
    return f"""
QPushButton, QPushButton:focus {{ font-size: {px(14)}px; min-height: {px(34)}px;
  padding: 0 {px(10)}px; }}
QLabel[look="caption"] {{ font-size: {px(12)}px; }}
QLabel[look="clock"] {{ font-size: {px(18)}px; padding: {px(4)}px {px(10)}px; }}
"""
