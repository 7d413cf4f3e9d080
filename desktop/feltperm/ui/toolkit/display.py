"""Qt's application object, on machines where it cannot be made as well."""

from __future__ import annotations

import atexit
import logging
import os

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from feltperm.console import complain
from feltperm.errors import NoWindow

__all__ = ["application"]

_log = logging.getLogger(__name__)

#: The same on every system. ``setStyle`` gives Python the style back, and that takes four
#: milliseconds; an argument gives nothing back.
_STYLE = "Fusion"


def application() -> QApplication:
    """Return the one application object, and make it if it is not there yet.

    Where there is no display, or a system library that Qt needs for one is missing, Qt ends the
    process with SIGABRT and English advice. Instead it ends with one sentence and exit code 1:
    nothing has been opened yet that could be lost.
    """
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        existing.setStyle(_STYLE)
        return existing
    before = qInstallMessageHandler(_watch)
    try:
        return QApplication(["feltperm", "-style", _STYLE])
    finally:
        qInstallMessageHandler(before)


def _watch(kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
    _log.warning("Qt: %s", text)
    if kind == QtMsgType.QtFatalMsg:
        complain(f"feltperm: {NoWindow('Qt finner ingen skjerm')}")
        atexit._run_exitfuncs()  # temporary folders go; an exception would not get through Qt
        os._exit(1)
