"""Who a record is, and what it points to."""

from __future__ import annotations

from collections.abc import Iterator

from feltperm.catalogue.records import (
    Alert,
    Guidance,
    Poster,
    Record,
    Service,
    kind_of,
)
from feltperm.catalogue.trust import NATIONAL, is_protected, serves_everybody
from feltperm.packs.format import SLUG
from feltperm_publish.rules.context import Complaint, Context

__all__ = [
    "about_another_pack", "changes_may_be_made", "id_is_slug", "links_exist",
    "national_words_stay_national", "poster_has_one_origin", "title_in_bokmal",
]  # fmt: skip


def id_is_slug(record: Record, context: Context) -> Iterator[Complaint]:
    """An id becomes part of references and file names."""
    if not SLUG.fullmatch(record.id):
        yield "id", "write small letters a-z, digits and single hyphens"


def title_in_bokmal(record: Record, context: Context) -> Iterator[Complaint]:
    """Every list shows the bokmål title when there is no other."""
    if not record.title.get("nb"):
        yield "title.nb", "is missing"


def links_exist(record: Record, context: Context) -> Iterator[Complaint]:
    """Whatever a record points to is there, and of the right kind."""
    links: list[tuple[str, str, str]] = [
        (f"related[{index}]", target, "") for index, target in enumerate(record.related)
    ]
    if isinstance(record, Service) and record.organisation:
        links.append(("organisation", record.organisation, "organisation"))
    if isinstance(record, Poster) and record.steps_from:
        links.append(("steps_from", record.steps_from, "guidance"))
    if isinstance(record, Guidance):
        links += [
            (f"who_to_call[{index}]", target, "service")
            for index, target in enumerate(record.who_to_call)
        ]
    for field, target, kind in links:
        found = context.records.get(target)
        if found is None:
            yield field, f"there is no record {target!r}"
        elif kind and kind_of(found) != kind:
            yield field, f"{target!r} is no {kind}"
        elif target == record.id:
            yield field, "points to itself"
        elif field.startswith("who_to_call") and isinstance(found, Service) and not found.phones:
            yield field, f"{target!r} has no number to call"


def about_another_pack(record: Record, context: Context) -> Iterator[Complaint]:
    """``about`` is for records that speak about those of another pack (DESIGN section 2)."""
    pack, slash, name = record.about.partition("/")
    if record.about and (not slash or not name or pack == context.pack):
        yield "about", f"{record.about!r}: write the other pack's id, a slash and the record's id"


def poster_has_one_origin(record: Record, context: Context) -> Iterator[Complaint]:
    """A poster shows a guidance's steps or owns its lines, never both and never neither."""
    if not isinstance(record, Poster):
        return
    if bool(record.steps_from) == bool(record.items):
        yield "steps_from", "give either steps_from or items"
    origin = context.records.get(record.steps_from)
    if isinstance(origin, Guidance) and not origin.steps:
        yield "steps_from", f"{record.steps_from!r} has no steps"


def national_words_stay_national(record: Record, context: Context) -> Iterator[Complaint]:
    """Emergency numbers and critical guidance come from the national pack (DESIGN section 2)."""
    if not context.national:
        return
    if is_protected(record):
        field = "critical" if isinstance(record, Guidance) else "category"
        yield field, "only the national pack has critical guidance and emergency services"
    if record.id in context.national:
        yield "id", "is the id of a national record; choose another and say about: national/…"
    pack, _, name = record.about.partition("/")
    if pack != NATIONAL:
        return
    spoken_of = context.national.get(name)
    if spoken_of is None:
        yield "about", f"there is no national record {name!r}"
    elif is_protected(spoken_of):
        yield "about", f"{name!r} is the national pack's alone; leave about out"


def changes_may_be_made(record: Record, context: Context) -> Iterator[Complaint]:
    """An alert changes services that are there and that its publisher may speak for."""
    for index, change in enumerate(record.changes if isinstance(record, Alert) else ()):
        field = f"changes[{index}].service"
        pack, slash, name = change.service.rpartition("/")
        if slash and pack != context.pack:
            target = context.national.get(name) if pack == NATIONAL else None
            unknown = bool(context.national) and pack == NATIONAL and target is None
        else:
            target = context.records.get(name)
            unknown = target is None
        if unknown or (target is not None and not isinstance(target, Service)):
            yield field, f"there is no service {change.service!r}"
        elif target and pack != context.pack and slash and serves_everybody(target):
            yield field, f"{change.service!r} serves the whole country; only its own pack can"
