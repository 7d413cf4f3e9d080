"""Draw every page of the window in every look, for people who look at them one by one.

Run by the Python of ``.venv``: ``python -m devtools.screenshots FOLDER``. Pictures are small
(at most 1366 pixels wide, with a palette), so that they can lie in the tree.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from feltperm.ui.application import Window
    from feltperm.ui.driver import Driver
    from feltperm.ui.toolkit.look import Look

__all__ = ["draw"]

_LAPTOP = (1366, 768)
#: Colours in a picture: the window has few, and a fifth of the bytes is enough for them.
_COLOURS = 96


class _View(NamedTuple):
    """A page by name, and how one comes there."""

    name: str
    show: Callable[[Window, Driver], QWidget]


def draw(folder: Path) -> list[Path]:
    """Write one picture of each page for each look, and return them.

    Raises:
        OSError: a picture cannot be written.
    """
    from feltperm.ui.toolkit.look import Look  # noqa: PLC0415  Qt is loaded with it
    from feltperm.ui.tour import draw_offscreen  # noqa: PLC0415

    folder.mkdir(parents=True, exist_ok=True)
    looks = {
        "light": Look("light", 100),
        "dark": Look("dark", 100),
        "contrast": Look("contrast", 100),
        "200": Look("light", 200),
        "nn": Look("light", 100, language="nn"),
        "en": Look("light", 100, language="en"),
    }
    made = []
    with tempfile.TemporaryDirectory(prefix="feltperm-screens-") as place:
        draw_offscreen(Path(place))
        for name, look in looks.items():
            with _window(Path(place) / name, look) as (window, driver):
                for view in _views():
                    shown = view.show(window, driver)
                    _wait(driver)
                    made.append(_picture(shown, folder / f"{view.name}-{name}.png"))
    return made


@contextmanager
def _window(profile: Path, look: Look) -> Iterator[tuple[Window, Driver]]:
    from feltperm.app import install_samples, window_parts  # noqa: PLC0415
    from feltperm.paths import find_paths  # noqa: PLC0415
    from feltperm.ui.application import Window  # noqa: PLC0415
    from feltperm.ui.driver import Driver  # noqa: PLC0415

    paths = find_paths(profile)
    install_samples(paths)
    driver = Driver(profile)
    window = Window(window_parts(paths), look, on_bug=driver.fail)
    window.shell.resize(*_LAPTOP)
    ready: list[bool] = []
    window.shell.opened_desk.connect(lambda: ready.append(True))
    try:
        window.show()
        driver.begin("open the window")
        driver.wait(lambda: ready)
        if (question := window.shell.pages.question()) is not None:
            question.skip.click()
        window.context.reports.place_chosen.emit("5001")
        window.desk.run(_fill, lambda _done: None, driver.fail)
        _wait(driver)
        yield window, driver
    finally:
        window.close()


def _fill(desk: object) -> None:
    """Give the pages something to show; nothing of it is anybody's."""
    from feltperm.binder import Site  # noqa: PLC0415
    from feltperm.desk.desk import Desk  # noqa: PLC0415

    assert isinstance(desk, Desk)
    desk.keep.star("national/gd-overdose")
    desk.keep.star("national/svc-feltpleien-oslo")
    desk.keep.add_site(Site(name="Eksempelstedet", address="Eksempelgata 1", phone="22 00 00 00"))
    made = desk.collect.create("Natt til lørdag")
    desk.collect.add(made.number, "national/svc-feltpleien-oslo")
    desk.corrector.add("national/svc-feltpleien-oslo", "phone", "22 67 43 99", by="eksempel")


def _page(name: str) -> Callable[[Window, Driver], QWidget]:
    def show(window: Window, _driver: Driver) -> QWidget:
        window.shell.go(name)
        return window.shell

    return show


def _record(ref: str) -> Callable[[Window, Driver], QWidget]:
    def show(window: Window, driver: Driver) -> QWidget:
        window.shell.topbar.search.clear()
        driver.type(window.shell.topbar.search, "feltpleien" if "svc" in ref else "overdose")
        window.shell.open(ref)
        return window.shell

    return show


def _poster(window: Window, driver: Driver) -> QWidget:
    window.shell.open_poster("national/ps-overdose")
    studio = window.shell.pages.studio()
    driver.wait(lambda: studio.job is not None and studio.preview.pixmap() is not None)
    return window.shell


def _tab(number: int) -> Callable[[Window, Driver], QWidget]:
    def show(window: Window, _driver: Driver) -> QWidget:
        window.shell.go("binder")
        window.shell.pages.binder().tabs.setCurrentIndex(number)
        return window.shell

    return show


def _topic(name: str) -> Callable[[Window, Driver], QWidget]:
    def show(window: Window, driver: Driver) -> QWidget:
        window.shell.go("help")
        page = window.shell.pages.help()
        page.choose(name)
        driver.wait(page.doctor.again.isEnabled)  # it has looked at everything
        return window.shell

    return show


def _tray(window: Window, _driver: Driver) -> QWidget:
    window.shell.handouts().add("national/svc-feltpleien-oslo")
    window.shell.show_tray()
    return window.shell


def _card(window: Window, _driver: Driver) -> QWidget:
    window.shell.show_emergency()
    return window.shell.emergency()


def _views() -> tuple[_View, ...]:
    return (
        _View("search", _page("search")),
        _View("guidance", _record("national/gd-overdose")),
        _View("service", _record("national/svc-feltpleien-oslo")),
        _View("posters", _poster),
        _View("binder-favourites", _tab(0)),
        _View("binder-collections", _tab(1)),
        _View("binder-corrections", _tab(4)),
        _View("crisis", _page("crisis")),
        _View("alerts", _page("alerts")),
        _View("update", _page("update")),
        _View("settings", _page("settings")),
        _View("help-wrong", _topic("noe-er-galt")),
        _View("tray", _tray),
        _View("emergency", _card),
    )


def _wait(driver: Driver) -> None:
    """Let what was asked for be answered and laid out."""
    until = time.monotonic() + 1.2
    while time.monotonic() < until:
        driver.settle()
        time.sleep(0.02)


def _picture(shown: QWidget, path: Path) -> Path:
    from PIL import Image  # noqa: PLC0415  only this function needs it

    if not shown.grab().save(str(path)):
        raise OSError(f"{path} cannot be written.")
    with Image.open(path) as drawn:
        small = drawn.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
    small.save(path, optimize=True)
    if hasattr(shown, "open_over"):
        shown.close()  # it would lie over all that comes after it
    return path


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for one in draw(Path(sys.argv[1])):
        print(one)
