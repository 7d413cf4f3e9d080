"""What the program noted of itself since it began: the last lines, in memory only.

Never a word that was searched for, and nothing of a person: the modules log what failed, not what
somebody did, and of an error only :func:`trace_of` is kept. The home folder, which is often called
after its owner, is shown as ``~``.
"""

from __future__ import annotations

import logging
import traceback
from collections import deque
from copy import copy
from pathlib import Path
from types import TracebackType

__all__ = ["Journal", "trace_of"]

_LINES = 500
#: What Python and the Qt binding raise about the code. Their sentences name types and attributes,
#: never what was typed; those of other errors can quote it, as SQLite does with what was searched.
_ABOUT_CODE = (TypeError, AttributeError, NameError, IndexError, ZeroDivisionError, RuntimeError)


def trace_of(error: BaseException) -> str:
    """Return the way an error came, and those behind it, without the values it was about.

    Modules stand in place of files, for a folder is often called after its owner.
    """
    told: list[str] = []
    seen: set[int] = set()
    one: BaseException | None = error
    while one is not None and id(one) not in seen:  # an error can be raised from itself
        seen.add(id(one))
        told.append(_one(one))
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
    return "\nand then:\n".join(reversed(told))


def _one(error: BaseException) -> str:
    kind, said = type(error), _said(error)
    name = kind.__qualname__
    if kind.__module__ != "builtins":
        name = f"{kind.__module__}.{name}"
    return f"{_way(error.__traceback__)}{name}{': ' if said else ''}{said}"


def _way(trace: TracebackType | None) -> str:
    modules = [str(frame.f_globals.get("__name__", "?")) for frame, _ in traceback.walk_tb(trace)]
    steps = zip(modules, traceback.extract_tb(trace), strict=True)
    summary = traceback.StackSummary.from_list(
        [(module, step.lineno or 0, step.name, step.line) for module, step in steps]
    )
    return "".join(summary.format())


def _said(error: BaseException) -> str:
    if type(error) in _ABOUT_CODE:
        return str(error)
    if isinstance(error, OSError):  # its sentence goes on with the file's name
        return error.strerror or ""
    return str(getattr(error, "sqlite_errorname", ""))


class _Lines(logging.Formatter):
    """Writes errors as :func:`trace_of` does."""

    def formatException(
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | object
    ) -> str:
        """Return the trace of what is being logged."""
        error = ei[1] if isinstance(ei, tuple) else None
        return trace_of(error) if error is not None else ""


class Journal(logging.Handler):
    """Keeps the last lines of the log."""

    def __init__(self, lines: int = _LINES) -> None:
        super().__init__(logging.INFO)
        self._lines: deque[str] = deque(maxlen=lines)
        self.setFormatter(_Lines("%(asctime)s %(levelname)s %(name)s: %(message)s"))

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a line, or the lines of a traceback."""
        own = copy(record)  # others write the same record, and it remembers how errors were written
        own.exc_text = None
        try:
            self._lines.extend(self.format(own).splitlines())
        except Exception:  # as logging itself does: a line that cannot be written is left out
            self.handleError(record)

    def text(self) -> str:
        """Return the lines, the oldest first."""
        return "\n".join(self._lines).replace(str(Path.home()), "~")
