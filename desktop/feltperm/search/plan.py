"""From what was typed to what to look for (DESIGN section 5, steps 4 and 5).

A plan is a list of groups, one for each word that counts. A group is a list of alternatives, each
with the reason it would give. MATCH text is only ever made from folded tokens, which hold nothing
but letters and digits.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from feltperm.search import fields
from feltperm.search.compounds import cuts, joins, split
from feltperm.search.stop_words import FUNCTION_WORDS, is_stop_word
from feltperm.search.synonyms import LONGEST, Synonyms
from feltperm.search.text import Analyser, Token
from feltperm.search.values import ReasonKind
from feltperm.search.vocabulary import Vocabulary

__all__ = ["MAX_CHARACTERS", "MAX_WORDS", "Alternative", "Joined", "Plan", "Planner", "WordGroup"]

#: What is read of a question; more words than this narrow nothing.
MAX_CHARACTERS = 1000
MAX_WORDS = 32
#: How many compounds that contain a word are looked for beside it.
MAX_COMPOUNDS = 24

_DIGITS = re.compile(r"\+?\d(?:[\s().\-/]{0,3}\d){2,15}")
_HYPHENS = ("-", "–", "\N{NON-BREAKING HYPHEN}")
_SURFACES = "{title body}"
_STEMS = "{title_stem body_stem}"


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way a word may stand in a text.

    Attributes:
        kind: the reason it gives.
        words: the folded words in a row; stems if ``stemmed``.
        prefix: the last word may go on.
        title_only: look in titles only.
        common: so many records have it that only its place in titles tells them apart.
    """

    kind: ReasonKind
    words: tuple[str, ...]
    stemmed: bool = False
    prefix: bool = False
    title_only: bool = False
    common: bool = False

    def match(self, telling: bool = False) -> str:
        """Return the FTS5 expression.

        Args:
            telling: only where it tells records apart, for scoring.
        """
        if self.title_only or (telling and self.common):
            columns = "title_stem" if self.stemmed else "title"
        else:
            columns = _STEMS if self.stemmed else _SURFACES
        phrase = '"' + " ".join(self.words) + '"'
        return f"{columns} : {phrase}{' *' if self.prefix else ''}"


@dataclass(slots=True)
class WordGroup:
    """One word that counts, and everything it may mean.

    Attributes:
        alternatives: the ways it may stand in a text.
        compounds: the compounds that contain it; they answer it too, but less.
        many_compounds: so many records have one of these that it does not tell them apart.
        near: the known words nearest to it, when it is not known itself.
        parts: the stems of its parts, when it is a compound.
    """

    token: Token
    last: bool
    known: bool = True
    alternatives: list[Alternative] = field(default_factory=list)
    compounds: list[Alternative] = field(default_factory=list)
    many_compounds: bool = False
    near: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()

    @property
    def common(self) -> bool:
        """Whether some way it may stand in a text is common."""
        return any(one.common for one in self.alternatives)

    def match(self, telling: bool = False) -> str:
        """Return the FTS5 expression that any alternative fulfils."""
        return "(" + " OR ".join(one.match(telling) for one in self.alternatives) + ")"


class Joined(NamedTuple):
    """A compound that a word group and the next one make together."""

    first: int
    alternative: Alternative


@dataclass(slots=True)
class Plan:
    """Everything to look for.

    Attributes:
        text: what was typed, cut.
        key: the folded words, to compare with whole names.
        digits: strings of digits that may be phone numbers.
        joined: compounds in the index that two neighbours make.
    """

    text: str
    key: str = ""
    groups: list[WordGroup] = field(default_factory=list)
    digits: tuple[str, ...] = ()
    joined: list[Joined] = field(default_factory=list)

    @property
    def first_letter(self) -> bool:
        """Whether all there is so far is one letter that may go on."""
        return len(self.groups) == 1 and self.groups[0].last and len(self.key) == 1


class Planner:
    """Makes plans for one library."""

    def __init__(self, vocabulary: Vocabulary, synonyms: Synonyms, analyser: Analyser) -> None:
        self._vocabulary = vocabulary
        self._synonyms = synonyms
        self._analyser = analyser

    def plan(self, text: str, typing: bool, common_above: Callable[[int], int]) -> Plan:
        """Work out what to look for.

        Args:
            typing: the last word may be unfinished.
            common_above: in how many records a word of so many may stand before it is common.
        """
        text = text[:MAX_CHARACTERS].encode("utf-8", "replace").decode("utf-8")
        tokens = list(self._analyser.tokens(text))[:MAX_WORDS]
        plan = Plan(
            text=text.strip(),
            key=" ".join(token.surface for token in tokens),
            digits=tuple(dict.fromkeys(fields.phone_digits(run) for run in _DIGITS.findall(text))),
        )
        open_end = typing and bool(tokens) and tokens[-1].end == len(text)
        counting = _counting(tokens, open_end)
        known = self._vocabulary.known(counting)
        common = common_above(len(counting))
        for token in counting:
            last = open_end and token is tokens[-1]
            plan.groups.append(self._group(token, last, known, common))
        _join_numbers(text, tokens, plan.groups, open_end)
        self._add_synonyms(tokens, plan.groups, common)
        for group in plan.groups:
            if not group.known:
                self._add_near(group, common)
        self._add_parts(plan.groups, common)
        plan.joined = self._joined(counting)
        return plan

    def _group(self, token: Token, last: bool, known: set[str], common: int) -> WordGroup:
        """Return the word itself, its stem, and its beginning while it is unfinished."""
        group = WordGroup(token, last)
        surface, stem = token.surface, token.stem
        count = self._vocabulary.records_with
        group.alternatives += [
            Alternative("word", (surface,), common=count(surface, "surface") > common),
            Alternative("stem", (stem,), stemmed=True, common=count(stem, "stem") > common),
        ]
        if last and len(surface) > 1:
            group.alternatives.append(
                Alternative(
                    "word",
                    (surface,),
                    prefix=True,
                    title_only=len(surface) == 2,
                    common=count(surface, "prefix") > common,
                )
            )
        group.known = (
            token.surface in known
            or token.stem in known
            or (last and self._vocabulary.has_prefix(token.surface))
            or self._vocabulary.has_place(token.surface, last)
        )
        return group

    def _add_near(self, group: WordGroup, common: int) -> None:
        """Look for the nearest words to one that neither the index nor the synonyms know."""
        surface = group.token.surface
        group.near = tuple(self._vocabulary.near(surface))
        for word in group.near:
            stem = self._vocabulary.stem_of(word)
            group.alternatives.append(Alternative("near", (word,)))
            group.alternatives.append(Alternative("near", (stem,), stemmed=True))
            group.alternatives += self._terms([Token(word, word, stem, 0, 0)], common)
        if group.last and not group.near:
            for begun in self._vocabulary.beginnings(surface):
                group.alternatives.append(Alternative("near", (begun,), prefix=True))

    def _add_synonyms(
        self, tokens: Sequence[Token], groups: Iterable[WordGroup], common: int
    ) -> None:
        """Let every run of words that is a term bring the other terms of its group.

        A term may hold a stop word («puster ikke»), so runs are looked for among all that was
        typed; what they bring goes to those of their words that count.
        """
        counting = {group.token.start: group for group in groups}
        place = 0
        while place < len(tokens):
            place += self._widen_at(tokens, place, counting, common)

    def _widen_at(
        self, tokens: Sequence[Token], place: int, counting: Mapping[int, WordGroup], common: int
    ) -> int:
        """Widen the longest term that begins here; return how many words it has (at least 1)."""
        for length in range(min(LONGEST, len(tokens) - place), 0, -1):
            run = tokens[place : place + length]
            groups = [counting[token.start] for token in run if token.start in counting]
            terms = self._terms(run, common) if groups else []
            for group in groups if terms else ():
                group.known = True
                if group.token.surface in FUNCTION_WORDS:
                    # «AA» is folded like `å`, and «NA» like `nå`: the words stand everywhere.
                    group.alternatives = [one for one in group.alternatives if one.prefix]
                group.alternatives += terms
            if terms:
                return length
        return 1

    def _terms(self, run: Sequence[Token], common: int) -> list[Alternative]:
        """Return the synonyms of a run of words."""
        count = self._vocabulary.records_with
        return [
            Alternative(
                "synonym",
                term.words,
                stemmed=term.stemmed,
                common=len(term.words) == 1
                and count(term.words[0], "stem" if term.stemmed else "surface") > common,
            )
            for term in self._synonyms.widen(run)
        ]

    def _add_parts(self, groups: Iterable[WordGroup], common: int) -> None:
        """Split what is a compound, and look for the compounds of what is not."""
        for group in groups:
            surface, stem = group.token.surface, group.token.stem
            group.parts = tuple(self._vocabulary.parts_of(surface))
            if not group.parts and not group.near:
                asked = self._vocabulary.stems_of(cuts(surface) | cuts(stem))
                group.parts = split(surface, asked.get) or split(stem, asked.get) or ()
            if group.last and len(surface) < 4:
                continue
            found = self._vocabulary.compounds_of(stem, MAX_COMPOUNDS)
            group.compounds = [Alternative("part", (compound,)) for compound in found]
            group.many_compounds = sum(found.values()) > common

    def _joined(self, tokens: Sequence[Token]) -> list[Joined]:
        made: list[Joined] = []
        for place, (first, second) in enumerate(pairwise(tokens)):
            wanted = joins([(first.surface, first.stem), (second.surface, second.stem)])
            surfaces, stems = self._vocabulary.present(wanted)
            made += [Joined(place, Alternative("joined", (one,))) for one in surfaces]
            made += [Joined(place, Alternative("joined", (one,), stemmed=True)) for one in stems]
        return made


def _counting(tokens: Sequence[Token], open_end: bool) -> list[Token]:
    """Return the words that count: no stop words, unless there is nothing else.

    An unfinished last word counts whatever it is so far, but not yet with one letter, unless it
    is all there is.
    """
    last = tokens[-1:] if open_end else []
    finished = [token for token in tokens if token not in last]
    counting = [token for token in finished if not is_stop_word(token.word)]
    counting += [token for token in last if len(token.surface) > 1 or not counting]
    return counting or list(tokens)


def _join_numbers(
    text: str, tokens: Sequence[Token], groups: Iterable[WordGroup], open_end: bool
) -> None:
    """Let numbers with a hyphen between them stand together: «10-2» is a section of a law."""
    counting = {group.token.start: group for group in groups}
    for first, second in pairwise(tokens):
        numbers = (first.surface, second.surface)
        if text[first.end : second.start] in _HYPHENS and all(map(str.isdecimal, numbers)):
            together = Alternative("word", numbers, prefix=open_end and second is tokens[-1])
            for token in (first, second):
                if group := counting.get(token.start):
                    group.alternatives = [together]
