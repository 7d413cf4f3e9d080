"""Several posters for one place, as one job: a place's whole set."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from feltperm.errors import NotFound

if TYPE_CHECKING:
    from feltperm.desk.sheets.posters import Choice, PosterOffer, Posters, Proof

__all__ = ["proofs_of"]


def proofs_of(posters: Posters, offers: Iterable[PosterOffer], choice: Choice) -> tuple[Proof, ...]:
    """Return the sheets of several posters as chosen, each in its own form.

    One that is not to be had in the chosen languages or on the chosen paper comes in the first
    of its own; one whose steps are gone is left out.
    """
    found = []
    for offer in offers:
        form = offer.forms[0]
        languages = tuple(code for code in choice.languages if code in form.languages)
        paper = choice.paper if choice.paper in form.papers else form.papers[-1]
        own = replace(
            choice, languages=languages or form.languages[:1], paper=paper, form="", services=()
        )
        with suppress(NotFound):
            found.append(posters.proof(offer.ref, replace(own, period="")))
    return tuple(found)
