"""Choosing a poster and what it carries: the list, and the job for what was chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from feltperm.binder import Site
from feltperm.catalogue.areas import Geography
from feltperm.catalogue.library import Entry, Library, Ref
from feltperm.catalogue.records import Alert, Poster, Record, Service
from feltperm.desk.alerts import changed_service, in_force
from feltperm.desk.keep import Keeper
from feltperm.desk.own import is_own
from feltperm.desk.sheets.alert_sheet import alert_job, alert_languages
from feltperm.desk.sheets.forms import Form, cards_job, papers_of, signs_job, signs_languages
from feltperm.desk.sheets.places import site_box
from feltperm.desk.sheets.print import available_languages, checks, draft_languages, poster_job
from feltperm.desk.sheets.week import next_periods, week_job, week_languages
from feltperm.desk.sheets.words import SheetWords
from feltperm.errors import NotFound
from feltperm.paper.job import PAPERS, Ink, Job, Paper, SiteBox
from feltperm.wording import joined, say, worded

__all__ = [
    "Choice", "FormOffer", "PeriodOffer", "PosterOffer", "Posters", "Proof", "TimesOffer",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class FormOffer:
    """One form of a poster, and the languages and papers it can be had in.

    Attributes:
        drafts: those of the languages in which nobody has reviewed what it says.
    """

    form: Form
    languages: tuple[str, ...]
    papers: tuple[Paper, ...] = PAPERS
    drafts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PosterOffer:
    """One poster of the list: what it is, and the forms it can be had in, its own layout first."""

    ref: str
    title: str
    forms: tuple[FormOffer, ...]

    @property
    def own(self) -> bool:
        """Whether somebody here has made it."""
        return is_own(Ref.parse(self.ref))

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of its own layout."""
        return self.forms[0].languages


@dataclass(frozen=True, slots=True)
class TimesOffer:
    """A service whose fixed times can stand on a week sheet."""

    ref: str
    title: str


@dataclass(frozen=True, slots=True)
class PeriodOffer:
    """The next Easter or Christmas: its ISO first day, and «Påske 2027»."""

    first: str
    name: str


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person chose for a poster; ``site`` is a name, empty for none.

    Attributes:
        note: a line for this sheet alone; it is printed, and kept nowhere.
        form: what the poster is printed as; empty for the layout of its record.
        services: ``pack/id`` of those whose times a week sheet shows.
        period: the ISO first day of Easter or Christmas; empty for the plain week.
    """

    site: str = ""
    languages: tuple[str, ...] = ("nb",)
    paper: Paper = "a4"
    ink: Ink = "colour"
    note: str = ""
    form: Form = ""
    services: tuple[str, ...] = ()
    period: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """A job ready to be set, and what to think of before printing it, worst first."""

    job: Job
    checks: tuple[str, ...]

    @property
    def expired(self) -> bool:
        """Whether the sheet is past its end, and carries the band that says so."""
        return any(notice.kind == "expired" for notice in self.job.notices)


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
            PosterOffer(str(entry.ref), worded(entry.record.title), forms)
            for entry in entries
            if (forms := self._forms(entry))
        )

    def times(self) -> tuple[TimesOffer, ...]:
        """Return the services with fixed times, the starred ones first."""
        starred = self._keeper.refs()
        found = [
            TimesOffer(str(entry.ref), worded(entry.record.title))
            for entry in self._library.every("service")
            if isinstance(entry.record, Service) and entry.record.schedules
        ]
        return tuple(sorted(found, key=lambda one: one.ref not in starred))

    def periods(self) -> tuple[PeriodOffer, ...]:
        """Return the Easter and the Christmas that a sheet can be made for, the next one first."""
        coming = next_periods(self._library.holidays(), self._clock().date())
        return tuple(
            PeriodOffer(one.days[0].isoformat(), joined(" ", (one.name, str(one.days[0].year))))
            for one in coming
        )

    def period(self, name: str) -> str:
        """Return the first day of the next «påske» or «jul».

        Raises:
            NotFound: the content knows no such days.
        """
        for one in self.periods():
            if one.name.partition(" ")[0].casefold() == name:
                return one.first
        raise NotFound(say("Fant ikke dagene for {name} i innholdet.", name=name))

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
        box = self.box(site, choice.note)
        wanted = (choice.languages, choice.paper, choice.ink, self._clock().date())
        if isinstance(poster.record, Alert):
            area = self._geography.label(poster.record.area)
            services = self._changed(poster.ref, poster.record)
            phrases, labels = self._words.phrases(), self._words.labels()
            job: Job = alert_job(poster, area, services, phrases, box, *wanted, labels)
        elif choice.form == "week" and _has(poster, choice.form):
            times = [self.find(name) for name in choice.services]
            days = self._library.holidays()
            job = week_job(poster, times, self._words, box, *wanted, days, choice.period)
        else:
            own = poster_job(poster, self._lookup, box, *wanted, self._words.labels())
            job = _formed(own, poster, choice.form)
        return Proof(job, checks(job))

    def box(self, site: Site | None, note: str = "") -> SiteBox | None:
        """Return what a sheet shows of a place today; see :func:`site_box`."""
        return site_box(site, self._library.get, self._clock().date(), note)

    def find(self, wanted: str) -> Entry:
        """Return a record by ``pack/id`` or bare id.

        Raises:
            NotFound: there is none.
        """
        found = self._lookup(wanted) if "/" in wanted else self._library.find(wanted)
        if found is None:
            raise NotFound(say("Fant ikke «{wanted}».", wanted=wanted[:80]))
        return found

    def _lookup(self, ref: str) -> Entry | None:
        return self._library.get(Ref.parse(ref))

    def _changed(self, ref: Ref, alert: Alert) -> list[str]:
        """Return the names of the services that an alert changes, as far as they are known."""
        rows = (self._library.row(changed_service(ref, change)) for change in alert.changes)
        return [str(row.title) for row in rows if row]

    def _in_force(self, entry: Entry) -> bool:
        alert = entry.record
        return isinstance(alert, Alert) and in_force(alert, self._clock().date())

    def _forms(self, entry: Entry) -> tuple[FormOffer, ...]:
        """Return the forms, its own layout first; none for a poster whose steps are missing."""
        if isinstance(entry.record, Alert):
            languages = alert_languages(entry.record, self._words.phrases())
            # an alert without lines has no sheet
            if not (entry.record.phrases and languages):
                return ()
            return (FormOffer("", languages, drafts=_but_bokmål(languages)),)
        try:
            own = available_languages(entry, self._lookup)
            drafts = draft_languages(entry, self._lookup)
        except NotFound:
            return ()
        made = [FormOffer("", own, drafts=drafts)]
        poster = entry.record
        for form in poster.forms if isinstance(poster, Poster) else ():
            if languages := self._languages(poster, form, own):
                unread = _but_bokmål(languages) if form == "week" else drafts
                made.append(FormOffer(form, languages, papers_of(form), unread))
        return tuple(made) if own else ()

    def _languages(self, poster: Record, form: Form, own: tuple[str, ...]) -> tuple[str, ...]:
        if form == "week":
            return week_languages(self._words)
        signs = poster.signs if isinstance(poster, Poster) and form == "signs" else ()
        return signs_languages(signs, own)


def _but_bokmål(languages: tuple[str, ...]) -> tuple[str, ...]:
    """Return the languages in which nobody has reviewed the fixed words of a sheet."""
    return tuple(code for code in languages if code != "nb")


def _has(entry: Entry, form: Form) -> bool:
    return isinstance(entry.record, Poster) and form in entry.record.forms


def _formed(own: Job, entry: Entry, form: Form) -> Job:
    """Return a poster's job in the form that was asked for.

    Raises:
        NotFound: the poster cannot be had in that form.
    """
    poster = entry.record
    if not form:
        return own
    if not isinstance(poster, Poster) or form not in poster.forms:
        raise NotFound(say("Plakaten finnes ikke i den formen."), form)
    return cards_job(own) if form == "cards" else signs_job(own, poster.signs)
