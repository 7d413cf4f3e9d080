"""Services as vCard 3.0 (RFC 2426), which every telephone and address book reads."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from feltperm.catalogue.library import Entry
from feltperm.catalogue.records import Organisation, Service, pick

__all__ = ["vcards"]


def vcards(entries: Iterable[Entry], changed_on: str) -> str:
    """Return one card for each service and organisation that can be reached; others are left out.

    Args:
        changed_on: the ISO day of the content, for ``REV``.
    """
    made = (_card(entry, changed_on) for entry in entries)
    return "".join(card.serialize() for card in made if card is not None)


def _card(entry: Entry, changed_on: str) -> Any:
    import vobject  # noqa: PLC0415  only an export needs it

    record = entry.record
    if not isinstance(record, Service | Organisation):
        return None
    card, title = vobject.vCard(), pick(record.title)[1]
    card.add("fn").value = title
    # a place has no family name; the whole name stands where programs sort by it
    card.add("n").value = vobject.vcard.Name(family=title)
    provider = record.provider if isinstance(record, Service) else title
    card.add("org").value = [provider or title]
    for phone in record.phones:
        made = card.add("tel")
        made.value, made.type_param = phone.number, "WORK"
    if record.email:
        made = card.add("email")
        made.value, made.type_param = record.email, "INTERNET"
    if record.url:
        card.add("url").value = record.url
    for address in record.addresses:
        made = card.add("adr")
        made.type_param = "WORK"
        made.value = vobject.vcard.Address(
            street=address.line, code=address.postcode, city=address.city, country="Norge"
        )
    source = record.sources[0] if record.sources else None
    facts = [pick(record.summary)[1]]
    facts += [f"Kilde: {source.publisher}, lest {source.read_on}."] if source else []
    if record.needs_check:
        facts.append("Ikke bekreftet. Ring og hør før du sender noen dit.")
    card.add("note").value = "\n".join(filter(None, facts))
    card.add("categories").value = ["Feltperm"]
    card.add("uid").value = f"feltperm:{entry.ref}"
    card.add("rev").value = f"{changed_on}T00:00:00Z"
    return card
