"""Handing on what is kept: to a colleague as a file, a collection to a telephone as contacts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from feltperm.ui.context import Context
from feltperm.ui.toolkit.flow import FlowLayout
from feltperm.ui.toolkit.parts import button

if TYPE_CHECKING:
    from feltperm.binder import Collection
    from feltperm.desk.desk import Desk
    from feltperm.desk.sticks.sharing import Share, SharedKept

__all__ = ["CollectionExchange"]


class CollectionExchange(QWidget):
    """«Del …», «Lagre kontakter …», «Ta imot fra kollega …»; private notes are never part of it."""

    def __init__(self, context: Context, current: Callable[[], Collection | None]) -> None:
        super().__init__()
        self._context, self._current = context, current
        self.share = button(self.tr("Del …"), self._share)
        self.contacts = button(self.tr("Lagre kontakter …"), self._save_contacts)
        self.take = button(self.tr("Ta imot fra kollega …"), self._take)
        self.setLayout(FlowLayout(self.share, self.contacts, self.take, spacing=6))

    def allow(self, there: bool) -> None:
        """Let a collection be handed on where there is one."""
        self.share.setEnabled(there)
        self.contacts.setEnabled(there)

    def _share(self) -> None:
        from feltperm.desk.sticks.sharing import collection_share  # noqa: PLC0415  rarely needed

        if one := self._current():
            now = self._context.now()
            self._save(one.name, ".json", lambda desk: collection_share(desk, one.number, now))

    def share_all(self) -> None:
        """Hand on places, favourites, collections and what we have written, but no notes."""
        from feltperm.desk.sticks.sharing import share_of  # noqa: PLC0415  rarely needed

        now = self._context.now()
        self._save(self.tr("Fra permen"), ".json", lambda desk: share_of(desk, now, own=True))

    def _save_contacts(self) -> None:
        if one := self._current():

            def made(desk: Desk) -> bytes:
                refs = [str(kept.ref) for kept in desk.collect.records(one.number)]
                return desk.exporter.written(desk.exporter.these(refs), "vcard")

            self._save(one.name, ".vcf", made)

    def _save(self, name: str, ending: str, made: Callable[[Desk], bytes]) -> None:
        from feltperm.desk.saving import save  # noqa: PLC0415  rarely needed

        plain = "".join(sign for sign in name if sign.isalnum() or sign in " -_").strip()
        target, _ = QFileDialog.getSaveFileName(
            self, self.tr("Lagre"), f"{plain or 'samling'}{ending}", f"*{ending}"
        )
        if target:
            said = self.tr("Lagret i {name}.").format(name=Path(target).name)
            reports = self._context.reports
            self._context.desk.run(
                lambda desk: save(made(desk), Path(target)),
                lambda _path: reports.done.emit(said),
                reports.told.emit,
            )

    def _take(self) -> None:
        """Show what a colleague's file would bring, and take it over if that is wanted."""
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Ta imot fra kollega"), "", self.tr("Delt fra Feltperm (*.json)")
        )
        if name:
            self.take_file(Path(name))

    def take_file(self, path: Path) -> None:
        """Preview a file, and ask."""

        def look(desk: Desk) -> tuple[Share, SharedKept]:
            from feltperm.desk.sticks.sharing import (  # noqa: PLC0415  rarely needed
                news_in,
                read_share_file,
            )

            share = read_share_file(path)
            return share, news_in(desk, share)

        self._context.desk.run(
            look, lambda answer: self._ask(*answer), self._context.reports.told.emit
        )

    def _ask(self, share: Share, news: SharedKept) -> None:
        reports = self._context.reports
        words = self._words(news)
        if not words:
            reports.said.emit(self.tr("Dere har det samme fra før."))
            return
        box = QMessageBox(self.window())
        box.setWindowTitle(self.tr("Ta imot fra kollega"))
        box.setText(self.tr("Dette er nytt for dere: {what}.").format(what=words))
        box.setInformativeText(self._what_stays(news))
        take = box.addButton(self.tr("Ta imot"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("Avbryt"), QMessageBox.ButtonRole.RejectRole)
        self._context.ask(box)
        if box.clickedButton() is take:
            self._take_over(share)

    def _take_over(self, share: Share) -> None:
        reports = self._context.reports

        def work(desk: Desk) -> SharedKept:
            from feltperm.desk.sticks.sharing import take_over  # noqa: PLC0415

            return take_over(desk, share)

        def done(taken: SharedKept) -> None:
            reports.sites_changed.emit()
            said = self.tr("Tatt imot: {what}.").format(what=self._words(taken))
            if taken.unknown:
                said += " " + self.tr("%n er ikke i innholdet her.", "", taken.unknown)
            if taken.own:  # search is to find them too
                self._context.renew_content(lambda: reports.done.emit(said))
                return
            reports.collections_changed.emit()
            reports.done.emit(said)

        self._context.desk.run(work, done, reports.told.emit)

    def _what_stays(self, news: SharedKept) -> str:
        said = [self.tr("Det dere har, blir som det er.")]
        if news.beside:
            said.append(
                self.tr(
                    "%n heter det samme som noe dere har, men sier noe annet. Begge blir med.",
                    "",
                    news.beside,
                )
            )
        if news.same:
            said.append(self.tr("%n har dere fra før.", "", news.same))
        if news.refused:
            said.append(self.tr("%n kan ikke brukes her, og blir ikke med.", "", news.refused))
        return " ".join(said)

    def _words(self, news: SharedKept) -> str:
        counted = (
            (len(news.collections), self.tr("%n samlinger", "", len(news.collections))),
            (len(news.sites), self.tr("%n steder", "", len(news.sites))),
            (news.favourites, self.tr("%n favoritter", "", news.favourites)),
            (len(news.own), self.tr("%n egne oppføringer", "", len(news.own))),
        )
        return ", ".join(words for number, words in counted if number)
