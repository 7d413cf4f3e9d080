"""Norwegian text to tokens, the same way for what is indexed and what is typed.

DESIGN section 5, steps 1 and 2: tokens on lower-case text with their place in the original,
folded (:func:`feltperm.catalogue.fold.fold`), and the folded Snowball stem. No third thing: what
cannot become a token (quotes, brackets, control characters, lone surrogates) simply is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple
from unicodedata import normalize

from feltperm.catalogue.fold import fold

__all__ = ["STOP_WORDS", "Analyser", "Token", "plain"]

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
_SIGNS = re.compile(r"[#>\[*_`+\n-]|\d\.")
_SPACE = re.compile(r"\s+")

_FUNCTION_WORDS = """
    alle at av bare ble bli blir blitt bør da de deg dei deim dem den denne der dere deres det dette
    deira din disse ditt du eg ei ein eit eitt eller en enn er et etter for fra frå få får før gi
    gir gjør gjøre gjere gjer går gå ha hadde han hans har hennes henne her ho hos hun hva hvem hver
    hvilke hvilken hvilket hvis hvor hvordan hvorfor i ikke ikkje inn ja jeg kan kor korleis kvar
    kva kven kvifor kunne man me med medan meg men mellom mens mer min mitt mot må når nei no noe
    noen nokon noko nå og også om opp oss over på seg si sin sine sitt skal skulle slik som så til
    ut uten utan var vart ved vel vere verte vi vil ville vår være vært å åt
"""
#: Words that say nothing on their own, bokmål and nynorsk, folded.
STOP_WORDS = frozenset(map(fold, _FUNCTION_WORDS.split()))


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


class Analyser:
    """Turns text into tokens and remembers the words it has met.

    The stemmer's package is slow to import (0.1 s), so it is loaded with the first word.
    """

    def __init__(self) -> None:
        self._stem: Callable[[str], str] | None = None
        self._known: dict[str, tuple[str, str]] = {}

    def words(self, text: str) -> list[str]:
        """Return the words of a text in lower case, in order."""
        return _WORD.findall(text.lower())

    def spelled(self, text: str) -> list[str]:
        """Return the words of a text exactly as they stand in it, in order."""
        return _WORD.findall(text)

    def spans(self, text: str) -> Iterator[tuple[str, int]]:
        """Give the words of a text exactly as they stand in it, and where each begins."""
        for found in _WORD.finditer(text):
            yield found[0], found.start()

    def tokens(self, text: str) -> Iterator[Token]:
        """Give the words of a text with their forms and places, in order."""
        for found in _WORD.finditer(text):
            word = found[0].lower()
            surface, stem = self.forms(word)
            yield Token(word, surface, stem, found.start(), found.end())

    def forms(self, word: str) -> tuple[str, str]:
        """Return (surface, stem) of a word in lower case; both folded, neither empty."""
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            known = self._known[word] = self._work_out(word[:_LONGEST])
        return known

    def _work_out(self, word: str) -> tuple[str, str]:
        surface = fold(word) or word
        if not surface[-1].isalpha():
            return surface, surface
        if self._stem is None:
            from snowballstemmer import stemmer  # noqa: PLC0415  0.1 s that start-up must not pay

            self._stem = stemmer("norwegian").stemWord
        return surface, fold(self._stem(normalize("NFC", word))) or surface


def plain(markdown: str) -> str:
    """Return the words of a Markdown text without its signs, on one line, for search and lists."""
    if not _SIGNS.search(markdown):
        return markdown
    text = _MARKUP.sub("", _LINK.sub(r"\1", markdown))
    return _SPACE.sub(" ", text).strip()
