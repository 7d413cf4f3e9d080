"""The canonical form of a record: equal content gives equal bytes, whatever its history.

Keys are sorted, strings are NFC, there is no insignificant space, and what equals its default is
left out (DESIGN section 2, "Pack"). Packs are written in this form, and so are the rows of the
library, which must be a pure function of the record.
"""

from __future__ import annotations

from functools import cache
from typing import Any
from unicodedata import is_normalized, normalize

import msgspec

from feltperm.catalogue.records import PackHeader, Record, kind_of

__all__ = ["encode_header", "encode_record"]


def encode_header(header: PackHeader) -> bytes:
    """Return the canonical JSON of a pack's header.

    Raises:
        ValueError: keys of one mapping differ only in their normal form.
    """
    return msgspec.json.encode(_plain(header), order="deterministic")


def encode_record(record: Record) -> bytes:
    """Return the canonical JSON of a record, its kind included.

    Raises:
        ValueError: keys of one mapping differ only in their normal form.
    """
    fields = {"kind": kind_of(record), **_plain(record)}
    return msgspec.json.encode(fields, order="deterministic")


def _nfc(text: str) -> str:
    return text if is_normalized("NFC", text) else normalize("NFC", text)


def _plain(value: Any) -> Any:
    """Turn structs into NFC dictionaries without the fields that equal their default.

    msgspec's ``omit_defaults`` goes by identity for strings and nested structs, so whether an
    equal value is left out would depend on how it came about; here equality decides.
    """
    if isinstance(value, str):
        return _nfc(value)
    if isinstance(value, msgspec.Struct):
        defaults = _defaults(type(value))
        return {
            name: plain
            for name in value.__struct_fields__
            if (plain := _plain(getattr(value, name))) != defaults[name]
        }
    if isinstance(value, dict):
        named = {_nfc(key): _plain(item) for key, item in value.items()}
        if len(named) != len(value):
            raise ValueError(f"keys that differ only in normal form: {sorted(value)}")
        return named
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return value


@cache
def _defaults(struct: type[msgspec.Struct]) -> dict[str, Any]:
    """The plain form of each field's default; for a required field, what equals nothing."""
    defaults = {}
    for field in msgspec.structs.fields(struct):
        if field.default_factory is not msgspec.NODEFAULT:
            defaults[field.name] = _plain(field.default_factory())
        else:
            defaults[field.name] = _plain(field.default)
    return defaults
