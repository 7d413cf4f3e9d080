"""Choices that belong to the person's binder, not to the window: the municipality, for one."""

from __future__ import annotations

from feltperm.binder.connection import Store

__all__ = ["Settings"]


class Settings:
    """A small store of texts by key. Every write can raise DiskFull and ReadOnly."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, key: str, default: str = "") -> str:
        """Return the value of a key, or ``default`` when it was never set."""
        rows = self._store.rows("SELECT value FROM settings WHERE key = ?", (key,))
        return str(rows[0][0]) if rows else default

    def set(self, key: str, value: str) -> None:
        """Keep a value; writes nothing when it is the one kept already."""
        if self._store.rows("SELECT 1 FROM settings WHERE key = ? AND value = ?", (key, value)):
            return
        with self._store.write() as connection:
            connection.execute(
                "INSERT INTO settings (key, value) VALUES (?, ?)"
                " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                (key, value),
            )
