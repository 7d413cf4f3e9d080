"""Records handed to other programs: what a search finds, as contacts, calendars, tables or HSDS."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Literal, TypeAlias

from feltperm.catalogue.areas import Geography
from feltperm.catalogue.library import Entry, Library, Ref
from feltperm.catalogue.records import Organisation, Service
from feltperm.desk.find import Finder, Request
from feltperm.desk.own import is_own
from feltperm.exchange.calendar import calendar
from feltperm.exchange.contacts import vcards
from feltperm.exchange.tables import table

if TYPE_CHECKING:
    from feltperm.exchange.hsds.terms import Taxonomies

__all__ = ["FORMATS", "Exporter", "Format"]

#: ``hsds`` is the standard's JSON, ``hsds-tables`` its data package of tables.
Format: TypeAlias = Literal["csv", "vcard", "ical", "hsds", "hsds-tables"]
FORMATS: tuple[Format, ...] = ("csv", "vcard", "ical", "hsds", "hsds-tables")
#: More records than any library has.
_ALL = 100_000


class Exporter:
    """The use cases. Private notes are no part of any of it.

    Args:
        library: as it is read on the screen, with what the team has corrected.
        taxonomies: what the codes of the closed lists are called; read when first needed.
    """

    def __init__(
        self,
        library: Library,
        finder: Finder,
        geography: Geography,
        taxonomies: Callable[[], Taxonomies],
        clock: Callable[[], datetime],
    ) -> None:
        self._library, self._finder, self._clock = library, finder, clock
        self._geography, self._taxonomies = geography, taxonomies

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

    def written(self, entries: Sequence[Entry], format: Format, strict: bool = False) -> bytes:
        """Return records in one of the formats.

        Args:
            strict: of HSDS, leave out what the standard has no place for. Its tables are strict.
        """
        today = self._clock().date()
        if format == "vcard":
            return vcards(entries, today.isoformat()).encode("utf-8")
        if format == "ical":
            return calendar(entries, today)
        if format == "csv":
            return table(entries)
        return self._hsds(entries, strict, tables=format == "hsds-tables")

    def fitting(self, entries: Sequence[Entry], format: Format) -> list[Entry]:
        """Return those of the records that a format has a place for.

        HSDS JSON is a list of services; of organisations where there is no service among them.
        """
        if format == "csv":
            return list(entries)
        services = [one for one in entries if isinstance(one.record, Service)]
        if format == "ical":
            return [one for one in services if isinstance(one.record, Service)
                    and one.record.schedules]  # fmt: skip
        if format == "hsds" and services:
            return services
        return [one for one in entries if isinstance(one.record, Service | Organisation)]

    def _hsds(self, entries: Sequence[Entry], strict: bool, tables: bool) -> bytes:
        from feltperm.exchange.hsds.tables import package  # noqa: PLC0415  only an export needs it
        from feltperm.exchange.hsds.writing import Writer, as_json  # noqa: PLC0415

        listed = self._finder.browse(("organisation",), "", _ALL, 0)
        known = self._library.get_many([one.row.ref for one in listed.rows])
        organisations = {
            str(one.ref): one.record for one in known if isinstance(one.record, Organisation)
        }
        label = self._geography.label
        writer = Writer(self._taxonomies(), label, organisations, strict or tables)
        services, others = writer.services(entries), writer.organisations(entries)
        return package(services, others) if tables else as_json(services or others)
