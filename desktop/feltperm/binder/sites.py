"""Own places: the address read out to 113 and the box on a poster (SCREENS 2.3, 2.4)."""

from __future__ import annotations

import re
import sqlite3
import unicodedata

import msgspec

from feltperm.binder.conditions import SiteRefused
from feltperm.binder.connection import Row, Store
from feltperm.binder.text import tidy
from feltperm.errors import NotFound
from feltperm.wording import say

__all__ = ["MAX_TEXT", "Site", "Sites"]

#: Longest field in characters: far more than a site box or a call can use.
MAX_TEXT = 1000
_SHA256 = re.compile("[0-9a-f]{64}")


class Site(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A place. Empty means not stated; the first five fields are as a person writes them.

    Attributes:
        name: unique among the sites, however it is spelled in capitals and spaces.
        hours: in words; where they follow a record, what was last seen of its hours.
        is_default: the place used when none is chosen; exactly one site is.
        hours_from: ``pack/id`` of the service whose hours are those of the place.
        logo: the sha256 of a checked file (:class:`feltperm.binder.files.KeptFiles`).
        logo_alt: what the logo shows, for those who do not see it; stands with every logo.
    """

    name: str
    address: str = ""
    phone: str = ""
    hours: str = ""
    note: str = ""
    is_default: bool = False
    hours_from: str = ""
    logo: str = ""
    logo_alt: str = ""

    def tidy(self) -> Site:
        """Return the site as it is kept: NFC, no stray spaces, no control characters.

        Raises:
            SiteRefused: there is no name, a logo has no words, or a field is longer than
                :data:`MAX_TEXT`.
        """
        fields = {field: tidy(getattr(self, field)) for field in _TEXTS}
        if not fields["name"]:
            raise SiteRefused(say("Stedet mangler navn. Skriv et navn, og lagre igjen."))
        if fields["logo"] and not fields["logo_alt"]:
            raise SiteRefused(
                say("Logoen mangler en beskrivelse. Skriv hva den viser, og lagre igjen.")
            )
        for field, text in fields.items():
            if len(text) > MAX_TEXT:
                raise SiteRefused(
                    say("Teksten er for lang. Det er plass til {n} tegn.", n=MAX_TEXT),
                    f"{field}: {len(text)}",
                )
        if not _SHA256.fullmatch(fields["logo"]):
            fields["logo"] = fields["logo_alt"] = ""
        return msgspec.structs.replace(self, **fields)


def _key(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", tidy(name)).casefold().split())


_TEXTS = ("name", "address", "phone", "hours", "note", "hours_from", "logo", "logo_alt")
_COLUMNS = ", ".join(Site.__struct_fields__)


def _site(row: Row) -> Site:
    fields = dict(zip(Site.__struct_fields__, row, strict=True))
    return Site(**{**fields, "is_default": bool(fields["is_default"])})


class Sites:
    """The places of one binder. Every write can raise DiskFull and ReadOnly."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def list(self) -> tuple[Site, ...]:
        """Return all sites, the default first, the others by name."""
        rows = self._store.rows(f"SELECT {_COLUMNS} FROM sites ORDER BY is_default DESC, name_key")
        return tuple(_site(row) for row in rows)

    def get(self, name: str) -> Site | None:
        """Return the site of that name, capitals and spaces aside, or None."""
        rows = self._store.rows(f"SELECT {_COLUMNS} FROM sites WHERE name_key = ?", (_key(name),))
        return _site(rows[0]) if rows else None

    def default(self) -> Site | None:
        """Return the default site; None only when there are no sites."""
        rows = self._store.rows(f"SELECT {_COLUMNS} FROM sites WHERE is_default")
        return _site(rows[0]) if rows else None

    def add(self, site: Site) -> Site:
        """Keep a new site and return it as kept; the first one becomes the default.

        Raises:
            SiteRefused: the name is missing or taken, or a text is too long.
        """
        site = site.tidy()
        with self._store.write() as connection:
            self._refuse_taken(connection, site.name)
            self._insert(connection, site)
        return self._kept(site.name)

    def update(self, name: str, site: Site) -> Site:
        """Replace the site called ``name``, which may change its name too; return it as kept.

        The default stays the default until another site takes over.

        Raises:
            NotFound: there is no site of that name.
            SiteRefused: the new name is missing or another site's, or a text is too long.
        """
        site = site.tidy()
        with self._store.write() as connection:
            old = self._take(connection, name)
            if old is None:
                raise NotFound(say("Stedet finnes ikke i permen."), name)
            self._refuse_taken(connection, site.name)
            self._insert(connection, msgspec.structs.replace(
                site, is_default=site.is_default or old.is_default
            ))  # fmt: skip
            for column in ("box", "site"):  # what hangs there or names it follows the new name
                connection.execute(
                    f"UPDATE prints SET {column} = ? WHERE {column} = ?", (site.name, old.name)
                )
        return self._kept(site.name)

    def remove(self, name: str) -> Site | None:
        """Take a site away; return what :meth:`put_back` takes, or None if there was none.

        When it was the default, the first of the others by name takes over.
        """
        with self._store.write() as connection:
            site = self._take(connection, name)
            self._ensure_default(connection)
        return site

    def put_back(self, site: Site) -> None:
        """Undo a removal; a default is the default again. A name taken since: no change."""
        with self._store.write() as connection:
            taken = connection.execute(
                "SELECT 1 FROM sites WHERE name_key = ?", (_key(site.name),)
            ).fetchone()
            if not taken:
                self._insert(connection, site)

    def _kept(self, name: str) -> Site:
        site = self.get(name)
        assert site is not None, "the transaction that kept it has just ended"
        return site

    @staticmethod
    def _refuse_taken(connection: sqlite3.Connection, name: str) -> None:
        if connection.execute("SELECT 1 FROM sites WHERE name_key = ?", (_key(name),)).fetchone():
            raise SiteRefused(say("«{name}» finnes allerede. Velg et annet navn.", name=name))

    @staticmethod
    def _take(connection: sqlite3.Connection, name: str) -> Site | None:
        row = connection.execute(
            f"SELECT {_COLUMNS} FROM sites WHERE name_key = ?", (_key(name),)
        ).fetchone()
        connection.execute("DELETE FROM sites WHERE name_key = ?", (_key(name),))
        return None if row is None else _site(row)

    def _insert(self, connection: sqlite3.Connection, site: Site) -> None:
        if site.is_default:
            connection.execute("UPDATE sites SET is_default = 0 WHERE is_default")
        connection.execute(
            f"INSERT INTO sites (name_key, {_COLUMNS}) VALUES (?{', ?' * len(_TEXTS)}, ?)",
            (_key(site.name), *msgspec.structs.astuple(site)),
        )
        self._ensure_default(connection)

    @staticmethod
    def _ensure_default(connection: sqlite3.Connection) -> None:
        """There is exactly one default when there are any sites; an index forbids a second."""
        connection.execute(
            "UPDATE sites SET is_default = 1"
            " WHERE name_key = (SELECT min(name_key) FROM sites)"
            " AND NOT EXISTS (SELECT 1 FROM sites WHERE is_default)"
        )
