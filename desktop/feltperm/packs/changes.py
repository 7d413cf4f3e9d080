"""What an update changes, field by field: pure functions of two packs.

Short facts carry what they were and what they are, as a person reads them («73 00 00 00»,
«mandag–fredag kl. 9–15»). Of long texts it is said that they changed. Where a field holds several
things, only those that differ are shown.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from itertools import filterfalse
from typing import Literal

import msgspec

from feltperm.catalogue.records import Kind, Pack, Record, kind_of, pick
from feltperm.errors import ContentDamaged
from feltperm.packs.fields import KEYS, LABELS, one_line, shown
from feltperm.packs.format import decode
from feltperm.wording import plain, say

__all__ = [
    "LABELS", "Changes", "FieldChange", "RecordChange", "What", "compare", "compare_bytes",
    "decode_changes", "differing", "encode_changes",
]  # fmt: skip

What = Literal["new", "changed", "gone"]
#: Fields that are not shown: identity is not a change, and the kind of a record never changes.
_SILENT = ("id",)


class FieldChange(msgspec.Struct, frozen=True):
    """One field that is another now.

    Attributes:
        field: a stable key, of :data:`LABELS`.
        old, new: as a person reads them; both empty where only «changed» makes sense, one of
            them where there was or is nothing.
    """

    field: str
    old: str = ""
    new: str = ""


class RecordChange(msgspec.Struct, frozen=True):
    """One record that is new, changed or gone.

    Attributes:
        title: in bokmål, the new one where there is one.
        fields: of a changed record, in the order of :data:`LABELS`.
        municipalities, counties, health_regions, country: whom it is for, before or after.
    """

    id: str
    kind: Kind
    title: str
    what: What
    fields: tuple[FieldChange, ...] = ()
    municipalities: tuple[str, ...] = ()
    counties: tuple[str, ...] = ()
    health_regions: tuple[str, ...] = ()
    country: bool = False


class Changes(msgspec.Struct, frozen=True):
    """What one update of a pack changes.

    Attributes:
        old_seq: 0 when the pack is new here.
        published: the ISO date of the new version.
        records: in pack order, by (kind, id).
    """

    pack: str
    publisher: str
    old_seq: int
    new_seq: int
    published: str
    records: tuple[RecordChange, ...] = ()


_DECODER = msgspec.json.Decoder(Changes)


def compare(old: Pack | None, new: Pack) -> Changes:
    """Return what differs from one version of a pack to another; all is new without an old one."""
    before = {record.id: record for record in old.records} if old else {}
    after = {record.id: record for record in new.records}
    found = [_gone(record) for name, record in before.items() if name not in after]
    for name, record in after.items():
        was = before.get(name)
        if was is None:
            found.append(_change(record, record, "new"))
        elif was != record and (fields := _fields(was, record)):
            found.append(_change(was, record, "changed", fields))
    return Changes(
        pack=new.header.pack,
        publisher=new.header.publisher,
        old_seq=old.header.seq if old else 0,
        new_seq=new.header.seq,
        published=new.header.published,
        records=tuple(sorted(found, key=lambda one: (one.kind, one.id))),
    )


def compare_bytes(old: bytes | None, new: bytes) -> Changes:
    """Return what :func:`compare` does, of two packs as they lie on the disk.

    Only the lines that differ are decoded: that is what makes it quick.

    Raises:
        ContentDamaged: a line that differs cannot be read.
    """
    return compare(None, decode(new)) if old is None else compare(*differing(old, new))


def differing(old: bytes, new: bytes, needed: Iterable[str] = ()) -> tuple[Pack, Pack]:
    """Return two packs without the records that are the same in both.

    Header and sha256 of each are those of the whole pack.

    Args:
        old: the bytes of the one.
        new: the bytes of the other.
        needed: ids of records to be left in nevertheless.

    Raises:
        ContentDamaged: a line that differs cannot be read.
    """
    was, now = old.split(b"\n")[1:], new.split(b"\n")[1:]
    both = set(was).intersection(now)
    if wanted := set(needed):
        both = set(filterfalse(lambda line: _id(line) in wanted, both))
    return _without(old, was, both), _without(new, now, both)


def encode_changes(changes: Changes) -> bytes:
    """Return the canonical JSON of changes: the same changes are the same bytes."""
    return msgspec.json.encode(changes, enc_hook=plain, order="sorted")


def decode_changes(data: bytes) -> Changes:
    """Return what :func:`encode_changes` wrote.

    Raises:
        ContentDamaged: these are no changes.
    """
    try:
        return _DECODER.decode(data)
    except (ValueError, RecursionError) as error:
        raise ContentDamaged(say("Listen over endringer er skadet."), str(error)) from error


class _Identity(msgspec.Struct):
    id: str = ""


_IDENTITY = msgspec.json.Decoder(_Identity)


def _id(line: bytes) -> str:
    try:
        return _IDENTITY.decode(line).id if line else ""
    except (ValueError, RecursionError):
        return ""


def _without(data: bytes, lines: list[bytes], left_out: set[bytes]) -> Pack:
    """Decode a pack without some of its lines, under the sha256 of the whole."""
    header = data[: data.find(b"\n") + 1]
    rest = b"".join(line + b"\n" for line in filterfalse(left_out.__contains__, lines) if line)
    return msgspec.structs.replace(decode(header + rest), sha256=hashlib.sha256(data).hexdigest())


def _gone(record: Record) -> RecordChange:
    return _change(record, record, "gone")


def _change(
    old: Record, new: Record, what: What, fields: tuple[FieldChange, ...] = ()
) -> RecordChange:
    areas = (new.area, old.area)
    return RecordChange(
        id=new.id,
        kind=kind_of(new),
        title=one_line(pick(new.title)[1]),
        what=what,
        fields=fields,
        municipalities=_union(area.municipalities for area in areas),
        counties=_union(area.counties for area in areas),
        health_regions=_union(area.health_regions for area in areas),
        country=any(area.country for area in areas),
    )


def _union(places: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(sorted({one for some in places for one in some}))


def _fields(old: Record, new: Record) -> tuple[FieldChange, ...]:
    """Return the fields that differ, one for each key."""
    if type(old) is not type(new):
        return (FieldChange("kind"),)
    found: dict[str, FieldChange] = {}
    for name in new.__struct_fields__:
        was, now = getattr(old, name), getattr(new, name)
        if was != now and name not in _SILENT:
            key = KEYS[name]
            change = FieldChange(key, *shown(name, was, now))
            # Hours, and what is told in words beside them, are one field for a person.
            if key not in found or not (found[key].old or found[key].new):
                found[key] = change
    return tuple(found[key] for key in LABELS if key in found)
