"""Norwegian compounds, at the level of the vocabulary (DESIGN section 5, step 3).

`rusbehandling` is `rus` + `behandling` when both are words the index knows by themselves. Nothing
here reads a dictionary: the texts themselves are the word list, and a word only splits into words
that occur in them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import TypeAlias

from feltperm.search.stop_words import FUNCTION_WORDS

__all__ = ["SHORTEST", "Lexicon", "compounds", "cuts", "joins", "openings", "split"]

#: The shortest word that is taken apart, in letters.
SHORTEST = 7
#: The shortest part, in letters.
_SHORTEST_PART = 3
#: Letters that may stand between two parts.
_LINKS = ("s", "e")
_ENDINGS = """
    ande ane ene ende else elsen elsene elser eleg elig elige ens ers este eren erne eres eret ere
    het heten heter hetene heita ing inga ingen inger ingene ningen ninga ninger ningene ning
    lig lige leg sel sler slene skap skapen skapet som sted stede aren arane asjon asjonen
    isk iske isme ismen ist isten ister tion nes ren len gen sen kap ler mar ter ten pen ven ken
    den ver het sens ring rer
"""
#: Endings that look like words of their own.
_NO_TAILS = frozenset(_ENDINGS.split()) | FUNCTION_WORDS

#: Gives the stem of a word that the index knows by itself, or None.
Lexicon: TypeAlias = Callable[[str], str | None]


def split(word: str, lexicon: Lexicon) -> tuple[str, str] | None:
    """Return the stems of the two parts of a folded compound, or None.

    Of several cuts the most even one counts: `over|dose` before `ove|rdose`.
    """
    best: tuple[str, str] | None = None
    most = 0
    for place in _places(word):
        # an index asks half a million times: what fails most often comes first
        tail = word[place:]
        if tail in _NO_TAILS or not (second := lexicon(tail)):
            continue
        evenness = min(place, len(tail))
        if evenness > most:
            first = _head(word[:place], lexicon)
            if first:
                best, most = (first, second), evenness
    return best


def cuts(word: str) -> set[str]:
    """Return every string that :func:`split` may ask the lexicon about."""
    asked: set[str] = set()
    for place in _places(word):
        head, tail = word[:place], word[place:]
        if tail not in _NO_TAILS:
            asked |= {head, tail}
            if _linked(head):
                asked.add(head[:-1])
    return asked


def openings(word: str) -> list[tuple[tuple[str, ...], str]]:
    """Return (names the head may have, beginning of the tail) of an unfinished compound.

    The most even cuts come first; the head counts with or without a linking letter.
    """
    made = []
    for place in range(_SHORTEST_PART, len(word) - 1):
        head, tail = word[:place], word[place:]
        if head not in FUNCTION_WORDS:
            names = (head, head[:-1]) if _linked(head) else (head,)
            made.append((names, tail))
    return sorted(made, key=lambda one: -min(len(one[0][0]), len(one[1])))


def compounds(stems: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Give (compound, stem of a part) for every compound among known words.

    Parts that are compounds themselves give their own parts too, so that `rus` is a part of
    `rusbehandlingstilbud`.

    Args:
        stems: stem by folded word, for all words of the index.
    """
    known = {stem: stem for stem in stems.values()} | dict(stems)
    lexicon = known.get
    halves = cache(lambda word: split(word, lexicon))
    for word, whole in stems.items():
        parts = list(_parts(word, halves)) or _parts(whole, halves)
        for part in dict.fromkeys(parts):
            if part != whole:
                yield word, part


def joins(words: Iterable[tuple[str, str]]) -> list[str]:
    """Return the compounds that two neighbouring words may be meant as, in either order.

    Args:
        words: (surface, stem) of the two.
    """
    first, second = words
    made: dict[str, None] = {}
    for (surface, stem), (tail, tail_stem) in ((first, second), (second, first)):
        for head in dict.fromkeys((surface, stem)):
            for link in ("", *_LINKS):
                for end in dict.fromkeys((tail, tail_stem)):
                    made[head + link + end] = None
    return list(made)


def _parts(
    word: str, halves: Callable[[str], tuple[str, str] | None], depth: int = 3
) -> Iterator[str]:
    """Give the parts of a word and the parts of those; ``depth`` ends what would go on."""
    if depth and len(word) >= SHORTEST:
        for half in halves(word) or ():
            yield half
            yield from _parts(half, halves, depth - 1)


def _places(word: str) -> range:
    """Return where a word may be cut."""
    if len(word) < SHORTEST:
        return range(0)
    return range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)


def _head(head: str, lexicon: Lexicon) -> str | None:
    """Return the stem of a first part, with or without a linking letter."""
    if head in FUNCTION_WORDS:
        return None
    return lexicon(head) or (lexicon(head[:-1]) if _linked(head) else None)


def _linked(head: str) -> bool:
    return len(head) > _SHORTEST_PART and head.endswith(_LINKS)
