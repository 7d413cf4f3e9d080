"""The file that a colleague is given: what may be in it, and reading it within limits.

It was written by anybody. Its size is looked at before it is read, its version before its
contents, and how much is in it before any of that is used.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from feltperm.binder import Site
from feltperm.catalogue.records import Poster, Service
from feltperm.errors import NotFound
from feltperm.wording import say

__all__ = ["FORMAT", "Share", "SharedCollection", "read_share", "read_share_file", "written"]

#: The version that is written, and the highest that is read.
FORMAT = 1
_MOST_SITES, _MOST_FAVOURITES, _MOST_POSTERS, _MOST_PLACES = 200, 2000, 200, 1000
_MOST_COLLECTIONS, _MOST_COLLECTED = 200, 5000
#: Bytes of a file that somebody chose: a poster has some thousand.
_MOST_READ = 2 << 20


class SharedCollection(msgspec.Struct, frozen=True):
    """A collection: its name, and ``pack/id`` of its records in their order."""

    name: str
    records: tuple[str, ...] = ()


class Share(msgspec.Struct, frozen=True, omit_defaults=True):
    """What goes along.

    Attributes:
        feltperm_share: the format.
        made: the ISO day.
        sites: the places that stand on posters.
        favourites: ``pack/id``, in their order.
        posters: own posters, as the records that they are.
        collections: with what is in them.
        places: own records. A favourite or a record of a collection that is ``local/…`` means
            the own record or poster of that id in this file, whatever is called so elsewhere.
    """

    feltperm_share: int
    made: str
    sites: tuple[Site, ...] = ()
    favourites: tuple[str, ...] = ()
    posters: tuple[Poster, ...] = ()
    collections: tuple[SharedCollection, ...] = ()
    places: tuple[Service, ...] = ()


class _Head(msgspec.Struct, frozen=True):
    feltperm_share: int


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
    if len(data) > _MOST_READ:
        raise NotFound(
            say("Filen er for stor. Ingenting er endret."), f"more than {_MOST_READ} bytes"
        )
    return read_share(
        data, say("Filen er ikke delt fra Feltperm, eller den er ødelagt. Ingenting er endret.")
    )


def read_share(
    data: bytes, otherwise: str = say("Steder og favoritter på pinnen kan ikke leses.")
) -> Share:
    """Return what a file holds.

    Args:
        otherwise: what is said of a file that is none of these.

    Raises:
        NotFound: it is not such a file, holds more than anybody has, or is of a newer version.
    """
    try:
        # what a newer program writes may be shaped otherwise: only its version is looked at
        version = msgspec.json.decode(data, type=_Head).feltperm_share
        if version > FORMAT:
            raise NotFound(
                say("Filen er laget av et nyere Feltperm. Oppdater Feltperm, og prøv igjen."),
                f"format {version}",
            )
        share = msgspec.json.decode(data, type=Share)
    except (ValueError, RecursionError) as error:
        raise NotFound(otherwise, str(error)) from error
    collected = sum(len(one.records) for one in share.collections)
    too_many = (
        len(share.sites) > _MOST_SITES,
        len(share.favourites) > _MOST_FAVOURITES,
        len(share.posters) > _MOST_POSTERS,
        len(share.places) > _MOST_PLACES,
        len(share.collections) > _MOST_COLLECTIONS,
        collected > _MOST_COLLECTED,
    )
    if version != FORMAT or any(too_many):
        raise NotFound(otherwise, f"format {version}, too many: {too_many}")
    return share


def written(share: Share) -> bytes:
    """Return a share as a file."""
    return msgspec.json.format(msgspec.json.encode(share), indent=1) + b"\n"
