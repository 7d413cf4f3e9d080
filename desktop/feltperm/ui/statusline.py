"""The line at the foot of the window: where the content is and how old it is."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel

from feltperm.ui.toolkit.languages import NAMES, language
from feltperm.ui.toolkit.parts import label, row
from feltperm.ui.toolkit.spoken import spoken
from feltperm.ui.toolkit.theme import Theme

__all__ = ["StatusLine"]

_GAP = 16


class StatusLine(QFrame):
    """Plain text; never in the way."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("statusline")
        self.setFixedHeight(theme.px(30))
        self._where = _Cut(self.tr("Alt innhold ligger på denne maskinen."))
        self._content = _Cut("")
        self._wall = label("", "caption", wrap=False)
        self._wall.hide()
        self._count = label("", "caption", wrap=False)
        self.setLayout(
            row(
                self._where,
                self._content,
                None,
                self._wall,
                self._count,
                margins=(_GAP, 0, _GAP, 0),
                spacing=_GAP,
            )
        )

    def show_content(self, content: str, count: int) -> None:
        """Show whose content is in use, of which date, and how many records it has."""
        self._content.setText(spoken(content))
        self._content.setToolTip(spoken(content))
        entries = self.tr("%n oppføringer", "", count)
        self._count.setText(f"{entries}  ·  {NAMES[language()]}")
        self._make_room()

    def show_wall(self, words: str) -> None:
        """Show how many sheets on walls must be changed; nothing where none must."""
        self._wall.setText(words)
        self._wall.setVisible(bool(words))
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to what changes."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Show where the content is only beside all that is said of it."""
        parts = [self._where, self._content, self._count]
        parts += [self._wall] if self._wall.text() else []
        wanted = sum(part.sizeHint().width() + _GAP for part in parts) + 2 * _GAP
        self._where.setVisible(wanted <= self.width())


class _Cut(QLabel):
    """A line that is cut where the window is narrow, and never makes it wider."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("look", "caption")

    def minimumSizeHint(self) -> QSize:
        """Return no width at all."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what there is room for; the dots say that there is more."""
        metrics = self.fontMetrics()
        cut = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        QPainter(self).drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter), cut)
