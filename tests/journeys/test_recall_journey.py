"""Poster recall: print, hang, a signed update, stale, print again (DESIGN section 1, promise 1)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pypdfium2
import pytest

from desk.wall_home import POSTER, Laptop, poster, shop_of, texts
from feltperm.app import open_press
from feltperm.binder import Site
from feltperm.desk.sheets.print import preview


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Laptop]:
    made = Laptop(tmp_path, shop_of(poster(), poster("ps-dusj", "Dusj", "Dusj kl. 9")))
    yield made
    made.desk.close()


def words_on(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return "".join(page.get_textpage().get_text_range() for page in document)


def test_a_sheet_is_printed_hung_changed_by_an_update_and_printed_again(laptop: Laptop) -> None:
    proof = laptop.proof()
    with open_press() as press:
        sheet = preview(press, proof.job, 40)
    (entry,) = laptop.desk.recall.hang([proof.job], "Varmestua", "inngang").after
    (hanging,) = laptop.wall.fine
    assert (hanging.where, hanging.entry.hung_on) == ("Varmestua, inngang", "2026-11-26")
    assert hanging.order.code in words_on(sheet.pdf), "the code stands on the sheet"

    laptop.update(poster("ps-mat", "Mat i dag", "Suppe kl. 13", "Kaffe hele dagen"))
    wall = laptop.wall
    assert wall.words == "1 oppslag må byttes"
    assert texts(wall.change) == [("Linje 1 Suppe kl. 12 → Suppe kl. 13",)]

    (again,) = laptop.desk.recall.proofs((entry.id,))
    (offered,) = laptop.desk.recall.places([again.job]).replaced
    assert offered.entry.id == entry.id, "the old one's place is offered"
    change = laptop.desk.recall.hang([again.job], replacing=(entry.id,))
    (new,) = laptop.wall.fine
    assert (new.where, new.order.code) == ("Varmestua, inngang", again.job.code)
    assert laptop.wall.hanging == 1

    laptop.desk.recall.undo(change)
    assert texts(laptop.wall.change) == [("Linje 1 Suppe kl. 12 → Suppe kl. 13",)]


def test_it_is_exact_over_any_number_of_versions(laptop: Laptop) -> None:
    laptop.hang()
    laptop.update(poster("ps-mat", "Mat i dag", "Suppe kl. 13", "Kaffe hele dagen"))
    laptop.update(poster("ps-mat", "Mat i dag", "Suppe kl. 14", "Te hele dagen"))
    assert texts(laptop.wall.change) == [
        ("Linje 1 Suppe kl. 12 → Suppe kl. 14", "Linje 2 Kaffe hele dagen → Te hele dagen")
    ]
    laptop.update(poster())
    assert laptop.wall.change == (), "what hangs is right again"
    assert len(laptop.wall.fine) == 1


def test_all_that_must_be_changed_is_one_job(laptop: Laptop) -> None:
    old = [laptop.hang(), laptop.hang(place="kjøkken"), laptop.hang(f"{POSTER[:-3]}dusj")]
    laptop.update(
        poster("ps-mat", "Mat i dag", "Suppe kl. 13", "Kaffe hele dagen"),
        poster("ps-dusj", "Dusj", "Dusj kl. 10"),
    )
    proofs = laptop.desk.recall.proofs([one.entry.id for one in laptop.wall.change])
    assert [proof.job.title["nb"] for proof in proofs] == ["Dusj", "Mat i dag", "Mat i dag"]
    laptop.desk.recall.hang([proof.job for proof in proofs], replacing=old)
    assert laptop.wall.words == ""
    assert sorted(one.where for one in laptop.wall.fine) == [
        "Varmestua, inngang", "Varmestua, inngang", "Varmestua, kjøkken",
    ]  # fmt: skip


def test_a_correction_of_ones_own_is_known_without_an_update(laptop: Laptop) -> None:
    laptop.hang()
    site = Site(name="Varmestua", phone="73 00 00 01", hours="onsdag kl. 10–14")
    laptop.desk.keep.update_site("Varmestua", site)
    assert texts(laptop.wall.change) == [("Telefon 73 00 00 00 → 73 00 00 01",)]


def test_a_poster_that_leaves_the_content_must_come_down(laptop: Laptop) -> None:
    laptop.hang()
    laptop.update(poster("ps-dusj", "Dusj", "Dusj kl. 9"))
    assert texts(laptop.wall.down) == [("Ikke lenger i innholdet.",)]
    laptop.update(poster())
    assert len(laptop.wall.fine) == 1


def test_new_dates_and_readings_alone_change_nothing_on_a_wall(laptop: Laptop) -> None:
    laptop.hang()
    read_again = [{"publisher": "Kommunen", "title": "Om maten", "read_on": "2026-11-25"}]
    laptop.update(poster(sources=read_again))
    (one,) = laptop.wall.fine
    assert one.published == "2026-11-12", "it agrees with the newest content"


def test_at_easter_the_sheets_with_the_usual_hours_get_one_beside_them(laptop: Laptop) -> None:
    closed = {"date": "2027-03-25", "closed": True}
    times = {"byday": ["WE", "TH"], "opens_at": "10:00", "closes_at": "14:00",
             "exceptions": [closed]}  # fmt: skip
    place = {"id": "svc-stua", "kind": "service", "title": {"nb": "Stua"}, "schedules": [times]}
    laptop.update(poster(), place)
    site = Site(name="Varmestua", phone="73 00 00 00", hours_from="trondheim/svc-stua")
    laptop.desk.keep.update_site("Varmestua", site)
    laptop.hang()
    assert laptop.wall.feasts == ()
    laptop.now = datetime(2027, 3, 1, 12)
    (feast,) = laptop.wall.feasts
    assert (feast.name, len(feast.sheets)) == ("Påske", 1)
    (proof,) = laptop.desk.recall.feast_proofs(feast)
    assert (proof.job.layout, proof.job.site and proof.job.site.name) == ("week", "Varmestua")
    laptop.desk.recall.hang([proof.job], "Varmestua", "inngang")
    assert laptop.wall.feasts == (), "it hangs there"
    assert len(laptop.wall.fine) == 2
    laptop.now = datetime(2027, 3, 31, 12)
    assert texts(laptop.wall.down) == [("Gjelder ikke etter 29. mars 2027.",)]
