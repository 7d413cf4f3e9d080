"""The controlled lists that ship with the program: what ids are called, by language."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import msgspec

from feltperm.catalogue.records import Text
from feltperm.errors import ContentDamaged

__all__ = ["load_offers", "load_terms"]

Shape = TypeVar("Shape")


class _Offer(msgspec.Struct, frozen=True):
    label: Text


class _Offers(msgspec.Struct, frozen=True):
    offers: dict[str, _Offer]


def load_terms(path: Path) -> dict[str, Text]:
    """Read a list of terms by id (``categories.json``, ``topics.json``).

    Raises:
        ContentDamaged: the file is missing or is not what the compiler wrote.
    """
    return _read(path, dict[str, Text])


def load_offers(path: Path) -> dict[str, Text]:
    """Read what one can get at a service, by id (``offers.json``).

    Raises:
        ContentDamaged: the file is missing or is not what the compiler wrote.
    """
    return {name: offer.label for name, offer in _read(path, _Offers).offers.items()}


def _read(path: Path, shape: type[Shape]) -> Shape:
    try:
        return msgspec.json.decode(path.read_bytes(), type=shape)
    except (OSError, ValueError, RecursionError) as error:
        raise ContentDamaged(
            "En ordliste kunne ikke leses. Søk og akuttkort virker fortsatt.",
            f"{path.name}: {error}",
        ) from error
