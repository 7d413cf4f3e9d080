"""Every kind of sheet that can hang is built again from what the log keeps of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from feltperm.app import install_samples
from feltperm.app_desk import open_desk
from feltperm.binder import Site
from feltperm.desk.desk import Desk
from feltperm.desk.find import Request
from feltperm.desk.sheets.import_pdf import site_sheet
from feltperm.desk.sheets.places import site_box
from feltperm.desk.sheets.posters import Choice
from feltperm.desk.sheets.tray import HandoutChoice
from feltperm.paper.job import Job
from feltperm.paths import find_paths, resource

NOW = datetime(2026, 11, 26, 12)
LONG_AFTER = datetime(2041, 1, 1, 12)
SITE = "Varmestua"
#: Filled in by hand: each is another sheet as soon as it is used.
BY_HAND = frozenset({"letter"})


@pytest.fixture(scope="module")
def today() -> list[datetime]:
    """What the clock says; a test that turns it turns it back."""
    return [NOW]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, today: list[datetime]) -> Iterator[Desk]:
    if not resource("compiled/national.jsonl").exists():
        pytest.fail("no compiled content: run `python3 build/dev.py setup` first", pytrace=False)
    paths = find_paths(Path(tmp_path_factory.mktemp("kinds")))
    install_samples(paths)
    made = open_desk(paths, now=lambda: today[0])
    made.keep.add_site(Site(name=SITE, phone="73 00 00 00", hours="onsdag kl. 10–14"))
    yield made
    made.close()


def posters(desk: Desk) -> Iterator[Job]:
    """Every poster in every form and language; a week of two services, plain and at Easter."""
    services = tuple(one.ref for one in desk.posters.times()[:2])
    periods = ["", *(one.first for one in desk.posters.periods())]
    for offer in desk.posters.offers():
        for form in offer.forms:
            for language in form.languages:
                for period in periods if form.form == "week" else [""]:
                    choice = Choice(
                        SITE, (language,), "a4", note="Til Oddny Zz", form=form.form, period=period,
                        services=services if form.form == "week" else (),
                    )  # fmt: skip
                    yield desk.posters.proof(offer.ref, choice).job


def handouts(desk: Desk) -> Iterator[Job]:
    services = [one.ref for one in desk.posters.times()[:3]]
    for language, _draft in desk.tray.languages():
        yield desk.tray.client(
            services, HandoutChoice(language, site=SITE, note="Til Oddny Zz")
        ).job
    yield desk.tray.client(services, HandoutChoice("nb", large=False)).job
    yield desk.tray.pocket(services, date(2026, 11, 28), HandoutChoice(site=SITE)).job
    yield desk.directory.proof(desk.directory.select(Request("", municipality="5001"))).job
    box = site_box(desk.keep.site(SITE), desk.opened.library.get, NOW.date())
    assert box is not None
    labels = desk.posters._words.labels()
    yield site_sheet("Plakaten vår", box, "colour", NOW.date(), labels)


def test_a_sheet_of_any_kind_is_in_order_when_it_is_hung_and_told_of_when_it_changes(
    desk: Desk,
) -> None:
    jobs = [job for job in (*posters(desk), *handouts(desk)) if job.layout not in BY_HAND]
    kinds = {job.layout for job in jobs}
    assert {"steps", "list", "signs", "cards", "week", "client", "pocket", "directory"} <= kinds
    hung = desk.recall.hang(jobs, "Varmestua").after
    assert len(hung) == len(jobs)
    assert not any("Oddny" in entry.job for entry in hung)
    wall = desk.recall.wall()
    assert [(one.order.layout, one.order.record, one.reasons) for one in wall.change] == []
    assert {one.reasons for one in wall.down} <= {("Historisk. Ikke bruk som råd i dag.",)}
    boxed = {one.entry.id for one in wall.fine if one.entry.box}
    desk.keep.update_site(SITE, Site(name=SITE, phone="73 00 00 01", hours="onsdag kl. 10–14"))
    changed = desk.recall.wall().change
    assert {one.entry.id for one in changed} == boxed
    assert all("Telefon 73 00 00 00 → 73 00 00 01" in one.reasons for one in changed)


def test_what_is_filled_in_by_hand_is_not_watched(desk: Desk) -> None:
    letters = [job for job in posters(desk) if job.layout in BY_HAND]
    assert letters
    assert not desk.recall.watches([*letters, desk.crisis.proof().job])


def test_what_is_over_must_come_down(desk: Desk, today: list[datetime]) -> None:
    jobs = [*posters(desk), *handouts(desk)]
    over = [job for job in jobs if job.layout in ("alert", "pocket") or getattr(job, "period", "")]
    assert {job.layout for job in over} == {"alert", "pocket", "week"}
    hung = {entry.id for entry in desk.recall.hang(over, "Kirken").after}
    assert hung.isdisjoint(one.entry.id for one in desk.recall.wall().down)
    today[0] = LONG_AFTER
    try:
        down = [one for one in desk.recall.wall().down if one.entry.id in hung]
    finally:
        today[0] = NOW
    assert len(down) == len(hung)
    assert {one.reason.split()[0] for one in down} == {"Gjelder", "Gjaldt"}
