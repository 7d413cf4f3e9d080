"""What other programs read of a library: views with plain columns, documented in docs/data.md.

The program itself reads the tables. A view is a promise to others: a column that is here stays.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["COLUMNS", "VIEWS"]

_WHOLE = {
    "id": "pack || '/' || id",
    "pack": "pack",
    "title": "title",
    "summary": "summary",
    "area": "area",
    "status": "status",
    "source": "json_extract(record, '$.sources[0].publisher')",
    "source_url": "json_extract(record, '$.sources[0].url')",
    "read_on": "json_extract(record, '$.sources[0].read_on')",
    "verified_on": "json_extract(record, '$.verified_on')",
    "needs_check": "coalesce(json_extract(record, '$.needs_check'), 0)",
}
_PLACE = {
    "category": "category",
    "phone": "phone",
    "email": "json_extract(record, '$.email')",
    "url": "json_extract(record, '$.url')",
    "address": "json_extract(record, '$.addresses[0].line')",
    "postcode": "json_extract(record, '$.addresses[0].postcode')",
    "city": "json_extract(record, '$.addresses[0].city')",
}

#: The columns of each view, by name, and what they are of a row of ``record``.
COLUMNS: Mapping[str, Mapping[str, str]] = {
    "service": {
        **_WHOLE,
        **_PLACE,
        "provider": "json_extract(record, '$.provider')",
        "free": "free",
        "needs_referral": "referral",
        "may_come_while_using": "may_come_while_using",
        "offers": "json_extract(record, '$.offers')",
        "schedules": "json_extract(record, '$.schedules')",
    },
    "organisation": {**_WHOLE, **_PLACE},
    "guidance": {**_WHOLE, "body": "json_extract(record, '$.body.nb')"},
    "poster": {**_WHOLE, "layout": "json_extract(record, '$.layout')"},
    "alert": {
        **_WHOLE,
        "level": "coalesce(json_extract(record, '$.level'), 'info')",
        "valid_from": "json_extract(record, '$.valid_from')",
        "valid_until": "json_extract(record, '$.valid_until')",
        "withdrawn_on": "json_extract(record, '$.withdrawn_on')",
    },
}


def _view(kind: str) -> str:
    columns = ", ".join(f"{what} AS {name}" for name, what in COLUMNS[kind].items())
    rows = f"SELECT *, CAST(json AS TEXT) AS record FROM record WHERE kind = '{kind}'"
    return f"CREATE VIEW {kind} AS SELECT {columns} FROM ({rows}) ORDER BY title"


#: The statement that makes each view.
VIEWS: Mapping[str, str] = {kind: _view(kind) for kind in COLUMNS}
