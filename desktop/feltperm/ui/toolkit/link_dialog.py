"""Before a link of a pack is opened, its true address is shown (DESIGN section 8)."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from feltperm.ui.context import Context
from feltperm.ui.toolkit.parts import button, column, label, row

__all__ = ["OPENABLE", "LinkDialog", "ask_about_link"]

#: The only schemes a link of a pack may open.
OPENABLE = frozenset({"https", "mailto", "tel"})


class LinkDialog(QDialog):
    """Names the host on a line of its own and the whole address below, letter for letter.

    The address stands in its encoded form: letters that only look like others, and signs that
    turn the direction of reading, are seen for what they are.
    """

    def __init__(self, url: QUrl, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        encoded = bytes(url.toEncoded().data()).decode("ascii", "replace")
        host = bytes(QUrl.toAce(url.host()).data()).decode("ascii", "replace") or url.scheme()
        self.setWindowTitle(self.tr("Åpne lenke"))
        self.setMinimumWidth(420)
        address = QPlainTextEdit(encoded)
        address.setReadOnly(True)
        address.setAccessibleName(self.tr("Adressen"))
        address.setMaximumHeight(96)
        cancel = button(self.tr("Avbryt"), self.reject)
        cancel.setDefault(True)
        self.setLayout(
            column(
                label(self.tr("Åpne {host} utenfor Feltperm?").format(host=host), "h3"),
                address,
                row(None, cancel, button(self.tr("Åpne"), self.accept)),
                margins=(24, 20, 24, 20),
                spacing=12,
            )
        )


def ask_about_link(context: Context, url: QUrl, page: QWidget) -> None:
    """Show where a link leads, and open it outside the program if that is wanted."""
    if context.ask(LinkDialog(url, page)):
        QDesktopServices.openUrl(url)
