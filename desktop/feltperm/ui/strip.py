"""One line below the top bar: what happened, what is safe, what to do. Never modal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QLabel, QProgressBar

from feltperm.ui.parts import button, clear, label, row

__all__ = ["Action", "Strip"]


@dataclass(frozen=True, slots=True)
class Action:
    """A button in the strip: a verb and what it does. The strip closes unless ``stays``."""

    text: str
    do: Callable[[], object]
    stays: bool = False


class Strip(QFrame):
    """Shows one message at a time; the newest replaces the older."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("band", "amber")
        self._row = row(margins=(16, 6, 8, 6), spacing=8)
        self.setLayout(self._row)
        self._progress: QProgressBar | None = None
        self.message: QLabel | None = None
        self.hide()

    def say(self, text: str, *actions: Action, detail: str = "") -> None:
        """Show a message with its buttons and a way to close it."""
        self._begin(text)
        if detail:
            assert self.message is not None
            self.message.setToolTip(detail)
        for action in actions:
            self._row.addWidget(button(action.text, lambda action=action: self._act(action)))  # type: ignore[misc]
        self._row.addWidget(button(self.tr("Lukk"), self.hide, "quiet"))
        self.show()

    def progress(self, text: str, share: float) -> None:
        """Show work under way; ``share`` runs from 0 to 1."""
        if self._progress is None:
            self._begin(text)
            self._progress = QProgressBar()
            self._progress.setRange(0, 100)
            self._progress.setFixedWidth(220)
            self._progress.setTextVisible(False)
            self._progress.setAccessibleName(text)
            self._row.addWidget(self._progress)
        assert self.message is not None
        self.message.setText(text)
        self._progress.setValue(round(share * 100))
        self.show()

    def finish(self) -> None:
        """Hide the progress of work that has ended; a message stays."""
        if self._progress is not None:
            self._progress = None
            self.hide()

    def text(self) -> str:
        """Return what the strip says now, or an empty string."""
        return self.message.text() if self.message is not None and not self.isHidden() else ""

    def _begin(self, text: str) -> None:
        clear(self._row)
        self._progress = None
        self.message = label(text)
        self.message.setAccessibleName(text)
        self._row.addWidget(self.message, 1)

    def _act(self, action: Action) -> None:
        if not action.stays:
            self.hide()
        action.do()
