"""«Meld at alt stemmer»: somebody asked, and says so; nobody else is made to say it."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import msgspec
import pytest

from feltperm import app_desk
from feltperm.catalogue.confirming import can_be_confirmed, facts_told
from feltperm.catalogue.library import Entry, Ref
from feltperm.catalogue.records import Organisation, Phone, Schedule, ScheduleException, Service
from feltperm.desk.corrections import CorrectionRefused
from feltperm.desk.desk import Desk
from feltperm.desk.text import own_confirmation, record_text
from feltperm.errors import NotFound
from feltperm.exchange.hsds.terms import uid
from feltperm.paths import find_paths

NOW = datetime(2026, 11, 26, 12, 0)
TODAY = "2026-11-26"
CARE = "national/svc-feltpleien-oslo"
THEIRS = "Bekreftet av dere 26. november 2026, ikke av den som gir ut innholdet."
CHANGED = "Bekreftet av dere 26. november 2026. Noe er endret siden."


class Laptop:
    """A desk whose day and content a test can change."""

    def __init__(self, folder: Path) -> None:
        self.now = NOW
        self.desk = app_desk.open_desk(find_paths(folder), now=lambda: self.now)

    def content_says(self, **fields: Any) -> None:
        """Let the record say something else from now on, as an update would."""
        for library in (self.desk.corrector._plain, self.desk.corrector._screen):
            read = library.get

            def get(ref: Ref, read: Any = read) -> Entry | None:
                entry: Entry | None = read(ref)
                if entry is None or str(ref) != CARE:
                    return entry
                return entry._replace(record=msgspec.structs.replace(entry.record, **fields))

            library.get = get  # type: ignore[method-assign]


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Laptop]:
    made = Laptop(tmp_path / "profil")
    yield made
    made.desk.close()


@pytest.fixture
def desk(laptop: Laptop) -> Desk:
    return laptop.desk


def said(desk: Desk) -> str:
    return own_confirmation(desk.show(CARE))


# --- on this laptop -------------------------------------------------------------------------------


def test_page_and_copied_text_say_at_once_whose_it_is(desk: Desk) -> None:
    assert said(desk) == ""
    made = desk.corrector.confirm(CARE, by="  vakta ")
    assert (made.field, made.new, made.noted_on, made.noted_by) == (
        "verified_on", TODAY, TODAY, "vakta",
    )  # fmt: skip
    assert "22 67 43 45" in made.old
    assert said(desk) == THEIRS
    text = record_text(desk.show(CARE))
    assert THEIRS in text.splitlines()
    assert "Rettet av dere" not in text


def test_nothing_that_is_read_or_printed_changes(desk: Desk) -> None:
    desk.corrector.use_on_paper(True)
    before = desk.show(CARE)
    paper = desk.posters._library.get(Ref.parse(CARE))
    desk.corrector.confirm(CARE)
    after = desk.show(CARE)
    assert (after.entry, after.freshness) == (before.entry, before.freshness)
    assert after.freshness != "confirmed"
    assert desk.posters._library.get(Ref.parse(CARE)) == paper
    assert desk.opened.library.get(Ref.parse(CARE)) == before.entry


def test_it_can_be_taken_away_and_put_back(desk: Desk) -> None:
    made = desk.corrector.confirm(CARE)
    removed = desk.corrector.remove(made.number)
    assert said(desk) == ""
    desk.corrector.put_back(removed)
    assert said(desk) == THEIRS


def test_the_same_day_again_is_one_and_another_day_is_another(laptop: Laptop) -> None:
    desk = laptop.desk
    desk.corrector.confirm(CARE)
    desk.corrector.confirm(CARE, by="vakta")
    assert [one.noted_by for one in desk.corrector.open()] == ["vakta"]
    laptop.now = datetime(2026, 11, 27, 12, 0)
    later = desk.corrector.confirm(CARE)
    assert said(desk) == THEIRS.replace("26.", "27.")
    desk.corrector.remove(later.number)
    assert said(desk) == THEIRS, "undoing the later one loses nothing of the earlier"


def test_it_is_there_after_a_restart(tmp_path: Path) -> None:
    first = Laptop(tmp_path / "profil")
    first.desk.corrector.confirm(CARE)
    first.desk.close()
    second = Laptop(tmp_path / "profil")
    assert said(second.desk) == THEIRS
    second.desk.close()


def test_it_holds_for_what_was_read_aloud_alone(laptop: Laptop) -> None:
    laptop.desk.corrector.confirm(CARE)
    laptop.content_says(phones=(Phone("23000000", "23 00 00 00"),))
    assert said(laptop.desk) == CHANGED


def test_a_correction_before_it_is_part_of_it_and_one_after_it_is_not(desk: Desk) -> None:
    desk.corrector.add(CARE, "phone", "22674399")
    made = desk.corrector.confirm(CARE)
    assert "22 67 43 99" in made.old
    assert desk.corrector.to_confirm(CARE)[0] == "22 67 43 99"
    assert said(desk) == THEIRS
    desk.corrector.add(CARE, "phone", "22674398", old="22 67 43 45")
    assert said(desk) == CHANGED


def test_what_cannot_be_asked_about_is_refused(laptop: Laptop) -> None:
    desk = laptop.desk
    with pytest.raises(NotFound):
        desk.corrector.confirm("national/gd-overdose")
    with pytest.raises(NotFound):
        desk.corrector.to_confirm("national/nothing")
    laptop.content_says(status="historical")
    with pytest.raises(CorrectionRefused, match="ingenting å bekrefte"):
        desk.corrector.confirm(CARE)
    laptop.content_says(status="current", verified_on=TODAY)
    with pytest.raises(CorrectionRefused, match=r"allerede bekreftet 26\. november 2026"):
        desk.corrector.confirm(CARE)
    assert desk.corrector.open() == ()


# --- when new content comes -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "left"), [("", 1), ("2026-11-25", 1), (TODAY, 0), ("2026-12-01", 0)]
)
def test_content_confirmed_that_day_or_later_closes_it(laptop: Laptop, day: str, left: int) -> None:
    laptop.desk.corrector.confirm(CARE)
    laptop.content_says(verified_on=day)
    assert laptop.desk.corrector.settle() == (), "nobody has anything to decide"
    assert len(laptop.desk.corrector.open()) == left
    assert bool(said(laptop.desk)) == bool(left)


# --- on its way -----------------------------------------------------------------------------------


def test_json_and_csv_carry_it_among_the_corrections(desk: Desk, tmp_path: Path) -> None:
    desk.corrector.add(CARE, "phone", "22674399")
    made = desk.corrector.confirm(CARE, by="vakta")
    data = json.loads(desk.corrector.export(tmp_path / "r.json").read_bytes())
    one = {
        "record": CARE, "title": made.title, "field": "verified_on", "old": made.old,
        "new": TODAY, "when": TODAY, "by": "vakta",
    }  # fmt: skip
    assert one in data["corrections"]
    text = desk.corrector.export(tmp_path / "r.csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert [CARE, made.title, "verified_on", made.old, TODAY, TODAY, "vakta"] in rows
    assert all(one.sent_on == TODAY for one in desk.corrector.open())


def test_hsds_calls_it_the_assured_day(laptop: Laptop, tmp_path: Path) -> None:
    laptop.content_says(verified_on="2026-05-01")
    laptop.desk.corrector.confirm(CARE)
    (one,) = json.loads(laptop.desk.corrector.export(tmp_path / "r.json", hsds=True).read_bytes())
    assert (one["field_name"], one["previous_value"], one["replacement_value"]) == (
        "assured_date", "2026-05-01", TODAY,
    )  # fmt: skip
    assert (one["resource_id"], one["resource_type"]) == (uid(CARE), "service")


def test_a_letter_says_what_was_right(desk: Desk) -> None:
    desk.corrector.confirm(CARE, by="vakta")
    letter = unquote(desk.corrector.letter())
    assert "subject=Rettelser til Feltperm (1)" in letter
    assert re.search(r"Alt stemmer: 22 67 43 45; .*\n2026-11-26 vakta\n", letter)
    assert "(0)" in unquote(desk.corrector.letter())


# --- the pure part --------------------------------------------------------------------------------


def service(**fields: Any) -> Service:
    return Service(id="svc-x", title={"nb": "X"}, **fields)


def test_every_fact_is_told_and_days_that_differ_are_not() -> None:
    hours = Schedule(byday=("MO", "TU"), opens_at="09:00", closes_at="15:00")
    whole = service(
        phones=(Phone("22000000", note={"nb": "vakt"}),), schedules=(hours,), email="a@b.no",
        hours={"nb": "Ring først"}, url="https://b.no",
    )  # fmt: skip
    assert facts_told(whole) == (
        "22 00 00 00 (vakt); mandag og tirsdag kl. 9–15; Ring først; a@b.no; https://b.no"
    )
    shut = msgspec.structs.replace(
        hours, exceptions=(ScheduleException("2026-12-24", closed=True),)
    )
    assert facts_told(msgspec.structs.replace(whole, schedules=(shut,))) == facts_told(whole)


@pytest.mark.parametrize(
    ("fields", "can"),
    [
        ({"url": "https://b.no"}, True),
        ({"url": "https://b.no", "status": "changed_operation"}, True),
        ({}, False),
        ({"url": "https://b.no", "status": "temporarily_closed"}, False),
        ({"url": "https://b.no", "status": "historical"}, False),
    ],
)
def test_only_what_runs_and_says_something_can_be_confirmed(
    fields: dict[str, Any], can: bool
) -> None:
    assert can_be_confirmed(service(**fields)) is can
    assert can_be_confirmed(Organisation(id="org-x", title={"nb": "X"}, **fields)) is can
