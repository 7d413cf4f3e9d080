"""What came with the program beside the content: places, words and the emergency card.

Read when it is first needed, after the first paint; the functions import what they read with.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from feltperm.errors import Condition, ContentDamaged
from feltperm.paths import resource

if TYPE_CHECKING:
    from feltperm.catalogue.areas import Geography
    from feltperm.catalogue.emergency import EmergencyCard
    from feltperm.catalogue.records import Text
    from feltperm.desk.choices import Choices
    from feltperm.ui.words import Words

__all__ = [
    "card", "geography", "geography_or_none", "load_audiences", "load_choices", "or_less",
    "taxonomies", "words",
]  # fmt: skip

Loaded = TypeVar("Loaded")


def or_less(
    load: Callable[[], Loaded], less: Loaded, tell: Callable[[Condition], object]
) -> Loaded:
    """Load what the program can do without; where it is damaged say so, and go on with less."""
    try:
        return load()
    except ContentDamaged as damage:
        tell(damage)
        return less


def geography_or_none(tell: Callable[[Condition], object]) -> Geography:
    """Return the municipalities; none of them when the list is damaged."""
    from feltperm.catalogue.areas import Geography  # noqa: PLC0415  after the first paint

    return or_less(geography, Geography(()), tell)


def geography() -> Geography:
    """Return the municipalities.

    Raises:
        ContentDamaged: the list cannot be read.
    """
    from feltperm.catalogue.areas import Geography  # noqa: PLC0415  after the first paint

    return Geography.from_json(resource("compiled/geography.json"))


def card() -> EmergencyCard:
    """Return the emergency card that came with the program.

    Raises:
        ContentDamaged: it cannot be read.
    """
    from feltperm.catalogue.emergency import load_card  # noqa: PLC0415  after the first paint

    return load_card(resource("compiled/emergency.json"))


def words(tell: Callable[[Condition], object]) -> Words:
    """Return the wordings of the window, without those that are damaged."""
    from feltperm.catalogue.vocabulary import (  # noqa: PLC0415
        load_offers,
        load_term_list,
        load_terms,
    )
    from feltperm.desk.terms import Terms  # noqa: PLC0415
    from feltperm.ui.words import Words  # noqa: PLC0415

    return Words(
        offers=or_less(lambda: load_offers(resource("compiled/offers.json")), {}, tell),
        categories=or_less(lambda: load_terms(resource("compiled/categories.json")), {}, tell),
        terms=Terms(or_less(lambda: load_term_list(resource("compiled/terms.json")), (), tell)),
        now=datetime.now,
        topics=or_less(lambda: load_terms(resource("compiled/topics.json")), {}, tell),
        audiences=load_audiences(tell),
    )


def load_choices() -> Choices:
    """Return what can be chosen in the filters of a search, by what it is called.

    Raises:
        ContentDamaged: a list of words cannot be read.
    """
    from feltperm.catalogue.vocabulary import load_offers, load_terms  # noqa: PLC0415
    from feltperm.desk.choices import Choices  # noqa: PLC0415  after the first paint
    from feltperm.desk.text import LANGUAGE_NAMES  # noqa: PLC0415

    offers = load_offers(resource("compiled/offers.json"))
    return Choices(
        {
            "offer": {value: offer.label for value, offer in offers.items()},
            "language": {code: {"nb": name} for code, name in LANGUAGE_NAMES.items()},
            "topic": load_terms(resource("compiled/topics.json")),
            "audience": load_terms(resource("compiled/audiences.json")),
        }
    )


def taxonomies() -> dict[str, dict[str, Text]]:
    """Return what the codes of the closed lists are called, by list.

    Raises:
        ContentDamaged: a list of words cannot be read.
    """
    from feltperm.catalogue.vocabulary import load_offers, load_terms  # noqa: PLC0415

    offers = load_offers(resource("compiled/offers.json"))
    names = ("categories", "topics", "audiences")
    return {name: load_terms(resource(f"compiled/{name}.json")) for name in names} | {
        "offers": {code: offer.label for code, offer in offers.items()}
    }


def load_audiences(tell: Callable[[Condition], object]) -> dict[str, Text]:
    """Return what those are called whom a record may be for; nothing when the list is damaged."""
    from feltperm.catalogue.vocabulary import load_terms  # noqa: PLC0415  after the first paint

    return or_less(lambda: load_terms(resource("compiled/audiences.json")), {}, tell)
