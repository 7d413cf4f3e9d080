"""The look of the window: colours, type and spacing in one place (SCREENS section 3).

Fusion style (:mod:`feltperm.ui.toolkit.display`) with our own palette and a small style sheet.
Sizes are pixels at 100 % text; ``Theme.px`` scales them, so that 200 % text is one number and not a
second design.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from feltperm.ui.toolkit.colours import Colours
from feltperm.ui.toolkit.stylesheet import style_sheet

__all__ = ["Theme", "apply_colours", "apply_sheet", "apply_theme", "load_fonts"]

#: What Qt moves by itself: menus that roll out, tooltips that fade in.
_EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
    Qt.UIEffect.UI_AnimateToolBox,
)


class Theme(NamedTuple):
    """Colours and the text scale (1.0 to 2.0); passed to every widget that paints.

    Attributes:
        reduced: nothing moves or blinks by itself.
    """

    colours: Colours
    scale: float = 1.0
    reduced: bool = False

    def px(self, size: float) -> int:
        """Return ``size`` (pixels at 100 %) in pixels at this text scale."""
        return max(1, round(size * self.scale))

    def font(self, size: float = 14, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """Return the interface font at ``size`` pixels (at 100 %)."""
        font = QFont("Noto Sans")
        font.setPixelSize(self.px(size))
        font.setWeight(weight)
        return font

    def colour(self, name: str) -> QColor:
        """Return the colour of that name as Qt's own type."""
        return QColor(getattr(self.colours, name))


def load_fonts(folder: Path) -> None:
    """Register the window's fonts, so that a machine without fonts looks the same."""
    for file in sorted(folder.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Give the whole application this look."""
    apply_colours(app, theme)
    apply_sheet(app, theme)


def apply_colours(app: QApplication, theme: Theme) -> None:
    """Give what is made from now on its font and colours."""
    app.setFont(theme.font())
    app.setPalette(_palette(theme))
    if theme.reduced:
        app.setCursorFlashTime(0)
        for effect in _EFFECTS:
            app.setEffectEnabled(effect, False)


def apply_sheet(app: QApplication, theme: Theme) -> None:
    """Give the whole application its style sheet.

    Best when the window has been built: a widget takes the sheet anew with every layout that it,
    or one around it, is put into.
    """
    app.setStyleSheet(style_sheet(theme.colours, theme.px))


def _palette(theme: Theme) -> QPalette:
    role, palette = QPalette.ColorRole, QPalette()
    for target, name in (
        (role.Window, "ground"),
        (role.Base, "surface"),
        (role.AlternateBase, "ground"),
        (role.Button, "surface"),
        (role.WindowText, "text"),
        (role.Text, "text"),
        (role.ButtonText, "text"),
        (role.ToolTipBase, "surface"),
        (role.ToolTipText, "text"),
        (role.PlaceholderText, "muted"),
        (role.Highlight, "accent"),
        (role.HighlightedText, "on_accent"),
        (role.Link, "blue"),
        (role.LinkVisited, "blue"),
        (role.Accent, "accent"),
        (role.Light, "surface"),
        (role.Midlight, "hover"),
        (role.Mid, "divider"),
        (role.Dark, "border"),
        (role.Shadow, "divider"),
    ):
        palette.setColor(target, theme.colour(name))
    for target in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, theme.colour("muted"))
    return palette
