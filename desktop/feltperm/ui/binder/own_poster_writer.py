"""Writing own posters: the form with its live sheet, keeping, passing on and bringing in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from feltperm.catalogue.library import OWN_PACK, Ref
from feltperm.desk.own import Change, OwnRecordRefused
from feltperm.desk.own_posters import PosterDraft
from feltperm.errors import Condition, NotFound
from feltperm.ui.binder.own_poster_form import OwnPosterForm
from feltperm.ui.context import Context
from feltperm.ui.posters.outlet import Outlet
from feltperm.ui.posters.preview import PREVIEW_PPI
from feltperm.ui.toolkit.spoken import spoken
from feltperm.ui.undo import offer_undo

if TYPE_CHECKING:  # loaded after the first paint
    from feltperm.binder import PdfPoster
    from feltperm.desk.desk import Desk
    from feltperm.desk.sheets.posters import Proof
    from feltperm.desk.sticks.sharing import TakenPosters
    from feltperm.paper.press import ForeignPdf, Sheet

__all__ = ["OwnPosterWriter"]


class OwnPosterWriter(QObject):
    """Opens the form over the window, and keeps what comes of it.

    Args:
        window: what the form stands over.
        show: is given the poster that was kept, once the content has it.
    """

    def __init__(self, context: Context, window: QWidget, show: Callable[[str], object]) -> None:
        super().__init__(window)
        self._context, self._window, self._show_poster = context, window, show
        self._outlet = Outlet(context, window)

    def do(self, what: str, id: str) -> None:
        """Do what was asked for (:attr:`feltperm.ui.reports.Reports.own_poster_asked`)."""
        tasks: Mapping[str, Callable[[], object]] = {
            "new": self.new,
            "file": self.bring_in,
            "pdf": self.bring_in_pdf,
            "show": lambda: self._show_poster(str(Ref(OWN_PACK, id))),
            "share": lambda: self.share(id),
            "print": lambda: self.print_pdf(id),
            "remove": lambda: self.remove_pdf(id),
        }
        tasks[what]()

    def new(self) -> None:
        """Ask for a new poster."""
        self._with_pictograms(lambda pictograms: self._ask(pictograms, PosterDraft(), ""))

    def edit(self, id: str) -> None:
        """Ask for what is to be other in a poster."""
        self._context.desk.run(
            lambda desk: PosterDraft.of(desk.own_posters.get(id)),
            lambda draft: self._with_pictograms(lambda drawn: self._ask(drawn, draft, id)),
            self._failed,
        )

    def share(self, id: str) -> None:
        """Write a poster into a file that a colleague can bring in."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(
            self._window, self.tr("Del plakat"), str(Path(folder) / f"{id}.feltperm.json"),
            self.tr("Delt plakat (*.json)"),
        )  # fmt: skip
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        if self._context.ask(dialog) and dialog.selectedFiles():
            self.write_share(id, Path(dialog.selectedFiles()[0]))

    def write_share(self, id: str, target: Path) -> None:
        """Write a poster into this file."""

        def work(desk: Desk) -> Path:
            from feltperm.desk.saving import save  # noqa: PLC0415  after the first paint
            from feltperm.desk.sticks.sharing import poster_share  # noqa: PLC0415

            return save(poster_share([desk.own_posters.get(id)], self._context.now()), target)

        said = self.tr("Lagret: {name}").format(name=target.name)
        self._context.desk.run(
            work, lambda _path: self._context.reports.done.emit(said), self._failed
        )

    def bring_in(self) -> None:
        """Ask for a colleague's file, and keep the posters in it."""
        path = self._chosen(self.tr("Hent plakat fra fil"), self.tr("Delt plakat (*.json)"))
        if path is not None:
            self.take(path)

    def take(self, path: Path) -> None:
        """Keep the posters of a colleague's file."""

        def work(desk: Desk) -> TakenPosters:
            from feltperm.desk.sticks.sharing import (  # noqa: PLC0415  after the first paint
                read_share_file,
                take_posters,
            )

            return take_posters(desk.own_posters, read_share_file(path))

        self._context.desk.run(work, self._taken, self._failed)

    def bring_in_pdf(self) -> None:
        """Ask for a PDF made elsewhere, and keep it among the own posters."""
        path = self._chosen(self.tr("Hent inn PDF"), self.tr("PDF (*.pdf)"))
        if path is not None:
            self.take_pdf(path)

    def take_pdf(self, path: Path) -> None:
        """Keep a PDF made elsewhere; the press looks at it first."""
        from feltperm.desk.sheets.import_pdf import read_pdf  # noqa: PLC0415  after the first paint

        def keep(pdf: ForeignPdf) -> None:
            said = self.tr("Hentet inn: {name}").format(name=path.stem)
            self._context.desk.run(
                lambda desk: desk.pdf_posters.keep(path.stem[:120], pdf),
                lambda _poster: self._say_changed(said),
                self._failed,
            )

        self._context.press.run(lambda press: read_pdf(press, path), keep, self._failed)

    def print_pdf(self, sha256: str) -> None:
        """Open the print dialog on a PDF made elsewhere, and the sheet with the site's box."""
        from feltperm.desk.sheets.batch import OwnPdf  # noqa: PLC0415  after the first paint
        from feltperm.desk.sheets.posters import Proof  # noqa: PLC0415

        def work(desk: Desk) -> list[Proof | OwnPdf]:
            box = desk.posters.box(desk.keep.site_for(""))
            items = desk.pdf_posters.items(sha256, box)
            return [one if isinstance(one, OwnPdf) else Proof(one, ()) for one in items]

        self._context.desk.run(
            work, lambda sheets: self._outlet.print_all(sheets, "plakat"), self._failed
        )

    def remove_pdf(self, sha256: str) -> None:
        """Take a PDF off the list; it can be put back for the whole session."""

        def done(removed: PdfPoster | None) -> None:
            if removed is None:
                return
            reports = self._context.reports
            reports.content_changed.emit()
            offer_undo(
                self._context.desk,
                reports,
                lambda desk: desk.pdf_posters.put_back(removed),
                reports.content_changed.emit,
            )

        self._context.desk.run(lambda desk: desk.pdf_posters.remove(sha256), done, self._failed)

    def _say_changed(self, words: str) -> None:
        self._context.reports.done.emit(words)
        self._context.reports.content_changed.emit()

    def _taken(self, taken: TakenPosters) -> None:
        parts = [self.tr("{n} nye").format(n=len(taken.ids))]
        if taken.known:
            parts.append(self.tr("{n} hadde du fra før").format(n=taken.known))
        if taken.refused:
            parts.append(self.tr("{n} kunne ikke brukes").format(n=taken.refused))
        self._context.reports.said.emit(
            self.tr("Plakater fra fila: {parts}.").format(parts=", ".join(parts))
        )
        if taken.ids:
            self._context.renew_content()

    def _chosen(self, title: str, kinds: str) -> Path | None:
        dialog = QFileDialog(self._window, title, "", kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        chosen = self._context.ask(dialog) and dialog.selectedFiles()
        return Path(chosen[0]) if chosen else None

    def _with_pictograms(self, then: Callable[[Mapping[str, str]], None]) -> None:
        self._context.desk.run(lambda desk: desk.own_posters.pictograms(), then, self._failed)

    def _ask(
        self,
        pictograms: Mapping[str, str],
        draft: PosterDraft,
        id: str,
        refusal: Condition | None = None,
    ) -> None:
        """Open the form; what cannot be kept as it is, or now, stays in it, under the reason."""
        context = self._context
        form = OwnPosterForm(context.theme, context.icons, pictograms, draft, not id, self._window)
        sheet = _LiveSheet(context, form)
        if refusal is not None:
            field = refusal.field if isinstance(refusal, OwnRecordRefused) else ""
            form.refuse_field(refusal.message, field)
        accepted = context.ask(form)
        sheet.leave()
        if not accepted:
            return
        filled = form.filled()

        def work(desk: Desk) -> Change:
            return desk.own_posters.change(id, filled) if id else desk.own_posters.add(filled)

        def failed(condition: Condition) -> None:
            gone = isinstance(condition, NotFound)  # removed meanwhile: it can be written anew
            self._ask(pictograms, filled, "" if gone else id, condition)

        context.desk.run(work, self._kept, failed)

    def _kept(self, change: Change) -> None:
        ref = str(Ref(OWN_PACK, change.id))

        def show(_read_again: None) -> None:  # by every page that lists posters
            self._show_poster(ref)

        desk = self._context.desk
        self._context.renew_content(lambda: desk.run(lambda _desk: None, show, self._failed))

    def _failed(self, condition: Condition) -> None:
        self._context.reports.told.emit(condition)


class _LiveSheet(QObject):
    """Keeps the preview of a form what is filled in; the latest letter wins."""

    def __init__(self, context: Context, form: OwnPosterForm) -> None:
        super().__init__(form)
        self._context, self._form, self._left = context, form, False
        form.changed.connect(self._ask)
        self._ask()

    def leave(self) -> None:
        """Show nothing more: the form is on its way out."""
        self._left = True

    def _ask(self) -> None:
        draft = self._form.filled()

        def work(desk: Desk) -> Proof:
            from feltperm.desk.sheets.posters import Choice  # noqa: PLC0415  after the first paint

            poster, site = desk.own_posters.entry(draft), desk.keep.site_for("")
            return desk.posters.proof_for(poster, site, Choice())

        self._context.desk.run_latest("own poster", work, self._set, self._refused)

    def _set(self, proof: Proof) -> None:
        from feltperm.desk.sheets.as_text import sheet_text  # noqa: PLC0415  after the first paint

        ppi = PREVIEW_PPI * self._form.devicePixelRatioF() if not self._left else 0

        def done(sheet: Sheet) -> None:
            if not self._left:
                words = sheet_text(proof.job)
                self._form.preview.show_page(sheet.pages[0], len(sheet.pages), words=words)

        if not self._left:
            self._context.press.run_latest(
                "own poster", lambda press: press.set(proof.job, ppi=ppi), done, self._refused
            )

    def _refused(self, condition: Condition) -> None:
        if self._left:
            return
        begun = bool(self._form.title.text().strip())
        first = self.tr("Skriv en overskrift, så ser du plakaten her.")
        self._form.preview.show_text(spoken(condition.message) if begun else first)
