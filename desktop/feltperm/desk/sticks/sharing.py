"""Places, favourites, collections and own posters for a colleague: a small file without notes.

What comes from a stick was written by anybody: it is read within limits, a place that is here
already stays as it is, and only records that the content has can be starred or collected. An own
record is no such record: it is here alone, and its id is made of what somebody has called it. Own
posters go along only in a file of their own, and come in only as the form could have written them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import msgspec

from feltperm.binder import CollectionRefused, Site, SiteRefused
from feltperm.catalogue.library import Ref
from feltperm.catalogue.records import Poster
from feltperm.desk.collect import Collector
from feltperm.desk.keep import Keeper
from feltperm.desk.own import OwnRecordRefused, is_own
from feltperm.desk.own_posters import OwnPosters
from feltperm.errors import NotFound
from feltperm.wording import say

__all__ = [
    "Share", "Shareable", "SharedCollection", "SharedKept", "TakenPosters",
    "collection_share", "news_in", "poster_share",
    "read_share", "read_share_file", "share_of", "take_over", "take_posters",
]  # fmt: skip

_FORMAT = 1
_MOST_SITES, _MOST_FAVOURITES, _MOST_POSTERS = 200, 2000, 200
_MOST_COLLECTIONS, _MOST_COLLECTED = 200, 5000
#: Bytes of a file that somebody chose: a poster has some thousand.
_MOST_READ = 2 << 20


class Shareable(NamedTuple):
    """What of the binder can go along."""

    keep: Keeper
    collect: Collector


class SharedCollection(msgspec.Struct, frozen=True):
    """A collection: its name, and ``pack/id`` of its records in their order."""

    name: str
    records: tuple[str, ...] = ()


class Share(msgspec.Struct, frozen=True, omit_defaults=True):
    """What goes along.

    Attributes:
        feltperm_share: the format.
        made: the ISO day.
        sites: the places.
        favourites: ``pack/id``, in their order.
        posters: own posters, as the records that they are.
        collections: with what is in them.
    """

    feltperm_share: int
    made: str
    sites: tuple[Site, ...] = ()
    favourites: tuple[str, ...] = ()
    posters: tuple[Poster, ...] = ()
    collections: tuple[SharedCollection, ...] = ()


@dataclass(frozen=True, slots=True)
class SharedKept:
    """What a colleague's file brought.

    Attributes:
        sites: names of the places that are new here.
        favourites: how many records have a star that had none.
        unknown: how many favourites and collected records the content here does not have.
        collections: names of those that are new here, or have more in them now.
    """

    sites: tuple[str, ...]
    favourites: int
    unknown: int = 0
    collections: tuple[str, ...] = ()


def share_of(kept: Shareable, now: datetime) -> bytes:
    """Return places, favourites and collections as a file; own notes are never in it."""
    keeper, collect = kept
    share = Share(
        _FORMAT,
        now.date().isoformat(),
        tuple(msgspec.structs.replace(site, is_default=False, logo="") for site in keeper.sites()),
        tuple(str(kept.ref) for kept in keeper.favourites() if not is_own(kept.ref)),
        collections=tuple(
            SharedCollection(
                one.name,
                tuple(str(r.ref) for r in collect.records(one.number) if not is_own(r.ref)),
            )
            for one in collect.collections()
        ),
    )
    return _written(share)


def collection_share(collect: Collector, number: int, now: datetime) -> bytes:
    """Return one collection as a file; own records in it are here alone, and stay out.

    Raises:
        NotFound: there is no collection of this number.
    """
    named = next((one for one in collect.collections() if one.number == number), None)
    if named is None:
        raise NotFound(say("Samlingen er ikke her lenger."))
    refs = tuple(str(r.ref) for r in collect.records(number) if not is_own(r.ref))
    shared = SharedCollection(named.name, refs)
    return _written(Share(_FORMAT, now.date().isoformat(), collections=(shared,)))


def news_in(kept: Shareable, share: Share) -> SharedKept:
    """Say what :func:`take_over` would add; nothing is changed."""
    keeper, collect = kept
    here = {site.name.casefold() for site in keeper.sites()}
    known = {one.name.casefold(): one.number for one in collect.collections()}
    changed = []
    for shared in share.collections:
        number = known.get(shared.name.casefold())
        held = {str(r.ref) for r in collect.records(number)} if number is not None else set()
        if number is None or set(shared.records) - held:
            changed.append(shared.name)
    return SharedKept(
        sites=tuple(site.name for site in share.sites if site.name.casefold() not in here),
        favourites=sum(not keeper.is_starred(ref) for ref in share.favourites),
        collections=tuple(changed),
    )


def poster_share(posters: Sequence[Poster], now: datetime) -> bytes:
    """Return own posters as a file, where the user has said that they go along."""
    return _written(Share(_FORMAT, now.date().isoformat(), posters=tuple(posters)))


def read_share_file(path: Path) -> Share:
    """Return what a file holds that somebody chose.

    Raises:
        NotFound: there is no file, or it is none of these.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_READ + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise NotFound(say("Filen kan ikke leses. Velg en annen."), str(error)) from error
    try:
        return read_share(data[: _MOST_READ + 1])
    except NotFound as refused:  # cut off, it is no JSON either
        raise NotFound(
            say("Filen er ingen delt plakat. Velg en annen."), refused.detail
        ) from refused


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
    if len(share.posters) > _MOST_POSTERS:
        raise _unreadable(f"{len(share.posters)} posters")
    collected = sum(len(one.records) for one in share.collections)
    if len(share.collections) > _MOST_COLLECTIONS or collected > _MOST_COLLECTED:
        raise _unreadable(f"{len(share.collections)} collections of {collected} records")
    return share


def take_over(kept: Shareable, share: Share) -> SharedKept:
    """Add what is not here yet; a collection of a name that is here gets what it lacks.

    Raises:
        DiskFull, ReadOnly: the binder cannot be written; what was added before stays.
    """
    keeper, _ = kept
    names = []
    for site in share.sites:
        site = msgspec.structs.replace(site, is_default=False, logo="")
        # where the record is not here that it follows, the hours last seen are taken
        for offered in (site, msgspec.structs.replace(site, hours_from="")):
            try:
                names.append(keeper.add_site(offered).name)
                break
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
    changed, missing = _take_collections(kept.collect, share)
    return SharedKept(tuple(names), starred, unknown + missing, changed)


def _take_collections(collect: Collector, share: Share) -> tuple[tuple[str, ...], int]:
    """Return the names of collections that are another now, and how many records are unknown."""
    known = {one.name: one.number for one in collect.collections()}
    changed, missing = [], 0
    for shared in share.collections:
        name, number = _here(collect, shared.name)
        if number is None:
            continue
        new = name not in known
        for ref in shared.records:
            try:
                if is_own(Ref.parse(ref)):
                    missing += 1
                else:
                    new = collect.add(number, ref) or new
            except NotFound:
                missing += 1
        changed += [name] * new
    return tuple(changed), missing


def _here(collect: Collector, name: str) -> tuple[str, int | None]:
    """Return the collection of that name here, begun where there is none; None for no name."""
    try:
        found = collect.named(name)
    except NotFound:
        try:
            found = collect.create(name)
        except CollectionRefused:
            return name, None
    return found.name, found.number


@dataclass(frozen=True, slots=True)
class TakenPosters:
    """What came of the posters of a file.

    Attributes:
        ids: those that are new here.
        known: how many were here already.
        refused: how many are nothing that can be made here.
    """

    ids: tuple[str, ...]
    known: int = 0
    refused: int = 0


def take_posters(posters: OwnPosters, share: Share) -> TakenPosters:
    """Keep the posters of a file that are not here yet.

    Raises:
        DiskFull, ReadOnly: the binder cannot be written; what was added before stays.
    """
    ids, known, refused = [], 0, 0
    for poster in share.posters:
        try:
            change = posters.take(poster)
        except OwnRecordRefused:
            refused += 1
            continue
        if change is None:
            known += 1
        else:
            ids.append(change.id)
    return TakenPosters(tuple(ids), known, refused)


def _written(share: Share) -> bytes:
    return msgspec.json.format(msgspec.json.encode(share), indent=1) + b"\n"


def _unreadable(detail: str) -> NotFound:
    return NotFound(say("Steder og favoritter på pinnen kan ikke leses."), detail)
