"""Explain the words of the Norwegian services (SCREENS section 1, J11): which ones a record uses.

A word is known in any spelling: «LAR», `lar`, `parorende`. In a record's text, where `lar` is a
verb and «LAR» a treatment, a form in capitals is only one when it stands in capitals.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from unicodedata import normalize

from feltperm.catalogue.fold import fold, sort_key
from feltperm.catalogue.records import Record, pick
from feltperm.catalogue.vocabulary import Term
from feltperm.search import fields

__all__ = ["Mention", "Term", "Terms"]

_WORD = re.compile(r"[^\W_]+")


class _Form(NamedTuple):
    """One way to write a term: its folded words, and whether they must stand in capitals."""

    words: tuple[str, ...]
    capitals: bool
    term: Term


class Mention(NamedTuple):
    """A term in a text, and where it stands."""

    term: Term
    start: int
    end: int


class Terms:
    """The term list, and what it says of a word or a record."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._terms = tuple(sorted(terms, key=lambda term: sort_key(term.term)))
        self._by_words: dict[tuple[str, ...], Term] = {}
        self._by_first: dict[str, list[_Form]] = {}
        for term in self._terms:
            for wording in (term.term, *term.also):
                if words := tuple(map(fold, _words(wording))):
                    form = _Form(words, wording.isupper(), term)
                    self._by_words.setdefault(words, term)
                    self._by_first.setdefault(words[0], []).append(form)
        for forms in self._by_first.values():
            forms.sort(key=lambda form: -len(form.words))

    def all(self) -> tuple[Term, ...]:
        """Return the whole list, in alphabetical order."""
        return self._terms

    def explain(self, word: str) -> Term | None:
        """Return the term that a word, or several words, are a form of."""
        return self._by_words.get(tuple(map(fold, _words(word))))

    def terms_in(self, record: Record) -> tuple[Term, ...]:
        """Return the terms that a record's text mentions as whole words, in order of first mention.

        The record is read in bokmål first, as far as it goes.
        """
        found: dict[str, Term] = {}
        for text in (pick(record.title)[1], *fields.readable(record)):
            for mention in self.mentions(text):
                found.setdefault(mention.term.id, mention.term)
        return tuple(found.values())

    def mentions(self, text: str) -> Iterator[Mention]:
        """Give the terms among the words of a text (in NFC), the longest form at each place."""
        found = list(_WORD.finditer(normalize("NFC", text)))
        words = [one[0] for one in found]
        folded = [fold(word) for word in words]
        place = 0
        while place < len(words):
            form = self._form_at(words, folded, place)
            if form:
                last = found[place + len(form.words) - 1]
                yield Mention(form.term, found[place].start(), last.end())
            place += len(form.words) if form else 1

    def _form_at(self, words: Sequence[str], folded: Sequence[str], place: int) -> _Form | None:
        for form in self._by_first.get(folded[place], ()):
            end = place + len(form.words)
            if tuple(folded[place:end]) == form.words and (
                not form.capitals or all(word.isupper() for word in words[place:end])
            ):
                return form
        return None


def _words(text: str) -> list[str]:
    return _WORD.findall(normalize("NFC", text))
