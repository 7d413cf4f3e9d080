"""«Finn på siden» (Ctrl+F): a line over an open record that goes to words on it (SCREENS 2.2)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QKeySequence,
    QShortcut,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from feltperm.ui.toolkit.icons import Icons
from feltperm.ui.toolkit.parts import button, column, frame, label, row

__all__ = ["FindLine"]

#: So far from the edge of the page a match is shown, in pixels.
_ROOM = 60


@dataclass(frozen=True, slots=True)
class _Match:
    """A place on the page: a label or a field, or some words of a running text."""

    widget: QWidget
    words: QTextCursor | None = None

    def area(self, sheet: QWidget) -> QRect:
        """Return where it is on the sheet that is scrolled."""
        area = self.widget.rect()
        if self.words is not None and isinstance(self.widget, QTextEdit):
            first, last = QTextCursor(self.words), QTextCursor(self.words)
            first.setPosition(self.words.selectionStart())
            last.setPosition(self.words.selectionEnd())
            start, end = self.widget.cursorRect(first), self.widget.cursorRect(last)
            area = start.united(end)
            if start.top() != end.top():  # it goes on in the next line
                area.setLeft(0)
                area.setRight(self.widget.viewport().width())
            area.adjust(-3, 0, 3, 0)
        return QRect(self.widget.mapTo(sheet, area.topLeft()), area.size())


class FindLine(QFrame):
    """Finds as one types; the match is framed and scrolled to, and the keyboard stays here.

    Signals:
        resized: it needs so many pixels above the page; none while it is closed.
    """

    resized = Signal(int)

    def __init__(self, area: QScrollArea, sheet: QWidget, icons: Icons) -> None:
        """Begin closed.

        Args:
            area: the page, on whose upper edge the line lies.
            sheet: what is scrolled in it.
        """
        super().__init__(area)
        self.setObjectName("findline")
        self._area, self._sheet = area, sheet
        self._before: QWidget | None = None
        self._matches: list[_Match] = []
        self._at = 0
        self.field = _Field()
        self.field.setPlaceholderText(self.tr("Finn på siden"))
        self.field.setAccessibleName(self.tr("Finn på siden"))
        self.field.textChanged.connect(self._find)
        self.field.entered.connect(self.step)
        self.field.left.connect(self.leave)
        self.said = label("", "caption")
        self.ring = frame("found")
        self.ring.setParent(sheet)
        self.ring.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.ring.hide()
        line = row(spacing=4)
        line.addWidget(self.field, 1)
        for words, sign, do in (
            (self.tr("Forrige treff (Shift+F3)"), "arrow-up", lambda: self.step(-1)),
            (self.tr("Neste treff (F3)"), "arrow-down", self.step),
        ):
            line.addWidget(button("", do, "quiet", icons.icon(sign), words))
        close = button(self.tr("Lukk"), self.leave, "quiet", hint=self.tr("Lukk (Esc)"))
        line.addWidget(close)
        self._lines = column(line, self.said, margins=(14, 8, 8, 8), spacing=4)
        self.setLayout(self._lines)
        for keys, way in (("F3", 1), ("Shift+F3", -1)):
            QShortcut(QKeySequence(keys), self, lambda way=way: self.step(way))
        escape = QShortcut(QKeySequence("Esc"), self, self.leave)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        area.installEventFilter(self)
        sheet.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Show the line with the keyboard in it; what was found last is there to type over."""
        if self.isHidden():
            self._before = QApplication.focusWidget()
            self.show()
            self.raise_()
            self._place()
            self._find()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def leave(self) -> None:
        """Close the line, and give the keyboard back to where it was."""
        inside = self.isAncestorOf(QApplication.focusWidget() or self)
        before = self._before
        self.close_line()
        if inside:
            there = before is not None and isValid(before) and before.isVisible()
            (before if there and before is not None else self._area).setFocus()

    def close_line(self) -> None:
        """Close the line: the page is another one now."""
        self._before = None
        self._forget()
        self.hide()
        self.resized.emit(0)

    def renew(self) -> None:
        """The same page was made anew: the matches are others, and none is scrolled to."""
        self._forget()
        if not self.isHidden():
            QTimer.singleShot(0, self, lambda: self._find(scroll=False))  # it is laid out first

    def step(self, way: int = 1) -> None:
        """Go to the next match, or the one before; after the last comes the first."""
        if self._matches:
            self._at = (self._at + way) % len(self._matches)
            self._show(scroll=True)

    def text(self) -> str:
        """Return what is said of the words that were looked for."""
        return self.said.text()

    def match(self) -> QWidget | None:
        """Return what the match that is framed stands in."""
        return self._matches[self._at].widget if self._matches else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the page."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
            QTimer.singleShot(0, self, self._frame)
        return super().eventFilter(watched, event)

    def _find(self, _text: str = "", scroll: bool = True) -> None:
        self._forget()
        if (layout := self._sheet.layout()) is not None:
            layout.activate()  # a page that was just made is not laid out yet
        words = self.field.text().strip()
        if words:
            found = [match for part in self._parts() for match in _matches(part, words)]
            self._matches = sorted(found, key=self._reading_order)
            if not found:
                self._say(self.tr("Fant ikke «{words}» på siden.").format(words=words))
        self._show(scroll)
        self._place()

    def _parts(self) -> list[QWidget]:
        """Return all that text stands in, and that is seen or can be scrolled to."""
        found: list[QWidget] = []
        for kind in (QLabel, QTextEdit, QPlainTextEdit):
            found += self._sheet.findChildren(kind)
        return [one for one in found if one.isVisibleTo(self._sheet)]

    def _reading_order(self, match: _Match) -> tuple[int, int]:
        corner = match.area(self._sheet).topLeft()
        return corner.y(), corner.x()

    def _show(self, scroll: bool) -> None:
        if not self._matches:
            return
        said = self.tr("{n} av {all}").format(n=self._at + 1, all=len(self._matches))
        self._say(said)
        self._mark()
        self._frame()
        if scroll:
            area = self._matches[self._at].area(self._sheet)
            middle = area.center() if area.height() < self._area.viewport().height() else QPoint(
                area.center().x(), area.top()
            )  # fmt: skip
            self._area.ensureVisible(middle.x(), middle.y(), 0, area.height() // 2 + _ROOM)

    def _frame(self) -> None:
        """Put the frame around the match, wherever it is now."""
        if self._matches and isValid(self._matches[self._at].widget):
            self.ring.setGeometry(self._matches[self._at].area(self._sheet).adjusted(-4, -3, 4, 3))
            self.ring.raise_()
            self.ring.show()

    def _mark(self) -> None:
        """Colour the words in running text."""
        self._unmark()
        match = self._matches[self._at]
        if match.words is not None and isinstance(match.widget, QTextEdit):
            mark = QTextEdit.ExtraSelection()
            mark.cursor = match.words
            palette = self.palette()
            mark.format.setBackground(palette.highlight())
            mark.format.setForeground(palette.highlightedText())
            match.widget.setExtraSelections([mark])

    def _unmark(self) -> None:
        for match in self._matches:
            if isValid(match.widget) and isinstance(match.widget, QTextEdit):
                match.widget.setExtraSelections([])

    def _forget(self) -> None:
        self._unmark()
        self._matches, self._at = [], 0
        self.ring.hide()
        self._say("")

    def _say(self, words: str) -> None:
        if words == self.said.text():
            return
        self.said.setText(words)
        if words:  # the keyboard is in the field, where a screen reader hears nothing of it
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _place(self) -> None:
        """Lie over the upper edge of the page, as wide as it is."""
        width = self._area.width()
        height = max(self._lines.totalHeightForWidth(width), self._lines.minimumSize().height())
        self.setGeometry(0, 0, width, height)
        self.resized.emit(height)


def _matches(part: QWidget, words: str) -> list[_Match]:
    """Return where ``words`` stand in a part of the page, in whatever case."""
    if isinstance(part, QTextEdit):
        found: list[_Match] = []
        cursor = part.document().find(words)
        while not cursor.isNull():
            found.append(_Match(part, cursor))
            cursor = part.document().find(words, cursor)
        return found
    text = part.toPlainText() if isinstance(part, QPlainTextEdit) else _label_text(part)
    plain = text.replace("\N{NO-BREAK SPACE}", " ")
    return [_Match(part)] if re.search(re.escape(words), plain, re.IGNORECASE) else []


def _label_text(part: QWidget) -> str:
    return part.text() if isinstance(part, QLabel) else ""


class _Field(QLineEdit):
    """Tells of Enter and Escape before the page around it takes them for its own.

    Signals:
        entered: 1 for the next match, -1 for the one before (with Shift).
        left: Escape.
    """

    entered = Signal(int)
    left = Signal()

    def event(self, event: QEvent) -> bool:
        """Take Escape from the shortcuts that would close more than this line."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Escape closes."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.entered.emit(-1 if back else 1)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
