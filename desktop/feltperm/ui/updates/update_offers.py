"""What an update says outside its own page: a line in the strip, with the ways on. Never modal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from feltperm.ui.context import Context
from feltperm.ui.strip import Action, Strip
from feltperm.ui.toolkit.spoken import spoken
from feltperm.ui.updates.change_rows import ask_news
from feltperm.ui.updates.change_table import Listing
from feltperm.ui.updates.update_words import total
from feltperm.ui.updates.updating import Updating

if TYPE_CHECKING:
    from feltperm.desk.sticks.relay import Comparison
    from feltperm.desk.updates.update_values import Plan, Taken
    from feltperm.ui.updates.sticks import Sticks

__all__ = ["UpdateOffers"]


class UpdateOffers(QObject):
    """Listens to updates and sticks, and speaks in the strip."""

    def __init__(
        self,
        context: Context,
        updating: Updating,
        strip: Strip,
        show_page: Callable[[], object],
        show_wall: Callable[[], object],
        open_stick: Callable[[Path, str], object],
    ) -> None:
        """Speak in ``strip``; its buttons lead to the pages or to the stick dialog."""
        super().__init__()
        self._context, self._updating, self._strip = context, updating, strip
        self._show_page, self._show_wall = show_page, show_wall
        self._open_stick = open_stick
        self._old = ""
        updating.taken.connect(self._taken)
        updating.asked.connect(self._asked)
        updating.interrupted.connect(self._interrupted)
        updating.looked.connect(self._first_look, Qt.ConnectionType.SingleShotConnection)
        updating.grave.connect(context.reports.told)

    def listen(self, sticks: Sticks) -> None:
        """Offer the sticks that appear, too."""
        sticks.appeared.connect(self._stick)

    def _interrupted(self, sentence: str) -> None:
        """An update was cut off before the program began (SCREENS J12)."""
        course = self._updating.course
        self._strip.tell(
            sentence,
            [
                Action(self.tr("Fortsett"), course.go_on),
                Action(self.tr("Ikke nå"), self._updating.forget_interrupted),
            ],
        )

    def _first_look(self) -> None:
        """Say so where the content is old, and nobody could be asked for long (SCREENS 2.11)."""
        overview = self._updating.overview
        if overview is None or overview.interrupted:
            return
        if months := overview.months_old(self._context.now().date()):
            said = self.tr(
                "Innholdet er {n} måneder gammelt. Ring for å bekrefte tider og telefon."
            )
            self._old = said.format(n=months)
            self._strip.tell(self._old, [Action(self.tr("Oppdater"), self._update)])

    def _update(self) -> None:
        self._show_page()
        self._updating.course.check()

    def _asked(self, plans: Sequence[Plan]) -> None:
        """There is new content, and it would cost."""
        said = self.tr("Det er nytt innhold på {size}. Nettet teller data.")
        self._strip.say(
            said.format(size=total(plans)),
            [
                Action(self.tr("Hent likevel"), self._fetch),
                Action(self.tr("Se hva som er nytt"), self._show_page),
            ],
        )

    def _fetch(self) -> None:
        self._updating.course.fetch()
        self._show_page()

    def _taken(self, taken: Sequence[Taken]) -> None:
        """Other content is in use: let the desk open on it, behind what it is doing."""
        context, by_itself = self._context, self._updating.course.situation.by_itself
        if self._old:
            self._strip.withdraw(self._old)
        # not ``renew_content``: nobody asked, and the list may not move under the hand
        context.desk.renew(context.renew, context.reports.told.emit)
        changes = [one.changes for one in taken]
        if any(one.records for one in changes):
            ask_news(context, changes, lambda news: self._tell(news, by_itself), name="taken")

    def _tell(self, news: Listing, by_itself: bool) -> None:
        """Say what is new; where nobody has asked, only what concerns us."""
        actions = [Action(self.tr("Se hva som er nytt"), self._show_page)]
        if news.walls:
            said = self.tr("Nytt innhold er i bruk. {walls}.")
            actions.insert(0, Action(self.tr("Se oppslagene"), self._show_wall))
        elif news.mine:
            said = self.tr("Nytt innhold er i bruk. {n} endringer gjelder dere.")
            if len(news.mine) == 1:
                said = self.tr("Nytt innhold er i bruk. {n} endring gjelder dere.")
        elif by_itself:
            return
        else:
            said = self.tr("Nytt innhold er i bruk: {counted}.")
        self._strip.say(
            said.format(n=len(news.mine), counted=news.counted, walls=news.walls), actions
        )

    def _stick(self, root: str) -> None:
        """A stick with content is there: look what makes sense, and offer it."""
        stick = Path(root)
        if self._updating.course.situation.busy:  # it would wait for what is under way
            self._offer(self.tr("Minnepinnen har innhold til Feltperm."), stick)
            return
        self._updating.lane.run(
            lambda tools: tools.relay.look(stick),
            lambda comparison: self._compared(comparison),
            lambda _condition: self._offer(self.tr("Minnepinnen har innhold til Feltperm."), stick),
        )

    def _compared(self, comparison: Comparison) -> None:
        self._offer(spoken(comparison.sentence), comparison.stick, comparison)

    def _offer(self, said: str, stick: Path, comparison: Comparison | None = None) -> None:
        """One answer is enough to what makes sense; what else there is, the dialog knows (J5)."""
        ways = [Action(self.tr("Se på pinnen …"), lambda: self._open_stick(stick, ""))]
        if comparison is not None and comparison.can_take:
            take = Action(self.tr("Hent fra pinnen"), lambda: self._open_stick(stick, "take"))
            ways.insert(0, take)
        elif comparison is not None and comparison.can_give:
            give = Action(self.tr("Legg over på pinnen"), lambda: self._open_stick(stick, "give"))
            ways.insert(0, give)
        self._strip.say(said, ways)
