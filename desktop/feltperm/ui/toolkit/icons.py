"""Interface icons: SVG files recoloured for the palette."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPixmap

from feltperm.ui.toolkit.theme import Theme

__all__ = ["Icons"]

#: Ours: a filled star, which the drawn family has only as an outline.
_STAR = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="currentColor" '
    'stroke="currentColor" stroke-width="2" stroke-linejoin="round"><path d="M12 2.5 '
    "L14.9 8.6 L21.5 9.5 L16.7 14.1 L17.9 20.7 L12 17.5 L6.1 20.7 L7.3 14.1 L2.5 9.5 "
    'L9.1 8.6 Z"/></svg>'
)
#: What a drawing says of its own size; it is replaced by the size it is drawn at.
_SIZE = re.compile(r'\s(?:width|height|class)="[^"]*"')


class Icons:
    """Makes icons from the compiled SVG files and keeps what it made."""

    def __init__(self, folder: Path, theme: Theme, pixel_ratio: float = 1.0) -> None:
        """Read icons from ``folder``; a missing or broken file gives an empty icon."""
        self._folder = folder
        self._theme = theme
        self._ratio = pixel_ratio
        self._pixmaps: dict[tuple[str, str, int], QPixmap] = {}

    def pixmap(self, name: str, colour: str = "text", size: int = 18) -> QPixmap:
        """Return the icon as pixels.

        Args:
            name: the file's stem; ``star-filled`` is built in.
            colour: a colour name of the theme, or ``#rrggbb``.
            size: edge in pixels at 100 % text.
        """
        paint = colour if colour.startswith("#") else self._theme.colour(colour).name()
        key = (name, paint, size)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._draw(name, paint, self._theme.px(size))
        return self._pixmaps[key]

    def icon(self, name: str, colour: str = "text", checked: str = "", size: int = 18) -> QIcon:
        """Return an icon for a button; ``checked`` is its colour while the button is down."""
        icon = QIcon(self.pixmap(name, colour, size))
        if checked:
            icon.addPixmap(self.pixmap(name, checked, size), QIcon.Mode.Normal, QIcon.State.On)
        return icon

    def _draw(self, name: str, paint: str, edge: int) -> QPixmap:
        if name == "star-filled":
            svg = _STAR
        else:
            try:
                svg = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
            except (OSError, ValueError):
                return QPixmap()
        pixels = round(edge * self._ratio)
        drawn = QPixmap()
        drawn.loadFromData(_sized(svg, paint, pixels).encode(), "SVG")
        if not drawn.isNull() and drawn.size() != QSize(pixels, pixels):
            drawn = drawn.scaled(
                pixels,
                pixels,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        drawn.setDevicePixelRatio(self._ratio)
        return drawn


def _sized(svg: str, paint: str, pixels: int) -> str:
    """Return the drawing in one colour and at its final size, so that nothing is scaled twice.

    What is no drawing gives an empty text.
    """
    start = svg.find("<svg")
    end = svg.find(">", start)
    if start < 0 or end < 0:
        return ""
    head = _SIZE.sub("", svg[start:end])
    sized = f'{head} width="{pixels}" height="{pixels}"'
    return (sized + svg[end:]).replace("currentColor", paint)
