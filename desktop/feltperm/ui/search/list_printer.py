"""«Skriv ut liste …»: the services that are found, as a directory to print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from feltperm.ui.context import Context

if TYPE_CHECKING:  # loaded after the first paint
    from feltperm.desk.desk import Desk
    from feltperm.desk.sheets.posters import Proof
    from feltperm.paper.press import Sheet
    from feltperm.ui.search.search_page import SearchPage

__all__ = ["print_list"]

#: Pixels per inch of the pages beside the print dialog: a list has many.
_PPI = 60


def print_list(context: Context, page: SearchPage) -> None:
    """Make the list of what a page has found, and open the print dialog on it.

    The words that were searched for do not stand on it. What is wrong with it is told.
    """
    query, filters = page.asked()
    tell = context.reports.told.emit

    def work(desk: Desk) -> Proof:
        from feltperm.desk.find import Request  # noqa: PLC0415  after the first paint

        return desk.directory.proof(desk.directory.select(Request(query, **filters)))

    def set_sheet(proof: Proof) -> None:
        def show(sheet: Sheet) -> None:
            from feltperm.ui.posters.outlet import Outlet  # noqa: PLC0415  after the first paint

            outlet = Outlet(context, page)
            outlet.print(sheet, proof, QCoreApplication.translate("ListPrinter", "tilbud"))

        context.press.run_latest(
            "directory", lambda press: press.set(proof.job, ppi=_PPI), show, tell
        )

    context.desk.run_latest("directory", work, set_sheet, tell)
