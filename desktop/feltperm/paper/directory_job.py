"""A directory of services as a job: as many pages of A4 as it takes, with contents in front."""

from __future__ import annotations

from typing import Literal, TypeAlias

from feltperm.paper.job import Job, JobLine

__all__ = ["DirectoryJob", "DirectoryPlace", "Grouping"]

#: Under what the services stand: what sort they are, or where they are.
Grouping: TypeAlias = Literal["category", "area"]


class DirectoryPlace(JobLine, frozen=True, kw_only=True):
    """One service: what is known of it, as shown, each fact apart. Empty is not stated.

    Attributes:
        group: the heading it stands under; places of one group follow each other.
        phones: numbers, each with what it is for in parentheses.
        page: the address of its web page, short enough to be typed.
        doubt: «Ikke bekreftet etter {dato}» where the facts need it.
        state: what is out of the ordinary, as in «Midlertidig stengt».
    """

    group: str
    area: str
    phones: tuple[str, ...]
    addresses: tuple[str, ...]
    hours: tuple[str, ...]
    offers: tuple[str, ...]
    page: str
    doubt: str
    state: str


class DirectoryJob(Job, frozen=True, kw_only=True):
    """The directory; for the staff, so its fixed words are in bokmål.

    Attributes:
        place: the municipality it is for, as shown; empty for none.
        about: what else its services were chosen by, in words.
        grouping: what its groups are.
    """

    items: tuple[DirectoryPlace, ...]
    place: str
    about: str
    grouping: Grouping
    layout: Literal["directory"] = "directory"
