"""Services made for tests of the client and pocket sheets, and the words they are set with."""

from __future__ import annotations

from datetime import date
from typing import Any

from feltperm.catalogue.library import Entry, Ref
from feltperm.catalogue.records import (
    Address,
    PackHeader,
    Phone,
    Schedule,
    Service,
    Source,
    Text,
)
from feltperm.catalogue.vocabulary import load_offers
from feltperm.desk.sheets.alert_sheet import load_phrases
from feltperm.desk.sheets.client import Handout, client_job
from feltperm.desk.sheets.client_words import ClientWords
from feltperm.desk.sheets.print import load_labels
from feltperm.paper.client_job import ClientJob
from feltperm.paper.job import SiteBox
from feltperm.paths import resource

TODAY = date(2026, 11, 26)  # a Thursday
HOLIDAYS = {"2026-12-25": "Første juledag", "2026-12-26": "Andre juledag"}
HEADER = PackHeader(
    format=1, pack="national", seq=1, published="2026-11-25", publisher="F", languages=("nb",)
)
#: Every language that a client sheet can be had in.
ALL = ("nb", "nn", "en", "se", "pl", "uk", "ar", "so")
WEEK = ("MO", "TU", "WE", "TH", "FR")
SITE = SiteBox(name="Prøvestedet", address="Prøvegata 1, 7010 Trondheim", phone="73 00 00 00")


def schedule(days: str = "MO TU WE TH FR", opens: str = "09:00", closes: str = "15:30",
             **more: Any) -> Schedule:  # fmt: skip
    """Hours on these weekdays."""
    return Schedule(byday=tuple(days.split()), opens_at=opens, closes_at=closes, **more)  # type: ignore[arg-type]


def service(id: str = "svc-a", **changes: Any) -> Service:
    """A service that states everything; nobody has confirmed it is only said when asked for."""
    stated: dict[str, Any] = {
        "title": {"nb": "Sårpoliklinikken"},
        "phones": (Phone(number="22000000", display="22 00 00 00"),),
        "addresses": (Address(line="Prøvegata 2", postcode="0155", city="Oslo"),),
        "schedules": (schedule(holidays="as_usual"),),
        "offers": ("wound_care", "naloxone"),
        "free": True,
        "referral": False,
        "sources": (Source(publisher="Prøveutgiver", title="Side", read_on="2026-11-20"),),
    }
    return Service(id=id, **{**stated, **changes})


def entry(record: Service) -> Entry:
    """The record as the library gives it."""
    return Entry(Ref("national", record.id), record, HEADER)


def words(language: str) -> ClientWords:
    """The program's own controlled words in a language."""
    compiled = resource("compiled")
    return ClientWords(
        load_labels(compiled / "labels.json"),
        load_phrases(compiled / "phrases.json"),
        load_offers(compiled / "offers.json"),
        language,
    )


def handout(**changes: Any) -> Handout:
    """A sheet of today without a sender and without alerts."""
    known: dict[str, Any] = {
        "site": None, "today": TODAY, "holidays": HOLIDAYS, "change_of": lambda _ref, _status: None,
    }  # fmt: skip
    return Handout(**{**known, **changes})


def sheet(*records: Service, language: str = "so", large: bool = True, **changes: Any) -> ClientJob:
    """The client sheet of these services."""
    entries = [entry(one) for one in records or (service(),)]
    return client_job(entries, words(language), handout(**changes), large=large, ink="colour")


def said(text: Text) -> str:
    """The one wording of a text that was narrowed to a sheet's language."""
    (wording,) = text.values()
    return wording
