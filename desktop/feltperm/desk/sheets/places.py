"""The box on a sheet that says where to go: one of the user's places, as it is today."""

from __future__ import annotations

from datetime import date

from feltperm.binder import Site
from feltperm.desk.places import FindRecord, followed_hours
from feltperm.paper.job import SiteBox

__all__ = ["site_box"]


def site_box(site: Site | None, find: FindRecord, today: date, note: str = "") -> SiteBox | None:
    """Return what a sheet shows of a place; None where there is neither a place nor a note.

    Args:
        site: the place; None for none, and then the box is filled in by hand.
        find: gives the record whose hours the place follows.
        today: the day of printing.
        note: a line for this sheet alone: it is printed, and kept nowhere.
    """
    note = " ".join(note.split())
    if site is None:
        return SiteBox(name="", note=note) if note else None
    now = followed_hours(site.hours_from, find, today) if site.hours_from else None
    return SiteBox(
        name=site.name,
        address=site.address,
        phone=site.phone,
        hours=site.hours if now is None else now,
        note="\n".join(filter(None, (site.note, note))),
        logo=site.logo,
        logo_alt=site.logo_alt,
    )
