"""Draw the program's icon in the sizes that desktops ask for, from the one drawing.

Run by the Python of ``.venv`` (it needs Qt and Pillow): ``python -m devtools.app_icons FOLDER``.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from devtools.places import ROOT

__all__ = ["DRAWING", "SIZES", "draw"]

DRAWING = ROOT / "resources" / "icons" / "feltperm.svg"
#: Pixels; what the freedesktop icon theme and Windows use.
SIZES = (16, 24, 32, 48, 64, 128, 256)


def draw(folder: Path) -> None:
    """Write ``<size>.png`` for each size, and ``feltperm.ico`` with all of them.

    Raises:
        OSError: a file cannot be written.
    """
    from PIL import Image  # noqa: PLC0415  only this function needs Qt and Pillow
    from PySide6.QtCore import QSize  # noqa: PLC0415
    from PySide6.QtGui import QGuiApplication, QIcon  # noqa: PLC0415

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QGuiApplication.instance() or QGuiApplication([])
    folder.mkdir(parents=True, exist_ok=True)
    icon = QIcon(str(DRAWING))
    for size in SIZES:
        if not icon.pixmap(QSize(size, size), 1.0).save(str(folder / f"{size}.png")):
            raise OSError(f"{folder / f'{size}.png'} cannot be written.")
    del app
    pictures = [Image.open(folder / f"{size}.png") for size in SIZES]
    sizes = [(size, size) for size in SIZES]
    pictures[-1].save(folder / "feltperm.ico", sizes=sizes, append_images=pictures[:-1])


if __name__ == "__main__":
    draw(Path(sys.argv[1]))
