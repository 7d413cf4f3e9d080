"""The lists and drawings that records choose from by name, as the lint needs them."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from feltperm_publish import yamltext

__all__ = ["Vocabulary", "read_municipalities", "read_vocabulary"]


#: The columns that the program cannot do without.
_COLUMNS = frozenset({"number", "name", "county", "health_region", "lat", "lon"})


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Every permitted id, one set a list; pictograms by the name of their file.

    Attributes:
        open_phrases: those phrases that have a blank to fill.
        banned: regular expressions that no text may match, and what to write instead.
    """

    offers: frozenset[str]
    topics: frozenset[str]
    audiences: frozenset[str]
    categories: frozenset[str]
    municipalities: frozenset[str]
    counties: frozenset[str]
    health_regions: frozenset[str]
    pictograms: frozenset[str]
    phrases: frozenset[str]
    open_phrases: frozenset[str]
    banned: Mapping[str, str]


def read_vocabulary(resources: Path) -> Vocabulary:
    """Read the lists below ``resources``.

    Raises:
        OSError, ValueError: a list is missing or unreadable; nothing can be judged without it.
    """
    words = resources / "vocabulary"
    places = read_municipalities(resources)
    phrases = _mapping(words / "phrases.yaml").get("phrases")
    return Vocabulary(
        offers=_keys(_mapping(words / "offers.yaml").get("offers"), "offers.yaml"),
        topics=_keys(_mapping(words / "topics.yaml"), "topics.yaml"),
        audiences=_keys(_mapping(words / "audiences.yaml"), "audiences.yaml"),
        categories=_keys(_mapping(words / "categories.yaml"), "categories.yaml"),
        municipalities=frozenset(place["number"] for place in places),
        counties=frozenset(place["county"] for place in places),
        health_regions=frozenset(place["health_region"] for place in places),
        phrases=_keys(phrases, "phrases.yaml"),
        open_phrases=_open(phrases),
        banned=_patterns(_mapping(words / "banned.yaml")),
        pictograms=frozenset(path.stem for path in (resources / "icons/pictograms").glob("*.svg")),
    )


def read_municipalities(resources: Path) -> list[dict[str, str]]:
    """Return the rows of ``geography/municipalities.csv``, ordered by number.

    Raises:
        OSError, ValueError: the table is missing, or a column of it.
    """
    path = resources / "geography" / "municipalities.csv"
    with path.open(encoding="utf-8", newline="") as file:
        table = csv.DictReader(file)
        if missing := _COLUMNS - set(table.fieldnames or ()):
            raise ValueError(f"{path.name}: no column {', '.join(sorted(missing))}")
        return sorted(table, key=lambda row: row["number"])


def _mapping(path: Path) -> dict[str, Any]:
    value = yamltext.read(path)
    if not isinstance(value, dict):
        raise ValueError(f"{path.name}: not a mapping")
    return value


def _open(phrases: Any) -> frozenset[str]:
    """Return the ids of the phrases that have a blank in some language."""
    texts = {name: phrase["text"].values() for name, phrase in phrases.items()}
    return frozenset(name for name, text in texts.items() if any("{" in one for one in text))


def _patterns(value: dict[str, Any]) -> dict[str, str]:
    for phrase in value:
        try:
            re.compile(phrase)
        except re.error as error:
            raise ValueError(f"banned.yaml: {phrase!r}: {error}") from error
    return {phrase: str(why) for phrase, why in value.items()}


def _keys(value: Any, name: str) -> frozenset[str]:
    if not isinstance(value, dict):
        raise ValueError(f"{name}: the list is missing")
    return frozenset(value)
