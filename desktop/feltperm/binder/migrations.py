"""The binder's schema: small named steps, each applied once, all pending ones in one transaction.

``sqlite_utils`` applies them. Its import costs 100 ms, so it is loaded only when a step is
missing; whether one is, plain ``sqlite3`` reads from the same table. ``user_version`` is the
number of steps, so the two must agree: if they do not, the file is damaged.

A step that has been released is never changed. After adding one: append it to :data:`STEPS` and
keep a file of the schema before it in ``tests/binder/files``.
"""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import TYPE_CHECKING

from feltperm.binder.conditions import BinderDamaged, BinderTooNew
from feltperm.binder.connection import transaction

if TYPE_CHECKING:
    from sqlite_utils import Database

__all__ = ["NAMES", "STEPS", "applied_steps", "made_on", "migrate"]

_SET = "binder"
_TABLE = "_sqlite_migrations"  # sqlite_utils' own names, letter for letter
_COLUMNS = ["id", "migration_set", "name", "applied_at"]

# Not STRICT tables: SQLite before 3.37 calls a file that has one damaged. The typeof checks do
# the same, and integrity_check reads them too.


def favourites(db: Database) -> None:
    """Starred records, with what was last seen of them in case they leave the content."""
    db.conn.execute(
        """
        CREATE TABLE favourites (
            pack TEXT NOT NULL CHECK (typeof(pack) = 'text'),
            id TEXT NOT NULL CHECK (typeof(id) = 'text'),
            kind TEXT NOT NULL CHECK (typeof(kind) = 'text'),
            title TEXT NOT NULL CHECK (typeof(title) = 'text'),
            phone TEXT NOT NULL CHECK (typeof(phone) = 'text'),
            added_at TEXT NOT NULL CHECK (typeof(added_at) = 'text'),
            position INTEGER NOT NULL CHECK (typeof(position) = 'integer'),
            PRIMARY KEY (pack, id)
        )
        """
    )


def sites(db: Database) -> None:
    """Own places; ``name_key`` is the name as compared, since SQLite folds only ASCII."""
    db.conn.execute(
        """
        CREATE TABLE sites (
            name_key TEXT NOT NULL PRIMARY KEY CHECK (typeof(name_key) = 'text'),
            name TEXT NOT NULL CHECK (typeof(name) = 'text'),
            address TEXT NOT NULL CHECK (typeof(address) = 'text'),
            phone TEXT NOT NULL CHECK (typeof(phone) = 'text'),
            hours TEXT NOT NULL CHECK (typeof(hours) = 'text'),
            note TEXT NOT NULL CHECK (typeof(note) = 'text'),
            is_default INTEGER NOT NULL CHECK (is_default IN (0, 1))
        )
        """
    )
    db.conn.execute("CREATE UNIQUE INDEX one_default_site ON sites (is_default) WHERE is_default")


def settings(db: Database) -> None:
    """Choices by key, as in the municipality."""
    db.conn.execute(
        """
        CREATE TABLE settings (
            key TEXT NOT NULL PRIMARY KEY CHECK (typeof(key) = 'text'),
            value TEXT NOT NULL CHECK (typeof(value) = 'text')
        )
        """
    )


def checklist(db: Database) -> None:
    """What is settled about the measures for a crisis: who, by when, done when."""
    db.conn.execute(
        """
        CREATE TABLE checklist (
            pack TEXT NOT NULL CHECK (typeof(pack) = 'text'),
            id TEXT NOT NULL CHECK (typeof(id) = 'text'),
            responsible TEXT NOT NULL CHECK (typeof(responsible) = 'text'),
            due TEXT NOT NULL CHECK (typeof(due) = 'text'),
            done_on TEXT NOT NULL CHECK (typeof(done_on) = 'text'),
            PRIMARY KEY (pack, id)
        )
        """
    )


def failed_searches(db: Database) -> None:
    """What was searched for in vain; ``query_key`` is the words as compared."""
    db.conn.execute(
        """
        CREATE TABLE failed_searches (
            query_key TEXT NOT NULL PRIMARY KEY CHECK (typeof(query_key) = 'text'),
            query TEXT NOT NULL CHECK (typeof(query) = 'text'),
            times INTEGER NOT NULL CHECK (typeof(times) = 'integer'),
            last_on TEXT NOT NULL CHECK (typeof(last_on) = 'text')
        )
        """
    )


def notes(db: Database) -> None:
    """The user's own words, one note beside a record."""
    db.conn.execute(
        """
        CREATE TABLE notes (
            pack TEXT NOT NULL CHECK (typeof(pack) = 'text'),
            id TEXT NOT NULL CHECK (typeof(id) = 'text'),
            text TEXT NOT NULL CHECK (typeof(text) = 'text'),
            changed_at TEXT NOT NULL CHECK (typeof(changed_at) = 'text'),
            PRIMARY KEY (pack, id)
        )
        """
    )


def own_records(db: Database) -> None:
    """Places that only we know of; ``record`` is the JSON of a pack's line."""
    db.conn.execute(
        """
        CREATE TABLE own_records (
            id TEXT NOT NULL PRIMARY KEY CHECK (typeof(id) = 'text'),
            record TEXT NOT NULL CHECK (typeof(record) = 'text'),
            changed_at TEXT NOT NULL CHECK (typeof(changed_at) = 'text')
        )
        """
    )


def read_alerts(db: Database) -> None:
    """Which alerts have been read; ``version`` stands for what the alert said then."""
    db.conn.execute(
        """
        CREATE TABLE read_alerts (
            pack TEXT NOT NULL CHECK (typeof(pack) = 'text'),
            id TEXT NOT NULL CHECK (typeof(id) = 'text'),
            version TEXT NOT NULL CHECK (typeof(version) = 'text'),
            read_on TEXT NOT NULL CHECK (typeof(read_on) = 'text'),
            PRIMARY KEY (pack, id, version)
        )
        """
    )


def site_details(db: Database) -> None:
    """What a place follows for its hours, and its logo: a file by its sha256, with its words."""
    for column in ("hours_from", "logo", "logo_alt"):
        db.conn.execute(
            f"ALTER TABLE sites ADD COLUMN {column} TEXT NOT NULL DEFAULT ''"
            f" CHECK (typeof({column}) = 'text')"
        )


def prints(db: Database) -> None:
    """Sheets that hang somewhere, or were sent and not answered; ``job`` is JSON without a note."""
    columns = ("job", "box", "site", "place", "hung_on", "printer", "kept_as")
    texts = ", ".join(f"{one} TEXT NOT NULL CHECK (typeof({one}) = 'text')" for one in columns)
    db.conn.execute(f"CREATE TABLE prints (id INTEGER NOT NULL PRIMARY KEY, {texts})")


def collections(db: Database) -> None:
    """Named lists of records; list 0 of ``listed_records`` is what lies in the tray."""
    db.conn.execute(
        """
        CREATE TABLE collections (
            number INTEGER NOT NULL PRIMARY KEY,
            name_key TEXT NOT NULL UNIQUE CHECK (typeof(name_key) = 'text'),
            name TEXT NOT NULL CHECK (typeof(name) = 'text')
        )
        """
    )
    db.conn.execute(
        """
        CREATE TABLE listed_records (
            list INTEGER NOT NULL CHECK (typeof(list) = 'integer'),
            pack TEXT NOT NULL CHECK (typeof(pack) = 'text'),
            id TEXT NOT NULL CHECK (typeof(id) = 'text'),
            kind TEXT NOT NULL CHECK (typeof(kind) = 'text'),
            title TEXT NOT NULL CHECK (typeof(title) = 'text'),
            phone TEXT NOT NULL CHECK (typeof(phone) = 'text'),
            position INTEGER NOT NULL CHECK (typeof(position) = 'integer'),
            PRIMARY KEY (list, pack, id)
        )
        """
    )


def pdf_posters(db: Database) -> None:
    """Posters made elsewhere; ``sha256`` names the file beside the binder."""
    db.conn.execute(
        """
        CREATE TABLE pdf_posters (
            sha256 TEXT NOT NULL PRIMARY KEY CHECK (typeof(sha256) = 'text'),
            title TEXT NOT NULL CHECK (typeof(title) = 'text'),
            pages INTEGER NOT NULL CHECK (typeof(pages) = 'integer'),
            added_on TEXT NOT NULL CHECK (typeof(added_on) = 'text')
        )
        """
    )


def corrections(db: Database) -> None:
    """What somebody here found wrong in the content, and what is right."""
    texts = ("pack", "id", "title", "field", "old", "new", "noted_on", "noted_by", "sent_on",
             "closed_on")  # fmt: skip
    columns = ", ".join(f"{one} TEXT NOT NULL CHECK (typeof({one}) = 'text')" for one in texts)
    db.conn.execute(f"CREATE TABLE corrections (number INTEGER NOT NULL PRIMARY KEY, {columns})")


#: In the order of application; the function's name is the step's name for ever.
STEPS = (
    favourites, sites, settings, checklist, failed_searches, notes, own_records, read_alerts,
    site_details, prints, collections, pdf_posters,
    corrections,
)  # fmt: skip
NAMES = tuple(step.__name__ for step in STEPS)


def made_on(connection: sqlite3.Connection) -> date | None:
    """Return the day (UTC) on which a whole binder was made; None where that cannot be read."""
    (first,) = connection.execute(
        f"SELECT MIN(applied_at) FROM {_TABLE} WHERE migration_set = ?", (_SET,)
    ).fetchone()
    try:
        return date.fromisoformat(str(first)[:10])
    except ValueError:
        return None


def applied_steps(connection: sqlite3.Connection) -> int:
    """Return how many steps the file has had; 0 for an empty database.

    Raises:
        BinderTooNew: all of ours and more: a newer program made it.
        BinderDamaged: the names and the number disagree, or it is some other program's file.
        sqlite3.Error: as it comes.
    """
    known = set(connection.execute("SELECT type, name FROM sqlite_master"))
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if not known and version == 0:
        return 0
    if ("table", _TABLE) not in known:
        raise BinderDamaged("no list of migrations")
    columns = connection.execute(f"SELECT * FROM {_TABLE} LIMIT 0").description
    if [name for name, *_ in columns] != _COLUMNS:
        raise BinderDamaged(f"a list of migrations with the columns {columns}")
    rows = connection.execute(
        f"SELECT name FROM {_TABLE} WHERE migration_set = ? ORDER BY rowid", (_SET,)
    )
    names = tuple(name for (name,) in rows)
    if len(names) != version or names[: len(NAMES)] != NAMES[:version]:
        raise BinderDamaged(f"migrations {names} at version {version}")
    if version > len(NAMES):
        raise BinderTooNew(f"version {version}, this program knows {len(NAMES)}")
    return len(names)


def migrate(connection: sqlite3.Connection) -> None:
    """Apply the missing steps; does nothing, and loads nothing, when there are none.

    Raises:
        BinderTooNew, BinderDamaged: see :func:`applied_steps`; nothing was written.
        sqlite3.Error: as it comes; the transaction is taken back.
    """
    if applied_steps(connection) == len(NAMES):
        return
    from sqlite_utils import Database, Migrations  # noqa: PLC0415  see the module's docstring

    migrations = Migrations(_SET)
    for step in STEPS:
        migrations(name=step.__name__)(step)
    with transaction(connection):
        # Another process may have been quicker while we waited for our turn.
        if applied_steps(connection) < len(NAMES):
            migrations.apply(Database(connection, execute_plugins=False))
            connection.execute(f"PRAGMA user_version = {len(NAMES)}")
