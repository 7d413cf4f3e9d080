"""The words that sheets are made of beside those of the content."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from feltperm.catalogue.records import Text
from feltperm.catalogue.vocabulary import Offer

__all__ = ["SheetWords"]


@dataclass(frozen=True, slots=True)
class SheetWords:
    """The fixed words of sheets, each list read when a sheet needs it.

    Attributes:
        labels: :func:`feltperm.desk.sheets.print.load_labels`.
        phrases: :func:`feltperm.desk.sheets.alert_sheet.load_phrases`.
        offers: :func:`feltperm.catalogue.vocabulary.load_offers`.
        categories, topics: :func:`feltperm.catalogue.vocabulary.load_terms`.
    """

    labels: Callable[[], Mapping[str, Text]]
    phrases: Callable[[], Mapping[str, Text]]
    offers: Callable[[], Mapping[str, Offer]] = dict
    categories: Callable[[], Mapping[str, Text]] = dict
    topics: Callable[[], Mapping[str, Text]] = dict
