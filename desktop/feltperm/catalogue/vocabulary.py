"""The controlled lists that ship with the program: what ids are called, by language."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import msgspec

from feltperm.catalogue.records import Text
from feltperm.errors import ContentDamaged

__all__ = ["Offer", "load_offers", "load_terms"]

Shape = TypeVar("Shape")


class Offer(msgspec.Struct, frozen=True):
    """One thing a person can get at a service: what it is called, and its sign."""

    label: Text
    icon: str = ""


class _Offers(msgspec.Struct, frozen=True):
    offers: dict[str, Offer]


def load_terms(path: Path) -> dict[str, Text]:
    """Read a list of terms by id (``categories.json``, ``topics.json``).

    Raises:
        ContentDamaged: the file is missing or is not what the compiler wrote.
    """
    return _read(path, dict[str, Text])


def load_offers(path: Path) -> dict[str, Offer]:
    """Read what one can get at a service, by id (``offers.json``).

    Raises:
        ContentDamaged: the file is missing or is not what the compiler wrote.
    """
    return _read(path, _Offers).offers


def _read(path: Path, shape: type[Shape]) -> Shape:
    try:
        return msgspec.json.decode(path.read_bytes(), type=shape)
    except (OSError, ValueError, RecursionError) as error:
        raise ContentDamaged(
            "En ordliste kunne ikke leses. Søk og akuttkort virker fortsatt.",
            f"{path.name}: {error}",
        ) from error
