"""One group of «På veggen»: a heading with its count, and a row for each sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from feltperm.ui.toolkit.flow import FlowLayout
from feltperm.ui.toolkit.folding import FoldingRow
from feltperm.ui.toolkit.parts import button, chip, clear, column, frame, label
from feltperm.ui.toolkit.spoken import spoken

if TYPE_CHECKING:  # loaded after the first paint
    from feltperm.desk.recall import Hanging

__all__ = ["Deed", "WallGroup", "WallLine"]

#: Rows that are shown at first, and how many more at a time.
FIRST, MORE = 30, 100
#: Shares of the width: what, where, why, and what can be done.
_SHARES = (4, 4, 5, 6)


@dataclass(frozen=True, slots=True)
class Deed:
    """A button in a row: a verb, and what it does with the sheet."""

    words: str
    do: Callable[[Hanging], object]


@dataclass(frozen=True, slots=True)
class WallLine:
    """A sheet as it is shown.

    Attributes:
        detail: what it is, below its title, as in «FP-7K2M · polsk».
        where: site and place; ``day`` is when it was hung there.
        why: what must be changed, a line for each field; ``chip`` (words, tone) where nothing.
    """

    hanging: Hanging
    detail: str
    where: str
    day: str = ""
    why: tuple[str, ...] = ()
    chip: tuple[str, str] = ("", "plain")


class WallGroup(QFrame):
    """Shows lines with the same deeds; hidden when there are none."""

    def __init__(
        self,
        heading: str,
        deeds: Sequence[Deed],
        columns: Sequence[str] = (),
        extra: QWidget | None = None,
    ) -> None:
        """Make an empty one.

        Args:
            heading: with ``{n}`` for the count.
            columns: what the first columns are called, where it is said.
            extra: stands beside the heading.
        """
        super().__init__()
        self._heading, self._deeds = heading, deeds
        self._narrow = False
        self._lines: Sequence[WallLine] = ()
        self.heading = label("", "h3", wrap=False)
        head = QWidget()
        head.setLayout(FlowLayout(self.heading, *([extra] if extra else []), spacing=12))
        names = [label(one, "muted") for one in columns]
        spare = [QWidget() for _ in _SHARES[len(names) :]]
        self._columns = FoldingRow(_SHARES, *names, *spare)
        self._named = bool(names)
        self._columns.setVisible(self._named)
        self._rows = column(spacing=6)
        self.more = button("", self._show_more)
        foot = QWidget()
        foot.setLayout(FlowLayout(self.more))
        self.setLayout(column(head, self._columns, self._rows, foot, spacing=8))
        self.hide()

    def show_lines(self, lines: Sequence[WallLine]) -> None:
        """Show these; what is shown already stays."""
        if lines == self._lines:
            return
        self._lines = lines
        self.heading.setText(self._heading.format(n=len(lines)))
        clear(self._rows)
        self._add(lines[:FIRST])
        self.setVisible(bool(lines))

    def lines(self) -> Sequence[WallLine]:
        """Return all lines, also those not shown yet."""
        return self._lines

    def fold(self, narrow: bool) -> None:
        """Put the columns below each other, or beside."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._columns.setVisible(self._named and not narrow)
            for made in self.findChildren(FoldingRow):
                made.fold(narrow)

    def _show_more(self) -> None:
        shown = self._shown()
        self._add(self._lines[shown : shown + MORE])

    def _shown(self) -> int:
        return (self._rows.count() + 1) // 2

    def _add(self, lines: Sequence[WallLine]) -> None:
        for line in lines:
            if self._rows.count():
                self._rows.addWidget(frame("rule"))
            self._rows.addWidget(self._row(line))
        left = len(self._lines) - self._shown()
        self.more.setVisible(left > 0)
        words = self.tr("Vis {n} til").format(n=min(left, MORE))
        self.more.setText(words)
        self.more.setAccessibleName(words)

    def _row(self, line: WallLine) -> FoldingRow:
        hanging = line.hanging
        title = label(hanging.title)
        title.setProperty("look", "strong")
        what, why, deeds = QWidget(), QWidget(), QWidget()
        what.setLayout(column(None, title, label(line.detail, "caption"), None, spacing=2))
        words, tone = line.chip
        reasons = column(None, *(label(one) for one in line.why), spacing=2)
        if words:
            reasons.addWidget(chip(words, tone), 0, Qt.AlignmentFlag.AlignLeft)
        reasons.addStretch(1)
        why.setLayout(reasons)
        made_buttons = [self._button(deed, line) for deed in self._deeds]
        deeds.setLayout(FlowLayout(*made_buttons, spacing=6))
        where = QWidget()
        day = [label(line.day, "caption")] if line.day else []
        where.setLayout(column(None, label(line.where), *day, None, spacing=2))
        made = FoldingRow(_SHARES, what, where, why, deeds)
        made.fold(self._narrow)
        return made

    def _button(self, deed: Deed, line: WallLine) -> QWidget:
        made = button(deed.words, lambda: deed.do(line.hanging))
        about = filter(None, (line.hanging.title, line.where, line.day))
        made.setAccessibleName(f"{deed.words}: {', '.join(about)}")
        made.setAccessibleDescription(", ".join(map(spoken, line.why)))
        return made
