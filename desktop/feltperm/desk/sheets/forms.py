"""The forms a poster can be had in beside its own layout: signs, and cards (SCREENS section 4).

Both show the poster's own words, so each is made of the job of the poster itself: its languages,
what it says of itself and its foot are the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, TypeAlias

import msgspec

from feltperm.catalogue.records import PosterForm, Sign
from feltperm.desk.sheets.print import narrow, not_in
from feltperm.errors import PaperFailed
from feltperm.paper.forms import CardsJob, SignLine, SignsJob
from feltperm.paper.job import PAPERS, Job, Paper, with_code
from feltperm.wording import say

__all__ = ["Form", "cards_job", "form_of", "papers_of", "signs_job", "signs_languages"]

#: A form a poster is printed in; empty is the layout of its record.
Form: TypeAlias = PosterForm | Literal[""]

_FORMS: tuple[Form, ...] = ("signs", "cards", "week")
_CARD_PAPER: Paper = "a4"


def form_of(layout: str) -> Form:
    """Return the form whose jobs have this layout; empty for the layout of a record."""
    return next((form for form in _FORMS if form == layout), "")


def papers_of(form: Form) -> tuple[Paper, ...]:
    """Return the papers a form is made for, smallest first."""
    return (_CARD_PAPER,) if form == "cards" else PAPERS


def signs_languages(signs: Sequence[Sign], languages: Sequence[str]) -> tuple[str, ...]:
    """Return those of a poster's languages in which every sign has its words."""
    return tuple(code for code in languages if all(sign.words.get(code) for sign in signs))


def signs_job(own: Job, signs: Sequence[Sign]) -> SignsJob:
    """Return the signs of a poster, made of the job of the poster itself.

    Raises:
        NotFound: a sign has no words in one of the sheet's languages.
    """
    known = signs_languages(signs, own.languages)
    for code in own.languages:
        if code not in known:
            raise not_in(code)
    lines = (
        SignLine(
            title=narrow(sign.words, own.languages),
            icon=sign.icon,
            number="113" if sign.call_113 else "",
        )
        for sign in signs
    )
    return with_code(SignsJob(**_shared(own), subtitle={}, items=tuple(lines)))


def cards_job(own: Job) -> CardsJob:
    """Return the cards of a poster; how much of each line there is room for, its layout finds.

    Raises:
        PaperFailed: cards are cut from A4 alone.
    """
    if own.paper != _CARD_PAPER:
        raise PaperFailed(say("Kort skrives ut på A4. Velg A4."), own.paper)
    numbered = own.layout == "steps"
    return with_code(CardsJob(**_shared(own), subtitle={}, items=own.items, numbered=numbered))


def _shared(own: Job) -> dict[str, Any]:
    """Return the fields that every form takes over as they are."""
    fields: dict[str, Any] = msgspec.structs.asdict(own)
    for name in ("layout", "subtitle", "items", "code"):
        del fields[name]
    return fields
