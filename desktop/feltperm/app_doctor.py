"""The doctor, put together: what it looks at, and what it can mend.

Works also where nothing else does: each check opens what it looks at by itself.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from urllib.parse import urlsplit

from feltperm import app_desk
from feltperm.app import open_press
from feltperm.catalogue.library import Library
from feltperm.desk.doctor import machine_parts, own_files
from feltperm.desk.doctor.finding import Check, Finding, Repair, examine
from feltperm.errors import Condition
from feltperm.paths import Paths, resource
from feltperm.wording import say

__all__ = ["ProfileDoctor", "examine_profile", "mend"]

#: What the program cannot do without, below its resources.
_FILES = (
    "compiled/national.jsonl", "compiled/geography.json", "compiled/labels.json",
    "compiled/synonyms.json", "compiled/phrases.json", "compiled/emergency.json",
    "layouts/steps.typ", "icons/pictograms",
)  # fmt: skip


def examine_profile(
    paths: Paths,
    now: Callable[[], datetime] = datetime.now,
    printers: Callable[[], Iterable[str]] | None = None,
    reader: bool | None = None,
) -> tuple[Finding, ...]:
    """Look at everything that a profile stands on; nothing of it is changed.

    Args:
        printers: names the machine's printers; not asked for where it is None.
        reader: whether a screen reader listens, where that is known.
    """
    from feltperm.binder.backup import backups_in  # noqa: PLC0415
    from feltperm.packs.disk.store import Store  # noqa: PLC0415

    store = Store(paths.packs)
    bundled = resource("compiled/national.jsonl")
    checks: dict[str, tuple[str, Check]] = {
        "program": (say("Programmet"), lambda: machine_parts.program(_program_files())),
        "fonts": (say("Skrifter"), lambda: machine_parts.fonts(_font_folders())),
        "worker": (say("Lage plakater"), lambda: _worker(paths)),
        "packs": (
            say("Innholdet"),
            lambda: own_files.packs(paths.packs, bundled, [one.path for one in store.installed()]),
        ),
        "library": (say("Søket"), lambda: own_files.library(lambda: _library(paths))),
        "binder": (
            say("Permen"),
            lambda: own_files.binder(paths.binder, backups_in(paths.backups), now().date()),
        ),
        "disk": (say("Plass på disken"), lambda: own_files.disk(paths.data, _free(paths.data))),
        "clock": (say("Klokka"), lambda: own_files.clock(now(), _content_day(bundled))),
        "sources": (say("Kilder"), lambda: _sources(paths, now())),
        "network": (say("Nettet"), _network),
        "display": (say("Skjermen"), lambda: machine_parts.display(os.environ, reader)),
    }
    if printers is not None:
        checks["printers"] = (say("Skrivere"), lambda: machine_parts.printers(tuple(printers())))
    return examine(checks)


def mend(paths: Paths, repair: Repair, now: Callable[[], datetime] = datetime.now) -> str:
    """Do a repair that loses nothing, and return what was done.

    Raises:
        Condition: it could not be done, and nothing was changed.
    """
    return _REPAIRS[repair](paths, now)


class ProfileDoctor:
    """The doctor of one profile, for the window.

    Args:
        printers: names the machine's printers.
    """

    def __init__(self, paths: Paths, printers: Callable[[], Iterable[str]]) -> None:
        self._paths, self._printers = paths, printers

    def examine(self, reader: bool | None = None) -> tuple[Finding, ...]:
        """Look at everything; see :func:`examine_profile`."""
        return examine_profile(self._paths, printers=self._printers, reader=reader)

    def mend(self, repair: Repair) -> str:
        """Do a repair; see :func:`mend`."""
        return mend(self._paths, repair)


def _mend_library(paths: Paths, now: Callable[[], datetime]) -> str:
    for path in paths.cache.glob("library-*.sqlite*"):
        with suppress(OSError):  # in use by another program: it is passed over there
            path.unlink()
    app_desk.open_desk(paths, now=now).close()
    return say("Søket er bygd på nytt.")


def _mend_content(paths: Paths, now: Callable[[], datetime]) -> str:
    from feltperm.packs.disk.shelf import sha256  # noqa: PLC0415
    from feltperm.packs.disk.store import Store  # noqa: PLC0415

    store = Store(paths.packs)
    for path in sorted(paths.packs.glob("*/*.jsonl")):
        if path.stem.endswith(f"-{(sha256(path) or '')[:16]}"):
            continue
        # laid aside under a name that counts for nothing; a helper may want to look at it
        path.replace(path.with_suffix(".damaged"))
        if store.current(path.parent.name) is None:
            with suppress(Condition):
                store.roll_back(path.parent.name, to_bundled=True)
    app_desk.open_desk(paths, now=now).close()
    return say("Innholdet før er i bruk. Den skadde fila er lagt til side.")


def _mend_binder(paths: Paths, now: Callable[[], datetime]) -> str:
    from feltperm.binder.backup import backups_in  # noqa: PLC0415

    desk = app_desk.open_desk(paths, now=now)  # lays a binder aside that cannot be read
    try:
        backups = backups_in(paths.backups)
        if not backups:
            raise Condition(say("Det finnes ingen kopi av permen."))
        desk.restore(backups[0].path)
    finally:
        desk.close()
    return say("Kopien er hentet. Det som lå her, er tatt vare på.")


_REPAIRS: Mapping[Repair, Callable[[Paths, Callable[[], datetime]], str]] = {
    "library": _mend_library,
    "content": _mend_content,
    "binder": _mend_binder,
}


def _program_files() -> list[Path]:
    found = []
    for name in _FILES:
        path = resource(name)
        found.append(next(path.glob("*.svg"), path) if path.is_dir() else path)
    return found


def _font_folders() -> list[Path]:
    import fontpkg_ibm_plex_sans_arabic  # noqa: PLC0415
    import fontpkg_noto_sans  # noqa: PLC0415

    roots = (fontpkg_noto_sans.ROOT, fontpkg_ibm_plex_sans_arabic.ROOT)
    return [resource("compiled/fonts"), *map(Path, roots)]


def _worker(paths: Paths) -> Iterable[Finding]:
    press = open_press(paths=paths)
    try:
        yield from machine_parts.worker(press.check_logo)
    finally:
        press.close()


def _library(paths: Paths) -> Library:
    """Open the library that the program would, without building one in the user's cache."""
    from feltperm.binder import look_into_binder  # noqa: PLC0415
    from feltperm.desk.content.start import open_library  # noqa: PLC0415
    from feltperm.search import SearchIndex  # noqa: PLC0415

    with look_into_binder(paths.binder, paths.backups) as binder:
        content = app_desk.content_of(paths, binder, SearchIndex())
    return open_library(content).library


def _free(folder: Path) -> int:
    there = next(one for one in (folder, *folder.parents) if one.exists())
    return shutil.disk_usage(there).free


def _content_day(bundled: Path) -> date:
    from feltperm.desk.updates.holdings import read_header  # noqa: PLC0415

    header = read_header(bundled)
    return date.fromisoformat(header.published[:10]) if header else date(2026, 1, 1)


def _sources(paths: Paths, now: datetime) -> Iterable[Finding]:
    from feltperm.packs.trust.source import SourceList  # noqa: PLC0415

    listed = SourceList(paths.sources, paths.preinstalled)
    names = [source.name for source in listed.all()]
    return machine_parts.sources(names, listed.damaged(), app_desk.check_state(paths), now)


def _network() -> Iterable[Finding]:
    from feltperm.packs.carrying.sources_http import (  # noqa: PLC0415
        system_certificates,
        system_proxy,
    )

    proxy = system_proxy("https://feltperm.invalid/") or ""
    shown = urlsplit(proxy).hostname or "" if proxy else ""
    return machine_parts.network(shown, system_certificates().cert_store_stats()["x509_ca"] > 0)
