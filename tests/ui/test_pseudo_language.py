"""No text that translators cannot reach, and none that a longer language would cut."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QDialog

import pseudo_language
import real_window
from feltperm.desk.text import URGENCY
from feltperm.ui.application import Parts
from feltperm.ui.toolkit.look import Look
from pseudo_language import missed
from real_window import House
from views import DIALOGS, VIEWS, studio

pytestmark = pytest.mark.slow

Known = Callable[[str], bool]


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
def known() -> Known:
    """Whether a word comes from the content, somewhere in it."""
    folder = real_window.compiled()
    files = [*folder.glob("*.json"), *folder.glob("*.jsonl")]
    files += (pseudo_language.ROOT / "docs" / "user").rglob("*.md")
    urgency = [text for wording in URGENCY.values() for text in wording.values()]
    data = "\n".join([*urgency, *(path.read_text(encoding="utf-8") for path in files)])
    return lambda word: word.replace('"', '\\"') in data


@pytest.mark.parametrize("view", VIEWS)
def test_every_word_of_ours_can_be_translated(house: House, known: Known, view: str) -> None:
    assert missed(VIEWS[view](house), known) == []


@pytest.mark.parametrize("view", VIEWS)
def test_longer_words_are_not_cut(house: House, view: str) -> None:
    assert pseudo_language.cut(VIEWS[view](house)) == []


@pytest.mark.parametrize("dialog", DIALOGS)
def test_dialogs_are_translated_whole_and_have_room(
    house: House, known: Known, dialog: str
) -> None:
    found: list[str] = []

    def look(shown: QDialog) -> None:
        house.driver.settle()
        found.extend(missed(shown, known) + pseudo_language.cut(shown))

    if dialog == "print":
        studio(house)
    real_window.answering(house, lambda: DIALOGS[dialog](house), look)
    assert found == []
