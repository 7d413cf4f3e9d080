"""The client sheet as a job: up to six services for a person who reads another language.

Everything but :attr:`ClientPlace.staff` is for the person, and comes from the controlled words
alone; what stands there in Norwegian is a name, an address, or marked as a wording that is
missing (SCREENS section 1, J4).
"""

from __future__ import annotations

from typing import Literal

import msgspec

from feltperm.catalogue.records import Text
from feltperm.paper.job import Job, JobLine

__all__ = ["ClientHours", "ClientJob", "ClientPlace"]


class ClientHours(msgspec.Struct, frozen=True, kw_only=True):
    """One line of hours.

    Attributes:
        what: what is open then, where that is not the whole service.
        days: weekdays or a date; empty for round the clock.
        times: from and to; read left to right in every language.
    """

    what: Text
    days: Text
    times: Text


class ClientPlace(JobLine, frozen=True, kw_only=True):
    """One service; its ``title`` is its Norwegian name.

    Attributes:
        offers: what one gets there, each with its pictogram.
        state: that it is closed or run otherwise now, in place of its hours.
        hours: when it is open, as far as that can be said in the language.
        advice: what to do first, as in «Ring først».
        phone: as shown, grouped; ``doubt`` stands under it when nobody has confirmed it.
        facts: cost and referral.
        staff: a line in bokmål for whoever hands the sheet out.
    """

    offers: tuple[JobLine, ...]
    state: Text
    hours: tuple[ClientHours, ...]
    advice: Text
    phone: str
    doubt: Text
    address: str
    facts: tuple[Text, ...]
    staff: str


class ClientJob(Job, frozen=True, kw_only=True):
    """A sheet to take away, in one language, always on one A4.

    Attributes:
        large: large print.
        interpreter: the line to show to others, in the person's language and in bokmål.
        closing: what holds for all of them, as on public holidays.
    """

    items: tuple[ClientPlace, ...]
    layout: Literal["client"] = "client"
    large: bool
    interpreter: Text
    closing: Text
