"""What a team settles about the measures for a crisis: kept, emptied, put back."""

from __future__ import annotations

import pytest
from binder_home import NOW, Home
from hypothesis import given
from hypothesis import strategies as st

from feltperm.binder import Binder, ChecklistRefused, Task
from feltperm.binder.checklist import MAX_RESPONSIBLE, Checklist
from feltperm.binder.connection import Store, connect_memory
from feltperm.binder.migrations import migrate

FIRST = Task(
    pack="national", id="gd-tiltak-01", responsible="Teamleder", due="2026-12-01",
    done_on="2026-11-25",
)  # fmt: skip
SECOND = Task(pack="national", id="gd-tiltak-02", due="2026-12-24")


def test_all_fields_survive_closing(home: Home) -> None:
    binder, _ = home.open()
    binder.checklist.put(SECOND)
    binder.checklist.put(FIRST)
    binder.close()
    again, _ = home.open()
    assert again.checklist.list() == (FIRST, SECOND)
    assert again.checklist.get("national", "gd-tiltak-02") == SECOND


def test_what_nobody_has_settled_is_an_empty_task(binder: Binder) -> None:
    assert binder.checklist.get("national", "gd-tiltak-07") == Task(
        pack="national", id="gd-tiltak-07"
    )


def test_keeping_a_task_again_replaces_it(binder: Binder) -> None:
    binder.checklist.put(FIRST)
    binder.checklist.put(Task(pack="national", id="gd-tiltak-01", responsible="Fagleder"))
    assert [task.responsible for task in binder.checklist.list()] == ["Fagleder"]
    assert binder.checklist.list()[0].done_on == ""


def test_a_task_with_nothing_left_in_it_is_not_kept(binder: Binder) -> None:
    binder.checklist.put(FIRST)
    binder.checklist.put(Task(pack="national", id="gd-tiltak-01", responsible="  "))
    assert binder.checklist.list() == ()


def test_the_same_measure_of_two_packs_is_two_tasks(binder: Binder) -> None:
    binder.checklist.put(FIRST)
    binder.checklist.put(Task(pack="trondheim", id="gd-tiltak-01", responsible="Vaktleder"))
    assert [task.responsible for task in binder.checklist.list()] == ["Teamleder", "Vaktleder"]


def test_an_emptied_list_can_be_put_back(binder: Binder) -> None:
    binder.checklist.put(FIRST)
    binder.checklist.put(SECOND)
    removed = binder.checklist.clear()
    assert binder.checklist.list() == ()
    binder.checklist.put_back(removed)
    assert binder.checklist.list() == (FIRST, SECOND)


def test_what_was_settled_since_the_list_was_emptied_stays(binder: Binder) -> None:
    binder.checklist.put(FIRST)
    binder.checklist.put(SECOND)
    removed = binder.checklist.clear()
    newer = binder.checklist.put(Task(pack="national", id="gd-tiltak-01", responsible="Ny leder"))
    binder.checklist.put_back(removed)
    assert binder.checklist.list() == (newer, SECOND)


def test_a_role_is_one_tidy_line(binder: Binder) -> None:
    kept = binder.checklist.put(
        Task(pack="national", id="gd-tiltak-01", responsible=" Fagleder\n\tpa\u030a vakt ")
    )
    assert kept.responsible == "Fagleder på vakt"
    assert binder.checklist.list() == (kept,)


@pytest.mark.parametrize("field", ["due", "done_on"])
@pytest.mark.parametrize("day", ["1.12.2026", "2026-02-30", "snart", "2026-12-01T08:00"])
def test_what_is_no_date_is_refused(binder: Binder, field: str, day: str) -> None:
    with pytest.raises(ChecklistRefused, match=r"Skriv den slik: 1\.12\.2026"):
        binder.checklist.put(Task(pack="national", id="gd-tiltak-01", **{field: day}))
    assert binder.checklist.list() == ()


def test_a_role_without_end_is_refused_and_what_was_kept_stays(binder: Binder) -> None:
    binder.checklist.put(FIRST)
    with pytest.raises(ChecklistRefused, match="for lang"):
        binder.checklist.put(
            Task(pack="national", id="gd-tiltak-01", responsible="x" * (MAX_RESPONSIBLE + 1))
        )
    assert binder.checklist.list() == (FIRST,)


def test_a_list_alone_is_worth_a_backup(home: Home) -> None:
    binder, _ = home.open()
    binder.checklist.put(FIRST)
    binder.close()
    restored, _ = home.open()
    restored.checklist.clear()
    restored.restore(restored.backups()[0].path, NOW)
    assert restored.checklist.list() == (FIRST,)


@given(st.text(alphabet=st.characters(codec=None), max_size=MAX_RESPONSIBLE + 5))
def test_any_role_is_refused_or_comes_back_as_kept(text: str) -> None:
    memory = connect_memory()
    migrate(memory)
    checklist = Checklist(Store(memory))
    try:
        kept = checklist.put(Task(pack="p", id="i", responsible=text))
    except ChecklistRefused:
        kept = Task(pack="p", id="i")
    assert checklist.get("p", "i") == kept
    assert kept.tidy() == kept
    memory.close()
