"""Own places: what may be kept of one, and the hours that it takes from a record (SCREENS 2.4)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from feltperm.binder import Site, SiteRefused
from feltperm.binder.text import level
from feltperm.catalogue.freshness import freshness
from feltperm.catalogue.hours_text import weekly_lines
from feltperm.catalogue.library import Entry, Ref
from feltperm.catalogue.phones import bare_number, grouped
from feltperm.catalogue.records import Service, pick
from feltperm.desk.doubt import doubt
from feltperm.errors import NotFound
from feltperm.wording import say

if TYPE_CHECKING:
    from feltperm.paper.press import Press

__all__ = ["FindRecord", "checked", "followed_hours", "read_logo"]

#: Returns the record with this identity, or None where the content does not have it.
FindRecord: TypeAlias = Callable[[Ref], Entry | None]

#: Bytes that are read of a logo: more than any that is taken.
_MOST_READ = 4 << 20
#: A record of one of these has no hours for a wall.
_OVER = ("historical", "withdrawn")


def checked(site: Site, find: FindRecord, today: date) -> Site:
    """Return a place as it may be kept: a number that can be rung, hours as they are now.

    Args:
        find: gives the record that the hours follow.
        today: the day by which seasons are judged.

    Raises:
        SiteRefused: the number is none, the record is no service, or see :meth:`Site.tidy`.
    """
    site = site.tidy()
    texts = {name: level(getattr(site, name)) for name in ("name", "address", "hours", "note")}
    number = bare_number(level(site.phone))
    if level(site.phone) and not number:
        raise SiteRefused(
            say("Telefonnummeret kan ikke ringes. Skriv ett nummer, med bare tall."), site.phone
        )
    if site.hours_from:
        hours = followed_hours(site.hours_from, find, today)
        if hours is None:
            raise SiteRefused(say("Fant ikke oppføringen stedet skal følge. Velg en annen."))
        texts["hours"] = hours
    return msgspec.structs.replace(site, **texts, phone=grouped(number)).tidy()


def followed_hours(name: str, find: FindRecord, today: date) -> str | None:
    """Return the usual hours of a record in words, on one line; empty when it states none.

    Single days and holidays are not for a sheet that hangs for months. What nobody has confirmed
    says so (SCREENS section 0, rule 9).

    Args:
        name: ``pack/id`` of a service.

    Returns:
        None where the content has no such service any more: then what was last seen stands.
    """
    pack, _, record_id = name.partition("/")
    entry = find(Ref(pack, record_id))
    if entry is None or not isinstance(entry.record, Service) or entry.record.status in _OVER:
        return None
    record = entry.record
    if record.status == "temporarily_closed":
        return say("Midlertidig stengt")
    usual = [msgspec.structs.replace(one, exceptions=()) for one in record.schedules if one.byday]
    hours = " · ".join(f"{days} {times}" for days, times in weekly_lines(usual, today))
    hours = hours or " ".join(pick(record.hours)[1].split())
    unsure = doubt(record, freshness(record, today))
    return f"{hours} ({unsure[0].lower()}{unsure[1:]})" if hours and unsure else hours


def read_logo(press: Press, path: Path) -> bytes:
    """Return a logo from a file as it may be kept: looked at and drawn anew by the press.

    Raises:
        NotFound: there is no such file, or it cannot be read.
        LogoRefused: see :meth:`feltperm.paper.press.Press.check_logo`.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_READ)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise NotFound(say("Fant ikke fila «{path}».", path=str(path)[:80]), str(error)) from error
    return press.check_logo(data).data
