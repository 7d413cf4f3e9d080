"""An alert's picture: drawn by the worker, told in words, and harmless whatever its file is."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import msgspec
import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel
from test_alert_banner import CLOSED, PILLS, TRONDHEIM, settle_in
from test_alerts_page import show

from feltperm.catalogue.library import Ref
from feltperm.catalogue.records import Alert, Picture
from feltperm.packs.disk.assets import Assets
from feltperm.packs.disk.store import Store
from feltperm.packs.format import decode, encode
from feltperm.paths import find_paths, resource
from feltperm.ui.alerts.alerts_page import AlertsPage
from feltperm.ui.record.picture_block import PictureBlock
from feltperm.ui.toolkit.look import Look
from real_window import House, held, opened

WORDS = "Eksempel: en blå, rund pille."
GONE = "Bildet kan ikke vises her."
SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40">'
    b'<rect width="60" height="40" fill="#2050c0"/></svg>'
)


def png(width: int, height: int, colour: bytes = b"\x20\x50\xc0") -> bytes:
    """A picture of one colour."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    rows = (b"\0" + colour * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


@contextmanager
def with_picture(folder: Path, file: bytes | None, look: Look | None = None) -> Iterator[House]:
    """The window in Trondheim, where the alert of the pills has a picture."""
    paths = find_paths(folder)
    (sample,) = resource("compiled/samples").glob("*.jsonl")
    pack, name = decode(sample.read_bytes()), sha256(file or b"away").hexdigest()
    picture = Picture(sha256=name, alt={"nb": WORDS})
    records = [
        msgspec.structs.replace(one, picture=picture) if one.id == Ref.parse(PILLS).id else one
        for one in pack.records
    ]
    Store(paths.packs).install(encode(pack.header, records), source="")
    if file is not None:
        Assets(paths.assets).keep(name, file)
    with opened(folder, look=look) as house:
        house.skip_first_start()
        settle_in(house, TRONDHEIM)
        yield house


def block(house: House, page: AlertsPage) -> PictureBlock:
    page.choose(PILLS)
    house.driver.wait(lambda: page.detail.ref() == PILLS)
    (found,) = page.detail.findChildren(PictureBlock)
    return found


@pytest.mark.parametrize("file", [png(90, 60), SVG], ids=["png", "svg"])
def test_the_picture_stands_under_how_it_looks(
    tmp_path: Path, qapp: QApplication, file: bytes
) -> None:
    with with_picture(tmp_path, file) as house:
        shown = block(house, page := show(house))
        house.driver.wait(lambda: not shown.pixmap().isNull())
        drawn = shown.pixmap().toImage()
        middle = drawn.pixelColor(drawn.width() // 2, drawn.height() // 2)
        assert middle == QColor("#2050c0")
        assert abs(drawn.width() / drawn.height() - 1.5) < 0.02
        assert shown.accessibleName() == WORDS
        said = [one.text() for one in page.detail.findChildren(QLabel)]
        assert said.index("Slik ser det ut") < next(
            number for number, text in enumerate(said) if WORDS in text
        )
        above = [one for one in page.detail.findChildren(QLabel) if WORDS in one.text()]
        assert above[0].mapTo(page, above[0].pos()).y() < shown.mapTo(page, shown.pos()).y()


HOSTILE: dict[str, bytes | None] = {
    "not here": None,
    "too large": png(90, 60) + bytes(2_000_000),
    "no picture": b"MZ" + bytes(900),
    "cut": png(90, 60)[:-30],
    "a bomb": png(30_000, 10, b"\0\0\0").replace(
        struct.pack(">II", 30_000, 10), struct.pack(">II", 30_000, 30_000)
    ),
    "a script": SVG.replace(b"<rect", b"<script>alert(1)</script><rect"),
    "a file of the machine": SVG.replace(b"<rect", b'<image href="/etc/hostname"/><rect'),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_file_that_cannot_be_shown_leaves_its_words(
    tmp_path: Path, qapp: QApplication, what: str
) -> None:
    with with_picture(tmp_path, HOSTILE[what]) as house:
        shown = block(house, page := show(house))
        house.driver.wait(lambda: shown.text() == GONE)
        assert any(WORDS in one.text() for one in page.detail.findChildren(QLabel))
        alert = page.detail.page.entry.record if page.detail.page else None
        assert isinstance(alert, Alert)


def test_a_page_that_is_left_while_its_picture_is_drawn_is_no_bug(
    tmp_path: Path, qapp: QApplication
) -> None:
    with with_picture(tmp_path, png(90, 60)) as house:
        page = show(house)
        with held(house.context.press):
            block(house, page)
            house.driver.settle()
            page.choose(CLOSED)
            house.driver.wait(lambda: page.detail.ref() == CLOSED)
        done: list[bool] = []
        house.context.press.run(lambda _press: True, done.append, print)
        house.driver.wait(lambda: done)
        assert page.detail.findChildren(PictureBlock) == []


def test_a_preview_that_takes_the_worker_away_does_not_take_the_picture(
    tmp_path: Path, qapp: QApplication
) -> None:
    with with_picture(tmp_path, png(90, 60)) as house:
        page = show(house)
        shown = block(house, page)
        for _ in range(40):
            house.context.press.reach(lambda press: press.cancel())
            house.driver.settle()
        house.driver.wait(lambda: not shown.pixmap().isNull())


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_large_picture_stays_within_the_page(
    tmp_path: Path, qapp: QApplication, scale: float
) -> None:
    with with_picture(tmp_path, png(1600, 300), Look("light", round(scale * 100))) as house:
        shown = block(house, page := show(house))
        house.driver.wait(lambda: not shown.pixmap().isNull())
        house.driver.settle()
        assert shown.pixmap().width() <= shown.width() <= page.detail.viewport().width()
        assert not page.detail.horizontalScrollBar().isVisible()
        assert shown.height() >= shown.pixmap().height()
