"""Where things lie: the user's folders, and the program's own resources.

The only module that uses appdirs, and the only one that knows how the program was installed
(DESIGN sections 2 and 3).
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

__all__ = [
    "PORTABLE_MARKER", "Paths", "find_paths", "keep_private", "resource", "resource_root",
]  # fmt: skip

#: A file of this name beside the program keeps the whole profile beside the program too.
PORTABLE_MARKER = "feltperm-portable"
#: Source files in a folder of this name beside the program are senders from the start.
_PREINSTALLED = "sources"


@dataclass(frozen=True, slots=True)
class Paths:
    """The two folders that hold a profile.

    Attributes:
        data: precious: the binder and the installed packs.
        cache: disposable: the library and what else can be made again.
        profile: the folder that holds both, where one was asked for; None for the user's own.
        preinstalled: the folder beside the program in which an organisation lays senders
            («kilder»); it need not exist.
    """

    data: Path
    cache: Path
    profile: Path | None = None
    preinstalled: Path | None = None

    @property
    def binder(self) -> Path:
        """The binder's database file."""
        return self.data / "binder.sqlite"

    @property
    def backups(self) -> Path:
        """The folder of the binder's dated backups."""
        return self.data / "backups"

    @property
    def packs(self) -> Path:
        """The folder of the installed packs."""
        return self.data / "packs"

    @property
    def sources(self) -> Path:
        """The folder of the senders that were added, and of what is known of them."""
        return self.data / "sources"

    @property
    def assets(self) -> Path:
        """The folder of the files that records name by their hash."""
        return self.data / "assets"

    @property
    def updates(self) -> Path:
        """The folder of what has come in part, or has come and is not in use yet."""
        return self.data / "updates"

    @property
    def updates_file(self) -> Path:
        """The file that remembers checks, bytes and unfinished updates."""
        return self.data / "updates.json"

    @property
    def window_state(self) -> Path:
        """The file that remembers window geometry and other conveniences."""
        return self.data / "window.ini"

    @property
    def open_window(self) -> Path:
        """The file that is there while a window of the profile is open."""
        return self.data / "window.open"


def _program_folder() -> Path:
    """The folder that holds the program a person starts (for the portable marker)."""
    if getattr(sys, "frozen", False):
        return Path(sys.executable).resolve().parent
    return Path(sys.argv[0]).resolve().parent


def find_paths(profile: Path | None = None, program_folder: Path | None = None) -> Paths:
    """Return the profile's folders without creating them.

    Args:
        profile: the folder given with ``--profile``; everything lies below it.
        program_folder: where to look for the portable marker and for senders; the program's own
            folder if None.
    """
    beside = program_folder or _program_folder()
    came_along = beside / _PREINSTALLED
    if profile is None and (beside / PORTABLE_MARKER).exists():
        profile = beside / "profile"
    if profile is not None:
        # not pathlib: that raises for a circle of links and for the home of an unknown user
        root = Path(os.path.realpath(os.path.expanduser(profile)))  # noqa: PTH111
        return Paths(root / "data", root / "cache", profile=root, preinstalled=came_along)
    import appdirs  # noqa: PLC0415  only the default profile needs it, and start-up is timed

    return Paths(
        data=Path(appdirs.user_data_dir("Feltperm", appauthor=False)),
        cache=Path(appdirs.user_cache_dir("Feltperm", appauthor=False)),
        preinstalled=came_along,
    )


def keep_private(paths: Paths) -> None:
    """Make the folder of what is kept, so that only its owner gets in, where a system has that.

    A folder that is there already stays as it is: a team may share one on purpose. What cannot be
    made is told by whoever needs it.
    """
    with suppress(OSError):
        paths.data.parent.mkdir(parents=True, exist_ok=True)
        paths.data.mkdir(mode=0o700)


def resource_root(package_folder: Path | None = None) -> tuple[Path, Path]:
    """Return (written resources, compiled resources) of this installation.

    A wheel and a bundle hold both inside the package, at ``feltperm/resources`` and
    ``feltperm/resources/compiled``. A source tree or an editable install keeps the first in
    ``resources/`` and the second in ``out/compiled/``.
    """
    package = package_folder or Path(__file__).resolve().parent
    installed = package / "resources"
    if installed.is_dir():
        return installed, installed / "compiled"
    tree = package.parents[1]
    return tree / "resources", tree / "out" / "compiled"


def resource(name: str, package_folder: Path | None = None) -> Path:
    """Return the path of a resource, whether it exists or not.

    Args:
        name: a slash-separated name below the resources, as in ``layouts/steps.typ``; what
            ``build/dev.py`` compiles is named ``compiled/...``.
        package_folder: the folder of the package ``feltperm``; this one's if None.
    """
    written, compiled = resource_root(package_folder)
    first, _, rest = name.partition("/")
    return compiled / rest if first == "compiled" else written / name
