"""Which alerts are ours, which are new, and what makes one that was read new again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from catalogue.samples import GEOGRAPHY, ORLAND, OSLO, RECORDS, TRONDHEIM, built, pack
from feltperm.binder import Binder, ReadAlert, open_binder
from feltperm.catalogue.library import Library
from feltperm.catalogue.records import Alert, Area, Picture, ServiceChange, Source
from feltperm.desk.alerts_mine import AlertBoard, AlertLine, MyAlerts, version_of
from feltperm.errors import NotFound

NOON = datetime(2026, 11, 25, 12)
PILLS = Alert(
    id="al-piller",
    title={"nb": "Falske piller", "en": "False pills"},
    summary={"nb": "To fikk pustestans."},
    level="acute",
    certainty="suspected",
    said_by="Kommunen",
    appearance={"nb": "Hvite og runde."},
    seen={"nb": "I sentrum"},
    seen_place="Sentrum",
    seen_on="2026-11-24",
    danger_signs=({"nb": "Kramper"},),
    for_clients=({"nb": "Ring 113."},),
    for_staff=({"nb": "Meld fra."},),
    phrases=("alert.pills.false",),
    changes=(ServiceChange(service="svc-113", status="changed_operation"),),
    valid_from="2026-11-20",
    valid_until="2026-12-05",
    area=Area(municipalities=(TRONDHEIM,)),
)


def alert(record_id: str = "al-piller", **changes: object) -> Alert:
    return msgspec.structs.replace(PILLS, id=record_id, **changes)


class Now:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.time = NOON

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture
def now() -> Now:
    return Now()


@pytest.fixture
def binder(tmp_path: Path) -> Iterator[Binder]:
    made, _ = open_binder(tmp_path / "data" / "binder.sqlite", tmp_path / "backups", NOON)
    with made:
        yield made


Alerting = Callable[..., MyAlerts]


@pytest.fixture
def alerting(tmp_path: Path, binder: Binder, now: Now) -> Iterator[Alerting]:
    """Gives the use cases over a library with these alerts; each call is a new content."""
    opened: list[Library] = []

    def made(*alerts: Alert, name: str = "national", **more: object) -> MyAlerts:
        folder = tmp_path / f"content-{len(opened)}"
        folder.mkdir()
        packs = [pack((*RECORDS, *alerts))]
        if name != "national":
            packs = [pack(), pack(alerts, name)]
        opened.append(built(folder, *packs))
        return MyAlerts(opened[-1], binder, GEOGRAPHY, now, **more)  # type: ignore[arg-type]

    yield made
    for library in opened:
        library.close()


def ids(lines: tuple[AlertLine, ...]) -> list[str]:
    return [line.ref.partition("/")[2] for line in lines]


def groups(board: AlertBoard) -> tuple[list[str], list[str], list[str]]:
    return ids(board.mine), ids(board.elsewhere), ids(board.past)


# --- whose it is --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("area", "place"),
    [
        (Area(municipalities=(TRONDHEIM,)), "Trondheim"),
        (Area(municipalities=(OSLO, "3301", TRONDHEIM)), "Trondheim"),
        (Area(counties=("Trøndelag",)), "Trøndelag"),
        (Area(health_regions=("Midt-Norge",)), "Helse Midt-Norge"),
        (Area(country=True), "hele landet"),
        (Area(municipalities=(TRONDHEIM,), country=True), "Trondheim"),
    ],
)
def test_the_own_municipality_its_county_its_region_and_the_country_are_ours(
    alerting: Alerting, area: Area, place: str
) -> None:
    board = alerting(alert(area=area)).board(TRONDHEIM)
    assert [(line.place, line.new) for line in board.mine] == [(place, True)]
    assert board.municipality == "Trondheim"
    assert board.new == board.mine
    assert not board.elsewhere


@pytest.mark.parametrize(
    ("area", "words"),
    [
        (Area(municipalities=(ORLAND,)), "Ørland"),
        (Area(counties=("Troms",)), "Troms"),
        (Area(health_regions=("Nord",)), "Helse Nord"),
        (Area(), ""),
    ],
)
def test_another_place_and_no_stated_place_are_the_others(
    alerting: Alerting, area: Area, words: str
) -> None:
    board = alerting(alert(area=area)).board(TRONDHEIM)
    assert [(line.area, line.place, line.new) for line in board.elsewhere] == [
        (words, words, False)
    ]
    assert not board.mine
    assert board.new == ()


def test_without_a_municipality_only_the_whole_country_is_ours(alerting: Alerting) -> None:
    alerts = alerting(alert("al-her"), alert("al-landet", area=Area(country=True)))
    board = alerts.board("")
    assert groups(board) == (["al-landet"], ["al-her"], [])
    assert board.municipality == ""


# --- when it holds ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({}, "now"),
        ({"valid_until": ""}, "now"),
        ({"valid_until": "2026-11-25"}, "now"),
        ({"valid_until": "2026-11-24"}, "over"),
        ({"status": "historical"}, "over"),
        ({"valid_from": "2026-11-26"}, "coming"),
        ({"withdrawn_on": "2026-11-25"}, "withdrawn"),
        ({"withdrawn_on": "2026-11-26"}, "now"),
        ({"status": "withdrawn"}, "withdrawn"),
        ({"valid_from": "2026-11-26", "withdrawn_on": "2026-11-25"}, "withdrawn"),
    ],
)
def test_only_what_holds_today_is_new_and_can_be_printed(
    alerting: Alerting, changes: dict[str, object], state: str
) -> None:
    board = alerting(alert(**changes)).board(TRONDHEIM)
    (line,) = board.lines
    assert line.state == state
    assert line.new is line.poster is (state == "now")
    assert board.new == ((line,) if state == "now" else ())
    assert (line in board.past) is (state in ("over", "withdrawn"))


def test_after_its_last_day_it_is_among_the_past_ones(alerting: Alerting, now: Now) -> None:
    alerts = alerting(alert(valid_until="2026-11-25"))
    assert groups(alerts.board(TRONDHEIM)) == (["al-piller"], [], [])
    now.time = datetime(2026, 11, 26, 0, 0)
    board = alerts.board(TRONDHEIM)
    assert groups(board) == ([], [], ["al-piller"])
    assert board.new == ()
    assert board.day == now.time.date()


def test_an_alert_without_checked_sentences_has_no_poster(alerting: Alerting) -> None:
    (line,) = alerting(alert(phrases=())).new_alerts(TRONDHEIM)
    assert not line.poster


# --- the order ----------------------------------------------------------------------------------


def test_a_list_is_newest_first_and_news_are_worst_first(alerting: Alerting) -> None:
    alerts = alerting(
        alert("al-drift", level="changed", valid_from="2026-11-25"),
        alert("al-info", level="info", valid_from="2026-11-25"),
        alert("al-gammel", valid_from="2026-11-01"),
        alert("al-fare", valid_from="2026-11-24"),
        alert("al-snart", valid_from="2026-11-30"),
        alert("al-udatert", valid_from=""),
    )
    board = alerts.board(TRONDHEIM)
    assert ids(board.mine) == [
        "al-drift", "al-info", "al-fare", "al-gammel", "al-udatert", "al-snart"
    ]  # fmt: skip
    assert ids(board.new) == ["al-fare", "al-gammel", "al-udatert", "al-drift", "al-info"]


# --- what was read ------------------------------------------------------------------------------


def test_what_is_marked_is_read_and_stays_in_its_list(alerting: Alerting) -> None:
    alerts = alerting(alert("al-a"), alert("al-b"))
    first, second = alerts.new_alerts(TRONDHEIM)
    alerts.mark_read(first.ref, first.version)
    board = alerts.board(TRONDHEIM)
    assert board.new == (second,)
    assert [line.unread for line in board.mine] == [False, True]


def test_a_mark_is_for_one_pack(alerting: Alerting) -> None:
    alerting(alert()).mark_read("national/al-piller", version_of(PILLS))
    (line,) = alerting(alert(), name="trondheim").new_alerts(TRONDHEIM)
    assert line.ref == "trondheim/al-piller"


@pytest.mark.parametrize(
    "changes",
    [
        {"level": "changed"},
        {"valid_from": "2026-11-21"},
        {"certainty": "confirmed"},
        {"said_by": "Politiet"},
        {"title": {"nb": "Falske piller igjen"}},
        {"summary": {"nb": "Tre fikk pustestans."}},
        {"body": {"nb": "Mer om det."}},
        {"appearance": {"nb": "Grønne."}},
        {"picture": Picture(sha256="ab" * 32, alt={"nb": "En grønn pille"})},
        {"seen": {"nb": "På Lade"}},
        {"seen_place": "Lade"},
        {"seen_on": "2026-11-25"},
        {"danger_signs": ({"nb": "Kramper"}, {"nb": "Blå lepper"})},
        {"for_clients": ({"nb": "Ring 113 straks."},)},
        {"for_staff": ()},
        {"danger_signs": (), "for_clients": ({"nb": "Kramper"}, {"nb": "Ring 113."})},
        {"changes": ()},
        {"changes": (ServiceChange(service="svc-113", status="temporarily_closed"),)},
        {
            "changes": (
                ServiceChange(
                    service="svc-113", status="changed_operation", description={"nb": "Ny dør"}
                ),
            )
        },
    ],
    ids=lambda changes: "-".join(changes),
)
def test_what_says_something_else_is_unread_again(
    alerting: Alerting, changes: dict[str, object]
) -> None:
    alerting(alert()).mark_read("national/al-piller", version_of(PILLS))
    (line,) = alerting(alert(**changes)).board(TRONDHEIM).lines
    assert line.unread


@pytest.mark.parametrize(
    "changes",
    [
        {"valid_until": "2026-12-24"},
        {"sources": (Source(publisher="A", title="B", read_on="2026-11-25"),)},
        {"needs_check": True},
        {"note": {"nb": "Merknad"}},
        {"topics": ("overdose",)},
        {"title": {"nb": "Falske piller", "en": "Fake pills", "pl": "Fałszywe tabletki"}},
        {"phrases": ("alert.pills.false", "alert.do.call_113")},
        {"area": Area(municipalities=(TRONDHEIM, ORLAND))},
    ],
    ids=lambda changes: "-".join(changes),
)
def test_what_says_the_same_stays_read(alerting: Alerting, changes: dict[str, object]) -> None:
    alerting(alert()).mark_read("national/al-piller", version_of(PILLS))
    assert alerting(alert(**changes)).new_alerts(TRONDHEIM) == ()


def test_a_mark_counts_for_what_was_shown_and_not_for_what_came_meanwhile(
    alerting: Alerting,
) -> None:
    (shown,) = alerting(alert()).new_alerts(TRONDHEIM)
    newer = alerting(alert(level="info"))
    newer.mark_read(shown.ref, shown.version)
    assert ids(newer.new_alerts(TRONDHEIM)) == ["al-piller"]


def test_a_mark_survives_content_that_is_rolled_back_and_comes_again(
    alerting: Alerting, now: Now
) -> None:
    (shown,) = alerting(alert()).new_alerts(TRONDHEIM)
    alerting(alert()).mark_read(shown.ref, shown.version)
    now.time += timedelta(days=7)
    assert alerting().tidy() == 0
    assert alerting(alert()).new_alerts(TRONDHEIM) == ()


def test_marks_of_alerts_that_are_long_gone_are_dropped(
    alerting: Alerting, binder: Binder, now: Now
) -> None:
    alerts = alerting(alert("al-bort"), alert("al-her"))
    for line in alerts.new_alerts(TRONDHEIM):
        alerts.mark_read(line.ref, line.version)
    now.time += timedelta(days=31)
    assert alerting(alert("al-her")).tidy() == 1
    assert [mark.id for mark in binder.read_alerts.all()] == ["al-her"]


def test_a_binder_that_cannot_be_written_is_not_tidied(
    alerting: Alerting, binder: Binder, now: Now, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = ReadAlert("national", "al-bort", "x")
    binder.read_alerts.add(mark, NOON.date() - timedelta(days=400))
    monkeypatch.setattr(Binder, "writable", property(lambda _binder: False))
    assert alerting().tidy() == 0
    assert binder.read_alerts.all() == {mark}


def test_what_is_no_alert_at_all_cannot_be_marked(alerting: Alerting, binder: Binder) -> None:
    with pytest.raises(NotFound):
        alerting().mark_read("al-piller", "x")
    assert binder.read_alerts.all() == frozenset()


# --- what is known of the content ---------------------------------------------------------------


def test_the_board_says_when_new_content_was_last_asked_for(alerting: Alerting) -> None:
    assert alerting().board(TRONDHEIM).checked_at is None
    board = alerting(last_check=lambda: NOON).board(TRONDHEIM)
    assert board.checked_at == NOON
    assert board.content_from == "2026-11-25"
