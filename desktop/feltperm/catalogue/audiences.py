"""What it means that a record says for whom it is: who is known to fit, and who is known not to.

The ids are those of ``vocabulary/audiences.yaml``. A statement rules out only what it speaks of:
«over 18» says nothing of whether one uses or is a relative, «rusavhengige» nothing of age. And
whoever it is about may be several things at once, so a service for those without a home is not
known to be closed to those who use.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set

__all__ = ["EVERYONE", "fit", "placed"]

#: Open to everybody, whatever else one is.
EVERYONE = "everyone"

#: Wider -> narrower: who belongs to the narrower belongs to the wider.
_NARROWER: Mapping[str, frozenset[str]] = {
    "people_who_use": frozenset({"people_who_inject"}),
    "relatives": frozenset({"bereaved"}),
    "helpers": frozenset({"professionals", "health_professionals"}),
    "professionals": frozenset({"health_professionals"}),
}
_ABOUT = frozenset({
    "people_who_use", "people_who_inject", "in_lar", "patients", "mental_health", "gambling",
    "violence", "homeless", "hardship", "migrants", "after_prison",
})  # fmt: skip
#: What is said of people beside their part in it. Of whom it is about, unless it is said of others.
_BESIDE = frozenset({"children", "young", "adults", "women", "men", "pregnant_parents"})
_AROUND = frozenset({"relatives", "bereaved"})
#: May be those around the one it is about as well as he himself: «også foreldre kan ringe».
_FAMILY = frozenset({"pregnant_parents"})
#: One question each, and its answers. Who names one rules out those that share no answer with it;
#: two that overlap, as the young and the grown-up, share one.
_PART: tuple[Set[str], ...] = (
    _ABOUT, _AROUND, {"helpers", "professionals", "health_professionals"},
)  # fmt: skip
_AGE: tuple[Set[str], ...] = ({"children", "young"}, {"young", "adults"})
_SEX: tuple[Set[str], ...] = ({"women"}, {"men"})


def placed() -> frozenset[str]:
    """Return every id that has a place here; the list of words has no other."""
    return frozenset({EVERYONE, *_BESIDE}.union(*_PART))


def fit(
    named: Mapping[str, Set[int]], wanted: Iterable[str]
) -> tuple[frozenset[int], frozenset[int]]:
    """Return the rows that are known to be for any of the wanted, and those known to be for none.

    Args:
        named: the rows that name each value.
    """
    asked = tuple(wanted)
    yes = frozenset[int]().union(*(_known(named, one) for one in asked))
    ruled_out = [_ruled_out(named, one) for one in asked]
    no = frozenset.intersection(*ruled_out) if ruled_out else frozenset[int]()
    return yes, no - yes


def _known(named: Mapping[str, Set[int]], wanted: str) -> frozenset[int]:
    """Rows for everyone, for the wanted, or for a part of them."""
    return _rows(named, {EVERYONE, wanted, *_NARROWER.get(wanted, ())})


def _ruled_out(named: Mapping[str, Set[int]], wanted: str) -> frozenset[int]:
    if wanted == EVERYONE:
        return _rows(named, named) - _rows(named, {EVERYONE})
    question = next((one for one in (_PART, _AGE, _SEX) if any(wanted in a for a in one)), ())
    stated = set[str]().union(*question)
    shared = set[str]().union(*(answer for answer in question if wanted in answer))
    if wanted in _ABOUT:
        shared |= _BESIDE
    elif wanted in _AROUND:
        shared |= _FAMILY
    return _rows(named, stated) - _rows(named, shared)


def _rows(named: Mapping[str, Set[int]], values: Iterable[str]) -> frozenset[int]:
    return frozenset[int]().union(*(named.get(value, ()) for value in values))
