"""A file that is dropped anywhere on the window: what a colleague has shared."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

__all__ = ["DroppedFiles", "shared_file"]


class DroppedFiles(QObject):
    """Hears what is dropped on a widget, where nothing in it takes that for itself.

    Args:
        take: is given the file.
    """

    def __init__(self, target: QWidget, take: Callable[[Path], object]) -> None:
        super().__init__(target)
        self._take = take
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take one file that is called as a shared one is."""
        dropping = event.type() in (QEvent.Type.DragEnter, QEvent.Type.Drop)
        if not (dropping and isinstance(event, QDropEvent)):
            return super().eventFilter(watched, event)
        file = shared_file(event.mimeData())
        if file is None:
            return super().eventFilter(watched, event)
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self._take(file)
        return True


def shared_file(data: QMimeData) -> Path | None:
    """Return the one file that is dragged, where it may be a shared one."""
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 and files[0].suffix.lower() == ".json" else None
