"""The folder on a stick: read with suspicion, written so that it may be pulled out."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from feltperm.errors import ReadOnly, UpdateFailed
from feltperm.packs.sticks.stick import (
    FOLDER,
    MANIFEST,
    compare,
    find_sources,
    holds,
    lacks,
    manifest_in,
    place,
    read_file,
    read_share_file,
    read_target,
    target_name,
)
from feltperm.packs.sticks.stick_writing import Parcel, Written, put_file, write
from feltperm.packs.trust.source import encode_source
from packs.simulator import Simulator, pack_bytes

KEY = "0123abcd"


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def parcel(name: str, data: bytes) -> Parcel:
    return Parcel(name, len(data), digest(data), lambda: data)


def shipment(seq: int = 1, extra: int = 0) -> list[Parcel]:
    """What belongs on a stick, in the wrong order."""
    pack = f"pack {seq}".encode() * 10
    return [
        parcel("metadata/timestamp.json", f"timestamp {seq}".encode()),
        parcel(f"metadata/{seq}.snapshot.json", f"snapshot {seq}".encode()),
        parcel(f"metadata/{seq}.targets.json", f"targets {seq}".encode()),
        *(parcel(f"metadata/{n}.root.json", f"root {n}".encode()) for n in (10, 2, 1)),
        parcel(f"targets/trondheim/{digest(pack)}.{seq}.jsonl", pack + b"x" * extra),
        parcel("source.json", b"{}"),
    ]


def names(stick: Path, key: str = KEY) -> set[str]:
    folder = place(stick, key)
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} - {
        MANIFEST
    }


class Recorder:
    """Moves files, and says in which order; fails when it is told to."""

    def __init__(self, fail_at: int = -1, error: int = errno.EIO) -> None:
        self.order: list[str] = []
        self._fail_at, self._error = fail_at, error

    def __call__(self, source: Path, target: Path) -> None:
        if len(self.order) == self._fail_at:
            raise OSError(self._error, os.strerror(self._error))
        self.order.append(target.name)
        source.replace(target)


# --- writing ------------------------------------------------------------------------------------


def test_content_comes_first_and_the_timestamp_last(tmp_path: Path) -> None:
    moved = Recorder()
    written = write(tmp_path, KEY, shipment(), replace=moved)
    assert moved.order[1:-1] == [
        "source.json", next(name for name in moved.order if name.endswith("jsonl")),
        "1.root.json", "2.root.json", "10.root.json", "1.targets.json", "1.snapshot.json",
        "timestamp.json",
    ]  # fmt: skip
    assert moved.order[0] == moved.order[-1] == MANIFEST
    assert written == Written(8, sum(one.length for one in shipment()))


def test_writing_the_same_again_touches_nothing(tmp_path: Path) -> None:
    write(tmp_path, KEY, shipment())
    moved = Recorder()
    assert write(tmp_path, KEY, shipment(), replace=moved) == Written(0, 0)
    assert moved.order == []


@pytest.mark.parametrize("after", range(10))
def test_a_writing_that_was_cut_off_goes_on(tmp_path: Path, after: int) -> None:
    with pytest.raises(UpdateFailed) as failure:
        write(tmp_path, KEY, shipment(), replace=Recorder(after))
    assert failure.value.why == "stick_gone"
    there = len(names(tmp_path))
    (found,) = find_sources(tmp_path) or [None]
    assert found is None or after == 0 or found.unfinished
    assert write(tmp_path, KEY, shipment()).files == 8 - there
    assert names(tmp_path) == {one.name for one in shipment()}
    manifest = manifest_in(place(tmp_path, KEY))
    assert manifest is not None
    assert manifest.done


def test_what_an_older_writing_left_goes_when_the_new_one_is_whole(tmp_path: Path) -> None:
    write(tmp_path, KEY, shipment(1))
    mine = place(tmp_path, KEY) / "targets" / "trondheim" / "notes.txt"
    mine.write_text("not ours")
    with pytest.raises(UpdateFailed):
        write(tmp_path, KEY, shipment(2), replace=Recorder(3))
    assert {one.name for one in shipment(1)} <= names(tmp_path), "the old is whole until then"
    write(tmp_path, KEY, shipment(2))
    assert names(tmp_path) == {one.name for one in shipment(2)} | {"targets/trondheim/notes.txt"}


@pytest.mark.parametrize(
    "harm", [lambda path: path.write_bytes(b"z" * path.stat().st_size), Path.unlink]
)
def test_a_file_that_is_not_what_it_should_be_is_written_anew(
    tmp_path: Path, harm: Callable[[Path], Any]
) -> None:
    write(tmp_path, KEY, shipment())
    target = next(place(tmp_path, KEY).rglob("*.jsonl"))
    data = target.read_bytes()
    harm(target)
    assert write(tmp_path, KEY, shipment()).files == 1
    assert target.read_bytes() == data


@pytest.mark.parametrize(("free", "lacking"), [(0, 1), (32_000, 1), (5_000_000, 3)])
def test_a_full_stick_is_said_before_anything_is_written(
    tmp_path: Path, free: int, lacking: int
) -> None:
    large = [*shipment(), parcel("targets/packs/" + "a" * 64 + ".index.json", b"x" * 7_000_000)]
    parcels = large if lacking > 1 else shipment()
    with pytest.raises(UpdateFailed) as failure:
        write(tmp_path, KEY, parcels, free=lambda _path: free)
    assert failure.value.why == "stick_full"
    assert str(failure.value) == f"Pinnen er full. Den trenger {lacking} MB til."
    assert list(tmp_path.iterdir()) == []


def test_a_stick_that_fills_up_all_the_same_is_said(tmp_path: Path) -> None:
    with pytest.raises(UpdateFailed) as failure:
        write(tmp_path, KEY, shipment(), replace=Recorder(2, errno.ENOSPC))
    assert failure.value.why == "stick_full"
    assert not list(tmp_path.rglob("*.part"))


@pytest.mark.parametrize("error", [errno.EROFS, errno.EPERM])
def test_a_stick_that_takes_no_writes_is_said(tmp_path: Path, error: int) -> None:
    with pytest.raises(ReadOnly, match="Kan ikke skrive på pinnen"):
        write(tmp_path, KEY, shipment(), replace=Recorder(0, error), pause=lambda _seconds: None)


@pytest.mark.parametrize(("refusals", "works"), [(3, True), (7, True), (8, False)])
def test_a_replacement_that_is_refused_for_a_while_is_tried_again(
    tmp_path: Path, refusals: int, works: bool
) -> None:
    left, paused = refusals, []

    def replace(source: Path, target: Path) -> None:
        nonlocal left
        if left > 0:
            left -= 1
            raise PermissionError(errno.EACCES, "a scanner has it open")
        source.replace(target)

    if works:
        assert write(tmp_path, KEY, shipment(), replace=replace, pause=paused.append).files == 8
        assert paused == [0.1 * 2**wait for wait in range(refusals)]
    else:
        with pytest.raises(ReadOnly):
            write(tmp_path, KEY, shipment(), replace=replace, pause=paused.append)


@pytest.mark.parametrize("where", [FOLDER, f"{FOLDER}/{KEY}", f"{FOLDER}/{KEY}/targets"])
def test_nothing_is_written_through_a_link(tmp_path: Path, where: str) -> None:
    home = tmp_path / "home"
    home.mkdir()
    stick = tmp_path / "stick"
    link = stick / where
    link.parent.mkdir(parents=True)
    link.symlink_to(home, target_is_directory=True)
    with pytest.raises(UpdateFailed) as failure:
        write(stick, KEY, shipment())
    assert failure.value.why == "damaged"
    assert list(home.iterdir()) == []


def test_stop_keeps_what_is_written(tmp_path: Path) -> None:
    came: list[int] = []

    def stop(count: int) -> None:
        came.append(count)
        if len(came) == 4:
            raise UpdateFailed("stopped", "Stoppet.")

    with pytest.raises(UpdateFailed):
        write(tmp_path, KEY, shipment(), stop)
    assert len(names(tmp_path)) == 3
    assert write(tmp_path, KEY, shipment(), came.append).files == 5


def test_a_stick_that_is_gone_is_not_made_again(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    with pytest.raises(UpdateFailed) as failure:
        write(gone, KEY, shipment())
    assert failure.value.why == "stick_gone"
    assert not gone.exists()
    with pytest.raises(UpdateFailed):
        put_file(gone, "deling.json", b"{}")
    assert not gone.exists()


def test_a_stick_that_goes_midway_is_not_made_again_on_the_disk(tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    moved = 0

    def replace(source: Path, target: Path) -> None:
        nonlocal moved
        source.replace(target)
        moved += 1
        if moved == 3:
            stick.rename(tmp_path / "pulled out")

    with pytest.raises(UpdateFailed) as failure:
        write(stick, KEY, shipment(), replace=replace)
    assert failure.value.why == "stick_gone"
    assert not stick.exists()


def test_a_colleagues_file_lies_beside_the_senders(tmp_path: Path) -> None:
    assert read_share_file(tmp_path) is None
    put_file(tmp_path, "deling.json", b"one")
    put_file(tmp_path, "deling.json", b"two")
    assert read_share_file(tmp_path) == b"two"
    (tmp_path / FOLDER / "deling.json").write_bytes(b"x" * ((1 << 20) + 1))
    assert read_share_file(tmp_path) is None


# --- reading ------------------------------------------------------------------------------------


def test_senders_are_found_by_what_they_are(tmp_path: Path) -> None:
    shops = [Simulator(name=name) for name in ("Bergen", "Oslo")]
    for shop in shops:
        shop.release("by", 1, pack_bytes("by"))
        shop.write(place(tmp_path, shop.source.key))
    (tmp_path / FOLDER / "ABCDEFGH").mkdir()
    (tmp_path / FOLDER / "deadbeef").mkdir()
    (tmp_path / FOLDER / "0badf00d").symlink_to(place(tmp_path, shops[0].source.key))
    found = {one.key: one.source for one in find_sources(tmp_path)}
    assert found == {
        **{shop.source.key: shop.source for shop in shops}, "deadbeef": None,
    }  # fmt: skip
    alone = find_sources(place(tmp_path, shops[0].source.key))
    assert [one.key for one in alone] == [shops[0].source.key]


def test_a_folder_that_calls_itself_another_is_nobodys(tmp_path: Path) -> None:
    shop = Simulator()
    shop.write(place(tmp_path, KEY))
    assert [(one.key, one.source) for one in find_sources(tmp_path)] == [(KEY, None)]


def test_a_folder_without_anything_of_ours_has_no_senders(tmp_path: Path) -> None:
    assert find_sources(tmp_path) == []
    (tmp_path / FOLDER).write_text("a file")
    assert find_sources(tmp_path) == []
    assert find_sources(tmp_path / "gone") == []


@pytest.mark.parametrize(
    "data",
    [
        b"", b"{", b"[]", b'{"done": true}', b'{"done": 1, "files": {}}', b"[" * 9000,
        b'{"done": true, "files": {"../../home/.bashrc": 1}}',
        b'{"done": true, "files": {"/etc/passwd": 1}}',
        b'{"done": true, "files": {"targets/a/../../x.jsonl": 1}}',
        b'{"done": true, "files": {}, "stale": {"source.json/../../x": 1}}',
    ],
)  # fmt: skip
def test_a_list_that_is_not_ours_deletes_nothing(tmp_path: Path, data: bytes) -> None:
    folder = place(tmp_path, KEY)
    folder.mkdir(parents=True)
    (folder / MANIFEST).write_bytes(data)
    assert manifest_in(folder) is None
    precious = tmp_path / "precious"
    precious.write_text("mine")
    write(tmp_path, KEY, shipment())
    assert precious.read_text() == "mine"


def read(folder: Path, name: str, data: bytes) -> bytes:
    return read_target(folder, name, digest(data), len(data), lambda _count: None)


def test_a_file_is_read_when_its_bytes_are_right(tmp_path: Path) -> None:
    data = bytes(range(256)) * 5000
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b").write_bytes(data)
    came: list[int] = []
    assert read_target(tmp_path, "a/b", digest(data), len(data), came.append) == data
    assert sum(came) == len(data)
    assert len(came) > 1


@pytest.mark.parametrize(
    ("harm", "why"),
    [
        ("cut", "damaged"), ("longer", "damaged"), ("flipped", "damaged"), ("gone", "missing"),
        ("link", "damaged"), ("pipe", "damaged"), ("folder", "damaged"), ("stick", "stick_gone"),
    ],
)  # fmt: skip
def test_a_file_that_is_not_right_is_refused(tmp_path: Path, harm: str, why: str) -> None:
    data = b"0123456789" * 10
    stick = tmp_path / "stick"
    stick.mkdir()
    path = stick / "file"
    path.write_bytes({"cut": data[:-1], "longer": data + b"0"}.get(harm, data))
    if harm == "flipped":
        path.write_bytes(b"1" + data[1:])
    elif harm in ("gone", "link", "pipe", "folder"):
        path.rename(tmp_path / "elsewhere")
        {
            "gone": lambda: None,
            "link": lambda: path.symlink_to(tmp_path / "elsewhere"),
            "pipe": lambda: os.mkfifo(path),
            "folder": path.mkdir,
        }[harm]()
    elif harm == "stick":
        stick.rename(tmp_path / "away")
    with pytest.raises(UpdateFailed) as failure:
        read(stick, "file", data)
    assert failure.value.why == why


def test_a_link_on_the_way_is_refused(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "file").write_bytes(b"x")
    (tmp_path / "way").symlink_to(tmp_path / "real", target_is_directory=True)
    with pytest.raises(UpdateFailed):
        read(tmp_path, "way/file", b"x")
    assert lacks(tmp_path, {"way/file": 1, "real/file": 1}) == ["way/file"]


def test_a_small_file_has_a_greatest_length(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x" * 11)
    assert read_file(tmp_path, "file", 11) == b"x" * 11
    assert read_file(tmp_path, "none", 11) is None
    with pytest.raises(UpdateFailed):
        read_file(tmp_path, "file", 10)


def test_a_release_is_there_when_its_plain_file_is(tmp_path: Path) -> None:
    shop = Simulator()
    release = shop.release("by", 1, pack_bytes("by"))
    shop.write(tmp_path)
    assert holds(tmp_path, release)
    path = tmp_path / target_name(release.plain, release.sha256)
    path.write_bytes(path.read_bytes()[:-1])
    assert not holds(tmp_path, release)
    assert encode_source(shop.source) == (tmp_path / "source.json").read_bytes()


@pytest.mark.parametrize(
    ("own", "other", "take", "give"),
    [
        ({}, {}, [], []),
        ({"a": 1}, {}, [], ["a"]),
        ({}, {"a": 1}, ["a"], []),
        ({"a": 2}, {"a": 2}, [], []),
        ({"a": 2, "b": 1}, {"a": 1, "b": 5, "c": 1}, ["b", "c"], ["a"]),
    ],
)
def test_both_ways_are_compared(
    own: dict[str, int], other: dict[str, int], take: list[str], give: list[str]
) -> None:
    assert compare(own, other) == (take, give)


def test_a_junction_of_windows_is_a_link_like_any_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is a folder by its mode, and leads to the user's own files all the same."""
    folder = place(tmp_path, "0a1b2c3d")
    (folder / "targets").mkdir(parents=True)
    (folder / "source.json").write_bytes(b"{}")
    monkeypatch.setattr(stat, "FILE_ATTRIBUTE_REPARSE_POINT", 0x400, raising=False)
    real = Path.lstat

    def lstat(path: Path) -> object:
        found = real(path)
        if path.name != "targets":
            return found
        return SimpleNamespace(st_mode=found.st_mode, st_size=0, st_file_attributes=0x410)

    monkeypatch.setattr(Path, "lstat", lstat)
    parcel = Parcel(f"targets/bergen/{'0' * 64}.1.jsonl", 1, "0" * 64, lambda: b"x")
    with pytest.raises(UpdateFailed) as caught:
        write(tmp_path, "0a1b2c3d", [parcel])
    assert caught.value.why == "damaged"
    with pytest.raises(UpdateFailed):
        read_file(folder, "targets/x", 10)
    assert list((folder / "targets").iterdir()) == []
