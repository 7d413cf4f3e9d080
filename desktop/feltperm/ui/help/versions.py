"""What the program is made of, worth pasting into a letter for help."""

from __future__ import annotations

import platform
from collections.abc import Mapping

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from feltperm import __version__
from feltperm.binder.connection import SQLITE

__all__ = ["version_text", "versions_of_the_program"]


def versions_of_the_program() -> dict[str, str]:
    """Return what the program stands on, by name; nothing of the user or the machine's name."""
    return {
        "Feltperm": __version__,
        "Python": platform.python_version(),
        "PySide6": pyside_version,
        "Qt": qVersion(),
        "SQLite": SQLITE,
        "System": f"{platform.system()} {platform.release()} ({platform.machine()})",
        "Vindu": QGuiApplication.platformName(),
    }


def version_text(versions: Mapping[str, str]) -> str:
    """Return the versions as Markdown, a line each."""
    return "  \n".join(f"{name} {version}" for name, version in versions.items())
