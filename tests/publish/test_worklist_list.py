"""The list that goes out: who is on it, in which order, and what a spreadsheet makes of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from worklist_sample import (
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

from feltperm.errors import NotFound
from feltperm_publish.worklist.facts import Facts, facts_of
from feltperm_publish.worklist.table import (
    ANSWERS,
    FACTS,
    ListChanged,
    read_table,
    write_table,
)


@pytest.fixture
def resources(tmp_path: Path) -> Path:
    return make_places(tmp_path)


def written(resources: Path, *words: str, today: date = TODAY) -> list[list[str]]:
    out = resources.parent / "liste.csv"
    assert worklist(resources, "--out", str(out), *words, today=today) == 0
    return rows_of(out.read_bytes())


def ids(rows: list[list[str]]) -> list[str]:
    return [row[0] for row in rows[1:]]


def facts(**changes: str) -> Facts:
    plain = dict.fromkeys(FACTS, "") | {"id": "svc-x", "name": "Sted", "state": "ikke bekreftet"}
    return Facts(**plain | changes)


def test_list_holds_what_runs_and_nobody_has_confirmed(resources: Path) -> None:
    listed = set(ids(written(resources)))
    assert listed == {
        "svc-sample", "svc-quiet", "svc-due", "svc-overdue", "svc-moved", "org-sample",
    }  # fmt: skip


def test_what_was_confirmed_comes_back_a_year_later(resources: Path) -> None:
    assert "svc-line" in ids(written(resources, today=date(2027, 11, 26)))


def test_most_urgent_comes_first(resources: Path) -> None:
    # overdue, due, unconfirmed by place and name, and last what no sheet could print wrongly
    assert ids(written(resources)) == [
        "svc-overdue", "svc-due", "svc-moved", "org-sample", "svc-sample", "svc-quiet",
    ]  # fmt: skip


def test_hours_of_a_day_gone_by_do_not_make_a_place_urgent(tmp_path: Path) -> None:
    dated = record(
        "title: A", "area: {municipalities: ['0301']}",
        "schedules: [{dates: [2026-01-01], opens_at: '09:00', closes_at: '15:00'}]",
    )  # fmt: skip
    resources = make_places(tmp_path, **{"services/svc-dated.md": dated})
    assert ids(written(resources))[-2:] == ["svc-dated", "svc-quiet"]
    assert ids(written(resources, today=date(2025, 12, 1)))[-1] == "svc-quiet"


def test_norwegian_letters_come_last(tmp_path: Path) -> None:
    titles = {"a": "Åsen", "b": "Østre", "c": "Ærfugl", "d": "Zulu"}
    resources = make_places(tmp_path, **{
        f"services/svc-{name}.md": record(f"title: {title}", "area: {municipalities: ['5001']}")
        for name, title in titles.items()
    })  # fmt: skip
    assert ids(written(resources))[-4:] == ["svc-d", "svc-c", "svc-b", "svc-a"]


@pytest.mark.parametrize("word", ["Trondheim", "trondheim", "Tråante", "5001"])
def test_one_municipality_by_any_of_its_names(resources: Path, word: str) -> None:
    assert ids(written(resources, "--municipality", word)) == ["svc-due"]


def test_unknown_municipality_writes_nothing(resources: Path) -> None:
    out = resources.parent / "liste.csv"
    with pytest.raises(NotFound, match="Det finnes ingen kommune «Olso»"):
        worklist(resources, "--out", str(out), "--municipality", "Olso")
    assert not out.exists()


def test_row_states_every_fact_in_words(resources: Path) -> None:
    heads, *rows = written(resources)
    sample = next(row for row in rows if row[0] == "svc-sample")
    assert heads == [
        "id", "navn", "kommune/område", "telefon", "adresse", "åpningstid", "kilde", "lest",
        "tilstand", "stemmer (ja/nei)", "ny telefon", "ny adresse", "nye tider", "nedlagt (ja)",
        "dato", "merknad",
    ]  # fmt: skip
    assert sample == [
        "svc-sample", "Prøvestedet", "Oslo", "22 40 00 40; 02800 (kveld)", "Prøvegata 1, Oslo",
        "mandag–fredag kl. 9–15, Kafé", "Prøveutgiver", "22.11.2026", "ikke bekreftet",
        *[""] * 7,
    ]  # fmt: skip
    states = {row[0]: row[8] for row in rows}
    assert (states["svc-overdue"], states["svc-due"]) == ("må sjekkes", "bør sjekkes")


def test_days_of_a_grid_of_exceptions_are_not_asked_about(resources: Path) -> None:
    grid = resources / "catalogue/exceptions/jul.csv"
    grid.parent.mkdir()
    grid.write_text("id;2026-12-24\nsvc-sample;stengt\n", encoding="utf-8")
    rows = written(resources)
    assert next(row for row in rows if row[0] == "svc-sample")[5] == "mandag–fredag kl. 9–15, Kafé"


def test_newest_source_is_named_and_others_are_hinted_at(tmp_path: Path) -> None:
    text = record("title: A", "area: {country: true}").replace(
        "sources:\n", "sources:\n  - {publisher: Andre, title: B, read_on: 2026-11-24}\n"
    )
    resources = make_places(tmp_path, **{"services/svc-two.md": text})
    found = facts_of(source_file(resources, "svc-two").record, geography(resources), TODAY)
    assert (found.source, found.read_on) == ("Andre m.fl.", "24.11.2026")


def test_file_opens_in_columns_in_norwegian_excel() -> None:
    data = write_table([facts(phones="22 40 00 40; 02800 (kveld)")])
    assert data.startswith("\ufeffid;navn;".encode())
    assert data.count(b"\r\n") == data.count(b"\n") == 2
    assert b'"22 40 00 40; 02800 (kveld)"' in data


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_taken_for_a_formula(start: str) -> None:
    attack = f'{start}HYPERLINK("http://example.org")'
    data = write_table([facts(name=attack, phones=attack, hours=attack)])
    for cell in rows_of(data)[1]:
        assert cell[:1] not in ("=", "+", "-", "@", "\t", "\r")
    # and the guard is no change of the fact
    table = read_table(data)
    assert not table.differs(table.lines[0].cells["navn"], attack)
    assert table.differs(table.lines[0].cells["navn"], "noe annet")


def test_a_fact_that_begins_like_the_guard_is_no_change() -> None:
    name = "'=ikke en formel"
    table = read_table(write_table([facts(name=name)]))
    assert not table.differs(table.lines[0].cells["navn"], name)


def test_an_apostrophe_inside_a_fact_is_no_guard() -> None:
    table = read_table(write_table([facts(name="Kari's '+47' bar")]))
    assert table.lines[0].cells["navn"] == "Kari's '+47' bar"


def test_line_breaks_in_a_fact_do_not_break_the_rows() -> None:
    rows = rows_of(write_table([facts(hours="ett\nto\r\ntre")]))
    assert (len(rows), rows[1][5]) == (2, "ett to tre")


def test_a_list_with_answers_is_not_written_over(resources: Path) -> None:
    rows = written(resources)
    filled(rows, "svc-due", note="ringte, ingen svarte")
    out = resources.parent / "liste.csv"
    out.write_bytes(before := saved(rows, "cp1252"))
    with pytest.raises(ListChanged, match="har svar som ville gå tapt"):
        worklist(resources, "--out", str(out))
    assert out.read_bytes() == before


def test_a_list_without_answers_is_written_anew(resources: Path) -> None:
    written(resources)
    assert written(resources, "--municipality", "Trondheim") != written(resources)


def test_unreadable_sources_are_told_of(
    resources: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (resources / "catalogue/services/svc-due.md").write_text("title: x", encoding="utf-8")
    out = resources.parent / "liste.csv"
    assert worklist(resources, "--out", str(out)) == 1
    assert "Feil i kildene: 1." in capsys.readouterr().err
    assert len(rows_of(out.read_bytes())) == 6


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";"])
def test_list_is_read_however_excel_saves_it(encoding: str, delimiter: str) -> None:
    name = "Gáivuotna – Kåfjord, Čáhput"
    rows = rows_of(write_table([facts(name=name)]))
    filled(rows, "svc-x", right="Ja ", note="to\nlinjer; og, tegn")
    table = read_table(saved(rows, encoding, delimiter))
    (line,) = table.lines
    assert (line.number, line.cells["stemmer (ja/nei)"]) == (2, "Ja")
    assert line.cells["merknad"] == "to\nlinjer; og, tegn"
    assert not table.differs(line.cells["navn"], name)
    assert table.differs(line.cells["navn"], "Gáivuotna – Kåfjord, Báhput")


def test_empty_rows_and_lost_cells_at_the_end_are_no_harm() -> None:
    rows = rows_of(write_table([facts(), facts(id="svc-y")]))
    filled(rows, "svc-y", right="ja", day="24.11.2026")
    short = [rows[0], rows[1][:9], [], ["", " "], rows[2][:15]]
    lines = read_table(saved(short)).lines
    assert [(line.number, line.is_answered) for line in lines if line.cells["id"]] == [
        (2, False), (5, True),
    ]  # fmt: skip


def test_heads_may_change_place_and_case_but_not_name() -> None:
    rows = [row[::-1] for row in rows_of(write_table([facts()]))]
    rows[0] = [head.upper() for head in rows[0]]
    rows = [[row[-1], *row[:-1]] for row in rows]
    assert read_table(saved(rows)).lines[0].cells["navn"] == "Sted"


@pytest.mark.parametrize("column", [*FACTS.values(), *ANSWERS])
def test_a_missing_column_is_named(column: str) -> None:
    rows = rows_of(write_table([facts()]))
    at = rows[0].index(column)
    with pytest.raises(
        ListChanged, match=r"«id»|" + column.replace("(", r"\(").replace(")", r"\)")
    ):
        read_table(saved([row[:at] + row[at + 1 :] for row in rows]))


def test_a_column_that_stands_twice_is_named() -> None:
    rows = rows_of(write_table([facts()]))
    with pytest.raises(ListChanged, match="«dato»"):
        read_table(saved([[*row, row[14]] for row in rows]))


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "Rad 1"),
        (b"%PDF-1.7\n", "Rad 1"),
        ("id;navn".encode("utf-16"), "CSV UTF-8"),
        (b"id;navn;\x81", "CSV UTF-8"),
        (b'id;"navn', "Rad 1"),
        (b"x" * 10_000_001, "for stor"),
    ],
)
def test_what_is_not_the_list_is_refused_whole(data: bytes, why: str) -> None:
    with pytest.raises(ListChanged, match=why):
        read_table(data)
