"""The pack format: canonical JSON Lines (DESIGN section 2, "Pack").

Line 1 is the header, every further line one record. Records are sorted by (kind, id), keys are
sorted, strings are NFC, there is no insignificant space, what equals its default is left out, and
each line ends with a line feed. So the same content is the same bytes on every machine, and one
sha256 proves it. Pure functions over bytes; :func:`read_pack` is the only one that reads a file.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

import msgspec

from feltperm.catalogue.canonical import encode_header, encode_record
from feltperm.catalogue.records import Pack, PackHeader, Record, kind_of
from feltperm.errors import ContentDamaged, ContentTooNew
from feltperm.wording import say

__all__ = ["FORMAT", "MAX_LINE", "SLUG", "decode", "encode", "read_pack"]

#: The format this program writes, and the newest it reads.
FORMAT = 1
#: The longest permitted line in bytes; a record of ordinary size has 1 to 4 kB.
MAX_LINE = 1 << 20
#: What a pack id and a record id look like: they become file names and ``pack/id`` references.
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

_DAMAGED = say("Innholdet er skadet og er ikke tatt i bruk. Permen din er uendret.")
_TOO_OLD = say("Innholdet krever en nyere versjon av Feltperm. Permen din er uendret.")


class _Identity(msgspec.Struct):
    """As much of a line as can be read when the rest of it cannot."""

    id: str = ""


class _Version(msgspec.Struct):
    """The one field of the header that every future format keeps."""

    format: int


_RECORD: msgspec.json.Decoder[Record] = msgspec.json.Decoder(Record)
_HEADER = msgspec.json.Decoder(PackHeader)


def encode(header: PackHeader, records: Iterable[Record]) -> bytes:
    """Return the canonical bytes of a pack, the same for any order of ``records``.

    Raises:
        ValueError: two records share an id, an id is no slug, or a line is over
            :data:`MAX_LINE`; the publisher's lint finds these first, so here it is a bug.
    """
    ordered = sorted(records, key=lambda record: (kind_of(record), record.id))
    lines = [_line("header", encode_header(header))]
    seen: set[str] = set()
    for record in ordered:
        if record.id in seen:
            raise ValueError(f"two records are called {record.id}")
        if not SLUG.fullmatch(record.id):
            raise ValueError(f"{record.id!r} is not a record id")
        seen.add(record.id)
        lines.append(_line(record.id, encode_record(record)))
    return b"".join(lines)


def decode(data: bytes) -> Pack:
    """Return the pack that ``data`` holds.

    Fields this version does not know are passed over, so that a format may grow without a new
    number; a record it cannot read, a repeated id and a line out of order are refused.

    Raises:
        ContentDamaged: ``detail`` names the line and, where it can be read, the record's id.
    """
    if not data:
        _refuse("the file is empty")
    lines = data.split(b"\n")
    if lines.pop():
        _refuse(f"line {len(lines) + 1}: cut off, no line feed at the end")
    header = _decode_header(lines[0])
    records: list[Record] = []
    seen: set[str] = set()
    last = ("", "")
    for number, line in enumerate(lines[1:], start=2):
        record = _decode_record(number, line)
        place = (kind_of(record), record.id)
        if record.id in seen:
            _refuse(f"line {number}, record {record.id}: the id stands twice")
        if place <= last:
            _refuse(f"line {number}, record {record.id}: out of order")
        seen.add(record.id)
        last = place
        records.append(record)
    return Pack(header=header, records=tuple(records), sha256=hashlib.sha256(data).hexdigest())


def read_pack(path: Path) -> Pack:
    """Return the pack in a file.

    Raises:
        ContentDamaged: the file cannot be read, or :func:`decode` refuses it.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ContentDamaged(_DAMAGED, f"{path.name}: {error.strerror}") from error
    try:
        return decode(data)
    except ContentDamaged as error:
        raise type(error)(error.message, f"{path.name}: {error.detail}") from error


def _refuse(detail: str, cause: BaseException | None = None) -> NoReturn:
    raise ContentDamaged(_DAMAGED, detail) from cause


def _decode_header(line: bytes) -> PackHeader:
    """Read line 1; the format number decides before anything else is looked at."""
    if len(line) > MAX_LINE:
        _refuse(f"line 1: longer than {MAX_LINE} bytes")
    try:
        version = msgspec.json.decode(line, type=_Version).format
        if version > FORMAT:
            raise ContentTooNew(
                _TOO_OLD, f"line 1: pack format {version}, this program reads up to {FORMAT}"
            )
        header = _HEADER.decode(line)
    # ValueError covers msgspec's own errors and broken UTF-8; RecursionError deep nesting.
    except (ValueError, RecursionError) as error:
        _refuse(f"line 1: {error}", error)
    if version < 1:
        _refuse(f"line 1: there is no pack format {version}")
    if not SLUG.fullmatch(header.pack):
        _refuse(f"line 1: {header.pack!r} is not a pack id")
    return header


def _decode_record(number: int, line: bytes) -> Record:
    if len(line) > MAX_LINE:
        _refuse(f"line {number}: longer than {MAX_LINE} bytes")
    try:
        record = _RECORD.decode(line)
    except (ValueError, RecursionError) as error:
        _refuse(f"line {number}{_whose(line)}: {error}", error)
    if not SLUG.fullmatch(record.id):
        _refuse(f"line {number}: {record.id!r} is not a record id")
    return record


def _whose(line: bytes) -> str:
    """Name the record of a line that does not decode, as far as that can be read."""
    try:
        name = msgspec.json.decode(line, type=_Identity).id
    except (ValueError, RecursionError):
        found = re.search(rb'"id":"([a-z0-9-]{1,100})"', line)
        name = found[1].decode("ascii") if found else ""
    return f", record {name[:100]}" if name else ""


def _line(name: str, line: bytes) -> bytes:
    if len(line) > MAX_LINE:
        raise ValueError(f"{name}: the record is longer than {MAX_LINE} bytes")
    return line + b"\n"
