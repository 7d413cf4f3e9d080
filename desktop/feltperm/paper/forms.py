"""The jobs of the sheets that are more than a title and its lines: signs, cards, weeks, alerts."""

from __future__ import annotations

from typing import Literal

from feltperm.catalogue.records import Text
from feltperm.paper.job import Job, JobLine, Part, SiteBox

__all__ = [
    "AlertJob", "AlertLine", "CardsJob", "DayLine", "SignLine", "SignsJob", "TimeLine", "WeekJob",
]  # fmt: skip


class SignLine(JobLine, frozen=True, kw_only=True):
    """One thing to do, to be read at 3 m; ``number`` is empty, or stands large under it."""

    number: Literal["", "113"] = ""


class SignsJob(Job, frozen=True, kw_only=True):
    """A title and three things to do, each with its pictogram (SCREENS section 4)."""

    items: tuple[SignLine, ...]
    layout: Literal["signs"] = "signs"


class CardsJob(Job, frozen=True, kw_only=True):
    """Ten cards of 85 × 55 mm on a sheet of A4, with the lines of a poster in short.

    Attributes:
        numbered: its lines are steps, and their order counts.
    """

    numbered: bool
    paper: Literal["a4"] = "a4"
    layout: Literal["cards"] = "cards"


class TimeLine(Part, frozen=True):
    """When, where and what, on one day.

    Attributes:
        place: a name, the same in every language; empty where all times have the same place.
        hours: from when to when, closed, or not settled, in words.
        note: what there is at that time, as its record says it.
    """

    hours: Text
    note: Text
    place: str = ""


class DayLine(JobLine, frozen=True, kw_only=True):
    """One day of a week sheet, with its times in their order."""

    times: tuple[TimeLine, ...]


class WeekJob(Job, frozen=True, kw_only=True):
    """Fixed places and fixed times, or the days of Easter or Christmas.

    Attributes:
        record: the poster, and after it the services whose times these are.
        where: the name and the place of the one service it is about, line by line.
        contact: how to reach that service, for the box of a sheet without a place of the user's.
        offers: what one gets there, each with its pictogram.
        period: the ISO first day of Easter or Christmas; empty for the plain week.
    """

    items: tuple[DayLine, ...]
    where: tuple[str, ...] = ()
    contact: SiteBox | None = None
    offers: tuple[JobLine, ...] = ()
    period: str = ""
    layout: Literal["week"] = "week"


class AlertLine(JobLine, frozen=True, kw_only=True):
    """One line of an alert's poster: what is known, or what to do."""

    part: Literal["known", "advice"]


class AlertJob(Job, frozen=True, kw_only=True):
    """The poster of an alert: what is known first, then how to take care of each other.

    Attributes:
        heads: the heading of each part; a part without one begins with its first line.
    """

    items: tuple[AlertLine, ...]
    heads: dict[str, Text]
    layout: Literal["alert"] = "alert"
