"""«Krise»: the measures as a checklist, each beside its own page (SCREENS section 1, J10)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget

from feltperm.errors import Condition
from feltperm.ui.context import Context
from feltperm.ui.crisis.crisis_form import CrisisForm
from feltperm.ui.crisis.crisis_list import CrisisList
from feltperm.ui.posters.outlet import Outlet
from feltperm.ui.posters.preview import PREVIEW_PPI
from feltperm.ui.record.detail import DetailView
from feltperm.ui.toolkit.flow import FlowLayout
from feltperm.ui.toolkit.focus import tab_after
from feltperm.ui.toolkit.link_dialog import ask_about_link
from feltperm.ui.toolkit.panes import TwoPanes
from feltperm.ui.toolkit.parts import band, button, clear, column, frame, label, link
from feltperm.ui.toolkit.spoken import spoken
from feltperm.ui.undo import offer_undo

if TYPE_CHECKING:
    from feltperm.binder import Task
    from feltperm.desk.crisis import Board
    from feltperm.desk.desk import Desk
    from feltperm.desk.sheets.posters import Proof
    from feltperm.paper.press import Sheet

__all__ = ["CrisisPage"]


class CrisisPage(QWidget):
    """The list left, what is settled about a measure and its text right; kept at once.

    Signals:
        opened: a record (``pack/id``) is to be shown on its own page.
        poster_asked: a template (``pack/id``) is to be filled in.
    """

    opened = Signal(str)
    poster_asked = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.board: Board | None = None
        self.outlet = Outlet(context, self)
        self.list = CrisisList(context.theme, context.icons)
        self.list.ticked.connect(self._tick)
        self.list.currentRowChanged.connect(self._choose)
        self.list.itemActivated.connect(lambda _item: self._edit())
        self.form = CrisisForm(context.theme, context.now)
        self.form.settled.connect(self._settle)
        self.form.ticked.connect(self._tick)
        self.detail = DetailView(context.theme, context.icons, context.words(), self.form)
        self.detail.star_toggled.connect(context.stars.toggle)
        self.detail.opened.connect(self.opened)
        self.detail.poster_asked.connect(self.poster_asked)
        self.detail.link_clicked.connect(lambda url: ask_about_link(context, url, self))
        self.progress = label("", "muted")
        self.read_only = band(
            "grey", label(self.tr("Kan ikke lagre her. Skriv ut lista, og fyll den ut på papir."))
        )
        self.empty = label(self.tr("Innholdet har ingen tiltak for kriser."))
        self.print_button = button(self.tr("Skriv ut …"), self.print_list, "primary")
        self.clear_button = button(self.tr("Tøm lista"), self.clear_list)
        self._links = column(spacing=2)
        self._area, self._sheet = self._scrolled()
        self.panes = TwoPanes(
            context.theme, context.icons, self._area, self.list, self.tr("Tilbake til lista")
        )
        self.panes.put_right(self.detail)
        self.list.clicked_open.connect(self.panes.read)
        self.setLayout(column(self.panes))
        context.state.restore_panes(self.panes, "crisis")
        for part in (*self._parts(), self.empty, self.read_only):
            part.hide()
        context.stars.changed.connect(self._show_star)
        context.reports.sites_changed.connect(self.refresh)  # the binder may be another one

    def refresh(self) -> None:
        """Read the list again."""
        self._context.desk.run_latest(
            "crisis", lambda desk: desk.crisis.board(), self._show, self._context.reports.told.emit
        )

    def current(self) -> str:
        """Return the measure whose text is shown, as ``pack/id``."""
        return self.detail.ref() if self.detail.isVisible() else ""

    def clear_list(self) -> None:
        """Empty the list; it can be put back."""

        def done(removed: Sequence[Task]) -> None:
            self.refresh()
            if removed:
                self._offer_undo(lambda desk: desk.crisis.put_back(removed))

        self.form.flush()
        self._context.desk.run(lambda desk: desk.crisis.clear(), done, self._failed)

    def print_list(self) -> None:
        """Set the list as a sheet and open the print dialog."""
        self.form.flush()
        self._context.desk.run_latest(
            "crisis sheet", lambda desk: desk.crisis.proof(), self._set, self._failed
        )

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was typed last: the field it stands in may never be left by hand."""
        self.form.flush()
        super().hideEvent(event)

    def _scrolled(self) -> tuple[QScrollArea, QWidget]:
        """Return the left pane and what scrolls in it."""
        area = QScrollArea()
        area.setObjectName("panel")
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sheet = frame(
            "panel",
            column(
                label(self.tr("Krise"), "h1"),
                self.progress,
                self.read_only,
                self.empty,
                FlowLayout(self.print_button, self.clear_button),
                self.list,
                self._links,
                None,
                margins=(20, 20, 16, 20),
                spacing=10,
            ),
        )
        area.setWidget(sheet)
        return area, sheet

    def _parts(self) -> tuple[QWidget, ...]:
        """What is there only with something to settle."""
        return self.progress, self.print_button, self.clear_button, self.list, self.form

    def _show(self, board: Board) -> None:
        self.board = board
        measures = board.measures
        done = sum(bool(measure.task.done_on) for measure in measures)
        self.progress.setText(self.tr("{n} av {all} gjort").format(n=done, all=len(measures)))
        for part in self._parts():
            part.setVisible(bool(measures))
        self.empty.setVisible(not measures)
        self.read_only.setVisible(bool(measures) and not board.writable)
        self.clear_button.setEnabled(board.writable)
        self.clear_button.setToolTip("" if board.writable else self.tr("Kan ikke lagre her."))
        self.list.show_measures(measures, board.writable)
        self._show_measure(self.list.currentRow())
        self._show_links(board)

    def _show_links(self, board: Board) -> None:
        clear(self._links)
        words, asked = self.tr("Plakater å fylle ut"), self.poster_asked.emit
        templates = self._section(words, board.templates, asked)
        guides = [
            (guide.ref, f"{self._historical(guide.year)}  ·  {spoken(guide.title)}")
            for guide in board.guides
        ]
        advice = self._section(self.tr("Råd fra forrige krise"), guides, self.opened.emit)
        tab_after(self.list, [*templates, *advice])

    def _section(
        self, heading: str, rows: Sequence[tuple[str, str]], action: Callable[[str], object]
    ) -> list[QPushButton]:
        """Add a heading with links, and return the links."""
        if rows:
            made = label(heading, "h3")
            made.setContentsMargins(0, self._context.theme.px(12), 0, 0)
            self._links.addWidget(made)
        links = [link(text, lambda ref=ref: action(ref)) for ref, text in rows]  # type: ignore[misc]
        for one in links:
            self._links.addWidget(one)
        return links

    def _historical(self, year: str) -> str:
        return self.tr("Historisk: {year}").format(year=year) if year else self.tr("Historisk")

    def _choose(self, number: int) -> None:
        """Another row was marked: show it, and scroll it into view."""
        self.form.flush()
        self._show_measure(number)
        area = self.list.visualItemRect(self.list.item(number))
        middle = self.list.mapTo(self._sheet, area.center())
        self._area.ensureVisible(0, middle.y(), 0, area.height())

    def _show_measure(self, number: int) -> None:
        """Show what is settled about a measure, and its text."""
        if self.board is None or not 0 <= number < len(self.board.measures):
            self.detail.show_nothing("")
            return
        measure = self.board.measures[number]
        self.form.show_measure(measure, self.board.writable)
        if self.detail.ref() != measure.ref:
            self._context.desk.run_latest(
                "measure",
                lambda desk: (desk.find.show(measure.ref), desk.keep.is_starred(measure.ref)),
                lambda answer: self.detail.show_page(*answer),
                self._failed,
            )

    def _edit(self) -> None:
        """Put the keyboard into the first field of the marked measure."""
        self.panes.read()
        self.form.responsible.setFocus()

    def _settle(self, ref: str, responsible: str, due: str) -> None:
        self._context.desk.run(
            lambda desk: desk.crisis.settle(ref, responsible, due),
            lambda _done: self.refresh(),
            self._failed,
        )

    def _tick(self, ref: str, ticked: bool) -> None:
        day = self._context.now().date().isoformat() if ticked else ""

        def done(before: str) -> None:
            self.refresh()
            if before and not ticked:
                self._offer_undo(lambda desk: desk.crisis.mark(ref, before))

        self._context.desk.run(lambda desk: desk.crisis.mark(ref, day), done, self._failed)

    def _offer_undo(self, work: Callable[[Desk], object]) -> None:
        offer_undo(self._context.desk, self._context.reports, work, self.refresh)

    def _set(self, proof: Proof) -> None:
        from feltperm.desk.sheets import print as shop  # noqa: PLC0415  after the first paint

        ppi = PREVIEW_PPI * self.devicePixelRatioF()

        def done(sheet: Sheet) -> None:
            self.outlet.print(sheet, proof, "tiltak-i-krise")

        self._context.press.run_latest(
            "crisis sheet", lambda press: shop.preview(press, proof.job, ppi), done, self._failed
        )

    def _show_star(self, ref: str, starred: bool) -> None:
        if ref == self.detail.ref():
            self.detail.set_starred(starred)

    def _failed(self, condition: Condition) -> None:
        """Say so, and show what is kept."""
        self._context.reports.told.emit(condition)
        self.refresh()
