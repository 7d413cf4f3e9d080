"""The bar that is always there: brand, search field and the emergency button."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QMenu, QToolButton, QWidget

from feltperm.ui.toolkit.icons import Icons
from feltperm.ui.toolkit.languages import NAMES, language
from feltperm.ui.toolkit.parts import button, label, row
from feltperm.ui.toolkit.theme import Theme
from feltperm.ui.ways import Ways

__all__ = ["SearchField", "TopBar"]


class SearchField(QLineEdit):
    """Takes text at once; arrows and Enter are passed on to the result list.

    Signals:
        asked: somebody wrote something else, with keys or as a program that helps to write does.
    """

    asked = Signal(str)
    stepped = Signal(int)
    entered = Signal()
    left = Signal()

    #: Longer text is cut: no question has 400 characters, and a pasted document is a mistake.
    MAX_LENGTH = 400

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self.setMaxLength(self.MAX_LENGTH)
        self.setPlaceholderText(self.tr("Søk etter hjelp"))
        self.setAccessibleName(self.tr("Søk etter hjelp"))
        self.setTextMargins(theme.px(26), 0, theme.px(30), 0)
        self._quiet = False
        self._sign = QLabel(self)
        self._sign.setPixmap(icons.pixmap("search", "muted"))
        self._hint = QLabel("Ctrl K", self)
        self._hint.setProperty("look", "caption")
        for sign in (self._sign, self._hint):
            sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._clear = button("", self._clear_text, "quiet", icons.icon("x", "muted"))
        self._clear.setParent(self)
        self._clear.setAccessibleName(self.tr("Tøm søket (Esc)"))
        self._clear.setToolTip(self._clear.accessibleName())
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.hide()
        self.textChanged.connect(self._show_signs)
        self.textChanged.connect(self._ask)
        self.setMaximumWidth(theme.px(620))

    def resizeEvent(self, event: QEvent) -> None:
        """Keep the key hint at the right edge."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._place_signs()

    def changeEvent(self, event: QEvent) -> None:
        """The style has other sizes, perhaps."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._place_signs()

    def _place_signs(self) -> None:
        for widget, left in (
            (self._sign, 12),
            (self._hint, self.width() - self._hint.sizeHint().width() - 14),
            (self._clear, self.width() - self._clear.sizeHint().width() - 4),
        ):
            size = widget.sizeHint()
            widget.setGeometry(
                left, (self.height() - size.height()) // 2, size.width(), size.height()
            )

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the window: it takes back a removal, wherever the keyboard is."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if (
            override
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
        ):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk through the results without leaving the field; Escape clears."""
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: 5,
            Qt.Key.Key_PageUp: -5,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self.stepped.emit(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            if self.text():
                self._clear_text()
            else:
                self.left.emit()
        else:
            super().keyPressEvent(event)

    def put(self, text: str) -> None:
        """Show what was searched for, without asking for it."""
        self._quiet = True
        self.setText(text)
        self._quiet = False

    def _clear_text(self) -> None:
        self.clear()

    def _ask(self, text: str) -> None:
        if not self._quiet:
            self.asked.emit(text)

    def _show_signs(self, text: str) -> None:
        self._hint.setVisible(not text)
        self._clear.setVisible(bool(text))


class TopBar(QFrame):
    """Brand and the ways back left, search in the middle, language and emergency right.

    Signals:
        language_chosen: the window is to speak this language.
    """

    emergency = Signal()
    language_chosen = Signal(str)

    def __init__(self, theme: Theme, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__()
        self.setObjectName("topbar")
        self.setFixedHeight(theme.px(56))
        self._brand = label("Feltperm", "brand", wrap=False)
        self._brand.setMinimumWidth(theme.px(96))
        self.search = SearchField(theme, icons)
        self.ways = Ways(icons)
        self.language = _LanguageButton(icons)
        self.language.chosen.connect(self.language_chosen)
        self.emergency_button = button(
            "",
            self.emergency.emit,
            "danger",
            hint=self.tr("Åpne akuttkortet (F2). Maskinen ringer ikke."),
        )
        self.set_compact(False)
        self.setLayout(
            row(
                self._brand,
                self.ways,
                self.search,
                None,
                self.language,
                self.emergency_button,
                margins=(16, 8, 16, 8),
                spacing=12,
            )
        )
        self.layout().setStretchFactor(self.search, 10)  # type: ignore[union-attr]

    def set_compact(self, compact: bool) -> None:
        """Leave the room to the search field where the window is narrow."""
        self._brand.setVisible(not compact)
        self.language.set_compact(compact)
        self.emergency_button.setText(
            self.tr("Akutt 113  F2")
            if compact
            else self.tr("Akutt 113  ·  Overdose: hva gjør jeg?  F2")
        )


class _LanguageButton(QToolButton):
    """Says the window's language in its own words, and changes it (SCREENS J11)."""

    chosen = Signal(str)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setProperty("look", "quiet")
        icon = icons.icon("globe", "text")
        self.setIcon(icon)
        self.setIconSize(next(iter(icon.availableSizes()), QSize(18, 18)))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setText(f" {NAMES[language()]}")
        self.setToolTip(self.tr("Språk i vinduet: {name}").format(name=NAMES[language()]))
        self.setAccessibleName(self.toolTip())
        menu = QMenu(self)
        for code, name in NAMES.items():
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(code == language())
            action.triggered.connect(lambda _on=False, code=code: self.chosen.emit(code))
        self.setMenu(menu)

    def set_compact(self, compact: bool) -> None:
        """Show the sign alone where the window is narrow."""
        style = Qt.ToolButtonStyle
        self.setToolButtonStyle(
            style.ToolButtonIconOnly if compact else style.ToolButtonTextBesideIcon
        )
