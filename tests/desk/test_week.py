"""The week of a service as a sheet: its days, what is not settled, Easter, and every language."""

from __future__ import annotations

from datetime import date
from typing import cast

import msgspec
import pytest

from feltperm.catalogue.library import Entry, Ref
from feltperm.catalogue.records import (
    Address,
    PackHeader,
    Phone,
    Poster,
    Schedule,
    ScheduleException,
    Service,
    Source,
    Text,
)
from feltperm.catalogue.vocabulary import Offer
from feltperm.desk.sheets.week import MOST_OFFERS, next_periods, week_job, week_languages
from feltperm.desk.sheets.words import SheetWords
from feltperm.errors import NotFound, PaperFailed
from feltperm.paper.forms import WeekJob
from feltperm.paper.job import SiteBox

TODAY = date(2026, 11, 26)
HOLIDAYS = {
    "2026-12-25": "Første juledag",
    "2027-01-01": "Første nyttårsdag",
    "2027-03-25": "Skjærtorsdag",
    "2027-03-26": "Langfredag",
    "2027-03-28": "Første påskedag",
    "2027-03-29": "Andre påskedag",
}
EASTER = "2027-03-21"
HEADER = PackHeader(
    format=1, pack="national", seq=1, published="2026-11-25", publisher="F", languages=("nb",)
)
NAMES = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
LABELS: dict[str, Text] = {
    **{
        f"day.{day}": {"nb": name, "pl": f"{name}-pl"}
        for day, name in zip(("MO", "TU", "WE", "TH", "FR", "SA", "SU"), NAMES, strict=True)
    },
    "closed": {"nb": "Stengt", "pl": "Zamknięte"},
    "open_24h": {"nb": "Åpent hele døgnet", "pl": "Całą dobę"},
    "every_day": {"nb": "Hver dag", "pl": "Codziennie"},
    "opening_hours": {"nb": "Åpningstid", "pl": "Godziny otwarcia", "so": "Saacadaha"},
    "public_holidays": {"nb": "Helligdager", "pl": "Święta"},
    "from_to": {"nb": "kl. {fra}–{til}", "pl": "{fra}–{til}"},
    "not_checked": {"nb": "Ikke kontrollert."},
    "not_clinically_checked": {"nb": "Ikke fagkontrollert"},
    "not_confirmed_since": {"nb": "Ikke bekreftet etter {dato}"},
}
UNSETTLED = "Ikke avklart. Ring før du går."
PHRASES: dict[str, Text] = {
    "ops.not_settled": {"nb": UNSETTLED, "pl": "Nie ustalono."},
    "ops.as_usual": {"nb": "Åpent som vanlig", "pl": "Jak zwykle"},
    "ops.hours_changed": {"nb": "Endret åpningstid", "pl": "Zmiana godzin"},
    "ops.temp_closed": {"nb": "Midlertidig stengt", "pl": "Tymczasowo zamknięte"},
}
OFFERS = {
    name: Offer({"nb": name}, "lucide", "bandage") for name in map("offer{}".format, range(9))
}
WORDS = SheetWords(lambda: LABELS, lambda: PHRASES, lambda: OFFERS)
POSTER = Poster(
    id="ps-week",
    title={"nb": "Her finner du oss"},
    subtitle={"nb": "Faste steder"},
    colour="brown",
    forms=("week",),
)
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR")
OPEN = Schedule(opens_at="09:00", closes_at="15:00", byday=WEEKDAYS)
SERVICE = Service(
    id="svc-sample",
    title={"nb": "Feltpleien"},
    schedules=(OPEN,),
    addresses=(Address(line="Gata 1", postcode="7010", city="Trondheim"),),
    phones=(Phone(number="73000000", display="73 00 00 00"),),
    sources=(Source(publisher="U", title="t", read_on="2026-11-22"),),
)


def entry(record: Service | Poster) -> Entry:
    return Entry(Ref("national", record.id), record, HEADER)


def service(*schedules: Schedule, **changes: object) -> Service:
    return cast(Service, msgspec.structs.replace(SERVICE, schedules=schedules, **changes))


def job(
    *services: Service,
    languages: tuple[str, ...] = ("nb",),
    site: SiteBox | None = None,
    period: str = "",
    today: date = TODAY,
    poster: Poster = POSTER,
) -> WeekJob:
    entries = [entry(one) for one in services or (SERVICE,)]
    return week_job(
        entry(poster), entries, WORDS, site, languages, "a4", "colour", today, HOLIDAYS, period
    )


def lines(made: WeekJob) -> list[tuple[str, ...]]:
    """Each day with its times: «day», then «hours», «hours · place» or «hours · note»."""
    return [
        (
            " ".join(filter(None, (day.title["nb"], day.detail.get("nb", "")))),
            *(
                " · ".join(filter(None, (one.hours["nb"], one.place, one.note.get("nb", ""))))
                for one in day.times
            ),
        )
        for day in made.items
    ]


def open_on(*days: str, opens: str = "09:00", closes: str = "15:00", **more: object) -> Schedule:
    return Schedule(opens_at=opens, closes_at=closes, byday=days, **more)  # type: ignore[arg-type]


def test_days_alike_share_a_line_and_the_rest_have_their_own() -> None:
    made = job(
        service(
            open_on("MO", "TU", "WE"), open_on("TH", "FR", opens="18:00", closes="02:00"),
            open_on("SA", opens="10:00", closes="13:30"),
        )
    )  # fmt: skip
    assert lines(made) == [
        ("Mandag–onsdag", "kl. 9–15"),
        ("Torsdag", "kl. 18–2"),
        ("Fredag", "kl. 18–2"),
        ("Lørdag", "kl. 10–13.30"),
        ("Helligdager", UNSETTLED),
    ]
    assert made.where == ("Feltpleien", "Gata 1")


def test_several_times_a_day_stand_below_each_other_with_what_there_is() -> None:
    doctor = open_on("WE", opens="12:30", description={"nb": "Lege til stede"})
    assert lines(job(service(OPEN, doctor)))[2] == (
        "Onsdag", "kl. 9–15", "kl. 12.30–15 · Lege til stede",
    )  # fmt: skip


def test_every_day_and_all_night_are_said_in_words() -> None:
    made = job(
        service(open_on(*WEEKDAYS, "SA", "SU", opens="00:00", closes="24:00", holidays="as_usual"))
    )
    assert lines(made) == [
        ("Hver dag", "Åpent hele døgnet"),
        ("Helligdager", "Åpent som vanlig"),
    ]


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        (("closed", "closed"), "Stengt"),
        (("as_usual", "as_usual"), "Åpent som vanlig"),
        ((None, "closed"), UNSETTLED),
        (("as_usual", "closed"), UNSETTLED),
    ],
)
def test_a_public_holiday_is_not_a_closing_time(rules: tuple[str | None, ...], said: str) -> None:
    made = job(service(*(open_on("MO", holidays=rule) for rule in rules)))
    assert lines(made)[-1] == ("Helligdager", said)


def test_places_stand_at_the_times_where_there_is_more_than_one() -> None:
    made = job(service(open_on("MO", place="Torget"), open_on("TU", place="Stasjonen")))
    assert lines(made)[:2] == [
        ("Mandag", "kl. 9–15 · Torget"),
        ("Tirsdag", "kl. 9–15 · Stasjonen"),
    ]
    assert made.where == ()


def test_of_several_services_each_time_says_whose_it_is() -> None:
    other = service(open_on("MO", opens="18:00", closes="20:00"), title={"nb": "Bussen"})
    other = msgspec.structs.replace(other, id="svc-bus", addresses=())
    made = job(service(open_on("MO")), other)
    assert lines(made)[0] == ("Mandag", "kl. 9–15 · Feltpleien, Gata 1", "kl. 18–20 · Bussen")
    assert made.record == "national/ps-week national/svc-sample national/svc-bus"
    assert made.contact is None


def test_what_is_over_or_has_not_begun_is_left_out() -> None:
    made = job(
        service(OPEN, open_on("SA", valid_to="2026-08-31"), open_on("SU", valid_from="2027-05-01"))
    )
    assert [line[0] for line in lines(made)] == ["Mandag–fredag", "Helligdager"]


def test_coming_dates_and_closures_stand_below_the_week() -> None:
    closed = ScheduleException(date="2027-07-01", until="2027-07-31", closed=True)
    past = ScheduleException(date="2026-07-01", until="2026-07-31", closed=True)
    bus = Schedule(opens_at="10:00", closes_at="14:00", dates=("2026-11-20", "2026-12-03"))
    made = job(service(msgspec.structs.replace(OPEN, exceptions=(past, closed)), bus))
    assert lines(made)[1:] == [
        ("03.12.2026", "kl. 10–14"),
        ("01.07.2027–31.07.2027", "Stengt"),
        ("Helligdager", UNSETTLED),
    ]


def easter(*exceptions: ScheduleException, **rule: object) -> list[tuple[str, ...]]:
    changed = msgspec.structs.replace(OPEN, exceptions=exceptions, **rule)
    return lines(job(service(changed), period=EASTER))


def test_easter_says_of_every_day_what_is_known() -> None:
    assert easter(
        ScheduleException(date="2027-03-22", closed=False),
        ScheduleException(date="2027-03-24"),
        ScheduleException(date="2027-03-25", opens_at="11:00", closes_at="14:00"),
        ScheduleException(date="2027-03-26", closed=True),
        ScheduleException(date="2027-03-27", opens_at="12:00", closes_at="13:00"),
    ) == [
        ("Palmesøndag 21. mars", "Stengt"),
        ("Mandag 22. mars", "kl. 9–15 · Åpent som vanlig"),
        ("Tirsdag 23. mars", "kl. 9–15"),
        ("Onsdag 24. mars", UNSETTLED),
        ("Skjærtorsdag 25. mars", "kl. 11–14"),
        ("Langfredag 26. mars", "Stengt"),
        ("Påskeaften 27. mars", "kl. 12–13"),
        ("Første påskedag 28. mars", "Stengt"),
        ("Andre påskedag 29. mars", UNSETTLED),
    ]


@pytest.mark.parametrize(
    ("rule", "said"), [("closed", "Stengt"), ("as_usual", "kl. 9–15"), (None, UNSETTLED)]
)
def test_a_holiday_nobody_spoke_of_follows_the_record(rule: str | None, said: str) -> None:
    assert easter(holidays=rule)[-1] == ("Andre påskedag 29. mars", said)


@pytest.mark.parametrize(
    ("rule", "said"), [("closed", UNSETTLED), ("as_usual", "kl. 9–15"), (None, UNSETTLED)]
)
def test_on_an_eve_the_hours_of_the_week_settle_nothing(rule: str | None, said: str) -> None:
    weekdays = open_on("MO", "TU", "WE", "TH", "FR", holidays=rule)
    told = dict(lines(job(service(weekdays), period="2026-12-24")))
    assert (told["Julaften 24. desember"], told["Nyttårsaften 31. desember"]) == (said, said)
    assert told["Mandag 28. desember"] == "kl. 9–15"
    eve = ScheduleException(date="2026-12-24", opens_at="10:00", closes_at="12:00")
    settled = msgspec.structs.replace(weekdays, exceptions=(eve,))
    told = dict(lines(job(service(settled), period="2026-12-24")))
    assert told["Julaften 24. desember"] == "kl. 10–12"


def test_a_doctors_hours_do_not_settle_those_of_the_place() -> None:
    unsettled = msgspec.structs.replace(OPEN, exceptions=(ScheduleException(date="2027-03-24"),))
    doctor = open_on("WE", opens="12:30", description={"nb": "Lege"})
    made = job(service(unsettled, doctor), period=EASTER)
    assert lines(made)[3] == ("Onsdag 24. mars", "kl. 12.30–15 · Lege", UNSETTLED)


def test_an_easter_sheet_comes_down_when_easter_is_over() -> None:
    made = job(period=EASTER)
    assert made.title == {"nb": "Endret åpningstid"}
    assert made.subtitle == {"nb": "Påske, 21. mars–29. mars 2027"}
    assert made.foot.check_by == "2027-03-29"
    assert not any(one.kind == "expired" for one in made.notices)
    over = job(period=EASTER, today=date(2027, 3, 30))
    assert [one.text["nb"] for one in over.notices if one.kind == "expired"] == [
        "Gjelder ikke etter 29. mars 2027."
    ]


def test_the_next_easter_and_christmas_are_those_not_yet_over() -> None:
    assert [one.name for one in next_periods(HOLIDAYS, TODAY)] == ["Jul", "Påske"]
    assert next_periods(HOLIDAYS, date(2027, 3, 29))[0].name == "Påske"
    assert next_periods(HOLIDAYS, date(2027, 3, 30))[0].name == "Jul"


@pytest.mark.parametrize("period", ["2027-03-22", "påske", "", "0000-01-01", "9999-99-99"])
def test_a_period_that_does_not_exist_is_said(period: str) -> None:
    if not period:
        assert job(period=period).period == ""
        return
    with pytest.raises(NotFound, match="Fant ikke helligdagene"):
        job(period=period)


def test_a_language_is_offered_when_every_fixed_word_is_known() -> None:
    assert week_languages(WORDS) == ("nb", "pl")
    with pytest.raises(NotFound, match="finnes ikke på somali"):
        job(languages=("so",))


def test_a_translation_stands_beside_bokmaal_and_falls_back_visibly() -> None:
    made = job(service(open_on("MO", description={"nb": "Lege"})), languages=("pl",))
    assert made.languages == ("pl", "nb")
    assert made.title == {"pl": "Godziny otwarcia", "nb": "Her finner du oss"}
    assert made.items[0].title == {"pl": "Mandag-pl", "nb": "Mandag"}
    assert made.items[0].times[0].hours == {"pl": "09:00–15:00"}
    assert made.items[0].times[0].note == {"nb": "Lege"}
    assert made.subtitle == {}
    assert "translation" in [one.kind for one in made.notices]


def test_two_translations_leave_no_room_for_bokmaal() -> None:
    labels = {name: {**text, "en": "x"} for name, text in LABELS.items()}
    phrases = {name: {**text, "en": "x"} for name, text in PHRASES.items()}
    words = SheetWords(lambda: labels, lambda: phrases, lambda: {})
    with pytest.raises(PaperFailed, match="plass til to språk"):
        week_job(
            entry(POSTER), [entry(SERVICE)], words, None, ("pl", "en"), "a4", "colour", TODAY,
            HOLIDAYS, "",
        )  # fmt: skip


def test_the_box_is_the_users_place_or_that_of_the_service() -> None:
    own = SiteBox(name="Vårt sted", phone="22 22 22 22")
    assert job(site=own).site == own
    assert job(site=own).contact is None
    assert job().site is None
    assert job().contact == SiteBox(
        name="Feltpleien", address="Gata 1, 7010 Trondheim", phone="73 00 00 00"
    )


def test_a_row_of_offers_has_room_for_six_and_easter_for_none() -> None:
    many = service(OPEN, offers=(*OFFERS, "unknown"))
    assert len(job(many).offers) == MOST_OFFERS
    assert job(many).offers[0].icon == "bandage"
    assert job(many, period=EASTER).offers == ()


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("historical", "Historisk. Ikke bruk tidene i dag."),
        ("temporarily_closed", "Midlertidig stengt"),
    ],
)
def test_what_is_closed_says_so_across_the_sheet(status: str, said: str) -> None:
    made = job(service(OPEN, status=status))
    assert [one.text["nb"] for one in made.notices if one.kind == "expired"] == [said]


def test_unconfirmed_times_say_so() -> None:
    made = job(service(OPEN, needs_check=True))
    assert {"nb": "Ikke bekreftet etter 22.11.2026"} in [one.text for one in made.notices]


def test_a_service_without_fixed_times_is_said() -> None:
    with pytest.raises(NotFound, match="«Feltpleien» har ingen faste tider"):
        job(service())
    with pytest.raises(NotFound, match="Velg et tilbud"):
        week_job(
            entry(POSTER), [], WORDS, None, ("nb",), "a4", "colour", TODAY, HOLIDAYS, ""
        )  # fmt: skip
    with pytest.raises(NotFound, match="ingen faste tider å vise"):
        job(service(open_on("MO", valid_to="2020-01-01")))


def test_a_sheet_is_looked_at_again_when_its_times_end() -> None:
    assert job(service(open_on("MO", valid_to="2026-12-20"))).foot.check_by == "2026-12-20"
    assert job().foot.check_by == "2027-05-26"
