"""«Meld feil»: what is wrong is right here at once, and closes itself when content agrees (J8)."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from feltperm import app_desk
from feltperm.catalogue.amending import FIELDS, Amendment, amended, values_of
from feltperm.catalogue.library import Ref
from feltperm.catalogue.records import Phone, Service
from feltperm.desk.corrections import CorrectionRefused, Dispute
from feltperm.desk.desk import Desk
from feltperm.desk.find import Request
from feltperm.desk.text import record_text
from feltperm.errors import NotFound
from feltperm.paths import find_paths

NOW = datetime(2026, 11, 26, 12, 0)
CARE = "national/svc-feltpleien-oslo"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = app_desk.open_desk(find_paths(tmp_path / "profil"), now=lambda: NOW)
    yield made
    made.close()


def phones(desk: Desk) -> tuple[str, ...]:
    return values_of(desk.find.show(CARE).entry.record, "phone")


def test_page_list_and_search_show_it_at_once(desk: Desk) -> None:
    (old,) = phones(desk)
    desk.corrector.add(CARE, "phone", "22674399", by="  vakta ")
    assert phones(desk) == ("22 67 43 99",)
    (hit, *_) = desk.find.search(Request("feltpleien oslo")).hits
    assert values_of(hit.hit.record, "phone") == ("22 67 43 99",)
    row = desk.opened.library.row(Ref.parse(CARE))
    assert row is not None
    assert row.phone == "22 67 43 99"
    (kept,) = desk.show(CARE).corrections
    assert (kept.old, kept.new, kept.noted_on, kept.noted_by) == (
        old, "22 67 43 99", "2026-11-26", "vakta",
    )  # fmt: skip


def test_the_text_that_is_copied_says_whose_it_is(desk: Desk) -> None:
    desk.corrector.add(CARE, "phone", "22674399")
    text = record_text(desk.show(CARE))
    assert "Rettet av dere 26. november 2026, ikke bekreftet: 22 67 43 99. Før: 22 67 43 45" in text


def test_sheets_follow_only_when_asked_to(desk: Desk) -> None:
    desk.corrector.add(CARE, "phone", "22674399")
    assert desk.corrector.on_paper() is None
    entry = desk.posters._library.get(Ref.parse(CARE))
    assert entry is not None
    assert values_of(entry.record, "phone") == ("22 67 43 45",)
    desk.corrector.use_on_paper(True)
    entry = desk.posters._library.get(Ref.parse(CARE))
    assert entry is not None
    assert values_of(entry.record, "phone") == ("22 67 43 99",)


def test_it_can_be_undone_and_put_back(desk: Desk) -> None:
    made = desk.corrector.add(CARE, "phone", "22674399")
    removed = desk.corrector.remove(made.number)
    assert phones(desk) == ("22 67 43 45",)
    desk.corrector.put_back(removed)
    assert phones(desk) == ("22 67 43 99",)


def test_the_same_field_again_replaces_it(desk: Desk) -> None:
    desk.corrector.add(CARE, "phone", "22674399")
    desk.corrector.add(CARE, "phone", "22674398")
    assert [one.new for one in desk.corrector.open()] == ["22 67 43 98"]


def test_it_is_there_after_a_restart(tmp_path: Path) -> None:
    paths = find_paths(tmp_path / "profil")
    first = app_desk.open_desk(paths, now=lambda: NOW)
    first.corrector.add(CARE, "address", "Urtegata 18, 0187 Oslo")
    first.close()
    second = app_desk.open_desk(paths, now=lambda: NOW)
    assert values_of(second.find.show(CARE).entry.record, "address") == ("Urtegata 18, 0187 Oslo",)
    second.close()


@pytest.mark.parametrize("wrong", ["", "   ", "ring oss", "12 34 56 78 90 12 34 56 78", "x" * 500])
def test_what_nobody_can_ring_is_refused(desk: Desk, wrong: str) -> None:
    with pytest.raises(CorrectionRefused):
        desk.corrector.add(CARE, "phone", wrong)
    assert desk.corrector.open() == ()


def test_a_guidance_has_nothing_to_correct_here(desk: Desk) -> None:
    with pytest.raises(NotFound):
        desk.corrector.add("national/gd-overdose", "phone", "113")
    with pytest.raises(NotFound):
        desk.corrector.values("national/nothing")


# --- when new content comes ---------------------------------------------------------------------


def with_number(desk: Desk, number: str) -> None:
    """Let the content say another number from now on, as an update would."""
    library = desk.corrector._plain
    read = library.get

    def get(ref: Ref) -> object:
        entry = read(ref)
        if entry is None or str(ref) != CARE:
            return entry
        changed = msgspec.structs.replace(entry.record, phones=(Phone(number, number),))
        return entry._replace(record=changed)

    library.get = get  # type: ignore[method-assign, assignment]


def test_content_that_agrees_closes_it(desk: Desk) -> None:
    desk.corrector.add(CARE, "phone", "22674399")
    with_number(desk, "22 67 43 99")
    assert desk.corrector.settle() == ()
    assert desk.corrector.open() == ()


def test_content_that_says_the_same_as_before_changes_nothing(desk: Desk) -> None:
    desk.corrector.add(CARE, "phone", "22674399")
    assert desk.corrector.settle() == ()
    assert len(desk.corrector.open()) == 1


@pytest.mark.parametrize("ours", [True, False])
def test_content_that_says_something_else_is_asked_about(desk: Desk, ours: bool) -> None:
    made = desk.corrector.add(CARE, "phone", "22674399")
    with_number(desk, "23 00 00 00")
    (dispute,) = desk.corrector.settle()
    assert isinstance(dispute, Dispute)
    assert (dispute.theirs, dispute.correction.new) == ("23 00 00 00", "22 67 43 99")
    (desk.corrector.keep_ours if ours else desk.corrector.take_theirs)(made.number)
    assert desk.corrector.settle() == ()
    assert [one.old for one in desk.corrector.open()] == (["23 00 00 00"] if ours else [])


# --- on their way -------------------------------------------------------------------------------


def test_json_and_csv_have_all_of_it_and_count_as_sent(desk: Desk, tmp_path: Path) -> None:
    desk.corrector.add(CARE, "phone", "22674399", by="vakta")
    desk.corrector.add(CARE, "url", "=HYPERLINK(1)")
    made = json.loads(desk.corrector.export(tmp_path / "r.json").read_bytes())
    assert made["format"] == "feltperm-corrections"
    assert {one["field"] for one in made["corrections"]} == {"phone", "url"}
    rows = list(
        csv.reader(
            io.StringIO(desk.corrector.export(tmp_path / "r.csv").read_bytes().decode("utf-8-sig")),
            delimiter=";",
        )
    )
    assert rows[0] == ["oppføring", "navn", "felt", "før", "nå", "dato", "av"]
    assert [row[4] for row in rows if row[2] == "url"] == ["'=HYPERLINK(1)"]
    assert all(one.sent_on == "2026-11-26" for one in desk.corrector.open())


def test_a_letter_has_those_that_are_not_sent(desk: Desk) -> None:
    desk.corrector.add(CARE, "phone", "22674399")
    letter = unquote(desk.corrector.letter())
    assert letter.startswith("mailto:?subject=Rettelser til Feltperm (1)")
    assert "Telefon: 22 67 43 45 -> 22 67 43 99" in letter
    assert "(0)" in unquote(desk.corrector.letter())


def test_a_full_disk_leaves_them_unsent(desk: Desk, tmp_path: Path) -> None:
    desk.corrector.add(CARE, "phone", "22674399")
    with pytest.raises(Exception, match="mappe"):
        desk.corrector.export(tmp_path / "nowhere" / "r.json")
    assert not desk.corrector.open()[0].sent_on


# --- the pure part ------------------------------------------------------------------------------

SERVICE = Service(
    id="svc-x", title={"nb": "X"}, summary={"nb": "x"}, sources=(),
    phones=(Phone("22000000", "22 00 00 00"), Phone("23000000", "23 00 00 00", {"nb": "vakt"})),
)  # fmt: skip


def test_of_several_numbers_the_right_one_is_replaced_with_its_note() -> None:
    changed = amended(SERVICE, [Amendment("phone", "23 00 00 00", "24 00 00 00")])
    assert isinstance(changed, Service)
    assert [one.display for one in changed.phones] == ["22 00 00 00", "24 00 00 00"]
    assert changed.phones[1].note == {"nb": "vakt"}


@given(field=st.sampled_from(FIELDS), old=st.text(max_size=20), new=st.text(max_size=40))
def test_what_is_not_there_is_never_replaced(field: str, old: str, new: str) -> None:
    laid = [Amendment(field, old, new)]  # type: ignore[arg-type]
    changed = amended(SERVICE, laid)
    known = values_of(SERVICE, field)  # type: ignore[arg-type]
    if old not in known and (old or known):
        assert changed == SERVICE


def test_hours_in_words_take_the_place_of_the_table() -> None:
    changed = amended(SERVICE, [Amendment("hours", "", "Bare tirsdager")])
    assert isinstance(changed, Service)
    assert (changed.hours, changed.schedules) == ({"nb": "Bare tirsdager"}, ())
