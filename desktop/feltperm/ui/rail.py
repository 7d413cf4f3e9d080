"""The navigation down the left side."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton

from feltperm.ui.icons import Icons
from feltperm.ui.parts import button, column
from feltperm.ui.theme import Theme

__all__ = ["Rail"]


class Rail(QFrame):
    """One button a page; Alt+number reaches each."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("rail")
        self._theme = theme
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        layout = column(margins=(8, 10, 8, 10), spacing=4)
        pages = (
            ("search", self.tr("Søk"), "search"),
            ("services", self.tr("Tjenester"), "hand-heart"),
            ("guidance", self.tr("Veiledning"), "book-open"),
            ("posters", self.tr("Plakater"), "image"),
            ("binder", self.tr("Min perm"), "bookmark"),
            ("crisis", self.tr("Krise"), "list-checks"),
        )
        for number, (page, text, icon) in enumerate(pages, 1):
            made = button(
                text,
                lambda page=page: self.chosen.emit(page),  # type: ignore[misc]
                "nav",
                icons.icon(icon, "text", "on_accent"),
                hint=self.tr("{page} (Alt+{number})").format(page=text, number=number),
            )
            made.setCheckable(True)
            made.setAccessibleName(text)
            self._group.addButton(made)
            self._buttons[page] = made
            layout.addWidget(made)
        layout.addStretch(1)
        self.setLayout(layout)
        self.set_compact(False)

    def set_compact(self, compact: bool) -> None:
        """Show icons alone where the window is narrow; names stay in tooltips and for readers."""
        self.setFixedWidth(self._theme.px(60 if compact else 188))
        for number, made in enumerate(self._buttons.values(), 1):
            made.setText("" if compact else f"  {made.accessibleName()}")
            made.setShortcut(f"Alt+{number}")  # a new text takes the old key away

    def mark(self, page: str) -> None:
        """Show which page is open."""
        self._buttons[page].setChecked(True)
