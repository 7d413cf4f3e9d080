"""Own places: the number, the hours that follow a record, the logo, and the box on a sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import msgspec
import pytest

from feltperm.binder import Binder, Site, SiteRefused, open_binder
from feltperm.catalogue.library import Entry, Ref, Row
from feltperm.catalogue.records import (
    Guidance,
    PackHeader,
    Record,
    Schedule,
    ScheduleException,
    Service,
    Source,
)
from feltperm.desk.keep import Keeper, site_from_json
from feltperm.desk.places import followed_hours
from feltperm.desk.sheets.places import site_box
from feltperm.paper.job import SiteBox, job_digest, without_note
from sample_jobs import make_job

NOW = datetime(2026, 11, 25, 22, 14)
TODAY = NOW.date()
HEADER = PackHeader(
    format=1, pack="national", seq=1, published="2026-11-25", publisher="F", languages=("nb",)
)
WEEK = ("MO", "TU", "WE", "TH", "FR")
STATION = Service(
    id="svc-stasjon",
    title={"nb": "Stasjonen"},
    schedules=(
        Schedule(
            byday=WEEK, opens_at="09:00", closes_at="15:00",
            exceptions=(ScheduleException(date="2026-12-24", closed=True),),
        ),
        Schedule(byday=("SA",), opens_at="11:00", closes_at="14:30"),
        Schedule(dates=("2026-12-01",), opens_at="18:00", closes_at="20:00"),
    ),
    sources=(Source(publisher="P", title="t", read_on="2026-11-22"),),
    verified_on="2026-11-22",
)  # fmt: skip
FOLLOWING = Site(name="Bua", hours_from="national/svc-stasjon")


class Content:
    """A shelf of one pack whose records a test can change."""

    def __init__(self, *records: Record) -> None:
        self.records = {record.id: record for record in records}

    def get(self, ref: Ref, /) -> Entry | None:
        record = self.records.get(ref.id) if ref.pack == "national" else None
        return record and Entry(ref, record, HEADER)

    def find(self, record_id: str, /) -> Entry | None:
        return self.get(Ref("national", record_id))

    def row(self, _ref: Ref, /) -> Row | None:
        return None


def changed(**fields: object) -> Service:
    return msgspec.structs.replace(STATION, **fields)


@pytest.fixture
def content() -> Content:
    return Content(STATION, Guidance(id="gd-x", title={"nb": "X"}))


@pytest.fixture
def binder(tmp_path: Path) -> Iterator[Binder]:
    binder, notice = open_binder(tmp_path / "binder.sqlite", tmp_path / "backups", NOW)
    assert notice is None
    with binder:
        yield binder


@pytest.fixture
def keeper(binder: Binder, content: Content) -> Keeper:
    return Keeper(binder, content, lambda: NOW, lambda _ref, _status: None)


# --- what may be kept ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "phone", ["ring Nina", "73 00 00 00 eller 1", "12", "+", "７３００００００"]
)
def test_a_number_that_cannot_be_rung_is_refused_in_words(keeper: Keeper, phone: str) -> None:
    with pytest.raises(SiteRefused, match="kan ikke ringes"):
        keeper.add_site(Site(name="Bua", phone=phone))
    assert keeper.sites() == ()


def test_a_number_is_grouped_as_it_is_read(keeper: Keeper) -> None:
    assert keeper.add_site(Site(name="Bua", phone="+4791508588")).phone == "915 08 588"
    assert keeper.update_site("Bua", Site(name="Bua", phone="116117")).phone == "116 117"


def test_text_that_turns_the_direction_of_the_sheet_is_made_level(keeper: Keeper) -> None:
    kept = keeper.add_site(Site(name="Bua\u202e ved\u2067 kaia", note="\u202dRing på"))
    assert (kept.name, kept.note) == ("Bua ved kaia", "Ring på")


@pytest.mark.parametrize("name", ["national/gd-x", "national/svc-borte", "svc-stasjon", "x", "/"])
def test_hours_follow_only_a_service_that_is_there(keeper: Keeper, name: str) -> None:
    with pytest.raises(SiteRefused, match="Fant ikke oppføringen"):
        keeper.add_site(Site(name="Bua", hours_from=name))
    assert keeper.sites() == ()


# --- hours --------------------------------------------------------------------------------------


def test_followed_hours_are_the_usual_week_in_words(content: Content) -> None:
    said = followed_hours("national/svc-stasjon", content.get, TODAY)
    assert said == "mandag–fredag kl. 9–15 · lørdag kl. 11–14.30"


def test_hours_that_nobody_has_confirmed_say_so(content: Content) -> None:
    content.records["svc-stasjon"] = changed(needs_check=True)
    said = followed_hours("national/svc-stasjon", content.get, TODAY)
    assert said is not None
    assert said.endswith("(ikke bekreftet etter 22. november 2026)")


def test_hours_in_words_are_followed_where_there_are_no_others(content: Content) -> None:
    content.records["svc-stasjon"] = changed(schedules=(), hours={"nb": "hver\nkveld"})
    assert followed_hours("national/svc-stasjon", content.get, TODAY) == "hver kveld"
    content.records["svc-stasjon"] = changed(schedules=())
    assert followed_hours("national/svc-stasjon", content.get, TODAY) == ""


def test_an_update_of_the_record_changes_the_hours_on_the_sheet(
    keeper: Keeper, content: Content
) -> None:
    site = keeper.add_site(FOLLOWING)
    assert site.hours == "mandag–fredag kl. 9–15 · lørdag kl. 11–14.30"
    content.records["svc-stasjon"] = changed(
        schedules=(Schedule(byday=WEEK, opens_at="10:00", closes_at="16:00"),)
    )
    box = site_box(site, content.get, TODAY)
    assert box is not None
    assert box.hours == "mandag–fredag kl. 10–16"


@pytest.mark.parametrize("gone", [None, changed(status="historical"), changed(status="withdrawn")])
def test_hours_of_a_record_that_has_gone_are_those_last_seen(
    keeper: Keeper, content: Content, gone: Service | None
) -> None:
    keeper.add_site(FOLLOWING)
    content.records["svc-stasjon"] = changed(
        schedules=(Schedule(byday=WEEK, opens_at="10:00", closes_at="16:00"),)
    )
    assert keeper.refresh() == 1
    assert keeper.refresh() == 0
    if gone is None:
        del content.records["svc-stasjon"]
    else:
        content.records["svc-stasjon"] = gone
    assert keeper.refresh() == 0
    box = site_box(keeper.site("Bua"), content.get, TODAY)
    assert box is not None
    assert box.hours == "mandag–fredag kl. 10–16"


def test_a_record_that_is_closed_for_now_says_so_on_the_sheet(content: Content) -> None:
    content.records["svc-stasjon"] = changed(status="temporarily_closed")
    assert followed_hours("national/svc-stasjon", content.get, TODAY) == "Midlertidig stengt"


def test_a_season_that_is_over_is_left_out(content: Content) -> None:
    summer = Schedule(byday=WEEK, opens_at="08:00", closes_at="20:00", valid_to="2026-08-15")
    content.records["svc-stasjon"] = changed(schedules=(summer, *STATION.schedules[:1]))
    said = followed_hours("national/svc-stasjon", content.get, TODAY)
    assert said == "mandag–fredag kl. 9–15"
    before = followed_hours("national/svc-stasjon", content.get, date(2026, 7, 1))
    assert before is not None
    assert "kl. 8–20" in before


# --- the logo -----------------------------------------------------------------------------------


def test_a_logo_needs_words_for_those_who_do_not_see_it(keeper: Keeper) -> None:
    with pytest.raises(SiteRefused, match="mangler en beskrivelse"):
        keeper.add_site(Site(name="Bua"), logo=b"png")
    kept = keeper.add_site(Site(name="Bua", logo_alt="En ørn"), logo=b"png")
    assert kept.logo_alt == "En ørn"
    assert len(kept.logo) == 64


def test_words_without_a_logo_are_not_kept(keeper: Keeper) -> None:
    assert keeper.add_site(Site(name="Bua", logo_alt="En ørn")).logo_alt == ""
    assert keeper.add_site(Site(name="B", logo="../../x", logo_alt="En ørn")).logo == ""


def test_a_removed_place_comes_back_with_its_logo(keeper: Keeper, binder: Binder) -> None:
    kept = keeper.add_site(Site(name="Bua", logo_alt="En ørn"), logo=b"png")
    removed = keeper.remove_site("Bua")
    keeper.put_site_back(removed)
    assert keeper.site("Bua") == kept
    assert binder.files.read(kept.logo) == b"png"


def test_a_changed_place_keeps_its_logo_and_a_backup_finds_the_old_one(
    keeper: Keeper, binder: Binder, tmp_path: Path
) -> None:
    old = keeper.add_site(Site(name="Bua", logo_alt="En ørn"), logo=b"old")
    again, _ = open_binder(tmp_path / "binder.sqlite", tmp_path / "backups", NOW)
    again.close()
    moved = keeper.update_site("Bua", msgspec.structs.replace(old, address="Kaia 3"))
    assert moved.logo == old.logo
    keeper.update_site("Bua", moved, logo=b"new")
    keeper.restore(keeper.backups()[0].path)
    assert binder.files.read(keeper.site("Bua").logo) == b"old"


@pytest.mark.parametrize("name", ["", "../binder.sqlite", "ab" * 32, "AB" * 32])
def test_only_what_was_kept_is_read(binder: Binder, name: str) -> None:
    assert binder.files.read(name) is None


def test_a_file_that_was_changed_on_disk_is_not_read(binder: Binder, tmp_path: Path) -> None:
    name = binder.files.keep(b"logo")
    (tmp_path / "files" / name).write_bytes(b"another")
    assert binder.files.read(name) is None
    assert binder.files.keep(b"logo") == name
    assert binder.files.read(name) == b"logo"


def test_a_place_from_a_file_brings_no_logo(tmp_path: Path) -> None:
    file = tmp_path / "sted.json"
    file.write_text(f'{{"name": "Bua", "logo": "{"ab" * 32}", "logo_alt": "En ørn"}}')
    assert site_from_json(file) == Site(name="Bua")


# --- the box ------------------------------------------------------------------------------------


def box(site: Site | None, note: str = "") -> SiteBox | None:
    return site_box(site, Content(STATION).get, TODAY, note)


def test_a_place_becomes_the_box_and_the_note_of_the_sheet_a_line_of_it() -> None:
    site = Site(name="Sted", address="Gata 1", phone="73 00 00 00", hours="kl. 9–15", note="Merk")
    assert box(site, " Ring \n på ") == SiteBox(
        name="Sted", address="Gata 1", phone="73 00 00 00", hours="kl. 9–15", note="Merk\nRing på"
    )
    assert box(None) is None
    assert box(None, " ") is None


@pytest.mark.parametrize("site", [Site(name="Sted", note="Merk"), None])
def test_a_note_is_never_part_of_what_is_kept_or_of_the_code(site: Site | None) -> None:
    job: Callable[[str], object] = lambda note: make_job(site=box(site, note))  # noqa: E731
    noted, plain = job("Spør etter Kari"), job("")
    assert job_digest(noted) == job_digest(plain)
    assert without_note(noted) == without_note(plain)
    assert "Kari" not in repr(without_note(noted))
