"""Does every poster fit its sheet? Only the layout itself knows, so each is set once.

A4 without a place, in every language it can be had in: what does not fit there fits nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from feltperm.catalogue.library import Entry, Ref
from feltperm.catalogue.records import PackHeader, Poster, Text
from feltperm.desk.print import available_languages, poster_job
from feltperm.errors import PaperFailed
from feltperm.paper.press import Press
from feltperm_publish.findings import Finding
from feltperm_publish.sources import SourceRecord, Sources

__all__ = ["too_long"]


def too_long(
    sources: Sources, press: Press, labels: Mapping[str, Text], today: date
) -> Iterator[Finding]:
    """Give a finding for each poster and language that its layout cannot print.

    Args:
        labels: the fixed words of sheets (:func:`feltperm.desk.print.load_labels`).
    """
    if sources.header is None:
        return
    header = sources.header
    entries = {
        str(ref): Entry(ref, one.record, header)
        for one in sources.entries
        if (ref := Ref(header.pack, one.record.id))
    }
    for one in sources.entries:
        if isinstance(one.record, Poster):
            yield from _languages(one, header, entries, press, labels, today)


def _languages(
    source: SourceRecord,
    header: PackHeader,
    entries: Mapping[str, Entry],
    press: Press,
    labels: Mapping[str, Text],
    today: date,
) -> Iterator[Finding]:
    entry = entries[str(Ref(header.pack, source.record.id))]
    for language in available_languages(entry, entries.get):
        job = poster_job(
            entry, entries.get, None, (language,), "a4", "colour", today, labels
        )  # fmt: skip
        try:
            press.set(job)
        except PaperFailed as error:
            message = f"does not fit on A4 in {language!r}, shorten it: {error.detail or error}"
            yield Finding(source.file, source.record.id, "items", message)
