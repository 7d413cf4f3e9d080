"""The real window on a profile of its own, for the tests of `ui/` and the journeys.

Nothing is faked but what a test asks for: content, binder and press are the program's own.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from feltperm.app import window_parts
from feltperm.paths import find_paths, resource
from feltperm.ui.application import Parts, Window
from feltperm.ui.background import Lane
from feltperm.ui.driver import Driver
from feltperm.ui.first_start import FirstStart
from feltperm.ui.toolkit.languages import speak
from feltperm.ui.toolkit.look import Look

Kind = TypeVar("Kind", bound=QWidget)

#: A laptop of the kind that field teams have.
LAPTOP = (1366, 768)


def compiled() -> Path:
    """Return the folder of the compiled content, and say how to make it if it is not there."""
    folder = resource("compiled")
    assert (folder / "national.jsonl").exists(), (
        "The content is not compiled. Run: python3 build/dev.py test, or\n"
        "feltperm-publish compile --sources resources --out out/compiled"
    )
    return folder


class House:
    """A window, the driver that acts on it, and short names for what tests look at."""

    def __init__(self, window: Window, driver: Driver) -> None:
        self.window, self.driver = window, driver
        self.shell = window.shell
        self.context = window.context
        self.search = window.shell.search_page
        self.field = window.shell.topbar.search

    @property
    def page(self) -> QWidget:
        """What the window shows between its bars."""
        return self.shell.pages.currentWidget()

    def skip_first_start(self) -> None:
        """Leave the first question out, if it is asked."""
        if isinstance(self.page, FirstStart):
            self.page.skip.click()
        self.driver.settle()

    def find(self, words: str) -> None:
        """Type ``words`` into the search field and wait for their answer."""
        self.driver.type(self.field, words)
        self.driver.wait(lambda: f"«{words}»" in self.search.count.text())

    def read(self, ref: str) -> None:
        """Open a record and wait until it is shown; one that is shown already is shown anew."""
        shown: list[str] = []
        connection = self.search.opened.connect(shown.append)
        self.shell.open(ref)
        self.driver.wait(lambda: ref in shown and self.search.detail().ref() == ref)
        self.search.opened.disconnect(connection)

    def desk(self, work: Callable[[object], object]) -> object:
        """Do ``work`` on the desk's thread and return its answer."""
        answers: list[object] = []
        failures: list[object] = []
        self.window.desk.run(work, answers.append, failures.append)
        self.driver.wait(lambda: answers or failures)
        assert not failures, failures
        return answers[0]

    def keys(self, *keys: Qt.Key | str, modifier: object = Qt.KeyboardModifier.NoModifier) -> None:
        """Press keys where the keyboard is, as a hand does: shortcuts and focus count."""
        for key in keys:
            if QApplication.activeWindow() is None:  # no window manager gives the keyboard back
                (QApplication.activeModalWidget() or self.shell).activateWindow()
                self.driver.wait(QApplication.activeWindow)
            target = QApplication.focusWidget() or QApplication.activeWindow() or self.shell
            if isinstance(key, str):
                QTest.keyClicks(target, key)
            else:
                QTest.keyClick(target, key, modifier)  # type: ignore[arg-type]
            self.driver.settle()

    def control(self, key: Qt.Key) -> None:
        """Press Ctrl and a key."""
        self.keys(key, modifier=Qt.KeyboardModifier.ControlModifier)

    def favourites(self) -> list[str]:
        """Return what the binder holds as favourites, in its order."""
        kept = self.desk(lambda desk: desk.keep.favourites())  # type: ignore[attr-defined]
        return [str(one.ref) for one in kept]  # type: ignore[attr-defined]

    def click_row(self, number: int) -> None:
        """Click the middle of a card in the result list."""
        area = self.search.results.visualRect(self.search.results.rows.index(number))
        QTest.mouseClick(
            self.search.results.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            area.center() - QPoint(20, 0),
        )
        self.driver.settle()


@contextmanager
def held(lane: Lane[Any]) -> Iterator[None]:
    """Hold a lane's thread up inside the block: what is asked for there is answered after it."""
    gate = Event()
    lane.run(lambda _tool: gate.wait(30), lambda _done: None, lambda _condition: None)
    try:
        yield
    finally:
        gate.set()


@contextmanager
def opened(
    profile: Path,
    *,
    look: Look | None = None,
    size: tuple[int, int] | None = LAPTOP,
    wait: bool = True,
    crash_dialog: bool = False,
    changed: Callable[[Parts], Parts] = lambda parts: parts,
) -> Iterator[House]:
    """Open the window on ``profile`` and close it again.

    Args:
        size: in pixels; None leaves it to the window.
        wait: until the content is there; otherwise the caller sees it come.
        crash_dialog: meet a bug with the dialog; otherwise it fails the test.
        changed: gives the window other parts, with its ``_replace``.
    """
    compiled()
    driver = Driver(profile / "pictures")
    window = Window(
        changed(window_parts(find_paths(profile))),
        look or Look("light", 100),
        on_bug=None if crash_dialog else driver.fail,
    )
    house = House(window, driver)
    ready: list[bool] = []
    window.shell.opened_desk.connect(lambda: ready.append(True))
    if size is not None:
        window.shell.resize(*size)
    try:
        window.show()
        window.shell.activateWindow()
        if wait:
            house.driver.begin("åpne vinduet")
            house.driver.wait(lambda: ready)
        yield house
    finally:
        close(window)
        speak(window.app, "nb", resource("compiled/i18n"))  # for what is tested without a window


def close(window: Window) -> None:
    """Close a window and take every widget of it away, on the window's own thread."""
    window.close()
    QCoreApplication.processEvents()  # progress that is under way still finds its strip
    window.shell.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
    gc.collect()


def answering(house: House, ask: Callable[[], object], *answers: Callable[[Any], object]) -> None:
    """Do ``ask``, and meet each dialog that opens with the next of ``answers``."""
    left, met = list(answers), list[QDialog]()

    def meet() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog) and dialog not in met:
            met.append(dialog)
            try:
                left.pop(0)(dialog)
            finally:  # one that stays open would keep the test for ever
                if dialog.isVisible():
                    dialog.done(0)
        if left:
            QTimer.singleShot(10, meet)

    QTimer.singleShot(10, meet)
    ask()
    house.driver.wait(lambda: not left and QApplication.activeModalWidget() is None)


__all__ = ["LAPTOP", "House", "answering", "close", "compiled", "held", "opened", "replace"]
