"""What must be one of a controlled list."""

from __future__ import annotations

from collections.abc import Iterator

from feltperm.catalogue.audiences import EVERYONE
from feltperm.catalogue.records import (
    LANGUAGES,
    Alert,
    Area,
    Organisation,
    Record,
    Service,
    Step,
)
from feltperm.desk.sheets.alert_sheet import FILLED
from feltperm_publish.rules.context import Complaint, Context
from feltperm_publish.walk import structs, wordings

__all__ = [
    "area_is_known", "icons_are_drawn", "languages_are_known", "phrases_are_known",
    "words_are_in_their_lists",
]  # fmt: skip


#: Names and numbers of municipalities, counties and health regions.
_PLACES = "municipalities.csv"


def words_are_in_their_lists(record: Record, context: Context) -> Iterator[Complaint]:
    """Topics, audience, category and offers come from the vocabulary."""
    vocabulary = context.vocabulary
    if not 1 <= len(record.topics) <= 4:
        yield "topics", "give one to four"
    for topic in record.topics:
        if topic not in vocabulary.topics:
            yield "topics", f"unknown topic {topic!r}; topics.yaml lists them"
    for audience in record.audience:
        if audience not in vocabulary.audiences:
            yield "audience", f"unknown audience {audience!r}; audiences.yaml lists them"
    if EVERYONE in record.audience and len(record.audience) > 1:
        yield "audience", f"{EVERYONE!r} is for all of them and stands alone"
    category = record.category if isinstance(record, Service | Organisation) else ""
    if category and category not in vocabulary.categories:
        yield "category", f"unknown category {category!r}; categories.yaml lists them"
    for offer in record.offers if isinstance(record, Service) else ():
        if offer not in vocabulary.offers:
            yield "offers", f"unknown offer {offer!r}; offers.yaml lists them"


def icons_are_drawn(record: Record, context: Context) -> Iterator[Complaint]:
    """A step's pictogram is one of ours, or the sheet would have a hole there."""
    for path, step in structs(record, Step):
        if step.icon and step.icon not in context.vocabulary.pictograms:
            yield f"{path}.icon", f"there is no pictogram {step.icon!r}"


def area_is_known(record: Record, context: Context) -> Iterator[Complaint]:
    """Places are those of the table of municipalities."""
    vocabulary = context.vocabulary
    known = {
        "health_regions": vocabulary.health_regions,
        "counties": vocabulary.counties,
        "municipalities": vocabulary.municipalities,
    }
    for path, area in structs(record, Area):
        for field, names in known.items():
            for name in getattr(area, field):
                if name not in names:
                    yield f"{path}.{field}", f"unknown: {name!r}; {_PLACES} lists them"


def languages_are_known(record: Record, context: Context) -> Iterator[Complaint]:
    """A wording, a review and a service's language are in one of the program's languages."""
    for language in record.languages:
        if language not in LANGUAGES:
            yield "languages", f"unknown language {language!r}"
    for language in record.reviewed:
        if language not in LANGUAGES:
            yield "reviewed", f"unknown language {language!r}"
    for path, language in wordings(record):
        if language not in LANGUAGES:
            yield path, f"unknown language {language!r}"


def phrases_are_known(record: Record, context: Context) -> Iterator[Complaint]:
    """A poster of an alert is built of lines from the phrase bank."""
    for index, phrase in enumerate(record.phrases if isinstance(record, Alert) else ()):
        if phrase not in context.vocabulary.phrases:
            yield f"phrases[{index}]", f"there is no phrase {phrase!r}"
        elif phrase in context.vocabulary.open_phrases - FILLED:
            yield f"phrases[{index}]", f"{phrase!r} has a blank that no alert fills; choose another"
