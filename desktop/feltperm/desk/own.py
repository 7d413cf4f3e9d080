"""Own records: places and posters that only we have, in the form of all others and beside them.

They are kept in the binder and come into the library as the pack ``local``, which a pure function
makes of them (:func:`own_pack`): the same records are the same bytes, and so the same library.
What a record of that pack may say, :mod:`feltperm.catalogue.trust` decides as for any other.
"""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import datetime
from typing import TypeVar

import msgspec

from feltperm.binder import Binder, OwnRecord
from feltperm.binder.text import level, tidy
from feltperm.catalogue.areas import Geography
from feltperm.catalogue.canonical import encode_record
from feltperm.catalogue.fold import fold, sort_key
from feltperm.catalogue.library import OWN_PACK, Ref
from feltperm.catalogue.phones import bare_number, grouped
from feltperm.catalogue.records import (
    Address,
    Area,
    Pack,
    PackHeader,
    Phone,
    Poster,
    Record,
    Service,
    Source,
    Text,
    pick,
)
from feltperm.errors import Condition, NotFound
from feltperm.packs.format import FORMAT, MAX_LINE, SLUG, decode, encode
from feltperm.wording import either, say

__all__ = ["LONGEST", "OWN_LABEL", "OWN_PLACE", "Change", "Draft", "OwnRecordRefused", "OwnRecords",
           "is_own", "own_pack"]  # fmt: skip

_log = logging.getLogger(__name__)

#: What an own record is called wherever it stands among others.
OWN_LABEL = say("Egen oppføring")
#: The title of its source.
OWN_PLACE = say("på denne maskinen")
#: What the pack of them is called.
_PUBLISHER = "Egne oppføringer"
#: The longest texts, in characters, by field of :class:`Draft`.
LONGEST = {
    "title": 120, "summary": 1000, "phone": 40, "address": 200, "hours": 400,
    "municipality": 60, "note": 1000,
}  # fmt: skip
_SLUG_LENGTH = 40
#: How the ids of own places begin.
_STEM = "eget"

OwnKind = TypeVar("OwnKind", Service, Poster)
_RECORD: msgspec.json.Decoder[Record] = msgspec.json.Decoder(Record)


class OwnRecordRefused(Condition):
    """An own record without a name, or with a field that cannot be kept as it is written.

    Attributes:
        field: the one of :class:`Draft` that it is about.
    """

    def __init__(self, message: str, field: str, detail: str = "") -> None:
        super().__init__(message, detail)
        self.field = field


@dataclass(frozen=True, slots=True)
class Draft:
    """An own record as a person writes it; empty means not stated.

    Attributes:
        hours: in words.
        municipality: its number or its name.
        note: for colleagues; it is part of the record.
    """

    title: str
    summary: str = ""
    phone: str = ""
    address: str = ""
    hours: str = ""
    municipality: str = ""
    note: str = ""

    @classmethod
    def of(cls, record: Service) -> Draft:
        """Return what the form shows of a record."""
        phone, address = next(iter(record.phones), None), next(iter(record.addresses), None)
        return cls(
            title=pick(record.title)[1],
            summary=pick(record.summary)[1],
            phone=(phone.display or phone.number) if phone else "",
            address=address.line if address else "",
            hours=pick(record.hours)[1],
            municipality=next(iter(record.area.municipalities), ""),
            note=pick(record.note)[1],
        )

    def tidy(self) -> Draft:
        """Return it without what nobody can see.

        Raises:
            OwnRecordRefused: it has no name, or a text is too long.
        """
        clean: dict[str, str] = {}
        for one in fields(self):
            text = getattr(self, one.name)
            most = LONGEST[one.name]
            if len(text) <= 2 * most:  # else it was pasted, and is not even read through
                text = tidy(level(text))
            if len(text) > most:
                raise OwnRecordRefused(
                    say("Teksten er for lang. Det er plass til {n} tegn.", n=most),
                    one.name,
                    f"{one.name}: {len(text)}",
                )
            clean[one.name] = text if one.name in ("summary", "note") else " ".join(text.split())
        if not any(unicodedata.category(c)[0] in "LN" for c in clean["title"]):
            raise OwnRecordRefused(
                say("Oppføringen mangler navn. Skriv et navn, og lagre igjen."), "title"
            )
        return Draft(**clean)


@dataclass(frozen=True, slots=True)
class Change:
    """What was done to an own record, for :meth:`OwnRecords.undo`.

    Attributes:
        before, after: as kept; None where it was not there.
    """

    id: str
    before: OwnRecord | None
    after: OwnRecord | None

    @property
    def ref(self) -> str:
        """The record as ``pack/id``."""
        return str(Ref(OWN_PACK, self.id))


class OwnRecords:
    """The use cases, for the thread that opened the binder.

    Every write can raise DiskFull and ReadOnly. A change is in the binder at once, and in the
    library once that has been renewed.

    Args:
        geography: what municipalities there are.
        clock: gives the local time.
    """

    def __init__(self, binder: Binder, geography: Geography, clock: Callable[[], datetime]) -> None:
        self._kept = binder.own_records
        self._geography = geography
        self._clock = clock

    def list(self) -> tuple[Service, ...]:
        """Return the own places by title."""
        return self.every(Service)

    def get(self, id: str) -> Service:
        """Return one own place.

        Raises:
            NotFound: there is none of this id.
        """
        return self.one(Service, id)

    def every(self, kind: type[OwnKind]) -> tuple[OwnKind, ...]:
        """Return the own records of a kind by title."""
        found = (one for _, one in _readable(self._kept.list()) if isinstance(one, kind))
        return tuple(sorted(found, key=lambda one: (sort_key(pick(one.title)[1]), one.id)))

    def one(self, kind: type[OwnKind], id: str) -> OwnKind:
        """Return one own record of a kind.

        Raises:
            NotFound: there is none of this id.
        """
        kept = self._kept.get(id)
        for _, record in _readable([kept] if kept else []):
            if isinstance(record, kind):
                return record
        raise NotFound(say("Fant ikke «{id}» blant egne oppføringer.", id=id[:80]))

    def new_id(self, stem: str, title: str) -> str:
        """Return an id that no own record has: ``eget-varmestua``, then ``eget-varmestua-2``."""
        return _new_id(stem, title, {kept.id for kept in self._kept.list()})

    def now(self) -> str:
        """Return the ISO local time, for what is kept of an own record."""
        return self._clock().isoformat(timespec="seconds")

    def place(self, record: Service) -> str:
        """Return the name of the municipality that a record is for; may be empty."""
        return self._geography.label(record.area)

    def add(self, draft: Draft) -> Change:
        """Keep a new record.

        Raises:
            OwnRecordRefused: see :meth:`change`.
        """
        draft = draft.tidy()
        return self.put(self._record(self.new_id(_STEM, draft.title), draft))

    def drafts(self) -> dict[Draft, Service]:
        """Return the own places by what the form shows of them."""
        return {Draft.of(one): one for one in self.list()}

    def take(self, record: Service, known: dict[Draft, Service]) -> tuple[Service, bool]:
        """Keep a place that somebody else has written, as the form could have written it.

        Args:
            known: those of :meth:`drafts`; a new one is put among them.

        Returns:
            It as it is kept here, and whether it is new.

        Raises:
            OwnRecordRefused: see :meth:`change`.
        """
        made = self._record(_STEM, Draft.of(record).tidy())
        draft = Draft.of(made)  # numbers and municipalities as they are written here
        if draft in known:
            return known[draft], False
        made = msgspec.structs.replace(made, id=self.new_id(_STEM, draft.title))
        self.put(made)
        known[draft] = made
        return made, True

    def change(self, id: str, draft: Draft) -> Change:
        """Replace what the form shows of a record; the rest of it stays.

        Raises:
            NotFound: there is none of this id.
            OwnRecordRefused: it has no name, a text is too long, the number is none or the
                municipality is not known.
        """
        return self.put(self._record(id, draft.tidy(), self.get(id)))

    def remove(self, id: str) -> Change | None:
        """Take a record away; None if there was none."""
        removed = self._kept.remove(id)
        return Change(id, removed, None) if removed else None

    def undo(self, change: Change) -> None:
        """Put back what a change has changed; where its id was taken since, under another."""
        if change.before is None:
            self._kept.remove(change.id)
        elif change.after is None:
            self._put_back(change.before)
        else:
            self._kept.put(change.before)

    def _put_back(self, removed: OwnRecord) -> None:
        """Put back what was removed beside what stands in its place now: both are somebody's."""
        present = self._kept.get(removed.id)
        if present is not None and present.record != removed.record:
            for _, record in _readable([removed]):
                id = self.new_id(record.id.partition("-")[0], pick(record.title)[1])
                text = encode_record(msgspec.structs.replace(record, id=id)).decode()
                removed = msgspec.structs.replace(removed, id=id, record=text)
        self._kept.put_back(removed)

    def put(self, record: Service | Poster) -> Change:
        """Keep a record that has been looked at, in place of the one of its id."""
        now = self.now()
        text = encode_record(record).decode()
        before, after = (
            self._kept.get(record.id),
            OwnRecord(id=record.id, record=text, changed_at=now),
        )
        self._kept.put(after)
        return Change(record.id, before, after)

    def _record(self, id: str, draft: Draft, old: Service | None = None) -> Service:
        """Return the record of a tidy draft, in what the form does not show like the old one."""
        old = old or Service(id=id, title={})
        read = Source(
            publisher=str(OWN_LABEL),
            title=str(OWN_PLACE),
            read_on=self._clock().date().isoformat(),
        )
        return msgspec.structs.replace(
            old,
            title=_text(draft.title),
            summary=_text(draft.summary),
            phones=_phones(draft.phone),
            addresses=(Address(line=draft.address),) if draft.address else (),
            hours=_text(draft.hours),
            area=self._area(draft.municipality),
            note=_text(draft.note),
            sources=(read,),
        )

    def _area(self, municipality: str) -> Area:
        if not municipality:
            return Area()
        found = self._geography.named(municipality)
        if found is None:
            near = [f"«{one.label}»" for one in self._geography.find(municipality, 3)]
            meant = say("Velg en fra lista.")
            if near:
                meant = say("Mente du {near}?", near=either(near))
            raise OwnRecordRefused(
                say(
                    "Fant ikke kommunen «{municipality}». {meant}",
                    municipality=municipality,
                    meant=meant,
                ),
                "municipality",
            )
        return Area(municipalities=(found.number,))


def own_pack(kept: Iterable[OwnRecord]) -> Pack | None:
    """Return the pack of the own records, or None where there are none.

    It depends on nothing but what is kept. What cannot be read or is neither place nor poster is
    left out, as where somebody has written into the file: the others are there all the same.
    """
    found = sorted(_readable(kept), key=lambda one: one[1].id)
    if not found:
        return None
    last = max(one.changed_at for one, _ in found)
    header = PackHeader(
        format=FORMAT,
        pack=OWN_PACK,
        seq=len(found),  # nobody compares it: the bytes tell one from another
        published=last[:10],
        publisher=_PUBLISHER,
        languages=("nb",),
    )
    return decode(encode(header, (record for _, record in found)))


def is_own(ref: Ref) -> bool:
    """Whether a record is one that somebody here has written."""
    return ref.pack == OWN_PACK


def _readable(kept: Iterable[OwnRecord]) -> Iterator[tuple[OwnRecord, Service | Poster]]:
    for one in kept:
        try:
            record = _RECORD.decode(one.record.encode())
        except (ValueError, RecursionError) as error:
            _log.warning("passing over the own record %r: %s", one.id, error)
            continue
        fits = record.id == one.id and SLUG.fullmatch(one.id) and len(one.record) <= MAX_LINE // 4
        if fits and isinstance(record, Service | Poster) and pick(record.title)[1]:
            yield one, record
        else:
            _log.warning("passing over the own record %r: it is none", one.id)


def _text(wording: str) -> Text:
    return {"nb": wording} if wording else {}


def _phones(typed: str) -> tuple[Phone, ...]:
    if not typed:
        return ()
    number = bare_number(typed)
    if not number:
        raise OwnRecordRefused(
            say("Telefonnummeret kan ikke ringes. Skriv ett nummer, med bare tall."), "phone"
        )
    return (Phone(number=number, display=grouped(number)),)


def _new_id(first: str, title: str, taken: set[str]) -> str:
    words = re.sub("[^a-z0-9]+", "-", fold(title)).strip("-")[:_SLUG_LENGTH].strip("-")
    stem = "-".join(filter(None, (first, words)))
    number = 2
    found = stem
    while found in taken:
        found, number = f"{stem}-{number}", number + 1
    return found
