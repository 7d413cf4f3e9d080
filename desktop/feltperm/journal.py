"""What the program noted of itself since it began: the last lines, in memory only.

Never a word that was searched for, and nothing of a person: the modules log what failed, not what
somebody did. The home folder, which is often called after its owner, is shown as ``~``.
"""

from __future__ import annotations

import logging
from collections import deque
from pathlib import Path

__all__ = ["Journal"]

_LINES = 500


class Journal(logging.Handler):
    """Keeps the last lines of the log."""

    def __init__(self, lines: int = _LINES) -> None:
        super().__init__(logging.INFO)
        self._lines: deque[str] = deque(maxlen=lines)
        self.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a line, or the lines of a traceback."""
        try:
            self._lines.extend(self.format(record).splitlines())
        except Exception:  # as logging itself does: a line that cannot be written is left out
            self.handleError(record)

    def text(self) -> str:
        """Return the lines, the oldest first."""
        return "\n".join(self._lines).replace(str(Path.home()), "~")
