"""Opening the content: the prebuilt library, one made before, or one built now.

A library is named after the packs and the index it was made of, so whether one fits is a question
of its name. The pack itself is hashed, and parsed only when a library must be built: opening is
what happens at every start. What is damaged is passed over as long as something else is whole.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from feltperm.catalogue.areas import Geography
from feltperm.catalogue.build import Progress, build_library, library_name
from feltperm.catalogue.dates import told_day
from feltperm.catalogue.library import OWN_PACK, Library
from feltperm.catalogue.records import Pack, PackHeader
from feltperm.desk.content.content import Content, ContentNotice, choose, identify, passed_over
from feltperm.desk.content.libraries import (
    clear,
    compare_with_prebuilt,
    forget,
    published,
    try_open,
    usable,
)
from feltperm.desk.updates.renew import renew_library
from feltperm.errors import Condition, ContentDamaged, DiskFull, ReadOnly, UnfitPack
from feltperm.packs.format import read_pack
from feltperm.wording import say

__all__ = ["Content", "ContentNotice", "OpenedLibrary", "open_library", "renew_library"]

_OWN_UNFIT = say("Egne oppføringer kan ikke vises. De ligger fortsatt i permen.")


@dataclass(slots=True)
class OpenedLibrary:
    """An open library, for the thread that opened it.

    Attributes:
        library: closed by :meth:`close`.
        notices: what was damaged or could not be kept.
        temporary: the folder of a library that could be kept nowhere; deleted by :meth:`close`.
    """

    library: Library
    notices: tuple[ContentNotice, ...] = ()
    temporary: Path | None = None

    @property
    def path(self) -> Path:
        """The library's file, so that another thread can open its own."""
        return self.library.path

    @property
    def headers(self) -> list[PackHeader]:
        """The headers of the packs in it."""
        return self.library.headers()

    def close(self) -> None:
        """Close the library and delete it if it was temporary; a second call does nothing."""
        self.library.close()
        if self.temporary is not None:
            shutil.rmtree(self.temporary, ignore_errors=True)


def open_library(
    content: Content, progress: Progress | None = None, distrusted: Collection[Path] = ()
) -> OpenedLibrary:
    """Open the library of the bundled and the installed packs, and build it when there is none.

    Where both hold a pack, the one with the higher seq counts, unless the user has gone back.

    Damage deep in a library shows only when that part is read, as ContentDamaged. Then close it
    and call this again with the file in ``distrusted``: a sound one is built in the cache, and the
    cache comes before the prebuilt one from then on.

    Args:
        content: where everything lies.
        progress: told how far a build is; may raise to stop it, which leaves nothing behind.
        distrusted: libraries not to be opened, however whole they look.

    Raises:
        ContentDamaged: neither the pack nor any library is whole.
        DiskFull, ReadOnly: a library must be built, there is no room for one anywhere, and no
            older one to go on with.
    """
    try:
        known = identify(content.pack)
        chosen, notices = choose(content, known)
        name = library_name([*chosen.values(), *content.own_packs], content.index)
        forget(content.cache / name, distrusted)
        for path in (content.cache / name, content.prebuilt / name):
            if library := try_open(path, distrusted):
                return OpenedLibrary(library, notices)
        compare_with_prebuilt(known, content)
        geography = content.geography()
    except ContentDamaged as damage:
        return _without_pack(content, damage, distrusted)
    try:
        packs = [*_read(chosen), *content.own_packs]
        opened = _build(packs, name, content, geography, progress, distrusted)
    except UnfitPack as damage:
        if damage.pack == OWN_PACK:
            opened = open_library(replace(content, own=None), progress, distrusted)
            opened.notices = (ContentNotice(_OWN_UNFIT, damage.detail), *opened.notices)
            return opened
        path = next(path for path, pack in chosen.items() if pack.header.pack == damage.pack)
        if path == content.pack:
            return _without_pack(content, damage, distrusted)
        # go on as if it were not there
        rest = tuple(one for one in content.installed if one != path)
        opened = open_library(replace(content, installed=rest), progress, distrusted)
        notices = (passed_over(damage),)
    except (ContentDamaged, DiskFull, ReadOnly) as refused:
        opened = _older(content, refused, distrusted)
    opened.notices = (*notices, *opened.notices)
    return opened


def _read(chosen: Mapping[Path, Pack]) -> list[Pack]:
    """Read the packs whole.

    Raises:
        UnfitPack: one of them is damaged.
    """
    packs = []
    for path, known in chosen.items():
        try:
            packs.append(read_pack(path))
        except ContentDamaged as damage:
            raise UnfitPack(known.header.pack, damage.detail) from damage
    return packs


def _without_pack(
    content: Content, damage: ContentDamaged, distrusted: Collection[Path]
) -> OpenedLibrary:
    """Go on with a library alone; it holds all that the pack held.

    Raises:
        ContentDamaged: there is none.
    """
    for folder in (content.prebuilt, content.cache):
        for path, packs in usable(folder, content.index, distrusted):
            day = told_day(published(packs))
            text = say("Innholdet var skadet. Vi bruker det fra {date}.", date=day)
            return OpenedLibrary(Library(path), (ContentNotice(text, damage.detail),))
    raise ContentDamaged(
        say("Innholdet er skadet og kan ikke vises. Akuttkortet (F2) virker, og permen er trygg."),
        damage.detail,
    ) from damage


def _older(content: Content, refused: Condition, distrusted: Collection[Path]) -> OpenedLibrary:
    """Go on with the newest library there is, until the right one can be made.

    Raises:
        Condition: the one given; there is none.
    """
    found = [
        one
        for folder in (content.cache, content.prebuilt)
        for one in usable(folder, content.index, distrusted)
    ]
    for path, packs in sorted(found, key=lambda one: published(one[1]), reverse=True):
        day = told_day(published(packs))
        if isinstance(refused, DiskFull):
            text = say("Disken er full. Innholdet fra {date} er i bruk så lenge.", date=day)
        else:
            text = say(
                "Nytt innhold kan ikke lagres. Innholdet fra {date} er i bruk så lenge.", date=day
            )
        return OpenedLibrary(Library(path), (ContentNotice(text, refused.detail),))
    raise refused


def _build(
    packs: Sequence[Pack],
    name: str,
    content: Content,
    geography: Geography,
    progress: Progress | None,
    distrusted: Collection[Path],
) -> OpenedLibrary:
    """Build in the cache, or in a temporary folder where the cache takes nothing."""
    target = content.cache / name
    try:
        build_library(target, packs, content.index, geography, progress)
        clear(content.cache, {name})
        return OpenedLibrary(Library(target))
    except UnfitPack:
        raise
    except (ContentDamaged, DiskFull, ReadOnly) as condition:
        # Another process may have built it meanwhile and hold it open, which Windows minds.
        if library := try_open(target, distrusted):
            return OpenedLibrary(library)
        refused: Condition = condition
    try:
        temporary = Path(tempfile.mkdtemp(prefix="feltperm-"))
    except OSError as error:
        raise refused from error
    try:
        build_library(temporary / name, packs, content.index, geography, progress)
        opened = Library(temporary / name)
    except BaseException:
        shutil.rmtree(temporary, ignore_errors=True)
        raise
    notice = ContentNotice(
        say("Søkedataene kan ikke lagres her. Oppstarten tar litt lenger tid."),
        refused.detail or str(refused),
    )
    return OpenedLibrary(opened, (notice,), temporary)
