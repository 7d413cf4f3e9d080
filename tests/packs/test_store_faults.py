"""A disk that fills up at any write, and files that Windows holds: one whole version counts."""

from __future__ import annotations

import os
from collections.abc import Callable
from errno import ENOSPC
from pathlib import Path
from typing import IO, Any

import pytest

from feltperm.errors import Condition, DiskFull, ReadOnly
from feltperm.packs.disk.store import Store
from packs.packs_on_disk import SENDER, bring, counting, never, refusing, seqs_told, unfinished


class HalfFile:
    """A file on a disk without room: half of what is written arrives."""

    def __init__(self, file: IO[bytes], fail: Callable[[str], None]) -> None:
        self._file = file
        self._fail = fail

    def __enter__(self) -> HalfFile:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def write(self, data: bytes) -> int:
        try:
            self._fail("write")
        except OSError:
            self._file.write(data[: len(data) // 2])
            raise
        return self._file.write(data)

    def flush(self) -> None:
        self._fail("flush")
        self._file.flush()

    def fileno(self) -> int:
        return self._file.fileno()


class FullDisk:
    """Has no room at the n-th call that could need some; counts them, and names the one hit."""

    def __init__(self, patch: pytest.MonkeyPatch, at: int) -> None:
        self._left = at
        self.hit = ""
        self._path_open, self._open, self._mkdir = Path.open, os.open, Path.mkdir
        self._fsync = os.fsync

        def path_open(path: Path, mode: str = "r", *rest: Any, **more: Any) -> Any:
            if not set(mode) & set("wxa+"):
                return self._path_open(path, mode, *rest, **more)
            self.fail("open")
            return HalfFile(self._path_open(path, mode, *rest, **more), self.fail)

        def low_open(path: Any, flags: int, *rest: Any, **more: Any) -> int:
            if flags & os.O_CREAT:
                self.fail("make the lock")
            return self._open(path, flags, *rest, **more)

        def mkdir(path: Path, *rest: Any, **more: Any) -> None:
            self.fail("mkdir")
            self._mkdir(path, *rest, **more)

        def fsync(descriptor: int) -> None:
            self.fail("fsync")
            self._fsync(descriptor)

        patch.setattr(Path, "open", path_open)
        patch.setattr(Path, "mkdir", mkdir)
        patch.setattr(os, "open", low_open)
        patch.setattr(os, "fsync", fsync)

    def fail(self, what: str) -> None:
        self._left -= 1
        if self._left == 0:
            self.hit = what
            raise OSError(ENOSPC, "No space left on device")

    def replace(self, source: Path, target: Path) -> None:
        self.fail("replace")
        source.replace(target)


Act = Callable[[Store], object]
ACTS: dict[str, tuple[list[int], Act, list[int], list[int]]] = {
    # what was installed before, what is done, what counts if it fails, and if it is done
    "the first": ([], lambda store: bring(store, 1), [], [1]),
    "the next": ([1, 2], lambda store: bring(store, 3), [2], [3]),
    "back": ([1, 2], lambda store: store.roll_back("trondheim"), [2], [1]),
    "to the bundled": ([1], lambda store: store.roll_back("trondheim", True), [1], []),
    "removed": ([1], lambda store: store.remove(SENDER), [1], []),
}


@pytest.mark.parametrize("act", ACTS)
def test_a_disk_that_is_full_at_any_call_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, act: str
) -> None:
    before, do, failed, done = ACTS[act]
    hit: list[str] = []
    for at in range(1, 100):
        folder = tmp_path / str(at)
        for seq in before:
            bring(Store(folder), seq)
        with monkeypatch.context() as patch:
            disk = FullDisk(patch, at)
            refused = None
            try:
                do(Store(folder, disk.replace, never))
            except DiskFull as full:
                refused = full
        store = Store(folder)
        expected = failed if refused else done
        assert [seq for _, seq in counting(store)] == expected, disk.hit
        assert all(seq in expected or seq < max(expected) for seq in seqs_told(store)), disk.hit
        if refused:
            assert str(refused).startswith("Disken er full. Ingenting er endret. Frigjør 1 MB")
            assert unfinished(folder) == []
        if refused:
            do(store)
        assert [seq for _, seq in counting(store)] == done, "the retry succeeds"
        if not disk.hit:
            break
        hit.append(disk.hit)
    assert not disk.hit
    wanted = {"mkdir"} if act == "removed" else {"mkdir", "open", "write", "flush", "fsync"}
    assert {*wanted, "replace", "make the lock"} <= {*hit, "make the lock"}
    assert len(hit) >= (2 if act == "removed" else 8)


@pytest.mark.parametrize("act", ACTS)
def test_a_replacement_that_is_refused_a_few_times_is_tried_again(tmp_path: Path, act: str) -> None:
    before, do, _, done = ACTS[act]
    for times in range(1, 8):
        folder = tmp_path / str(times)
        for seq in before:
            bring(Store(folder), seq)
        pauses: list[float] = []
        do(Store(folder, refusing(times, os.replace), pauses.append))
        assert [seq for _, seq in counting(Store(folder))] == done
        assert len(pauses) == times
        assert pauses == sorted(pauses)


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("whole", range(5))
def test_a_replacement_that_is_refused_for_good_leaves_what_was(
    tmp_path: Path, act: str, whole: int
) -> None:
    """The first replacements go well, and every later one is refused."""
    before, do, failed, done = ACTS[act]
    for seq in before:
        bring(Store(tmp_path), seq)
    left = [whole]

    def replace(source: Path, target: Path) -> None:
        if not left[0]:
            raise PermissionError(13, "The process cannot access the file")
        left[0] -= 1
        source.replace(target)

    refused = False
    try:
        do(Store(tmp_path, replace, never))
    except ReadOnly:
        refused = True
    store = Store(tmp_path)
    assert [seq for _, seq in counting(store)] == (failed if refused else done)
    assert unfinished(tmp_path) == []
    if refused:
        do(store)
    assert [seq for _, seq in counting(store)] == done


def test_what_does_not_read_back_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that takes bytes and gives others back, as sticks that lie about their size do."""
    store = Store(tmp_path)
    bring(store, 1)
    read = Path.read_bytes

    def forget(path: Path) -> bytes:
        data = read(path)
        return bytes(len(data)) if path.suffix == ".part" else data

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", forget)
        with pytest.raises(Condition):
            bring(store, 2)
    assert counting(store) == [("trondheim", 1)]
    assert unfinished(tmp_path) == []
