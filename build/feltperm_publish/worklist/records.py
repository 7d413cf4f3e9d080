"""The source records that a list is about: read one by one, changed line by line.

A record is written only when it, read again with the project's own reader, differs in exactly the
fields that were meant; else its file stays as it is, byte for byte.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from feltperm.catalogue.confirming import Place
from feltperm.catalogue.hours import DAYS
from feltperm.catalogue.records import Organisation, Service
from feltperm_publish.edit import CannotEdit, remove_key, set_key
from feltperm_publish.sources import Sources, Unreadable, parse_record

__all__ = ["SourceFile", "edited", "read_files", "replace"]


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A record as its file states it.

    Attributes:
        path: of the file.
        name: as in :class:`feltperm_publish.sources.SourceRecord`.
        data: the bytes that were read.
    """

    path: Path
    name: str
    data: bytes
    record: Place


def read_files(resources: Path, sources: Sources) -> dict[str, SourceFile]:
    """Return the services and organisations by id, without what grids of exceptions add.

    Raises:
        OSError, ValueError: a file went away or broke since the sources were read.
    """
    return {file.record.id: file for file in _files(resources, sources)}


def _files(resources: Path, sources: Sources) -> Iterator[SourceFile]:
    for entry in sources.entries:
        path = resources / entry.file
        if isinstance(entry.record, Service | Organisation):
            data = path.read_bytes()
            try:
                record = parse_record(data, entry.file)
            except Unreadable as error:
                raise ValueError(str(error.finding)) from error
            assert isinstance(record, Service | Organisation)
            yield SourceFile(path, entry.file, data, record)


def edited(file: SourceFile, fields: Mapping[str, Any]) -> bytes:
    """Return the bytes of a file with other values in some fields.

    Args:
        fields: values as in the record; an empty one removes the field.

    Raises:
        CannotEdit: not without touching something else; the message says what is in the way.
    """
    text = file.data.decode()
    for key, value in fields.items():
        text = set_key(text, key, _written(value)) if value else remove_key(text, key)
    try:
        became = parse_record(text.encode(), file.name)
    except Unreadable as error:
        raise CannotEdit(str(error.finding)) from error
    if became != msgspec.structs.replace(file.record, **fields):
        raise CannotEdit("another field would change too")
    return text.encode()


def replace(file: SourceFile, data: bytes) -> None:
    """Write a file whole or not at all, over the bytes that were read and no others.

    Raises:
        CannotEdit: somebody else has written the file since.
        OSError: it cannot be written; it stays as it was.
    """
    if file.path.read_bytes() != file.data:
        raise CannotEdit("the file has just been changed by somebody else")
    descriptor, name = tempfile.mkstemp(prefix=f".{file.path.name}.", dir=file.path.parent)
    part = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        shutil.copymode(file.path, part)
        part.replace(file.path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _written(value: Any) -> Any:
    """Return a value in the shorthands of source records: plain bokmål, ``MO-FR``."""
    if isinstance(value, tuple):
        return [_shorter(msgspec.to_builtins(item)) for item in value]
    return value


def _shorter(item: dict[str, Any]) -> Any:
    # the days stand first in a record, as people say them
    ordered = sorted(item, key=lambda key: key != "byday")
    short = {key: _short_value(key, item[key]) for key in ordered}
    return short["number"] if short.keys() == {"number"} else short


def _short_value(key: str, value: Any) -> Any:
    if key == "byday":
        return _short_days(value)
    return value["nb"] if isinstance(value, dict) and value.keys() == {"nb"} else value


def _short_days(days: Sequence[str]) -> str:
    """Return ``MO-WE,FR``; two days in a row are named one by one."""
    marks = "".join("x" if day in days else " " for day in DAYS)
    runs = [DAYS[run.start() : run.end()] for run in re.finditer("x+", marks)]
    return ",".join(f"{r[0]}-{r[-1]}" if len(r) > 2 else ",".join(r) for r in runs)
