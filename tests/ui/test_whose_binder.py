"""«Denne permen er brukt før» on shared log-ins (SCREENS J6): nothing is lost either way."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication, QPushButton

from feltperm import app_desk
from feltperm.paths import find_paths
from real_window import House, opened

STARRED = "national/gd-overdose"


def used(profile: Path, days_ago: int) -> None:
    """Leave a profile that somebody used, last so many days ago."""
    then = datetime.now() - timedelta(days=days_ago)
    desk = app_desk.open_desk(find_paths(profile), now=lambda: then)
    desk.keep.star(STARRED)
    desk.remember_municipality("")
    desk.belongings.used_before()
    desk.close()


def asked(house: House) -> bool:
    for _ in range(5):
        house.driver.settle()
    return "er brukt før" in house.shell.strip.text()


def press(house: House, words: str) -> None:
    found = [one for one in house.shell.strip.findChildren(QPushButton) if one.text() == words]
    found[0].click()


def test_it_is_asked_after_a_while_and_the_binder_can_be_used(
    tmp_path: Path, qapp: QApplication
) -> None:
    used(tmp_path, days_ago=20)
    with opened(tmp_path) as house:
        house.driver.wait(lambda: asked(house))
        assert house.shell.strip.text() == "Denne permen er brukt før: 1 favoritt."
        press(house, "Bruk den")
        assert house.favourites() == [STARRED]
    with opened(tmp_path) as house:
        assert not asked(house)


def test_who_was_here_yesterday_is_not_asked(tmp_path: Path, qapp: QApplication) -> None:
    used(tmp_path, days_ago=1)
    with opened(tmp_path) as house:
        assert not asked(house)


def test_a_new_one_is_empty_and_the_old_one_can_be_fetched_back(
    tmp_path: Path, qapp: QApplication
) -> None:
    used(tmp_path, days_ago=20)
    with opened(tmp_path) as house:
        house.driver.wait(lambda: asked(house))
        before = house.shell.centre
        press(house, "Start en ny")
        house.driver.wait(lambda: house.shell.centre is not before)
        house.driver.wait(lambda: house.favourites() == [])
        (old, *_) = house.desk(lambda desk: desk.belongings.holds()).backups  # type: ignore[attr-defined]
        assert old.name.startswith("binder-replaced-")
        house.desk(lambda desk: desk.restore(old.path))  # type: ignore[attr-defined]
        assert house.favourites() == [STARRED]


def test_where_several_share_a_log_in_it_is_asked_at_each_start(
    tmp_path: Path, qapp: QApplication
) -> None:
    used(tmp_path, days_ago=0)
    with opened(tmp_path) as house:
        house.desk(lambda desk: desk.belongings.share(True))  # type: ignore[attr-defined]
    with opened(tmp_path) as house:
        house.driver.wait(lambda: asked(house))


def test_an_empty_binder_asks_nothing(tmp_path: Path, qapp: QApplication) -> None:
    with opened(tmp_path) as house:
        house.skip_first_start()
        assert not asked(house)
