"""The first window of a profile does not answer: wait for it, or open another all the same."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog

from feltperm.ui.one_window import Answer, Ring
from feltperm.ui.toolkit.display import application
from feltperm.ui.toolkit.languages import speak
from feltperm.ui.toolkit.machine import theme_for
from feltperm.ui.toolkit.parts import button, column, label, row
from feltperm.ui.toolkit.theme import apply_theme, load_fonts
from feltperm.ui.window_state import WindowState

__all__ = ["StillOpen", "wait_for_the_first"]

#: Milliseconds for an answer that may be on its way.
_PATIENCE = 100


class StillOpen(QDialog):
    """Closes by itself when the first window has come to the front, or has gone.

    It is no matter of harm: two windows may share a profile, and what one of them cannot keep
    because of the other it says.
    """

    def __init__(self, ring: Ring) -> None:
        super().__init__()
        self._ring = ring
        self.wanted = False
        self.setWindowTitle("Feltperm")
        self.setMinimumWidth(420)
        self.open_another = button(self.tr("Åpne et vindu til"), self._open, "primary")
        self.leave = button(self.tr("Lukk"), self.reject)
        self.setLayout(
            column(
                label(self.tr("Feltperm er åpent, men svarer ikke."), "h2"),
                label(self.tr("Permen er trygg, og ingenting er endret.")),
                label(
                    self.tr(
                        "Vent, så kommer vinduet fram når det svarer. Haster det, åpne ett til."
                    )
                ),
                row(None, self.open_another, self.leave),
                margins=(24, 20, 24, 20),
                spacing=12,
            )
        )
        self.open_another.setDefault(True)
        if ring.socket is not None:
            ring.socket.readyRead.connect(self._look)
            ring.socket.disconnected.connect(self._look)

    def let_go(self) -> None:
        """Listen no more: what the first window says later is none of another's business."""
        if (socket := self._ring.socket) is not None:
            socket.disconnect(self)
            socket.abort()
        self.deleteLater()

    def _look(self) -> None:
        if self._ring.heard() != "silent":
            self.accept()

    def _open(self) -> None:
        self.wanted = True
        self.accept()


def wait_for_the_first(
    file: Path, state_file: Path, fonts: Path, translations: Path, patience: int = _PATIENCE
) -> Answer:
    """Show that the first window is silent; return «nobody» where another is to be opened now.

    Args:
        file: names the channel that the first one listens on.
        state_file: where the look of the window is kept.
        patience: milliseconds for the answer that may be on its way.
    """
    app = application()
    ring = Ring(file, patience)  # anew: a channel from before the application is never heard
    if ring.answer != "silent":
        return ring.answer
    load_fonts(fonts)
    look = WindowState(state_file).look()
    speak(app, look.language, translations)
    apply_theme(app, theme_for(app, look))
    quits = app.quitOnLastWindowClosed()
    app.setQuitOnLastWindowClosed(False)  # another window may open after this one
    dialog = StillOpen(ring)
    try:
        if ring.heard() == "silent":
            dialog.exec()
        return "nobody" if dialog.wanted else ring.answer
    finally:
        dialog.let_go()
        app.setQuitOnLastWindowClosed(quits)
