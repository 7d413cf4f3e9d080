"""From a poster in the content to a job and a file: languages, reviews, ends, checks, saving."""

from __future__ import annotations

import errno
import os
from datetime import date
from pathlib import Path
from typing import cast

import msgspec
import pytest

from feltperm.catalogue.library import Entry, Ref
from feltperm.catalogue.records import (
    Guidance,
    PackHeader,
    Poster,
    Record,
    Review,
    Source,
    Step,
    Text,
)
from feltperm.desk.sheets.print import (
    HISTORICAL,
    available_languages,
    checks,
    load_labels,
    poster_job,
    save_pdf,
)
from feltperm.errors import DiskFull, NotFound, PaperFailed, ReadOnly
from feltperm.paper.job import Job, SiteBox
from feltperm.paper.press import Press, Sheet
from feltperm.wording import Said

TODAY = date(2026, 8, 31)
HEADER = PackHeader(
    format=1, pack="national", seq=1, published="2026-11-25", publisher="F", languages=("nb",)
)
LABELS: dict[str, Text] = {
    "not_checked": {"nb": "Ikke kontrollert.", "pl": "Nie sprawdzone."},
    "not_clinically_checked": {"nb": "Ikke fagkontrollert", "pl": "Bez kontroli"},
    "not_confirmed_since": {"nb": "Ikke bekreftet etter {dato}"},
    "phone": {"nb": "Telefon", "pl": "Telefon", "so": "Telefoon"},
}
CHECKED = Review(by="Navn", role="overlege", on="2026-05-01")
SOURCES = (
    Source(publisher="Utgiver A", title="t", read_on="2026-11-22"),
    Source(publisher="Utgiver B", title="t", read_on="2026-10-01"),
)


def text(nb: str, *others: str) -> Text:
    return {"nb": nb, **{code: f"{nb} {code}" for code in others}}


GUIDANCE = Guidance(
    id="gd-sample",
    title=text("Veiledning"),
    clinical=True,
    sources=SOURCES,
    steps=(
        Step(title=text("Først", "pl", "uk", "so"), detail=text("Slik", "pl", "uk"), icon="phone"),
        Step(title=text("Så", "pl", "uk", "so")),
    ),
)
POSTER = Poster(
    id="ps-sample",
    title=text("Plakat", "pl", "uk", "so"),
    subtitle=text("Undertittel"),
    steps_from="gd-sample",
    colour="red",
)


class Content:
    """Records of one pack, found by ``pack/id``."""

    def __init__(self, *records: Record) -> None:
        self.records = {f"national/{record.id}": record for record in records}

    def __call__(self, name: str) -> Entry | None:
        record = self.records.get(name)
        return record and Entry(Ref.parse(name), record, HEADER)


def entry(record: Record, pack: str = "national") -> Entry:
    return Entry(Ref(pack, record.id), record, HEADER)


def job(
    *languages: str,
    poster: Poster = POSTER,
    guidance: Guidance = GUIDANCE,
    site: SiteBox | None = None,
    today: date = TODAY,
) -> Job:
    content = Content(guidance)
    return poster_job(entry(poster), content, site, languages, "a4", "colour", today, LABELS)


def kinds(made: Job) -> list[str]:
    return [notice.kind for notice in made.notices]


def changed(record: Record, **fields: object) -> Guidance:
    return cast(Guidance, msgspec.structs.replace(record, **fields))


def changed_poster(**fields: object) -> Poster:
    return cast(Poster, msgspec.structs.replace(POSTER, **fields))


def test_steps_come_from_the_guidance() -> None:
    made = job("nb")
    assert [line.title for line in made.items] == [{"nb": "Først"}, {"nb": "Så"}]
    assert made.items[0].icon == "phone"
    assert made.record == "national/ps-sample"


def test_poster_may_hold_its_own_steps() -> None:
    own = changed_poster(steps_from="", items=(Step(title=text("Egen")),), sources=SOURCES)
    assert job("nb", poster=own).items[0].title == {"nb": "Egen"}
    assert kinds(job("nb", poster=own)) == []


def test_another_pack_cannot_change_the_steps_of_a_poster() -> None:
    with pytest.raises(NotFound):
        poster_job(
            entry(POSTER, "other"), Content(GUIDANCE), None, ["nb"], "a4", "colour", TODAY, LABELS
        )


@pytest.mark.parametrize(
    ("poster", "guidance"),
    [
        (changed_poster(steps_from="gd-missing"), GUIDANCE),
        (changed_poster(steps_from=""), GUIDANCE),
        (POSTER, changed(GUIDANCE, steps=())),
    ],
)
def test_poster_without_steps_is_not_found(poster: Poster, guidance: Guidance) -> None:
    with pytest.raises(NotFound):
        job("nb", poster=poster, guidance=guidance)


def test_guidance_is_not_a_poster() -> None:
    with pytest.raises(NotFound, match="ikke en plakat"):
        available_languages(entry(GUIDANCE), Content())


def test_language_with_a_blank_step_is_not_offered() -> None:
    assert available_languages(entry(POSTER), Content(GUIDANCE)) == ("nb", "pl", "uk")
    with pytest.raises(NotFound, match="Plakaten finnes ikke på somali ennå"):
        job("so")


def test_unreviewed_translation_prints_with_bokmaal_and_says_so_in_both() -> None:
    made = job("pl")
    assert made.languages == ("pl", "nb")
    assert made.items[0].title == {"pl": "Først pl", "nb": "Først"}
    assert made.notices[-1].kind == "translation"
    assert set(made.notices[-1].text) == {"pl", "nb"}


def test_reviewed_translation_stands_alone() -> None:
    reviewed = changed(GUIDANCE, reviewed={"nb": CHECKED, "pl": CHECKED})
    made = job("pl", guidance=reviewed)
    assert made.languages == ("pl",)
    assert kinds(made) == []


def test_clinical_bokmaal_without_a_reviewer_says_so() -> None:
    assert kinds(job("nb")) == ["unreviewed"]
    assert kinds(job("nb", guidance=changed(GUIDANCE, reviewed={"nb": CHECKED}))) == []
    assert kinds(job("nb", guidance=changed(GUIDANCE, clinical=False))) == []


def test_chosen_order_decides_what_stands_large() -> None:
    assert job("nb", "pl").languages == ("nb", "pl")
    assert job("pl", "nb", "pl").languages == ("pl", "nb")


def test_two_unreviewed_translations_leave_no_room_for_bokmaal() -> None:
    with pytest.raises(PaperFailed, match="plass til to språk"):
        job("pl", "uk")


def test_wording_of_other_languages_does_not_change_the_sheet() -> None:
    other = changed_poster(title={**POSTER.title, "en": "Another"})
    assert job("nb", poster=other) == job("nb")


def test_blank_subtitle_falls_back_to_bokmaal() -> None:
    assert job("pl").subtitle == {"nb": "Undertittel"}


def test_foot_names_the_first_publisher_and_the_oldest_reading() -> None:
    foot = job("nb").foot
    assert (foot.source, foot.read_on) == ("Utgiver A m.fl.", "2026-10-01")
    assert (foot.published, foot.printed) == ("2026-11-25", "2026-08-31")


@pytest.mark.parametrize(
    ("today", "end", "check_by"),
    [
        (date(2026, 8, 31), "", "2027-02-28"),
        (date(2027, 8, 31), "", "2028-02-29"),
        (date(2026, 12, 1), "", "2027-06-01"),
        (date(2026, 8, 31), "2026-10-15", "2026-10-15"),
    ],
)
def test_sheet_is_checked_at_its_end_or_after_half_a_year(
    today: date, end: str, check_by: str
) -> None:
    made = job("nb", guidance=changed(GUIDANCE, valid_until=end), today=today)
    assert made.foot.check_by == check_by


def test_earlier_of_two_ends_counts() -> None:
    made = job(
        "nb",
        poster=changed_poster(valid_until="2026-09-01"),
        guidance=changed(GUIDANCE, valid_until="2026-12-01"),
    )
    assert made.foot.check_by == "2026-09-01"


def test_the_last_day_of_a_poster_is_still_valid() -> None:
    last = changed_poster(valid_until=TODAY.isoformat())
    assert "expired" not in kinds(job("nb", poster=last))


def test_checks_stand_worst_first() -> None:
    made = job(
        "pl",
        poster=changed_poster(valid_until="2026-07-01"),
        guidance=changed(GUIDANCE, needs_check=True),
    )
    assert checks(made) == (
        "Gjelder ikke etter 1. juli 2026.",
        "Opplysningene er ikke bekreftet.",
        "Teksten er ikke fagkontrollert.",
        "Oversettelsen er ikke kontrollert.",
    )
    assert {"nb": "Ikke bekreftet etter 01.10.2026"} in [notice.text for notice in made.notices]
    assert checks(job("nb", guidance=changed(GUIDANCE, clinical=False))) == ()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"status": "historical"}, HISTORICAL),
        ({"valid_until": "2026-08-30"}, "Gjelder ikke etter 30. august 2026."),
    ],
)
def test_why_a_sheet_is_void_is_told_in_any_language_and_printed_in_its_own(
    change: dict[str, str], said: str
) -> None:
    made = job("nb", guidance=changed(GUIDANCE, **change))
    why = checks(made)[0]
    assert why == said
    assert isinstance(why, Said)
    (printed,) = [one.text for one in made.notices if one.kind == "expired"]
    assert {code: type(words) for code, words in printed.items()} == {"nb": str}


def test_unconfirmed_number_is_named_as_such() -> None:
    numbers = changed_poster(
        steps_from="", items=(Step(title=text("Noen: 22 40 00 40")),), needs_check=True
    )
    assert checks(job("nb", poster=numbers)) == ("Telefonnummeret er ikke bekreftet.",)


def test_historical_poster_prints_with_a_band() -> None:
    assert checks(job("nb", poster=changed_poster(status="historical")))[0].startswith("Historisk")


def test_labels_are_read_as_they_are_compiled(tmp_path: Path) -> None:
    path = tmp_path / "labels.json"
    path.write_text('{"format":"1","labels":{"phone":{"text":{"nb":"Telefon"},"status":{}}}}')
    assert load_labels(path) == {"phone": {"nb": "Telefon"}}


class Printed:
    """As much of a press as saving needs; the real one is tested in its own room."""

    def set(self, _job: Job) -> Sheet:
        return Sheet(b"%PDF-new", (), 0.0)


PRESS = cast(Press, Printed())


def test_saving_replaces_the_file_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "plakat.pdf"
    target.write_bytes(b"old")
    assert save_pdf(PRESS, job("nb"), target) == target
    assert target.read_bytes() == b"%PDF-new"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(
    ("number", "condition"),
    [(errno.ENOSPC, DiskFull), (errno.EROFS, ReadOnly), (errno.EACCES, ReadOnly)],
)
def test_failed_saving_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, condition: type[Exception]
) -> None:
    target = tmp_path / "plakat.pdf"
    target.write_bytes(b"old")

    def refuse(_descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(condition):
        save_pdf(PRESS, job("nb"), target)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_saving_into_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="Mappen finnes ikke"):
        save_pdf(PRESS, job("nb"), tmp_path / "borte" / "plakat.pdf")
    with pytest.raises((NotFound, ReadOnly)):
        save_pdf(PRESS, job("nb"), tmp_path)


@pytest.mark.parametrize(("day", "unsure"), [("2027-10-01", False), ("2027-12-01", True)])
def test_a_sheet_says_that_nobody_has_looked_for_a_year(day: str, unsure: bool) -> None:
    fresh = msgspec.structs.replace(GUIDANCE, needs_check=False, valid_until="")
    poster = msgspec.structs.replace(POSTER, needs_check=False, valid_until="")
    job = poster_job(
        entry(poster), Content(fresh), None, ["nb"], "a4", "colour", date.fromisoformat(day), LABELS
    )
    assert ("unconfirmed" in [notice.kind for notice in job.notices]) is unsure
