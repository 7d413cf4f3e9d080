"""What a printer can do with sheets, and what is said before (SCREENS 2.9)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from feltperm.desk.sheets.batch import OwnPdf
from feltperm.desk.sheets.look import title_of
from feltperm.desk.sheets.posters import Proof
from feltperm.desk.sheets.printers import Printer, Way, checks_for, in_ink, largest, ways
from feltperm.desk.sheets.stick_copy import put_on_stick
from feltperm.errors import PaperFailed, ReadOnly, UpdateFailed
from feltperm.paper.job import Foot, Ink, Job, Paper, job_code, with_code
from feltperm.paper.press import Sheet
from feltperm.paper.tiling import Tiling

PRINTER = Printer("gang", "Gangen", grey=False, default=True, papers=("a5", "a4"))


def job(paper: Paper = "a4", ink: Ink = "colour") -> Job:
    return with_code(
        Job(
            layout="steps",
            record="national/ps-x",
            paper=paper,
            ink=ink,
            colour="red",
            languages=("nb",),
            title={"nb": "Plakat"},
            subtitle={},
            items=(),
            box_heading={},
            site=None,
            words={},
            notices=(),
            foot=Foot(source="", read_on="", published="", printed="", check_by=""),
        )
    )


def proof(paper: Paper = "a4", *checks: str) -> Proof:
    return Proof(job(paper), checks)


# --- ways ---------------------------------------------------------------------------------------


def test_its_own_paper_is_the_best_way() -> None:
    assert ways([job("a4")], PRINTER)[0] == Way("a4")
    large = replace(PRINTER, papers=("a4", "a3"))
    first, *others = ways([job("a3")], large)
    assert first == Way("a3")
    assert all(way.tiling for way in others), "and it can still be shared out"


def test_a_larger_poster_is_shared_out_on_as_few_sheets_as_can_be() -> None:
    found = ways([job("a3")], PRINTER)
    assert found[0] == Way("a4", Tiling("a3", "a4", two=True))
    counts = [way.tiling.sheets for way in found if way.tiling and way.tiling.poster == "a3"]
    assert counts == sorted(counts)
    assert {way.paper for way in found} == {"a4"}, "A5 is too small to share it out on"


def test_a_smaller_sheet_stands_on_the_next_larger_paper() -> None:
    assert ways([job("a6")], PRINTER) == (Way("a5"), Way("a4"))


def test_several_sheets_are_not_shared_out() -> None:
    assert ways([job("a4"), job("a3")], PRINTER, tiled=False) == ()
    assert ways([job("a4"), job("a5")], PRINTER, tiled=False) == (Way("a4"),)


def test_a_printer_that_tells_nothing_is_taken_at_its_best() -> None:
    assert ways([job("a5")], replace(PRINTER, papers=())) == (Way("a5"),)


def test_what_is_printed_elsewhere_may_find_any_paper() -> None:
    found = ways([job("a3")], None)
    assert found[0] == Way("a3")
    assert Way("a4", Tiling("a3", "a4", two=True)) in found


def test_without_sheets_of_our_own_it_is_a4() -> None:
    assert largest([]) == "a4"
    assert ways([], PRINTER, tiled=False) == (Way("a4"),)


# --- what is said -------------------------------------------------------------------------------


def test_what_stops_comes_first_and_the_paper_last() -> None:
    way = ways([job("a3")], PRINTER)[0]
    rejecting = replace(PRINTER, state="rejecting")
    assert checks_for([proof("a3", "Gjelder ikke.", "Ikke bekreftet.")], rejecting, way) == (
        "Skriveren tar ikke imot noe nå. Velg en annen, eller lagre PDF.",
        "Gjelder ikke.",
        "Ikke bekreftet.",
        "Skriveren har A4, plakaten er A3: deles på to ark.",
    )


def test_the_same_line_of_several_sheets_is_said_once() -> None:
    assert checks_for([proof("a4", "A", "B"), proof("a4", "B", "C")], PRINTER, Way("a4")) == (
        "A",
        "B",
        "C",
    )


def test_what_was_chosen_on_purpose_needs_no_line() -> None:
    large = replace(PRINTER, papers=("a4", "a3"))
    shared = Way("a4", Tiling("a3", "a4", two=True))
    assert checks_for([proof("a3")], large, shared) == ()
    assert checks_for([proof("a5")], PRINTER, Way("a4")) == ()


def test_no_way_names_all_that_the_printer_has() -> None:
    (line,) = checks_for([proof("a3"), proof("a4")], PRINTER, None)
    assert line == (
        "Skriveren har A5 og A4, største plakat er A3. Velg en annen skriver, eller lagre PDF."
    )


def test_before_the_printers_are_known_only_the_sheets_speak() -> None:
    assert checks_for([proof("a3", "A")], None, None) == ("A",)


# --- small things -------------------------------------------------------------------------------


def test_another_ink_is_another_code() -> None:
    saving = in_ink(job(), "save")
    assert saving.ink == "save"
    assert saving.code == job_code(saving) != job().code
    assert in_ink(saving, "save") is saving


def test_a_queue_calls_several_sheets_by_the_first() -> None:
    assert title_of([job()]) == "Plakat"
    assert title_of([OwnPdf("Fra kommunen", b""), job()]) == "Fra kommunen m.fl."


class FakePress:
    """Sets a sheet as its paper's name; A6 cannot be set."""

    def set(self, job: Job) -> Sheet:
        if job.paper == "a6":
            raise PaperFailed("Teksten får ikke plass i A6. Kort den ned.")
        return Sheet(b"%PDF-" + job.paper.encode(), (), 0.0)


def test_sheets_on_a_stick_lie_where_a_person_looks(tmp_path: Path) -> None:
    items = [job("a4"), OwnPdf("Fra kommunen", b"%PDF-own")]
    folder = put_on_stick(FakePress(), items, tmp_path, "sett")  # type: ignore[arg-type]
    assert folder == tmp_path / "Plakater"
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {
        "sett-01.pdf": b"%PDF-a4",
        "sett-02.pdf": b"%PDF-own",
    }


def test_a_sheet_that_cannot_be_set_leaves_the_older_file_on_the_stick(tmp_path: Path) -> None:
    put_on_stick(FakePress(), [job("a4")], tmp_path, "x")  # type: ignore[arg-type]
    with pytest.raises(PaperFailed):
        put_on_stick(FakePress(), [job("a6")], tmp_path, "x")  # type: ignore[arg-type]
    assert [path.read_bytes() for path in (tmp_path / "Plakater").iterdir()] == [b"%PDF-a4"]


def test_a_stick_that_is_gone_or_takes_no_writes_is_told(tmp_path: Path) -> None:
    with pytest.raises(UpdateFailed, match="Pinnen ble tatt ut for tidlig"):
        put_on_stick(FakePress(), [job()], tmp_path / "borte", "x")  # type: ignore[arg-type]
    (tmp_path / "Plakater").write_text("a file where the folder should be")
    with pytest.raises(ReadOnly, match="Kan ikke skrive på pinnen"):
        put_on_stick(FakePress(), [job()], tmp_path, "x")  # type: ignore[arg-type]


def test_a_link_on_a_stick_does_not_lead_the_file_elsewhere(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "Plakater").symlink_to(elsewhere)
    with pytest.raises(UpdateFailed):
        put_on_stick(FakePress(), [job()], stick, "x")  # type: ignore[arg-type]
    assert list(elsewhere.iterdir()) == []


def test_jobs_stay_what_they_are_when_only_the_ink_changes() -> None:
    before, after = job("a3"), in_ink(job("a3"), "save")
    assert msgspec.structs.replace(after, ink="colour", code=before.code) == before
