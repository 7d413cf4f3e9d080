"""How much ink a sheet takes in colour and with the ink saver (issue 6, point 4)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from feltperm.paper.job import Ink, Job, with_code

if TYPE_CHECKING:
    from feltperm.paper.press import Press

__all__ = ["InkUse", "ink_use"]

#: Pixels per inch; the share of ink is the same in a small picture.
_PPI = 30


@dataclass(frozen=True, slots=True)
class InkUse:
    """Ink in per cent of a page that is full of it, in the mean of a sheet's pages."""

    colour: float
    save: float


def ink_use(press: Press, job: Job) -> InkUse:
    """Estimate the ink of a sheet in both of its colour sets.

    Raises:
        PaperFailed: as :meth:`Press.set`.
    """
    return InkUse(colour=_mean(press, job, "colour"), save=_mean(press, job, "save"))


def _mean(press: Press, job: Job, ink: Ink) -> float:
    shares = press.set(with_code(msgspec.structs.replace(job, ink=ink)), ppi=_PPI).coverage
    return sum(shares) / len(shares)
