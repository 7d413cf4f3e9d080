"""«Meld feil»: what was wrong is right here at once, and travels to its publisher (SCREENS J8).

«Meld at alt stemmer» travels the same way: that somebody called, and nothing was wrong. It changes
no value, neither on screen nor on paper, and is never taken for the publisher's own confirmation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

import msgspec

from feltperm.binder import Binder
from feltperm.binder.corrections import Correction
from feltperm.catalogue.amending import FIELDS, Amendment, Field, values_of
from feltperm.catalogue.confirming import CONFIRMED, can_be_confirmed, facts_told, told_facts
from feltperm.catalogue.dates import told_day
from feltperm.catalogue.library import Library, Ref
from feltperm.catalogue.phones import bare_number, grouped
from feltperm.catalogue.records import Organisation, Service, pick
from feltperm.desk.saving import save
from feltperm.errors import Condition, NotFound
from feltperm.wording import say, template

if TYPE_CHECKING:
    from feltperm.exchange.corrections_file import Handed

__all__ = ["ALL_RIGHT", "FIELD_NAMES", "CorrectionRefused", "Corrector", "Dispute"]

_ON_PAPER, _YES, _NO = "corrections_on_paper", "yes", "no"
#: The longest value in characters: hours in words are the longest.
LONGEST = 400

FIELD_NAMES: Mapping[Field, str] = {
    "phone": template("Telefon"),
    "address": template("Adresse"),
    "hours": template("Åpningstid"),
    "email": template("E-post"),
    "url": template("Nettside"),
}
#: What a confirmation is called where a correction has the name of its field.
ALL_RIGHT = template("Alt stemmer")


class CorrectionRefused(Condition):
    """What was filled in cannot be kept; the message says why."""


class Dispute(NamedTuple):
    """New content says something else than both the old value and the team.

    Attributes:
        theirs: what the content says now.
        sender: who publishes it.
    """

    correction: Correction
    theirs: str
    sender: str


class Corrector:
    """The use cases, for the thread that opened the binder. Writes can raise DiskFull, ReadOnly.

    Args:
        plain: the library as the packs have it.
        on_screen, on_paper: what pages and search read, and what sheets are made of.
    """

    def __init__(
        self,
        binder: Binder,
        plain: Library,
        on_screen: Library,
        on_paper: Library,
        clock: Callable[[], datetime],
    ) -> None:
        self._kept, self._settings = binder.corrections, binder.settings
        self._plain, self._screen, self._paper = plain, on_screen, on_paper
        self._clock = clock
        self.renew()

    def open(self) -> tuple[Correction, ...]:
        """Return those that hold, the newest first."""
        return tuple(one for one in self._kept.list() if not one.closed_on)

    def of(self, ref: Ref) -> tuple[Correction, ...]:
        """Return those that hold of one record."""
        return tuple(one for one in self.open() if (one.pack, one.id) == ref)

    def values(self, ref: str) -> dict[Field, tuple[str, ...]]:
        """Return what the content says of each field that can be corrected.

        Raises:
            NotFound: there is no such record, or nothing of it can be corrected here.
        """
        record = self._record(Ref.parse(ref))
        return {field: values_of(record, field) for field in FIELDS}

    def add(self, ref: str, field: Field, new: str, old: str = "", by: str = "") -> Correction:
        """Keep what is right; it holds from now on. The same value again changes nothing.

        Args:
            old: the value it replaces, where the record has several.

        Raises:
            NotFound: there is no such record.
            CorrectionRefused: it is empty, too long, or a number nobody can ring.
        """
        where = Ref.parse(ref)
        record = self._record(where)
        known = values_of(record, field)
        old = old if old in known else (known[0] if known else "")
        same = [o for o in self.of(where) if (o.field, o.old) == (field, old)]
        kept = self._keep(where, record, same, field, old, _checked(field, new), by)
        self.renew()
        return kept

    def to_confirm(self, ref: str) -> tuple[str, ...]:
        """Return the facts of a record as its page shows them, to be asked about.

        Raises:
            NotFound: there is no such record, or nothing of it can be confirmed here.
            CorrectionRefused: it is closed, says nothing, or is confirmed today or later already.
        """
        return told_facts(self._confirmable(Ref.parse(ref)))

    def confirm(self, ref: str, by: str = "") -> Correction:
        """Keep that somebody asked today, and that all of a record is right as its page shows it.

        It changes nothing that is read. Asked again the same day, the last answer counts.

        Raises: as :meth:`to_confirm`.
        """
        where, today = Ref.parse(ref), self._today()
        record = self._confirmable(where)
        same = [o for o in self.of(where) if (o.field, o.new) == (CONFIRMED, today)]
        return self._keep(where, record, same, CONFIRMED, facts_told(record), today, by)

    def _keep(
        self,
        where: Ref,
        record: Service | Organisation,
        same: Sequence[Correction],
        field: str,
        old: str,
        new: str,
        by: str,
    ) -> Correction:
        """Keep one, in the place of the first of ``same`` where there is any."""
        return self._kept.put(
            Correction(
                number=same[0].number if same else 0,
                pack=where.pack,
                id=where.id,
                title=pick(record.title)[1],
                field=field,
                old=old,
                new=new,
                noted_on=self._today(),
                noted_by=" ".join(by.split())[:40],
            )
        )

    def remove(self, number: int) -> Correction | None:
        """Take one away; return what :meth:`put_back` takes."""
        found = next((one for one in self._kept.list() if one.number == number), None)
        if found is not None:
            self._kept.remove(number)
            self.renew()
        return found

    def put_back(self, correction: Correction | None) -> None:
        """Undo a removal, or another change of this one."""
        if correction is not None:
            self._kept.put(correction)
            self.renew()

    def on_paper(self) -> bool | None:
        """Return whether sheets show our values; None where nobody has been asked."""
        return {_YES: True, _NO: False}.get(self._settings.get(_ON_PAPER))

    def use_on_paper(self, on: bool) -> None:
        """Settle whether sheets show our values."""
        self._settings.set(_ON_PAPER, _YES if on else _NO)
        self.renew()

    def settle(self) -> tuple[Dispute, ...]:
        """Close those that the content agrees with, and return those that somebody must decide.

        A record that has left the content keeps its correction: it may come back. A confirmation
        is agreed with where the content is confirmed on that day or later.
        """
        today, disputes = self._today(), []
        for one in self.open():
            entry = self._plain.get(Ref(one.pack, one.id))
            if entry is not None and one.field == CONFIRMED:
                if entry.record.verified_on >= one.new:
                    self._kept.put(msgspec.structs.replace(one, closed_on=today))
                continue
            if entry is None or one.field not in FIELDS:
                continue
            now = values_of(entry.record, one.field)
            if one.new in now:
                self._kept.put(msgspec.structs.replace(one, closed_on=today))
            elif one.old not in now and (one.old or now):
                theirs = now[0] if now else ""
                disputes.append(Dispute(one, theirs, entry.header.publisher))
        self.renew()
        return tuple(disputes)

    def take_theirs(self, number: int) -> None:
        """«Bruk nytt»: the content is right now."""
        for one in self._with(number):
            self._kept.put(msgspec.structs.replace(one, closed_on=self._today()))
        self.renew()

    def keep_ours(self, number: int) -> None:
        """«Behold vårt»: it holds against the new value too."""
        for one in self._with(number):
            entry = self._plain.get(Ref(one.pack, one.id))
            now = values_of(entry.record, _field(one)) if entry else ()
            kept = msgspec.structs.replace(one, old=now[0] if now else "", sent_on="")
            self._kept.put(kept)
        self.renew()

    def export(self, target: Path, hsds: bool = False) -> Path:
        """Write those that hold to a file, as JSON or, where it is called so, as CSV for Excel.

        Args:
            hsds: write them as a list of metadata objects of HSDS 3.0 instead.

        Raises:
            DiskFull, ReadOnly, NotFound: it could not be written; nothing counts as sent.
        """
        from feltperm.exchange.corrections_file import (  # noqa: PLC0415  only an export needs it
            written_csv,
            written_json,
        )

        open_ones = self.open()
        if hsds:
            data = self._metadata(open_ones)
        else:
            write = written_csv if target.suffix.lower() == ".csv" else written_json
            data = write(map(_handed, open_ones))
        made = save(data, target)
        self._mark_sent(open_ones)
        return made

    def _metadata(self, corrections: Iterable[Correction]) -> bytes:
        from feltperm.exchange.hsds.metadata import change  # noqa: PLC0415  only an export needs it

        listed = []
        for one in corrections:
            entry = self._plain.get(Ref(one.pack, one.id))
            kind = "organization" if entry and isinstance(entry.record, Organisation) else "service"
            ref = f"{one.pack}/{one.id}"
            old = one.old
            if one.field == CONFIRMED:  # the standard means the day in the field before
                old = entry.record.verified_on if entry else ""
            listed.append(change(ref, kind, one.field, old, one.new, one.noted_on, one.noted_by))
        return msgspec.json.format(msgspec.json.encode(listed), indent=2) + b"\n"

    def letter(self) -> str:
        """Return a ``mailto:`` address with those that are not sent yet, and count them as sent."""
        waiting = [one for one in self.open() if not one.sent_on]
        lines = [
            f"{one.title} ({one.pack}/{one.id})\n{_in_a_letter(one)}\n"
            f"{one.noted_on} {one.noted_by}".rstrip()
            for one in waiting
        ]
        self._mark_sent(waiting)
        subject = quote(f"Rettelser til Feltperm ({len(waiting)})")
        return f"mailto:?subject={subject}&body={quote(chr(10).join([*lines, '']))}"

    def renew(self) -> None:
        """Lay the corrections over what is read, as they are now."""
        laid: dict[Ref, list[Amendment]] = {}
        for one in reversed(self.open()):
            if one.field in FIELDS:
                amendment = Amendment(_field(one), one.old, one.new)
                laid.setdefault(Ref(one.pack, one.id), []).append(amendment)
        self._screen.amend(laid)
        self._paper.amend(laid if self.on_paper() else {})

    def _today(self) -> str:
        return self._clock().date().isoformat()

    def _with(self, number: int) -> Iterable[Correction]:
        return [one for one in self.open() if one.number == number]

    def _mark_sent(self, sent: Iterable[Correction]) -> None:
        for one in sent:
            self._kept.put(msgspec.structs.replace(one, sent_on=self._today()))

    def _record(self, ref: Ref) -> Service | Organisation:
        entry = self._plain.get(ref)
        if entry is None or not isinstance(entry.record, Service | Organisation):
            raise NotFound(say("Fant ikke «{text}».", text=str(ref)[:80]))
        return entry.record

    def _confirmable(self, ref: Ref) -> Service | Organisation:
        """Return the record as its page shows it, with what the team has corrected."""
        known = self._record(ref).verified_on
        entry = self._screen.get(ref)
        if entry is None or not can_be_confirmed(entry.record):
            raise CorrectionRefused(
                say("Her er det ingenting å bekrefte: stedet er ute av drift, eller siden er tom.")
            )
        if known >= self._today():
            raise CorrectionRefused(
                say("Innholdet er allerede bekreftet {date}.", date=told_day(known))
            )
        return entry.record


def _handed(one: Correction) -> Handed:
    from feltperm.exchange.corrections_file import Handed  # noqa: PLC0415  see Corrector.export

    return Handed(
        record=f"{one.pack}/{one.id}", title=one.title, field=one.field, old=one.old, new=one.new,
        when=one.noted_on, by=one.noted_by,
    )  # fmt: skip


def _in_a_letter(one: Correction) -> str:
    if one.field == CONFIRMED:
        return f"{ALL_RIGHT}: {one.old}"
    return f"{FIELD_NAMES[_field(one)]}: {one.old or 'ikke oppgitt'} -> {one.new}"


def _checked(field: Field, typed: str) -> str:
    new = " ".join(typed.split())
    if not new:
        raise CorrectionRefused(say("Skriv det som er riktig."))
    if len(new) > LONGEST:
        raise CorrectionRefused(say("Teksten er for lang. Det er plass til {n} tegn.", n=LONGEST))
    if field != "phone":
        return new
    number = bare_number(new)
    if not number:
        raise CorrectionRefused(
            say("Telefonnummeret kan ikke ringes. Skriv ett nummer, med bare tall.")
        )
    return grouped(number)


def _field(correction: Correction) -> Field:
    return next(field for field in FIELDS if field == correction.field)
