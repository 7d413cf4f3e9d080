"""A list of services to print: what a filter found, grouped, with contents in front."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from feltperm.catalogue.areas import Geography
from feltperm.catalogue.fold import sort_key
from feltperm.catalogue.freshness import freshness
from feltperm.catalogue.holiday_periods import hours_lines
from feltperm.catalogue.library import Entry, Library, Ref
from feltperm.catalogue.records import Kind, Phone, Service, pick
from feltperm.desk.doubt import doubt
from feltperm.desk.find import Finder, Request
from feltperm.desk.own import OWN_LABEL, is_own
from feltperm.desk.sheets.posters import Proof
from feltperm.desk.sheets.print import sheet_foot
from feltperm.desk.sheets.words import SheetWords
from feltperm.desk.text import address_line, change_line
from feltperm.errors import NotFound, TextTooLong
from feltperm.paper.directory_job import DirectoryJob, DirectoryPlace, Grouping
from feltperm.paper.job import with_code
from feltperm.wording import say

__all__ = ["MOST_PLACES", "Directory", "Selection"]

#: Services that one list takes: the whole national pack, and room for a county's own.
MOST_PLACES = 500
_OVER = ("historical", "withdrawn")
#: Under what stands that says nothing of itself, and where it stands: last.
_UNGROUPED: Mapping[Grouping, str] = {"category": "Andre tilbud", "area": "Uten oppgitt sted"}


@dataclass(frozen=True, slots=True)
class Selection:
    """What goes into a list.

    Attributes:
        place: the municipality it was chosen for, as shown; empty for none.
        about: what else it was chosen by, in words.
    """

    refs: tuple[Ref, ...]
    place: str = ""
    about: str = ""


class Directory:
    """The use cases of the printed list, for the thread that opened the library."""

    def __init__(
        self,
        library: Library,
        finder: Finder,
        geography: Geography,
        words: SheetWords,
        clock: Callable[[], datetime],
    ) -> None:
        """Remember what a list is made of."""
        self._library, self._finder, self._geography = library, finder, geography
        self._words, self._clock = words, clock

    def select(self, request: Request) -> Selection:
        """Return the services that a request finds, also those that do not state what it asks for.

        What is for other places than the chosen municipality is left out, and so are guidance and
        everything else that is no service.

        Raises:
            Interrupted, ContentDamaged: see :meth:`Finder.search`.
        """
        chosen = self._geography.get(request.municipality) if request.municipality else None
        return Selection(
            tuple(self._refs(request)), chosen.label if chosen else "", self._about(request)
        )

    def proof(self, selection: Selection) -> Proof:
        """Return the list as a sheet: by category for a municipality, else by area.

        Raises:
            NotFound: nothing of it is a service that runs.
            TextTooLong: more services than a list takes.
        """
        entries = [
            entry
            for entry in self._library.get_many(selection.refs)
            if isinstance(entry.record, Service) and entry.record.status not in _OVER
        ]
        if not entries:
            raise NotFound(say("Lista har ingen tilbud. Velg andre filtre."))
        if len(entries) > MOST_PLACES:
            raise TextTooLong(
                say(
                    "Lista har {n} tilbud, og arket tar {n2}. Velg en kommune.",
                    n=len(entries),
                    n2=MOST_PLACES,
                )
            )
        grouping: Grouping = "category" if selection.place else "area"
        places = [self._place(entry, grouping) for entry in entries]
        order = self._order(grouping)
        sources = [source for entry in entries for source in entry.record.sources]
        published = min(entry.header.published for entry in entries)
        job = DirectoryJob(
            record=" ".join(str(entry.ref) for entry in entries),
            paper="a4",
            ink="colour",
            colour="teal",
            languages=("nb",),
            title={"nb": f"Tilbud i {selection.place}" if selection.place else "Tilbud"},
            subtitle={"nb": ". ".join(filter(None, (selection.about, f"{len(places)} tilbud")))},
            items=tuple(sorted(places, key=order)),
            box_heading={},
            site=None,
            words={},
            notices=(),
            foot=sheet_foot(sources, published, "", self._clock().date()),
            place=selection.place,
            about=selection.about,
            grouping=grouping,
        )
        unsure = any(place.doubt for place in places)
        return Proof(with_code(job), ("Noen opplysninger er ikke bekreftet.",) if unsure else ())

    def _refs(self, request: Request) -> Iterable[Ref]:
        if request.kinds and "service" not in request.kinds:
            return []
        if not request.text.strip() and not request.filtered:
            rows = self._library.entries("service", request.municipality, limit=MOST_PLACES + 1)
            return [row.ref for row in rows]
        services: tuple[Kind, ...] = ("service",)
        wanted = replace(request, kinds=services, limit=MOST_PLACES + 1, typing=False)
        found = self._finder.search(wanted)
        return [one.hit.ref for one in found.hits if not one.hit.section.elsewhere]

    def _about(self, request: Request) -> str:
        offers, topics = self._words.offers(), self._words.topics()
        named = [offers[one].label for one in request.offers if one in offers]
        named += [topics[one] for one in request.topics if one in topics]
        words = [pick(text)[1] for text in named]
        words += ["Uten henvisning"] * request.no_referral + ["Gratis"] * request.free
        return ", ".join(words)

    def _place(self, entry: Entry, grouping: Grouping) -> DirectoryPlace:
        record = entry.record
        assert isinstance(record, Service), "the others were left out"
        today = self._clock().date()
        area = self._geography.label(record.area)
        offers = self._words.offers()
        hours = hours_lines(record.schedules, self._library.holidays(), today)
        category = pick(self._words.categories().get(record.category, {}))[1]
        return DirectoryPlace(
            title={"nb": pick(record.title)[1]},
            group=(category if grouping == "category" else area) or _UNGROUPED[grouping],
            area=area,
            phones=tuple(map(_phone, record.phones)),
            addresses=tuple(map(address_line, record.addresses)),
            hours=tuple(filter(None, (*hours, pick(record.hours)[1]))),
            offers=tuple(pick(offers[one].label)[1] for one in record.offers if one in offers),
            page=_typed(record.url),
            doubt=doubt(record, freshness(record, today)),
            state=self._state(entry),
        )

    def _state(self, entry: Entry) -> str:
        change = self._finder.change(entry.ref, entry.record.status)
        said = change_line(change) if change else ""
        if entry.record.status == "temporarily_closed" and not said:
            said = "Midlertidig stengt."
        return " ".join(filter(None, (f"{OWN_LABEL}." if is_own(entry.ref) else "", said)))

    def _order(self, grouping: Grouping) -> Callable[[DirectoryPlace], tuple[object, ...]]:
        """Categories in the order of their list, areas by name; what is not stated last."""
        listed = [pick(text)[1] for text in self._words.categories().values()]
        rank = {name: number for number, name in enumerate(listed)}
        last = _UNGROUPED[grouping]

        def order(place: DirectoryPlace) -> tuple[object, ...]:
            known = rank.get(place.group, len(rank)) if grouping == "category" else 0
            name = pick(place.title)[1]
            return (
                place.group == last, known, sort_key(place.group), sort_key(place.area),
                sort_key(name),
            )  # fmt: skip

        return order


def _phone(phone: Phone) -> str:
    note = pick(phone.note)[1]
    number = phone.display or phone.number
    return f"{number} ({note})" if note else number


def _typed(url: str) -> str:
    """Return the site of a page, as one types it; a long path helps nobody on paper."""
    return url.partition("://")[2].partition("/")[0].removeprefix("www.")
