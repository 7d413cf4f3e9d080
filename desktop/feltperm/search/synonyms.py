"""Words that mean the same (``compiled/synonyms.json``; DESIGN section 5, step 4).

The terms of a group widen one another. A ``one_way`` term is ambiguous slang: typed, it leads to
the group's terms; it is never searched for because somebody typed one of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from feltperm.errors import ContentDamaged
from feltperm.search.text import Analyser

__all__ = ["LONGEST", "Group", "Synonyms", "Term", "load_synonyms"]

#: The most words a term may have.
LONGEST = 5


class Group(msgspec.Struct, frozen=True, omit_defaults=True):
    """One group of the vocabulary file."""

    id: str
    preferred: str
    terms: tuple[str, ...]
    one_way: tuple[str, ...] = ()


class Term(NamedTuple):
    """A term to search for: its stems in order, and the words as written."""

    stems: tuple[str, ...]
    wording: str


class Synonyms:
    """Answers which terms to search for beside the words that were typed."""

    def __init__(self, groups: Iterable[Group], analyser: Analyser) -> None:
        self._groups = tuple(groups)
        self._analyser = analyser
        self._members: list[list[Term]] = []
        self._leading_to: dict[tuple[str, ...], list[int]] | None = None

    def widen(self, stems: Sequence[str]) -> list[Term]:
        """Return the other terms of every group that a run of stems leads to."""
        key = tuple(stems)
        found: dict[tuple[str, ...], Term] = {}
        for number in self._index().get(key, ()):
            for term in self._members[number]:
                found.setdefault(term.stems, term)
        found.pop(key, None)
        return list(found.values())

    def words(self) -> dict[str, tuple[str, str]]:
        """Return (stem, wording) by folded word, for every term that is one word."""
        return {
            tokens[0].surface: (tokens[0].stem, wording)
            for group in self._groups
            for wording in (*group.one_way, *group.terms)
            if len(tokens := list(self._analyser.tokens(wording))) == 1
        }

    def _index(self) -> dict[tuple[str, ...], list[int]]:
        """Work out the stems once, with the first question: that loads the stemmer."""
        if self._leading_to is None:
            self._leading_to = {}
            for number, group in enumerate(self._groups):
                members = [self._term(term) for term in group.terms]
                self._members.append([term for term in members if term.stems])
                for term in (*members, *map(self._term, group.one_way)):
                    self._leading_to.setdefault(term.stems, []).append(number)
            self._leading_to.pop((), None)
        return self._leading_to

    def _term(self, wording: str) -> Term:
        stems = tuple(token.stem for token in self._analyser.tokens(wording))
        return Term(stems if len(stems) <= LONGEST else (), wording)


def load_synonyms(path: Path, analyser: Analyser) -> Synonyms:
    """Read the compiled vocabulary file.

    Raises:
        ContentDamaged: the file is missing or is not what the compiler wrote.
    """
    try:
        return Synonyms(msgspec.json.decode(path.read_bytes(), type=list[Group]), analyser)
    except (OSError, ValueError, RecursionError) as error:
        raise ContentDamaged(
            "Ordlisten for søk kunne ikke leses. Søk virker, men finner færre ord.",
            f"{path.name}: {error}",
        ) from error
