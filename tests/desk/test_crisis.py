"""The checklist for a crisis: the measures beside what a team has settled, and the sheet of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

from catalogue.samples import RECORDS, built, guidance, pack
from feltperm.binder import Binder, ChecklistRefused, Task, open_binder
from feltperm.catalogue.records import Poster, Record, Source, Text
from feltperm.desk.crisis import Crisis, is_measure
from feltperm.errors import NotFound, ReadOnly
from feltperm.paper.job import CheckLine

NOW = datetime(2026, 11, 25, 22, 14)
LABELS: dict[str, Text] = {
    "not_clinically_checked": {"nb": "Ikke fagkontrollert", "pl": "Bez kontroli"},
    "not_confirmed_since": {"nb": "Ikke bekreftet etter {dato}"},
}
FIRST, SECOND = "national/gd-tiltak-01", "national/gd-tiltak-02"


def source(publisher: str, read_on: str, published: str = "") -> Source:
    return Source(publisher=publisher, title="t", read_on=read_on, published=published)


def measure(number: int, title: str, **more: Any) -> Record:
    return changed(guidance(f"gd-tiltak-{number:02}", title), **more)


def changed(record: Record, **fields: Any) -> Record:
    return msgspec.structs.replace(record, **fields)


MEASURES = (measure(2, "Andre"), measure(1, "Første"), measure(13, "Siste"))
CONTENT: tuple[Record, ...] = (
    *RECORDS,
    *MEASURES,
    guidance("gd-tiltaksplan", "Ikke et tiltak"),
    guidance("gd-korona", "Gammelt råd", status="historical", topics=("corona",)),
    guidance("gd-gammel", "Gammelt om annet", status="historical", topics=("cold",)),
    guidance("gd-ny-korona", "Gjelder ennå", topics=("corona",)),
    Poster(id="ps-smittevern", title={"nb": "Smittevern"}),
    Poster(id="ps-apningstid", title={"nb": "Åpningstid"}),
)


@dataclass
class Desk:
    """The use cases on a small library and a real binder."""

    folder: Path
    binder: Binder

    def crisis(self, *records: Record) -> Crisis:
        library = built(self.folder, pack(records or CONTENT))
        return Crisis(library, self.binder, lambda: LABELS, lambda: NOW)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    binder, notice = open_binder(tmp_path / "binder.sqlite", tmp_path / "backups", NOW)
    assert notice is None
    with binder:
        yield Desk(tmp_path, binder)


def test_measures_stand_in_the_order_of_their_ids(desk: Desk) -> None:
    board = desk.crisis().board()
    assert [(one.ref, one.title) for one in board.measures] == [
        (FIRST, "Første"),
        (SECOND, "Andre"),
        ("national/gd-tiltak-13", "Siste"),
    ]
    assert board.measures[0].task == Task(pack="national", id="gd-tiltak-01")
    assert board.writable


@pytest.mark.parametrize(
    ("ref", "yes"),
    [(FIRST, True), ("national/gd-tiltaksplan", False), ("local/gd-tiltak-01", False), ("", False)],
)
def test_only_national_records_with_such_an_id_are_measures(ref: str, yes: bool) -> None:
    assert is_measure(ref) is yes


def test_templates_that_are_there_stand_in_a_fixed_order(desk: Desk) -> None:
    assert desk.crisis().board().templates == (
        ("national/ps-apningstid", "Åpningstid"),
        ("national/ps-smittevern", "Smittevern"),
    )


@pytest.mark.parametrize(
    ("fields", "year"),
    [
        ({"valid_from": "2020-03-12", "valid_until": "2021-09-25"}, "2021"),
        ({"valid_from": "2020-03-12"}, "2020"),
        ({"sources": (source("A", "2026-01-01", "2020-04-01"), source("B", "2026-01-01"))}, "2020"),
        ({}, ""),
    ],
)
def test_past_guides_have_the_year_that_is_known_of_them(
    desk: Desk, fields: dict[str, Any], year: str
) -> None:
    old = guidance("gd-korona", "Gammelt råd", status="historical", topics=("corona",))
    (guide,) = desk.crisis(changed(old, **fields)).board().guides
    assert (guide.ref, guide.title, guide.year) == ("national/gd-korona", "Gammelt råd", year)


def test_only_past_guides_of_the_last_crisis_are_named(desk: Desk) -> None:
    assert [guide.ref for guide in desk.crisis().board().guides] == ["national/gd-korona"]


def test_content_without_measures_gives_an_empty_list_and_no_sheet(desk: Desk) -> None:
    crisis = desk.crisis(*RECORDS)
    assert crisis.board().measures == ()
    with pytest.raises(NotFound, match="ingen tiltak"):
        crisis.proof()


def test_who_and_when_leave_the_tick_alone_and_the_other_way_round(desk: Desk) -> None:
    crisis = desk.crisis()
    crisis.mark(FIRST, "2026-11-20")
    crisis.settle(FIRST, "Teamleder", "2026-12-01")
    task = crisis.board().measures[0].task
    assert (task.responsible, task.due, task.done_on) == ("Teamleder", "2026-12-01", "2026-11-20")
    assert crisis.mark(FIRST, "") == "2026-11-20"
    task = crisis.board().measures[0].task
    assert (task.responsible, task.due, task.done_on) == ("Teamleder", "2026-12-01", "")


def test_what_is_no_date_changes_nothing(desk: Desk) -> None:
    crisis = desk.crisis()
    crisis.settle(FIRST, "Teamleder", "2026-12-01")
    with pytest.raises(ChecklistRefused):
        crisis.settle(FIRST, "Fagleder", "snart")
    assert crisis.board().measures[0].task.responsible == "Teamleder"


def test_an_emptied_list_can_be_put_back(desk: Desk) -> None:
    crisis = desk.crisis()
    crisis.settle(FIRST, "Teamleder", "")
    crisis.mark(SECOND, "2026-11-20")
    before = crisis.board()
    removed = crisis.clear()
    assert crisis.clear() == ()
    assert all(not one.task.settled for one in crisis.board().measures)
    crisis.put_back(removed)
    assert crisis.board() == before


def test_what_is_settled_about_a_measure_that_has_left_the_content_is_kept(desk: Desk) -> None:
    desk.crisis().settle(SECOND, "Teamleder", "")
    (desk.folder / "library.sqlite").unlink()
    assert [one.ref for one in desk.crisis(MEASURES[1]).board().measures] == [FIRST]
    (desk.folder / "library.sqlite").unlink()
    assert desk.crisis().board().measures[1].task.responsible == "Teamleder"


def test_a_binder_that_keeps_nothing_still_shows_the_measures(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way")
    binder, _ = open_binder(tmp_path / "data" / "binder.sqlite", tmp_path / "backups", NOW)
    with binder:
        crisis = Desk(tmp_path, binder).crisis()
        board = crisis.board()
        assert len(board.measures) == 3
        assert not board.writable
        assert crisis.proof().job.items
        with pytest.raises(ReadOnly):
            crisis.mark(FIRST, "2026-11-20")


# --- the sheet ----------------------------------------------------------------------------------


def test_the_sheet_says_what_is_settled_and_leaves_the_rest_open(desk: Desk) -> None:
    crisis = desk.crisis()
    crisis.settle(SECOND, "Teamleder", "2026-12-01")
    crisis.mark(SECOND, "2026-11-20")
    job = crisis.proof().job
    assert job.layout == "checklist"
    assert job.items[:2] == (
        CheckLine(title={"nb": "Første"}, responsible="", due="", done_on=""),
        CheckLine(
            title={"nb": "Andre"}, responsible="Teamleder", due="2026-12-01", done_on="2026-11-20"
        ),
    )
    assert job.site is None


def test_the_code_of_the_sheet_follows_what_is_settled(desk: Desk) -> None:
    crisis = desk.crisis()
    empty = crisis.proof().job.code
    assert empty == crisis.proof().job.code
    crisis.settle(FIRST, "Teamleder", "")
    assert crisis.proof().job.code not in ("", empty)


def test_the_foot_names_the_sources_of_all_measures(desk: Desk) -> None:
    job = desk.crisis(
        measure(1, "Første", sources=(source("Kommunen", "2026-11-22"),)),
        measure(2, "Andre", sources=(source("Staten", "2026-10-01"),)),
    ).proof().job  # fmt: skip
    assert (job.foot.source, job.foot.read_on) == ("Kommunen m.fl.", "2026-10-01")
    assert (job.foot.published, job.foot.printed) == ("2026-11-25", "2026-11-25")
    assert job.foot.check_by == "2027-05-25"


def test_a_doubt_about_one_measure_is_said_on_the_sheet_and_before_it(desk: Desk) -> None:
    plain = desk.crisis().proof()
    assert (plain.job.notices, plain.checks) == ((), ())
    (desk.folder / "library.sqlite").unlink()
    proof = desk.crisis(
        measure(1, "Første", needs_check=True), measure(2, "Andre", clinical=True)
    ).proof()
    assert [(notice.kind, notice.text) for notice in proof.job.notices] == [
        ("unconfirmed", {"nb": "Ikke bekreftet etter 22.11.2026"}),
        ("unreviewed", {"nb": "Ikke fagkontrollert"}),
    ]
    assert proof.checks == ("Opplysningene er ikke bekreftet.", "Teksten er ikke fagkontrollert.")
    assert not proof.expired
