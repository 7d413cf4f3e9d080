"""Does every poster fit its sheet? Only the layout itself knows, so each is set once.

A4 without a place, in every form and language it can be had in: what does not fit there fits
nowhere. A week is set of the times of services, when it is printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from feltperm.catalogue.areas import Geography
from feltperm.catalogue.library import Entry, Ref
from feltperm.catalogue.records import Alert, Poster, Record, Text
from feltperm.desk.sheets.alert_sheet import alert_job, alert_languages
from feltperm.desk.sheets.forms import cards_job, signs_job, signs_languages
from feltperm.desk.sheets.print import available_languages, poster_job
from feltperm.errors import PaperFailed
from feltperm.paper.job import Job
from feltperm.paper.press import Press
from feltperm_publish import tables
from feltperm_publish.findings import Finding
from feltperm_publish.sources import Sources

__all__ = ["too_long"]


def too_long(sources: Sources, press: Press, words: Path, today: date) -> Iterator[Finding]:
    """Give a finding for each poster or alert and language that its layout cannot print.

    Args:
        words: the folder of the word lists, with the fixed words of sheets, and the municipalities.
    """
    if sources.header is None:
        return
    pack = sources.header.pack
    entries = {
        one.record.id: Entry(Ref(pack, one.record.id), one.record, sources.header)
        for one in sources.entries
    }
    sheets = _Sheets(
        entries,
        tables.sheet_labels(words),
        tables.phrase_texts(words),
        Geography(tables.municipalities(words)),
        today,
    )
    for one in sources.entries:
        for language, job in sheets.of(one.record):
            try:
                press.set(job)
            except PaperFailed as error:
                message = f"does not fit on A4 in {language!r}, shorten it: {error.detail or error}"
                yield Finding(one.file, one.record.id, "items", message)


@dataclass(frozen=True, slots=True)
class _Sheets:
    """Makes the jobs of a pack's records."""

    entries: Mapping[str, Entry]
    labels: Mapping[str, Text]
    phrases: Mapping[str, Text]
    geography: Geography
    today: date

    def of(self, record: Record) -> Iterator[tuple[str, Job]]:
        """Give (language, job) for each language that a poster or an alert can be had in."""
        entry = self.entries[record.id]
        if isinstance(record, Poster):
            for code in available_languages(entry, self._lookup):
                own = self._poster(entry, code)
                yield code, own
                if "cards" in record.forms:
                    yield code, cards_job(own)
                if record.signs and signs_languages(record.signs, own.languages) == own.languages:
                    yield code, signs_job(own, record.signs)
        elif isinstance(record, Alert) and record.phrases:
            for code in alert_languages(record, self.phrases):
                yield code, self._alert(entry, code)

    def _poster(self, entry: Entry, code: str) -> Job:
        return poster_job(
            entry, self._lookup, None, (code,), "a4", "colour", self.today, self.labels
        )

    def _alert(self, entry: Entry, code: str) -> Job:
        area = self.geography.label(entry.record.area)
        return alert_job(
            entry, area, (), self.phrases, None, (code,), "a4", "colour", self.today, self.labels
        )

    def _lookup(self, ref: str) -> Entry | None:
        return self.entries.get(Ref.parse(ref).id)
