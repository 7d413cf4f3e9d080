"""What the forms of «Min perm» share: nothing is lost by one touch, and a refusal says why."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeySequence,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from feltperm.ui.toolkit.parts import band, button, column, label, row
from feltperm.ui.toolkit.spoken import spoken
from feltperm.ui.toolkit.theme import Theme

__all__ = ["Form"]


class Form(QDialog):
    """Fields that can be scrolled, over the warning and the buttons.

    A form makes its fields with :meth:`line`, :meth:`text` and its own means, and calls
    :meth:`lay_out` last. Every field says that nothing about patients belongs in it.
    """

    def __init__(self, theme: Theme, title: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(title)
        self.warning = self.tr("Ikke skriv navn eller opplysninger om pasienter.")
        self.save = button(self.tr("Lagre"), self.accept, "primary")
        self._reason = label("")
        self._refusal = band("amber", self._reason)
        self._refusal.hide()
        self._begun: object = None
        self._warned: object = None
        QShortcut(QKeySequence.StandardKey.Save, self, self._save_if_allowed)

    def filled(self) -> object:
        """Return what was filled in, as a value that can be compared."""
        raise NotImplementedError

    def lay_out(
        self, *fields: QWidget, width: int, height: int, beside: QWidget | None = None
    ) -> None:
        """Put the fields below each other, each behind its accessible name.

        Args:
            width, height: in pixels at 100 %, where the window has them; less high where the
                fields need less.
            beside: stands right of the fields, and needs the whole height.
        """
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setVerticalSpacing(self._theme.px(10))
        form.setHorizontalSpacing(self._theme.px(12))
        for field in fields:
            form.addRow(field.accessibleName(), field)
        inner = QWidget()
        self._fields = column(form, None, margins=(24, 20, 24, 12))
        inner.setLayout(self._fields)
        inner.installEventFilter(self)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._below, self._whole = self._foot(), beside is not None
        middle = row(area, *((beside,) if beside else ()), spacing=0)
        self.setLayout(column(self._refusal, middle, self._below, spacing=0))
        parent = self.parentWidget()
        room = parent.window().size() if parent else self.screen().availableSize()
        self._most = min(self._theme.px(height), room.height())
        self.resize(min(self._theme.px(width), room.width()), self._most)
        self.save.setDefault(True)  # not before it is in the dialog
        self._begun = self.filled()

    def showEvent(self, event: QShowEvent) -> None:
        """Be no higher than the fields need, so that the warning stands below them."""
        super().showEvent(event)
        if not self._whole:
            self.resize(self.width(), min(self._needed(), self._most))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow with what comes to the fields, as the picture of a logo."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._grow()
        return super().eventFilter(watched, event)

    def _grow(self) -> None:
        if self.isVisible() and not self._whole:
            self.resize(self.width(), max(self.height(), min(self._needed(), self._most)))

    def _needed(self) -> int:
        """Return how high everything is at this width."""
        parts = [self._fields.totalHeightForWidth(self.width())]
        parts += [
            one.heightForWidth(self.width()) if one.hasHeightForWidth() else one.sizeHint().height()
            for one in (self._refusal, self._below)
            if not one.isHidden()
        ]
        return sum(parts)

    def line(self, shown: str, value: str, most: int) -> QLineEdit:
        """Return a field of one line, of at most so many characters."""
        field = QLineEdit(value)
        field.setMaxLength(most)
        field.setAccessibleName(shown)
        field.setAccessibleDescription(self.warning)
        field.setCursorPosition(0)
        return field

    def text(self, shown: str, value: str, lines: int = 3) -> QPlainTextEdit:
        """Return a field of several lines."""
        field = QPlainTextEdit(value)
        field.setAccessibleName(shown)
        field.setAccessibleDescription(self.warning)
        field.setTabChangesFocus(True)
        field.setFixedHeight(field.fontMetrics().lineSpacing() * lines + self._theme.px(12))
        return field

    def allow(self, allowed: bool, why_not: str) -> None:
        """Let it be saved, or say in the button's tooltip why it cannot be."""
        self.save.setEnabled(allowed)
        self.save.setToolTip("" if allowed else why_not)

    def refuse(self, reason: str, wrong: QWidget | None = None) -> None:
        """Say above the fields why it could not be kept as it is.

        Args:
            wrong: what is to be mended; the keyboard is put there, and a screen reader says the
                reason with it.
        """
        reason = spoken(reason)
        self.announce(reason)
        self._begun = None  # what it is filled with is not kept anywhere
        if wrong is not None:
            wrong.setAccessibleDescription(f"{reason} {self.warning}")
            wrong.setFocus()

    def announce(self, words: str) -> None:
        """Say something above the fields, and to a screen reader."""
        self._reason.setText(words)
        self._refusal.show()
        self._grow()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def reject(self) -> None:
        """Close; what has been typed is not lost by one touch of Escape."""
        filled = self.filled()
        if filled in (self._begun, self._warned):
            super().reject()
            return
        self._warned = filled
        self.announce(self.tr("Det du har skrevet, er ikke lagret. Velg Lagre eller Avbryt."))

    def _foot(self) -> QWidget:
        made = QWidget()
        cancel = button(self.tr("Avbryt"), self._drop)
        buttons = row(None, cancel, self.save)
        made.setLayout(column(label(self.warning, "caption"), buttons, margins=(24, 8, 24, 16)))
        return made

    def _drop(self) -> None:
        super().reject()

    def _save_if_allowed(self) -> None:
        if self.save.isEnabled():
            self.accept()
