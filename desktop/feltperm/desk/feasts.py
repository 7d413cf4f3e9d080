"""Easter and Christmas on the wall: sheets that show the usual hours while others hold (J7).

A sheet shows a service's hours when it is the week of that service, or when the place in its box
follows that service. It is told of once the service says something about the days of the feast.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from feltperm.catalogue.holiday_periods import Period, near_periods
from feltperm.catalogue.hours import covers
from feltperm.catalogue.library import Library, Ref
from feltperm.catalogue.records import Poster, Service
from feltperm.desk.keep import Keeper
from feltperm.desk.sheets.again import Order
from feltperm.desk.sheets.posters import Choice, Posters, Proof

__all__ = ["Feast", "Feasts", "Shown"]


@dataclass(frozen=True, slots=True)
class Shown:
    """A sheet that hangs, and the place in its box by its name today."""

    order: Order
    box: str


@dataclass(frozen=True, slots=True)
class Feast:
    """A feast that is near, and the sheets that show other hours than hold then.

    Attributes:
        name: «Påske» or «Jul».
        first: its ISO first day.
    """

    name: str
    first: str
    sheets: tuple[Shown, ...]


class Feasts:
    """Finds those sheets, and makes the ones to hang beside them, on the desk's thread."""

    def __init__(
        self, library: Library, keeper: Keeper, posters: Posters, clock: Callable[[], datetime]
    ) -> None:
        self._library, self._keeper, self._posters = library, keeper, posters
        self._clock = clock

    def near(self, hanging: Iterable[Shown]) -> tuple[Feast, ...]:
        """Return the feasts that are near and that sheets on walls say nothing of."""
        kept = tuple(hanging)
        followed = {site.name: site.hours_from for site in self._keeper.sites()}
        found = []
        for period in near_periods(self._library.holidays(), self._clock().date()):
            first = period.days[0].isoformat()
            told = {_services(one, followed) for one in kept if one.order.period == first}
            sheets = tuple(
                one
                for one in kept
                if not one.order.period
                and (services := _services(one, followed))
                and services not in told
                and any(self._differs(name, period) for name in services)
            )
            found += [Feast(period.name, first, sheets)] if sheets else []
        return tuple(found)

    def proofs(self, feast: Feast) -> tuple[Proof, ...]:
        """Return the sheets to hang beside those of a feast, alike ones once.

        Raises:
            NotFound, PaperFailed: one of them cannot be made.
        """
        followed = {site.name: site.hours_from for site in self._keeper.sites()}
        made: dict[tuple[tuple[str, ...], str], Proof] = {}
        for one in feast.sheets:
            services = _services(one, followed)
            poster = one.order.records[0] if one.order.layout == "week" else self._week_poster()
            choice = Choice(
                one.box, ("nb",), one.order.paper, one.order.ink,
                form="week", services=services, period=feast.first,
            )  # fmt: skip
            if poster and (services, one.box) not in made:
                made[services, one.box] = self._posters.proof(poster, choice)
        return tuple(made.values())

    def _differs(self, name: str, period: Period) -> bool:
        """Say whether a service says something about a day of the feast."""
        pack, _, id = name.partition("/")
        entry = self._library.get(Ref(pack, id))
        if entry is None or not isinstance(entry.record, Service):
            return False
        days = [day.isoformat() for day in period.days]
        exceptions = [one for times in entry.record.schedules for one in times.exceptions]
        return any(covers(one, day) for one in exceptions for day in days)

    def _week_poster(self) -> str:
        """Return the poster that weeks are printed with; empty where the content has none."""
        posters = self._library.every("poster")
        return next((str(one.ref) for one in posters if _has_week(one.record)), "")


def _has_week(record: object) -> bool:
    return isinstance(record, Poster) and "week" in record.forms


def _services(shown: Shown, followed: Mapping[str, str]) -> tuple[str, ...]:
    """Return the services whose hours a sheet shows."""
    if shown.order.layout == "week":
        return shown.order.records[1:]
    name = followed.get(shown.box, "")
    return (name,) if name else ()
