"""No text that translators cannot reach, and none that a longer language would cut."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

import pseudo_language
import real_window
from feltperm.desk.recall import Places
from feltperm.desk.text import URGENCY
from feltperm.ui.application import Parts
from feltperm.ui.binder.name_dialog import NameDialog
from feltperm.ui.toolkit.look import Look
from feltperm.ui.wall.hang_dialog import HangDialog
from feltperm.ui.wall.log_foot import ClearDialog
from pseudo_language import CLOSES, OPENS
from real_window import House, replace

pytestmark = pytest.mark.slow

#: Words that are the same in every language: names, keys, units and what languages call themselves.
_SAME = re.compile(
    r"Feltperm|Nynorsk|Bokmål|English|Norsk|Polski|Українська|العربية|Soomaali|Davvisámegiella"
    r"|F\d+|Ctrl|Alt|Esc|A[2-7]|PDF|https|kB|MB|px|/[\w./-]+"
)

#: A sentence of ours, and dates, which Qt writes in the language of the window.
_MARKED = re.compile(f"{OPENS}[^{OPENS}{CLOSES}]*{CLOSES}")
_DATE = re.compile(r"\d+\. \w+( \d{4})?")


def _hits(house: House) -> QWidget:
    house.driver.type(house.field, "nalokson")
    house.driver.wait(lambda: "nalokson" in house.search.count.text())
    house.driver.settle()
    return house.shell


def _record(ref: str) -> Callable[[House], QWidget]:
    def show(house: House) -> QWidget:
        house.read(ref)
        return house.shell

    return show


def _page(name: str) -> Callable[[House], QWidget]:
    def show(house: House) -> QWidget:
        house.shell.go(name)
        house.driver.settle()
        return house.shell

    return show


def _studio(house: House) -> QWidget:
    house.shell.go("posters")
    house.driver.wait(lambda: house.shell.pages.studio().posters.count())
    house.driver.wait(lambda: house.shell.pages.studio().preview.pixmap())
    return house.shell


def _tab(number: int) -> Callable[[House], QWidget]:
    def show(house: House) -> QWidget:
        house.shell.go("binder")
        house.shell.pages.binder().tabs.setCurrentIndex(number)
        house.driver.settle()
        return house.shell

    return show


def _tray(house: House) -> QWidget:
    house.shell.show_tray()
    house.driver.settle()
    return house.shell


VIEWS: dict[str, Callable[[House], QWidget]] = {
    "search": _page("search"),
    "hits": _hits,
    "services": _page("services"),
    "service": _record("national/svc-116117"),
    "guidance": _record("national/gd-overdose"),
    "posters": _studio,
    "favourites": _tab(0),
    "collections": _tab(1),
    "sites": _tab(2),
    "wall": _tab(3),
    "own": _tab(4),
    "tray": _tray,
    "alerts": _page("alerts"),
    "crisis": _page("crisis"),
    "update": _page("update"),
    "settings": _page("settings"),
    "help": _page("help"),
}


DIALOGS: dict[str, Callable[[House], object]] = {
    "site": lambda house: house.shell.pages.binder().new_site(),
    "own record": lambda house: house.context.reports.own_wanted.emit(""),
    "own poster": lambda house: house.context.reports.own_poster_asked.emit("new", ""),
    "collection": lambda house: NameDialog(house.context.theme, parent=house.shell).exec(),
    "source": lambda house: house.shell.pages.update_page().add_source(),
    "stick": lambda house: house.shell.pages.update_page().open_stick(),
    "hang": lambda house: HangDialog(
        house.context.theme, "Overdose", Places((), (), ()), house.shell
    ).exec(),
    "clear the log": lambda house: ClearDialog(house.context.theme, house.shell).exec(),
    "print": lambda house: house.shell.pages.studio().print_button.click(),
}


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Iterator[House]:
    folder = pseudo_language.make_translations(tmp_path_factory.mktemp("words") / "i18n")

    def changed(parts: Parts) -> Parts:
        return replace(parts, translations=folder)

    profile = tmp_path_factory.mktemp("pseudo") / "profile"
    with real_window.opened(profile, look=Look("light", language="nn"), changed=changed) as house:
        house.skip_first_start()
        yield house


@pytest.fixture(scope="module")
def data() -> str:
    """All that comes from the content, in one string."""
    folder = real_window.compiled()
    files = [*folder.glob("*.json"), *folder.glob("*.jsonl")]
    files += (pseudo_language.ROOT / "resources" / "icons").rglob("*.svg")
    files += (pseudo_language.ROOT / "docs" / "user").rglob("*.md")
    urgency = [text for wording in URGENCY.values() for text in wording.values()]
    return "\n".join([*urgency, *(path.read_text(encoding="utf-8") for path in files)])


def said_by_nobody(text: str, data: str) -> str:
    """Return what in a text is neither marked nor data."""
    left, more = text, 1
    while more:  # from the inside out: a sentence may be filled in into another
        left, more = _MARKED.subn(" ", left)
    left = _SAME.sub(" ", _DATE.sub(" ", left))
    words = [part.strip(" .,;:«»()→·…!?%★*") for part in re.split(r"[\n·:;,()]|\.\s|  ", left)]
    return " | ".join(
        word
        for word in words
        if re.search(r"[^\W\d_]{2,}", word) and word.replace('"', '\\"') not in data
    )


def missed(shown: QWidget, data: str) -> list[str]:
    """Return what is seen or told of a widget that no translator can reach."""
    found = {
        f"{type(one).__name__}.{where}: {left}"
        for one, where, text in pseudo_language.texts(shown)
        if (left := said_by_nobody(text, data))
    }
    return sorted(found)


@pytest.mark.parametrize("view", VIEWS)
def test_every_word_of_ours_can_be_translated(house: House, data: str, view: str) -> None:
    assert missed(VIEWS[view](house), data) == []


@pytest.mark.parametrize("view", VIEWS)
def test_longer_words_are_not_cut(house: House, view: str) -> None:
    assert pseudo_language.cut(VIEWS[view](house)) == []


@pytest.mark.parametrize("dialog", DIALOGS)
def test_dialogs_are_translated_whole_and_have_room(house: House, data: str, dialog: str) -> None:
    found: list[str] = []

    def look(shown: QDialog) -> None:
        house.driver.settle()
        found.extend(missed(shown, data) + pseudo_language.cut(shown))

    if dialog == "print":
        _studio(house)
    real_window.answering(house, lambda: DIALOGS[dialog](house), look)
    assert found == []
