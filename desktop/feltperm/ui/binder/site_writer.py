"""Writing sites: the form, the logo from a file, and keeping what was filled in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from feltperm.binder.sites import Site
from feltperm.errors import Condition
from feltperm.ui.background import Job as Pending
from feltperm.ui.binder.site_dialog import SiteDialog
from feltperm.ui.context import Context
from feltperm.ui.toolkit.spoken import spoken

if TYPE_CHECKING:  # loaded after the first paint
    from feltperm.desk.desk import Desk

__all__ = ["SiteWriter"]


class SiteWriter(QObject):
    """Opens the form over a page, and keeps what comes of it.

    What is changed is reported (:class:`feltperm.ui.reports.Reports`).
    """

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._page = context, page
        self._kept: Callable[[Site], object] = lambda _site: None

    def new(self, kept: Callable[[Site], object]) -> None:
        """Ask for a new site; ``kept`` is called with it before anybody hears of it."""
        self._kept = kept
        self._ask(None, "")

    def edit(self, site: Site) -> None:
        """Ask for what is to be other in a site."""
        self._ask(site, site.name)

    def _ask(
        self, site: Site | None, name: str, logo: bytes = b"", refusal: Condition | None = None
    ) -> None:
        """Open the form; what cannot be kept as it is stays in it, under the reason.

        Args:
            name: what the site is kept under; empty for a new one.
            logo: chosen for it, and not kept yet.
        """
        dialog = SiteDialog(self._context.theme, site, self._page, new=not name)
        waiting = [self._offer_services(dialog)]
        dialog.logo_asked.connect(lambda: waiting.append(self._choose_logo(dialog)))

        def leave(_result: int) -> None:
            """Answers may still be under way when the dialog is no more."""
            for job in waiting:
                job.cancel()

        dialog.finished.connect(leave)
        if logo:
            dialog.show_logo(logo)
        elif site is not None and site.logo:
            waiting.append(self._show_logo(dialog, site))
        if refusal is not None:
            dialog.refuse(spoken(refusal.message))
        if not self._context.ask(dialog):
            return
        filled, chosen = dialog.site(), dialog.logo()

        def work(desk: Desk) -> Site:
            if name:
                return desk.keep.update_site(name, filled, chosen)
            return desk.keep.add_site(filled, chosen)

        self._context.desk.run(
            work,
            partial(self._done, new=not name),
            lambda condition: self._ask(filled, name, chosen, condition),
        )

    def _done(self, site: Site, new: bool) -> None:
        if new:
            self._kept(site)
        self._context.reports.sites_changed.emit()

    def _offer_services(self, dialog: SiteDialog) -> Pending:
        def offer(services: Mapping[str, str]) -> None:
            dialog.offer_services({spoken(words): ref for words, ref in services.items()})

        tell = self._context.reports.told.emit
        return self._context.desk.run(lambda desk: desk.find.services(), offer, tell)

    def _show_logo(self, dialog: SiteDialog, site: Site) -> Pending:
        def show(png: bytes) -> None:
            dialog.show_logo(png, chosen=False)

        tell = self._context.reports.told.emit
        return self._context.desk.run(lambda desk: desk.keep.logo(site), show, tell)

    def _choose_logo(self, dialog: SiteDialog) -> Pending:
        """Ask for a file, and let the press look at it; a refusal is said in the form."""
        from feltperm.desk.places import read_logo  # noqa: PLC0415  after the first paint

        chooser = QFileDialog(dialog, self.tr("Velg logo"), "", self.tr("Logo (*.png *.svg)"))
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        if not self._context.ask(chooser) or not chooser.selectedFiles():
            return Pending()
        path = Path(chooser.selectedFiles()[0])
        return self._context.press.run(
            lambda press: read_logo(press, path),
            dialog.show_logo,
            lambda condition: dialog.refuse(spoken(condition.message)),
        )
