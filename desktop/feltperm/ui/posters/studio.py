"""Posters: choose one left, see it as it will be, and print it or save it right (SCREENS 2.9)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from feltperm.errors import Condition, TextTooLong
from feltperm.ui.background import Job as Pending
from feltperm.ui.context import Context
from feltperm.ui.posters.outlet import Outlet
from feltperm.ui.posters.poster_options import PosterOptions
from feltperm.ui.posters.preview import PREVIEW_PPI, Preview, ink_words
from feltperm.ui.record.bodies import box
from feltperm.ui.toolkit.flow import FlowLayout
from feltperm.ui.toolkit.parts import (
    band,
    button,
    clear,
    column,
    frame,
    label,
    link,
    row,
    set_link,
)
from feltperm.ui.toolkit.rows import fit_rows
from feltperm.ui.toolkit.sheet_panes import SheetPanes
from feltperm.ui.toolkit.spoken import spoken
from feltperm.ui.toolkit.tall import TallArea

if TYPE_CHECKING:
    from feltperm.binder import Site
    from feltperm.desk.sheets.posters import PeriodOffer, PosterOffer, Proof, TimesOffer
    from feltperm.paper.job import Job
    from feltperm.paper.press import Sheet

    _Answer: TypeAlias = tuple[
        Sequence[PosterOffer], Sequence[Site], Sequence[TimesOffer], Sequence[PeriodOffer]
    ]

__all__ = ["StudioPage"]

_REF = Qt.ItemDataRole.UserRole
#: Width of the list in pixels at 100 % text.
_LIST = 180


class StudioPage(QWidget):
    """The list, the preview and the options of one poster.

    Signals:
        site_asked: the user wants to enter a new site.
        previewed: a preview has been drawn (for the tour and the tests).
        saved: a PDF was written there.
    """

    site_asked = Signal()
    previewed = Signal()
    saved = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._wanted = ""
        self.sheet: Sheet | None = None
        self.proof: Proof | None = None
        self._setting = Pending()
        self._outlet = Outlet(context, self)
        self._outlet.saved.connect(self.saved)
        px = context.theme.px
        self.posters = QListWidget()
        self.posters.setAccessibleName(self.tr("Plakater"))
        self.posters.setWordWrap(True)
        self.posters.setSpacing(2)
        self.posters.setMinimumHeight(px(48))  # little room is left at 200 % text
        self.posters.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.posters.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.posters.currentItemChanged.connect(self._chosen)
        self.posters.itemSelectionChanged.connect(self._name_print_button)
        self.preview = Preview(context.theme)
        self.options = PosterOptions(context.theme, context.icons)
        self.options.changed.connect(self._render)
        self.options.site_asked.connect(self.site_asked)
        self.coverage = label("", "muted")
        self.checks = column(spacing=6)
        self.print_button = button(self.tr("Skriv ut …"), self.print_poster, "primary")
        self.save_button = button(self.tr("Lagre PDF …"), self._ask_where)
        for made in (self.print_button, self.save_button):
            made.setEnabled(False)
        self.whole_set = link("", self.print_set)
        left = frame(
            "panel",
            column(
                label(self.tr("Plakater"), "h3"),
                self.posters,
                self.whole_set,
                link(
                    self.tr("Lag egen plakat …"),
                    lambda: context.reports.own_poster_asked.emit("new", ""),
                ),
                margins=(12, 16, 12, 12),
            ),
        )
        left.setMinimumWidth(px(_LIST))
        area = TallArea(
            frame(
                "panel",
                column(
                    self.options, self.coverage, self.checks, None,
                    margins=(16, 16, 16, 12), spacing=12,
                ),
            )
        )  # fmt: skip
        # the ways out stay in sight, however much there is to choose
        ways_out = box(FlowLayout(self.print_button, self.save_button))
        inside = column(spacing=0)
        inside.addWidget(area, 1)
        inside.addLayout(column(ways_out, margins=(16, 12, 16, 16)))
        right = frame("sidepanel", inside)
        right.setFixedWidth(px(280))
        ways = (self.tr("Plakater"), self.tr("Vis plakaten"))
        self.panes = SheetPanes(
            context.theme, context.icons, left, self.posters, self.preview, right, ways
        )
        self.posters.itemActivated.connect(lambda _item: self.panes.read())
        self.setLayout(row(self.panes))
        context.reports.sites_changed.connect(self._load)
        context.reports.content_changed.connect(self._load)
        # the worker starts while the list is read; what goes wrong is said with the first sheet
        context.press.run(lambda press: press.start(), lambda _none: None, lambda _said: None)
        self._load()

    @property
    def job(self) -> Job | None:
        """The sheet that is shown, as it was asked for; None while another is being set."""
        return self.proof.job if self.proof else None

    def choose(self, ref: str) -> None:
        """Show the poster ``pack/id``, now or as soon as the list is there."""
        self._wanted = ref
        self.panes.read()
        refs = [self.posters.item(number).data(_REF) for number in range(self.posters.count())]
        if ref in refs:
            self.posters.setCurrentRow(refs.index(ref))
        elif refs:
            self._miss()

    def save(self, target: Path) -> None:
        """Write the poster as PDF."""
        if self.job is not None:
            self._outlet.save(self.job, target)

    def print_poster(self) -> None:
        """Open the print dialog with the poster as it stands, or with all that are selected."""
        selected = self._selected()
        if len(selected) > 1:
            self._print_all(selected)
        elif self.sheet is not None and self.proof is not None:
            self._outlet.print(self.sheet, self.proof, self._name())

    def print_set(self) -> None:
        """Open the print dialog with every poster, for the chosen place."""
        self._print_all([self._offer(number) for number in range(self.posters.count())])

    def _load(self) -> None:
        self._context.desk.run_latest(
            "posters",
            lambda desk: (
                desk.posters.offers(),
                desk.keep.sites(),
                desk.posters.times(),
                desk.posters.periods(),
            ),
            self._show_all,
            self._failed,
        )

    def _show_all(self, answer: _Answer) -> None:
        offers, sites, times, periods = answer
        self.options.set_times(times, periods)
        self._show_list(offers, sites)

    def _show_list(self, offers: Sequence[PosterOffer], sites: Sequence[Site]) -> None:
        self.options.set_sites(sites)
        before = self._wanted or self._current()
        self.posters.blockSignals(True)
        self.posters.clear()
        for poster in offers:
            item = QListWidgetItem(f"{spoken(poster.title)}\n{self._languages(poster)}")
            item.setData(_REF, poster.ref)
            item.setData(_REF + 1, poster)
            self.posters.addItem(item)
        px = self._context.theme.px  # less padding and scroll bar; the margins do not grow
        fit_rows(self.posters, px(_LIST - 36) - 32, px(16))
        self.posters.blockSignals(False)
        refs = [poster.ref for poster in offers]
        if self._wanted and self._wanted not in refs:
            self._miss()
        if refs:
            self.posters.setCurrentRow(refs.index(before) if before in refs else 0)

    def _print_all(self, offers: Sequence[PosterOffer]) -> None:
        from feltperm.desk.sheets.several import proofs_of  # noqa: PLC0415  after the first paint

        choice, name = self.options.choice(), self.tr("plakater")
        self._context.desk.run_latest(
            "posters to print",
            lambda desk: proofs_of(desk.posters, offers, choice),
            lambda proofs: self._outlet.print_all(proofs, name),
            self._failed,
        )

    def _selected(self) -> list[PosterOffer]:
        rows = sorted(self.posters.row(item) for item in self.posters.selectedItems())
        return [self._offer(number) for number in rows]

    def _offer(self, number: int) -> PosterOffer:
        offer: PosterOffer = self.posters.item(number).data(_REF + 1)
        return offer

    def _name_print_button(self) -> None:
        count = len(self.posters.selectedItems())
        several = self.tr("Skriv ut {n} plakater …").format(n=count)
        self.print_button.setText(several if count > 1 else self.tr("Skriv ut …"))
        self.print_button.setAccessibleName(self.print_button.text())

    def _name_set(self) -> None:
        site = self.options.choice().site
        named = self.tr("Skriv ut hele settet for {sted} …").format(sted=site)
        set_link(self.whole_set, named if site else self.tr("Skriv ut hele settet …"))
        self.whole_set.setVisible(self.posters.count() > 1)
        # the list is lower now, once the layout has heard of it
        QTimer.singleShot(0, self, lambda: self.posters.scrollTo(self.posters.currentIndex()))

    def _miss(self) -> None:
        """The poster that was asked for is not offered."""
        self._wanted = self._current()
        self._context.reports.said.emit(self.tr("Plakaten finnes ikke i innholdet."))

    def _languages(self, poster: PosterOffer) -> str:
        if poster.own:
            return self.tr("Egen")
        count = len(poster.languages)
        return self.tr("{n} språk").format(n=count) if count > 1 else self.tr("bokmål")

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._wanted = str(item.data(_REF))
            self.options.set_offer(item.data(_REF + 1))
            self._render()

    def _current(self) -> str:
        item = self.posters.currentItem()
        return str(item.data(_REF)) if item else ""

    def _render(self) -> None:
        ref, choice = self._current(), self.options.choice()
        self._name_set()
        self._forget()
        if ref:
            self._context.desk.run_latest(
                "poster", lambda desk: desk.posters.proof(ref, choice), self._set, self._refused
            )

    def _set(self, proof: Proof) -> None:
        job = proof.job
        from feltperm.desk.sheets import print as shop  # noqa: PLC0415  after the first paint
        from feltperm.desk.sheets.as_text import sheet_text  # noqa: PLC0415

        ppi = PREVIEW_PPI * self.devicePixelRatioF() * self.preview.fineness(job.paper)

        def done(sheet: Sheet) -> None:
            self.proof, self.sheet = proof, sheet
            words = sheet_text(job)
            self.preview.show_page(sheet.pages[0], len(sheet.pages), words=words)
            self._show_checks(proof.checks)
            self.coverage.setText(ink_words(sheet.coverage))
            self.previewed.emit()

        self._setting = self._context.press.run_latest(
            "preview", lambda press: shop.preview(press, job, ppi), done, self._refused
        )

    def _show_checks(self, checks: Sequence[str]) -> None:
        clear(self.checks)
        for line in checks:
            self.checks.addWidget(band("amber", label(line)))
        self.print_button.setEnabled(True)
        self.save_button.setEnabled(True)

    def _refused(self, condition: Condition) -> None:
        """The sheet cannot be set: say so where the sheet would be."""
        self._forget()
        self.preview.show_text(spoken(condition.message))
        clear(self.checks)
        if isinstance(condition, TextTooLong) and condition.fits:
            self.checks.addWidget(self._larger(condition.fits))
        self.previewed.emit()

    def _larger(self, paper: str) -> QPushButton:
        """The way on where the words do not fit (SCREENS 2.11)."""
        take = self.tr("Velg {større}").format(større=paper.upper())
        return button(take, lambda: self.options.choose(self.options.papers, paper))

    def _forget(self) -> None:
        """Nothing can be printed or saved until the sheet that was asked for is there."""
        self._setting.cancel()
        self.proof = self.sheet = None
        self.coverage.setText("")
        self.print_button.setEnabled(False)
        self.save_button.setEnabled(False)

    def _ask_where(self) -> None:
        if self.job is not None:
            self._outlet.ask_where(self.job, self._name())

    def _name(self) -> str:
        """What the file is called that the poster is saved in."""
        return self._current().rpartition("/")[2]

    def _failed(self, condition: Condition) -> None:
        self._context.reports.told.emit(condition)
