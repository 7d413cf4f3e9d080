"""The print log: what hangs, what must be changed, and what is never kept."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, cast

import msgspec
import pytest

from catalogue.samples import RECORDS, built, guidance, pack, service
from feltperm.binder import Binder, Print, Site, open_binder
from feltperm.catalogue.areas import Geography
from feltperm.catalogue.library import Library
from feltperm.catalogue.records import Poster, Record, Review, Schedule, Source, Step, Text
from feltperm.desk.feasts import Feasts
from feltperm.desk.keep import Keeper
from feltperm.desk.recall import HangingRefused, Recall, Wall
from feltperm.desk.sheets.again import Again, kept_job
from feltperm.desk.sheets.posters import Choice, Posters, Proof
from feltperm.desk.sheets.print import load_labels
from feltperm.desk.sheets.words import SheetWords
from feltperm.errors import Condition, PaperFailed, ReadOnly
from feltperm.paper.job import with_code
from feltperm.paths import resource

NOW = datetime(2026, 11, 26, 10, 0)
READ = (Source(publisher="Utgiver", title="t", read_on="2026-11-20"),)
STEPS = (Step(title={"nb": "Rop"}), Step(title={"nb": "Ring 113"}))
POSTER = Poster(
    id="ps-vask", title={"nb": "Vask"}, layout="list", items=STEPS, sources=READ, forms=("week",)
)
DROP_IN = service(
    "svc-stua", "Stua", schedules=(Schedule(byday=("WE",), opens_at="10:00", closes_at="14:00"),)
)
EASTER = {"2027-03-25": "Skjærtorsdag", "2027-03-28": "Første påskedag"}


def changed(record: Record, **fields: Any) -> Record:
    return msgspec.structs.replace(record, **fields)


@dataclass
class Home:
    """The use cases on a small library and a real binder; ``with_records`` renews the library."""

    folder: Path
    binder: Binder
    labels: dict[str, Text]
    now: datetime = NOW
    number: int = 0

    def with_records(self, *records: Record) -> Home:
        self.number += 1
        folder = self.folder / str(self.number)
        folder.mkdir()
        content = pack((*RECORDS, *records))
        header = msgspec.structs.replace(content.header, holidays=EASTER)
        self.library: Library = built(folder, msgspec.structs.replace(content, header=header))
        words = SheetWords(lambda: self.labels, dict)
        self.keeper = Keeper(self.binder, self.library, self.clock, lambda _ref, _status: None)
        self.posters = Posters(self.library, self.keeper, words, Geography(()), self.clock)
        nothing = cast(Any, None)
        again = Again(self.library, self.keeper, words, self.posters, nothing, nothing, self.clock)
        feasts = Feasts(self.library, self.keeper, self.posters, self.clock)
        self.recall = Recall(self.binder, again, feasts, self.clock)
        return self

    def clock(self) -> datetime:
        return self.now

    @property
    def wall(self) -> Wall:
        return self.recall.wall()

    def proof(self, ref: str = "national/ps-vask", **more: Any) -> Proof:
        return self.posters.proof(ref, Choice(**{"site": "Varmestua", **more}))

    def hang(self, ref: str = "national/ps-vask", place: str = "inngang", **more: Any) -> int:
        (entry,) = self.recall.hang([self.proof(ref, **more).job], "Varmestua", place).after
        return entry.id


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    binder, notice = open_binder(tmp_path / "binder.sqlite", tmp_path / "backups", NOW)
    assert notice is None
    with binder:
        made = Home(tmp_path, binder, load_labels(resource("compiled/labels.json")))
        made.with_records(POSTER, DROP_IN)
        made.keeper.add_site(Site(name="Varmestua", phone="73 00 00 00", note="Spør etter Kari"))
        yield made


# --- what is kept -------------------------------------------------------------------------------


def test_an_entry_keeps_the_job_with_its_code_and_without_any_note(home: Home) -> None:
    proof = home.proof(note="Til Ola Nordmann")
    (entry,) = home.recall.hang([proof.job], " Varme\nstua ", "inngang").after
    assert proof.job.code in entry.job
    assert "Ola" not in entry.job
    assert "Kari" not in entry.job
    assert (entry.site, entry.place, entry.hung_on) == ("Varme stua", "inngang", "2026-11-26")
    (kept,) = home.wall.fine
    assert kept.entry == entry


def test_a_note_alone_in_the_box_is_no_place(home: Home) -> None:
    home.hang(site="", note="Til Ola Nordmann")
    (kept,) = home.binder.prints.list()
    assert '"site":null' in kept.job
    assert kept.box == ""


@pytest.mark.parametrize("site", ["", " ", "\u202e", "x" * 81, "x" * 5000])
def test_a_place_that_is_none_or_too_long_is_refused(home: Home, site: str) -> None:
    with pytest.raises(HangingRefused):
        home.recall.hang([home.proof().job], site)
    assert home.wall.hanging == 0


def test_nothing_is_noted_while_the_log_is_off(home: Home) -> None:
    home.hang()
    home.recall.keep(False)
    job = home.proof().job
    assert not home.recall.watches([job])
    with pytest.raises(HangingRefused):
        home.recall.hang([job], "Varmestua")
    assert home.recall.ask_later([job], "Brother").after == ()
    assert (home.wall.keeping, home.wall.hanging) == (False, 1), "what is there stays"
    home.recall.keep(True)
    assert home.recall.watches([job])


def test_what_cannot_be_made_again_is_not_watched(home: Home) -> None:
    letter = msgspec.structs.replace(home.proof().job, layout="letter")
    gone = msgspec.structs.replace(home.proof().job, record="national/ps-borte")
    assert not home.recall.watches([letter, gone])
    with pytest.raises(HangingRefused):
        home.recall.hang([gone], "Varmestua")
    (one,) = home.recall.hang([gone, home.proof().job], "Varmestua").after
    assert "ps-vask" in one.job


# --- what must be done --------------------------------------------------------------------------


def test_a_changed_step_is_told_with_old_and_new(home: Home) -> None:
    home.hang()
    steps = (STEPS[0], Step(title={"nb": "Ring 116 117"}))
    home.with_records(changed(POSTER, items=steps))
    (one,) = home.wall.change
    assert one.reasons == ("Linje 2 Ring 113 → Ring 116 117",)
    assert home.wall.words == "1 oppslag må byttes"


def test_steps_that_another_record_holds_are_followed(home: Home) -> None:
    home.with_records(
        guidance("gd-vask", "Vask", steps=STEPS), changed(POSTER, items=(), steps_from="gd-vask")
    )
    home.hang()
    assert home.recall.printed() == {"national/ps-vask", "national/gd-vask"}
    home.with_records(
        guidance("gd-vask", "Vask", steps=STEPS[:1]),
        changed(POSTER, items=(), steps_from="gd-vask"),
    )
    assert [one.reasons for one in home.wall.change] == [("Linje 2 Ring 113 → ikke oppgitt",)]


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"valid_until": "2026-11-25"}, "Gjelder ikke etter 25. november 2026."),
        ({"status": "historical"}, "Historisk. Ikke bruk som råd i dag."),
        ({"status": "withdrawn"}, "Historisk. Ikke bruk som råd i dag."),
    ],
)
def test_what_no_longer_holds_must_come_down(
    home: Home, fields: dict[str, Any], reason: str
) -> None:
    home.hang()
    home.with_records(changed(POSTER, **fields))
    assert [one.reasons for one in home.wall.down] == [(reason,)]
    assert home.wall.words == "1 oppslag må tas ned"


def test_an_end_comes_by_itself_with_the_day(home: Home) -> None:
    home.with_records(changed(POSTER, valid_until="2026-11-26"))
    home.hang()
    assert len(home.wall.fine) == 1
    home.now = datetime(2026, 11, 27)
    assert len(home.wall.down) == 1


def test_what_is_gone_must_come_down_and_says_what(home: Home) -> None:
    home.hang()
    home.hang(site="")
    home.keeper.remove_site("Varmestua")
    (one,) = home.wall.down
    assert one.reasons == ("Varmestua er ikke lenger i permen.",)
    home.with_records()
    assert {one.reasons for one in home.wall.down} == {
        ("Varmestua er ikke lenger i permen.",), ("Ikke lenger i innholdet.",),
    }  # fmt: skip


def test_a_language_that_is_gone_must_come_down(home: Home) -> None:
    both = tuple(Step(title={"nb": "Rop", "en": "Call"}) for _ in range(2))
    known = changed(
        POSTER, items=both, title={"nb": "Vask", "en": "Wash"},
        reviewed={"en": Review(by="N", role="lege", on="2026-11-01")},
    )  # fmt: skip
    home.with_records(known)
    home.hang(languages=("en",))
    assert len(home.wall.fine) == 1
    home.with_records(POSTER)
    assert [one.reasons for one in home.wall.down] == [("Plakaten finnes ikke på engelsk ennå.",)]


def test_damaged_words_of_all_sheets_say_nothing_of_what_hangs(home: Home) -> None:
    home.hang()

    def damaged() -> dict[str, Text]:
        raise PaperFailed("Plakatene kan ikke lages.")

    home.recall._again._words = SheetWords(damaged, dict)
    with pytest.raises(PaperFailed):
        home.recall.wall()


def test_an_entry_that_cannot_be_read_is_told_and_does_not_stop_the_rest(home: Home) -> None:
    home.hang()
    for job in ("", "{", "[]", "null", '{"languages": 3}', '{"record": "x"}', '{"paper": "b5"}',
                '{"record": "a/b/c"}', '{"layout": "pocket", "record": "national/svc-113"}',
                '{"languages": [], "record": "national/ps-vask"}'):  # fmt: skip
        home.binder.prints.change((), [Print(job=job, site="Varmestua", hung_on="2026-11-01")])
    wall = home.wall
    assert (len(wall.fine), wall.hanging) == (1, 11)
    assert all(one.title and one.reasons for one in (*wall.down, *wall.change))


# --- places -------------------------------------------------------------------------------------


def test_a_renamed_place_is_the_same_place(home: Home) -> None:
    home.hang()
    home.keeper.update_site("Varmestua", Site(name="Stua", phone="73 00 00 00"))
    (one,) = home.wall.change
    assert one.reasons == ("Sted Varmestua → Stua",)
    assert one.where == "Stua, inngang"


def test_the_hours_of_a_followed_record_are_told_of(home: Home) -> None:
    site = Site(name="Varmestua", phone="73 00 00 00", hours_from="national/svc-stua")
    home.keeper.update_site("Varmestua", site)
    home.hang()
    assert "national/svc-stua" in home.recall.printed()
    times = (Schedule(byday=("WE",), opens_at="12:00", closes_at="16:00"),)
    home.with_records(POSTER, changed(DROP_IN, schedules=times))
    (one,) = home.wall.change
    assert one.reasons == ("Åpningstid onsdag kl. 10–14 → onsdag kl. 12–16",)


# --- what is done -------------------------------------------------------------------------------


def stale(home: Home) -> int:
    id = home.hang()
    home.keeper.update_site("Varmestua", Site(name="Varmestua", phone="73 00 00 01"))
    return id


def test_a_new_sheet_takes_the_place_of_the_old_one(home: Home) -> None:
    id = stale(home)
    (proof,) = home.recall.proofs([id])
    places = home.recall.places([proof.job])
    assert [one.entry.id for one in places.replaced] == [id]
    assert places.sites == ("Varmestua",)
    assert places.spots == ("inngang",)
    change = home.recall.hang([proof.job], "Kirken", "gang", replacing=[id])
    assert sorted(one.where for one in home.wall.fine) == ["Kirken, gang", "Varmestua, inngang"]
    home.recall.undo(change)
    assert [one.entry.id for one in home.wall.change] == [id]


def test_another_sheet_replaces_nothing(home: Home) -> None:
    id = stale(home)
    other = home.proof("national/ps-overdose").job
    assert home.recall.places([other]).replaced == ()
    change = home.recall.hang([other], "Varmestua", replacing=[id])
    assert len(change.before) == 0
    assert home.wall.hanging == 2
    assert home.recall.places([home.proof(site="").job]).replaced == (), "another box"
    save = with_code(msgspec.structs.replace(home.proof().job, ink="save", paper="a3"))
    assert len(home.recall.places([save]).replaced) == 1, "size and ink aside"


def test_a_sheet_can_hang_on_as_it_is_until_it_would_be_another_one_again(home: Home) -> None:
    id = stale(home)
    change = home.recall.keep_up(id)
    (one,) = home.wall.fine
    assert one.kept_up
    assert one.entry.id == id
    home.keeper.update_site("Varmestua", Site(name="Varmestua", phone="73 00 00 02"))
    assert len(home.wall.change) == 1
    home.recall.undo(change)
    home.keeper.update_site("Varmestua", Site(name="Varmestua", phone="73 00 00 01"))
    assert len(home.wall.change) == 1


def test_what_is_taken_down_can_be_put_back(home: Home) -> None:
    id = stale(home)
    before = home.binder.prints.list()
    change = home.recall.take_down([id, 99])
    assert home.wall.hanging == 0
    home.recall.undo(change)
    assert home.binder.prints.list() == before


def test_a_question_for_later_waits_on_the_wall(home: Home) -> None:
    home.recall.ask_later([home.proof().job], "Brother på\nkontoret")
    (asked,) = home.wall.asked
    assert (asked.entry.printer, home.wall.hanging) == ("Brother på kontoret", 0)
    assert home.recall.printed() == set(), "it hangs nowhere yet"
    change = home.recall.hang_asked(asked.entry.id, "Varmestua", "disk")
    assert home.wall.asked == ()
    (one,) = home.wall.fine
    assert (one.where, one.entry.printer) == ("Varmestua, disk", "")
    home.recall.undo(change)
    assert len(home.wall.asked) == 1
    home.recall.take_down([home.wall.asked[0].entry.id])
    assert home.wall.asked == ()


def test_a_binder_that_keeps_nothing_shows_an_empty_wall(tmp_path: Path, home: Home) -> None:
    (tmp_path / "data").write_text("in the way")
    binder, _ = open_binder(tmp_path / "data" / "binder.sqlite", tmp_path / "backups", NOW)
    with binder:
        there = Home(tmp_path, binder, home.labels, number=50).with_records(POSTER)
        assert (there.wall.hanging, there.wall.writable) == (0, False)
        with pytest.raises(ReadOnly):
            there.hang(site="")
        with pytest.raises(Condition):
            there.recall.clear()


# --- Easter -------------------------------------------------------------------------------------


def test_sheets_that_show_the_usual_hours_at_easter_are_found(home: Home) -> None:
    closed = {"closed": True, "date": "2027-03-25"}
    times = msgspec.convert(
        [{"byday": ["WE"], "opens_at": "10:00", "closes_at": "14:00", "exceptions": [closed]}],
        tuple[Schedule, ...],
    )
    home.with_records(POSTER, changed(DROP_IN, schedules=times))
    site = Site(name="Varmestua", phone="73 00 00 00", hours_from="national/svc-stua")
    home.keeper.update_site("Varmestua", site)
    home.hang()
    home.hang("national/ps-overdose")
    assert home.wall.feasts == (), "it is November"
    home.now = datetime(2027, 3, 1)
    (feast,) = home.wall.feasts
    assert (feast.name, feast.first, len(feast.sheets)) == ("Påske", "2027-03-21", 2)
    home.now = datetime(2027, 3, 30)
    assert home.wall.feasts == ()
    home.now = datetime(2027, 3, 1)
    home.with_records(POSTER, DROP_IN)
    assert home.wall.feasts == (), "nothing is said of the days of Easter"


# --- how fast -----------------------------------------------------------------------------------


def test_five_hundred_sheets_are_compared_in_well_under_a_second(home: Home) -> None:
    job = kept_job(home.proof().job)
    home.keeper.update_site("Varmestua", Site(name="Varmestua", phone="73 00 00 01"))
    many = [Print(job=job, box="Varmestua", site=f"Sted {number}", hung_on="2026-11-01")
            for number in range(500)]  # fmt: skip
    home.binder.prints.change((), many)
    begun = time.process_time()
    assert len(home.wall.change) == 500
    assert time.process_time() - begun < 1.0
