"""What stood in the window, carried over when its contents are made anew (a look, a language)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, SignalInstance
from PySide6.QtWidgets import QScrollBar

from feltperm.ui.history import Place
from feltperm.ui.search.filter_state import Chosen
from feltperm.ui.shell import Shell

__all__ = ["Carried", "carry", "put_down"]

#: By then a page has its height.
_LAID_OUT_MS = 50


@dataclass(frozen=True, slots=True)
class Carried:
    """What a person sees, and what has been typed and is kept nowhere else.

    Attributes:
        place: the page, and what is open in it.
        query: what stands in the search field.
        filters: what is chosen beside it.
        scrolled: how far the list and the open record are scrolled, 0 to 1.
        record: what is open on the search page, seen or not.
        note: the note of the tray, which is never kept.
    """

    place: Place
    query: str
    filters: Chosen
    record: str
    scrolled: tuple[float, float]
    note: str


def carry(shell: Shell) -> Carried:
    """Return what stands in the window now."""
    page, tray = shell.search_page, shell.pages.tray()
    return Carried(
        place=shell.place(),
        query=shell.topbar.search.text(),
        filters=page.filters.chosen,
        record=page.open_ref(),
        scrolled=(
            _share(page.results.verticalScrollBar()),
            _share(page.detail().verticalScrollBar()),
        ),
        note=tray.options.note.text() if tray else "",
    )


def put_down(shell: Shell, carried: Carried) -> None:
    """Let it stand there again; the content has to be open."""
    page, (list_at, record_at) = shell.search_page, carried.scrolled
    page.filters.take(carried.filters)
    _scroll_after(page.searched, page.results.verticalScrollBar(), list_at)
    shell.topbar.search.put(carried.query)
    page.search(carried.query)
    if carried.record:
        _scroll_after(page.opened, page.detail().verticalScrollBar(), record_at)
        page.open(carried.record)
    if carried.note:
        shell.pages.make_tray(shell.handouts()).options.note.setText(carried.note)
    if carried.place.page == "tray":
        shell.pages.show_tray(shell.handouts())
    elif carried.place.page != "search":
        shell.rail.mark(carried.place.page)
        shell.pages.show_again(carried.place.page)


def _share(bar: QScrollBar) -> float:
    return bar.value() / (bar.maximum() or 1)


def _scroll_after(shown: SignalInstance, bar: QScrollBar, share: float) -> None:
    """Scroll once what is to be shown is there, and has been laid out."""
    once = Qt.ConnectionType.SingleShotConnection

    def scroll() -> None:
        bar.setValue(round(share * bar.maximum()))

    # laid out twice: once for each of the panes' widths
    shown.connect(lambda *_what: bar.rangeChanged.connect(lambda *_range: scroll(), once), once)
    shown.connect(lambda *_what: QTimer.singleShot(_LAID_OUT_MS, bar, scroll), once)
