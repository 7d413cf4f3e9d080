"""The window's fonts: static Latin and Cyrillic instances of the variable Noto Sans.

Qt cannot take weights out of a variable font it loads from a file, so three are made here. Sheets
use the package's own file, out of which the layout engine takes what it needs.
"""

from __future__ import annotations

import io
from importlib.resources import files
from pathlib import Path
from typing import Any

import fontTools
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from feltperm_publish.outputs import fingerprint

__all__ = ["FILES", "UNICODES", "fonts_key", "instance"]

_SOURCE = Path(str(files("fontpkg_noto_sans") / "files" / "NotoSans[wdth,wght].ttf"))

#: File name -> weight.
FILES = {
    "NotoSans-Regular.ttf": 400,
    "NotoSans-SemiBold.ttf": 600,
    "NotoSans-Bold.ttf": 700,
}

#: What a window in a language with Latin or Cyrillic letters may have to show.
UNICODES: tuple[range, ...] = (
    range(0x0020, 0x007F),  # Latin
    range(0x00A0, 0x0250),  # Latin-1, Extended-A and -B
    range(0x02B0, 0x0370),  # modifier letters and combining marks
    range(0x0400, 0x0530),  # Cyrillic
    range(0x1E00, 0x1F00),  # Latin Extended Additional
    range(0x2000, 0x2070),  # punctuation
    range(0x2070, 0x20D0),  # superscripts, currency
    range(0x2100, 0x2150),  # letterlike signs
    range(0x2190, 0x2200),  # arrows
    range(0x2200, 0x2300),  # mathematical operators
    range(0x25A0, 0x2700),  # shapes, stars
)


def fonts_key() -> str:
    """Return what the instances depend on: the font, the tool and this module."""
    return fingerprint([_SOURCE, Path(__file__)], fontTools.version)


def instance(weight: int) -> bytes:
    """Return a static font of normal width, the same bytes each time.

    Args:
        weight: 100 to 900 as in OpenType; 400 is regular.
    """
    # Without recalcTimestamp the font would carry the moment it was made.
    font = TTFont(_SOURCE, recalcTimestamp=False)
    _subset(font)  # first: three quarters of the outlines need no interpolation then
    instancer.instantiateVariableFont(
        font, {"wght": weight, "wdth": 100}, inplace=True, updateFontNames=True
    )
    target = io.BytesIO()
    font.save(target)
    return target.getvalue()


def _subset(font: Any) -> None:
    options = subset.Options()
    options.notdef_outline = True
    options.recalc_timestamp = False
    options.name_IDs = ["*"]
    worker = subset.Subsetter(options)
    worker.populate(unicodes=[sign for block in UNICODES for sign in block])
    worker.subset(font)
