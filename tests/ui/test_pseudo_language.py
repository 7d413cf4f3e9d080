"""No text that translators cannot reach, and none that a longer language would cut."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

import pseudo_language
import real_window
from feltperm.desk.text import URGENCY
from feltperm.ui.application import Parts
from feltperm.ui.toolkit.look import Look
from pseudo_language import CLOSES, OPENS
from real_window import House
from views import DIALOGS, VIEWS, studio

pytestmark = pytest.mark.slow

#: Words that are the same in every language: names, keys, units and what languages call themselves.
_SAME = re.compile(
    r"Feltperm|Nynorsk|Bokmål|English|Norsk|Polski|Українська|العربية|Soomaali|Davvisámegiella"
    r"|F\d+|Ctrl|Alt|Esc|A[2-7]|PDF|https|kB|MB|px|/[\w./-]+"
)

#: A sentence of ours, and dates, which Qt writes in the language of the window.
_MARKED = re.compile(f"{OPENS}[^{OPENS}{CLOSES}]*{CLOSES}")
_DATE = re.compile(r"\d+\. \w+( \d{4})?")


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Iterator[House]:
    folder = pseudo_language.make_translations(tmp_path_factory.mktemp("words") / "i18n")

    def changed(parts: Parts) -> Parts:
        return parts._replace(translations=folder)

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
        studio(house)
    real_window.answering(house, lambda: DIALOGS[dialog](house), look)
    assert found == []
