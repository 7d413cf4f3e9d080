"""Words that mean the same (``compiled/synonyms.json``; DESIGN section 5, step 4).

The terms of a group widen one another. A ``one_way`` term is slang, a foreign word, or a word with
another meaning too: typed, it leads to the group's terms; it is never searched for because somebody
typed one of them.

Words are compared by their stems, so that any form of a word finds its group. A term in capitals
(«LAR», «AA»), or with a stem of at most three letters (`sår`), is *taken as written*: folded and
stemmed, `lår`, `å` and `særlig` would be the same words as these.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import msgspec

from feltperm.errors import ContentDamaged
from feltperm.search.text import Analyser, Token
from feltperm.wording import say

__all__ = ["LONGEST", "Group", "Synonyms", "Term", "load_synonyms", "make_term"]

#: The most words a term may have.
LONGEST = 5
#: Words that have so short a stem in common may have nothing else in common.
_SHORT_STEM = 3


class Group(msgspec.Struct, frozen=True, omit_defaults=True):
    """One group of the vocabulary file."""

    id: str
    preferred: str
    terms: tuple[str, ...]
    one_way: tuple[str, ...] = ()


class Term(NamedTuple):
    """A term to search for.

    Attributes:
        words: its stems in order, or its one folded word when it is taken as written.
        stemmed: whether they are stems.
        wording: the words as they stand in the vocabulary file.
    """

    words: tuple[str, ...]
    stemmed: bool
    wording: str


@dataclass(slots=True)
class _Index:
    """Which groups the words lead to.

    Attributes:
        members: the terms of each group.
        stems: groups by the stems of a term.
        written: (spelling, group) by the folded word, for terms that are taken as written.
    """

    members: list[list[Term]] = field(default_factory=list)
    stems: dict[tuple[str, ...], list[int]] = field(default_factory=dict)
    written: dict[str, list[tuple[str, int]]] = field(default_factory=dict)


class Synonyms:
    """Answers which terms to search for beside the words that were typed."""

    def __init__(self, groups: Iterable[Group], analyser: Analyser) -> None:
        self._groups = tuple(groups)
        self._analyser = analyser
        self._index: _Index | None = None

    def widen(self, run: Sequence[Token]) -> list[Term]:
        """Return the other terms of every group that a run of words leads to."""
        index = self._index = self._index or self._make_index()
        stems = tuple(token.stem for token in run)
        typed = {(stems, True)}
        numbers = dict.fromkeys(index.stems.get(stems, ()))
        if len(run) == 1:
            typed.add(((run[0].surface,), False))
            numbers |= dict.fromkeys(
                number
                for spelling, number in index.written.get(run[0].surface, ())
                if _is_spelling(run[0].word, spelling)
            )
        found = {term[:2]: term for number in numbers for term in reversed(index.members[number])}
        return [term for key, term in found.items() if key not in typed]

    def words(self) -> dict[str, tuple[str, str]]:
        """Return (stem, wording) by folded word, for every term that is one word."""
        return {
            tokens[0].surface: (tokens[0].stem, wording)
            for group in self._groups
            for wording in (*group.one_way, *group.terms)
            if len(tokens := list(self._analyser.tokens(wording))) == 1
        }

    def _make_index(self) -> _Index:
        """Work out the stems, with the first question: that loads the stemmer."""
        index = _Index()
        for number, group in enumerate(self._groups):
            index.members.append([term for term in map(self._term, group.terms) if term.words])
            for term in map(self._term, (*group.terms, *group.one_way)):
                if term.stemmed:
                    index.stems.setdefault(term.words, []).append(number)
                else:
                    spelling = (term.wording.lower(), number)
                    index.written.setdefault(term.words[0], []).append(spelling)
        index.stems.pop((), None)
        return index

    def _term(self, wording: str) -> Term:
        return make_term(wording, self._analyser)


def make_term(wording: str, analyser: Analyser) -> Term:
    """Return how a wording of the vocabulary file is compared; without words if it has too many."""
    tokens = list(analyser.tokens(wording))
    if len(tokens) == 1 and (wording.isupper() or len(tokens[0].stem) <= _SHORT_STEM):
        return Term((tokens[0].surface,), False, wording)
    stems = tuple(token.stem for token in tokens)
    return Term(stems if len(stems) <= LONGEST else (), True, wording)


def _is_spelling(typed: str, word: str) -> bool:
    """Say whether a typed word is this word of the same letters: `sar` may be `sår`, `å` not AA."""
    return typed == word or (typed.isascii() and not word.isascii())


def load_synonyms(path: Path, analyser: Analyser) -> Synonyms:
    """Read the compiled vocabulary file.

    Raises:
        ContentDamaged: the file is missing or is not what the compiler wrote.
    """
    try:
        return Synonyms(msgspec.json.decode(path.read_bytes(), type=list[Group]), analyser)
    except (OSError, ValueError, RecursionError) as error:
        raise ContentDamaged(
            say("Ordlisten for søk kunne ikke leses. Søk virker, men finner færre ord."),
            f"{path.name}: {error}",
        ) from error
