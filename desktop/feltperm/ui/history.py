"""Where the person has been in the window: back, forward, and what was read last.

For this session only, and nothing of it is kept: who opens a shared laptop is not to see what the
one before read.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

__all__ = ["History", "Place", "Recent"]

#: How many steps lead back, and how many records are kept in mind.
_STEPS, _RECENT = 100, 12


class Place(NamedTuple):
    """What the window shows.

    Attributes:
        page: the name of its navigation button; ``tray`` for the tray.
        record: the open record as ``pack/id``; may be empty.
    """

    page: str
    record: str = ""


class Recent(NamedTuple):
    """A record that was read."""

    ref: str
    title: str


class History:
    """The ways back and forward, as in a browser: a new way ends those forward."""

    def __init__(self) -> None:
        self._back: list[Place] = []
        self._forward: list[Place] = []
        self._recent: list[Recent] = []

    def leave(self, place: Place) -> None:
        """Remember a place that is being left for a new one."""
        self._forward.clear()
        if not self._back or self._back[-1] != place:
            self._back = [*self._back, place][-_STEPS:]

    def back(self, here: Place) -> Place | None:
        """Return the place before, other than this one; None where there is none."""
        return self._step(here, self._back, self._forward)

    def forward(self, here: Place) -> Place | None:
        """Return the place that :meth:`back` led away from; None where there is none."""
        return self._step(here, self._forward, self._back)

    def can_go_back(self) -> bool:
        """Tell whether there is a way back."""
        return bool(self._back)

    def can_go_forward(self) -> bool:
        """Tell whether there is a way forward."""
        return bool(self._forward)

    def note(self, ref: str, title: str) -> None:
        """Remember that a record was read."""
        others = [one for one in self._recent if one.ref != ref]
        self._recent = [Recent(ref, title), *others][:_RECENT]

    def recent(self) -> Sequence[Recent]:
        """Return what was read, the last one first."""
        return tuple(self._recent)

    @staticmethod
    def _step(here: Place, out_of: list[Place], into: list[Place]) -> Place | None:
        while out_of:
            place = out_of.pop()
            if place != here:
                into.append(here)
                return place
        return None
