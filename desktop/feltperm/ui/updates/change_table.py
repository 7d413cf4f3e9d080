"""«Nytt siden sist»: what an update changed, field by field, what concerns us first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from feltperm.ui.toolkit.flow import FlowLayout
from feltperm.ui.toolkit.folding import FoldingRow
from feltperm.ui.toolkit.parts import button, chip, clear, column, frame, label, link
from feltperm.ui.toolkit.theme import Theme

__all__ = ["ChangeLine", "ChangeTable", "Listing"]

#: Rows that are shown at first, and how many more at a time.
FIRST, MORE = 12, 50
#: Below this width (pixels at 100 % text) what changed stands below what it is about.
NARROW = 460
#: Shares of the width: what, change, and whom it concerns.
_SHARES = (5, 6, 4)
#: What lies around the words of a link: plain words stand in line with it.
_INSET = (4, 2, 4, 2)


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One record in the table.

    Attributes:
        ref: ``pack/id``; empty when there is no page any more.
        change: what is new about it, a line for each field.
        chips: (words, tone) of why it concerns us.
    """

    ref: str
    title: str
    change: str
    chips: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """What the table shows.

    Attributes:
        said: of what these are the changes.
        mine: what concerns us; ``rest`` is all else.
        counted: the rest in words, «9 nye, 31 endrede, 4 fjernet».
        hangs: sheets on walls are made of some of it.
        walls: how many of those must be changed now, in words; empty for none.
    """

    said: str
    mine: tuple[ChangeLine, ...]
    rest: tuple[ChangeLine, ...]
    counted: str
    hangs: bool = False
    walls: str = ""


class ChangeTable(QFrame):
    """A card; its rows open the record, and the rest is there on request.

    Signals:
        opened: the record ``pack/id`` is to be shown.
    """

    opened = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("card")
        self._theme = theme
        self._lines: Sequence[ChangeLine] = ()
        self._listing = Listing("", (), (), "")
        self._shown = 0
        self._narrow = False
        self.title = label("", "h3")
        self.said = label("", "muted")
        what = label(self.tr("Hva"), "muted")
        what.setContentsMargins(*_INSET)
        self._head = FoldingRow(_SHARES, what, label(self.tr("Endring"), "muted"), QWidget())
        self._rows = column(spacing=6)
        self.empty = label("", "muted")
        self.rest = label("", "muted")
        self.more = button(self.tr("Vis alle"), self._show_more)
        foot = QWidget()
        foot.setLayout(FlowLayout(self.rest, self.more, spacing=12))
        self.setLayout(
            column(
                self.title,
                self.said,
                self._head,
                self._rows,
                self.empty,
                foot,
                margins=(16, 14, 16, 16),
                spacing=8,
            )
        )

    def show_changes(self, title: str, listing: Listing) -> None:
        """Show what concerns us, and how much else there is; what is shown already stays."""
        self.title.setText(title)
        if listing == self._listing:
            return
        self._listing, mine = listing, listing.mine
        self.said.setText(listing.said)
        self._lines, self._shown = [*mine, *listing.rest], 0
        clear(self._rows)
        self._add(min(len(mine), FIRST))
        self.empty.setText(
            self.tr("Ingenting av dette gjelder kommunen eller favorittene dine.")
            if self._lines
            else self.tr("Ingen oppføringer er endret.")
        )
        self.empty.setVisible(not mine)
        self._show_foot(bool(mine))

    def lines(self) -> list[ChangeLine]:
        """Return the lines that are shown."""
        return list(self._lines[: self._shown])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns below each other where there is no room beside."""
        super().resizeEvent(event)
        narrow = self.width() < self._theme.px(NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            for made in self.findChildren(FoldingRow):
                made.fold(narrow)
            self._head.setVisible(not narrow and self._shown > 0)

    def _show_more(self) -> None:
        before = self._shown
        self._add(MORE)
        self._show_foot(True)
        item = self._rows.itemAt(before * 2)
        made = item.widget() if item is not None else None
        if made is not None and self.more.isHidden():  # the keyboard stays in the table
            made.setFocus()

    def _show_foot(self, mine: bool) -> None:
        left = len(self._lines) - self._shown
        untouched = self._shown <= len(self._listing.mine)
        self._head.setVisible(self._shown > 0 and not self._narrow)
        plus = "+ " if mine else ""
        self.rest.setText(f"{plus}{self._listing.counted}" if untouched else "")
        self.rest.setVisible(untouched and bool(self._listing.counted))
        self.more.setVisible(left > 0)
        words = self.tr("Vis alle") if left <= MORE else self.tr("Vis {n} til").format(n=MORE)
        self.more.setText(words)
        self.more.setAccessibleName(words)

    def _add(self, number: int) -> None:
        for line in self._lines[self._shown : self._shown + number]:
            if self._rows.count():
                self._rows.addWidget(frame("rule"))
            self._rows.addWidget(self._row(line))
            self._shown += 1

    def _row(self, line: ChangeLine) -> FoldingRow:
        what: QWidget = label(line.title)
        what.setContentsMargins(*_INSET)
        if line.ref:
            what = link(line.title, lambda: self.opened.emit(line.ref))
            what.setAccessibleDescription(line.change.replace("\n", ", "))
        chips = QWidget()
        chips.setLayout(FlowLayout(*(chip(words, tone) for words, tone in line.chips), spacing=4))
        made = FoldingRow(_SHARES, what, label(line.change), chips)
        made.setFocusProxy(what)
        made.fold(self._narrow)
        return made
