"""Places and favourites for a colleague: a small file that holds nothing else, and no notes.

What comes from a stick was written by anybody: it is read within limits, a place that is here
already stays as it is, and only records that the content has can be starred. An own record is
no such record: it is here alone, and its id is made of what somebody has called it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import msgspec

from feltperm.binder import Site, SiteRefused
from feltperm.catalogue.library import Ref
from feltperm.desk.keep import Keeper
from feltperm.desk.own import is_own
from feltperm.errors import NotFound

__all__ = ["Share", "SharedKept", "read_share", "share_of", "take_over"]

_FORMAT = 1
_MOST_SITES, _MOST_FAVOURITES = 200, 2000


class Share(msgspec.Struct, frozen=True):
    """What goes along.

    Attributes:
        feltperm_share: the format.
        made: the ISO day.
        sites: the places.
        favourites: ``pack/id``, in their order.
    """

    feltperm_share: int
    made: str
    sites: tuple[Site, ...] = ()
    favourites: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SharedKept:
    """What a colleague's file brought.

    Attributes:
        sites: names of the places that are new here.
        favourites: how many records have a star that had none.
        unknown: how many favourites the content here does not have.
    """

    sites: tuple[str, ...]
    favourites: int
    unknown: int = 0


def share_of(keeper: Keeper, now: datetime) -> bytes:
    """Return places and favourites as a file; own notes are never in it."""
    share = Share(
        _FORMAT,
        now.date().isoformat(),
        tuple(msgspec.structs.replace(site, is_default=False) for site in keeper.sites()),
        tuple(str(kept.ref) for kept in keeper.favourites() if not is_own(kept.ref)),
    )
    return msgspec.json.format(msgspec.json.encode(share), indent=1) + b"\n"


def read_share(data: bytes) -> Share:
    """Return what a file holds.

    Raises:
        NotFound: it is not such a file.
    """
    try:
        share = msgspec.json.decode(data, type=Share)
    except (ValueError, RecursionError) as error:
        raise _unreadable(str(error)) from error
    if share.feltperm_share != _FORMAT:
        raise _unreadable(f"format {share.feltperm_share}")
    if len(share.sites) > _MOST_SITES or len(share.favourites) > _MOST_FAVOURITES:
        raise _unreadable(f"{len(share.sites)} sites, {len(share.favourites)} favourites")
    return share


def take_over(keeper: Keeper, share: Share) -> SharedKept:
    """Add what is not here yet.

    Raises:
        DiskFull, ReadOnly: the binder cannot be written; what was added before stays.
    """
    names = []
    for site in share.sites:
        try:
            names.append(keeper.add_site(msgspec.structs.replace(site, is_default=False)).name)
        except SiteRefused:  # one of that name is here, or it is none
            continue
    starred = unknown = 0
    for ref in share.favourites:
        try:
            if is_own(Ref.parse(ref)):  # what is called so here is another place
                unknown += 1
            elif not keeper.is_starred(ref):
                keeper.star(ref)
                starred += 1
        except NotFound:
            unknown += 1
    return SharedKept(tuple(names), starred, unknown)


def _unreadable(detail: str) -> NotFound:
    return NotFound("Steder og favoritter på pinnen kan ikke leses.", detail)
