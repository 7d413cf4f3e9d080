"""``feltperm-publish alert``: asks, writes the source record, and shows its poster."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

import yaml

from feltperm.app import open_press
from feltperm.catalogue.areas import Geography
from feltperm.catalogue.library import Entry, Ref
from feltperm.catalogue.records import Alert, Service, Text, pick
from feltperm.catalogue.trust import serves_everybody
from feltperm.desk.sheets.alert_sheet import alert_job
from feltperm.desk.sheets.print import save_pdf
from feltperm.errors import PaperFailed
from feltperm_publish import tables
from feltperm_publish.alert import Asked, alert_fields, ask, file_name
from feltperm_publish.lint import check
from feltperm_publish.outputs import write_if_changed
from feltperm_publish.place import Place, find_place
from feltperm_publish.sources import Sources, read_sources

__all__ = ["run"]


def run(options: argparse.Namespace) -> int:
    """Ask on stdin, write ``catalogue/alerts/<id>.md``, and its poster where one is wanted.

    Raises:
        ValueError: the answers ended too early; nothing was written.
    """
    place, today = find_place(options.sources), date.today()
    phrases = tables.phrase_texts(place.words)
    try:
        given = ask(_asked(place, today), _answer, _say)
    except (EOFError, KeyboardInterrupt) as error:
        print()  # the question's line is still open
        raise ValueError("svarene tok slutt; ingenting er skrevet") from error
    folder = options.sources / "catalogue" / "alerts"
    name = file_name(given["title"], today, [*folder.glob("*.md")])
    text = yaml.safe_dump(
        alert_fields(given, phrases, today), allow_unicode=True, sort_keys=False, width=100
    )
    path = folder / f"{name}.md"
    write_if_changed(path, f"---\n{text}---\n".encode())
    sources, _, findings = check(place, today)
    if bad := [finding for finding in findings if finding.record == name]:
        path.unlink()
        for finding in bad:
            print(finding, file=sys.stderr)
        print("Varselet er ikke skrevet.", file=sys.stderr)
        return 1
    print(path)
    if options.poster:
        return _poster(place, sources, name, options.poster, phrases, today)
    return 0


def _answer(question: str) -> str:
    return input(f"{question}: ")


def _say(line: str) -> None:
    print(line, file=sys.stderr)


def _asked(place: Place, today: date) -> Asked:
    own = {one.id: one for one in read_sources(place.sources).records}
    national = {f"national/{one.id}": one for one in place.national if not serves_everybody(one)}
    services = {
        name: pick(record.title)[1]
        for name, record in (own | national).items()
        if isinstance(record, Service)
    }
    titles = [one.title.get("nb", "") for one in own.values() if isinstance(one, Alert)]
    return Asked(today, Geography(tables.municipalities(place.words)), services, titles)


def _names(place: Place, sources: Sources, alert: Alert) -> list[str]:
    """Return the titles of the services an alert changes."""
    titles = {f"national/{one.id}": pick(one.title)[1] for one in place.national}
    titles |= {one.id: pick(one.title)[1] for one in sources.records}
    return [titles[one.service] for one in alert.changes if one.service in titles]


def _poster(
    place: Place, sources: Sources, name: str, out: Path, phrases: dict[str, Text], today: date
) -> int:
    assert sources.header
    (record,) = (one for one in sources.records if one.id == name)
    assert isinstance(record, Alert)
    entry = Entry(Ref(sources.header.pack, name), record, sources.header)
    area = Geography(tables.municipalities(place.words)).label(record.area)
    labels = tables.sheet_labels(place.words)
    services = _names(place, sources, record)
    job = alert_job(entry, area, services, phrases, None, ("nb",), "a4", "colour", today, labels)
    try:
        with open_press() as press:
            print(save_pdf(press, job, out))
    except PaperFailed as error:
        print(f"Varselet er skrevet, men plakaten kan ikke lages: {error}", file=sys.stderr)
        return 1
    return 0
