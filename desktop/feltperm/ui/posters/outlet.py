"""The ways out of the window for sheets that are made: to a printer, a file, or a memory stick."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from feltperm.paper.job import Job
from feltperm.ui.context import Context
from feltperm.ui.strip import Action, Message

if TYPE_CHECKING:
    from feltperm.desk.sheets.batch import Item, OwnPdf
    from feltperm.desk.sheets.posters import Proof
    from feltperm.paper.press import Sheet
    from feltperm.paper.tiling import Tiling
    from feltperm.ui.posters.print_dialog import Sent

__all__ = ["Outlet"]


class Outlet(QObject):
    """Prints and saves for one page.

    Signals:
        saved: a PDF was written there, or several into that folder.
        sent: a spooler has taken the sheets (:class:`~feltperm.ui.posters.print_dialog.Sent`).
    """

    saved = Signal(str)
    sent = Signal(object)

    def __init__(self, context: Context, page: QWidget) -> None:
        """Remember the page, over which the dialogs open."""
        super().__init__(page)
        self._context, self._page = context, page

    def print(self, sheet: Sheet, proof: Proof, name: str) -> None:
        """Open the print dialog on a sheet that is set; ``name`` is suggested for the PDF."""
        self._open([proof], name, sheet)

    def print_all(self, sheets: Sequence[Proof | OwnPdf], name: str) -> None:
        """Open the print dialog on sheets, and PDFs made elsewhere, that go out as one job."""
        if sheets:
            self._open(sheets, name)

    def ask_where(self, job: Job, name: str, tiling: Tiling | None = None) -> None:
        """Ask for a file, and write the sheet into it as PDF."""
        title, kinds = self.tr("Lagre PDF"), self.tr("PDF (*.pdf)")
        dialog = QFileDialog(self._page, title, str(_documents() / f"{name}.pdf"), kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")  # before it asks whether a file may be replaced
        if self._context.ask(dialog) and dialog.selectedFiles():
            self.save(job, Path(dialog.selectedFiles()[0]), tiling)

    def save(self, job: Job, target: Path, tiling: Tiling | None = None) -> None:
        """Write the sheet as PDF, shared out on smaller sheets where it is said how."""
        from feltperm.desk.sheets.print import save_pdf  # noqa: PLC0415  after the first paint
        from feltperm.desk.sheets.tiles import save_tiles  # noqa: PLC0415

        def done(_answer: object) -> None:
            self._say_saved(self.tr("Lagret: {name}").format(name=target.name), target)

        self._context.press.run(
            lambda press: (
                save_tiles(press, job, tiling, target) if tiling else save_pdf(press, job, target)
            ),
            done,
            self._context.reports.told.emit,
        )

    def save_all(self, items: Sequence[Item], folder: Path) -> None:
        """Write each sheet as a PDF of its own into a folder."""
        from feltperm.desk.sheets.batch import Batch  # noqa: PLC0415  after the first paint

        said = self.tr("Lagret {n} PDF-er i {name}")

        def done(files: tuple[Path, ...]) -> None:
            self._say_saved(said.format(n=len(files), name=folder.name), folder)

        self._context.printing.run(
            lambda shop: Batch(shop.press, items).save(folder),
            done,
            self._context.reports.told.emit,
        )

    def put_on_stick(
        self, items: Sequence[Item], stick: Path, name: str, tiling: Tiling | None = None
    ) -> None:
        """Write the sheets as PDF onto a memory stick, and say when it may be pulled out."""
        from feltperm.desk.sheets.stick_copy import put_on_stick  # noqa: PLC0415  after first paint

        ready = self.tr("Ferdig. Du kan ta ut pinnen.")

        def done(folder: Path) -> None:
            self._context.reports.done.emit(ready)
            self.saved.emit(str(folder))

        self._context.reports.said.emit(self.tr("Skriver til pinnen …"))
        self._context.printing.run(
            lambda shop: put_on_stick(shop.press, items, stick, name, tiling),
            done,
            self._context.reports.told.emit,
        )

    def _open(
        self, sheets: Sequence[Proof | OwnPdf], name: str, sheet: Sheet | None = None
    ) -> None:
        from feltperm.ui.posters.print_dialog import PrintDialog  # noqa: PLC0415  rarely needed

        def print_again() -> None:
            self._open(sheets, name, sheet)

        def tell(sent: Sent) -> None:
            self.sent.emit(sent)
            self._ask_whether_it_came(sent, print_again)

        dialog = PrintDialog(self._context, sheets, tell, self._page, sheet)
        dialog.save_asked.connect(lambda items, how: self._ask_where(items, name, how))
        dialog.stick_asked.connect(lambda items, how: self._ask_stick(items, name, how))
        self._context.ask(dialog)

    def _ask_where(self, items: Sequence[Item], name: str, tiling: Tiling | None) -> None:
        first = items[0]
        if len(items) == 1 and isinstance(first, Job):
            self.ask_where(first, name, tiling)
        elif folder := self._folder(self.tr("Velg mappe"), _documents()):
            self.save_all(items, folder)

    def _ask_stick(self, items: Sequence[Item], name: str, tiling: Tiling | None) -> None:
        from feltperm.ui.updates.sticks import where_sticks_are  # noqa: PLC0415  rarely needed

        if stick := self._folder(self.tr("Velg minnepinne"), where_sticks_are()):
            self.put_on_stick(items, stick, name, tiling)

    def _folder(self, title: str, start: Path) -> Path | None:
        dialog = QFileDialog(self._page, title, str(start))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        chosen = self._context.ask(dialog) and dialog.selectedFiles()
        return Path(chosen[0]) if chosen else None

    def _say_saved(self, text: str, where: Path) -> None:
        folder = where if where.is_dir() else where.parent
        show = Action(self.tr("Åpne mappen"), lambda: _open_folder(folder))
        self._context.reports.asked.emit(Message(text, (show,), tone="done"))
        self.saved.emit(str(where))

    def _ask_whether_it_came(self, sent: Sent, print_again: Callable[[], None]) -> None:
        """Say "sent", never "printed", and ask (SCREENS 2.9)."""
        from feltperm.ui.wall import hanging  # noqa: PLC0415  when something was printed

        context, several = self._context, len(sent.items) > 1
        said = self.tr("Sendt til {printer}.").format(printer=sent.printer)
        if sent.left_out:
            title, reason = sent.left_out[0]
            context.reports.asked.emit(
                Message(self.tr("«{title}» ble ikke med.").format(title=title), (), reason, True)
            )
        again = Message(
            self.tr("Se etter papir og feil på skriveren. Prøv så igjen."),
            (Action(self.tr("Skriv ut igjen"), print_again),),
        )
        question = Message(
            f"{said} {self.tr('Kom arkene ut?') if several else self.tr('Kom arket ut?')}",
            (
                Action(
                    self.tr("Ja, heng opp …"),
                    lambda: hanging.hang_up(context, sent.jobs, sent.printer),
                ),
                Action(self.tr("Nei"), lambda: context.reports.asked.emit(again)),
                Action(
                    self.tr("Ikke ennå"),
                    lambda: hanging.not_yet(context, sent.jobs, sent.printer),
                ),
            ),
            waits=True,
        )

        def answer(keeping: bool) -> None:
            context.reports.asked.emit(question if keeping else Message(said))

        if sent.note and sent.jobs:
            hanging.keeping(context, sent.jobs, answer)
        else:
            answer(False)


def _documents() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def _open_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
