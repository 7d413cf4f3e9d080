"""The pocket sheet: tonight's hours in three answers, and for which evening it holds."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from feltperm.catalogue.library import Ref
from feltperm.catalogue.records import Schedule, ScheduleException, Service, ServiceChange
from feltperm.desk.alerts import ChangeNow
from feltperm.desk.sheets.pocket import MOST, pocket_job, tonight
from feltperm.errors import NotFound
from feltperm.paper.pocket_job import PocketJob
from handout_home import HOLIDAYS, TODAY, entry, handout, schedule, service

CHRISTMAS = date(2026, 12, 25)
ALWAYS = "MO TU WE TH FR SA SU"


def pocket(*records: Service, day: date = TODAY, **changes: object) -> PocketJob:
    entries = [entry(one) for one in records]
    return pocket_job(entries, handout(**changes), day, ink="colour")


@pytest.mark.parametrize(
    ("schedules", "words"),
    [
        ([], "Kveldstid ikke oppgitt"),
        ([schedule()], "Stengt i kveld"),
        ([schedule(closes="22:00")], "Åpent til kl. 22"),
        ([schedule(opens="20:00", closes="02:00")], "Åpent kl. 20–2"),
        ([schedule(opens="20:30", closes="24:00")], "Åpent kl. 20.30–24"),
        ([schedule(ALWAYS, "00:00", "24:00")], "Åpent døgnet rundt"),
        ([schedule(opens="16:00", closes="08:00")], "Åpent hele natten"),
        ([schedule(opens="22:00", closes="07:00")], "Åpent fra kl. 22"),
        (
            [schedule(opens="15:00", closes="18:00"), schedule(opens="20:00", closes="23:00")],
            "Åpent til kl. 18 og kl. 20–23",
        ),
        ([schedule(valid_to="2026-01-01")], "Kveldstid ikke oppgitt"),
        (
            [schedule(), schedule(opens="18:00", closes="22:00", description={"nb": "Telefon"})],
            "Åpent kl. 18–22 (Telefon)",
        ),
        ([schedule(exceptions=(ScheduleException(date="2026-11-26"),))], "Kveldstid ikke oppgitt"),
    ],
)
def test_the_evening_is_open_closed_or_not_stated(schedules: list[Schedule], words: str) -> None:
    assert tonight(schedules, TODAY) == words


def test_a_public_holiday_is_not_a_closing_time() -> None:
    assert tonight([schedule(closes="22:00")], CHRISTMAS, HOLIDAYS) == "Helligdag. Ring før du går."
    told = [schedule(closes="22:00", holidays="as_usual")]
    assert tonight(told, CHRISTMAS, HOLIDAYS) == "Åpent til kl. 22"
    assert tonight([schedule(holidays="closed")], CHRISTMAS, HOLIDAYS) == "Stengt i kveld"


def test_the_sheet_says_for_which_evening_it_holds() -> None:
    job = pocket(service(), day=date(2026, 11, 28))
    assert job.holds == "Gjelder lørdag 28. november 2026"
    assert (job.day, job.foot.check_by) == ("2026-11-28", "2026-11-28")
    assert pocket(service(), day=date(2026, 11, 27)).code != job.code


def test_an_alert_and_a_doubt_stand_by_the_service() -> None:
    closed = ServiceChange(service="svc-a", status="temporarily_closed")
    change = ChangeNow(Ref("national", "al-x"), "Oslo", "", closed)
    (place,) = pocket(service(needs_check=True), change_of=lambda _ref, _status: change).items
    assert place.tonight == "Midlertidig stengt"
    assert place.doubt == "Ikke bekreftet etter 20. november 2026"


def test_hours_in_words_are_better_than_none() -> None:
    (place,) = pocket(service(schedules=(), hours={"nb": "Hver kveld til ti"})).items
    assert place.tonight == "Hver kveld til ti"


def test_more_than_the_booklet_could_ever_hold_is_refused() -> None:
    with pytest.raises(NotFound, match="ikke plass"):
        pocket(*[service(f"svc-{number}") for number in range(MOST + 1)])
    with pytest.raises(NotFound, match="tomt"):
        pocket()


def test_every_day_of_a_year_has_an_answer() -> None:
    hours = [schedule(closes="22:00"), schedule("SA", "20:00", "02:00")]
    said = {tonight(hours, TODAY + timedelta(ahead), HOLIDAYS) for ahead in range(366)}
    assert said == {
        "Åpent til kl. 22", "Åpent kl. 20–2", "Stengt i kveld", "Helligdag. Ring før du går.",
    }  # fmt: skip
