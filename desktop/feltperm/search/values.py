"""What goes into a search and what comes out: plain values."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, NamedTuple, TypeAlias

from feltperm.catalogue.areas import Level
from feltperm.catalogue.library import Ref
from feltperm.catalogue.records import Kind, Record, Status

__all__ = [
    "NOT_STATED", "PLUS", "FilterName", "Fit", "Group", "Hint", "Hit", "Interrupted", "Mark",
    "Note", "Reason", "ReasonKind", "Request", "Results", "Section", "Three",
]  # fmt: skip

ReasonKind: TypeAlias = Literal["word", "stem", "part", "synonym", "near", "joined", "note"]
#: Under which heading a hit belongs: it fits, it does not state what was filtered by, or it is
#: for other places than the chosen municipality.
Group: TypeAlias = Literal["match", "not_stated", "elsewhere"]

#: What a row may not state that was filtered by.
FilterName: TypeAlias = Literal[
    "open_at", "no_referral", "free", "may_come_while_using", "offer", "language", "topic",
    "audience",
]  # fmt: skip
#: The third answer, among the counts of a facet.
NOT_STATED = "not_stated"

#: Stands between the parts of a split word.
PLUS = " + "


class Interrupted(Exception):
    """The search was stopped by :meth:`Searcher.interrupt`; a newer keystroke is waiting."""


class Mark(NamedTuple):
    """A matched word, as positions in the text it belongs to."""

    start: int
    end: int


class Note(NamedTuple):
    """What the user has written beside a record.

    Attributes:
        title: the record's title.
    """

    ref: Ref
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Three:
    """Rows by their answer to a filter: yes, no, or not stated."""

    yes: Set[int]
    no: Set[int]
    not_stated: Set[int]

    @classmethod
    def of(cls, rows: Set[int], yes: Set[int], no: Set[int]) -> Three:
        """Sort ``rows`` by who says yes and who says no."""
        return cls(rows & yes, rows & no, rows - yes - no)

    def within(self, rows: Set[int]) -> Three:
        """Return the answers of some of the rows."""
        return Three(self.yes & rows, self.no & rows, self.not_stated & rows)

    def counts(self) -> dict[str, int]:
        """Return how many gave each answer."""
        return {"yes": len(self.yes), "no": len(self.no), NOT_STATED: len(self.not_stated)}


class Section(NamedTuple):
    """The rows of an answer that stand under one heading.

    Attributes:
        elsewhere: they are for other places than the chosen municipality.
        unstated: what they do not state of what was filtered by.
    """

    elsewhere: bool
    unstated: tuple[FilterName, ...]


class Fit(NamedTuple):
    """How an answer fits what was filtered by, but for other places than the municipality.

    Attributes:
        known: how many records are known to fit.
        here: whether one of these is of the chosen municipality's own.
        unstated: how many do not state it.
    """

    known: int
    here: bool
    unstated: int


class Reason(NamedTuple):
    """Why a hit matched: how, what was typed, and the word that was found for it.

    Of a compound that was split, ``found`` is every part that was found, :data:`PLUS` between them.
    A ``note`` is what the user has written beside the record; then the snippet is from it.
    """

    kind: ReasonKind
    source: str
    found: str


class Hint(NamedTuple):
    """What to say above the hits.

    ``also``: the words are shown too, for a typed word that is not known («viser treff for»).
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
        neighbours: municipalities whose records come right before those of other places.
        open_at: services known to be open at this local time first; unstated ones after.
        no_referral: services known to need no referral first; unstated ones after.
        free: services known to cost nothing first; unstated ones after.
        may_come_while_using: services where one may come while using first; unstated ones after.
        offers: services known to offer one of these first; all others after.
        languages: what is known to be in one of these languages first; unstated after.
        topics: only what is about one of these.
        audiences: what is known to be for one of these first; unstated after.
        limit: the most hits to return; ``Results.total`` counts all.
        typing: the last word may be unfinished.
        counting: count every facet, not only those that are filtered by.
        literal: only what was typed, in any form: no near words and no synonyms.
        shown_in: the language that hits are shown in, where they have the words; what is found, and
            in which order, does not depend on it.
    """

    text: str
    kinds: tuple[Kind, ...] = ()
    municipality: str = ""
    neighbours: tuple[str, ...] = ()
    open_at: datetime | None = None
    no_referral: bool = False
    free: bool = False
    may_come_while_using: bool = False
    offers: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    limit: int = 50
    typing: bool = False
    literal: bool = False
    counting: bool = False
    shown_in: str = "nb"

    @property
    def narrowed(self) -> bool:
        """Whether anything but words decides what is found."""
        return bool(self.kinds or self.municipality) or self.filtered

    @property
    def filtered(self) -> bool:
        """Whether something is filtered by that a record may not state."""
        return bool(
            self.open_at
            or self.no_referral
            or self.free
            or self.may_come_while_using
            or self.offers
            or self.languages
            or self.topics
            or self.audiences
        )


@dataclass(frozen=True, slots=True)
class Hit:
    """One record that was found.

    Attributes:
        score: comparable within one answer only; higher is better.
        marks: matched words in ``snippet``; ``title_marks`` in ``title``.
        nearness: how near its area is to the chosen municipality; None when none was chosen or
            the record is for other places.
        record: the record itself, so that nobody has to read it again.
        section: under which heading it belongs.
        drawn: it stands where it stands because of another row (an own record before the one it
            speaks about, a helpline), not under the heading of its own section.
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
    section: Section
    drawn: bool = False


@dataclass(frozen=True, slots=True)
class Results:
    """An answer.

    Attributes:
        query: the text as it was understood: cut to a sane length.
        total: how many records fit or do not state it, whatever the limit.
        facets: counts over everything that was found, before that facet's own filter: ``kind`` by
            kind, ``no_referral`` and the like by yes, no and not_stated, ``offer`` and the like
            by value and not_stated.
        sections: how many records belong under each heading that the hits stand under.
        fit: how they fit what was filtered by; None without a filter that may not be stated.
        local: whether the library has a service or organisation of the chosen municipality's own;
            True when none is chosen.
    """

    query: str
    hits: tuple[Hit, ...] = ()
    total: int = 0
    hint: Hint | None = None
    facets: dict[str, dict[str, int]] = field(default_factory=dict)
    sections: dict[Section, int] = field(default_factory=dict)
    fit: Fit | None = None
    local: bool = True
