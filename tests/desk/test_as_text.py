"""A sheet as plain text: the words of its job, in their order, nothing else."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from feltperm.desk.sheets.as_text import sheet_text
from feltperm.paper.forms import AlertJob, AlertLine, DayLine, TimeLine, WeekJob
from feltperm.paper.job import (
    CheckLine,
    ChecklistJob,
    Foot,
    Job,
    JobLine,
    Notice,
    SiteBox,
    with_code,
)

SITE = SiteBox(name="Bussen", address="Torget 2", phone="73 00 00 00", hours="kl. 9–15")
FOOT = Foot(
    source="Utgiver", read_on="2026-11-22", published="2026-11-25", printed="2026-11-26",
    check_by="2027-05-26",
)  # fmt: skip


def job(**changes: object) -> Job:
    """A poster of two steps in Polish with its bokmål lines, with ``changes``."""
    made = Job(
        layout="steps", record="national/ps-x", paper="a4", ink="colour", colour="red",
        languages=("pl", "nb"), title={"pl": "Tytuł", "nb": "Tittel"}, subtitle={"nb": "Under"},
        items=(
            JobLine(title={"pl": "Zadzwoń", "nb": "Ring"}, detail={"nb": "Straks"}, icon="phone"),
            JobLine(title={"pl": "Zostań", "nb": "Bli"}, icon="stay"),
        ),
        box_heading={"nb": "Her er vi"}, site=SITE, words={"phone": {"nb": "Telefon"}},
        notices=(Notice(kind="translation", text={"pl": "Szkic", "nb": "Kladd"}),), foot=FOOT,
    )  # fmt: skip
    return with_code(msgspec.structs.replace(made, **changes))


def test_text_is_the_sheet_in_its_order_one_language_after_the_other() -> None:
    made = job()
    assert sheet_text(made).splitlines() == [
        "Tytuł",
        "Under",
        "1. Zadzwoń. Straks",
        "2. Zostań",
        "Szkic",
        "",
        "Tittel",
        "Under",
        "1. Ring. Straks",
        "2. Bli",
        "Kladd",
        "",
        "Her er vi",
        "Her er vi",
        "Bussen",
        "Torget 2",
        "kl. 9–15",
        "73 00 00 00",
        "",
        "Kilde: Utgiver, lest 22.11.2026.",
        "Innhold fra 25.11.2026.",
        "Skrevet ut 26.11.2026.",
        "Kontroller på nytt innen 26.05.2027.",
        made.code,
    ]


def test_lines_of_a_list_are_not_numbered() -> None:
    assert "Zadzwoń. Straks" in sheet_text(job(layout="list")).splitlines()


def test_what_makes_a_sheet_void_is_said_before_its_lines() -> None:
    void = Notice(kind="expired", text={"nb": "Gjelder ikke."})
    lines = sheet_text(job(notices=(void,))).splitlines()
    assert lines.index("Gjelder ikke.") < lines.index("1. Zadzwoń. Straks")


def test_without_a_place_there_are_lines_to_fill_in() -> None:
    text = sheet_text(job(site=None))
    assert "Telefon: ____________" in text
    assert "Telefon" not in sheet_text(job(site=None, box_heading={}))


def test_numbers_in_an_arabic_line_run_left_to_right() -> None:
    one = JobLine(title={"ar": "اتصل بالرقم 116 117"})
    text = sheet_text(job(languages=("ar",), title={"ar": "ملصق"}, subtitle={}, items=(one,)))
    assert "\u2066116 117\u2069" in text


def test_headings_of_an_alert_stand_over_their_parts() -> None:
    shared = {name: getattr(job(), name) for name in Job.__struct_fields__}
    del shared["layout"], shared["items"]
    made = AlertJob(
        **shared,
        heads={"known": {"nb": "Dette vet vi"}, "advice": {"nb": "Gjør dette"}},
        items=(
            AlertLine(title={"nb": "Sterke tabletter"}, part="known"),
            AlertLine(title={"nb": "Ikke vær alene"}, part="advice"),
        ),
    )
    lines = sheet_text(made).splitlines()
    wanted = ["Dette vet vi", "Sterke tabletter", "Gjør dette", "Ikke vær alene"]
    assert [line for line in lines if line in wanted][:4] == wanted


def test_a_week_says_its_days_times_and_places() -> None:
    shared = {name: getattr(job(), name) for name in Job.__struct_fields__}
    del shared["layout"], shared["items"]
    time = TimeLine(hours={"nb": "kl. 9–15"}, place="Torget", note={"nb": "Med lege"})
    made = WeekJob(**shared, items=(DayLine(title={"nb": "Mandag"}, times=(time,)),))
    line = next(line for line in sheet_text(made).splitlines() if "Torget" in line)
    assert line.startswith("Mandag. kl. 9–15. ")
    assert "Med lege" in line


def test_dates_in_special_lines_are_shown_as_on_paper() -> None:

    shared = {name: getattr(job(), name) for name in Job.__struct_fields__}
    del shared["layout"], shared["items"]
    line = CheckLine(title={"nb": "Tiltak"}, responsible="Leder", due="2026-12-01", done_on="")
    text = sheet_text(ChecklistJob(**shared, items=(line,)))
    assert "Tiltak. Leder. 01.12.2026" in text
    assert date(2026, 12, 1).isoformat() not in text


@given(st.text(min_size=1, max_size=40), st.text(max_size=40))
@pytest.mark.parametrize("layout", ["steps", "list"])
def test_any_words_are_text(layout: str, title: str, detail: str) -> None:
    line = JobLine(title={"nb": title}, detail={"nb": detail})
    text = sheet_text(job(languages=("nb",), title={"nb": "T"}, items=(line,), layout=layout))
    assert title in text
    assert detail in text
