"""«På veggen» in «Min perm»: what must be changed, what must come down, what is in order."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from feltperm.desk.text import LANGUAGE_NAMES
from feltperm.ui.context import Context
from feltperm.ui.posters.outlet import Outlet
from feltperm.ui.toolkit.flow import FlowLayout
from feltperm.ui.toolkit.languages import day_and_month, long_date, short_date
from feltperm.ui.toolkit.parts import band, button, clear, column, frame, label, row
from feltperm.ui.toolkit.spoken import spoken
from feltperm.ui.wall.hanging import hang_asked, offer_to_undo
from feltperm.ui.wall.log_foot import LogFoot
from feltperm.ui.wall.wall_rows import Deed, WallGroup, WallLine

if TYPE_CHECKING:  # loaded after the first paint
    from feltperm.binder import LogChange
    from feltperm.desk.desk import Desk
    from feltperm.desk.feasts import Feast
    from feltperm.desk.recall import Hanging, Wall
    from feltperm.desk.sheets.posters import Proof

__all__ = ["WallTab"]

#: Below this width (pixels at 100 % text) the columns of a row stand below each other.
NARROW = 820
#: Fields that are told of one sheet.
_FIELDS = 4
#: The most characters of one of them.
_LONGEST = 200


class WallTab(QScrollArea):
    """Three groups with their deeds, and above them what nobody has answered for yet.

    Signals:
        counted: how many sheets hang.
        posters_asked: there is nothing here yet; the posters are to be shown.
        shown: the rows are those of a new :class:`~feltperm.desk.recall.Wall`.
    """

    counted = Signal(int)
    posters_asked = Signal()
    shown = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.wall: Wall | None = None
        self.outlet = Outlet(context, self)
        self.setObjectName("ground")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        down = Deed(self.tr("Tatt ned"), self._take_down)
        stay = Deed(self.tr("Heng videre"), self._keep_up)
        new = Deed(self.tr("Skriv ut ny"), lambda one: self.print_again((one,)))
        yes = Deed(self.tr("Ja, heng opp …"), lambda one: hang_asked(context, one))
        no = Deed(self.tr("Nei"), self._take_down)
        self.print_all = button(
            self.tr("Skriv ut alle som må byttes"),
            lambda: self.print_again(self.wall.change if self.wall else ()),
            "primary",
        )
        self.feasts = QWidget()
        self._feasts = column(spacing=8)
        self.feasts.setLayout(self._feasts)
        self.asked = WallGroup(self.tr("Kom arket ut? ({n})"), (yes, no))
        columns = (self.tr("Plakat"), self.tr("Henger"), self.tr("Hvorfor"))
        self.change = WallGroup(
            self.tr("Må byttes ({n})"), (new, down, stay), columns, self.print_all
        )
        self.down = WallGroup(self.tr("Må tas ned ({n})"), (down, stay))
        self.fine = WallGroup(self.tr("I orden ({n})"), (down,))
        self.foot = LogFoot(context)
        self.empty = frame(
            "",
            column(
                label(
                    self.tr("Når du noterer hvor en plakat henger, sier vi fra når den må byttes."),
                    "muted",
                ),
                FlowLayout(button(self.tr("Plakater"), self.posters_asked.emit)),
                spacing=10,
            ),
        )
        self.empty.hide()
        self._groups = (self.asked, self.change, self.down, self.fine)
        self.setWidget(
            frame(
                "ground",
                column(
                    self.empty,
                    self.feasts,
                    *self._groups,
                    None,
                    self.foot,
                    margins=(0, 14, 8, 4),
                    spacing=20,
                ),
            )
        )
        reports = context.reports
        for due in (reports.walls_due, reports.sites_changed, context.desk.renewed):
            due.connect(self._refresh_if_seen)

    def refresh(self) -> None:
        """Read the log again, and compare."""
        told = self._context.reports.told.emit
        self._context.desk.run_latest(
            "wall page", lambda desk: desk.recall.wall(), self._show, told
        )

    def _refresh_if_seen(self) -> None:
        if self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what is true now."""
        super().showEvent(event)
        self.refresh()

    def print_again(self, sheets: Sequence[Hanging]) -> None:
        """Print these as they would be today, all in one job."""
        ids = tuple(one.entry.id for one in sheets)
        if ids:
            self._context.desk.run_latest(
                "wall sheets",
                lambda desk: desk.recall.proofs(ids),
                self._print,
                self._context.reports.told.emit,
            )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns below each other where there is no room beside."""
        super().resizeEvent(event)
        for group in self._groups:
            group.fold(self.width() < self._context.theme.px(NARROW))

    def _show(self, wall: Wall) -> None:
        self.wall = wall
        self.asked.show_lines([self._asked_line(one) for one in wall.asked])
        self.change.show_lines([self._line(one) for one in wall.change])
        self.down.show_lines([self._line(one) for one in wall.down])
        self.fine.show_lines([self._line(one) for one in wall.fine])
        self.empty.setVisible(not (wall.hanging or wall.asked))
        self._show_feasts(wall.feasts)
        self.print_all.setVisible(len(wall.change) > 1)
        self.foot.show_wall(wall)
        self.counted.emit(wall.hanging)
        self.shown.emit()

    def _show_feasts(self, feasts: Sequence[Feast]) -> None:
        """Say which sheets show the usual hours while others hold (SCREENS J7)."""
        clear(self._feasts)
        for feast in feasts:
            said = self.tr("%n oppslag viser vanlige åpningstider.", "", len(feast.sheets))
            words = self.tr("Skriv ut påskeoppslag")
            if feast.name != "Påske":
                words = self.tr("Skriv ut juleoppslag")
            line = row(spacing=8)
            line.addWidget(label(said), 1)
            line.addWidget(button(words, partial(self._print_feast, feast)))
            inner = QWidget()
            inner.setLayout(line)
            self._feasts.addWidget(band("amber", inner))
        self.feasts.setVisible(bool(feasts))

    def _print_feast(self, feast: Feast) -> None:
        self._context.desk.run_latest(
            "wall sheets",
            lambda desk: desk.recall.feast_proofs(feast),
            self._print,
            self._context.reports.told.emit,
        )

    def _line(self, one: Hanging) -> WallLine:
        day = self.tr("Hengt {date}").format(date=short_date(one.entry.hung_on))
        if one.state == "fine":
            return WallLine(one, self._kind(one), one.where, day, chip=self._chip(one))
        why = [_shown(reason) for reason in one.reasons]
        if (left := len(why) - _FIELDS) > 0:
            why = [*why[:_FIELDS], self.tr("og {n} til").format(n=left)]
        return WallLine(one, self._kind(one), one.where, day, tuple(why))

    def _asked_line(self, one: Hanging) -> WallLine:
        printer = one.entry.printer
        sent = self.tr("Sendt til {printer}").format(printer=printer) if printer else ""
        return WallLine(one, self._kind(one), sent or self.tr("Sendt til skriver"))

    def _chip(self, one: Hanging) -> tuple[str, str]:
        if one.kept_up:
            return self.tr("Henger videre"), "amber"
        if not one.published:
            return self.tr("I orden"), "green"
        day = one.published
        this_year = day[:4] == str(self._context.now().year)
        day = day_and_month(day) if this_year else long_date(day)
        return self.tr("Som i innholdet fra {date}").format(date=day), "green"

    def _kind(self, one: Hanging) -> str:
        """Return code, paper and language, as far as the language is not a matter of course."""
        first = one.order.languages[0] if one.order.languages else "nb"
        language = "" if first == "nb" else spoken(LANGUAGE_NAMES.get(first, first))
        parts = (one.order.code, one.order.paper.upper(), language)
        return "  ·  ".join(filter(None, parts))

    def _take_down(self, one: Hanging) -> None:
        id = one.entry.id
        self._change(lambda desk: desk.recall.take_down((id,)))

    def _keep_up(self, one: Hanging) -> None:
        id = one.entry.id
        self._change(lambda desk: desk.recall.keep_up(id), self.tr("Henger videre."))

    def _change(self, work: Callable[[Desk], LogChange], said: str = "") -> None:
        self._context.desk.run(
            work,
            lambda change: offer_to_undo(self._context, change, said),
            self._context.reports.told.emit,
        )

    def _print(self, proofs: Sequence[Proof]) -> None:
        if not proofs:
            return
        first = proofs[0].job.record.partition(" ")[0].rpartition("/")[2]
        self.outlet.print_all(proofs, first if len(proofs) == 1 else self.tr("oppslag"))


def _shown(reason: str) -> str:
    """Return a reason with its numbers unbroken, and no longer than is read on a row."""
    cut = reason if len(reason) <= _LONGEST else f"{reason[:_LONGEST]}…"
    return re.sub(r"(?<=\d) (?=\d)", "\N{NO-BREAK SPACE}", cut)
