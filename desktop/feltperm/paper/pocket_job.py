"""The pocket sheet as a job: one A4 that is cut once and folded to a booklet of eight A7 pages."""

from __future__ import annotations

from typing import Literal

import msgspec

from feltperm.paper.job import Job, JobLine

__all__ = ["PocketJob", "PocketNumber", "PocketPlace"]


class PocketPlace(JobLine, frozen=True, kw_only=True):
    """One service: its ``title``, where to ring and go, and whether it is open that evening.

    Attributes:
        phone, address: as shown; empty when not stated.
        tonight: «Åpent kl. 20–02», «Stengt i kveld» or «Kveldstid ikke oppgitt».
        doubt: what stands by facts that nobody has confirmed; empty when somebody has.
    """

    phone: str
    address: str
    tonight: str
    doubt: str


class PocketNumber(msgspec.Struct, frozen=True, kw_only=True):
    """A number on the front, as shown, and whose it is."""

    number: str
    whose: str


class PocketJob(Job, frozen=True, kw_only=True):
    """«Lommeark for vakta», for the staff and so in bokmål (SCREENS section 2.8).

    Attributes:
        day: the ISO date of the evening it is for.
        holds: «Gjelder lørdag 28. november 2026», on every page.
        numbers: those one needs without looking, on the front.
    """

    items: tuple[PocketPlace, ...]
    layout: Literal["pocket"] = "pocket"
    day: str
    holds: str
    numbers: tuple[PocketNumber, ...]
