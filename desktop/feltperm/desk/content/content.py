"""What a library is made of: the bundled pack, the installed ones, and which of them count."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from feltperm.catalogue.areas import Geography
from feltperm.catalogue.build import Index
from feltperm.catalogue.dates import told_day
from feltperm.catalogue.library import OWN_PACK
from feltperm.catalogue.records import Pack
from feltperm.errors import ContentDamaged, ContentTooNew
from feltperm.packs.disk.store import Installed, Store
from feltperm.packs.format import decode
from feltperm.wording import say

__all__ = [
    "Content", "ContentNotice", "choose", "identify", "passed_over", "with_installed", "with_pack",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Content:
    """Where content comes from and what a library is made with.

    Attributes:
        pack: the bundled pack, ``compiled/national.jsonl``.
        installed: the current files of the packs in the profile.
        pinned: the ids of the packs that the user went back with: of these the installed version
            counts, or the bundled one where none is installed, whatever their seq.
        prebuilt: the folder of the library that ships with the program, ``compiled/``.
        cache: where a library is built when the prebuilt one does not serve; made if missing.
        index: the search room's part of a library.
        geography: gives the municipalities; called only when a library must be built.
        own: the pack of the user's own records, from the binder; None where there are none.
    """

    pack: Path
    prebuilt: Path
    cache: Path
    index: Index
    geography: Callable[[], Geography]
    installed: tuple[Path, ...] = ()
    pinned: frozenset[str] = frozenset()
    own: Pack | None = None

    @property
    def own_packs(self) -> tuple[Pack, ...]:
        """The pack of the own records, if there are any."""
        return () if self.own is None else (self.own,)


@dataclass(frozen=True, slots=True)
class ContentNotice:
    """What the user must hear: one or two sentences, and the technical detail behind them."""

    text: str
    detail: str = ""


def with_installed(content: Content, store: Store) -> Content:
    """Return the content with what a profile holds now."""
    return replace(
        content,
        installed=tuple(one.path for one in store.installed()),
        pinned=store.pinned(),
    )


def with_pack(content: Content, new: Installed) -> Content:
    """Return the content as it is when this version counts in place of another."""
    others = [path for path in content.installed if path.parent != new.path.parent]
    return replace(
        content,
        installed=tuple(sorted((*others, new.path))),
        pinned=content.pinned | {new.pack} if new.pinned else content.pinned - {new.pack},
    )


def choose(content: Content, bundled: Pack) -> tuple[dict[Path, Pack], tuple[ContentNotice, ...]]:
    """Return the packs that count, by file and without their records."""
    newest: dict[str, tuple[Path, Pack]] = {bundled.header.pack: (content.pack, bundled)}
    notices = []
    for path in content.installed:
        try:
            pack = identify(path)
            if pack.header.pack == OWN_PACK:
                raise ContentDamaged("", f"{path.name}: {OWN_PACK!r} is what the user has written")
        except ContentDamaged as damage:
            notices.append(passed_over(damage))
            continue
        held = newest.get(pack.header.pack)
        newer = held is None or held[1].header.seq < pack.header.seq
        if newer or pack.header.pack in content.pinned:
            newest[pack.header.pack] = (path, pack)
    for path, pack in newest.values():
        if pack.header.pack in content.pinned:
            notices.append(_gone_back(path, pack))
    return dict(newest.values()), tuple(notices)


def _gone_back(path: Path, pack: Pack) -> ContentNotice:
    """Say, for as long as it is so, that the user has chosen older content."""
    text = say(
        "Du har gått tilbake til innholdet fra {date}. Nyere tas ikke i bruk av seg selv.",
        date=told_day(pack.header.published),
    )
    return ContentNotice(text, f"{pack.header.pack}: {path.name} is pinned")


def passed_over(damage: ContentDamaged) -> ContentNotice:
    """Say that a pack is not used, and whether a newer program would."""
    newer = isinstance(damage, ContentTooNew)
    why = say("krever en nyere versjon av Feltperm") if newer else say("er skadet")
    text = say("Et lokalt innhold {why} og brukes ikke. Resten virker som før.", why=why)
    return ContentNotice(text, damage.detail)


def identify(path: Path) -> Pack:
    """Return header and sha256 of a pack, without its records.

    Raises:
        ContentDamaged: the file cannot be read, or its first line is no header.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ContentDamaged(
            say("Innholdet kan ikke leses."), f"{path.name}: {error.strerror}"
        ) from error
    line, end, _ = data.partition(b"\n")
    try:
        alone = decode(line + end)
    except ContentDamaged as error:
        raise type(error)(error.message, f"{path.name}: {error.detail}") from error
    return msgspec.structs.replace(alone, sha256=hashlib.sha256(data).hexdigest())
