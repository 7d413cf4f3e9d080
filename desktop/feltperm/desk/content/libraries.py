"""Library files: which there are, which of them serve, and which are no longer needed."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path

from feltperm.catalogue.build import Index, library_name
from feltperm.catalogue.library import Library
from feltperm.catalogue.records import Pack
from feltperm.desk.content.content import Content
from feltperm.errors import ContentDamaged
from feltperm.wording import say

__all__ = ["clear", "compare_with_prebuilt", "forget", "published", "try_open", "usable"]

_log = logging.getLogger(__name__)
#: Seconds after which an unfinished file is not being written to any more.
_STALE = 3600.0


def forget(path: Path, distrusted: Collection[Path]) -> None:
    """Delete a library in the cache that has turned out to be damaged, or it is met again."""
    if path in distrusted:
        with suppress(OSError):
            path.unlink()


def try_open(path: Path, distrusted: Collection[Path]) -> Library | None:
    """Open a library if it is there and looks whole."""
    if path in distrusted or not os.path.exists(path):  # noqa: PTH110  Path.exists can raise
        return None
    try:
        return Library(path)
    except ContentDamaged as damage:
        _log.warning("passing over a library: %s", damage.detail)
        return None


def compare_with_prebuilt(known: Pack, content: Content) -> None:
    """Ask the prebuilt library whether the pack still is what it was made of.

    A flipped bit in a telephone number leaves a pack that reads well. But a release is one
    sequence of bytes: the same number with other bytes is damage.

    Raises:
        ContentDamaged: it is not.
    """
    release = (known.header.pack, known.header.seq)
    for _, packs in usable(content.prebuilt, content.index, ()):
        for pack in packs:
            if (pack.header.pack, pack.header.seq) == release and pack.sha256 != known.sha256:
                raise ContentDamaged(
                    say("Innholdet er skadet."),
                    f"{content.pack.name}: not the bytes of its release",
                )


def usable(
    folder: Path, index: Index, distrusted: Collection[Path]
) -> list[tuple[Path, list[Pack]]]:
    """Return the whole libraries of a folder that this index made, newest first.

    Each comes with the packs it was built from, without their records.
    """
    found = []
    for path in sorted(folder.glob("library-*.sqlite")):
        if library := try_open(path, distrusted):
            with library:
                packs = [
                    Pack(header=header, records=(), sha256=library.sha256(header.pack))
                    for header in library.headers()
                ]
            if library_name(packs, index) == path.name:
                found.append((path, packs))
    return sorted(found, key=lambda one: published(one[1]), reverse=True)


def published(packs: list[Pack]) -> str:
    """The day of the first pack, which is the national one."""
    return packs[0].header.published if packs else ""


def clear(cache: Path, keep: Collection[str], now: Callable[[], float] = time.time) -> None:
    """Delete what a cache holds of no use: old libraries, and what was never finished.

    A file that another program holds open stays where the system minds (Windows), and is readable
    on where it does not.

    Args:
        cache: the folder.
        keep: the names of the libraries to be kept; where it is one, the newest other too.
        now: the time, as files bear it.
    """
    with suppress(OSError):
        found = {path: path.stat().st_mtime for path in cache.glob("library-*.sqlite")}
        others = sorted((p for p in found if p.name not in keep), key=found.__getitem__)
        for path in others if len(keep) > 1 else others[:-1]:
            with suppress(OSError):
                path.unlink()
        for path in cache.glob("library-*.sqlite.*.part"):
            with suppress(OSError):
                if abs(now() - path.stat().st_mtime) > _STALE:
                    path.unlink()
