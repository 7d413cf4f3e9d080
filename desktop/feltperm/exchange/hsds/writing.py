"""Services and organisations as the JSON of HSDS 3.0.

What the standard has no place for goes under one key of ours. It is found by reading back what was
written: a field that does not come back as it was is put there whole, so nothing is lost and
nothing stands twice.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

import msgspec

from feltperm.catalogue.library import Entry
from feltperm.catalogue.records import Address, Area, Organisation, Phone, Schedule, Service, pick
from feltperm.exchange.hsds.reading import read_organisation, read_service
from feltperm.exchange.hsds.terms import (
    AREAS,
    EXTENSION,
    FACTS,
    LISTS,
    STATUS,
    Taxonomies,
    stated,
    taxonomy_name,
    term_code,
    uid,
)

__all__ = ["Writer", "as_json"]

#: One object of the standard, as its JSON.
Json: TypeAlias = dict[str, Any]

_MIDNIGHT = "24:00"


class Writer:
    """Writes entries, with what stands outside them.

    Args:
        taxonomies: what the codes of our lists are called.
        area_label: an area in words, as :meth:`Geography.label`.
        organisations: the records of organisations, by ``pack/id``.
        strict: leave out what is not of the standard.
    """

    def __init__(
        self,
        taxonomies: Taxonomies,
        area_label: Callable[[Area], str],
        organisations: Mapping[str, Organisation],
        strict: bool,
    ) -> None:
        self._taxonomies, self._area_label = taxonomies, area_label
        self._organisations, self._strict = organisations, strict

    def services(self, entries: Iterable[Entry]) -> list[Json]:
        """Return the services among the entries, each with its organisation inside."""
        return [
            self._service(entry, entry.record)
            for entry in entries
            if isinstance(entry.record, Service)
        ]

    def organisations(self, entries: Iterable[Entry]) -> list[Json]:
        """Return the organisations among the entries."""
        return [
            self._organisation(entry, entry.record)
            for entry in entries
            if isinstance(entry.record, Organisation)
        ]

    def _service(self, entry: Entry, one: Service) -> Json:
        ref = str(entry.ref)
        made = stated(
            {
                "id": uid(ref),
                "name": pick(one.title)[1],
                "alternate_name": "; ".join(one.alternate_names),
                "description": _described(one),
                "url": one.url,
                "email": one.email,
                "status": STATUS[one.status],
                "application_process": pick(one.application_process)[1],
                "fees_description": pick(one.fees)[1],
                "wait_time": pick(one.wait_time)[1],
                "eligibility_description": pick(one.eligibility)[1],
                "assured_date": one.verified_on,
                "alert": _odd_days(one.schedules),
                "phones": _phones(ref, one.phones),
                "schedules": list(_schedules(ref, one)),
                "service_areas": list(self._areas(ref, one.area)),
                "service_at_locations": [
                    {"id": uid(ref, "at", n), "location": place}
                    for n, place in enumerate(_locations(ref, one.addresses, one.accessibility))
                ],
                "languages": [
                    {"id": uid(ref, "language", code), "code": code} for code in one.languages
                ],
                "organization": self._provider(entry, one),
                "attributes": list(self._attributes(ref, one, "service")),
            }
        )
        return self._extended(made, entry, read_service(made, "").fields)

    def _organisation(self, entry: Entry, one: Organisation) -> Json:
        ref = str(entry.ref)
        made = _organisation(ref, one)
        made |= stated({"attributes": list(self._attributes(ref, one, "organization"))})
        return self._extended(made, entry, read_organisation(made, "").fields)

    def _provider(self, entry: Entry, one: Service) -> Json | None:
        """Return the organisation that runs a service: its record, or its name alone."""
        if one.organisation:
            ref = f"{entry.ref.pack}/{one.organisation}"
            if record := self._organisations.get(ref):
                return _organisation(ref, record) | ({"name": one.provider} if one.provider else {})
        if not one.provider:
            return None
        id = uid(entry.ref.pack, "provider", one.provider)
        return {"id": id, "name": one.provider, "description": one.provider}

    def _extended(self, made: Json, entry: Entry, read: Mapping[str, Any]) -> Json:
        """Add what does not come back when the object is read."""
        if self._strict:
            return made
        whole = json.loads(msgspec.json.encode(entry.record))
        for phone in whole.get("phones", ()):  # made from the number when a pack is compiled
            phone.pop("display", None)
        lost = {name: value for name, value in whole.items() if read.get(name) != value}
        for name in ("id", "kind"):
            lost.pop(name, None)
        extension = {
            "record": str(entry.ref),
            "publisher": entry.header.publisher,
            "published": entry.header.published,
        }
        without = sorted(read.keys() - whole.keys())
        return made | {EXTENSION: stated({**extension, "fields": lost, "without": without})}

    def _attributes(self, ref: str, one: Service | Organisation, entity: str) -> Iterator[Json]:
        for field, name in LISTS.items():
            codes = getattr(one, field, ())
            for code in (codes,) if isinstance(codes, str) else codes:
                if code:
                    known = self._taxonomies.get(name, {}).get(code, {})
                    yield _attribute(ref, entity, name, code, pick(known)[1] or code)
        for fact, label in FACTS.items():
            value = getattr(one, fact, None)
            if value is not None:
                yield {
                    **_attribute(ref, entity, "facts", fact, label),
                    "value": "yes" if value else "no",
                }

    def _areas(self, ref: str, area: Area) -> Iterator[Json]:
        parts = {
            "country": [("NO", Area(country=True))] if area.country else [],
            "health_regions": [(one, Area(health_regions=(one,))) for one in area.health_regions],
            "counties": [(one, Area(counties=(one,))) for one in area.counties],
            "municipalities": [(one, Area(municipalities=(one,))) for one in area.municipalities],
        }
        for field, kind in AREAS.items():
            for extent, part in parts[field]:
                yield {
                    "id": uid(ref, "area", kind, extent),
                    "name": str(self._area_label(part)),
                    "extent": f"{kind}:{extent}",
                    "extent_type": "text",
                }


def as_json(objects: Sequence[Json]) -> bytes:
    """Return a list of objects as the bytes of a file."""
    return json.dumps(objects, ensure_ascii=False, indent=1).encode("utf-8")


def _described(one: Service | Organisation) -> str:
    return "\n\n".join(text for text in (pick(one.summary)[1], pick(one.body)[1]) if text)


def _organisation(ref: str, one: Organisation) -> Json:
    made = stated(
        {
            "id": uid(ref),
            "name": pick(one.title)[1],
            "alternate_name": "; ".join(one.alternate_names),
            "email": one.email,
            "website": one.url,
            "phones": _phones(ref, one.phones),
            "locations": list(_locations(ref, one.addresses, {})),
        }
    )
    return made | {"description": _described(one) or made["name"]}  # required


def _phones(ref: str, phones: Iterable[Phone]) -> list[Json]:
    return [
        stated(
            {
                "id": uid(ref, "phone", n),
                "number": phone.number,
                "type": "voice",
                "description": pick(phone.note)[1],
            }
        )
        for n, phone in enumerate(phones)
    ]


def _schedules(ref: str, one: Service) -> Iterator[Json]:
    """Give weekly hours as recurrences, single dates one by one, and hours in words as words.

    Times are local and without an offset: a week's hours stay the same in summer and winter, and
    no one offset is right for both. The day's end is ``00:00``.
    """
    for n, schedule in enumerate(one.schedules):
        closes = "00:00" if schedule.closes_at == _MIDNIGHT else schedule.closes_at
        common = {
            "opens_at": schedule.opens_at,
            "closes_at": closes,
            "valid_from": schedule.valid_from,
            "valid_to": schedule.valid_to,
            "description": pick(schedule.description)[1],
            "notes": schedule.place,
        }
        if schedule.byday:
            yield stated(
                {
                    "id": uid(ref, "schedule", n),
                    "freq": "WEEKLY",
                    "byday": ",".join(schedule.byday),
                    **common,
                }
            )
        for day in schedule.dates:
            yield stated(
                {
                    "id": uid(ref, "schedule", n, day),
                    "dtstart": day,
                    "freq": "WEEKLY",
                    "count": 1,
                    **common,
                }
            )
    if hours := pick(one.hours)[1]:
        yield {"id": uid(ref, "schedule", "words"), "description": hours}


def _odd_days(schedules: Iterable[Schedule]) -> str:
    """Return in words the days that differ: the standard has no other place for them."""
    days: dict[str, str] = {}
    for schedule in schedules:
        for odd in schedule.exceptions:
            span = f"{odd.date}–{odd.until}" if odd.until else odd.date
            if odd.opens_at:
                said = f"kl. {odd.opens_at}–{odd.closes_at}"
            elif odd.closed is None:
                said = "ikke avklart"
            else:
                said = "stengt" if odd.closed else "som vanlig"
            days.setdefault(span, said)
    return "; ".join(f"{span}: {said}" for span, said in sorted(days.items()))


def _locations(
    ref: str, addresses: Iterable[Address], accessibility: Mapping[str, str]
) -> Iterator[Json]:
    access = pick(dict(accessibility))[1]
    described = [{"id": uid(ref, "accessibility"), "description": access}] if access else []
    places: list[Address | None] = list(addresses)
    for n, address in enumerate(places or ([None] if access else [])):
        yield stated(
            {
                "id": uid(ref, "location", n),
                "location_type": "physical",
                "addresses": [_address(ref, n, address)] if address else [],
                "accessibility": described if not n else [],
            }
        )


def _address(ref: str, number: int, address: Address) -> Json:
    """Return an address; what the standard requires and nobody has stated is empty."""
    return {
        "id": uid(ref, "address", number),
        "address_1": address.line,
        "city": address.city,
        "state_province": "",
        "postal_code": address.postcode,
        "country": "NO",
        "address_type": "physical",
    }


def _attribute(ref: str, entity: str, taxonomy: str, code: str, name: str) -> Json:
    list_name = taxonomy_name(taxonomy)
    return {
        "id": uid(ref, "attribute", taxonomy, code),
        "link_id": uid(ref),
        "link_entity": entity,
        "taxonomy_term": {
            "id": uid("term", taxonomy, code),
            "code": term_code(taxonomy, code),
            "name": name,
            "description": name,
            "taxonomy": list_name,
        },
    }
