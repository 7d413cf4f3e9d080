"""Records handed to other programs: what a search finds, as contacts, a calendar or a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Literal, TypeAlias

from feltperm.catalogue.library import Entry, Library, Ref
from feltperm.desk.find import Finder, Request
from feltperm.desk.own import is_own
from feltperm.exchange.calendar import calendar
from feltperm.exchange.contacts import vcards
from feltperm.exchange.tables import table

__all__ = ["FORMATS", "Exporter", "Format"]

Format: TypeAlias = Literal["csv", "vcard", "ical"]
FORMATS: tuple[Format, ...] = ("csv", "vcard", "ical")
#: More records than any library has.
_ALL = 100_000


class Exporter:
    """The use cases. Private notes are no part of any of it.

    Args:
        library: as it is read on the screen, with what the team has corrected.
    """

    def __init__(self, library: Library, finder: Finder, clock: Callable[[], datetime]) -> None:
        self._library, self._finder, self._clock = library, finder, clock

    def found(self, request: Request, own: bool = False) -> list[Entry]:
        """Return the records that a search finds; own ones only when they are asked for."""
        if request.text.strip() or request.filtered:
            refs = [hit.hit.ref for hit in self._finder.search(request).hits]
        else:
            listed = self._finder.browse(request.kinds, request.municipality, _ALL, 0)
            refs = [one.row.ref for one in listed.rows]
        return self._library.get_many([ref for ref in refs if own or not is_own(ref)])

    def these(self, refs: Sequence[str]) -> list[Entry]:
        """Return the records of these names, ``pack/id``, as far as they are there."""
        return self._library.get_many([Ref.parse(ref) for ref in refs])

    def written(self, entries: Sequence[Entry], format: Format) -> bytes:
        """Return records in one of the formats."""
        today = self._clock().date()
        if format == "vcard":
            return vcards(entries, today.isoformat()).encode("utf-8")
        return calendar(entries, today) if format == "ical" else table(entries)
