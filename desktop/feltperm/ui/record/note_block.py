"""«Eget notat» on a record's page: a few own words, for this laptop alone (SCREENS 0, rule 5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QScrollArea, QWidget
from shiboken6 import isValid

from feltperm.binder import Note
from feltperm.errors import Condition
from feltperm.ui.context import Context
from feltperm.ui.toolkit.parts import button, column, label, link, row
from feltperm.ui.undo import offer_undo

if TYPE_CHECKING:  # loaded after the first paint
    from feltperm.desk.desk import Desk

__all__ = ["NoteBlock"]

#: The field grows with its text between so many lines.
_LEAST, _MOST = 2, 12
#: What was typed is kept after so long a pause, for the machine may stop before the field is left.
_PAUSE_MS = 2000


class NoteBlock(QFrame):
    """A link where there is no note yet, else a field that is kept in a pause and when it is left.

    Signals:
        changed: the text as it is kept now.
    """

    changed = Signal(str)

    def __init__(self, context: Context, unkept: dict[str, str], ref: str, text: str) -> None:
        """Show ``text``, which is kept beside the record ``pack/id``.

        Args:
            unkept: texts by record that could not be kept, and whose pages have been left since;
                one of them is shown in place of ``text``.
        """
        super().__init__()
        self.setObjectName("note")
        self._context, self._ref, self._unkept = context, ref, unkept
        self._last = [text]  # what is kept, as far as is known here; while writing, the desk's
        self._writing = 0
        self.pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self.pause.timeout.connect(self._rest)
        self.begin = link(self.tr("Skriv et eget notat"), self.write)
        self.field = _Field()
        self.field.setAccessibleName(self.tr("Eget notat"))
        warning = self.tr("Ikke skriv navn eller opplysninger om pasienter.")
        self.field.setAccessibleDescription(warning)
        self.field.left.connect(self.flush)
        self.remove = button(self.tr("Fjern notatet"), self._remove, "quiet")
        heading = label(self.tr("Eget notat"), "h3")
        heading.setBuddy(self.field)
        here = label(self.tr("Bare på denne maskinen. Lagres av seg selv."), "caption")
        self._open = QFrame()
        self._open.setProperty("band", "grey")
        self._open.setLayout(
            column(
                row(heading, None, self.remove),
                self.field,
                label(warning, "caption"),
                here,
                margins=(16, 10, 16, 10),
                spacing=4,
            )
        )
        self.setLayout(column(self.begin, self._open, spacing=0))
        self._show(text)
        if ref in unkept:
            self._show(unkept.pop(ref))
            self.field.document().setModified(True)
        self.field.textChanged.connect(self.pause.start)
        context.reports.note_changed.connect(self._hear)

    def write(self) -> None:
        """Open the field, and put the keyboard into it."""
        self._unfold(True)
        self.field.setFocus()
        QTimer.singleShot(0, self, self._come_into_sight)

    def flush(self) -> None:
        """Keep what has been typed since the last time."""
        self.pause.stop()
        if not self.field.document().isModified():
            self._unfold(bool(self.field.toPlainText().strip()) or self.field.hasFocus())
            return
        self.field.document().setModified(False)
        self._keep(self.field.toPlainText())

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page, or the end: what was typed is kept."""
        self.flush()
        super().hideEvent(event)

    def _rest(self) -> None:
        """Keep what was typed up to a pause; a field that was emptied is not left yet."""
        if self.field.toPlainText().strip():
            self.flush()

    def _come_into_sight(self) -> None:
        """Scroll the page to the field: the link stood where the field only begins."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            above.ensureWidgetVisible(self._open)

    def _remove(self) -> None:
        self.field.document().setModified(False)
        self._keep("")

    def _keep(self, text: str) -> None:
        """Keep a text; where it is empty what there was goes, and can be put back."""
        ref, context, last = self._ref, self._context, self._last
        tell = context.reports.note_changed.emit
        removes = not text.strip()
        self._writing += 1

        def work(desk: Desk) -> tuple[Note | None, str]:
            before = desk.notes.remove(ref) if removes else desk.notes.write(ref, text, last[0])
            last[0] = desk.notes.text(ref)
            return before, last[0]

        def done(answer: tuple[Note | None, str]) -> None:
            before, kept = answer
            self._writing -= 1
            tell(ref, kept)
            if removes and before is not None:
                offer_undo(
                    context.desk,
                    context.reports,
                    lambda desk: desk.notes.put_back(before),
                    lambda: tell(ref, before.text),
                )

        def failed(condition: Condition) -> None:
            self._writing -= 1
            context.reports.told.emit(condition)
            if isValid(self) and not self.isHidden():
                self.field.document().setModified(True)
            elif not removes:  # its page has been left: the text waits for it to be opened again
                self._unkept[ref] = text

        context.desk.run(work, done, failed)

    def _hear(self, ref: str, text: str) -> None:
        """The note is kept now, or put back; what is being typed meanwhile stays."""
        if ref != self._ref or self.field.document().isModified():
            return
        if not self._writing:  # put there by the desk itself, or by another block
            self._last[0] = text
        self._show(text)
        self.changed.emit(text)

    def _show(self, text: str) -> None:
        typed = self.field.toPlainText()
        # under the hand stray spaces stay, and with them the place of the cursor
        same = typed.split() == text.split() if self.field.hasFocus() else typed == text
        if not same:
            self.field.setPlainText(text)
            self.field.document().setModified(False)
        self.remove.setVisible(bool(text))
        self._unfold(bool(text) or self.field.hasFocus())

    def _unfold(self, unfolded: bool) -> None:
        self._open.setVisible(unfolded)
        self.begin.setHidden(unfolded)


class _Field(QPlainTextEdit):
    """As high as its text; Tab goes on, Ctrl+Enter keeps, and leaving it is told."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field was left, unless only its own menu is open."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            QTimer.singleShot(0, self, self.left.emit)

    def showEvent(self, event: QShowEvent) -> None:
        """The look is known now, and with it the height."""
        super().showEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep the text on Ctrl+Enter."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        """Take the height of the text; a plain document measures itself in lines."""
        lines = round(self.document().size().height())
        fits = lines <= _MOST
        bars = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(bars.ScrollBarAlwaysOff if fits else bars.ScrollBarAsNeeded)
        around = self.height() - self.viewport().height()  # the frame, and what the look adds
        inside = round(2 * self.document().documentMargin())
        high = max(_LEAST, min(_MOST, lines)) * self.fontMetrics().lineSpacing()
        self.setFixedHeight(high + inside + around)
