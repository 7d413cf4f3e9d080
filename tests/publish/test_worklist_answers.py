"""The answers that come back: what they write, what they leave alone, and what is refused."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import msgspec
import pytest
from worklist_sample import (
    COLUMNS,
    TODAY,
    filled,
    geography,
    make_places,
    record,
    rows_of,
    saved,
    source_file,
    worklist,
)

from feltperm.catalogue.records import Address, Organisation, Phone, Schedule, Service
from feltperm.paths import resource
from feltperm_publish.edit import CannotEdit
from feltperm_publish.sources import read_sources
from feltperm_publish.worklist.answers import Reading, read_answers
from feltperm_publish.worklist.records import edited, read_files, replace
from feltperm_publish.worklist.select import lines_of
from feltperm_publish.worklist.table import ListChanged, read_table, write_table

DAY = "25.11.2026"
#: Lines of the sample by the number that the spreadsheet gives them.
SAMPLE, DUE, OVERDUE, QUIET, ORG = 6, 3, 2, 7, 5

Console = pytest.CaptureFixture[str]


@pytest.fixture
def resources(tmp_path: Path) -> Path:
    return make_places(tmp_path)


def listed(resources: Path) -> list[list[str]]:
    out = resources.parent / "ny.csv"
    worklist(resources, "--out", str(out))
    data = out.read_bytes()
    out.unlink()
    return rows_of(data)


def take_back(resources: Path, rows: list[list[str]], *words: str, encoding: str = "cp1252") -> int:
    answers = resources.parent / "svar.csv"
    answers.write_bytes(saved(rows, encoding))
    return worklist(resources, "--answers", str(answers), *words)


def answer(resources: Path, name: str, *words: str, **answers: str) -> int:
    """Fill in one line of a new list and take it back."""
    rows = listed(resources)
    filled(rows, name, **answers)
    return take_back(resources, rows, *words)


def judged(resources: Path, name: str, **answers: str) -> Reading:
    rows = listed(resources)
    filled(rows, name, **answers)
    files = read_files(resources, read_sources(resources))
    records = {name: file.record for name, file in files.items()}
    return read_answers(read_table(saved(rows)), records, geography(resources), TODAY)


def snapshot(resources: Path) -> dict[str, bytes]:
    return {str(p): p.read_bytes() for p in sorted((resources / "catalogue").rglob("*.*"))}


def text_of(resources: Path, name: str = "svc-sample") -> str:
    return source_file(resources, name).data.decode()


# --- what is written ------------------------------------------------------------------------------


def test_yes_confirms_and_touches_two_lines(resources: Path) -> None:
    before, old = snapshot(resources), text_of(resources)
    assert answer(resources, "svc-sample", "--apply", right="ja", day=DAY) == 0
    confirmed = old.replace("needs_check: true\n", "").replace(
        "read_on: 2026-11-22}\n", "read_on: 2026-11-22}\nverified_on: '2026-11-25'\n"
    )
    assert text_of(resources) == confirmed
    changed = [name for name, data in snapshot(resources).items() if before[name] != data]
    assert [Path(name).name for name in changed] == ["svc-sample.md"]


def test_nothing_is_written_without_being_asked_to(resources: Path, capsys: Console) -> None:
    before = snapshot(resources)
    assert answer(resources, "svc-sample", right="ja", day=DAY) == 0
    assert snapshot(resources) == before
    assert capsys.readouterr().out.splitlines()[1:] == [
        f"rad {SAMPLE}: Prøvestedet (catalogue/services/svc-sample.md)",
        "  bekreftet: ikke oppgitt → 25.11.2026",
        "  må bekreftes: ja → nei",
        "1 post kan rettes. Skriv dem med --apply.",
    ]


def test_new_facts_are_shown_old_and_new_and_count_as_confirmed(
    resources: Path, capsys: Console
) -> None:
    answers = {
        "phone": "22 40 00 50; 02800 (kveld)",
        "address": "Prøvegata 2, inngang B, 0155 Oslo",
        "hours": "man–tor 9–15; fre 10-14.30",
        "day": "2026-11-25",
        "note": "snakket med vakten",
    }
    assert answer(resources, "svc-sample", "--apply", **answers) == 0
    assert capsys.readouterr().out.splitlines()[1:] == [
        f"rad {SAMPLE}: Prøvestedet (catalogue/services/svc-sample.md)",
        "  telefon: 22 40 00 40; 02800 (kveld) → 22 40 00 50; 02800 (kveld)",
        "  adresse: Prøvegata 1, Oslo → Prøvegata 2, inngang B, 0155 Oslo",
        "  åpningstid: mandag–fredag kl. 9–15, Kafé → "
        "mandag–torsdag kl. 9–15, Kafé; fredag kl. 10–14.30, Kafé",
        "  bekreftet: ikke oppgitt → 25.11.2026",
        "  må bekreftes: ja → nei",
        "  merknad: snakket med vakten",
        "1 post rettet.",
    ]
    became = source_file(resources, "svc-sample").record
    assert isinstance(became, Service)
    assert became.phones == (
        Phone(number="22400050"), Phone(number="02800", note={"nb": "kveld"}),
    )  # fmt: skip
    assert became.addresses == (
        Address(line="Prøvegata 2, inngang B", postcode="0155", city="Oslo"),
    )
    assert became.schedules == (
        Schedule(byday=("MO", "TU", "WE", "TH"), opens_at="09:00", closes_at="15:00",
                 description={"nb": "Kafé"}),
        Schedule(byday=("FR",), opens_at="10:00", closes_at="14:30", description={"nb": "Kafé"}),
    )  # fmt: skip
    assert (became.verified_on, became.needs_check) == ("2026-11-25", False)


def test_lines_nobody_asked_about_stay_byte_for_byte(resources: Path) -> None:
    path = source_file(resources, "svc-sample").path
    path.write_bytes(("\ufeff" + text_of(resources).replace("\n", "\r\n") + "Brødtekst.").encode())
    old = text_of(resources)
    assert answer(resources, "svc-sample", "--apply", hours="døgnåpent", day=DAY) == 0
    hours = """\
schedules:
  - byday: MO-SU
    opens_at: '00:00'
    closes_at: '24:00'
    holidays: as_usual
    description: Kafé
"""
    head, tail = old.partition("schedules:")[0], old.partition("description: Kafé\r\n")[2]
    tail = tail.replace("needs_check: true\r\n", "")
    tail = tail.replace("---\r\n", "verified_on: '2026-11-25'\r\n---\r\n")
    assert text_of(resources) == head + hours.replace("\n", "\r\n") + tail


def test_hours_that_stood_in_words_give_way_to_days_and_times(
    resources: Path, capsys: Console
) -> None:
    assert answer(resources, "svc-overdue", "--apply", hours="tir 10-12", day=DAY) == 0
    assert "  åpningstid i ord: Kontortid. → tas bort" in capsys.readouterr().out.splitlines()
    became = source_file(resources, "svc-overdue").record
    assert isinstance(became, Service)
    assert became.hours == {}
    assert became.schedules == (Schedule(byday=("TU",), opens_at="10:00", closes_at="12:00"),)


def test_closed_down_becomes_historical_and_keeps_its_facts(
    resources: Path, capsys: Console
) -> None:
    old = source_file(resources, "org-sample").record
    assert answer(resources, "org-sample", "--apply", closed="Ja", day=DAY, right="nei") == 0
    expected = msgspec.structs.replace(old, status="historical", valid_until="2026-11-25")
    assert source_file(resources, "org-sample").record == expected
    assert "  status: i drift → nedlagt" in capsys.readouterr().out


def test_organisation_gets_phone_and_address(resources: Path) -> None:
    new = {"phone": "+47 22 40 00 51", "address": "Storgata 1, 0155 Oslo", "day": DAY}
    assert answer(resources, "org-sample", "--apply", right="nei", **new) == 0
    became = source_file(resources, "org-sample").record
    assert isinstance(became, Organisation)
    assert became.phones == (Phone(number="22400051"),)
    assert became.addresses == (Address(line="Storgata 1", postcode="0155", city="Oslo"),)


def test_good_rows_are_taken_where_others_are_refused(resources: Path, capsys: Console) -> None:
    rows = listed(resources)
    filled(rows, "svc-due", right="ja", day=DAY)
    filled(rows, "svc-quiet", right="ja")
    assert take_back(resources, rows, "--apply") == 1
    assert source_file(resources, "svc-due").record.verified_on == "2026-11-25"
    assert source_file(resources, "svc-quiet").record.verified_on == ""
    said = capsys.readouterr()
    assert said.out.splitlines()[-2:] == [
        "1 post rettet.",
        "1 rad ble ikke tatt med. Rett og kjør på nytt.",
    ]
    assert said.err.splitlines() == [f"rad {QUIET}, kolonne «dato»: Skriv dagen da noen svarte."]


def test_the_same_list_can_be_taken_back_again(resources: Path, capsys: Console) -> None:
    rows = listed(resources)
    filled(rows, "svc-sample", phone="22400050; 02800", hours="man 9-15", day=DAY)
    filled(rows, "svc-overdue", hours="man 9-15", day=DAY)
    filled(rows, "org-sample", closed="ja", day=DAY)
    at = filled(rows, "svc-quiet", right="ja")
    assert take_back(resources, rows, "--apply") == 1
    before = snapshot(resources)
    rows[at - 1][rows[0].index("dato")] = DAY
    capsys.readouterr()
    assert take_back(resources, rows, "--apply") == 0
    changed = [name for name, data in snapshot(resources).items() if before[name] != data]
    assert [Path(name).name for name in changed] == ["svc-quiet.md"]
    assert "3 rader var ført inn fra før." in capsys.readouterr().out


def test_empty_list_changes_nothing(resources: Path, capsys: Console) -> None:
    before = snapshot(resources)
    rows = listed(resources)
    assert take_back(resources, rows, "--apply") == 0
    assert snapshot(resources) == before
    capsys.readouterr()
    assert take_back(resources, rows) == 0
    assert capsys.readouterr().out == "Ingenting å rette.\n"


def test_a_remark_alone_is_passed_on(resources: Path, capsys: Console) -> None:
    before = snapshot(resources)
    assert answer(resources, "svc-due", "--apply", note="ringte, \x1b[31mingen svarte") == 0
    assert f"rad {DUE}, merknad: ringte,  [31mingen svarte" in capsys.readouterr().out
    assert snapshot(resources) == before


@pytest.mark.parametrize("day", ["25.11.2026", "25.11.26", "25/11/2026", "2026-11-25", "26.11."])
def test_dates_are_read_as_people_write_them(resources: Path, day: str) -> None:
    (change,) = judged(resources, "svc-due", right="ja", day=day).changes
    assert change.fields["verified_on"] == ("2026-11-26" if day == "26.11." else "2026-11-25")


def test_a_note_may_hold_a_semicolon(tmp_path: Path) -> None:
    text = record(
        "title: A", "area: {country: true}",
        "phones: [{number: '22400040', note: 'dag; ikke natt'}, '116117']",
    )  # fmt: skip
    resources = make_places(tmp_path, **{"services/svc-note.md": text})
    phone = "22 40 00 40 (dag; ikke natt); 116 111"
    (change,) = judged(resources, "svc-note", phone=phone, day=DAY).changes
    assert change.fields["phones"] == (
        Phone(number="22400040", note={"nb": "dag; ikke natt"}), Phone(number="116111"),
    )  # fmt: skip


def test_an_address_that_is_repeated_stays_as_it_was(tmp_path: Path) -> None:
    lines = "addresses: [{line: Øst, city: Oslo}, {line: Vest, city: Oslo}]"
    text = record("title: A", "area: {country: true}", lines)
    resources = make_places(tmp_path, **{"services/svc-both.md": text})
    address = "Øst, Oslo; Vestgata 1, 0155 Oslo"
    (change,) = judged(resources, "svc-both", address=address, day=DAY).changes
    assert change.fields["addresses"] == (
        Address(line="Øst", city="Oslo"), Address(line="Vestgata 1", postcode="0155", city="Oslo"),
    )  # fmt: skip


# --- what is refused ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "answers", "column", "why"),
    [
        ("svc-due", {"right": "ja"}, "day", "Skriv dagen"),
        ("svc-due", {"right": "ja", "day": "i går"}, "day", "«i går» er ingen dato"),
        ("svc-due", {"right": "ja", "day": "31.11.2026"}, "day", "«31.11.2026» er ingen dato"),
        ("svc-due", {"right": "ja", "day": "11/24/2026"}, "day", "ingen dato"),
        ("svc-due", {"right": "ja", "day": "27.11.2026"}, "day", "27.11.2026 har ikke vært ennå"),
        ("svc-due", {"right": "ja", "day": "25.11"}, "day", "Skriv datoen med år"),
        ("svc-sample", {"right": "ja", "day": "21.11.2026"}, "day", "bekreftet senere, 22.11"),
        ("svc-due", {"right": "jepp", "day": DAY}, "right", "«jepp» er ikke forstått"),
        ("svc-due", {"closed": "x", "day": DAY}, "closed", "«x» er ikke forstått"),
        ("svc-due", {"day": DAY}, "right", "ikke noe svar"),
        ("svc-due", {"closed": "nei", "day": DAY}, "right", "ikke noe svar"),
        ("svc-due", {"right": "nei", "day": DAY}, "right", "Skriv hva som er nytt"),
        ("svc-due", {"right": "ja", "phone": "22400050", "day": DAY}, "right", "«ny telefon»"),
        ("svc-due", {"right": "ja", "closed": "ja", "day": DAY}, "right", "«nedlagt (ja)»"),
        ("svc-due", {"closed": "ja", "hours": "man 9-15", "day": DAY}, "closed", "«nye tider»"),
        ("svc-due", {"phone": "22", "day": DAY}, "phone", "«22» er ikke et telefonnummer"),
        ("svc-due", {"phone": "12345678", "day": DAY}, "phone", "ikke et telefonnummer"),
        ("svc-due", {"phone": "ring resepsjonen", "day": DAY}, "phone", "ikke forstått"),
        ("svc-due", {"phone": "22400050/51", "day": DAY}, "phone", "ikke forstått"),
        ("svc-due", {"phone": "22400050; 22 40 00 50", "day": DAY}, "phone", "to ganger"),
        ("svc-due", {"phone": "22400050 (\x07)", "day": DAY}, "phone", "tegn som ikke"),
        ("svc-sample", {"phone": "22400050", "day": DAY}, "phone", "Posten har 2 telefonnumre"),
        ("svc-sample", {"phone": "22400040; 22400050", "day": DAY}, "phone", "22 40 00 50 (kveld)"),
        ("svc-due", {"address": "Storgata 1", "day": DAY}, "address", "ikke forstått"),
        ("svc-due", {"address": "Storgata 1, Oslo", "day": DAY}, "address", "0155 Oslo"),
        ("svc-due", {"address": "?áhppegeaidnu 1, 9700 Lakselv", "day": DAY}, "address", "«?áhppe"),
        ("svc-due", {"address": ";", "day": DAY}, "address", "Posten har 0 adresser"),
        ("svc-due", {"hours": "etter avtale", "day": DAY}, "hours", "«etter avtale»"),
        ("org-sample", {"hours": "man 9-15", "day": DAY}, "hours", "En organisasjon"),
        ("svc-due", {"id": "svc-nowhere", "right": "ja", "day": DAY}, "id", "«svc-nowhere»"),
        ("svc-due", {"id": "gd-sample", "right": "ja", "day": DAY}, "id", "«gd-sample»"),
        ("svc-due", {"id": "", "note": "ny"}, "id", "ingen post"),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_is_named_by_row_and_column(
    resources: Path, capsys: Console, name: str, answers: dict[str, str], column: str, why: str
) -> None:
    before = snapshot(resources)
    rows = listed(resources)
    number = filled(rows, name, **answers)
    assert take_back(resources, rows, "--apply", encoding="utf-8") == 1
    assert snapshot(resources) == before
    said = capsys.readouterr()
    assert "1 rad ble ikke tatt med." in said.out
    (line,) = said.err.splitlines()
    assert line.startswith(f"rad {number}, kolonne «{COLUMNS.get(column, column)}»: ")
    assert why in line


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ("schedules: [{dates: [2026-12-01], opens_at: '09:00', closes_at: '15:00'}]", "datoer"),
        ("schedules: [{byday: MO, opens_at: '9:00', closes_at: '15:00', valid_to: 2027-01-01}]",
         "perioder"),
        ("schedules: [{byday: MO, opens_at: '09:00', closes_at: '15:00'}]\nhours: Stengt i juli.",
         "i ord"),
        ("schedules: [{byday: MO, opens_at: '09:00', closes_at: '15:00', place: Øst},"
         " {byday: TU, opens_at: '09:00', closes_at: '15:00', place: Vest}]", "flere tilbud"),
    ],
)  # fmt: skip
def test_hours_the_notation_cannot_say_are_left_to_the_source(
    tmp_path: Path, lines: str, why: str
) -> None:
    text = record("title: A", "area: {country: true}", lines)
    resources = make_places(tmp_path, **{"services/svc-x.md": text})
    (refusal,) = judged(resources, "svc-x", hours="man 9-15", day=DAY).refusals
    assert refusal.column == "nye tider"
    assert why in refusal.reason


def test_what_has_ended_cannot_be_confirmed(tmp_path: Path) -> None:
    text = record("title: A", "area: {country: true}", "valid_until: 2026-11-24")
    resources = make_places(tmp_path, **{"services/svc-x.md": text})
    (refusal,) = judged(resources, "svc-x", right="ja", day=DAY).refusals
    assert "gjelder bare til 24.11.2026" in refusal.reason
    assert judged(resources, "svc-x", right="ja", day="24.11.2026").changes


def test_two_answers_for_one_record_are_not_both_taken(resources: Path, capsys: Console) -> None:
    rows = listed(resources)
    filled(rows, "svc-due", right="ja", day=DAY)
    rows.append([*rows[DUE - 1]])
    assert take_back(resources, rows) == 1
    assert f"rad {len(rows)}, kolonne «id»: «svc-due» har svar" in capsys.readouterr().err


def test_a_row_with_shifted_cells_is_not_guessed_at(resources: Path, capsys: Console) -> None:
    rows = listed(resources)
    filled(rows, "svc-due", right="ja", day=DAY)
    filled(rows, "org-sample", right="ja", day=DAY)
    rows[DUE - 1].insert(2, "forskjøvet")
    rows[DUE - 1][-1] = "siste"
    assert take_back(resources, rows, "--apply") == 1
    assert f"rad {DUE}, kolonne «id»: Raden har flere celler" in capsys.readouterr().err
    assert source_file(resources, "svc-due").record.verified_on == ""
    assert source_file(resources, "org-sample").record.verified_on == "2026-11-25"


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ("title: Prøvestedet", "title: Et annet sted", "navn"),
        ("['0301']", "['5001']", "kommune/område"),
        ("22400040", "22400052", "telefon"),
        ("Prøvegata 1", "Prøvegata 9", "adresse"),
        ("15:00", "16:00", "åpningstid"),
        ("publisher: Prøveutgiver", "publisher: En annen", "kilde"),
        ("read_on: 2026-11-22", "read_on: 2026-11-24", "lest"),
        ("needs_check: true", "status: historical", "tilstand"),
    ],
)
def test_facts_that_changed_since_the_list_was_made_are_not_confirmed(
    resources: Path, capsys: Console, old: str, new: str, column: str
) -> None:
    rows = listed(resources)
    filled(rows, "svc-sample", right="ja", day=DAY)
    path = source_file(resources, "svc-sample").path
    assert old in text_of(resources)
    path.write_text(text_of(resources).replace(old, new), encoding="utf-8")
    before = snapshot(resources)
    assert take_back(resources, rows, "--apply") == 1
    assert snapshot(resources) == before
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"rad {SAMPLE}, kolonne «{column}»: ")


def test_what_excel_does_to_cells_is_no_change(resources: Path) -> None:
    rows = listed(resources)
    filled(
        rows, "svc-sample", right="ja", day=DAY, telefon="22400040;02800 (kveld)", lest="22.11.26"
    )
    filled(rows, "svc-due", right="ja", day=DAY, telefon="22\u00a040\u00a000\u00a041")
    assert take_back(resources, rows, encoding="utf-8") == 0


def test_short_number_that_lost_its_zero_is_still_itself(tmp_path: Path) -> None:
    text = record("title: A", "area: {country: true}", "phones: ['02800']")
    resources = make_places(tmp_path, **{"services/svc-zero.md": text})
    reading = judged(resources, "svc-zero", telefon="2800", right="ja", day=DAY)
    assert reading.refusals == ()


def test_letters_lost_in_the_old_encoding_are_no_change(tmp_path: Path) -> None:
    text = record("title: Čáhput đ", "area: {country: true}")
    resources = make_places(tmp_path, **{"services/svc-sami.md": text})
    assert answer(resources, "svc-sami", right="ja", day=DAY) == 0


def test_a_list_with_other_columns_is_refused_whole(resources: Path) -> None:
    rows = listed(resources)
    filled(rows, "svc-due", right="ja", day=DAY)
    rows[0][rows[0].index("dato")] = "når"
    before = snapshot(resources)
    with pytest.raises(ListChanged, match="«dato»"):
        take_back(resources, rows, "--apply")
    assert snapshot(resources) == before


# --- files ----------------------------------------------------------------------------------------


def test_a_comment_among_the_lines_leaves_the_file_alone(resources: Path, capsys: Console) -> None:
    path = source_file(resources, "svc-due").path
    text = text_of(resources, "svc-due").replace("['22400041']", "['22400041']  # vakt")
    path.write_text(text, encoding="utf-8")
    assert answer(resources, "svc-due", "--apply", phone="22400050", day=DAY) == 1
    assert path.read_text(encoding="utf-8") == text
    said = capsys.readouterr()
    assert f"rad {DUE}, kolonne «id»: catalogue/services/svc-due.md må rettes for hånd" in said.err
    assert "0 poster rettet." in said.out


def test_an_edit_that_would_reach_further_is_not_made(tmp_path: Path, capsys: Console) -> None:
    # one list under two names: without the first the second means nothing
    lines = "phones: &p ['22400040']\nalternate_names: *p"
    text = record("title: A", "area: {country: true}", lines)
    resources = make_places(tmp_path, **{"services/svc-x.md": text})
    path = source_file(resources, "svc-x").path
    assert answer(resources, "svc-x", "--apply", phone="22400050", day=DAY) == 1
    assert path.read_text(encoding="utf-8") == text
    assert "svc-x.md må rettes for hånd" in capsys.readouterr().err


def test_a_value_that_would_not_read_back_is_not_written(resources: Path) -> None:
    file = source_file(resources, "svc-due")
    with pytest.raises(CannotEdit, match="another field would change too"):
        edited(file, {"phones": (Phone(number=" 22400050 "),)})


def test_a_file_that_somebody_is_editing_is_not_overwritten(resources: Path) -> None:
    file = source_file(resources, "svc-due")
    file.path.write_bytes(theirs := file.data + b"\nNytt avsnitt.\n")
    with pytest.raises(CannotEdit, match="somebody else"):
        replace(file, edited(file, {"verified_on": "2026-11-25"}))
    assert file.path.read_bytes() == theirs


def test_full_disk_leaves_the_file_and_no_litter(
    resources: Path, capsys: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = snapshot(resources)
    rows = listed(resources)
    filled(rows, "svc-due", right="ja", day=DAY)
    filled(rows, "org-sample", right="ja", day=DAY)
    sync, calls = os.fsync, iter([OSError(28, "No space left on device"), None])

    def full_once(descriptor: int) -> None:
        if problem := next(calls):
            raise problem
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", full_once)
    assert take_back(resources, rows, "--apply") == 1
    after = snapshot(resources)
    changed = [Path(name).name for name in after if before.get(name) != after[name]]
    assert (changed, len(after)) == (["org-sample.md"], len(before))
    assert "No space left" in capsys.readouterr().err


def test_permissions_of_the_file_stay(resources: Path) -> None:
    path = source_file(resources, "svc-due").path
    path.chmod(0o640)
    assert answer(resources, "svc-due", "--apply", right="ja", day=DAY) == 0
    assert path.stat().st_mode & 0o777 == 0o640


def test_days_of_a_grid_of_exceptions_stay_out_of_the_record(resources: Path) -> None:
    grid = resources / "catalogue/exceptions/jul.csv"
    grid.parent.mkdir()
    grid.write_text("id;2026-12-24\nsvc-sample;stengt\n", encoding="utf-8")
    assert answer(resources, "svc-sample", "--apply", hours="man 9-15", day=DAY) == 0
    assert "exceptions" not in text_of(resources)
    merged = {one.id: one for one in read_sources(resources).records}["svc-sample"]
    assert isinstance(merged, Service)
    assert merged.schedules[0].exceptions[0].closed is True


# --- the real catalogue ---------------------------------------------------------------------------


@pytest.mark.slow
def test_every_real_record_on_the_list_can_be_confirmed_after_a_trip_through_excel() -> None:
    real = resource("catalogue").parent
    day = date.fromisoformat(max(  # the list is made on the day that the newest source was read
        source.read_on for one in read_sources(real).records for source in one.sources
    ))  # fmt: skip
    files = read_files(real, read_sources(real))
    records = {name: file.record for name, file in files.items()}
    lines = lines_of(records.values(), geography(real), day)
    assert len(lines) > 100
    rows = rows_of(write_table(lines))
    for line in lines:
        filled(rows, line.id, right="ja", day=day.isoformat())
    reading = read_answers(read_table(saved(rows, "cp1252", ",")), records, geography(real), day)
    assert reading.refusals == ()
    assert len(reading.changes) == len(lines)
    for change in reading.changes:
        file = files[change.record.id]
        old, new = file.data.splitlines(), edited(file, change.fields).splitlines()
        added = f"verified_on: '{day}'".encode()
        assert [line for line in new if line != added] == [
            line for line in old if line != b"needs_check: true"
        ]
