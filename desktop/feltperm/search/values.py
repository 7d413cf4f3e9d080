"""What goes into a search and what comes out: plain values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, NamedTuple, TypeAlias

from feltperm.catalogue.areas import Level
from feltperm.catalogue.library import Ref
from feltperm.catalogue.records import Kind, Record, Status

__all__ = [
    "Group", "Hint", "Hit", "Interrupted", "Mark", "Reason", "ReasonKind", "Request", "Results",
]  # fmt: skip

ReasonKind: TypeAlias = Literal["word", "stem", "part", "synonym", "near", "joined"]
#: Under which heading a hit belongs: it fits, it does not state what was filtered by, or it is
#: for other places than the chosen municipality.
Group: TypeAlias = Literal["match", "not_stated", "elsewhere"]


class Interrupted(Exception):
    """The search was stopped by :meth:`Searcher.interrupt`; a newer keystroke is waiting."""


class Mark(NamedTuple):
    """A matched word, as positions in the text it belongs to."""

    start: int
    end: int


class Reason(NamedTuple):
    """Why a hit matched: how, what was typed, and the word that was found for it."""

    kind: ReasonKind
    source: str
    found: str


class Hint(NamedTuple):
    """What to say above the hits.

    ``also``: the words are shown too, for a typed word that is not known («viser også»).
    ``did_you_mean``: nothing was found, and the words are suggestions.
    """

    kind: Literal["also", "did_you_mean"]
    source: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Request:
    """A question.

    Attributes:
        kinds: only these; empty for all.
        municipality: a number; its records come first, then its county's, its health region's,
            the whole country's, and last those of other places.
        open_at: services known to be open at this local time first; unstated ones after.
        no_referral: services known to need no referral first; unstated ones after.
        limit: the most hits to return; ``Results.total`` counts all.
        typing: the last word may be unfinished.
    """

    text: str
    kinds: tuple[Kind, ...] = ()
    municipality: str = ""
    open_at: datetime | None = None
    no_referral: bool = False
    limit: int = 50
    typing: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """One record that was found.

    Attributes:
        score: comparable within one answer only; higher is better.
        marks: matched words in ``snippet``; ``title_marks`` in ``title``.
        nearness: how near its area is to the chosen municipality; None when none was chosen or
            the record is for other places.
        record: the record itself, so that nobody has to read it again.
    """

    ref: Ref
    kind: Kind
    title: str
    score: float
    reason: Reason
    snippet: str
    marks: tuple[Mark, ...]
    title_marks: tuple[Mark, ...]
    area: str
    status: Status
    group: Group
    nearness: Level | None
    record: Record


@dataclass(frozen=True, slots=True)
class Results:
    """An answer.

    Attributes:
        query: the text as it was understood: cut to a sane length.
        total: how many records fit or do not state it, whatever the limit.
        facets: counts over everything that was found, before that facet's own filter:
            ``kind`` by kind, ``no_referral`` and ``open_at`` by yes, no and not_stated.
    """

    query: str
    hits: tuple[Hit, ...] = ()
    total: int = 0
    hint: Hint | None = None
    facets: dict[str, dict[str, int]] = field(default_factory=dict)
