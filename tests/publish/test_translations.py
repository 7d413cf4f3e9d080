"""Translation sources become what Qt loads."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QTranslator

from feltperm_publish.translations import release

SOURCE = Path(__file__).parents[2] / "resources" / "i18n" / "qt_nb.ts"


def test_what_qt_asks_for_is_answered_in_bokmal(tmp_path: Path) -> None:
    compiled = tmp_path / "qt_nb.qm"
    compiled.write_bytes(release(SOURCE))
    words = QTranslator()
    assert words.load(str(compiled))
    assert words.translate("QLineEdit", "&Undo") == "&Angre"
    assert words.translate("QPlatformTheme", "Cancel") == "Avbryt"
    assert not words.translate("Shell", "Søk")


def test_the_same_source_gives_the_same_bytes() -> None:
    assert release(SOURCE) == release(SOURCE)


def test_no_wording_is_missing_and_every_place_is_kept() -> None:
    for message in ElementTree.parse(SOURCE).iter("message"):
        source, ours = message.findtext("source", ""), message.findtext("translation", "")
        assert ours, source
        assert source.count("%1") == ours.count("%1"), source
        assert source.count("\n") == 0 or "\n" in ours, source


def test_a_broken_source_is_refused(tmp_path: Path) -> None:
    broken = tmp_path / "broken.ts"
    broken.write_text("<TS><context>", encoding="utf-8")
    with pytest.raises(ValueError, match=r"broken\.ts"):
        release(broken)
