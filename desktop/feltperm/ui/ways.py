"""The buttons of the top bar that lead back, forward, and to what was read last."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from feltperm.ui.history import Recent
from feltperm.ui.toolkit.icons import Icons
from feltperm.ui.toolkit.parts import button, row

__all__ = ["Ways"]


class Ways(QWidget):
    """«Tilbake», «Fram» and «Sist lest»."""

    back_asked = Signal()
    forward_asked = Signal()
    recent_asked = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.back = button(
            "", self.back_asked.emit, "quiet", icons.icon("arrow-left"),
            self.tr("Tilbake (Alt+Venstre)"),
        )  # fmt: skip
        self.forward = button(
            "", self.forward_asked.emit, "quiet", icons.icon("arrow-right"),
            self.tr("Fram (Alt+Høyre)"),
        )  # fmt: skip
        self.recent = button(
            "", self.recent_asked.emit, "quiet", icons.icon("history"),
            self.tr("Sist lest (Ctrl+H)"),
        )  # fmt: skip
        self.setLayout(row(self.back, self.forward, self.recent, spacing=0))
        self.show_ways(False, False)

    def show_ways(self, back: bool, forward: bool) -> None:
        """Show which ways there are."""
        self.back.setEnabled(back)
        self.forward.setEnabled(forward)

    def show_recent(self, recent: Sequence[Recent], chosen: Callable[[str], object]) -> None:
        """Open the menu of what was read; ``chosen`` is called with ``pack/id``."""
        menu = QMenu(self)
        menu.setAccessibleName(self.tr("Sist lest"))
        for one in recent:
            action = menu.addAction(one.title.replace("&", "&&"))
            action.triggered.connect(lambda _on=False, ref=one.ref: chosen(ref))
        if not recent:
            menu.addAction(self.tr("Du har ikke lest noe ennå.")).setEnabled(False)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.recent.mapToGlobal(QPoint(0, self.recent.height())))
