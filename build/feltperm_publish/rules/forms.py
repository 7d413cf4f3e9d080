"""The forms of a poster: what it claims must be there, and be read at the distance it is for."""

from __future__ import annotations

from collections.abc import Iterator

from feltperm.catalogue.records import Poster, Record
from feltperm_publish.rules.context import Complaint, Context

__all__ = ["LONGEST_SIGN", "SIGNS", "forms_are_claimed_once", "signs_can_be_read_far_off"]

#: How many things to do a sign shows, and the most letters of each (SCREENS section 4).
SIGNS = 3
LONGEST_SIGN = 12


def forms_are_claimed_once(record: Record, context: Context) -> Iterator[Complaint]:
    """A poster names each of its forms once, and has signs where it claims them."""
    if not isinstance(record, Poster):
        return
    if len(set(record.forms)) < len(record.forms):
        yield "forms", "name each form once"
    if ("signs" in record.forms) != bool(record.signs):
        yield "signs", "give both: signs among the forms, and the three signs"


def signs_can_be_read_far_off(record: Record, context: Context) -> Iterator[Complaint]:
    """Three things to do, each of few letters and with a drawing, and at most one number."""
    if not isinstance(record, Poster) or not record.signs:
        return
    if len(record.signs) != SIGNS:
        yield "signs", f"give {SIGNS}, not {len(record.signs)}"
    if sum(sign.call_113 for sign in record.signs) > 1:
        yield "signs", "113 stands under one of them"
    for index, sign in enumerate(record.signs):
        field = f"signs[{index}]"
        if not sign.words.get("nb"):
            yield f"{field}.words.nb", "is missing"
        if sign.icon not in context.vocabulary.pictograms:
            yield f"{field}.icon", f"there is no pictogram {sign.icon!r}"
        for language, words in sign.words.items():
            letters = sum(letter.isalpha() for letter in words)
            if letters > LONGEST_SIGN:
                message = f"«{words}» has {letters} letters, {LONGEST_SIGN} at most"
                yield f"{field}.words.{language}", message
