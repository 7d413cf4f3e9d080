"""The lists of words that ship with the program: what ids are called, and what words mean."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import msgspec

from feltperm.catalogue.records import Text
from feltperm.errors import ContentDamaged
from feltperm.wording import say

__all__ = ["Offer", "Term", "load_offers", "load_term_list", "load_terms"]

Shape = TypeVar("Shape")


class Offer(msgspec.Struct, frozen=True):
    """One thing a person can get at a service: what it is called, and its sign.

    Attributes:
        icon: its sign in the window, of the drawn family.
        pictogram: its drawing on paper, of ``icons/pictograms``; empty where there is none.
    """

    label: Text
    icon: str = ""
    pictogram: str = ""


class _Offers(msgspec.Struct, frozen=True):
    offers: dict[str, Offer]


class Term(msgspec.Struct, frozen=True):
    """A word of the Norwegian services, explained.

    Attributes:
        term: the word as it is mostly written.
        also: its other forms, and other words for the same.
        explanation: one or two plain sentences.
        record: the id of a record of the national pack that says more.
    """

    id: str
    term: str
    explanation: Text
    also: tuple[str, ...] = ()
    record: str = ""


def load_terms(path: Path) -> dict[str, Text]:
    """Read a list of terms by id (``audiences.json``, ``categories.json``, ``topics.json``).

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


def load_term_list(path: Path) -> tuple[Term, ...]:
    """Read the words that are explained (``terms.json``), in the order of their source.

    Raises:
        ContentDamaged: the file is missing or is not what the compiler wrote.
    """
    return _read(path, tuple[Term, ...])


def _read(path: Path, shape: type[Shape]) -> Shape:
    try:
        return msgspec.json.decode(path.read_bytes(), type=shape)
    except (OSError, ValueError, RecursionError) as error:
        raise ContentDamaged(
            say("En ordliste kunne ikke leses. Søk og akuttkort virker fortsatt."),
            f"{path.name}: {error}",
        ) from error
