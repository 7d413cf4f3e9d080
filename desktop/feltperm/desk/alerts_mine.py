"""Alerts for the people of one place: which are theirs, which are new (SCREENS 2.5, J2).

Read is what somebody has marked as read, in that wording: an alert that says something else, or
begins anew, is unread again. The marks lie in the binder.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import Literal, TypeAlias

import msgspec

from feltperm.binder import Binder, ReadAlert
from feltperm.catalogue.areas import Geography, Level
from feltperm.catalogue.dates import parse_date
from feltperm.catalogue.library import Library, Ref
from feltperm.catalogue.records import Alert, AlertLevel, Area, Text, pick
from feltperm.desk.alerts import Alerts, in_force, is_withdrawn
from feltperm.wording import say, worded

__all__ = ["AlertBoard", "AlertLine", "AlertState", "MyAlerts", "version_of"]

AlertState: TypeAlias = Literal["now", "coming", "over", "withdrawn"]

_RANK: dict[AlertLevel, int] = {"acute": 0, "changed": 1, "info": 2}
#: A mark outlives its alert by this: content may be rolled back, and come again.
_KEPT = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class AlertLine:
    """One alert as the banner and a list show it.

    Attributes:
        ref: ``pack/id``.
        version: stands for what it says, and is what :meth:`MyAlerts.mark_read` keeps.
        area: whom it is for, in words; empty when it states no area.
        place: the same as it stands after «varsel for»; of several places one's own.
        mine: it is for the municipality that was asked for.
        poster: it can be printed today.
    """

    ref: str
    version: str
    title: str
    summary: str
    level: AlertLevel
    area: str
    place: str
    mine: bool
    state: AlertState
    valid_from: str
    valid_until: str
    withdrawn_on: str
    unread: bool
    poster: bool

    @property
    def new(self) -> bool:
        """Whether it holds now and for us, and nobody here has marked it as read."""
        return self.mine and self.unread and self.state == "now"


@dataclass(frozen=True, slots=True)
class AlertBoard:
    """All alerts of the content, as they are for one municipality today.

    Attributes:
        municipality: its name, empty for none.
        mine, elsewhere: those that hold or will, the ones that hold first and of these the newest.
        past: those that are over or were withdrawn, newest first.
        checked_at: when new content was last asked for; None when it never was.
        content_from: the ISO date of the newest content.
    """

    day: date
    municipality: str
    mine: tuple[AlertLine, ...]
    elsewhere: tuple[AlertLine, ...]
    past: tuple[AlertLine, ...]
    checked_at: datetime | None
    content_from: str

    @property
    def new(self) -> tuple[AlertLine, ...]:
        """What nobody here has read, the worst first and of these the newest."""
        return tuple(sorted((one for one in self.mine if one.new), key=_worst))

    @property
    def lines(self) -> tuple[AlertLine, ...]:
        """Return every alert in the order of the list."""
        return (*self.mine, *self.elsewhere, *self.past)


class MyAlerts:
    """The use cases of alerts, for the thread that opened library and binder.

    Args:
        clock: gives the local time.
        last_check: when new content was last asked for, if it ever was.
    """

    def __init__(
        self,
        library: Library,
        binder: Binder,
        geography: Geography,
        clock: Callable[[], datetime],
        last_check: Callable[[], datetime | None] = lambda: None,
    ) -> None:
        self._library, self._binder, self._geography = library, binder, geography
        self._clock, self._last_check = clock, last_check
        self._alerts = Alerts(library)

    def board(self, municipality: str) -> AlertBoard:
        """Return all alerts as they are for a municipality (by number) today.

        What states no area is for nobody in particular: it stands among the others.

        Raises:
            ContentDamaged: the library cannot be read.
            Condition: the binder cannot be read.
        """
        today, here = self._clock().date(), self._geography.get(municipality)
        lines = sorted(self._lines(municipality, today), key=_newest)
        present = [one for one in lines if one.state in ("now", "coming")]
        return AlertBoard(
            day=today,
            municipality=here.label if here else "",
            mine=tuple(one for one in present if one.mine),
            elsewhere=tuple(one for one in present if not one.mine),
            past=tuple(one for one in lines if one not in present),
            checked_at=self._last_check(),
            content_from=max((one.published for one in self._library.headers()), default=""),
        )

    def new_alerts(self, municipality: str) -> tuple[AlertLine, ...]:
        """Return what nobody here has read, the worst first and of these the newest.

        Raises:
            ContentDamaged, Condition: see :meth:`board`.
        """
        return self.board(municipality).new

    def mark_read(self, ref: str, version: str) -> None:
        """Keep that an alert was read, as it was when it was shown.

        Raises:
            DiskFull, ReadOnly: nothing was changed.
        """
        self._binder.read_alerts.add(ReadAlert(*Ref.parse(ref), version), self._clock().date())

    def tidy(self) -> int:
        """Drop the marks of alerts that have been gone for long; return how many.

        For when content was opened. A binder that cannot be written is left alone.

        Raises:
            ContentDamaged: the library cannot be read.
            DiskFull, ReadOnly: nothing was changed.
        """
        if not self._binder.writable:
            return 0
        return self._binder.read_alerts.forget_others(
            set(self._alerts.all), self._clock().date() - _KEPT
        )

    def _lines(self, municipality: str, today: date) -> Iterator[AlertLine]:
        read = self._binder.read_alerts.all()
        for ref, alert in self._alerts.all.items():
            version = version_of(alert)
            level = self._geography.level(alert.area, municipality)
            state = _state(alert, today)
            yield AlertLine(
                ref=str(ref),
                version=version,
                title=worded(alert.title),
                summary=worded(alert.summary),
                level=alert.level,
                area=self._geography.label(alert.area),
                place=self._place(alert.area, level, municipality),
                mine=level not in (None, Level.NOT_STATED),
                state=state,
                valid_from=alert.valid_from,
                valid_until=alert.valid_until,
                withdrawn_on=alert.withdrawn_on,
                unread=ReadAlert(*ref, version) not in read,
                poster=bool(alert.phrases) and state == "now",
            )

    def _place(self, area: Area, level: Level | None, municipality: str) -> str:
        """Return the one place of an area that makes an alert ours."""
        here = self._geography.get(municipality)
        if level is Level.COUNTRY:
            return say("hele landet")
        if here and level is Level.MUNICIPALITY:
            return here.label
        if here and level is Level.COUNTY:
            return here.county
        if here and level is Level.HEALTH_REGION:
            return say("Helse {health_region}", health_region=here.health_region)
        return self._geography.label(area)


def version_of(alert: Alert) -> str:
    """Return what stands for all that an alert says, in the wording that is shown.

    It is another one when somebody who has read the alert has to read it again: not for a later
    last day, a source that was read anew or one more translation.
    """
    said = (
        alert.level,
        alert.valid_from,
        alert.certainty,
        alert.said_by,
        alert.seen_place,
        alert.seen_on,
        *_wordings((alert.title, alert.summary, alert.body, alert.appearance, alert.seen)),
        *(tuple(_wordings(t)) for t in (alert.danger_signs, alert.for_clients, alert.for_staff)),
        *((one.service, one.status, pick(one.description)[1]) for one in alert.changes),
        *((alert.picture.sha256, pick(alert.picture.alt)[1]) if alert.picture else ()),
    )
    return sha256(msgspec.json.encode(said)).hexdigest()[:16]


def _wordings(texts: Iterable[Text]) -> Iterator[str]:
    return (pick(text)[1] for text in texts)


def _state(alert: Alert, today: date) -> AlertState:
    if is_withdrawn(alert, today):
        return "withdrawn"
    if in_force(alert, today):
        return "now"
    over = alert.status == "historical" or "" < alert.valid_until < today.isoformat()
    return "over" if over else "coming"


def _newest(line: AlertLine) -> tuple[bool, int, int, str]:
    """Sort what holds now before what will, then the newest, then the worst."""
    return line.state == "coming", -_begun(line), _RANK[line.level], line.ref


def _worst(line: AlertLine) -> tuple[int, int, str]:
    return _RANK[line.level], -_begun(line), line.ref


def _begun(line: AlertLine) -> int:
    """Return the first day as a number; one that is not stated is long ago."""
    first = parse_date(line.valid_from)
    return first.toordinal() if first else 0
