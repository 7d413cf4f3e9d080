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
from feltperm.search.values import Mark, Reason, ReasonKind

__all__ = ["Explainer", "Explanation"]

#: The length of a snippet in characters, and how much of it stands before the first match.
SNIPPET = 180
_BEFORE = 50
#: How many words from the first match on are looked at: more than a snippet holds.
_WINDOW = 60

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


@dataclass(slots=True)
class _Match:
    way: _Way
    mark: Mark
    found: str


@dataclass(slots=True)
class _Ways:
    """The ways of a plan by the first word they need."""

    surfaces: dict[str, list[_Way]] = field(default_factory=dict)
    stems: dict[str, list[_Way]] = field(default_factory=dict)
    prefixes: list[_Way] = field(default_factory=list)

    def add(self, groups: tuple[int, ...], source: str, alternative: Alternative) -> None:
        way = _Way(
            groups,
            alternative.kind,
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
                self._ways.add((number,), group.token.word, alternative)
            for part in group.parts:
                self._ways.add(
                    (number,), group.token.word, Alternative("part", (part,), stemmed=True)
                )
        for first, alternative in plan.joined:
            pair = (plan.groups[first].token.word, plan.groups[first + 1].token.word)
            self._ways.add((first, first + 1), " ".join(pair), alternative)
        if plan.first_letter:
            letter = Alternative("word", (plan.key,), prefix=True, title_only=True)
            self._ways.add((0,), plan.groups[0].token.word, letter)
        everywhere = tuple(way.words[0] for way in self._ways.prefixes if not way.title_only)
        in_names = tuple(way.words[0] for way in self._ways.prefixes)
        self._prefixes = {False: everywhere, True: in_names}

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

        When the title has a match already, only the two main texts are worth more than the
        beginning of the first.
        """
        for text in islice(page.texts(), fields.MAIN if in_title else None):
            if matches := self._matches(text):
                return _cut(text.text, _merged(matches)), matches
        first = next((text.text for text in page.texts() if text.text), "")
        return _cut(first, ()), []

    def _matches(self, text: ReadText, name: bool = False) -> list[_Match]:
        """Return the best match at each word of a text, from the first on as far as is shown.

        Args:
            name: the text is a title, or another name.
        """
        surfaces, stems = self._ways.surfaces, self._ways.stems
        prefixes = self._prefixes[name]
        forms = text.forms
        first = next(
            (
                place
                for place, (surface, stem) in enumerate(forms)
                if surface in surfaces or stem in stems or surface.startswith(prefixes)
            ),
            None,
        )
        if first is None:
            return []
        # What is further on is not in the snippet.
        last = min(first + _WINDOW, len(forms))
        spans = self._analyser.spans(text.text, first, last + LONGEST)
        found = (self._match(text, first + number, spans, number) for number in range(last - first))
        return [match for match in found if match]

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
        way = min(ways, key=lambda way: (_ORDER.index(way.kind), -len(way.words)))
        mark = Mark(spans[number][0], spans[number + len(way.words) - 1][1])
        return _Match(way, mark, text.text[mark.start : mark.end])

    def _candidates(self, forms: Forms) -> Iterator[_Way]:
        surface, stem = forms
        yield from self._ways.surfaces.get(surface, ())
        yield from self._ways.stems.get(stem, ())
        yield from (way for way in self._ways.prefixes if surface.startswith(way.words[0]))

    def _reason(self, matches: Iterable[_Match]) -> Reason | None:
        """Choose what needs telling most: the least plain of the plainest match of each word."""
        best: dict[int, tuple[int, Reason]] = {}
        for match in matches:
            rank = _ORDER.index(match.way.kind)
            for group in match.way.groups:
                if group not in best or rank < best[group][0]:
                    best[group] = rank, Reason(match.way.kind, match.way.source, match.found)
        return max(best.values(), key=lambda ranked: ranked[0])[1] if best else None


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


def _cut(text: str, marks: Sequence[Mark]) -> tuple[str, tuple[Mark, ...]]:
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
