"""The same sheet once more: a job that was kept says how it was asked for, and here it is built.

Reading what was kept is forgiving: an older program's job lacks what newer ones have.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any

import msgspec

from feltperm.catalogue.dates import parse_date, told_day
from feltperm.catalogue.library import OWN_PACK, Library, Ref
from feltperm.catalogue.records import Poster, Text, pick
from feltperm.desk.keep import Keeper
from feltperm.desk.sheets.directory import Directory, Selection
from feltperm.desk.sheets.forms import form_of
from feltperm.desk.sheets.import_pdf import site_sheet
from feltperm.desk.sheets.places import site_box
from feltperm.desk.sheets.posters import Choice, Posters, Proof
from feltperm.desk.sheets.tray import HandoutChoice, Tray
from feltperm.desk.sheets.words import SheetWords
from feltperm.errors import NotFound
from feltperm.paper.job import Ink, Job, Paper, encode_job, without_note
from feltperm.wording import say

__all__ = ["Again", "Order", "kept_job", "read_job", "read_order"]

#: Sheets that are filled in or ticked by hand: each is another one as soon as it is used.
_NOT_HUNG = frozenset({"checklist", "letter", "worklist"})


class _Name(msgspec.Struct, frozen=True):
    name: str = ""


class Order(msgspec.Struct, frozen=True):
    """What of a job says how its sheet was asked for.

    Attributes:
        record: ``pack/id`` of what it is made of, several with one space between.
        period, large, day, place, about: choices of the sheets that have them.
    """

    layout: str = ""
    record: str = ""
    paper: Paper = "a4"
    ink: Ink = "colour"
    languages: tuple[str, ...] = ("nb",)
    title: Text = {}
    subtitle: Text = {}
    code: str = ""
    site: _Name | None = None
    period: str = ""
    large: bool = True
    day: str = ""
    place: str = ""
    about: str = ""

    @property
    def records(self) -> tuple[str, ...]:
        """The records it is made of."""
        return tuple(self.record.split())

    @property
    def box(self) -> str:
        """The place whose box stood on it when it was printed; empty without one."""
        return self.site.name if self.site else ""

    def same_sheet(self, other: Order) -> bool:
        """Say whether one can hang in the place of the other: size, ink and wording aside."""
        return self._asked() == other._asked()

    def _asked(self) -> tuple[object, ...]:
        below = "" if self.record else pick(self.subtitle)[1]
        return (
            self.layout, self.record, below, self.languages, self.period, self.large, self.day,
            self.place, self.about,
        )  # fmt: skip


_ORDER = msgspec.json.Decoder(Order)


def kept_job(job: Job) -> str:
    """Return a job as it is kept: canonical JSON without the note."""
    return encode_job(without_note(job)).decode()


def read_order(kept: str) -> Order:
    """Read how a kept sheet was asked for; what cannot be read asks for nothing."""
    try:
        return _ORDER.decode(kept)
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return Order()


def read_job(kept: str) -> Mapping[str, Any]:
    """Read a kept job as plain JSON; nothing at all where it is none."""
    try:
        found = msgspec.json.decode(kept)
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


class Again:
    """Builds kept sheets from the content and the places of today, on the desk's thread.

    Args:
        library, keeper: the content and the places.
        words: what every sheet is made of beside those.
        posters, directory, tray: what makes each kind of sheet.
        clock: gives the local time.
    """

    def __init__(
        self,
        library: Library,
        keeper: Keeper,
        words: SheetWords,
        posters: Posters,
        directory: Directory,
        tray: Tray,
        clock: Callable[[], datetime],
    ) -> None:
        self._library, self._keeper, self._words = library, keeper, words
        self._posters, self._directory, self._tray = posters, directory, tray
        self._clock = clock

    def require_words(self) -> None:
        """Read what every sheet is made of beside the content.

        Raises:
            PaperFailed: it is damaged. No sheet can be built then, and none has changed.
        """
        self._words.labels()
        self._words.phrases()

    def content(self) -> tuple[tuple[str, int], ...]:
        """Return the packs of publishers that sheets are built from, with their versions."""
        headers = self._library.headers()
        return tuple((one.pack, one.seq) for one in headers if one.pack != OWN_PACK)

    def proof(self, order: Order, box: str) -> Proof:
        """Return the sheet as it would be today.

        Args:
            box: the name that the place in its box has today; empty without one.

        Raises:
            NotFound: a record, the place or the language is gone, its day is over, or it is no
                sheet to hang.
            PaperFailed: it can no longer be set like that.
        """
        if order.layout == "directory":
            refs = tuple(map(Ref.parse, order.records))
            return self._directory.proof(Selection(refs, order.place, order.about))
        for name in order.records:
            if self._library.get(Ref.parse(name)) is None:
                raise NotFound(say("Ikke lenger i innholdet."), name)
        if order.layout in ("client", "pocket"):
            return self._handout(order, box)
        if order.layout in _NOT_HUNG or not (order.records or box):
            raise NotFound(say("Arket kan ikke sammenlignes senere."), order.layout)
        if not order.records:
            return self._beside_pdf(order, box)
        return self._posters.proof(order.records[0], self._choice(order, box))

    def made_of(self, order: Order) -> Iterator[str]:
        """Name the records (``pack/id``) whose changes can change the sheet."""
        for name in order.records:
            yield name
            pack, _, id = name.partition("/")
            entry = self._library.get(Ref(pack, id))
            if entry and isinstance(entry.record, Poster) and entry.record.steps_from:
                yield str(Ref(pack, entry.record.steps_from))

    def _handout(self, order: Order, box: str) -> Proof:
        if order.layout == "client":
            chosen = HandoutChoice((*order.languages, "nb")[0], order.large, box, ink=order.ink)
            return self._tray.client(order.records, chosen)
        day = parse_date(order.day)
        if day is None or day < self._clock().date():
            raise NotFound(say("Gjaldt {date}.", date=told_day(order.day)), order.layout)
        return self._tray.pocket(order.records, day, HandoutChoice(site=box, ink=order.ink))

    def _beside_pdf(self, order: Order, box: str) -> Proof:
        """Return the sheet that hangs below a poster made elsewhere."""
        today = self._clock().date()
        site = site_box(self._keeper.site(box), self._library.get, today)
        title = pick(order.subtitle)[1]
        assert site is not None, "there is a place"
        return Proof(site_sheet(title, site, order.ink, today, self._words.labels()), ())

    @staticmethod
    def _choice(order: Order, box: str) -> Choice:
        form = form_of(order.layout)
        services = order.records[1:] if form == "week" else ()
        return Choice(
            box, order.languages, order.paper, order.ink,
            form=form, services=services, period=order.period,
        )  # fmt: skip
