"""The page «Krise»: the measures as a checklist, the templates, and what was said before (J10)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

import msgspec

from feltperm.binder import Binder, Task
from feltperm.catalogue.library import Entry, Library, Ref, Row
from feltperm.catalogue.records import Guidance, Record, Text
from feltperm.catalogue.trust import NATIONAL
from feltperm.desk.sheets.posters import Proof
from feltperm.desk.sheets.print import checks, doubts, sheet_foot
from feltperm.errors import NotFound
from feltperm.paper.job import CheckLine, ChecklistJob, with_code
from feltperm.wording import say, worded

__all__ = ["Board", "Crisis", "Guide", "Measure", "is_measure"]

#: How the ids of the measures begin; a number follows, and gives the order.
_MEASURE = "gd-tiltak-"
#: Templates for opening hours, for fixed places and times, and for infection control.
_TEMPLATES = ("ps-apningstid", "ps-utekalender", "ps-smittevern")
#: The topic of the guides from the last crisis.
_LAST_CRISIS = "corona"
#: More guidance than any pack holds; the list is read in one go.
_ALL = 100_000


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure of the content beside what the team has settled about it."""

    ref: str
    title: str
    task: Task


@dataclass(frozen=True, slots=True)
class Guide:
    """Guidance that no longer holds; ``year`` is empty when the record states none."""

    ref: str
    title: str
    year: str


@dataclass(frozen=True, slots=True)
class Board:
    """Everything the page shows.

    Attributes:
        templates: ``pack/id`` and title of the posters to fill in.
        writable: False where nothing that is settled could be kept.
    """

    measures: tuple[Measure, ...]
    templates: tuple[tuple[str, str], ...]
    guides: tuple[Guide, ...]
    writable: bool


def is_measure(ref: str) -> bool:
    """Say whether ``pack/id`` is a measure of the checklist."""
    return ref.startswith(f"{NATIONAL}/{_MEASURE}")


class Crisis:
    """The use cases of the page, for the thread that opened library and binder."""

    def __init__(
        self,
        library: Library,
        binder: Binder,
        labels: Callable[[], Mapping[str, Text]],
        clock: Callable[[], datetime],
    ) -> None:
        """Remember what the page is made of; ``labels`` is called when a sheet is made."""
        self._library, self._binder = library, binder
        self._labels, self._clock = labels, clock

    def board(self) -> Board:
        """Return what the page shows."""
        rows = self._library.entries("guidance", limit=_ALL)
        templates = (self._library.row(Ref(NATIONAL, name)) for name in _TEMPLATES)
        return Board(
            measures=tuple(self._measures(rows)),
            templates=tuple((str(row.ref), row.title) for row in templates if row),
            guides=tuple(self._guides(rows)),
            writable=self._binder.writable,
        )

    def settle(self, ref: str, responsible: str, due: str) -> None:
        """Keep who answers for a measure, and by when (ISO); empty is not settled.

        Raises:
            ChecklistRefused: the role is too long, or the date is none.
            DiskFull, ReadOnly: nothing was changed.
        """
        task = msgspec.structs.replace(self._task(ref), responsible=responsible, due=due)
        self._binder.checklist.put(task)

    def mark(self, ref: str, done_on: str) -> str:
        """Keep the day a measure was done, empty for not done; return what stood there.

        Raises:
            DiskFull, ReadOnly: nothing was changed.
        """
        before = self._task(ref)
        self._binder.checklist.put(msgspec.structs.replace(before, done_on=done_on))
        return before.done_on

    def clear(self) -> tuple[Task, ...]:
        """Empty the list; return what :meth:`put_back` takes.

        Raises:
            DiskFull, ReadOnly: nothing was changed.
        """
        return self._binder.checklist.clear()

    def put_back(self, tasks: Iterable[Task]) -> None:
        """Undo :meth:`clear`; what has been settled anew since then stays."""
        self._binder.checklist.put_back(tasks)

    def proof(self) -> Proof:
        """Return the list as a sheet: what is settled, and room for what is not.

        Raises:
            NotFound: the content has no measures.
            PaperFailed: the fixed words are damaged.
        """
        measures = self.board().measures
        if not measures:
            raise NotFound(say("Innholdet har ingen tiltak for kriser."))
        entries = self._library.get_many([Ref.parse(measure.ref) for measure in measures])
        sources = [source for entry in entries for source in entry.record.sources]
        needs_check = any(entry.record.needs_check for entry in entries)
        job = ChecklistJob(
            record="checklist",
            paper="a4",
            ink="colour",
            colour="violet",
            languages=("nb",),
            title={"nb": "Tiltak i krise"},
            subtitle={"nb": "Sjekkliste: hvem gjør hva, og når"},
            items=tuple(_line(measure) for measure in measures),
            box_heading={},
            site=None,
            words={},
            notices=tuple(
                doubts(sources, needs_check, _unreviewed(entries), ("nb",), self._labels())
            ),
            foot=sheet_foot(sources, entries[0].header.published, "", self._clock().date()),
        )
        coded = with_code(job)
        return Proof(coded, checks(coded))

    def _task(self, ref: str) -> Task:
        return self._binder.checklist.get(*Ref.parse(ref))

    def _measures(self, rows: Iterable[Row]) -> Iterable[Measure]:
        kept = {(task.pack, task.id): task for task in self._binder.checklist.list()}
        for row in sorted(rows, key=lambda row: row.ref.id):
            if is_measure(str(row.ref)):
                task = kept.get(row.ref) or Task(pack=row.ref.pack, id=row.ref.id)
                yield Measure(str(row.ref), row.title, task)

    def _guides(self, rows: Iterable[Row]) -> Iterable[Guide]:
        past = self._library.get_many([row.ref for row in rows if row.status == "historical"])
        for entry in past:
            if _LAST_CRISIS in entry.record.topics:
                yield Guide(str(entry.ref), worded(entry.record.title), _year(entry.record))


def _line(measure: Measure) -> CheckLine:
    task = measure.task
    return CheckLine(
        title={"nb": str(measure.title)},
        responsible=task.responsible,
        due=task.due,
        done_on=task.done_on,
    )


def _unreviewed(entries: Iterable[Entry]) -> bool:
    return any(
        isinstance(entry.record, Guidance)
        and entry.record.clinical
        and "nb" not in entry.record.reviewed
        for entry in entries
    )


def _year(record: Record) -> str:
    """Return the year of a guide: the last in which it held, else that of its newest source."""
    published = (source.published for source in record.sources)
    return (record.valid_until or record.valid_from or max(published, default=""))[:4]
