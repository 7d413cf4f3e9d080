"""«Rettelser» in «Min perm»: what was found wrong, what is sent, and how it travels (2.4)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QListWidget, QListWidgetItem, QWidget

from feltperm.catalogue.amending import FIELDS
from feltperm.catalogue.confirming import CONFIRMED
from feltperm.catalogue.library import Ref
from feltperm.desk.corrections import ALL_RIGHT, FIELD_NAMES
from feltperm.ui.context import Context
from feltperm.ui.toolkit.flow import FlowLayout
from feltperm.ui.toolkit.languages import short_date
from feltperm.ui.toolkit.link_dialog import ask_about_link
from feltperm.ui.toolkit.parts import button, column, label
from feltperm.ui.toolkit.spoken import recognised, spoken
from feltperm.ui.toolkit.tall import tall
from feltperm.ui.toolkit.tick import Tick
from feltperm.ui.undo import offer_undo

if TYPE_CHECKING:
    from feltperm.binder.corrections import Correction
    from feltperm.desk.desk import Desk

__all__ = ["CorrectionsTab"]

_CORRECTION = Qt.ItemDataRole.UserRole


class CorrectionsTab(QWidget):
    """The open ones, the newest first; settled ones have fallen away.

    Signals:
        opened: the record ``pack/id`` is to be shown.
        counted: how many hold.
    """

    opened = Signal(str)
    counted = Signal(int)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.waiting = label("", "h3")
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Rettelser"))
        self.list.setWordWrap(True)
        self.list.itemActivated.connect(lambda _item: self._open())
        self._empty = label(
            self.tr(
                "Finner du en feil, trykk «Meld feil» på siden. Har du ringt og alt er riktig,"
                " trykk «Meld at alt stemmer». Da ligger det her."
            ),
            "muted",
        )
        self.save = button(self.tr("Lagre på minnepinne …"), self._save, "primary")
        self.mail = button(self.tr("Lag e-post …"), self._mail)
        self.remove = button(self.tr("Fjern"), self._remove)
        self.on_paper = Tick(self.tr("Bruk rettelsene på plakater og ark"))
        self.on_paper.clicked.connect(self._settle_paper)
        self.setLayout(
            tall(
                column(
                    self.waiting,
                    self._empty,
                    self.list,
                    FlowLayout(self.save, self.mail, self.remove),
                    self.on_paper,
                    margins=(0, 12, 0, 0),
                    spacing=10,
                )
            )
        )
        QShortcut(QKeySequence(Qt.Key.Key_Delete), self.list, self._remove).setContext(
            Qt.ShortcutContext.WidgetShortcut
        )
        context.reports.corrections_changed.connect(self.refresh)

    def refresh(self) -> None:
        """Read them again."""
        self._context.desk.run_latest(
            "corrections",
            _read,
            lambda answer: self._show(*answer),
            self._context.reports.told.emit,
        )

    def _show(self, titled: Sequence[tuple[Correction, str]], on_paper: bool) -> None:
        self.list.clear()
        corrections = [one for one, _title in titled]
        for one, title in titled:
            item = QListWidgetItem(self._words(one, title))
            item.setData(_CORRECTION, one)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        unsent = sum(not one.sent_on for one in corrections)
        self.waiting.setText(self.tr("Ikke sendt ({n})").format(n=unsent))
        self.waiting.setVisible(bool(corrections))
        self._empty.setVisible(not corrections)
        for made in (self.save, self.mail, self.remove):
            made.setEnabled(bool(corrections))
        self.on_paper.setChecked(on_paper)
        self.counted.emit(len(corrections))

    def _words(self, one: Correction, title: str) -> str:
        sent = self.tr("Sendt {date}").format(date=short_date(one.sent_on)) if one.sent_on else ""
        facts = (*self._said(one), one.noted_by, sent or self.tr("Ikke sendt"))
        return f"{spoken(title)}\n{'  ·  '.join(filter(None, facts))}"

    def _said(self, one: Correction) -> tuple[str, str]:
        """Return what was found, and when."""
        day = short_date(one.noted_on)
        if one.field == CONFIRMED:
            return recognised(ALL_RIGHT), self.tr("Bekreftet {date}").format(date=day)
        name = next((FIELD_NAMES[field] for field in FIELDS if field == one.field), one.field)
        old = one.old or self.tr("ikke oppgitt")
        change = self.tr("{field}: {old} → {new}")
        return (
            change.format(field=recognised(name), old=old, new=one.new),
            self.tr("Rettet {date}").format(date=day),
        )

    def _current(self) -> Correction | None:
        item = self.list.currentItem()
        found: Correction | None = item.data(_CORRECTION) if item else None
        return found

    def _open(self) -> None:
        if one := self._current():
            self.opened.emit(f"{one.pack}/{one.id}")

    def _save(self) -> None:
        kinds = self.tr("Rettelser (*.json);;Regneark (*.csv)")
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Lagre rettelsene"), "rettelser.json", kinds
        )
        if not name:
            return

        def done(made: Path) -> None:
            said = self.tr("Rettelsene ligger i {name}. Gi fila til den som gir ut innholdet.")
            self._context.reports.done.emit(said.format(name=made.name))
            self.refresh()

        reports = self._context.reports
        self._context.desk.run(
            lambda desk: desk.corrector.export(Path(name)), done, reports.told.emit
        )

    def _mail(self) -> None:
        def done(address: str) -> None:
            ask_about_link(self._context, QUrl(address), self)
            self.refresh()

        self._context.desk.run(
            lambda desk: desk.corrector.letter(), done, self._context.reports.told.emit
        )

    def _remove(self) -> None:
        one = self._current()
        if one is None:
            return
        context = self._context

        def changed() -> None:
            context.reports.content_changed.emit()
            context.reports.corrections_changed.emit()
            context.reports.walls_due.emit()

        def done(removed: Correction | None) -> None:
            changed()
            offer_undo(
                context.desk, context.reports,
                lambda desk: desk.corrector.put_back(removed), changed,
            )  # fmt: skip

        context.desk.run(
            lambda desk: desk.corrector.remove(one.number), done, context.reports.told.emit
        )

    def _settle_paper(self, on: bool) -> None:
        reports = self._context.reports
        self._context.desk.run(
            lambda desk: desk.corrector.use_on_paper(on),
            lambda _done: reports.walls_due.emit(),
            reports.told.emit,
        )


def _read(desk: Desk) -> tuple[list[tuple[Correction, str]], bool]:
    """Return those that hold, each with the title of its record, and whether sheets show them."""
    titled = [
        (one, desk.find.title(Ref(one.pack, one.id), one.title)) for one in desk.corrector.open()
    ]
    return titled, bool(desk.corrector.on_paper())
