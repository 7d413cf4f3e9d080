"""The print dialog (SCREENS 2.9): the printers come in the background, the PDF is always there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QProgressBar, QScrollArea, QWidget

from feltperm.desk.sheets.as_text import sheet_text
from feltperm.desk.sheets.batch import OwnPdf
from feltperm.desk.sheets.look import Look, look_at, title_of
from feltperm.desk.sheets.printers import Printer, Way, checks_for, in_ink, largest, ways
from feltperm.errors import Condition
from feltperm.paper.press import SheetCancelled
from feltperm.ui.background import Job as Pending
from feltperm.ui.context import Context
from feltperm.ui.posters.pages_view import PagesView
from feltperm.ui.posters.preview import PREVIEW_PPI, ink_words
from feltperm.ui.posters.print_options import PrintOptions
from feltperm.ui.posters.spooler import Order, SendingCancelled
from feltperm.ui.toolkit.flow import FlowLayout
from feltperm.ui.toolkit.parts import band, button, clear, column, label, restyle, row
from feltperm.ui.toolkit.spoken import spoken

if TYPE_CHECKING:
    from feltperm.desk.preferences import Preferences
    from feltperm.desk.sheets.batch import Item
    from feltperm.desk.sheets.posters import Proof
    from feltperm.paper.job import Ink, Job
    from feltperm.paper.press import Sheet

__all__ = ["PrintDialog", "Sent"]


@dataclass(frozen=True, slots=True)
class Sent:
    """What a spooler has taken.

    Attributes:
        items: the sheets as they were sent.
        printer: its name as people know it.
        note: where they are hung is to be noted.
        left_out: title and reason of what could not be set.
    """

    items: tuple[Item, ...]
    printer: str
    note: bool
    left_out: tuple[tuple[str, str], ...] = ()

    @property
    def jobs(self) -> tuple[Job, ...]:
        """Those that were set here; what a PDF made elsewhere says cannot be looked after."""
        return tuple(item for item in self.items if not isinstance(item, OwnPdf))


class PrintDialog(QDialog):
    """Preview left; what can be chosen, what to think of, and the ways out right.

    Signals:
        save_asked: save the PDF instead; carries the sheets as they are to be, and how they are
            shared out on smaller ones, or None.
        stick_asked: the same, on a memory stick.
    """

    save_asked = Signal(object, object)
    stick_asked = Signal(object, object)
    _came = Signal(int, int, str)

    def __init__(
        self,
        context: Context,
        sheets: Sequence[Proof | OwnPdf],
        sent: Callable[[Sent], object],
        parent: QWidget | None = None,
        sheet: Sheet | None = None,
    ) -> None:
        """Look for printers at once, on their own lane and never on the window's thread.

        Args:
            sheets: what is printed, one or several: sheets, and PDFs made elsewhere.
            sent: told when the spooler has taken them, also when the dialog is gone by then.
            sheet: the only sheet as it was set already, to show at once.
        """
        super().__init__(parent)
        self._context, self._sheets, self._sent = context, tuple(sheets), sent
        self._proofs = [one for one in sheets if not isinstance(one, OwnPdf)]
        self._sending, self._looking, self._drawing = Pending(), Pending(), Pending()
        self._left = self._busy = False
        self._wishes: Preferences | None = None
        self._asked: object = None
        self.setWindowTitle(self.tr("Skriv ut"))
        self.pages = PagesView(context.theme)
        self.options = PrintOptions(context.theme, context.icons, _ink(self._proofs))
        self.options.printer_chosen.connect(self._show_papers)
        self.options.changed.connect(self._show_sheet)
        self.state = label("")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.coverage = label("", "muted")
        self.checks = column(spacing=6)
        expired = any(proof.expired for proof in self._proofs)
        text = self.tr("Skriv ut likevel") if expired else self.tr("Send til skriver")
        self.send = button(text, self._send, "primary")
        self.save = button(self.tr("Lagre PDF"), lambda: self._go_to(self.save_asked))
        self.again = button(self.tr("Prøv igjen"), self._look)
        self.trial = button(self.tr("Skriv ut prøveside"), self._send_test_page, "quiet")
        self._lay_out()
        self.finished.connect(self._leave)
        self._came.connect(self._count)
        QShortcut(QKeySequence("F5"), self, self._look)
        if sheet is not None and len(sheets) == 1:
            self._asked = (self.options.ink, None)
            words = (sheet_text(self._proofs[0].job),) * len(sheet.pages)
            self._show_look(Look(sheet.pages, (), sheet.coverage, words))
        self._show_papers()
        self._look()

    @property
    def items(self) -> tuple[Item, ...]:
        """What is printed, as chosen here."""
        ink = self.options.ink
        return tuple(
            one if isinstance(one, OwnPdf) else in_ink(one.job, ink) for one in self._sheets
        )

    @property
    def _jobs(self) -> list[Job]:
        return [in_ink(proof.job, self.options.ink) for proof in self._proofs]

    def reject(self) -> None:
        """Close; what is being sent is stopped, and what became of it is told all the same."""
        if self._busy:
            self._context.printing.reach(lambda shop: shop.cancel())
        super().reject()

    def _lay_out(self) -> None:
        px = self._context.theme.px
        ways_out = QWidget()
        ways_out.setLayout(
            FlowLayout(
                self.save,
                button(self.tr("Lagre på minnepinne"), lambda: self._go_to(self.stick_asked)),
                self.again,
            )
        )
        scrolled = QWidget()
        scrolled.setLayout(
            column(
                self.state,
                self.bar,
                self.options,
                self.coverage,
                row(self.trial, None),
                None,
                margins=(4, 16, 12, 8),
            ),
        )
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(scrolled)
        foot = column(
            self.checks,
            self.send,
            ways_out,
            button(self.tr("Avbryt"), self.reject),
            margins=(4, 8, 12, 0),
        )
        side = QWidget()
        inside = column(spacing=0)
        inside.addWidget(area, 1)
        inside.addLayout(foot)
        side.setLayout(inside)
        side.setFixedWidth(px(300))
        layout = row(margins=(0, 0, 8, 16), spacing=12)
        layout.addWidget(self.pages, 1)
        layout.addWidget(side)
        self.setLayout(layout)
        self.bar.hide()
        self.again.hide()
        self.trial.hide()
        self.send.setDefault(True)  # else Enter would press whichever button comes first
        self.setFocus()  # until it is known what there is to choose
        self.resize(QSize(px(820), px(640)).boundedTo(self.screen().availableSize()))

    def _look(self) -> None:
        if self._busy:
            return
        self.state.setText(self.tr("Leter etter skrivere …"))
        self.state.show()
        self.again.hide()
        self._may_send(False)
        self._looking = self._context.desk.run_latest(
            "printer", lambda desk: desk.preferences(), self._list, lambda _condition: self._list()
        )

    def _list(self, wishes: Preferences | None = None) -> None:
        """Look for the printers, once it is known which one is wanted."""
        self._wishes = wishes
        self._looking = self._context.printing.run_latest(
            "printers", lambda shop: shop.printers(), self._found, self._silent
        )

    def _found(self, printers: Sequence[Printer]) -> None:
        wanted = self._wishes.printer if self._wishes else ""
        chosen = self.options.chosen is not None
        self.again.setVisible(not printers)
        self.trial.setVisible(bool(printers))
        self.options.show_printers(printers, wanted)
        none = self.tr("Fant ingen skriver. Lagre PDF og skriv ut fra en annen maskin.")
        said, missed = "" if printers else none, wanted not in {one.name for one in printers}
        if self._wishes and wanted and not chosen and printers and missed:
            said = self.tr("Fant ikke standardskriveren «{name}». {other} er valgt.").format(
                name=self._wishes.printer_title or wanted, other=printers[0].description
            )
        self._say(said)
        self._lead(self.options.printer if printers else self.save)

    def _lead(self, first: QWidget) -> None:
        """Make the way out there is the one to press, with the keyboard where it begins."""
        for way, leads in ((self.save, first is self.save), (self.send, first is not self.save)):
            restyle(way, "look", "primary" if leads else "")
            way.setDefault(leads)
        if self.focusWidget() in (None, self):  # nobody has gone anywhere meanwhile
            first.setFocus()

    def _silent(self, condition: Condition) -> None:
        """No list came: there is nothing to choose, but the PDF."""
        self._found(())
        self._say(spoken(condition.message))

    def _show_papers(self) -> None:
        """Another printer has other papers."""
        offered = ways(self._jobs, self.options.chosen, tiled=len(self._sheets) == 1)
        size = largest(self._jobs)
        self.options.show_ways([(self._named(way, size), way) for way in offered])
        self._show_sheet()

    def _named(self, way: Way, size: str) -> str:
        paper = way.paper.upper()
        if way.tiling is None:
            return paper if way.paper == size else self.tr("{a}, midt på arket").format(a=paper)
        if way.tiling.poster == size:
            return self.tr("{a}, delt på {n} ark").format(a=paper, n=way.tiling.sheets)
        larger = self.tr("{a2} av {n} ark {a}")
        return larger.format(a2=way.tiling.poster.upper(), n=way.tiling.sheets, a=paper)

    def _show_sheet(self) -> None:
        """Show what will come out, what it takes, and what to think of before."""
        printer, way = self.options.chosen, self.options.way
        clear(self.checks)
        for line in checks_for(self._proofs, printer, way):
            self.checks.addWidget(band("amber", label(line)))
        self._may_send(printer is not None)
        self._show_sides()
        tiling, items = way.tiling if way else None, self.items
        wanted = (self.options.ink, tiling)
        if wanted == self._asked:
            return
        self._asked = wanted
        ppi = PREVIEW_PPI * self.devicePixelRatioF()
        self._drawing = self._context.press.run_latest(
            "print preview",
            lambda press: look_at(press, items, tiling, ppi),
            self._show_look,
            self._not_set,
        )

    def _show_look(self, look: Look) -> None:
        self.pages.show_pages(look.pages, look.names, look.words)
        self.coverage.setText(ink_words(look.coverage))
        self._show_sides()

    def _show_sides(self) -> None:
        printer = self.options.chosen
        self.options.show_sides(bool(printer and printer.duplex) and self.pages.count() > 1)

    def _not_set(self, condition: Condition) -> None:
        self._asked = None
        self.pages.show_text(spoken(condition.message))
        self._may_send(False)

    def _may_send(self, maybe: bool) -> None:
        printer = self.options.chosen
        able = maybe and printer is not None and printer.state != "rejecting" and not self._busy
        self.send.setEnabled(able and self.options.way is not None)
        self.trial.setEnabled(able and "a4" in (printer.papers or ("a4",) if printer else ()))

    def _send(self) -> None:
        printer, way = self.options.chosen, self.options.way
        if printer is None or way is None:
            return
        items, several = self.items, len(self._sheets) > 1
        order = Order(
            printer=printer.name,
            paper=way.paper,
            copies=self.options.copies.value(),
            grey=printer.grey,
            two_sided=self.options.sides.isChecked(),
            title=title_of(items),
        )
        sent, note, came = self._sent, self.options.note.isChecked(), self._came.emit

        def tell(done: int, total: int, title: str) -> None:
            with suppress(RuntimeError):  # the dialog is gone
                came(done, total, title)

        def done(left_out: tuple[tuple[str, str], ...]) -> None:
            kept = tuple(one for one in items if title_of([one]) not in dict(left_out))
            sent(Sent(kept, printer.description, note, left_out))
            if not self._left:
                self.accept()

        self._begin(self.tr("Sender til {printer} …").format(printer=printer.description))
        self.bar.setVisible(several)
        self.bar.setRange(0, len(items))
        self.bar.setValue(0)
        self._sending = self._context.printing.run(
            lambda shop: shop.send(order, items, way, tell), done, self._sending_failed()
        )

    def _send_test_page(self) -> None:
        printer = self.options.chosen
        if printer is None:
            return
        order = Order(printer.name, "a4", grey=printer.grey, title=self.tr("Prøveside"))
        name, now, reports = printer.description, self._context.now(), self._context.reports
        said = self.tr("Prøvesiden er sendt til {printer}.").format(printer=name)

        def done(_answer: None) -> None:
            if self._left:
                reports.said.emit(said)
            else:
                self._end(said)

        self._begin(self.tr("Sender til {printer} …").format(printer=name))
        self._sending = self._context.printing.run(
            lambda shop: shop.send_test_page(order, name, now), done, self._sending_failed()
        )

    def _begin(self, text: str) -> None:
        self._busy = True
        self._say(text)
        self.options.setEnabled(False)
        self._may_send(False)

    def _end(self, text: str) -> None:
        self._busy = False
        self._say(text)
        self.bar.hide()
        self.options.setEnabled(True)
        self._may_send(True)

    def _sending_failed(self) -> Callable[[Condition], None]:
        """Return what tells of a failure, in the dialog or, when that is gone, in the window."""
        reports = self._context.reports
        stopped = self.tr("Utskriften er avbrutt. Ingenting er sendt.")

        def failed(condition: Condition) -> None:
            if isinstance(condition, SendingCancelled | SheetCancelled):
                reports.said.emit(stopped)
            elif self._left:
                reports.told.emit(condition)
            else:
                self._end(spoken(condition.message))
                self.again.show()

        return failed

    def _count(self, done: int, total: int, title: str) -> None:
        if self._busy and total > 1:
            self.bar.setValue(done)
            said = self.tr("Sender {k} av {n}: {title}")
            self._say(said.format(k=done + 1, n=total, title=title))

    def _say(self, text: str) -> None:
        self.state.setText(text)
        self.state.setVisible(bool(text))

    def _go_to(self, way_out: object) -> None:
        items, way = self.items, self.options.way
        self.reject()
        way_out.emit(items, way.tiling if way else None)  # type: ignore[attr-defined]

    def _leave(self, _result: int) -> None:
        """Answers may still be under way when the dialog is no more."""
        self._left = True
        self._looking.cancel()
        self._drawing.cancel()


def _ink(proofs: Sequence[Proof]) -> Ink:
    return proofs[0].job.ink if proofs else "colour"
