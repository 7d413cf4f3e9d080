"""The sha256 of a pack is reckoned once, and again whenever the file may be another one."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from feltperm.packs.disk import shelf
from feltperm.packs.disk.shelf import Digests

#: Nanoseconds since 1970: long written.
LONG_AGO = 1_700_000_000 * 10**9


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that were read, each time."""
    seen: list[Path] = []

    def counting(path: Path) -> str | None:
        seen.append(path)
        return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else None

    monkeypatch.setattr(shelf, "sha256", counting)
    return seen


def written(path: Path, data: bytes, at: int = LONG_AGO) -> str:
    """Write a file as if at that time; return its sha256."""
    path.write_bytes(data)
    os.utime(path, ns=(at, at))
    return hashlib.sha256(data).hexdigest()


def test_a_file_that_nobody_writes_is_read_once(tmp_path: Path, read: list[Path]) -> None:
    path, digests = tmp_path / "pack", Digests()
    digest = written(path, b"one")
    assert [digests.of(path) for _ in range(3)] == [digest] * 3
    assert read == [path]


def test_what_was_just_written_is_read_each_time(tmp_path: Path, read: list[Path]) -> None:
    path, digests = tmp_path / "pack", Digests()
    path.write_bytes(b"one")
    first = digests.of(path)
    path.write_bytes(b"two")  # within the same tick of a coarse clock, it may be
    assert digests.of(path) == hashlib.sha256(b"two").hexdigest() != first
    assert len(read) == 2


@pytest.mark.parametrize(
    ("data", "at"),
    [
        pytest.param(b"two", LONG_AGO + 1, id="the same length, later"),
        pytest.param(b"longer", LONG_AGO, id="another length, the same time"),
    ],
)
def test_a_file_that_was_written_again_is_read_again(
    tmp_path: Path, read: list[Path], data: bytes, at: int
) -> None:
    path, digests = tmp_path / "pack", Digests()
    written(path, b"one")
    digests.of(path)
    digest = written(path, data, at)
    assert digests.of(path) == digest
    assert len(read) == 2


def test_another_file_in_its_place_is_read(tmp_path: Path, read: list[Path]) -> None:
    path, digests = tmp_path / "pack", Digests()
    written(path, b"one")
    digests.of(path)
    digest = written(tmp_path / "other", b"two")
    (tmp_path / "other").replace(path)
    assert digests.of(path) == digest
    assert len(read) == 2


def test_a_file_that_went_away_has_none(tmp_path: Path, read: list[Path]) -> None:
    path, digests = tmp_path / "pack", Digests()
    written(path, b"one")
    digests.of(path)
    path.unlink()
    assert digests.of(path) is None
    path.mkdir()
    assert digests.of(path) is None
    assert read[0] == path


def test_a_clock_that_was_set_back_trusts_nothing(tmp_path: Path, read: list[Path]) -> None:
    path, digests = tmp_path / "pack", Digests()
    written(path, b"one", at=4_000_000_000 * 10**9)
    digests.of(path)
    digests.of(path)
    assert len(read) == 2
