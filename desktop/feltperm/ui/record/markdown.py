"""Pack text as Markdown: no HTML, no files, no network, and links only after they are shown."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QImage, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QSizePolicy, QTextBrowser

from feltperm.ui.toolkit.link_dialog import OPENABLE
from feltperm.ui.toolkit.theme import Theme

__all__ = ["MarkdownView"]

#: Longer texts are cut with a note, so that a hostile record cannot freeze the window.
MAX_LENGTH = 100_000


class MarkdownView(QTextBrowser):
    """Shows Markdown at its full height; the page around it scrolls."""

    #: The address of a link that a person wants to open.
    link_clicked = Signal(QUrl)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setAccessibleName(self.tr("Tekst"))
        self.setFont(theme.font())
        self.viewport().setAutoFillBackground(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.document().contentsChanged.connect(self._fit)
        self.anchorClicked.connect(self._clicked)

    def set_markdown(self, text: str, between: int = 0) -> None:
        """Show ``text``; anything that looks like HTML stands as it was written.

        Args:
            between: pixels between paragraphs.
        """
        if len(text) > MAX_LENGTH:
            text = text[:MAX_LENGTH] + "\n\n" + self.tr("(Teksten er for lang og er kuttet.)")
        features = (
            QTextDocument.MarkdownFeature.MarkdownDialectGitHub
            | QTextDocument.MarkdownFeature.MarkdownNoHTML
        )
        self.document().setMarkdown(text, features)
        if between:
            apart = QTextBlockFormat()
            apart.setBottomMargin(between)
            cursor = QTextCursor(self.document())
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.mergeBlockFormat(apart)

    def set_address(self, text: str, address: str) -> None:
        """Show ``text`` as one link, which goes on in the next line wherever it must."""
        link = QTextCharFormat()
        link.setAnchor(True)
        link.setAnchorHref(address)
        link.setForeground(self.palette().link())
        self.setAccessibleName(text)
        self.clear()
        QTextCursor(self.document()).insertText(text, link)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Load nothing: pack text has no pictures, files or remote resources.

        A picture is answered with an empty one: given nothing, Qt reads the file of that name.
        """
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        empty = QImage(1, 1, QImage.Format.Format_ARGB32)
        empty.fill(Qt.GlobalColor.transparent)
        return empty

    def resizeEvent(self, event: Any) -> None:
        """Follow the width with the height."""
        super().resizeEvent(event)
        self._fit()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Let Shift+Tab out of a text that begins with a link: Qt finds that one for ever."""
        before = self.textCursor()
        moved = super().focusNextPrevChild(next)
        same = before.selectionStart() == self.textCursor().selectionStart()
        if next or not (moved and before.hasSelection() and same and self.hasFocus()):
            return moved
        before.clearSelection()
        self.setTextCursor(before)
        above = self.parentWidget()
        return above is not None and above.focusNextPrevChild(next)

    def sizeHint(self) -> QSize:
        """Return the height that the text takes at this width."""
        return QSize(super().sizeHint().width(), self.height())

    def _fit(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        self.setFixedHeight(int(self.document().size().height()) + 2 * self.frameWidth())

    def _clicked(self, url: QUrl) -> None:
        """Report a link that may be opened; any other does nothing."""
        if url.scheme() in OPENABLE:
            self.link_clicked.emit(url)
