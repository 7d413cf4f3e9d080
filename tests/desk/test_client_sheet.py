"""What a client sheet is made of: controlled words for the person, Norwegian for the staff."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from feltperm.catalogue.library import Ref
from feltperm.catalogue.records import (
    Guidance,
    Phone,
    ScheduleException,
    ServiceChange,
    Source,
)
from feltperm.desk.alerts import ChangeNow
from feltperm.desk.sheets.client import MOST, client_job, lacking
from feltperm.errors import NotFound
from feltperm.paper.client_job import ClientHours, ClientPlace
from handout_home import ALL, SITE, TODAY, entry, handout, said, schedule, service, sheet, words

#: A word that stands in every field in which a source writes its own Norwegian.
OWN = "Snikskrift"
FREE = {"nb": f"{OWN} her"}


def own_words() -> dict[str, object]:
    """Every free field of a service, filled with :data:`OWN`."""
    texts = ("summary", "body", "hours", "eligibility", "application_process", "fees", "wait_time",
             "accessibility", "note")  # fmt: skip
    return {
        **{name: FREE for name in texts},
        "phones": (Phone(number="22000000", display="22 00 00 00", note=FREE),),
        "schedules": (schedule(description=FREE), schedule("SA", place=OWN), schedule("SU")),
        "provider": OWN, "category": OWN, "alternate_names": (OWN,),
    }  # fmt: skip


def strings(value: object) -> Iterator[str]:
    """Every string somewhere inside a value made of plain JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from strings(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from strings(one)


def for_the_person(place: ClientPlace) -> list[str]:
    """What of a service is for the person: everything but the staff's line."""
    facts = msgspec.to_builtins(msgspec.structs.replace(place, staff=""))
    return list(strings(facts))


def line(hours: ClientHours) -> str:
    return " ".join(
        filter(None, (*map(said, filter(None, (hours.what, hours.days, hours.times))),))
    )


# --- the person's part ----------------------------------------------------------------------------


@pytest.mark.parametrize("language", ALL)
def test_no_word_of_a_source_stands_in_the_persons_part(language: str) -> None:
    (place,) = sheet(service(**own_words()), language=language).items
    assert not [text for text in for_the_person(place) if OWN in text]
    assert OWN in place.staff


@pytest.mark.parametrize("language", ALL)
def test_everything_stated_is_said_in_the_language(language: str) -> None:
    known = words(language)
    (place,) = sheet(service(), language=language).items
    assert place.title == {"nb": "Sårpoliklinikken"}
    assert [one.title for one in place.offers] == [
        known.offer("wound_care"),
        known.offer("naloxone"),
    ]
    assert place.phone == "22 00 00 00"
    assert place.address == "Prøvegata 2, 0155 Oslo"
    assert place.facts == (known.say("free"), known.say("no_referral"))
    assert len(place.hours) == 1
    assert set(place.hours[0].days) == {language}


def test_a_wording_that_is_not_known_falls_back_to_bokmal() -> None:
    (place,) = sheet(service(offers=("psychologist", "food")), language="so").items
    assert [list(one.title) for one in place.offers] == [["nb"], ["so"]]
    assert place.facts[1] == {"nb": "Uten henvisning"}


@pytest.mark.parametrize(
    ("language", "days", "times"),
    [
        ("nb", "mandag–fredag", "kl. 9–15.30"),
        ("en", "Monday–Friday", "09:00–15:30"),
        ("pl", "poniedziałek–piątek", "09:00–15:30"),
        ("so", "Isniin–Jimco", "09:00–15:30"),
        ("ar", "الاثنين–الجمعة", "09:00–15:30"),
    ],
)
def test_days_and_times_are_those_of_the_language(language: str, days: str, times: str) -> None:
    (hours,) = sheet(language=language).items[0].hours
    assert (said(hours.days), said(hours.times)) == (days, times)


def test_days_with_the_same_hours_share_a_line_and_two_intervals_one_day() -> None:
    hours = (
        schedule("MO TU WE", holidays="as_usual"),
        schedule("MO", "18:00", "20:00", holidays="as_usual"),
        schedule("SU SA", "00:00", "24:00", holidays="as_usual"),
    )
    lines = [line(one) for one in sheet(service(schedules=hours), language="nb").items[0].hours]
    assert lines == [
        "mandag kl. 9–15.30, 18–20",
        "tirsdag, onsdag kl. 9–15.30",
        "lørdag, søndag Åpent hele døgnet",
    ]


def test_hours_that_hold_for_a_controlled_word_name_it_and_others_are_the_staffs() -> None:
    hours = (
        schedule(description={"nb": "telefon"}, holidays="as_usual"),
        schedule("SA", description={"nb": "Lege"}, holidays="as_usual"),
        schedule("SU", description={"nb": "Bare kvinner"}, holidays="as_usual"),
    )
    (place,) = sheet(service(schedules=hours), language="en").items
    assert [line(one) for one in place.hours] == [
        "Phone Monday–Friday 09:00–15:30",
        "Doctor Saturday 09:00–15:30",
    ]
    assert said(place.advice) == "Call first"
    assert "Bare kvinner" in place.staff


def test_seasons_dates_and_closures_are_told_when_they_are_near() -> None:
    hours = (
        schedule(
            valid_to="2026-12-18",
            holidays="closed",
            exceptions=(
                ScheduleException(date="2026-12-01", closed=True),
                ScheduleException(date="2026-12-02", until="2026-12-04", closed=True),
                ScheduleException(date="2027-06-01", closed=True),
            ),
        ),
        schedule("", "11:00", "14:00", dates=("2026-12-20",)),
        schedule("SA", valid_from="2027-01-01"),
        schedule("SU", valid_to="2026-01-01"),
    )
    (place,) = sheet(service(schedules=hours), language="nb").items
    assert [line(one) for one in place.hours] == [
        "mandag–fredag (Gjelder til 18.12.2026) kl. 9–15.30",
        "Helligdager Stengt",
        "01.12.2026 Stengt",
        "02.12.2026–04.12.2026 Stengt",
        "20.12.2026 kl. 11–14",
    ]
    assert place.advice, "there are hours from January that are not told"


def test_days_that_nobody_has_settled_are_a_reason_to_ring() -> None:
    open_question = (ScheduleException(date="2026-12-24"),)
    hours = (schedule(holidays="as_usual", exceptions=open_question),)
    assert said(sheet(service(schedules=hours), language="nb").items[0].advice) == "Ring først"
    assert sheet(language="nb").items[0].advice == {}


def test_holidays_of_which_nothing_is_stated_are_told_of_once_on_the_sheet() -> None:
    unsaid = service("svc-b", schedules=(schedule(),))
    assert said(sheet(service(), unsaid, language="nb").closing) == "Helligdag. Ring før du går."
    assert sheet(service(), language="nb").closing == {}


def test_a_number_that_nobody_has_confirmed_says_so_in_the_language() -> None:
    unsure = service(needs_check=True)
    assert said(sheet(unsure, language="nb").items[0].doubt) == "Ikke bekreftet etter 20.11.2026"
    assert said(sheet(unsure, language="pl").items[0].doubt) == "Niepotwierdzone od 20.11.2026"
    assert list(sheet(unsure, language="se").items[0].doubt) == ["nb"], "Sámi has no wording for it"
    old = service(sources=(Source(publisher="P", title="S", read_on="2024-01-01"),))
    assert sheet(old).items[0].doubt
    assert sheet(service()).items[0].doubt == {}


@pytest.mark.parametrize(
    ("status", "words"),
    [("temporarily_closed", "Midlertidig stengt"), ("changed_operation", "Endret åpningstid")],
)
def test_an_alert_stands_in_place_of_the_hours(status: str, words: str) -> None:
    change = ChangeNow(
        Ref("national", "al-x"), "Oslo kommune", "2026-12-01",
        ServiceChange(service="svc-a", status=status),  # type: ignore[arg-type]
    )  # fmt: skip
    (place,) = sheet(language="nb", change_of=lambda _ref, _status: change).items
    assert said(place.state) == words
    assert place.hours == ()
    assert said(place.advice) == "Ring først"
    assert "Varsel fra Oslo kommune" in place.staff


def test_a_place_that_is_no_more_is_closed() -> None:
    assert said(sheet(service(status="historical"), language="en").items[0].state) == "Closed"


# --- the sheet ------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ALL)
def test_a_translation_says_in_both_languages_that_nobody_has_checked_it(language: str) -> None:
    job = sheet(language=language)
    if language == "nb":
        assert job.notices == ()
        assert job.languages == ("nb",)
        return
    (notice,) = job.notices
    assert notice.kind == "translation"
    assert set(notice.text) == {language, "nb"} == set(job.languages)
    assert notice.text["nb"] == "Oversettelsen er ikke kontrollert av fagperson."


def test_the_line_to_show_to_others_names_the_language_in_both() -> None:
    assert sheet(language="so").interpreter == {
        "so": "Waxaan u baahanahay turjumaan: Soomaali",
        "nb": "Jeg trenger tolk: somali",
    }
    assert sheet(language="nb").interpreter == {}


def test_the_staffs_line_says_what_there_is_and_what_is_not_stated() -> None:
    bare = service(phones=(), addresses=(), schedules=(), free=None, referral=None)
    assert sheet(bare).items[0].staff == (
        "Til ansatte: Sårstell, Naloksonspray."
        " Ikke oppgitt: telefon, adresse, åpningstid, pris, henvisning."
    )
    assert sheet(service(), language="nb").items[0].staff == (
        "Til ansatte: Mandag–fredag kl. 9–15.30."
    )


def test_a_long_line_for_the_staff_ends_at_a_word() -> None:
    wordy = service(hours={"nb": "Etter avtale med vakta " * 40})
    (place,) = sheet(wordy).items
    assert len(place.staff) <= 262
    assert place.staff.endswith(" …")


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({}, ""),
        ({"phones": ()}, "Sårpoliklinikken mangler telefon."),
        ({"phones": (), "schedules": ()}, "Sårpoliklinikken mangler telefon og åpningstid."),
        (
            {"phones": (), "addresses": (), "schedules": ()},
            "Sårpoliklinikken mangler telefon, adresse og åpningstid.",
        ),
        ({"schedules": (), "hours": {"nb": "Etter avtale"}}, ""),
        ({"addresses": (), "category": "helpline"}, ""),
    ],
)
def test_what_is_missing_is_said_by_name(changes: dict[str, object], says: str) -> None:
    assert lacking(service(**changes)) == says


def test_six_services_have_room_and_no_more() -> None:
    six = [service(f"svc-{number}") for number in range(MOST)]
    assert len(sheet(*six).items) == 6
    with pytest.raises(NotFound, match="plass til seks"):
        sheet(*six, service("svc-7"))


def test_what_is_no_service_cannot_stand_on_it() -> None:
    guidance = Guidance(id="gd-a", title={"nb": "Overdose"})
    entries = [entry(service()), entry(guidance)]  # type: ignore[arg-type]
    with pytest.raises(NotFound, match="«Overdose» er ikke et tilbud"):
        client_job(entries, words("so"), handout(), large=True, ink="colour")
    with pytest.raises(NotFound, match="tomt"):
        client_job([], words("so"), handout(), large=True, ink="colour")


def test_the_job_names_what_it_is_made_of_and_its_code_follows_the_facts() -> None:
    job = sheet(service("svc-a"), service("svc-b"), site=SITE)
    assert job.record == "national/svc-a national/svc-b"
    assert job.foot.printed == TODAY.isoformat()
    same = sheet(service("svc-a"), service("svc-b"), site=msgspec.structs.replace(SITE, note="Hei"))
    other = sheet(service("svc-a", free=False), service("svc-b"), site=SITE)
    assert job.code == same.code, "a note is no part of it"
    assert job.code != other.code


@given(st.text(max_size=80))
def test_a_hostile_name_is_one_line_that_turns_nothing(name: str) -> None:
    title = {"nb": name + "\u202e\u2067\x00\n"}
    (place,) = sheet(service(title=title), language="ar").items
    assert not set(place.title["nb"]) & set("\u202e\u2066\u2067\u2068\u2069\x00\n\r")
