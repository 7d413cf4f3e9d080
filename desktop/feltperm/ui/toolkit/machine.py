"""What the operating system asks for: colours, contrast, size of text, motion.

All that differs between Windows, macOS, X11 and Wayland is known here and nowhere else (issue of
the window, «system manners»); most of it Qt evens out already.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from feltperm.ui.toolkit.colours import CONTRAST, CONTRAST_DARK, DARK, LIGHT, Colours
from feltperm.ui.toolkit.look import LARGEST, Look
from feltperm.ui.toolkit.theme import Theme

__all__ = ["follow", "raise_window", "scheme_of", "theme_for"]

#: The size of the system's own text where nobody has changed it, in points.
_ORDINARY = {"win32": 9.0, "darwin": 13.0}
#: GNOME has 11, KDE and the others 10, and where there is no desktop it is Qt's 9.
_ORDINARY_ELSEWHERE = 11.0


def theme_for(app: QApplication, look: Look) -> Theme:
    """Return the theme of a look, on the machine as it is now."""
    return Theme(
        colours=scheme_of(app, look),
        scale=(look.text or _text_percent()) / 100,
        reduced=look.motion == "less" or _still(app),
    )


def scheme_of(app: QGuiApplication, look: Look) -> Colours:
    """Return the colours: high contrast goes before light and dark, as it does in the system."""
    hints = app.styleHints()
    dark = hints.colorScheme() is Qt.ColorScheme.Dark
    if look.scheme == "contrast" or (look.scheme == "machine" and _wants_contrast(app)):
        return CONTRAST_DARK if dark else CONTRAST
    if look.scheme == "machine":
        return DARK if dark else LIGHT
    return DARK if look.scheme == "dark" else LIGHT


def follow(app: QGuiApplication, receiver: QObject, changed: Callable[[], object]) -> None:
    """Call ``changed`` whenever the machine asks for other colours, as long as ``receiver`` is."""
    hints = app.styleHints()
    signals = [hints.colorSchemeChanged, hints.accessibility().contrastPreferenceChanged]
    for signal in signals:
        connection = signal.connect(lambda _new: changed())
        receiver.destroyed.connect(lambda _gone, c=connection: app.disconnect(c))


def raise_window(window: QWidget) -> None:
    """Bring a window to the front, as far as the system lets a program do so.

    Windows and most Wayland desktops only let it flash in the task bar unless the person has just
    started something, which is the case here.
    """
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
    QApplication.alert(window)


def _wants_contrast(app: QGuiApplication) -> bool:
    wanted = app.styleHints().accessibility().contrastPreference()
    return wanted is Qt.ContrastPreference.HighContrast


def _text_percent() -> int:
    """Return how much larger than usual the system has its text, 100 to 200."""
    size = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).pointSizeF()
    ordinary = _ORDINARY.get(sys.platform, _ORDINARY_ELSEWHERE)
    return min(LARGEST, max(100, round(100 * size / ordinary)))


def _still(app: QApplication) -> bool:
    """Return whether the person has turned animations off; only Windows and macOS tell Qt."""
    if sys.platform not in ("win32", "darwin"):
        return False
    return not app.isEffectEnabled(Qt.UIEffect.UI_General)
