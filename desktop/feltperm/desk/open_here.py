"""What is open now where the team works, beside a guidance that may not wait (SCREENS J1)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from feltperm.catalogue.areas import Level

if TYPE_CHECKING:
    from feltperm.desk.find import FoundHit

__all__ = ["OpenHere", "sort_open"]

#: As many as can be read at a glance.
_SHOWN = 3


class OpenHere(NamedTuple):
    """The services of one municipality, by whether they are open.

    Attributes:
        place: what the municipality is called.
        open: those known to be open now.
        unstated: how many do not state it.
    """

    place: str
    open: tuple[FoundHit, ...]
    unstated: int


def sort_open(place: str, found: Iterable[FoundHit]) -> OpenHere:
    """Sort the services that a municipality has itself by whether they are open."""
    here = [hit for hit in found if hit.hit.nearness is Level.MUNICIPALITY]
    known = tuple(hit for hit in here if hit.opening.state == "open")
    unstated = sum(hit.opening.state == "not_stated" for hit in here)
    return OpenHere(place, known[:_SHOWN], unstated)
