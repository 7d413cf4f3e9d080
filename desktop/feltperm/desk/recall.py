"""What hangs on walls, and which of it must be changed (DESIGN section 7, SCREENS 2.4).

The log keeps jobs. Whether a sheet is *stale* is asked anew each time: the same sheet is built
from the content and the places of today and compared with the one that hangs. So it is exact over
any number of updates, and after a correction of one's own at once.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

import msgspec

from feltperm.binder import Binder, LogChange, Print
from feltperm.binder.text import level, tidy
from feltperm.catalogue.records import pick
from feltperm.desk.feasts import Feast, Feasts, Shown
from feltperm.desk.sheets.again import Again, Order, kept_job, read_job, read_order
from feltperm.desk.sheets.difference import Difference, differences
from feltperm.desk.sheets.posters import Proof
from feltperm.desk.sheets.print import no_longer
from feltperm.errors import Condition, NotFound, PaperFailed
from feltperm.paper.job import Job
from feltperm.wording import say

__all__ = ["LONGEST", "Hanging", "HangingRefused", "Places", "Recall", "State", "Wall"]

#: What is to be done with a sheet: replace it, take it down, or nothing.
State: TypeAlias = Literal["change", "down", "fine"]
#: The longest name of a place, in characters.
LONGEST = 80
#: The setting «Noter hvor oppslag henger».
_SETTING = "print_log"
_OFF = "no"


class HangingRefused(Condition):
    """An entry of the log without a place, or while no log is kept."""


@dataclass(frozen=True, slots=True)
class Hanging:
    """A sheet that hangs, or was sent and not answered for, beside what it would be today.

    Attributes:
        entry: as kept.
        order: how it was asked for.
        differences: what it would say otherwise today.
        reason: why it must come down; empty when it need not.
        kept_up: somebody chose to let it hang as it is.
        published: the ISO day of the content it agrees with; empty when it does not.
    """

    entry: Print
    order: Order
    state: State = "fine"
    differences: tuple[Difference, ...] = ()
    reason: str = ""
    kept_up: bool = False
    published: str = ""

    @property
    def title(self) -> str:
        """What stands on it, in Norwegian where it does."""
        return pick(self.order.title)[1] or say("Uten tittel")

    @property
    def where(self) -> str:
        """«Varmestua, inngang»."""
        return ", ".join(filter(None, (self.entry.site, self.entry.place)))

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why something is to be done, one a line."""
        return (self.reason,) if self.reason else tuple(one.words for one in self.differences)


@dataclass(frozen=True, slots=True)
class Wall:
    """Everything in the log, by what is to be done; ``asked`` is what nobody has answered for.

    Attributes:
        keeping: the log is on.
        writable: False where nothing can be kept.
        content: the packs of publishers that it was compared with, and their versions.
        feasts: Easter or Christmas is near, and some sheets show the usual hours.
    """

    change: tuple[Hanging, ...] = ()
    down: tuple[Hanging, ...] = ()
    fine: tuple[Hanging, ...] = ()
    asked: tuple[Hanging, ...] = ()
    keeping: bool = True
    writable: bool = True
    content: tuple[tuple[str, int], ...] = ()
    feasts: tuple[Feast, ...] = ()

    @property
    def todo(self) -> frozenset[int]:
        """The ids of the entries with which something is to be done."""
        return frozenset(one.entry.id for one in (*self.change, *self.down))

    @property
    def hanging(self) -> int:
        """How many hang."""
        return len(self.change) + len(self.down) + len(self.fine)

    @property
    def words(self) -> str:
        """«2 oppslag må byttes, 1 må tas ned»; empty when nothing is to be done."""
        change, down = len(self.change), len(self.down)
        if change and down:
            return say("{n} oppslag må byttes, {m} må tas ned", n=change, m=down)
        if down:
            return say("{n} oppslag må tas ned", n=down)
        return say("{n} oppslag må byttes", n=change) if change else ""


@dataclass(frozen=True, slots=True)
class Places:
    """What the question «Hvor henger det?» begins with.

    Attributes:
        sites: places known: the user's own, then those where something hangs.
        spots: where within them, as typed before.
        replaced: what hangs of the same sheets and must be changed or taken down.
    """

    sites: tuple[str, ...]
    spots: tuple[str, ...]
    replaced: tuple[Hanging, ...]


class Recall:
    """The use cases of the print log, for the thread that opened binder and library.

    Every write can raise DiskFull and ReadOnly, and gives what :meth:`undo` takes.
    """

    def __init__(
        self, binder: Binder, again: Again, feasts: Feasts, clock: Callable[[], datetime]
    ) -> None:
        self._binder, self._log, self._clock = binder, binder.prints, clock
        self._again, self._feasts = again, feasts

    def keeping(self) -> bool:
        """Say whether it is noted where sheets hang."""
        return self._binder.settings.get(_SETTING) != _OFF

    def keep(self, on: bool) -> None:
        """Begin or stop to note it; what is there stays until :meth:`clear`."""
        self._binder.settings.set(_SETTING, "" if on else _OFF)

    def clear(self) -> tuple[str, ...]:
        """Forget everything, in the copies of the binder too; this cannot be undone.

        Returns:
            The names of copies that could not be read or written, and may hold it still.
        """
        return self._binder.erase_prints()

    def watches(self, jobs: Iterable[Job]) -> bool:
        """Say whether the log is on, and any of these sheets can be compared later on."""
        return self.keeping() and any(map(self._watchable, jobs))

    def wall(self) -> Wall:
        """Return everything in the log as it stands today.

        Raises:
            PaperFailed, ContentDamaged: the words that sheets are made of cannot be read; that
                says nothing of what hangs.
        """
        kept = self._log.list()
        if kept:
            self._again.require_words()
        found = [self._judged(entry) for entry in kept if entry.hung_on]
        return Wall(
            change=tuple(one for one in found if one.state == "change"),
            down=tuple(one for one in found if one.state == "down"),
            fine=tuple(one for one in found if one.state == "fine"),
            asked=tuple(Hanging(one, read_order(one.job)) for one in kept if not one.hung_on),
            keeping=self.keeping(),
            writable=self._binder.writable,
            content=self._again.content(),
            feasts=self._feasts.near(
                Shown(one.order, one.entry.box) for one in found if one.state != "down"
            ),
        )

    def printed(self) -> set[str]:
        """Return ``pack/id`` of every record that a sheet on a wall is made of."""
        hanging = [one for one in self._log.list() if one.hung_on]
        boxes = {one.box for one in hanging}
        followed = {one.hours_from for one in self._binder.sites.list() if one.name in boxes}
        orders = {order.record: order for order in (read_order(one.job) for one in hanging)}
        made_of = {name for order in orders.values() for name in self._again.made_of(order)}
        return made_of | (followed - {""})

    def proofs(self, ids: Collection[int]) -> tuple[Proof, ...]:
        """Return these sheets as they would be today, one for each place where it hangs.

        Raises:
            NotFound, PaperFailed: one of them cannot be made any more.
        """
        return tuple(self._again.proof(read_order(one.job), one.box) for one in self._log.get(ids))

    def feast_proofs(self, feast: Feast) -> tuple[Proof, ...]:
        """Return the sheets to hang beside those that show the usual hours.

        Raises:
            NotFound, PaperFailed: one of them cannot be made.
        """
        return self._feasts.proofs(feast)

    def places(self, jobs: Sequence[Job]) -> Places:
        """Return what is known of where sheets hang, for the question where these are put up."""
        return self._places(self._kept(jobs))

    def places_of(self, id: int) -> Places:
        """Return the same for a sheet that was sent before."""
        return self._places(self._log.get((id,)))

    def hang(
        self, jobs: Sequence[Job], site: str = "", place: str = "", replacing: Collection[int] = ()
    ) -> LogChange:
        """Note that printed sheets hang: at a place, or where older ones of them hung.

        Args:
            jobs: what was printed; what cannot be compared later on is passed over.
            site, place: as in «Varmestua» and «inngang»; both empty for nowhere else.
            replacing: entries of the log that the new sheets came in the place of.

        Raises:
            HangingRefused: no place is named, or one too long, or no log is kept.
        """
        return self._hang(self._kept(jobs), site, place, self._log.get(replacing), ())

    def hang_asked(
        self, id: int, site: str = "", place: str = "", replacing: Collection[int] = ()
    ) -> LogChange:
        """Answer «Ja, heng opp …» for a sheet that was sent before; see :meth:`hang`."""
        asked = self._log.get((id,))
        return self._hang(asked, site, place, self._log.get(replacing), asked)

    def ask_later(self, jobs: Sequence[Job], printer: str) -> LogChange:
        """Keep the question whether sheets came out, with where they were sent."""
        if not self.keeping():
            return LogChange()
        sent = [msgspec.structs.replace(one, printer=_line(printer)) for one in self._kept(jobs)]
        return self._log.change((), sent)

    def take_down(self, ids: Collection[int]) -> LogChange:
        """Forget these: they are taken down, or never came out."""
        return self._log.change(self._log.get(ids))

    def keep_up(self, id: int) -> LogChange:
        """Let a sheet hang as it is, until it would be another one again."""
        found = self._log.get((id,))
        kept = [
            msgspec.structs.replace(one, kept_as=_stands_for(self._compared(one))) for one in found
        ]
        return self._log.change(found, kept)

    def undo(self, change: LogChange) -> None:
        """Take back a change of the log."""
        self._log.undo(change)

    def _hang(
        self,
        sheets: Sequence[Print],
        site: str,
        place: str,
        replaced: Sequence[Print],
        answered: Sequence[Print],
    ) -> LogChange:
        if not self.keeping():
            raise HangingRefused(say("Det noteres ikke hvor oppslag henger. Ingenting er lagret."))
        site, place = _line(site), _line(place)
        if not (site or place or replaced):
            raise HangingRefused(say("Skriv hvor oppslaget henger, og lagre igjen."))
        if max(len(site), len(place)) > LONGEST:
            raise HangingRefused(say("Navnet er for langt. Det er plass til {n} tegn.", n=LONGEST))
        if not sheets:
            raise HangingRefused(say("Arket kan ikke sammenlignes senere. Det er ikke notert."))
        today = self._clock().date().isoformat()
        made = []
        for old in replaced:
            new = [one for one in sheets if _alike(one, old)]
            made += [msgspec.structs.replace(one, id=old.id, site=old.site, place=old.place)
                     for one in new[:1]]  # fmt: skip
        if site or place:
            made += [msgspec.structs.replace(one, site=site, place=place) for one in sheets]
        ids = {one.id for one in made}
        gone = [*answered, *(one for one in replaced if one.id in ids)]
        hung = [msgspec.structs.replace(one, hung_on=today, printer="") for one in made]
        return self._log.change(gone, hung)

    def _places(self, new: Sequence[Print]) -> Places:
        hanging = [one for one in self._log.list() if one.hung_on]
        old = [self._judged(one) for one in hanging if any(_alike(sheet, one) for sheet in new)]
        sites = [*(site.name for site in self._binder.sites.list()), *(one.site for one in hanging)]
        return Places(
            sites=tuple(dict.fromkeys(filter(None, sites))),
            spots=tuple(dict.fromkeys(one.place for one in hanging if one.place)),
            replaced=tuple(one for one in old if one.state != "fine"),
        )

    def _kept(self, jobs: Iterable[Job]) -> list[Print]:
        """Return the entries of sheets that can be compared later on, alike ones once."""
        kept = dict.fromkeys(kept_job(job) for job in jobs if self._watchable(job))
        return [Print(job=job, box=read_order(job).box) for job in kept]

    def _watchable(self, job: Job) -> bool:
        """Say whether this sheet can be built again: it was printed a moment ago."""
        order = read_order(kept_job(job))
        try:
            self._again.proof(order, order.box)
        except (NotFound, PaperFailed):
            return False
        return True

    def _judged(self, entry: Print) -> Hanging:
        """Compare a sheet with today's, and heed that somebody chose to let it hang."""
        found = self._compared(entry)
        if entry.kept_as and found.state != "fine" and _stands_for(found) == entry.kept_as:
            return Hanging(entry, found.order, kept_up=True)
        return found

    def _compared(self, entry: Print) -> Hanging:
        order = read_order(entry.job)
        if entry.box and self._binder.sites.get(entry.box) is None:
            reason = say("{box} er ikke lenger i permen.", box=entry.box)
            return Hanging(entry, order, "down", reason=reason)
        try:
            proof = self._again.proof(order, entry.box)
        except (NotFound, PaperFailed) as gone:
            return Hanging(entry, order, "down", reason=gone.message)
        if over := no_longer(proof.job):
            return Hanging(entry, order, "down", reason=over)
        found = differences(read_job(entry.job), read_job(kept_job(proof.job)))
        if found:
            return Hanging(entry, order, "change", found)
        return Hanging(entry, order, published=proof.job.foot.published)


def _alike(new: Print, old: Print) -> bool:
    return new.box == old.box and read_order(new.job).same_sheet(read_order(old.job))


def _stands_for(found: Hanging) -> str:
    """Return what tells one thing that is wrong with a sheet from another."""
    said = "\n".join((found.state, *found.reasons))
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def _line(typed: str) -> str:
    """Return a name as it is kept, on one line."""
    if len(typed) > 20 * LONGEST:  # a document was pasted: do not even read it through
        typed = typed[: 20 * LONGEST]
    return " ".join(tidy(level(typed)).split())
