"""The navigation down the left side."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QFont,
    QFontMetrics,
    QIcon,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QWidget

from feltperm.ui.search.results import RECORD
from feltperm.ui.toolkit.icons import Icons
from feltperm.ui.toolkit.parts import column
from feltperm.ui.toolkit.pressing import Button
from feltperm.ui.toolkit.theme import Theme

__all__ = ["Rail"]


class Rail(QFrame):
    """One button a page; Alt+number reaches each.

    Signals:
        chosen: the page of this name is wanted.
        dropped: the record ``pack/id`` was dropped on «Min perm», which is this button.
    """

    chosen = Signal(str)
    dropped = Signal(str, QWidget)

    def __init__(self, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("rail")
        self._theme = theme
        self._buttons: dict[str, _Button] = {}
        self._group = QButtonGroup(self)
        layout = column(margins=(8, 8, 8, 8), spacing=2)
        pages = (
            ("search", self.tr("Søk"), "search"),
            ("services", self.tr("Tjenester"), "hand-heart"),
            ("guidance", self.tr("Veiledning"), "book-open"),
            ("posters", self.tr("Plakater"), "image"),
            ("binder", self.tr("Min perm"), "bookmark"),
            ("crisis", self.tr("Krise"), "list-checks"),
            ("alerts", self.tr("Varsler"), "bell"),
            ("update", self.tr("Oppdatering"), "refresh-cw"),
            ("settings", self.tr("Innstillinger"), "settings"),
            ("help", self.tr("Hjelp"), "circle-help"),
        )
        for number, (page, text, icon) in enumerate(pages, 1):
            made = _Button(theme, text, partial(icons.icon, icon))
            made.setToolTip(self.tr("{page} (Alt+{number})").format(page=text, number=number % 10))
            if page == "binder":
                made.take_drops(partial(self._drop, made))
            made.clicked.connect(lambda _checked=False, page=page: self.chosen.emit(page))
            self._group.addButton(made)
            self._buttons[page] = made
            if page == "settings":  # what is not about the work lies at the foot
                layout.addStretch(1)
            layout.addWidget(made)
        self.setLayout(layout)
        self._compact: bool | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def set_compact(self, compact: bool) -> None:
        """Show icons alone where the window is narrow; names stay in tooltips and for readers."""
        if compact is self._compact:
            return
        self._compact = compact
        for number, made in enumerate(self._buttons.values(), 1):
            made.setText("" if compact else f"  {made.page}")
            made.setShortcut(f"Alt+{number % 10}")  # a new text takes the old key away
        self.setMinimumWidth(self._theme.px(60 if compact else 188))

    def mark(self, page: str) -> None:
        """Show which page is open; the tray has no button, and is opened over any of them."""
        if page in self._buttons:
            self._buttons[page].setChecked(True)

    def _drop(self, onto: QWidget, ref: str) -> None:
        self.dropped.emit(ref, onto)

    def count(self, page: str, number: int) -> None:
        """Show beside a page how much of it is new."""
        self._buttons[page].count(number)


class _Button(Button):
    """A page's button: lower where the window is low, and with the count of what is new."""

    #: Heights in pixels at 100 % text.
    _WANTED, _LEAST = 38, 24

    def __init__(self, theme: Theme, page: str, icon: Callable[[str], QIcon]) -> None:
        """``icon`` is given the name of a colour."""
        super().__init__()
        self.page = page
        self.toggled.connect(lambda on: self.setIcon(icon("on_accent" if on else "text")))
        self.setIcon(icon("text"))
        self._theme, self._number = theme, 0
        self._dropped: Callable[[str], object] = lambda _ref: None
        self.setProperty("look", "nav")
        self.setIconSize(QSize(theme.px(18), theme.px(18)))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setCheckable(True)
        self.setAutoExclusive(True)  # heard as one of several, not as a box to tick
        self.setAccessibleName(page)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Maximum)

    def take_drops(self, dropped: Callable[[str], object]) -> None:
        """Let a record be dropped here."""
        self.setAcceptDrops(True)
        self._dropped = dropped

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a record, and nothing else."""
        if event.mimeData().hasFormat(RECORD):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Say which record it was."""
        event.acceptProposedAction()
        self._dropped(event.mimeData().data(RECORD).toStdString())

    def count(self, number: int) -> None:
        """Show how much is new; nothing new is nothing to see."""
        self._number = number
        new = self.tr("{page}, {n} nye") if number > 1 else self.tr("{page}, {n} nytt")
        self.setAccessibleName(new.format(page=self.page, n=number) if number else self.page)
        self.update()

    def sizeHint(self) -> QSize:
        """Want the usual height."""
        return QSize(super().sizeHint().width(), self._theme.px(self._WANTED))

    def minimumSizeHint(self) -> QSize:
        """Do with less where all pages must have room."""
        return QSize(super().minimumSizeHint().width(), self._theme.px(self._LEAST))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the count over the button, at its far end."""
        super().paintEvent(event)
        if not self._number:
            return
        px, words = self._theme.px, str(self._number) if self._number < 100 else "99+"
        font = self._theme.font(11, QFont.Weight.DemiBold)
        metrics = QFontMetrics(font)
        height = metrics.height()
        width = max(height, metrics.horizontalAdvance(words) + px(10))
        pill = QRect(self.width() - width - px(12), (self.height() - height) // 2, width, height)
        if not self.text():  # the icon alone: over its upper corner
            pill.moveTo(self.width() - width, 0)
        if self.isRightToLeft():
            pill.moveRight(self.width() - 1 - pill.left())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("danger"))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setPen(self._theme.colour("on_danger"))
        painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), words)
