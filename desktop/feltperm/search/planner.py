"""From what was typed to what to look for (DESIGN section 5, steps 3 to 5)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise

from feltperm.search import fields
from feltperm.search.compounds import SHORTEST, cuts, joins, openings, split
from feltperm.search.nynorsk import variants
from feltperm.search.plan import Alternative, Joined, Plan, Ways, WordGroup
from feltperm.search.stop_words import FUNCTION_WORDS, is_stop_word
from feltperm.search.synonyms import LONGEST, Synonyms
from feltperm.search.text import Analyser, Token
from feltperm.search.values import ReasonKind
from feltperm.search.vocabulary import Vocabulary

__all__ = ["MAX_CHARACTERS", "MAX_WORDS", "Planner"]

#: What is read of a question; more words than this narrow nothing.
MAX_CHARACTERS = 1000
MAX_WORDS = 32
#: How many compounds that contain a word are looked for beside it.
MAX_COMPOUNDS = 24
#: How many bokmål words a nynorsk one is looked for as.
_BOKMAL = 4
#: How many guesses count in another inflection too; stemming costs.
_STEMMED = 12
#: From so many letters on, what begins with a stem is most likely a form of it.
_STEM = 4
#: In a question of so few words a stop word may be half of a compound.
_SHORT = 3

_DIGITS = re.compile(r"\+?\d(?:[\s().\-/]{0,3}\d){2,15}")
_HYPHENS = ("-", "–", "\N{NON-BREAKING HYPHEN}")


class Planner:
    """Makes plans for one library."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        synonyms: Synonyms,
        analyser: Analyser,
        ways: Ways,
    ) -> None:
        self._vocabulary = vocabulary
        self._synonyms = synonyms
        self._analyser = analyser
        self._ways = ways

    def plan(
        self,
        text: str,
        typing: bool,
        common_above: Callable[[int], int],
        literal: bool = False,
    ) -> Plan:
        """Work out what to look for.

        Args:
            typing: the last word may be unfinished.
            common_above: in how many records a word of so many may stand before it is common.
            literal: take the words as they are: no synonyms, no near words.
        """
        text = text[:MAX_CHARACTERS].encode("utf-8", "replace").decode("utf-8").lstrip()
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
        if not literal:
            self._add_others(tokens, plan.groups, common)
        if self._ways.compounds:
            self._add_parts(plan.groups, common)
        if self._ways.joined:
            plan.joined = self._joined(tokens, counting)
        return plan

    def _add_others(
        self, tokens: Sequence[Token], groups: Sequence[WordGroup], common: int
    ) -> None:
        """Look for other words than those that were typed."""
        ways = self._ways
        if ways.synonyms:
            self._add_synonyms(tokens, groups, common)
        if ways.nynorsk:
            self._add_nynorsk(groups, common)
        if ways.stems:
            self._add_unseen(groups)
        if ways.compounds:
            self._add_unfinished(groups)
        for group in groups if ways.near else ():
            if not group.known:
                self._add_near(group, common)

    def _group(self, token: Token, last: bool, known: set[str], common: int) -> WordGroup:
        """Return the word itself, its stem, and its beginning while it is unfinished."""
        group = WordGroup(token, last)
        surface, stem = token.surface, token.stem
        count = self._vocabulary.records_with
        group.alternatives.append(
            Alternative("word", (surface,), common=count(surface, "surface") > common)
        )
        if self._ways.stems:
            group.alternatives.append(
                Alternative("stem", (stem,), stemmed=True, common=count(stem, "stem") > common)
            )
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

    def _add_nynorsk(self, groups: Iterable[WordGroup], common: int) -> None:
        """Look for the bokmål of what may be nynorsk, as far as the index knows it."""
        count = self._vocabulary.records_with
        for group in groups:
            guesses = variants(group.token.surface)
            stems = {guess: self._analyser.forms(guess)[1] for guess in guesses[:_STEMMED]}
            surfaces, only_stems = self._vocabulary.present({*guesses, *stems.values()})
            known = {*surfaces, *only_stems}
            meant = [guess for guess in guesses if guess in known or stems.get(guess) in known]
            for word in meant[:_BOKMAL]:
                stem = stems.get(word) or self._vocabulary.stem_of(word)
                often = count(word, "surface") > common, count(stem, "stem") > common
                group.known = True
                group.alternatives += [
                    Alternative("synonym", (word,), common=often[0]),
                    Alternative("synonym", (stem,), stemmed=True, common=often[1]),
                ]

    def _add_unseen(self, groups: Iterable[WordGroup]) -> None:
        """Look for what begins like a word in an inflection that the index has never seen."""
        for group in groups:
            stem, plain = group.token.stem, len(group.alternatives) == 2
            if group.last or not plain or len(stem) < _STEM or not stem.isalpha():
                continue
            surfaces, stems = self._vocabulary.present({group.token.surface, stem})
            if group.token.surface not in surfaces:
                kind: ReasonKind = "stem" if stem in (*surfaces, *stems) else "near"
                group.alternatives.append(Alternative(kind, (stem,), prefix=True))

    def _add_unfinished(self, groups: Iterable[WordGroup]) -> None:
        """Take an unfinished compound apart that the index does not have: `rusbehandl`."""
        for group in groups:
            surface = group.token.surface
            if not group.last or group.known or len(surface) < SHORTEST:
                continue
            cut = openings(surface)
            heads = self._vocabulary.stems_of({name for names, _ in cut for name in names})
            for names, tail in cut:
                head = next((heads[name] for name in names if name in heads), None)
                if head and self._vocabulary.has_prefix(tail):
                    group.parts, group.unfinished, group.known = (head, tail), True, True
                    break

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
            if group.unfinished:
                continue
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

    def _joined(self, tokens: Sequence[Token], counting: Sequence[Token]) -> list[Joined]:
        """Find the compounds that neighbours make, stop words too: «etter komme», «over taket»."""
        number = {token.start: place for place, token in enumerate(counting)}
        made: list[Joined] = []
        for first, second in pairwise(tokens):
            groups = tuple(number[one.start] for one in (first, second) if one.start in number)
            words = first.surface.isalpha() and second.surface.isalpha()
            if not words or len(groups) < (1 if len(tokens) <= _SHORT else 2):
                continue
            wanted = joins([(first.surface, first.stem), (second.surface, second.stem)])
            surfaces, stems = self._vocabulary.present(wanted)
            typed = f"{first.word} {second.word}"
            found = [Alternative("joined", (one,)) for one in surfaces]
            found += [Alternative("joined", (one,), stemmed=True) for one in stems]
            made += [Joined(groups, typed, alternative) for alternative in found]
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
