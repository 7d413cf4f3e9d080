"""What there is to show at this moment: bundled, come since, and written by the user."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from feltperm.binder import Binder
from feltperm.catalogue.areas import Geography
from feltperm.catalogue.build import Index
from feltperm.desk.content.content import Content
from feltperm.desk.own import own_pack
from feltperm.packs.disk.store import Store

__all__ = ["gather"]


def gather(
    compiled: Path,
    packs: Path,
    cache: Path,
    binder: Binder,
    index: Index,
    geography: Callable[[], Geography],
) -> Content:
    """Return the content as it is now.

    Args:
        compiled: the folder of what ships with the program.
        packs: the folder of the packs that have come since.
        cache: where libraries are built.
        index, geography: as in :class:`~feltperm.desk.content.content.Content`.
    """
    store = Store(packs)
    return Content(
        pack=compiled / "national.jsonl",
        prebuilt=compiled,
        cache=cache,
        index=index,
        geography=geography,
        installed=tuple(one.path for one in store.installed()),
        pinned=store.pinned(),
        own=own_pack(binder.own_records.list()),
    )
