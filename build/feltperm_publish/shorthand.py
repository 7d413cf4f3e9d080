"""From what an author writes to what a record type expects.

The shorthands of source records: a plain string is bokmål, a step or phone may be one string,
weekdays may be ``MO-FR`` or ``MO,WE``, and an empty value is the same as no value. Unknown keys
are errors. What comes out is plain data for ``msgspec.convert(..., strict=False)``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, TypeVar, get_args, get_origin

import msgspec

from feltperm.catalogue.records import Day, Phone, Step, Text

__all__ = ["DAYS", "BadField", "convert"]

#: RFC 5545 weekdays in order.
DAYS: tuple[str, ...] = get_args(Day)

T = TypeVar("T")


class BadField(ValueError):
    """A value does not fit its field."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


def convert(value: Any, kind: type[T]) -> T:
    """Return ``value``, as written by an author, as an instance of the struct type ``kind``.

    Raises:
        BadField: names the field and says what is wrong with it.
    """
    try:
        return msgspec.convert(_fit(value, kind, ""), kind, strict=False)
    except msgspec.ValidationError as error:
        message, _, path = str(error).partition(" - at `")
        raise BadField(path.rstrip("`").removeprefix("$").removeprefix("."), message) from error


def _fit(value: Any, kind: Any, path: str) -> Any:
    """Unfold the shorthands of ``value`` on its way to the type ``kind``."""
    if isinstance(value, str):
        value = value.strip()
    if type(None) in get_args(kind):
        kind = get_args(kind)[0]
    if kind == Text:
        return _fit_text(value)
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return _fit_struct(value, kind, path)
    if get_origin(kind) is tuple and get_args(kind)[0] == Day:
        return list(_days(value, path))
    if get_origin(kind) is tuple and isinstance(value, list):
        inner = get_args(kind)[0]
        return [_fit(item, inner, f"{path}[{index}]") for index, item in enumerate(value)]
    if get_origin(kind) is dict and isinstance(value, dict):
        inner = get_args(kind)[1]
        return {key: _fit(item, inner, f"{path}.{key}") for key, item in value.items()}
    return value


def _fit_text(value: Any) -> Any:
    if isinstance(value, str):
        return {"nb": value}
    if isinstance(value, dict):
        plain = {k: v.strip() if isinstance(v, str) else v for k, v in value.items()}
        return {key: item for key, item in plain.items() if item != ""}
    return value


def _fit_struct(value: Any, kind: type[msgspec.Struct], path: str) -> Any:
    if isinstance(value, str) and kind is Step:
        value = {"title": value}
    if isinstance(value, str) and kind is Phone:
        value = {"number": value}
    if not isinstance(value, dict):
        return value
    types = {field.name: field.type for field in msgspec.structs.fields(kind)}
    fitted = {}
    for key, item in value.items():
        place = f"{path}.{key}" if path else key
        if key not in types:
            raise BadField(place, "there is no such field")
        if item not in ("", None):
            fitted[key] = _fit(item, types[key], place)
    return fitted


def _days(value: Any, path: str) -> Iterator[str]:
    """Yield the weekdays of ``MO-FR``, ``MO,WE`` or a list of either."""
    parts = value if isinstance(value, list) else str(value).split(",")
    for part in parts:
        found = re.fullmatch(r"([A-Z]{2})(?:-([A-Z]{2}))?", str(part).strip())
        if not found or any(day and day not in DAYS for day in found.groups()):
            raise BadField(path, f"{part!r} is not a weekday; write MO-FR, MO,WE or a list")
        first = DAYS.index(found[1])
        last = DAYS.index(found[2]) if found[2] else first
        # A round over the week's end, as FR-MO, counts on into the next week.
        yield from (DAYS[n % 7] for n in range(first, last + (8 if last < first else 1)))
