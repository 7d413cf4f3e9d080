"""The line at the foot of the window: where the content is and how old it is."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from feltperm.ui.parts import label, row
from feltperm.ui.theme import Theme

__all__ = ["StatusLine"]


class StatusLine(QFrame):
    """Plain text; never in the way."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("statusline")
        self.setFixedHeight(theme.px(30))
        self._where = label(self.tr("Alt innhold ligger på denne maskinen."), "caption", wrap=False)
        self._content = label("", "caption", wrap=False)
        self._count = label("", "caption", wrap=False)
        self.setLayout(
            row(self._where, self._content, None, self._count, margins=(16, 0, 16, 0), spacing=16)
        )

    def show_content(self, content: str, count: int) -> None:
        """Show whose content is in use, of which date, and how many records it has."""
        self._content.setText(content)
        self._count.setText(self.tr("{n} oppføringer  ·  Bokmål").format(n=count))
