"""«Egne oppføringer» in «Min perm»: own places, own posters, and what can be done to one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QMenu, QPushButton, QWidget

from feltperm.catalogue.library import OWN_PACK, Ref
from feltperm.catalogue.records import pick
from feltperm.desk.own import Draft
from feltperm.ui.context import Context
from feltperm.ui.toolkit.flow import FlowLayout
from feltperm.ui.toolkit.parts import button, column, label
from feltperm.ui.toolkit.spoken import spoken
from feltperm.ui.toolkit.tall import tall
from feltperm.wording import counted

if TYPE_CHECKING:  # loaded after the first paint
    from feltperm.desk.desk import Desk

__all__ = ["OwnTab"]

_KIND = Qt.ItemDataRole.UserRole
_ID = Qt.ItemDataRole.UserRole + 1
_Kind: TypeAlias = Literal["place", "poster", "pdf"]


class _Own(NamedTuple):
    """One row: its facts are told below its title."""

    kind: _Kind
    id: str
    title: str
    facts: tuple[str, ...]


class OwnTab(QWidget):
    """What is asked of it is reported (:class:`feltperm.ui.reports.Reports`).

    Signals:
        opened: the record ``pack/id`` is to be shown.
        counted: how many there are.
    """

    opened = Signal(str)
    counted = Signal(int)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.records = QListWidget()
        self.records.setAccessibleName(self.tr("Egne oppføringer"))
        self.records.setWordWrap(True)
        self.records.itemActivated.connect(lambda _item: self._open())
        self.records.currentItemChanged.connect(lambda _item, _before: self._offer())
        self._empty = label(
            self.tr("Skriv inn steder som bare dere vet om, så finner søket dem."), "muted"
        )
        self._here = label(self.tr("De ligger bare på denne maskinen."), "caption")
        reports = context.reports
        self.new = button(self.tr("Ny oppføring"), lambda: reports.own_wanted.emit(""), "primary")
        self.new_poster = button(self.tr("Ny plakat …"), lambda: self._ask("new", ""))
        self._change = button(self.tr("Endre …"), self._edit)
        self._print = button(self.tr("Skriv ut …"), self._send)
        self._share = button(self.tr("Del …"), lambda: self._ask("share", self._current()[1]))
        self._remove = button(self.tr("Fjern"), self._take_away)
        actions = FlowLayout(
            self.new, self.new_poster, self._bring_in(), self._change, self._print, self._share,
            self._remove,
        )  # fmt: skip
        self.setLayout(
            tall(
                column(
                    self._empty,
                    self.records,
                    self._here,
                    actions,
                    margins=(0, 12, 0, 0),
                    spacing=10,
                )
            )
        )
        QShortcut(QKeySequence(Qt.Key.Key_Delete), self.records, self._remove.click).setContext(
            Qt.ShortcutContext.WidgetShortcut
        )
        context.reports.content_changed.connect(self.refresh)

    def refresh(self) -> None:
        """Read the own records again."""
        self._context.desk.run_latest("own", _read, self._show, self._context.reports.told.emit)

    def _bring_in(self) -> QPushButton:
        made = button(self.tr("Hent inn"))
        made.setIcon(self._context.icons.icon("chevron-down", size=16))
        made.setIconSize(QSize(*(2 * [self._context.theme.px(16)])))
        # the sign stands after the word
        first = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
        made.setLayoutDirection(first[made.layoutDirection() is first[0]])
        menu = QMenu(made)
        menu.addAction(self.tr("Plakat fra en kollega …"), lambda: self._ask("file", ""))
        menu.addAction(self.tr("Hent inn PDF …"), lambda: self._ask("pdf", ""))
        made.setMenu(menu)
        return made

    def _show(self, records: Sequence[_Own]) -> None:
        words = {"place": "", "poster": self.tr("Egen plakat"), "pdf": self.tr("Plakat som PDF")}
        marked = self.records.currentRow()
        self.records.clear()
        for one in records:
            facts = "  ·  ".join(filter(None, (words[one.kind], *map(spoken, one.facts))))
            item = QListWidgetItem("\n".join(filter(None, (one.title, facts))))
            item.setData(_KIND, one.kind)
            item.setData(_ID, one.id)
            self.records.addItem(item)
        if records:
            self.records.setCurrentRow(max(0, min(marked, len(records) - 1)))
        self._empty.setVisible(not records)
        self._offer()
        self.counted.emit(len(records))

    def _offer(self) -> None:
        """Let be done what can be done to the marked one."""
        kind, _id = self._current()
        why_not = "" if kind else self.tr("Det er ingen oppføringer ennå.")
        for action, kinds in (
            (self._change, ("place", "poster")),
            (self._print, ("poster", "pdf")),
            (self._share, ("poster",)),
            (self._remove, ("place", "poster", "pdf")),
        ):
            action.setEnabled(kind in kinds)
            action.setToolTip(why_not)

    def _current(self) -> tuple[str, str]:
        """Return what is marked, and its id; nothing for none."""
        item = self.records.currentItem()
        return (str(item.data(_KIND)), str(item.data(_ID))) if item else ("", "")

    def _ask(self, what: str, id: str) -> None:
        self._context.reports.own_poster_asked.emit(what, id)

    def _open(self) -> None:
        kind, id = self._current()
        if kind == "pdf":
            self._ask("print", id)
        elif kind:
            self.opened.emit(str(Ref(OWN_PACK, id)))

    def _edit(self) -> None:
        self._context.reports.own_edit.emit(self._current()[1])

    def _send(self) -> None:
        kind, id = self._current()
        self._ask("print" if kind == "pdf" else "show", id)

    def _take_away(self) -> None:
        kind, id = self._current()
        if kind == "pdf":
            self._ask("remove", id)
        else:
            self._context.reports.own_removal.emit(id)


def _read(desk: Desk) -> list[_Own]:
    places = [
        _Own("place", one.id, pick(one.title)[1], (
            desk.own.place(one), Draft.of(one).phone, Draft.of(one).address, Draft.of(one).hours,
        ))
        for one in desk.own.list()
    ]  # fmt: skip
    posters = [
        _Own("poster", one.id, pick(one.title)[1], (pick(one.subtitle)[1],))
        for one in desk.own_posters.list()
    ]
    pdfs = [
        _Own("pdf", one.sha256, one.title, (counted(one.pages, "{n} side", "{n} sider"),))
        for one in desk.pdf_posters.list()
    ]
    return [*places, *posters, *pdfs]
