"""Drives the real window as a person does: types, waits for what must come, takes pictures.

One driver serves the tour, the screenshots of the README and the journeys among the tests.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from feltperm.errors import Condition, ReadOnly

__all__ = ["Driver", "StepFailed"]

#: How long one step may take, in seconds, before it counts as failed.
PATIENCE_S = 30.0


class StepFailed(Condition):
    """A step of the tour did not come to its end; the message names it."""


class Driver:
    """Acts on one window and keeps the pictures."""

    def __init__(self, out: Path, patience: float = PATIENCE_S) -> None:
        """Put pictures into ``out``, which is made if it is missing.

        Raises:
            ReadOnly: it cannot be made.
        """
        try:
            out.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            text = "Bildene kan ikke lagres her. Velg en annen mappe."
            raise ReadOnly(text, str(error)) from error
        self._out, self._patience = out, patience
        self.step = ""
        self._broken: BaseException | None = None
        self.pictures: list[Path] = []

    def begin(self, step: str) -> None:
        """Name what is done from here on, for the message if it fails."""
        self.step = step

    def fail(self, error: BaseException) -> None:
        """Take an unexpected error: the step under way has failed."""
        self._broken = error

    def wait(self, ready: Callable[[], object]) -> None:
        """Let the window work until ``ready()`` is true.

        Raises:
            StepFailed: it did not become true in time.
        """
        end = monotonic() + self._patience

        def over() -> bool:
            return bool(ready() or self._broken or monotonic() > end)

        def look() -> None:
            try:
                if over():
                    loop.quit()
            except Exception:  # it is raised again below, where somebody hears of it
                loop.quit()

        loop = QEventLoop()
        timer = QTimer()
        timer.setInterval(10)
        timer.timeout.connect(look)
        if not over():
            timer.start()
            loop.exec()
            timer.stop()
        self.check(ready() and self._broken is None)
        self.settle()

    def check(self, true: object) -> None:
        """Raise :class:`StepFailed` unless ``true`` is."""
        if not true:
            detail = repr(self._broken) if self._broken else self.step
            raise StepFailed(f"Steget «{self.step}» kom ikke i mål.", detail) from self._broken

    def settle(self) -> None:
        """Let everything that is waiting be painted."""
        for _ in range(3):
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)

    def type(self, widget: QWidget, text: str) -> None:
        """Type ``text`` key by key."""
        for letter in text:
            self._key(widget, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
            self.settle()

    def press(
        self,
        widget: QWidget,
        key: Qt.Key,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Press one key on ``widget``."""
        self._key(widget, key, modifier, "")
        self.settle()

    def in_dialog(self, act: Callable[[QWidget], None], open_it: Callable[[], object]) -> None:
        """Open a modal dialog with ``open_it`` and do ``act`` to it."""
        seen: list[BaseException | None] = []

        def meet() -> None:
            dialog = QApplication.activeModalWidget()
            try:
                self.check(dialog)
                assert dialog is not None
                act(dialog)
                seen.append(None)
            except BaseException as error:
                seen.append(error)
                if dialog is not None:
                    dialog.close()

        QTimer.singleShot(100, meet)
        open_it()
        self.wait(lambda: seen)
        if seen[0] is not None:
            raise seen[0]

    def picture(self, widget: QWidget, name: str) -> Path:
        """Save what ``widget`` shows as PNG, numbered in order."""
        self.settle()
        target = self._out / f"{len(self.pictures) + 1:02}-{name}.png"
        self.check(widget.grab().save(str(target), "PNG"))
        self.pictures.append(target)
        return target

    @staticmethod
    def _key(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier, text: str) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(widget, QKeyEvent(kind, key, modifier, text))
