"""Municipalities, and whom a record is for (DESIGN section 2: ``area``).

Records name municipalities by number and counties and health regions by name; which county and
region a municipality lies in is looked up here, so that no record has to repeat it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import IntEnum
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

import msgspec

from feltperm.catalogue.fold import fold
from feltperm.catalogue.records import Area
from feltperm.errors import ContentDamaged
from feltperm.wording import AND, listed, say

__all__ = ["COUNTRY_LABEL", "LIKE_TWO", "Geography", "Level", "Municipality", "told_label"]

COUNTRY_LABEL = say("Hele landet")
#: Places whose names look like two.
LIKE_TWO = ("Evje og Hornnes", "Møre og Romsdal", "Nore og Uvdal")
_GLOBE_KM = 6371


class Level(IntEnum):
    """How near a record's area is to a municipality; the smaller, the nearer."""

    MUNICIPALITY = 0
    COUNTY = 1
    HEALTH_REGION = 2
    COUNTRY = 3
    NOT_STATED = 4
    #: It does not hold the municipality, but one near it; no library has it in its rows.
    NEIGHBOUR = 5


class Municipality(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One of the municipalities of Norway.

    Attributes:
        number: four digits, as in ``5057``.
        name: the first official name, which is Sámi for some.
        name_norwegian: the Norwegian name where it differs from ``name``.
        administrative_centre: the town or village people may know better.
        lat, lon: a representative point in degrees (WGS 84), good to about a kilometre.
    """

    number: str
    name: str
    county: str
    health_region: str
    lat: float
    lon: float
    name_norwegian: str = ""
    administrative_centre: str = ""

    @property
    def label(self) -> str:
        """The name as shown in Norwegian."""
        return self.name_norwegian or self.name

    @property
    def names(self) -> tuple[str, ...]:
        """Every name somebody may search for, without repetition."""
        return tuple(dict.fromkeys(filter(None, (self.label, self.name))))


class Geography:
    """All municipalities, with the questions the rest of the program asks about them."""

    def __init__(self, municipalities: Iterable[Municipality]) -> None:
        self._all = tuple(sorted(municipalities, key=lambda one: one.number))
        self._by_number = {one.number: one for one in self._all}
        self._by_county: dict[str, tuple[Municipality, ...]] = {}
        self._by_region: dict[str, tuple[Municipality, ...]] = {}
        for one in self._all:
            self._by_county[one.county] = (*self._by_county.get(one.county, ()), one)
            self._by_region[one.health_region] = (*self._by_region.get(one.health_region, ()), one)

    @classmethod
    def from_json(cls, path: Path) -> Geography:
        """Read ``compiled/geography.json``: a list of municipalities, or one under that key.

        Raises:
            ContentDamaged: the file is missing or is not what the compiler wrote.
        """
        try:
            data = msgspec.json.decode(path.read_bytes())
            listed = data["municipalities"] if isinstance(data, dict) else data
            return cls(msgspec.convert(listed, list[Municipality], strict=False))
        except (OSError, KeyError, ValueError, RecursionError) as error:
            raise ContentDamaged(
                say("Kommunelisten kunne ikke leses. Søk og akuttkort virker fortsatt."),
                f"{path.name}: {error}",
            ) from error

    @property
    def municipalities(self) -> tuple[Municipality, ...]:
        """All municipalities by number."""
        return self._all

    def get(self, number: str) -> Municipality | None:
        """Return the municipality with a number, or None."""
        return self._by_number.get(number)

    def named(self, name: str) -> Municipality | None:
        """Return the municipality with this number or exact name in any spelling, or None."""
        if name in self._by_number:
            return self._by_number[name]
        wanted = fold(name.strip())
        for one in self._all:
            if wanted in map(fold, one.names):
                return one
        return None

    def in_county(self, county: str) -> tuple[Municipality, ...]:
        """Return the municipalities of a county, by number; none for an unknown county."""
        return self._by_county.get(county, ())

    def in_region(self, region: str) -> tuple[Municipality, ...]:
        """Return the municipalities of a health region, by number; none for an unknown one."""
        return self._by_region.get(region, ())

    def within(self, number: str, km: int) -> tuple[Municipality, ...]:
        """Return the other municipalities so near one, the nearest first; none without a distance.

        It is reckoned from the middle of one to the middle of the other.
        """
        here = self._by_number.get(number)
        if here is None or km <= 0:
            return ()
        far = sorted((_km(here, one), one.number) for one in self._all if one is not here)
        return tuple(self._by_number[one] for away, one in far if away <= km)

    def level(self, area: Area, number: str) -> Level | None:
        """Say how near an area is to a municipality; None when it does not cover it."""
        if area == Area():
            return Level.NOT_STATED
        here = self._by_number.get(number)
        if number in area.municipalities:
            return Level.MUNICIPALITY
        if here and here.county in area.counties:
            return Level.COUNTY
        if here and here.health_region in area.health_regions:
            return Level.HEALTH_REGION
        return Level.COUNTRY if area.country else None

    def covers(self, area: Area, number: str) -> bool | None:
        """Say whether an area holds a municipality; None when the record states no area."""
        level = self.level(area, number)
        return None if level is Level.NOT_STATED else level is not None

    def label(self, area: Area) -> str:
        """Return the area in a few words: «Trondheim», «Trøndelag», «Hele landet».

        An empty string means that the record states no area. Of more than two places the first
        is named and the rest counted: «Trondheim og 3 til».
        """
        places = [
            *(self._name(number) for number in area.municipalities),
            *area.counties,
            *(say("Helse {region}", region=region) for region in area.health_regions),
        ]
        if not places:
            return COUNTRY_LABEL if area.country else ""
        if len(places) <= 2:
            return listed(places)
        return say("{first} og {n} til", first=places[0], n=len(places) - 1)

    def find(self, prefix: str, limit: int = 8) -> list[Municipality]:
        """Return municipalities for what is being typed: names first, then other words in them.

        Any spelling finds (`orl` finds Ørland). An administrative centre finds its municipality
        after those whose own name matches.
        """
        wanted = fold(prefix.strip())
        if not wanted:
            return []
        ranked = [
            (rank, fold(one.label), one.number, one)
            for one in self._all
            if (rank := _rank(one, wanted)) is not None
        ]
        return [one for *_, one in sorted(ranked, key=lambda row: row[:3])[:limit]]

    def _name(self, number: str) -> str:
        known = self._by_number.get(number)
        return known.label if known else number


def _km(one: Municipality, other: Municipality) -> float:
    """Return the distance of two places on a globe."""
    north, other_north = radians(one.lat), radians(other.lat)
    east = radians(other.lon - one.lon)
    half = sin((other_north - north) / 2) ** 2 + cos(north) * cos(other_north) * sin(east / 2) ** 2
    return 2 * _GLOBE_KM * asin(sqrt(half))


def _rank(one: Municipality, wanted: str) -> int | None:
    """0 exact name, 1 name begins so, 2 a later word does, 3 the centre does; None no match."""
    names = [fold(name) for name in one.names]
    if wanted in names:
        return 0
    if any(name.startswith(wanted) for name in names) or one.number.startswith(wanted):
        return 1
    if any(word.startswith(wanted) for name in names for word in _words(name)):
        return 2
    return 3 if fold(one.administrative_centre).startswith(wanted) else None


def _words(name: str) -> Iterator[str]:
    yield from name.replace("-", " ").split()


def told_label(label: str) -> str:
    """Return a label that was kept as text, as in a list, so as :meth:`Geography.label` said it."""
    if label == COUNTRY_LABEL:
        return COUNTRY_LABEL
    if counted := re.fullmatch(r"(.+) og (\d+) til", label):
        return say("{first} og {n} til", first=_told_place(counted[1]), n=int(counted[2]))
    for name in LIKE_TWO:
        label = label.replace(name, name.replace(AND, "\0"))
    return listed([_told_place(one.replace("\0", AND)) for one in label.split(AND)])


def _told_place(name: str) -> str:
    region = name.removeprefix("Helse ")
    return name if region == name else say("Helse {region}", region=region)
