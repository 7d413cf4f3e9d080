"""What is chosen in the filters: plain values, and the request they make."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypeGuard

if TYPE_CHECKING:  # loaded after the first paint
    from feltperm.catalogue.facets import Facet
    from feltperm.catalogue.records import Kind

__all__ = [
    "FACETS", "FLAGS", "KINDS", "NAMES", "Chosen", "Counts", "Name", "When", "is_facet",
]  # fmt: skip

Name: TypeAlias = Literal[
    "place", "open_at", "no_referral", "free", "may_come_while_using", "offer", "language",
    "topic", "audience", "kind",
]  # fmt: skip
When: TypeAlias = datetime | Literal["now"] | None
#: How many records each value of a facet has; empty while it is not known.
Counts: TypeAlias = Mapping[str, Mapping[str, int]]

NAMES: tuple[Name, ...] = (
    "place", "open_at", "no_referral", "free", "may_come_while_using", "offer", "language",
    "topic", "audience", "kind",
)  # fmt: skip
FLAGS: tuple[Name, ...] = ("no_referral", "free", "may_come_while_using")
FACETS: tuple[Facet, ...] = ("offer", "language", "topic", "audience")
#: What each kind shows; organisations are found among the services.
KINDS: dict[str, tuple[Kind, ...]] = {
    "all": (),
    "services": ("service", "organisation"),
    "guidance": ("guidance",),
    "posters": ("poster",),
}


def is_facet(name: str) -> TypeGuard[Facet]:
    """Say whether a filter is a list to choose from."""
    return name in FACETS


@dataclass(slots=True)
class Chosen:
    """What is chosen.

    Attributes:
        place: the number of a municipality; empty for everywhere.
        kind: a name of :data:`KINDS`.
        open_at: when places must be open; ``now`` moves on with the clock.
        flags: those of :data:`FLAGS` that are on.
        values: by one of :data:`FACETS`.
    """

    place: str = ""
    kind: str = "all"
    open_at: When = None
    flags: set[Name] = field(default_factory=set)
    values: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def is_on(self, name: Name) -> bool:
        """Say whether a filter is on."""
        if name == "place":
            return bool(self.place)
        if name == "kind":
            return self.kind != "all"
        if name == "open_at":
            return self.open_at is not None
        return name in self.flags or bool(self.values.get(name))

    def request(self, now: datetime) -> dict[str, Any]:
        """Return the filters as a search request takes them."""
        return {
            "kinds": KINDS[self.kind],
            "municipality": self.place,
            "open_at": now if self.open_at == "now" else self.open_at,
            **{name: name in self.flags for name in FLAGS},
            **{f"{facet}s": self.values.get(facet, ()) for facet in FACETS},
        }
