"""Searches that found nothing: the setting, and what is written for the publisher."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from feltperm.binder import Binder, open_binder
from feltperm.desk.failed import FailedSearches, failed_json
from feltperm.errors import ReadOnly

NIGHT = datetime(2026, 11, 25, 23, 59, 58)


@pytest.fixture
def binder(tmp_path: Path) -> Iterator[Binder]:
    opened, _ = open_binder(tmp_path / "binder.sqlite", tmp_path / "backups", NIGHT)
    with opened as binder:
        yield binder


@pytest.fixture
def failed(binder: Binder) -> FailedSearches:
    return FailedSearches(binder, lambda: NIGHT)


def test_it_is_off_until_somebody_asks_for_it(failed: FailedSearches) -> None:
    assert not failed.keeping()
    assert not failed.note("metadonkort")
    failed.keep(True)
    assert failed.keeping()
    assert failed.note("metadonkort")
    failed.keep(False)
    assert not failed.note("søvnplaster")
    assert failed_json(failed.list()) == [
        {"query": "metadonkort", "times": 1, "last_on": "2026-11-25"}
    ]
    assert failed.clear() == 1
    assert failed.list() == ()


def test_a_persons_data_is_not_kept(failed: FailedSearches) -> None:
    failed.keep(True)
    assert not failed.note("Kari 010190 12345")
    assert failed.list() == ()


def test_a_binder_that_cannot_be_written_disturbs_nobody_who_searches(
    binder: Binder, failed: FailedSearches, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed.keep(True)

    def refuse(*_: object) -> bool:
        raise ReadOnly("Kan ikke lagre her.")

    monkeypatch.setattr(binder.failed, "add", refuse)
    assert not failed.note("metadonkort")


def test_what_a_spreadsheet_would_calculate_is_shown(
    failed: FailedSearches, tmp_path: Path
) -> None:
    failed.keep(True)
    for query in ("=1+1", "+rus", "-rus", "rus;akutt"):
        failed.note(query)
    lines = failed.export(tmp_path / "f.csv").read_bytes().decode("utf-8-sig").split("\r\n")
    assert lines[0] == "søk;antall;sist"
    assert {line.rsplit(";", 2)[0] for line in lines[1:-1]} == {
        "'=1+1", "'+rus", "'-rus", '"rus;akutt"',
    }  # fmt: skip
