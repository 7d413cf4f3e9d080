"""Which alerts were read: kept by what they said, dropped with the alerts, worth no backup."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, timedelta

import pytest
from binder_home import NOW, Home
from hypothesis import given
from hypothesis import strategies as st

from feltperm.binder import Binder, ReadAlert
from feltperm.binder.connection import Store, connect_memory
from feltperm.binder.migrations import migrate
from feltperm.binder.read_alerts import ReadAlerts
from feltperm.errors import ReadOnly

DAY = date(2026, 11, 25)
PILLS = ReadAlert("trondheim", "al-piller", "0123456789abcdef")


def test_marks_survive_closing(home: Home) -> None:
    binder, _ = home.open()
    binder.read_alerts.add(PILLS, DAY)
    binder.close()
    again, _ = home.open()
    assert again.read_alerts.all() == {PILLS}


def test_pack_id_and_version_are_the_mark(binder: Binder) -> None:
    marks = {
        PILLS,
        PILLS._replace(pack="national"),
        PILLS._replace(id="al-pulver"),
        PILLS._replace(version="fedcba9876543210"),
    }
    for mark in marks:
        binder.read_alerts.add(mark, DAY)
    assert binder.read_alerts.all() == marks


def test_reading_again_changes_nothing(home: Home) -> None:
    binder, _ = home.open()
    binder.read_alerts.add(PILLS, DAY)
    binder.read_alerts.add(PILLS, DAY + timedelta(days=9))
    binder.close()
    with closing(sqlite3.connect(home.path)) as connection:
        rows = connection.execute("SELECT * FROM read_alerts").fetchall()
    assert rows == [(*PILLS, "2026-11-25")]


def test_marks_of_alerts_that_are_gone_are_dropped_with_every_version(binder: Binder) -> None:
    other = ReadAlert("national", "al-piller", "x")
    for mark in (PILLS, PILLS._replace(version="older"), other):
        binder.read_alerts.add(mark, DAY)
    later = DAY + timedelta(days=1)
    assert binder.read_alerts.forget_others({("national", "al-piller")}, later) == 2
    assert binder.read_alerts.all() == {other}


def test_what_was_read_lately_is_kept_all_the_same(binder: Binder) -> None:
    binder.read_alerts.add(PILLS, DAY)
    assert binder.read_alerts.forget_others((), DAY) == 0
    assert binder.read_alerts.all() == {PILLS}


def test_where_nothing_is_gone_nothing_is_written(home: Home) -> None:
    binder, _ = home.open()
    binder.read_alerts.add(PILLS, DAY)
    before = home.path.read_bytes()
    known = {(PILLS.pack, PILLS.id)}
    assert binder.read_alerts.forget_others(known, DAY + timedelta(days=400)) == 0
    assert home.path.read_bytes() == before


def test_marks_alone_push_no_full_backup_out(home: Home) -> None:
    binder, _ = home.open()
    binder.read_alerts.add(PILLS, DAY)
    binder.close()
    again, _ = home.open()
    assert again.backups() == ()


def test_marks_come_back_with_a_backup(home: Home) -> None:
    home.filled()
    binder, _ = home.open(NOW + timedelta(days=1))
    binder.read_alerts.add(PILLS, DAY)
    binder.close()
    restored, _ = home.open(NOW + timedelta(days=2))
    restored.read_alerts.add(PILLS._replace(id="al-ny"), DAY)
    restored.restore(restored.backups()[0].path, NOW + timedelta(days=2))
    assert restored.read_alerts.all() == {PILLS}


def test_a_binder_that_cannot_be_written_says_so() -> None:
    memory = connect_memory()
    migrate(memory)
    marks = ReadAlerts(Store(memory, refusal=ReadOnly("Kan ikke lagre her.")))
    with pytest.raises(ReadOnly):
        marks.add(PILLS, DAY)
    assert marks.all() == frozenset()
    memory.close()


@given(*[st.text(alphabet=st.characters(codec="utf-8"), max_size=20)] * 3)
def test_any_name_comes_back_as_it_was_given(pack: str, id: str, version: str) -> None:
    memory = connect_memory()
    migrate(memory)
    marks = ReadAlerts(Store(memory))
    marks.add(ReadAlert(pack, id, version), DAY)
    assert marks.all() == {ReadAlert(pack, id, version)}
    memory.close()
