"""An alert's picture: a file from elsewhere, drawn by the paper worker (DESIGN section 7)."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy
from shiboken6 import isValid

from feltperm.catalogue.records import Picture, pick
from feltperm.errors import Condition
from feltperm.paper.press import Logo, SheetCancelled
from feltperm.ui.context import Context
from feltperm.ui.toolkit.languages import language

__all__ = ["PictureBlock"]

#: No larger than this at 100 % text, in pixels: the words below it are to be seen too.
_WIDEST, _HIGHEST = 420, 280


class PictureBlock(QLabel):
    """Empty until the file has been found and drawn; its words stand above it either way."""

    def __init__(self, context: Context, picture: Picture) -> None:
        """Ask the desk for the file, and the worker for what can be shown of it."""
        super().__init__()
        self._context, self._drawn = context, QPixmap()
        self.setAccessibleName(pick(picture.alt, language())[1])
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        context.desk.run(lambda desk: desk.asset(picture.sha256), self._draw, self._fail)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the picture within the page."""
        super().resizeEvent(event)
        self._fit()

    def _draw(self, data: bytes) -> None:
        def failed(condition: Condition) -> None:
            if isinstance(condition, SheetCancelled):  # a preview wanted the worker
                self._draw(data)
            else:
                self._fail(condition)

        self._context.press.run(lambda press: press.check_logo(data), self._show, failed)

    def _show(self, drawn: Logo) -> None:
        if isValid(self):  # the page may be another one by now
            self._drawn.loadFromData(drawn.data, "PNG")
            self._fit()

    def _fit(self) -> None:
        if self._drawn.isNull():
            return
        theme, dots = self._context.theme, self.devicePixelRatio()
        room = QSize(min(self.width(), theme.px(_WIDEST)), theme.px(_HIGHEST)) * dots
        size = self._drawn.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        if self.pixmap().size() != size:
            shown = self._drawn.scaled(
                size,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            shown.setDevicePixelRatio(dots)
            self.setPixmap(shown)

    def _fail(self, _condition: Condition) -> None:
        if isValid(self):
            self.setText(self.tr("Bildet kan ikke vises her."))
