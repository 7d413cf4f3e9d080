"""Norwegian text to tokens, the same way for what is indexed and what is typed.

DESIGN section 5, steps 1 and 2: tokens on lower-case text with their place in the original,
folded (:func:`feltperm.catalogue.fold.fold`), and the folded Snowball stem. No third thing: what
cannot become a token (quotes, brackets, control characters, lone surrogates) simply is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import NamedTuple, TypeAlias
from unicodedata import normalize

from feltperm.catalogue.fold import fold

__all__ = ["Analyser", "Forms", "Token", "plain"]

#: A word, with the marks that a decomposed or vocalised spelling carries inside it.
_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f\u064b-\u0655\u0670]+[^\W_]*)*")
#: Longer words are cut, in the index and in the query alike.
_LONGEST = 64
#: How many different words are remembered; a library of 100,000 records has fewer.
_REMEMBERED = 400_000

_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_MARKUP = re.compile(
    r"^[ \t]*(?:#{1,6}|>|[-*+]|\d+\.)[ \t]+|[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}", re.M
)
_SIGNS = re.compile(r"[#\[*_`\n]|\A\s*(?:[>+-]|\d+\.)")
_SPACE = re.compile(r"\s+")
#: Doctors, whom the stemmer takes for adjectives: `fastlege` would become `fast`.
_DOCTOR = re.compile(
    r"((?:allmenn|barne|bydels|fast|fengsels|kommune|legevakts|over|skole|sykehus|tann|turnus|vakt)"
    r"lege?)(?:n|ns|s|r|rs|ne|nes|ar|ars|ane|anes)?"
)

#: A word as it is compared: (folded, its stem folded). A bare tuple, because there are many and the
#: garbage collector passes over bare tuples of strings.
Forms: TypeAlias = tuple[str, str]


class Token(NamedTuple):
    """One word of a text.

    Attributes:
        word: the word in lower case, as people spell it.
        surface: the word folded.
        stem: its stem, folded.
        start, end: where it stands in the original text, in characters.
    """

    word: str
    surface: str
    stem: str
    start: int
    end: int


class _Forms(dict[str, Forms]):
    """The forms of words as they are spelled, worked out when a word is first met.

    The stemmer's package is slow to import (0.1 s), so it is loaded with the first word.
    """

    def __init__(self) -> None:
        super().__init__()
        self._stem: Callable[[str], str] | None = None

    def __missing__(self, spelled: str) -> Forms:
        if len(self) >= _REMEMBERED:
            self.clear()
        word = spelled.lower()[:_LONGEST]
        surface = fold(word) or word
        forms = self[spelled] = (surface, self._stemmed(word, surface))
        return forms

    def _stemmed(self, word: str, surface: str) -> str:
        if not surface[-1].isalpha():
            return surface
        if self._stem is None:
            from snowballstemmer import stemmer  # noqa: PLC0415  0.1 s that start-up must not pay

            self._stem = stemmer("norwegian").stemWord
        if doctor := _DOCTOR.fullmatch(surface):
            return doctor[1].removesuffix("e")
        return fold(self._stem(normalize("NFC", word))) or surface


class Analyser:
    """Turns text into tokens and remembers the words it has met."""

    def __init__(self) -> None:
        self._forms = _Forms()

    def words(self, text: str) -> list[str]:
        """Return the words of a text in lower case, in order."""
        return _WORD.findall(text.lower())

    def forms(self, word: str) -> Forms:
        """Return the forms of one word; neither is empty."""
        return self._forms[word]

    def all_forms(self, text: str) -> list[Forms]:
        """Return the forms of every word of a text, in order."""
        return list(map(self._forms.__getitem__, _WORD.findall(text)))

    def spans(self, text: str, first: int = 0, stop: int | None = None) -> list[tuple[int, int]]:
        """Return where each word of a text begins and ends, in order.

        Args:
            first, stop: only these words, by number.
        """
        return [found.span() for found in islice(_WORD.finditer(text), first, stop)]

    def tokens(self, text: str) -> Iterator[Token]:
        """Give the words of a text with their forms and places, in order."""
        for found in _WORD.finditer(text):
            surface, stem = self._forms[found[0]]
            yield Token(found[0].lower(), surface, stem, found.start(), found.end())


def plain(markdown: str) -> str:
    """Return the words of a Markdown text without its signs, on one line, for search and lists."""
    if not _SIGNS.search(markdown):
        return markdown
    text = _MARKUP.sub("", _LINK.sub(r"\1", markdown))
    return _SPACE.sub(" ", text).strip()
