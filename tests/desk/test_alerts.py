"""Warnings: when they hold, what they change, and their posters in every language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import msgspec
import pytest

from catalogue.samples import GEOGRAPHY, RECORDS, built, pack, searcher
from feltperm.binder import open_binder
from feltperm.catalogue.dates import parse_date, short_date
from feltperm.catalogue.library import Entry, Library, Ref
from feltperm.catalogue.records import (
    LANGUAGES,
    Alert,
    Guidance,
    Kind,
    PackHeader,
    ServiceChange,
    Source,
    Text,
)
from feltperm.desk.alerts import in_force
from feltperm.desk.find import Finder, Request
from feltperm.desk.keep import Keeper
from feltperm.desk.page import page_json
from feltperm.desk.sheets.alert_sheet import alert_job, alert_languages
from feltperm.desk.sheets.posters import Posters
from feltperm.desk.sheets.words import SheetWords
from feltperm.desk.text import record_text
from feltperm.errors import ContentDamaged, NotFound, PaperFailed
from feltperm.paper.job import Job

NOON = datetime(2026, 11, 25, 12)
TODAY = NOON.date()
SERVICE = "svc-feltpleien-trondheim"
ALERT = Alert(
    id="al-piller",
    title={"nb": "Falske piller"},
    summary={"nb": "To fikk pustestans."},
    level="acute",
    certainty="suspected",
    said_by="Kommunen",
    appearance={"nb": "Hvite og runde."},
    seen_place="Lade",
    seen_on="2026-11-24",
    danger_signs=({"nb": "Kramper"},),
    for_clients=({"nb": "Ring 113 straks."},),
    for_staff=({"nb": "Meld fra om nye funn"},),
    phrases=(
        "alert.pills.false",
        "alert.pills.dangerous",
        "alert.sign.seizure",
        "alert.do.call_113",
    ),
    changes=(
        ServiceChange(
            service=SERVICE, status="temporarily_closed", description={"nb": "Vannlekkasje"}
        ),
    ),
    valid_from="2026-11-20",
    valid_until="2026-12-05",
    sources=(Source(publisher="Kommunen", title="Varsel", read_on="2026-11-25"),),
)


def alert(**changes: object) -> Alert:
    return msgspec.structs.replace(ALERT, **changes)


@pytest.mark.parametrize(
    ("changes", "day", "holds"),
    [
        ({}, "2026-11-20", True),
        ({}, "2026-11-19", False),
        ({}, "2026-12-05", True),
        ({}, "2026-12-06", False),
        ({"valid_until": ""}, "2030-01-01", True),
        ({"withdrawn_on": "2026-11-26"}, "2026-11-25", True),
        ({"withdrawn_on": "2026-11-26"}, "2026-11-26", False),
        ({"status": "withdrawn"}, "2026-11-25", False),
        ({"status": "historical"}, "2026-11-25", False),
        ({"valid_from": "0001-01-01", "valid_until": "9999-12-31"}, "2026-11-25", True),
    ],
)
def test_an_alert_holds_from_its_first_day_to_its_last(
    changes: dict[str, object], day: str, holds: bool
) -> None:
    assert in_force(alert(**changes), date.fromisoformat(day)) is holds


@pytest.fixture
def finder(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Finder]:
    """The sample catalogue with one alert, at noon unless another time is asked for."""
    now = getattr(request, "param", NOON)
    with built(tmp_path, pack((*RECORDS, ALERT))) as library:
        yield Finder(library, searcher(library), GEOGRAPHY, lambda: now)


def test_a_closed_service_is_closed_everywhere(finder: Finder) -> None:
    page = finder.show(SERVICE)
    assert page.change is not None
    assert (page.opening.state, page.change.status) == ("closed", "temporarily_closed")
    assert str(page.change.alert) == "national/al-piller"
    text = record_text(page)
    until = "Midlertidig stengt til og med 5. desember 2026."
    assert f"{until} Vannlekkasje. Varsel fra Kommunen." in text
    hit = next(o for o in finder.search(Request("feltpleien")).hits if o.hit.ref.id == SERVICE)
    assert (hit.status, hit.opening.state) == ("temporarily_closed", "closed")
    rows = {one.row.ref.id: one.status for one in finder.browse(limit=100).rows}
    assert rows[SERVICE] == "temporarily_closed"
    assert rows["svc-113"] == "current"


def test_a_closed_service_does_not_fit_open_now(finder: Finder) -> None:
    found = {one.hit.ref.id for one in finder.search(Request("feltpleien", open_at=NOON)).hits}
    assert SERVICE not in found


@pytest.mark.parametrize("finder", [datetime(2026, 12, 6, 12)], indirect=True)
def test_after_the_last_day_it_is_open_as_usual(finder: Finder) -> None:
    page = finder.show(SERVICE)
    assert page.change is None
    assert finder.show("al-piller").freshness == "overdue"


def test_the_last_of_many_alerts_closes_its_service_too(tmp_path: Path) -> None:
    many = tuple(
        alert(id=f"al-{number:04}", title={"nb": f"A {number:04}"}, changes=())
        for number in range(1200)
    )
    last = alert(id="al-zz", title={"nb": "Å"})
    with built(tmp_path, pack((*RECORDS, *many, last))) as library:
        finder = Finder(library, searcher(library), GEOGRAPHY, lambda: NOON)
        page = finder.show(SERVICE)
        posters = Posters(
            library,
            Keeper(None, library, lambda: NOON, finder.change),  # type: ignore[arg-type]
            SheetWords(lambda: LABELS, lambda: PHRASES),
            GEOGRAPHY,
            lambda: NOON,
        )
        refs = [offer.ref for offer in posters.offers()]
    assert page.change is not None
    assert str(page.change.alert) == "national/al-zz"
    assert refs[1200] == "national/al-zz"
    assert refs[1201:] == ["national/ps-overdose"]


def test_damage_among_the_alerts_shows_at_work_and_not_when_the_desk_is_opened(
    tmp_path: Path,
) -> None:
    built(tmp_path, pack((*RECORDS, ALERT))).close()
    path = tmp_path / "library.sqlite"
    path.write_bytes(path.read_bytes().replace(b'"kind":"alert"', b'"kind":"axert"'))
    with Library(path) as library:
        finder = Finder(library, searcher(library), GEOGRAPHY, lambda: NOON)
        with pytest.raises(ContentDamaged):
            finder.show(SERVICE)


def test_alerts_are_not_read_while_a_search_may_be_interrupted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An interrupted read looks like damage, and the library would be built anew."""
    with built(tmp_path, pack((*RECORDS, ALERT))) as library:
        finder = Finder(library, searcher(library), GEOGRAPHY, lambda: NOON)
        read, whole = [], library.every

        def every(kind: Kind) -> list[Entry]:
            finder.interrupt()
            read.append(kind)
            return whole(kind)

        monkeypatch.setattr(library, "every", every)
        finder.search(Request("feltpleien", open_at=NOON))
    assert read == ["alert"]


def test_a_service_that_is_no_longer_run_is_not_said_to_be_closed_for_now(tmp_path: Path) -> None:
    gone = alert(
        changes=(ServiceChange(service="svc-gammel-klinikk", status="temporarily_closed"),)
    )
    with built(tmp_path, pack((*RECORDS, gone))) as library:
        finder = Finder(library, searcher(library), GEOGRAPHY, lambda: NOON)
        page = finder.show("svc-gammel-klinikk")
    assert page.change is None
    assert page_json(page)["status"] == "historical"


def test_whom_to_call_says_that_it_is_closed(tmp_path: Path) -> None:
    advice = Guidance(
        id="gd-ring", title={"nb": "Ring noen"}, who_to_call=(SERVICE, "svc-kirkens-sos")
    )
    with built(tmp_path, pack((*RECORDS, ALERT, advice))) as library:
        finder = Finder(library, searcher(library), GEOGRAPHY, lambda: NOON)
        text = record_text(finder.show("gd-ring"))
    assert (
        "Ring: Feltpleien i Trondheim (Midlertidig stengt); Kirkens SOS 22 40 00 40\n"
        in text + "\n"
    )


def test_a_favourite_that_is_closed_says_so(tmp_path: Path) -> None:
    binder, _ = open_binder(tmp_path / "binder.sqlite", tmp_path / "backups", NOON)
    with binder, built(tmp_path, pack((*RECORDS, ALERT))) as library:
        finder = Finder(library, searcher(library), GEOGRAPHY, lambda: NOON)
        keeper = Keeper(binder, library, lambda: NOON, finder.change)
        for name in (SERVICE, "svc-113"):
            keeper.star(name)
        kept = {one.ref.id: one.change and one.change.status for one in keeper.favourites()}
    assert kept == {SERVICE: "temporarily_closed", "svc-113": None}


def test_an_alert_reads_in_its_fixed_order(finder: Finder) -> None:
    lines = record_text(finder.show("al-piller")).splitlines()
    assert lines[:9] == [
        "Falske piller",
        "To fikk pustestans.",
        "Slik ser det ut: Hvite og runde. Utseendet kan variere.",
        "Faretegn: Kramper.",
        "Dette kan du gjøre: Ring 113 straks.",
        "For ansatte: Meld fra om nye funn.",
        "Hvem sier det: Kommunen. Mistanke. Ikke bekreftet.",
        "Gjelder: fra 20. november 2026 til 5. desember 2026.",
        "Kilde: Kommunen, Varsel. Lest 25. november 2026.",
    ]


# --- the poster -------------------------------------------------------------------------------

PHRASES: dict[str, Text] = {
    name: {code: f"{wording} {code}" if code != "nb" else wording for code in LANGUAGES}
    for name, wording in {
        "alert.level.acute": "Akutt fare",
        "alert.valid": "Gjelder {fra}–{til}",
        "alert.ask_us": "Spør oss",
        "alert.signs": "Faretegn",
        "alert.suspected": "Mistanke.",
        "alert.seen_where": "Sett i {sted}, {dato}",
        "alert.pills.false": "Pillene kan være falske.",
        "alert.pills.dangerous": "De er farligere",
        "alert.sign.seizure": "Kramper",
        "alert.do.call_113": "Ring 113 straks.",
        "ops.closed_until": "Stengt til {dato}",
        "ops.opens_again": "Åpner {dato}",
    }.items()
}
LABELS: dict[str, Text] = {
    "not_checked": {"nb": "Ikke kontrollert."},
    "not_clinically_checked": {"nb": "Ikke fagkontrollert"},
    "not_confirmed_since": {"nb": "Ikke bekreftet etter {dato}"},
}
HEADER = PackHeader(
    format=1, pack="tk", seq=1, published="2026-11-25", publisher="T", languages=("nb",)
)


def job(
    *languages: str,
    services: tuple[str, ...] = (),
    record: Alert = ALERT,
    today: date = TODAY,
) -> Job:
    entry = Entry(Ref("tk", record.id), record, HEADER)
    return alert_job(
        entry, "Trondheim", services, PHRASES, None, languages, "a4", "colour", today, LABELS
    )


def test_the_poster_is_built_of_ready_lines_with_the_alerts_own_facts() -> None:
    made = job("nb")
    assert made.title == {"nb": "Falske piller"}
    assert made.subtitle == {"nb": "Akutt fare · Trondheim · Gjelder 20.11.2026–05.12.2026"}
    assert [(line.title["nb"], line.detail.get("nb", "")) for line in made.items] == [
        ("Pillene kan være falske.", "De er farligere. Mistanke. Sett i Lade, 24.11.2026."),
        ("Slik ser det ut", "Hvite og runde."),
        ("Faretegn", "Kramper."),
        ("Ring 113 straks.", ""),
    ]
    assert made.foot.check_by == "2026-12-05"


def test_how_sure_it_is_stands_on_a_sheet_of_advice_alone() -> None:
    made = job("nb", record=alert(phrases=("alert.do.call_113",)))
    assert [(line.title["nb"], line.detail.get("nb", "")) for line in made.items] == [
        ("Mistanke.", "Sett i Lade, 24.11.2026."),
        ("Slik ser det ut", "Hvite og runde."),
        ("Ring 113 straks.", ""),
    ]


@pytest.mark.parametrize(("last", "day"), [("2026-12-31", "01.01.2027"), ("9999-12-31", None)])
def test_what_is_closed_to_a_day_opens_the_day_after(last: str, day: str | None) -> None:
    closed = alert(
        phrases=("ops.closed_until", "ops.opens_again"),
        valid_until=last,
        certainty=None,
        seen_on="",
    )
    lines = [line.title["nb"] for line in job("nb", record=closed).items]
    assert lines[-2:] == [f"Stengt til {short_date(last)}", f"Åpner {day or short_date(last)}"]


@pytest.mark.parametrize("end", ["", "snart", "9999-12-31"])
def test_the_foot_of_a_sheet_has_a_date_whatever_an_alert_says(end: str) -> None:
    assert parse_date(job("nb", record=alert(valid_until=end)).foot.check_by)


def test_a_translation_holds_no_norwegian_words_of_the_alert_and_stands_beside_bokmal() -> None:
    made = job("pl")
    assert made.languages == ("pl", "nb")
    assert made.title == {"pl": "Akutt fare pl", "nb": "Falske piller"}
    assert all("pl" in line.title for line in made.items)
    assert "Slik ser det ut" not in [line.title.get("nb") for line in made.items]
    assert [notice.kind for notice in made.notices] == ["unreviewed", "translation"]


def test_a_language_with_a_blank_line_is_not_offered() -> None:
    blank = {**PHRASES, "alert.sign.seizure": {"nb": "Kramper", "pl": "Drgawki"}}
    assert alert_languages(ALERT, blank) == ("nb", "pl")
    assert alert_languages(ALERT, {}) == ()
    with pytest.raises(NotFound, match="finnes ikke på"):
        job("xx")
    with pytest.raises(PaperFailed):
        job("pl", "so")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"status": "withdrawn", "withdrawn_on": "2026-11-24"}, "Ta ned plakaten"),
        ({"valid_until": "2026-11-24"}, "Gjelder ikke etter 24.11.2026"),
        ({"withdrawn_on": "2026-11-25"}, "Ta ned plakaten"),
    ],
)
def test_what_is_over_says_so_across_the_sheet(changes: dict[str, object], words: str) -> None:
    (notice,) = (one for one in job("nb", record=alert(**changes)).notices if one.kind == "expired")
    assert words in notice.text["nb"]


def test_an_alert_without_lines_has_no_poster() -> None:
    with pytest.raises(NotFound, match="ingen plakat"):
        job("nb", record=alert(phrases=()))


def test_what_is_to_be_withdrawn_later_holds_until_then() -> None:
    notices = job("nb", record=alert(withdrawn_on="2026-11-26")).notices
    assert [one.kind for one in notices if one.kind == "expired"] == []


def test_the_poster_names_the_services_it_closes_in_every_language() -> None:
    made = job("pl", services=("Fontenehuset",))
    assert made.items[0].title == {"pl": "Fontenehuset", "nb": "Fontenehuset"}
