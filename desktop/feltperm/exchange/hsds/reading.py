"""HSDS 3.0 into the fields of our records, with a report of what had no place.

Nothing is guessed: a recurrence that our hours cannot hold is reported, not taken for a weekly
one, nor a time of another zone for one of ours; a contact that names a person is left out; an
address abroad is not taken for one here.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from feltperm.catalogue.phones import bare_number
from feltperm.catalogue.records import Organisation, Schedule, Service
from feltperm.exchange.hsds.nodes import PERSON, Node, Reading, quoted
from feltperm.exchange.hsds.terms import (
    AREAS,
    EXTENSION,
    FACTS,
    LISTS,
    OUR_STATUS,
    own_code,
    taxonomy_name,
)

__all__ = ["read_organisation", "read_service"]

_TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)(?::\d\d)?(Z|[+-]\d\d(?::?\d\d)?)?")
#: The offsets of Norway from UTC, in winter and in summer, as a time and as a number has them.
_LOCAL = re.compile(r"|\+0[12](?::?00)?")
_ZONES = ("", "1", "2")
_DAYS = re.compile(r"(?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:MO|TU|WE|TH|FR|SA|SU))*")
_WEB = re.compile(r"https?://\S+", re.IGNORECASE)
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
#: A number with more digits is of another country, or two numbers.
_LONGEST_AT_HOME = 8


def read_service(value: dict[str, Any], where: str) -> Reading:
    """Read one service, with its organisation inside if it has one.

    Args:
        where: the JSON pointer of the object in its file.
    """
    reading = Reading()
    node = Node(value, where, reading)
    fields = reading.fields
    _common(node, fields)
    for name in ("application_process", "wait_time"):
        _put_text(fields, name, node.text(name))
    _put_text(fields, "eligibility", node.text("eligibility_description"))
    described, fees = node.text("fees_description"), node.text("fees")
    _put_text(fields, "fees", described or fees)
    if described and fees:
        node.leave("fees", quoted(fees))
    _put(fields, "url", _like(node, "url", _WEB))
    _put(fields, "verified_on", _date(node, "assured_date"))
    status = node.text("status")
    if status not in OUR_STATUS:
        node.fault("status", f"{quoted(status)!r} is not a status of HSDS")
    elif OUR_STATUS[status] != "current":
        fields["status"] = OUR_STATUS[status]
    _put(fields, "languages", [code for one in node.nodes("languages") if (code := _code(one))])
    _organisation_of(node, fields)
    _areas(node, fields)
    _attributes(node, fields)
    schedules = [one for entry in node.nodes("schedules") if (one := _schedule(entry, fields))]
    _at_locations(node, fields, schedules)
    _put(fields, "schedules", _grouped(schedules))
    _extension(node, fields, Service)
    node.close()
    return reading


def read_organisation(value: dict[str, Any], where: str) -> Reading:
    """Read one organisation; its services are read by whoever finds them in it."""
    reading = Reading()
    node = Node(value, where, reading)
    _common(node, reading.fields)
    if reading.fields.get("summary") == reading.fields.get("title"):
        reading.fields.pop("summary", None)  # the standard requires one; the name says nothing more
    _put(reading.fields, "url", _like(node, "website", _WEB))
    for place in node.nodes("locations"):
        _location(place, reading.fields)
        if reading.fields.pop("accessibility", None):
            place.leave("accessibility", "of an organization there is no place for it")
    _attributes(node, reading.fields)
    for name in [one for one in reading.fields if one not in Organisation.__struct_fields__]:
        del reading.fields[name]
        node.leave("attributes", f"{name}: of an organization there is no place for it")
    node.skip("services")
    _extension(node, reading.fields, Organisation)
    node.close()
    return reading


def _common(node: Node, fields: dict[str, Any]) -> None:
    """Read what services and organisations share."""
    if not (name := " ".join(node.text("name").split())):
        node.fault("name", "is missing")
    _put_text(fields, "title", name)
    others = [one.strip() for one in node.text("alternate_name").split(";")]
    _put(fields, "alternate_names", [one for one in others if one])
    summary, _, body = node.text("description").partition("\n\n")
    _put_text(fields, "summary", summary.strip())
    _put_text(fields, "body", body.strip())
    _put(fields, "email", _like(node, "email", _MAIL))
    _put(fields, "phones", [phone for one in node.nodes("phones") if (phone := _phone(one))])


def _phone(node: Node) -> dict[str, Any] | None:
    written, kind = node.text("number").strip("\"' "), node.text("type").casefold()
    number = bare_number(written)
    if node.text("contact_id"):
        node.leave_whole(PERSON)
        return None
    if not number or "/" in written:
        node.leave_whole("is no telephone number, or more than one")
        return None
    if len(number) > _LONGEST_AT_HOME and not number.startswith("+"):
        node.leave_whole("is too long for Norway, and has no code of another country")
        return None
    if kind not in ("", "voice", "phone", "landline", "mobile", "cell", "hotline"):
        node.leave_whole(f"is of the type {kind!r}")
        return None
    made: dict[str, Any] = {"number": number}
    _put_text(made, "note", node.text("description"))
    return made


def _code(node: Node) -> str:
    code = node.text("code")
    if code:
        node.skip("name")
    return code


def _organisation_of(node: Node, fields: dict[str, Any]) -> None:
    named = node.text("organization_id")
    for one in node.node("organization"):
        fields["provider"] = name = one.text("name")
        id, described = one.text("id"), one.text("description")
        if named and id and named != id:
            message = f"{named} is not the organization that stands in the service"
            node.fault("organization_id", message)
        # what the organisation says of itself is read where it stands as its own
        if described not in ("", name) or one.says_more_than("id", "name", "description"):
            one.leave_whole("of the organization inside a service only the name is taken")
    if not fields.get("provider"):
        fields.pop("provider", None)


def _areas(node: Node, fields: dict[str, Any]) -> None:
    kinds = {kind: name for name, kind in AREAS.items()}
    area: dict[str, Any] = {}
    for one in node.nodes("service_areas"):
        kind, _, extent = one.text("extent").partition(":")
        name = kinds.get(kind)
        if name is None or not extent:
            one.leave_whole(f"an area that has no code of ours: {quoted(one.text('name'))}")
            continue
        one.skip("name", "extent_type")
        if name == "country":
            area["country"] = True
        else:
            area.setdefault(name, []).append(extent)
    _put(fields, "area", area)


def _attributes(node: Node, fields: dict[str, Any]) -> None:
    lists = {taxonomy_name(name): key for key, name in LISTS.items()}
    for one in node.nodes("attributes"):
        one.skip("link_id", "link_entity", "link_type")
        value = one.text("value")
        if one.text("taxonomy_term_id") and one.data("taxonomy_term") is None:
            one.fault("taxonomy_term_id", "there is no such term in the attribute")
        for term in one.node("taxonomy_term"):
            term.skip("name", "description", "taxonomy_id", "taxonomy_detail", "language")
            taxonomy = term.text("taxonomy")
            code = own_code(taxonomy, term.text("code"))
            key = lists.get(taxonomy)
            if key == "category":
                fields[key] = code
            elif key:
                fields.setdefault(key, []).append(code)
            elif taxonomy == taxonomy_name("facts") and code in FACTS and value in ("yes", "no"):
                fields[code] = value == "yes"
            else:
                term.leave_whole(f"a term of another list: {quoted(code)} {quoted(taxonomy)}")


def _at_locations(node: Node, fields: dict[str, Any], schedules: list[dict[str, Any]]) -> None:
    places = list[tuple[str, list[dict[str, Any]]]]()
    for at in node.nodes("service_at_locations"):
        if at.text("location_id") and at.data("location") is None:
            at.fault("location_id", "there is no such location in the service")
        phones = [phone for one in at.nodes("phones") if (phone := _phone(one))]
        known = {one["number"] for one in fields.get("phones", ())}
        _put(fields, "phones", fields.get("phones", []) + [
            one for one in phones if one["number"] not in known
        ])  # fmt: skip
        here = [one for entry in at.nodes("schedules") if (one := _schedule(entry, fields))]
        name = ""
        for place in at.node("location"):
            name = _location(place, fields)
        places.append((name, here))
    for name, here in places:
        several = len(places) > 1 and name
        schedules += [one | ({"place": name} if several and "place" not in one else {})
                      for one in here]  # fmt: skip


def _location(node: Node, fields: dict[str, Any]) -> str:
    """Read a place, and return what it can be told by."""
    line = name = node.text("name")
    if name:
        node.leave("name", quoted(name))
    for one in node.nodes("addresses"):
        country, kind = one.text("country") or "NO", one.text("address_type") or "physical"
        if country.upper() not in ("NO", "NOR") or kind != "physical":
            one.leave_whole(f"is no visiting address in Norway: {country}, {kind}")
            continue
        parts = (one.text("address_1"), one.text("address_2"))
        line = ", ".join(part for part in parts if part)
        if not line:
            one.leave_whole("has no street")
            continue
        made = {"line": line}
        _put(made, "postcode", one.text("postal_code"))
        _put(made, "city", one.text("city"))
        fields.setdefault("addresses", [])
        if made not in fields["addresses"]:
            fields["addresses"].append(made)
        name = name or line
    kind = node.text("location_type")
    for access in node.nodes("accessibility"):
        parts = (access.text("description"), access.text("details"))
        said = " ".join(part for part in parts if part)
        if said:
            before = fields.get("accessibility", {}).get("nb", "")
            _put_text(fields, "accessibility", f"{before} {said}".strip())
    if kind == "virtual":
        node.leave("location_type", "a virtual place has no address here")
    return name


def _schedule(node: Node, fields: dict[str, Any]) -> dict[str, Any] | None:
    """Read one recurrence as one of ours; None where ours cannot say it, or it is words alone."""
    node.skip("wkst")
    opens, closes = (_clock(node, key) for key in ("opens_at", "closes_at"))
    description, place = node.text("description"), node.text("notes")
    days, freq, zone = (node.text(key) for key in ("byday", "freq", "timezone"))
    start = _date(node, "dtstart")
    if not opens and not closes and description and not days:
        before = fields.get("hours", {}).get("nb", "")
        _put_text(fields, "hours", f"{before} {description}".strip())
        return None
    once = node.text("count") == "1" and start
    odd = [key for key in ("byweekno", "bymonthday", "byyearday") if node.text(key)]
    every = node.text("interval") in ("", "1") and (freq == "WEEKLY" or not freq)
    weekly = every and not odd and bool(_DAYS.fullmatch(days)) and not node.text("count")
    if not (opens and closes) or not (once or weekly) or zone not in _ZONES:
        node.leave_whole("hours that are not weekly, or have no local times: give them by hand")
        return None
    made: dict[str, Any] = {
        "opens_at": opens,
        "closes_at": "24:00" if closes == "00:00" else closes,
    }
    if once:
        made["dates"] = [start]
    else:
        made["byday"] = days.split(",")
    _put(made, "valid_from", _date(node, "valid_from") or ("" if once else start))
    _put(made, "valid_to", _date(node, "valid_to") or _date(node, "until"))
    _put(made, "place", place)
    _put_text(made, "description", description)
    return made


def _grouped(schedules: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Put single dates with the same hours together, as one round."""
    made: list[dict[str, Any]] = []
    for one in schedules:
        last = made[-1] if made else {}
        same = {key: value for key, value in one.items() if key != "dates"}
        if "dates" in one and "dates" in last and same == {
            key: value for key, value in last.items() if key != "dates"
        }:  # fmt: skip
            last["dates"] += one["dates"]
        else:
            made.append(dict(one))
    order = Schedule.__struct_fields__
    return [{key: one[key] for key in order if key in one} for one in made]


def _extension(node: Node, fields: dict[str, Any], kind: type[Service | Organisation]) -> None:
    """Take what was written beside the standard, in the place of what was read of it."""
    for one in node.node(EXTENSION):
        node.reading.record = one.text("record")
        one.skip("publisher", "published")
        given, without = one.data("fields"), one.data("without")
        for name, value in given.items() if isinstance(given, dict) else ():
            if name in kind.__struct_fields__ and name != "id":
                fields[name] = value
            else:
                one.leave("fields", f"{quoted(name)} is no field of ours")
        for name in without if isinstance(without, list) else ():
            fields.pop(str(name), None)


def _clock(node: Node, key: str) -> str:
    text = node.text(key)
    found = _TIME.fullmatch(text)
    if text and not found:
        node.leave(key, f"{quoted(text)} is no time of day")
    elif found and not _LOCAL.fullmatch(found[3] or ""):
        node.leave(key, f"{text} is no local time in Norway")
        return ""
    return f"{found[1]}:{found[2]}" if found else ""


def _date(node: Node, key: str) -> str:
    text = node.text(key)[:10]
    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError:
        node.leave(key, f"{quoted(text)} is no date")
        return ""


def _like(node: Node, key: str, form: re.Pattern[str]) -> str:
    """Take a text of a form, as a web address."""
    text = node.text(key)
    if text and not form.fullmatch(text):
        node.leave(key, quoted(text))
        return ""
    return text


def _put(fields: dict[str, Any], name: str, value: Any) -> None:
    if value:
        fields[name] = value


def _put_text(fields: dict[str, Any], name: str, value: str) -> None:
    if value:
        fields[name] = {"nb": value}
