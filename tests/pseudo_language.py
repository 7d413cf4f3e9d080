"""A language nobody speaks: every sentence of ours with accents, marks and more letters.

Put in place of nynorsk it shows what a translation cannot reach (text without the marks) and what
has no room for one (text that is cut); see ``tests/ui/test_pseudo_language.py``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
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
#: Words that are the same in every language: names, keys, units and what languages call themselves.
_SAME = re.compile(
    r"https?://\S+|/[\w./-]+|\b(Feltperm|Nynorsk|Bokmål|English|Norsk|Polski|Українська|العربية"
    r"|Soomaali|Davvisámegiella|F\d+|Ctrl|Alt|Esc|A[2-7]|PDF|kB|MB|px|FP-\w+)\b"
)
#: A sentence of ours, and dates, which Qt writes in the language of the window.
_MARKED = re.compile(f"{OPENS}[^{OPENS}{CLOSES}]*{CLOSES}")
_DATE = re.compile(r"\d+\. \w+( \d{4})?")
#: What stands between words that may have come from different places.
_BETWEEN = re.compile(r"[\n·:;,()–→=]|\.\s|  ")
_AROUND = f" .,;:«»()→·…!?%★*{OPENS}{CLOSES}"
#: What is seen of a row, said of it, and told of it.
_SAID_OF_ITEMS = (
    Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole,
)  # fmt: skip
_PLACE = re.compile(r"(\{\w*\}|%n|\n)")
_EDGES = re.compile(r"(\s*)(.*?)(\s*)", re.DOTALL)


def pseudo(text: str) -> str:
    """Return a sentence in the language nobody speaks.

    What is filled in stands outside the marks: it has to be said in that language by itself.
    """
    parts = _PLACE.split(text)
    said = [number for number, part in enumerate(parts) if _says(part)]
    for number in said:
        longer = "~" * round(len(text) * LONGER) if number == said[-1] else ""
        before, words, after = _EDGES.fullmatch(parts[number].translate(_ACCENTS)).groups()
        parts[number] = f"{before}{OPENS}{words}{longer}{CLOSES}{after}"
    return "".join(parts)


def _says(part: str) -> bool:
    """Whether a part of a sentence is words; what only joins others is nobody's."""
    return bool(re.search(r"\w", part)) and not _PLACE.fullmatch(part)


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


def pieces(text: str) -> list[str]:
    """Return the parts of a text that may have come from different places."""
    return [part.strip(_AROUND) for part in _BETWEEN.split(text)]


def said_by_nobody(text: str, known: Callable[[str], bool]) -> str:
    """Return what in a text is neither marked nor known, as data is; empty when all is."""
    left = _SAME.sub(" ", _DATE.sub(" ", _MARKED.sub(" ", text)))
    return " | ".join(word for word in pieces(left) if _is_word(word) and not known(word))


def _is_word(piece: str) -> bool:
    """Whether a piece says something, and not in the language nobody speaks, cut out of its marks.

    Every vowel of that has an accent.
    """
    return bool(re.search(r"[^\W\d_]{2,}", piece)) and bool(re.search("[aeiouy]", piece, re.I))


def missed(shown: QWidget, known: Callable[[str], bool]) -> list[str]:
    """Return what is seen or told of a widget that no translator can reach."""
    found = {
        f"{type(one).__name__}.{where}: {left}"
        for one, where, text in texts(shown)
        if (left := said_by_nobody(text, known))
    }
    return sorted(found)


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
    elif isinstance(one, QAbstractItemView) and (model := one.model()) is not None:
        for number in range(model.rowCount()):
            for role in _SAID_OF_ITEMS:
                yield "item", str(model.index(number, 0).data(role) or "")


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
