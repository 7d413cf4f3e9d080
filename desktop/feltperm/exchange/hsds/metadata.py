"""What was changed, as the metadata objects of HSDS 3.0."""

from __future__ import annotations

from typing import Final

from feltperm.exchange.hsds.terms import uid

__all__ = ["change"]

#: What our fields are called there.
_FIELDS: Final = {"phone": "phones.number", "address": "addresses", "hours": "schedules"}


def change(
    ref: str, resource: str, field: str, old: str, new: str, when: str, by: str
) -> dict[str, str]:
    """Return one correction of a record.

    Args:
        ref: ``pack/id``; its identity is the one that the record is exported under.
        resource: ``service`` or ``organization``.
        when: the ISO day it was noted; ``by``: who says so, empty where nobody wished to be named.
    """
    name = _FIELDS.get(field, field)
    if (resource, field) == ("service", "verified_on"):  # an organization has no such day there
        name = "assured_date"
    return {
        "id": uid(ref, "metadata", field, old, new, when),
        "resource_id": uid(ref),
        "resource_type": resource,
        "last_action_date": when,
        "last_action_type": "update",
        "field_name": name,
        "previous_value": old,
        "replacement_value": new,
        "updated_by": by,
    }
