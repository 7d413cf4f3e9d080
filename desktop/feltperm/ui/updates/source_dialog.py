"""Adding a sender in three steps: where it is, whether it is who it says, and what it brings.

Nothing is trusted before a person has compared the code with the sender (SCREENS 2.10).
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from feltperm.desk.updates.senders import KnownSource
from feltperm.desk.updates.sources import Proposal
from feltperm.errors import Condition
from feltperm.ui.background import Job
from feltperm.ui.context import Context
from feltperm.ui.toolkit.fitting import FittingDialog
from feltperm.ui.toolkit.flow import FlowLayout
from feltperm.ui.toolkit.parts import band, button, column, label, row
from feltperm.ui.toolkit.spoken import spoken
from feltperm.ui.updates.sender_card import SenderCard
from feltperm.ui.updates.update_words import total
from feltperm.ui.updates.updating import Updating

__all__ = ["SourceDialog", "dropped_file"]


def dropped_file(data: QMimeData) -> str:
    """Return the one file or folder that is dragged, or an empty string."""
    files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 else ""


class SourceDialog(FittingDialog):
    """Three pages; «No» is where Enter leads until a person has said yes."""

    def __init__(
        self,
        context: Context,
        updating: Updating,
        where: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Ask where the sender is; with ``where`` look there at once."""
        body = QWidget()
        super().__init__(body, context.theme.px(540), parent)
        self._context, self._updating = context, updating
        self._proposal: Proposal | None = None
        self._job = Job()
        self._left = False
        self.setWindowTitle(self.tr("Legg til kilde"))
        self.setAcceptDrops(True)
        self.said = label("")
        self.said_band = band("amber", self.said)
        self._pages = (self._where_page(), self._who_page(), self._done_page())
        body.setLayout(column(self.said_band, *self._pages, margins=(24, 20, 24, 20), spacing=12))
        self._go(1)
        self.next.setDefault(True)  # within the dialog: before, Enter would find another
        self.finished.connect(self._leave)
        updating.course.changed.connect(self._show_course)
        self.where.setFocus()
        if where:
            self.where.setText(where)
            self.look()

    # --- 1: where -------------------------------------------------------------------------------

    def _where_page(self) -> QWidget:
        self.where = QLineEdit()
        self.where.setMaxLength(2000)
        self.where.setAccessibleName(self.tr("Adresse, kildefil eller mappe"))
        self.where.setPlaceholderText("https://")
        self.where.textChanged.connect(self._allow_look)
        self.next = button(self.tr("Neste"), self.look, "primary")
        self.stop = button(self.tr("Avbryt"), self.reject)
        self._allow_look("")
        page = QWidget()
        self.choose = QWidget()
        self.choose.setLayout(
            FlowLayout(
                button(self.tr("Velg kildefil …"), self._choose_file),
                button(self.tr("Velg mappe …"), self._choose_folder),
            )
        )
        page.setLayout(
            column(
                label(self.tr("Lim inn adressen, velg en kildefil eller en mappe.")),
                self.where,
                self.choose,
                row(None, self.stop, self.next),
                spacing=12,
            )
        )
        return page

    def look(self) -> None:
        """Ask who is there; nothing is kept of the answer."""
        where = self.where.text().strip().strip('"')
        if not where or self.where.isReadOnly():
            return
        self._show_looking(True)
        self._say(self.tr("Ser etter avsenderen …"))
        self._job = self._updating.lane.run(
            lambda tools: tools.sources.propose(where), self._found, self._failed
        )

    def _show_looking(self, looking: bool) -> None:
        """Let nothing else be begun; the keyboard stays, so that one more Enter does nothing."""
        self.where.setReadOnly(looking)
        self.choose.setEnabled(not looking)
        self.next.setEnabled(not looking)

    def _allow_look(self, text: str) -> None:
        self.next.setEnabled(bool(text.strip()))
        self.next.setToolTip("" if text.strip() else self.tr("Skriv hvor kilden er."))

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Velg kildefil"))
        dialog.setNameFilters([self.tr("Kildefiler (*.json)"), self.tr("Alle filer (*)")])
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._take(dialog)

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Velg mappe"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        self._take(dialog)

    def _take(self, dialog: QFileDialog) -> None:
        if self._context.ask(dialog) and dialog.selectedFiles():
            self.where.setText(str(Path(dialog.selectedFiles()[0])))
            self.look()

    def _failed(self, condition: Condition) -> None:
        """Say why, and leave what was typed."""
        if self._left:
            return
        self._say(spoken(condition.message))
        self._show_looking(False)
        self.where.setFocus()

    # --- 2: who ---------------------------------------------------------------------------------

    def _who_page(self) -> QWidget:
        self.sender_card = SenderCard(self._context.theme)
        self.no = button(self.tr("Nei, avbryt"), self.reject)
        self.yes = button(self.tr("Ja, den er lik"), self._add)
        page = QWidget()
        page.setLayout(column(self.sender_card, row(None, self.yes, self.no), spacing=12))
        return page

    def _found(self, proposal: Proposal) -> None:
        if self._left:
            return
        self._proposal = proposal
        self.sender_card.show_sender(proposal)
        self._go(2)
        self.no.setDefault(True)
        self.no.setFocus()

    def _add(self) -> None:
        proposal, national = self._proposal, self.sender_card.national.isChecked()
        if proposal is None:
            return
        self.yes.setEnabled(False)
        self._updating.lane.run(
            lambda tools: tools.sources.add(proposal, national and proposal.national),
            self._added,
            self._not_added,
        )

    def _not_added(self, condition: Condition) -> None:
        if self._left:
            self._context.reports.told.emit(condition)
            return
        self._say(spoken(condition.message))
        self.yes.setEnabled(True)

    # --- 3: what it brings ----------------------------------------------------------------------

    def _done_page(self) -> QWidget:
        self.outcome = label("", "h3")
        self.close_button = button(self.tr("Lukk"), self.accept, "primary")
        page = QWidget()
        page.setLayout(column(self.outcome, row(None, self.close_button), spacing=12))
        return page

    def _added(self, source: KnownSource) -> None:
        """It is in the list: fetch what it has, without another question."""
        updating = self._updating
        updating.refresh()
        updating.course.check(source.key, use=True)
        if self._left:
            return
        self.outcome.setText(self.tr("{navn} er lagt til.").format(navn=source.name))
        self._go(3)
        self.close_button.setDefault(True)
        self.close_button.setFocus()

    def _show_course(self) -> None:
        """Say how much is coming, or why nothing does."""
        if self.step != 3 or self._proposal is None or self._left:
            return
        situation, name = self._updating.course.situation, self._proposal.name
        if situation.failure is not None:
            self.outcome.setText(self.tr("{navn} er lagt til.").format(navn=name))
        elif situation.phase == "fetching" and situation.plans:
            self.outcome.setText(
                self.tr("{navn} er lagt til. Henter {kB}.").format(
                    navn=name, kB=total(situation.plans)
                )
            )
        self._say(spoken(situation.failure.message) if situation.failure else "")

    # --- about all ------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a source file or a folder, as long as it is asked for."""
        if self.step == 1 and dropped_file(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at what was dropped."""
        self.where.setText(dropped_file(event.mimeData()))
        event.acceptProposedAction()
        self.look()

    def _go(self, step: int) -> None:
        """Show one step, from 1 to 3."""
        self.step = step
        for number, page in enumerate(self._pages, 1):
            page.setVisible(number == step)
        self._say("")

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said_band.setVisible(bool(text))

    def _leave(self, _result: int) -> None:
        """Answers may still be under way when the dialog is no more."""
        self._left = True
        if self.step == 1:
            self._job.cancel()
            if self._job.running:
                self._updating.lane.reach(lambda tools: tools.stop())
