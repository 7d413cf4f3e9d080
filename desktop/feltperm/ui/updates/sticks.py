"""Where memory sticks are, and noticing one with content on it (SCREENS section 1, J5).

The system tells Qt of no stick, so the mounted volumes are looked at every few seconds. A volume
that hangs, as a share whose server is gone, hangs the looking and nothing else.
"""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, QStorageInfo, QTimer, Signal, Slot

__all__ = ["Sticks", "Volumes", "mounted", "where_sticks_are"]

#: The folder on a stick that holds content (DESIGN section 6).
FOLDER = "feltperm"
#: How often the volumes are looked at.
EVERY_MS = 4_000
#: How long the end of the program waits for a look.
_PATIENCE_S = 0.5


def mounted() -> list[Path]:
    """Return where volumes are mounted, but for the system's own."""
    volumes = QStorageInfo.mountedVolumes()
    return [Path(one.rootPath()) for one in volumes if one.isReady() and not one.isRoot()]


def where_sticks_are(roots: tuple[str, ...] = ("/run/media", "/media", "/Volumes")) -> Path:
    """Return the folder in which this machine mounts sticks, else the home folder."""
    for root in map(Path, roots):
        for place in (root / _user(), root):
            if place.is_dir():
                return place
    return Path.home()


class Volumes:
    """The mounted volumes with content; remembers which it has told of."""

    def __init__(self, mounted: Callable[[], Iterable[Path]] = mounted) -> None:
        self._mounted = mounted
        self._told: set[Path] = set()

    def appeared(self) -> tuple[Path, ...]:
        """Return the volumes with content that were not there the last time."""
        found = {volume for volume in self._mounted() if _has_content(volume)}
        new = found - self._told
        self._told = found
        return tuple(sorted(new))


class Sticks(QObject):
    """Looks at the volumes now and then, away from the window's thread.

    Not on a lane: closing a lane waits for its work, and a volume can hang for minutes.

    Signals:
        appeared: a volume with content is there that was not; carries its root as text.
    """

    appeared = Signal(str)
    _looked = Signal(object)

    def __init__(
        self, bug: Callable[[BaseException], None], volumes: Volumes, parent: QObject | None = None
    ) -> None:
        """Look at ``volumes``; an unexpected error goes to ``bug``."""
        super().__init__(parent)
        self._bug, self._volumes = bug, volumes
        self._looking: Thread | None = None
        self._closed = False
        self._looked.connect(self._tell)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Look from now on."""
        self._timer.start()
        self.look()

    def look(self) -> None:
        """Look once, unless the last look still waits for a volume."""
        if self._looking is None and not self._closed:
            self._looking = Thread(target=self._work, name="sticks", daemon=True)
            self._looking.start()

    def close(self) -> None:
        """Look no more; a look that hangs is left behind."""
        self._closed = True
        self._timer.stop()
        if self._looking is not None:
            self._looking.join(_PATIENCE_S)

    def _work(self) -> None:
        try:
            answer: object = self._volumes.appeared()
        except Exception as error:  # it must reach the crash report, not vanish here
            answer = error
        with suppress(RuntimeError):  # the window is gone
            self._looked.emit(answer)

    @Slot(object)
    def _tell(self, answer: object) -> None:
        self._looking = None
        if self._closed:
            return
        if isinstance(answer, BaseException):
            self._bug(answer)
        elif isinstance(answer, tuple):
            for volume in answer:
                self.appeared.emit(str(volume))


def _has_content(volume: Path) -> bool:
    try:
        return (volume / FOLDER).is_dir()
    except OSError:  # pulled out this moment, or not ours to read
        return False


def _user() -> str:
    """Return the name of the account; an empty string where it has none."""
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):  # what it raises differs by system and version
        return ""
