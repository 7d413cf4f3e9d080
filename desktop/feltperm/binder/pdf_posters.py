"""Posters made elsewhere, which the user brought in as PDF (issue 6, point 7).

The files themselves lie beside the binder (:class:`feltperm.binder.files.KeptFiles`).
"""

from __future__ import annotations

import sqlite3

import msgspec

from feltperm.binder.connection import Store
from feltperm.binder.text import tidy

__all__ = ["MAX_PDF_TITLE", "PdfPoster", "PdfPosters"]

#: Longest title in characters.
MAX_PDF_TITLE = 120


class PdfPoster(msgspec.Struct, frozen=True, kw_only=True):
    """A poster in a file.

    Attributes:
        sha256: the file's name among those that are kept, and what the poster is known by.
        added_on: the ISO day it was brought in.
    """

    sha256: str
    title: str
    pages: int
    added_on: str


_COLUMNS = ", ".join(PdfPoster.__struct_fields__)


class PdfPosters:
    """The posters of one binder. Every write can raise DiskFull and ReadOnly."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def list(self) -> tuple[PdfPoster, ...]:
        """Return all of them, the one brought in last first."""
        rows = self._store.rows(f"SELECT {_COLUMNS} FROM pdf_posters ORDER BY added_on DESC, title")
        return tuple(
            PdfPoster(sha256=sha256, title=title, pages=pages, added_on=added_on)
            for sha256, title, pages, added_on in rows
        )

    def add(self, poster: PdfPoster) -> PdfPoster:
        """Keep a poster; the same file again takes the new title. Return it as it is kept."""
        title = tidy(poster.title)[:MAX_PDF_TITLE].strip() or "Plakat"
        kept = msgspec.structs.replace(poster, title=title)
        with self._store.write() as connection:
            self._delete(connection, poster.sha256)
            connection.execute(
                f"INSERT INTO pdf_posters ({_COLUMNS}) VALUES (?, ?, ?, ?)",
                msgspec.structs.astuple(kept),
            )
        return kept

    def remove(self, sha256: str) -> PdfPoster | None:
        """Take a poster off the list; return what :meth:`add` puts back, or None."""
        found = next((one for one in self.list() if one.sha256 == sha256), None)
        with self._store.write() as connection:
            self._delete(connection, sha256)
        return found

    @staticmethod
    def _delete(connection: sqlite3.Connection, sha256: str) -> None:
        connection.execute("DELETE FROM pdf_posters WHERE sha256 = ?", (sha256,))
