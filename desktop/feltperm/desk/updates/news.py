"""What changed for me: my printed sheets, stars, collections and area first, then how much else."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from feltperm.catalogue.areas import Municipality
from feltperm.catalogue.fold import sort_key
from feltperm.catalogue.library import Ref
from feltperm.packs.changes import Changes, RecordChange
from feltperm.wording import counted, joined, say

__all__ = ["Counts", "Kept", "News", "NewsItem", "Reason", "counts", "for_me"]

#: Why a change concerns somebody, the strongest first: a sheet of it hangs somewhere, it has a
#: star, it is in a collection, it is a warning where I am, or it is for the place I work in.
Reason = Literal["printed", "favourite", "collected", "alert", "area"]
_ORDER: tuple[Reason, ...] = ("printed", "favourite", "collected", "alert", "area")


class Kept(NamedTuple):
    """What the user holds on to, as ``pack/id``.

    Attributes:
        favourites: what is starred.
        collected: what is in a collection.
        printed: what hangs on a wall.
    """

    favourites: Collection[str] = ()
    collected: Collection[str] = ()
    printed: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class NewsItem:
    """A change that concerns the user.

    Attributes:
        ref: the record's identity.
        change: what changed in it.
        reasons: why it is shown, the strongest first.
    """

    ref: Ref
    change: RecordChange
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many records are new, changed and gone."""

    new: int = 0
    changed: int = 0
    gone: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.new + self.changed + self.gone

    @property
    def words(self) -> str:
        """«9 nye, 31 endrede, 4 fjernet»; an empty string when there are none."""
        parts = (
            (self.new, counted(self.new, "{n} ny", "{n} nye")),
            (self.changed, counted(self.changed, "{n} endret", "{n} endrede")),
            (self.gone, say("{n} fjernet", n=self.gone)),
        )
        return joined(", ", (words for count, words in parts if count))


@dataclass(frozen=True, slots=True)
class News:
    """What concerns the user, and how much else there is."""

    mine: tuple[NewsItem, ...]
    rest: Counts


def for_me(
    changes: Iterable[Changes],
    home: Municipality | None,
    kept: Kept,
) -> News:
    """Sort the changes of updates into what concerns the user and what does not.

    A record that several updates changed stands once, with the newest change.

    Args:
        changes: the newest update first, as ``Updates.changes`` gives them.
        home: the municipality that the user works in.
        kept: what the user holds on to.
    """
    mine: list[NewsItem] = []
    rest: list[RecordChange] = []
    seen: set[Ref] = set()
    for update in changes:
        for change in update.records:
            ref = Ref(update.pack, change.id)
            if ref in seen:
                continue
            seen.add(ref)
            if reasons := _reasons(ref, change, home, kept):
                mine.append(NewsItem(ref, change, reasons))
            else:
                rest.append(change)
    mine.sort(key=lambda item: (_ORDER.index(item.reasons[0]), sort_key(item.change.title)))
    return News(tuple(mine), counts(rest))


def counts(records: Iterable[RecordChange]) -> Counts:
    """Count changes by what happened."""
    kinds = [record.what for record in records]
    return Counts(kinds.count("new"), kinds.count("changed"), kinds.count("gone"))


def _reasons(
    ref: Ref,
    change: RecordChange,
    home: Municipality | None,
    kept: Kept,
) -> tuple[Reason, ...]:
    local = home is not None and (
        home.number in change.municipalities
        or home.county in change.counties
        or home.health_region in change.health_regions
    )
    nowhere = not (change.municipalities or change.counties or change.health_regions)
    true: dict[Reason, bool] = {
        "printed": str(ref) in kept.printed,
        "favourite": str(ref) in kept.favourites,
        "collected": str(ref) in kept.collected,
        # a warning that names no place is for everybody
        "alert": change.kind == "alert" and (local or change.country or nowhere),
        "area": local,
    }
    return tuple(reason for reason in _ORDER if true[reason])
