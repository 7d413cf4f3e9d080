"""The window. The only folder that imports Qt.

With its first import PySide takes Python's ``import`` over, and reads from then on the source of
every module that is imported, and keeps it, to see whether it asks for other names in Qt
(``from __feature__ import snake_case``). Nobody here does, and a fifteenth of a start is spent on
it, and megabytes: the window goes on with Python's own (docs/adr/0014).
"""

import builtins

import PySide6.QtCore  # noqa: F401  what it takes over is given back below

builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
