"""The tabular form of HSDS 3.0: one table for each kind of object, in a data package."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Mapping
from typing import Any, Final

from feltperm.exchange.hsds.terms import stated, uid

__all__ = ["COLUMNS", "FILES", "NOT_STATED", "flatten", "package"]

Rows = dict[str, list[dict[str, Any]]]

#: The tables that we fill, with the columns of the specification in its order.
COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "organization": (
        "id", "name", "alternate_name", "description", "email", "website", "tax_status", "tax_id",
        "year_incorporated", "legal_status", "logo", "uri", "parent_organization_id",
    ),
    "service": (
        "id", "organization_id", "program_id", "name", "alternate_name", "description", "url",
        "email", "status", "interpretation_services", "application_process", "fees_description",
        "wait_time", "fees", "accreditations", "eligibility_description", "minimum_age",
        "maximum_age", "assured_date", "assurer_email", "licenses", "alert", "last_modified",
    ),
    "attribute": ("id", "link_id", "taxonomy_term_id", "link_type", "link_entity", "value"),
    "service_at_location": ("id", "service_id", "location_id", "description"),
    "location": (
        "id", "location_type", "url", "organization_id", "name", "alternate_name", "description",
        "transportation", "latitude", "longitude", "external_identifier",
        "external_identifier_type",
    ),
    "phone": (
        "id", "location_id", "service_id", "organization_id", "contact_id",
        "service_at_location_id", "number", "extension", "type", "description",
    ),
    "address": (
        "id", "location_id", "attention", "address_1", "address_2", "city", "region",
        "state_province", "postal_code", "country", "address_type",
    ),
    "schedule": (
        "id", "service_id", "location_id", "service_at_location_id", "valid_from", "valid_to",
        "dtstart", "timezone", "until", "count", "wkst", "freq", "interval", "byday", "byweekno",
        "bymonthday", "byyearday", "description", "opens_at", "closes_at", "schedule_link",
        "attending_type", "notes",
    ),
    "service_area": ("id", "service_id", "name", "description", "extent", "extent_type", "uri"),
    "language": ("id", "service_id", "location_id", "phone_id", "name", "code", "note"),
    "accessibility": ("id", "location_id", "description", "details", "url"),
    "taxonomy_term": (
        "id", "code", "name", "description", "parent_id", "taxonomy", "language", "taxonomy_id",
        "term_uri",
    ),
    "taxonomy": ("id", "name", "description", "uri", "version"),
}  # fmt: skip
#: What the file of a table is called.
FILES: Final[Mapping[str, str]] = {
    "organization": "organizations.csv", "service": "services.csv", "attribute": "attributes.csv",
    "service_at_location": "service_at_location.csv", "location": "locations.csv",
    "phone": "phones.csv", "address": "addresses.csv", "schedule": "schedules.csv",
    "service_area": "service_areas.csv", "language": "languages.csv",
    "accessibility": "accessibility.csv", "taxonomy_term": "taxonomy_terms.csv",
    "taxonomy": "taxonomies.csv",
}  # fmt: skip
#: The tables inside a nested object, by the key that holds them.
_INSIDE: Final[Mapping[str, str]] = {
    "phones": "phone", "schedules": "schedule", "service_areas": "service_area",
    "service_at_locations": "service_at_location", "languages": "language",
    "attributes": "attribute", "locations": "location", "addresses": "address",
    "accessibility": "accessibility", "organization": "organization", "location": "location",
    "taxonomy_term": "taxonomy_term",
}  # fmt: skip
#: Objects that the one outside names, where others name the one that they are inside of.
_NAMED_OUTSIDE = ("organization", "location", "taxonomy_term")
_TYPES: Final[Mapping[str, str]] = {"count": "integer", "opens_at": "time", "closes_at": "time"}
#: Columns that the specification's data package requires, where a cell cannot be empty.
_REQUIRED: Final[Mapping[str, tuple[str, ...]]] = {
    "organization": ("description",),
    "address": ("city", "state_province", "postal_code"),
}
NOT_STATED = "Ikke oppgitt"
#: The same in every package that is made of the same content.
_EPOCH = (1980, 1, 1, 0, 0, 0)


def flatten(services: Iterable[dict[str, Any]], organisations: Iterable[dict[str, Any]]) -> Rows:
    """Return the rows of every table; an object that stands twice has one row.

    What the tables require and nobody has stated says so, and is no empty cell; a service whose
    provider nobody has stated belongs to an organization of that name.
    """
    rows: dict[str, dict[str, dict[str, Any]]] = {name: {} for name in COLUMNS}
    for one in organisations:  # first: they say more than a service says of its own
        _add(rows, "organization", one, {})
    nobody = {"id": uid("provider", NOT_STATED), "name": NOT_STATED}
    for one in services:
        _add(rows, "service", {"organization": nobody, **one}, {})
    return {name: list(made.values()) for name, made in rows.items()}


def package(services: Iterable[dict[str, Any]], organisations: Iterable[dict[str, Any]]) -> bytes:
    """Return the data package as a zip: ``datapackage.json`` and a CSV file for each table."""
    rows = flatten(services, organisations)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as out:
        described = json.dumps(_descriptor(), ensure_ascii=False, indent=2)
        out.writestr(zipfile.ZipInfo("datapackage.json", _EPOCH), described)
        for name, file in FILES.items():
            out.writestr(zipfile.ZipInfo(file, _EPOCH), _csv(COLUMNS[name], rows[name]))
    return made.getvalue()


def _add(
    rows: dict[str, dict[str, dict[str, Any]]],
    table: str,
    value: Mapping[str, Any],
    outside: Mapping[str, str],
) -> None:
    id = value["id"]
    named = {}
    for key, inner in value.items():
        if key not in _INSIDE:
            continue
        for one in inner if isinstance(inner, list) else [inner]:
            kind = _INSIDE[key]
            if kind in _NAMED_OUTSIDE and not isinstance(inner, list):
                named[f"{kind}_id"] = one["id"]
                _add(rows, kind, one, {})
            else:
                _add(rows, kind, one, {f"{table}_id": id})
    if table == "taxonomy_term" and (taxonomy := value.get("taxonomy")):
        named["taxonomy_id"] = uid("taxonomy", taxonomy)
        known = {"id": named["taxonomy_id"], "name": taxonomy, "description": taxonomy}
        rows["taxonomy"].setdefault(known["id"], known)
    whole = {**value, **outside, **named}
    if table == "schedule":  # a time in a table has seconds
        whole |= {key: f"{whole[key]}:00" for key in ("opens_at", "closes_at") if key in whole}
    whole |= {key: whole.get(key) or NOT_STATED for key in _REQUIRED.get(table, ())}
    rows[table].setdefault(id, stated({key: whole.get(key) for key in COLUMNS[table]}))


def _descriptor() -> dict[str, Any]:
    return {
        "name": "feltperm",
        "profile": "tabular-data-package",
        "resources": [
            {
                "name": name,
                "path": file,
                "profile": "tabular-data-resource",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "schema": {
                    "primaryKey": "id",
                    "fields": [
                        {"name": key, "type": _TYPES.get(key, "string")} for key in COLUMNS[name]
                    ],
                    "foreignKeys": _foreign(name),
                },
            }
            for name, file in FILES.items()
        ],
    }


def _foreign(table: str) -> list[dict[str, Any]]:
    """Return which columns name a row of another table."""
    return [
        {"fields": key, "reference": {"resource": other, "fields": "id"}}
        for key in COLUMNS[table]
        if (other := key.removesuffix("_id")) in COLUMNS and other != key
    ]


def _csv(columns: tuple[str, ...], rows: list[dict[str, Any]]) -> str:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()
