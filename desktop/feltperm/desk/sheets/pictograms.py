"""What the program's own drawings show: their names, and their words for those who choose one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

__all__ = ["load_pictogram_names"]

_TITLE = re.compile(r"<title[^>]*>([^<]*)</title>")


def load_pictogram_names(folder: Path) -> Mapping[str, str]:
    """Return what each drawing of the program's folder shows, by its name without ``.svg``."""
    found = {}
    for path in sorted(folder.glob("*.svg")):
        title = _TITLE.search(path.read_text(encoding="utf-8"))
        if title:
            found[path.stem] = title[1].strip()
    return found
