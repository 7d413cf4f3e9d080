"""What ``feltperm-publish from-hsds`` does: services of HSDS 3.0 become source records.

The file is one service, one organisation, a list of either, or a page of an API. All records are
written, or none; what had no place in them is said by place, with a JSON pointer (RFC 6901).
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
from feltperm_publish.begin import Begun, begin, free_id, record_text
from feltperm_publish.findings import Finding, report

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
    begun = [] if findings else _begun(readings, options, today)
    findings = findings or begin(options.into, begun)
    for left in (left for _, reading in readings for left in reading.left):
        print(f"{left.where or '/'}: {left.what}")
    if findings:
        report(findings)
        print("nothing was written", file=sys.stderr)
        return 1
    print(f"{len(begun)} records written below {options.into}")
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
) -> list[Begun]:
    # a new name is free in the folder, not only in the file
    taken = {path.stem for path in (options.into / "catalogue").glob("*/*.md")}
    ids = {one.where: _id(one, reading, taken) for one, reading in readings}
    organisations = {
        str(one.value.get("id")): ids[one.where] for one, _ in readings if one.kind is Organisation
    }
    begun: list[Begun] = []
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
        folder = "services" if one.kind is Service else "organisations"
        try:
            text = record_text(fields, one.kind)
        except RecursionError as error:
            raise ValueError(f"{options.input.name}{one.where} is nested too deeply") from error
        where = f"{options.input.name}{one.where}"
        begun.append(Begun(f"catalogue/{folder}/{ids[one.where]}.md", text, where))
    return begun


def _id(one: _Found, reading: Reading, taken: set[str]) -> str:
    """Return the id that the record was written from, or else a free one made of its name."""
    own = reading.record.partition("/")[2]
    if _OWN_ID.fullmatch(own):
        return own
    made = free_id(str(one.value["name"]), taken, "svc" if one.kind is Service else "org")
    taken.add(made)
    return made


def _organisation(value: dict[str, Any]) -> str:
    inside = value.get("organization")
    named = inside.get("id") if isinstance(inside, dict) else value.get("organization_id")
    return str(named or "")
