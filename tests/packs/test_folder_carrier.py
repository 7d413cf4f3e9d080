"""Files from a stick: only plain files inside the folder, and a stick that is gone is said."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest
from tuf.api.exceptions import DownloadHTTPError, DownloadLengthMismatchError

from feltperm.errors import UpdateFailed
from feltperm.packs.carrying.sources_folder import FolderCarrier
from feltperm.packs.carrying.transfer import Transfer

posix = pytest.mark.skipif(sys.platform == "win32", reason="needs links and pipes of POSIX")


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    (folder / "targets" / "national").mkdir(parents=True)
    (folder / "targets" / "national" / "ab.1.jsonl").write_bytes(b"content" * 10_000)
    (tmp_path / "secret").write_bytes(b"secret")
    (tmp_path / "secrets" / "national").mkdir(parents=True)
    (tmp_path / "secrets" / "national" / "ab.1.jsonl").write_bytes(b"secret")
    return folder


URL = "folder:/targets/national/ab.1.jsonl"


def refused(carrier: FolderCarrier, url: str = URL) -> str:
    with pytest.raises(UpdateFailed) as caught:
        carrier.download_bytes(url, 1 << 20)
    return caught.value.why


def test_a_file_comes_whole_and_is_counted(stick: Path) -> None:
    carrier = FolderCarrier(stick, Transfer())
    assert carrier.base("https://example.org/") == "folder:/"
    assert carrier.download_bytes(URL, 70_000) == b"content" * 10_000
    with carrier.download_file(URL, 70_000) as file:
        assert file.read() == b"content" * 10_000
    assert carrier.transfer.received == 140_000


def test_a_file_that_is_not_there_is_a_404_for_tuf(stick: Path) -> None:
    for url in ("folder:/metadata/2.root.json", f"{URL}/below", "folder:/" + "a" * 5000):
        with pytest.raises(DownloadHTTPError) as caught:
            FolderCarrier(stick).download_bytes(url, 10)
        assert caught.value.status_code == 404


def test_a_file_that_is_too_long_is_refused(stick: Path) -> None:
    with pytest.raises(DownloadLengthMismatchError):
        FolderCarrier(stick).download_bytes(URL, 69_999)
    with (
        pytest.raises(DownloadLengthMismatchError),
        FolderCarrier(stick).download_file(URL, 69_999),
    ):
        raise AssertionError("given out")


@posix
@pytest.mark.parametrize("place", ["targets", "targets/national", "targets/national/ab.1.jsonl"])
def test_a_link_anywhere_on_the_way_is_refused(stick: Path, place: str) -> None:
    path = stick / place
    path.rename(stick / "moved")
    path.symlink_to(stick / "moved")
    assert refused(FolderCarrier(stick)) == "damaged"


@posix
def test_a_link_out_of_the_stick_is_refused(stick: Path, tmp_path: Path) -> None:
    path = stick / "targets" / "national" / "ab.1.jsonl"
    path.unlink()
    path.symlink_to(tmp_path / "secret")
    assert refused(FolderCarrier(stick)) == "damaged"


@posix
def test_a_file_that_becomes_a_link_after_it_was_looked_at_is_refused(
    stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, real = stick / "targets" / "national" / "ab.1.jsonl", os.open

    def exchange(name: Path, flags: int) -> int:
        path.unlink()
        path.symlink_to(tmp_path / "secret")
        return real(name, flags & ~getattr(os, "O_NOFOLLOW", 0))

    monkeypatch.setattr("feltperm.packs.carrying.sources_folder.os.open", exchange)
    assert refused(FolderCarrier(stick)) == "damaged"


@posix
def test_a_folder_that_is_reached_by_a_link_is_read(stick: Path, tmp_path: Path) -> None:
    (tmp_path / "media").symlink_to(stick)
    assert FolderCarrier(tmp_path / "media").download_bytes(URL, 70_000)


@posix
def test_a_pipe_is_refused_and_not_waited_for(stick: Path) -> None:
    path = stick / "targets" / "national" / "ab.1.jsonl"
    path.unlink()
    os.mkfifo(path)
    assert refused(FolderCarrier(stick)) == "damaged"


def test_a_folder_where_a_file_should_be_is_refused(stick: Path) -> None:
    assert refused(FolderCarrier(stick), "folder:/targets/national") == "damaged"


@pytest.mark.parametrize(
    "url",
    [
        "folder:/../secret",
        "folder:/targets/../../secret",
        "folder://etc/passwd",
        "folder:/targets//ab.1.jsonl",
        "folder:/targets/./x",
        "folder:/C:/x",
        "folder:/targets\\..\\..\\secret",
        "folder:/targets/x:stream",
        "folder:/targets/x\0",
        "folder:/",
        "file:///etc/passwd",
        "https://example.org/x",
    ],
)
def test_a_name_with_a_way_in_it_is_refused(stick: Path, url: str) -> None:
    assert refused(FolderCarrier(stick), url) == "damaged"


def test_a_stick_that_was_taken_out_is_said(stick: Path) -> None:
    stick.rename(stick.with_name("pocket"))
    assert refused(FolderCarrier(stick)) == "stick_gone"


@pytest.mark.parametrize("number", [errno.EIO, errno.ENODEV, errno.ENXIO])
def test_a_stick_that_is_taken_out_while_it_is_read_is_said(
    stick: Path, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pulled(*_: object) -> int:
        raise OSError(number, "gone")

    monkeypatch.setattr("feltperm.packs.carrying.sources_folder.os.open", pulled)
    assert refused(FolderCarrier(stick)) == "stick_gone"


def test_stop_ends_the_reading(stick: Path) -> None:
    transfer = Transfer(lambda received: transfer.stop() if received > 20_000 else None)
    assert refused(FolderCarrier(stick, transfer)) == "stopped"
    assert transfer.received < 70_000
