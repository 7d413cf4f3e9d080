"""Searches that found nothing, for the publisher: each once, with a count and no time of day.

What looks like a person's data is never kept. That cannot be known of a name, so nothing is kept
unless somebody has asked for it (:mod:`feltperm.desk.failed`).
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date

import msgspec

from feltperm.binder.connection import Store
from feltperm.binder.text import tidy

__all__ = ["MAX_CHARACTERS", "MAX_SEARCHES", "FailedSearch", "FailedSearches", "looks_personal"]

#: How many are kept; the ones not searched for longest make room.
MAX_SEARCHES = 500
#: A longer text is no question: it was pasted, and may hold anything.
MAX_CHARACTERS = 80

#: Numbers of birth, telephones, dates and accounts have five digits or more, however grouped. A
#: year or a section of a law has fewer.
_NUMBER = re.compile(r"\d(?:[\W_]{0,3}\d){4}")
_MAIL = "@"


class FailedSearch(msgspec.Struct, frozen=True, kw_only=True):
    """What was searched for in vain, how often, and on which day (ISO) the last time."""

    query: str
    times: int
    last_on: str


class FailedSearches:
    """The failed searches of one binder. Every write can raise DiskFull and ReadOnly."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def list(self) -> tuple[FailedSearch, ...]:
        """Return them, the most frequent first."""
        rows = self._store.rows(
            "SELECT query, times, last_on FROM failed_searches"
            " ORDER BY times DESC, last_on DESC, query_key"
        )
        return tuple(FailedSearch(query=row[0], times=row[1], last_on=row[2]) for row in rows)

    def add(self, query: str, day: date) -> bool:
        """Count a search; return False where it is not kept: empty, long, or a person's data."""
        wording = " ".join(tidy(query).split())
        if not wording or len(wording) > MAX_CHARACTERS or looks_personal(wording):
            return False
        key = wording.casefold()
        with self._store.write() as connection:
            connection.execute(
                "INSERT INTO failed_searches (query_key, query, times, last_on)"
                " VALUES (?, ?, 1, ?) ON CONFLICT (query_key)"
                " DO UPDATE SET times = times + 1, last_on = excluded.last_on",
                (key, wording, day.isoformat()),
            )
            connection.execute(
                "DELETE FROM failed_searches WHERE query_key IN ("
                " SELECT query_key FROM failed_searches WHERE query_key <> ?"
                " ORDER BY last_on DESC, times DESC, rowid DESC LIMIT -1 OFFSET ?)",
                (key, MAX_SEARCHES - 1),
            )
        return True

    def clear(self) -> int:
        """Forget them all; return how many there were."""
        with self._store.write() as connection:
            # What is deleted is written over too, and not only left out of the lists.
            connection.execute("PRAGMA secure_delete = ON")
            return connection.execute("DELETE FROM failed_searches").rowcount


def looks_personal(query: str) -> bool:
    """Say whether a text may hold a number of birth, a telephone number or an e-mail address."""
    plain = unicodedata.normalize("NFKC", query)
    shown = "".join(c for c in plain if unicodedata.category(c) not in ("Cf", "Mn"))
    return _MAIL in shown or _NUMBER.search(shown) is not None
