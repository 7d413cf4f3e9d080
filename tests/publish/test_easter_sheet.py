"""From the coordinator's sheet of exceptions to the sheet on the door (SCREENS section 1, J7)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from feltperm.catalogue.library import Entry, Ref
from feltperm.catalogue.records import PackHeader, Poster, Schedule, Service, Source
from feltperm.desk.sheets.week import next_periods, week_job
from feltperm.desk.sheets.words import SheetWords
from feltperm_publish import tables
from feltperm_publish.compile import public_holidays
from feltperm_publish.grid import empty_grid, merge, read_grid

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
TODAY = date(2027, 3, 1)
HOLIDAYS = public_holidays(2027, 2028)
SERVICE = Service(
    id="svc-sample",
    title={"nb": "Feltpleien"},
    schedules=(
        Schedule(opens_at="09:00", closes_at="15:00", byday=("MO", "TU", "WE", "TH", "FR")),
        Schedule(
            opens_at="12:30", closes_at="15:00", byday=("WE",), description={"nb": "Lege til stede"}
        ),
    ),
    sources=(Source(publisher="Utgiver", title="Side", read_on="2027-02-01"),),
)
POSTER = Poster(id="ps-week", title={"nb": "Her finner du oss"}, forms=("week",))
HEADER = PackHeader(
    format=1, pack="p", seq=1, published="2027-02-01", publisher="P", languages=("nb",)
)
#: Palm Sunday to Easter Monday; an empty cell is not settled.
CELLS = (
    "", "som vanlig", "som vanlig", "", "kl. 11-14", "stengt", "ikke avklart", "stengt", "stengt",
)  # fmt: skip


def test_each_cell_of_the_grid_is_a_line_of_the_sheet(tmp_path: Path) -> None:
    head = empty_grid([SERVICE], HOLIDAYS, "påske", 2027).splitlines()[0]
    grid = tmp_path / "paske.csv"
    grid.write_text(f"{head}\nsvc-sample;{';'.join(CELLS)}\n", encoding="utf-8")
    cells, findings = read_grid(grid, "paske.csv")
    merged, more = merge({SERVICE.id: SERVICE}, cells)
    assert findings == more == []
    labels, phrases = tables.sheet_labels(RESOURCES), tables.phrase_texts(RESOURCES)
    easter = next_periods(HOLIDAYS, TODAY)[0]
    job = week_job(
        Entry(Ref("p", POSTER.id), POSTER, HEADER),
        [Entry(Ref("p", SERVICE.id), merged[SERVICE.id], HEADER)],
        SheetWords(lambda: labels, lambda: phrases),
        None, ("nb",), "a4", "colour", TODAY, HOLIDAYS, easter.days[0].isoformat(),
    )  # fmt: skip
    unsettled = "Ikke avklart. Ring før du går."
    assert [
        (day.title["nb"], *(" · ".join([t.hours["nb"], *t.note.values()]) for t in day.times))
        for day in job.items
    ] == [
        ("Palmesøndag", "Stengt"),
        ("Mandag", "kl. 9–15 · Åpent som vanlig"),
        ("Tirsdag", "kl. 9–15 · Åpent som vanlig"),
        ("Onsdag", unsettled),
        ("Skjærtorsdag", "kl. 11–14"),
        ("Langfredag", "Stengt"),
        ("Påskeaften", "Stengt"),
        ("Første påskedag", "Stengt"),
        ("Andre påskedag", "Stengt"),
    ]
