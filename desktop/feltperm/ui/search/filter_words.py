"""The words for filters: what is chosen, what is not stated, what nobody is known to fit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from feltperm.catalogue.facets import Facet
from feltperm.catalogue.fold import sort_key
from feltperm.catalogue.hours import Opening
from feltperm.catalogue.records import pick
from feltperm.desk.find import Results
from feltperm.desk.text import LANGUAGE_NAMES
from feltperm.search import FilterName, Request, Section
from feltperm.ui.search.filter_state import Chosen
from feltperm.ui.toolkit.languages import (
    clock_time,
    day_and_month,
    language,
    short_weekday,
    weekday,
)
from feltperm.ui.toolkit.spoken import spoken
from feltperm.ui.words import Words

__all__ = ["FilterWords", "Note", "evening"]

#: How much of a value's name a chip shows.
_LONGEST = 26


def _tr(text: str, n: int = -1) -> str:
    return QCoreApplication.translate("FilterWords", text, "", n)


@dataclass(frozen=True, slots=True)
class Note:
    """What is said above a list.

    Attributes:
        unstated: how many records below do not state what was filtered by; 0 for no button.
        own: it can be mended by writing an own record.
    """

    text: str
    unstated: int = 0
    own: bool = False


@dataclass(frozen=True, slots=True)
class FilterWords:
    """Wordings of filters."""

    words: Words

    def facet(self, facet: Facet) -> str:
        """Return what a list of values is called."""
        return {
            "offer": _tr("Tilbud"),
            "language": _tr("Språk"),
            "topic": _tr("Tema"),
            "audience": _tr("For hvem"),
        }[facet]

    def value(self, facet: Facet, value: str) -> str:
        """Return what one value is called."""
        if facet == "offer":
            return self.words.offer(value)
        if facet == "topic" or facet == "audience":
            known = self.words.topics if facet == "topic" else self.words.audiences
            return pick(known.get(value, {}), language())[1] or value
        name = spoken(LANGUAGE_NAMES.get(value, value))
        return name[:1].upper() + name[1:]

    def chip(self, chosen: Chosen, name: str) -> str:
        """Return what stands on the chip of a list or an hour; empty for the name it has."""
        if name == "open_at":
            when = chosen.open_at
            return self.open_at(when) if isinstance(when, datetime) else ""
        values = chosen.values.get(name, ())
        facet: Facet = name  # type: ignore[assignment]
        if len(values) != 1:
            return f"{self.facet(facet)} ({len(values)})"
        wording = self.value(facet, values[0])
        return wording if len(wording) <= _LONGEST else f"{wording[: _LONGEST - 1]}…"

    def by_name(self, facet: Facet, counts: Mapping[str, int]) -> list[tuple[str, str, int]]:
        """Return (value, name, count) in alphabetical order."""
        named = [(value, self.value(facet, value), count) for value, count in counts.items()]
        return sorted(named, key=lambda one: sort_key(one[1]))

    def open_at(self, when: datetime) -> str:
        """Return the text of the chip for an hour that was chosen."""
        words = _tr("Åpent {weekday} {day}.{month}. kl. {clock}")
        return words.format(
            weekday=short_weekday(when), day=when.day, month=when.month, clock=clock_time(when)
        )

    def then(self, state: str) -> str:
        """Return what is said of a chosen hour instead of what is said of now."""
        words = self.words
        now_open, now_closed = (
            words.opening(Opening("open"))[0],
            words.opening(Opening("closed"))[0],
        )
        return {now_open: _tr("Åpent da"), now_closed: _tr("Stengt da")}.get(state, state)

    def heading(self, section: Section, count: int) -> str:
        """Return the heading over the hits of a section; the first one needs none."""
        if not section.unstated:
            return _tr("Andre steder") if section.elsewhere else _tr("Flere treff")
        line = self.unstated(section.unstated, count)
        return _tr("Andre steder: {x}").format(x=line) if section.elsewhere else line

    def unstated(self, names: Sequence[FilterName], count: int) -> str:
        """Return how many do not state this."""
        missing = _listed([self._missing(name) for name in names])
        return _tr("%n har ikke oppgitt {x}", count).format(x=missing)

    def unnamed(self, name: FilterName, count: int) -> str:
        """Return how many state nothing of this, before anything is chosen."""
        if name == "audience":
            return _tr("%n har ikke oppgitt hvem det er for", count)
        return self.unstated((name,), count)

    def notes(self, request: Request, results: Results, place: str) -> list[Note]:
        """Return what is to be said above the hits.

        Args:
            place: the name of the chosen municipality; empty when there is none.
        """
        notes = self.place_notes(place, results.local)
        fit = results.fit
        if fit is None:
            return notes
        only_open = not replace(request, open_at=None).filtered
        unstated = 0 if fit.known else fit.unstated
        if place and request.open_at and not fit.here and (only_open or fit.known):
            line = _tr(
                "Ingen steder i {place} er bekreftet {x}. Legevakt 116 117 svarer hele døgnet."
            )
            notes.append(Note(line.format(place=place, x=self._open(request.open_at)), unstated))
        elif unstated:
            line = _tr("Ingen er bekreftet {x}. %n har ikke oppgitt det.", unstated)
            if place:
                line = _tr("Ingen for {place} er bekreftet {x}. %n har ikke oppgitt det.", unstated)
            known = self._known(request)
            notes.append(Note(line.format(place=place, x=known), unstated))
        return notes

    def place_notes(self, place: str, local: bool) -> list[Note]:
        """Return what is to be said of a municipality; an empty name is everywhere."""
        if local or not place:
            return []
        line = _tr("Vi har ikke lokalt innhold for {x}. Her er nasjonale tilbud og det nærmeste.")
        return [Note(line.format(x=place), own=True)]

    def _known(self, request: Request) -> str:
        """Return what nobody is known to be."""
        parts = [
            self._open(request.open_at) if request.open_at else "",
            _tr("uten henvisning") if request.no_referral else "",
            _tr("gratis") if request.free else "",
            _tr("åpne for den som er ruset") if request.may_come_while_using else "",
        ]
        for facet, values, wording in (
            ("offer", request.offers, _tr("med {x}")),
            ("language", request.languages, _tr("på {x}")),
            ("topic", request.topics, _tr("om {x}")),
            ("audience", request.audiences, _tr("for {x}")),
        ):
            names = [_small(self.value(facet, value)) for value in values]  # type: ignore[arg-type]
            parts += [wording.format(x=_listed(names, _tr("eller")))] if names else []
        return _listed([part for part in parts if part])

    def _open(self, when: datetime) -> str:
        if abs(when - self.words.now()) < timedelta(minutes=2):
            return _tr("åpne nå")
        return _tr("åpne {when}").format(when=_moment(when))

    def _missing(self, name: FilterName) -> str:
        return {
            "open_at": _tr("åpningstid"),
            "no_referral": _tr("om du trenger henvisning"),
            "free": _tr("pris"),
            "may_come_while_using": _tr("om du kan komme ruset"),
            "offer": _tr("tilbudet"),
            "language": _tr("språk"),
            "topic": _tr("tema"),
            "audience": _tr("om det er for dem du har valgt"),
        }[name]


def evening(now: datetime) -> datetime:
    """Return the next Saturday at 23, today's if that is still to come."""
    day = now + timedelta(days=(5 - now.weekday()) % 7)
    hour = day.replace(hour=23, minute=0, second=0, microsecond=0)
    return hour if hour >= now else hour + timedelta(days=7)


def _moment(when: datetime) -> str:
    """Return «lørdag 28. november kl. 23»."""
    return _tr("{weekday} {day} kl. {clock}").format(
        weekday=weekday(when), day=day_and_month(when), clock=clock_time(when)
    )


def _small(name: str) -> str:
    """Return a name as it stands within a sentence; abbreviations stay what they are."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def _listed(parts: Sequence[str], last: str = "") -> str:
    """Return «a, b og c»."""
    *rest, final = parts
    return f"{', '.join(rest)} {last or _tr('og')} {final}" if rest else final
