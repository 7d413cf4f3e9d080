"""Own notes as a part of search: few, in memory, and never in the library (DESIGN section 2).

A note finds its record when all words of the question stand in it or in the record's title, at
least one of them in the note. Words are compared as everywhere else: folded, or by their stems.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from feltperm.catalogue.library import Ref
from feltperm.catalogue.schema import row_number
from feltperm.search.explain import WINDOW, Explanation, cut
from feltperm.search.plan import Plan, WordGroup
from feltperm.search.text import Analyser, Forms
from feltperm.search.values import Mark, Note, Reason

__all__ = ["Notes"]

#: From so many letters on the last word may be the beginning of one in a note.
_UNFINISHED = 3


class _Words:
    """Which notes have a word, by every form of it."""

    def __init__(self) -> None:
        self._surfaces: dict[str, set[int]] = {}
        self._stems: dict[str, set[int]] = {}

    def add(self, number: int, forms: Iterable[Forms]) -> None:
        for surface, stem in set(forms):
            self._surfaces.setdefault(surface, set()).add(number)
            self._stems.setdefault(stem, set()).add(number)

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self._surfaces)

    def having(self, group: WordGroup) -> set[int]:
        """Return the notes that have the word of a group."""
        surface, stem = group.token.surface, group.token.stem
        found = self._surfaces.get(surface, set()) | self._stems.get(stem, set())
        if _may_go_on(group):
            for place in range(bisect_left(self._sorted, surface), len(self._sorted)):
                if not self._sorted[place].startswith(surface):
                    break
                found |= self._surfaces[self._sorted[place]]
        return found


class _Read(NamedTuple):
    """The notes analysed: the words of each in order, and where each word is found."""

    forms: Sequence[Sequence[Forms]]
    texts: _Words
    titles: _Words


class Notes:
    """All notes of a binder, as they are at one time.

    They are analysed with the first question: opening does not wait for it.
    """

    def __init__(self, notes: Iterable[Note] = (), analyser: Analyser | None = None) -> None:
        self._notes = tuple(notes)
        self._numbers = {note.ref: number for number, note in enumerate(self._notes)}
        self._analyser = analyser or Analyser()

    def text(self, ref: Ref) -> str:
        """Return what is written beside a record; may be empty."""
        number = self._numbers.get(ref)
        return "" if number is None else self._notes[number].text

    def find(self, plan: Plan) -> dict[int, Note]:
        """Return the notes that answer a plan, by the row of their record."""
        if not self._notes or not plan.groups or plan.first_letter:
            return {}
        read = self._read
        answering = set(range(len(self._notes)))
        in_text: set[int] = set()
        for group in plan.groups:
            having = read.texts.having(group)
            in_text |= having
            answering &= having | read.titles.having(group)
            if not answering:
                return {}
        found = [self._notes[number] for number in sorted(answering & in_text)]
        return {row_number(*note.ref): note for note in found}

    def explain(self, note: Note, published: Explanation, whole: bool, plan: Plan) -> Explanation:
        """Return why a record with a note is shown: by its note, or as it is without one.

        Args:
            note: one that :meth:`find` has found.
            published: the explanation from what is published.
            whole: what is published answers all words.
        """
        if whole and published.reason.kind in ("word", "stem"):
            return published
        line = note.text.replace("\n", " ")
        marks = self._marks(line, self._read.forms[self._numbers[note.ref]], plan)
        snippet, shown = cut(line, marks)
        found = dict.fromkeys(line[mark.start : mark.end] for mark in marks)
        reason = Reason("note", plan.text, " ".join(found))
        return Explanation(reason, snippet, shown, published.title_marks)

    def _marks(self, line: str, forms: Sequence[Forms], plan: Plan) -> list[Mark]:
        """Return where the words of the question stand, from the first on as far as is shown."""
        surfaces = {group.token.surface for group in plan.groups}
        stems = {group.token.stem for group in plan.groups}
        begun = tuple(group.token.surface for group in plan.groups if _may_go_on(group))
        places = [
            place
            for place, (surface, stem) in enumerate(forms)
            if surface in surfaces or stem in stems or (begun and surface.startswith(begun))
        ]
        first = places[0]
        spans = self._analyser.spans(line, first, first + WINDOW)
        return [Mark(*spans[place - first]) for place in places if place < first + WINDOW]

    @cached_property
    def _read(self) -> _Read:
        read = _Read(
            [self._analyser.all_forms(note.text) for note in self._notes], _Words(), _Words()
        )
        for number, note in enumerate(self._notes):
            read.texts.add(number, read.forms[number])
            read.titles.add(number, self._analyser.all_forms(note.title))
        return read


def _may_go_on(group: WordGroup) -> bool:
    """Whether a word may be the beginning of one in a note."""
    return group.last and len(group.token.surface) >= _UNFINISHED
