"""Reads the source records: YAML front matter and a Markdown body, one file a record.

The folder says the kind, the file name is the id, the body is the bokmål ``body``. Nothing here
judges content; that is :mod:`feltperm_publish.lint`. What cannot be read becomes a finding that
names file, record and field, and the other files are read all the same. A picture is named by its
file below ``assets/``, and stands in the record under the sha256 that it goes along by.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from feltperm.catalogue.records import (
    PICTURE_BYTES,
    Alert,
    Guidance,
    Organisation,
    PackHeader,
    Poster,
    Record,
    Service,
)
from feltperm.packs.format import FORMAT
from feltperm_publish import yamltext
from feltperm_publish.findings import Finding
from feltperm_publish.grid import Exceptions, merge, read_grid
from feltperm_publish.shorthand import BadField, convert

__all__ = [
    "FOLDERS", "SourceRecord", "Sources", "Unreadable", "asset_files", "parse_record",
    "read_sources",
]  # fmt: skip

#: The folders below ``catalogue/`` and the kind of record each holds.
FOLDERS: dict[str, type[Record]] = {
    "alerts": Alert,
    "guidance": Guidance,
    "organisations": Organisation,
    "posters": Poster,
    "services": Service,
}


#: The most bytes of one source record; the longest real one has some ten thousand.
LARGEST = 200_000


class _PackFile(msgspec.Struct, frozen=True, kw_only=True):
    """``pack.yaml``: what the publisher decides about the pack as a whole."""

    pack: str
    seq: int
    published: str
    publisher: str
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """A record and the file it was read from (slash-separated, below the resources folder)."""

    file: str
    record: Record


@dataclass(frozen=True, slots=True)
class Sources:
    """All that was read.

    Attributes:
        header: the pack's header without holidays; None when ``pack.yaml`` cannot be used.
        entries: the readable records, in order of their files' names.
        findings: what could not be read.
    """

    header: PackHeader | None
    entries: tuple[SourceRecord, ...]
    findings: tuple[Finding, ...]

    @property
    def records(self) -> tuple[Record, ...]:
        """The records without their files."""
        return tuple(entry.record for entry in self.entries)


def read_sources(resources: Path) -> Sources:
    """Read every source record below ``resources/catalogue``."""
    header, findings = _read_header(resources)
    assets = {name: path for name, path in asset_files(resources).items() if not path.is_symlink()}
    entries: list[SourceRecord] = []
    for path in _record_files(resources / "catalogue"):
        file = path.relative_to(resources).as_posix()
        try:
            entries.append(SourceRecord(file, _read_record(path, file, assets)))
        except Unreadable as error:
            findings.append(error.finding)
    findings += _strays(resources)
    entries = _with_exceptions(resources, entries, findings)
    return Sources(header, tuple(entries), tuple(findings))


def _with_exceptions(
    resources: Path, entries: list[SourceRecord], findings: list[Finding]
) -> list[SourceRecord]:
    """Put the grids of exceptions into the schedules they are about."""
    exceptions: list[Exceptions] = []
    for path in _grid_files(resources / "catalogue"):
        read, bad = read_grid(path, path.relative_to(resources).as_posix())
        exceptions += read
        findings += bad
    merged, bad = merge({one.record.id: one.record for one in entries}, exceptions)
    findings += bad
    return [SourceRecord(one.file, merged[one.record.id]) for one in entries]


class Unreadable(Exception):
    """A file that gives no record."""

    def __init__(self, file: str, record: str, field: str, message: str) -> None:
        super().__init__(message)
        self.finding = Finding(file, record, field, message)


def asset_files(resources: Path) -> dict[str, Path]:
    """Return the files that go along with a pack, by their names below ``assets/``."""
    folder = resources / "assets"
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() or path.is_symlink())
    return {
        path.relative_to(folder).as_posix(): path for path in files if not path.name.startswith(".")
    }


def _record_files(catalogue: Path) -> Iterator[Path]:
    for folder in FOLDERS:
        yield from sorted((catalogue / folder).rglob("*.md"))


def _grid_files(catalogue: Path) -> list[Path]:
    return sorted((catalogue / "exceptions").glob("*.csv"))


def _strays(resources: Path) -> list[Finding]:
    """Files below the catalogue that nothing reads: most likely a slip of name or folder."""
    catalogue = resources / "catalogue"
    known = {catalogue / "pack.yaml", *_record_files(catalogue), *_grid_files(catalogue)}
    files = (path for path in sorted(catalogue.rglob("*")) if path.is_file())
    return [
        Finding(path.relative_to(resources).as_posix(), "", "", "not a source record")
        for path in files
        if path not in known
    ]


def _read_header(resources: Path) -> tuple[PackHeader | None, list[Finding]]:
    file = "catalogue/pack.yaml"
    try:
        source = convert(yamltext.read(resources / file), _PackFile)
    except OSError as error:
        return None, [Finding(file, "", "", f"cannot be read: {error.strerror}")]
    except yamltext.BadYaml as error:
        return None, [Finding(file, "", "", str(error))]
    except BadField as error:
        return None, [Finding(file, "", error.field, str(error))]
    return PackHeader(format=FORMAT, **msgspec.structs.asdict(source)), []


def _read_record(path: Path, file: str, assets: Mapping[str, Path]) -> Record:
    if (size := path.stat().st_size) > LARGEST:
        message = f"has {size} bytes: no page is that long, split it or shorten it"
        raise Unreadable(file, path.stem, "", message)
    return parse_record(path.read_bytes(), file, assets)


def parse_record(data: bytes, file: str, assets: Mapping[str, Path] | None = None) -> Record:
    """Return the record that the bytes of one file hold.

    Args:
        file: as in :class:`SourceRecord`; its first folder below the catalogue says the kind.
        assets: the files that it may name, see :func:`asset_files`.

    Raises:
        Unreadable: with what is wrong and where.
    """
    name, kind = Path(file).stem, FOLDERS[Path(file).parts[1]]
    try:
        # any line end is read as one, as Python reads a text file
        front, body = _split(io.StringIO(data.decode(), newline=None).read())
        fields = yamltext.parse(front) or {}
    except UnicodeDecodeError as error:
        raise Unreadable(file, name, "", f"byte {error.start} is not UTF-8") from error
    except ValueError as error:
        raise Unreadable(file, name, "", str(error)) from error
    if not isinstance(fields, dict):
        raise Unreadable(file, name, "", "the front matter is not a mapping")
    if fields.setdefault("id", name) != name:
        raise Unreadable(file, name, "id", f"the file's name is the id, not {fields['id']!r}")
    try:
        _add_body(fields, body)
        _find_picture(fields, assets or {})
        return convert(fields, kind)
    except BadField as error:
        raise Unreadable(file, name, error.field, str(error)) from error


def _split(text: str) -> tuple[str, str]:
    """Return (front matter, body); line numbers of the front matter stay those of the file."""
    lines = text.removeprefix("\ufeff").splitlines(keepends=True)
    if not lines or lines[0].rstrip() != "---":
        raise ValueError("line 1: the front matter must start with ---")
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == "---":
            return "\n" + "".join(lines[1:number]), "".join(lines[number + 1 :])
    raise ValueError("the front matter has no closing ---")


def _add_body(fields: dict[str, Any], body: str) -> None:
    """Put the Markdown body into ``body.nb``, beside the languages of the front matter."""
    body = body.strip()
    if not body:
        return
    given = fields.get("body") or {}
    if not isinstance(given, dict) or "nb" in given:
        raise BadField("body", "bokmål stands below the front matter; do not give it twice")
    fields["body"] = {**given, "nb": body}


def _find_picture(fields: dict[str, Any], assets: Mapping[str, Path]) -> None:
    """Put the hash of a picture's file in the place of its name."""
    picture = fields.get("picture")
    if not isinstance(picture, dict):
        return
    if "sha256" in picture:
        raise BadField("picture.sha256", "is made from the file; give its name in picture.file")
    name = str(picture.get("file", ""))
    if name not in assets:
        raise BadField("picture.file", f"there is no file {name!r} in assets/")
    if not name.lower().endswith((".png", ".svg")) or assets[name].stat().st_size > PICTURE_BYTES:
        raise BadField("picture.file", "a picture is a PNG or SVG of at most 2 MB")
    rest = {key: value for key, value in picture.items() if key != "file"}
    fields["picture"] = {"sha256": hashlib.sha256(assets[name].read_bytes()).hexdigest(), **rest}
