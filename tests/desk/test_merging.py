"""An own record that the content has got: merging is proposed, loses nothing, and can be undone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from feltperm import app_desk
from feltperm.binder import MAX_NOTE, NoteRefused
from feltperm.catalogue.records import Area, Phone, Service
from feltperm.catalogue.same_place import same_place
from feltperm.desk.desk import Desk
from feltperm.desk.merging import Proposal
from feltperm.desk.own import Draft
from feltperm.errors import NotFound
from feltperm.paths import Paths, find_paths

NOW = datetime(2026, 11, 26, 12, 0)
CARE = "national/svc-feltpleien-oslo"


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return find_paths(tmp_path / "profil")


@pytest.fixture
def desk(paths: Paths) -> Iterator[Desk]:
    """A desk whose own record has the number of a service of the content."""
    first = app_desk.open_desk(paths, now=lambda: NOW)
    first.own.add(Draft(title="Feltpleia vår", phone="+47 22 67 43 45"))
    first.close()
    made = app_desk.open_desk(paths, now=lambda: NOW)
    yield made
    made.close()


def mine(desk: Desk) -> str:
    (own,) = desk.own.list()
    return f"local/{own.id}"


def held(desk: Desk) -> list[str]:
    """Return all that the binder holds, but for the order in which it lies in the file."""
    return sorted(desk.binder._store.connection.iterdump())


def test_what_the_content_has_too_is_proposed(desk: Desk) -> None:
    (one,) = desk.merger.proposals()
    assert (one.ref, one.title) == (CARE, "Feltpleia vår")
    assert one.sender


def test_stars_notes_and_lists_go_over_and_come_back(desk: Desk) -> None:
    own = mine(desk)
    number = desk.collect.create("Natt").number
    for ref in (own, "national/svc-113"):
        desk.collect.add(number, ref)
    desk.keep.star(own)
    desk.notes.write(own, "Ring på baksida")
    desk.notes.write(CARE, "Fra før")
    before = held(desk)
    (proposal,) = desk.merger.proposals()
    merged = desk.merger.merge(proposal)
    assert desk.own.list() == ()
    assert desk.keep.refs() == {CARE}
    assert desk.notes.text(CARE) == "Fra før\n\nRing på baksida"
    assert desk.notes.text(own) == ""
    assert [str(one.ref) for one in desk.collect.records(number)] == [CARE, "national/svc-113"]
    assert desk.merger.proposals() == ()
    desk.merger.undo(merged)
    assert held(desk) == before
    assert desk.merger.proposals() == (proposal,)


def test_what_both_had_is_there_once_and_undone_as_it_was(desk: Desk) -> None:
    own = mine(desk)
    number = desk.collect.create("Natt").number
    for ref in (CARE, own):
        desk.collect.add(number, ref)
        desk.keep.star(ref)
    before = held(desk)
    (proposal,) = desk.merger.proposals()
    merged = desk.merger.merge(proposal)
    assert [str(one.ref) for one in desk.collect.records(number)] == [CARE]
    assert desk.keep.refs() == {CARE}
    desk.merger.undo(merged)
    assert held(desk) == before


def test_declined_stays_declined(desk: Desk, paths: Paths) -> None:
    (proposal,) = desk.merger.proposals()
    desk.merger.decline(proposal)
    assert desk.merger.proposals() == ()
    again = app_desk.renew_desk(paths, desk, now=lambda: NOW)
    try:
        assert again.merger.proposals() == ()
        assert len(again.own.list()) == 1
    finally:
        again.close()


def test_notes_that_are_too_long_for_one_leave_all_as_it_was(desk: Desk) -> None:
    for ref in (mine(desk), CARE):
        desk.notes.write(ref, "x" * (MAX_NOTE - 10))
    before = held(desk)
    (proposal,) = desk.merger.proposals()
    with pytest.raises(NoteRefused):
        desk.merger.merge(proposal)
    assert held(desk) == before


@pytest.mark.parametrize(("own", "ref"), [("eget-borte", CARE), ("", "national/borte")])
def test_what_is_not_there_any_more_is_said(desk: Desk, own: str, ref: str) -> None:
    before = held(desk)
    with pytest.raises(NotFound):
        desk.merger.merge(Proposal(own or mine(desk).partition("/")[2], ref, "", ""))
    assert held(desk) == before


# --- what is the same place ---------------------------------------------------------------------


def place(title: str, phone: str = "", *municipalities: str) -> Service:
    phones = (Phone(number=phone),) if phone else ()
    return Service(
        id="x", title={"nb": title}, phones=phones, area=Area(municipalities=municipalities)
    )


@pytest.mark.parametrize(
    ("own", "others", "found"),
    [
        (place("A", "22334455"), [place("B", "+4722334455")], 0),
        (place("A", "22334455"), [place("B", "22334455"), place("C", "22334455")], None),
        (place("A", "22334455"), [place("B", "22334455"), place("a", "22334455")], 1),
        (place("A", "113"), [place("B", "113")], None),
        (place("A", "116117"), [place("B", "116117")], None),
        (place("Nattkafé", "", "0301"), [place("nattkafe", "", "0301")], 0),
        (place("Nattkafé", "", "0301"), [place("nattkafe", "", "4601")], None),
        (place("Nattkafé"), [place("Nattkafé")], None),
        (place("A", "22334455", "0301"), [place("a", "99887766", "0301")], 0),
        (place("A"), [], None),
    ],
)
def test_the_number_decides_else_name_and_municipality(
    own: Service, others: list[Service], found: int | None
) -> None:
    assert same_place(own, list(enumerate(others))) == found
