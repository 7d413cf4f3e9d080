"""The rules a source record keeps; each a small function that yields (field, what is wrong).

A rule never changes anything, and a pack is compiled only when no rule finds anything.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from typing import TypeAlias
from unicodedata import is_normalized
from urllib.parse import urlsplit

from feltperm.catalogue.emergency import CardPlan, make_card
from feltperm.catalogue.records import (
    LANGUAGES,
    Area,
    Guidance,
    Organisation,
    Phone,
    Poster,
    Record,
    Schedule,
    Service,
    Source,
    Step,
    kind_of,
)
from feltperm.packs.format import SLUG
from feltperm_publish import phones, yamltext
from feltperm_publish.findings import Finding
from feltperm_publish.shorthand import BadField, convert
from feltperm_publish.sources import Sources, read_sources
from feltperm_publish.vocabulary import Vocabulary, read_vocabulary
from feltperm_publish.walk import strings, structs, wordings

__all__ = ["RULES", "Context", "check", "lint"]

Complaint: TypeAlias = tuple[str, str]
Rule: TypeAlias = Callable[[Record, "Context"], Iterator[Complaint]]


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may look at beside the record: the lists, the pack's id and the other records."""

    vocabulary: Vocabulary
    pack: str
    records: Mapping[str, Record]


def lint(sources: Sources, vocabulary: Vocabulary) -> list[Finding]:
    """Return everything wrong with the sources, in order of file, record and field."""
    findings = list(sources.findings)
    records: dict[str, Record] = {}
    for entry in sources.entries:
        if entry.record.id in records:
            message = "another file has the same name; an id stands once in a pack"
            findings.append(Finding(entry.file, entry.record.id, "id", message))
        records[entry.record.id] = entry.record
    context = Context(vocabulary, sources.header.pack if sources.header else "", records)
    if sources.header:
        findings += [Finding("catalogue/pack.yaml", "", *bad) for bad in _header_rules(sources)]
    for entry in sources.entries:
        for rule in RULES:
            for field, message in rule(entry.record, context):
                findings.append(Finding(entry.file, entry.record.id, field, message))
    return sorted(set(findings))


def check(resources: Path) -> tuple[Sources, CardPlan | None, list[Finding]]:
    """Read and judge everything that a pack and the emergency card are made of.

    Returns:
        (sources, plan of the card, findings); the plan is None when it cannot be read.

    Raises:
        OSError, ValueError: a word list or the municipalities cannot be read; nothing can be
            judged without them.
    """
    sources = read_sources(resources)
    plan, findings = _check_card(resources, sources)
    return sources, plan, lint(sources, read_vocabulary(resources)) + findings


def _check_card(resources: Path, sources: Sources) -> tuple[CardPlan | None, list[Finding]]:
    file = "emergency/card.yaml"
    try:
        plan = convert(yamltext.read(resources / file), CardPlan)
    except OSError as error:
        return None, [Finding(file, "", "", f"cannot be read: {error.strerror}")]
    except BadField as error:
        return None, [Finding(file, "", error.field, str(error))]
    except yamltext.BadYaml as error:
        return None, [Finding(file, "", "", str(error))]
    try:
        make_card(plan, sources.records)
    except ValueError as error:
        return plan, [Finding(file, "", "", str(error))]
    return plan, []


def _header_rules(sources: Sources) -> Iterator[Complaint]:
    assert sources.header
    header = sources.header
    if not SLUG.fullmatch(header.pack):
        yield "pack", f"{header.pack!r}: write small letters, digits and single hyphens"
    if header.seq < 1:
        yield "seq", "starts at 1 and rises by one with every release"
    if not _is_date(header.published):
        yield "published", f"{header.published!r} is not a date; write 2026-11-25"
    for language in header.languages:
        if language not in LANGUAGES:
            yield "languages", f"unknown language {language!r}"


# --- identity and links -----------------------------------------------------------------------


def id_is_slug(record: Record, context: Context) -> Iterator[Complaint]:
    """An id becomes part of references and file names."""
    if not SLUG.fullmatch(record.id):
        yield "id", "write small letters a-z, digits and single hyphens"


def title_in_bokmal(record: Record, context: Context) -> Iterator[Complaint]:
    """Every list shows the bokmål title when there is no other."""
    if not record.title.get("nb"):
        yield "title.nb", "is missing"


def links_exist(record: Record, context: Context) -> Iterator[Complaint]:
    """Whatever a record points to is there, and of the right kind."""
    links: list[tuple[str, str, str]] = [
        (f"related[{index}]", target, "") for index, target in enumerate(record.related)
    ]
    if isinstance(record, Service) and record.organisation:
        links.append(("organisation", record.organisation, "organisation"))
    if isinstance(record, Poster) and record.steps_from:
        links.append(("steps_from", record.steps_from, "guidance"))
    if isinstance(record, Guidance):
        links += [
            (f"who_to_call[{index}]", target, "service")
            for index, target in enumerate(record.who_to_call)
        ]
    for field, target, kind in links:
        found = context.records.get(target)
        if found is None:
            yield field, f"there is no record {target!r}"
        elif kind and kind_of(found) != kind:
            yield field, f"{target!r} is no {kind}"
        elif target == record.id:
            yield field, "points to itself"


def about_another_pack(record: Record, context: Context) -> Iterator[Complaint]:
    """``about`` is for records that speak about those of another pack (DESIGN section 2)."""
    pack, slash, name = record.about.partition("/")
    if record.about and (not slash or not name or pack == context.pack):
        yield "about", f"{record.about!r}: write the other pack's id, a slash and the record's id"


def poster_has_one_origin(record: Record, context: Context) -> Iterator[Complaint]:
    """A poster shows a guidance's steps or owns its lines, never both and never neither."""
    if not isinstance(record, Poster):
        return
    if bool(record.steps_from) == bool(record.items):
        yield "steps_from", "give either steps_from or items"
    origin = context.records.get(record.steps_from)
    if isinstance(origin, Guidance) and not origin.steps:
        yield "steps_from", f"{record.steps_from!r} has no steps"


# --- controlled lists -------------------------------------------------------------------------


def words_are_in_their_lists(record: Record, context: Context) -> Iterator[Complaint]:
    """Topics, category and offers come from the vocabulary."""
    vocabulary = context.vocabulary
    if not 1 <= len(record.topics) <= 4:
        yield "topics", "give one to four"
    for topic in record.topics:
        if topic not in vocabulary.topics:
            yield "topics", f"unknown topic {topic!r}"
    category = record.category if isinstance(record, Service | Organisation) else ""
    if category and category not in vocabulary.categories:
        yield "category", f"unknown category {category!r}"
    for offer in record.offers if isinstance(record, Service) else ():
        if offer not in vocabulary.offers:
            yield "offers", f"unknown offer {offer!r}"


def icons_are_drawn(record: Record, context: Context) -> Iterator[Complaint]:
    """A step's pictogram is one of ours, or the sheet would have a hole there."""
    for path, step in structs(record, Step):
        if step.icon and step.icon not in context.vocabulary.pictograms:
            yield f"{path}.icon", f"there is no pictogram {step.icon!r}"


def area_is_known(record: Record, context: Context) -> Iterator[Complaint]:
    """Places are those of the table of municipalities."""
    vocabulary = context.vocabulary
    known = {
        "health_regions": vocabulary.health_regions,
        "counties": vocabulary.counties,
        "municipalities": vocabulary.municipalities,
    }
    for path, area in structs(record, Area):
        for field, names in known.items():
            for name in getattr(area, field):
                if name not in names:
                    yield f"{path}.{field}", f"unknown: {name!r}"


def languages_are_known(record: Record, context: Context) -> Iterator[Complaint]:
    """A wording, a review and a service's language are in one of the program's languages."""
    for language in record.languages:
        if language not in LANGUAGES:
            yield "languages", f"unknown language {language!r}"
    for language in record.reviewed:
        if language not in LANGUAGES:
            yield "reviewed", f"unknown language {language!r}"
    for path, language in wordings(record):
        if language not in LANGUAGES:
            yield path, f"unknown language {language!r}"


# --- sources, dates and numbers ---------------------------------------------------------------


def sources_are_given(record: Record, context: Context) -> Iterator[Complaint]:
    """Every record says where its facts were read, and when."""
    if not record.sources:
        yield "sources", "are missing"
    for path, source in structs(record, Source):
        if not source.publisher or not source.title:
            yield path, "publisher and title say where it was read"
        if not source.read_on:
            yield f"{path}.read_on", "is missing"


def urls_are_web_addresses(record: Record, context: Context) -> Iterator[Complaint]:
    """An address opens in a browser and nowhere else."""
    for path, url in strings(record):
        if path.rpartition(".")[2] != "url":
            continue
        try:
            parts = urlsplit(url)
        except ValueError:
            yield path, f"{url!r} is not an address"
            continue
        if parts.scheme not in ("https", "http") or not parts.hostname or re.search(r"\s", url):
            yield path, f"{url!r} is not an https or http address"


def dates_are_iso(record: Record, context: Context) -> Iterator[Complaint]:
    """Dates are ``YYYY-MM-DD`` and exist in the calendar."""
    dated = {"read_on", "verified_on", "valid_from", "valid_until", "valid_to", "on", "date"}
    dated |= {"until", "seen_on", "withdrawn_on"}
    for path, text in strings(record):
        name = path.rpartition(".")[2]
        if (name in dated or re.fullmatch(r"dates\[\d+\]", name)) and not _is_date(text):
            yield path, f"{text!r} is not a date; write 2026-11-22"
        # Some sources give only the year or the month of publication.
        if name == "published" and not re.fullmatch(r"\d{4}(-\d\d)?", text) and not _is_date(text):
            yield path, f"{text!r} is not a date; write 2026-11-22, 2026-11 or 2026"
    if record.valid_from and record.valid_until and record.valid_from > record.valid_until:
        yield "valid_until", "ends before valid_from"


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def times_are_hh_mm(record: Record, context: Context) -> Iterator[Complaint]:
    """Times are ``HH:MM``; ``24:00`` closes a day and opens none."""
    for path, text in strings(record):
        name = path.rpartition(".")[2]
        if name == "closes_at" and text == "24:00":
            continue
        if name in ("opens_at", "closes_at") and not _is_time(text):
            yield path, f"{text!r} is not a time; write 09:00"


def _is_time(text: str) -> bool:
    try:
        return time.fromisoformat(text).strftime("%H:%M") == text
    except ValueError:
        return False


def schedules_say_when(record: Record, context: Context) -> Iterator[Complaint]:
    """An interval of hours belongs to weekdays or to single dates."""
    for path, schedule in structs(record, Schedule):
        if bool(schedule.byday) == bool(schedule.dates):
            yield path, "give either byday or dates"


def phones_are_valid(record: Record, context: Context) -> Iterator[Complaint]:
    """Numbers exist in the Norwegian numbering plan, short numbers included."""
    for path, phone in structs(record, Phone):
        if problem := phones.problem(phone.number):
            yield f"{path}.number", problem
        if phone.number.startswith("+47") and not phone.note:
            yield f"{path}.note", "say that it is for calls from abroad, or leave out +47"
        if phone.display:
            yield f"{path}.display", "leave it out; it is made from the number"


# --- wording ----------------------------------------------------------------------------------

_HTML = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(\s[^<>]*)?/?>|<!--|&(#\d+|#x[0-9a-fA-F]+|[A-Za-z]+);")
_LINK = re.compile(r"\]\(\s*<?([^)\s>]*)")


def text_is_clean(record: Record, context: Context) -> Iterator[Complaint]:
    """Text is NFC without control characters and without HTML (DESIGN section 8)."""
    for path, text in strings(record):
        if not is_normalized("NFC", text):
            yield path, "is not in Unicode normal form NFC"
        if any(ord(sign) < 32 and sign != "\n" for sign in text):
            yield path, "has a control character"
        if found := _HTML.search(text):
            yield path, f"has HTML: {found[0]!r}"


def markdown_loads_nothing(record: Record, context: Context) -> Iterator[Complaint]:
    """A body shows no pictures and links only by https, mailto and tel (DESIGN section 8)."""
    for language, text in record.body.items():
        if "![" in text:
            yield f"body.{language}", "has a picture"
        for target in _LINK.findall(text):
            if not target.startswith(("https://", "mailto:", "tel:")):
                yield f"body.{language}", f"link to {target!r}: only https, mailto and tel open"


#: All rules, in the order they are tried.
RULES: tuple[Rule, ...] = (
    id_is_slug, title_in_bokmal, links_exist, about_another_pack, poster_has_one_origin,
    words_are_in_their_lists, icons_are_drawn, area_is_known, languages_are_known,
    sources_are_given,
    urls_are_web_addresses, dates_are_iso, times_are_hh_mm, schedules_say_when,
    phones_are_valid, text_is_clean, markdown_loads_nothing,
)  # fmt: skip
