"""Keeping things: stars, places, and what was last seen of a record that has left the content."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol, TypeAlias

import msgspec

from feltperm.binder import Backup, Binder, Favourite, ListedRecord, Site, SiteRefused
from feltperm.catalogue.library import Entry, Ref, Row
from feltperm.catalogue.records import Status
from feltperm.desk.alerts import ChangeNow
from feltperm.desk.places import checked, followed_hours
from feltperm.errors import NotFound
from feltperm.wording import say

__all__ = ["ChangeOf", "Keeper", "KeptRecord", "Shelf", "beside_now", "site_from_json"]

#: Says what an alert makes of a record today, by what the record says itself.
ChangeOf: TypeAlias = Callable[[Ref, Status], ChangeNow | None]
#: A file that describes one site is a few hundred bytes.
_MAX_SITE_FILE = 64 * 1024


class Shelf(Protocol):
    """As much of :class:`feltperm.catalogue.library.Library` as is needed here."""

    def get(self, ref: Ref, /) -> Entry | None:
        """Return the record with this identity."""

    def find(self, record_id: str, /) -> Entry | None:
        """Return the record with this bare id, the national one first."""

    def row(self, ref: Ref, /) -> Row | None:
        """Return what a list shows of a record."""


@dataclass(frozen=True, slots=True)
class KeptRecord:
    """A favourite, or a record of another list, beside what the content says about it now.

    Attributes:
        favourite: as kept; its title and phone are those last seen.
        row: as it is now; None when the record has left the content.
        change: what an alert says of it today.
    """

    favourite: Favourite | ListedRecord
    row: Row | None
    change: ChangeNow | None = None

    @property
    def ref(self) -> Ref:
        """The record's identity."""
        return Ref(self.favourite.pack, self.favourite.id)

    @property
    def gone(self) -> bool:
        """True when only the last seen facts are left."""
        return self.row is None

    @property
    def title(self) -> str:
        """The title as it is, else as last seen."""
        return self.row.title if self.row else self.favourite.title

    @property
    def phone(self) -> str:
        """The first number as it is, else as last seen; may be empty."""
        return self.row.phone if self.row else self.favourite.phone


class Keeper:
    """The use cases of the binder. Every write can raise DiskFull and ReadOnly.

    A record is named ``pack/id``, or by its bare id as on the command line.

    Args:
        binder: the open binder; this object lives on the same thread.
        library: what the records are now.
        clock: gives the local time.
        change_of: says what an alert makes of a record today, by what the record says itself.
    """

    def __init__(
        self,
        binder: Binder,
        library: Shelf,
        clock: Callable[[], datetime],
        change_of: ChangeOf,
    ) -> None:
        self._binder = binder
        self._library = library
        self._clock = clock
        self._change_of = change_of

    def favourites(self) -> tuple[KeptRecord, ...]:
        """Return the starred records in their order."""
        return tuple(map(self._kept, self._binder.favourites.list()))

    def refs(self) -> set[str]:
        """Return ``pack/id`` of all starred records, for the stars in a list."""
        return {str(Ref(kept.pack, kept.id)) for kept in self._binder.favourites.list()}

    def is_starred(self, name: str) -> bool:
        """Say whether a record has a star."""
        return self._starred(name) is not None

    def star(self, name: str) -> Favourite:
        """Star a record; one that is starred keeps its place.

        Raises:
            NotFound: the content has no such record.
        """
        row = self._row(name)
        if row is None:
            raise NotFound(say("Fant ikke «{name}».", name=name[:80]))
        now = self._clock().isoformat(timespec="seconds")
        return self._binder.favourites.add(_seen(row, now))

    def unstar(self, name: str) -> Favourite | None:
        """Take a star away; return what :meth:`put_back` takes, None if there was no star."""
        kept = self._starred(name)
        return self._binder.favourites.remove(kept.pack, kept.id) if kept else None

    def toggle(self, name: str) -> bool:
        """Star, or take the star away; return whether there is one now.

        Raises:
            NotFound: it is not starred, and the content has no such record.
        """
        if self.unstar(name):
            return False
        self.star(name)
        return True

    def put_back(self, removed: Favourite | None) -> None:
        """Undo :meth:`unstar`: the favourite comes back at its place."""
        if removed is not None:
            self._binder.favourites.put_back(removed)

    def refresh(self) -> int:
        """Take over titles, numbers and hours as the content has them now; return how many changed.

        For when content was opened or changed. A binder that cannot be written is left alone.
        """
        if not self._binder.writable:
            return 0
        rows = (kept.row for kept in self.favourites())
        changed = self._binder.favourites.refresh([_seen(row) for row in rows if row])
        return changed + sum(map(self._follow, self.sites()))

    def sites(self) -> tuple[Site, ...]:
        """Return the sites, the default first."""
        return self._binder.sites.list()

    def site(self, name: str) -> Site:
        """Return a site by name, capitals and spaces aside.

        Raises:
            NotFound: there is none; the sentence names those there are.
        """
        if site := self._binder.sites.get(name):
            return site
        names = ", ".join(f"«{site.name}»" for site in self.sites()[:5])
        if not names:
            raise NotFound(say("Fant ikke stedet «{name}».", name=name[:80]))
        raise NotFound(
            say("Fant ikke stedet «{name}». Du har {names}.", name=name[:80], names=names)
        )

    def site_for(self, name: str) -> Site | None:
        """Return the site that ``--site NAME|F.json`` means; the default one for an empty name.

        Raises:
            NotFound, SiteRefused: no such site or file, or the file holds no site.
        """
        if not name:
            return self._binder.sites.default()
        if name.lower().endswith(".json") and self._binder.sites.get(name) is None:
            return site_from_json(Path(name))
        return self.site(name)

    def default_address(self) -> str:
        """Return the address of the default site for the emergency card; may be empty."""
        site = self._binder.sites.default()
        return site.address if site else ""

    def add_site(self, site: Site, logo: bytes = b"") -> Site:
        """Keep a new site; return it as kept.

        Args:
            logo: a logo that the press has checked; none leaves the one that the site names.

        Raises:
            SiteRefused: see :func:`feltperm.desk.places.checked`; or the name is taken.
        """
        return self._binder.sites.add(self._checked(site, logo))

    def update_site(self, name: str, site: Site, logo: bytes = b"") -> Site:
        """Replace the site called ``name``; return it as kept.

        Raises:
            NotFound, SiteRefused: see :meth:`feltperm.binder.sites.Sites.update` and
                :meth:`add_site`.
        """
        return self._binder.sites.update(name, self._checked(site, logo))

    def logo(self, site: Site) -> bytes:
        """Return the logo of a site as PNG; empty where it has none, or it is not there."""
        return self._binder.files.read(site.logo) or b""

    def remove_site(self, name: str) -> Site | None:
        """Take a site away; return what :meth:`put_site_back` takes, None if there was none."""
        return self._binder.sites.remove(name)

    def put_site_back(self, removed: Site | None) -> None:
        """Undo :meth:`remove_site`."""
        if removed is not None:
            self._binder.sites.put_back(removed)

    def backups(self) -> tuple[Backup, ...]:
        """Return the dated backups of the binder, newest first."""
        return self._binder.backups()

    def restore(self, backup: Path) -> Path | None:
        """Put a backup in place of what the binder holds; return where that is kept now.

        Raises:
            BackupDamaged, BinderTooNew, DiskFull, ReadOnly: nothing was changed.
        """
        return self._binder.restore(backup, self._clock())

    def _checked(self, site: Site, logo: bytes) -> Site:
        """Return the site as it may be kept; the file it names is kept before it."""
        if logo:
            site = msgspec.structs.replace(site, logo=self._binder.files.keep(logo))
        return checked(site, self._library.get, self._clock().date())

    def _follow(self, site: Site) -> bool:
        """Keep the hours of the record that a site follows for the day it goes."""
        if not site.hours_from:
            return False
        hours = followed_hours(site.hours_from, self._library.get, self._clock().date())
        if hours is None or hours == site.hours:
            return False
        self._binder.sites.update(site.name, msgspec.structs.replace(site, hours=hours))
        return True

    def _kept(self, favourite: Favourite) -> KeptRecord:
        return beside_now(favourite, self._library, self._change_of)

    def _row(self, name: str) -> Row | None:
        if "/" in name:
            return self._library.row(Ref.parse(name))
        entry = self._library.find(name)
        return self._library.row(entry.ref) if entry else None

    def _starred(self, name: str) -> Favourite | None:
        """Find the favourite without the content, which the record may have left."""
        if "/" in name:
            return self._binder.favourites.get(*Ref.parse(name))
        same_id = [kept for kept in self._binder.favourites.list() if kept.id == name]
        if len(same_id) < 2:
            return same_id[0] if same_id else None
        entry = self._library.find(name)  # in several packs: the one that would be starred
        return next((kept for kept in same_id if entry and kept.pack == entry.ref.pack), same_id[0])


def beside_now(kept: Favourite | ListedRecord, library: Shelf, change_of: ChangeOf) -> KeptRecord:
    """Return what was kept of a record beside what the content says of it now."""
    ref = Ref(kept.pack, kept.id)
    row = library.row(ref)
    return KeptRecord(kept, row, change_of(ref, row.status) if row else None)


def site_from_json(path: Path) -> Site:
    """Read a site from a file: an object with ``name`` and, where known, the other fields.

    Raises:
        NotFound: there is no such file, or it cannot be read.
        SiteRefused: it does not hold a site; the detail names the field.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_MAX_SITE_FILE + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise NotFound(say("Fant ikke fila «{path}».", path=str(path)[:80]), str(error)) from error
    try:
        site = msgspec.json.decode(data[:_MAX_SITE_FILE].removeprefix(b"\xef\xbb\xbf"), type=Site)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise SiteRefused(
            say("Fila beskriver ikke et sted. Den må ha minst «name»."), f"{path.name}: {error}"
        ) from error
    # a file beside a file is not taken over with it
    return msgspec.structs.replace(site, logo="").tidy()


def _seen(row: Row, added_at: str = "") -> Favourite:
    return Favourite(
        pack=row.ref.pack, id=row.ref.id, kind=row.kind, title=str(row.title), phone=row.phone,
        added_at=added_at,
    )  # fmt: skip
