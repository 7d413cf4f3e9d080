"""Packs on disk: what counts as the current one, whatever happened to the files."""

from __future__ import annotations

from pathlib import Path

import pytest

from feltperm.catalogue.records import PackHeader, Service
from feltperm.errors import ContentDamaged
from feltperm.packs.format import encode, read_pack
from feltperm.packs.store import install, installed


def pack(seq: int, name: str = "trondheim") -> bytes:
    header = PackHeader(
        format=1, pack=name, seq=seq, published="2026-11-26", publisher="T", languages=("nb",)
    )
    return encode(header, [Service(id="svc-a", title={"nb": f"Nummer {seq}"})])


def current(folder: Path) -> list[tuple[str, int]]:
    headers = [read_pack(path).header for path in installed(folder)]
    return [(header.pack, header.seq) for header in headers]


def test_nothing_is_installed_where_there_is_no_folder(tmp_path: Path) -> None:
    assert installed(tmp_path / "gone") == []


def test_each_pack_has_one_current_file_named_after_its_content(tmp_path: Path) -> None:
    install(tmp_path, pack(1, "oslo"))
    first = install(tmp_path, pack(1))
    second = install(tmp_path, pack(2))
    assert first.exists()
    assert second.read_bytes() == pack(2)
    assert current(tmp_path) == [("oslo", 1), ("trondheim", 2)]


def test_the_pointer_may_lead_back_to_an_older_one(tmp_path: Path) -> None:
    old = install(tmp_path, pack(1))
    install(tmp_path, pack(2))
    (old.parent / "current").write_text(old.name, encoding="utf-8")
    assert current(tmp_path) == [("trondheim", 1)]


@pytest.mark.parametrize("pointer", [None, b"", b"\xff\xfe", b"../../secret", b"9-0000.jsonl"])
def test_without_a_pointer_the_newest_whole_file_counts(
    tmp_path: Path, pointer: bytes | None
) -> None:
    install(tmp_path, pack(9))
    newest = install(tmp_path, pack(10))
    place = newest.parent / "current"
    place.unlink() if pointer is None else place.write_bytes(pointer)
    assert current(tmp_path) == [("trondheim", 10)]


@pytest.mark.parametrize("damage", [b"", b"{}", None])
def test_a_damaged_file_is_passed_over_for_the_one_before(
    tmp_path: Path, damage: bytes | None
) -> None:
    install(tmp_path, pack(1))
    newest = install(tmp_path, pack(2))
    newest.write_bytes(newest.read_bytes()[:-1] if damage is None else damage)
    assert current(tmp_path) == [("trondheim", 1)]
    assert newest.exists()


def test_a_pack_with_no_whole_file_is_passed_over(tmp_path: Path) -> None:
    install(tmp_path, pack(1)).write_bytes(b"")
    install(tmp_path, pack(1, "oslo"))
    assert current(tmp_path) == [("oslo", 1)]


def test_what_is_no_pack_is_not_installed(tmp_path: Path) -> None:
    install(tmp_path, pack(1))
    with pytest.raises(ContentDamaged):
        install(tmp_path, b"not a pack\n")
    assert current(tmp_path) == [("trondheim", 1)]


@pytest.mark.parametrize("seq", [-1, 10**12])
def test_a_number_that_would_not_be_found_again_is_refused(tmp_path: Path, seq: int) -> None:
    install(tmp_path, pack(1))
    with pytest.raises(ContentDamaged):
        install(tmp_path, pack(seq))
    assert current(tmp_path) == [("trondheim", 1)]


def test_a_disk_that_fills_up_leaves_the_one_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, pack(1))

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        install(tmp_path, pack(2))
    assert current(tmp_path) == [("trondheim", 1)]
    assert not list(tmp_path.rglob("*.part"))
