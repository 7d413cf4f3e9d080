"""What ``feltperm-publish from-hsds`` does: services of HSDS 3.0 become source records.

The file is one service, one organisation, a list of either, or a page of an API. All records are
written, or none; what had no place in them is said by place, with a JSON pointer (RFC 6901). What
came from the same file of the same publisher before, and is here still, is never written again: a
coordinator has worked on it. What is another there now is said.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from feltperm.catalogue.records import Organisation, Record, Service
from feltperm.exchange.hsds.nodes import Left, Reading
from feltperm.exchange.hsds.reading import read_organisation, read_service
from feltperm_publish.begin import Begun, begin, ids_of, record_text
from feltperm_publish.findings import Finding, report
from feltperm_publish.sources import Unreadable, parse_record

__all__ = ["LARGEST", "run"]

#: The most bytes of a file; the whole of Norway has some ten million.
LARGEST = 100_000_000
#: What an id may be made of: it becomes the name of a file.
_OWN_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
#: What an organization never has, and other things with a name and a description have.
_OF_OTHERS = (
    "location_type", "code", "taxonomy", "taxonomy_detail", "version", "parent_id",
    "organization_id", "service_id",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Found:
    """One object of the file."""

    where: str
    kind: type[Record]
    value: dict[str, Any]


def run(options: argparse.Namespace, today: date) -> int:
    """Carry out the command and return its exit code: 1 when nothing was written.

    Raises:
        ValueError: the file is no JSON, or holds no services and no organisations.
        OSError: the file cannot be read, or a record cannot be written.
    """
    data = _read(options.input)
    found, faults = _objects(data)
    readings = [(one, _reading(one)) for one in found]
    faults += [fault for _, reading in readings for fault in reading.faults]
    faults += _broken(found)
    findings = [Finding(options.input.name, "", one.where, one.what) for one in faults]
    begun, differing = ([], []) if findings else _begun(readings, options, today)
    findings = findings or begin(options.into, begun)
    for left in (left for _, reading in readings for left in reading.left):
        print(f"{left.where or '/'}: {left.what}")
    for one in differing:
        print(f"{one.where}: {one.what}")
    if findings:
        report(findings)
        print("nothing was written", file=sys.stderr)
        return 1
    print(f"{len(begun)} records written below {options.into}")
    if here := len(readings) - len(begun):
        print(f"{here} were here before and are left as they are; {len(differing)} differ")
    return 0


def _read(path: Path) -> Any:
    if (size := path.stat().st_size) > LARGEST:
        raise ValueError(f"{path.name} has {size} bytes; the most is {LARGEST}")
    try:
        return json.loads(path.read_bytes())
    except json.JSONDecodeError as error:
        what = str(error)
    except UnicodeDecodeError as error:
        what = f"it is not UTF-8 text (byte {error.start})"
    except RecursionError:
        what = "it is nested too deeply"
    except ValueError:
        what = "it holds a number that is too long"
    raise ValueError(f"{path.name} is no JSON: {what}")


def _objects(data: Any) -> tuple[list[_Found], list[Left]]:
    """Return the services and organisations of a file, and what is neither."""
    found: list[_Found] = []
    faults: list[Left] = []
    if isinstance(data, dict) and isinstance(data.get("contents"), list):
        listed = [(f"/contents/{n}", one) for n, one in enumerate(data["contents"])]
    elif isinstance(data, list):
        listed = [(f"/{n}", one) for n, one in enumerate(data)]
    else:
        listed = [("", data)]
    for where, one in listed:
        kind = _kind(one)
        if kind is None:
            faults.append(Left(where or "/", "is no service and no organization of HSDS 3.0"))
            continue
        found.append(_Found(where, kind, one))
        inside = one.get("services") if kind is Organisation else None
        for n, service in enumerate(inside if isinstance(inside, list) else ()):
            place = f"{where}/services/{n}"
            if _kind(service) is Service:
                own = {"id": one.get("id"), "name": one.get("name")}
                found.append(_Found(place, Service, {"organization": own, **service}))
            else:
                faults.append(Left(place, "is no service of HSDS 3.0"))
    if not listed:
        raise ValueError("the file holds no services and no organizations")
    return found, faults


def _kind(value: Any) -> type[Record] | None:
    if not isinstance(value, dict) or "name" not in value or "id" not in value:
        return None
    if "status" in value:
        return Service
    other = "description" not in value or any(key in value for key in _OF_OTHERS)
    return None if other else Organisation


def _reading(one: _Found) -> Reading:
    reading = (read_service if one.kind is Service else read_organisation)(one.value, one.where)
    if not reading.faults:
        try:  # what stands under our own key may be anything
            msgspec.convert({**reading.fields, "id": "x"}, one.kind)
        except msgspec.ValidationError as error:
            reading.faults.append(Left(one.where or "/", str(error)))
    return reading


def _broken(found: list[_Found]) -> Iterator[Left]:
    """Give identities that stand twice, and organisations that a service names in vain."""
    known = {str(one.value.get("id")) for one in found if one.kind is Organisation}
    seen: dict[str, str] = {}
    for one in found:
        first = seen.setdefault(str(one.value.get("id")), one.where)
        if first != one.where:
            yield Left(f"{one.where}/id", f"stands at {first or '/'} too")
        named = one.value.get("organization_id")
        inside = one.value.get("organization")
        if named and not isinstance(inside, dict) and str(named) not in known:
            yield Left(f"{one.where}/organization_id", f"there is no organization {named}")


def _begun(
    readings: list[tuple[_Found, Reading]], options: argparse.Namespace, today: date
) -> tuple[list[Begun], list[Left]]:
    """Return what is to be written, and in what the rest differs from what is here."""
    shelf = _Shelf(options.into, options.publisher or "", options.input.name)
    ids = {one.where: shelf.id(one, reading) for one, reading in readings}
    organisations = {
        str(one.value.get("id")): ids[one.where] for one, _ in readings if one.kind is Organisation
    }
    begun: list[Begun] = []
    differing: list[Left] = []
    for one, reading in readings:
        fields = dict(reading.fields)
        if not reading.record:  # written by somebody else
            if "verified_on" not in fields:
                fields["needs_check"] = True
            if options.publisher:
                source = {"publisher": options.publisher, "title": options.input.name}
                fields["sources"] = [source | {"read_on": today.isoformat()}]
            if one.kind is Service and (runs_it := organisations.get(_organisation(one.value))):
                fields["organisation"] = runs_it
        try:
            text = record_text(fields, one.kind)
        except RecursionError as error:
            raise ValueError(f"{options.input.name}{one.where} is nested too deeply") from error
        made = Begun(_file(ids[one.where], one.kind), text, f"{options.input.name}{one.where}")
        if reading.record or shelf.is_free(made):
            begun.append(made)
        elif others := shelf.differing(made, set(fields)):
            what = f"{ids[one.where]} says something else here: {', '.join(others)}"
            differing.append(Left(one.where or "/", what))
    return begun, differing


def _file(id: str, kind: type[Record]) -> str:
    return f"catalogue/{'services' if kind is Service else 'organisations'}/{id}.md"


class _Shelf:
    """The records that are here already, and those of them that came from this file before.

    Args:
        into: the folder of sources.
        publisher: whose data it is, empty where that is not said; ``file``: what it is called.
    """

    def __init__(self, into: Path, publisher: str, file: str) -> None:
        self._into, self._source = into, (publisher, file)
        self._others = {path.stem for path in (into / "catalogue").glob("*/*.md")}
        self._taken: set[str] = set()

    def id(self, one: _Found, reading: Reading) -> str:
        """Return the id that an object was written from, has here, or may have: a free one."""
        own = reading.record.partition("/")[2]
        if _OWN_ID.fullmatch(own):
            return own
        made = next(
            id
            for id in ids_of(str(one.value["name"]), "svc" if one.kind is Service else "org")
            if id not in self._taken and (id not in self._others or self._came(_file(id, one.kind)))
        )
        self._taken.add(made)
        return made

    def is_free(self, made: Begun) -> bool:
        """Whether there is no such record here."""
        return not (self._into / made.name).exists()

    def differing(self, made: Begun, stated: set[str]) -> list[str]:
        """Return the fields, of those that the file states, in which the one here is another.

        What a coordinator decides of it is none of them: whose it is, and whether it is checked.
        """
        here = self._read(made.name)
        try:
            new = parse_record(made.text.encode(), made.name)
        except Unreadable as error:
            return [error.finding.message]
        names = sorted(stated - {"sources", "needs_check", "verified_on"})
        return [name for name in names if getattr(here, name, None) != getattr(new, name, None)]

    def _came(self, name: str) -> bool:
        """Whether a record came from this file, as its sources say."""
        here = self._read(name)
        found = [(one.publisher, one.title) for one in here.sources] if here else []
        return bool(self._source[0]) and self._source in found

    def _read(self, name: str) -> Record | None:
        try:
            return parse_record((self._into / name).read_bytes(), name)
        except (OSError, Unreadable):
            return None


def _organisation(value: dict[str, Any]) -> str:
    inside = value.get("organization")
    named = inside.get("id") if isinstance(inside, dict) else value.get("organization_id")
    return str(named or "")
