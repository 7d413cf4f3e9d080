"""A language nobody speaks: every sentence of ours with accents, marks and more letters.

Put in place of nynorsk it shows what a translation cannot reach (text without the marks) and what
has no room for one (text that is cut); see ``tests/ui/test_pseudo_language.py``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QTabBar,
    QWidget,
)

from devtools.sentences import Sentence, sentences
from devtools.translate import write
from feltperm_publish.translations import release

ROOT = Path(__file__).parents[1]
OPENS, CLOSES = "⟦", "⟧"
#: How much longer than bokmål a translation may be.
LONGER = 0.4
_ACCENTS = str.maketrans("aeiouyAEIOUYcnsz", "àéîöúýÀÉÎÖÚÝçñšž")
_PLACE = re.compile(r"(\{\w*\}|%n|\n)")


def pseudo(text: str) -> str:
    """Return a sentence in the language nobody speaks; what is filled in keeps its place."""
    if not re.search(r"\w", _PLACE.sub("", text)):
        return text  # what only joins others is nobody's words
    accented = "".join(
        part if _PLACE.fullmatch(part) else part.translate(_ACCENTS) for part in _PLACE.split(text)
    )
    return f"{OPENS}{accented}{'~' * round(len(text) * LONGER)}{CLOSES}"


def make_translations(folder: Path) -> Path:
    """Compile the language nobody speaks as nynorsk into ``folder``, and return that."""
    folder.mkdir()
    made: dict[Sentence, tuple[str, ...]] = {
        one: (pseudo(one.source),) * (2 if one.plural else 1)
        for one in sentences(ROOT / "desktop" / "feltperm")
    }
    source = folder / "feltperm_nn.ts"
    source.write_text(write("nn", made), encoding="utf-8")
    (folder / "feltperm_nn.qm").write_bytes(release(source))
    qt = ROOT / "resources" / "i18n" / "qt_nn.ts"
    (folder / "qt_nn.qm").write_bytes(release(qt))
    return folder


def texts(root: QWidget) -> Iterator[tuple[QWidget, str, str]]:
    """Give (widget, where, text) of all that is seen of a widget, or said of it to the ear."""
    for one in [root, *root.findChildren(QWidget)]:
        if not one.isVisible():
            continue
        for where, text in _of(one):
            if text:
                yield one, where, text.replace("&&", "&")


def _of(one: QWidget) -> Iterator[tuple[str, str]]:
    yield "name", one.accessibleName()
    yield "description", one.accessibleDescription()
    yield "tooltip", one.toolTip()
    if isinstance(one, QLabel | QAbstractButton):
        yield "text", one.text()
    elif isinstance(one, QLineEdit):
        yield "placeholder", one.placeholderText()
    elif isinstance(one, QTabBar):
        for number in range(one.count()):
            yield "tab", one.tabText(number)
    elif isinstance(one, QComboBox):
        for number in range(one.count()):
            yield "choice", one.itemText(number)
    elif isinstance(one, QListWidget):
        for number in range(one.count()):
            yield "item", one.item(number).text()


def cut(root: QWidget) -> list[str]:
    """Return what is seen of a widget only in part, each with how much room it lacks."""
    found = []
    for one in root.findChildren(QWidget):
        if one.isVisible() and (lacks := _lacks(one)):
            said = one.text() if isinstance(one, QLabel | QAbstractButton) else one.accessibleName()
            found.append(f"{type(one).__name__} «{said[:60]}»: {lacks}")
    return found


def _lacks(one: QWidget) -> str:
    if isinstance(one, QLabel) and one.text():
        if one.wordWrap():
            needs, has, way = one.heightForWidth(one.width()), one.height(), "high"
        else:
            needs, has, way = one.sizeHint().width(), one.width(), "wide"
    elif isinstance(one, QPushButton | QCheckBox | QTabBar) and one.layout() is None:
        needs, has, way = one.sizeHint().width(), one.width(), "wide"
    elif isinstance(one, QLineEdit) and not one.text():
        needs = one.fontMetrics().horizontalAdvance(one.placeholderText())
        has, way = one.contentsRect().width(), "wide"
    else:
        return ""
    return f"{needs - has} px {way}" if needs > has + 1 else _outside(one)


def _outside(one: QWidget) -> str:
    """Return how far a widget lies beside what its scroll area shows from side to side."""
    above = one.parentWidget()
    while above is not None:
        area = above.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is above:
            never = area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            right = one.mapTo(above, QPoint(one.width(), 0)).x()
            if never and right > above.width() + 1:
                return f"{right - above.width()} px beside"
            return ""
        above = area
    return ""
