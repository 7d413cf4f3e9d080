"""The coordinator's spreadsheet: a template, filled in, read into source records and back."""

from __future__ import annotations

import io
import shlex
import shutil
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from feltperm.catalogue.records import Service
from feltperm_publish import cli
from feltperm_publish.sources import read_sources
from feltperm_publish.spreadsheet import cells, command, workbook
from feltperm_publish.spreadsheet.cells import BadCell
from feltperm_publish.spreadsheet.columns import GROUPS, headings
from feltperm_publish.spreadsheet.workbook import Unreadable, letters, read_book

SAMPLE = Path("resources/samples/trondheim")
LISTS = command._lists()
CAFE = {
    "Navn": "Nattkafé på torget",
    "Kort om": "Varm mat og en prat om natten.",
    "Type": "Lavterskeltilbud",
    "Drives av": "Prøve kommune",
    "Telefon": "22 40 00 40 (Vakta; hele natten); 113",
    "Adresse": "Storgata 1, 0155 Oslo",
    "For hvilket område": "Trondheim",
    "Mandag": "10-14; 18-20.30",
    "Tirsdag": "døgnåpent",
    "Onsdag": "stengt",
    "Helligdager": "stengt",
    "For hvem": "Alle over 18 år.",
    "Slik kommer du dit": "Møt opp.",
    "Hva en får": "Mat",
    "Tema": "Rusmidler",
    "Målgruppe": "Alle",
    "Gratis": "ja",
    "Kilde": "Prøve kommune",
    "Kildens tittel": "Nattkafé",
    "Kilden lest": "20.11.2026",
}


@pytest.fixture(autouse=True)
def words() -> None:
    """The rows of this module use words that the lists have."""
    label = next(iter(LISTS.labels["offers"].values()))
    CAFE["Hva en får"] = label
    CAFE["Tema"] = next(iter(LISTS.labels["topics"].values()))


def template(tmp_path: Path, *options: str) -> Path:
    out = tmp_path / "mal.xlsx"
    assert cli.main(["template", str(out), *options]) == 0
    return out


def fill(path: Path, *rows: dict[str, Any], about: bool = True) -> Path:
    book = load_workbook(path)
    sheet = book["Tjenester"]
    names = [cell.value for cell in sheet[1]]
    for number, row in enumerate(rows, sheet.max_row + 1):
        for heading, value in row.items():
            sheet.cell(number, names.index(heading) + 1).value = value
    if about:
        book["Utgiver"]["B1"], book["Utgiver"]["B2"] = "prove", "Prøve kommune"
    book.save(path)
    return path


def bring(path: Path, into: Path, *options: str) -> int:
    return cli.main(["from-spreadsheet", str(path), str(into), *options])


def services(into: Path) -> dict[str, Service]:
    return {
        one.record.id: one.record
        for one in read_sources(into).entries
        if isinstance(one.record, Service)
    }


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


# --- in -----------------------------------------------------------------------------------------


def test_a_filled_row_becomes_a_record(tmp_path: Path) -> None:
    into = tmp_path / "kilder"
    assert bring(fill(template(tmp_path), CAFE), into) == 0
    made = services(into)["svc-nattkafe-pa-torget"]
    assert made.title == {"nb": "Nattkafé på torget"}
    assert [one.number for one in made.phones] == ["22400040", "113"]
    assert made.phones[0].note == {"nb": "Vakta; hele natten"}
    assert (made.addresses[0].line, made.addresses[0].postcode) == ("Storgata 1", "0155")
    assert made.area.municipalities == ("5001",)
    hours = {(one.opens_at, one.closes_at): one.byday for one in made.schedules}
    assert hours == {
        ("10:00", "14:00"): ("MO",), ("18:00", "20:30"): ("MO",), ("00:00", "24:00"): ("TU",),
    }  # fmt: skip
    assert {one.holidays for one in made.schedules} == {"closed"}
    assert (made.free, made.referral) == (True, None)
    assert made.sources[0].read_on == "2026-11-20"
    pack = read_sources(into).header
    assert pack is not None
    assert (pack.pack, pack.publisher) == ("prove", "Prøve kommune")


def test_what_excel_makes_of_a_cell_is_read_as_it_was_meant(tmp_path: Path) -> None:
    row = CAFE | {"Kilden lest": datetime(2026, 11, 20), "Telefon": 22400040, "Gratis": True}
    into = tmp_path / "kilder"
    assert bring(fill(template(tmp_path), row), into) == 0
    made = services(into)["svc-nattkafe-pa-torget"]
    assert made.sources[0].read_on == "2026-11-20"
    assert made.phones[0].number == "22400040"
    assert made.free is True


def test_the_same_sheet_again_changes_nothing_and_makes_no_second_record(tmp_path: Path) -> None:
    into, sheet = tmp_path / "kilder", fill(template(tmp_path), CAFE)
    assert bring(sheet, into) == 0
    before = tree(into)
    assert bring(sheet, into) == 0
    assert tree(into) == before


def test_days_that_differ_come_from_the_second_sheet(tmp_path: Path) -> None:
    sheet = fill(template(tmp_path), CAFE)
    book = load_workbook(sheet)
    days = book["Unntak"]
    assert [cell.value for cell in days[1]][:3] == ["Kortnavn", "2026-12-24", "2026-12-25"]
    days["A2"], days["B2"], days["C2"] = "Nattkafé på torget", "kl. 11-13", "stengt"
    book.save(sheet)
    into = tmp_path / "kilder"
    assert bring(sheet, into) == 0
    odd = {
        one.date: one
        for schedule in services(into)["svc-nattkafe-pa-torget"].schedules
        for one in schedule.exceptions
        if one.opens_at or one.closed
    }
    assert (odd["2026-12-24"].opens_at, odd["2026-12-24"].closes_at) == ("11:00", "13:00")
    assert odd["2026-12-25"].closed is True


def test_a_day_that_cannot_be_read_is_said_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = fill(template(tmp_path), CAFE)
    book = load_workbook(sheet)
    book["Unntak"]["A2"], book["Unntak"]["B2"] = "Nattkafé på torget", "kanskje"
    book.save(sheet)
    assert bring(sheet, tmp_path / "kilder") == 1
    assert "kanskje" in capsys.readouterr().err
    assert not (tmp_path / "kilder").exists()


# --- there and back -----------------------------------------------------------------------------


def test_records_to_a_sheet_and_back_are_the_same_files(tmp_path: Path) -> None:
    into = shutil.copytree(SAMPLE, tmp_path / "kilder")
    sheet = template(tmp_path, "--from", str(into))
    assert bring(sheet, into) == 0
    assert tree(into) == tree(SAMPLE)


def test_the_whole_catalogue_to_a_sheet_and_back(tmp_path: Path) -> None:
    into = tmp_path / "alt"
    for folder in ("catalogue", "vocabulary", "geography", "emergency", "icons"):
        shutil.copytree(Path("resources") / folder, into / folder)
    before = tree(into)
    sheet = template(tmp_path, "--from", str(into))
    assert bring(sheet, into) == 0
    assert tree(into) == before


def test_records_to_a_csv_and_back(tmp_path: Path) -> None:
    into = shutil.copytree(SAMPLE, tmp_path / "kilder")
    sheet = tmp_path / "ark.csv"
    assert cli.main(["template", str(sheet), "--from", str(into)]) == 0
    assert bring(sheet, into) == 0
    assert tree(into) == tree(SAMPLE)


def test_what_the_sheet_does_not_hold_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    template(tmp_path, "--from", str(SAMPLE))
    assert "tk-fast-sted: står ikke i arket: about, related, schedules" in capsys.readouterr().err


def test_one_changed_cell_changes_one_line(tmp_path: Path) -> None:
    into = shutil.copytree(SAMPLE, tmp_path / "kilder")
    sheet = template(tmp_path, "--from", str(into))
    book = load_workbook(sheet)
    rows = book["Tjenester"]
    names = [cell.value for cell in rows[1]]
    changed = next(row for row in rows.iter_rows(min_row=2) if row[0].value == "tk-fact")
    changed[names.index("Telefon")].value = "22 40 00 40"
    book.save(sheet)
    assert bring(sheet, into) == 0
    name = "catalogue/services/tk-fact.md"
    old, new = tree(SAMPLE), tree(into)
    assert {one for one in new if new[one] != old[one]} == {name}
    gone = set(old[name].decode().splitlines()) - set(new[name].decode().splitlines())
    assert len(gone) <= 4, gone
    assert services(into)["tk-fact"].phones[0].number == "22400040"
    assert services(into)["tk-fact"].about == services(SAMPLE)["tk-fact"].about


def test_translations_go_when_their_words_have_changed_and_it_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    into = tmp_path / "kilder"
    sheet = fill(template(tmp_path), CAFE)
    assert bring(sheet, into) == 0
    file = into / "catalogue/services/svc-nattkafe-pa-torget.md"
    file.write_text(
        file.read_text().replace(
            "eligibility: Alle over 18 år.",
            "eligibility:\n  nb: Alle over 18 år.\n  en: Adults.",
        )
    )
    assert bring(sheet, into) == 0
    assert services(into)["svc-nattkafe-pa-torget"].eligibility["en"] == "Adults."
    fresh = tmp_path / "ny"
    fresh.mkdir()
    assert bring(fill(template(fresh), CAFE | {"For hvem": "Alle over 16 år."}), into) == 0
    assert services(into)["svc-nattkafe-pa-torget"].eligibility == {"nb": "Alle over 16 år."}
    assert "(For hvem): tatt bort, fordi teksten er endret: en" in capsys.readouterr().out


def test_from_a_filled_template_to_a_signed_pack_with_the_documented_commands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    docs = Path("docs/publishing.md").read_text(encoding="utf-8")
    section = docs.partition("## From a spreadsheet")[2].partition("\n## ")[0]
    commands = section.split("```")[1].strip().splitlines()
    assert len(commands) == 3
    monkeypatch.chdir(tmp_path)
    template(tmp_path).rename("tjenester.xlsx")
    fill(Path("tjenester.xlsx"), CAFE)
    Path("ord.txt").write_text("correct horse battery")
    for line in commands:
        program, *words = shlex.split(line)
        assert program == "feltperm-publish"
        if words[0] != "from-spreadsheet":  # these two ask on the terminal
            words += ["--passphrase-file", "ord.txt"]
        assert cli.main(words) == 0, line
    capsys.readouterr()
    assert cli.main(["verify", "repo"]) == 0
    assert "All is what was signed: 1 root, 1 pack" in capsys.readouterr().out


# --- csv ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "cp1252"])
@pytest.mark.parametrize("divider", [";", ","])
def test_a_csv_as_excel_saves_it(tmp_path: Path, encoding: str, divider: str) -> None:
    names = headings()
    row = [f'"{CAFE.get(name, "")}"' for name in names]
    text = "\r\n".join((divider.join(names), divider.join(row)))
    sheet = tmp_path / "ark.csv"
    sheet.write_bytes(text.encode(encoding))
    into = tmp_path / "kilder"
    assert bring(sheet, into, "--pack", "prove", "--publisher", "Prøve kommune") == 0
    assert services(into)["svc-nattkafe-pa-torget"].title == {"nb": "Nattkafé på torget"}


def test_the_days_of_a_csv_lie_in_a_second_one(tmp_path: Path) -> None:
    names = headings()
    sheet, days = tmp_path / "ark.csv", tmp_path / "dager.csv"
    sheet.write_text(
        ";".join(names) + "\n" + ";".join(f'"{CAFE.get(name, "")}"' for name in names),
        encoding="utf-8",
    )
    days.write_text("id;2026-12-24\nNattkafé på torget;stengt\n", encoding="utf-8")
    into = tmp_path / "kilder"
    options = ("--pack", "prove", "--publisher", "P", "--exceptions", str(days))
    assert bring(sheet, into, *options) == 0
    made = services(into)["svc-nattkafe-pa-torget"]
    assert any(one.closed for schedule in made.schedules for one in schedule.exceptions)


# --- what is wrong ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("heading", "value", "said"),
    [
        ("Navn", "", "er tomt"),
        ("Type", "Romfart", "«Romfart» står ikke i listen"),
        ("Telefon", "ring oss", "«ring oss» kan ikke ringes"),
        ("For hvilket område", "Atlantis", "«Atlantis» er ingen kommune"),
        ("Mandag", "av og til", "Skriv 10-14"),
        ("Mandag", datetime(2026, 12, 10), "regnearket har laget en dato av det"),
        ("Helligdager", "kanskje", "skriv stengt eller som vanlig"),
        ("Gratis", "tja", "skriv ja eller nei"),
        ("Kilden lest", "i fjor", "er ingen dato"),
        ("Kilde", "", "skriv hvem som er kilden"),
        ("Bekreftet", "31.02.2026", "er ingen dato"),
        ("Kortnavn", "../ut", "bare små bokstaver"),
        ("Kort om", "=1+1", "er en formel uten verdi"),
    ],
)
def test_what_is_wrong_is_said_by_sheet_row_and_column(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], heading: str, value: object, said: str
) -> None:
    row = CAFE | {heading: value}
    assert bring(fill(template(tmp_path), row), tmp_path / "kilder") == 1
    told = capsys.readouterr().err
    cell = f"{letters(headings().index(heading))}2"
    assert said in told
    assert cell in told
    assert "Ingenting er skrevet." in told
    assert not (tmp_path / "kilder").exists()


def test_what_the_lint_finds_has_its_row_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    row = CAFE | {"Nettside": "ikke en adresse"}
    assert bring(fill(template(tmp_path), row), tmp_path / "kilder") == 1
    cell = f"{letters(headings().index('Nettside'))}2"
    assert f"Tjenester, {cell} (Nettside): " in capsys.readouterr().err


def test_two_rows_for_one_service(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    twice = CAFE | {"Kortnavn": "svc-kafe"}
    assert bring(fill(template(tmp_path), twice, twice), tmp_path / "kilder") == 1
    assert "samme tilbud som i rad 2" in capsys.readouterr().err


def test_nobody_has_said_whose_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert bring(fill(template(tmp_path), CAFE, about=False), tmp_path / "kilder") == 1
    assert "«Kortnavn på innholdet» og «Utgiver»" in capsys.readouterr().err


def _merge(book: Workbook) -> None:
    book["Tjenester"].merge_cells("B2:C3")


def _rename(book: Workbook) -> None:
    book["Tjenester"]["B1"] = "Tittel"


def _drop(book: Workbook) -> None:
    book.remove(book["Tjenester"])


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (_merge, "cellene B2:C3 er slått sammen"),
        (_rename, "det mangler en overskrift: Navn"),
        (_drop, "har ikke noe ark som heter «Tjenester»"),
    ],
)
def test_a_workbook_somebody_has_rearranged(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    spoil: Callable[[Workbook], None],
    said: str,
) -> None:
    sheet = fill(template(tmp_path), CAFE)
    book = load_workbook(sheet)
    spoil(book)
    book.save(sheet)
    assert bring(sheet, tmp_path / "kilder") == 1
    assert said in capsys.readouterr().err
    assert not (tmp_path / "kilder").exists()


@pytest.mark.parametrize("data", [b"", b"hei", b"\xd0\xcf\x11\xe0" + bytes(600), b"PK\x03\x04"])
def test_a_file_that_is_no_workbook_or_is_locked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], data: bytes
) -> None:
    sheet = tmp_path / "ark.xlsx"
    sheet.write_bytes(data)
    assert bring(sheet, tmp_path / "kilder") == 1
    assert "ikke et regneark (.xlsx), eller det er låst med passord" in capsys.readouterr().err


def test_a_workbook_cut_short_or_damaged(tmp_path: Path) -> None:
    whole = template(tmp_path).read_bytes()
    for spoilt in (whole[: len(whole) // 2], whole[:2000] + bytes(400) + whole[2400:]):
        sheet = tmp_path / "ark.xlsx"
        sheet.write_bytes(spoilt)
        with pytest.raises(Unreadable):
            read_book(sheet)


@pytest.mark.slow
def test_any_byte_of_a_workbooks_directory_may_be_wrong(tmp_path: Path) -> None:
    whole = template(tmp_path).read_bytes()
    sheet = tmp_path / "ark.xlsx"
    refused = 0
    for place in range(len(whole) - 700, len(whole), 7):
        for wrong in (0x00, 0xED, 0xFF):
            sheet.write_bytes(whole[:place] + bytes([wrong]) + whole[place + 1 :])
            try:
                read_book(sheet)
            except Unreadable:
                refused += 1
    assert refused > 30


def test_a_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "_UNPACKED", 1_000_000)
    sheet = tmp_path / "ark.xlsx"
    with zipfile.ZipFile(sheet, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("xl/workbook.xml", b" " * 2_000_000)
    with pytest.raises(Unreadable, match="pakkes ut til 2 MB"):
        read_book(sheet)


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_a_hundred_thousand_rows_are_refused_without_being_kept(tmp_path: Path, kind: str) -> None:
    sheet = tmp_path / f"ark.{kind}"
    if kind == "csv":
        sheet.write_text("Navn\n" + "Kafé\n" * 100_000)
    else:
        book = Workbook(write_only=True)
        rows = book.create_sheet("Tjenester")
        for number in range(100_000):
            rows.append([number, "Kafé"])
        book.save(sheet)
    with pytest.raises(Unreadable, match="flere enn 2000 rader"):
        read_book(sheet)


def test_an_empty_template_says_nothing_and_writes_no_records(tmp_path: Path) -> None:
    into = tmp_path / "kilder"
    assert bring(fill(template(tmp_path)), into) == 0
    assert services(into) == {}


def test_a_filled_sheet_is_never_written_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = fill(template(tmp_path), CAFE)
    before = sheet.read_bytes()
    assert cli.main(["template", str(sheet)]) == 1
    assert sheet.read_bytes() == before
    assert "exists" in capsys.readouterr().err


# --- the template itself ------------------------------------------------------------------------


def test_every_closed_list_has_a_drop_down_and_every_column_its_help(tmp_path: Path) -> None:
    book = load_workbook(template(tmp_path))
    sheet = book["Tjenester"]
    drops = {str(one.sqref): one for one in sheet.data_validations.dataValidation}
    for place, column in enumerate(column for group in GROUPS for column in group.columns):
        name = letters(place + 1)
        drop = drops[f"{name}2:{name}2001"]
        assert drop.prompt == column.help[:255]
        assert (drop.type == "list") is bool(column.choices)
    types = [row[0].value for row in book["Lister"].iter_rows()]
    assert types
    assert book["Lister"].sheet_state == "hidden"
    assert sheet.freeze_panes == "C2"
    assert "«Tjenester»" in str(book["Veiledning"]["A2"].value)


def test_no_cell_of_the_template_is_a_formula(tmp_path: Path) -> None:
    book = load_workbook(template(tmp_path, "--from", str(SAMPLE)))
    found = [c.coordinate for sheet in book for row in sheet.iter_rows() for c in row
             if c.data_type == "f"]  # fmt: skip
    assert found == []


# --- one cell -----------------------------------------------------------------------------------

_TEXT = st.text(max_size=40)


@given(_TEXT)
def test_no_text_breaks_a_cell(text: str) -> None:
    for group in GROUPS:
        column = 0
        try:
            group.read((text,) * len(group.columns), LISTS)
        except BadCell as error:
            column = error.column
        assert 0 <= column < len(group.columns)


_TIMES = st.times().map(lambda one: f"{one:%H:%M}")
_SPANS = st.lists(st.tuples(_TIMES, _TIMES), max_size=2, unique=True)


@given(st.lists(_SPANS, min_size=7, max_size=7))
def test_a_week_that_was_written_is_read_as_the_same_hours(week: list[Any]) -> None:
    schedules = [
        {"opens_at": opens, "closes_at": closes, "byday": [day]}
        for day, spans in zip(("MO", "TU", "WE", "TH", "FR", "SA", "SU"), week, strict=True)
        for opens, closes in spans
    ]
    read = cells.read_week(cells.write_week(schedules))

    def said(listed: list[dict[str, Any]]) -> set[Any]:
        return {(o["opens_at"], o["closes_at"], day) for o in listed for day in o["byday"]}

    assert said(read) == said(schedules)


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_a_date_that_was_written_is_read_as_the_same(day: date) -> None:
    assert cells.read_date(cells.write_date(day.isoformat())) == day.isoformat()


def test_columns_have_the_names_that_a_spreadsheet_gives_them() -> None:
    assert [letters(n) for n in (0, 25, 26, 51, 52, 701, 702)] == [
        "A", "Z", "AA", "AZ", "BA", "ZZ", "AAA",
    ]  # fmt: skip


def test_a_time_in_a_cell_is_no_opening() -> None:
    assert workbook._text(time(10, 30)) == "10.30"
    with pytest.raises(BadCell):
        cells.read_week(["10.30", "", "", "", "", "", ""])


def test_a_workbook_is_made_in_memory() -> None:
    from feltperm_publish.spreadsheet.template import template_workbook  # noqa: PLC0415

    data = template_workbook([], [], {}, LISTS)
    assert load_workbook(io.BytesIO(data)).sheetnames[0] == "Tjenester"
