"""The pages of what is going to be printed: one large, the others small below it (SCREENS 2.9)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QWidget

from feltperm.ui.posters.preview import Preview
from feltperm.ui.toolkit.parts import column
from feltperm.ui.toolkit.theme import Theme

__all__ = ["PagesView"]

#: Height of a small page in pixels at 100 %.
_SMALL = 72


class PagesView(QWidget):
    """Shows the chosen page; the list of small ones is there when there are several."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._pages: tuple[bytes, ...] = ()
        self._words: tuple[str, ...] = ()
        self.preview = Preview(theme)
        self.small = QListWidget()
        self.small.setAccessibleName(self.tr("Sider"))
        self.small.setFlow(QListView.Flow.LeftToRight)
        self.small.setViewMode(QListView.ViewMode.IconMode)
        self.small.setMovement(QListView.Movement.Static)
        self.small.setWrapping(False)
        self.small.setSpacing(4)
        height = theme.px(_SMALL)
        self.small.setIconSize(QSize(height, height))
        self.small.setFixedHeight(height + theme.px(56))
        self.small.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.small.currentRowChanged.connect(self._show)
        layout = column(spacing=0)
        layout.addWidget(self.preview, 1)
        layout.addWidget(self.small)
        self.setLayout(layout)

    def show_pages(
        self, pages: Sequence[bytes], names: Sequence[str] = (), words: Sequence[str] = ()
    ) -> None:
        """Show pages (PNG from the press), the first one large.

        Args:
            pages: in their order.
            names: what stands below each; its number where none is given.
            words: each as plain text.
        """
        self._pages = tuple(pages)
        self._words = tuple(words) or ("",) * len(self._pages)
        self.small.blockSignals(True)
        self.small.clear()
        for number, png in enumerate(pages):
            picture = QPixmap()
            picture.loadFromData(png, "PNG")
            text = names[number] if names else str(number + 1)
            item = QListWidgetItem(QIcon(picture), text)
            item.setToolTip(text)
            self.small.addItem(item)
        self.small.blockSignals(False)
        self.small.setVisible(len(pages) > 1)
        self.small.setCurrentRow(0)
        self._show(0)

    def count(self) -> int:
        """Return how many pages are shown."""
        return len(self._pages)

    def show_text(self, text: str) -> None:
        """Show a sentence in place of the pages."""
        self._pages = ()
        self.small.hide()
        self.preview.show_text(text)

    def _show(self, number: int) -> None:
        if 0 <= number < len(self._pages):
            page, words = self._pages[number], self._words[number]
            self.preview.show_page(page, len(self._pages), number + 1, words)
