"""Places, favourites, collections, own records and own posters for a colleague; never notes.

What comes was written by anybody: it is read within limits
(:mod:`feltperm.desk.sticks.share_file`), comes in only as the forms could have written it, and
what is here already stays as it is. Where both have something of one name that says different
things, both are kept. All of it comes in, or nothing.

An own record is called by an id that is made of what somebody has called it: it means another
place on another machine. So a file's ``local/…`` means what lies in that file alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

import msgspec

from feltperm.binder import Binder, CollectionRefused, Favourite, ListedRecord, SiteRefused
from feltperm.catalogue.fold import fold
from feltperm.catalogue.library import OWN_PACK, Ref
from feltperm.catalogue.records import Poster, Service, pick
from feltperm.desk.collect import Collector
from feltperm.desk.keep import Keeper, KeptRecord
from feltperm.desk.own import Draft, OwnRecordRefused, OwnRecords, is_own
from feltperm.desk.own_posters import OwnPosters
from feltperm.desk.sticks.share_file import (
    FORMAT,
    Share,
    SharedCollection,
    read_share,
    read_share_file,
    written,
)
from feltperm.errors import NotFound
from feltperm.wording import say

__all__ = [
    "Share", "Shareable", "SharedCollection", "SharedKept", "TakenPosters",
    "collection_share", "news_in", "poster_share",
    "read_share", "read_share_file", "share_of", "take_over", "take_posters",
]  # fmt: skip


class Shareable(Protocol):
    """As much of :class:`feltperm.desk.desk.Desk` as is needed here."""

    binder: Binder
    keep: Keeper
    collect: Collector
    own: OwnRecords
    own_posters: OwnPosters


@dataclass(frozen=True, slots=True)
class SharedKept:
    """What a colleague's file brings, or has brought.

    Attributes:
        sites: names of the places that are new here.
        favourites: how many records have a star that had none.
        unknown: how many favourites and collected records the content here does not have.
        collections: names of those that are new here, or have more in them now.
        own: titles of own records and own posters that are new here.
        beside: how many of those stand beside another one of that name, which says other things.
        refused: how many are nothing that can be kept here.
        same: how many own records and posters were here already, word for word.
    """

    sites: tuple[str, ...]
    favourites: int
    unknown: int = 0
    collections: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    beside: int = 0
    refused: int = 0
    same: int = 0


def share_of(kept: Shareable, now: datetime, own: bool = False) -> bytes:
    """Return places, favourites and collections as a file; own notes are never in it.

    Args:
        own: own records and own posters go along too.
    """
    places = kept.own.list() if own else ()
    posters = kept.own_posters.list() if own else ()
    there = {str(Ref(OWN_PACK, one.id)) for one in (*places, *posters)}
    share = Share(
        FORMAT,
        now.date().isoformat(),
        tuple(
            msgspec.structs.replace(site, is_default=False, logo="") for site in kept.keep.sites()
        ),
        _refs(kept.keep.favourites(), there),
        posters=tuple(posters),
        collections=tuple(
            SharedCollection(one.name, _refs(kept.collect.records(one.number), there))
            for one in kept.collect.collections()
        ),
        places=tuple(places),
    )
    return written(share)


def collection_share(kept: Shareable, number: int, now: datetime) -> bytes:
    """Return one collection as a file, with the own records and posters that are in it.

    Raises:
        NotFound: there is no collection of this number.
    """
    named = next((one for one in kept.collect.collections() if one.number == number), None)
    if named is None:
        raise NotFound(say("Samlingen er ikke her lenger."))
    records = kept.collect.records(number)
    held = {str(one.ref) for one in records}
    places = [one for one in kept.own.list() if str(Ref(OWN_PACK, one.id)) in held]
    posters = [one for one in kept.own_posters.list() if str(Ref(OWN_PACK, one.id)) in held]
    there = {str(Ref(OWN_PACK, one.id)) for one in (*places, *posters)}
    return written(
        Share(
            FORMAT,
            now.date().isoformat(),
            posters=tuple(posters),
            collections=(SharedCollection(named.name, _refs(records, there)),),
            places=tuple(places),
        )
    )


def poster_share(posters: Sequence[Poster], now: datetime) -> bytes:
    """Return own posters as a file, where the user has said that they go along."""
    return written(Share(FORMAT, now.date().isoformat(), posters=tuple(posters)))


def news_in(kept: Shareable, share: Share) -> SharedKept:
    """Say what :func:`take_over` would bring; nothing is changed.

    Raises:
        DiskFull, ReadOnly: the binder cannot be written, and could not take it.
    """
    seen: list[SharedKept] = []
    try:
        with kept.binder.together():
            seen.append(_take(kept, share))
            raise _OnlyLooking
    except _OnlyLooking:
        return seen[0]


def take_over(kept: Shareable, share: Share) -> SharedKept:
    """Add what is not here yet; a collection of a name that is here gets what it lacks.

    Raises:
        DiskFull, ReadOnly: the binder cannot be written; nothing was changed.
    """
    with kept.binder.together():
        return _take(kept, share)


class _OnlyLooking(Exception):
    """Takes back what was done to see what it would come to."""


def _take(kept: Shareable, share: Share) -> SharedKept:
    names = _take_sites(kept.keep, share)
    own = _take_own(kept, share)
    starred, unknown = _take_favourites(kept, share, own.here)
    changed, missing = _take_collections(kept, share, own.here)
    return SharedKept(
        names, starred, unknown + missing, changed,
        tuple(own.titles), own.beside, own.refused, own.same,
    )  # fmt: skip


def _take_sites(keeper: Keeper, share: Share) -> tuple[str, ...]:
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
    return tuple(names)


class _Own:
    """What became of the own records of a file; ``here`` says what each of them is here."""

    def __init__(self) -> None:
        self.here: dict[str, Service | Poster] = {}
        self.titles: list[str] = []
        self.beside = self.refused = self.same = 0


def _take_own(kept: Shareable, share: Share) -> _Own:
    came = _Own()
    known = kept.own.drafts()
    here: list[Service | Poster] = [*known.values(), *kept.own_posters.list()]
    named = {_name(one) for one in here}
    offered: list[Service | Poster] = [*share.places, *share.posters]
    for one in offered:
        record: Service | Poster
        try:
            if isinstance(one, Poster):
                record, new = kept.own_posters.take_or_find(one)
            else:
                record, new = kept.own.take(one, known)
        except OwnRecordRefused:
            came.refused += 1
            continue
        came.here.setdefault(str(Ref(OWN_PACK, one.id)), record)
        came.same += not new
        came.beside += new and _name(record) in named
        if new:
            came.titles.append(pick(record.title)[1])
    return came


def _take_favourites(
    kept: Shareable, share: Share, own: Mapping[str, Service | Poster]
) -> tuple[int, int]:
    """Return how many have a star that had none, and how many are unknown."""
    starred = unknown = 0
    now = kept.own.now()
    for ref in share.favourites:
        try:
            if is_own(Ref.parse(ref)):  # what is called so here is another place
                seen = _seen(own[ref])
                if kept.binder.favourites.get(seen.pack, seen.id) is None:
                    kept.binder.favourites.add(
                        Favourite(
                            pack=seen.pack, id=seen.id, kind=seen.kind, title=seen.title,
                            phone=seen.phone, added_at=now,
                        )
                    )  # fmt: skip
                    starred += 1
            elif not kept.keep.is_starred(ref):
                kept.keep.star(ref)
                starred += 1
        except (KeyError, NotFound):
            unknown += 1
    return starred, unknown


def _take_collections(
    kept: Shareable, share: Share, own: Mapping[str, Service | Poster]
) -> tuple[tuple[str, ...], int]:
    """Return the names of collections that are another now, and how many records are unknown."""
    known = {one.name for one in kept.collect.collections()}
    changed, missing = [], 0
    for shared in share.collections:
        name, number = _here(kept.collect, shared.name)
        if number is None:
            continue
        new = name not in known
        for ref in shared.records:
            try:
                if is_own(Ref.parse(ref)):
                    new = kept.binder.collections.records(number).add(_seen(own[ref])) or new
                else:
                    new = kept.collect.add(number, ref) or new
            except (KeyError, NotFound):
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


def _seen(record: Service | Poster) -> ListedRecord:
    """Return what a list keeps of an own record that the library has not got yet."""
    kind, phone = "poster", ""
    if isinstance(record, Service):
        kind, phone = "service", Draft.of(record).phone
    title = pick(record.title)[1]
    return ListedRecord(pack=OWN_PACK, id=record.id, kind=kind, title=title, phone=phone)


def _name(record: Service | Poster) -> str:
    return fold(pick(record.title)[1])


def _refs(records: Iterable[KeptRecord], own: set[str]) -> tuple[str, ...]:
    """Return them as ``pack/id``; of own records only those that go along themselves."""
    refs = (one.ref for one in records)
    return tuple(str(ref) for ref in refs if not is_own(ref) or str(ref) in own)


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
            kept, new = posters.take_or_find(poster)
        except OwnRecordRefused:
            refused += 1
            continue
        if new:
            ids.append(kept.id)
        else:
            known += 1
    return TakenPosters(tuple(ids), known, refused)
