"""Why a record matched, and the piece of its text that shows it (DESIGN section 5, step 6).

Reasons are read from the words a person will see: the record's own text is looked through with
the same analysis as the index, so a mark always stands at whole words of the original.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from feltperm.search import fields
from feltperm.search.plan import Alternative, Plan
from feltperm.search.reading import ReadRecord, ReadText
from feltperm.search.synonyms import LONGEST
from feltperm.search.text import Analyser, Forms
from feltperm.search.values import PLUS, Mark, Reason, ReasonKind

__all__ = ["WINDOW", "Explainer", "Explanation", "cut"]

#: The length of a snippet in characters, and how much of it stands before the first match.
SNIPPET = 180
_BEFORE = 50
#: How many words from the first match on are looked at: more than a snippet holds.
WINDOW = 60

#: From the plainest to the one that most needs telling.
_ORDER: tuple[ReasonKind, ...] = ("word", "stem", "joined", "part", "synonym", "near")


class Explanation(NamedTuple):
    """What is shown of a hit besides the title."""

    reason: Reason
    snippet: str
    marks: tuple[Mark, ...]
    title_marks: tuple[Mark, ...]


class _Way(NamedTuple):
    """One way to match: which groups it answers, how, from what was typed."""

    groups: tuple[int, ...]
    kind: ReasonKind
    source: str
    words: tuple[str, ...]
    stemmed: bool
    title_only: bool

    def order(self) -> tuple[int, int, int]:
        """Sort key of ways at one place: those that answer most first, then the plainest."""
        return -len(self.groups), _ORDER.index(self.kind), -len(self.words)


@dataclass(slots=True)
class _Match:
    way: _Way
    mark: Mark
    found: str

    @property
    def rank(self) -> int:
        """How much the match needs telling."""
        return _ORDER.index(self.way.kind)


@dataclass(slots=True)
class _Ways:
    """The ways of a plan by the first word they need."""

    surfaces: dict[str, list[_Way]] = field(default_factory=dict)
    stems: dict[str, list[_Way]] = field(default_factory=dict)
    prefixes: list[_Way] = field(default_factory=list)

    def add(
        self,
        groups: tuple[int, ...],
        source: str,
        alternative: Alternative,
        kind: ReasonKind | None = None,
    ) -> None:
        way = _Way(
            groups,
            kind or alternative.kind,
            source,
            alternative.words,
            alternative.stemmed,
            alternative.title_only,
        )
        if alternative.prefix:
            self.prefixes.append(way)
            return
        table = self.stems if alternative.stemmed else self.surfaces
        table.setdefault(alternative.words[0], []).append(way)


class Explainer:
    """Explains the hits of one plan."""

    def __init__(self, plan: Plan, analyser: Analyser) -> None:
        self._plan = plan
        self._analyser = analyser
        self._ways = _Ways()
        for number, group in enumerate(plan.groups):
            for alternative in (*group.alternatives, *group.compounds):
                groups = self._run(number, alternative)
                if groups[0] == number:
                    typed = " ".join(map(plan.typed, groups))
                    # A synonym of a near word is not one of what was typed.
                    near = group.near and alternative.kind == "synonym"
                    self._ways.add(groups, typed, alternative, "near" if near else None)
            for part in group.part_alternatives():
                self._ways.add((number,), plan.typed(number), part)
        for groups, typed, alternative in plan.joined:
            self._ways.add(groups, typed, alternative)
        if plan.first_letter:
            letter = Alternative("word", (plan.key,), prefix=True, title_only=True)
            self._ways.add((0,), plan.typed(0), letter)
        everywhere = tuple(way.words[0] for way in self._ways.prefixes if not way.title_only)
        in_names = tuple(way.words[0] for way in self._ways.prefixes)
        self._prefixes = {False: everywhere, True: in_names}

    def _run(self, number: int, alternative: Alternative) -> tuple[int, ...]:
        """Return the groups that a way is for: a term of several words is for all of them."""
        if alternative.kind != "synonym":
            return (number,)
        return tuple(
            place
            for place, group in enumerate(self._plan.groups)
            if any(one is alternative for one in group.alternatives)
        )

    def explain(self, page: ReadRecord, other: Reason | None) -> Explanation:
        """Return why and where a record matched.

        Args:
            other: the reason that lies outside the text (a place, a number); it counts when no
                word of the text was found.
        """
        matches = self._matches(page.title, name=True)
        title_marks = _merged(matches)
        # One letter is looked for at the beginning of names only.
        in_title = bool(matches) or self._plan.first_letter
        snippet, found = self._snippet(page, in_title)
        matches += found
        if not matches:
            for name in page.names:
                matches += self._matches(name, name=True)
        reason = self._reason(matches) or other or Reason("word", self._plan.text, page.title.text)
        return Explanation(reason, *snippet, title_marks)

    def _snippet(
        self, page: ReadRecord, in_title: bool
    ) -> tuple[tuple[str, tuple[Mark, ...]], list[_Match]]:
        """Return ((snippet, marks), matches) of the first text with a match, else its beginning.

        A match in a text that is not shown counts, and the beginning is shown all the same.
        When the title has a match already, only the two main texts are worth more than the
        beginning of the first.
        """
        for text in islice(page.texts(), fields.MAIN if in_title else None):
            if matches := self._matches(text):
                if not text.aside:
                    return cut(text.text, _merged(matches)), matches
                break
        else:
            matches = []
        first = next((text.text for text in page.texts() if text.text), "")
        return cut(first, ()), matches

    def _matches(self, text: ReadText, name: bool = False) -> list[_Match]:
        """Return the best match at each word of a text, from the first on as far as is shown.

        Args:
            name: the text is a title, or another name.
        """
        places = self._places(text, self._prefixes[name])
        if not places:
            return []
        # What is further on is not in the snippet.
        first, last = places[0], min(places[0] + WINDOW, len(text.forms))
        spans = self._analyser.spans(text.text, first, last + LONGEST)
        found = (self._match(text, p, spans, p - first) for p in places if p < last)
        return [match for match in found if match]

    def _places(self, text: ReadText, prefixes: tuple[str, ...]) -> list[int]:
        """Return where a match may begin; that a text has none is told by its word sets."""
        surfaces, stems = self._ways.surfaces, self._ways.stems
        begun = any(f" {prefix}" in text.line for prefix in prefixes)
        if not begun and text.surfaces.isdisjoint(surfaces) and text.stems.isdisjoint(stems):
            return []
        return [
            place
            for place, (surface, stem) in enumerate(text.forms)
            if surface in surfaces or stem in stems or surface.startswith(prefixes)
        ]

    def _match(
        self, text: ReadText, place: int, spans: Sequence[tuple[int, int]], number: int
    ) -> _Match | None:
        """Return the best way that the word at a place of a text, and those after it, match.

        Args:
            spans: where words stand; that word is the one of this number.
        """
        ways = [way for way in self._candidates(text.forms[place]) if _goes_on(way, text, place)]
        if not ways:
            return None
        way = min(ways, key=_Way.order)
        mark = Mark(spans[number][0], spans[number + len(way.words) - 1][1])
        return _Match(way, mark, text.text[mark.start : mark.end])

    def _candidates(self, forms: Forms) -> Iterator[_Way]:
        surface, stem = forms
        yield from self._ways.surfaces.get(surface, ())
        yield from self._ways.stems.get(stem, ())
        yield from (way for way in self._ways.prefixes if surface.startswith(way.words[0]))

    def _reason(self, matches: Iterable[_Match]) -> Reason | None:
        """Choose what needs telling most: the least plain of the plainest match of each word."""
        best: dict[int, list[_Match]] = {}
        for match in matches:
            for group in match.way.groups:
                held = best.setdefault(group, [])
                if held and match.rank < held[0].rank:
                    held.clear()
                if not held or match.rank == held[0].rank:
                    held.append(match)
        if not best:
            return None
        group = max(best, key=lambda group: best[group][0].rank)
        way, found = best[group][0].way, best[group][0].found
        if way.kind == "part" and way.words[0] in self._plan.groups[group].parts:
            found = self._parts(group, best[group])
        return Reason(way.kind, way.source, found)

    def _parts(self, group: int, matches: Iterable[_Match]) -> str:
        """Return the parts of a split word that were found, in its order: «rus + behandling»."""
        split = self._plan.groups[group]
        found = {match.way.words[0]: match.found for match in reversed(list(matches))}
        parts = sorted(found.keys() & set(split.parts), key=split.token.surface.find)
        return PLUS.join(found[part] for part in parts)


def _goes_on(way: _Way, text: ReadText, place: int) -> bool:
    """Say whether the words after the first one stand there too."""
    if len(way.words) == 1:
        return True
    run = text.forms[place : place + len(way.words)]
    return way.words == tuple(forms[way.stemmed] for forms in run)


def _merged(matches: Iterable[_Match]) -> tuple[Mark, ...]:
    marks: list[Mark] = []
    for match in matches:
        if marks and match.mark.start < marks[-1].end:
            marks[-1] = Mark(marks[-1].start, max(marks[-1].end, match.mark.end))
        else:
            marks.append(match.mark)
    return tuple(marks)


def cut(text: str, marks: Sequence[Mark]) -> tuple[str, tuple[Mark, ...]]:
    """Cut a piece of a text around its first mark, at spaces, with «…» where words are missing."""
    if len(text) <= SNIPPET:
        return text, tuple(marks)
    start = max(0, marks[0].start - _BEFORE) if marks else 0
    start = min(start, len(text) - SNIPPET)
    end = start + SNIPPET
    if start:
        space = text.find(" ", start, marks[0].start if marks else end)
        start = space + 1 if space >= 0 else start
    if end < len(text):
        space = text.rfind(" ", start, end)
        end = space if space > start else end
    before, after = "… " if start else "", " …" if end < len(text) else ""
    shift = len(before) - start
    kept = tuple(
        Mark(m.start + shift, m.end + shift) for m in marks if start <= m.start and m.end <= end
    )
    return before + text[start:end] + after, kept
