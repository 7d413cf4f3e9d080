"""Searches that found nothing: kept on this machine for the publisher, if somebody asks for it.

Off by default. Nothing leaves the machine but in a file that somebody writes (:meth:`export`).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from feltperm.binder import Binder, FailedSearch
from feltperm.desk.find import Request, Results
from feltperm.desk.saving import save
from feltperm.errors import Condition

__all__ = ["FailedSearches", "failed_json", "in_vain"]

#: The setting «Ta vare på søk uten treff».
_SETTING = "keep_failed_searches"
_YES, _NO = "yes", "no"
#: What a spreadsheet would take for a formula.
_FORMULA = ("=", "+", "-", "@")


class FailedSearches:
    """The use cases, for the thread that opened the binder.

    Args:
        clock: gives the local time; only its day is kept.
    """

    def __init__(self, binder: Binder, clock: Callable[[], datetime]) -> None:
        self._binder = binder
        self._clock = clock

    def keeping(self) -> bool:
        """Say whether searches that find nothing are kept."""
        return self._binder.settings.get(_SETTING) == _YES

    def keep(self, on: bool) -> None:
        """Begin or stop to keep them; what is there stays until :meth:`clear`.

        Raises:
            DiskFull, ReadOnly: it could not be settled.
        """
        self._binder.settings.set(_SETTING, _YES if on else _NO)

    def note(self, query: str) -> bool:
        """Count a search that found nothing, if that is asked for; return whether it was.

        A disk that is full is no reason to disturb somebody who searches.
        """
        if not self.keeping():
            return False
        try:
            return self._binder.failed.add(query, self._clock().date())
        except Condition:
            return False

    def list(self) -> tuple[FailedSearch, ...]:
        """Return what is kept, the most frequent first."""
        return self._binder.failed.list()

    def clear(self) -> int:
        """Forget them all; return how many there were.

        Raises:
            DiskFull, ReadOnly: nothing was changed.
        """
        return self._binder.failed.clear()

    def export(self, target: Path) -> Path:
        """Write them as CSV for Norwegian Excel and return where.

        Raises:
            DiskFull, ReadOnly, NotFound: the file could not be written.
        """
        text = io.StringIO(newline="")
        writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
        writer.writerow(["søk", "antall", "sist"])
        for one in self.list():
            writer.writerow([_shown(one.query), one.times, one.last_on])
        return save(text.getvalue().encode("utf-8-sig"), target)


def in_vain(request: Request, results: Results) -> bool:
    """Say whether everything was searched, and nothing was found."""
    return not (results.hits or request.kinds or request.filtered or request.literal)


def failed_json(searches: tuple[FailedSearch, ...]) -> list[dict[str, Any]]:
    """Return the JSON form of what is kept."""
    return [{"query": one.query, "times": one.times, "last_on": one.last_on} for one in searches]


def _shown(cell: str) -> str:
    """Return a cell that a spreadsheet shows and does not calculate."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
