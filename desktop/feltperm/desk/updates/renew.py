"""The library of the content to come, made of the one in use.

Only what differs is decoded and touched, so that an update of a large catalogue takes a second or
so and the next opening finds its library ready. What is made equals a library built from nothing,
table by table; where it cannot be made so, it is built.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from feltperm.catalogue.areas import Geography
from feltperm.catalogue.build import Progress, build_library, library_name, update_library
from feltperm.catalogue.library import OWN_PACK
from feltperm.catalogue.records import Pack
from feltperm.catalogue.trust import NATIONAL, spoken_of
from feltperm.desk.content.content import Content, choose, identify
from feltperm.desk.content.libraries import clear, compare_with_prebuilt, try_open
from feltperm.errors import ContentDamaged, UnfitPack
from feltperm.packs.changes import differing
from feltperm.packs.format import read_pack

__all__ = ["renew_library"]

_log = logging.getLogger(__name__)


def renew_library(old: Content, new: Content, progress: Progress | None = None) -> Path:
    """Make the library that :func:`.content.start.open_library` will look for; return it.

    Those of both contents are kept, and older ones in the cache are deleted.

    Args:
        old: what is in use.
        new: what will be.
        progress: told how far it is where all has to be built; may raise to stop that.

    Raises:
        UnfitPack: what is new cannot stand in a library with the rest.
        ContentDamaged: the bundled pack is damaged.
        DiskFull, ReadOnly: there is no room in the cache, or no permission.
    """
    after = _Made.of(new)
    before = _Made.of(old)
    target = new.cache / after.name
    found = _library(new, after.name)
    if found is None:
        compare_with_prebuilt(identify(new.pack), new)
        geography = new.geography()
        if not _updated(old, before, new, after, geography):
            try:
                packs = [*map(read_pack, after.chosen), *new.own_packs]
                build_library(target, packs, new.index, geography, progress)
            except UnfitPack as damage:
                return _without(damage, old, new, progress)
    clear(new.cache, {before.name, after.name})
    return found or target


@dataclass(frozen=True, slots=True)
class _Made:
    """What a library is made of: the packs that count by file, without their records."""

    chosen: Mapping[Path, Pack]
    own: Pack | None
    name: str

    @classmethod
    def of(cls, content: Content) -> _Made:
        chosen, _ = choose(content, identify(content.pack))
        name = library_name([*chosen.values(), *content.own_packs], content.index)
        return cls(chosen, content.own, name)

    def file(self, pack: str) -> Path | None:
        """Return the file of a pack that counts."""
        return next((path for path, one in self.chosen.items() if one.header.pack == pack), None)

    def others(self) -> list[Pack]:
        """Read all packs but the national one, whole."""
        paths = (path for path, one in self.chosen.items() if one.header.pack != NATIONAL)
        return [*map(read_pack, paths), *((self.own,) if self.own else ())]


def _library(content: Content, name: str) -> Path | None:
    """Return the file of a library that is there and looks whole."""
    for path in (content.cache / name, content.prebuilt / name):
        if library := try_open(path, ()):
            library.close()
            return path
    return None


def _updated(old: Content, before: _Made, new: Content, after: _Made, geography: Geography) -> bool:
    """Make the library of ``new`` from that of ``old``; whether that could be done."""
    source = _library(old, before.name)
    if source is None:
        return False
    try:
        packs = _differing(before, after)
        update_library(source, new.cache / after.name, *packs, new.index, geography)
    except ContentDamaged as damage:
        _log.warning("the library is built anew: %s", damage.detail)
        return False
    return True


def _differing(before: _Made, after: _Made) -> tuple[list[Pack], list[Pack]]:
    """Return the packs of both with as few records as the difference takes.

    Of the national pack that is what differs, and what the records of others speak of: it decides
    what of them holds. The other packs are small, and are there whole.
    """
    old, new = before.others(), after.others()
    files = before.file(NATIONAL), after.file(NATIONAL)
    if files[0] and files[1]:
        needed = _spoken_of([*old, *new])
        pair = differing(files[0].read_bytes(), files[1].read_bytes(), needed)
        return [pair[0], *old], [pair[1], *new]
    return (
        [*([read_pack(files[0])] if files[0] else []), *old],
        [*([read_pack(files[1])] if files[1] else []), *new],
    )


def _spoken_of(packs: Iterable[Pack]) -> set[str]:
    return {name for pack in packs for record in pack.records for name in spoken_of(record)}


def _without(damage: UnfitPack, old: Content, new: Content, progress: Progress | None) -> Path:
    """Go on without a pack that was unfit before; opening passes it over too.

    Raises:
        UnfitPack: it is what is new.
    """
    if damage.pack == OWN_PACK and old.own == new.own:
        return renew_library(replace(old, own=None), replace(new, own=None), progress)
    unfit = [path for path in new.installed if path.parent.name == damage.pack]
    if not unfit or not set(unfit) <= set(old.installed):
        raise damage
    kept = [
        replace(one, installed=tuple(path for path in one.installed if path not in unfit))
        for one in (old, new)
    ]
    return renew_library(kept[0], kept[1], progress)
