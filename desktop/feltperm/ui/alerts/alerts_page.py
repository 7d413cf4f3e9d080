"""«Varsler»: for me, for other places and earlier ones, each beside its own page (SCREENS 2.5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from feltperm.ui.alerts.alert_words import row_of_alert
from feltperm.ui.context import Context
from feltperm.ui.record.detail import DetailView
from feltperm.ui.record.picture_block import PictureBlock
from feltperm.ui.search.result_row import ResultRow
from feltperm.ui.search.results import ResultList
from feltperm.ui.toolkit.languages import clock_time, long_date
from feltperm.ui.toolkit.link_dialog import ask_about_link
from feltperm.ui.toolkit.panes import TwoPanes
from feltperm.ui.toolkit.parts import button, column, frame, label, row

if TYPE_CHECKING:
    from feltperm.desk.alerts_mine import AlertBoard, AlertLine
    from feltperm.desk.page import Page
    from feltperm.ui.toolkit.picker import MunicipalityPicker

__all__ = ["AlertsPage"]


class AlertsPage(QWidget):
    """The list left, the alert right; read is what somebody has marked.

    Signals:
        opened: a record (``pack/id``) is to be shown on its own page.
        poster_asked: the poster of an alert (``pack/id``) is to be printed.
        check_asked: it is to be asked for newer content.
    """

    opened = Signal(str)
    poster_asked = Signal(str)
    check_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.board: AlertBoard | None = None
        self._wanted = ""
        self._open_line: AlertLine | None = None
        self.nothing = label("")
        self.check_button = button(self.tr("Se etter nå"), self.check_asked.emit)
        self.place_button = button(self.tr("Velg kommune"), self._ask_place, "primary")
        self._picker: MunicipalityPicker | None = None
        self.list = ResultList(context.theme, context.icons)
        self.list.setAccessibleName(self.tr("Varsler"))
        self.list.opened.connect(self._open)
        self.list.star_clicked.connect(context.stars.toggle)
        self.list.activated.connect(lambda _index: self._enter())
        self._mark_button: QPushButton | None = None
        self.detail = DetailView(
            context.theme,
            context.icons,
            context.words(),
            more=self._buttons,
            pictures=partial(PictureBlock, context),
        )
        self.detail.star_toggled.connect(context.stars.toggle)
        self.detail.opened.connect(self.opened)
        self.detail.poster_asked.connect(self.poster_asked)
        self.detail.link_clicked.connect(lambda url: ask_about_link(context, url, self))
        self._head = head = column(
            label(self.tr("Varsler"), "h1"),
            self.nothing,
            row(self.place_button, self.check_button, None),
            margins=(20, 20, 16, 10),
            spacing=10,
        )
        self.panes = TwoPanes(
            context.theme,
            context.icons,
            frame("", column(head, self.list, spacing=0)),
            self.list,
            self.tr("Tilbake til varslene"),
        )
        self.panes.put_right(self.detail)
        self.list.clicked.connect(lambda _index: self.panes.read())
        self.setLayout(column(self.panes))
        context.state.restore_panes(self.panes, "alerts")
        self.nothing.hide()
        self.place_button.hide()
        self.check_button.hide()
        context.stars.changed.connect(self._show_star)
        context.reports.alerts_due.connect(self.refresh)

    def refresh(self) -> None:
        """Read the alerts again."""
        self._context.desk.run_latest(
            "alerts page",
            lambda desk: (desk.alert_board(), desk.keep.refs()),
            lambda answer: self._show(*answer),
            self._context.reports.told.emit,
        )

    def choose(self, ref: str) -> None:
        """Show the alert ``pack/id``, now or as soon as the list is there."""
        self._wanted = ref
        self.panes.read()
        self._mark_wanted()

    def current(self) -> str:
        """Return the alert that is seen: the open one, else the one marked in the list."""
        return self.detail.ref() if self.detail.isVisible() else self.list.current_ref()

    def mark_read(self) -> None:
        """Keep that the open alert was read, as it stands here."""
        line = self._line(self.detail.ref())
        if line is not None:
            self._context.desk.run(
                lambda desk: desk.alerts.mark_read(line.ref, line.version),
                lambda _done: self._context.reports.alerts_due.emit(),
                self._context.reports.told.emit,
            )

    def _show(self, board: AlertBoard, starred: set[str]) -> None:
        self.board = board
        before = self.list.current_ref()
        rows = [
            *_group(self.tr("For deg"), board.mine, starred),
            *_group(self.tr("Andre steder"), board.elsewhere, starred),
            *_group(self.tr("Tidligere"), board.past, starred),
        ]
        self.list.rows.show(rows)
        self._wanted = self._wanted or before
        self._mark_wanted()
        self._show_nothing(board)
        self._show_mark()

    def _mark_wanted(self) -> None:
        """Mark the wanted row, or else the first one."""
        cards = self.list.rows.cards()
        if not cards:
            if self.board is not None:
                self.detail.show_nothing("")
            return
        refs = [self.list.rows.row(self.list.rows.index(number)) for number in cards]
        known = [one.ref for one in refs if one]
        at = known.index(self._wanted) if self._wanted in known else 0
        self._wanted = ""
        self.list.setCurrentIndex(self.list.rows.index(cards[at]))

    def _show_nothing(self, board: AlertBoard) -> None:
        """Say that nothing is for us, and when it was last asked for (SCREENS 2.11)."""
        words = ""
        if not board.municipality:
            words = self.tr("Velg kommune, så ser du varsler for deg.")
        elif not board.mine:
            words = self.tr("Ingen varsler for {place}.").format(place=board.municipality)
        seen = self._seen(board) if not board.mine else ""
        self.nothing.setText(f"{words} {seen}".strip())
        self.nothing.setVisible(bool(words))
        self.check_button.setVisible(not board.mine)
        self.place_button.setVisible(not board.municipality)
        if board.municipality and self._picker is not None:
            self._picker.hide()

    def _ask_place(self) -> None:
        """Let the municipality be typed here; it is chosen for the whole window."""
        from feltperm.ui.toolkit.picker import MunicipalityPicker  # noqa: PLC0415  rarely needed

        if self._picker is None:
            self._picker = MunicipalityPicker(self._context.geography())
            self._picker.chosen.connect(self._choose_place)
            self._head.addWidget(self._picker)
        self._picker.show()
        self._picker.setFocus()

    def _choose_place(self, number: str) -> None:
        if self._picker is not None:
            self._picker.hide()
        self.list.setFocus()
        self._context.reports.place_chosen.emit(number)

    def _seen(self, board: AlertBoard) -> str:
        """Return when it was last asked for new content, or how old the content is."""
        asked = board.checked_at
        if asked is None:
            words = self.tr("Innholdet er fra {date}.")
            return words.format(date=long_date(board.content_from)) if board.content_from else ""
        today = asked.date() == self._context.now().date()
        if today:
            return self.tr("Sist sett etter kl. {clock}.").format(clock=clock_time(asked))
        return self.tr("Sist sett etter {date} kl. {clock}.").format(
            date=long_date(asked.date()), clock=clock_time(asked)
        )

    def _open(self, ref: str) -> None:
        """Show an alert; one that is shown already stays, unless it says something else now."""
        line = self._line(ref)
        if ref == self.detail.ref() and _said(line) == _said(self._open_line):
            return

        def done(answer: tuple[Page, bool]) -> None:
            self._open_line = self._line(ref)
            self.detail.show_page(*answer)

        self._context.desk.run_latest(
            "alert",
            lambda desk: (desk.find.show(ref), desk.keep.is_starred(ref)),
            done,
            self._context.reports.told.emit,
        )

    def _enter(self) -> None:
        """Put the keyboard into the open alert."""
        self.panes.read()
        self.detail.setFocus()

    def _buttons(self, page: Page) -> Sequence[QWidget]:
        """Return the button that only a new alert has."""
        self._mark_button = button(self.tr("Merk som lest"), self.mark_read)
        line = self._line(str(page.entry.ref))
        self._mark_button.setVisible(line is not None and line.new)
        return (self._mark_button,)

    def _show_mark(self) -> None:
        """Take the button away once it was pressed, here or in the banner."""
        line = self._line(self.detail.ref())
        if self._mark_button is not None and self.detail.page is not None:
            focused = self._mark_button.hasFocus()
            self._mark_button.setVisible(line is not None and line.new)
            if focused and self._mark_button.isHidden():
                self.detail.setFocus()

    def _line(self, ref: str) -> AlertLine | None:
        lines = self.board.lines if self.board else ()
        return next((one for one in lines if one.ref == ref), None)

    def _show_star(self, ref: str, starred: bool) -> None:
        if ref == self.detail.ref():
            self.detail.set_starred(starred)
        if self.isVisible():
            self.refresh()


def _group(heading: str, lines: Sequence[AlertLine], starred: set[str]) -> list[ResultRow]:
    """Return the cards of a group below its heading; a group of none has no heading."""
    if not lines:
        return []
    cards = [row_of_alert(line, line.ref in starred) for line in lines]
    head = ResultRow(ref="", kind="", title=heading, heading=True)
    return [head, *(replace(card, under=heading) for card in cards)]


def _said(line: AlertLine | None) -> tuple[str, ...]:
    """Return what decides whether an open alert must be drawn anew."""
    return (line.version, line.state, line.valid_until) if line else ()
