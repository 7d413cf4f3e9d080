"""Begins source records from what stands elsewhere: all of them, or none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import msgspec

from feltperm.catalogue.fold import fold
from feltperm.catalogue.records import Record, Text
from feltperm_publish.edit import FIELD_ORDER, new_file
from feltperm_publish.findings import Finding
from feltperm_publish.sources import Unreadable, parse_record

__all__ = ["Begun", "begin", "free_id", "ids_of", "record_text", "write_all"]

_SLUG_LENGTH = 40


@dataclass(frozen=True, slots=True)
class Begun:
    """A record that is to be written.

    Attributes:
        name: its file below the sources, as ``catalogue/services/svc-nattkafe.md``.
        text: what the file will hold.
        where: the place it was read from, for whoever has to mend it there.
    """

    name: str
    text: str
    where: str


def begin(sources: Path, begun: Sequence[Begun], replace: bool = False) -> list[Finding]:
    """Write new records below a folder of sources, whole or not at all.

    Args:
        replace: write over records that are there; otherwise one that differs is a finding.

    Returns:
        What stands in the way; then nothing was written.

    Raises:
        OSError: the folder cannot be written; what was begun is taken away again.
    """
    findings = [*_unreadable(begun), *_twice(begun)]
    if not replace:
        findings += _there(sources, begun)
    if not findings:
        write_all(sources, {one.name: one.text for one in begun})
    return findings


def write_all(sources: Path, files: Mapping[str, str]) -> None:
    """Write files below a folder: they get their names when all of them are on the disk.

    Args:
        files: texts by name, with slashes between folders.

    Raises:
        OSError: the folder cannot be written; then none is there that was not before.
    """
    parts: list[tuple[Path, Path]] = []
    try:
        for name, text in files.items():
            path = sources / name
            path.parent.mkdir(parents=True, exist_ok=True)
            part = path.with_name(f"{path.name}.part")
            parts.append((part, path))
            part.write_text(text, encoding="utf-8", newline="")
        for part, path in parts:
            part.replace(path)
    except OSError:
        for part, _ in parts:
            with suppress(OSError):
                part.unlink(missing_ok=True)
        raise


def record_text(fields: Mapping[str, Any], kind: type[Record]) -> str:
    """Return the file of a record: its fields in their order, its bokmål body below them.

    Args:
        fields: plain data, with only the fields that say something.
    """
    texts = {one.name for one in msgspec.structs.fields(kind) if one.type == Text}
    body = dict(fields.get("body") or {})
    below = body.pop("nb", "")
    front: dict[str, Any] = {}
    for name in FIELD_ORDER:
        value = body if name == "body" else fields.get(name)
        if value in (None, "", [], {}) or name == "id":
            continue
        plain = name in texts and isinstance(value, dict) and list(value) == ["nb"]
        front[name] = value["nb"] if plain else value
    return new_file(front) + (f"\n{below.strip()}\n" if below.strip() else "")


def free_id(title: str, taken: set[str], prefix: str = "svc") -> str:
    """Return an id that is not taken, made of a title: ``svc-nattkafeen``."""
    return next(one for one in ids_of(title, prefix) if one not in taken)


def ids_of(title: str, prefix: str = "svc") -> Iterator[str]:
    """Give the ids that may be made of a title, without end: ``svc-nattkafeen``, and numbered."""
    letters = "".join(one if one.isascii() and one.isalnum() else "-" for one in fold(title))
    words = "-".join(filter(None, letters.split("-")))[:_SLUG_LENGTH].strip("-")
    stem = f"{prefix}-{words or 'sted'}"
    yield stem
    yield from (f"{stem}-{number}" for number in count(2))


def _unreadable(begun: Iterable[Begun]) -> Iterator[Finding]:
    for one in begun:
        try:
            parse_record(one.text.encode(), one.name)
        except Unreadable as error:
            found = error.finding
            yield Finding(one.where, found.record, found.field, found.message)


def _twice(begun: Iterable[Begun]) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for one in begun:
        first = seen.setdefault(one.name, one.where)
        if first != one.where:
            yield Finding(one.where, Path(one.name).stem, "id", f"stands at {first} too")


def _there(sources: Path, begun: Iterable[Begun]) -> Iterator[Finding]:
    for one in begun:
        path = sources / one.name
        if path.exists() and path.read_bytes() != one.text.encode():
            message = f"{one.name} is there, and says something else"
            yield Finding(one.where, path.stem, "id", message)
