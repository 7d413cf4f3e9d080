"""What the window says and asks once its content is there (SCREENS 2.1, J6)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from feltperm.ui.context import Context
from feltperm.ui.holdings_words import kept_words
from feltperm.ui.shell import Shell
from feltperm.ui.strip import Action
from feltperm.ui.toolkit.spoken import spoken
from feltperm.ui.undo import offer_undo

if TYPE_CHECKING:
    from feltperm.binder.sites import Site
    from feltperm.desk.belongings import Holdings
    from feltperm.desk.corrections import Dispute
    from feltperm.desk.desk import Desk, Welcome
    from feltperm.desk.merging import Merged, Proposal

__all__ = ["Greeting"]

#: Below this height (pixels at 100 % text) the list needs the room of a card.
_LOW = 640


class Greeting(QObject):
    """Belongs to one filling of the window; made after the first paint."""

    def __init__(self, context: Context, shell: Shell) -> None:
        super().__init__(shell.centre)
        self._context, self._shell = context, shell
        from feltperm.ui.dropped_files import DroppedFiles  # noqa: PLC0415  after the first paint

        DroppedFiles(shell.centre, self._take_file)
        context.reports.content_changed.connect(self._renew_card)

    def _take_file(self, path: Path) -> None:
        """A file was dropped on the window: what a colleague has shared."""
        self._shell.go("binder")
        self._shell.pages.binder().take_file(path)

    def welcome(self, welcome: Welcome) -> None:
        """The content is there: fill the list, ask the first question, say what happened."""
        shell = self._shell
        self.show_content(welcome)
        shell.search_page.filters.set_municipality(welcome.municipality)
        shell.search_page.search(shell.topbar.search.text())
        shell.search_page.detail()
        shell.emergency().set_address(welcome.address)
        self._renew_card()
        if welcome.first_start:
            shell.pages.ask_municipality().answered.connect(self._answered)
        shell.opened_desk.emit()

    def _renew_card(self) -> None:
        """Give the emergency card the words of the content in use, where they are later."""
        shown = self._shell.emergency()
        card = shown.card
        self._context.desk.run_latest(
            "emergency card",
            lambda desk: desk.newest_card(card),
            shown.show_card,
            lambda _told_elsewhere: None,
        )

    def ask_whose(self) -> None:
        """Say what lies in the binder where it may be somebody else's (SCREENS J6)."""
        context = self._context

        def show(holdings: Holdings | None) -> None:
            if holdings is None:
                return
            said = self.tr("Denne permen er brukt før: {what}.").format(what=kept_words(holdings))
            self._shell.strip.tell(
                said,
                [
                    Action(self.tr("Bruk den"), lambda: None),
                    Action(self.tr("Start en ny"), self._begin_anew),
                ],
            )

        context.desk.run(
            lambda desk: desk.belongings.used_before(), show, context.reports.told.emit
        )

    def settle_corrections(self) -> None:
        """Close what the content agrees with now, and ask about what it says otherwise (J8)."""
        context = self._context

        def show(disputes: Sequence[Dispute]) -> None:
            for one in disputes:
                said = self.tr("Nytt fra {sender} om {title}: {theirs}. Dere har {ours}.").format(
                    sender=one.sender, title=one.correction.title,
                    theirs=one.theirs or self.tr("ikke oppgitt"), ours=one.correction.new,
                )  # fmt: skip
                number = one.correction.number
                answers = [
                    Action(self.tr("Bruk nytt"), partial(self._decide, number, ours=False)),
                    Action(self.tr("Behold vårt"), partial(self._decide, number, ours=True)),
                ]
                self._shell.strip.tell(said, answers)

        context.desk.run(lambda desk: desk.corrector.settle(), show, lambda _condition: None)

    def propose_merging(self) -> None:
        """Ask about own records whose place the content has got meanwhile (issue 8, point 5)."""
        context = self._context

        def show(proposals: Sequence[Proposal]) -> None:
            for one in proposals:
                said = self.tr(
                    "{sender} har fått med {title}, som dere har skrevet inn selv."
                    " Er det samme sted?"
                )
                answers = [
                    Action(self.tr("Slå sammen"), partial(self._merge, one)),
                    Action(self.tr("Ikke samme sted"), partial(self._decline, one)),
                ]
                self._shell.strip.tell(said.format(sender=one.sender, title=one.title), answers)

        context.desk.run(lambda desk: desk.merger.proposals(), show, lambda _condition: None)

    def _merge(self, proposal: Proposal) -> None:
        context = self._context

        def done(merged: Merged) -> None:
            context.renew_content()
            offer_undo(
                context.desk, context.reports, lambda desk: desk.merger.undo(merged),
                context.renew_content, self.tr("Slått sammen."),
            )  # fmt: skip

        context.desk.run(lambda desk: desk.merger.merge(proposal), done, context.reports.told.emit)

    def _decline(self, proposal: Proposal) -> None:
        context = self._context
        context.desk.run(
            lambda desk: desk.merger.decline(proposal),
            lambda _done: None,
            context.reports.told.emit,
        )

    def _decide(self, number: int, ours: bool) -> None:
        reports = self._context.reports

        def work(desk: Desk) -> None:
            (desk.corrector.keep_ours if ours else desk.corrector.take_theirs)(number)

        def done(_done: None) -> None:
            reports.content_changed.emit()
            reports.corrections_changed.emit()
            reports.walls_due.emit()

        self._context.desk.run(work, done, reports.told.emit)

    def _begin_anew(self) -> None:
        context = self._context
        said = self.tr("Permen er ny. Den gamle ligger under «Innstillinger», «Hent tilbake».")
        context.desk.run(
            lambda desk: desk.begin_anew(),
            lambda _done: context.renew_content(lambda: context.begin_again(said)),
            context.reports.told.emit,
        )

    def show_content(self, welcome: Welcome) -> None:
        """Show which content is in use, and what went wrong on the way to it."""
        shell = self._shell
        shell.strip.finish()
        self.settle_corrections()
        self.propose_merging()
        shell.statusline.show_content(welcome.content, welcome.count)
        self._context.reports.alerts_due.emit()
        if welcome.tray or shell.has_handouts():
            shell.handouts().show_count(welcome.tray)
        for text, detail in welcome.notices:
            shell.strip.tell(spoken(text), detail=detail)
        if welcome.restorable and welcome.notices:
            from feltperm.ui.binder.copies import offer_copy  # noqa: PLC0415  rarely needed

            offer_copy(welcome.restorable[0], shell.strip, self._context, self._begin_again)

    def _begin_again(self, welcome: Welcome) -> None:
        """The binder is another one now."""
        self._shell.pages.drop_question()
        self.welcome(welcome)
        self._context.reports.sites_changed.emit()

    def _answered(self, number: str) -> None:
        shell = self._shell
        shell.pages.drop_question()
        shell.go("search")
        shell.search_page.filters.set_municipality(number)
        self._context.desk.run(
            lambda desk: desk.remember_municipality(number), lambda _done: None, shell.tell
        )
        self._context.reports.alerts_due.emit()
        shell.topbar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._show_first_steps()

    def _show_first_steps(self) -> None:
        """Offer what helps on the first day, until something is searched for (SCREENS J6)."""
        from feltperm.ui.search.first_steps import FirstSteps  # noqa: PLC0415  only the first time

        shell = self._shell
        steps = FirstSteps(small=shell.height() < self._context.theme.px(_LOW))
        steps.emergency_asked.connect(shell.show_emergency)
        steps.site_asked.connect(self._ask_for_site)
        steps.colleague_asked.connect(lambda: shell.pages.update_page().open_stick(None))
        page = shell.search_page
        shell.topbar.search.asked.connect(lambda text: steps.end() if text else None)
        page.searched.connect(lambda: steps.show_on(page.filters.kind_name() == "all"))
        page.said.insertWidget(0, steps)

    def _ask_for_site(self) -> None:
        shell = self._shell
        shell.go("binder")
        binder = shell.pages.binder()
        binder.show_sites()

        def kept(site: Site) -> None:
            if site.is_default and site.address:
                said = self.tr("{name} er lagret. Det står på plakater og på akuttkortet.")
            else:
                said = self.tr("{name} er lagret. Det kan stå på plakater.")
            shell.strip.done(said.format(name=site.name))

        binder.new_site(kept)
