"""A record as plain text: to paste into a message, or to read in a terminal.

Source and date follow every text, and a number that nobody has confirmed says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from feltperm.catalogue.dates import long_date
from feltperm.catalogue.hours import weekly_lines
from feltperm.catalogue.records import (
    Address,
    Guidance,
    Organisation,
    Poster,
    Record,
    Service,
    Source,
    Text,
    UrgencyLevel,
    pick,
)

__all__ = [
    "LANGUAGE_NAMES",
    "URGENCY",
    "address_line",
    "not_confirmed",
    "record_text",
    "source_line",
]


#: What a language is called in Norwegian.
LANGUAGE_NAMES: Mapping[str, str] = {
    "nb": "bokmål", "nn": "nynorsk", "en": "engelsk", "se": "nordsamisk",
    "pl": "polsk", "uk": "ukrainsk", "ar": "arabisk", "so": "somali",
}  # fmt: skip

#: What to do, as the heading over the signs (SCREENS section 0, rule 8).
URGENCY: Mapping[UrgencyLevel, Text] = {
    "call_113": {"nb": "Ring 113 hvis", "en": "Call 113 if"},
    "call_legevakt": {
        "nb": "Ring legevakt 116 117 hvis",
        "en": "Call the out-of-hours doctor 116 117 if",
    },
    "same_day": {"nb": "Kom til oss i dag hvis", "en": "Come to us today if"},
    "self_care": {"nb": "Dette kan du gjøre selv", "en": "What you can do yourself"},
}


def record_text(record: Record, language: str = "nb") -> str:
    """Return the record's facts, one a line, in ``language`` where there is a wording."""
    return "\n".join(line for line in _lines(record, language) if line)


def source_line(source: Source) -> str:
    """Return «{utgiver}, {tittel}. Lest {dato}.» (SCREENS section 2.2)."""
    return f"{source.publisher}, {source.title}. Lest {long_date(source.read_on)}."


def address_line(address: Address) -> str:
    """Return an address on one line."""
    where = " ".join(part for part in (address.postcode, address.city) if part)
    return ", ".join(part for part in (address.line, where) if part)


def not_confirmed(record: Record) -> str:
    """Return what stands beside a fact that nobody has confirmed (SCREENS section 0, rule 9)."""
    read = max((source.read_on for source in record.sources), default="")
    return f"Ikke bekreftet etter {long_date(read)}" if read else "Ikke bekreftet"


def _lines(record: Record, language: str) -> Iterator[str]:
    yield pick(record.title, language)[1]
    if record.status == "historical":
        yield "Historisk."
    yield pick(record.summary, language)[1]
    if isinstance(record, Service | Organisation):
        yield from _contact(record)
    if isinstance(record, Service):
        yield from _service(record, language)
    if isinstance(record, Guidance | Poster):
        yield from _guidance(record, language)
    yield pick(record.body, language)[1]
    for source in record.sources:
        yield f"Kilde: {source_line(source)} {source.url}".strip()


def _contact(record: Service | Organisation) -> Iterator[str]:
    unsure = f" ({not_confirmed(record)})" if record.needs_check else ""
    for phone in record.phones:
        note = pick(phone.note)[1]
        yield f"Telefon: {phone.display or phone.number}{f', {note}' if note else ''}{unsure}"
    for address in record.addresses:
        yield f"Adresse: {address_line(address)}"
    if record.url:
        yield f"Nettside: {record.url}"


def _service(record: Service, language: str) -> Iterator[str]:
    hours = [f"{days} {when}".strip() for days, when in weekly_lines(record.schedules)]
    hours += [wording] if (wording := pick(record.hours, language)[1]) else []
    yield f"Åpningstid: {'; '.join(hours) if hours else 'ikke oppgitt'}"
    for name, text in (
        ("Slik kommer du inn", record.application_process),
        ("For hvem", record.audience or record.eligibility),
        ("Pris", record.fees),
    ):
        if wording := pick(text, language)[1]:
            yield f"{name}: {wording}"


def _guidance(record: Guidance | Poster, language: str) -> Iterator[str]:
    if isinstance(record, Guidance):
        for urgency in record.urgency:
            signs = "; ".join(pick(sign, language)[1] for sign in urgency.signs)
            yield f"{pick(URGENCY[urgency.level], language)[1]}: {signs}"
    steps = record.steps if isinstance(record, Guidance) else record.items
    for number, step in enumerate(steps, 1):
        words = (pick(step.title, language)[1], pick(step.detail, language)[1])
        yield f"{number}. {' '.join(_sentence(word) for word in words if word)}"
    if isinstance(record, Guidance):
        for fact in record.facts:
            yield f"• {pick(fact, language)[1]}"
        if record.clinical and language not in record.reviewed:
            yield "Ikke fagkontrollert."


def _sentence(words: str) -> str:
    return words if words.endswith((".", "?", "!", ":")) else f"{words}."
