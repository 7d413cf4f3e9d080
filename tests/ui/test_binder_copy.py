"""A binder that cannot be read: its newest copy is one press away (SCREENS 2.11)."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QPushButton

from feltperm.paths import find_paths
from real_window import House, opened

SET_ASIDE = "Permen kunne ikke leses. Den er lagt til side, ikke slettet."


def buttons(house: House) -> dict[str, QPushButton]:
    house.driver.settle()
    return {
        made.text(): made
        for made in house.shell.strip.findChildren(QPushButton)
        if not made.isHidden()
    }


def spoilt(folder: Path) -> None:
    """Star something, let the next start make its copy, and spoil the binder."""
    with opened(folder) as house:
        house.skip_first_start()
        house.desk(lambda desk: desk.keep.star("svc-113"))  # type: ignore[attr-defined]
    with opened(folder):
        pass
    find_paths(folder).binder.write_bytes(b"no binder" * 1000)


def starred(house: House) -> object:
    return house.desk(lambda desk: desk.keep.refs())  # type: ignore[attr-defined]


def test_the_copy_is_fetched_with_one_press(tmp_path: Path, qapp: QApplication) -> None:
    spoilt(tmp_path)
    with opened(tmp_path) as house:
        assert house.shell.strip.text() == SET_ASIDE
        assert starred(house) == set()
        (fetch,) = [made for text, made in buttons(house).items() if text.startswith("Hent kopi")]
        fetch.click()
        house.driver.wait(lambda: house.shell.strip.text() == "Kopien er hentet.")
        assert starred(house) == {"national/svc-113"}
        assert house.page is house.search, "the first question was answered long ago"
    with opened(tmp_path) as house:
        assert starred(house) == {"national/svc-113"}


def test_one_may_begin_with_an_empty_binder_too(tmp_path: Path, qapp: QApplication) -> None:
    spoilt(tmp_path)
    with opened(tmp_path) as house:
        buttons(house)["Start tom"].click()
        assert house.shell.strip.text() == ""
        assert starred(house) == set()
        assert list(find_paths(tmp_path).data.glob("binder-unreadable*"))
