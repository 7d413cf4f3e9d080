"""The banner for new alerts in my area: on every page, and never in the way (SCREENS, J2)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QPushButton, QSizePolicy, QWidget

from feltperm.ui.alerts.alert_words import level_look, news
from feltperm.ui.toolkit.flow import FlowLayout
from feltperm.ui.toolkit.icons import Icons
from feltperm.ui.toolkit.parts import button, label, restyle, row
from feltperm.ui.toolkit.spoken import spoken
from feltperm.ui.toolkit.theme import Theme

if TYPE_CHECKING:
    from feltperm.desk.alerts_mine import AlertLine

__all__ = ["AlertBanner"]

#: Below this width (pixels at 100 % text) the buttons stand below the words.
NARROW = 900
#: The colour of the band for a tone; both have a bar at the edge, which is seen without colour.
_BANDS = {"red": "red", "amber": "yellow"}


class AlertBanner(QFrame):
    """Shows one new alert at a time; what is to be done with it is reported.

    Signals:
        read, poster_asked: ``pack/id`` of the alert to be opened, or to be printed.
        marked, closed: the line that was read, or is not to be seen again in this session.
        left: the keyboard was in the banner when it went away.
    """

    read = Signal(str)
    poster_asked = Signal(str)
    marked = Signal(object)
    closed = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self._theme, self._icons = theme, icons
        self._lines: tuple[AlertLine, ...] = ()
        self._at, self._waits = 0, False
        self._announced: set[tuple[str, str]] = set()
        self.setProperty("band", "red")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(self.tr("Nytt varsel"))
        self._sign = label("", wrap=False)
        self.level = label("", "h3", wrap=False)
        self.words = label("")
        self.words.setMinimumWidth(theme.px(200))
        self.read_button = button(self.tr("Les"), lambda: self.read.emit(self._line().ref))
        self.poster_button = button(
            self.tr("Skriv ut plakat"), lambda: self.poster_asked.emit(self._line().ref)
        )
        self.mark_button = button(self.tr("Merk som lest"), lambda: self.marked.emit(self._line()))
        self.step_button = button("", self.step, "quiet", icons.icon("chevron-right"))
        self.close_button = button(
            "", lambda: self.closed.emit(self._line()), "quiet", icons.icon("x")
        )
        self._name_close()
        self._said = row(self._sign, self.level, spacing=10)
        self._said.addWidget(self.words, 1)
        buttons = QWidget()
        buttons.setLayout(FlowLayout(*self.buttons()))
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setContentsMargins(12, 6, 8, 6)
        self._both.addLayout(self._said)
        self._both.addWidget(buttons)
        self.setLayout(self._both)
        self.hide()

    def show_alerts(self, lines: Sequence[AlertLine]) -> None:
        """Show the first of these, or none; one that somebody is about to answer stays.

        Nothing is exchanged under the hand: with the keyboard or the mouse in the banner the
        alert that is shown goes on being shown, while it is among those to be shown.
        """
        held = self.isVisible() and (self._has_focus() or self.underMouse())
        before = self._line() if self._lines else None
        self._lines = tuple(lines)
        self._at = self._place_of(before) if held and before else 0
        self._waits = self._at > 0
        if not self._lines:
            focused = self._has_focus()
            self.hide()
            if focused:
                self.left.emit()
            return
        self._show_line()
        self.show()
        self._announce()

    def step(self) -> None:
        """Show the next alert, and after the last one the first."""
        self._at = (self._at + 1) % max(1, len(self._lines))
        self._waits = False
        self._show_line()

    def shown(self) -> AlertLine | None:
        """Return the alert that is shown."""
        return None if self.isHidden() or not self._lines else self._line()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the words where both do not fit beside each other."""
        super().resizeEvent(event)
        narrow = event.size().width() < self._theme.px(NARROW)
        ways = QBoxLayout.Direction
        self._both.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self._both.setStretch(0, 0 if narrow else 1)

    def leaveEvent(self, event: QEvent) -> None:
        """Let the worst come first now, if it came while the mouse was here."""
        super().leaveEvent(event)
        if self._waits and not self._has_focus():
            self._at, self._waits = 0, False
            self._show_line()

    def buttons(self) -> tuple[QPushButton, ...]:
        """Return what the keyboard reaches, in its order."""
        return (
            self.read_button,
            self.poster_button,
            self.mark_button,
            self.step_button,
            self.close_button,
        )

    def _line(self) -> AlertLine:
        return self._lines[self._at]

    def _place_of(self, line: AlertLine) -> int:
        known = [(one.ref, one.version) for one in self._lines]
        wanted = (line.ref, line.version)
        return known.index(wanted) if wanted in known else 0

    def _has_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _show_line(self) -> None:
        line = self._line()
        look = level_look(line.level)
        restyle(self, "band", _BANDS[look.tone])
        self._sign.setPixmap(self._icons.pixmap(look.sign, "text", 20))
        self.level.setText(look.words)
        self.words.setText(news(line))
        self.words.setToolTip(spoken(line.title))
        self.words.setAccessibleName(f"{look.words}. {news(line)}")
        self.poster_button.setVisible(line.poster)
        self.close_button.setVisible(line.level != "acute")
        self._show_step()

    def _show_step(self) -> None:
        text = self.tr("{n} av {all}").format(n=self._at + 1, all=len(self._lines))
        self.step_button.setText(f"  {text}")
        self.step_button.setToolTip(self.tr("Vis neste varsel"))
        self.step_button.setAccessibleName(f"{text}. {self.tr('Vis neste varsel')}")
        self.step_button.setVisible(len(self._lines) > 1)

    def _name_close(self) -> None:
        words = self.tr("Lukk til neste gang Feltperm åpnes")
        self.close_button.setToolTip(words)
        self.close_button.setAccessibleName(words)

    def _announce(self) -> None:
        """Tell a screen reader of the worst that is new, and leave the keyboard where it is."""
        fresh = [one for one in self._lines if (one.ref, one.version) not in self._announced]
        self._announced.update((one.ref, one.version) for one in fresh)
        if not fresh:
            return
        event = QAccessibleAnnouncementEvent(
            self, f"{level_look(fresh[0].level).words}. {news(fresh[0])}"
        )
        if fresh[0].level == "acute":
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)
