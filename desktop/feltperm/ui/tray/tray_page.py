"""The tray, open: its services left, the sheet in the middle, what is chosen for it right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from feltperm.errors import Condition, TextTooLong
from feltperm.ui.context import Context
from feltperm.ui.posters.outlet import Outlet
from feltperm.ui.posters.preview import PREVIEW_PPI, Preview
from feltperm.ui.posters.proofing import Proofing
from feltperm.ui.toolkit.parts import band, button, clear, column, frame, label, row
from feltperm.ui.toolkit.sheet_panes import SheetPanes
from feltperm.ui.toolkit.spoken import spoken
from feltperm.ui.toolkit.tall import TallArea
from feltperm.ui.tray.handouts import Handouts
from feltperm.ui.tray.tray_list import TrayList
from feltperm.ui.tray.tray_options import TrayOptions

if TYPE_CHECKING:  # loaded after the first paint
    from feltperm.binder import Collection, Site
    from feltperm.desk.desk import Desk
    from feltperm.desk.sheets.posters import Proof
    from feltperm.desk.sheets.tray import TrayItem

__all__ = ["TrayPage"]


class TrayPage(QWidget):
    """The client sheet and the pocket sheet (SCREENS section 2.8).

    Signals:
        previewed: a preview has been drawn, or it was said why there is none.
    """

    previewed = Signal()

    def __init__(self, context: Context, handouts: Handouts) -> None:
        super().__init__()
        self._context, self._handouts = context, handouts
        self._items: tuple[TrayItem, ...] = ()
        self._sheet = 0
        px = context.theme.px
        self.services = TrayList(context)
        self.services.removed.connect(handouts.remove)
        self.services.arranged.connect(self._arrange)
        self.sheets = QButtonGroup(self)
        self._sheets = row(spacing=0)
        self.preview = Preview(context.theme)
        self.preview.setMinimumSize(px(150), px(120))
        self.options = TrayOptions(context.icons, context.now().date())
        self.options.changed.connect(self._render)
        self.checks = column(spacing=6)
        self.print_button = button(self.tr("Skriv ut …"), self.print_sheet, "primary")
        self.save_button = button(self.tr("Lagre PDF …"), self._ask_where)
        self.proofing = Proofing(context, "handout", self)
        self.proofing.ready.connect(self._show_sheet)
        self.proofing.refused.connect(self._refused)
        self._outlet = Outlet(context, self)
        left = frame(
            "panel",
            column(
                label(self.tr("Utdelingsark"), "h3"), self._sheets, self.services,
                margins=(12, 16, 12, 12),
            ),
        )  # fmt: skip
        choices = frame(
            "panel", column(self.options, self.checks, None, margins=(16, 16, 16, 8), spacing=12)
        )
        ways = row(self.print_button, self.save_button, margins=(16, 8, 16, 12), spacing=8)
        right = frame("sidepanel", column(TallArea(choices, px(260)), ways, spacing=0))
        right.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        words = (self.tr("Utdelingsark"), self.tr("Vis arket"))
        self.panes = SheetPanes(
            context.theme, context.icons, TallArea(left, px(200)), self.services.list,
            self.preview, right, words,
        )  # fmt: skip
        self.services.list.itemActivated.connect(lambda _item: self.panes.read())
        self.setLayout(row(self.panes))
        handouts.changed.connect(self.refresh)
        handouts.emptied.connect(self._forget_person)
        context.reports.sites_changed.connect(self.refresh)
        self._allow(False)
        context.desk.run_latest(
            "handout languages",
            lambda desk: desk.tray.languages(),
            self.options.set_languages,
            context.reports.told.emit,
        )

    def refresh(self) -> None:
        """Read the tray, the places and the collections again."""
        self._context.desk.run_latest(
            "tray",
            lambda desk: (desk.tray.items(), desk.keep.sites(), desk.collect.collections()),
            lambda answer: self._show(*answer),
            self._context.reports.told.emit,
        )

    def print_sheet(self) -> None:
        """Open the print dialog with the sheet as it stands."""
        if self.proofing.sheet is not None and self.proofing.proof is not None:
            self._outlet.print(self.proofing.sheet, self.proofing.proof, self._name())

    def _show(
        self,
        items: tuple[TrayItem, ...],
        sites: Sequence[Site],
        collections: Sequence[Collection],
    ) -> None:
        self._items = items
        self.options.set_places(sites, collections)
        self._show_sheets()
        self._render()

    def _show_sheets(self) -> None:
        """Offer «Ark 1» and «Ark 2» where there are several, and list the chosen one."""
        from feltperm.desk.sheets.client import MOST  # noqa: PLC0415  after the first paint

        count = max(1, -(-len(self._items) // MOST))
        self._sheet = min(self._sheet, count - 1)
        if len(self.sheets.buttons()) != (count if count > 1 else 0):
            for old in self.sheets.buttons():
                self.sheets.removeButton(old)
            clear(self._sheets)
            for number in range(count if count > 1 else 0):
                turn = lambda number=number: self._turn(number)  # noqa: E731
                made = button(self.tr("Ark {n}").format(n=number + 1), turn, "segment")
                made.setCheckable(True)
                self.sheets.addButton(made, number)
                self._sheets.addWidget(made, 1)
        if shown := self.sheets.button(self._sheet):
            shown.setChecked(True)
        self.services.show_items(self._items[self._sheet * MOST : (self._sheet + 1) * MOST])

    def _turn(self, number: int) -> None:
        self._sheet = number
        self._show_sheets()
        self._render()

    def _arrange(self, refs: list[str]) -> None:
        """Keep the order of the shown ones, and of those on other sheets before and after them."""
        from feltperm.desk.sheets.client import MOST  # noqa: PLC0415  after the first paint

        whole = [str(item.kept.ref) for item in self._items]
        whole[self._sheet * MOST : (self._sheet + 1) * MOST] = refs
        self._handouts.arrange(whole)

    def _render(self) -> None:
        """Set the sheet that is asked for; there is none of an empty tray."""
        make = self._asked()
        clear(self.checks)
        self._allow(False)
        self.proofing.ask(make, PREVIEW_PPI * self.devicePixelRatioF())

    def _asked(self) -> Callable[[Desk], Proof]:
        choice, gone = self.options.choice(), {str(i.kept.ref) for i in self._items if i.kept.gone}
        if self.options.kind == "client":
            refs = [ref for ref in self.services.refs() if ref not in gone]
            return lambda desk: desk.tray.client(refs, choice)
        day, number = self.options.day, self.options.number
        every = [str(item.kept.ref) for item in self._items if not item.kept.gone]
        return lambda desk: desk.tray.pocket(
            every if number is None else desk.tray.services_of(number), day, choice
        )

    def _show_sheet(self) -> None:
        sheet, proof = self.proofing.sheet, self.proofing.proof
        if sheet is None or proof is None:
            return
        from feltperm.desk.sheets.as_text import sheet_text  # noqa: PLC0415  after the first paint

        words = sheet_text(proof.job)
        self.preview.show_page(sheet.pages[0], len(sheet.pages), words=words)
        asked = {item.lacks for item in self._items}  # the list says it, with what can be done
        for line in proof.checks:
            if line not in asked:
                self.checks.addWidget(band("amber", label(line)))
        self._allow(True)
        self.previewed.emit()

    def _refused(self, condition: Condition) -> None:
        """The sheet cannot be set: say so where the sheet would be."""
        if isinstance(condition, TextTooLong):
            full = self.tr("Arket er fullt. Ta bort et sted, eller gjør beskjeden kortere.")
            self.preview.show_text(full)
        else:
            self.preview.show_text(spoken(condition.message))
        self.previewed.emit()

    def _allow(self, ready: bool) -> None:
        for made in (self.print_button, self.save_button):
            made.setEnabled(ready)
            made.setToolTip("" if ready else self.tr("Arket er ikke klart."))

    def _forget_person(self) -> None:
        """The next sheet is another person's: nothing of this one stays."""
        self.options.note.clear()
        self.services.forget()

    def _ask_where(self) -> None:
        if self.proofing.proof is not None:
            self._outlet.ask_where(self.proofing.proof.job, self._name())

    def _name(self) -> str:
        """What the file is called: nothing about the person."""
        return self.tr("utdelingsark") if self.options.kind == "client" else self.tr("lommeark")
