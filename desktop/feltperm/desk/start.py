"""Opening the content: the prebuilt library, one made before, or one built now.

A library is named after the packs and the index it was made of, so whether one fits is a question
of its name. The pack itself is hashed, and parsed only when a library must be built: opening is
what happens at every start. What is damaged is passed over as long as something else is whole.
"""

from __future__ import annotations

import hashlib
import logging
import os
import shutil
import tempfile
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from feltperm.catalogue.areas import Geography
from feltperm.catalogue.build import Index, Progress, build_library, library_name
from feltperm.catalogue.dates import long_date
from feltperm.catalogue.library import OWN_PACK, Library
from feltperm.catalogue.records import Pack, PackHeader
from feltperm.errors import (
    Condition,
    ContentDamaged,
    ContentTooNew,
    DiskFull,
    ReadOnly,
    UnfitPack,
)
from feltperm.packs.format import decode, read_pack

__all__ = ["Content", "ContentNotice", "OpenedLibrary", "open_library"]

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Content:
    """Where content comes from and what a library is made with.

    Attributes:
        pack: the bundled pack, ``compiled/national.jsonl``.
        installed: the current files of the packs in the profile.
        prebuilt: the folder of the library that ships with the program, ``compiled/``.
        cache: where a library is built when the prebuilt one does not serve; made if missing.
        index: the search room's part of a library.
        geography: gives the municipalities; called only when a library must be built.
    """

    pack: Path
    prebuilt: Path
    cache: Path
    index: Index
    geography: Callable[[], Geography]
    installed: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class ContentNotice:
    """What the user must hear: one or two sentences, and the technical detail behind them."""

    text: str
    detail: str = ""


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

    Where both hold a pack, the one with the higher seq counts.

    Damage deep in a library shows only when that part is read, as ContentDamaged. Then close it
    and call this again with the file in ``distrusted``: a sound one is built in the cache, and the
    cache comes before the prebuilt one from then on.

    Args:
        content: where everything lies.
        progress: told how far a build is; may raise to stop it, which leaves nothing behind.
        distrusted: libraries not to be opened, however whole they look.

    Raises:
        ContentDamaged: neither the pack nor any library is whole.
        DiskFull: a library must be built and there is no room for one anywhere.
    """
    try:
        known = _identify(content.pack)
        chosen, notices = _chosen(content, known)
        name = library_name(chosen.values(), content.index)
        _forget(content.cache / name, distrusted)
        for path in (content.cache / name, content.prebuilt / name):
            if library := _try_open(path, distrusted):
                return OpenedLibrary(library, notices)
        _compare_with_prebuilt(known, content)
        geography = content.geography()
    except ContentDamaged as damage:
        return _without_pack(content, damage, distrusted)
    try:
        opened = _build(_read(chosen), name, content, geography, progress, distrusted)
    except UnfitPack as damage:
        path = next(path for path, pack in chosen.items() if pack.header.pack == damage.pack)
        if path == content.pack:
            return _without_pack(content, damage, distrusted)
        # go on as if it were not there
        rest = tuple(one for one in content.installed if one != path)
        opened = open_library(replace(content, installed=rest), progress, distrusted)
        notices = (_passed_over(damage),)
    opened.notices = (*notices, *opened.notices)
    return opened


def _chosen(content: Content, bundled: Pack) -> tuple[dict[Path, Pack], tuple[ContentNotice, ...]]:
    """Return the packs that count, by file and without their records."""
    newest: dict[str, tuple[Path, Pack]] = {bundled.header.pack: (content.pack, bundled)}
    notices = []
    for path in content.installed:
        try:
            pack = _identify(path)
            if pack.header.pack == OWN_PACK:
                raise ContentDamaged("", f"{path.name}: {OWN_PACK!r} is what the user has written")
        except ContentDamaged as damage:
            notices.append(_passed_over(damage))
            continue
        held = newest.get(pack.header.pack)
        if held is None or held[1].header.seq < pack.header.seq:
            newest[pack.header.pack] = (path, pack)
    return dict(newest.values()), tuple(notices)


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


def _passed_over(damage: ContentDamaged) -> ContentNotice:
    newer = isinstance(damage, ContentTooNew)
    why = "krever en nyere versjon av Feltperm" if newer else "er skadet"
    text = f"Et lokalt innhold {why} og brukes ikke. Resten virker som før."
    return ContentNotice(text, damage.detail)


def _forget(path: Path, distrusted: Collection[Path]) -> None:
    """Delete a library in the cache that has turned out to be damaged, or it is met again."""
    if path in distrusted:
        with suppress(OSError):
            path.unlink()


def _identify(path: Path) -> Pack:
    """Return header and sha256 of a pack, without its records.

    Raises:
        ContentDamaged: the file cannot be read, or its first line is no header.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ContentDamaged(
            "Innholdet kan ikke leses.", f"{path.name}: {error.strerror}"
        ) from error
    line, end, _ = data.partition(b"\n")
    try:
        alone = decode(line + end)
    except ContentDamaged as error:
        raise type(error)(str(error), f"{path.name}: {error.detail}") from error
    return msgspec.structs.replace(alone, sha256=hashlib.sha256(data).hexdigest())


def _try_open(path: Path, distrusted: Collection[Path]) -> Library | None:
    """Open a library if it is there and looks whole."""
    if path in distrusted or not os.path.exists(path):  # noqa: PTH110  Path.exists can raise
        return None
    try:
        return Library(path)
    except ContentDamaged as damage:
        _log.warning("passing over a library: %s", damage.detail)
        return None


def _compare_with_prebuilt(known: Pack, content: Content) -> None:
    """Ask the prebuilt library whether the pack still is what it was made of.

    A flipped bit in a telephone number leaves a pack that reads well. But a release is one
    sequence of bytes: the same number with other bytes is damage.

    Raises:
        ContentDamaged: it is not.
    """
    release = (known.header.pack, known.header.seq)
    for _, packs in _usable(content.prebuilt, content.index, ()):
        for pack in packs:
            if (pack.header.pack, pack.header.seq) == release and pack.sha256 != known.sha256:
                raise ContentDamaged(
                    "Innholdet er skadet.", f"{content.pack.name}: not the bytes of its release"
                )


def _usable(
    folder: Path, index: Index, distrusted: Collection[Path]
) -> list[tuple[Path, list[Pack]]]:
    """Return the whole libraries of a folder that this index made, newest first.

    Each comes with the packs it was built from, without their records.
    """
    found = []
    for path in sorted(folder.glob("library-*.sqlite")):
        if library := _try_open(path, distrusted):
            with library:
                packs = [
                    Pack(header=header, records=(), sha256=library.sha256(header.pack))
                    for header in library.headers()
                ]
            if library_name(packs, index) == path.name:
                found.append((path, packs))
    return sorted(found, key=lambda one: _published(one[1]), reverse=True)


def _published(packs: list[Pack]) -> str:
    """The day of the first pack, which is the national one."""
    return packs[0].header.published if packs else ""


def _without_pack(
    content: Content, damage: ContentDamaged, distrusted: Collection[Path]
) -> OpenedLibrary:
    """Go on with a library alone; it holds all that the pack held.

    Raises:
        ContentDamaged: there is none.
    """
    for folder in (content.prebuilt, content.cache):
        for path, packs in _usable(folder, content.index, distrusted):
            text = f"Innholdet var skadet. Vi bruker det fra {long_date(_published(packs))}."
            return OpenedLibrary(Library(path), (ContentNotice(text, damage.detail),))
    raise ContentDamaged(
        "Innholdet er skadet og kan ikke vises. Akuttkortet (F2) virker, og permen er trygg.",
        damage.detail,
    ) from damage


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
        return OpenedLibrary(Library(target))
    except UnfitPack:
        raise
    except (ContentDamaged, DiskFull, ReadOnly) as condition:
        # Another process may have built it meanwhile and hold it open, which Windows minds.
        if library := _try_open(target, distrusted):
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
        "Søkedataene kan ikke lagres her. Oppstarten tar litt lenger tid.",
        refused.detail or str(refused),
    )
    return OpenedLibrary(opened, (notice,), temporary)
