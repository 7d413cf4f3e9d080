"""Choosing a poster and what it carries: the list, and the job for what was chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from feltperm.binder import Site
from feltperm.catalogue.areas import Geography
from feltperm.catalogue.library import Entry, Library, Ref
from feltperm.catalogue.records import Alert, Text, pick
from feltperm.desk.alerts import changed_service, in_force
from feltperm.desk.keep import Keeper
from feltperm.desk.sheets.alert_sheet import alert_job, alert_languages
from feltperm.desk.sheets.print import available_languages, checks, poster_job, site_box
from feltperm.errors import NotFound
from feltperm.paper.job import Ink, Job, Paper

__all__ = ["Choice", "PosterOffer", "Posters", "Proof", "SheetWords"]


@dataclass(frozen=True, slots=True)
class PosterOffer:
    """One poster of the list: what it is and the languages it can be had in."""

    ref: str
    title: str
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person chose for a poster; ``site`` is a name, empty for none."""

    site: str = ""
    languages: tuple[str, ...] = ("nb",)
    paper: Paper = "a4"
    ink: Ink = "colour"


@dataclass(frozen=True, slots=True)
class Proof:
    """A job ready to be set, and what to think of before printing it, worst first."""

    job: Job
    checks: tuple[str, ...]

    @property
    def expired(self) -> bool:
        """Whether the sheet is past its end, and carries the band that says so."""
        return any(notice.kind == "expired" for notice in self.job.notices)


@dataclass(frozen=True, slots=True)
class SheetWords:
    """The words that sheets are made of beside those of the content; read when one is made."""

    labels: Callable[[], Mapping[str, Text]]
    phrases: Callable[[], Mapping[str, Text]]


class Posters:
    """The use cases of the poster page, for the thread that opened the library."""

    def __init__(
        self,
        library: Library,
        keeper: Keeper,
        words: SheetWords,
        geography: Geography,
        clock: Callable[[], datetime],
    ) -> None:
        """Remember what a sheet is made of."""
        self._library, self._keeper = library, keeper
        self._words, self._geography, self._clock = words, geography, clock

    def offers(self) -> tuple[PosterOffer, ...]:
        """Return what can be printed: the alerts in force first, then the posters by title."""
        entries = [
            *filter(self._in_force, self._library.every("alert")),
            *self._library.every("poster"),
        ]
        return tuple(
            PosterOffer(str(entry.ref), pick(entry.record.title)[1], languages)
            for entry in entries
            if (languages := self._languages(entry))
        )

    def proof(self, ref: str, choice: Choice) -> Proof:
        """Return the job for a poster as chosen.

        Raises:
            NotFound: no such poster or site, or not in that language.
            PaperFailed: more languages than a sheet has room for, or the fixed words are damaged.
        """
        site = self._keeper.site(choice.site) if choice.site else None
        return self.proof_for(self.find(ref), site, choice)

    def proof_for(self, poster: Entry, site: Site | None, choice: Choice) -> Proof:
        """Return the job for an open poster or alert and a place that need not be in the binder."""
        box = site_box(site) if site else None
        wanted = (choice.languages, choice.paper, choice.ink, self._clock().date())
        labels = self._words.labels()
        if isinstance(poster.record, Alert):
            area = self._geography.label(poster.record.area)
            services = self._changed(poster.ref, poster.record)
            job = alert_job(poster, area, services, self._words.phrases(), box, *wanted, labels)
        else:
            job = poster_job(poster, self._lookup, box, *wanted, labels)
        return Proof(job, checks(job))

    def find(self, wanted: str) -> Entry:
        """Return a record by ``pack/id`` or bare id.

        Raises:
            NotFound: there is none.
        """
        found = self._lookup(wanted) if "/" in wanted else self._library.find(wanted)
        if found is None:
            raise NotFound(f"Fant ikke «{wanted[:80]}».")
        return found

    def _lookup(self, ref: str) -> Entry | None:
        return self._library.get(Ref.parse(ref))

    def _changed(self, ref: Ref, alert: Alert) -> list[str]:
        """Return the names of the services that an alert changes, as far as they are known."""
        rows = (self._library.row(changed_service(ref, change)) for change in alert.changes)
        return [row.title for row in rows if row]

    def _in_force(self, entry: Entry) -> bool:
        alert = entry.record
        return isinstance(alert, Alert) and in_force(alert, self._clock().date())

    def _languages(self, entry: Entry) -> tuple[str, ...]:
        """Return the languages; none for a poster whose steps are missing."""
        if isinstance(entry.record, Alert):
            # an alert without lines has no sheet
            return alert_languages(entry.record, self._words.phrases()) * bool(entry.record.phrases)
        try:
            return available_languages(entry, self._lookup)
        except NotFound:
            return ()
