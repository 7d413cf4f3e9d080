"""Small pieces that every page is made of, so that pages hold only what is theirs."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from feltperm.ui.toolkit.icons import Icons
from feltperm.ui.toolkit.pressing import Button
from feltperm.ui.toolkit.spoken import spoken

__all__ = [
    "Choice",
    "band",
    "bullet",
    "button",
    "chip",
    "clear",
    "column",
    "frame",
    "label",
    "link",
    "restyle",
    "row",
    "set_link",
    "unbroken",
]


#: The most characters a label shows; running text is shown by a Markdown view.
LONGEST = 20_000


def label(text: str, look: str = "", *, wrap: bool = True, selectable: bool = False) -> QLabel:
    """Return a plain-text label: pack data is never read as markup here.

    What another room said is said in the window's language; so it is in all the other parts.
    A text of more than :data:`LONGEST` characters is cut: laying it out would take seconds.
    """
    text = spoken(text)
    made = QLabel(text if len(text) <= LONGEST else text[:LONGEST] + "…")
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if look:
        made.setProperty("look", look)
    if selectable:
        made.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
    return made


def bullet(text: str, *, selectable: bool = False) -> QWidget:
    """Return a point of a list; its further lines begin below the first."""
    point = label("•", wrap=False)
    line = row(spacing=8)
    line.addWidget(point, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(label(text, selectable=selectable), 1)
    made = QWidget()
    made.setLayout(line)
    return made


def chip(text: str, tone: str = "plain", icon: str = "") -> QLabel:
    """Return a chip: a word (with a sign before it), never colour alone."""
    made = label(f"{icon} {spoken(text)}" if icon else text, wrap=False)
    made.setProperty("chip", tone)
    return made


def button(
    text: str,
    action: Callable[[], object] | None = None,
    look: str = "",
    icon: QIcon | None = None,
    hint: str = "",
) -> QPushButton:
    """Return a push button whose accessible name is its text, or its hint when it has none."""
    text, hint = spoken(text), spoken(hint)
    # no letter is a shortcut here, and a title may hold an ampersand
    shown = text[:LONGEST].replace("&", "&&")
    # the style sheet knows no distance between icon and text
    made = Button(f"  {shown}" if icon is not None and shown else shown)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if look:
        made.setProperty("look", look)
    if icon is not None:
        made.setIcon(icon)
        made.setIconSize(max(icon.availableSizes(), key=QSize.width, default=QSize(18, 18)))
    if hint:
        made.setToolTip(hint)
    made.setAccessibleName(text or hint)
    if action is not None:
        made.clicked.connect(lambda _checked=False: action())
    return made


def link(text: str, action: Callable[[], object]) -> QPushButton:
    """Return a button that looks like a link; its text goes on in the next line."""
    text = spoken(text)
    made = button("", action, "link")
    made.setAccessibleName(text)
    words = label(text, "link")
    words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    made.setLayout(column(words, margins=(4, 2, 4, 2)))
    policy = made.sizePolicy()
    policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)  # a button is one line high, else
    policy.setHeightForWidth(True)
    made.setSizePolicy(policy)
    return made


def set_link(made: QPushButton, text: str) -> None:
    """Give a link that :func:`link` made another text."""
    text = spoken(text)
    made.setAccessibleName(text)
    for words in made.findChildren(QLabel):
        words.setText(text)


class Choice(QComboBox):
    """A drop-down whose arrow is one of our icons, in the palette's colour."""

    def __init__(self, icons: Icons, name: str) -> None:
        """Make an empty one; ``name`` is what a screen reader says."""
        super().__init__()
        self._arrow = icons.pixmap("chevron-down", "text", 16)
        self.setAccessibleName(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the arrow over what the style has painted."""
        super().paintEvent(event)
        size = self._arrow.deviceIndependentSize().toSize()
        left = self.width() - size.width() - 8
        QPainter(self).drawPixmap(left, (self.height() - size.height()) // 2, self._arrow)


def restyle(widget: QWidget, name: str, value: str) -> None:
    """Give a widget that is seen already another property that the style sheet knows it by."""
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def frame(name: str = "", layout: QLayout | None = None) -> QFrame:
    """Return a frame that the style sheet knows by ``name``."""
    made = QFrame()
    if name:
        made.setObjectName(name)
    if layout is not None:
        made.setLayout(layout)
    return made


def unbroken(number: str) -> str:
    """Return a grouped number that is never broken over two lines."""
    return number.replace(" ", "\N{NO-BREAK SPACE}")


def band(tone: str, *widgets: QWidget) -> QFrame:
    """Return a coloured band with the widgets below each other."""
    made = frame(layout=column(*widgets, margins=(16, 10, 16, 10), spacing=4))
    made.setProperty("band", tone)
    return made


def column(
    *widgets: QWidget | QLayout | None,
    margins: tuple[int, int, int, int] = (0, 0, 0, 0),
    spacing: int = 8,
) -> QVBoxLayout:
    """Return a vertical layout; None is a stretch."""
    layout = QVBoxLayout()
    _fill(layout, widgets, margins, spacing)
    return layout


def row(
    *widgets: QWidget | QLayout | None,
    margins: tuple[int, int, int, int] = (0, 0, 0, 0),
    spacing: int = 8,
) -> QHBoxLayout:
    """Return a horizontal layout; None is a stretch."""
    layout = QHBoxLayout()
    _fill(layout, widgets, margins, spacing)
    return layout


def clear(layout: QLayout) -> None:
    """Remove and delete everything in ``layout``."""
    while item := layout.takeAt(0):
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
        elif inner := item.layout():
            clear(inner)


def _fill(
    layout: QBoxLayout,
    widgets: Iterable[QWidget | QLayout | None],
    margins: tuple[int, int, int, int],
    spacing: int,
) -> None:
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    for widget in widgets:
        if widget is None:
            layout.addStretch(1)
        elif isinstance(widget, QWidget):
            layout.addWidget(widget)
        else:
            layout.addLayout(widget)
