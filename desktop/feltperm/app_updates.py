"""The composition of what brings new content: everything is built here and handed on.

Apart from :mod:`feltperm.app`, because the window is painted without any of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from feltperm.errors import ReadOnly
from feltperm.paths import Paths, keep_private, resource

if TYPE_CHECKING:
    from feltperm.desk.sticks.sharing import Shareable
    from feltperm.desk.updates.link import Carry
    from feltperm.desk.updates.update_desk import UpdateDesk
    from feltperm.packs.carrying.carrier import Carrier
    from feltperm.packs.carrying.transfer import Transfer
    from feltperm.packs.disk.store import Installed
    from feltperm.packs.trust.repository import Repository
    from feltperm.packs.trust.source import Source

__all__ = ["open_updates"]


def open_updates(
    paths: Paths,
    now: Callable[[], datetime] = datetime.now,
    carry: Carry | None = None,
    bundled: Path | None = None,
    prepare: Callable[[Installed], object] | None = None,
    tell: Callable[[str], object] = lambda _sentence: None,
) -> UpdateDesk:
    """Make what brings new content to a profile. Nothing is read or asked yet.

    Args:
        paths: the profile.
        now: gives the local time.
        carry: makes what brings files; over HTTP or from a folder when nothing is said.
        bundled: the pack that came with the program; the real one when nothing is said.
        prepare: makes the library of a version before it counts, so that it opens at once.
        tell: told what was wrong with what the user keeps, where no window says it.
    """
    from feltperm.desk.sticks.relay import Relay  # noqa: PLC0415
    from feltperm.desk.updates.holdings import Holdings  # noqa: PLC0415  see the module's docstring
    from feltperm.desk.updates.intake import Intake  # noqa: PLC0415
    from feltperm.desk.updates.link import Link  # noqa: PLC0415
    from feltperm.desk.updates.senders import Senders  # noqa: PLC0415
    from feltperm.desk.updates.sources import Sources  # noqa: PLC0415
    from feltperm.desk.updates.update import Updates  # noqa: PLC0415
    from feltperm.desk.updates.update_desk import UpdateDesk  # noqa: PLC0415
    from feltperm.packs.disk.assets import Assets  # noqa: PLC0415
    from feltperm.packs.disk.store import Store  # noqa: PLC0415
    from feltperm.packs.schedule import CheckLog  # noqa: PLC0415
    from feltperm.packs.trust.repository import Repository  # noqa: PLC0415
    from feltperm.packs.trust.source import SourceList  # noqa: PLC0415

    keep_private(paths)
    listed = SourceList(paths.sources, paths.preinstalled)
    store = Store(paths.packs)

    def visit(source: Source, carrier: Carrier, scratch: Path | None = None) -> Repository:
        metadata = scratch / "metadata" if scratch else listed.metadata(source.key)
        work = (scratch or paths.updates) / "targets"
        return Repository(source, metadata, work, carrier, now)

    intake = Intake(
        store=store,
        holdings=Holdings(store, bundled or resource("compiled/national.jsonl")),
        senders=Senders(listed, store),
        assets=Assets(paths.assets),
        log=CheckLog(paths.updates_file),
        work=paths.updates,
        prepare=prepare or (lambda installed: _prepare(paths, installed)),
    )
    link = Link(carry or _carrying(paths.updates / "parts"), visit)
    return UpdateDesk(
        updates=Updates(intake, link, now),
        relay=Relay(intake, link, lambda: _shareable(paths, now, tell), now),
        sources=Sources(listed, intake, link),
    )


def _carrying(parts: Path) -> Carry:
    """Return what makes carriers: over HTTP where no folder is given."""
    from feltperm.packs.carrying.sources_folder import FolderCarrier  # noqa: PLC0415
    from feltperm.packs.carrying.sources_http import HttpCarrier  # noqa: PLC0415

    def carry(folder: Path | None, transfer: Transfer) -> Carrier:
        if folder is not None:
            return FolderCarrier(folder, transfer)
        return HttpCarrier(transfer, parts)

    return carry


def _prepare(paths: Paths, installed: Installed) -> None:
    """Make the library that will be looked for when a version counts.

    A cache that takes no writes is no reason to refuse content: opening goes another way then.

    Raises:
        ContentDamaged: the version cannot stand in a library with the rest.
        DiskFull: there is no room for the library, and without it search would stay old.
    """
    from feltperm import app_desk  # noqa: PLC0415  it builds the rest of the program
    from feltperm.binder import look_into_binder  # noqa: PLC0415
    from feltperm.desk.content.content import with_pack  # noqa: PLC0415
    from feltperm.desk.content.start import renew_library  # noqa: PLC0415
    from feltperm.search import SearchIndex  # noqa: PLC0415

    # what is wrong with a binder is told, and mended, where it is opened for a person
    with look_into_binder(paths.binder, paths.backups) as binder:
        content = app_desk.content_of(paths, binder, SearchIndex())
    with suppress(ReadOnly):
        renew_library(content, with_pack(content, installed))


@contextmanager
def _shareable(
    paths: Paths, now: Callable[[], datetime], tell: Callable[[str], object]
) -> Iterator[Shareable]:
    """Open what the user keeps, for the calling thread."""
    from feltperm import app_desk  # noqa: PLC0415  it builds the rest of the program

    desk = app_desk.open_desk(paths, now=now)
    for sentence, _detail in desk.notices:
        tell(sentence)
    try:
        yield desk
    finally:
        desk.close()
