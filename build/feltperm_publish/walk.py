"""Goes through a record value by value, so that a rule need not know every field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

import msgspec

__all__ = ["strings", "structs", "wordings"]

S = TypeVar("S", bound=msgspec.Struct)


def _leaves(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Yield (path, value) of ``value`` itself and of everything inside it."""
    yield path, value
    if isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from _leaves(getattr(value, name), f"{path}.{name}" if path else name)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _leaves(item, f"{path}.{key}")
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _leaves(item, f"{path}[{index}]")


def strings(record: msgspec.Struct) -> Iterator[tuple[str, str]]:
    """Yield (path of the field, text) for every non-empty string in the record."""
    for path, value in _leaves(record, ""):
        if isinstance(value, str) and value:
            yield path, value


def structs(record: msgspec.Struct, kind: type[S]) -> Iterator[tuple[str, S]]:
    """Yield (path of the field, struct) for every struct of a kind, the record itself included."""
    for path, value in _leaves(record, ""):
        if isinstance(value, kind):
            yield path, value


def wordings(record: msgspec.Struct) -> Iterator[tuple[str, str]]:
    """Yield (path of the field, language) for every wording in the record."""
    for path, value in _leaves(record, ""):
        if isinstance(value, dict):
            yield from ((path, key) for key, item in value.items() if isinstance(item, str))
