"""Schemas of HSDS 3.0: the official ones where they are at hand, and a small one of our own.

The official ones are not in this tree. ``FELTPERM_HSDS_SCHEMAS`` names the folder
``schema/compiled`` of a copy of the specification (openreferral/specification, branch 3.0); the
folder ``examples`` of the same copy is read too.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker

_UUID: dict[str, Any] = {"type": "string", "format": "uuid"}
_TEXT = {"type": "string"}


def _object(required: tuple[str, ...], **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "required": ["id", *required],
        "properties": {"id": _UUID} | properties,
    }


def _list(of: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": of}


_TERM = _object(("name", "description"), code=_TEXT, taxonomy=_TEXT)
_PHONE = _object(("number",), number=_TEXT)
_LOCATION = _object(
    ("location_type",),
    location_type={"enum": ["physical", "postal", "virtual"]},
    addresses=_list(
        _object(("address_1", "city", "state_province", "postal_code", "country", "address_type"))
    ),
)
_ORGANISATION = _object(
    ("name", "description"),
    email={"type": "string", "format": "email"},
    phones=_list(_PHONE),
    locations=_list(_LOCATION),
    attributes=_list(_object((), link_id=_UUID, taxonomy_term=_TERM)),
)
_SERVICE = _object(
    ("name", "status"),
    status={"enum": ["active", "inactive", "defunct", "temporarily closed"]},
    email={"type": "string", "format": "email"},
    phones=_list(_PHONE),
    schedules=_list(
        _object((), freq={"enum": ["WEEKLY", "MONTHLY"]}, count={"type": "number"}, byday=_TEXT)
    ),
    service_areas=_list(_object((), name=_TEXT, extent=_TEXT)),
    service_at_locations=_list(_object((), location=_LOCATION)),
    organization=_ORGANISATION,
    attributes=_list(_object((), link_id=_UUID, taxonomy_term=_TERM)),
)
_METADATA = (
    "last_action_date", "last_action_type", "field_name", "previous_value", "replacement_value",
    "updated_by",
)  # fmt: skip
_SMALL: dict[str, dict[str, Any]] = {
    "service_package": _list(_SERVICE),
    "organization_package": _list(_ORGANISATION),
    "metadata": _list(_object(_METADATA, **dict.fromkeys(_METADATA, _TEXT))),
}


def official() -> Path | None:
    """The folder of the official compiled schemas, where there is one."""
    named = os.environ.get("FELTPERM_HSDS_SCHEMAS", "")
    return Path(named) if named and (Path(named) / "service_package.json").is_file() else None


def errors(schema: str, data: Any) -> list[str]:
    """What is wrong with ``data`` by our small schema, and by the official one if it is here."""
    schemas = [_SMALL[schema]] if schema in _SMALL else []
    if (folder := official()) and (folder / f"{schema}.json").is_file():
        schemas.append(json.loads((folder / f"{schema}.json").read_text(encoding="utf-8")))
    return [
        f"{'/'.join(map(str, error.absolute_path))}: {error.message}"
        for one in schemas
        for error in Draft202012Validator(one, format_checker=FormatChecker()).iter_errors(data)
    ]


def cell_errors(files: dict[str, list[dict[str, str]]]) -> list[str]:
    """What is wrong with tables by the official data package: columns, cells and references."""
    folder = official()
    assert folder is not None
    package = folder.parents[1] / "examples" / "csv" / "datapackage.json"
    described = {
        one["path"]: one for one in json.loads(package.read_text(encoding="utf-8"))["resources"]
    }
    names = {one["name"]: path for path, one in described.items()}
    found = []
    for path, rows in files.items():
        schema = described[path]["schema"]
        columns = [one["name"] for one in schema["fields"]]
        found += [f"{path}: other columns" for row in rows if list(row) != columns]
        for one in schema["fields"]:
            cells = [row[one["name"]] for row in rows]
            found += [f"{path}.{one['name']}: {what}" for what in _cells(one, cells)]
        for key in schema.get("foreignKeys", ()):
            there = {row["id"] for row in files.get(names[key["reference"]["resource"]], ())}
            named = {row[key["fields"]] for row in rows} - {""}
            found += [f"{path}.{key['fields']}: {id} is nowhere" for id in named - there]
    return found


def _cells(field: dict[str, Any], cells: list[str]) -> list[str]:
    """What is wrong with one column."""
    rules, stated = field.get("constraints", {}), [cell for cell in cells if cell]
    form = {"number": r"-?\d+(\.\d+)?", "time": r"\d\d:\d\d:\d\d"}.get(field["type"], "(?s).*")
    if field.get("format") == "uuid":
        form = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
    allowed = rules.get("enum") or stated
    return [
        *(["is required"] if rules.get("required") and len(stated) < len(cells) else []),
        *(["stands twice"] if rules.get("unique") and len(set(stated)) < len(stated) else []),
        *(f"{cell} has another form" for cell in stated if not re.fullmatch(form, cell)),
        *(f"{cell} is not allowed" for cell in stated if cell not in allowed),
    ]
