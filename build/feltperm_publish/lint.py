"""Judges the sources of a pack: every record by every rule, and what holds between records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from feltperm.catalogue.emergency import CardPlan, make_card
from feltperm.catalogue.library import OWN_PACK
from feltperm.catalogue.records import LANGUAGES, Record, kind_of
from feltperm.catalogue.trust import NATIONAL
from feltperm.packs.format import SLUG
from feltperm_publish import yamltext
from feltperm_publish.findings import Finding
from feltperm_publish.place import Place
from feltperm_publish.rules import ERRORS, WARNINGS, Context
from feltperm_publish.rules.context import Complaint
from feltperm_publish.rules.facts import is_date
from feltperm_publish.shorthand import BadField, convert
from feltperm_publish.sources import Sources, read_sources
from feltperm_publish.vocabulary import Vocabulary, read_vocabulary

__all__ = ["check", "lint"]


def lint(
    sources: Sources, vocabulary: Vocabulary, today: date, national: Iterable[Record] = ()
) -> list[Finding]:
    """Return everything wrong with the sources, in order of file, record and field.

    Args:
        today: what lies after it has not happened, what ended before it is over.
        national: the records of the national pack, when another pack is judged.
    """
    findings = list(sources.findings)
    records: dict[str, Record] = {}
    for entry in sources.entries:
        if entry.record.id in records:
            message = "another file has the same name; an id stands once in a pack"
            findings.append(Finding(entry.file, entry.record.id, "id", message))
        records[entry.record.id] = entry.record
    context = Context(
        vocabulary,
        sources.header.pack if sources.header else "",
        records,
        {record.id: record for record in national},
        today,
    )
    if sources.header:
        bad = [*_header_rules(sources), *_pack_is_free(sources.header.pack, context)]
        findings += [Finding("catalogue/pack.yaml", "", *complaint) for complaint in bad]
    for entry in sources.entries:
        place = (entry.file, entry.record.id)
        for rule in ERRORS:
            findings += [Finding(*place, *bad) for bad in rule(entry.record, context)]
        for rule in WARNINGS:
            findings += [Finding(*place, *bad, "warning") for bad in rule(entry.record, context)]
    return sorted({*findings, *_same_titles(sources)})


def check(place: Place, today: date) -> tuple[Sources, CardPlan | None, list[Finding]]:
    """Read and judge everything that a pack and the emergency card are made of.

    Returns:
        (sources, plan of the card, findings); the plan is None when it cannot be read, and for a
        pack without one: only the program's own resources have an emergency card.

    Raises:
        OSError, ValueError: a word list or the municipalities cannot be read; nothing can be
            judged without them.
    """
    sources = read_sources(place.sources)
    findings = lint(sources, read_vocabulary(place.words), today, place.national)
    if not place.is_program:
        return sources, None, findings
    plan, about_card = _check_card(place.sources, sources)
    return sources, plan, findings + about_card


def _pack_is_free(pack: str, context: Context) -> Iterator[Complaint]:
    """The program's own packs keep their ids."""
    if context.national and pack in (NATIONAL, OWN_PACK):
        yield "pack", f"{pack!r} is one of the program's own; name it after whom it is for"


def _same_titles(sources: Sources) -> Iterator[Finding]:
    """Two records of one kind with one title cannot be told apart in a list."""
    first: dict[tuple[str, str], str] = {}
    for entry in sources.entries:
        title = entry.record.title.get("nb", "").casefold()
        other = first.setdefault((kind_of(entry.record), title), entry.record.id)
        if title and other != entry.record.id:
            message = f"is also the title of {other!r}: say what sets them apart, as the place"
            yield Finding(entry.file, entry.record.id, "title.nb", message)


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
    if not is_date(header.published):
        yield "published", f"{header.published!r} is not a date; write 2026-11-25"
    for language in header.languages:
        if language not in LANGUAGES:
            yield "languages", f"unknown language {language!r}"
